"""Groups and jobs side by side: as tables, squeezed, or as lists in a narrow window."""

from __future__ import annotations

from kelompok_quiz.explanation.blocks import (
    Comparison,
    Facts,
    Grid,
    Section,
)
from kelompok_quiz.screen.linear import spoken_lines
from support.section_samples import (
    COMPARISON,
    printed,
)

NAMES = ("SMA Negeri Satu", "SMA Negeri Dua")
FACTS = Facts(("Orang", "Masih berimbang"), (("20.000", None), ("7", "5")))
GRID = Grid("Kelompok", NAMES, (FACTS, Facts(("Rendah",), (("1",), ("2",)))))


def test_where_there_is_room_each_kind_of_fact_is_a_table_of_its_own() -> None:
    assert printed(GRID, width=60).splitlines()[1:] == [
        *("  Kelompok         Orang   Masih berimbang", f"  {'─' * 40}"),
        *("  SMA Negeri Satu  20.000  –", "  SMA Negeri Dua   7       5"),
        *("", "  Kelompok         Rendah", f"  {'─' * 23}"),
        *("  SMA Negeri Satu  1", "  SMA Negeri Dua   2"),
    ]


def test_a_table_is_squeezed_to_its_words_before_it_is_given_up() -> None:
    assert printed(GRID, width=34).splitlines()[1:6] == [
        *("  Kelompok    Orang   Masih", "                      berimbang", f"  {'─' * 32}"),
        *("  SMA Negeri  20.000  –", "  Satu"),
    ]


def test_where_a_word_has_no_room_every_group_is_named_once_with_all_its_facts() -> None:
    assert printed(GRID, width=28).splitlines()[1:] == [
        *("  SMA Negeri Satu", "    Orang: 20.000", "    Masih berimbang: –", "    Rendah: 1"),
        *("  SMA Negeri Dua", "    Orang: 7", "    Masih berimbang: 5", "    Rendah: 2"),
    ]


def test_read_aloud_a_group_is_named_before_every_kind_of_fact() -> None:
    assert list(spoken_lines(Section("x", "Judul", (GRID,))))[1:3] == [
        "SMA Negeri Satu. Orang: 20.000; Masih berimbang: disembunyikan.",
        "SMA Negeri Satu. Rendah: 1.",
    ]


def test_two_jobs_are_side_by_side_if_there_is_room() -> None:
    lines = printed(COMPARISON, width=60).splitlines()[1:]
    assert lines == [
        "              Konsultan               Pendamping",
        f"  {'─' * 58}",
        "  Hari kerja  berkeliling             berkunjung",
    ]


def test_two_jobs_are_a_list_in_a_narrow_window() -> None:
    assert printed(COMPARISON, width=50).splitlines()[1:4] == [
        *("  Hari kerja", "    • Konsultan: berkeliling", "    • Pendamping: berkunjung"),
    ]


def test_two_jobs_are_a_list_if_a_word_is_wider_than_a_column() -> None:
    long = Comparison("Konsultan", "Pendamping", (("Hari", "x" * 30, "y"),))
    assert f"    • Konsultan: {'x' * 30}" in printed(long, width=60).splitlines()
