"""Sums → the figures of every scale and item."""

from __future__ import annotations

import math
from fractions import Fraction

from kelompok_quiz.cohort.record import (
    GroupSpread,
    ItemFigures,
    Minimums,
    ScaleFigures,
    Spread,
)
from kelompok_quiz.cohort.reliability import Coherence
from kelompok_quiz.cohort.sums import ItemSums, PeopleSums, Whole
from kelompok_quiz.profile import Item
from kelompok_quiz.profile.key import Key
from kelompok_quiz.result import rounded


def scale_figures(
    key: Key, people: PeopleSums, items: ItemSums, minimums: Minimums
) -> dict[str, ScaleFigures]:
    """Return the figures of every scale in output order, over the first group of `people`."""
    return {
        scale.id: _scale(
            key,
            spread(key, people.scores[0, index]),
            _items(key, index, items, minimums),
            Coherence(items.moments[index]),
            minimums,
        )
        for index, scale in enumerate(key.profile.scales)
    }


def spread(key: Key, scores: Whole) -> Spread:
    """Return number, mean and SD (n − 1) of scores 0..100 from their sums, (answered, 3)."""
    people = int(scores[:, 0].sum())
    if not people:
        return Spread(0, None, None)
    unit = 100 / (key.points - 1)
    total, squares = (_by_answered(scores[:, power], power) for power in (1, 2))
    sd = None if people == 1 else math.sqrt((squares - total**2 / people) / (people - 1)) * unit
    return Spread(people, float(total / people) * unit, sd)


def in_points(found: Spread) -> GroupSpread:
    """Return mean and SD half-up in whole points: more digits tell of how many they are made."""
    mean, sd = (None if each is None else int(rounded(each, 0)) for each in (found.mean, found.sd))
    return GroupSpread(mean, sd)


def coarse(figures: ScaleFigures) -> ScaleFigures:
    """Return no more of a scale than how many people have which mean and SD, in whole points."""
    points = in_points(figures.scored)
    return ScaleFigures(
        scored=Spread(figures.scored.n, points.mean, points.sd), n_complete=figures.n_complete
    )


def _by_answered(sums: Whole, power: int) -> Fraction:
    """Add steps, or their squares, each divided by the number of answers they were made with."""
    found = enumerate(sums.tolist())
    return sum((Fraction(total, answered**power) for answered, total in found if total), Fraction())


def _scale(
    key: Key,
    scored: Spread,
    items: dict[str, ItemFigures],
    coherence: Coherence,
    minimums: Minimums,
) -> ScaleFigures:
    unit, mean = 100 / (key.points - 1), coherence.mean
    sd, sem = coherence.sd, coherence.sem
    enough = coherence.people >= minimums.alpha
    return ScaleFigures(
        scored=scored,
        n_complete=coherence.people,
        mean=None if mean is None else (mean - 1) * unit,
        sd=None if sd is None else sd * unit,
        alpha=coherence.alpha if enough else None,
        alpha_ci95=coherence.alpha_interval if enough else None,
        std_alpha=coherence.standardised_alpha if enough else None,
        sem=sem * unit if enough and sem is not None else None,
        omega_total=coherence.omega_total if coherence.people >= minimums.omega else None,
        items=items,
    )


def _items(key: Key, scale: int, sums: ItemSums, minimums: Minimums) -> dict[str, ItemFigures]:
    """The items of a scale in the profile's order; the sums have them in presented order."""
    coherence = Coherence(sums.moments[scale])
    enough = coherence.people >= minimums.item_total
    found = {
        key.profile.items[column].id: _item(
            key.profile.items[column],
            sums.responses[column],
            coherence.r_drop(position) if enough else None,
            coherence.alpha_if_dropped(position) if enough else None,
        )
        for position, column in enumerate(key.columns[scale].tolist())
    }
    return {item.id: found[item.id] for item in key.profile.scales[scale].items}


def _item(
    item: Item, responses: Whole, r_drop: float | None, alpha_if_dropped: float | None
) -> ItemFigures:
    """Add number, mean and SD (n − 1) of the keyed answers, and how many are missing."""
    missing, *counts = responses.tolist()
    keyed = list(enumerate(counts[::-1] if item.reverse else counts, start=1))
    n = sum(counts)
    total = sum(answer * count for answer, count in keyed)
    squares = sum(answer**2 * count for answer, count in keyed)
    return ItemFigures(
        n=n,
        mean=total / n if n else None,
        sd=math.sqrt((n * squares - total**2) / (n * (n - 1))) if n > 1 else None,
        missing=missing,
        r_drop=r_drop,
        alpha_if_dropped=alpha_if_dropped,
    )
