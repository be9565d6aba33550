"""A recap as a workbook; `test_cli_recap` has the tests of whole recaps."""

from __future__ import annotations

import io

import openpyxl

from kelompok_quiz.explanation.recap_tables import RecapTable
from kelompok_quiz.writing.recap_workbook import write_tables


def test_a_cell_holds_no_more_than_excel_allows() -> None:
    stream = io.BytesIO()
    write_tables(stream, [RecapTable("Satu", ("Kata",), (("\U0001f600" * 20_000,),))], [])
    cell = openpyxl.load_workbook(stream)["Satu"]["A2"].value
    assert isinstance(cell, str)
    assert 30_000 < len(cell.encode("utf-16-le")) / 2 <= 32_767
