"""Quantiles of the F distribution, without SciPy.

The incomplete beta function is the continued fraction of DLMF 8.17.22 (https://dlmf.nist.gov/8.17),
evaluated by Lentz's method; its inverse is Newton's method kept inside a shrinking bracket.
"""

from __future__ import annotations

import math
from typing import Final

SMALLEST: Final = 1e-300
"""Stands for a zero in Lentz's method, so that nothing is divided by it."""
PRECISION: Final = 1e-15


def f_quantile(probability: float, numerator: float, denominator: float) -> float:
    """Return the value below which an F variate with these degrees of freedom lies so often."""
    share = _beta_quantile(probability, numerator / 2, denominator / 2)
    rest = 1 - share
    if share > rest:  # a small rest keeps its digits only if it is looked for itself
        rest = _beta_quantile(1 - probability, denominator / 2, numerator / 2)
        share = 1 - rest
    return denominator * share / (numerator * rest)


def incomplete_beta(x: float, a: float, b: float) -> float:
    """Return I_x(a, b), the probability that a beta variate lies below x, 0 < x < 1."""
    if x > (a + 1) / (a + b + 2):  # where the fraction of the mirror image converges faster
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
        coefficient = _coefficient(term, x, a, b)
        upper = 1 + coefficient / upper or SMALLEST
        lower = 1 / (1 + coefficient * lower or SMALLEST)
        value *= upper * lower
        if abs(upper * lower - 1) < PRECISION:
            return value


def _coefficient(term: int, x: float, a: float, b: float) -> float:
    half, odd = divmod(term, 2)
    if odd:
        return -(a + half) * (a + b + half) * x / ((a + 2 * half) * (a + 2 * half + 1))
    return half * (b - half) * x / ((a + 2 * half - 1) * (a + 2 * half))


def _beta_quantile(probability: float, a: float, b: float) -> float:
    low, high, x = 0.0, 1.0, a / (a + b)
    while True:
        excess = incomplete_beta(x, a, b) - probability
        low, high = (low, x) if excess > 0 else (x, high)
        density = _front(x, a, b) / (x * (1 - x))
        closer = x - excess / density if density else low
        if not low < closer < high:
            closer = (low + high) / 2
        if math.isclose(closer, x, rel_tol=PRECISION):
            return closer
        x = closer
