"""Results of many people as columns, filled by the formulas and read by every output.

NaN and the index `NONE` mean "no value". Scales are in the profile's output order: traits,
anti-traits, beliefs, contrasts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

import numpy as np
import numpy.typing as npt

from kelompok_quiz.answers import AnswerBatch
from kelompok_quiz.profile.key import Key

Floats: TypeAlias = npt.NDArray[np.float64]
Counts: TypeAlias = npt.NDArray[np.int32]
Indices: TypeAlias = npt.NDArray[np.intp]
Bools: TypeAlias = npt.NDArray[np.bool_]

Status: TypeAlias = Literal["scored", "undetermined", "rejected"]
CautionLevel: TypeAlias = Literal["watch", "cap", "all"]

NONE: Final = -1
DECIMALS: Final = 9
"""Computed values are compared with bounds after rounding to so many decimals."""
GUARD = 6
"""Decimals kept before rounding half-up, so that 0.5 computed as 0.4999999999 still rounds up."""

CAUTION_LEVELS: Final[tuple[CautionLevel | None, ...]] = (None, "watch", "cap", "all")
BELIEF_READINGS: Final = ("realistic", "mixed", "myth", None)
CONTRAST_LEANINGS: Final = ("that", "balanced", "this", None)
"""Indexed by a reading; the last is that of `NONE`."""
NEUTRAL: Final = 50
"""The score and the fit of a person who answers neutrally on average."""
READING_BOUNDS: Final = (35, 65)
"""Up to the first a reading is low, from the second on high."""

STABILITY_BOUNDS: Final = (0.65, 0.85)
"""Below the first the verdict is on a border, from the second on it is fairly stable."""

FLAGS: Final = (
    *("straight_line", "pattern", "too_fast"),
    *("inconsistent", "mostly_neutral", "acquiescence", "incomplete"),
)
STRONG_FLAGS: Final = 3
"""The first three flags are strong; the others are notes."""
QUALITY_LEVELS: Final = ("good", "note", "low")


@dataclass(frozen=True, eq=False)
class Tally:
    """Keyed answers per scale and person, as integers: (scales, people) each.

    Number answered, number answered of the reverse-keyed items, sum, and sum of squares.
    """

    answered: Counts
    reverse_answered: Counts
    total: Counts
    squares: Counts

    @property
    def steps(self) -> Counts:
        """The sum of the answers above the least possible: 0 where all are 1 or none is given."""
        return self.total - self.answered

    @property
    def within_squares(self) -> Floats:
        """Sum of squared deviations of keyed answers from the scale's own mean, 0 if none."""
        answered = np.maximum(self.answered, 1)
        return self.squares - self.total.astype(np.float64) ** 2 / answered


@dataclass(frozen=True, eq=False)
class Scores:
    """`score`, `se`: (scales, people). `contribution`: (fit scales, people), adding up to `fit`.

    `scatter`: (people,), the SD of keyed answers pooled within the scored fit scales, NaN where no
    scale has two. `spread`: (people,), the same but for a floor; every `se` is made with it.
    `determined`: (people,), whether there is a fit at all.
    """

    score: Floats
    scatter: Floats
    spread: Floats
    se: Floats
    contribution: Floats
    fit: Floats
    fit_se: Floats
    determined: Bools


@dataclass(frozen=True, eq=False)
class Verdicts:
    """`band`, `verdict`: indices into the profile's verdicts, (people,).

    `cautions`: (anti-traits, people) into `CAUTION_LEVELS`. `readings`: (beliefs + contrasts,
    people), 0 low, 1 middle, 2 high. `between`: the lower of the two bands that a fit within one
    standard error of their bound is between. `steps_up`, `steps_down`: the fewest one-step answer
    moves into the next band.
    """

    band: Indices
    verdict: Indices
    cautions: Indices
    readings: Indices
    stability: Floats
    between: Indices
    steps_up: Indices
    steps_down: Indices


@dataclass(frozen=True, eq=False)
class QualityIndices:
    """Indices of answer quality, (people,)."""

    answered: Counts
    longstring: Counts
    alternating: Counts
    sd: Floats
    autocorrelation: Floats
    consistency: Floats
    within_sd: Floats
    balanced_mean: Floats
    median_seconds: Floats


@dataclass(frozen=True, eq=False)
class Quality(QualityIndices):
    """The indices and the flags they raise: (flags, people) in the order of `FLAGS`."""

    flags: Bools

    @property
    def level(self) -> Indices:
        """Indices into `QUALITY_LEVELS`: low with a strong flag, note with any other."""
        strong = self.flags[:STRONG_FLAGS].any(axis=0)
        return np.where(strong, 2, np.where(self.flags.any(axis=0), 1, 0))


@dataclass(frozen=True, eq=False)
class ResultBatch:
    """Everything computed for the people of an answer batch, in its order.

    The columns of a rejected person are meaningless; `status` has who that is.
    """

    key: Key
    answers: AnswerBatch
    tally: Tally
    scores: Scores
    verdicts: Verdicts
    quality: Quality

    def __len__(self) -> int:
        """Return the number of people."""
        return len(self.answers)

    @property
    def status(self) -> list[Status]:
        """`scored`, `undetermined` or `rejected`, for each person."""
        status: list[Status] = [
            "scored" if determined else "undetermined"
            for determined in self.scores.determined.tolist()
        ]
        for index in self.answers.rejects:
            status[index] = "rejected"
        return status


def rounded(
    values: npt.ArrayLike,
    decimals: int,
    *,
    floors: Sequence[float] = (),
    ceilings: Sequence[float] = (),
) -> npt.NDArray[np.int64]:
    """Return values rounded half-up, in units of 10^-decimals; NaN becomes `NONE`.

    A shown number stays in its band: a value below one of the `floors` is never rounded up to it,
    one above one of the `ceilings` never down to it. 69.6 under a floor of 70 is 69.
    """
    unit = 10**decimals
    values = np.asarray(values, dtype=np.float64)
    compared = np.round(values, DECIMALS)
    shown = np.floor(np.round(np.nan_to_num(values) * unit, GUARD) + 0.5).astype(np.int64)
    for floor in floors:
        shown = np.where(compared < floor, np.minimum(shown, round(floor * unit) - 1), shown)
    for ceiling in ceilings:
        shown = np.where(compared > ceiling, np.maximum(shown, round(ceiling * unit) + 1), shown)
    return np.where(np.isnan(values), NONE, shown)
