"""Progress of a long run at a real terminal: there while it lasts, gone afterwards."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable

import pytest

from kelompok_quiz.profile.loading import load
from support.terminal_session import SRC, Computer, TerminalSession

SLOW = """
import time
from kelompok_quiz.cli import progress
from kelompok_quiz.scoring import assessment
progress.INTERVAL = 0.0
def assess(*given, real=assessment.assess):
    time.sleep(0.35)
    return real(*given)
assessment.assess = assess
"""
"""What Python reads as it starts: every file takes its time, as a province's would."""
FILES = 6

Run = Callable[..., TerminalSession]


@pytest.fixture
def run(computer: Computer) -> Run:
    order = load().profile.order
    names = [f"kelas-{number}.csv" for number in range(1, FILES + 1)]
    for name in names:
        row = ",".join(["4", "2"] * 25)
        (computer.folder / name).write_text(f"{','.join(order)}\n{row}\n{row}\n", "utf-8")
    (computer.folder / "sitecustomize.py").write_text(SLOW, "utf-8")
    path = os.pathsep.join([str(computer.folder), str(SRC)])

    def start(*words: str, columns: int = 80) -> TerminalSession:
        return computer.start_in_shell("nilai", *names, *words, columns=columns, PYTHONPATH=path)

    return start


@pytest.mark.parametrize("columns", [80, pytest.param(40, marks=pytest.mark.lama)])
def test_a_long_run_tells_how_far_it_is_and_clears_up(run: Run, columns: int) -> None:
    session = run("--keluaran", "hasil.csv", columns=columns)
    session.wait(" per detik, ")
    assert sum(" per detik" in row for row in session.rows) == 1
    assert session.end() == 0
    assert " ".join(row for row in session.rows if row) == (
        "12 orang: 12 dinilai, 0 belum bisa ditentukan, 0 ditolak."
    )
    assert session.text.count("orang") == 1


@pytest.mark.lama
def test_the_share_of_the_files_grows(run: Run) -> None:
    session = run("--keluaran", "hasil.csv")
    session.wait(", 50%")
    session.wait(", 83%")
    assert session.end() == 0


@pytest.mark.lama
def test_a_quiet_run_says_nothing(run: Run) -> None:
    session = run("--quiet", "--keluaran", "hasil.csv")
    assert session.end() == 0
    assert session.raw == b""


@pytest.mark.lama
def test_no_bar_is_drawn_among_results_that_appear_on_the_terminal(run: Run) -> None:
    session = run()
    assert session.end() == 0
    assert "12 orang: 12 dinilai" in session.transcript
    assert "per detik" not in session.transcript


@pytest.mark.lama
def test_an_interrupted_run_clears_up_too(run: Run) -> None:
    session = run("--keluaran", "hasil.csv")
    session.wait(" per detik")
    session.kill(signal.SIGTERM)
    assert session.end() == 143
    assert session.text == ""
    assert not session.cursor_hidden
    assert not (session.folder / "hasil.csv").exists()
