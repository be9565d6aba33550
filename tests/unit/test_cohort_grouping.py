"""Which column groups people, and which of its values are the same."""

from __future__ import annotations

import pytest

from kelompok_quiz.cohort import Grouping, find_column
from kelompok_quiz.cohort.groups import MOST_GROUPS, MOST_REMEMBERED, natural
from kelompok_quiz.problems import UsageError
from kelompok_quiz.words.recap import BLANK_GROUP


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


def test_spellings_beyond_those_remembered_are_still_told_apart() -> None:
    grouping = Grouping("kelas")
    spaces = [f"a{' ' * width}b" for width in range(1, MOST_REMEMBERED // 10)]
    for case in range(11):
        grouping.numbers(f"{' ' * case}{each}" for each in spaces)
    assert grouping.numbers(["A b", "ab"]).tolist() == [0, 1]


def test_labels_are_sorted_as_people_do() -> None:
    labels = ["XI-10", BLANK_GROUP, "XI-2", "xi-1", "A", "7"]
    assert sorted(labels, key=natural) == ["7", "A", "xi-1", "XI-2", "XI-10", BLANK_GROUP]
