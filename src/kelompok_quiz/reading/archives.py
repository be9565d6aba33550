"""A zip that holds one file of answers, as Google hands out a CSV."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from kelompok_quiz.problems import InputUnreadable, Problem
from kelompok_quiz.reading.contents import Content

MEMBERS = {
    "xl/workbook.xml": Content.WORKBOOK,
    "content.xml": Content.WORKBOOK,
}
"""Members by which a zipped document is known."""
FOREIGN_MEMBERS = {
    "word/document.xml": "dokumen Word",
    "ppt/presentation.xml": "presentasi",
    "xl/workbook.bin": "buku kerja biner (XLSB)",
    "Index/Document.iwa": "dokumen Apple (Numbers atau Pages)",
}

LARGEST_MEMBER = 1 << 30
"""Bytes unpacked; a million people of fifty items take a tenth of it."""
BY_THE_WAY = ("__MACOSX/", ".", "Thumbs.db", "desktop.ini")
"""What systems put into an archive unasked, by how the path or the name begins."""
ENCRYPTED = 1
BROKEN = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error),
    *(EOFError, NotImplementedError, OSError, RuntimeError, ValueError, LookupError),
)
"""What `zipfile` raises for an archive that is damaged or packed in an unknown way."""
MOST_NAMED = 3


@contextmanager
def opened_archive(stream: BinaryIO) -> Iterator[zipfile.ZipFile]:
    """Open an archive; raise `InputUnreadable` where it is none."""
    try:
        archive = zipfile.ZipFile(stream)
    except BROKEN as error:
        raise InputUnreadable(Problem("archive_broken")) from error
    with archive:
        yield archive


def told_by_members(archive: zipfile.ZipFile) -> Content:
    """Return whether a zip is a workbook or an archive of files."""
    names = set(archive.namelist())
    for member, name in FOREIGN_MEMBERS.items():
        if member in names:
            raise InputUnreadable(Problem("format_unknown", parameters={"value": name}))
    return next((kind for member, kind in MEMBERS.items() if member in names), Content.ARCHIVE)


def is_workbook(stream: BinaryIO) -> bool:
    """Return whether a zip is a workbook and no archive of files."""
    with opened_archive(stream) as archive:
        return told_by_members(archive) is Content.WORKBOOK


class Member:
    """The one file in an archive, read as it is unpacked."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        """Find and open it; raise `InputUnreadable` unless there is exactly one."""
        info = _only_file(archive)
        self.name = info.filename
        if info.flag_bits & ENCRYPTED:
            raise InputUnreadable(Problem("archive_locked"))
        if info.file_size > LARGEST_MEMBER:
            limit = {"value": self.name, "limit": LARGEST_MEMBER >> 20}
            raise InputUnreadable(Problem("archive_too_large", parameters=limit))
        try:
            self._stream = archive.open(info)
        except BROKEN as error:
            raise self._damaged() from error

    def read(self, size: int) -> bytes:
        """Return up to `size` bytes, none at the end."""
        try:
            return self._stream.read(size)
        except BROKEN as error:
            raise self._damaged() from error

    def _damaged(self) -> InputUnreadable:
        return InputUnreadable(Problem("archive_broken"))


def _only_file(archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    files = [info for info in archive.infolist() if not _is_by_the_way(info)]
    if len(files) == 1:
        return files[0]
    if not files:
        raise InputUnreadable(Problem("input_empty"))
    named = ", ".join(info.filename for info in files[:MOST_NAMED])
    parameters = {"count": len(files), "value": named}
    raise InputUnreadable(Problem("archive_several", parameters=parameters))


def _is_by_the_way(info: zipfile.ZipInfo) -> bool:
    """Whether a member is a folder or came along; a damaged name may be empty."""
    path, name = info.filename, info.filename.rsplit("/", 1)[-1]
    return path.endswith("/") or path.startswith(BY_THE_WAY) or name.startswith(BY_THE_WAY)
