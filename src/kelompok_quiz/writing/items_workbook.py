"""The statements as an XLSX workbook: a worksheet to print, and one to type answers into."""

from __future__ import annotations

import io
from typing import BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from kelompok_quiz.explanation.item_list import response_line
from kelompok_quiz.profile.model import Profile
from kelompok_quiz.words import checking as words
from kelompok_quiz.writing.worksheets import Formats, add_formats, row_height, set_up_page

WIDTHS = (5, 8, 74, 12)
"""Characters of the columns of number, id, statement and answer."""
PERSON_WIDTH, ANSWER_WIDTH = 14, 6
"""Characters of a column that names a person, and of an item's answers."""


def write_items(stream: BinaryIO, profile: Profile) -> None:
    """Write both worksheets; `nilai` reads the second one, as its header names every item."""
    finished = io.BytesIO()
    with Workbook(finished, {"in_memory": True}) as book:
        formats = add_formats(book, ())
        _write_statements(book.add_worksheet(words.ITEM_SHEETS["statements"]), profile, formats)
        _write_header(book.add_worksheet(words.ITEM_SHEETS["answers"]), profile, formats)
    stream.write(finished.getvalue())


def _write_statements(sheet: Worksheet, profile: Profile, formats: Formats) -> None:
    """Write a sheet for one person: how to answer, then a row an item."""
    above = (profile.title, words.ITEM_PERSON, response_line(profile), words.ITEM_HINT)
    for row, text in enumerate(above):
        sheet.merge_range(row, 0, row, len(WIDTHS) - 1, text, formats.prose)
        sheet.set_row(row, row_height([text], [sum(WIDTHS)]))
    header = len(above)
    for column, (name, width) in enumerate(zip(words.SHEET_HEADERS, WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(header, column, name, formats.header)
    for number, item in enumerate(profile.items, start=1):
        row = header + number
        sheet.set_row(row, row_height([item.text], WIDTHS[2:3]))
        sheet.write_number(row, 0, number, formats.whole)
        sheet.write_string(row, 1, item.id, formats.text)
        sheet.write_string(row, 2, item.text, formats.prose)
    sheet.repeat_rows(header)
    set_up_page(sheet)
    sheet.set_portrait()
    sheet.fit_to_pages(1, 0)


def _write_header(sheet: Worksheet, profile: Profile, formats: Formats) -> None:
    """Write the header of an answer file without people."""
    ids = [item.id for item in profile.items]
    for column, name in enumerate([*words.PERSON_HEADERS, *ids]):
        sheet.write_string(0, column, name, formats.header)
    people = len(words.PERSON_HEADERS)
    sheet.set_column(0, people - 1, PERSON_WIDTH)
    sheet.set_column(people, people + len(ids) - 1, ANSWER_WIDTH)
    sheet.freeze_panes(1, 1)
    set_up_page(sheet)
