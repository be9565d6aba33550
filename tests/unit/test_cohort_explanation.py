"""The words about a group: kind, whole, short, and about nobody in particular."""

from __future__ import annotations

import io
import re

import numpy as np
import pytest
from rich.cells import cell_len

from kelompok_quiz.cohort import NO_MINIMUMS, Grouping, Recap, count, summarise
from kelompok_quiz.explanation.blocks import (
    Answers,
    Grid,
    Headline,
    Measure,
    Measures,
    Notice,
    Paragraph,
    Remark,
    Section,
    Share,
    Shares,
)
from kelompok_quiz.explanation.recap import recap_sections
from kelompok_quiz.explanation.recap_tables import recap_tables
from kelompok_quiz.screen.console import plain_console
from kelompok_quiz.screen.linear import print_linear
from kelompok_quiz.screen.sections import print_sections
from kelompok_quiz.words import recap as say
from support.cohorts import IDS, ITEMS, assessed, counted, random_sheets
from support.mini import KEY

PROFILE = KEY.profile
IDEAL = [5 if agrees else 1 for agrees in PROFILE.ideal]
BLANK = [0] * ITEMS
MOST_WORDS = 20


def recap_of(
    sheets: list[list[int]], groups: list[str] | None = None, *, lifted: bool = False
) -> Recap:
    grouping = None if groups is None else Grouping("kelas")
    numbers = None if grouping is None or groups is None else grouping.numbers(groups)
    minimums = NO_MINIMUMS if lifted else None
    return summarise(KEY, count(KEY, assessed(sheets), numbers), grouping, minimums)


def sections_of(recap: Recap) -> dict[str, Section]:
    return {section.id: section for section in recap_sections(PROFILE, recap)}


def texts(section: Section) -> str:
    kinds = (Paragraph, Notice, Remark)
    return " ".join(block.text for block in section.blocks if isinstance(block, kinds))


def measured(section: Section) -> list[Measure]:
    groups = (block for block in section.blocks if isinstance(block, Measures))
    return [row for group in groups for row in group.rows]


def shown(recap: Recap, width: int = 80, encoding: str = "utf-8", *, linear: bool = False) -> str:
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="replace", write_through=True)
    printed = print_linear if linear else print_sections
    printed(plain_console(stream, width), recap_sections(PROFILE, recap))
    return stream.buffer.getvalue().decode(encoding)


def test_the_sections_are_in_the_order_of_a_talk_with_a_class() -> None:
    recap = recap_of(random_sheets(12, 1), ["A", "B"] * 6)
    assert list(sections_of(recap)) == [
        *("people", "scales", "beliefs", "contrasts", "groups", "trust")
    ]


def test_verdicts_are_shares_of_those_with_a_verdict_the_best_first() -> None:
    blocks = sections_of(recap_of([*[IDEAL] * 10, BLANK]))["people"].blocks
    assert blocks[0] == Headline(
        "11 orang: 10 mendapat hasil, 1 belum bisa ditentukan, 0 tidak bisa dinilai"
    )
    labels = [verdict.label for verdict in reversed(PROFILE.verdicts)]
    shares = tuple(map(Share, labels, [10, 0, 0, 0]))
    assert blocks[1:] == (Notice(say.FEW), Shares(10, shares))[-1:]


@pytest.mark.parametrize(
    ("people", "told"), [(4, say.VERY_FEW.format(fewest=5)), (5, say.FEW), (9, say.FEW), (10, None)]
)
def test_few_people_are_told_kindly_what_that_means(people: int, told: str | None) -> None:
    notices = [
        block.text
        for block in sections_of(recap_of([IDEAL] * people))["people"].blocks
        if isinstance(block, Notice)
    ]
    assert notices == ([told] if told else [])


def test_where_nobody_has_a_result_it_says_so_and_draws_nothing() -> None:
    found = sections_of(recap_of([BLANK] * 3))
    assert say.NO_RESULTS in texts(found["people"])
    assert texts(found["scales"]) == say.NO_SCORES
    assert "beliefs" not in found
    assert not any(isinstance(b, Shares | Measures) for s in found.values() for b in s.blocks)


