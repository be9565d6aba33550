"""The flags with other thresholds, on the same answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final, TypeAlias

import numpy as np
from benchmarks.simulation.respondents import Bools
from benchmarks.simulation.samples import Sample, Simulation
from benchmarks.simulation.table import Table, percent

from kelompok_quiz.result.batch import FLAGS
from kelompok_quiz.scoring.quality import (
    ALTERNATING,
    BALANCED,
    INCONSISTENT,
    LITTLE_SPREAD,
    LONG_MIDDLE,
    LONG_STRING,
    REPEATING,
)

Rule: TypeAlias = Callable[[Sample], Bools]

HONEST: Final[Mapping[str, str]] = {
    "attentive": "attent.",
    "acquiescence SD .5": "acq. .5",
    "10 % of reverse items misread": "misread",
    "decided, mostly 1 and 5": "decided",
    "little spread": "little",
    "undecided, answers 2-4": "und. 2-4",
    "undecided, all answers": "und. all",
    "undecided, mostly 3": "und. 3",
}
SLIPS: Final = ", 10 % slips"
RUNS: Final = (8, 9, 10, 11, 12, 14)
MIDDLE_RUNS: Final = (10, 15, 20, 22, 25, 28, 30)
SPREADS: Final = (0.4, 0.5, 0.6)
REPEATS: Final = (0.40, 0.45, 0.50, 0.55, 0.60, 0.70)
ALTERNATIONS: Final = (7, 8, 9, 10, 11, 12)
CONSISTENCIES: Final = (
    INCONSISTENT,
    *(((0.05, 0.9), (0.20, 1.3)), ((0.05, 1.1), (0.20, 1.3)), ((0.10, 1.0), (0.20, 1.3))),
    *(((0.10, 1.2), (0.20, 1.3)), ((0.15, 1.1), (0.20, 1.3)), ((0.15, 1.2), (0.25, 1.3))),
    *(((0.10, 1.1),), ((0.20, 1.3),), ((0.10, 1.1), (0.20, 1.2)), ((0.10, 1.1), (0.25, 1.3))),
)
BALANCES: Final = (BALANCED, (2.0, 4.0), (2.25, 3.75), (2.4, 3.6))


def straight_lines(simulation: Simulation) -> Table:
    """Other lengths of a run of one answer, and other spreads."""
    rules: dict[str, Rule] = {
        f"run of 1, 2, 4, 5 ≥ {n}{_star(n == LONG_STRING)}": partial(_long_other, least=n)
        for n in RUNS
    }
    rules |= {
        f"run of 3 ≥ {n}{_star(n == LONG_MIDDLE)}": partial(_long_middle, least=n)
        for n in MIDDLE_RUNS
    }
    rules |= {f"sd ≤ {s:.2f}{_star(s == LITTLE_SPREAD)}": partial(_flat, most=s) for s in SPREADS}
    rules["the whole flag*"] = _straight_line
    careless = {"straight": "straight", "straight, 15 % off by one": "15 % off"}
    careless |= {
        "straight, 25 % any": "25 % any",
        "second half straight": "half str.",
        "random round the middle": "rnd mid.",
    }
    return _table(simulation, "Other thresholds: straight lines", rules, careless)


def patterns(simulation: Simulation) -> Table:
    """Other bounds on repetition."""
    rules: dict[str, Rule] = {
        f"autocorrelation ≥ {r:.2f}{_star(r == REPEATING)}": partial(_repeating, least=r)
        for r in REPEATS
    }
    rules |= {
        f"alternating ≥ {n}{_star(n == ALTERNATING)}": partial(_alternating, least=n)
        for n in ALTERNATIONS
    }
    careless = {f"cycle of {length}{SLIPS}": f"cycle {length}" for length in (2, 3, 4, 5)}
    careless |= {f"staircase{SLIPS}": "staircase", "random": "random"}
    return _table(simulation, "Other thresholds: patterns (with slips)", rules, careless)


def inconsistency(simulation: Simulation) -> Table:
    """Other bounds on consistency and on the spread within scales."""
    rules: dict[str, Rule] = {
        _named(parts) + _star(parts == INCONSISTENT): partial(_inconsistent, parts=parts)
        for parts in CONSISTENCIES
    }
    careless = {"random": "random", "random round the middle": "rnd mid."}
    careless |= {"hurried, 30 % any": "hurried", "second half random": "half rnd."}
    return _table(simulation, "Other thresholds: inconsistent", rules, careless)


def leanings(simulation: Simulation) -> Table:
    """Other bounds on agreeing regardless of content."""
    rules: dict[str, Rule] = {
        f"outside {low}..{high}{_star((low, high) == BALANCED)}": partial(
            _leaning, limits=(low, high)
        )
        for low, high in BALANCES
    }
    careless = {"random": "random", "second half straight": "half str."}
    return _table(simulation, "Other thresholds: acquiescence", rules, careless)


def _long_other(sample: Sample, least: int) -> Bools:
    long: Bools = sample.longest_other >= least
    return long


def _long_middle(sample: Sample, least: int) -> Bools:
    long: Bools = sample.longest_middle >= least
    return long


def _flat(sample: Sample, most: float) -> Bools:
    flat: Bools = sample.results.quality.sd <= most
    return flat


def _straight_line(sample: Sample) -> Bools:
    raised: Bools = sample.results.quality.flags[FLAGS.index("straight_line")]
    return raised


def _repeating(sample: Sample, least: float) -> Bools:
    repeating: Bools = sample.results.quality.autocorrelation >= least
    return repeating


def _alternating(sample: Sample, least: int) -> Bools:
    alternating: Bools = sample.results.quality.alternating >= least
    return alternating


def _inconsistent(sample: Sample, parts: Sequence[tuple[float, float]]) -> Bools:
    quality = sample.results.quality
    below = [(quality.consistency < c) & (quality.within_sd >= w) for c, w in parts]
    inconsistent: Bools = np.logical_or.reduce(below)
    return inconsistent


def _leaning(sample: Sample, limits: tuple[float, float]) -> Bools:
    balanced = sample.results.quality.balanced_mean
    return (balanced < limits[0]) | (balanced > limits[1])


def _star(shipped: bool) -> str:  # noqa: FBT001
    return "*" * shipped


def _named(parts: Sequence[tuple[float, float]]) -> str:
    return " or ".join(f"C<{c:.2f}, w≥{w:.1f}" for c, w in parts)


def _table(
    simulation: Simulation, title: str, rules: Mapping[str, Rule], careless: Mapping[str, str]
) -> Table:
    names = {**HONEST, **careless}
    samples = [simulation.named(name) for name in names]
    rows = [
        [label, *(percent(rule(sample)) for sample in samples)] for label, rule in rules.items()
    ]
    return Table(title, "% of people of a kind; * is shipped", ["rule", *names.values()], rows)
