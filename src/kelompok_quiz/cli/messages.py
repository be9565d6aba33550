"""Lines on standard error: harmless to any terminal, wrapped to its width."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable
from itertools import chain
from typing import TextIO

from kelompok_quiz.problems import Problem
from kelompok_quiz.text import legible, visible, wrap
from kelompok_quiz.words.problems import MEND, WHERE, WRONG

NARROWEST = 20
"""Columns below which wrapping is pointless."""


def complain(problems: Iterable[Problem]) -> None:
    """Write two or three lines a problem: the message, the place if any, the remedy."""
    width = terminal_width(sys.stderr)
    say("\n\n".join(_complaint(each, width, sys.stderr.encoding or "utf-8") for each in problems))


def _complaint(problem: Problem, width: int | None, encoding: str) -> str:
    parts = ((WRONG, problem.message), (WHERE, str(problem.place)), (MEND, problem.remedy))
    shown = [(label, legible(visible(text), encoding)) for label, text in parts if text]
    if width is None:
        return "\n".join(label + text for label, text in shown)
    lines = (wrap(text, width, first=label, rest=" " * len(label)) for label, text in shown)
    return "\n".join(chain.from_iterable(lines))


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
