"""Print every table of the simulation: `python -m benchmarks.simulation`."""

from __future__ import annotations

import argparse
import platform
from collections.abc import Callable
from typing import Final

import numpy as np
from benchmarks.simulation import (
    caution_tables,
    quality_tables,
    range_tables,
    threshold_tables,
    verdict_tables,
)
from benchmarks.simulation.samples import Simulation, simulate
from benchmarks.simulation.table import Table

import kelompok_quiz

TABLES: Final[tuple[Callable[[Simulation], Table], ...]] = (
    verdict_tables.verdict_shares,
    verdict_tables.accuracy,
    verdict_tables.items,
    verdict_tables.single_scales,
    verdict_tables.by_distance,
    verdict_tables.bounds,
    verdict_tables.other_bands,
    verdict_tables.readings,
    range_tables.ranges,
    range_tables.widths,
    range_tables.floors,
    range_tables.stability,
    range_tables.stability_words,
    range_tables.sides,
    caution_tables.cautions,
    caution_tables.by_score,
    caution_tables.elsewhere,
    caution_tables.floor_by_kind,
    caution_tables.bounds,
    caution_tables.margins,
    caution_tables.conjunction,
    quality_tables.flags,
    quality_tables.before_and_after,
    quality_tables.flagged,
    quality_tables.blanks,
    quality_tables.designed,
    threshold_tables.straight_lines,
    threshold_tables.patterns,
    threshold_tables.inconsistency,
    threshold_tables.leanings,
)


def main() -> None:
    """Simulate, then print."""
    arguments = _arguments()
    simulation = simulate(arguments.people, arguments.seed)
    print(_heading(simulation))
    for number, table in enumerate(TABLES, start=1):
        print(f"\n{number}. {table(simulation)}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.simulation", description=__doc__)
    people = "attentive people; half as many of every other kind (default: %(default)s)"
    parser.add_argument("--people", type=int, default=20_000, metavar="N", help=people)
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="default: %(default)s")
    return parser.parse_args()


def _heading(simulation: Simulation) -> str:
    profile = simulation.key.profile
    people, others = len(simulation.ordinary.results), len(simulation.careless[0].results)
    versions = f"kuis-karier {kelompok_quiz.__version__}, NumPy {np.__version__}"
    versions += f", Python {platform.python_version()}"
    return (
        f"Simulated answers to {profile.id} {profile.version} ({len(profile.items)} items)\n"
        f"Seed {simulation.seed}; {people} attentive people, {others} of every other kind\n"
        f"{versions}"
    )


if __name__ == "__main__":
    main()
