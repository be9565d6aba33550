"""Results of a batch → sums over its people: whole numbers, exact in any order and any grouping.

Memory does not grow with the people: a class and a province take the same room.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import Any, Final, Self, TypeAlias

import numpy as np
import numpy.typing as npt

from kelompok_quiz.profile.key import Key
from kelompok_quiz.result.batch import (
    BELIEF_READINGS,
    CONTRAST_LEANINGS,
    QUALITY_LEVELS,
    Bools,
    Indices,
    ResultBatch,
)
from kelompok_quiz.scoring.tally import by_item, keyed

Whole: TypeAlias = npt.NDArray[np.int64]

SCORED, UNDETERMINED, REJECTED = STATUSES = range(3)
READINGS, LEANINGS = (
    tuple(name or "unread" for name in names) for names in (BELIEF_READINGS, CONTRAST_LEANINGS)
)
"""Names of the columns of `PeopleSums.readings`, for a belief and for a contrast."""
LOW: Final = QUALITY_LEVELS.index("low")
POWERS: Final = 3
"""Score sums are kept of the powers 0, 1 and 2: number, sum and sum of squares."""


@dataclass(frozen=True, eq=False)
class _Sums:
    """Tables of whole numbers, added and subtracted table by table."""

    def __add__(self, other: Self) -> Self:
        """Return the sums over the people of both."""
        return self._combined(other, np.add)

    def __sub__(self, other: Self) -> Self:
        """Return the sums without the people of `other`, a subset of these."""
        return self._combined(other, np.subtract)

    def _combined(self, other: Self, combine: Callable[[Whole, Whole], Whole]) -> Self:
        pairs = ((getattr(self, f.name), getattr(other, f.name)) for f in fields(self))
        return type(self)(*(_combined_tables(mine, theirs, combine) for mine, theirs in pairs))


def _combined_tables(mine: Any, theirs: Any, combine: Callable[[Whole, Whole], Whole]) -> Any:
    """Combine two tables, or tuples of them; missing rows are groups not met yet."""
    if isinstance(mine, tuple):
        return tuple(combine(a, b) for a, b in zip(mine, theirs, strict=True))
    rows = max(len(mine), len(theirs))
    padded = (
        np.pad(table, [(0, rows - len(table)), *[(0, 0)] * (table.ndim - 1)])
        for table in (mine, theirs)
    )
    return combine(*padded)


@dataclass(frozen=True, eq=False)
class PeopleSums(_Sums):
    """Counts of people, a row per group.

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
        """Return a row for each of `parts`, the sum over the groups in it."""
        tables = (getattr(self, f.name) for f in fields(self))
        return type(self)(
            *(np.stack([table[list(part)].sum(axis=0) for part in parts]) for table in tables)
        )


@dataclass(frozen=True, eq=False)
class ItemSums(_Sums):
    """Counts of keyed answers.

    `responses`: (items, points + 1), answers 1..m, and at 0 the missing ones. `moments`: for every
    scale (items + 1, items + 1), over the people who answered all of it: their number in the
    corner, the sums of their answers along the edges, the sums of products inside.
    """

    responses: Whole
    moments: tuple[Whole, ...]


@dataclass(frozen=True, eq=False)
class Cohort:
    """All people so far; `low_*` are those among them whose answer quality is low.

    `by_group` has a row per group and leaves out the rejected, of whom only the number is
    published: every table of groups adds up to the published whole, so that no difference between
    two tables discloses what one of them withholds.
    """

    people: PeopleSums
    items: ItemSums
    low_people: PeopleSums
    low_items: ItemSums
    by_group: PeopleSums

    def __add__(self, other: Self) -> Self:
        """Return the people of both."""
        return type(self)(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))


