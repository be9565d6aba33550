"""How a person is told what went wrong: three short lines, harmless to any terminal."""

from __future__ import annotations

from dataclasses import dataclass

from kelompok_quiz.cli.help_screen import wrapped
from kelompok_quiz.text import visible

WRONG, WHERE, MEND = "Galat   : ", "Di mana : ", "Perbaiki: "
QUOTED = "“{}”"

LONGEST_SHOWN = 40
"""Characters of a typed value that are repeated; the middle of a longer one is left out."""
KEPT_START, KEPT_END = 26, 13


@dataclass(frozen=True, slots=True)
class Complaint:
    """What went wrong, how to mend it, and where, as sentences for a person."""

    message: str
    remedy: str
    place: str | None = None

    def lines(self, width: int | None = None) -> str:
        """Return the three lines (two without a place), wrapped if a width is given."""
        told = ((WRONG, self.message), (WHERE, self.place), (MEND, self.remedy))
        return "\n".join(_line(label, text, width) for label, text in told if text)


def quoted(value: object) -> str:
    """Return a typed value in quotes: literal, harmless to a terminal, and not too long."""
    return QUOTED.format(shortened(str(value)))


def shortened(value: str) -> str:
    """Return a typed value on one harmless line, without its middle where it is long."""
    text = visible(value)
    if len(text) <= LONGEST_SHOWN:
        return text
    return f"{text[:KEPT_START]}…{text[-KEPT_END:]}"


def _line(label: str, text: str, width: int | None) -> str:
    shown = visible(text)
    return wrapped(shown, width, label, " " * len(label)) if width else label + shown
