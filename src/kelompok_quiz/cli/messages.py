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
    """Write two or three lines a problem: the message, the place if any, the remedy."""
    width = terminal_width(sys.stderr)
    complaints: list[str] = []
    for problem in problems:
        parts = ((WRONG, problem.message), (WHERE, str(problem.place)), (MEND, problem.remedy))
        lines: list[str] = []
        for label, text in parts:
            shown = legible(visible(text), sys.stderr.encoding or "utf-8")
            indent = " " * len(label)
            if text:
                lines += wrap(shown, width, first=label, rest=indent) if width else [label + shown]
        complaints.append("\n".join(lines))
    say("\n\n".join(complaints))


def say(text: str) -> None:
    """Write lines to standard error at once, at a terminal within its width.

    typer's `echo` takes every encoding for UTF-8.
    """
    width = terminal_width(sys.stderr)
    lines: list[str] = []
    for line in text.split("\n"):
        lines += wrap(line, width) if width and len(line) > width else [line]
    sys.stderr.write("".join(f"{line}\n" for line in lines))
    sys.stderr.flush()


def terminal_width(stream: TextIO) -> int | None:
    """Return the columns of a terminal, None for a file or a pipe."""
    return max(NARROWEST, shutil.get_terminal_size().columns) if stream.isatty() else None
