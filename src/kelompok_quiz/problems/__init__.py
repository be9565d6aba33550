"""What can be wrong, as data: code, place, parameters, message, remedy."""

from kelompok_quiz.problems.files import missing, unwritable
from kelompok_quiz.problems.model import (
    InputMissing,
    InputUnreadable,
    OutputUnwritable,
    Place,
    Problem,
    ProfileInvalid,
    SessionBusy,
    UsageError,
    UserError,
    Verbatim,
    shortened,
)
from kelompok_quiz.words.problems import WORDINGS
from kelompok_quiz.words.problems.wording import Wording

__all__ = [
    "WORDINGS",
    "InputMissing",
    "InputUnreadable",
    "OutputUnwritable",
    "Place",
    "Problem",
    "ProfileInvalid",
    "SessionBusy",
    "UsageError",
    "UserError",
    "Verbatim",
    "Wording",
    "missing",
    "shortened",
    "unwritable",
]
