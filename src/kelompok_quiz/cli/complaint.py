"""How a person is told what went wrong: three short lines, harmless to any terminal."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from kelompok_quiz.cli.language.help_screen import terminal_width, wrapped
from kelompok_quiz.problems import shortened
from kelompok_quiz.text import legible, visible

WRONG, WHERE, MEND = "Galat   : ", "Di mana : ", "Perbaiki: "
QUOTED = "“{}”"


@dataclass(frozen=True, slots=True)
class Complaint:
    """What went wrong, how to mend it, and where, as sentences for a person."""

    message: str
    remedy: str
    place: str | None = None

    def lines(self, width: int | None = None, encoding: str = "utf-8") -> str:
        """Return the three lines (two without a place), wrapped if a width is given.

        Nothing in them moves a cursor, and all of them can be written in the encoding.
        """
        told = ((WRONG, self.message), (WHERE, self.place), (MEND, self.remedy))
        return "\n".join(
            _line(label, legible(visible(text), encoding), width) for label, text in told if text
        )


def say(text: str) -> None:
    """Write lines to standard error at once, at a terminal within its width.

    typer's `echo` takes every encoding for UTF-8.
    """
    width = terminal_width(sys.stderr)
    lines = text.split("\n") if width else [text]
    shown = (wrapped(each, width) if width and len(each) > width else each for each in lines)
    sys.stderr.write("".join(f"{each}\n" for each in shown))
    sys.stderr.flush()


def quoted(value: object) -> str:
    """Return a typed value in quotes, on one line and not too long."""
    return QUOTED.format(shortened(value))


def _line(label: str, shown: str, width: int | None) -> str:
    return wrapped(shown, width, label, " " * len(label)) if width else label + shown
