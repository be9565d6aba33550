"""How anti-traits change verdicts, and how often rightly."""

from __future__ import annotations

from typing import Final

import numpy as np
from benchmarks.simulation.respondents import Bools, Floats
from benchmarks.simulation.samples import AttentiveSample, Simulation
from benchmarks.simulation.table import Table, percents

from kelompok_quiz.result.batch import CAUTION_LEVELS, DECIMALS, Indices

WATCH, CAP, ALL = (CAUTION_LEVELS.index(level) for level in ("watch", "cap", "all"))
CLEARLY: Final = 10.0
BUFFERS: Final = (0.0, 0.5, 1.0, 1.5, 2.0)


def cautions(simulation: Simulation) -> Table:
    """How many people are cautioned, and how rightly, by scale."""
    rows = [_caution_row(sample) for sample in simulation.attentive]
    columns = ["people", "watch", "cap", "all", "verdict≠band", "truly ≥70"]
    columns += ["hit: watch+", "cap", "false: watch+", "cap", "clear false: watch+", "cap"]
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
    rates = [reached[group] for group in groups for reached in (watched, capped)]
    return [sample.name, *percents([*people, *rates])]


def buffers(simulation: Simulation) -> Table:
    """Capping from score − b·SE for several b; 1 is shipped."""
    sample = simulation.ordinary
    rows = [[f"{b:g} SE", *_buffer_row(sample, b)] for b in BUFFERS]
    rows.append(["no cap", *_buffer_row(sample, np.inf)])
    columns = ["buffer", "lowered", "truly ≥70", "truly ≥60", "verdict right"]
    columns += ["hit", "false", "clear hit", "clear false"]
    note = "attentive; lowered: % of people, and how many of these have a true anti-trait so high; "
    note += "verdict right: as the true scores, capped from 70, give; then % of single anti-traits"
    return Table("9. The buffer of the cap", note, columns, rows)


def _buffer_row(sample: AttentiveSample, buffer: float) -> list[str]:
    true, bound = _true_anti(sample), _bound(sample)
    capped, band = _capped(sample, buffer), sample.results.verdicts.band
    verdict = _lowered(band, capped)
    lowered, highest = verdict != band, true.max(axis=0)
    agrees = verdict == _lowered(sample.true_bands, true >= bound)
    people = [lowered, highest[lowered] >= bound, highest[lowered] >= bound - CLEARLY, agrees]
    groups = [true >= bound, true < bound, true >= bound + CLEARLY, true <= bound - CLEARLY]
    return percents([*people, *(capped[group] for group in groups)])


def _capped(sample: AttentiveSample, buffer: float) -> Bools:
    """Which anti-traits reach the bound even when lowered by `buffer` SEs."""
    score, se = (_anti(sample, s) for s in (sample.results.scores.score, sample.results.scores.se))
    capped: Bools = np.round(score - buffer * se, DECIMALS) >= _bound(sample)
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
        changed = verdicts.verdict != _lowered(verdicts.band, _capped(sample, 1.0))
        groups = [everything, truly, everything & truly, everything & (verdicts.band == 0)]
        counts = (f"{group.sum()}" for group in [*groups, everything & changed])
        rows.append([sample.name, f"{len(sample.results)}", *counts])
    columns = ["kind", "people", "all high", "truly", "both", "band lowest", "changed"]
    note = "people; changed: those whose verdict the cap alone would leave higher"
    return Table("10. All anti-traits at once", note, columns, rows)


def _bound(sample: AttentiveSample) -> int:
    return sample.results.key.profile.rules.caution_from


def _anti(sample: AttentiveSample, scores: Floats) -> Floats:
    key = sample.results.key
    return scores[key.trait_count : key.fit_count]


def _true_anti(sample: AttentiveSample) -> Floats:
    return _anti(sample, sample.true_scores)
