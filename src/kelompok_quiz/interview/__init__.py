"""The interactive quiz: a profile, a sitting and a terminal → the sitting, finished.

prompt_toolkit and questionary are imported when a screen is drawn, not before.
"""

from __future__ import annotations

from kelompok_quiz.interview import pages
from kelompok_quiz.interview.endings import Interrupted, Left
from kelompok_quiz.interview.interviewer import Interviewer
from kelompok_quiz.interview.pages import Page
from kelompok_quiz.interview.run import Save
from kelompok_quiz.words import quiz as words

__all__ = ["Interrupted", "Interviewer", "Left", "Page", "Save", "interviewer", "pages", "words"]


def interviewer(*, linear: bool) -> Interviewer:
    """Return who asks at this terminal: line by line where that is wanted or nothing else goes."""
    from kelompok_quiz.interview.linear import LineInterviewer

    if linear:
        return LineInterviewer()
    from kelompok_quiz.interview.application import NoScreen, ScreenInterviewer

    try:
        return ScreenInterviewer()
    except NoScreen:
        return LineInterviewer()
