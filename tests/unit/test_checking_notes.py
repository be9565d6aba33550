"""Warnings of a run as lines, and commands that can be typed as they are."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from kelompok_quiz.checking.notes import RepeatedOptions, note_lines
from kelompok_quiz.problems import InputUnreadable, Problem
from kelompok_quiz.reading.inputs import Notes
from kelompok_quiz.reading.repeats import Repeat

OPTIONS = RepeatedOptions(Path("profil saya.yaml"), Path("peta.yaml"))


def test_a_command_repeats_the_options_that_were_given() -> None:
    command = OPTIONS.command("periksa", ["kelas a.csv"])
    assert shlex.split(command) == [
        *("kuis-karier", "periksa", "kelas a.csv"),
        *("--profil", "profil saya.yaml", "--pemetaan", "peta.yaml"),
    ]
    assert RepeatedOptions().command("nilai", ["a.csv"]) == "kuis-karier nilai a.csv"


def test_commands_in_the_problems_of_an_input_are_completed() -> None:
    missing = Problem("columns_none", parameters={"file": "a.csv", "value": "t1_1"})
    other = Problem("input_empty")
    with pytest.raises(InputUnreadable) as caught, OPTIONS.completing():
        raise InputUnreadable([missing, other])
    completed, same = caught.value.problems
    assert '`kuis-karier periksa a.csv --profil "profil saya.yaml"' in completed.remedy
    assert same is other


def test_a_run_without_warnings_has_no_lines() -> None:
    assert list(note_lines(Notes(), OPTIONS, named=True)) == []


@pytest.mark.parametrize("named", [True, False])
def test_every_warning_is_a_line(*, named: bool) -> None:
    repeat = ("a.csv", Repeat("Ani", 3, 1))
    sheets: list[tuple[str, str, tuple[str, ...]]] = [("a.xlsx", "Satu", ("Dua", "Tiga"))]
    notes = Notes([repeat], 2, incomplete=True, sheets=sheets, unknown_words=["a.csv"])
    lines = list(note_lines(notes, RepeatedOptions(), named=named))
    assert len(lines) == 7
    assert ("Ani" in lines[0]) is named
    assert lines[1] == "… dan 2 kiriman ganda lagi."
    assert "--terakhir" in lines[2]
    assert "responden pertama saja" in lines[3]
    assert "Dua, Tiga" in lines[4]
    assert "`kuis-karier periksa a.csv`" in lines[6]


def test_earlier_submissions_that_are_set_aside_are_counted() -> None:
    notes = Notes([("a.csv", Repeat("Ani", 3, 1))], set_aside=1)
    lines = list(note_lines(notes, OPTIONS, named=True))
    assert lines[1].startswith("1 kiriman lama disisihkan")
