"""People who sent a form more than once: who, and in which rows; and keeping their last one.

Two rows are of one respondent if the respondent's column names the same person in both, case and
outer space apart. A row without a name is nobody's repetition.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kelompok_quiz.answers import AnswerBatch

MOST_COMPARED = 100_000
"""Respondents of a file that are remembered, so that memory does not grow with the file."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """A respondent whose name stood in an earlier row already; `row` counts people from 1."""

    respondent: str
    row: int
    first: int


class Repeats:
    """Watches batches of one file go by and finds the repeated respondents among the first."""

    def __init__(self) -> None:
        """Start a file."""
        self._first: dict[int, int] = {}
        self.complete = True

    def find(self, batch: AnswerBatch) -> Iterator[Repeat]:
        """Yield the repeated respondents of a batch, in its order.

        `complete` turns false once there are more respondents than are remembered.
        """
        first = self._first
        for name, row in _named(batch):
            earlier = first.get(key := _key(name))
            if earlier is not None:
                yield Repeat(name, row, earlier)
            elif len(first) < MOST_COMPARED:
                first[key] = row
            else:
                self.complete = False


def superseded(batches: Iterable[AnswerBatch]) -> npt.NDArray[np.int64]:
    """Return the rows, ascending, of whom a later row of the same respondent takes the place.

    It takes sixteen bytes a person.
    """
    keys, rows = array("q"), array("q")
    for batch in batches:
        for name, row in _named(batch):
            keys.append(_key(name))
            rows.append(row)
    # Of equal keys `unique` finds the first; turned around, that is the last submission.
    _, last = np.unique(np.array(keys, dtype=np.int64)[::-1], return_index=True)
    kept = np.array(rows, dtype=np.int64)[::-1][last]
    return np.setdiff1d(np.array(rows, dtype=np.int64), kept)


def without(batch: AnswerBatch, rows: npt.NDArray[np.int64]) -> AnswerBatch:
    """Return a batch without some rows; those that stay keep their numbers."""
    aside = np.isin(np.asarray(batch.rows), rows)
    return batch.only(np.flatnonzero(~aside).tolist()) if aside.any() else batch


def _named(batch: AnswerBatch) -> Iterator[tuple[str, int]]:
    """Yield the respondents that gave a name; the number that others are called by is none."""
    for person, (name, row) in enumerate(zip(batch.respondents, batch.rows, strict=True)):
        if name is not None and person not in batch.unnamed:
            yield name, row


def _key(name: str) -> int:
    return hash(name.casefold())
