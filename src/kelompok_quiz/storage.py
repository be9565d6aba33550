"""Files written whole or not at all, and a lock for one process at a time."""

from __future__ import annotations

import errno
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from kelompok_quiz.problems import OutputUnwritable, Place, Problem, Verbatim, unwritable

TEMPORARY_SUFFIX = ".tmp"
"""Suffix of an unfinished file; `sweep` removes those of a process that was killed."""
PRIVATE = 0o600
"""File mode: readable and writable by the owner only."""
ROOM = 1 << 14
"""Bytes that `try_writing` needs: more than a session, saved answers or a report have."""
FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
HELD_ELSEWHERE = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}
"""Errors of a lock that another process holds; any other means that locking does not work."""


class Busy(Exception):
    """Another process holds the lock."""


@contextmanager
def atomic(path: Path, mode: int | None = None) -> Iterator[TextIO]:
    """Open a UTF-8 text file that replaces `path` only when everything is written and on disk.

    An earlier file stays until then. A symbolic link is followed; a device or pipe is written to
    directly. `mode` sets the permissions, by default those of the earlier file, else those of the
    umask. Raise `OutputUnwritable` if the file cannot be written.
    """
    if path.exists() and not path.is_file():
        try:
            with path.open("w", encoding="utf-8", newline="") as stream:
                yield stream
        except OSError as error:
            raise unwritable(path) from error
        return
    target = Path(os.path.realpath(path))
    if target.is_symlink():  # realpath gives up on a link to itself
        raise unwritable(path)
    try:
        descriptor, name = tempfile.mkstemp(TEMPORARY_SUFFIX, _prefix(target), target.parent)
    except OSError as error:
        raise unwritable(path) from error
    temporary = Path(name)
    try:
        with open(descriptor, "w", encoding="utf-8", newline="") as stream:  # noqa: PTH123 - a descriptor
            yield stream
            stream.flush()
            os.fsync(descriptor)
        temporary.chmod(_permissions(target) if mode is None else mode)
        temporary.replace(target)
        _sync_folder(target.parent)
    except OSError as error:
        raise unwritable(path) from error
    finally:
        with suppress(FileNotFoundError):
            temporary.unlink()


def try_writing(path: Path) -> None:
    """Raise `OutputUnwritable` if `atomic` could not write this file; leave nothing behind.

    An existing file must be writable itself and stays as it is. A device or pipe is only asked for
    its permissions: opening it could block, and its reader would see the trial.
    """
    target = Path(os.path.realpath(path))
    try:
        if target.is_dir() or target.is_symlink():
            raise unwritable(path)
        if target.exists() and not os.access(target, os.W_OK):
            raise _refused(path, path, "output_file_forbidden")
        if target.exists() and not target.is_file():
            return
        with tempfile.NamedTemporaryFile(
            buffering=0, suffix=TEMPORARY_SUFFIX, prefix=_prefix(target), dir=target.parent
        ) as trial:
            written = trial.write(bytes(ROOM))
    except OSError as error:
        raise _cause(path, error) from error
    if written < ROOM:  # the disk became full on the way
        raise _refused(path, path.absolute().parent, "output_full")


def _cause(path: Path, error: OSError) -> OutputUnwritable:
    """Return the error to raise for a file that cannot be made; it names a folder to blame."""
    folder = path.absolute().parent
    if error.errno in FORBIDDEN:
        return _refused(path, folder, "output_folder_forbidden")
    if error.errno in FULL:
        return _refused(path, folder, "output_full")
    if not folder.is_dir():
        return _refused(path, folder, "output_folder_missing")
    return unwritable(path)


def _refused(path: Path, culprit: Path, code: str) -> OutputUnwritable:
    return OutputUnwritable(Problem(code, Place(str(path)), {"value": Verbatim(culprit)}))


def sweep(path: Path) -> None:
    """Remove unfinished files of killed writers of `path`; no other process may be writing it."""
    target = Path(os.path.realpath(path))
    ours = re.compile(re.escape(_prefix(target)) + r"\w+" + re.escape(TEMPORARY_SUFFIX))
    with suppress(OSError):
        for stray in target.parent.iterdir():
            if ours.fullmatch(stray.name):
                stray.unlink()


def _prefix(path: Path) -> str:
    return f".{path.name}."


def _sync_folder(folder: Path) -> None:
    # The new name is on disk only when its folder is synced; not every system can.
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _permissions(path: Path) -> int:
    """Return the permissions that a plain `open` would have left."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)  # the only way to read it
    os.umask(mask)
    return 0o666 & ~mask


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the operating system's lock on a file, which is removed afterwards.

    The lock ends with its process. Raise `Busy` if another process holds it, `OutputUnwritable` if
    the file cannot be made. On a file system without locks nothing is held.
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
    # Between open and lock its last holder may remove the file: then the lock is on a file without
    # a name, which the next process would not see.
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(descriptor)
            with suppress(FileNotFoundError):
                if os.path.samestat(path.stat(), os.fstat(descriptor)):
                    return descriptor
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)


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
        os.close(descriptor)
        with suppress(OSError):  # Windows removes no open file: another process has opened it
            path.unlink()

else:
    import fcntl

    def _try_lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _release(path: Path, descriptor: int) -> None:
        # Removed while still held, so that no other process can hold the removed file.
        with suppress(OSError):
            path.unlink()
        os.close(descriptor)
