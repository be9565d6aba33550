"""Progress of a long run: when it is shown, what it says, and that nothing is left of it."""

from __future__ import annotations

import io
import itertools
import signal
import sys
from collections.abc import Iterator, Sequence
from typing import Any, cast

import pyte
import pytest

from kelompok_quiz.answers import AnswerBatch
from kelompok_quiz.cli.progress import INTERVAL, PATIENCE, Batches, Meter, progress
from kelompok_quiz.screen.progress_bar import ProgressBar


class Window(io.StringIO):
    """A text stream that is a terminal, or not."""

    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


class Clock:
    """A clock that the test moves."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


class Board:
    """A bar that remembers what it was told."""

    def __init__(self) -> None:
        self.shown: list[tuple[int, float, float | None]] = []
        self.closed = False

    def show(self, people: int, rate: float, share: float | None) -> None:
        self.shown.append((people, rate, share))

    def close(self) -> None:
        self.closed = True


def batches(*sizes: int) -> Batches:
    return cast("Batches", [range(size) for size in sizes])


def run(clock: Clock, board: Board, sizes: Sequence[int], seconds: Sequence[float]) -> Meter:
    """Follow batches, each of which takes some seconds."""
    meter = Meter(lambda: 0.5, lambda: board, clock)
    passed = []
    for batch, took in zip(meter.follow(batches(*sizes)), seconds, strict=True):
        clock.now += took
        passed.append(len(batch))
    assert passed == list(sizes)
    return meter


def test_a_short_run_shows_nothing() -> None:
    board = Board()
    meter = run(Clock(), board, [30, 30], [0.4, 0.5])
    meter.close()
    assert board.shown == []
    assert not board.closed


def test_a_long_run_shows_people_speed_and_share_after_the_first_second() -> None:
    board = Board()
    run(Clock(), board, [100, 200, 300], [0.5, PATIENCE, 1.0]).close()
    assert board.shown == [(300, 200.0, 0.5), (600, 240.0, 0.5)]
    assert board.closed


def test_it_is_drawn_only_a_few_times_a_second() -> None:
    board = Board()
    run(Clock(), board, [1] * 110, [PATIENCE, *[INTERVAL / 10] * 109])
    assert len(board.shown) == 11


@pytest.mark.parametrize(
    ("quiet", "terminal", "term", "drawn"),
    [
        (False, True, "xterm", True),
        (True, True, "xterm", False),
        (False, False, "xterm", False),
        (False, True, "dumb", False),
    ],
    ids=["shown", "quiet", "no terminal", "dumb terminal"],
)
def test_it_is_shown_only_to_somebody_who_looks(
    monkeypatch: pytest.MonkeyPatch, *, quiet: bool, terminal: bool, term: str, drawn: bool
) -> None:
    monkeypatch.setattr(sys, "stderr", told := Window(terminal=terminal))
    monkeypatch.setenv("TERM", term)
    with progress(lambda: None, quiet=quiet, patience=0.0) as followed:
        assert [len(batch) for batch in followed(batches(5, 7))] == [5, 7]
    assert ("5 orang" in told.getvalue()) is drawn


def test_what_was_shown_is_gone_when_the_run_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", told := Window(terminal=True))
    monkeypatch.setenv("TERM", "xterm")
    progressing = progress(lambda: None, quiet=False, patience=0.0)
    with pytest.raises(ZeroDivisionError), progressing as f:
        fail_at_the_second(f(batches(5, 7)))
    assert "5 orang" in told.getvalue()
    assert screen(told.getvalue()) == []


def fail_at_the_second(followed: Iterator[AnswerBatch]) -> None:
    next(followed)
    next(followed)
    raise ZeroDivisionError


# What is drawn


def screen(drawn: str, width: int = 80) -> list[str]:
    """The lines of a terminal that are not blank."""
    display = pyte.Screen(width, 5)
    pyte.Stream(display).feed(drawn.replace("\n", "\r\n"))
    return [line.rstrip() for line in display.display if line.strip()]


@pytest.mark.parametrize("width", [80, 40])
@pytest.mark.parametrize("share", [None, 0.0, 0.379, 1.0])
def test_the_line_fits_the_terminal_and_leaves_no_trace(
    monkeypatch: pytest.MonkeyPatch, width: int, share: float | None
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", str(width))
    told = Window(terminal=True)
    bar = ProgressBar(told)
    bar.show(8_192, 54_321.6, 0.1)
    bar.show(270_336, 54_321.6, share)
    (line,) = screen(told.getvalue(), width)
    expected = {None: "", 0.0: ", 0%", 0.379: ", 37%", 1.0: ", 100%"}[share]
    assert line.startswith(f"270.336 orang, 54.322 per detik{expected}")
    assert ("━" in line) is (share is not None)
    bar.close()
    assert screen(told.getvalue(), width) == []


def test_the_cursor_is_there_again_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    told = Window(terminal=True)
    bar = ProgressBar(told)
    bar.show(1, 1.0, None)
    bar.close()
    display: Any = pyte.Screen(80, 5)
    pyte.Stream(display).feed(told.getvalue())
    assert not display.cursor.hidden


class Interrupting(Window):
    """A terminal; at the chosen call a signal arrives before what was written is on its way."""

    def __init__(self, call: int) -> None:
        super().__init__(terminal=True)
        self.calls = itertools.count()
        self._call = call

    def flush(self) -> None:
        if next(self.calls) == self._call:
            signal.raise_signal(signal.SIGTERM)


def interrupt(_number: int, _frame: object) -> None:
    raise KeyboardInterrupt


def draw(told: Window) -> None:
    """Two lines, one after the other, and the end of them, as a run does it."""
    bar = ProgressBar(told)
    try:
        bar.show(1, 1.0, 0.1)
        bar.show(2, 1.0, 0.2)
    finally:
        bar.close()


def test_nothing_is_left_whenever_a_signal_interrupts_the_drawing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "60")
    undisturbed = Interrupting(-1)
    draw(undisturbed)
    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        for call in range(next(undisturbed.calls)):
            told = Interrupting(call)
            with pytest.raises(KeyboardInterrupt):
                draw(told)
            assert "per detik" in told.getvalue() or call == 0
            assert screen(told.getvalue(), 60) == []
            assert signal.getsignal(signal.SIGTERM) is interrupt
    finally:
        signal.signal(signal.SIGTERM, before)
