"""A window to draw on; a small one drops the less important parts of a screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeAlias

from kelompok_quiz.text import Measure, visible, wrap
from kelompok_quiz.words import quiz as words

Fragment: TypeAlias = tuple[str, str]
Line: TypeAlias = list[Fragment]
"""The fragments of one row, each a style and a text."""
Hint: TypeAlias = tuple[str, str]
"""A key and what it does."""

CURSOR: Fragment = ("[SetCursorPosition]", "")
"""Places the terminal's cursor: Braille displays and magnifiers follow it."""
WIDEST_COLUMN = 72
"""Cells: longer lines are hard to read."""
NARROW = 32
"""Cells below which there is no margin."""
GAP = "   "
ENTRY_INDENT = "  "
HEADER_GAP = "  "


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The signs that depend on the terminal's encoding; `keys` renames those it cannot write."""

    done: str
    ahead: str
    pointer: str
    more: str
    keys: dict[str, str]


DRAWN = Glyphs(done="━", ahead="─", pointer="›", more="…", keys={})
PLAIN = Glyphs(done="=", ahead="-", pointer=">", more="...", keys=words.PLAIN_KEYS)


def glyphs_for(encoding: str) -> Glyphs:
    """Return the signs for an output encoding, plain ASCII if it lacks any of the others."""
    drawn = (DRAWN.done, DRAWN.ahead, DRAWN.pointer, DRAWN.more, *words.PLAIN_KEYS)
    try:
        "".join(drawn).encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return PLAIN
    return DRAWN


@dataclass(frozen=True, slots=True)
class Canvas:
    """A window, in terminal cells; `measure` gives the cells of a text."""

    width: int
    height: int
    measure: Measure
    glyphs: Glyphs

    @property
    def margin(self) -> int:
        """Empty cells on either side."""
        return 2 if self.width >= NARROW else 0

    @property
    def column(self) -> int:
        """The cells of the widest line of text."""
        return min(self.width - 2 * self.margin, WIDEST_COLUMN)

    def wrap(self, text: str, indent: int = 0) -> list[str]:
        """Return the text as lines that fit the column less an indent, harmless to a terminal."""
        shown, width = visible(" ".join(text.split())), max(self.column - indent, 1)
        return wrap(shown, width, break_words=True, measure=self.measure)

    def text(self, text: str, style: str = "") -> list[Line]:
        """Return the text as rows of one style."""
        return [[(style, line)] for line in self.wrap(text)]

    def entry(self, label: str, text: str) -> list[Line]:
        """Return a label with its text behind it, continued below the text's indent."""
        shown = visible(" ".join(words.LABELLED.format(label=label, text=text).split()))
        first, *rest = wrap(
            shown, self.column, rest=ENTRY_INDENT, break_words=True, measure=self.measure
        )
        name = visible(" ".join(label.split()))
        head = name if first.startswith(name) else first
        line: Line = [("class:statement", head), ("", first[len(head) :])]
        return [line, *([("", row)] for row in rest)]

    def hints(self, hints: Sequence[Hint]) -> list[Line]:
        """Return the keys and what they do on as few rows as possible, none of them broken."""
        rows: list[Line] = [[]]
        for key, label in hints:
            name = self.glyphs.keys.get(key, key)
            hint = [("class:key", name), ("class:hint", f" {label}")]
            joined = [*rows[-1], ("", GAP), *hint] if rows[-1] else hint
            if rows[-1] and self.cells(joined) > self.column:
                rows.append(hint)
            else:
                rows[-1] = joined
        return rows

    def cells(self, line: Line) -> int:
        """Return the width of a row."""
        return sum(self.measure(text) for _, text in line)


