"""Every way to write an answer, by the responses of a profile."""

from __future__ import annotations

from collections.abc import Sequence

from kelompok_quiz.profile.checks import RESERVED_RESPONSES
from kelompok_quiz.text import fold


def known_answers(responses: Sequence[str]) -> dict[str, int]:
    """Return each folded spelling with its answer, 1..m in the order given, or 0 for missing.

    A number (`4`, `4.0`, `4,0`), a response, both joined (`4 - setuju`), or a mark of nothing.
    """
    known = dict.fromkeys(RESERVED_RESPONSES, 0)
    for answer, response in enumerate(responses, start=1):
        label = fold(response)
        spellings = (f"{answer}", f"{answer}.0", f"{answer},0", label, f"{answer} - {label}")
        known |= dict.fromkeys(spellings, answer)
    return known