def test_a_scale_that_nobody_answered_has_no_mean() -> None:
    gap = list(IDEAL)
    for item in PROFILE.traits[0].items:
        gap[IDS.index(item.id)] = 0
    rows = measured(sections_of(recap_of([gap] * 10))["scales"])
    assert Measure(PROFILE.traits[0].label, None, None, say.NO_MEAN) in rows


def test_a_single_person_has_no_spread() -> None:
    section = sections_of(recap_of([IDEAL]))["scales"]
    assert Measure(PROFILE.traits[0].label, 100, None, "tinggi") in measured(section)
    assert say.LEGEND_SPREAD not in shown(recap_of([IDEAL]))


def test_strong_and_weak_are_told_from_the_side_of_the_job() -> None:
    sheet = list(IDEAL)
    weak = PROFILE.anti_traits[0]
    for item in weak.items:
        sheet[IDS.index(item.id)] = 2 if item.reverse else 4
    found = texts(sections_of(recap_of([sheet] * 10))["scales"])
    assert "Paling kuat: Mengajak orang (100) dan Menata kegiatan (100)." in found
    assert f"Paling perlu dilatih: penghambat {weak.label} masih 75 dan" in found


def test_scales_that_lie_close_together_are_neither_strong_nor_weak() -> None:
    recap = recap_of([*[IDEAL] * 6, *[[3] * ITEMS] * 6], ["A", "B"] * 6)
    found = sections_of(recap)
    assert texts(found["scales"]) == say.ALL_ALIKE.format(points=5)
    (grid,) = (block for block in found["groups"].blocks if isinstance(block, Grid))
    assert grid.tables[1].rows == ((say.ALIKE, say.ALIKE),) * 2


def test_a_group_of_which_nothing_is_known_has_neither_end() -> None:
    found = sections_of(recap_of([BLANK] * 12, ["A", "B"] * 6))["groups"]
    (grid,) = (block for block in found.blocks if isinstance(block, Grid))
    assert grid.tables[1].rows == ((None, None),) * 2


@pytest.mark.parametrize(("careless", "warned"), [(3, False), (4, True)])
def test_more_than_a_quarter_of_careless_sheets_is_told_first(
    careless: int, *, warned: bool
) -> None:
    blocks = sections_of(recap_of([*[IDEAL] * (12 - careless), *[[4] * ITEMS] * careless]))
    notice = Notice(say.MANY_LOW.format(low=careless, people=12))
    assert (notice in blocks["people"].blocks) == warned


def test_statements_most_got_wrong_are_named_with_what_these_answered() -> None:
    belief = PROFILE.beliefs[0]
    regular, reverse = (
        next(item for item in belief.items if item.reverse is kind) for kind in (False, True)
    )
    sheet = list(IDEAL)
    sheet[IDS.index(regular.id)], sheet[IDS.index(reverse.id)] = 5, 1
    blocks = sections_of(recap_of([sheet] * 3 + [IDEAL] * 7))["beliefs"].blocks
    assert blocks[0] == Shares(10, (Share(say.MYTH.format(label=belief.label), 0),))
    assert blocks[2] == Answers(
        ((regular.text, "3 dari 10 setuju"), (reverse.text, "3 dari 10 tidak setuju"))
    )


def test_statements_nobody_got_wrong_are_left_out() -> None:
    assert sections_of(recap_of([IDEAL] * 10))["beliefs"].blocks[2] == Answers(())


@pytest.mark.parametrize("low", [1, 5])
def test_low_sheets_are_counted_with_what_is_left_without_them(low: int) -> None:
    found = texts(sections_of(recap_of([*random_sheets(12, 2), *[[4] * ITEMS] * low]))["trust"])
    assert f"{low} bermutu rendah" in found
    assert "Tanpa lembar bermutu rendah: Cocok " in found
    assert "poin (" in found


