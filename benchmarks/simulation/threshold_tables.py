"""What other thresholds of the flags would do, on the same sheets."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final, TypeAlias

import numpy as np
from benchmarks.simulation.respondents import Bools
from benchmarks.simulation.samples import Simulation
from benchmarks.simulation.table import Table, percent

from kelompok_quiz.quality import (
    ALTERNATING,
    BALANCED,
    INCONSISTENT,
    LITTLE_SPREAD,
    LONG_STRING,
    REPEATING,
)
from kelompok_quiz.result import Quality

Rule: TypeAlias = Callable[[Quality], Bools]

HONEST: Final[Mapping[str, str]] = {
    "attentive": "attent.",
    "acquiescence SD .5": "acq. .5",
    "10 % of reverse items misread": "misread",
    "little spread": "little",
    "undecided, answers 2-4": "und. 2-4",
    "undecided, all answers": "und. all",
    "undecided, mostly 3": "und. 3",
}
LONG_STRINGS: Final = (8, 9, 10, 12, 14)
SPREADS: Final = (0.4, 0.5, 0.6)
REPEATS: Final = (0.5, 0.6, 0.7)
ALTERNATIONS: Final = (7, 8, 9, 11)
CONSISTENCIES: Final = (
    INCONSISTENT,
    *(((0.05, 0.9),), ((0.20, 1.3),), ((0.05, 0.0), (0.20, 1.3)), ((0.0, 0.9), (0.20, 1.3))),
    *(((0.05, 1.0), (0.20, 1.3)), ((0.05, 1.1), (0.20, 1.3)), ((0.10, 1.1), (0.20, 1.3))),
)
BALANCES: Final = (BALANCED, (2.0, 4.0), (2.25, 3.75), (2.4, 3.6))


def _long(quality: Quality, least: int) -> Bools:
    return quality.longstring >= least


def _flat(quality: Quality, most: float) -> Bools:
    return quality.sd <= most


def _repeating(quality: Quality, least: float) -> Bools:
    return quality.autocorrelation >= least


def _alternating(quality: Quality, least: int) -> Bools:
    return quality.alternating >= least


def _inconsistent(quality: Quality, parts: Sequence[tuple[float, float]]) -> Bools:
    below = [(quality.consistency < c) & (quality.within_sd >= w) for c, w in parts]
    return np.array(below).any(axis=0)


def _leaning(quality: Quality, bounds: tuple[float, float]) -> Bools:
    return (quality.balanced_mean < bounds[0]) | (quality.balanced_mean > bounds[1])


def straight_lines(simulation: Simulation) -> Table:
    """Other lengths of a run of one answer, and other least spreads."""
    rules: dict[str, Rule] = {
        f"longstring ≥ {n}{_star(n == LONG_STRING)}": partial(_long, least=n) for n in LONG_STRINGS
    }
    rules |= {f"sd ≤ {s:.2f}{_star(s == LITTLE_SPREAD)}": partial(_flat, most=s) for s in SPREADS}
    careless = {"straight, 15 % off by one": "15 % off", "straight, 25 % any": "25 % any"}
    careless |= {"second half straight": "half str.", "random round the middle": "rnd mid."}
    return _table(simulation, "15. Other thresholds: straight lines", rules, careless)


def patterns(simulation: Simulation) -> Table:
    """Other bounds on repetition."""
    rules: dict[str, Rule] = {
        f"autocorrelation ≥ {r:.1f}{_star(r == REPEATING)}": partial(_repeating, least=r)
        for r in REPEATS
    }
    rules |= {
        f"alternating ≥ {n}{_star(n == ALTERNATING)}": partial(_alternating, least=n)
        for n in ALTERNATIONS
    }
    slips = ", 10 % slips"
    careless = {f"cycle of {length}{slips}": f"cycle {length}" for length in (2, 3, 4, 5)}
    careless |= {f"staircase{slips}": "staircase", "random": "random"}
    return _table(simulation, "16. Other thresholds: patterns (with slips)", rules, careless)


def inconsistency(simulation: Simulation) -> Table:
    """Other bounds on consistency and on the spread within scales."""
    rules: dict[str, Rule] = {
        _named(parts) + _star(parts == INCONSISTENT): partial(_inconsistent, parts=parts)
        for parts in CONSISTENCIES
    }
    careless = {"random": "random", "random round the middle": "rnd mid."}
    careless |= {"second half random": "half rnd."}
    return _table(simulation, "17. Other thresholds: inconsistent", rules, careless)


def leanings(simulation: Simulation) -> Table:
    """Other bounds on agreeing with whatever is said."""
    rules: dict[str, Rule] = {
        f"outside {low}..{high}{_star((low, high) == BALANCED)}": partial(
            _leaning, bounds=(low, high)
        )
        for low, high in BALANCES
    }
    careless = {"random": "random", "second half straight": "half str."}
    return _table(simulation, "18. Other thresholds: acquiescence", rules, careless)


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
        [label, *(percent(rule(sample.results.quality)) for sample in samples)]
        for label, rule in rules.items()
    ]
    return Table(title, "% of people of a kind; * is shipped", ["rule", *names.values()], rows)
