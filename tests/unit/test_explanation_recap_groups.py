"""Groups beside each other, and their strongest and weakest scales."""

from __future__ import annotations

from collections.abc import Sequence

from kelompok_quiz.explanation.blocks import (
    Facts,
    Grid,
    Measures,
)
from kelompok_quiz.explanation.recap_groups import ends
from kelompok_quiz.words import recap as say
from support.cohorts import (
    BLANK,
    IDEAL,
    ITEMS,
    MILD,
    ONE_WEAK,
    recap_of,
    spread_over,
)
from support.mini import KEY
from support.recaps import sections_of, texts

PROFILE = KEY.profile


def test_groups_are_side_by_side_with_hidden_cells_as_dashes() -> None:
    sheets = spread_over([2, 0, 0, 8], [4, 0, 0, 6], [8, 0, 0, 9])
    labels = ["A"] * 10 + ["B"] * 7 + ["C"] * 3 + ["D"] * 17
    found = sections_of(recap_of(sheets, labels))["groups"]
    (grid,) = (block for block in found.blocks if isinstance(block, Grid))
    assert grid.groups == ("A", "D", "2 kelompok digabung")
    assert grid.tables[0].rows[:2] == (("10", None, "0", "0", None), ("17", "9", "0", "0", "8"))
    assert say.HIDDEN_LEGEND in texts(found)
    assert all(len(row) == len(facts.headers) for facts in grid.tables for row in facts.rows)
    assert all(len(facts.rows) == len(grid.groups) for facts in grid.tables)
    assert say.POOLED_LEGEND.format(fewest=5) in texts(found)


def grid_of(groups: Sequence[Sequence[int]]) -> tuple[Grid, str]:
    labels = [str(group) for group, counts in enumerate(groups) for _ in range(sum(counts))]
    found = sections_of(recap_of(spread_over(*groups), labels))["groups"]
    (grid,) = (block for block in found.blocks if isinstance(block, Grid))
    return grid, texts(found)


def test_small_neighbouring_verdicts_are_one_column() -> None:
    grid, legend = grid_of([[5, 6, 2, 6], [7, 5, 5, 5]])
    joined = "Cocok atau Cukup cocok"
    headers = ("Orang", joined, "Masih berimbang", "Kemungkinan tidak cocok")
    assert grid.tables[0].headers == headers
    assert grid.tables[0].rows == (("19", "8", "6", "5"), ("22", "10", "5", "7"))
    assert say.JOINED_LEGEND in legend
    assert say.HIDDEN_LEGEND not in legend
    assert say.LEFT_OUT_LEGEND not in legend


def test_where_even_halves_are_too_small_only_the_size_is_told() -> None:
    grid, legend = grid_of([[2, 2, 2, 2], [4, 4, 1, 1]])
    assert grid.tables[0] == Facts(("Orang",), (("8",), ("10",)))
    assert say.LEFT_OUT_LEGEND in legend
    assert say.JOINED_LEGEND not in legend


def test_three_that_are_joined_are_a_list_with_the_undetermined_last() -> None:
    sheets = [*spread_over([3, 3, 0, 6], [2, 3, 0, 7]), *[BLANK] * 2, *[MILD] * 12]
    labels = ["A"] * 12 + ["B"] * 12 + ["A", "B"] * 7
    (grid,) = (
        block
        for block in sections_of(recap_of(sheets, labels))["groups"].blocks
        if isinstance(block, Grid)
    )
    assert grid.tables[0].headers[1:] == (
        "Cocok",
        "Cukup cocok",
        "Masih berimbang, Kemungkinan tidak cocok, atau Belum bisa ditentukan",
    )


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


def test_where_no_scale_stands_out_in_any_group_a_sentence_says_so() -> None:
    for sheets in ([BLANK] * 12, [*[IDEAL] * 6, *[[3] * ITEMS] * 6]):
        found = sections_of(recap_of(sheets, ["A", "B"] * 6))["groups"]
        (grid,) = (block for block in found.blocks if isinstance(block, Grid))
        assert not any(say.STRONGEST in table.headers for table in grid.tables)
        assert say.NO_ENDS_IN_GROUPS in texts(found)


def test_a_group_in_which_no_scale_stands_out_says_so_beside_another() -> None:
    found = sections_of(recap_of([*[ONE_WEAK] * 6, *[IDEAL] * 6], ["A"] * 6 + ["B"] * 6))["groups"]
    (grid,) = (block for block in found.blocks if isinstance(block, Grid))
    none = say.NONE_STANDS_OUT
    assert grid.tables[1].rows == ((none, "Ringan berbagi"), (none, none))
    assert say.NO_ENDS_IN_GROUPS not in texts(found)


def test_scales_that_lie_close_together_are_neither_strong_nor_weak() -> None:
    found = sections_of(recap_of([*[IDEAL] * 6, *[[3] * ITEMS] * 6]))
    assert texts(found["scales"]) == say.NO_ENDS


def test_a_single_scale_is_neither_strongest_nor_weakest() -> None:
    scales = zip(IDEAL, PROFILE.presented_scales, strict=True)
    sheet = [answer if scale == PROFILE.traits[0] else 0 for answer, scale in scales]
    blocks = sections_of(recap_of([sheet] * 12))["scales"].blocks
    assert isinstance(blocks[-1], Measures)


def ends_of(
    *means: float | None, errors: Sequence[float | None] = (2,) * 5
) -> tuple[str, str] | None:
    """The ends for means of trait_a, trait_b, anti_a, anti_b, anti_c."""
    ids = [scale.id for scale in PROFILE.fit_scales]
    return ends(PROFILE, dict(zip(ids, means, strict=True)), dict(zip(ids, errors, strict=True)))


def test_anti_traits_are_named_by_their_good_end() -> None:
    assert ends_of(60, 55, 10, 60, 80) == (
        "Ringan berbagi dan Mengajak orang",
        "Peka pada warga dan Pantang menyerah",
    )


def test_scales_of_the_same_height_are_all_named_or_none() -> None:
    assert ends_of(80, 80.4, 20, 70, 50) == (
        "Menata kegiatan, Mengajak orang, dan Ringan berbagi",
        "Pantang menyerah dan Peka pada warga",
    )
    assert ends_of(80, 80, 20, 20, 70) == ("", "Peka pada warga")


def test_a_scale_is_named_only_beyond_its_error_and_that_of_the_other_end() -> None:
    assert ends_of(60, 56, 44, 44, 44) == ("", "")
    assert ends_of(60, 55, 44, 44, 44) == ("Mengajak orang", "Menata kegiatan")
    assert ends_of(60, 55, 44, 44, 44, errors=(4, 2, 2, 2, 2)) == ("", "")


def test_a_scale_below_neutral_is_never_called_supporting() -> None:
    assert ends_of(45, 20, 70, 70, 70) == ("", "Menata kegiatan")


def test_a_scale_without_mean_or_error_has_no_place() -> None:
    assert ends_of(80, None, 50, 50, None) == (
        "Mengajak orang",
        "Ringan berbagi dan Pantang menyerah",
    )
    assert ends_of(80, 20, 50, 50, 50, errors=(None,) * 5) is None


def test_both_ends_are_on_the_screen_each_if_there_is_one() -> None:
    found = texts(sections_of(recap_of([ONE_WEAK] * 10))["scales"])
    assert found == "Paling sedikit mendukung: Ringan berbagi."
