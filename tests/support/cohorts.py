"""People who answer the small instrument, counted and recapped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from kelompok_quiz.answers import batch_of_matrix
from kelompok_quiz.cohort.groups import Grouping
from kelompok_quiz.cohort.recap import NO_MINIMUMS, Recap
from kelompok_quiz.cohort.summary import summarise
from kelompok_quiz.cohort.sums import Cohort, count
from kelompok_quiz.scoring.assessment import assess
from support.mini import KEY

if TYPE_CHECKING:
    from kelompok_quiz.result.batch import ResultBatch

ITEMS = len(KEY.profile.items)
IDS = list(KEY.profile.order)
IDEAL = [5 if agrees else 1 for agrees in KEY.profile.ideal]
WORST = [1 if agrees else 5 for agrees in KEY.profile.ideal]
MIDDLE = [3] * ITEMS
MILD = [(4 if agrees else 2) if place % 4 else 3 for place, agrees in enumerate(KEY.profile.ideal)]
ONE_WEAK = [
    {1: 4, 5: 2}[answer] if scale == KEY.profile.anti_traits[0] else answer
    for answer, scale in zip(IDEAL, KEY.profile.presented_scales, strict=True)
]
"""The ideal sheet, but agreeing with the first anti-trait."""
BLANK = [0] * ITEMS


def assessed(sheets: Sequence[Sequence[int]]) -> ResultBatch:
    """Results of sheets in presented order, 0 = missing."""
    matrix = np.array(sheets, dtype=np.int8).reshape(-1, ITEMS)
    return assess(KEY, batch_of_matrix(matrix))


def counted(sheets: Sequence[Sequence[int]], groups: Sequence[int] | None = None) -> Cohort:
    """The sums of sheets, by group if groups are given."""
    numbers = None if groups is None else np.array(groups, dtype=np.intp)
    return count(KEY, assessed(sheets), numbers)


def spread_over(*groups: Sequence[int]) -> list[list[int]]:
    """Sheets of groups, each given by how many have every verdict, from the lowest."""
    sheets = (WORST, MIDDLE, MILD, IDEAL)
    return [
        sheet
        for counts in groups
        for sheet, people in zip(sheets, counts, strict=True)
        for _ in range(people)
    ]


def random_sheets(people: int, seed: int, blank: float = 0.03) -> list[list[int]]:
    """Sheets of people who answer as one factor has it, with a few blanks."""
    rng = np.random.default_rng(seed)
    signs = np.array([1.0 if agrees else -1.0 for agrees in KEY.profile.ideal])
    levels = rng.normal(0.4, 1.0, (people, 1)) * signs
    latent = 0.7 * levels + rng.normal(0, 0.7, (people, ITEMS))
    sheets = 1 + np.searchsorted([-1.2, -0.4, 0.4, 1.2], latent)
    sheets[rng.random(sheets.shape) < blank] = 0
    found: list[list[int]] = sheets.tolist()
    return found


def recap_of(
    sheets: Sequence[Sequence[int]], groups: Sequence[str] | None = None, *, lifted: bool = False
) -> Recap:
    """The recap of sheets, by group if labels are given, without minimums if they are lifted."""
    grouping = None if groups is None else Grouping("kelas")
    numbers = None if grouping is None or groups is None else grouping.numbers(groups)
    minimums = NO_MINIMUMS if lifted else None
    return summarise(KEY, count(KEY, assessed(sheets), numbers), grouping, minimums)
