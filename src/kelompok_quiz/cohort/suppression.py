"""Cells of a table of people to withhold, so that no person's answers can be inferred.

Primary: a cell of fewer than `FEWEST` people. Secondary: further cells, so that neither the totals
of a row or column nor all of them together disclose a small cell. That is cell suppression as in
the Handbook on Statistical Disclosure Control (https://sdctools.github.io/HandbookSDC, chapters 4
and 5), with the cells chosen greedily.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from kelompok_quiz.cohort.sums import Whole
from kelompok_quiz.result.batch import Bools

FEWEST: Final = 5
"""The fewest people behind a published number."""


def hidden_parts(counts: Sequence[int]) -> list[int]:
    """Return which parts of a known whole are withheld, the smallest first.

    They are the small ones, and further ones until those withheld are `FEWEST` together.
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
    """Return which cells of a (rows, columns) table with known totals are withheld.

    A row has `FEWEST` people or more: `hidden_parts` sees to it. A column without people shows its
    zeros, since its total discloses them anyway.
    """
    free = np.broadcast_to(table.sum(axis=0) > 0, table.shape)
    hidden: Bools = (table < FEWEST) & free
    while True:
        before = hidden.copy()
        _cover_lines(table, hidden, free)
        _cover_cells(table, hidden, free)
        if (hidden == before).all():
            return hidden


def _cover_lines(table: Whole, hidden: Bools, free: Bools) -> None:
    """Hide more if the hidden cells of a row or column are fewer than `FEWEST` people together."""
    for counts, covered, coverable in (
        *zip(table, hidden, free, strict=True),
        *zip(table.T, hidden.T, free.T, strict=True),
    ):
        while covered.any() and counts[covered].sum() < FEWEST:
            shown = coverable & ~covered
            if not shown.any():
                break
            smallest = np.where(shown, counts, np.iinfo(counts.dtype).max).argmin()
            covered[smallest] = True  # a view: hides the cell in the table


def _cover_cells(table: Whole, hidden: Bools, free: Bools) -> None:
    """Hide more if the totals and the shown cells leave a small cell only one possible number.

    For each such cell, hide the smallest shown cell with which another number becomes possible.
    There is one, unless the whole row or column has fewer than `FEWEST` people.
    """
    for row, column in np.argwhere(hidden & (table < FEWEST)).tolist():
        if not _is_determined(table, hidden, row, column):
            continue
        shown = [(int(table[r, c]), r, c) for r, c in np.argwhere(free & ~hidden).tolist()]
        for _, *place in sorted(shown):
            hidden[tuple(place)] = True
            if not _is_determined(table, hidden, row, column):
                break
            hidden[tuple(place)] = False


def _is_determined(table: Whole, hidden: Bools, row: int, column: int) -> bool:
    """True if only one number of people in this cell agrees with all totals and shown cells.

    Another number agrees if people can be moved round a cycle of hidden cells, one into this cell
    and one out of the next, or the other way round; out of a cell only if it is not empty.
    """
    others = hidden.copy()
    others[row, column] = False
    occupied = others & (table > 0)
    if _reaches(row, column, occupied, others):
        return False
    return not (table[row, column] and _reaches(row, column, others, occupied))


def _reaches(row: int, column: int, along_rows: Bools, along_columns: Bools) -> bool:
    """True if steps along a row and along a column in turn lead from `row` to `column`."""
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
