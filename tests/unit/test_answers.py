from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from kelompok_quiz.answers import (
    ANONYMISED,
    INVALID,
    MISSING,
    AnswerBatch,
    CellParser,
    batch_of_matrix,
    batch_of_one,
)
from kelompok_quiz.problems import Place, Problem
from kelompok_quiz.profile.loading import load
from kelompok_quiz.profile.model import Profile

CASES = Path(__file__).parents[1] / "cases" / "profile" / "valid"
RESPONSES = ("Sangat tidak setuju", "Tidak setuju", "Netral", "Setuju", "Sangat setuju")


@pytest.fixture
def parser() -> CellParser:
    return CellParser(RESPONSES)


@pytest.fixture(scope="module")
def profile() -> Profile:
    """Presented: te1 ta1 te2 ta2."""
    return load(CASES / "minimal.yaml").profile


@pytest.mark.parametrize(
    ("cell", "answer"),
    [
        *[("1", 1), ("5", 5), (" 4 ", 4), ("4.0", 4), ("4,0", 4), ("４", 4)],
        *[("Setuju", 4), ("sangat  SETUJU", 5), ("Netral\n", 3)],
        *[("4 - Setuju", 4), ("5 – sangat setuju", 5), ("1 - SANGAT tidak setuju", 1)],
        *[("4. Setuju", 4), ("4) setuju", 4), ("4: Setuju", 4), ("4-Setuju", 4), ("4 = Setuju", 4)],
        *[("4 (Setuju)", 4), ("Setuju (4)", 4), ("Setuju\u200b", 4)],
    ],
)
def test_a_cell_is_an_answer_by_number_response_or_both(
    parser: CellParser, cell: str, answer: int
) -> None:
    assert parser[cell] == answer


@pytest.mark.parametrize("cell", ["", "  ", "\t", "-", "–", "NA", "na", "Lewati", "LEWATI "])
def test_a_blank_and_its_marks_are_missing(parser: CellParser, cell: str) -> None:
    assert parser[cell] == MISSING


@pytest.mark.parametrize(
    "cell",
    [
        *("0", "6", "-1", "+4", "04", "4.5", "3,5", "4.", ".4", "4.00", "4e0", "1+2", "44", "4 5"),
        *(
            "setujuu",
            "Tidak",
            "5 - Setuju",
            "5. Setuju",
            "Setuju (5)",
            "4 Setuju",
            "Setuju - 4",
            "4 - ",
            "4 - 4",
        ),
        *("n/a", "nan", "None", "null", "true", "--", "?", "=4", "'4", "4;", "٤", "IV"),
    ],
)
def test_anything_else_is_no_answer(parser: CellParser, cell: str) -> None:
    assert parser[cell] == INVALID


def test_a_response_comes_before_a_number_behind_another() -> None:
    parser = CellParser(("Ya", "Ya (1)"))
    assert [parser["Ya"], parser["Ya (1)"], parser["Ya (2)"]] == [1, 2, INVALID]


def test_the_responses_are_counted_by_the_profile() -> None:
    two = CellParser(("Tidak", "Ya"))
    nine = CellParser(tuple("abcdefghi"))
    assert [two["2"], two["ya"], two["3"]] == [2, 2, INVALID]
    assert [nine["9"], nine["9,0"], nine["9 - i"], nine["10"]] == [9, 9, 9, INVALID]


@pytest.mark.parametrize(
    ("value", "answer"),
    [
        *[(None, MISSING), ("", MISSING), (4, 4), (4.0, 4), ("4", 4), ("Setuju", 4)],
        *[(True, INVALID), (False, INVALID), (0, INVALID), (6, INVALID), (-4, INVALID)],
        *[(4.5, INVALID), (float("nan"), INVALID), (float("inf"), INVALID), (1e300, INVALID)],
        *[([4], INVALID), ({"a": 4}, INVALID), ([], INVALID), (b"4", INVALID)],
    ],
)
def test_a_value_of_json_is_an_answer_if_it_is_whole(
    parser: CellParser, value: Any, answer: int
) -> None:
    assert parser.parse_value(value) == answer


def test_valid_spellings_are_remembered_and_invalid_ones_are_not(parser: CellParser) -> None:
    assert dict(parser) == {}
    assert [parser[" 4"], parser["x"], parser["x"]] == [4, INVALID, INVALID]
    assert dict(parser) == {" 4": 4}


