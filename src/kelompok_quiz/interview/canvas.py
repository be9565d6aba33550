"""What there is to draw on, and what gives way when it is small."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeAlias

from kelompok_quiz.interview.wrapping import Measure, wrap
from kelompok_quiz.words import quiz as words

Fragment: TypeAlias = tuple[str, str]
Line: TypeAlias = list[Fragment]
"""Fragments of one row: a style, a text."""
Hint: TypeAlias = tuple[str, str]
"""A key and what it does."""

CURSOR: Fragment = ("[SetCursorPosition]", "")
"""Where the real cursor stands: Braille displays and magnifiers follow it."""
WIDEST_COLUMN = 72
NARROW = 32
"""Cells below which a margin would cost more than it gives."""
GAP = "   "
HEADER_GAP = "  "


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The signs that depend on what the terminal's encoding can write."""

    done: str
    ahead: str
    pointer: str
    more: str
    keys: dict[str, str]


DRAWN = Glyphs(done="━", ahead="─", pointer="›", more="…", keys={})
PLAIN = Glyphs(done="=", ahead="-", pointer=">", more="...", keys=words.PLAIN_KEYS)


def glyphs_for(encoding: str) -> Glyphs:
    """Return the signs for an output encoding; plain ASCII where it cannot write the others."""
    drawn = (DRAWN.done, DRAWN.ahead, DRAWN.pointer, DRAWN.more, *words.PLAIN_KEYS)
    try:
        "".join(drawn).encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return PLAIN
    return DRAWN


@dataclass(frozen=True, slots=True)
class Canvas:
    """A window, in cells."""

    width: int
    height: int
    measure: Measure
    glyphs: Glyphs

    @property
    def margin(self) -> int:
        """Cells left free on either side."""
        return 2 if self.width >= NARROW else 0

    @property
    def column(self) -> int:
        """The widest line of text."""
        return min(self.width - 2 * self.margin, WIDEST_COLUMN)

    def wrap(self, text: str, indent: int = 0) -> list[str]:
        """Return the text in lines of the column, less an indent."""
        return wrap(text, max(self.column - indent, 1), self.measure)

    def text(self, text: str, style: str = "") -> list[Line]:
        """Return a text as rows of one style."""
        return [[(style, line)] for line in self.wrap(text)]

    def hints(self, hints: Sequence[Hint]) -> list[Line]:
        """Return the keys and what they do, none broken, on as few rows as they need."""
        rows: list[Line] = [[]]
        for key, label in hints:
            name = self.glyphs.keys.get(key, key)
            hint = [("class:key", name), ("class:hint", f" {label}")]
            joined = [*rows[-1], ("", GAP), *hint] if rows[-1] else hint
            if rows[-1] and self._cells(joined) > self.column:
                rows.append(hint)
            else:
                rows[-1] = joined
        return rows

    def _cells(self, line: Line) -> int:
        return sum(self.measure(text) for _, text in line)


class Rank(IntEnum):
    """What gives way when the window is low: the first goes first, the text never."""

    TOP = 0
    PADDING = 1
    GAP_BELOW = 2
    GAP_ABOVE = 3
    GAP = 4
    MORE_HINTS = 5
    NOTE = 6
    BAR = 7
    HEADER = 8
    TEXT = 9


