"""What the columns of an answer file stand for, and what a person says about one form of it."""

from kelompok_quiz.columns.columns import NOTHING, RESPONDENT_NAMES, Mapping, Timing, lay_out
from kelompok_quiz.columns.draft import GUIDE_NAME, draft
from kelompok_quiz.columns.guide import UNGUIDED, Guide, read_guide
from kelompok_quiz.columns.ladder import Ladder, Rung, Time
from kelompok_quiz.columns.misses import NearMiss, missing_problems, near_misses

__all__ = [
    "GUIDE_NAME",
    "NOTHING",
    "RESPONDENT_NAMES",
    "UNGUIDED",
    "Guide",
    "Ladder",
    "Mapping",
    "NearMiss",
    "Rung",
    "Time",
    "Timing",
    "draft",
    "lay_out",
    "missing_problems",
    "near_misses",
    "read_guide",
]
