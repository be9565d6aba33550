"""Answers inside something: zips, workbooks, pipes; and what is too large or damaged."""

from __future__ import annotations

import datetime as dt
import io
import os
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from kelompok_quiz.answers import AnswerBatch
from kelompok_quiz.columns import UNGUIDED, Guide
from kelompok_quiz.problems import InputUnreadable
from kelompok_quiz.reading import AnswerSource, Limits, open_path, open_stream
from kelompok_quiz.reading.contents import LIMITS
from kelompok_quiz.reading.old_workbooks import LOCKED, old_worksheets
from support.mini import CASES, IDS, PROFILE

TABLE = f"nama,{','.join(IDS)}\nAni{',4' * len(IDS)}\n"
XLSX = (CASES / "answers" / "read" / "excel_lembar.xlsx").read_bytes()
XLS = (CASES / "answers" / "read" / "excel_lama.xls").read_bytes()

POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no such bounds")


class Pipe(io.BytesIO):
    """Bytes that can be read once, as from a pipe."""

    def seekable(self) -> bool:
        return False

    def seek(self, *_: int) -> int:
        raise io.UnsupportedOperation


@contextmanager
def opened(
    content: bytes, guide: Guide = UNGUIDED, limits: Limits = LIMITS
) -> Iterator[AnswerSource]:
    with open_stream(Pipe(content), PROFILE, guide=guide, limits=limits) as source:
        yield source


def read(content: bytes, guide: Guide = UNGUIDED, limits: Limits = LIMITS) -> list[AnswerBatch]:
    with opened(content, guide, limits) as source:
        return list(source.batches())


def names(content: bytes, limits: Limits = LIMITS) -> list[str | None]:
    return [name for batch in read(content, limits=limits) for name in batch.respondents]


def refusal(content: bytes, guide: Guide = UNGUIDED, limits: Limits = LIMITS) -> str:
    with pytest.raises(InputUnreadable) as caught:
        read(content, guide, limits)
    (problem,) = caught.value.problems
    assert problem.message
    assert problem.remedy
    return problem.code


def zipped(**members: str | bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_csv", ".csv"), content)
    return packed.getvalue()


def workbook(build: Callable[[Any], None]) -> bytes:
    xlsxwriter = pytest.importorskip("xlsxwriter")
    packed = io.BytesIO()
    book = xlsxwriter.Workbook(packed, {"in_memory": True})
    build(book)
    book.close()
    return packed.getvalue()


# Zips


def test_the_one_file_of_a_zip_is_read() -> None:
    content = zipped(map__="", kelas_csv=TABLE, **{"MACOSX__.kelas": "x", ".DS_Store": "x"})
    assert names(content) == ["Ani"]
    with opened(content) as source:
        assert source.layout.member == "kelas.csv"


def test_a_member_whose_name_is_lost_is_read_all_the_same() -> None:
    content = zipped(a_csv=TABLE).replace(b"a.csv", b"\0.csv")
    assert names(content) == ["Ani"]


def test_a_zip_may_hold_a_workbook() -> None:
    assert names(zipped(kelas=XLSX)) == ["Ani", "Budi Santoso", "Cici"]
    assert names(zipped(kelas=XLS)) == ["001", "002", "003"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (zipped(a_csv=TABLE, b_csv=TABLE), "archive_several"),
        (zipped(a=zipped(a_csv=TABLE)), "archive_nested"),
        (zipped(), "input_empty"),
        (zipped(a_csv=b"%PDF-1.7"), "format_unknown"),
        (zipped(a_csv=TABLE)[:-30], "archive_broken"),
        (zipped(a_csv=""), "input_empty"),
    ],
    ids=["several", "nested", "empty", "pdf", "cut", "blank"],
)
def test_a_zip_without_one_file_of_answers_is_refused(content: bytes, code: str) -> None:
    assert refusal(content) == code


@pytest.mark.parametrize(
    ("member", "name"),
    [
        *[("word/document.xml", "Word"), ("ppt/presentation.xml", "presentasi")],
        *[("xl/workbook.bin", "XLSB"), ("Index/Document.iwa", "Numbers")],
    ],
)
def test_a_document_of_another_kind_is_called_by_its_name(member: str, name: str) -> None:
    with pytest.raises(InputUnreadable, match=name):
        read(zipped(**{member: "x"}))


def test_a_locked_zip_is_told() -> None:
    content = bytearray(zipped(a_csv=TABLE))
    for start in (content.index(b"PK\x03\x04") + 6, content.index(b"PK\x01\x02") + 8):
        content[start] |= 1
    assert refusal(bytes(content)) == "archive_locked"


def test_a_member_that_breaks_while_it_is_unpacked_is_told() -> None:
    content = bytearray(zipped(a_csv=TABLE * 400))
    content[60:200] = bytes(140)
    assert refusal(bytes(content)) == "archive_broken"


def test_a_member_that_unpacks_to_too_much_is_refused() -> None:
    content = zipped(a_csv=TABLE + " " * 1000)
    assert refusal(content, limits=Limits(member=1000)) == "archive_too_large"


def test_a_pipe_is_kept_up_to_a_bound() -> None:
    assert names(zipped(a_csv=TABLE)) == ["Ani"]
    assert refusal(zipped(a_csv=TABLE), limits=Limits(packed=100)) == "document_too_large"


def test_a_stream_is_read_from_where_it_stands() -> None:
    stream = io.BytesIO(b"before" + XLSX)
    stream.seek(6)
    with open_stream(stream, PROFILE) as source:
        assert next(n for batch in source.batches() for n in batch.respondents) == "Ani"


