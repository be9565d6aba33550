"""Which values are one group, and the published figures of groups."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from kelompok_quiz.answers import batch_of_matrix
from kelompok_quiz.cohort.groups import MOST_GROUPS, MOST_REMEMBERED, Grouping, find_column, natural
from kelompok_quiz.cohort.summary import summarise
from kelompok_quiz.cohort.sums import count
from kelompok_quiz.problems import Problem, UsageError
from kelompok_quiz.scoring.assessment import assess
from kelompok_quiz.words.recap import BLANK_GROUP
from support.cohorts import (
    BLANK,
    IDEAL,
    IDS,
    WORST,
    random_sheets,
    recap_of,
)
from support.mini import KEY


@pytest.mark.parametrize(("name", "column"), [("kelas", 1), ("KELAS ", 1), ("Nama", 0)])
def test_a_column_is_found_in_any_case(name: str, column: int) -> None:
    assert find_column(name, ("nama", "Kelas", "kelas")) == column


def test_a_near_miss_is_named_in_its_own_spelling() -> None:
    with pytest.raises(UsageError) as caught:
        find_column("kelsa", ("nama", "Kelas"))
    (problem,) = caught.value.problems
    assert problem.code == "group_column_unknown_near"
    assert "“Kelas”" in problem.remedy


@pytest.mark.parametrize(("headers", "named"), [(("nama", "umur"), "nama, umur"), ((), "-")])
def test_without_a_near_miss_the_columns_are_named(headers: tuple[str, ...], named: str) -> None:
    with pytest.raises(UsageError) as caught:
        find_column("sekolah", headers)
    (problem,) = caught.value.problems
    assert (problem.code, str(problem.place)) == ("group_column_unknown", "--per")
    assert f": {named}." in problem.remedy


def test_spellings_that_differ_by_case_and_space_are_one_group() -> None:
    grouping = Grouping("kelas")
    assert grouping.numbers(["XI  1 ", "xi 1", "XI 2", "XI 1"]).tolist() == [0, 0, 1, 0]
    assert grouping.numbers(["xi 2", "X"]).tolist() == [1, 2]
    assert grouping.labels == ["XI 1", "XI 2", "X"]


def test_a_label_does_not_depend_on_who_comes_first() -> None:
    for values in (["xi 1", "XI 1"], ["XI 1", "xi 1"]):
        grouping = Grouping("kelas")
        grouping.numbers(values)
        assert grouping.labels == ["XI 1"]


def test_a_blank_is_a_group_and_a_number_is_its_digits() -> None:
    grouping = Grouping("kelas")
    assert grouping.numbers([None, " ", 7, "7", "(kosong)"]).tolist() == [0, 0, 1, 1, 0]
    assert grouping.labels == [BLANK_GROUP, "7"]


def test_too_many_groups_are_refused() -> None:
    grouping = Grouping("nama")
    grouping.numbers(range(MOST_GROUPS))
    grouping.numbers(range(MOST_GROUPS))
    with pytest.raises(UsageError) as caught:
        grouping.numbers(["satu lagi"])
    assert [problem.code for problem in caught.value.problems] == ["groups_too_many"]


def test_spellings_beyond_those_remembered_are_still_distinguished() -> None:
    grouping = Grouping("kelas")
    spaces = [f"a{' ' * width}b" for width in range(1, MOST_REMEMBERED // 10)]
    for case in range(11):
        grouping.numbers(f"{' ' * case}{each}" for each in spaces)
    assert grouping.numbers(["A b", "ab"]).tolist() == [0, 1]


def test_labels_are_sorted_as_people_do() -> None:
    labels = ["XI-10", BLANK_GROUP, "XI-2", "xi-1", "A", "7"]
    assert sorted(labels, key=natural) == ["7", "A", "xi-1", "XI-2", "XI-10", BLANK_GROUP]


PROFILE = KEY.profile


def test_without_a_column_there_are_no_groups() -> None:
    recap = recap_of([IDEAL] * 12)
    assert (recap.per, recap.groups, recap.pooled) == (None, {}, None)


def test_large_groups_are_named_in_natural_order() -> None:
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


def test_two_groups_of_which_one_is_small_are_withheld() -> None:
    recap = recap_of([IDEAL] * 12, ["A"] * 9 + ["B"] * 3)
    assert (recap.groups, recap.pooled) == ({}, None)


def test_groups_add_up_to_all_who_were_not_rejected() -> None:
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


def test_small_cells_of_large_groups_are_withheld() -> None:
    sheets = [IDEAL] * 8 + [WORST] * 2 + [IDEAL] * 9 + [WORST] * 9
    recap = recap_of(sheets, ["A"] * 10 + ["B"] * 18)
    best, worst = PROFILE.verdicts[-1].id, PROFILE.verdicts[0].id
    for label in ("A", "B"):
        verdicts = recap.groups[label].verdicts
        assert (verdicts[best], verdicts[worst]) == (None, None)
        assert verdicts[PROFILE.verdicts[1].id] == 0


def test_a_mean_of_few_scores_is_withheld_with_another() -> None:
    gap = list(IDEAL)
    for item in PROFILE.traits[1].items:
        gap[IDS.index(item.id)] = 0
    sheets = [IDEAL] * 2 + [gap] * 4 + [IDEAL] * 6 + [IDEAL] * 9
    recap = recap_of(sheets, ["A"] * 6 + ["B"] * 6 + ["C"] * 9)
    scale = PROFILE.traits[1].id
    shown = {label: group.scales[scale] is not None for label, group in recap.groups.items()}
    assert shown == {"A": False, "B": False, "C": True}
    assert all(group.scales["trait_a"] is not None for group in recap.groups.values())


def test_means_of_a_group_are_whole_points_of_what_makes_the_fit() -> None:
    recap = recap_of(random_sheets(40, 6), ["A", "B"] * 20)
    for group in recap.groups.values():
        assert list(group.scales) == [scale.id for scale in PROFILE.fit_scales]
        for spread in group.scales.values():
            assert spread is not None
            assert isinstance(spread.mean, int)
            assert isinstance(spread.sd, int)
