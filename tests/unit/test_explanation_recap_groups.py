"""Groups beside each other, and their strongest and weakest scales."""

from __future__ import annotations

from kelompok_quiz.explanation.blocks import (
    Grid,
    Measures,
)
from kelompok_quiz.words import recap as say
from support.cohorts import (
    BLANK,
    IDEAL,
    IDS,
    ITEMS,
    recap_of,
)
from support.mini import KEY
from support.recaps import sections_of, texts

PROFILE = KEY.profile


def test_groups_are_side_by_side_with_hidden_cells_as_dashes() -> None:
    sheets = [IDEAL] * 8 + [[6 - answer for answer in IDEAL]] * 2 + [IDEAL] * 9 + [BLANK]
    found = sections_of(recap_of(sheets, ["A"] * 10 + ["B"] * 7 + ["C"] * 3))["groups"]
    (grid,) = (block for block in found.blocks if isinstance(block, Grid))
    assert grid.groups == ("A", "2 kelompok digabung")
    assert grid.tables[0].rows[0] == ("10", None, "0", "0", None, None)
    assert all(len(row) == len(facts.headers) for facts in grid.tables for row in facts.rows)
    assert all(len(facts.rows) == len(grid.groups) for facts in grid.tables)
    assert say.POOLED_LEGEND.format(fewest=5) in texts(found)


def test_who_has_no_verdict_has_a_column_where_there_is_one() -> None:
    found = sections_of(recap_of([*[IDEAL] * 14, *[BLANK] * 12], ["A", "B"] * 13))["groups"]
    (grid,) = (block for block in found.blocks if isinstance(block, Grid))
    assert grid.tables[0].headers[-1] == "Belum bisa ditentukan"
    assert [row[-1] for row in grid.tables[0].rows] == ["6", "6"]


def test_groups_too_small_to_be_compared_are_named_as_such() -> None:
    found = sections_of(recap_of([IDEAL] * 7, ["A"] * 4 + ["B"] * 3))["groups"]
    assert texts(found) == say.NO_GROUPS.format(per="kelas", fewest=5)


def test_groups_all_large_have_no_word_about_pooling() -> None:
    found = sections_of(recap_of([IDEAL] * 12, ["A", "B"] * 6))["groups"]
    assert "digabung" not in texts(found)


def test_a_group_of_which_nothing_is_known_has_neither_end() -> None:
    found = sections_of(recap_of([BLANK] * 12, ["A", "B"] * 6))["groups"]
    (grid,) = (block for block in found.blocks if isinstance(block, Grid))
    assert grid.tables[1].rows == ((None, None),) * 2


def test_scales_that_lie_close_together_are_neither_strong_nor_weak() -> None:
    recap = recap_of([*[IDEAL] * 6, *[[3] * ITEMS] * 6], ["A", "B"] * 6)
    found = sections_of(recap)
    assert texts(found["scales"]) == say.ALL_ALIKE.format(points=5)
    (grid,) = (block for block in found["groups"].blocks if isinstance(block, Grid))
    assert grid.tables[1].rows == ((say.ALIKE, say.ALIKE),) * 2


def test_a_single_scale_is_neither_strongest_nor_weakest() -> None:
    scales = zip(IDEAL, PROFILE.presented_scales, strict=True)
    sheet = [answer if scale == PROFILE.traits[0] else 0 for answer, scale in scales]
    blocks = sections_of(recap_of([sheet] * 12))["scales"].blocks
    assert isinstance(blocks[-1], Measures)


def test_strong_and_weak_are_as_seen_from_the_job() -> None:
    sheet = list(IDEAL)
    weak = PROFILE.anti_traits[0]
    for item in weak.items:
        sheet[IDS.index(item.id)] = 2 if item.reverse else 4
    found = texts(sections_of(recap_of([sheet] * 10))["scales"])
    assert "Paling kuat: Mengajak orang (100) dan Menata kegiatan (100)." in found
    assert f"Paling perlu dilatih: penghambat {weak.label} masih 75 dan" in found
