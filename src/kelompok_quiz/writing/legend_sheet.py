"""The sheet that explains a table of results."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from xlsxwriter.worksheet import Worksheet

from kelompok_quiz.explanation.legend import LegendTable
from kelompok_quiz.words.tables import IN_CSV, MEANING
from kelompok_quiz.writing.layout import height, lay_on_paper
from kelompok_quiz.writing.styles import Styles

WIDTHS = (28, 26, 90)
"""Columns of words, ids and meanings, in characters."""


def write_legend(sheet: Worksheet, tables: Sequence[LegendTable], styles: Styles) -> None:
    """Write the tables one under the other to an empty sheet; words look as in the results."""
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    lay_on_paper(sheet)
    sheet.fit_to_pages(1, 0)
    rows = count()
    for table in tables:
        row = next(rows)
        for column, head in enumerate((table.title, IN_CSV, MEANING)):
            sheet.write_string(row, column, head, styles.head)
        for cells in table.rows:
            _write_row(sheet, next(rows), cells, styles)
        next(rows)


def _write_row(sheet: Worksheet, row: int, cells: Sequence[str], styles: Styles) -> None:
    word, id_, meaning = cells
    sheet.set_row(row, height(cells, WIDTHS))
    sheet.write_string(row, 0, word, styles.verdicts.get(word, styles.prose))
    sheet.write_string(row, 1, id_, styles.prose)
    sheet.write_string(row, 2, meaning, styles.prose)
