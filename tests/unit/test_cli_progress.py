"""Progress of a long run: when it is shown, and that nothing is left of it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import cast

import pytest

from kelompok_quiz.answers import AnswerBatch
from kelompok_quiz.cli.progress import INTERVAL, PATIENCE, Batches, Meter, progress
from support.window import Window, lines_on_screen


class Clock:
    """A clock that the test moves."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


class Board:
    """A bar that remembers the arguments of `show`."""

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
def test_it_is_shown_only_at_a_terminal_and_unless_quiet(
    monkeypatch: pytest.MonkeyPatch, *, quiet: bool, terminal: bool, term: str, drawn: bool
) -> None:
    monkeypatch.setattr(sys, "stderr", window := Window(terminal=terminal))
    monkeypatch.setenv("TERM", term)
    with progress(lambda: None, quiet=quiet, patience=0.0) as followed:
        assert [len(batch) for batch in followed(batches(5, 7))] == [5, 7]
    assert ("5 orang" in window.getvalue()) is drawn


def test_what_was_shown_is_gone_when_the_run_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", window := Window(terminal=True))
    monkeypatch.setenv("TERM", "xterm")
    progressing = progress(lambda: None, quiet=False, patience=0.0)
    with pytest.raises(ZeroDivisionError), progressing as f:
        fail_at_the_second(f(batches(5, 7)))
    assert "5 orang" in window.getvalue()
    assert lines_on_screen(window.getvalue()) == []


def fail_at_the_second(followed: Iterator[AnswerBatch]) -> None:
    next(followed)
    next(followed)
    raise ZeroDivisionError
