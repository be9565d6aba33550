"""What the anti-traits do to a verdict, and whether they should."""

from __future__ import annotations

from typing import Final

import numpy as np
from benchmarks.simulation.respondents import Bools, Floats
from benchmarks.simulation.samples import AttentiveSample, Simulation
from benchmarks.simulation.table import Table, percent, percents

from kelompok_quiz.result import CAUTION_LEVELS, DECIMALS, Indices

WATCH, CAP, ALL = (CAUTION_LEVELS.index(level) for level in ("watch", "cap", "all"))
CLEARLY: Final = 10.0
BUFFERS: Final = (0.0, 0.5, 1.0, 1.5, 2.0)


def cautions(simulation: Simulation) -> Table:
    """How many are cautioned, and how rightly, scale by scale."""
    rows = [_caution_row(sample) for sample in simulation.attentive]
    columns = ["people", "watch", "cap", "all", "verdict≠band", "truly ≥70"]
    columns += ["hit: watch+", "cap ", "false: watch+", "cap  ", "clear false: watch+", "cap   "]
    note = "people in %, then % of single anti-traits: hit among those truly ≥ 70, "
    note += "false among those truly < 70, clear false among those truly ≤ 60"
    return Table("8. Cautions", note, columns, rows)


def _caution_row(sample: AttentiveSample) -> list[str]:
    level, bound = sample.results.verdicts.cautions, _bound(sample)
    true = _true_anti(sample)
    has, watched, capped = true >= bound, level >= WATCH, level >= CAP
    changed = sample.results.verdicts.verdict != sample.results.verdicts.band
    highest = level.max(axis=0)
    people = [highest == WATCH, highest == CAP, highest == ALL, changed, has.any(axis=0)]
    groups = [has, ~has, true <= bound - CLEARLY]
    rates = [told[group] for group in groups for told in (watched, capped)]
    return [sample.name, *percents([*people, *rates])]


def buffers(simulation: Simulation) -> Table:
    """What capping from score − b·SE would do for other b; 1 is shipped."""
    sample = simulation.ordinary
    true, bound = _true_anti(sample), _bound(sample)
    score, se = _anti(sample, sample.results.scores.score), _anti(sample, sample.results.scores.se)
    rows = []
    for buffer in BUFFERS:
        capped = np.round(score - buffer * se, DECIMALS) >= bound
        people = capped.any(axis=0) & (sample.results.verdicts.band > 0)
        deserved = (true >= bound).any(axis=0)
        conditions = [people, deserved[people], capped[true >= bound], capped[true < bound]]
        conditions += [capped[true >= bound + CLEARLY], capped[true <= bound - CLEARLY]]
        rows.append([f"{buffer:g} SE", *percents(conditions)])
    columns = ["buffer", "lowered", "rightly", "hit", "false", "clear hit", "clear false"]
    note = "attentive; lowered: % of people; rightly: % of those with a true anti-trait ≥ 70; "
    note += "then % of single anti-traits"
    return Table("9. The buffer of the cap", note, columns, rows)


def conjunction(simulation: Simulation) -> Table:
    """How often all anti-traits meet, and whom the rule about it changes."""
    rows = []
    for sample in simulation.attentive:
        verdicts = sample.results.verdicts
        everything = (verdicts.cautions == ALL).any(axis=0)
        truly = (_true_anti(sample) >= _bound(sample)).all(axis=0)
        changed = everything & (verdicts.verdict != _by_caps_alone(sample))
        lowest = verdicts.band[everything] == 0
        rows.append([sample.name, percent(everything), percent(truly), percent(lowest)])
        rows[-1] += [percent(changed), percent(everything[truly]), percent(truly[everything])]
    columns = ["people", "all high", "truly", "band lowest", "changed", "hit", "rightly"]
    note = "%; band lowest, rightly: of those under the rule; changed: lower than caps alone give"
    return Table("10. All anti-traits at once", note, columns, rows)


def _by_caps_alone(sample: AttentiveSample) -> Indices:
    """The verdict if the rule about all anti-traits did not exist."""
    score, se = (_anti(sample, s) for s in (sample.results.scores.score, sample.results.scores.se))
    capped: Bools = (np.round(score - se, DECIMALS) >= _bound(sample)).any(axis=0)
    band = sample.results.verdicts.band
    return np.where(capped, np.maximum(band - 1, 0), band)


def _bound(sample: AttentiveSample) -> int:
    return sample.results.key.profile.rules.caution_from


def _anti(sample: AttentiveSample, scores: Floats) -> Floats:
    key = sample.results.key
    return scores[key.trait_count : key.fit_count]


def _true_anti(sample: AttentiveSample) -> Floats:
    return _anti(sample, sample.true_scores)
