"""People → group statistics: sums that can be added, and the figures published from them.

`count` turns a batch into sums, `summarise` the sums into a `Recap`. Figures that would identify
people are withheld, see `suppression`.
"""

from kelompok_quiz.cohort.groups import Grouping, find_column
from kelompok_quiz.cohort.record import (
    NO_MINIMUMS,
    BeliefFigures,
    Group,
    Minimums,
    Recap,
    ScaleFigures,
)
from kelompok_quiz.cohort.summary import summarise
from kelompok_quiz.cohort.sums import Cohort, count
from kelompok_quiz.cohort.suppression import FEWEST

__all__ = [
    "FEWEST",
    "NO_MINIMUMS",
    "BeliefFigures",
    "Cohort",
    "Group",
    "Grouping",
    "Minimums",
    "Recap",
    "ScaleFigures",
    "count",
    "find_column",
    "summarise",
]
