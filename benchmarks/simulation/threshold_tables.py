"""The flags with other thresholds, on the same answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final, TypeAlias

import numpy as np
from benchmarks.simulation.respondents import Bools
from benchmarks.simulation.samples import Sample, Simulation, scored
from benchmarks.simulation.table import Table, percent

from kelompok_quiz.result.batch import FLAGS
from kelompok_quiz.scoring.quality import (
    ALTERNATING,
    BALANCED,
    INCONSISTENT,
    LITTLE_SPREAD,
    LONG_STRING,
    REPEATING,
)

Rule: TypeAlias = Callable[[Sample], Bools]

HONEST: Final[Mapping[str, str]] = {
    "attentive": "attent.",
    "acquiescence SD .5": "acq. .5",
    "10 % of reverse items misread": "misread",
    "little spread": "little",
    "undecided, answers 2-4": "und. 2-4",
    "undecided, all answers": "und. all",
    "undecided, mostly 3": "und. 3",
}
MIDDLE: Final = 3
LONG_MIDDLE: Final = 25
LONG_STRINGS: Final = (8, 9, 10, 12, 14)
SPREADS: Final = (0.4, 0.5, 0.6)
REPEATS: Final = (0.5, 0.6, 0.7)
ALTERNATIONS: Final = (7, 8, 9, 10, 11, 12)
CONSISTENCIES: Final = (
    INCONSISTENT,
    *(((0.05, 0.9),), ((0.20, 1.3),), ((0.05, 0.0), (0.20, 1.3)), ((0.0, 0.9), (0.20, 1.3))),
    *(((0.05, 1.0), (0.20, 1.3)), ((0.05, 1.1), (0.20, 1.3)), ((0.10, 1.1), (0.20, 1.3))),
)
BALANCES: Final = (BALANCED, (2.0, 4.0), (2.25, 3.75), (2.4, 3.6))


def _long(sample: Sample, least: int) -> Bools:
    long: Bools = sample.results.quality.longstring >= least
    return long


def _flat(sample: Sample, most: float) -> Bools:
    flat: Bools = sample.results.quality.sd <= most
    return flat


def _repeating(sample: Sample, least: float) -> Bools:
    repeating: Bools = sample.results.quality.autocorrelation >= least
    return repeating


def _alternating(sample: Sample, least: int) -> Bools:
    alternating: Bools = sample.results.quality.alternating >= least
    return alternating


def _straight(sample: Sample, least: int) -> Bools:
    """The whole flag: a long run, or little spread off the centre."""
    neutral = sample.results.quality.flags[FLAGS.index("mostly_neutral")]
    flat_off_centre = _flat(sample, LITTLE_SPREAD) & ~neutral
    straight: Bools = _long(sample, least) | flat_off_centre
    return straight


def _straight_off_centre(sample: Sample, least: int, least_middle: int) -> Bools:
    """The whole flag, if a run of the middle response had to be longer."""
    answers = sample.results.answers.matrix
    without = scored(sample.results.key, np.where(answers == MIDDLE, 0, answers).astype(np.int8))
    straight: Bools = (without.quality.longstring >= least) | _straight(sample, least_middle)
    return straight


def _inconsistent(sample: Sample, parts: Sequence[tuple[float, float]]) -> Bools:
    quality = sample.results.quality
    below = [(quality.consistency < c) & (quality.within_sd >= w) for c, w in parts]
    inconsistent: Bools = np.logical_or.reduce(below)
    return inconsistent


def _leaning(sample: Sample, bounds: tuple[float, float]) -> Bools:
    balanced = sample.results.quality.balanced_mean
    return (balanced < bounds[0]) | (balanced > bounds[1])


def straight_lines(simulation: Simulation) -> Table:
    """Other minimal lengths of a run of one answer, and other minimal spreads."""
    rules: dict[str, Rule] = {
        f"longstring ≥ {n}{_star(n == LONG_STRING)}": partial(_long, least=n) for n in LONG_STRINGS
    }
    rules |= {f"sd ≤ {s:.2f}{_star(s == LITTLE_SPREAD)}": partial(_flat, most=s) for s in SPREADS}
    rules |= {
        f"run ≥ {n}, or flat off centre{_star(n == LONG_STRING)}": partial(_straight, least=n)
        for n in (LONG_STRING, 12)
    }
    rules[f"run ≥ {LONG_STRING} (of {MIDDLE}: ≥ {LONG_MIDDLE}), or flat"] = partial(
        _straight_off_centre, least=LONG_STRING, least_middle=LONG_MIDDLE
    )
    careless = {"straight": "straight", "straight, 15 % off by one": "15 % off"}
    careless |= {
        "straight, 25 % any": "25 % any",
        "second half straight": "half str.",
        "random round the middle": "rnd mid.",
    }
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
    """Other bounds on agreeing regardless of content."""
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
        [label, *(percent(rule(sample)) for sample in samples)] for label, rule in rules.items()
    ]
    return Table(title, "% of people of a kind; * is shipped", ["rule", *names.values()], rows)
