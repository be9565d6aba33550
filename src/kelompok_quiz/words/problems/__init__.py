"""What every problem says, by code: the message is what happened, the remedy how to mend it.

`{value}` and its like are filled with what the person wrote, shortened and never interpreted.
"""

from __future__ import annotations

from kelompok_quiz.words.problems import answers, files, guide, misuse, profile, session, usage
from kelompok_quiz.words.problems.wording import Wording

WORDINGS: dict[str, Wording] = {
    **profile.ERRORS,
    **profile.WARNINGS,
    **files.ERRORS,
    **answers.ERRORS,
    **guide.ERRORS,
    **session.ERRORS,
    **usage.ERRORS,
    **misuse.ERRORS,
}

WRONG, WHERE, MEND = "Galat   : ", "Di mana : ", "Perbaiki: "
"""The labels of a problem's three lines."""
