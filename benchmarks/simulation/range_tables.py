"""What a range, a stability and a side of 50 hold: the truth, and a second sheet."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

import numpy as np
from benchmarks.simulation.respondents import Bools, Floats
from benchmarks.simulation.samples import AttentiveSample, Simulation
from benchmarks.simulation.table import Table, decimals, percent, percents

from kelompok_quiz.result.batch import NONE, STABILITY_BOUNDS, rounded
from kelompok_quiz.scoring.scores import LEAST_SPREAD

ONE_SE, TWO_SE = 1.0, 1.96
FLOORS: Final = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8)
STEPS: Final = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1.0)
OTHER_WORDS: Final = ((0.60, 0.80), STABILITY_BOUNDS, (0.65, 0.90), (0.70, 0.90))
FLOOR_KINDS: Final = (
    "attentive",
    "decided, mostly 1 and 5",
    "little spread",
    "undecided, answers 2-4",
    "undecided, mostly 3",
)


def ranges(simulation: Simulation) -> Table:
    """How often a range of one SE holds the truth, and a second sheet's score."""
    rows = []
    for sample in (*simulation.attentive, *simulation.items):
        first, fits = sample.results.scores, simulation.key.fit_count
        second = sample.again.scores
        row = [sample.name, *_held(first.fit, first.fit_se, sample.true_fits, second.fit)]
        for part in (slice(fits), slice(fits, None)):
            true = sample.true_scores[part]
            row += _held(first.score[part], first.se[part], true, second.score[part])
        rows.append(row)
    columns = ["people"]
    for what in ("fit", "scales", "outside"):
        columns += [f"{what}: true", "as shown", "1.96 SE", "second"]
    note = "% within ± 1 SE (wanted: 68, and 95 within 1.96): the true score; the same with score "
    note += "and SE in whole numbers; a second sheet's score; outside: beliefs and contrast"
    return Table("Ranges", note, columns, rows)


def _held(score: Floats, se: Floats, true: Floats, second: Floats) -> list[str]:
    error = np.abs(score - true)
    shown = np.abs(rounded(score, 0) - true) <= rounded(se, 0)
    return percents(
        [error <= ONE_SE * se, shown, error <= TWO_SE * se, np.abs(score - second) <= se]
    )


def widths(simulation: Simulation) -> Table:
    """How wide the ranges are."""
    key, rows = simulation.key, []
    for sample in simulation.attentive:
        se = sample.results.scores.se
        short = key.lengths == key.lengths.min()
        groups = [se[: key.fit_count][these[: key.fit_count]] for these in (short, ~short)]
        groups.append(se[key.fit_count :])
        spread = sample.results.scores.scatter
        rows.append([sample.name, decimals(sample.results.scores.fit_se, 1)])
        rows[-1] += [decimals(group, 1) for group in groups]
        rows[-1] += [decimals(spread), percent(spread < LEAST_SPREAD)]
    columns = ["people", "fit", "short scales", "longer", "outside", "scatter s", "under the floor"]
    note = "mean SE in points; mean scatter of answers within scales; % of sheets under the floor"
    return Table("Width of ranges", note, columns, rows)


def floors(simulation: Simulation) -> Table:
    """The ranges of the fit with other floors of s."""
    samples = [simulation.attentive_named(name) for name in FLOOR_KINDS]
    rows = []
    for floor in FLOORS:
        row = [f"{floor:.1f}{'*' * (floor == LEAST_SPREAD)}"]
        row += [percent(_fit_held(sample, floor)) for sample in samples]
        below = [sample.results.scores.scatter < floor for sample in samples[:2]]
        for with_floor in (0.0, floor):
            held = [_fit_held(sample, with_floor) for sample in samples[:2]]
            row.append(percent(np.concatenate([h[b] for h, b in zip(held, below, strict=True)])))
        rows.append(row)
    columns = ["floor of s", *FLOOR_KINDS, "below: without", "with"]
    note = "% of true fits within ± 1 SE; below: sheets of the first two kinds with an s below "
    note += "this floor, without it and with it; * is shipped"
    return Table("The floor of s", note, columns, rows)


