"""Sums over people: whole numbers, so that adding them is exact in any order and any grouping.

Memory does not grow with the people: a class and a province take the same room.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import Any, Self, TypeAlias

import numpy as np
import numpy.typing as npt

Whole: TypeAlias = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class _Sums:
    """Tables of whole numbers that are added and subtracted one by one."""

    def __add__(self, other: Self) -> Self:
        """Return the sums over the people of both."""
        return self._combined(other, np.add)

    def __sub__(self, other: Self) -> Self:
        """Return the sums without the people of the other, who are among these."""
        return self._combined(other, np.subtract)

    def _combined(self, other: Self, combine: Callable[[Whole, Whole], Whole]) -> Self:
        pairs = ((getattr(self, f.name), getattr(other, f.name)) for f in fields(self))
        return type(self)(*(_merged(mine, theirs, combine) for mine, theirs in pairs))


def _merged(mine: Any, theirs: Any, combine: Callable[[Whole, Whole], Whole]) -> Any:
    if isinstance(mine, tuple):
        return tuple(combine(a, b) for a, b in zip(mine, theirs, strict=True))
    rows = max(len(mine), len(theirs))
    return combine(_lengthened(mine, rows), _lengthened(theirs, rows))


def _lengthened(table: Whole, rows: int) -> Whole:
    """Return a table with rows of zeros behind it, for groups that were not met yet."""
    longer = np.zeros((rows, *table.shape[1:]), dtype=np.int64)
    longer[: len(table)] = table
    return longer


@dataclass(frozen=True, eq=False)
class PeopleSums(_Sums):
    """How many people ended how, a row a group.

    `status`: (groups, 3) scored, undetermined, rejected. `verdicts`: (groups, verdicts).
    `readings`: (groups, beliefs + contrasts, 4) low, middle, high, none. `levels`: (groups, 3)
    and `flags`: (groups, flags) of answer quality. `scores`: (groups, scales, answered, 3), for
    every number of answered items: people with a score, their steps above the least score, and
    the squares of these. A step is one answer moved by one.
    """

    status: Whole
    verdicts: Whole
    readings: Whole
    levels: Whole
    flags: Whole
    scores: Whole

    def regrouped(self, parts: Sequence[Sequence[int]]) -> Self:
        """Return a row for every part, the sum over the groups that it names."""
        tables = (getattr(self, f.name) for f in fields(self))
        return type(self)(
            *(np.stack([table[list(part)].sum(axis=0) for part in parts]) for table in tables)
        )


@dataclass(frozen=True, eq=False)
class ItemSums(_Sums):
    """How the items were answered.

    `responses`: (items, points + 1) raw answers 1..m, and at 0 the missing ones. `moments`: for
    every scale (items + 1, items + 1), over the people who answered all of it: their number in
    the corner, the sums of keyed answers along the edges, the sums of products inside.
    """

    responses: Whole
    moments: tuple[Whole, ...]
