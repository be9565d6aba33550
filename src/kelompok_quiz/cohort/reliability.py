"""How well the items of a scale hang together, over the people who answered all of them.

All follows from the covariance matrix C of the keyed answers (n − 1), k items:
alpha = k/(k − 1)·(1 − tr C/ΣC) (Cronbach 1951, doi 10.1007/BF02310555), its 95 % interval from F
with n − 1 and (n − 1)(k − 1) degrees of freedom (Feldt 1965, doi 10.1007/BF02289499), the
standardised alpha from the correlations instead, and `r_drop`, an item with the sum of the others.
None means that it cannot be computed: a single item, or nothing varies.

Omega total is (Σλ)² / ((Σλ)² + Σ(1 − λ²)) (McDonald 1999, *Test Theory*), with the loadings λ of
one factor by minres: those that leave the smallest squared correlations off the diagonal (Harman &
Jones 1966, doi 10.1007/BF02289468); `fa` of the R package psych does the same by default. A factor
of the covariance matrix, or by maximum likelihood, differs in the third decimal.

The quantile of F needs no SciPy: the incomplete beta function is the continued fraction of
DLMF 8.17.22 (https://dlmf.nist.gov/8.17), evaluated by Lentz's method; its inverse is Newton's
method kept inside a shrinking bracket.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from kelompok_quiz.cohort.sums import Whole
from kelompok_quiz.result.batch import Floats

TAIL: Final = 0.025
"""Left out on either side of a 95 % interval."""
FEWEST_ITEMS: Final = 3
"""For omega: two items have one correlation, which endlessly many pairs of loadings fit."""
LEAST_UNIQUENESS: Final = 0.005
"""As in `fa`: no item is all factor."""
LOADING_PRECISION: Final = 1e-12
MOST_ROUNDS: Final = 10_000
SMALLEST: Final = 1e-300
"""Replaces a zero in Lentz's method, so that nothing is divided by it."""
BETA_PRECISION: Final = 1e-15


@dataclass(frozen=True, eq=False)
class Reliability:
    """The statistics of one scale from its moments, as `ItemSums` keeps them."""

    moments: Whole

    @property
    def people(self) -> int:
        """How many answered the whole scale, n."""
        return int(self.moments[0, 0])

    @property
    def items(self) -> int:
        """The number of items, k."""
        return len(self.moments) - 1

    @property
    def mean(self) -> float | None:
        """The mean of the keyed answers, 1..m."""
        if not self.people:
            return None
        return int(self.moments[0, 1:].sum()) / (self.people * self.items)

    @property
    def sd(self) -> float | None:
        """The SD (n − 1) of people's mean keyed answers."""
        scaled = self._scaled_covariance
        return None if scaled is None else math.sqrt(scaled.sum() / self._scaling) / self.items

    @property
    def _scaling(self) -> int:
        return self.people * (self.people - 1)

    @cached_property
    def _scaled_covariance(self) -> npt.NDArray[np.object_] | None:
        """C·n(n − 1), which is whole, as exact integers; None with fewer than two people."""
        if not self._scaling:
            return None
        moments = self.moments.astype(object)
        sums = moments[0, 1:]
        return np.asarray(self.people * moments[1:, 1:] - np.outer(sums, sums))

    @cached_property
    def _correlations(self) -> Floats | None:
        """None if an item does not vary."""
        scaled = self._scaled_covariance
        if scaled is None or not scaled.diagonal().all():
            return None
        covariance = scaled.astype(np.float64)
        sds = np.sqrt(covariance.diagonal())
        return np.asarray(covariance / np.outer(sds, sds))

    @property
    def alpha(self) -> float | None:
        """Cronbach's alpha."""
        return None if self._scaled_covariance is None else _alpha(self._scaled_covariance)

    @property
    def alpha_interval(self) -> tuple[float, float] | None:
        """The 95 % interval of alpha."""
        alpha = self.alpha
        if alpha is None:
            return None
        degrees = self.people - 1, (self.people - 1) * (self.items - 1)
        upper, lower = f_quantile(1 - TAIL, *degrees), f_quantile(TAIL, *degrees)
        return 1 - (1 - alpha) * upper, 1 - (1 - alpha) * lower

    @property
    def standardised_alpha(self) -> float | None:
        """Alpha of the items brought to one SD."""
        return None if self._correlations is None else _alpha(self._correlations)

    @property
    def sem(self) -> float | None:
        """The standard error of measurement of a mean keyed answer, SD·√(1 − alpha)."""
        sd, alpha = self.sd, self.alpha
        return None if sd is None or alpha is None else sd * math.sqrt(max(0.0, 1 - alpha))

    @property
    def omega_total(self) -> float | None:
        """McDonald's omega total."""
        return None if self._correlations is None else omega_total(self._correlations)

    def r_drop(self, item: int) -> float | None:
        """The correlation of an item with the sum of the others."""
        scaled = self._scaled_covariance
        if scaled is None:
            return None
        own, with_all = scaled[item, item], scaled[item].sum()
        spread = own * (scaled.sum() - 2 * with_all + own)
        return float((with_all - own) / math.sqrt(spread)) if spread > 0 else None

    def alpha_if_dropped(self, item: int) -> float | None:
        """Alpha of the other items."""
        scaled = self._scaled_covariance
        if scaled is None:
            return None
        return _alpha(np.delete(np.delete(scaled, item, axis=0), item, axis=1))


