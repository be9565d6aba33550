from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from kelompok_quiz.profile.key import Key
from kelompok_quiz.profile.loading import load
from kelompok_quiz.scoring.tally import by_item, tally

CASES = Path(__file__).parents[1] / "cases" / "profile" / "valid"


@pytest.fixture(scope="module")
def key() -> Key:
    """Presented: te1 ta2 tu1 pb2 tu2 te2 pb1 ta1; reverse are ta2, pb2, tu2 and te2."""
    return Key(load(CASES / "beliefs_and_contrasts.yaml"))


def test_answers_are_turned_items_major_and_wide_enough_for_sums() -> None:
    matrix = np.array([[1, 2, 3], [4, 5, 0]], dtype=np.int8)
    turned = by_item(matrix)
    assert turned.tolist() == [[1, 4], [2, 5], [3, 0]]
    assert turned.dtype == np.int16
    assert turned.flags.c_contiguous


def test_keyed_answers_are_counted_and_summed_per_scale(key: Key) -> None:
    # keyed: te 5, 6-2=4 · ta 6-1=5, 3 · tu 6-4=2 alone · pb 6-2=4, 3
    counts = tally(key, by_item(np.array([[5, 1, 0, 2, 4, 2, 3, 3]], dtype=np.int8)))
    assert counts.answered.T.tolist() == [[2, 2, 1, 2]]
    assert counts.reverse_answered.T.tolist() == [[1, 1, 1, 1]]
    assert counts.total.T.tolist() == [[9, 8, 2, 7]]
    assert counts.squares.T.tolist() == [[41, 34, 4, 25]]


def test_squares_within_a_scale_are_measured_from_its_own_mean(key: Key) -> None:
    # 4.5 ± .5: .5 · 4 ± 1: 2 · one answer: 0 · 3.5 ± .5: .5
    counts = tally(key, by_item(np.array([[5, 1, 0, 2, 4, 2, 3, 3]], dtype=np.int8)))
    assert counts.within_squares.T.tolist() == [[0.5, 2, 0, 0.5]]


def test_without_answers_everything_is_nought(key: Key) -> None:
    counts = tally(key, by_item(np.zeros((1, 8), dtype=np.int8)))
    for numbers in (counts.answered, counts.reverse_answered, counts.total, counts.squares):
        assert not numbers.any()
    assert not counts.within_squares.any()


def test_the_answers_themselves_stay_as_they_are(key: Key) -> None:
    answers = by_item(np.array([[5, 1, 0, 2, 4, 2, 3, 3]], dtype=np.int8))
    before = answers.copy()
    tally(key, answers)
    np.testing.assert_array_equal(answers, before)
