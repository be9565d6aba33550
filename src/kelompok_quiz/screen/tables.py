"""Tables of text if every word has room in its column, else lists."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from rich.cells import cell_len
from rich.text import Text

from kelompok_quiz.explanation.blocks import Comparison, Facts, Grid
from kelompok_quiz.screen.page import (
    INDENT,
    QUIET,
    STRONG,
    Lines,
    Page,
    beside,
    indented,
    longest_word,
)

Rows: TypeAlias = Sequence[Sequence[str]]
"""Rows of cells, the headers first."""

GAP = 2
MIN_COLUMN_CELLS = 12
"""A column gets narrower than this only if the longest words leave no more room."""
MIN_SENTENCE_CELLS = 18
"""A sentence still reads well in a column of this width."""
MAX_ASPECT_CELLS = 24


def grid(block: Grid, page: Page) -> Lines:
    """Return the groups as tables, or as a list of groups in a narrow window."""
    tables = [_rows(block, facts, page) for facts in block.tables]
    lines: Lines = []
    for rows in tables:
        widths = _widths(rows, page)
        if widths is None:
            return _group_list(block, page)
        lines += ([Text()] if lines else []) + _table(rows, widths, page)
    return lines


def _rows(block: Grid, facts: Facts, page: Page) -> Rows:
    rows = [[_cell(cell, page) for cell in row] for row in facts.rows]
    groups = ([name, *row] for name, row in zip(block.groups, rows, strict=True))
    return [(block.label, *facts.headers), *groups]


def _cell(cell: str | None, page: Page) -> str:
    return page.glyphs.dash if cell is None else cell


def _widths(rows: Rows, page: Page) -> list[int] | None:
    """The cells of every column; None if the longest words do not fit side by side.

    A column is as wide as its longest text; if that is too much, the widest shrink.
    """
    columns = list(zip(*rows, strict=True))
    widths = [max(cell_len(page.text(text).plain) for text in column) for column in columns]
    words = [max(map(longest_word, column)) for column in columns]
    least = [
        max(word, min(text, MIN_COLUMN_CELLS)) for word, text in zip(words, widths, strict=True)
    ]
    room = page.width - GAP * (len(columns) - 1)
    if sum(words) > room:
        return None
    if sum(least) > room:
        least = words
    while sum(widths) > room:
        widest = max(range(len(widths)), key=lambda column: widths[column] - least[column])
        widths[widest] -= 1
    return widths


def _group_list(block: Grid, page: Page) -> Lines:
    lines: Lines = []
    inner = page.narrower(INDENT)
    for index, name in enumerate(block.groups):
        lines += page.lines(name, STRONG)
        for facts in block.tables:
            for header, cell in zip(facts.headers, facts.rows[index], strict=True):
                lines += indented(inner.wrap(_labelled(header, _cell(cell, page), page)))
    return lines


def comparison(block: Comparison, page: Page) -> Lines:
    """Return the aspects of two jobs as a table, or as a list in a narrow window."""
    aspect = min(max(page.text(row[0]).cell_len for row in block.rows), MAX_ASPECT_CELLS)
    cells = (page.width - aspect - 2 * GAP) // 2
    texts = [block.this, block.that, *(text for row in block.rows for text in row[1:])]
    if cells < max(MIN_SENTENCE_CELLS, *map(longest_word, texts)):
        return _aspect_list(block, page)
    if max(longest_word(row[0]) for row in block.rows) > aspect:
        return _aspect_list(block, page)
    rows = [("", block.this, block.that), *block.rows]
    return _table(rows, [aspect, cells, cells], page, first_column=STRONG)


def _aspect_list(block: Comparison, page: Page) -> Lines:
    bullet = Text(f"{page.glyphs.bullet} ", QUIET)
    inner = page.narrower(INDENT)
    lines: Lines = []
    for aspect, this, that in block.rows:
        lines += page.lines(aspect, STRONG)
        for job, text in ((block.this, this), (block.that, that)):
            lines += indented(inner.hang(bullet, _labelled(job, text, page)))
    return lines


def _labelled(label: str, text: str, page: Page) -> Text:
    return Text.assemble(page.text(f"{label}:", QUIET), " ", page.text(text))


def _table(rows: Rows, widths: Sequence[int], page: Page, first_column: str = "") -> Lines:
    """Lines of a table with a rule below its headers; `first_column` is a style."""

    def row(texts: Sequence[str], styles: Sequence[str]) -> Lines:
        cells = zip(texts, styles, widths, strict=True)
        return beside([page.of_width(w).lines(t, s) for t, s, w in cells], widths, GAP)

    headers, *body = rows
    others = len(widths) - 1
    rule = Text(page.glyphs.rule * (sum(widths) + GAP * others), QUIET)
    lines = [*row(headers, [STRONG] * len(widths)), rule]
    for texts in body:
        lines += row(texts, [first_column, *[""] * others])
    return lines
