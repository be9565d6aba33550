"""Consoles that print what they are given, and nothing of it as markup."""

from __future__ import annotations

from typing import TextIO

from rich.console import Console, RenderableType
from rich.padding import Padding

NARROWEST = 20
WIDEST = 100
"""Lines longer than this are hard to read."""


def plain_console(stream: TextIO, width: int | None = None) -> Console:
    """Return a console for a stream; `width` in columns, by default that of the terminal."""
    console = Console(
        file=stream, width=width, markup=False, emoji=False, highlight=False, soft_wrap=False
    )
    console.width = min(max(console.width, NARROWEST), WIDEST)
    return console


def print_block(console: Console, block: RenderableType, indent: int = 0) -> None:
    """Print something indented; in a file no line then ends in spaces."""
    padded = Padding(block, (0, 0, 0, indent))
    if console.is_terminal:
        console.print(padded)
        return
    with console.capture() as captured:
        console.print(padded)
    lines = (line.rstrip() for line in captured.get().splitlines())
    console.file.write("".join(f"{line}\n" for line in lines))
