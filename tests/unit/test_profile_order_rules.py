from __future__ import annotations

import numpy as np
import pytest

from kelompok_quiz.answers import batch_of_sheets
from kelompok_quiz.profile import load, order_rules
from kelompok_quiz.profile.key import Key
from kelompok_quiz.profile.order_rules import (
    alternating,
    autocorrelation,
    fewest_blocks,
    long_runs,
    neighbours,
)
from kelompok_quiz.scoring import quality
from kelompok_quiz.scoring.assessment import assess


def marks(written: str) -> list[bool]:
    return [mark == "x" for mark in written]


@pytest.mark.parametrize(
    ("scales", "found"), [("", []), ("a", []), ("abab", []), ("aab", [1]), ("abbb", [2, 3])]
)
def test_a_neighbour_is_an_item_of_the_scale_before_it(scales: str, found: list[int]) -> None:
    assert list(neighbours(scales)) == found


@pytest.mark.parametrize(
    ("scales", "blocks"), [("abc", 1), ("abcabc", 2), ("abacbc", 3), ("aaa", 3), ("abcba", 2)]
)
def test_a_block_ends_where_a_scale_comes_again(scales: str, blocks: int) -> None:
    assert fewest_blocks(scales) == blocks


@pytest.mark.parametrize(
    ("written", "runs"),
    [
        ("", []),
        ("xxx...", []),
        ("xxxx", [(0, 4)]),
        ("x.....xxxx", [(1, 5), (6, 4)]),
    ],
)
def test_four_of_one_mark_are_a_long_run(written: str, runs: list[tuple[int, int]]) -> None:
    assert list(long_runs(marks(written))) == runs


@pytest.mark.parametrize(
    ("written", "length"),
    [("", 0), ("x", 0), ("xxxx", 0), ("xx..", 0), ("x.x", 3), ("x.xx.x.", 4), ("..x.xx", 4)],
)
def test_alternation_is_counted_in_marks_from_three_on(written: str, length: int) -> None:
    assert alternating(marks(written)) == length


def test_what_repeats_every_four_places_correlates_fully_with_itself() -> None:
    assert autocorrelation(marks("xx.." * 8)) == pytest.approx(1)


@pytest.mark.parametrize("written", ["x." * 10, "x" * 40, ""])
def test_without_pairs_or_without_two_marks_nothing_correlates(written: str) -> None:
    assert autocorrelation(marks(written)) is None


def test_from_twenty_pairs_on_a_lag_counts() -> None:
    assert autocorrelation(marks("x." * 10 + "x")) == pytest.approx(-1)
    assert autocorrelation(marks("x." * 11)) == pytest.approx(1)


def test_a_lag_with_one_mark_on_a_side_is_passed_over() -> None:
    # one place on, the later marks are all alike; two places on they are too
    assert autocorrelation(marks("x" + "." * 21)) is None
    assert autocorrelation(marks("x" + "." * 20 + "x")) == pytest.approx(-1 / 20, abs=0.01)


@pytest.mark.parametrize(("low", "high"), [(1, 5), (2, 4), (1, 2)])
def test_marks_are_measured_as_a_sheet_of_two_answers_is(low: int, high: int) -> None:
    key = Key(load())
    agreed = np.random.default_rng(1).random((200, len(key.profile.items))) < 0.5
    sheets = np.where(agreed, high, low).astype(np.int8)
    measured = assess(key, batch_of_sheets(sheets)).quality
    assert measured.alternating.tolist() == [alternating(row) for row in agreed.tolist()]
    found = [autocorrelation(row) for row in agreed.tolist()]
    assert measured.autocorrelation.tolist() == pytest.approx(found)


def test_bounds_are_those_of_the_audit_and_of_the_quality_indices() -> None:
    assert order_rules.MOST_ALTERNATING < quality.ALTERNATING
    assert order_rules.MOST_AUTOCORRELATION < quality.REPEATING
    assert order_rules.MOST_IN_A_ROW < quality.LONG_STRING
