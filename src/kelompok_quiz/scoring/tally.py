"""The one pass over keyed answers: how many, how many reversed, their sum and sum of squares.

Scores, standard errors, consistency and change all follow from these integers, exactly.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from kelompok_quiz.profile.key import Ints, Key
from kelompok_quiz.result import Counts, Floats


@dataclass(frozen=True, eq=False)
class Tally:
    """Integers per scale and person, each (scales, people)."""

    answered: Counts
    reverse_answered: Counts
    total: Counts
    squares: Counts

    @property
    def within_squares(self) -> Floats:
        """Sum of squared deviations of keyed answers from the scale's own mean, 0 if none."""
        answered = np.maximum(self.answered, 1)
        return self.squares - self.total.astype(np.float64) ** 2 / answered


def added(rows: Floats) -> Floats:
    """Add rows one after the other: (rows, people) → (people,).

    NumPy adds a single column in another order than many, so that a person would get another last
    digit alone than in a class.
    """
    return functools.reduce(np.add, rows)


def by_item(matrix: npt.NDArray[np.int8]) -> npt.NDArray[np.int16]:
    """Return a (people, items) matrix items-major as int16, so that sums run over whole rows."""
    return np.ascontiguousarray(matrix.T, dtype=np.int16)


def tally(key: Key, answers: npt.NDArray[np.int16]) -> Tally:
    """Count and sum the keyed answers of every scale; `answers` is (items, people), 0 = missing."""
    present = answers > 0
    flipped = (key.points + 1) * present[key.reverse] - answers[key.reverse]
    keyed = answers.copy()
    keyed[key.reverse] = flipped
    squares = keyed * keyed
    reverse_columns = [columns[key.reverse[columns]] for columns in key.columns]
    return Tally(
        answered=_summed(present, key.columns),
        reverse_answered=_summed(present, reverse_columns),
        total=_summed(keyed, key.columns),
        squares=_summed(squares, key.columns),
    )


def _summed(rows: npt.NDArray[Any], groups: Sequence[Ints]) -> Counts:
    return np.stack([rows[group].sum(axis=0, dtype=np.int32) for group in groups])
