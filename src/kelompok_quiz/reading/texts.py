"""Bytes → lines of text, decoded as they come.

UTF-8 or UTF-16 with or without a mark, else Windows' old Western letters (cp1252). A file that is
ASCII up to a byte that UTF-8 does not allow is taken for cp1252 from there on; one with UTF-8
letters before it is damaged, and refused.
"""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator

from kelompok_quiz.problems import InputUnreadable, Place, Problem
from kelompok_quiz.reading.contents import Bytes, Limits

UTF8, CP1252 = "utf-8", "cp1252"
MARKS = (
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, UTF8),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
LOOKED_AT = 2048
"""Bytes in which the zeros of UTF-16 without a mark are counted."""
LEAST_ZEROS = 0.7
"""Share of zeros among every other byte; letters beyond Latin-1 have none."""
PADDING = "\x00\x1a"
"""Left behind the last line by an interrupted copy or an editor of DOS."""


class Text:
    """The text of a stream: its beginning, its lines, or all of it."""

    def __init__(self, stream: Bytes, limits: Limits) -> None:
        """Decode the first bytes."""
        self._stream, self._limits = stream, limits
        head = stream.read(limits.chunk)
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
            # A `\r` at the very end may be the first half of `\r\n`.
            cut = text.rfind("\n") + 1 or text.rfind("\r", 0, len(text) - 1) + 1
            rest = text[cut:]
            yield from io.StringIO(text[:cut], newline="")
            if len(rest) > self._limits.line:
                raise InputUnreadable(Problem("line_too_long", Place(line=self._lines + 1)))
        yield from io.StringIO(rest.rstrip(PADDING), newline="")

    def _pieces(self) -> Iterator[str]:
        yield self.head
        while chunk := self._stream.read(self._limits.chunk):
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
        """Decode as cp1252 from here on, if all text before is the same in both."""
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
    """Return the encoding of a text with this beginning, and the length of its mark."""
    for mark, encoding in MARKS:
        if head.startswith(mark):
            return encoding, len(mark)
    looked_at = head[:LOOKED_AT]
    first, second = looked_at[::2].count(0), looked_at[1::2].count(0)
    enough = LEAST_ZEROS * len(looked_at) / 2
    if not first and second and second >= enough:
        return "utf-16-le", 0
    if not second and first and first >= enough:
        return "utf-16-be", 0
    return UTF8, 0
