"""Numbers drawn to scale: bars and the fit line agree with the numbers beside them."""

from __future__ import annotations

import re

import pytest

from kelompok_quiz.explanation.blocks import (
    Band,
    Legend,
    Measure,
    Measures,
    Section,
    Share,
    Shares,
    Standing,
)
from kelompok_quiz.screen.linear import spoken_lines
from support.section_samples import (
    BANDS,
    measured,
    printed,
    standing,
)


def bar_of(measure: Measure, width: int = 80) -> str:
    text = printed(Measures("Kelompok", "petunjuk", "kisaran", (measure,)), width=width)
    (found,) = re.findall(r"[━╍●─]{10,}", text.partition("petunjuk")[2])
    return str(found)


@pytest.mark.parametrize(("score", "place"), [(0, 0), (1, 0), (50, 15), (75, 22), (99, 29)])
def test_a_bar_ends_in_a_point_at_the_score(score: int, place: int) -> None:
    bar = bar_of(Measure("Skala", score, None, "kata"))
    assert len(bar) == 30
    assert bar == "━" * place + "●" + "─" * (29 - place)


def test_the_range_of_the_error_is_drawn_around_the_end_of_the_bar() -> None:
    assert bar_of(Measure("Skala", 63, 9, "sedang")) == "━" * 16 + "╍╍●╍╍╍" + "─" * 8
    assert bar_of(Measure("Skala", 100, 9, "tinggi")) == "━" * 26 + "╍╍╍●"
    assert bar_of(Measure("Skala", 0, 9, "rendah")) == "●╍╍╍" + "─" * 26


def test_a_measure_has_number_error_and_word_behind_its_bar() -> None:
    text = printed(measured("Skala", 100, 12, "tinggi"))
    assert re.search(r"\n  Skala {25}[━╍●]{30}  100 ± 12  tinggi\n", text)


def test_a_measure_without_a_score_says_so_in_place_of_a_bar() -> None:
    assert printed(measured("Skala", None, None, "belum bisa dihitung")).splitlines()[2] == (
        f"  {'Skala':30}belum bisa dihitung"
    )


def test_in_a_narrow_window_the_bar_is_below_its_label() -> None:
    lines = printed(measured("Skala", 60, 5, "sedang"), width=40).splitlines()
    assert lines[2:] == ["  Skala", "  ━━━━━━━━━━╍●╍───────   60 ± 5   sedang"]


def test_in_a_very_narrow_window_the_number_is_below_the_bar() -> None:
    lines = printed(measured("Skala", 60, 5, "sedang"), width=20).splitlines()
    assert lines[-3:] == ["  Skala", "  ━━━━━━━━━╍●╍──────", "   60 ± 5   sedang"]


def test_a_long_label_wraps_and_keeps_its_bar() -> None:
    lines = printed(measured("Kepekaan sosial budaya dan kemanusiaan", 60, 5, "x")).splitlines()
    assert ["●" in line for line in lines] == [False, False, True, False]
    assert lines[3].strip() == "kemanusiaan"


def test_the_marks_of_the_bars_are_explained() -> None:
    assert printed(Legend("skormu", "kisaran ±")).splitlines()[1] == ("  ━━● skormu  ╍╍╍ kisaran ±")
    assert printed(Legend("skormu", "")).splitlines()[1] == "  ━━● skormu"
    narrow = printed(Legend("skormu", "kisaran ±"), width=20).splitlines()
    assert narrow[1:] == ["  ━━● skormu", "  ╍╍╍ kisaran ±"]


def test_the_fit_is_a_point_with_its_range_on_a_line_with_every_bound() -> None:
    lines = printed(standing(72, 4), width=80).splitlines()[1:]
    assert lines[0].strip() == "72 ± 4"
    assert lines[0].index("72") in range(lines[1].index("●") - 2, lines[1].index("●") + 1)
    assert re.search(r"┼─+┼─+╍+┿╍*●╍{3,4}─+$", lines[1])
    assert [lines[1][lines[2].index(bound)] for bound in ("40", "55", "70")] == ["┼", "┼", "┿"]
    assert lines[2].split() == ["0", "40", "55", "70", "100"]
    assert len(lines[1]) == len(lines[2]) == 80


def test_the_bands_are_named_below_their_part_of_the_line() -> None:
    lines = printed(standing(72, 4), width=80).splitlines()[1:]
    bounds = lines[2]
    for bound, word in (("40", "Masih"), ("55", "Cukup"), ("70", "Ya")):
        assert lines[3].index(word) == bounds.index(bound)
    assert lines[4].index("berimbang") == bounds.index("40")


def test_where_a_name_has_no_room_the_bands_are_a_list() -> None:
    lines = printed(standing(72, 4), width=40).splitlines()[1:]
    assert lines[3:] == [
        *("    0–39    Rendah sekali", "    40–54   Masih berimbang", "    55–69   Cukup"),
        "  › 70–100  Ya",
    ]


def test_a_name_of_too_many_lines_makes_a_list_too() -> None:
    bands = (Band("satu " * 12, 0, 9, reached=False), Band("dua", 10, 100, reached=True))
    assert printed(Standing(50, 3, bands), width=80).splitlines()[-1] == "  › 10–100  dua"


@pytest.mark.lama
def test_the_point_is_never_drawn_in_another_band() -> None:
    for width in (20, 33, 40, 57, 80, 200):
        lines = [printed(standing(v, None), width=width).splitlines()[2] for v in range(101)]
        bounds = [cell for cell, sign in enumerate(lines[0]) if sign == "┼"]
        for value, line in enumerate(lines):
            reached = next(index for index, (_, high, _) in enumerate(BANDS) if value <= high)
            assert sum(bound <= line.index("●") for bound in bounds) == reached, (width, value)


def test_bounds_without_room_for_their_numbers_go_without() -> None:
    bands = tuple(Band(str(n), n, n, reached=n == 5) for n in range(10))
    lines = printed(Standing(5, 1, bands), width=40).splitlines()
    assert lines[3].split()[0] == "0"
    assert lines[3].split()[-1] == "100"
    assert len(lines[3]) == 40


def test_large_counts_are_written_in_groups_of_three() -> None:
    block = Shares(20_000, (Share("Cocok", 1674),))
    assert " 1.674 dari 20.000" in printed(block)
    assert list(spoken_lines(Section("x", "Judul", (block,))))[1] == "Cocok: 1.674 dari 20.000."
