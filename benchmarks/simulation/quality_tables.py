"""Who is flagged, before and after, and the cost of blanks."""

from __future__ import annotations

from typing import Final

import numpy as np
from benchmarks.simulation.respondents import Bools
from benchmarks.simulation.samples import Sample, Simulation
from benchmarks.simulation.table import Table, percents

from kelompok_quiz.result.batch import FLAGS, NONE, QUALITY_LEVELS, STRONG_FLAGS

LONG_BEFORE: Final = 10
REPEATING_BEFORE: Final = 0.60
ALTERNATING_BEFORE: Final = 9
INCONSISTENT_BEFORE: Final = ((0.05, 0.9), (0.20, 1.3))
"""The thresholds of scoring version 1 that differ, for the table of before and after."""


def flags(simulation: Simulation) -> Table:
    """How often each flag is raised, by kind; response times are not simulated."""
    rows = []
    for sample in (*simulation.samples, *simulation.items):
        quality = sample.results.quality
        levels = [quality.level == QUALITY_LEVELS.index(level) for level in ("low", "note")]
        rows.append([sample.name, *percents([*levels, *quality.flags])])
    columns = ["people", "strong", "note only", *FLAGS]
    return Table("Flags", "% of people of a kind", columns, rows)


def before_and_after(simulation: Simulation) -> Table:
    """The flags whose thresholds changed, under the old ones and the new."""
    rows = []
    for sample in simulation.samples:
        old, new = _before(sample), sample.results.quality.flags
        pairs = [(_strong(old), _strong(new)), (_note_only(old), _note_only(new))]
        names = ("straight_line", "pattern", "inconsistent")
        pairs += [(old[FLAGS.index(flag)], new[FLAGS.index(flag)]) for flag in names]
        rows.append([sample.name, *percents([each for pair in pairs for each in pair])])
    columns = ["people"]
    for what in ("strong", "note only", "straight line", "pattern", "inconsistent"):
        columns += [f"{what} before", "after"]
    return Table("Flags before and after", "% of people of a kind", columns, rows)


def _before(sample: Sample) -> Bools:
    """The flags of scoring version 1, (flags, people), for sheets without blanks."""
    quality, flags_before = sample.results.quality, sample.results.quality.flags.copy()
    # Where no run is long, the flag is raised by little spread, whose threshold is the same.
    straight = flags_before[FLAGS.index("straight_line")] | (quality.longstring >= LONG_BEFORE)
    repeating = np.nan_to_num(quality.autocorrelation) >= REPEATING_BEFORE
    low = [(quality.consistency < c) & (quality.within_sd >= w) for c, w in INCONSISTENT_BEFORE]
    flags_before[FLAGS.index("straight_line")] = straight
    flags_before[FLAGS.index("pattern")] = repeating | (quality.alternating >= ALTERNATING_BEFORE)
    flags_before[FLAGS.index("inconsistent")] = np.any(low, axis=0)
    return flags_before


def _strong(raised: Bools) -> Bools:
    strong: Bools = np.logical_or.reduce(raised[:STRONG_FLAGS])
    return strong


def _note_only(raised: Bools) -> Bools:
    note: Bools = np.logical_or.reduce(raised) & ~_strong(raised)
    return note


def flagged(simulation: Simulation) -> Table:
    """Whether the band of an honest person is less often right under a flag."""
    rows = []
    for sample in simulation.attentive:
        raised = sample.results.quality.flags
        named = [raised[FLAGS.index(flag)] for flag in ("inconsistent", "acquiescence")]
        groups = (~raised.any(axis=0), _strong(raised), *named)
        rows.append([sample.name, *percents(sample.right[group] for group in groups)])
    columns = ["people", "no flag", "strong", "inconsistent", "acquiescence"]
    return Table("Band right under a flag", "% of attentive people", columns, rows)


def blanks(simulation: Simulation) -> Table:
    """The cost of random blanks."""
    rows = []
    for sample in simulation.blanks:
        scored, verdicts = sample.results.scores.determined, sample.results.verdicts
        incomplete = sample.results.quality.flags[FLAGS.index("incomplete")]
        lost = np.isnan(sample.results.scores.score)
        both = scored & (sample.again.verdicts.band != NONE)
        rows.append([sample.name, *percents([verdicts.verdict == NONE, incomplete, lost])])
        rows[-1] += percents([sample.right[scored], sample.repeated[both]])
    columns = ["answers", "undetermined", "incomplete", "scales unscored", "right", "same"]
    note = "%; right, and the same band again, of those with a verdict"
    return Table("Random blanks", note, columns, rows)


def designed(simulation: Simulation) -> Table:
    """The ideal and anti-ideal answers."""
    rows = []
    for sample in simulation.designed:
        quality, result = sample.results.quality, sample.results
        verdict = result.key.profile.verdicts[int(result.verdicts.verdict[0])].id
        up = [flag for flag, raised in zip(FLAGS, quality.flags[:, 0], strict=True) if raised]
        rows.append([sample.name, f"{result.scores.fit[0]:.1f}", f"{result.scores.fit_se[0]:.1f}"])
        rows[-1] += [verdict, ", ".join(up) or "none"]
        rows[-1] += [f"{quality.longstring[0]}", f"{quality.alternating[0]}"]
        rows[-1] += [f"{quality.autocorrelation[0]:.2f}", f"{quality.consistency[0]:.2f}"]
    columns = ["answers", "fit", "SE", "verdict", "flags", "longstring", "alternating"]
    columns += ["autocor.", "C"]
    return Table("Designed answers", "one person each", columns, rows)