def count(key: Key, results: ResultBatch, groups: Indices | None = None) -> Cohort:
    """Return the sums of a batch; `groups` has each person's group, (people,), from 0."""
    together = np.zeros(len(results), dtype=np.intp)
    status = np.where(results.scores.determined, SCORED, UNDETERMINED)
    status[list(results.answers.rejects)] = REJECTED
    sound = status != REJECTED
    low = sound & (results.quality.level == LOW)
    answers = keyed(key, by_item(results.answers.matrix))
    return Cohort(
        people=_people(results, status, together, np.ones_like(sound)),
        items=_items(key, answers[:, sound]),
        low_people=_people(results, status, together, low),
        low_items=_items(key, answers[:, low]),
        by_group=_people(results, status, together if groups is None else groups, sound),
    )


def _people(results: ResultBatch, status: Indices, groups: Indices, taken: Bools) -> PeopleSums:
    """Count those taken; a rejected person has a status and nothing else."""
    verdicts, quality = results.verdicts, results.quality
    width = int(groups[taken].max(initial=0)) + 1
    sound = taken & (status != REJECTED)
    rows = groups[sound]

    def counts(categories: Indices, number: int) -> Whole:
        return _counts(rows, categories[..., sound], (width, number))

    return PeopleSums(
        status=_counts(groups[taken], status[np.newaxis, taken], (width, len(STATUSES)))[:, 0],
        # No verdict, -1, becomes the first column, which is dropped.
        verdicts=counts(verdicts.verdict[np.newaxis] + 1, len(results.key.floors) + 1)[:, 0, 1:],
        # No reading, -1, becomes the last column.
        readings=counts(verdicts.readings % len(READINGS), len(READINGS)),
        levels=counts(quality.level[np.newaxis], len(QUALITY_LEVELS))[:, 0],
        flags=counts(quality.flags.astype(np.intp), 2)[:, :, 1],
        scores=_scores(results, sound, rows, width),
    )


def _counts(rows: Indices, categories: Indices, shape: tuple[int, int]) -> Whole:
    """Count people by group, thing and category: (groups, things, categories).

    `rows` are their groups, (people,), `categories` are (things, people), `shape` is how many
    groups and categories there are.
    """
    groups, number = shape
    things = len(categories)
    thing = np.arange(things)[:, np.newaxis]
    cells = (rows * things + thing) * number + categories
    found = np.bincount(cells.ravel(), minlength=groups * things * number)
    return found.astype(np.int64).reshape(groups, things, number)


def _scores(results: ResultBatch, sound: Bools, rows: Indices, width: int) -> Whole:
    """Sum the scores of sound people as `PeopleSums.scores` keeps them; `rows` are their groups."""
    key = results.key
    answered, steps = results.tally.answered[:, sound], results.tally.steps[:, sound]
    has_score = ~np.isnan(results.scores.score[:, sound])
    most = int(key.lengths.max()) + 1
    sums = np.zeros((width, len(key.columns), most, POWERS), dtype=np.int64)
    for scale, scored in enumerate(has_score):
        # People without a score go into a cell behind the last, which is dropped.
        cells = np.where(scored, rows * most + answered[scale], width * most)
        above = steps[scale]
        for power, weights in enumerate((None, above, above * above)):
            # NumPy adds weights as float64, exact for whole numbers up to 2^53.
            found = np.bincount(cells, weights, minlength=width * most + 1)[:-1]
            sums[:, scale, :, power] = found.reshape(width, most)
    return sums


def _items(key: Key, answers: npt.NDArray[np.int16]) -> ItemSums:
    """Sum keyed answers, (items, people)."""
    responses = [(answers == answer).sum(axis=1) for answer in range(key.points + 1)]
    return ItemSums(
        responses=np.stack(responses, axis=1).astype(np.int64),
        moments=tuple(_moments(answers[columns]) for columns in key.columns),
    )


def _moments(answers: npt.NDArray[np.int16]) -> Whole:
    """The products of all items of a scale, (items, people), with a row of ones before them."""
    complete = answers[:, (answers > 0).all(axis=0)]
    # BLAS multiplies floats only; products of answers add up exactly to 2^53.
    augmented = np.vstack([np.ones((1, complete.shape[1])), complete])
    moments: Whole = (augmented @ augmented.T).astype(np.int64)
    return moments
