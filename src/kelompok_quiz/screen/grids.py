"""Groups beside each other: tables where every word has room, else a list of the groups."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from rich.cells import cell_len
from rich.text import Text

from kelompok_quiz.explanation.blocks import Facts, Grid
from kelompok_quiz.screen.page import INDENT, Lines, Page, beside, indented, longest_word
from kelompok_quiz.screen.style import QUIET, STRONG

Columns: TypeAlias = Sequence[Sequence[str]]
"""The texts of every column, its header first."""

GAP = 2
LEAST_CELLS = 12
"""Cells below which a column is squeezed only if the others leave no room for them."""


def grid(block: Grid, page: Page) -> Lines:
    """Return the groups as tables, or all that is told of each as a list in a narrow window."""
    tables = [_columns(block, facts, page) for facts in block.tables]
    widths = [_widths(columns, page) for columns in tables]
    lines: Lines = []
    for columns, known in zip(tables, widths, strict=True):
        if known is None:
            return _list(block, page)
        lines += ([Text()] if lines else []) + _table(columns, known, page)
    return lines


def _columns(block: Grid, facts: Facts, page: Page) -> Columns:
    rows = [[_cell(cell, page) for cell in row] for row in facts.rows]
    return [(block.label, *block.groups), *zip(facts.headers, *rows, strict=True)]


def _cell(cell: str | None, page: Page) -> str:
    return page.glyphs.dash if cell is None else cell


def _widths(columns: Columns, page: Page) -> list[int] | None:
    """The cells of every column, None where their words have too little room together.

    A column is as wide as its longest text; where that is too much, the widest give way.
    """
    widths = [max(cell_len(page.text(text).plain) for text in column) for column in columns]
    words = [max(map(longest_word, column)) for column in columns]
    least = [max(word, min(text, LEAST_CELLS)) for word, text in zip(words, widths, strict=True)]
    room = page.width - GAP * (len(columns) - 1)
    if sum(words) > room:
        return None
    if sum(least) > room:
        least = words
    while sum(widths) > room:
        widest = max(range(len(widths)), key=lambda column: widths[column] - least[column])
        widths[widest] -= 1
    return widths


def _table(columns: Columns, widths: Sequence[int], page: Page) -> Lines:
    headers, *rows = zip(*columns, strict=True)
    rule = Text(page.glyphs.rule * (sum(widths) + GAP * (len(widths) - 1)), QUIET)
    lines = [*_row(headers, widths, page, STRONG), rule]
    for row in rows:
        lines += _row(row, widths, page)
    return lines


def _row(texts: Sequence[str], widths: Sequence[int], page: Page, style: str = "") -> Lines:
    cells = zip(texts, widths, strict=True)
    return beside([page.of_width(w).lines(text, style) for text, w in cells], widths, GAP)


def _list(block: Grid, page: Page) -> Lines:
    lines: Lines = []
    inner = page.less(INDENT)
    for index, name in enumerate(block.groups):
        lines += page.lines(name, STRONG)
        for facts in block.tables:
            for header, cell in zip(facts.headers, facts.rows[index], strict=True):
                told = Text.assemble(
                    page.text(f"{header}:", QUIET), " ", page.text(_cell(cell, page))
                )
                lines += indented(inner.wrap(told))
    return lines
