"""A page of a given width: text made harmless, wrapped at words, hung behind marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from kelompok_quiz.screen.style import DRAWN, SPELLED, TYPED, Glyphs
from kelompok_quiz.text import legible, visible

Lines = list[Text]

INDENT = 2
LEAST_HANGING = 12
"""Cells in which a text can hang behind its mark."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a block is laid out on; `width` in terminal cells."""

    console: Console
    width: int
    glyphs: Glyphs

    def less(self, cells: int) -> Page:
        """Return a page that is narrower by some cells."""
        return self.of_width(self.width - cells)

    def of_width(self, cells: int) -> Page:
        """Return a page of another width, at least of one cell."""
        return replace(self, width=max(cells, 1))

    def text(self, text: str, style: str = "") -> Text:
        """Return somebody's text as it may be shown here."""
        shown = visible(text)
        if self.glyphs is TYPED:
            shown = legible(shown.translate(SPELLED), self.console.encoding)
        return Text(shown, style)

    def wrap(self, text: Text) -> Lines:
        """Return the lines of a text; only a word longer than a line is broken."""
        lines = list(text.wrap(self.console, self.width))
        for line in lines:
            line.rstrip()
        return lines

    def lines(self, text: str, style: str = "") -> Lines:
        """Return the lines of somebody's text."""
        return self.wrap(self.text(text, style))

    def hang(self, mark: Text, text: Text) -> Lines:
        """Return a mark and behind it the lines of a text, all from the same column on.

        Where that leaves too little room, the text stands below its mark.
        """
        room = self.less(mark.cell_len)
        if room.width >= max(LEAST_HANGING, longest_word(text.plain)):
            return hung(mark, room.wrap(text))
        return [mark, *indented(self.less(INDENT).wrap(text))]


def page_of(console: Console) -> Page:
    """Return the page that a console shows."""
    options = console.options
    typed = options.ascii_only or options.legacy_windows
    return Page(console, console.width, TYPED if typed else DRAWN)


def hung(mark: Text, lines: Lines) -> Lines:
    """Return lines behind a mark that stands once, before the first."""
    space = Text(" " * mark.cell_len)
    return [Text.assemble(space if index else mark, line) for index, line in enumerate(lines)]


def indented(lines: Lines, cells: int = INDENT) -> Lines:
    """Return lines moved to the right; an empty one stays empty."""
    return [Text.assemble(" " * cells, line) if line else line for line in lines]


def padded(line: Text, width: int) -> Text:
    """Return a line filled up with spaces to a width in cells."""
    return Text.assemble(line, " " * (width - line.cell_len))


def beside(columns: Sequence[Lines], widths: Sequence[int], gap: int) -> Lines:
    """Return columns of lines set beside each other, each in its width."""
    rows = zip_longest(*columns, fillvalue=Text())
    space = Text(" " * gap)
    return [
        space.join(padded(cell, width) for cell, width in zip(row, widths, strict=True))
        for row in rows
    ]


def longest_word(text: str) -> int:
    """Return the cells of the longest word."""
    return max((cell_len(word) for word in visible(text).split()), default=0)
