"""Files written whole or not at all."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from kelompok_quiz.problems import unwritable

TEMPORARY_SUFFIX = ".tmp"
"""What an unfinished file ends with; `sweep` removes those of a process that was killed."""
PRIVATE = 0o600
"""Readable by its owner alone."""


@contextmanager
def atomic(path: Path, mode: int | None = None) -> Iterator[TextIO]:
    """Open a UTF-8 text file that takes its place only when everything is written and on disk.

    Until then an earlier file stays as it is. Raise `OutputUnwritable` where it cannot be written.
    A link stays a link to the file, and a device or pipe is written to as it is. `mode` are the
    permissions, by default those of the earlier file, else what the umask leaves.
    """
    if path.exists() and not path.is_file():
        with _straight_into(path) as stream:
            yield stream
        return
    target = Path(os.path.realpath(path))
    if target.is_symlink():  # a link to itself
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


def sweep(path: Path) -> None:
    """Remove what earlier, killed writers of this file left unfinished; nobody may write it now."""
    target = Path(os.path.realpath(path))
    ours = re.compile(re.escape(_prefix(target)) + r"\w+" + re.escape(TEMPORARY_SUFFIX))
    with suppress(OSError):
        for stray in target.parent.iterdir():
            if ours.fullmatch(stray.name):
                stray.unlink()


def _prefix(path: Path) -> str:
    return f".{path.name}."


def _sync_folder(folder: Path) -> None:
    """Put the new name on disk too, where the system can: a power cut then keeps it."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextmanager
def _straight_into(path: Path) -> Iterator[TextIO]:
    try:
        with path.open("w", encoding="utf-8", newline="") as stream:
            yield stream
    except OSError as error:
        raise unwritable(path) from error


def _permissions(path: Path) -> int:
    """What a plain `open` would have left: those of the file that is there, else the umask's."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
