"""What a sound order of items keeps to: each rule once, for `lint` and for drawing an order.

The rules and why they stand are in `docs/metode.md`. A mark is one of two sides an item can be on:
its key direction, or whether the ideal sheet agrees with it. That sheet holds two answers only, so
its alternation and autocorrelation are those of its marks, whichever two answers they are.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from operator import and_

MOST_IN_A_ROW = 3
MOST_ALTERNATING = 6
MOST_AUTOCORRELATION = 0.45
"""From here on the ideal sheet comes too near to a pattern."""

LAGS = range(1, 6)
FEWEST_PAIRS = 20


def neighbours(scales: Sequence[str]) -> Iterator[int]:
    """Yield the index of every item whose scale is that of the item before."""
    return (index for index, (one, other) in enumerate(pairwise(scales), 1) if one == other)


def fewest_blocks(scales: Sequence[str]) -> int:
    """Return into how few blocks an order falls if none holds two items of a scale."""
    blocks, seen = 1, set[str]()
    for scale in scales:
        if scale in seen:
            blocks, seen = blocks + 1, set()
        seen.add(scale)
    return blocks


def long_runs(marks: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield (start, length) of every run of one mark that is longer than `MOST_IN_A_ROW`."""
    start = 0
    for _, run in groupby(marks):
        length = len(list(run))
        if length > MOST_IN_A_ROW:
            yield start, length
        start += length


def alternating(marks: Sequence[bool]) -> int:
    """Return the length of the longest run in which every mark differs from the one before.

    Two marks are no run yet: below three it is 0, as in the quality index.
    """
    longest = run = 1
    for one, other in pairwise(marks):
        run = run + 1 if one != other else 1
        longest = max(longest, run)
    return longest if longest > 2 else 0  # noqa: PLR2004 - two marks


def autocorrelation(marks: Sequence[bool]) -> float | None:
    """Return the greatest correlation of the marks with themselves 1..5 places on.

    None if there are too few marks for any lag, or one mark throughout.
    """
    lags = [lag for lag in LAGS if len(marks) - lag >= FEWEST_PAIRS]
    found = (_correlation(marks[:-lag], marks[lag:]) for lag in lags)
    return max((value for value in found if value is not None), default=None)


def _correlation(early: Sequence[bool], late: Sequence[bool]) -> float | None:
    """Pearson's correlation of two rows of noughts and ones, from whole-number sums."""
    pairs, x, y = len(early), sum(early), sum(late)
    spread = (pairs * x - x * x) * (pairs * y - y * y)
    both = sum(map(and_, early, late))
    return (pairs * both - x * y) / math.sqrt(spread) if spread else None
