"""A recap as an XLSX workbook, a sheet a table; text stays text whatever it begins with."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kelompok_quiz.explanation.cohort_tables import SheetTable
from kelompok_quiz.text import visible
from kelompok_quiz.writing.styles import HEAD, TEXT

LONGEST_CELL = 32_767
"""Characters that a cell of XLSX holds."""
NARROW, WIDE = 14, 60
LONG = 40
"""Characters from which a column is wide."""


def write_tables(stream: BinaryIO, tables: Sequence[SheetTable]) -> None:
    """Write the tables as sheets of one workbook, all of it at the end."""
    finished = io.BytesIO()
    with Workbook(finished, {"in_memory": True}) as book:
        head = book.add_format(HEAD)
        text = book.add_format(TEXT | {"text_wrap": True})
        number = book.add_format({"num_format": "0.00", "valign": "top"})
        for table in tables:
            sheet = book.add_worksheet(table.title)
            for column, header in enumerate(table.headers):
                _write(sheet, (0, column), header, head, number)
            for row, cells in enumerate(table.rows, start=1):
                for column, cell in enumerate(cells):
                    _write(sheet, (row, column), cell, text, number)
            _lay_out(sheet, table)
    stream.write(finished.getvalue())


def _write(
    sheet: Worksheet, place: tuple[int, int], cell: str | float, text: Format, number: Format
) -> None:
    if isinstance(cell, str):
        sheet.write_string(*place, visible(cell)[:LONGEST_CELL], text)
    else:
        sheet.write_number(*place, cell, number if isinstance(cell, float) else None)


def _lay_out(sheet: Worksheet, table: SheetTable) -> None:
    sheet.freeze_panes(1, 1)
    for column in range(len(table.headers)):
        longest = max(len(str(row[column])) for row in table.rows)
        is_first = column == 0
        sheet.set_column(column, column, WIDE if longest >= LONG else NARROW * (1 + is_first))
