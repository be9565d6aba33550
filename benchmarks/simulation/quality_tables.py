"""Who is flagged, and the cost of blanks."""

from __future__ import annotations

import numpy as np
from benchmarks.simulation.samples import Simulation
from benchmarks.simulation.table import Table, percents

from kelompok_quiz.result.batch import FLAGS, NONE, QUALITY_LEVELS, STRONG_FLAGS


def flags(simulation: Simulation) -> Table:
    """How often each flag is raised, by kind; response times are not simulated."""
    rows = []
    for sample in simulation.samples:
        quality = sample.results.quality
        levels = [quality.level == QUALITY_LEVELS.index(level) for level in ("low", "note")]
        rows.append([sample.name, *percents([*levels, *quality.flags])])
    columns = ["people", "strong", "note only", *FLAGS]
    return Table("11. Flags", "% of people of a kind", columns, rows)


def flagged(simulation: Simulation) -> Table:
    """Whether the band of an honest person is less often right under a flag."""
    rows = []
    for sample in simulation.attentive:
        quality = sample.results.quality
        bare = ~quality.flags.any(axis=0)
        strong = quality.flags[:STRONG_FLAGS].any(axis=0)
        named = [quality.flags[FLAGS.index(flag)] for flag in ("inconsistent", "acquiescence")]
        rows.append([sample.name])
        rows[-1] += percents(sample.right[group] for group in (bare, strong, *named))
    columns = ["people", "no flag", "strong", "inconsistent", "acquiescence"]
    return Table("12. Band right under a flag", "% of attentive people", columns, rows)


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
    columns = ["answers", "undetermined", "incomplete", "scales unscored", "right", "retest"]
    note = "%; right and retest of those with a verdict"
    return Table("13. Random blanks", note, columns, rows)


def designed(simulation: Simulation) -> Table:
    """The ideal and anti-ideal answers."""
    rows = []
    for sample in simulation.designed:
        quality, result = sample.results.quality, sample.results
        verdict = result.key.profile.verdicts[int(result.verdicts.verdict[0])].id
        up = [flag for flag, raised in zip(FLAGS, quality.flags[:, 0], strict=True) if raised]
        rows.append([sample.name, f"{result.scores.fit[0]:.1f}", verdict, ", ".join(up) or "none"])
        rows[-1] += [f"{quality.longstring[0]}", f"{quality.alternating[0]}"]
        rows[-1] += [f"{quality.autocorrelation[0]:.2f}", f"{quality.consistency[0]:.2f}"]
    columns = ["answers", "fit", "verdict", "flags", "longstring", "alternating", "autocor.", "C"]
    return Table("14. Designed answers", "one person each", columns, rows)