@dataclass(frozen=True, slots=True)
class Part:
    """Rows that stay or go together."""

    rank: Rank
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A screen as fragments, rows parted by newlines; the pages around the one shown first, 0."""

    fragments: list[Fragment]
    first_page: int = 0
    last_page: int = 0


Squeeze: TypeAlias = Callable[[int], list[Line]]
"""Draws what matters most of a text on so many rows."""


def arrange(
    parts: Sequence[Part],
    hints: Sequence[Hint],
    canvas: Canvas,
    scrolled: int = 0,
    squeeze: Squeeze | None = None,
) -> Drawing:
    """Return the parts and below them the keys; low windows lose what is not needed.

    Where the text alone is too long it is turned page by page. Its first page is what `squeeze`
    draws, by default the rows around the cursor.
    """
    first, *more = canvas.hints(hints)
    below = [Part(Rank.GAP_BELOW, [[]]), Part(Rank.TEXT, [first]), Part(Rank.MORE_HINTS, more)]
    for rank in Rank:
        kept = [line for part in (*parts, *below) if part.rank >= rank for line in part.lines]
        if len(kept) <= canvas.height:
            return Drawing(_joined(kept, canvas))
    text = [line for part in parts if part.rank is Rank.TEXT for line in part.lines]
    return _paged(text, hints, canvas, scrolled, squeeze)


def _paged(
    text: Sequence[Line],
    hints: Sequence[Hint],
    canvas: Canvas,
    scrolled: int,
    squeeze: Squeeze | None,
) -> Drawing:
    rows = max(canvas.height - 1, 1)
    pages = [text[start : start + rows] for start in range(0, len(text), rows)]
    if squeeze is not None:
        pages = [squeeze(rows), *pages]
    first = 0 if squeeze else next((i for i, page in enumerate(pages) if _has_cursor(page)), 0)
    page = pages[min(max(first + scrolled, 0), len(pages) - 1)]
    keys, *_ = canvas.hints([*hints[:1], words.HINT_PAGES, *hints[1:]])
    lines = [*page, keys][: canvas.height]
    return Drawing(_joined(lines, canvas), -first, len(pages) - 1 - first)


def _has_cursor(lines: Sequence[Line]) -> bool:
    return any(CURSOR in line for line in lines)


def _joined(lines: Sequence[Line], canvas: Canvas) -> list[Fragment]:
    fragments: list[Fragment] = []
    for line in lines:
        indent = " " * canvas.margin if line else ""
        fragments += [*_cut([("", indent), *line], canvas), ("", "\n")]
    return fragments[:-1]


def _cut(line: Line, canvas: Canvas) -> Line:
    """Return as much of a row as a window shows that is narrower than a hint or a label."""
    room, cut = canvas.width, []
    for style, text in line:
        seen = text
        while canvas.measure(seen) > room:
            seen = seen[:-1]
        room = room - canvas.measure(seen) if seen == text else 0
        cut.append((style, seen))
    return cut


def progress_parts(title: str, number: int, done: int, whole: int, canvas: Canvas) -> list[Part]:
    """Return the rows above a screen: whose quiz it is, at which number, and how much is done."""
    return [
        Part(Rank.TOP, [[]]),
        Part(Rank.HEADER, [_header(title, number, whole, canvas)]),
        Part(Rank.BAR, [_bar(done, whole, canvas)]),
        Part(Rank.GAP_ABOVE, [[]]),
    ]


def _header(title: str, number: int, whole: int, canvas: Canvas) -> Line:
    """Return the title with the count at the right, or the count alone where both do not fit.

    Room is kept for the longest count, so that the title stays all along.
    """
    count, longest = f"{number}/{whole}", f"{whole}/{whole}"
    name = canvas.wrap(title)
    room = canvas.column - canvas.measure(name[0] + HEADER_GAP)
    if len(name) > 1 or room < len(longest):
        return [("class:count", count)]
    return [("class:title", name[0] + HEADER_GAP), ("class:count", count.rjust(room))]


def _bar(done: int, whole: int, canvas: Canvas) -> Line:
    """Return how far a run is, as a line as wide as the text."""
    cells = canvas.column * done // whole
    ahead = canvas.glyphs.ahead * (canvas.column - cells)
    return [("class:done", canvas.glyphs.done * cells), ("class:ahead", ahead)]


def choice(marker: str, label: str, canvas: Canvas, *, marked: bool) -> list[Line]:
    """Return something to choose: a pointer where it is marked, its number, its label."""
    pointer = canvas.glyphs.pointer if marked else " "
    number = f"{marker}  " if marker else ""
    indent = canvas.measure(f"{pointer} {number}")
    first, *rest = canvas.wrap(label, indent)
    style = "class:marked" if marked else "class:choice"
    line: Line = [("class:pointer", f"{pointer} "), ("class:digit", number), (style, first)]
    return [
        [CURSOR, *line] if marked else line,
        *([(style, " " * indent + row)] for row in rest),
    ]
