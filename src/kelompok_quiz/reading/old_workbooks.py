"""XLS, read by a process of its own with a bound on its memory.

A damaged XLS file can make the library ask for more memory than there is, which ends the process,
or panic, which writes past Python to standard error. Neither may happen to the one that scores.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import Any

from kelompok_quiz.problems import InputUnreadable, Problem

MOST_MEMORY = 1 << 31
"""Bytes; the largest worksheet there can be, 65,536 rows of 256 columns, needs half of it."""
PATIENCE = 120
"""Seconds."""
CHILD = "from kelompok_quiz.reading.old_workbooks import print_worksheets; print_worksheets()"
LOCKED_PART = "EncryptedPackage".encode("utf-16-le")
"""A stream of this name holds a newer workbook with a password, in a file that begins as XLS."""
LOCKED = 3
"""The exit code of the child for a file with a password."""

Worksheets = dict[str, Callable[[], Sequence[Sequence[Any]]]]


def old_worksheets(data: bytes, *, child: str = CHILD, patience: float = PATIENCE) -> Worksheets:
    """Return a function for the rows of each worksheet of an XLS file, by its name.

    `child`: the code that reads it. Raise `InputUnreadable` where it is damaged or locked.
    """
    if LOCKED_PART in data:
        raise InputUnreadable(Problem("workbook_locked"))
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and code
            [sys.executable, "-c", child],
            input=data,
            capture_output=True,
            env=environment,
            timeout=patience,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise InputUnreadable(Problem("workbook_broken")) from error
    if done.returncode != 0:
        code = "workbook_locked" if done.returncode == LOCKED else "workbook_broken"
        raise InputUnreadable(Problem(code))
    found: dict[str, list[list[Any]]] = pickle.loads(done.stdout)  # noqa: S301 - from our own child
    return {name: partial(list, rows) for name, rows in found.items()}


def print_worksheets() -> None:
    """Write the rows of every worksheet of the XLS file on standard input; run by the child."""
    import io

    import python_calamine as calamine

    from kelompok_quiz.reading.workbooks import shown_first

    if os.name == "posix":  # Windows has no bound on memory
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        bound = MOST_MEMORY if hard == resource.RLIM_INFINITY else min(MOST_MEMORY, hard)
        with suppress(OSError, ValueError):  # macOS refuses every bound with EINVAL
            resource.setrlimit(resource.RLIMIT_AS, (bound, bound))
    try:
        workbook = calamine.CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read()))
    except calamine.PasswordError:
        sys.exit(LOCKED)
    names = shown_first(workbook)
    rows = {name: list(workbook.get_sheet_by_name(name).iter_rows()) for name in names}
    sys.stdout.buffer.write(pickle.dumps(rows))
