"""Each kind of block where there is room, and where there is little."""

from __future__ import annotations

from kelompok_quiz.explanation.blocks import (
    Card,
    Comparison,
    Notice,
    Paragraph,
    Steps,
)
from support.report_samples import COMPARISON, printed


def test_two_jobs_stand_beside_each_other_where_there_is_room() -> None:
    lines = printed(COMPARISON, width=60).splitlines()[1:]
    assert lines == [
        "              Konsultan               Pendamping",
        f"  {'─' * 58}",
        "  Hari kerja  berkeliling             berkunjung",
    ]


def test_two_jobs_stand_below_each_other_in_a_narrow_window() -> None:
    assert printed(COMPARISON, width=50).splitlines()[1:4] == [
        *("  Hari kerja", "    • Konsultan: berkeliling", "    • Pendamping: berkunjung"),
    ]


def test_two_jobs_stand_below_each_other_where_a_word_is_wider_than_a_column() -> None:
    long = Comparison("Konsultan", "Pendamping", (("Hari", "x" * 30, "y"),))
    assert f"    • Konsultan: {'x' * 30}" in printed(long, width=60).splitlines()


def test_the_lines_of_a_claim_hang_behind_its_mark() -> None:
    lines = printed(Card("Judul", "satu " * 8, "dua", "tiga"), width=40).splitlines()
    assert lines[2].startswith("  Katanya   satu")
    assert lines[3].startswith("            satu")
    assert lines[4:] == ["  Nyatanya  dua", "  Kamu      tiga"]


def test_where_a_mark_leaves_no_room_its_text_stands_below() -> None:
    lines = printed(Card("Judul", "satu dua", "tiga"), width=20).splitlines()
    assert lines[2:] == ["  Katanya", "    satu dua", "  Nyatanya", "    tiga"]


def test_a_notice_is_marked_by_more_than_its_colour() -> None:
    assert printed(Notice("Perhatikan")).splitlines()[1] == "  ! Perhatikan"


def test_steps_are_numbered_also_beyond_nine() -> None:
    lines = printed(Steps(tuple("abcdefghijk"))).splitlines()
    assert (lines[1], lines[10], lines[11]) == ("   1. a", "  10. j", "  11. k")


def test_a_window_has_bounds() -> None:
    long = Paragraph("kata " * 100)
    assert max(map(len, printed(long, width=300).splitlines())) <= 88
    assert max(map(len, printed(long, width=1).splitlines())) <= 20
