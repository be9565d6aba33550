"""Quantiles, reliability and omega against numbers worked out by hand or printed in tables."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest

from kelompok_quiz.cohort.reliability import (
    Reliability,
    f_quantile,
    incomplete_beta,
    minres_loadings,
    omega_total,
)

# Distribution


@pytest.mark.parametrize(
    ("probability", "numerator", "denominator", "value"),
    [
        # NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.3
        (0.95, 1, 1, 161.448),
        (0.95, 5, 10, 3.326),
        (0.95, 10, 20, 2.348),
        (0.99, 5, 10, 5.636),
        (0.90, 3, 30, 2.276),
    ],
)
def test_quantiles_are_those_of_printed_tables(
    probability: float, numerator: float, denominator: float, value: float
) -> None:
    assert f_quantile(probability, numerator, denominator) == pytest.approx(value, abs=5e-4)


@pytest.mark.parametrize("probability", [0.001, 0.025, 0.5, 0.975, 0.999])
@pytest.mark.parametrize("degrees", [1, 7, 250, 100_000])
def test_with_two_degrees_the_quantile_has_a_closed_form(
    probability: float, degrees: float
) -> None:
    expected = degrees / 2 * math.expm1(-2 / degrees * math.log1p(-probability))
    assert f_quantile(probability, 2, degrees) == pytest.approx(expected, rel=1e-10)


@pytest.mark.parametrize("degrees", [(3, 9), (29, 145), (999, 4995), (999_999, 4_999_995)])
def test_the_lower_quantile_is_the_upper_one_of_the_reciprocal(degrees: tuple[int, int]) -> None:
    lower, upper = f_quantile(0.025, *degrees), f_quantile(0.975, *degrees[::-1])
    assert lower * upper == pytest.approx(1, rel=1e-10)


def test_quantiles_agree_with_a_published_interval() -> None:
    # `ci.cronbach(.05, .85, 7, 89)` in the manual of the R package statpsych 1.6.0, which takes
    # n(k − 1) degrees of freedom below where Feldt has (n − 1)(k − 1).
    bounds = [1 - 0.15 * f_quantile(tail, 88, 89 * 6) for tail in (0.975, 0.025)]
    assert bounds == pytest.approx([0.7971254, 0.8931436], abs=5e-8)


def test_the_incomplete_beta_function_rises_from_0_to_1_and_mirrors() -> None:
    values = [incomplete_beta(x / 20, 3.5, 8.0) for x in range(1, 20)]
    assert all(earlier < later for earlier, later in pairwise(values))
    for x in (0.02, 0.3, 0.75, 0.99):
        assert incomplete_beta(x, 3.5, 8.0) + incomplete_beta(1 - x, 8.0, 3.5) == pytest.approx(1)
    assert incomplete_beta(0.3, 1, 4) == pytest.approx(1 - 0.7**4, rel=1e-13)


# Reliability


def moments(*people: tuple[int, ...]) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    """The moments of complete rows of keyed answers, as `ItemSums` keeps them."""
    rows = np.array([(1, *person) for person in people], dtype=np.int64)
    return rows.T @ rows


THREE = Reliability(moments((1, 2), (2, 2), (3, 5)))
"""Variances 1 and 3, covariance 1.5: the sums have variance 7."""


def test_alpha_of_two_items_is_what_hand_arithmetic_gives() -> None:
    assert THREE.alpha == pytest.approx(2 * (1 - 4 / 7), rel=1e-15)
    assert THREE.mean == 15 / 6
    assert THREE.sd == pytest.approx(math.sqrt(7) / 2, rel=1e-15)
    assert THREE.sem == pytest.approx(math.sqrt(7) / 2 * math.sqrt(1 / 7), rel=1e-14)


def test_standardised_alpha_is_that_of_the_correlations() -> None:
    r = 1.5 / math.sqrt(3)
    assert THREE.standardised_alpha == pytest.approx(2 * r / (1 + r), rel=1e-14)
    assert THREE.r_drop(0) == pytest.approx(r, rel=1e-14)
    assert THREE.r_drop(1) == pytest.approx(r, rel=1e-14)


def test_the_interval_is_feldts() -> None:
    # F(.975; 2, 2) = 39 and F(.025; 2, 2) = 1/39.
    assert THREE.alpha_interval == pytest.approx((1 - 39 / 7, 1 - 1 / 7 / 39), rel=1e-12)


def test_alpha_without_an_item_is_that_of_the_others() -> None:
    rows = [(1, 2, 4), (2, 2, 1), (3, 5, 5), (5, 4, 2)]
    whole = Reliability(moments(*rows))
    for item in range(3):
        others = Reliability(moments(*(row[:item] + row[item + 1 :] for row in rows)))
        assert whole.alpha_if_dropped(item) == others.alpha
    assert THREE.alpha_if_dropped(0) is None


@pytest.mark.parametrize("people", [(), ((3, 4),)])
def test_fewer_than_two_people_have_no_spread(people: tuple[tuple[int, int], ...]) -> None:
    found = Reliability(moments(*people) if people else np.zeros((3, 3), dtype=np.int64))
    assert found.mean == (3.5 if people else None)
    assert (found.sd, found.alpha, found.alpha_interval, found.sem) == (None,) * 4
    assert (found.standardised_alpha, found.omega_total) == (None, None)
    assert (found.r_drop(0), found.alpha_if_dropped(0)) == (None, None)


def test_where_nothing_varies_there_is_nothing_to_agree_on() -> None:
    same = Reliability(moments((3, 4, 5), (3, 4, 5), (3, 4, 5)))
    assert (same.sd, same.alpha, same.sem) == (0, None, None)
    assert (same.standardised_alpha, same.omega_total, same.r_drop(1)) == (None, None, None)


def test_an_item_that_does_not_vary_leaves_alpha_but_no_correlation() -> None:
    flat = Reliability(moments((1, 3, 2), (2, 3, 4), (5, 3, 5)))
    assert flat.alpha is not None
    assert (flat.standardised_alpha, flat.r_drop(1)) == (None, None)
    assert flat.r_drop(0) is not None


def test_opposite_items_cancel_and_have_no_alpha() -> None:
    assert Reliability(moments((1, 5), (2, 4), (5, 1))).alpha is None


def test_equal_items_have_an_alpha_of_one_and_no_error() -> None:
    equal = Reliability(moments((1, 1, 1), (2, 2, 2), (4, 4, 4)))
    assert equal.alpha == pytest.approx(1, abs=1e-15)
    assert equal.sem == pytest.approx(0, abs=1e-7)


# Omega


def correlations(loadings: list[float]) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """What one factor with these loadings leaves exactly."""
    found = np.outer(loadings, loadings)
    np.fill_diagonal(found, 1)
    return found


@pytest.mark.parametrize(
    "loadings", [[0.6, 0.7, 0.5], [0.3, 0.8, 0.55, 0.62], [0.9, -0.4, 0.2, 0.5, 0.7]]
)
def test_the_loadings_of_one_factor_are_found_again(loadings: list[float]) -> None:
    found = minres_loadings(correlations(loadings))
    assert np.abs(found) == pytest.approx(np.abs(loadings), abs=1e-8)
    common = sum(loadings) ** 2
    unique = sum(1 - loading**2 for loading in loadings)
    assert omega_total(correlations(loadings)) == pytest.approx(common / (common + unique))


def test_omega_needs_three_items() -> None:
    assert omega_total(correlations([0.6, 0.7])) is None


def test_no_item_is_all_factor() -> None:
    # 0.9 · 0.9 / 0.5 > 1: the first loading would exceed one.
    heywood = np.array([[1, 0.9, 0.9], [0.9, 1, 0.5], [0.9, 0.5, 1]])
    assert np.abs(minres_loadings(heywood)).max() <= math.sqrt(0.995)


def test_items_without_anything_in_common_are_all_unique() -> None:
    assert np.abs(minres_loadings(np.eye(4))).max() < 1e-6
    assert omega_total(np.eye(4)) == pytest.approx(0, abs=1e-6)


def test_minres_leaves_no_smaller_residuals_next_to_it() -> None:
    rng = np.random.default_rng(5)
    sample = rng.normal(size=(60, 5)) + rng.normal(size=(60, 1))
    observed = np.asarray(np.corrcoef(sample, rowvar=False))
    loadings = minres_loadings(observed)

    def residual(tried: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> float:
        left = observed - np.outer(tried, tried)
        return float((left**2).sum() - (left.diagonal() ** 2).sum())

    least = residual(loadings)
    for _ in range(200):
        assert residual(loadings + rng.normal(0, 1e-3, 5)) > least
