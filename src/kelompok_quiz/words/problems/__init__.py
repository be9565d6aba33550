"""The two sentences of every problem by its code, a module an audience: `problems` gathers them.

`{value}` and its like are filled with what the person wrote, shortened and never interpreted.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]

STDIN_NAME = "masukan"
"""Shown for `-`, standard input."""
PERSON, HEADER = "orang ke-{person}", "kolom “{header}”"
"""Parts of a place, after the file."""
WRONG, WHERE, MEND = "Galat   : ", "Di mana : ", "Perbaiki: "
"""The labels of a problem's three lines."""


class Wording(NamedTuple):
    """The two sentences of a problem, and whether it forbids use or only weakens."""

    message: str
    remedy: str
    severity: Severity = "error"


def warning(message: str, remedy: str) -> Wording:
    """Return the wording of something that weakens a profile without forbidding its use."""
    return Wording(message, remedy, "warning")
