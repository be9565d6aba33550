"""How an answer may be spelled in a file: a number, a response, both joined, or blank."""

from __future__ import annotations

from collections.abc import Sequence

from kelompok_quiz.text import fold

BLANKS = frozenset(("", "-", "na", "lewati"))
"""Folded spellings of a missing answer in a file; no response may be one of them."""
JOINED = (
    *("{number} - {label}", "{number}-{label}", "{number}. {label}", "{number}) {label}"),
    *("{number}: {label}", "{number} = {label}", "{number} ({label})", "{label} ({number})"),
)
"""How forms write a response with its number; both must be of one answer."""


def known_answers(responses: Sequence[str]) -> dict[str, int]:
    """Return each folded spelling with its answer, 1..m in the order given, or 0 for missing.

    A number (`4`, `4.0`, `4,0`), a response, both joined (`JOINED`), or one of `BLANKS`.
    """
    known = dict.fromkeys(BLANKS, 0)
    labels = {fold(response): answer for answer, response in enumerate(responses, start=1)}
    for label, number in labels.items():
        numbers = (f"{number}", f"{number}.0", f"{number},0")
        both = (join.format(number=number, label=label) for join in JOINED)
        known |= dict.fromkeys((*numbers, *both), number)
    return known | labels
