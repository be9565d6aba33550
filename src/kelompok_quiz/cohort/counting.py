"""Results of a batch → sums over its people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt

from kelompok_quiz.cohort.sums import ItemSums, PeopleSums, Whole
from kelompok_quiz.profile.key import Key
from kelompok_quiz.result import (
    BELIEF_READINGS,
    QUALITY_LEVELS,
    Bools,
    Indices,
    ResultBatch,
)
from kelompok_quiz.scoring.tally import by_item, keyed

SCORED, UNDETERMINED, REJECTED = range(3)
LOW = QUALITY_LEVELS.index("low")


@dataclass(frozen=True, eq=False)
class Cohort:
    """Everybody met so far; `low_*` are those among them whose answer quality is low.

    `by_group` has a row a group and leaves out the rejected, of whom nothing else is told: every
    table made of it adds up to what is told of everybody, and none gives away by a difference what
    another keeps back.
    """

    people: PeopleSums
    items: ItemSums
    low_people: PeopleSums
    low_items: ItemSums
    by_group: PeopleSums

    def __add__(self, other: Self) -> Self:
        """Return both together."""
        return type(self)(
            self.people + other.people,
            self.items + other.items,
            self.low_people + other.low_people,
            self.low_items + other.low_items,
            self.by_group + other.by_group,
        )


def count(key: Key, results: ResultBatch, groups: Indices | None = None) -> Cohort:
    """Return the sums of a batch; `groups` has each person's group, (people,), from 0."""
    together = np.zeros(len(results), dtype=np.intp)
    status = np.where(results.scores.determined, SCORED, UNDETERMINED)
    status[list(results.answers.rejects)] = REJECTED
    sound = status != REJECTED
    low = sound & (results.quality.level == LOW)
    return Cohort(
        people=_people(results, status, together, np.ones_like(sound)),
        items=_items(key, results.answers.matrix[sound]),
        low_people=_people(results, status, together, low),
        low_items=_items(key, results.answers.matrix[low]),
        by_group=_people(results, status, together if groups is None else groups, sound),
    )


def _people(results: ResultBatch, status: Indices, groups: Indices, taken: Bools) -> PeopleSums:
    """Count those taken; who was rejected has a status and nothing else."""
    verdicts, quality = results.verdicts, results.quality
    width = int(groups[taken].max(initial=0)) + 1
    sound = taken & (status != REJECTED)
    rows = groups[sound]

    def table(categories: Indices, count: int) -> Whole:
        return _counts(rows, categories[sound], width, count)

    readings = [
        table(reading % len(BELIEF_READINGS), len(BELIEF_READINGS)) for reading in verdicts.readings
    ]
    flags = [table(flag.astype(np.intp), 2)[:, 1] for flag in quality.flags]
    return PeopleSums(
        status=_counts(groups[taken], status[taken], width, 3),
        verdicts=table(verdicts.verdict + 1, len(results.key.floors) + 1)[:, 1:],
        readings=_stacked(readings, (width, len(BELIEF_READINGS))),
        levels=table(quality.level, len(QUALITY_LEVELS)),
        flags=_stacked(flags, (width,)),
        scores=_scores(results, sound, rows, width),
    )


def _stacked(tables: list[Whole], shape: tuple[int, ...]) -> Whole:
    """Put tables side by side as the second axis; there may be none."""
    return np.stack([np.zeros(shape, dtype=np.int64), *tables], axis=1)[:, 1:]


def _counts(rows: Indices, categories: Indices, width: int, count: int) -> Whole:
    found = np.bincount(rows * count + categories, minlength=width * count)
    return found.astype(np.int64).reshape(width, count)


def _scores(results: ResultBatch, sound: Bools, rows: Indices, width: int) -> Whole:
    """By group, scale and number of answered items: people, steps above the least, squares."""
    key = results.key
    most = int(key.lengths.max()) + 1
    sums = np.zeros((width, len(key.columns), most, 3), dtype=np.int64)
    for scale, score in enumerate(results.scores.score[:, sound]):
        scored = ~np.isnan(score)
        answered = results.tally.answered[scale, sound][scored]
        steps = results.tally.steps[scale, sound][scored]
        cells = rows[scored] * most + answered
        for power in range(3):
            found = np.bincount(cells, steps**power, minlength=width * most)
            sums[:, scale, :, power] = np.rint(found).astype(np.int64).reshape(width, most)
    return sums


def _items(key: Key, matrix: npt.NDArray[np.int8]) -> ItemSums:
    answers = by_item(matrix)
    responses = [(answers == answer).sum(axis=1) for answer in range(key.points + 1)]
    turned = keyed(key, answers)
    return ItemSums(
        responses=np.stack(responses, axis=1).astype(np.int64),
        moments=tuple(_moments(turned[columns]) for columns in key.columns),
    )


def _moments(answers: npt.NDArray[np.int16]) -> Whole:
    """The products of every item with every other, a row of ones before them; (items, people).

    Float products of answers are whole and far below 2^53 in a batch, hence exact.
    """
    complete = answers[:, (answers > 0).all(axis=0)]
    augmented = np.vstack([np.ones((1, complete.shape[1])), complete])
    moments: Whole = np.rint(augmented @ augmented.T).astype(np.int64)
    return moments
