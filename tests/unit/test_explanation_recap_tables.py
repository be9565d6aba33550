"""A recap as tables of a workbook."""

from __future__ import annotations

from kelompok_quiz.cohort.recap import Recap
from kelompok_quiz.explanation.recap_tables import recap_tables
from kelompok_quiz.words import recap as say
from support.cohorts import (
    BLANK,
    IDEAL,
    ITEMS,
    random_sheets,
    recap_of,
    spread_over,
)
from support.mini import KEY

PROFILE = KEY.profile


def test_every_worksheet_is_a_full_table_with_a_title_of_its_own() -> None:
    recap = recap_of([*random_sheets(40, 3), *[[4] * ITEMS] * 6], ["A", "B"] * 23)
    tables = recap_tables(PROFILE, recap)
    assert [table.title for table in tables] == list(say.WORKSHEETS.values())
    for table in tables:
        assert len(table.title) <= 31
        assert table.rows
        assert {len(row) for row in table.rows} == {len(table.headers)}
    items = dict(zip(say.WORKSHEETS, tables, strict=True))["items"]
    assert len(items.rows) == ITEMS


def test_without_groups_there_is_no_worksheet_of_them() -> None:
    titles = [table.title for table in recap_tables(PROFILE, recap_of([IDEAL]))]
    missing = {"without_low", "groups", "means"}
    assert titles == [title for name, title in say.WORKSHEETS.items() if name not in missing]


def sheet_of(recap: Recap, name: str) -> list[tuple[object, ...]]:
    found = {table.title: table for table in recap_tables(PROFILE, recap)}
    return [tuple(row) for row in found[say.WORKSHEETS[name]].rows]


def test_the_legend_says_that_groups_cannot_be_compared() -> None:
    legend = sheet_of(recap_of([IDEAL] * 7, ["A"] * 4 + ["B"] * 3), "legend")
    assert (say.GROUP, say.NO_GROUPS.format(per="kelas", fewest=5)) in legend


def test_every_count_is_beside_its_whole() -> None:
    rows = sheet_of(recap_of([*[IDEAL] * 12, *[[4] * ITEMS] * 6, BLANK]), "people")
    parts = dict.fromkeys(str(part) for part, *_ in rows)
    assert list(parts) == list(say.PARTS.values())
    best = PROFILE.verdicts[-1].label
    assert (say.PARTS["verdicts"], best, 12, 18) in rows
    assert (say.PARTS["without_low"], best, 12, 12) in rows
    assert (say.PARTS["quality"], say.QUALITY_WORDS["low"], 6, 19) in rows
    statement = next(item for item in PROFILE.beliefs[0].items if item.reverse)
    label = say.STATEMENT_AGAINST.format(statement=statement.text)
    assert (say.PARTS["beliefs"], label, 0, 18) in rows


def test_a_statistic_of_too_few_people_says_so_and_another_is_a_dash() -> None:
    few, lifted = (recap_of([IDEAL] * 3, lifted=lifted) for lifted in (False, True))
    for recap, word in ((few, say.TOO_FEW), (lifted, say.NO_VALUE)):
        scales = recap_tables(PROFILE, recap)[1]
        assert scales.rows[0][scales.headers.index("Keandalan (alpha)")] == word
    assert recap_tables(PROFILE, few)[1].rows[0][3] == 100.0


def test_without_a_few_people_of_low_quality_only_means_are_published() -> None:
    recap = recap_of([*random_sheets(40, 3, blank=0), [4] * ITEMS])
    columns = [say.SCALE_HEADERS.index(name) for name in ("Keandalan (alpha)", "Omega total")]
    everyone, careful = (sheet_of(recap, name)[0] for name in ("scales", "without_low"))
    assert isinstance(everyone[columns[0]], float)
    assert isinstance(careful[3], float)
    assert [careful[column] for column in columns] == [say.HIDDEN] * 2


def test_without_people_of_low_quality_the_same_counts_are_not_repeated() -> None:
    rows = sheet_of(recap_of([IDEAL] * 12), "people")
    assert say.PARTS["without_low"] not in {part for part, *_ in rows}


def test_the_label_of_a_group_is_shortened() -> None:
    recap = recap_of([IDEAL] * 12, ["a" * 500, "b"] * 6)
    for name in ("groups", "means"):
        assert len(str(sheet_of(recap, name)[0][0])) < 100


def test_pooled_groups_and_hidden_cells_are_in_the_tables() -> None:
    worst = [6 - answer for answer in IDEAL]
    sheets = [IDEAL] * 8 + [worst] * 2 + [IDEAL] * 6 + [worst] * 3 + [IDEAL, worst] * 6
    recap = recap_of(sheets, ["A"] * 10 + ["B"] * 7 + ["C"] * 2 + ["D"] * 12)
    assert [row[:3] for row in sheet_of(recap, "groups")] == [
        ("A", 10, say.HIDDEN),
        ("D", 12, 6),
        ("2 kelompok digabung", 9, say.HIDDEN),
    ]
    assert [row[:3] for row in sheet_of(recap, "means")] == [
        ("A", 10, 80),
        ("D", 12, 50),
        ("2 kelompok digabung", 9, 67),
    ]


def test_joined_verdicts_are_one_column_and_a_column_all_hidden_is_left_out() -> None:
    recap = recap_of(spread_over([3, 3, 2, 4], [2, 4, 5, 5]), ["A"] * 12 + ["B"] * 16)
    (groups,) = (each for each in recap_tables(PROFILE, recap) if each.title == "Kelompok")
    lowest, low, high, highest = (verdict.label for verdict in PROFILE.verdicts)
    assert groups.headers[:4] == (
        say.GROUP,
        say.GROUP_SIZE,
        say.ONE_OF_TWO.format(first=highest, last=high),
        say.ONE_OF_TWO.format(first=low, last=lowest),
    )
    assert [row[:4] for row in groups.rows] == [("A", 12, 6, 6), ("B", 16, 10, 6)]
    assert (say.GROUP, say.JOINED_LEGEND) in sheet_of(recap, "legend")


def test_the_legend_says_which_scales_are_better_low() -> None:
    legend = {str(row[0]): row[1] for row in sheet_of(recap_of([IDEAL] * 7), "legend")}
    for scale in PROFILE.anti_traits:
        assert "makin rendah makin mendukung" in str(legend[scale.label])
