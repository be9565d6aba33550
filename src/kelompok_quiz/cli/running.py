"""Running the app: every way in which it can end becomes an exit code, quietly or in words."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from typing import cast

import typer
from typer.main import get_command

from kelompok_quiz import PROGRAM
from kelompok_quiz.cli.completion import answer, is_asked
from kelompok_quiz.cli.messages import complain, say
from kelompok_quiz.problems import (
    InputMissing,
    InputUnreadable,
    OutputUnwritable,
    Place,
    Problem,
    ProfileInvalid,
    SessionBusy,
    UsageError,
    UserError,
)
from kelompok_quiz.signals import SIGNAL_BASE, Interrupted, interruptions
from kelompok_quiz.text import LEGIBLE
from kelompok_quiz.words.problems.usage import STANDARD_OUTPUT

UNREADABLE_CODE = 65
UNWRITABLE_CODE = 73
EXIT_CODES: Mapping[type[UserError], int] = {
    UsageError: 2,
    ProfileInvalid: 1,
    InputUnreadable: UNREADABLE_CODE,
    InputMissing: 66,
    OutputUnwritable: UNWRITABLE_CODE,
    SessionBusy: 75,
}
"""From 65 on those of sysexits.h: EX_DATAERR, EX_NOINPUT, EX_CANTCREAT, EX_TEMPFAIL."""
INTERRUPTED_CODE = SIGNAL_BASE + 2  # SIGINT
CLOSED_PIPE_CODE = SIGNAL_BASE + 13  # SIGPIPE, which Windows lacks
UNWRITABLE = {errno.ENOSPC, errno.EFBIG, errno.EBADF, errno.EIO, getattr(errno, "EDQUOT", -1)}
"""Errors of writing; those of opening carry a file name and are reported where files are opened."""


def run(app: typer.Typer, argv: Sequence[str]) -> int:
    """Run the app on the words of a command line and return the exit code.

    0 is done, 2 a misuse, 130 an interruption, 129 and 143 a signal, 141 a closed pipe, 73 an
    output that cannot be written; a `typer.Exit` keeps its own code and a `UserError` gets that
    of `EXIT_CODES`, after its problems on standard error. Whatever else is raised is a bug and
    goes through.
    """
    with interruptions():
        _open_closed_streams()
        _prepare_streams()
        code = _outcome(partial(_invoke, app, argv))
        if code > SIGNAL_BASE:
            _drop_unwritable()
            return code
        return _outcome(sys.stdout.flush) or code


def _open_closed_streams() -> None:
    """Replace standard streams that were closed before the start, which Python leaves as None.

    Reading finds the end, errors go nowhere, and writing a result fails as it should.
    """
    if sys.stdin is None:
        sys.stdin = _nowhere(os.O_RDONLY, "r")
    if sys.stdout is None:
        sys.stdout = _nowhere(os.O_RDONLY, "w")  # read-only: writing ends with EBADF
    if sys.stderr is None:
        sys.stderr = _nowhere(os.O_WRONLY, "w")


def _nowhere(flags: int, mode: str) -> io.TextIOWrapper:
    opened = os.open(os.devnull, flags)
    return cast("io.TextIOWrapper", os.fdopen(opened, mode, encoding="utf-8", closefd=False))


def _prepare_streams() -> None:
    """Write UTF-8 into files and pipes; in another encoding, spell out what it lacks."""
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(errors=LEGIBLE)
    if not isinstance(sys.stdout, io.TextIOWrapper):
        return
    if sys.stdout.isatty() or "PYTHONIOENCODING" in os.environ:
        sys.stdout.reconfigure(errors=LEGIBLE)
    else:
        sys.stdout.reconfigure(encoding="utf-8")


def _invoke(app: typer.Typer, argv: Sequence[str]) -> None:
    """Parse and call without `app()`, which ends a closed pipe with 1 and a bug with rich."""
    command = get_command(app)
    if is_asked():
        answer(command)
    with command.make_context(PROGRAM, list(argv)) as context:
        command.invoke(context)


def _outcome(step: Callable[[], object]) -> int:
    """Return the exit code of a step, after saying what went wrong."""
    try:
        step()
    except typer.Exit as end:
        return end.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED_CODE
    except Interrupted as end:
        return cast("int", end.code)
    except OSError as error:
        code = _output_failure(error)
        _say_notes(error)
        return code
    except tuple(EXIT_CODES) as error:
        _complain(error.problems)
        _say_notes(error)
        return next(code for kind, code in EXIT_CODES.items() if isinstance(error, kind))
    return 0


def _output_failure(error: OSError) -> int:
    """Return the code of an output that failed; raise any other error again."""
    # Windows reports a closed pipe as an invalid argument.
    windows = os.name == "nt" and error.errno == errno.EINVAL and error.filename is None
    if isinstance(error, BrokenPipeError) or windows:
        _drop_unwritable()
        return CLOSED_PIPE_CODE
    if error.filename is not None or error.errno not in UNWRITABLE:
        raise error
    _drop_unwritable()
    _complain([Problem("output_incomplete", Place(STANDARD_OUTPUT))])
    return UNWRITABLE_CODE


def _say_notes(error: BaseException) -> None:
    """Say what the notes of an error add to its problems."""
    try:
        for note in getattr(error, "__notes__", ()):
            say(note)
    except OSError:
        _drop_unwritable()


def _complain(problems: Sequence[Problem]) -> None:
    try:
        complain(problems)
    except OSError:
        _drop_unwritable()


def _drop_unwritable() -> None:
    """Give up what cannot be written; Python would complain about it at its very end."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            with suppress(OSError, ValueError):  # no descriptor: nothing to redirect
                descriptor = stream.fileno()
                nowhere = os.open(os.devnull, os.O_WRONLY)
                os.dup2(nowhere, descriptor)
                os.close(nowhere)
