"""The statements as a workbook; `test_cli_periksa` has the way from it to a result."""

from __future__ import annotations

import io

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from kelompok_quiz.writing.items_workbook import write_items
from support.mini import PROFILE


@pytest.fixture
def sheets() -> dict[str, Worksheet]:
    stream = io.BytesIO()
    write_items(stream, PROFILE)
    book = openpyxl.load_workbook(stream)
    return {sheet.title: sheet for sheet in book.worksheets}


def test_a_sheet_to_print_has_a_row_an_item_and_room_for_the_answer(
    sheets: dict[str, Worksheet],
) -> None:
    rows = list(sheets["Pernyataan"].iter_rows(values_only=True))
    header = rows.index(("No", "Kode", "Pernyataan", "Jawaban"))
    assert rows[header + 1 :] == [
        (number, item.id, item.text, None) for number, item in enumerate(PROFILE.items, start=1)
    ]


def test_a_sheet_to_print_says_how_to_answer(sheets: dict[str, Worksheet]) -> None:
    above = " ".join(
        str(row[0]) for row in sheets["Pernyataan"].iter_rows(max_row=4, values_only=True)
    )
    assert PROFILE.title in above
    for label in PROFILE.responses:
        assert label in above


def test_a_sheet_for_answers_has_a_column_an_item(sheets: dict[str, Worksheet]) -> None:
    rows = list(sheets["Lembar jawaban"].iter_rows(values_only=True))
    assert rows == [("responden", "kelas", *PROFILE.order)]


def test_no_sheet_gives_away_what_an_item_measures(sheets: dict[str, Worksheet]) -> None:
    texts = {str(cell.value) for sheet in sheets.values() for row in sheet for cell in row}
    assert texts.isdisjoint(scale.label for scale in PROFILE.scales)
