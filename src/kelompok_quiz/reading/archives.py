"""A ZIP is a workbook, or an archive of one answer file, as Google hands out a CSV.

A module of its own, because a table does not need `zipfile`, which is slow to import.
"""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from kelompok_quiz.problems import InputUnreadable, Problem
from kelompok_quiz.reading.contents import Limits
from kelompok_quiz.words.problems import answers as words

WORKBOOK_MEMBERS = ("xl/workbook.xml", "content.xml")
FOREIGN_MEMBERS = {
    "word/document.xml": words.WORD_DOCUMENT,
    "ppt/presentation.xml": words.PRESENTATION,
    "xl/workbook.bin": words.BINARY_WORKBOOK,
    "Index/Document.iwa": words.APPLE_DOCUMENT,
}
SYSTEM_FILES = ("__MACOSX/", ".", "Thumbs.db", "desktop.ini")
"""Starts of paths or names that operating systems add to an archive."""
ENCRYPTED = 1
BROKEN = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error),
    *(EOFError, NotImplementedError, OSError, RuntimeError, ValueError, LookupError),
)
"""Raised by `zipfile` for an archive that is damaged or packed in an unknown way."""
MOST_NAMED = 3


@contextmanager
def opened_archive(stream: BinaryIO) -> Iterator[zipfile.ZipFile]:
    """Open an archive; raise `InputUnreadable` if it is damaged."""
    with _unbroken():
        archive = zipfile.ZipFile(stream)
    with archive:
        yield archive


def is_workbook(stream: BinaryIO) -> bool:
    """Return whether a ZIP is a workbook; raise `InputUnreadable` for a foreign document."""
    with opened_archive(stream) as archive:
        names = set(archive.namelist())
    for member, name in FOREIGN_MEMBERS.items():
        if member in names:
            raise InputUnreadable(Problem("format_unknown", parameters={"value": name}))
    return not names.isdisjoint(WORKBOOK_MEMBERS)


class Member:
    """The only file in an archive, read as it is unpacked; raises `InputUnreadable`."""

    def __init__(self, archive: zipfile.ZipFile, limits: Limits) -> None:
        """Find and open it; refuse an archive of several files."""
        info = _only_file(archive)
        self.name = info.filename
        if info.flag_bits & ENCRYPTED:
            raise InputUnreadable(Problem("archive_locked"))
        if info.file_size > limits.member:
            parameters = {"value": self.name, "limit": limits.member >> 20}
            raise InputUnreadable(Problem("archive_too_large", parameters=parameters))
        with _unbroken():
            self._stream = archive.open(info)

    def read(self, size: int) -> bytes:
        """Return up to `size` bytes, none at the end."""
        with _unbroken():
            return self._stream.read(size)


@contextmanager
def _unbroken() -> Iterator[None]:
    try:
        yield
    except BROKEN as error:
        raise InputUnreadable(Problem("archive_broken")) from error


def _only_file(archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    files = []
    for info in archive.infolist():
        # Not `info.is_dir()`: it fails on the empty name that a damaged archive may have.
        path, name = info.filename, info.filename.rsplit("/", 1)[-1]
        is_system = path.startswith(SYSTEM_FILES) or name.startswith(SYSTEM_FILES)
        if not path.endswith("/") and not is_system:
            files.append(info)
    if len(files) == 1:
        return files[0]
    if not files:
        raise InputUnreadable(Problem("input_empty"))
    named = ", ".join(info.filename for info in files[:MOST_NAMED])
    parameters = {"count": len(files), "value": named}
    raise InputUnreadable(Problem("archive_several", parameters=parameters))
