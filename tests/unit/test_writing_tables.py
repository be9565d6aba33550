"""The table of results: its columns, and harmless text in its cells."""

from __future__ import annotations

from typing import Any

import pytest

from kelompok_quiz.writing.tables import columns, safe
from support.mini import PROFILE
from support.results import COLUMNS


def test_a_carried_column_named_like_an_output_column_is_marked_as_the_original() -> None:
    assert columns(PROFILE, ["row", "trait_a", "scoring", "Row"])[:4] == [
        *("row (asal)", "trait_a (asal)", "scoring (asal)", "Row"),
    ]


def test_no_two_columns_have_one_name_however_often_a_file_was_scored() -> None:
    header = columns(PROFILE, ["fit (asal)", "fit", "fit (asal) (asal)", "=a", "'=a"])
    assert len(set(header)) == len(header)
    assert header[5:] == COLUMNS


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("a\nb\tc\rd", "a\\x0ab\\x09c\\x0dd"),
        ("\t=1", "\\x09=1"),
        ("a\u202eb\u2066", "a\\u202eb\\u2066"),
        ("\x00\x7f\x9b", "\\x00\\x7f\\x9b"),
        ("\ud800", "\\ud800"),
        ("[bold]x[/]", "[bold]x[/]"),
        ("Siti Nuraini, S.Pd – é 中文 🙂", "Siti Nuraini, S.Pd – é 中文 🙂"),
        (None, ""),
        (17, "17"),
    ],
)
def test_control_and_direction_characters_are_written_visibly(text: Any, written: str) -> None:
    assert safe(text) == written