def test_where_only_a_few_others_are_left_nothing_is_told_of_them() -> None:
    found = texts(sections_of(recap_of([[4] * ITEMS] * 12 + [IDEAL] * 4))["trust"])
    assert say.FEW_LEFT.format(fewest=5) in found
    assert "Rata-rata skala" not in found


def test_a_shift_of_nothing_is_told_as_nothing() -> None:
    opposite = [6 - answer for answer in IDEAL]
    recap = recap_of([*[IDEAL, opposite] * 10, *[[3] * ITEMS] * 5])
    assert say.NO_SHIFT in texts(sections_of(recap)["trust"])


def test_where_all_sheets_are_low_nothing_is_left() -> None:
    found = texts(sections_of(recap_of([[4] * ITEMS] * 10))["trust"])
    assert say.NOTHING_LEFT in found


def test_a_scale_left_without_a_score_does_not_count_as_a_shift() -> None:
    gap = [
        a if s not in PROFILE.traits[:1] else 0
        for a, s in zip(IDEAL, PROFILE.presented_scales, strict=True)
    ]
    found = texts(sections_of(recap_of([*[gap] * 10, *[[4] * ITEMS] * 5]))["trust"])
    assert "Rata-rata skala" in found


@pytest.mark.parametrize(
    ("people", "sentence"),
    [
        (29, "Perlu 30 lembar lengkap; baru ada 29."),
        (30, "angka yang terendah itu bisa saja di antara"),
    ],
)
def test_reliability_waits_for_enough_people(people: int, sentence: str) -> None:
    recap = recap_of(random_sheets(people, 3, blank=0))
    assert sentence in texts(sections_of(recap)["trust"])


def test_reliability_of_equal_answers_cannot_be_computed() -> None:
    found = texts(sections_of(recap_of([IDEAL] * 31))["trust"])
    assert "tidak bisa dihitung. Jawabannya tidak beragam." in found


def test_answers_against_each_other_are_told_in_words_and_not_as_an_interval() -> None:
    straight = [[1 + person % 5] * ITEMS for person in range(35)]
    found = texts(sections_of(recap_of([*random_sheets(5, 3, blank=0), *straight]))["trust"])
    assert say.ALPHA_NEGATIVE in found
    assert "bisa saja" not in found


def test_groups_stand_beside_each_other_with_hidden_cells_as_dashes() -> None:
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


def test_groups_too_small_to_be_compared_are_told_so() -> None:
    found = sections_of(recap_of([IDEAL] * 7, ["A"] * 4 + ["B"] * 3))["groups"]
    assert texts(found) == say.NO_GROUPS.format(per="kelas", fewest=5)


def test_groups_all_large_have_no_word_about_pooling() -> None:
    found = sections_of(recap_of([IDEAL] * 12, ["A", "B"] * 6))["groups"]
    assert "digabung" not in texts(found)


def test_a_single_scale_is_neither_strongest_nor_weakest() -> None:
    scales = zip(IDEAL, PROFILE.presented_scales, strict=True)
    sheet = [answer if scale == PROFILE.traits[0] else 0 for answer, scale in scales]
    blocks = sections_of(recap_of([sheet] * 12))["scales"].blocks
    assert isinstance(blocks[-1], Measures)


# Looks


@pytest.mark.parametrize("width", [100, 80, 60, 59, 40, 32])
def test_nothing_is_wider_than_the_terminal(width: int) -> None:
    labels = ["XII IPA 1", "[bold]B[/]\x1b[31m", "C" * 30, ""] * 8
    printed = shown(recap_of(random_sheets(32, 5), labels), width)
    assert max(map(cell_len, printed.splitlines())) <= width
    assert "[bold]B[/]\\x1b[31m" in "".join(printed.split()) or width < 80
    assert "\x1b" not in printed


def rows_of(label: str, printed: str) -> list[str]:
    return [line.strip() for line in printed.splitlines() if line.strip().startswith(label)]


