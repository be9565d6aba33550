"""Text streams that are terminals, and the screen that results."""

from __future__ import annotations

import io

import pyte


class Window(io.StringIO):
    """A text stream that is a terminal, or not."""

    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


def lines_on_screen(drawn: str, width: int = 80) -> list[str]:
    """The lines of a terminal that are not blank."""
    display = pyte.Screen(width, 5)
    pyte.Stream(display).feed(drawn.replace("\n", "\r\n"))
    return [line.rstrip() for line in display.display if line.strip()]
