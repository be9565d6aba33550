"""A recap as an XLSX workbook, a worksheet a table; a text that looks like a formula is text."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from kelompok_quiz.explanation.recap_tables import Cell, RecapTable
from kelompok_quiz.text import visible
from kelompok_quiz.words.recap import NO_NUMBERS
from kelompok_quiz.writing.tables import HUNDREDTHS
from kelompok_quiz.writing.worksheets import (
    MAX_CELL_LENGTH,
    Formats,
    add_formats,
    row_height,
    set_up_page,
)

MAX_CHARACTERS = MAX_CELL_LENGTH // 2
"""No character takes more than two UTF-16 units."""
MIN_WIDTH, MAX_WIDTH = 10, 70
"""Characters of a column."""
MARGIN = 3
"""Characters that a column is wider than its text."""


def write_tables(stream: BinaryIO, tables: Sequence[RecapTable], verdicts: Sequence[str]) -> None:
    """Write the tables as worksheets of one workbook.

    The labels in `verdicts`, from the lowest, look as they do in a workbook of results.
    """
    finished = io.BytesIO()
    with Workbook(finished, {"in_memory": True}) as book:
        formats = add_formats(book, verdicts)
        for table in tables:
            _write_sheet(book.add_worksheet(table.title), table, formats)
    stream.write(finished.getvalue())


def _write_sheet(sheet: Worksheet, table: RecapTable, formats: Formats) -> None:
    columns = [
        [visible(cell)[:MAX_CHARACTERS] if isinstance(cell, str) else cell for cell in column]
        for column in zip(*table.rows, strict=True)
    ]
    shown = [
        [f"{cell:.{HUNDREDTHS}f}" if isinstance(cell, float) else str(cell) for cell in column]
        for column in columns
    ]
    widths = [_width(header, texts) for header, texts in zip(table.headers, shown, strict=True)]
    sheet.set_row(0, row_height(table.headers, widths))
    for row, texts in enumerate(zip(*shown, strict=True), start=1):
        sheet.set_row(row, row_height(texts, widths))
    for column, (header, cells) in enumerate(zip(table.headers, columns, strict=True)):
        sheet.set_column(column, column, widths[column])
        _write_column(sheet, column, [header, *cells], formats)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    set_up_page(sheet)
    sheet.fit_to_pages(1, 0)


def _write_column(sheet: Worksheet, column: int, cells: Sequence[Cell], formats: Formats) -> None:
    """Write a header and its cells; a word in place of a number is aligned like the numbers."""
    header, *body = cells
    numbers = all(cell in NO_NUMBERS or not isinstance(cell, str) for cell in body)
    text = formats.no_number if numbers else formats.prose
    header_format = formats.header_of_numbers if numbers else formats.header
    sheet.write_string(0, column, str(header), header_format)
    for row, cell in enumerate(body, start=1):
        if isinstance(cell, str):
            sheet.write_string(row, column, cell, formats.verdicts.get(cell, text))
        elif isinstance(cell, float):
            sheet.write_number(row, column, cell, formats.hundredths)
        else:
            sheet.write_number(row, column, cell, formats.whole)


def _width(header: str, texts: Sequence[str]) -> int:
    """Characters for the longest text, within bounds, and for every word of the header.

    xlsxwriter's `autofit` measures a float with all its digits instead of the two shown, and a
    header on one line instead of wrapped.
    """
    longest = max(len(text) for text in (*texts, *header.split()))
    return min(max(longest + MARGIN, MIN_WIDTH), MAX_WIDTH)
