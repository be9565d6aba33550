"""Verdicts of groups that are published together, so that small groups say more than dashes.

A cell of few people is withheld with so many others that a table of small classes would be all
dashes. Neighbouring verdicts are joined instead, in all groups alike, along a fixed tree:

    all people of a group → the lower verdicts | the upper ones → each of them

The undetermined, who have no place among the verdicts, are beside the highest of the lower ones. A
branch is divided if no group has fewer than `FEWEST` people in any of its pieces. Where a group is
too small for the two halves, they are withheld of this group and of all that are no larger, and of
the next larger ones until each half has `FEWEST` people in these together; nothing is divided
further then. Columns without people are in no part: their total, which is published, says so.

Why the choice itself discloses no small cell to a reader who knows this rule and all totals:

*Joined verdicts.* Such a reader learns that a piece of the branch is small in some group, not in
which. Let two groups exchange two people between two pieces of the branch: totals and joined
numbers stay, and so does what is divided elsewhere, since that depends on other columns. Any small
cell can change so, and the branch still has one: an empty cell becomes one; another one goes down
by one if the other group has people in the other piece, else up by one, where the other group's
cell, empty before, is now small. Partitions that compete for the most published numbers would not
do: each one refused says that a cell of its own is small, which together can leave one possibility.

*Withheld halves.* The reader learns that the largest of these groups has a small half, or that it
covers the others, and nothing about each of the others. Covering a small group with whichever
other has the smallest cells, as `hidden_cells` does, would say of every group still shown that it
was not needed: three groups of 15 to 17 can then be worked out.

`tests/property/test_cohort_joining.py` tries every small table against such a reader.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

import numpy as np

from kelompok_quiz.cohort.sums import Whole
from kelompok_quiz.cohort.suppression import FEWEST
from kelompok_quiz.result.batch import Bools

Part: TypeAlias = tuple[int, ...]
"""Columns that are published as one number; none of them is empty."""
Branch: TypeAlias = tuple[Part, ...]
"""A branch of the tree: a column for each verdict, or two where the undetermined are beside it."""


def joined_outcomes(table: Whole) -> tuple[list[Part], Whole, Bools]:
    """Return parts of the columns, from the lowest, their sums by group, and which are withheld.

    `table` has a row per group, a column per verdict from the lowest, and last the undetermined.
    """
    occupied: list[bool] = (table.sum(axis=0) > 0).tolist()
    tree = _tree(table.shape[1] - 1)
    halves = [_columns(half, occupied) for half in _pieces(tree, occupied) or [tree]]
    hidden = _hidden_groups(_sums(table, halves))
    if hidden.any():
        return halves, _sums(table, halves), np.repeat(hidden[:, np.newaxis], len(halves), axis=1)
    parts = list(_divided(tree, table, occupied))
    return parts, _sums(table, parts), np.zeros((len(table), len(parts)), dtype=np.bool_)


def _hidden_groups(sums: Whole) -> Bools:
    """Return which groups have their halves withheld, (groups,), of the sums, (groups, halves)."""
    smallest_first = np.argsort(sums.sum(axis=1), kind="stable")
    small = np.flatnonzero((sums[smallest_first] < FEWEST).any(axis=1))
    number = int(small[-1]) + 1 if len(small) else 0
    while 0 < number < len(sums) and not _cover(sums[smallest_first[:number]]):
        number += 1
    hidden = np.zeros(len(sums), dtype=np.bool_)
    hidden[smallest_first[:number]] = True
    return hidden


def _cover(sums: Whole) -> bool:
    """True if two groups or more have, together, enough people in each half."""
    return len(sums) > 1 and bool((sums.sum(axis=0) >= FEWEST).all())


def _tree(verdicts: int) -> Branch:
    middle = (verdicts - 1) // 2
    return tuple(
        (verdict, verdicts) if verdict == middle else (verdict,) for verdict in range(verdicts)
    )


def _pieces(branch: Branch, occupied: Sequence[bool]) -> list[Branch]:
    """Return what a branch divides into; empty if it is a single column with people."""
    if len(branch) > 1:
        half = (len(branch) + 1) // 2
        pieces: list[Branch] = [branch[:half], branch[half:]]
    else:
        pieces = [((column,),) for column in branch[0] if len(branch[0]) > 1]
    pieces = [piece for piece in pieces if _columns(piece, occupied)]
    return _pieces(pieces[0], occupied) if len(pieces) == 1 else pieces


def _divided(branch: Branch, table: Whole, occupied: Sequence[bool]) -> Iterator[Part]:
    pieces = _pieces(branch, occupied)
    sums = _sums(table, [_columns(piece, occupied) for piece in pieces])
    if not pieces or (sums < FEWEST).any():
        yield _columns(branch, occupied)
        return
    for piece in pieces:
        yield from _divided(piece, table, occupied)


def _columns(branch: Branch, occupied: Sequence[bool]) -> Part:
    return tuple(column for columns in branch for column in columns if occupied[column])


def _sums(table: Whole, parts: Sequence[Part]) -> Whole:
    """Add up the columns of every part, (rows, parts)."""
    sums = [table[:, list(part)].sum(axis=1) for part in parts]
    return np.stack(sums, axis=1) if sums else table[:, :0]
