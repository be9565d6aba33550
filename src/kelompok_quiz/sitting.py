"""One person's way through the statements: in which order, what was answered, how long it took."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kelompok_quiz.profile import Instrument

DECIMALS = 3
"""Seconds are kept to the millisecond."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """A sitting, finished or not.

    `order` has every item as it is presented. `answers` has those dealt with so far, 1..m, or None
    where skipped; `seconds` the total time on screen of each that was shown. `position` is the
    index of the statement on screen, `len(order)` after the last. `seed` made a personal order.
    """

    order: tuple[str, ...]
    answers: Mapping[str, int | None] = field(default_factory=dict)
    seconds: Mapping[str, float] = field(default_factory=dict)
    position: int = 0
    seed: int | None = None

    @property
    def sheet(self) -> dict[str, int | None]:
        """Every item with its answer, None where there is none."""
        return {item: self.answers.get(item) for item in self.order}

    @property
    def unanswered(self) -> tuple[str, ...]:
        """The items without an answer, as presented."""
        return tuple(item for item in self.order if not self.answers.get(item))

    @property
    def answered(self) -> int:
        """How many items have an answer."""
        return len(self.order) - len(self.unanswered)

    @property
    def answer_seconds(self) -> dict[str, float]:
        """The seconds of the answered items, to the millisecond."""
        given = (item for item in self.order if self.answers.get(item))
        return {item: round(self.seconds.get(item, 0.0), DECIMALS) for item in given}


def saved_sheet(instrument: Instrument, sitting: Sitting) -> dict[str, Any]:
    """Return the sitting as answer files hold it: readable by `reading`, its keys never change."""
    return {
        "profile": instrument.stamp,
        "respondent": None,
        "answers": sitting.sheet,
        "order": list(sitting.order),
        "seconds": sitting.answer_seconds,
        "seed": sitting.seed,
    }