def _fit_held(sample: AttentiveSample, floor: float) -> Bools:
    scores = sample.results.scores
    se = scores.fit_se * np.maximum(scores.scatter, floor) / scores.spread
    held: Bools = np.abs(scores.fit - sample.true_fits) <= se
    return held


def stability(simulation: Simulation) -> Table:
    """Whether the computed stability is the rate of being right."""
    sample = simulation.ordinary
    chance = sample.results.verdicts.stability
    rows = []
    for low, high in pairwise(STEPS):
        here = (chance >= low) & ((chance < high) | (high == 1))
        rows.append([f"{low:.2f} to {high:.2f}", percent(here), decimals(100 * chance[here], 1)])
        rows[-1] += percents([sample.right[here], sample.repeated[here]])
        rows[-1] += percents(_right_with_worse_items(simulation, low, high))
    columns = ["stability", "people", "predicted", "right", "same"]
    columns += ["right: 12 weak", "half weak", "desirable"]
    note = "attentive, %; then the rate of being right with worse items"
    return Table("Stability", note, columns, rows)


def _right_with_worse_items(simulation: Simulation, low: float, high: float) -> Iterator[Bools]:
    for sample in simulation.items:
        chance = sample.results.verdicts.stability
        yield sample.right[(chance >= low) & ((chance < high) | (high == 1))]


def stability_words(simulation: Simulation) -> Table:
    """The rate of being right by the word for stability that people read."""
    rows = []
    for sample in simulation.attentive:
        near = sample.results.verdicts.between != NONE
        border = sample.results.verdicts.stability < STABILITY_BOUNDS[0]
        row = _word_row(sample, STABILITY_BOUNDS)
        rows.append([sample.name, *row, *percents([near, near & border])])
    for limits in OTHER_WORDS:
        star = "*" * (limits == STABILITY_BOUNDS)
        row = _word_row(simulation.ordinary, limits)
        rows.append([f"attentive, {limits[0]:.2f} and {limits[1]:.2f}{star}", *row, "", ""])
    columns = ["people"]
    for word in ("di perbatasan", "bisa bergeser", "cukup stabil"):
        columns += [word, "right", "same"]
    columns += ["between", "shown"]
    note = "%; right, same: of those who read this word; shown: between two bands, on the border"
    return Table("Stability in words", note, columns, rows)


def _word_row(sample: AttentiveSample, limits: tuple[float, float]) -> list[str]:
    word = np.digitize(sample.results.verdicts.stability, limits)
    row = []
    for index in range(3):
        here = word == index
        row += percents([here, sample.right[here], sample.repeated[here]])
    return row


def sides(simulation: Simulation) -> Table:
    """Whether a scale that speaks for or against the job truly lies on that side of 50."""
    rows = []
    for sample in (*simulation.attentive, *simulation.items):
        fits = simulation.key.fit_count
        score, se = sample.results.scores.score[:fits], sample.results.scores.se[:fits]
        same_side = np.sign(score - 50) == np.sign(sample.true_scores[:fits] - 50)
        off, speaks = score != 50, np.abs(score - 50) > se  # noqa: PLR2004 - the neutral score
        again = np.sign(score - 50) == np.sign(sample.again.scores.score[:fits] - 50)
        silent: Bools = ~np.logical_or.reduce(speaks)
        rows.append([sample.name, *percents([off, same_side[off], again[off]])])
        rows[-1] += percents([speaks, same_side[speaks], again[speaks], silent])
    columns = ["people", "off 50", "truly", "again", "beyond 1 SE", "truly", "again", "no scale"]
    note = "% of fit scales; truly, again: on the same side of 50 in truth, on a second sheet; "
    note += "no scale: people of whom no scale is beyond its SE"
    return Table("Sides of 50", note, columns, rows)
