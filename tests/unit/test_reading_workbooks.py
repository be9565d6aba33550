"""Worksheets: which one is read, and its cells as people see them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from kelompok_quiz.columns.guide import Guide
from kelompok_quiz.problems import InputUnreadable
from kelompok_quiz.reading.contents import Limits
from support.mini import IDS
from support.packed import (
    TABLE,
    XLS,
    XLSX,
    names,
    opened,
    read_packed,
    refusal_code,
    workbook,
    zipped,
)


def test_cells_are_read_as_people_see_them() -> None:
    def build(book: Any) -> None:
        sheet = book.add_worksheet()
        header = ["tanggal", "jam", "lama", "saat", "hadir", "tinggi", "nomor", "kosong"]
        sheet.write_row(0, 0, [*header, *IDS])
        for column, (value, form) in enumerate(
            [
                (dt.datetime(2026, 8, 1), "dd/mm/yyyy"),  # noqa: DTZ001 - cells have no zone
                (dt.time(8, 5), "hh:mm"),
                (dt.timedelta(days=1, hours=2, minutes=3), "[h]:mm"),
                (dt.datetime(2026, 8, 1, 8, 5), "dd/mm/yyyy hh:mm"),  # noqa: DTZ001
            ]
        ):
            sheet.write_datetime(1, column, value, book.add_format({"num_format": form}))
        sheet.write_row(1, 4, [True, 1.625, 81234567890.0])
        sheet.write_row(1, 8, [4.0] * len(IDS))
        sheet.write(2, 0, "x")
        sheet.write(2, 8, 3.5)

    (batch,) = read_packed(workbook(build))
    assert list(batch.cells[0]) == [
        *("2026-08-01", "08:05:00", "26:03:00", "2026-08-01 08:05:00"),
        *("TRUE", "1.625", "81234567890", ""),
    ]
    assert batch.matrix[0].tolist() == [4] * len(IDS)
    ((problem,),) = batch.rejects.values()
    assert (problem.value, problem.place.line) == ("3.5", 3)


def test_the_sheet_with_most_items_is_read_and_the_others_are_named() -> None:
    with opened(XLSX) as source:
        layout = source.layout
    assert (layout.kind, layout.worksheet, layout.other_worksheets) == ("xlsx", "Jawaban", ())
    assert layout.place.line == 4


def test_of_two_sheets_alike_the_hidden_one_is_not_read() -> None:
    def build(book: Any) -> None:
        for name, person in (("lama", "Budi"), ("baru", "Ani")):
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, ["nama", *IDS])
            sheet.write_row(1, 0, [person, *[4] * len(IDS)])
        sheet.activate()
        sheet.set_first_sheet()
        book.get_worksheet_by_name("lama").hide()

    with opened(workbook(build)) as source:
        assert (source.layout.worksheet, source.layout.other_worksheets) == ("baru", ("lama",))
        assert [name for batch in source.batches() for name in batch.respondents] == ["Ani"]


def test_a_guide_may_name_the_sheet() -> None:
    with pytest.raises(InputUnreadable) as caught:
        read_packed(XLSX, Guide(worksheet="catatan"))
    assert caught.value.problems[0].code == "columns_missing"
    assert refusal_code(XLSX, Guide(worksheet="Lain")) == "sheet_missing"


def test_a_workbook_without_rows_is_empty() -> None:
    assert refusal_code(workbook(lambda book: book.add_worksheet())) == "input_empty"


def test_a_stray_cell_far_out_is_refused_before_it_fills_the_memory() -> None:
    def build(book: Any) -> None:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, IDS)
        sheet.write(1_048_575, 16_383, "x")

    assert refusal_code(workbook(build)) == "sheet_too_wide"


def test_a_blank_cell_far_out_is_nothing() -> None:
    def build(book: Any) -> None:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["nama", *IDS])
        sheet.write_row(1, 0, ["Ani", *[4] * len(IDS)])
        sheet.write_blank(1_048_575, 16_383, None, book.add_format({"bold": True}))

    assert names(workbook(build)) == ["Ani"]


def test_a_workbook_that_unpacks_to_too_much_is_refused() -> None:
    assert refusal_code(XLSX, limits=Limits(workbook=1000)) == "workbook_too_large"


def test_a_workbook_that_is_none_is_told() -> None:
    assert refusal_code(zipped(**{"xl/workbook.xml": "<x/>"})) == "workbook_broken"
    assert refusal_code(XLS[:3000]) == "workbook_broken"


def test_a_workbook_with_a_damaged_member_is_refused() -> None:
    content = bytearray(zipped(**{"xl/workbook.xml": TABLE * 400}))
    content[60:200] = bytes(140)
    assert refusal_code(bytes(content)) == "workbook_broken"


def test_a_workbook_with_a_locked_member_is_refused_as_locked() -> None:
    content = bytearray(zipped(**{"xl/workbook.xml": TABLE}))
    for start in (content.index(b"PK\x03\x04") + 6, content.index(b"PK\x01\x02") + 8):
        content[start] |= 1
    assert refusal_code(bytes(content)) == "workbook_locked"
