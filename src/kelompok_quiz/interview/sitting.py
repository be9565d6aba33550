"""What a run of the quiz ends with: the answers, or the signal that ended it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Sitting:
    """One person's answers, in the order in which the statements were presented.

    `answers` has every item of the profile, 1..m or None where it was skipped; `seconds` has the
    total time on screen of every answered item.
    """

    answers: Mapping[str, int | None]
    seconds: Mapping[str, float]


class Interrupted(KeyboardInterrupt):
    """The run was ended from outside; `signum` is the signal."""

    def __init__(self, signum: int) -> None:
        """Remember the signal."""
        super().__init__(signum)
        self.signum = signum
