"""One run of the quiz: what a key means becomes progress, and every change is saved at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from kelompok_quiz.interview.state import Phase, Progress
from kelompok_quiz.sitting import Sitting

ENTER = ("c-m", "c-j")
SAVE_KEY = "s"

Step: TypeAlias = Callable[[Progress, float], Progress]
Save: TypeAlias = Callable[[Sitting], bool]
"""Puts a sitting on disk and returns whether that worked."""


class Run:
    """Where a run stands. Keys have prompt_toolkit's names.

    `unsaved` tells that the last change is not on disk, `left` that the person wants to go on
    another time.
    """

    def __init__(self, progress: Progress, save: Save | None) -> None:
        """Begin at this progress; without `save` nothing is kept and there is no way to leave."""
        self.progress = progress
        self.unsaved = False
        self.left = False
        self._save = save
        self._steps = steps(progress.points)

    @property
    def keeping(self) -> bool:
        """Whether answers are put on disk."""
        return self._save is not None

    @property
    def over(self) -> bool:
        """Whether there is nothing more to ask now."""
        return self.left or self.progress.phase is Phase.FINISHED

    def act(self, key: str, now: float) -> None:
        """Do what the key means now; most keys mean nothing."""
        if key != SAVE_KEY:
            step = self._steps[self.progress.phase].get(key, _stay)
            self.go(step(self.progress, now))
        elif self.keeping:
            self._write()
            self.left = True

    def go(self, progress: Progress) -> None:
        """Stand at another moment; what it changes in the sitting is saved."""
        changed = progress.sitting is not self.progress.sitting
        self.progress = progress
        if changed:
            self._write()

    def scroll_within(self, first: int, last: int) -> None:
        """Stay on a page that there is."""
        page = min(max(self.progress.scrolled, first), last)
        if self.progress.scrolled != page:
            self.progress = replace(self.progress, scrolled=page)

    def suspended(self, seconds: float) -> None:
        """Leave out a time in which nobody was looking."""
        self.progress = replace(self.progress, shown_at=self.progress.shown_at + seconds)

    def _write(self) -> None:
        if self._save is not None and self.progress.sitting.answers:
            self.unsaved = not self._save(self.progress.sitting)


def steps(points: int) -> Mapping[Phase, Mapping[str, Step]]:
    """Return what each key does in each phase; a key that is missing does nothing."""
    digits = {str(n): partial(_answer, n) for n in range(1, points + 1)}
    pages: dict[str, Step] = {"pageup": Progress.page_up, "pagedown": Progress.page_down}
    arrows: dict[str, Step] = {"up": Progress.mark_previous, "down": Progress.mark_next}
    back: dict[str, Step] = dict.fromkeys(("c-h", "left"), Progress.back)
    return {
        Phase.OPENING: {**pages, **_enter(Progress.go_on)},
        Phase.STATEMENT: {
            **pages,
            **arrows,
            **back,
            **_enter(Progress.confirm),
            **digits,
            "0": Progress.skip,
            "?": Progress.explain,
        },
        Phase.HALFWAY: {**pages, **back, **_enter(Progress.go_on)},
        Phase.OVERVIEW: {**pages, **arrows, **back, **_enter(Progress.open)},
        Phase.FINISHED: {},
    }


def _enter(step: Step) -> dict[str, Step]:
    return dict.fromkeys(ENTER, step)


def _answer(response: int, progress: Progress, now: float) -> Progress:
    return progress.answer(response, now)


def _stay(progress: Progress, _: float) -> Progress:
    return progress