# Workbooks


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

    (batch,) = read(workbook(build))
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
    assert (layout.kind, layout.sheet, layout.others) == ("xlsx", "Jawaban", ())
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
        assert (source.layout.sheet, source.layout.others) == ("baru", ("lama",))
        assert [name for batch in source.batches() for name in batch.respondents] == ["Ani"]


def test_a_guide_may_name_the_sheet() -> None:
    with pytest.raises(InputUnreadable) as caught:
        read(XLSX, Guide(sheet="catatan"))
    assert caught.value.problems[0].code == "columns_missing"
    assert refusal(XLSX, Guide(sheet="Lain")) == "sheet_missing"


def test_a_workbook_without_rows_is_empty() -> None:
    assert refusal(workbook(lambda book: book.add_worksheet())) == "input_empty"


def test_a_stray_cell_far_out_is_refused_before_it_fills_the_memory() -> None:
    def build(book: Any) -> None:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, IDS)
        sheet.write(1_048_575, 16_383, "x")

    assert refusal(workbook(build)) == "sheet_too_wide"


def test_a_blank_cell_far_out_is_nothing() -> None:
    def build(book: Any) -> None:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["nama", *IDS])
        sheet.write_row(1, 0, ["Ani", *[4] * len(IDS)])
        sheet.write_blank(1_048_575, 16_383, None, book.add_format({"bold": True}))

    assert names(workbook(build)) == ["Ani"]


def test_a_workbook_that_unpacks_to_too_much_is_refused() -> None:
    assert refusal(XLSX, limits=Limits(workbook=1000)) == "workbook_too_large"


def test_a_workbook_that_is_none_is_told() -> None:
    assert refusal(zipped(**{"xl/workbook.xml": "<x/>"})) == "workbook_broken"
    assert refusal(XLS[:3000]) == "workbook_broken"


def test_an_old_workbook_is_not_waited_for_endlessly() -> None:
    with pytest.raises(InputUnreadable) as caught:
        old_worksheets(XLS, patience=0.001)
    assert [problem.code for problem in caught.value.problems] == ["workbook_broken"]


@POSIX
def test_an_old_workbook_is_read_where_the_system_refuses_a_bound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = "import resource\ndef refuse(*_): raise ValueError\nresource.setrlimit = refuse\n"
    (tmp_path / "sitecustomize.py").write_text(started, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    assert names(XLS) == ["001", "002", "003"]


@POSIX
def test_an_old_workbook_is_read_where_the_system_has_a_lower_bound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = (
        "import resource\nresource.setrlimit(resource.RLIMIT_AS, (1_500_000_000, 1_500_000_000))\n"
    )
    (tmp_path / "sitecustomize.py").write_text(started, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    assert names(XLS) == ["001", "002", "003"]


def test_a_locked_workbook_is_told() -> None:
    with pytest.raises(InputUnreadable) as caught:
        old_worksheets(XLS, child=f"raise SystemExit({LOCKED})")
    assert [problem.code for problem in caught.value.problems] == ["workbook_locked"]


# Text that is too large


def test_a_line_without_end_is_refused() -> None:
    limits = Limits(line=1000, chunk=100)
    assert refusal(TABLE.encode() + b"x" * 3000, limits=limits) == "line_too_long"


@pytest.mark.parametrize("start", ["[{", "a: 1\nb: "])
def test_a_document_that_is_too_large_is_refused(start: str) -> None:
    limits = Limits(json=1000, yaml=1000)
    assert refusal(start.encode() + b" " * 2000, limits=limits) == "document_too_large"


def test_yaml_is_bounded_in_bytes_and_not_in_characters() -> None:
    assert refusal("a: ééé".encode(), limits=Limits(yaml=8)) == "document_too_large"
    assert refusal("a: ééé".encode(), limits=Limits(yaml=9)) != "document_too_large"


@pytest.mark.parametrize("size", [1, 7, 64])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_where_the_bytes_are_cut_makes_no_difference(size: int, encoding: str, end: str) -> None:
    text = TABLE.replace("Ani", 'Andr\u00e9 "\u00e9"').replace("\n", end)
    assert names(text.encode(encoding), Limits(chunk=size + 3)) == ['Andr\u00e9 "\u00e9"']


@pytest.mark.parametrize("size", range(4, 24))
def test_where_the_bytes_are_cut_no_line_is_counted_twice(size: int) -> None:
    rows = [TABLE.rstrip("\n"), f"B{',4' * len(IDS)}"] * 3
    content = "\n".join([*rows, f"C,9{',4' * (len(IDS) - 1)}"]).replace("\n", "\r\n").encode()
    rejects = [
        p
        for batch in read(content, limits=Limits(chunk=size))
        for found in batch.rejects.values()
        for p in found
    ]
    assert [problem.place.line for problem in rejects if problem.value == "9"] == [10]


# What the content is, whatever it is called


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", TABLE),
        ("a.yaml", TABLE),
        ("a.jsonl", TABLE),
        ("a.xlsx", TABLE),
        ("a.csv", "[" + '{"nama": "Ani", ' + ", ".join(f'"{i}": 4' for i in IDS) + "}]"),
        ("a.csv", "# disalin\nnama: Ani\n" + "".join(f"{i}: 4\n" for i in IDS)),
        ("a.csv", "4" * len(IDS) + "\n"),
        ("a.json", '{"t1_1": 1}\n{rusak\n' + '{"t1_1": 4}\n'),
        ("a.txt", "Nama: " + TABLE),
    ],
)
def test_the_content_decides_and_not_the_suffix(tmp_path: Path, name: str, content: str) -> None:
    path = tmp_path / name
    path.write_text(content)
    with open_path(path, PROFILE, partial=True) as source:
        people = sum(len(batch) for batch in source.batches())
    assert people == (3 if "rusak" in content else 1)
