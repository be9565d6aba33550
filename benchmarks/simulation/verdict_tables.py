"""How often the verdict is right, and how well stability and standard errors say so."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

import numpy as np
from benchmarks.simulation.respondents import Floats
from benchmarks.simulation.samples import AttentiveSample, Simulation
from benchmarks.simulation.table import Table, decimals, percent, percents

from kelompok_quiz.result.batch import NONE, READING_BOUNDS, STABILITY_BOUNDS, Indices

DISTANCES: Final = (0, 2, 4, 6, np.inf)
TENTHS: Final = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)
ONE_SE, TWO_SE = 1.0, 1.96
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
    return Table("1. Verdicts", "% of people of a kind; verdicts lowest first", columns, rows)


def accuracy(simulation: Simulation) -> Table:
    """Error of the fit, and coverage of its standard error."""
    columns = ["people", "right", "off by 2+", "retest", "bias", "RMSE", "mean SE"]
    columns += ["fit 1 SE", "fit 1.96 SE", "scale 1 SE", "scale 1.96 SE"]
    note = "right: band of the true fit, %; retest: same band when answered again, %; "
    note += "points of 100; coverage in % (wanted: 68 and 95)"
    rows = [_accuracy_row(sample) for sample in simulation.attentive]
    return Table("2. Accuracy", note, columns, rows)


def _accuracy_row(sample: AttentiveSample) -> list[str]:
    scores = sample.results.scores
    error = scores.fit - sample.true_fits
    scale_error = scores.score - sample.true_scores
    far = np.abs(sample.results.verdicts.band - sample.true_bands) > 1
    return [
        sample.name,
        *percents([sample.right, far, sample.repeated]),
        *(decimals(error, 1), f"{np.sqrt((error**2).mean()):.1f}", decimals(scores.fit_se, 1)),
        *(percent(np.abs(error) <= width * scores.fit_se) for width in (ONE_SE, TWO_SE)),
        *(percent(np.abs(scale_error) <= width * scores.se) for width in (ONE_SE, TWO_SE)),
    ]


def scales(simulation: Simulation) -> Table:
    """Reliability and error of single scales, by their number of items."""
    sample, key = simulation.ordinary, simulation.key
    rows = []
    for length in sorted(set(key.lengths.tolist())):
        these = key.lengths == length
        observed, true = sample.results.scores.score[these], sample.true_scores[these]
        agreement = [np.corrcoef(o, t)[0, 1] ** 2 for o, t in zip(observed, true, strict=True)]
        se = sample.results.scores.se[these]
        covered = percents(np.abs(observed - true) <= width * se for width in (ONE_SE, TWO_SE))
        rmse = f"{np.sqrt(((observed - true) ** 2).mean()):.1f}"
        rows.append([f"{length} items", f"{np.mean(agreement):.2f}", rmse, decimals(se, 1)])
        rows[-1] += covered
    columns = ["scales of", "reliability", "RMSE", "mean SE", "1 SE", "1.96 SE"]
    note = "attentive; reliability: squared correlation with the true score; points; coverage in %"
    return Table("3. Single scales", note, columns, rows)


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
    columns = ["points to a bound", "fit: people", "right", "retest", "true fit: people"]
    note = "attentive, %, by the distance of the fit and of the true fit from the nearest bound"
    return Table("4. Near a bound", note, [*columns, "right", "retest"], rows)


def stability_bins(simulation: Simulation) -> Table:
    """Whether the computed stability is the rate of being right."""
    sample = simulation.ordinary
    stability = sample.results.verdicts.stability
    rows = []
    for low, high in pairwise(TENTHS):
        here = (stability >= low) & ((stability < high) | (high == 1))
        rows.append([f"{low:.2f} to {high:.2f}", percent(here), decimals(100 * stability[here], 1)])
        rows[-1] += percents([sample.right[here], sample.repeated[here]])
    columns = ["stability", "people", "predicted", "right", "retest"]
    return Table("5. Stability", "attentive, %", columns, rows)


def stability_words(simulation: Simulation) -> Table:
    """The rate of being right by the word for stability that people read."""
    rows = []
    for sample in simulation.attentive:
        stability = sample.results.verdicts.stability
        word = np.digitize(stability, STABILITY_BOUNDS)
        near = sample.results.verdicts.between != NONE
        row = [sample.name]
        for index in range(3):
            here = word == index
            row += percents([here, sample.right[here], sample.repeated[here]])
        rows.append([*row, *percents([near, near & (word == 0)])])
    columns = ["people"]
    for word_shown in ("di perbatasan", "bisa bergeser", "cukup stabil"):
        columns += [word_shown, "right", "retest"]
    columns += ["between", "shown"]
    note = "%; right, retest: of those who read this word; "
    note += "shown: between two bands, and stability below .65"
    return Table("6. Stability in words", note, columns, rows)


def readings(simulation: Simulation) -> Table:
    """How often a belief or a contrast is read as its true score would be."""
    rows = []
    for sample in simulation.attentive:
        true = _reading(sample.true_scores[simulation.key.fit_count :])
        given = sample.results.verdicts.readings
        extreme = given != MIDDLE
        opposite = extreme & (true == HIGH - given)
        rows.append([sample.name, *percents([given == true, opposite])])
        rows[-1] += percents([extreme, given[extreme] == true[extreme]])
    columns = ["people", "right", "opposite", "low or high", "right of these"]
    note = "%; realistic/mixed/myth of beliefs and that/balanced/this of the contrast together"
    return Table("7. Readings outside the fit", note, columns, rows)


def _reading(score: Floats) -> Indices:
    low, high = READING_BOUNDS
    return np.where(score >= high, HIGH, np.where(score <= low, LOW, MIDDLE))
