"""Groups below each other: a table where every word has room, else a list."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.text import Text

from kelompok_quiz.explanation.blocks import Grid
from kelompok_quiz.report.page import INDENT, Lines, Page, beside, indented, longest_word
from kelompok_quiz.report.style import QUIET, STRONG

GAP = 2
LEAST_CELLS = 12
"""Cells below which no column is squeezed, so that few lines hold a single word."""


def grid(block: Grid, page: Page) -> Lines:
    """Return the groups as a table, or as a list in a narrow window."""
    rows = [[page.glyphs.dash if cell is None else cell for cell in row] for row in block.rows]
    columns = list(zip(block.headers, *rows, strict=True))
    widths = _widths(columns, page)
    return _list(block.headers, rows, page) if widths is None else _table(columns, widths, page)


def _widths(columns: Sequence[Sequence[str]], page: Page) -> list[int] | None:
    """The cells of every column, None where their words have too little room together.

    A column is as wide as its longest text; where that is too much, the widest give way.
    """
    whole = [max(cell_len(page.text(text).plain) for text in column) for column in columns]
    words = [max(map(longest_word, column)) for column in columns]
    least = [max(word, min(text, LEAST_CELLS)) for word, text in zip(words, whole, strict=True)]
    room = page.width - GAP * (len(columns) - 1)
    if sum(least) > room:
        return None
    widths = whole
    while sum(widths) > room:
        widest = max(range(len(widths)), key=lambda column: widths[column] - least[column])
        widths[widest] -= 1
    return widths


def _table(columns: Sequence[Sequence[str]], widths: Sequence[int], page: Page) -> Lines:
    headers, *rows = zip(*columns, strict=True)
    rule = Text(page.glyphs.rule * (sum(widths) + GAP * (len(widths) - 1)), QUIET)
    lines = [*_row(headers, widths, page, STRONG), rule]
    for row in rows:
        lines += _row(row, widths, page)
    return lines


def _row(texts: Sequence[str], widths: Sequence[int], page: Page, style: str = "") -> Lines:
    cells = zip(texts, widths, strict=True)
    return beside([page.of_width(w).lines(text, style) for text, w in cells], widths, GAP)


def _list(headers: Sequence[str], rows: Sequence[Sequence[str]], page: Page) -> Lines:
    lines: Lines = []
    inner = page.less(INDENT)
    for name, *cells in rows:
        lines += page.lines(name, STRONG)
        for header, cell in zip(headers[1:], cells, strict=True):
            told = Text.assemble(page.text(f"{header}:", QUIET), " ", page.text(cell))
            lines += indented(inner.wrap(told))
    return lines