def _alpha(matrix: npt.NDArray[Any]) -> float | None:
    items, total = len(matrix), matrix.sum()
    if items < 2 or total <= 0:  # noqa: PLR2004 - one item has nothing to agree with
        return None
    return items / (items - 1) * (1 - float(matrix.trace() / total))


def omega_total(correlations: Floats) -> float | None:
    """Return omega total of an (items, items) correlation matrix; None with fewer than three."""
    if len(correlations) < FEWEST_ITEMS:
        return None
    loadings = minres_loadings(correlations)
    common = float(loadings.sum()) ** 2
    return common / (common + float((1 - loadings**2).sum()))


def minres_loadings(correlations: Floats) -> Floats:
    """Return the loadings of one factor, (items,), from the least squares of one item at a time."""
    values, vectors = np.linalg.eigh(correlations)
    loadings: Floats = vectors[:, -1] * np.sqrt(values[-1])  # first principal component
    others = correlations - np.eye(len(correlations))
    most, moved, rounds = np.sqrt(1 - LEAST_UNIQUENESS), np.inf, 0
    while moved > LOADING_PRECISION and rounds < MOST_ROUNDS:
        before = loadings.copy()
        for item, row in enumerate(others):
            rest = float(loadings @ loadings) - loadings[item] ** 2
            best = float(row @ loadings) / rest if rest > 0 else 0.0
            loadings[item] = np.clip(best, -most, most)
        moved, rounds = np.abs(loadings - before).max(), rounds + 1
    return loadings


def f_quantile(probability: float, numerator: float, denominator: float) -> float:
    """Return the quantile of the F distribution with these degrees of freedom."""
    share = _beta_quantile(probability, numerator / 2, denominator / 2)
    rest = 1 - share
    if share > rest:  # a small rest keeps its digits only if it is computed itself
        rest = _beta_quantile(1 - probability, denominator / 2, numerator / 2)
        share = 1 - rest
    return denominator * share / (numerator * rest)


def _beta_quantile(probability: float, a: float, b: float) -> float:
    low, high, x = 0.0, 1.0, a / (a + b)
    while True:
        excess = incomplete_beta(x, a, b) - probability
        low, high = (low, x) if excess > 0 else (x, high)
        density = _front(x, a, b) / (x * (1 - x))
        closer = x - excess / density if density else low
        if not low < closer < high:
            closer = (low + high) / 2
        if math.isclose(closer, x, rel_tol=BETA_PRECISION):
            return closer
        x = closer


def incomplete_beta(x: float, a: float, b: float) -> float:
    """Return I_x(a, b), the probability that a beta variate lies below x, 0 < x < 1."""
    if x > (a + 1) / (a + b + 2):  # the fraction of the mirror image converges faster there
        return 1 - _front(1 - x, b, a) / b / _fraction(1 - x, b, a)
    return _front(x, a, b) / a / _fraction(x, a, b)


def _front(x: float, a: float, b: float) -> float:
    """x^a (1 − x)^b / B(a, b)."""
    log_beta = math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)
    return math.exp(a * math.log(x) + b * math.log1p(-x) - log_beta)


def _fraction(x: float, a: float, b: float) -> float:
    """1 + d₁/(1 + d₂/(1 + …)) with the d of DLMF 8.17.23."""
    value = upper = 1.0
    lower, term = 0.0, 0
    while True:
        term += 1
        half, odd = divmod(term, 2)
        if odd:
            factor = -(a + half) * (a + b + half) * x / ((a + 2 * half) * (a + 2 * half + 1))
        else:
            factor = half * (b - half) * x / ((a + 2 * half - 1) * (a + 2 * half))
        upper = 1 + factor / upper or SMALLEST
        lower = 1 / (1 + factor * lower or SMALLEST)
        value *= upper * lower
        if abs(upper * lower - 1) < BETA_PRECISION:
            return value
