"""McDonald's omega total from one factor of the correlation matrix, fitted by minres.

Omega total is (Σλ)² / ((Σλ)² + Σ(1 − λ²)) (McDonald 1999, *Test Theory*). Minres chooses the
loadings λ that leave the smallest squared correlations off the diagonal (Harman & Jones 1966,
doi 10.1007/BF02289468); `fa` of the R package psych does the same by default. A factor of the
covariance matrix, or by maximum likelihood, differs in the third decimal.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from kelompok_quiz.result import Floats

FEWEST_ITEMS: Final = 3
"""Two items have one correlation, which endlessly many pairs of loadings fit."""
LEAST_UNIQUENESS: Final = 0.005
"""As in `fa`: no item is all factor."""
PRECISION: Final = 1e-12
MOST_ROUNDS: Final = 10_000


def omega_total(correlations: Floats) -> float | None:
    """Return omega total of a (items, items) correlation matrix; None with two items or fewer."""
    if len(correlations) < FEWEST_ITEMS:
        return None
    loadings = minres_loadings(correlations)
    common = float(loadings.sum()) ** 2
    return common / (common + float((1 - loadings**2).sum()))


def minres_loadings(correlations: Floats) -> Floats:
    """Return the loadings of one factor, (items,), from the least squares of one item at a time."""
    loadings = _first_component(correlations)
    others = correlations - np.eye(len(correlations))
    most, moved, rounds = np.sqrt(1 - LEAST_UNIQUENESS), np.inf, 0
    while moved > PRECISION and rounds < MOST_ROUNDS:
        before = loadings.copy()
        for item, row in enumerate(others):
            rest = float(loadings @ loadings) - loadings[item] ** 2
            best = float(row @ loadings) / rest if rest > 0 else 0.0
            loadings[item] = np.clip(best, -most, most)
        moved, rounds = np.abs(loadings - before).max(), rounds + 1
    return loadings


def _first_component(correlations: Floats) -> Floats:
    values, vectors = np.linalg.eigh(correlations)
    return np.asarray(vectors[:, -1] * np.sqrt(values[-1]))
