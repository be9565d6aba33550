"""What a recap says of a group of people, and what it keeps to itself."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from kelompok_quiz.answers import batch_of_matrix
from kelompok_quiz.cohort import NO_MINIMUMS, Grouping, Minimums, Recap, count, summarise
from kelompok_quiz.cohort.record import Spread
from kelompok_quiz.problems import Problem
from kelompok_quiz.scoring.assessment import assess
from support.cohorts import IDS, ITEMS, assessed, counted, random_sheets
from support.mini import KEY

PROFILE = KEY.profile
IDEAL = [5 if agrees else 1 for agrees in PROFILE.ideal]
WORST = [1 if agrees else 5 for agrees in PROFILE.ideal]
MIDDLE = [3] * ITEMS
BLANK = [0] * ITEMS


def recap_of(sheets: list[list[int]], groups: list[str] | None = None) -> Recap:
    if groups is None:
        return summarise(KEY, counted(sheets))
    grouping = Grouping("kelas")
    return summarise(KEY, count(KEY, assessed(sheets), grouping.numbers(groups)), grouping)


def test_everybody_is_counted_once() -> None:
    recap = recap_of([IDEAL, IDEAL, WORST, MIDDLE, BLANK])
    assert (recap.n, recap.scored, recap.undetermined, recap.rejected) == (5, 4, 1, 0)
    assert list(recap.verdicts) == [verdict.id for verdict in PROFILE.verdicts]
    assert sum(recap.verdicts.values()) == 4
    assert recap.verdicts[PROFILE.verdicts[-1].id] == 2


def test_the_rejected_are_counted_and_in_no_other_number() -> None:
    batch = replace(
        batch_of_matrix(np.array([IDEAL, BLANK, IDEAL], dtype=np.int8)),
        rejects={1: (Problem("answer_invalid"),)},
    )
    recap = summarise(KEY, count(KEY, assess(KEY, batch)))
    assert (recap.n, recap.scored, recap.undetermined, recap.rejected) == (3, 2, 0, 1)
    assert {item.n + item.missing for s in recap.scales.values() for item in s.items.values()} == {
        2
    }
    assert recap.quality.good + recap.quality.note + recap.quality.low == 2
    assert recap.quality.flags["incomplete"] == 0
    assert recap.beliefs["belief_a"].unread == 0


def test_nobody_at_all_has_no_number() -> None:
    recap = summarise(KEY, counted([]), minimums=NO_MINIMUMS)
    assert recap.n == 0
    for figures in recap.scales.values():
        assert (figures.scored.n, figures.scored.mean, figures.scored.sd) == (0, None, None)
        assert (figures.n_complete, figures.mean, figures.sd, figures.alpha) == (0, *(None,) * 3)
        assert {(i.n, i.mean, i.sd, i.missing) for i in figures.items.values()} == {
            (0, None, None, 0)
        }


def test_one_person_has_a_mean_and_no_spread() -> None:
    figures = recap_of([IDEAL]).scales["trait_a"]
    assert (figures.scored.n, figures.scored.mean, figures.scored.sd) == (1, 100, None)
    assert (figures.n_complete, figures.mean, figures.sd) == (1, 100, None)
    assert {(item.mean, item.sd) for item in figures.items.values()} == {(5, None)}


def test_scale_means_are_of_those_with_a_score_and_reliability_of_complete_sheets() -> None:
    gap = list(IDEAL)
    gap[IDS.index("t1_1")] = 0
    figures = recap_of([IDEAL, MIDDLE, gap]).scales["trait_a"]
    assert figures.scored.n == 3
    assert figures.scored.mean == pytest.approx(250 / 3)
    assert (figures.n_complete, figures.mean) == (2, 75)
    assert (figures.items["t1_1"].n, figures.items["t1_1"].missing) == (2, 1)


def test_items_stand_in_the_order_of_the_profile() -> None:
    for scale in PROFILE.scales:
        items = recap_of([IDEAL]).scales[scale.id].items
        assert list(items) == [item.id for item in scale.items]


@pytest.mark.parametrize(
    ("people", "told"),
    [
        (29, (False, False, False)),
        (30, (True, False, False)),
        (49, (True, False, False)),
        (50, (True, True, False)),
        (99, (True, True, False)),
        (100, (True, True, True)),
    ],
)
def test_a_statistic_is_told_from_its_least_number_of_people(
    people: int, told: tuple[bool, bool, bool]
) -> None:
    sheets = random_sheets(people, 3, blank=0)
    figures = recap_of(sheets).scales["trait_a"]
    item = figures.items["t1_1"]
    for value in (figures.alpha_ci95, figures.std_alpha, figures.sem):
        assert (value is not None) == told[0]
    assert (item.alpha_if_dropped is not None) == told[1]


def test_the_minimums_can_be_lifted_but_a_group_stays_hidden() -> None:
    sheets, grouping = random_sheets(12, 4, blank=0), Grouping("kelas")
    numbers = grouping.numbers(["A"] * 7 + ["B"] * 2 + ["C"] * 3)
    recap = summarise(KEY, count(KEY, assessed(sheets), numbers), grouping, NO_MINIMUMS)
    assert recap.minimums == Minimums(0, 0, 0)
    assert recap.scales["trait_a"].alpha is not None
    assert recap.scales["trait_a"].omega_total is not None
    assert list(recap.groups) == ["A"]
    assert recap.pooled is not None
    assert (recap.pooled.groups, recap.pooled.together.n) == (2, 5)


def test_beliefs_are_counted_by_reading_and_by_statement() -> None:
    believer = list(IDEAL)
    for item in PROFILE.beliefs[0].items:
        believer[IDS.index(item.id)] = 1 if item.reverse else 5
    unsure = list(IDEAL)
    first = PROFILE.beliefs[0].items[0]
    unsure[IDS.index(first.id)] = 3
    figures = recap_of([IDEAL, believer, believer, unsure, BLANK]).beliefs[PROFILE.beliefs[0].id]
    assert (figures.myth, figures.mixed, figures.realistic, figures.unread) == (2, 0, 2, 1)
    assert {(item.n, item.believing) for item in figures.items.values()} == {(4, 2)}


def test_leanings_are_counted_with_those_that_cannot_be_read() -> None:
    counts = recap_of([IDEAL, IDEAL, WORST, MIDDLE, BLANK]).contrasts[PROFILE.contrasts[0].id]
    assert counts == {"that": 1, "balanced": 1, "this": 2, "unread": 1}


def test_low_sheets_are_told_apart() -> None:
    sheets = [*random_sheets(6, 1, blank=0), *[[2] * ITEMS] * 4, [4] * ITEMS]
    recap = recap_of(sheets)
    assert recap.quality.low == 5
    assert recap.quality.flags["straight_line"] == 5
    assert recap.quality.without_low is not None
    assert recap.quality.without_low.n == 6
    assert recap.quality.without_low.scales["trait_a"].n_complete == 6
    assert recap.scales["trait_a"].n_complete == 11


@pytest.mark.parametrize(
    ("careful", "low", "items"),
    [(9, 0, True), (3, 0, True), (9, 1, False), (9, 4, False), (9, 5, True)],
)
def test_without_a_few_low_sheets_nothing_is_told_of_items(
    careful: int, low: int, *, items: bool
) -> None:
    recap = recap_of([[4] * ITEMS] * low + [IDEAL] * careful)
    without = recap.quality.without_low
    assert recap.quality.low == low
    assert without is not None
    assert (without.n, sum(without.verdicts.values())) == (careful, careful)
    figures = without.scales["trait_a"]
    assert figures.scored == Spread(careful, 100, 0)
    assert bool(figures.items) == items
    assert (figures.mean is not None) == items


def test_where_only_a_few_sheets_are_not_low_nothing_is_told_of_them() -> None:
    assert recap_of([[4] * ITEMS] * 5 + [IDEAL] * 4).quality.without_low is None


def test_where_every_sheet_is_low_nobody_is_left() -> None:
    without = recap_of([[4] * ITEMS] * 5).quality.without_low
    assert without is not None
    assert (without.n, without.scored) == (0, 0)


# Groups


def test_without_a_column_there_are_no_groups() -> None:
    recap = recap_of([IDEAL] * 12)
    assert (recap.per, recap.groups, recap.pooled) == (None, {}, None)


def test_large_groups_are_told_by_name_in_natural_order() -> None:
    recap = recap_of([IDEAL] * 15 + [WORST] * 6, ["X-10"] * 7 + ["X-2"] * 8 + [""] * 6)
    assert recap.per == "kelas"
    assert [(label, group.n) for label, group in recap.groups.items()] == [
        *(("X-2", 8), ("X-10", 7), ("(kosong)", 6))
    ]
    assert recap.pooled is None
    group = recap.groups["X-2"]
    spread = group.scales["trait_a"]
    assert spread is not None
    assert (spread.mean, spread.sd) == (100, 0)


def test_a_small_group_is_never_named_and_takes_another_with_it() -> None:
    labels = ["A"] * 9 + ["B"] * 6 + ["C"] * 7 + ["rahasia"]
    recap = recap_of([IDEAL] * 23, labels)
    assert list(recap.groups) == ["A", "C"]
    assert recap.pooled is not None
    assert (recap.pooled.groups, recap.pooled.together.n) == (2, 7)


def test_the_order_of_people_changes_nothing() -> None:
    labels = ["A"] * 6 + ["b"] * 6 + ["c"] * 6 + ["d"] * 3 + ["B"] * 2
    sheets = random_sheets(len(labels), 8, blank=0.1)
    assert recap_of(sheets, labels) == recap_of(sheets[::-1], labels[::-1])


def test_two_groups_of_which_one_is_small_cannot_be_told_apart() -> None:
    recap = recap_of([IDEAL] * 12, ["A"] * 9 + ["B"] * 3)
    assert (recap.groups, recap.pooled) == ({}, None)


def test_groups_add_up_to_everybody_who_was_not_rejected() -> None:
    sheets = [IDEAL] * 12 + [WORST] * 12 + [BLANK] * 12
    recap = recap_of(sheets, ["A", "B"] * 18)
    for group in recap.groups.values():
        assert (group.n, group.undetermined) == (18, 6)
        assert sum(count or 0 for count in group.verdicts.values()) == 12
        for counts in (group.beliefs["belief_a"], group.contrasts["contrast_a"], group.quality):
            assert sum(count or 0 for count in counts.values()) == 18


def test_a_group_of_rejected_people_is_no_group() -> None:
    batch = replace(
        batch_of_matrix(np.array([IDEAL] * 12 + [BLANK] * 6, dtype=np.int8)),
        rejects={person: (Problem("answer_invalid"),) for person in range(12, 18)},
    )
    grouping = Grouping("kelas")
    numbers = grouping.numbers(["A", "B"] * 6 + ["C"] * 6)
    recap = summarise(KEY, count(KEY, assess(KEY, batch), numbers), grouping)
    assert (list(recap.groups), recap.pooled) == (["A", "B"], None)


def test_small_cells_of_large_groups_are_kept_back() -> None:
    sheets = [IDEAL] * 8 + [WORST] * 2 + [IDEAL] * 9 + [WORST] * 9
    recap = recap_of(sheets, ["A"] * 10 + ["B"] * 18)
    best, worst = PROFILE.verdicts[-1].id, PROFILE.verdicts[0].id
    for label in ("A", "B"):
        verdicts = recap.groups[label].verdicts
        assert (verdicts[best], verdicts[worst]) == (None, None)
        assert verdicts[PROFILE.verdicts[1].id] == 0


def test_a_mean_of_few_scores_is_kept_back_with_another() -> None:
    gap = list(IDEAL)
    for item in PROFILE.traits[1].items:
        gap[IDS.index(item.id)] = 0
    sheets = [IDEAL] * 2 + [gap] * 4 + [IDEAL] * 6 + [IDEAL] * 9
    recap = recap_of(sheets, ["A"] * 6 + ["B"] * 6 + ["C"] * 9)
    scale = PROFILE.traits[1].id
    told = {label: group.scales[scale] is not None for label, group in recap.groups.items()}
    assert told == {"A": False, "B": False, "C": True}
    assert all(group.scales["trait_a"] is not None for group in recap.groups.values())


def test_means_of_a_group_are_whole_points_of_what_makes_the_fit() -> None:
    recap = recap_of(random_sheets(40, 6), ["A", "B"] * 20)
    for group in recap.groups.values():
        assert list(group.scales) == [scale.id for scale in PROFILE.fit_scales]
        for spread in group.scales.values():
            assert spread is not None
            assert isinstance(spread.mean, int)
            assert isinstance(spread.sd, int)