def test_memory_for_spellings_has_an_end(profile: Profile) -> None:
    parser = CellParser(profile.responses, most_remembered=3)
    assert [parser["4" + " " * n] for n in range(5)] == [4] * 5
    assert len(parser) == 3


def test_a_batch_is_as_long_as_its_people_and_cannot_be_written_to(profile: Profile) -> None:
    matrix = np.array([[5, 1, 0, 2], [3, 3, 3, 3]], dtype=np.int8)
    batch = AnswerBatch("kelas.csv", (1, 2), ("a", None), (), ((), ()), matrix)
    assert len(batch) == 2
    with pytest.raises(ValueError, match="read-only"):
        batch.matrix[0, 0] = 1
    assert batch.answers_of(profile, 0) == {"te1": 5, "ta1": 1, "te2": None, "ta2": 2}
    assert (batch.order, batch.seconds, batch.rejects, batch.extras) == (None, None, {}, {})


def test_one_person_is_a_batch_in_presented_order(profile: Profile) -> None:
    batch = batch_of_one(profile, {"ta2": 2, "te1": 5, "te2": None})
    assert batch.matrix.tolist() == [[5, 0, 0, 2]]
    assert batch.matrix.dtype == np.int8
    assert (batch.source, batch.rows, batch.respondents, batch.cells) == (
        *(None, (1,), (None,), ((),)),
    )


def test_the_persons_own_order_is_kept_as_columns(profile: Profile) -> None:
    batch = batch_of_one(profile, {}, order=["ta2", "te1", "te2", "ta1"])
    assert batch.order is not None
    assert batch.order.tolist() == [[3, 0, 2, 1]]


def test_times_that_are_not_known_are_no_numbers(profile: Profile) -> None:
    batch = batch_of_one(profile, {}, seconds={"te2": 2.5, "te1": 1.0})
    assert batch.seconds is not None
    np.testing.assert_array_equal(batch.seconds, [[1.0, np.nan, 2.5, np.nan]])


def three_people() -> AnswerBatch:
    """Ani, a rejected Budi, and a third without a name."""
    invalid = Problem("answer_invalid", Place(person=2), {"value": "Siti", "points": 5})
    missing = Problem("header_missing", Place(person=2))
    return AnswerBatch(
        "kelas.csv",
        (1, 2, 3),
        ("Ani", "Budi", "3"),
        ("kelas",),
        (("A",), ("B",), ("C",)),
        np.array([[5, 1, 0, 2], [0, 0, 0, 0], [3, 3, 3, 3]], dtype=np.int8),
        order=np.array([[0, 1, 2, 3], [3, 2, 1, 0], [1, 0, 3, 2]]),
        seconds=np.array([[1.0] * 4, [2.0] * 4, [3.0] * 4]),
        rejects={1: (invalid, missing)},
        unnamed=frozenset({2}),
        extras={1: {"catatan": "x"}},
    )


def test_some_of_the_people_keep_all_that_is_theirs() -> None:
    some = three_people().only([2, 1])
    assert (some.rows, some.respondents, some.cells) == ([3, 2], ["3", "Budi"], [("C",), ("B",)])
    assert some.matrix.tolist() == [[3, 3, 3, 3], [0, 0, 0, 0]]
    assert some.order is not None
    assert some.seconds is not None
    assert (some.order[0].tolist(), some.seconds[:, 0].tolist()) == ([1, 0, 3, 2], [3.0, 2.0])
    assert [problem.code for problem in some.rejects[1]] == ["answer_invalid", "header_missing"]
    assert some.unnamed == {0}
    assert some.extras == {1: {"catatan": "x"}}


def test_people_of_a_matrix_have_neither_order_nor_seconds_to_choose_from() -> None:
    some = batch_of_matrix(np.array([[1, 2], [3, 4]], dtype=np.int8)).only([1])
    assert (some.matrix.tolist(), some.order, some.seconds) == ([[3, 4]], None, None)


def test_anonymous_people_are_numbers_and_nothing_they_typed_is_left() -> None:
    batch = three_people().anonymous()
    assert batch.respondents == ["1", "2", "3"]
    assert (batch.headers, batch.cells, batch.extras) == ((), [()] * 3, {})
    assert batch.unnamed == {0, 1, 2}
    invalid, missing = batch.rejects[1]
    assert (invalid.value, missing.value) == (ANONYMISED, None)
