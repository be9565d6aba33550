"""Bytes → lines of text, decoded as they come.

UTF-8 or UTF-16 with or without a mark, else Windows' old Western letters (cp1252). A file that is
plain ASCII up to a byte that UTF-8 does not know is taken for cp1252; one that had UTF-8 letters
before is broken, and said to be.
"""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator

from kelompok_quiz.problems import InputUnreadable, Place, Problem
from kelompok_quiz.reading.contents import Bytes

CHUNK = 1 << 18
"""Bytes decoded at a time."""
LONGEST_LINE = 1 << 23
"""Characters; a table has no longer line."""
UTF8, CP1252 = "utf-8", "cp1252"
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, UTF8),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
LOOKED_AT = 2048
"""Bytes in which the zeros of UTF-16 without a mark are counted."""
MOSTLY = 0.7
PADDING = "\x00\x1a"
"""What an interrupted copy or an old editor leaves behind the last line."""


class Text:
    """The text of a stream: its beginning, its lines, or all of it."""

    def __init__(self, stream: Bytes) -> None:
        """Decode the first bytes."""
        self._stream = stream
        head = stream.read(CHUNK)
        self.encoding, mark = _encoding(head)
        self._decoder = codecs.getincrementaldecoder(self.encoding)()
        self._ascii = True
        self._lines = 0
        self.head = self._decoded(head[mark:], final=not head)

    def read(self, most: int) -> str:
        """Return the whole text; raise `InputUnreadable` if it has more than `most` characters."""
        pieces, length = [], 0
        for piece in self._pieces():
            pieces.append(piece)
            length += len(piece)
            if length > most:
                raise InputUnreadable(Problem("document_too_large"))
        return "".join(pieces).rstrip(PADDING)

    def __iter__(self) -> Iterator[str]:
        r"""Yield each line with its end: `\n`, `\r\n` or `\r`."""
        rest = ""
        for piece in self._pieces():
            text = rest + piece if rest else piece
            cut = _last_end(text)
            rest = text[cut:]
            yield from io.StringIO(text[:cut], newline="")
            if len(rest) > LONGEST_LINE:
                place = Place(line=self._lines + 1)
                raise InputUnreadable(Problem("line_too_long", place))
        yield from io.StringIO(rest.rstrip(PADDING), newline="")

    def _pieces(self) -> Iterator[str]:
        piece = self.head
        yield piece
        while chunk := self._stream.read(CHUNK):
            yield self._decoded(chunk)
        yield self._decoded(b"", final=True)

    def _decoded(self, chunk: bytes, *, final: bool = False) -> str:
        try:
            text = self._decoder.decode(chunk, final)
        except UnicodeDecodeError as error:
            text = self._decoded_anew(error)
        self._ascii = self._ascii and text.isascii()
        self._lines += text.count("\n")
        return text

    def _decoded_anew(self, error: UnicodeDecodeError) -> str:
        """Take the text for cp1252 from here on, if all before is the same in both."""
        plain = self._ascii and error.object[: error.start].isascii()
        if self.encoding == UTF8 and plain:
            self.encoding = CP1252
            self._decoder = codecs.getincrementaldecoder(CP1252)()
            try:
                return self._decoder.decode(error.object)
            except UnicodeDecodeError as again:
                error = again
        line = self._lines + error.object.count(b"\n", 0, error.start) + 1
        raise InputUnreadable(Problem("input_not_text", Place(line=line))) from error


def _encoding(head: bytes) -> tuple[str, int]:
    """Return the encoding that the first bytes speak for, and the length of their mark."""
    for mark, encoding in MARKS:
        if head.startswith(mark):
            return encoding, len(mark)
    looked_at = head[: LOOKED_AT - LOOKED_AT % 2]
    first, second = looked_at[::2].count(0), looked_at[1::2].count(0)
    enough = MOSTLY * len(looked_at) / 2
    if not first and second and second >= enough:
        return "utf-16-le", 0
    if not second and first and first >= enough:
        return "utf-16-be", 0
    return UTF8, 0


def _last_end(text: str) -> int:
    r"""Return where the last whole line ends; a `\r` at the very end may be half of `\r\n`."""
    return text.rfind("\n") + 1 or text.rfind("\r", 0, len(text) - 1) + 1
