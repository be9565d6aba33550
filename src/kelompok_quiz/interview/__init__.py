"""The interactive quiz: a profile, a sitting and a terminal in, the finished sitting out.

prompt_toolkit and questionary are imported when a screen is drawn, not before.
"""

from kelompok_quiz.interview import pages
from kelompok_quiz.interview.interviewer import Interviewer, Left, TerminalLost, interviewer
from kelompok_quiz.interview.pages import Page
from kelompok_quiz.interview.quiz import Save

__all__ = ["Interviewer", "Left", "Page", "Save", "TerminalLost", "interviewer", "pages"]
