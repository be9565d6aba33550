"""What bytes are, told by how they begin and never by the name of the file."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import Protocol

from kelompok_quiz.problems import InputUnreadable, Problem


class Content(Enum):
    """The kinds of bytes that may hold answers."""

    TEXT = auto()
    WORKBOOK = auto()
    ARCHIVE = auto()


ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
OLD_WORKBOOK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HEAD = 4096
"""Bytes that are enough to tell by."""

FOREIGN = (
    (re.compile(rb"%PDF-"), "PDF"),
    (re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8|RIFF....WEBP", re.DOTALL), "gambar"),
    (re.compile(rb"\x1f\x8b|7z\xbc\xaf|Rar!|BZh\d|\xfd7zXZ"), "arsip yang bukan ZIP"),
    (re.compile(rb"\{\\rtf"), "dokumen RTF"),
    (re.compile(rb"\$FL[23]"), "berkas SPSS"),
    (re.compile(rb"SQLite format 3\x00"), "basis data"),
    (
        re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|table|\?xml)", re.IGNORECASE),
        "HTML atau XML",
    ),
)
"""Files that people take for answers now and then, each with the name they know it by."""


def told_by(head: bytes) -> Content:
    """Return what a file is by its first bytes; raise `InputUnreadable` for a foreign one."""
    for pattern, name in FOREIGN:
        if pattern.match(head):
            raise InputUnreadable(Problem("format_unknown", parameters={"value": name}))
    if head.startswith(OLD_WORKBOOK):
        return Content.WORKBOOK
    return Content.ARCHIVE if head.startswith(ZIP_STARTS) else Content.TEXT


class Bytes(Protocol):
    """What bytes are read from."""

    def read(self, size: int, /) -> bytes:
        """Return up to `size` bytes, none at the end."""


class Rejoined:
    """A stream of which the first bytes have been looked at."""

    def __init__(self, head: bytes, stream: Bytes) -> None:
        """Put the bytes back in front of the rest."""
        self._head, self._stream = head, stream

    def read(self, size: int) -> bytes:
        """Return up to `size` bytes, none at the end."""
        if self._head:
            given, self._head = self._head[:size], self._head[size:]
            return given
        return self._stream.read(size)
