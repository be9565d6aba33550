"""Answer quality: indices on raw answers in presented order, and the flags they raise.

A flag questions how a person answered; it changes no score and drops no person. Formulas and
thresholds are those of scoring version 2; their sources are in `docs/metode.md`, "Thresholds".
Arrays are (people,); NaN means "no value". A missing answer breaks a run and a pair; nothing is
imputed.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from kelompok_quiz.profile.key import Key
from kelompok_quiz.profile.sufficiency import AUTOCORRELATION_LAGS, FEWEST_PAIRS
from kelompok_quiz.result.batch import (
    DECIMALS,
    FLAGS,
    Bools,
    Counts,
    Floats,
    Indices,
    Quality,
    QualityIndices,
    Tally,
)
from kelompok_quiz.scoring.tally import added

Answers: TypeAlias = npt.NDArray[np.int16]
"""Raw answers, (items, people), 0 = missing."""
Counts64: TypeAlias = npt.NDArray[np.int64]

MOST_NARROW = 400
"""Items whose answers' squares and products still add up within int16: 400 · 9² < 2^15."""
LEAST_EXPECTED = 1e-9
"""Expected scatter below which the consistency has no value: all answers are the same."""

FEWEST_FOR_FLAGS = 10
"""Answers from which flags other than `incomplete` are raised."""
LONG_STRING = 10
LONG_MIDDLE = 25
"""A run of the middle answer has to be longer: honest people without an opinion give it often."""
LITTLE_SPREAD = 0.50
OFF_CENTRE = 0.5
REPEATING = 0.50
ALTERNATING = 11
SECONDS_AN_ITEM = 2.0
INCONSISTENT = ((0.10, 1.1), (0.20, 1.3))
"""Inconsistent is a consistency below the first with a within-scale SD from the second."""
BALANCED = (2.25, 4.0)
MOST_MISSING = (1, 5)
"""More than a fifth missing is incomplete."""


@dataclass(frozen=True, eq=False)
class _Moments:
    """Number, mean, and variance (n − 1) of all of a person's raw answers."""

    count: Counts
    mean: Floats
    variance: Floats


def inspect(
    key: Key,
    tally: Tally,
    answers: Answers,
    order: Indices | None = None,
    seconds: Floats | None = None,
) -> Quality:
    """Compute every index and flag.

    `answers` is (items, people) in the profile's order, 0 = missing; `order` and `seconds` are
    (people, items) as in an answer batch.
    """
    presented = answers if order is None else np.take_along_axis(answers, order.T, axis=0)
    moments = _moments(answers)
    consistency, within_sd = _consistency(key, tally, moments)
    indices = QualityIndices(
        answered=moments.count,
        longstring=_longstring(presented),
        alternating=_alternating(presented),
        sd=np.sqrt(moments.variance),
        autocorrelation=_autocorrelation(presented),
        consistency=consistency,
        within_sd=within_sd,
        balanced_mean=_balanced_mean(key, answers),
        median_seconds=_median_seconds(answers, seconds),
    )
    long = _long(key, presented, indices.longstring)
    return Quality(**vars(indices), flags=_flags(key, moments, indices, long))


def _moments(answers: Answers) -> _Moments:
    count = (answers > 0).sum(axis=0, dtype=np.int32)
    total, squares = _total(answers), _total(answers * answers)
    # NaN instead of 0 under a fraction: NumPy then neither divides by zero nor warns.
    known, varied = np.where(count > 0, count, np.nan), np.where(count > 1, count, np.nan)
    variance = (squares * varied - total * total) / (varied * (varied - 1))
    return _Moments(count, total / known, variance)


def _longstring(presented: Answers) -> Counts:
    run: Answers = (presented[0] > 0).astype(np.int16)
    longest: Answers = run
    for before, now in pairwise(presented):
        run = run * (now == before) + 1
        run *= now > 0
        longest = np.maximum(longest, run)
    return longest.astype(np.int32)


def _long(key: Key, presented: Answers, longstring: Counts) -> Bools:
    """True for a run of `LONG_STRING` of one answer, of `LONG_MIDDLE` if that is the middle one."""
    long: Bools = longstring >= LONG_STRING
    # Only the few with any long run are looked at again.
    again = presented[:, long]
    off_middle = _longstring(np.where(again == (key.points + 1) / 2, 0, again).astype(np.int16))
    long[long] = (off_middle >= LONG_STRING) | (longstring[long] >= LONG_MIDDLE)
    return long


def _alternating(presented: Answers) -> Counts:
    """Longest run with x_t = x_{t−2} ≠ x_{t−1}, counted in answers, its first two included."""
    run = longest = np.zeros(presented.shape[1], dtype=np.int16)
    for first, middle, last in zip(presented[:-2], presented[1:-1], presented[2:], strict=True):
        run = (run + 1) * ((last == first) & (last != middle) & (last > 0) & (middle > 0))
        longest = np.maximum(longest, run)
    return np.where(longest > 0, longest + 2, 0).astype(np.int32)


