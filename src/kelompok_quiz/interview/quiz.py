"""The running quiz: keys change its state, and every change of the sitting is saved at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from kelompok_quiz.interview.state import Phase, QuizState
from kelompok_quiz.sitting import Sitting

ENTER = ("c-m", "c-j")
"""Carriage return and line feed: some terminals and keypads send the latter."""
SAVE_KEY = "s"

Step: TypeAlias = Callable[[QuizState, float], QuizState]
Save: TypeAlias = Callable[[Sitting], bool]
"""Puts a sitting on disk and returns whether that worked."""
Begun: TypeAlias = Callable[[], None]
"""Called once when the person passes the opening to the first statement; raises nothing."""


class Quiz:
    """Holds the current state. Keys have prompt_toolkit's names.

    `unsaved` is true while the last change is not on disk, `left` once the person has saved in
    order to continue another time.
    """

    def __init__(self, state: QuizState, save: Save | None, begun: Begun | None = None) -> None:
        """Start at a state; without `save` nothing is kept and the save key does nothing."""
        self.state = state
        self.unsaved = False
        self.left = False
        self._save = save
        self._begun = begun
        self._steps = _steps(state.points)

    @property
    def can_save(self) -> bool:
        """Whether answers are put on disk."""
        return self._save is not None

    @property
    def over(self) -> bool:
        """Whether there is nothing more to ask now."""
        return self.left or self.state.phase is Phase.FINISHED

    def press(self, key: str, now: float) -> None:
        """Act on a key; one without a meaning in this phase does nothing."""
        if key == SAVE_KEY and self.can_save:
            self._write()
            self.left = True
        elif step := self._steps[self.state.phase].get(key):
            self.enter(step(self.state, now))

    def enter(self, state: QuizState) -> None:
        """Take another state and save the sitting if it differs."""
        begins = self.state.phase is Phase.TASKS and state.phase is Phase.STATEMENT
        if begins and self._begun is not None:
            self._begun()
        changed = state.sitting is not self.state.sitting
        self.state = state
        if changed:
            self._write()

    def clamp_scroll(self, first: int, last: int) -> None:
        """Stay on an existing page."""
        page = min(max(self.state.scrolled, first), last)
        if self.state.scrolled != page:
            self.state = replace(self.state, scrolled=page)

    def exclude(self, seconds: float) -> None:
        """Leave time out of what the statement on screen took: the process was suspended."""
        self.state = replace(self.state, shown_at=self.state.shown_at + seconds)

    def _write(self) -> None:
        if self._save is not None and self.state.sitting.answers:
            self.unsaved = not self._save(self.state.sitting)


def _steps(points: int) -> Mapping[Phase, Mapping[str, Step]]:
    """Return what each key does in each phase."""
    pages: dict[str, Step] = {"pageup": QuizState.page_up, "pagedown": QuizState.page_down}
    arrows: dict[str, Step] = {"up": QuizState.mark_previous, "down": QuizState.mark_next}
    back: dict[str, Step] = dict.fromkeys(("c-h", "left"), QuizState.back)  # c-h is Backspace
    return {
        Phase.OPENING: {**pages, **_on_enter(QuizState.go_on)},
        Phase.TASKS: {**pages, **back, **_on_enter(QuizState.go_on)},
        Phase.STATEMENT: {
            **pages,
            **arrows,
            **back,
            **_on_enter(QuizState.confirm),
            **{str(n): partial(_answer, n) for n in range(1, points + 1)},
            "0": QuizState.skip,
            "?": QuizState.explain,
        },
        Phase.HALFWAY: {**pages, **back, **_on_enter(QuizState.go_on)},
        Phase.OVERVIEW: {**pages, **arrows, **back, **_on_enter(QuizState.open)},
        Phase.FINISHED: {},
    }


def _on_enter(step: Step) -> dict[str, Step]:
    return dict.fromkeys(ENTER, step)


def _answer(response: int, state: QuizState, now: float) -> QuizState:
    return state.answer(response, now)
