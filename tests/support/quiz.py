"""A small quiz and ways to sit it, for the tests of the rooms that ask and that keep answers."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Sequence

import msgspec
from prompt_toolkit.utils import get_cwidth

from kelompok_quiz.interview.canvas import DRAWN, Canvas, Drawing, Glyphs
from kelompok_quiz.interview.key_guard import Keyboard, KeyGuard
from kelompok_quiz.interview.pages import opening
from kelompok_quiz.interview.quiz import Quiz, Save
from kelompok_quiz.interview.screens import draw
from kelompok_quiz.interview.state import Phase, QuizState
from kelompok_quiz.profile.loading import load
from kelompok_quiz.profile.model import Item, Profile
from kelompok_quiz.sitting import Sitting
from kelompok_quiz.words import quiz as words

SHIPPED = load().profile
TEXTS = (
    "Saya senang mencari contoh sederhana supaya teman sekelas paham penjelasan saya.",
    "Saya suka bertanya.",
    "Saya betah menyimak.",
)
KEPT = (words.KEPT_UNTIL_DONE,)

Press = tuple[str, float]
"""A key by prompt_toolkit's name, and when it is seen."""


def small(*texts: str, meaning: str | None = None, **changes: object) -> Profile:
    """The shipped profile with these statements only: i0, i1, …"""
    items = tuple(Item(f"i{n}", text, meaning) for n, text in enumerate(texts or TEXTS))
    kept: dict[str, object] = {
        "traits": (msgspec.structs.replace(SHIPPED.traits[0], items=items),),
        "anti_traits": (),
        "beliefs": (),
        "contrasts": (),
        "order": tuple(item.id for item in items),
    }
    return msgspec.structs.replace(SHIPPED, **kept | changes)


def unbegun(items: int = 3) -> Sitting:
    return Sitting(tuple(f"i{n}" for n in range(items)))


def begun(items: int = 3, points: int = 5) -> QuizState:
    """At the first statement, at second 0."""
    return QuizState(unbegun(items), points, 0.0, Phase.STATEMENT)


def walked(steps: str, state: QuizState | None = None, points: int = 5) -> QuizState:
    """The state after these steps, a second each: a digit answers, `b` goes back, `g` on,

    `d` and `u` mark, `e` explains, `c` confirms, `o` opens what the overview marks.
    """
    moves: dict[str, Callable[[QuizState, float], QuizState]] = {
        "0": QuizState.skip,
        "b": QuizState.back,
        "c": QuizState.confirm,
        "d": QuizState.mark_next,
        "e": QuizState.explain,
        "g": QuizState.go_on,
        "o": QuizState.open,
        "u": QuizState.mark_previous,
        "v": QuizState.page_down,
        "^": QuizState.page_up,
        **{str(n): functools.partial(_answered, n) for n in range(1, points + 1)},
    }
    moment = state or begun(points=points)
    for second, step in enumerate(steps, 1):
        moment = moves[step](moment, float(second))
    return moment


def _answered(response: int, state: QuizState, now: float) -> QuizState:
    return state.answer(response, now)


class Clock:
    """Time that a test sets."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Disk:
    """What a quiz gave to save; `broken` makes it refuse."""

    def __init__(self) -> None:
        self.saved: list[Sitting] = []
        self.broken = False

    def __call__(self, sitting: Sitting) -> bool:
        if not self.broken:
            self.saved.append(sitting)
        return not self.broken


def typed(
    presses: Iterable[Press], state: QuizState | None = None, save: Save | None = None
) -> Quiz:
    """The quiz after these keys."""
    quiz = Quiz(state or begun(), save)
    clock = Clock()
    keyboard = Keyboard(quiz, clock, KeyGuard())
    for key, clock.now in presses:
        keyboard.press(key)
    return quiz


def slowly(*keys: str, start: float = 1.0) -> list[Press]:
    """Keys two seconds apart: no keyboard repeats that slowly."""
    return [(key, start + 2.0 * n) for n, key in enumerate(keys)]


def held(
    key: str, start: float = 1.0, delay: float = 0.5, repeats: int = 40, every: float = 0.033
) -> list[Press]:
    """A key held down, as a terminal sends it."""
    return [(key, start), *((key, start + delay + n * every) for n in range(repeats))]


def pasted(keys: Sequence[str], start: float = 1.0) -> list[Press]:
    """Keys that arrive within fifty milliseconds."""
    return [(key, start + 0.049 * n / max(len(keys), 1)) for n, key in enumerate(keys)]


def canvas(width: int, height: int, glyphs: Glyphs = DRAWN) -> Canvas:
    return Canvas(width, height, get_cwidth, glyphs)


def drawing(profile: Profile, quiz: Quiz | QuizState, on: Canvas) -> Drawing:
    """The screen of a quiz, or of a state whose answers are kept."""
    quiz = Quiz(quiz, Disk()) if isinstance(quiz, QuizState) else quiz
    return draw(profile, quiz, opening(profile, KEPT), on)


def rows(drawn: Drawing) -> list[str]:
    return "".join(text for _, text in drawn.fragments).split("\n")


def screen(profile: Profile, quiz: Quiz | QuizState, width: int, height: int) -> list[str]:
    return rows(drawing(profile, quiz, canvas(width, height)))