def _autocorrelation(presented: Answers) -> Floats:
    """The greatest Pearson correlation of the answers with themselves 1..5 places on."""
    items, people = presented.shape
    greatest = np.full(people, np.nan)
    present = (presented > 0).astype(np.int16)
    squares = presented * presented
    for lag in AUTOCORRELATION_LAGS:
        if items - lag < FEWEST_PAIRS:
            break
        early, late = slice(None, -lag), slice(lag, None)
        pairs = _total(present[early] * present[late])
        x, y = _total(presented[early] * present[late]), _total(presented[late] * present[early])
        xx, yy = _total(squares[early] * present[late]), _total(squares[late] * present[early])
        xy = _total(presented[early] * presented[late])
        x_spread, y_spread = pairs * xx - x * x, pairs * yy - y * y
        usable = (pairs >= FEWEST_PAIRS) & (x_spread > 0) & (y_spread > 0)
        spread = np.where(usable, x_spread * y_spread.astype(np.float64), np.nan)
        greatest = np.fmax(greatest, (pairs * xy - x * y) / np.sqrt(spread))
    return greatest


def _total(rows: Answers) -> Counts64:
    """Sum over items, in the narrowest type that holds it: int16 adds twice as fast."""
    narrow = len(rows) <= MOST_NARROW
    total: Counts64 = rows.sum(axis=0, dtype=np.int16 if narrow else np.int64).astype(np.int64)
    return total


def _consistency(key: Key, tally: Tally, moments: _Moments) -> tuple[Floats, Floats]:
    """C = 1 − W/E[W], and √(W/Σ(n − 1)).

    W is the squared scatter of keyed answers within scales, E[W] its expectation if the same raw
    answers were dealt to the items at random.
    """
    n, q = tally.answered.astype(np.float64), tally.reverse_answered.astype(np.float64)
    counted = n > 1
    within = added(np.where(counted, tally.within_squares, 0))
    freedom = np.where(counted, n - 1, 0).sum(axis=0)
    opposite = q * (n - q)
    same = q * (q - 1) / 2 + (n - q) * (n - q - 1) / 2
    many = np.where(moments.count > 1, moments.count, np.nan)
    population = moments.variance * (many - 1) / many
    differing = 2 * population * (1 - 1 / (many - 1)) + (2 * moments.mean - 1 - key.points) ** 2
    pairs = same * 2 * moments.variance + opposite * differing
    expected = added(np.where(counted, pairs / np.maximum(n, 1), 0))
    usable = np.where(expected > LEAST_EXPECTED, expected, np.nan)
    return 1 - within / usable, np.sqrt(within / np.where(freedom > 0, freedom, np.nan))


def _balanced_mean(key: Key, answers: Answers) -> Floats:
    means: list[Floats] = []
    for side in (~key.reverse, key.reverse):
        count = (answers[side] > 0).sum(axis=0)
        means.append(answers[side].sum(axis=0) / np.where(count > 0, count, np.nan))
    return (means[0] + means[1]) / 2


def _median_seconds(answers: Answers, seconds: Floats | None) -> Floats:
    if seconds is None:
        return np.full(answers.shape[1], np.nan)
    known = np.where(answers.T > 0, seconds, np.nan)
    some = ~np.isnan(known).all(axis=1)  # nanmedian warns of a row without any value
    median = np.full(len(known), np.nan)
    median[some] = np.nanmedian(known[some], axis=1)
    return median


def _flags(key: Key, moments: _Moments, indices: QualityIndices, long: Bools) -> Bools:
    """Apply the thresholds, (flags, people); those in answer points are for m = 5.

    `long`: whether a run of one answer is too long.
    """
    unit = (key.points - 1) / 4
    sd, within_sd, consistency, autocorrelation, balanced, off = (
        np.round(values, DECIMALS)
        for values in (
            indices.sd,
            indices.within_sd,
            indices.consistency,
            indices.autocorrelation,
            indices.balanced_mean,
            np.abs(moments.mean - (key.points + 1) / 2),
        )
    )
    flat, off_centre = sd <= LITTLE_SPREAD * unit, off >= OFF_CENTRE * unit
    low, high = (1 + (bound - 1) * unit for bound in BALANCED)
    scattered = [(consistency < c) & (within_sd >= w * unit) for c, w in INCONSISTENT]
    raised: dict[str, Bools] = {
        "straight_line": long | (flat & off_centre),
        "pattern": (autocorrelation >= REPEATING) | (indices.alternating >= ALTERNATING),
        "too_fast": indices.median_seconds < SECONDS_AN_ITEM,
        "inconsistent": np.any(scattered, axis=0),
        "mostly_neutral": flat & ~off_centre,
        "acquiescence": (balanced < low) | (balanced > high),
    }
    enough = moments.count >= FEWEST_FOR_FLAGS
    part, whole = MOST_MISSING
    incomplete = whole * (len(key.reverse) - moments.count) > part * len(key.reverse)
    flags = {flag: up & enough for flag, up in raised.items()} | {"incomplete": incomplete}
    return np.stack([flags[flag] for flag in FLAGS])
