"""Files written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from kelompok_quiz.problems import unwritable


@contextmanager
def atomic(path: Path) -> Iterator[TextIO]:
    """Open a UTF-8 text file that takes its place only when everything is written and on disk.

    Until then an earlier file stays as it is. Raise `OutputUnwritable` where it cannot be written.
    A link stays a link to the file, and a device or pipe is written to as it is.
    """
    if path.exists() and not path.is_file():
        with _straight_into(path) as stream:
            yield stream
        return
    target = Path(os.path.realpath(path))
    if target.is_symlink():  # a link to itself
        raise unwritable(path)
    try:
        descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    except OSError as error:
        raise unwritable(path) from error
    temporary = Path(name)
    try:
        with open(descriptor, "w", encoding="utf-8", newline="") as stream:  # noqa: PTH123 - a descriptor
            yield stream
            stream.flush()
            os.fsync(descriptor)
        temporary.chmod(_permissions(target))
        temporary.replace(target)
    except OSError as error:
        raise unwritable(path) from error
    finally:
        with suppress(FileNotFoundError):
            temporary.unlink()


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
