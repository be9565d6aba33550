"""Lines in and lines out: what the linear quiz needs of a terminal, and nothing else."""

from __future__ import annotations

import os
import select
import sys
import time
from typing import Protocol, TextIO

from kelompok_quiz.interview.wrapping import wrap

LONGEST_LINE = 4096
"""Bytes of a line that a terminal hands over at once."""
NARROWEST, WIDEST = 20, 80
"""Columns below which wrapping is pointless, and those where the terminal does not tell."""
PASTE_PAUSE = 0.050
"""Seconds within which a second line cannot have been typed."""


class Lines(Protocol):
    """Where a person reads and writes lines; one line may be read ahead, none is used unread."""

    def write(self, text: str) -> None:
        """Show a text as a line of its own."""

    def read(self, prompt: str) -> str | None:
        """Return the line written after a prompt, None where several came at once.

        Raise `EOFError` where no line will come any more.
        """


class TerminalLines:
    """The process's own terminal: lines come from stdin, everything shown goes to stderr."""

    def __init__(self, descriptor: int | None = None, output: TextIO | None = None) -> None:
        """Use stdin and stderr unless others are given."""
        self._descriptor = sys.stdin.fileno() if descriptor is None else descriptor
        self._output = output or sys.stderr

    def write(self, text: str) -> None:
        """Do what `Lines.write` promises; words stay whole, control characters become visible."""
        for line in wrap(text, self._columns(), len):
            self._show(f"{line}\n")

    def read(self, prompt: str) -> str | None:
        """Do what `Lines.read` promises."""
        self._show(prompt)
        first = self._line()
        pasted = "\n" in first.rstrip("\n")
        while self._more_is_coming():
            self._line()
            pasted = True
        return None if pasted else first.strip()

    def _columns(self) -> int:
        try:
            return max(os.get_terminal_size(self._output.fileno()).columns, NARROWEST)
        except OSError:
            return WIDEST

    def _show(self, text: str) -> None:
        encoding = self._output.encoding or "utf-8"
        self._output.write(text.encode(encoding, "replace").decode(encoding))
        self._output.flush()

    def _line(self) -> str:
        line = os.read(self._descriptor, LONGEST_LINE)
        if not line:
            raise EOFError
        return line.decode("utf-8", "replace")

    def _more_is_coming(self) -> bool:
        """Windows cannot look ahead at a console; there a paste is read line by line."""
        if os.name == "nt":
            return False
        time.sleep(PASTE_PAUSE)
        ready, _, _ = select.select([self._descriptor], [], [], 0)
        return bool(ready)
