"""One process at a time: a lock of the operating system, which ends with its process."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kelompok_quiz.problems import unwritable

HELD_ELSEWHERE = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}
"""What taking a lock fails with while another process has it; any other failure is of locking."""


class Busy(Exception):
    """Another process holds the lock."""


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock that a file stands for; the file is gone afterwards.

    Raise `Busy` where another process holds it, `OutputUnwritable` where it cannot be made. On a
    file system that knows no locks nothing is held.
    """
    try:
        descriptor = _acquire(path)
    except OSError as error:
        raise unwritable(path) from error
    try:
        yield
    finally:
        _release(path, descriptor)


def _acquire(path: Path) -> int:
    """Open and lock the file, again where its last holder removed it in between."""
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(descriptor)
            if _is_at(path, descriptor):
                return descriptor
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)


def _is_at(path: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _lock(descriptor: int) -> None:
    try:
        _try_lock(descriptor)
    except OSError as error:
        if error.errno in HELD_ELSEWHERE:
            raise Busy from error


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def _release(path: Path, descriptor: int) -> None:
        """Windows removes no file that is open; whoever opened it meanwhile keeps it."""
        os.close(descriptor)
        with suppress(OSError):
            path.unlink()

else:
    import fcntl

    def _try_lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _release(path: Path, descriptor: int) -> None:
        """Remove the file while it is still held: nobody else can be holding the one removed."""
        with suppress(OSError):
            path.unlink()
        os.close(descriptor)
