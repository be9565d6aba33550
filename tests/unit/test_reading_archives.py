"""Answer files in a ZIP."""

from __future__ import annotations

import io

import pytest

from kelompok_quiz.problems import InputUnreadable
from kelompok_quiz.reading.contents import Limits
from kelompok_quiz.reading.sources import open_answers
from support.mini import PROFILE
from support.packed import TABLE, XLS, XLSX, names, opened, read_packed, refusal_code, zipped


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
    assert refusal_code(content) == code


@pytest.mark.parametrize(
    ("member", "name"),
    [
        *[("word/document.xml", "Word"), ("ppt/presentation.xml", "presentasi")],
        *[("xl/workbook.bin", "XLSB"), ("Index/Document.iwa", "Numbers")],
    ],
)
def test_a_document_of_another_kind_is_called_by_its_name(member: str, name: str) -> None:
    with pytest.raises(InputUnreadable, match=name):
        read_packed(zipped(**{member: "x"}))


def test_a_locked_zip_is_told() -> None:
    content = bytearray(zipped(a_csv=TABLE))
    for start in (content.index(b"PK\x03\x04") + 6, content.index(b"PK\x01\x02") + 8):
        content[start] |= 1
    assert refusal_code(bytes(content)) == "archive_locked"


def test_a_member_that_breaks_while_it_is_unpacked_is_told() -> None:
    content = bytearray(zipped(a_csv=TABLE * 400))
    content[60:200] = bytes(140)
    assert refusal_code(bytes(content)) == "archive_broken"


def test_a_member_that_unpacks_to_too_much_is_refused() -> None:
    content = zipped(a_csv=TABLE + " " * 1000)
    assert refusal_code(content, limits=Limits(member=1000)) == "archive_too_large"


def test_a_pipe_is_kept_up_to_a_bound() -> None:
    assert names(zipped(a_csv=TABLE)) == ["Ani"]
    assert refusal_code(zipped(a_csv=TABLE), limits=Limits(packed=100)) == "document_too_large"


def test_a_stream_is_read_from_where_it_stands() -> None:
    stream = io.BytesIO(b"before" + XLSX)
    stream.seek(6)
    with open_answers(stream, PROFILE) as source:
        assert next(n for batch in source.batches() for n in batch.respondents) == "Ani"
