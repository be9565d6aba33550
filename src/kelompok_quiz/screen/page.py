"""A page of a given width: styles, glyphs, and harmless text wrapped at words.

Colour only adds: what it says is also said by a word, a glyph or a position.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TypeAlias

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from kelompok_quiz.text import PLAIN, legible, visible

Lines: TypeAlias = list[Text]

STRONG = "bold"
ACCENT = "color(30)"
"""A teal with a contrast of more than 4:1 against black and against white."""
STRONG_ACCENT = f"{STRONG} {ACCENT}"
QUIET = "dim"

INDENT = 2
MIN_HANGING_CELLS = 12
"""A text hangs behind its mark only if it has this much room."""


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The signs to draw with, each one cell wide."""

    edge: str
    """Before the lines of a headline."""
    rule: str
    filled: str
    """The part of a bar below the error range."""
    hindering: str
    """The same where a low score is good."""
    range: str
    point: str
    track: str
    bound: str
    """Where one band of the scale ends and the next begins."""
    crossed: str
    """A bound within the error range."""
    bullet: str
    notice: str
    here: str
    dash: str
    ellipsis: str


UNICODE_GLYPHS = Glyphs("▌", "─", "━", "═", "╍", "●", "─", "┼", "┿", "•", "!", "›", "–", "…")
ASCII_GLYPHS = Glyphs("|", "-", "=", "#", "~", "o", ".", "|", "|", "-", "!", ">", "-", "~")
ROOT = ord("√")
ASCII_SIGNS = PLAIN | {ROOT: f"{PLAIN[ROOT]} "}
"""Signs of our texts in ASCII; a root is a word, which needs a space in a formula."""


@dataclass(frozen=True, slots=True)
class Page:
    """The area to lay a block out on; `width` in terminal cells."""

    console: Console
    width: int
    glyphs: Glyphs

    def narrower(self, cells: int) -> Page:
        """Return a page that is narrower by some cells."""
        return self.of_width(self.width - cells)

    def of_width(self, cells: int) -> Page:
        """Return a page of another width, at least one cell."""
        return replace(self, width=max(cells, 1))

    def text(self, text: str, style: str = "") -> Text:
        """Return a text without control characters or signs that the encoding lacks."""
        shown = visible(text)
        if self.glyphs is ASCII_GLYPHS:
            shown = legible(shown.translate(ASCII_SIGNS), self.console.encoding)
        return Text(shown, style)

    def wrap(self, text: Text) -> Lines:
        """Return the lines of a text; only a word longer than a line is broken."""
        lines = list(text.wrap(self.console, self.width))
        for line in lines:
            line.rstrip()
        return lines

    def lines(self, text: str, style: str = "") -> Lines:
        """Return the wrapped lines of `text`."""
        return self.wrap(self.text(text, style))

    def hang(self, mark: Text, text: Text) -> Lines:
        """Return a mark and behind it the lines of a text, all from the same column on.

        If that leaves too little room, the text goes below its mark.
        """
        inner = self.narrower(mark.cell_len)
        if inner.width < max(MIN_HANGING_CELLS, longest_word(text.plain)):
            return [mark, *indented(self.narrower(INDENT).wrap(text))]
        space = Text(" " * mark.cell_len)
        return [
            Text.assemble(space if index else mark, line)
            for index, line in enumerate(inner.wrap(text))
        ]


def page_of(console: Console) -> Page:
    """Return the page that a console shows."""
    options = console.options
    ascii_only = options.ascii_only or options.legacy_windows
    return Page(console, console.width, ASCII_GLYPHS if ascii_only else UNICODE_GLYPHS)


def indented(lines: Lines) -> Lines:
    """Return lines moved to the right; an empty one stays empty."""
    return [Text.assemble(" " * INDENT, line) if line else line for line in lines]


def padded(line: Text, width: int) -> Text:
    """Return a line filled up with spaces to a width in cells."""
    return Text.assemble(line, " " * (width - line.cell_len))


def beside(columns: Sequence[Lines], widths: Sequence[int], gap: int) -> Lines:
    """Return columns of lines side by side, each padded to its width."""
    rows = zip_longest(*columns, fillvalue=Text())
    space = Text(" " * gap)
    return [
        space.join(padded(cell, width) for cell, width in zip(row, widths, strict=True))
        for row in rows
    ]


def longest_word(text: str) -> int:
    """Return the cells of the longest word."""
    return max((cell_len(word) for word in visible(text).split()), default=0)
