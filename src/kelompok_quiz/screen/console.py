"""Consoles that print what they are given, and nothing of it as markup."""

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

NARROWEST = 20
WIDEST = 88
"""Longer lines are hard to read."""
USUAL = (80, 25)
"""Columns and lines of a window that tells neither."""


class PlainConsole(Console):
    """A console that leaves a closed pipe to whoever knows the exit codes."""

    def on_broken_pipe(self) -> None:
        """Raise it again: rich would end the process, with 1."""
        raise BrokenPipeError


def plain_console(stream: TextIO, width: int | None = None) -> PlainConsole:
    """Return a console for a stream; `width` in columns, by default that of the terminal.

    rich takes FORCE_COLOR=0 for a yes, knows no CLICOLOR, and gives every dumb terminal 80
    columns; colour and size are therefore decided here.
    """
    colour = colour_wanted(os.environ, terminal=stream.isatty())
    columns, lines = _window()
    return PlainConsole(
        file=stream,
        width=min(max(width or columns, NARROWEST), WIDEST),
        height=lines,
        markup=False,
        emoji=False,
        highlight=False,
        soft_wrap=True,
        force_terminal=colour,
        force_jupyter=False,
        no_color=not colour,
        color_system=_color_system() if colour else None,
    )


def _window() -> os.terminal_size:
    """The window that people look at, also where the output goes through a pager first."""
    for stream in (sys.stdin, sys.stderr):
        with suppress(OSError, ValueError):  # no terminal, or closed
            return shutil.get_terminal_size(os.get_terminal_size(stream.fileno()))
    return shutil.get_terminal_size(USUAL)


def _color_system() -> Literal["auto", "standard"]:
    """What rich looks for by itself, but for a dumb terminal whose user forces colour."""
    return "standard" if is_dumb(os.environ) else "auto"


def print_lines(console: Console, lines: Iterable[Text]) -> None:
    """Print lines that are laid out already; none of them ends in spaces."""
    for line in lines:
        line.rstrip()
        console.print(line)
