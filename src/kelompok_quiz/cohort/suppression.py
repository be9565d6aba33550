"""Which cells of a table of people are kept back, so that nobody's answers can be guessed.

Primary: a cell of fewer than `FEWEST` people. Secondary: further cells, so that neither the totals
of a row or column nor all of them together give a small cell away. That is cell suppression as in
the Handbook on Statistical Disclosure Control (https://sdctools.github.io/HandbookSDC, chapters 4
and 5), with the cells chosen greedily.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from kelompok_quiz.cohort.sums import Whole
from kelompok_quiz.result import Bools

Place: TypeAlias = tuple[int, int]
"""Row and column of a cell."""

FEWEST: Final = 5
"""People that a published number must stand for."""


def hidden_parts(counts: Sequence[int]) -> list[int]:
    """Return which parts of a known whole are kept back, the smallest first.

    They are the small ones, and further ones until those kept back are `FEWEST` together.
    """
    smallest_first = sorted(range(len(counts)), key=lambda part: (counts[part], part))
    hidden: list[int] = []
    for part in smallest_first:
        together = sum(counts[each] for each in hidden)
        if counts[part] >= FEWEST and (not hidden or together >= FEWEST):
            break
        hidden.append(part)
    return hidden


def hidden_cells(table: Whole) -> Bools:
    """Return which cells of a (rows, columns) table are kept back; its totals are known.

    A row is of `FEWEST` people or more: `hidden_parts` sees to it. A column without anybody shows
    its zeros, since its total tells them anyway.
    """
    free = np.broadcast_to(table.sum(axis=0) > 0, table.shape)
    hidden: Bools = (table < FEWEST) & free
    before = -1
    while before != (before := int(hidden.sum())):
        _cover_lines(table, hidden, free)
        _cover_cells(table, hidden, free)
    return hidden


def _cover_lines(table: Whole, hidden: Bools, free: Bools) -> None:
    """Hide more where the hidden cells of a row or column are fewer than `FEWEST` together."""
    for counts, kept_back, open_ in (
        *_lines(table, hidden, free),
        *_lines(table.T, hidden.T, free.T),
    ):
        while (
            kept_back.any() and counts[kept_back].sum() < FEWEST and _hide(counts, kept_back, open_)
        ):
            pass


def _lines(*tables: npt.NDArray[Any]) -> Iterator[tuple[npt.NDArray[Any], ...]]:
    return zip(*tables, strict=True)


def _cover_cells(table: Whole, hidden: Bools, free: Bools) -> None:
    """Hide more where the totals and what is shown leave a small cell only one number."""
    for row, column in np.argwhere(hidden & (table < FEWEST)).tolist():
        if _is_determined(table, hidden, row, column):
            _cover(table, hidden, free, (row, column))


def _cover(table: Whole, hidden: Bools, free: Bools, cell: Place) -> None:
    """Hide the smallest shown cell with which another number becomes possible in a cell.

    There is one, save where its whole row or column is of fewer than `FEWEST`.
    """
    places = ((row, column) for row, column in np.argwhere(free & ~hidden).tolist())
    for place in sorted(places, key=lambda place: int(table[place])):
        hidden[place] = True
        if not _is_determined(table, hidden, *cell):
            return
        hidden[place] = False


def _hide(counts: Whole, hidden: Bools, free: Bools) -> bool:
    """Hide the smallest of the shown cells, the first of equals; return whether there was one."""
    shown = free & ~hidden
    if not shown.any():
        return False
    sizes = np.where(shown, counts, np.iinfo(counts.dtype).max)
    hidden[np.unravel_index(int(sizes.argmin()), sizes.shape)] = True
    return True


def _is_determined(table: Whole, hidden: Bools, row: int, column: int) -> bool:
    """Whether only one number of people in this cell agrees with everything that is shown.

    Another number agrees if people can be moved round a circle of hidden cells, one into this cell
    and one out of the next, or the other way round; out of a cell only where somebody is in it.
    """
    others = hidden.copy()
    others[row, column] = False
    occupied = others & (table > 0)
    if _reaches(row, column, occupied, others):
        return False
    return not (table[row, column] and _reaches(row, column, others, occupied))


def _reaches(row: int, column: int, along_rows: Bools, along_columns: Bools) -> bool:
    """Whether steps along a row and along a column in turn lead from a row to a column."""
    rows = np.zeros(len(along_rows), dtype=np.bool_)
    rows[row] = True
    while True:
        columns: Bools = np.any(along_rows[rows], axis=0)
        if columns[column]:
            return True
        further: Bools = rows | np.any(along_columns[:, columns], axis=1)
        if (further == rows).all():
            return False
        rows = further
