"""Sums → the figures of every scale and item."""

from __future__ import annotations

import math
from fractions import Fraction

from kelompok_quiz.cohort.recap import (
    GroupSpread,
    ItemFigures,
    Minimums,
    ScaleFigures,
    Spread,
)
from kelompok_quiz.cohort.reliability import Reliability
from kelompok_quiz.cohort.sums import ItemSums, PeopleSums, Whole
from kelompok_quiz.profile.key import Key
from kelompok_quiz.result.batch import rounded


def spread(key: Key, scores: Whole) -> Spread:
    """Return number, mean and SD (n − 1) of scores 0..100 from their sums, (answered, 3)."""
    people = int(scores[:, 0].sum())
    if not people:
        return Spread(0, None, None)
    unit = 100 / (key.points - 1)
    total, squares = (_mean_steps(scores[:, power], power) for power in (1, 2))
    sd = None if people == 1 else math.sqrt((squares - total**2 / people) / (people - 1)) * unit
    return Spread(people, float(total / people) * unit, sd)


def _mean_steps(sums: Whole, power: int) -> Fraction:
    """Add up people's mean steps an answer, to a power, from the sums by number of answers.

    Exact, so that the order of the batches does not change the last digit.
    """
    found = enumerate(sums.tolist())
    return sum((Fraction(total, answered**power) for answered, total in found if total), Fraction())


def in_points(found: Spread) -> GroupSpread:
    """Return mean and SD half-up in whole points: more digits would disclose the counts."""
    mean, sd = (None if each is None else int(rounded(each, 0)) for each in (found.mean, found.sd))
    return GroupSpread(mean, sd)


def scale_figures(
    key: Key, people: PeopleSums, items: ItemSums, minimums: Minimums
) -> dict[str, ScaleFigures]:
    """Return the figures of every scale in output order, over the first group of `people`."""
    return {
        scale.id: _scale(key, index, spread(key, people.scores[0, index]), items, minimums)
        for index, scale in enumerate(key.profile.scales)
    }


def coarse(figures: ScaleFigures) -> ScaleFigures:
    """Return only the number of people with a score, and their mean and SD in whole points."""
    points = in_points(figures.scored)
    return ScaleFigures(
        scored=Spread(figures.scored.n, points.mean, points.sd), n_complete=figures.n_complete
    )


def _scale(
    key: Key, scale: int, scored: Spread, sums: ItemSums, minimums: Minimums
) -> ScaleFigures:
    unit, found = 100 / (key.points - 1), Reliability(sums.moments[scale])
    enough = found.people >= minimums.alpha
    return ScaleFigures(
        scored=scored,
        n_complete=found.people,
        mean=None if found.mean is None else (found.mean - 1) * unit,
        sd=None if found.sd is None else found.sd * unit,
        alpha=found.alpha if enough else None,
        alpha_ci95=found.alpha_interval if enough else None,
        std_alpha=found.standardised_alpha if enough else None,
        sem=found.sem * unit if enough and found.sem is not None else None,
        omega_total=found.omega_total if found.people >= minimums.omega else None,
        items=_items(key, scale, sums, found, minimums),
    )


def _items(
    key: Key, scale: int, sums: ItemSums, found: Reliability, minimums: Minimums
) -> dict[str, ItemFigures]:
    """The items of a scale in the profile's order; the sums have them in presented order."""
    enough = found.people >= minimums.item_total
    figures = {
        key.profile.items[column].id: _item(
            sums.responses[column],
            found.r_drop(position) if enough else None,
            found.alpha_if_dropped(position) if enough else None,
        )
        for position, column in enumerate(key.columns[scale].tolist())
    }
    return {item.id: figures[item.id] for item in key.profile.scales[scale].items}


def _item(responses: Whole, r_drop: float | None, alpha_if_dropped: float | None) -> ItemFigures:
    """Number, mean and SD (n − 1) of the keyed answers, and how many are missing."""
    missing, *counts = responses.tolist()
    n = sum(counts)
    total = sum(answer * count for answer, count in enumerate(counts, start=1))
    squares = sum(answer**2 * count for answer, count in enumerate(counts, start=1))
    return ItemFigures(
        n=n,
        mean=total / n if n else None,
        sd=math.sqrt((n * squares - total**2) / (n * (n - 1))) if n > 1 else None,
        missing=missing,
        r_drop=r_drop,
        alpha_if_dropped=alpha_if_dropped,
    )
