"""Files that are whole or not there, and that one process at a time works on."""

from kelompok_quiz.storage.atomic import PRIVATE, atomic, sweep
from kelompok_quiz.storage.lock import Busy, locked

__all__ = ["PRIVATE", "Busy", "atomic", "locked", "sweep"]
