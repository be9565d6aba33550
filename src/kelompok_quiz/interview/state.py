"""The state of the quiz as a value: the screen, the marked choice, the answers, the times."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum

from kelompok_quiz.sitting import Sitting

FEWEST_FOR_A_BREAK = 20
"""Statements from which on a break is offered halfway."""


class Phase(Enum):
    """The kind of screen shown; the values name it in `words.quiz.LINEAR_KEYS`."""

    OPENING = "opening"
    TASKS = "tasks"
    STATEMENT = "statement"
    HALFWAY = "halfway"
    OVERVIEW = "overview"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class QuizState:
    """One moment of the quiz; every method returns the next one. Times are seconds of one clock.

    `marked` is the highlighted response, 1..points, or None; in the overview it is the unanswered
    statement, counted from 1, or 0 for the way to the result. `scrolled` counts pages of a text
    longer than the window, relative to the page shown first.
    """

    sitting: Sitting
    points: int
    shown_at: float
    phase: Phase
    marked: int | None = None
    explaining: bool = False
    scrolled: int = 0

    @classmethod
    def start(cls, sitting: Sitting, points: int, now: float) -> QuizState:
        """Return the opening of a new sitting, or the screen at which an earlier one was left."""
        opening = cls(sitting, points, now, Phase.OPENING)
        new = not sitting.position and not sitting.answers
        return opening if new else opening._show(sitting, now)

    @property
    def item(self) -> str:
        """The id of the statement on screen."""
        return self.sitting.order[self.sitting.position]

    @property
    def earlier(self) -> int | None:
        """The answer already given to the statement on screen."""
        return self.sitting.answers.get(self.item)

    @property
    def skipped(self) -> bool:
        """Whether the statement on screen was skipped before."""
        return self.earlier is None and self.item in self.sitting.answers

    def answer(self, response: int | None, now: float) -> QuizState:
        """Record a response to the statement on screen, None to skip, and show what comes next."""
        order = self.sitting.order
        # Once all statements have been seen, an answer leads back to the overview.
        reviewing = len(self.sitting.answers) == len(order)
        position = len(order) if reviewing else self.sitting.position + 1
        return self._move(position, {**self.sitting.answers, self.item: response}, now)

    def skip(self, now: float) -> QuizState:
        """Leave the statement on screen unanswered and show what comes next."""
        return self.answer(None, now)

    def confirm(self, now: float) -> QuizState:
        """Answer with the marked response, if there is one."""
        return self if self.marked is None else self.answer(self.marked, now)

    def back(self, now: float) -> QuizState:
        """Show the previous statement with its answer marked, or page; stay at the first."""
        if self.phase is Phase.TASKS:
            return replace(self, phase=Phase.OPENING, scrolled=0)
        position = self.sitting.position - 1
        return self if position < 0 else self.visit(position, now)

    def visit(self, position: int, now: float) -> QuizState:
        """Show the statement at this index of the order."""
        return self._move(position, self.sitting.answers, now)

    def mark_next(self, _: float) -> QuizState:
        """Mark the choice below, initially the first."""
        return self._mark(self._first if self.marked is None else self.marked + 1)

    def mark_previous(self, _: float) -> QuizState:
        """Mark the choice above, initially the last."""
        return self._mark(self._last if self.marked is None else self.marked - 1)

    def go_on(self, now: float) -> QuizState:
        """Leave a page for what comes after it: the tasks, or the statement at this position."""
        phase = Phase.TASKS if self.phase is Phase.OPENING else Phase.STATEMENT
        return replace(self, phase=phase, shown_at=now, scrolled=0)

    def open(self, now: float) -> QuizState:
        """From the overview, show the marked statement, or finish."""
        if not self.marked:
            return replace(self, phase=Phase.FINISHED)
        item = self.sitting.unanswered[self.marked - 1]
        return self.visit(self.sitting.order.index(item), now)

    def explain(self, _: float) -> QuizState:
        """Show or hide the meaning of the statement."""
        return replace(self, explaining=not self.explaining, scrolled=0)

    def page_down(self, _: float) -> QuizState:
        """Show the next page; drawing clamps it, for only the window knows how many there are."""
        return replace(self, scrolled=self.scrolled + 1)

    def page_up(self, _: float) -> QuizState:
        """Show the previous page."""
        return replace(self, scrolled=self.scrolled - 1)

    @property
    def _first(self) -> int:
        return 0 if self.phase is Phase.OVERVIEW else 1

    @property
    def _last(self) -> int:
        return len(self.sitting.unanswered) if self.phase is Phase.OVERVIEW else self.points

    def _mark(self, number: int) -> QuizState:
        return replace(self, marked=min(max(number, self._first), self._last), scrolled=0)

    def _move(self, position: int, answers: Mapping[str, int | None], now: float) -> QuizState:
        """Leave the statement on screen, if one is, adding the time it was shown."""
        seconds = self.sitting.seconds
        if self.phase is Phase.STATEMENT:
            spent = seconds.get(self.item, 0.0) + now - self.shown_at
            seconds = {**seconds, self.item: spent}
        sitting = replace(self.sitting, position=position, answers=answers, seconds=seconds)
        # The break: the first statement of the second half comes up for the first time.
        order, half = sitting.order, len(sitting.order) // 2
        arrived = self.sitting.position < position == half and order[half] not in answers
        pause = arrived and len(order) >= FEWEST_FOR_A_BREAK
        return self._show(sitting, now, Phase.HALFWAY if pause else Phase.STATEMENT)

    def _show(self, sitting: Sitting, now: float, phase: Phase = Phase.STATEMENT) -> QuizState:
        if sitting.position == len(sitting.order):
            return QuizState(sitting, self.points, now, Phase.OVERVIEW, marked=0)
        earlier = sitting.answers.get(sitting.order[sitting.position])
        return QuizState(sitting, self.points, now, phase, earlier)
