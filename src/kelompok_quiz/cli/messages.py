"""Lines on standard error: harmless to any terminal, wrapped to its width."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable
from typing import TextIO

from kelompok_quiz.problems import Problem
from kelompok_quiz.text import legible, visible, wrap
from kelompok_quiz.words.problems import MEND, WHERE, WRONG

NARROWEST = 20
"""Columns below which wrapping is pointless."""


def complain(problems: Iterable[Problem]) -> None:
    """Write two or three lines a problem: the message, the place if any, the remedy.

    The commands of a remedy are lines below it, and never wrapped.
    """
    width = terminal_width(sys.stderr)
    complaints: list[str] = []
    for problem in problems:
        remedy, *commands = problem.remedy.split("\n")
        parts = ((WRONG, problem.message), (WHERE, str(problem.place)), (MEND, remedy))
        lines: list[str] = []
        for label, text in parts:
            shown, indent = _shown(text), " " * len(label)
            if text:
                lines += wrap(shown, width, first=label, rest=indent) if width else [label + shown]
        complaints.append("\n".join([*lines, *map(_shown, commands)]))
    say("\n\n".join(complaints))


def _shown(text: str) -> str:
    return legible(visible(text), sys.stderr.encoding or "utf-8")


def say(text: str) -> None:
    """Write lines to standard error at once, at a terminal within its width.

    A line that begins with a space is a command to be copied, and never wrapped. typer's `echo`
    takes every encoding for UTF-8.
    """
    width = terminal_width(sys.stderr)
    lines: list[str] = []
    for line in text.split("\n"):
        if width and len(line) > width and not line.startswith(" "):
            lines += wrap(line, width)
        else:
            lines.append(line)
    sys.stderr.write("".join(f"{line}\n" for line in lines))
    sys.stderr.flush()


def terminal_width(stream: TextIO) -> int | None:
    """Return the columns of a terminal, None for a file or a pipe."""
    return max(NARROWEST, shutil.get_terminal_size().columns) if stream.isatty() else None