def test_long_names_are_broken_before_a_table_is_given_up() -> None:
    names = [f"SMA Negeri {number} Kabupaten Contoh" for number in (1, 2)]
    printed = shown(recap_of([IDEAL] * 14, names * 7))
    assert len(rows_of("SMA Negeri", printed)) == 2 * 3
    assert "Kelompok" in printed


def test_in_a_narrow_window_a_group_is_named_once_with_all_that_is_told_of_it() -> None:
    printed = shown(recap_of([IDEAL] * 14, ["Kelas A", "Kelas B"] * 7), 32)
    assert rows_of("Kelas", printed) == ["Kelas A", "Kelas B"]
    for fact in ("Orang: 7", "Paling kuat:", "Bermutu rendah: 0"):
        assert len(rows_of(fact, printed)) == 2


def test_bars_are_drawn_in_ascii_where_there_is_nothing_else() -> None:
    printed = shown(recap_of([IDEAL] * 10), encoding="ascii")
    assert "=" * 30 in printed
    assert "━" not in printed


def test_a_single_person_is_seen_in_a_bar_on_either_side() -> None:
    sheets = [*[IDEAL] * 80, [6 - answer for answer in IDEAL]]
    lines = shown(recap_of(sheets)).splitlines()
    (one,), (rest,) = ([x for x in lines if f"{n} dari 81" in x][:1] for n in (" 1", "80"))
    assert "━─" in one
    assert "━━" not in one
    assert "━─ " in rest


def test_read_aloud_it_has_neither_bars_nor_columns_nor_dashes() -> None:
    sheets = [IDEAL] * 8 + [[6 - answer for answer in IDEAL]] * 2 + [IDEAL] * 9 + [BLANK]
    spoken = shown(recap_of(sheets, ["A"] * 10 + ["B"] * 7 + ["C"] * 3), 200, linear=True)
    assert not set(spoken) & set("━─╍●│")
    assert "A. Orang: 10; Cocok: disembunyikan; " in spoken
    assert "Cocok: 17 dari 19." in spoken
    assert ", sebaran " in spoken


# Wording


def sentences(value: object) -> list[str]:
    if isinstance(value, dict):
        value = tuple(value.values())
    if isinstance(value, tuple):
        return [text for each in value for text in sentences(each)]
    return [value] if isinstance(value, str) else []


SENTENCES = [
    text for name, value in vars(say).items() if name.isupper() for text in sentences(value)
]


def test_every_sentence_is_short() -> None:
    assert len(SENTENCES) > 60
    for text in SENTENCES:
        for sentence in re.split(r"(?<=[.!?])\s+", text):
            assert len(sentence.split()) <= MOST_WORDS, sentence


@pytest.mark.parametrize(("word", "plain"), [("alpha", "keandalan"), ("simpangan baku", "sebaran")])
def test_a_statistical_word_has_a_plain_one_beside_it(word: str, plain: str) -> None:
    screen = " ".join(shown(recap_of(random_sheets(40, 3))).split()).lower()
    assert word in screen
    assert abs(screen.index(plain) - screen.index(word)) < 80


def test_a_class_of_35_fits_on_sixty_lines() -> None:
    for careless in (1, 6, 20):
        sheets = [*random_sheets(34 - careless, 3), *[[4] * ITEMS] * careless, BLANK]
        assert len(shown(recap_of(sheets)).splitlines()) <= 60


# Tables for a spreadsheet


def test_every_sheet_is_a_full_table_with_unlike_titles() -> None:
    recap = recap_of([*random_sheets(40, 3), *[[4] * ITEMS] * 6], ["A", "B"] * 23)
    tables = recap_tables(PROFILE, recap)
    assert [table.title for table in tables] == list(say.SHEETS.values())
    for table in tables:
        assert len(table.title) <= 31
        assert table.rows
        assert {len(row) for row in table.rows} == {len(table.headers)}
    items = dict(zip(say.SHEETS, tables, strict=True))["items"]
    assert len(items.rows) == ITEMS


