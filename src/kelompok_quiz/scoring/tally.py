"""The one pass over keyed answers: how many, how many reversed, their sum and sum of squares.

Scores, standard errors, consistency and change all follow from these integers, exactly.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from kelompok_quiz.profile.key import Ints, Key
from kelompok_quiz.result.batch import Counts, Floats, Tally


def added(rows: Floats) -> Floats:
    """Add rows one after the other: (rows, people) → (people,).

    NumPy adds a single column in another order than many, so that a person would get another last
    digit alone than in a class.
    """
    return functools.reduce(np.add, rows)


def by_item(matrix: npt.NDArray[np.int8]) -> npt.NDArray[np.int16]:
    """Return a (people, items) matrix items-major as int16, so that sums run over whole rows."""
    return np.ascontiguousarray(matrix.T, dtype=np.int16)


def keyed(key: Key, answers: npt.NDArray[np.int16]) -> npt.NDArray[np.int16]:
    """Return (items, people) answers turned to the scale's direction; a missing one stays 0."""
    turned = answers.copy()
    reversed_answers = answers[key.reverse]
    turned[key.reverse] = (key.points + 1) * (reversed_answers > 0) - reversed_answers
    return turned


def tally(key: Key, answers: npt.NDArray[np.int16]) -> Tally:
    """Count and sum the keyed answers of every scale; `answers` is (items, people), 0 = missing."""
    present, turned = answers > 0, keyed(key, answers)
    reverse_columns = [columns[key.reverse[columns]] for columns in key.columns]
    return Tally(
        answered=_summed(present, key.columns),
        reverse_answered=_summed(present, reverse_columns),
        total=_summed(turned, key.columns),
        squares=_summed(turned * turned, key.columns),
    )


def _summed(rows: npt.NDArray[Any], groups: Sequence[Ints]) -> Counts:
    return np.stack([rows[group].sum(axis=0, dtype=np.int32) for group in groups])
