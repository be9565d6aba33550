"""Progress of a long run at a real terminal: there while it lasts, gone afterwards."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kelompok_quiz.profile import load
from terminal_session import TerminalSession

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

SLOW = """
import sys, time
from kelompok_quiz.cli import progress, scoring_run
from kelompok_quiz.reading import sources
progress.INTERVAL = 0.0
def assess(*given, real=scoring_run.assess):
    time.sleep(0.6)
    return real(*given)
scoring_run.assess = assess
from kelompok_quiz.__main__ import main
sys.argv[1:] = {words!r}
main()
"""
"""A run in which every file takes its time, as a province's would."""
FILES = 6

Opener = Callable[..., TerminalSession]


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Opener]:
    order = load().profile.order
    names = [f"kelas-{number}.csv" for number in range(1, FILES + 1)]
    for name in names:
        row = ",".join(["4", "2"] * 25)
        (tmp_path / name).write_text(f"{','.join(order)}\n{row}\n{row}\n", "utf-8")
    opened: list[TerminalSession] = []

    def start(*words: str, columns: int = 80) -> TerminalSession:
        script = SLOW.format(words=["nilai", *names, *words])
        opened.append(TerminalSession(tmp_path, script, columns=columns))
        return opened[-1]

    yield start
    for session in opened:
        session.close()


@pytest.mark.parametrize("columns", [80, 40])
def test_a_long_run_tells_how_far_it_is_and_clears_up(run: Opener, columns: int) -> None:
    session = run("--keluaran", "hasil.csv", columns=columns)
    session.wait(" per detik, ")
    assert sum(" per detik" in row for row in session.rows) == 1
    assert session.end() == 0
    assert " ".join(row for row in session.rows if row) == (
        "12 orang: 12 dinilai, 0 belum bisa ditentukan, 0 ditolak."
        if columns == 80
        else "12 orang: 12 dinilai, 0 belum bisa diten tukan, 0 ditolak."
    )
    assert session.text.count("orang") == 1


def test_the_share_of_the_files_grows(run: Opener) -> None:
    session = run("--keluaran", "hasil.csv")
    session.wait(", 50%")
    session.wait(", 83%")
    assert session.end() == 0


@pytest.mark.parametrize("words", [("--quiet", "--keluaran", "hasil.csv"), ("--quiet",)])
def test_a_quiet_run_says_nothing(run: Opener, words: tuple[str, ...]) -> None:
    session = run(*words)
    assert session.end() == 0
    assert session.raw == ""


def test_an_interrupted_run_clears_up_too(run: Opener) -> None:
    session = run("--keluaran", "hasil.csv")
    session.wait(" per detik")
    session.kill(signal.SIGTERM)
    assert session.end() == 143
    assert session.text == ""
    assert not session.cursor_hidden
    assert not (session.folder / "hasil.csv").exists()
