"""Consoles that print text literally, never as markup."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import Literal, TextIO

from rich.console import Console
from rich.text import Text

from kelompok_quiz.text import colour_wanted, is_dumb

MIN_WIDTH = 20
MAX_WIDTH = 88
"""Longer lines are hard to read."""
DEFAULT_SIZE = (80, 25)
"""Columns and lines if no stream is a terminal."""


class PlainConsole(Console):
    """A console that raises `BrokenPipeError`, so that `cli` decides the exit code."""

    def on_broken_pipe(self) -> None:
        """Raise again: rich would exit the process with 1."""
        raise BrokenPipeError


def plain_console(stream: TextIO, width: int | None = None) -> PlainConsole:
    """Return a console for a stream; `width` in columns, by default that of the terminal.

    rich takes FORCE_COLOR=0 for a yes, ignores CLICOLOR, and gives every dumb terminal 80
    columns; colour and size are therefore decided here.
    """
    colour = colour_wanted(os.environ, terminal=stream.isatty())
    # rich's own detection finds no colour on a dumb terminal, even if the user forces it.
    color_system: Literal["auto", "standard"] = "standard" if is_dumb(os.environ) else "auto"
    columns, lines = _terminal_size()
    return PlainConsole(
        file=stream,
        width=min(max(width or columns, MIN_WIDTH), MAX_WIDTH),
        height=lines,
        markup=False,
        emoji=False,
        highlight=False,
        soft_wrap=True,
        force_terminal=colour,
        force_jupyter=False,
        no_color=not colour,
        color_system=color_system if colour else None,
    )


def _terminal_size() -> os.terminal_size:
    # stdout may be a pipe into a pager; stdin or stderr is then still the terminal.
    for stream in (sys.stdin, sys.stderr):
        with suppress(OSError, ValueError):  # no terminal, or closed
            return shutil.get_terminal_size(os.get_terminal_size(stream.fileno()))
    return shutil.get_terminal_size(DEFAULT_SIZE)


def print_lines(console: Console, lines: Iterable[Text]) -> None:
    """Print lines that are laid out already, without trailing spaces."""
    for line in lines:
        line.rstrip()
        console.print(line)
