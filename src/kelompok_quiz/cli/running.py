"""Running the app: every way in which it can end becomes an exit code, quietly or in words."""

from __future__ import annotations

import errno
import io
import os
import signal
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path
from types import FrameType
from typing import TextIO, cast

import typer
from typer.main import get_command

from kelompok_quiz.cli.complaint import Complaint, say
from kelompok_quiz.cli.completion import answer, is_asked
from kelompok_quiz.cli.language.help_screen import terminal_width
from kelompok_quiz.cli.language.misuse import TYPER_ERROR, complaint_about
from kelompok_quiz.problems import UserError
from kelompok_quiz.text import LEGIBLE

PROGRAM = "kuis-karier"
OUTPUT_FAILED = Complaint(
    message="Hasil tidak bisa ditulis seluruhnya.",
    place="keluaran baku (stdout)",
    remedy="Periksa ruang penyimpanan dan tujuan keluaran, lalu jalankan lagi.",
)

USAGE_CODE = 2
UNWRITABLE_CODE = 73
"""`EX_CANTCREAT` of sysexits.h."""
SIGNAL_BASE = 128
"""What a shell adds to the number of the signal that ended a process."""
INTERRUPTED_CODE = SIGNAL_BASE + 2
CLOSED_PIPE_CODE = SIGNAL_BASE + 13
UNWRITABLE = {errno.ENOSPC, errno.EFBIG, errno.EBADF, errno.EIO, getattr(errno, "EDQUOT", -1)}
"""Errors of writing; those of opening carry a file name and are no matter of this room."""

ENDING_SIGNALS = [each for each in signal.Signals if each.name in {"SIGTERM", "SIGHUP"}]
"""Windows has no SIGHUP."""

ExitCodes = Mapping[type[Exception], int]
"""Which error of the user's ends with which code; a subclass counts as its nearest ancestor."""


class Interrupted(SystemExit):
    """A signal asked the process to end; `code` is 128 + its number."""


def run(app: typer.Typer, argv: Sequence[str], codes: ExitCodes, program: str = PROGRAM) -> int:
    """Run the app on the words of a command line and return the exit code.

    0 is done, 2 a misuse, 130 an interruption, 129 and 143 a signal, 141 a closed pipe, 73 an
    output that cannot be written; a `typer.Exit` keeps its own code and an error named in
    `codes` gets the code there, after its problems are told on standard error. Whatever else is
    raised is a bug and goes through.
    """
    with standard_streams(), interruptions():
        _prepare_streams()
        code = _outcome(partial(_invoke, app, argv, program), codes)
        if code > SIGNAL_BASE:
            _drop_unwritable()
            return code
        return _outcome(_flush, codes) or code


@contextmanager
def interruptions() -> Iterator[None]:
    """Turn SIGTERM and SIGHUP into `Interrupted`, so that everything open is closed in order.

    A signal that is ignored (`nohup`) or already handled is left alone. While the first one is
    dealt with, further ones are ignored.
    """
    free = [each for each in ENDING_SIGNALS if signal.getsignal(each) is signal.SIG_DFL]
    for number in free:
        signal.signal(number, _interrupt)
    try:
        yield
    finally:
        for number in free:
            signal.signal(number, signal.SIG_DFL)


@contextmanager
def standard_streams() -> Iterator[None]:
    """Put something in the place of standard streams that were closed before the start.

    Reading then finds the end, errors go nowhere, and writing a result fails as it should.
    """
    before = sys.stdin, sys.stdout, sys.stderr
    with ExitStack() as opened:
        if sys.stdin is None:
            sys.stdin = opened.enter_context(Path(os.devnull).open(encoding="utf-8"))
        if sys.stdout is None:
            sys.stdout = io.TextIOWrapper(_ClosedOutput(), encoding="utf-8", write_through=True)
        if sys.stderr is None:
            sys.stderr = opened.enter_context(Path(os.devnull).open("w", encoding="utf-8"))
        try:
            yield
        finally:
            sys.stdin, sys.stdout, sys.stderr = before


class _ClosedOutput(io.BufferedIOBase):
    """What `>&-` leaves behind: every write fails."""

    def writable(self) -> bool:
        return True

    def write(self, _data: object) -> int:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


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


def _interrupt(number: int, _frame: FrameType | None) -> None:
    for each in ENDING_SIGNALS:
        signal.signal(each, signal.SIG_IGN)
    raise Interrupted(SIGNAL_BASE + number)


def _invoke(app: typer.Typer, argv: Sequence[str], program: str) -> None:
    """Parse and call without `app()`, which ends a closed pipe with 1 and a bug with rich."""
    command = get_command(app)
    if is_asked(program):
        answer(command, program)
    with command.make_context(program, list(argv)) as context:
        command.invoke(context)


def _outcome(step: Callable[[], None], codes: ExitCodes) -> int:
    """Return the exit code of a step, after telling what there is to tell."""
    try:
        step()
    except (typer.Exit, typer.Abort, KeyboardInterrupt, Interrupted) as end:
        return _ending(end)
    except TYPER_ERROR as error:
        _tell([complaint_about(error)])
        return USAGE_CODE
    except OSError as error:
        return _output_failure(error)
    except tuple(codes) as error:
        _tell(_complaints(error))
        return next(codes[kind] for kind in type(error).__mro__ if kind in codes)
    return 0


def _ending(end: BaseException) -> int:
    if isinstance(end, typer.Exit):
        return end.exit_code
    return cast("int", end.code) if isinstance(end, Interrupted) else INTERRUPTED_CODE


def _output_failure(error: OSError) -> int:
    """Return the code of an output that failed; raise any other error again."""
    if _is_closed_pipe(error):
        _drop_unwritable()
        return CLOSED_PIPE_CODE
    if error.filename is not None or error.errno not in UNWRITABLE:
        raise error
    _drop_unwritable()
    _tell([OUTPUT_FAILED])
    return UNWRITABLE_CODE


def _is_closed_pipe(error: OSError) -> bool:
    """Windows reports a closed pipe as an invalid argument."""
    windows = os.name == "nt" and error.errno == errno.EINVAL and error.filename is None
    return isinstance(error, BrokenPipeError) or windows


def _flush() -> None:
    sys.stdout.flush()


def _drop_unwritable() -> None:
    """Give up what cannot be written; Python would complain about it at its very end."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            _point_nowhere(stream)


def _point_nowhere(stream: TextIO) -> None:
    with suppress(OSError, ValueError):  # a stream without a descriptor has nothing to redirect
        descriptor = stream.fileno()
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, descriptor)
        os.close(nowhere)


def _complaints(error: Exception) -> list[Complaint]:
    problems = cast("UserError", error).problems
    return [Complaint(each.message, each.remedy, str(each.place) or None) for each in problems]


def _tell(complaints: Sequence[Complaint]) -> None:
    """Write the complaints to standard error, wrapped where a person reads along."""
    width = terminal_width(sys.stderr)
    encoding = sys.stderr.encoding or "utf-8"
    try:
        say("\n\n".join(each.lines(width, encoding) for each in complaints))
    except OSError:
        _drop_unwritable()
