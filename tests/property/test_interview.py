"""Screens of every size and quizzes of any keys, for any texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from prompt_toolkit.utils import get_cwidth

from kelompok_quiz.interview import pages
from kelompok_quiz.interview.canvas import DRAWN, PLAIN, Canvas, Glyphs
from kelompok_quiz.interview.interviewer import Left
from kelompok_quiz.interview.key_guard import Keyboard, KeyGuard, Menu
from kelompok_quiz.interview.linear import LineInterviewer
from kelompok_quiz.interview.pages import Page
from kelompok_quiz.interview.quiz import ENTER, Quiz
from kelompok_quiz.interview.screens import draw_question
from kelompok_quiz.interview.state import Phase, QuizState
from kelompok_quiz.profile.model import Profile
from kelompok_quiz.sitting import Sitting
from kelompok_quiz.words import quiz as words
from support.quiz import (
    KEPT,
    SHIPPED,
    Clock,
    Disk,
    canvas,
    drawing,
    held,
    pasted,
    rows,
    small,
    typed,
)

KEYS = [
    *(*"0123456789s?ax", "c-m", "c-j", "c-h", "left", "right", "up", "down"),
    *("pageup", "pagedown", "escape", "tab", "<bracketed-paste>"),
]
DIGITS = [str(response) for response in range(1, SHIPPED.points + 1)]
LONG = small(*(f"Pernyataan ke-{n} ini cukup panjang untuk dua baris." for n in range(24)))

texts = st.text(
    st.sampled_from("ab Z漢字\u0301\u200b\x1b\n\u202e[]<>{}%/…ñ😀"), min_size=1, max_size=60
).filter(str.strip)
profiles = st.builds(
    lambda statements, responses, title, meaning: small(
        *statements, responses=responses, title=title, meaning=meaning
    ),
    st.lists(texts, min_size=1, max_size=4),
    st.lists(texts, min_size=2, max_size=9).map(tuple),
    texts,
    st.none() | texts,
)
sizes = st.tuples(st.integers(1, 200), st.integers(1, 60))
keys = st.lists(st.sampled_from(KEYS), max_size=60)


def pressed(profile: Profile, names: list[str], save: bool = True) -> Quiz:  # noqa: FBT001, FBT002
    """A quiz after these keys, ten seconds apart, that has not come to its end."""
    quiz = Quiz(
        QuizState.start(Sitting(profile.order), profile.points, 0.0), Disk() if save else None
    )
    for second, name in enumerate(names, 1):
        before = quiz.state
        quiz.press(name, 10.0 * second)
        if quiz.over:
            quiz.left, quiz.state = False, before
    return quiz


def assert_fits(shown: list[str], on: Canvas) -> None:
    assert len(shown) <= on.height
    assert max(map(get_cwidth, shown)) <= on.width


@given(profiles, keys, sizes, st.sampled_from([DRAWN, PLAIN]), st.booleans())
def test_every_screen_fits_every_window(
    profile: Profile,
    names: list[str],
    size: tuple[int, int],
    glyphs: Glyphs,
    save: bool,  # noqa: FBT001 - drawn
) -> None:
    on = replace(canvas(*size), glyphs=glyphs)
    assert_fits(rows(drawing(profile, pressed(profile, names, save), on)), on)


@given(texts, st.lists(texts, max_size=3), st.lists(texts, min_size=1, max_size=9), sizes)
def test_every_question_fits_every_window(
    title: str, said: list[str], options: list[str], size: tuple[int, int]
) -> None:
    on = canvas(*size)
    page = Page(title, tuple(said), tuple(options))
    for marked in (None, *range(1, len(options) + 1)):
        assert_fits(rows(draw_question(page, marked, on)), on)


@pytest.mark.parametrize("width", [1, 5, 12, 19, 20, 31, 32, 40, 79, 200])
@pytest.mark.parametrize(
    "heights",
    [
        [*range(1, 13), *range(13, 60, 6)],
        pytest.param([*range(1, 61)], marks=pytest.mark.lama),
    ],
    ids=["some", "all"],
)
def test_the_shipped_quiz_fits_windows_of_every_height(width: int, heights: list[int]) -> None:
    moments = [
        [],
        ["c-m"],
        ["c-m", "c-m"],
        ["c-m", "c-m", "?"],
        ["c-m", "c-m", "4", "left"],
        ["c-m", "c-m", *"0" * 25, "c-m", *"0" * 25],
    ]
    quizzes = [pressed(SHIPPED, names) for names in moments]
    for height in heights:
        for quiz in quizzes:
            on = canvas(width, height)
            assert_fits(rows(drawing(SHIPPED, quiz, on)), on)


@given(keys, st.integers(20, 200), st.integers(3, 60))
def test_no_word_is_broken_where_it_fits(names: list[str], width: int, height: int) -> None:
    on = canvas(width, height)
    quiz = pressed(LONG, names)
    said = [*vars(words).values(), *LONG.responses, LONG.title, *(i.text for i in LONG.items)]
    pieces = [*pages.opening(LONG, KEPT).texts, *pages.halfway(quiz.state.sitting).texts]
    pieces += pages.overview(LONG, quiz.state.sitting).texts
    tasks = pages.tasks(LONG)
    pieces += [tasks.title, *(f"{label}: {text}" for label, text in tasks.entries)]
    for value in said:
        pieces += [value] if isinstance(value, str) else []
        pieces += value if isinstance(value, tuple) else []
    whole = {word for piece in pieces for word in piece.split()}
    whole |= {DRAWN.pointer, f"1-{LONG.points}", "1-9", *(str(n) for n in range(25))}
    whole |= {f"{n}/24" for n in range(25)}
    for row in rows(drawing(LONG, quiz, on)):
        for word in row.split():
            bare = word.removesuffix(DRAWN.more)
            assert bare in whole or set(word) <= {DRAWN.done, DRAWN.ahead}, word


@given(keys, st.integers(20, 200), st.integers(3, 60))
def test_the_start_of_a_statement_and_the_keys_that_answer_are_always_on_screen(
    names: list[str], width: int, height: int
) -> None:
    quiz = pressed(LONG, ["c-m", "c-m", *names])
    if quiz.state.phase is not Phase.STATEMENT:
        return
    quiz.state = replace(quiz.state, scrolled=0)
    shown = "\n".join(rows(drawing(LONG, quiz, canvas(width, height))))
    assert f"1-{LONG.points} {words.HINT_ANSWER[1]}" in shown
    if not quiz.state.explaining:
        assert " ".join(LONG.find_item(quiz.state.item).text.split()[:2]) in shown


@given(profiles, keys, sizes)
def test_turning_pages_ends(profile: Profile, names: list[str], size: tuple[int, int]) -> None:
    quiz, on = pressed(profile, names), canvas(*size)
    drawn = drawing(profile, quiz, on)
    first, last = drawn.first_page, drawn.last_page
    for page, end in ((last + 1, last), (last + 7, last), (first - 1, first), (first - 7, first)):
        quiz.state = replace(quiz.state, scrolled=page)
        beyond = drawing(profile, quiz, on)
        assert (beyond.first_page, beyond.last_page) == (first, last)
        quiz.clamp_scroll(first, last)
        assert quiz.state.scrolled == end
        assert rows(drawing(profile, quiz, on)) == rows(beyond)


@given(keys)
def test_for_any_keys_the_sitting_saved_last_is_the_present_one(names: list[str]) -> None:
    disk, profile = Disk(), small()
    quiz = Quiz(QuizState.start(Sitting(profile.order), profile.points, 0.0), disk)
    for second, name in enumerate(names, 1):
        quiz.press(name, float(second))
        if quiz.state.sitting.answers:
            assert disk.saved[-1] == quiz.state.sitting
        assert sum(quiz.state.sitting.seconds.values()) <= second


@given(st.lists(st.sampled_from(KEYS), min_size=2, max_size=30), st.integers(0, 2))
def test_keys_within_fifty_milliseconds_answer_at_most_one_statement(
    names: list[str], position: int
) -> None:
    sitting = Sitting(("i0", "i1", "i2"), position=position)
    disk = Disk()
    quiz = typed(pasted(names), QuizState.start(sitting, 5, 0.0).go_on(0.0).go_on(0.0), disk)
    assert len(quiz.state.sitting.answers) <= 1
    assert quiz.state.phase is not Phase.FINISHED


@given(
    st.sampled_from([*DIGITS, "0", *ENTER, "c-h", "left"]),
    st.floats(0.250, 1.0),
    st.floats(0.033, 0.090),
    st.integers(3, 60),
    st.integers(0, 3),
    st.booleans(),
)
def test_a_held_key_does_once_what_it_does(
    key: str,
    delay: float,
    every: float,
    repeats: int,
    position: int,
    marked: bool,  # noqa: FBT001 - drawn
) -> None:
    answers = dict.fromkeys(("i0", "i1", "i2"), 3) if marked else {}
    begun = QuizState.start(Sitting(("i0", "i1", "i2"), answers, position=position), 5, 0.0)
    begun = begun.go_on(0.0).go_on(0.0) if begun.phase is Phase.OPENING else begun
    once = typed([(key, 5.0)], begun).state
    assert typed(held(key, 5.0, delay, repeats, every), begun).state.sitting == once.sitting


@given(st.lists(st.tuples(st.sampled_from(KEYS), st.floats(0, 2)), max_size=40))
def test_a_question_is_answered_with_one_of_its_options_or_not(
    presses: list[tuple[str, float]],
) -> None:
    menu, now = Menu(3, KeyGuard()), 0.0
    for key, pause in presses:
        now += pause
        menu.press(key, now)
        assert menu.marked in {None, 1, 2, 3}
        assert menu.chosen in {None, 1, 2, 3}


LINES = {
    **dict(zip(DIGITS, DIGITS, strict=True)),
    "0": "lewati",
    "left": "kembali",
    "?": "bantuan",
    "s": "simpan",
    "c-m": "lanjut",
}
"""What a person writes line by line for a key of the screen."""


class Lines:
    """Writes the lines equivalent to keys, each when the quiz on screen got its key."""

    def __init__(self, lines: Iterator[tuple[str, float]]) -> None:
        self.now = 0.0
        self._lines = lines

    def write(self, text: str) -> None:
        """Ignore it."""

    def read(self, prompt: str) -> str:
        del prompt
        line, self.now = next(self._lines, ("simpan", self.now + 10.0))
        return line

    def clock(self) -> float:
        return self.now


@given(st.lists(st.sampled_from([*DIGITS * 3, *"0?", "left", "c-m"]), max_size=60))
@example([*"444", "left", "3", "c-m"])
@example([*"4" * 12, "c-m", *"4" * 12])
def test_the_same_answers_by_keys_and_by_lines_are_the_same_sitting(names: list[str]) -> None:
    by_keys, by_lines, clock = Disk(), Disk(), Clock()
    quiz = Quiz(QuizState.start(Sitting(LONG.order), LONG.points, 0.0), by_keys)
    keyboard = Keyboard(quiz, clock, KeyGuard())
    lines: list[tuple[str, float]] = []
    for second, name in enumerate(["c-m", "c-m", *names, "s"], 1):
        if quiz.over:
            break
        clock.now = 10.0 * second
        lines.append((line_for(name, quiz.state.phase), clock.now))
        keyboard.press(name)
    asker = Lines(iter(lines))
    try:
        sitting = LineInterviewer(asker, asker.clock).ask(LONG, Sitting(LONG.order), save=by_lines)
    except Left:
        assert quiz.left
    else:
        assert quiz.state.phase is Phase.FINISHED
        assert sitting == quiz.state.sitting
    assert by_lines.saved == by_keys.saved


def line_for(name: str, phase: Phase) -> str:
    """The line for a key; a digit means something else to the overview, so it is no digit there."""
    if phase is Phase.OVERVIEW:
        return {"c-m": "hasil", "left": "kembali", "s": "simpan"}.get(name, "")
    if name == "c-m" and phase is not Phase.STATEMENT:
        return ""
    return LINES[name]
