"""How often the verdict is right, and with which items and near which bounds it is not."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

import numpy as np
from benchmarks.simulation.samples import AttentiveSample, Simulation
from benchmarks.simulation.table import Table, decimals, percents

from kelompok_quiz.result.batch import READING_BOUNDS, Bools, Floats, Indices

DISTANCES: Final = (0, 2, 4, 6, 8, np.inf)
BOUNDS_BEFORE: Final = (40, 55, 70)
"""The bounds of profile 1.1.0."""
OTHER_READINGS: Final = ((30, 70), READING_BOUNDS, (40, 60))
LOW, MIDDLE, HIGH = range(3)


def verdict_shares(simulation: Simulation) -> Table:
    """The share of people with each verdict."""
    kinds = range(len(simulation.key.profile.verdicts))
    rows = []
    for sample in simulation.samples:
        given, fit = sample.results.verdicts.verdict, sample.results.scores.fit
        changed = given != sample.results.verdicts.band
        shares = percents([*(given == kind for kind in kinds), changed])
        rows.append([sample.name, *shares, f"{np.nanmean(fit):.1f}", f"{np.nanstd(fit):.1f}"])
    columns = ["people", *(verdict.id for verdict in simulation.key.profile.verdicts)]
    columns += ["verdict≠band", "mean fit", "SD"]
    return Table("Verdicts", "% of people of a kind; verdicts lowest first", columns, rows)


def accuracy(simulation: Simulation) -> Table:
    """How often the band is right and comes again, and how far the fit errs."""
    columns = ["people", "right", "off by 2+", "same band", "same verdict", "bias", "RMSE"]
    columns += ["mean SE", "reliability"]
    note = "right: band of the true fit, %; same: when answered again, %; bias, RMSE, SE of the "
    note += "fit in points; reliability: correlation of the fits of both sheets"
    rows = [_accuracy_row(sample) for sample in simulation.attentive]
    return Table("Accuracy", note, columns, rows)


def items(simulation: Simulation) -> Table:
    """What the items cost that are worse than assumed."""
    columns = ["items", "right", "off by 2+", "same band", "same verdict", "bias", "RMSE"]
    columns += ["mean SE", "reliability"]
    note = "attentive people; the truth is that of the assumed items; columns as before"
    rows = [_accuracy_row(sample) for sample in (simulation.ordinary, *simulation.items)]
    rows[0][0] = "as assumed"
    return Table("Weak and desirable items", note, columns, rows)


def _accuracy_row(sample: AttentiveSample) -> list[str]:
    scores = sample.results.scores
    error = scores.fit - sample.true_fits
    far = np.abs(sample.results.verdicts.band - sample.true_bands) > 1
    return [
        sample.name,
        *percents([sample.right, far, sample.repeated, sample.verdict_repeated]),
        *(decimals(error, 1), f"{np.sqrt((error**2).mean()):.1f}", decimals(scores.fit_se, 1)),
        f"{np.corrcoef(scores.fit, sample.again.scores.fit)[0, 1]:.2f}",
    ]


def single_scales(simulation: Simulation) -> Table:
    """Reliability and error of single scales, with assumed and with weak items."""
    rows = [
        row for sample in (simulation.ordinary, *simulation.items) for row in _scale_rows(sample)
    ]
    columns = ["scales of", "reliability", "RMSE", "mean SE"]
    note = "mean over the scales of a length; reliability: correlation of the scores of both "
    note += "sheets; points, against the truth of the assumed items"
    return Table("Single scales", note, columns, rows)


def _scale_rows(sample: AttentiveSample) -> list[list[str]]:
    key, rows = sample.results.key, []
    for length in sorted(set(key.lengths.tolist())):
        these = key.lengths == length
        first, again = sample.results.scores.score[these], sample.again.scores.score[these]
        agreement = [np.corrcoef(*pair)[0, 1] for pair in zip(first, again, strict=True)]
        rmse = np.sqrt(((first - sample.true_scores[these]) ** 2).mean())
        rows.append([f"{length} items, {sample.name}", f"{np.mean(agreement):.2f}", f"{rmse:.1f}"])
        rows[-1].append(decimals(sample.results.scores.se[these], 1))
    return rows


def by_distance(simulation: Simulation) -> Table:
    """How often the band is right near a bound and far from one."""
    sample = simulation.ordinary
    rows = []
    for low, high in pairwise(DISTANCES):
        row = [f"{low:g} to {high:g}" if high < np.inf else f"over {low:g}"]
        for fits in (sample.results.scores.fit, sample.true_fits):
            distance = np.abs(fits[:, np.newaxis] - simulation.key.floors[1:]).min(axis=1)
            here = (distance >= low) & (distance < high)
            row += percents([here, sample.right[here], sample.repeated[here]])
        rows.append(row)
    columns = ["points to a bound", "fit: people", "right", "same", "true fit: people"]
    note = "attentive, %, by the distance of the fit and of the true fit from the nearest bound"
    return Table("Near a bound", note, [*columns, "right", "same"], rows)


def bounds(simulation: Simulation) -> Table:
    """How often a band is right, band by band."""
    rows = []
    for index, verdict in enumerate(simulation.key.profile.verdicts):
        row = [f"{verdict.id} from {verdict.floor}"]
        for name in ("attentive", "general factor .67", "decided, mostly 1 and 5"):
            sample = simulation.attentive_named(name)
            given, true = (
                sample.results.verdicts.band == index,
                sample.true_bands == index,
            )
            row += percents([given, sample.right[given], sample.right[true]])
        rows.append(row)
    columns = ["band", "attentive", "right", "found", "factor .67", "right", "found"]
    columns += ["decided", "right", "found"]
    note = "% of people; right: of those with this band; found: of those truly in it"
    return Table("Band by band", note, columns, rows)


def other_bands(simulation: Simulation) -> Table:
    """The rate of being right with other bounds between the bands."""
    shipped = tuple(simulation.key.profile.inner_bounds)
    rows = []
    for bounds_between in (BOUNDS_BEFORE, shipped):
        for name in ("attentive", "general factor .67", "undecided, all answers"):
            sample = simulation.attentive_named(name)
            fits = (sample.results.scores.fit, sample.true_fits, sample.again.scores.fit)
            first, true, second = (np.searchsorted(bounds_between, fit, "right") for fit in fits)
            label = "/".join(map(str, bounds_between)) + "*" * (bounds_between == shipped)
            shares = [first == band for band in range(len(bounds_between) + 1)]
            rates = percents([first == true, first == second, *shares])
            rows.append([f"{label}, {name}", *rates])
    columns = ["bounds", "right", "same", "lowest", "second", "third", "highest"]
    return Table("Other bounds of bands", "%; * is shipped", columns, rows)


def readings(simulation: Simulation) -> Table:
    """How often a belief or a contrast is read as its true score would be."""
    rows = []
    for sample in simulation.attentive:
        true = sample.true_scores[simulation.key.fit_count :]
        rows.append([sample.name, *_reading_row(sample, true, READING_BOUNDS)])
    for low, high in OTHER_READINGS:
        true = simulation.ordinary.true_scores[simulation.key.fit_count :]
        star = "*" * ((low, high) == READING_BOUNDS)
        row = _reading_row(simulation.ordinary, true, (low, high))
        rows.append([f"attentive, {low} and {high}{star}", *row])
    columns = ["people", "right", "opposite", "low or high", "right of these", "on this side"]
    note = "%; beliefs and contrasts together; on this side: the true score on that side of 50"
    return Table("Readings outside the fit", note, columns, rows)


def _reading_row(sample: AttentiveSample, true: Floats, limits: tuple[int, int]) -> list[str]:
    score = sample.results.scores.score[sample.results.key.fit_count :]
    given, wanted = _reading(score, limits), _reading(true, limits)
    extreme: Bools = given != MIDDLE
    opposite = extreme & (wanted == HIGH - given)
    side = np.sign(true - 50) == given - MIDDLE
    rates = [given == wanted, opposite, extreme, given[extreme] == wanted[extreme], side[extreme]]
    return percents(rates)


def _reading(score: Floats, limits: tuple[int, int]) -> Indices:
    low, high = limits
    return np.where(score >= high, HIGH, np.where(score <= low, LOW, MIDDLE))
