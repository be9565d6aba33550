"""Respondents who sent a form more than once: in which rows, and how to keep their last one.

Two rows are of one respondent if their names are equal but for case and outer space. A row without
a name repeats no other.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kelompok_quiz.answers import AnswerBatch

MOST_REMEMBERED = 100_000
"""Respondents compared, so that memory does not grow with the file."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """A respondent of an earlier row, `first`, again in `row`; both count people from 1."""

    respondent: str
    row: int
    first: int


class Repeats:
    """Finds the repeated respondents in the batches of one file.

    `complete` turns false once there are more respondents than are remembered.
    """

    def __init__(self, most: int = MOST_REMEMBERED) -> None:
        """Start a file; remember so many respondents."""
        self._first: dict[int, int] = {}
        self._most = most
        self.complete = True

    def find(self, batch: AnswerBatch) -> Iterator[Repeat]:
        """Yield the repeated respondents of a batch, in its order."""
        first = self._first
        for name, row in _named(batch):
            earlier = first.get(key := _key(name))
            if earlier is not None:
                yield Repeat(name, row, earlier)
            elif len(first) < self._most:
                first[key] = row
            else:
                self.complete = False


def superseded(batches: Iterable[AnswerBatch]) -> npt.NDArray[np.int64]:
    """Return, ascending, the rows that a later row of the same respondent replaces.

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
    dropped = np.isin(np.asarray(batch.rows), rows)
    return batch.only(np.flatnonzero(~dropped).tolist()) if dropped.any() else batch


def _named(batch: AnswerBatch) -> Iterator[tuple[str, int]]:
    """Yield the respondents with a name of their own, not those called by their number."""
    for person, (name, row) in enumerate(zip(batch.respondents, batch.rows, strict=True)):
        if name is not None and person not in batch.unnamed:
            yield name, row


def _key(name: str) -> int:
    return hash(name.casefold())
