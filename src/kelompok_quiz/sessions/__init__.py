"""Sittings as files: kept between two runs, whole after every answer, or saved for good.

NumPy is not imported: the quiz starts with this room.
"""

from kelompok_quiz.sessions.model import Session
from kelompok_quiz.sessions.sheet import check_sheet_path, save_sheet
from kelompok_quiz.sessions.store import DAYS_ASIDE, SessionStore, opened, own_folder, utc_now

__all__ = [
    "DAYS_ASIDE",
    "Session",
    "SessionStore",
    "check_sheet_path",
    "opened",
    "own_folder",
    "save_sheet",
    "utc_now",
]
