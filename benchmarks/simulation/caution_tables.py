"""How anti-traits change verdicts, and how often rightly."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np
from benchmarks.simulation.respondents import Bools, Floats
from benchmarks.simulation.samples import AttentiveSample, Simulation
from benchmarks.simulation.table import Table, decimals, percents

from kelompok_quiz.result.batch import CAUTION_LEVELS, DECIMALS, Indices
from kelompok_quiz.scoring.scores import LEAST_SPREAD

WATCH, CAP, ALL = (CAUTION_LEVELS.index(level) for level in ("watch", "cap", "all"))
CLEARLY: Final = 10.0
MARGINS: Final = (0.0, 0.5, 1.0, 1.5, 2.0)
FAIREST: Final = 87.5
"""The flat bound that comes nearest to the shipped margin."""
DECIDED: Final = "decided, mostly 1 and 5"
BOUNDS: Final = (65, 70, 75, 80)
NEUTRAL: Final = 50
FLAT: Final = (81.25, 87.5, 93.75)
"""Scores of four items from which a cap could also be given whatever the error."""


def cautions(simulation: Simulation) -> Table:
    """How many people are cautioned, and how rightly, by scale."""
    rows = [_caution_row(sample) for sample in (*simulation.attentive, *simulation.items)]
    bound = _bound(simulation.ordinary)
    columns = ["people", "watch", "cap", "all", "verdict≠band", f"truly ≥{bound}"]
    columns += ["hit: watch+", "cap", "false: watch+", "cap", "clear false: watch+", "cap"]
    note = f"people in %, then % of single anti-traits: hit among those truly ≥ {bound}, false "
    note += f"among those truly < {bound}, clear false among those truly ≤ {bound - CLEARLY:g}"
    return Table("Cautions", note, columns, rows)


def _caution_row(sample: AttentiveSample) -> list[str]:
    level, bound = sample.results.verdicts.cautions, _bound(sample)
    true = _true_anti(sample)
    has, watched, capped = true >= bound, level >= WATCH, level >= CAP
    changed = sample.results.verdicts.verdict != sample.results.verdicts.band
    highest = level.max(axis=0)
    people = [highest == WATCH, highest == CAP, highest == ALL, changed, has.any(axis=0)]
    groups = [has, ~has, true <= bound - CLEARLY]
    rates = [reached[group] for group in groups for reached in (watched, capped)]
    return [sample.name, *percents([*people, *rates])]


def by_score(simulation: Simulation) -> Table:
    """What the score of an anti-trait says, and how often it is a cap."""
    sample, rows = simulation.ordinary, []
    bound, true = _bound(sample), _true_anti(sample)
    score = _anti(sample, sample.results.scores.score)
    for value in sorted(set(score[score >= bound - CLEARLY].tolist())):
        here = score == value
        rates = [true[here] >= least for least in (bound, bound - CLEARLY, NEUTRAL)]
        rows.append([f"{value:g}", f"{here.sum()}", decimals(true[here], 1)])
        rows[-1] += percents([*rates, _capped(sample)[here]])
    columns = [
        "score",
        "scales",
        "mean true",
        f"truly ≥{bound}",
        f"≥{bound - CLEARLY:g}",
        "≥50",
        "cap",
    ]
    return Table("High anti-traits", "attentive; % of the scales with this score", columns, rows)


def elsewhere(simulation: Simulation) -> Table:
    """Whether a cap hangs on the scatter of the other scales."""
    sample, rows = simulation.ordinary, []
    score = _anti(sample, sample.results.scores.score)
    scatter = np.broadcast_to(sample.results.scores.scatter, score.shape)
    third, two_thirds = np.quantile(sample.results.scores.scatter, [1 / 3, 2 / 3])
    evenness = {"even": scatter < third, "scattered": scatter >= two_thirds}
    for value in (_bound(sample), *FLAT):
        row = [f"{value:g}"]
        for here in evenness.values():
            group = (score == value) & here
            row += percents([_capped(sample)[group], _true_anti(sample)[group] >= _bound(sample)])
        rows.append(row)
    columns = ["score"]
    for name in evenness:
        columns += [f"{name}: cap", f"truly ≥{_bound(sample)}"]
    note = "attentive; % of the scales with this score on the third of sheets with the least and "
    note += "the most scatter within scales"
    return Table("Caps and scatter elsewhere", note, columns, rows)


def floor_by_kind(simulation: Simulation) -> Table:
    """Caps without and with the floor of s."""
    rows = []
    for sample in simulation.attentive:
        true, bound = _true_anti(sample), _bound(sample)
        row = [sample.name]
        for floor in (0.0, LEAST_SPREAD):
            capped = _capped(sample, floor=floor)
            row += percents([np.logical_or.reduce(capped), capped[true < bound]])
            row += percents([true[capped] >= bound, true[capped] >= bound - CLEARLY])
        rows.append(row)
    columns = ["people"]
    for name in ("no floor", "floor"):
        columns += [f"{name}: people", "false", f"truly ≥{bound}", f"≥{bound - CLEARLY:g}"]
    note = "% of people capped; false: of single anti-traits truly under the bound; % of caps"
    return Table("Caps without and with the floor", note, columns, rows)


def bounds(simulation: Simulation) -> Table:
    """Cautions from other scores; the truth is cut at the same score."""
    sample, rows = simulation.ordinary, []
    true, score = _true_anti(sample), _anti(sample, sample.results.scores.score)
    for bound in BOUNDS:
        watched, capped = score >= bound, _capped(sample, bound=bound)
        has, star = true >= bound, "*" * (bound == _bound(sample))
        people = [np.logical_or.reduce(each) for each in (watched, capped, has)]
        rates = [group[here] for here in (has, ~has) for group in (watched, capped)]
        rows.append([f"{bound}{star}", *percents([*people, *rates])])
    columns = ["from", "people: watch+", "cap", "truly", "hit: watch+", "cap"]
    columns += ["false: watch+", "cap"]
    note = "attentive; % of people, then % of single anti-traits as in the table of cautions"
    return Table("Cautions from other scores", note, columns, rows)


def margins(simulation: Simulation) -> Table:
    """Capping from score − b·SE for several b, and from flat scores."""
    sample = simulation.ordinary
    rules: Mapping[str, Bools] = {
        **{f"{b:g} SE{'*' * (b == 1)}": _capped(sample, b) for b in MARGINS},
        **{f"score ≥ {s:g}": _anti(sample, sample.results.scores.score) >= s for s in FLAT},
        "no cap": _capped(sample, np.inf),
    }
    rows = [[name, *_margin_row(sample, capped)] for name, capped in rules.items()]
    decided = simulation.attentive_named(DECIDED)
    flat = _anti(decided, decided.results.scores.score) >= FAIREST
    rows.append(["1 SE*, decided", *_margin_row(decided, _capped(decided))])
    rows.append([f"score ≥ {FAIREST:g}, decided", *_margin_row(decided, flat)])
    bound = _bound(sample)
    columns = ["margin", "lowered", f"truly ≥{bound}", f"truly ≥{bound - CLEARLY:g}"]
    columns += ["verdict right", "hit", "false", "clear hit", "clear false"]
    note = "attentive, then decided; lowered: % of people, and how many of these have a true "
    note += "anti-trait so high; "
    note += f"verdict right: as the true scores, capped from {bound}, give; then % of single "
    note += "anti-traits; * is shipped"
    return Table("The margin of the cap", note, columns, rows)


def _margin_row(sample: AttentiveSample, capped: Bools) -> list[str]:
    true, bound = _true_anti(sample), _bound(sample)
    band = sample.results.verdicts.band
    verdict = _lowered(band, capped)
    lowered, highest = verdict != band, true.max(axis=0)
    agrees = verdict == _lowered(sample.true_bands, true >= bound)
    people = [lowered, highest[lowered] >= bound, highest[lowered] >= bound - CLEARLY, agrees]
    groups = [true >= bound, true < bound, true >= bound + CLEARLY, true <= bound - CLEARLY]
    return percents([*people, *(capped[group] for group in groups)])


def _capped(
    sample: AttentiveSample,
    margin: float = 1.0,
    *,
    floor: float = LEAST_SPREAD,
    bound: int | None = None,
) -> Bools:
    """Which anti-traits reach the bound even when lowered by `margin` SEs made with this floor."""
    bound = _bound(sample) if bound is None else bound
    scores = sample.results.scores
    error = _anti(sample, scores.se) * np.maximum(scores.scatter, floor) / scores.spread
    surely = np.round(_anti(sample, scores.score) - margin * error, DECIMALS)
    capped: Bools = surely >= bound
    return capped


def _lowered(band: Indices, capped: Bools) -> Indices:
    return np.where(capped.any(axis=0), np.maximum(band - 1, 0), band)


def conjunction(simulation: Simulation) -> Table:
    """How often all anti-traits are high, and how many verdicts that rule changes."""
    rows = []
    for sample in simulation.attentive:
        verdicts = sample.results.verdicts
        everything = (verdicts.cautions == ALL).any(axis=0)
        truly = (_true_anti(sample) >= _bound(sample)).all(axis=0)
        capped = _capped(sample)
        changed = verdicts.verdict != _lowered(verdicts.band, capped)
        groups = [everything, truly, everything & truly, everything & (verdicts.band == 0)]
        counts = (f"{group.sum()}" for group in [*groups, everything & changed])
        rows.append([sample.name, f"{len(sample.results)}", *counts])
    columns = ["kind", "people", "all high", "truly", "both", "band lowest", "changed"]
    note = "people; changed: those whose verdict the cap alone would leave higher"
    return Table("All anti-traits at once", note, columns, rows)


def _bound(sample: AttentiveSample) -> int:
    return sample.results.key.profile.rules.caution_from


def _anti(sample: AttentiveSample, scores: Floats) -> Floats:
    key = sample.results.key
    return scores[key.trait_count : key.fit_count]


def _true_anti(sample: AttentiveSample) -> Floats:
    return _anti(sample, sample.true_scores)
