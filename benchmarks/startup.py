"""How long until a command answers, relative to loading its libraries alone.

Run as `python benchmarks/startup.py [--runs N]`. Every command and its yardstick run in turn, so
that both see the same load; the median of each counts. POSIX only: the quiz needs a terminal.
"""

from __future__ import annotations

import argparse
import itertools
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pexpect

from kelompok_quiz.profile.loading import load
from kelompok_quiz.profile.model import Profile

TYPER = (
    "import typer\napp = typer.Typer()\n@app.command()\ndef main(name: str = ''):\n    {}\napp()"
)
"""A bare app: one command with one option."""
YARDSTICKS = {
    "typer": TYPER.format("print(name)"),
    "typer + questionary, yaml": TYPER.format("import questionary, yaml"),
    "typer + numpy, yaml": TYPER.format("import numpy, yaml"),
}
COMMAND = [sys.executable, "-m", "kelompok_quiz"]
PEOPLE = 30
SEED = 1


@dataclass(frozen=True)
class Comparison:
    """A command, its yardstick, and the ratio it should not exceed."""

    name: str
    run: Callable[[], float]
    yardstick: str
    most: float


def main() -> None:
    """Measure every comparison and print its ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=21)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        for each in comparisons(Path(folder)):
            print(f"{each.name:<22} {ratio(each, runs):.2f} x {each.yardstick} (aim {each.most})")


def comparisons(folder: Path) -> list[Comparison]:
    """Return all comparisons; their input is written to a folder."""
    source = folder / "jawaban.csv"
    write_people(source, load().profile)
    score = [*COMMAND, "nilai", str(source), "--quiet", "--keluaran", str(folder / "hasil.csv")]
    return [
        Comparison("--version", lambda: run([*COMMAND, "--version"]), "typer", 1.3),
        Comparison("--help", lambda: run([*COMMAND, "--help"]), "typer", 1.3),
        Comparison("opening of the quiz", show_opening, "typer + questionary, yaml", 1.35),
        Comparison("first statement", show_first_statement, "typer + questionary, yaml", 1.35),
        Comparison(f"nilai of {PEOPLE} people", lambda: run(score), "typer + numpy, yaml", 1.3),
    ]


def write_people(path: Path, profile: Profile) -> None:
    """Write a small class of random answers."""
    draw = random.Random(SEED)  # noqa: S311 - nothing here is a secret
    rows = [["nama", *(item.id for item in profile.items)]]
    for person in range(PEOPLE):
        answers = [str(draw.randint(1, profile.points)) for _ in profile.items]
        rows.append([f"Siswa {person}", *answers])
    path.write_text("".join(",".join(row) + "\n" for row in rows), encoding="utf-8")


def run(command: Sequence[str]) -> float:
    """Return the seconds that a command takes to its end, its output unread."""
    start = time.perf_counter()
    subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def show_opening() -> float:
    """Return the seconds from starting the quiz in a terminal to its opening."""
    return show("lanjut")


def show_first_statement() -> float:
    """Return the seconds to the first statement if Enter is pressed at once."""
    return show("lanjut", "mulai", "1/")


def show(*awaited: str) -> float:
    """Return the seconds until the quiz has shown all these texts, Enter pressed after each."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        quiz = pexpect.spawn(
            COMMAND[0],
            [*COMMAND[1:], "mulai", "--sesi", f"{folder}/sesi.json"],
            encoding="utf-8",
            dimensions=(24, 80),
        )
        quiz.delaybeforesend = None
        # In turn: the same key again at once would count as held down.
        for text, enter in zip(awaited, itertools.cycle("\r\n"), strict=False):
            quiz.expect_exact(text)
            quiz.send(enter)
        taken = time.perf_counter() - start
        quiz.close(force=True)
    return taken


def ratio(comparison: Comparison, runs: int) -> float:
    """Return how many times its yardstick a command takes."""
    script = YARDSTICKS[comparison.yardstick]
    commands, yardsticks = [], []
    for _ in range(runs):
        yardsticks.append(run([sys.executable, "-c", script]))
        commands.append(comparison.run())
    return statistics.median(commands) / statistics.median(yardsticks)


if __name__ == "__main__":
    main()