def test_without_groups_there_is_no_sheet_of_them() -> None:
    titles = [table.title for table in recap_tables(PROFILE, recap_of([IDEAL]))]
    missing = {"without_low", "groups", "means"}
    assert titles == [title for name, title in say.SHEETS.items() if name not in missing]


def sheet_of(recap: Recap, name: str) -> list[tuple[object, ...]]:
    found = {table.title: table for table in recap_tables(PROFILE, recap)}
    return [tuple(row) for row in found[say.SHEETS[name]].rows]


def test_groups_that_cannot_be_compared_are_told_in_the_legend() -> None:
    legend = sheet_of(recap_of([IDEAL] * 7, ["A"] * 4 + ["B"] * 3), "legend")
    assert (say.GROUP, say.NO_GROUPS.format(per="kelas", fewest=5)) in legend


def test_every_count_of_the_sheet_stands_beside_the_whole_it_is_of() -> None:
    rows = sheet_of(recap_of([*[IDEAL] * 12, *[[4] * ITEMS] * 6, BLANK]), "people")
    parts = dict.fromkeys(str(part) for part, *_ in rows)
    assert list(parts) == list(say.PARTS.values())
    best = PROFILE.verdicts[-1].label
    assert (say.PARTS["verdicts"], best, 12, 18) in rows
    assert (say.PARTS["without_low"], best, 12, 12) in rows
    assert (say.PARTS["quality"], say.QUALITY_WORDS["low"], 6, 19) in rows
    statement = next(item for item in PROFILE.beliefs[0].items if item.reverse)
    told = say.STATEMENT_AGAINST.format(statement=statement.text)
    assert (say.PARTS["beliefs"], told, 0, 18) in rows


def test_a_statistic_of_too_few_people_says_so_and_another_is_a_dash() -> None:
    few, lifted = (recap_of([IDEAL] * 3, lifted=lifted) for lifted in (False, True))
    for recap, word in ((few, say.TOO_FEW), (lifted, say.NO_VALUE)):
        scales = recap_tables(PROFILE, recap)[1]
        assert scales.rows[0][scales.headers.index("Keandalan (alpha)")] == word
    assert recap_tables(PROFILE, few)[1].rows[0][3] == 100.0


def test_without_a_few_low_sheets_only_means_are_in_the_sheet() -> None:
    recap = recap_of([*random_sheets(40, 3, blank=0), [4] * ITEMS])
    columns = [say.SCALE_HEADERS.index(name) for name in ("Keandalan (alpha)", "Omega total")]
    everybody, careful = (sheet_of(recap, name)[0] for name in ("scales", "without_low"))
    assert isinstance(everybody[columns[0]], float)
    assert isinstance(careful[3], float)
    assert [careful[column] for column in columns] == [say.HIDDEN] * 2


def test_without_low_sheets_the_same_counts_are_not_told_twice() -> None:
    rows = sheet_of(recap_of([IDEAL] * 12), "people")
    assert say.PARTS["without_low"] not in {part for part, *_ in rows}


def test_the_label_of_a_group_is_shortened_in_a_sheet() -> None:
    recap = recap_of([IDEAL] * 12, ["a" * 500, "b"] * 6)
    for name in ("groups", "means"):
        assert len(str(sheet_of(recap, name)[0][0])) < 100


def test_pooled_groups_and_hidden_cells_are_in_the_sheet() -> None:
    sheets = [IDEAL] * 8 + [[6 - answer for answer in IDEAL]] * 2 + [IDEAL] * 9
    recap = recap_of(sheets, ["A"] * 10 + ["B"] * 7 + ["C"] * 2)
    assert [row[:3] for row in sheet_of(recap, "groups")] == [
        ("A", 10, say.HIDDEN),
        ("2 kelompok digabung", 9, say.HIDDEN),
    ]
    assert [row[:3] for row in sheet_of(recap, "means")] == [
        ("A", 10, 80),
        ("2 kelompok digabung", 9, 100),
    ]


def test_sums_need_no_groups() -> None:
    assert np.array_equal(counted([IDEAL]).by_group.status, counted([IDEAL], [0]).by_group.status)
