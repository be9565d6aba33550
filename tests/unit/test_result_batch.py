from __future__ import annotations

import math

import numpy as np
import pytest

from kelompok_quiz.result.batch import NONE, rounded


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        *[(2.5, 0, 3), (3.5, 0, 4), (2.4999, 0, 2), (0.0, 0, 0), (100.0, 0, 100)],
        *[(66.666666, 2, 6667), (0.125, 2, 13), (0.0045, 3, 5), (62.5, 0, 63)],
        *[(0.49999999999, 0, 1), (2.675, 2, 268), (1.005, 2, 101)],
    ],
)
def test_numbers_are_rounded_half_up(value: float, decimals: int, shown: int) -> None:
    assert rounded(value, decimals).item() == shown


def test_no_number_is_none() -> None:
    assert rounded([math.nan, 1.5], 0).tolist() == [NONE, 2]


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        *[(69.6, 0, 69), (69.4, 0, 69), (70.0, 0, 70), (70.4, 0, 70), (39.5, 0, 39), (54.5, 0, 55)],
        *[(69.996, 2, 6999), (69.994, 2, 6999), (70.0, 2, 7000), (70.004, 2, 7000)],
        *[(70 - 1e-10, 0, 70), (70 - 1e-10, 2, 7000)],
    ],
)
def test_a_number_under_a_bound_is_never_shown_as_the_bound(
    value: float, decimals: int, shown: int
) -> None:
    assert rounded(value, decimals, floors=[40, 70]).item() == shown


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [(35.4, 0, 36), (35.0, 0, 35), (34.6, 0, 35), (35.6, 0, 36), (35.004, 2, 3501)],
)
def test_a_number_over_a_ceiling_is_never_shown_as_the_ceiling(
    value: float, decimals: int, shown: int
) -> None:
    assert rounded(value, decimals, ceilings=[35]).item() == shown


def test_bounds_may_be_fractions() -> None:
    assert rounded([0.8496, 0.85, 0.6499], 3, floors=[0.65, 0.85]).tolist() == [849, 850, 649]


@pytest.mark.parametrize("decimals", [0, 2])
def test_a_number_ever_so_little_under_a_bound_is_not_shown_as_the_bound(decimals: int) -> None:
    fit = 70 - 2e-9
    assert np.round(fit, 9) < 70
    assert rounded(fit, decimals, floors=[70]).item() < 70 * 10**decimals
