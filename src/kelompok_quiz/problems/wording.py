"""What every problem says, by code: the message is what happened, the remedy how to mend it.

`{value}` and its like are filled with what the person wrote, shortened and never interpreted.
"""

from __future__ import annotations

from kelompok_quiz.problems import (
    answer_wording,
    file_wording,
    guide_wording,
    profile_wording,
    session_wording,
    usage_wording,
)
from kelompok_quiz.problems.severity import Wording

WORDINGS: dict[str, Wording] = {
    **profile_wording.ERRORS,
    **profile_wording.WARNINGS,
    **file_wording.ERRORS,
    **answer_wording.ERRORS,
    **guide_wording.ERRORS,
    **session_wording.ERRORS,
    **usage_wording.ERRORS,
}
