"""One person's way through the statements: order, answers, seconds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

DECIMALS = 3
"""Seconds are kept to the millisecond."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """One person's way through the quiz, finished or not.

    `order` has every item as presented. `answers` has the items answered so far, 1..m, or skipped,
    None; `seconds` the total time on screen of each item shown. `position` is the index of the
    statement on screen, `len(order)` after the last. `seed` is that of a personal order.
    """

    order: tuple[str, ...]
    answers: Mapping[str, int | None] = field(default_factory=dict)
    seconds: Mapping[str, float] = field(default_factory=dict)
    position: int = 0
    seed: int | None = None

    @property
    def unanswered(self) -> tuple[str, ...]:
        """The items without an answer, as presented."""
        return tuple(item for item in self.order if not self.answers.get(item))

    @property
    def answered(self) -> int:
        """The number of items with an answer."""
        return len(self.order) - len(self.unanswered)

    @property
    def answer_seconds(self) -> dict[str, float]:
        """The seconds of the answered items, to the millisecond."""
        given = (item for item in self.order if self.answers.get(item))
        return {item: round(self.seconds.get(item, 0.0), DECIMALS) for item in given}
