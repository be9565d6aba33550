"""Where a run stands: which statement is on screen, which response is marked, what was answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kelompok_quiz.interview.sitting import Sitting


@dataclass(frozen=True, slots=True)
class Progress:
    """A moment of the run; every method returns the next one. Times are seconds of one clock.

    `answers` has the items dealt with so far, None where skipped; `spent` their time on screen.
    `chosen` is the marked response, 1..points, or None: nothing is marked beforehand.
    """

    items: tuple[str, ...]
    points: int
    shown_at: float
    position: int = 0
    chosen: int | None = None
    answers: Mapping[str, int | None] = field(default_factory=dict)
    spent: Mapping[str, float] = field(default_factory=dict)

    @property
    def finished(self) -> bool:
        """Whether the last statement has been dealt with."""
        return self.position == len(self.items)

    @property
    def earlier(self) -> int | None:
        """The answer that the statement on screen was given before."""
        return self.answers.get(self.items[self.position])

    @property
    def skipped(self) -> bool:
        """Whether the statement on screen was skipped before."""
        return self.earlier is None and self.items[self.position] in self.answers

    def answer(self, response: int, now: float) -> Progress:
        """Answer the statement on screen and show the next."""
        return self._record(response, now)

    def skip(self, now: float) -> Progress:
        """Leave the statement on screen missing and show the next."""
        return self._record(None, now)

    def back(self, now: float) -> Progress:
        """Show the statement before, its answer marked; at the first one stay."""
        return self._show(self.position - 1, now, self.answers) if self.position else self

    def choose_down(self) -> Progress:
        """Mark the next response, at first the first; the last stays."""
        chosen = 1 if self.chosen is None else min(self.chosen + 1, self.points)
        return replace(self, chosen=chosen)

    def choose_up(self) -> Progress:
        """Mark the response before, at first the last; the first stays."""
        chosen = self.points if self.chosen is None else max(self.chosen - 1, 1)
        return replace(self, chosen=chosen)

    def confirm(self, now: float) -> Progress:
        """Answer with the marked response; without one, do nothing."""
        return self if self.chosen is None else self._record(self.chosen, now)

    def sitting(self) -> Sitting:
        """Return the answers of a finished run."""
        answers = {item: self.answers[item] for item in self.items}
        seconds = {item: self.spent[item] for item, given in answers.items() if given is not None}
        return Sitting(answers, seconds)

    def _record(self, response: int | None, now: float) -> Progress:
        answers = {**self.answers, self.items[self.position]: response}
        return self._show(self.position + 1, now, answers)

    def _show(self, position: int, now: float, answers: Mapping[str, int | None]) -> Progress:
        left = self.items[self.position]
        return replace(
            self,
            shown_at=now,
            position=position,
            chosen=answers.get(self.items[position]) if position < len(self.items) else None,
            answers=answers,
            spent={**self.spent, left: self.spent.get(left, 0.0) + now - self.shown_at},
        )
