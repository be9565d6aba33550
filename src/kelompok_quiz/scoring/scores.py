"""Scale scores, their standard errors, and the fit: percent of the maximum possible, 0..100.

Formulas are those of scoring version 2 (`docs/metode.md`). Arrays are (scales, people); NaN is
"has no value".
"""

from __future__ import annotations

import numpy as np

from kelompok_quiz.profile.key import Key
from kelompok_quiz.profile.sufficiency import MOST_UNSCORED_TRAITS, SCALE_SHARE, VERDICT_SHARE
from kelompok_quiz.result.batch import Bools, Floats, Scores, Tally
from kelompok_quiz.scoring.tally import added

LEAST_SPREAD = 0.6
"""The least SD a standard error is made with, for m = 5 (`docs/metode.md`, "Thresholds"): an even
sheet is not an exact one."""


def score(key: Key, tally: Tally) -> Scores:
    """Score every scale of every person and weigh the fit."""
    scored = _scored(key, tally)
    answered, most = np.maximum(tally.answered, 1), key.points - 1
    scores = np.where(scored, 100.0 * tally.steps / (answered * most), np.nan)
    scatter = _scatter(key, tally, scored)
    spread = np.fmax(scatter, LEAST_SPREAD * most / 4)
    se = np.where(scored, 100 / most * spread / np.sqrt(answered), np.nan)
    determined = _determined(key, tally, scored)
    fit_scored = scored[: key.fit_count] & determined
    weight = key.weights[:, np.newaxis] * fit_scored
    total_weight = np.where(determined, weight.sum(axis=0), np.nan)
    favourable = scores[: key.fit_count].copy()
    favourable[key.trait_count :] = 100 - favourable[key.trait_count :]
    weighted = np.where(fit_scored, weight * favourable, np.nan)
    fit_se = np.sqrt(added(np.nan_to_num(weight * se[: key.fit_count]) ** 2)) / total_weight
    return Scores(
        score=scores,
        scatter=scatter,
        spread=spread,
        se=se,
        contribution=weighted / total_weight,
        fit=added(np.nan_to_num(weighted)) / total_weight,
        fit_se=fit_se,
        determined=determined,
    )


def _scored(key: Key, tally: Tally) -> Bools:
    """True if enough items are answered, and one of each key direction that the scale has."""
    part, whole = SCALE_SHARE
    lengths, reverse_lengths = key.lengths[:, np.newaxis], key.reverse_lengths[:, np.newaxis]
    regular_answered = tally.answered - tally.reverse_answered
    scored: Bools = whole * tally.answered >= part * lengths
    scored &= (tally.reverse_answered > 0) | (reverse_lengths == 0)
    scored &= (regular_answered > 0) | (reverse_lengths == lengths)
    return scored


def _scatter(key: Key, tally: Tally, scored: Bools) -> Floats:
    """SD of keyed answers about their scale's mean, pooled over the scored fit scales: (people,).

    NaN where no such scale has two answers.
    """
    pooled = scored[: key.fit_count]
    squares = added(np.where(pooled, tally.within_squares[: key.fit_count], 0))
    freedom = np.where(pooled, tally.answered[: key.fit_count] - 1, 0).sum(axis=0)
    return np.sqrt(squares / np.where(freedom > 0, freedom, np.nan))


def _determined(key: Key, tally: Tally, scored: Bools) -> Bools:
    part, whole = VERDICT_SHARE
    answered = tally.answered[: key.fit_count].sum(axis=0)
    determined: Bools = whole * answered >= part * key.lengths[: key.fit_count].sum()
    determined &= scored[key.trait_count : key.fit_count].all(axis=0)
    determined &= (~scored[: key.trait_count]).sum(axis=0) <= MOST_UNSCORED_TRAITS
    return determined
