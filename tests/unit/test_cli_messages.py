"""Lines on standard error break between words at a terminal and nowhere else."""

from __future__ import annotations

import io
import sys

import pytest

from kelompok_quiz.cli.messages import complain, say
from kelompok_quiz.problems import Place, Problem, Verbatim


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_line_breaks_between_words_at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    line = "35 orang: 34 dinilai, 0 belum bisa ditentukan, 1 ditolak."
    for stream, expected in (
        (Terminal(), "35 orang: 34 dinilai, 0 belum bisa\nditentukan, 1 ditolak.\n\n  ya\n"),
        (io.StringIO(), f"{line}\n\n  ya\n"),
    ):
        monkeypatch.setattr(sys, "stderr", stream)
        say(f"{line}\n\n  ya")
        assert stream.getvalue() == expected


def test_three_lines_wrap_with_aligned_text_at_forty_columns(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setattr(sys, "stderr", stream := Terminal())
    missing = Problem("file_missing", parameters={"value": "kelas pagi dan sore hari.csv"})
    complain([Problem("xlsx_at_terminal", Place("--format")), missing])
    assert stream.getvalue() == (
        "Galat   : Berkas XLSX tidak bisa\n"
        "          ditampilkan di terminal.\n"
        "Di mana : --format\n"
        "Perbaiki: Tambahkan nama berkasnya,\n"
        "          misalnya `--keluaran\n"
        "          hasil.xlsx`.\n"
        "\n"
        "Galat   : Berkas “kelas pagi dan sore\n"
        "          hari.csv” tidak ada.\n"
        "Perbaiki: Periksa nama dan foldernya.\n"
    )


def test_a_command_below_a_remedy_is_never_wrapped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    monkeypatch.setattr(sys, "stderr", stream := Terminal())
    command = Verbatim("kuis-karier mulai --sesi sesi-saya.json")
    complain([Problem("resume_meant", parameters={"name": "lanjut", "command": command})])
    assert stream.getvalue().endswith(f"\n  {command}\n")
