"""Where a run stands: which screen, which response is marked, what was answered, for how long."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto

from kelompok_quiz.sitting import Sitting

LEAST_FOR_A_PAUSE = 20
"""Statements from which a pause half-way is offered."""


class Phase(Enum):
    """What is on screen."""

    OPENING = auto()
    STATEMENT = auto()
    HALFWAY = auto()
    OVERVIEW = auto()
    FINISHED = auto()


@dataclass(frozen=True, slots=True)
class Progress:
    """A moment of the run; every method returns the next one. Times are seconds of one clock.

    `marked` is the response marked, 1..points, None where none is: none is marked beforehand. In
    the overview it is the unanswered statement, from 1, or 0 for the way to the result. `scrolled`
    counts pages of a text that is longer than the window, from the one that is shown first.
    """

    sitting: Sitting
    points: int
    shown_at: float
    phase: Phase
    marked: int | None = None
    explaining: bool = False
    scrolled: int = 0

    @classmethod
    def at(cls, sitting: Sitting, points: int, now: float) -> Progress:
        """Begin with a new sitting's opening, or where an earlier one was left."""
        new = not sitting.position and not sitting.answers
        start = cls(sitting, points, now, Phase.OPENING)
        return start if new else start._show(sitting, now)

    @property
    def item(self) -> str:
        """The statement on screen."""
        return self.sitting.order[self.sitting.position]

    @property
    def earlier(self) -> int | None:
        """The answer that the statement on screen was given before."""
        return self.sitting.answers.get(self.item)

    @property
    def skipped(self) -> bool:
        """Whether the statement on screen was skipped before."""
        return self.earlier is None and self.item in self.sitting.answers

    def answer(self, response: int, now: float) -> Progress:
        """Answer the statement on screen and show what comes next."""
        return self._record(response, now)

    def skip(self, now: float) -> Progress:
        """Leave the statement on screen unanswered and show what comes next."""
        return self._record(None, now)

    def back(self, now: float) -> Progress:
        """Show the statement before, its answer marked; at the first one stay."""
        position = self.sitting.position - 1
        return self if position < 0 else self.visit(position, now)

    def mark_next(self, _: float) -> Progress:
        """Mark what stands below, at first the first; the last stays."""
        return self._mark(self._first if self.marked is None else self.marked + 1)

    def mark_previous(self, _: float) -> Progress:
        """Mark what stands above, at first the last; the first stays."""
        return self._mark(self._last if self.marked is None else self.marked - 1)

    def confirm(self, now: float) -> Progress:
        """Answer with the marked response; without one, do nothing."""
        return self if self.marked is None else self._record(self.marked, now)

    def go_on(self, now: float) -> Progress:
        """Leave the opening or the pause for the statement behind it."""
        return replace(self, phase=Phase.STATEMENT, shown_at=now, scrolled=0)

    def open(self, now: float) -> Progress:
        """From the overview: show the marked statement, or finish."""
        if not self.marked:
            return replace(self, phase=Phase.FINISHED)
        item = self.sitting.unanswered[self.marked - 1]
        return self.visit(self.sitting.order.index(item), now)

    def visit(self, position: int, now: float) -> Progress:
        """Show the statement at this place of the order."""
        return self._move(position, self.sitting.answers, now)

    def explain(self, _: float) -> Progress:
        """Show or hide what the statement means."""
        return replace(self, explaining=not self.explaining, scrolled=0)

    def page_down(self, _: float) -> Progress:
        """Show the next page of a long text; the screen knows how many there are."""
        return replace(self, scrolled=self.scrolled + 1)

    def page_up(self, _: float) -> Progress:
        """Show the page before."""
        return replace(self, scrolled=self.scrolled - 1)

    @property
    def _first(self) -> int:
        return 0 if self.phase is Phase.OVERVIEW else 1

    @property
    def _last(self) -> int:
        return len(self.sitting.unanswered) if self.phase is Phase.OVERVIEW else self.points

    def _mark(self, number: int) -> Progress:
        return replace(self, marked=min(max(number, self._first), self._last), scrolled=0)

    def _record(self, response: int | None, now: float) -> Progress:
        """Once every statement was dealt with, an answer leads back to the overview."""
        order = self.sitting.order
        reviewing = len(self.sitting.answers) == len(order)
        position = len(order) if reviewing else self.sitting.position + 1
        return self._move(position, {**self.sitting.answers, self.item: response}, now)

    def _move(self, position: int, answers: Mapping[str, int | None], now: float) -> Progress:
        sitting = replace(
            self.sitting, position=position, answers=answers, seconds=self._seconds(now)
        )
        pause = _is_half_way(sitting) and position > self.sitting.position
        return self._show(sitting, now, Phase.HALFWAY if pause else Phase.STATEMENT)

    def _show(self, sitting: Sitting, now: float, phase: Phase = Phase.STATEMENT) -> Progress:
        if sitting.position == len(sitting.order):
            return Progress(sitting, self.points, now, Phase.OVERVIEW, marked=0)
        earlier = sitting.answers.get(sitting.order[sitting.position])
        return Progress(sitting, self.points, now, phase, earlier)

    def _seconds(self, now: float) -> Mapping[str, float]:
        """The times on screen with that of the statement being left."""
        seconds = self.sitting.seconds
        if self.phase is not Phase.STATEMENT:
            return seconds
        return {**seconds, self.item: seconds.get(self.item, 0.0) + now - self.shown_at}


def _is_half_way(sitting: Sitting) -> bool:
    """Whether the first statement of the second half comes up for the first time."""
    count = len(sitting.order)
    half = count // 2
    new = half < count and sitting.order[half] not in sitting.answers
    return count >= LEAST_FOR_A_PAUSE and sitting.position == half and new
