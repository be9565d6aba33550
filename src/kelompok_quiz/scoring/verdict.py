"""From scores to words: band, cautions, verdict, stability, and the steps into another band.

Scores are compared after rounding to `DECIMALS`. Formulas are those of scoring version 2
(`docs/metode.md`). Arrays are (people,) unless said; an index of -1 and a NaN are "none".
"""

from __future__ import annotations

import math

import numpy as np

from kelompok_quiz.profile.key import Key
from kelompok_quiz.result.batch import (
    CAUTION_LEVELS,
    DECIMALS,
    NONE,
    READING_BOUNDS,
    Bools,
    Counts,
    Floats,
    Indices,
    Scores,
    Tally,
    Verdicts,
)

TOLERANCE = 0.5 * 10.0**-DECIMALS
"""A fit that rounds to a bound has reached it."""
WATCH, CAP, ALL = (CAUTION_LEVELS.index(level) for level in ("watch", "cap", "all"))


def judge(key: Key, tally: Tally, scores: Scores) -> Verdicts:
    """Judge every person of a batch by their scores."""
    fit, fit_se, score = scores.fit, scores.fit_se, scores.score
    # A fit on a bound is in the upper band.
    reached = np.searchsorted(key.floors, np.round(fit, DECIMALS), side="right") - 1
    band = np.where(np.isnan(fit), NONE, reached)
    cautions = _cautions(key, score, scores.se, scores.determined)
    steps_up, steps_down = _changes(key, tally, scores, band)
    return Verdicts(
        band=band,
        verdict=_verdicts(key, band, cautions),
        cautions=cautions,
        readings=_readings(score[key.fit_count :]),
        stability=_stability(key, band, fit, fit_se),
        between=_between(key, fit, fit_se),
        steps_up=steps_up,
        steps_down=steps_down,
    )


def _cautions(key: Key, score: Floats, se: Floats, determined: Bools) -> Indices:
    anti = slice(key.trait_count, key.fit_count)
    caution_from = key.profile.rules.caution_from
    high = np.round(score[anti], DECIMALS) >= caution_from
    surely = np.round(score[anti] - se[anti], DECIMALS) >= caution_from
    level = np.where(surely, CAP, np.where(high, WATCH, 0))
    level = np.where(high.all(axis=0), ALL, level)
    return np.where(determined, level, 0)


def _verdicts(key: Key, band: Indices, cautions: Indices) -> Indices:
    capped = (cautions == CAP).any(axis=0)
    everything = (cautions == ALL).any(axis=0)
    lowered = np.where(capped, np.maximum(band - 1, 0), band)
    verdict = np.where(everything, key.all_anti_traits_verdict, lowered)
    return np.where(band == NONE, NONE, verdict)


def _readings(score: Floats) -> Indices:
    """0 at or under the low bound, 2 at or over the high one, else 1."""
    low, high = READING_BOUNDS
    rounded = np.round(score, DECIMALS)
    reading = 1 + (rounded >= high).astype(np.intp) - (rounded <= low)
    return np.where(np.isnan(score), NONE, reading)


def _stability(key: Key, band: Indices, fit: Floats, fit_se: Floats) -> Floats:
    """The normal probability, with this error, that the band is the right one."""
    lower = np.concatenate(([-np.inf], key.floors[1:]))[band]
    upper = np.concatenate((key.floors[1:], [np.inf]))[band]
    return _normal_cdf((upper - fit) / fit_se) - _normal_cdf((lower - fit) / fit_se)


def _normal_cdf(z: Floats) -> Floats:
    # NumPy has no erf, and SciPy would be a heavy dependency for one function.
    return 0.5 + 0.5 * np.array([math.erf(x) for x in (z * math.sqrt(0.5)).tolist()])


def _between(key: Key, fit: Floats, fit_se: Floats) -> Indices:
    if len(key.floors) == 1:
        return np.full(fit.shape, NONE)
    distance = np.abs(fit - key.floors[1:, np.newaxis])
    nearest = np.where(np.isnan(distance), np.inf, distance).argmin(axis=0)
    near = np.round(distance.min(axis=0) - fit_se, DECIMALS) < 0
    return np.where(near, nearest, NONE)


def _changes(key: Key, tally: Tally, scores: Scores, band: Indices) -> tuple[Indices, Indices]:
    """The fewest steps into the next band up and down: (people,) each."""
    counted = ~np.isnan(scores.contribution)
    answered = np.where(counted, tally.answered[: key.fit_count], 0)
    weight = key.weights[:, np.newaxis] * (answered > 0)
    share: Floats = weight / np.maximum(weight.sum(axis=0), 1)
    # How far one step on scale j moves the fit: w_j/Σw · 100/((m − 1)·n_j).
    worth: Floats = 100 / (key.points - 1) * share / np.maximum(answered, 1)
    # Steps on the scales where each is worth most reach a bound with the fewest.
    first = np.argsort(-worth, axis=0, kind="stable")
    worth = np.take_along_axis(worth, first, axis=0)
    # The steps that the answers of each scale leave for a higher fit, and for a lower one.
    above_least = np.where(answered > 0, tally.steps[: key.fit_count], 0)
    below_most = (key.points - 1) * answered - above_least
    anti = np.arange(key.fit_count)[:, np.newaxis] >= key.trait_count
    up = np.take_along_axis(np.where(anti, above_least, below_most), first, axis=0)
    down = np.take_along_axis(np.where(anti, below_most, above_least), first, axis=0)
    bounds = np.append(key.floors, np.nan)  # no band above the last
    steps_up = _fewest(worth, up, bounds[band + 1] - scores.fit - TOLERANCE)
    steps_down = _fewest(worth, down, scores.fit - bounds[band] + TOLERANCE)
    return steps_up, np.where(band <= 0, NONE, steps_down)


def _fewest(worth: Floats, room: Counts, needed: Floats) -> Indices:
    """The fewest steps, within the room of each scale, that together are worth `needed`.

    `worth`, `room`: (scales, people), the greatest worth first; `needed`: (people,), NaN if there
    is no band on that side.
    """
    gained, taken = np.cumsum(worth * room, axis=0), np.cumsum(room, axis=0)
    # The first scale with which it is enough; before it every step is taken.
    last = (gained >= needed).argmax(axis=0), np.arange(needed.size)
    before, spent = (gained - worth * room)[last], (taken - room)[last]
    steps = spent + np.ceil((needed - before) / worth[last])
    return np.where(np.isnan(steps), NONE, steps).astype(np.intp)
