"""What stands at the other end of stdin."""

from __future__ import annotations

import os
import select
import stat
import sys
from enum import Enum, auto

from kelompok_quiz.problems import InputMissing, Place, Problem

PATIENCE = 5.0
"""Seconds for which the bare command waits for the first byte of a pipe."""


class Stdin(Enum):
    """A person, data, or neither."""

    TERMINAL = auto()
    DATA = auto()
    NOTHING = auto()


def kind_of_stdin() -> Stdin:
    """Return what stdin is; a terminal counts only where somebody sits at it, not in CI."""
    if sys.stdin.isatty():
        return Stdin.NOTHING if os.environ.get("CI") else Stdin.TERMINAL
    mode = os.fstat(sys.stdin.fileno()).st_mode
    has_data = stat.S_ISFIFO(mode) or stat.S_ISREG(mode) or stat.S_ISSOCK(mode)
    return Stdin.DATA if has_data else Stdin.NOTHING


def wait_for_stdin() -> None:
    """Wait a little for the first byte or the end; raise `InputMissing` if neither comes.

    Windows cannot wait for a pipe; there reading itself waits.
    """
    if os.name == "nt":
        return
    ready, _, _ = select.select([sys.stdin], [], [], PATIENCE)
    if not ready:
        raise InputMissing(Problem("input_silent", Place("-")))