class Rank(IntEnum):
    """Importance of a part: a low window drops the lowest ranks first, text never."""

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
    """Rows that are dropped together."""

    rank: Rank
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A screen as fragments, with newlines between rows.

    `first_page` and `last_page` count from the page shown first, which is 0.
    """

    fragments: list[Fragment]
    first_page: int = 0
    last_page: int = 0


Squeeze: TypeAlias = Callable[[int], list[Line]]
"""Draws the most important part of a text on the given number of rows."""


def arrange(
    parts: Sequence[Part],
    hints: Sequence[Hint],
    canvas: Canvas,
    scrolled: int = 0,
    squeeze: Squeeze | None = None,
) -> Drawing:
    """Return the parts and below them the keys; a low window drops ranks from the lowest.

    A text that is still too long is shown page by page. The page shown first is what `squeeze`
    draws, by default the one with the cursor.
    """
    needed, *more = canvas.hints(hints)
    below = [Part(Rank.GAP_BELOW, [[]]), Part(Rank.TEXT, [needed]), Part(Rank.MORE_HINTS, more)]
    for rank in Rank:
        kept = [line for part in (*parts, *below) if part.rank >= rank for line in part.lines]
        if len(kept) <= canvas.height:
            return Drawing(_joined(kept, canvas))
    text = [line for part in parts if part.rank is Rank.TEXT for line in part.lines]
    rows = max(canvas.height - 1, 1)
    pages = [text[start : start + rows] for start in range(0, len(text), rows)]
    if squeeze is None:
        first = next((i for i, p in enumerate(pages) if any(CURSOR in line for line in p)), 0)
    else:
        pages, first = [squeeze(rows), *pages], 0
    page = pages[min(max(first + scrolled, 0), len(pages) - 1)]
    keys, *_ = canvas.hints([*hints[:1], words.HINT_PAGES, *hints[1:]])
    lines = [*page, keys][: canvas.height]
    return Drawing(_joined(lines, canvas), -first, len(pages) - 1 - first)


def _joined(lines: Sequence[Line], canvas: Canvas) -> list[Fragment]:
    fragments: list[Fragment] = []
    for line in lines:
        indent = " " * canvas.margin if line else ""
        fragments += [*_cut([("", indent), *line], canvas), ("", "\n")]
    return fragments[:-1]


def _cut(line: Line, canvas: Canvas) -> Line:
    """Return the start of a row that fits the window; a hint or a number may be wider than it."""
    room, cut = canvas.width, []
    for style, text in line:
        seen = text
        while canvas.measure(seen) > room:
            seen = seen[:-1]
        room = room - canvas.measure(seen) if seen == text else 0
        cut.append((style, seen))
    return cut


def progress_parts(title: str, number: int, done: int, total: int, canvas: Canvas) -> list[Part]:
    """Return the rows at the top of a screen: title, number of the statement, bar of those done."""
    cells = canvas.column * done // total
    ahead = canvas.glyphs.ahead * (canvas.column - cells)
    bar = [("class:done", canvas.glyphs.done * cells), ("class:ahead", ahead)]
    return [
        Part(Rank.TOP, [[]]),
        Part(Rank.HEADER, [_header(title, number, total, canvas)]),
        Part(Rank.BAR, [bar]),
        Part(Rank.GAP_ABOVE, [[]]),
    ]


def _header(title: str, number: int, total: int, canvas: Canvas) -> Line:
    """Return the title with the count on the right, or the count alone if both do not fit.

    The longest count decides, so that the title does not disappear on the way.
    """
    count, longest = f"{number}/{total}", f"{total}/{total}"
    name = canvas.wrap(title)
    room = canvas.column - canvas.measure(name[0] + HEADER_GAP)
    if len(name) > 1 or room < len(longest):
        return [("class:count", count)]
    return [("class:title", name[0] + HEADER_GAP), ("class:count", count.rjust(room))]


def choice(marker: str, label: str, canvas: Canvas, *, marked: bool) -> list[Line]:
    """Return an option: the pointer if it is marked, its number, its label."""
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


def shorten(lines: Sequence[str], rows: int, canvas: Canvas) -> list[str]:
    """Return the first rows of a text; an ellipsis after a whole word says that some are left."""
    kept, more = list(lines[:rows]), canvas.glyphs.more
    if rows < len(lines):
        pieces = kept.pop().split()
        while pieces and canvas.measure(" ".join(pieces) + more) > canvas.column:
            pieces.pop()
        kept.append(" ".join(pieces) + more)
    return kept
