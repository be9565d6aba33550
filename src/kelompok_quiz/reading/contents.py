"""Bytes → text, a workbook or an archive, by how they begin.

The name of a file does not decide: what is called `.xls` is often HTML.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import BinaryIO, Protocol

from kelompok_quiz.problems import InputUnreadable, Problem
from kelompok_quiz.words.problems import answers as words


@dataclass(frozen=True, slots=True)
class Limits:
    """What an input may take in memory; above it the input is refused.

    `packed`: bytes of a workbook or archive that comes through a pipe. `member`: bytes unpacked
    from an archive; a million people of fifty items take a tenth. `workbook`: bytes of XML; a
    hundred thousand people of fifty items. `area`: cells between the first and the last one used of
    a worksheet. `line`: characters. `json`: characters; a hundred thousand people of fifty items,
    JSON Lines have no limit. `yaml`: bytes; four thousand people of fifty items, as each value
    keeps its place. `chunk`: bytes decoded at a time.
    """

    packed: int = 1 << 27
    member: int = 1 << 30
    workbook: int = 1 << 28
    area: int = 8_000_000
    line: int = 1 << 23
    json: int = 1 << 26
    yaml: int = 1 << 21
    chunk: int = 1 << 18


LIMITS = Limits()


class Content(Enum):
    """The kinds of bytes that may hold answers."""

    TEXT = auto()
    WORKBOOK = auto()
    ARCHIVE = auto()


ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
OLD_WORKBOOK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HEAD = 4096
"""Bytes read to recognise a content."""
FOREIGN = (
    (re.compile(rb"%PDF-"), words.PDF),
    (re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8|RIFF....WEBP", re.DOTALL), words.IMAGE),
    (re.compile(rb"\x1f\x8b|7z\xbc\xaf|Rar!|BZh\d|\xfd7zXZ"), words.OTHER_ARCHIVE),
    (re.compile(rb"\{\\rtf"), words.RTF),
    (re.compile(rb"\$FL[23]"), words.SPSS),
    (re.compile(rb"SQLite format 3\x00"), words.DATABASE),
    (
        re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|table|\?xml)", re.IGNORECASE),
        words.HTML_OR_XML,
    ),
)
"""Files that people mistake for answer files, with the name shown."""


class Bytes(Protocol):
    """Anything that bytes are read from."""

    def read(self, size: int, /) -> bytes:
        """Return up to `size` bytes, none at the end."""


class Peeked:
    """A stream whose first bytes were read ahead; they are returned again."""

    def __init__(self, head: bytes, stream: Bytes) -> None:
        """Put the bytes back in front of the rest."""
        self._head, self._stream = head, stream

    def read(self, size: int) -> bytes:
        """Return up to `size` bytes, none at the end."""
        if self._head:
            given, self._head = self._head[:size], self._head[size:]
            return given
        return self._stream.read(size)


def detect(head: bytes) -> Content:
    """Return the content that begins with these bytes; raise `InputUnreadable` if foreign."""
    for pattern, name in FOREIGN:
        if pattern.match(head):
            raise InputUnreadable(Problem("format_unknown", parameters={"value": name}))
    if head.startswith(OLD_WORKBOOK):
        return Content.WORKBOOK
    return Content.ARCHIVE if head.startswith(ZIP_STARTS) else Content.TEXT


def seekable(stream: BinaryIO, head: bytes, limits: Limits) -> BinaryIO:
    """Return a stream whose head was read, from its beginning; a pipe is kept in memory."""
    if stream.seekable():
        stream.seek(-len(head), io.SEEK_CUR)
        if stream.tell() == 0:
            return stream
        # `zipfile` and calamine count from the beginning of the file, not from here.
        head = b""
    return in_memory(Peeked(head, stream), limits)


def in_memory(stream: Bytes, limits: Limits) -> BinaryIO:
    """Return the rest of a stream as one that can be sought in."""
    pieces, length = [], 0
    while piece := stream.read(HEAD):
        pieces.append(piece)
        length += len(piece)
        if length > limits.packed:
            raise InputUnreadable(Problem("document_too_large"))
    return io.BytesIO(b"".join(pieces))
