"""People → statistics of a group: sums that can be added, and what is told of them.

`count` turns a batch into sums, `summarise` the sums into a `Recap`. Nobody can be found in it:
what stands for a few people of a group is kept back.
"""

from kelompok_quiz.cohort.counting import Cohort, count
from kelompok_quiz.cohort.grouping import Grouping, find_column
from kelompok_quiz.cohort.record import (
    NO_MINIMUMS,
    BeliefFigures,
    Careful,
    Group,
    Minimums,
    Recap,
    ScaleFigures,
)
from kelompok_quiz.cohort.summary import summarise
from kelompok_quiz.cohort.suppression import FEWEST

__all__ = [
    "FEWEST",
    "NO_MINIMUMS",
    "BeliefFigures",
    "Careful",
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
