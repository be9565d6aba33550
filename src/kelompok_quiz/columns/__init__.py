"""Which column of an answer file holds what, and the user's guide to one form."""

from kelompok_quiz.columns.column_map import (
    ColumnMap,
    TimeColumn,
    map_columns,
    missing_problems,
    near_misses,
)
from kelompok_quiz.columns.draft import GUIDE_NAME, draft
from kelompok_quiz.columns.guide import UNGUIDED, Guide, read_guide
from kelompok_quiz.columns.matcher import HeaderMatcher, MatchRule, TimeMatch

__all__ = [
    "GUIDE_NAME",
    "UNGUIDED",
    "ColumnMap",
    "Guide",
    "HeaderMatcher",
    "MatchRule",
    "TimeColumn",
    "TimeMatch",
    "draft",
    "map_columns",
    "missing_problems",
    "near_misses",
    "read_guide",
]
