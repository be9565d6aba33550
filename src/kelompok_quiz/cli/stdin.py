"""Standard input: a person, data or nothing, and when a command reads it."""

from __future__ import annotations

import os
import select
import stat
import sys
from collections.abc import Sequence
from enum import Enum, auto
from pathlib import Path

from kelompok_quiz.cli.options import STREAM
from kelompok_quiz.problems import InputMissing, Place, Problem, UsageError

PATIENCE = 5.0
"""Seconds for which the bare command waits for the first byte of a pipe."""


class Stdin(Enum):
    """A person, data, or neither."""

    TERMINAL = auto()
    DATA = auto()
    NOTHING = auto()


def kind_of_stdin() -> Stdin:
    """Return what stdin is; in CI a terminal has no person at it."""
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
        raise InputMissing(Problem("input_silent", Place(str(STREAM))))


def named_inputs(files: Sequence[Path] | None, command: str) -> Sequence[Path]:
    """Return the files that were named, or stdin where data waits there.

    Raise `UsageError` where there is neither, or stdin among files.
    """
    files = files or ()
    if len(files) > 1 and STREAM in files:
        raise UsageError(Problem("stdin_with_files", Place(command)))
    if not files and kind_of_stdin() is not Stdin.DATA:
        raise UsageError(Problem("files_missing", Place(command), {"command": command}))
    return files or (STREAM,)
