"""A recap as an XLSX workbook, a sheet a table; text stays text whatever it begins with."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from kelompok_quiz.explanation.recap_tables import Cell, RecapTable
from kelompok_quiz.text import visible
from kelompok_quiz.words.recap import NO_NUMBERS
from kelompok_quiz.writing.layout import LONGEST_CELL, height, lay_on_paper
from kelompok_quiz.writing.styles import Styles, styles
from kelompok_quiz.writing.tables import HUNDREDTHS

MOST_CHARACTERS = LONGEST_CELL // 2
"""No character takes more than two units."""
NARROWEST, WIDEST = 10, 70
"""Characters of a column."""
MARGIN = 3
"""Characters that a column is wider than its text."""


def write_tables(stream: BinaryIO, tables: Sequence[RecapTable], verdicts: Sequence[str]) -> None:
    """Write the tables as sheets of one workbook, all of it at the end.

    The words of `verdicts`, from the lowest, look as they do in a workbook of results.
    """
    finished = io.BytesIO()
    with Workbook(finished, {"in_memory": True}) as book:
        known = styles(book, verdicts)
        for table in tables:
            _write_sheet(book.add_worksheet(table.title), table, known)
    stream.write(finished.getvalue())


def _write_sheet(sheet: Worksheet, table: RecapTable, known: Styles) -> None:
    columns = [[_told(cell) for cell in column] for column in zip(*table.rows, strict=True)]
    shown = [list(map(_shown, column)) for column in columns]
    widths = [_width(head, texts) for head, texts in zip(table.headers, shown, strict=True)]
    sheet.set_row(0, height(table.headers, widths))
    for row, texts in enumerate(zip(*shown, strict=True), start=1):
        sheet.set_row(row, height(texts, widths))
    for column, (head, cells) in enumerate(zip(table.headers, columns, strict=True)):
        sheet.set_column(column, column, widths[column])
        _write_column(sheet, column, [head, *cells], known)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    lay_on_paper(sheet)
    sheet.fit_to_pages(1, 0)


def _write_column(sheet: Worksheet, column: int, cells: Sequence[Cell], known: Styles) -> None:
    """Write a header and its cells; what stands for a number among numbers is aligned with them."""
    head, *body = cells
    numbers = all(cell in NO_NUMBERS or not isinstance(cell, str) for cell in body)
    text = known.no_number if numbers else known.prose
    sheet.write_string(0, column, str(head), known.head_of_numbers if numbers else known.head)
    for row, cell in enumerate(body, start=1):
        if isinstance(cell, str):
            sheet.write_string(row, column, cell, known.verdicts.get(cell, text))
        elif isinstance(cell, float):
            sheet.write_number(row, column, cell, known.hundredths)
        else:
            sheet.write_number(row, column, cell, known.whole)


def _told(cell: Cell) -> Cell:
    return visible(cell)[:MOST_CHARACTERS] if isinstance(cell, str) else cell


def _shown(cell: Cell) -> str:
    return f"{cell:.{HUNDREDTHS}f}" if isinstance(cell, float) else str(cell)


def _width(header: str, texts: Sequence[str]) -> int:
    """A column holds its longest text, if it is not too long, and every word of its header."""
    longest = max(len(text) for text in (*texts, *header.split()))
    return min(max(longest + MARGIN, NARROWEST), WIDEST)
