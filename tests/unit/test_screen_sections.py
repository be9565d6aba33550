"""Blocks as they are drawn."""

from __future__ import annotations

from kelompok_quiz.explanation.blocks import (
    Card,
    Notice,
    Steps,
)
from support.section_samples import (
    printed,
)


def test_the_lines_of_a_claim_hang_behind_its_mark() -> None:
    lines = printed(Card("Judul", "satu " * 8, "dua", "tiga"), width=40).splitlines()
    assert lines[2].startswith("  Katanya   satu")
    assert lines[3].startswith("            satu")
    assert lines[4:] == ["  Nyatanya  dua", "  Kamu      tiga"]


def test_a_notice_is_marked_by_more_than_its_colour() -> None:
    assert printed(Notice("Perhatikan")).splitlines()[1] == "  ! Perhatikan"


def test_steps_are_numbered_also_beyond_nine() -> None:
    lines = printed(Steps(tuple("abcdefghijk"))).splitlines()
    assert (lines[1], lines[10], lines[11]) == ("   1. a", "  10. j", "  11. k")
