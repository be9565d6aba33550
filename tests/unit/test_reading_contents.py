"""Foreign files are refused by the name that people know."""

from __future__ import annotations

import pytest

from support.answer_files import Reader, refusal


@pytest.mark.parametrize("suffix", [".xlsx", ".XLS", ".ods", ".zip", ".csv"])
def test_a_damaged_zip_is_refused_whatever_it_is_called(read: Reader, suffix: str) -> None:
    (problem,) = refusal(b"PK\x03\x04", read, f"kelas{suffix}")
    assert problem.code == "archive_broken"


@pytest.mark.parametrize(
    ("start", "name"),
    [
        (b"%PDF-1.7", "PDF"),
        (b"\x89PNG\r\n", "gambar"),
        (b"\x1f\x8b\x08", "arsip"),
        (b"<!DOCTYPE html><html>", "HTML"),
        (b"\n <table><tr>", "HTML"),
        (b"{\\rtf1", "RTF"),
    ],
)
def test_a_foreign_file_is_called_by_its_name(read: Reader, start: bytes, name: str) -> None:
    (problem,) = refusal(start + b"\n" * 9, read, "jawaban.csv")
    assert problem.code == "format_unknown"
    assert name in problem.message
