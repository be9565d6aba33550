"""Sittings as files: a session kept until the quiz is finished, answers saved for good.

NumPy is not imported: the quiz starts with this room.
"""

from kelompok_quiz.sessions.answers_file import check_answers_path, save_answers
from kelompok_quiz.sessions.store import (
    DAYS_ASIDE,
    Session,
    SessionStore,
    opened,
    own_folder,
    utc_now,
)

__all__ = [
    "DAYS_ASIDE",
    "Session",
    "SessionStore",
    "check_answers_path",
    "opened",
    "own_folder",
    "save_answers",
    "utc_now",
]
