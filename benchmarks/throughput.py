"""Time and peak memory of scoring a million people, relative to copying their file.

Run as `python benchmarks/throughput.py [--people N] [--quoted]`. POSIX only: peak memory is
that of a finished child by the kernel's count. A child begins with the memory of its parent, so
this process stays small: the people are drawn in another one.
"""

from __future__ import annotations

import argparse
import csv
import os
import sys
import tempfile
import time
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

BLOCK = 50_000
"""People drawn at a time."""
SEED = 1
SCORE = [sys.executable, "-m", "kelompok_quiz", "nilai", "--quiet", "--format", "csv"]
COPY = """
import csv, sys
with open(sys.argv[1], newline="") as given, open(sys.argv[2], "w", newline="") as taken:
    csv.writer(taken).writerows(csv.reader(given))
"""


@dataclass(frozen=True)
class Cost:
    """Wall-clock seconds and peak resident memory of a process."""

    seconds: float
    megabytes: float


def main() -> None:
    """Write two files of people, score and copy each, and print the ratios."""
    options = parse_options()
    with tempfile.TemporaryDirectory() as folder:
        for people in (options.people // 10, options.people):
            source = Path(folder, f"{people}.csv")
            writer = get_context("spawn").Process(
                target=write_people, args=(source, people), kwargs={"quoted": options.quoted}
            )
            writer.start()
            writer.join()
            compare(source, people, options.runs)
            source.unlink()


def parse_options() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=1_000_000)
    parser.add_argument("--quoted", action="store_true", help="quote every cell")
    parser.add_argument("--runs", type=int, default=3, help="of which the fastest counts")
    return parser.parse_args()


def write_people(path: Path, people: int, *, quoted: bool) -> None:
    """Write a file of random answers, one person a row."""
    import numpy as np

    from kelompok_quiz.profile.loading import load

    profile = load().profile
    draw = np.random.default_rng(SEED)
    items = [item.id for item in profile.items]
    with path.open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream, quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL)
        rows.writerow(["id", *items])
        for first in range(1, people + 1, BLOCK):
            count = min(BLOCK, people + 1 - first)
            answers = draw.integers(1, profile.points + 1, (count, len(items))).tolist()
            rows.writerows([first + index, *row] for index, row in enumerate(answers))


def compare(source: Path, people: int, runs: int) -> None:
    """Score and copy a file in turn, and print the ratio, the time and the memory."""
    result, copy = source.with_suffix(".result"), source.with_suffix(".copy")
    scoring, copying = [], []
    for _ in range(runs):
        copying.append(cost([sys.executable, "-c", COPY, str(source), str(copy)]))
        scoring.append(cost([*SCORE, "--keluaran", str(result), str(source)]))
    fastest = min(run.seconds for run in scoring)
    ratio = fastest / min(run.seconds for run in copying)
    peak = max(run.megabytes for run in scoring)
    print(f"{people:>10,} people: {ratio:.2f} x a bare copy, {fastest:.1f} s, peak {peak:.0f} MB")
    result.unlink()
    copy.unlink()


def cost(command: list[str]) -> Cost:
    """Run a command to its end; raise if it fails."""
    start = time.perf_counter()
    child = os.posix_spawnp(command[0], command, os.environ)
    _, status, usage = os.wait4(child, 0)
    seconds = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) != 0:
        message = f"failed: {' '.join(command)}"
        raise RuntimeError(message)
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return Cost(seconds, usage.ru_maxrss / unit)


if __name__ == "__main__":
    main()
