"""Groups beside each other: as tables, squeezed, or as a list, whatever the window allows."""

from __future__ import annotations

from kelompok_quiz.explanation.blocks import Facts, Grid, Section, Share, Shares
from kelompok_quiz.screen.linear import spoken_lines
from support.report_samples import printed

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


def test_large_counts_are_written_in_groups_of_three() -> None:
    block = Shares(20_000, (Share("Cocok", 1674),))
    assert " 1.674 dari 20.000" in printed(block)
    assert list(spoken_lines(Section("x", "Judul", (block,))))[1] == "Cocok: 1.674 dari 20.000."
