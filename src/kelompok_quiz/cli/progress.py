"""How far a long run is, on standard error if that is a terminal."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Protocol, TypeAlias

from kelompok_quiz.answers import AnswerBatch

PATIENCE = 1.0
"""Seconds before anything is shown."""
INTERVAL = 0.25
"""Seconds between two looks; more often costs time that the scoring wants."""

Batches: TypeAlias = Iterable[AnswerBatch]
Follow: TypeAlias = Callable[[Batches], Iterator[AnswerBatch]]
Share: TypeAlias = Callable[[], float | None]


class Bar(Protocol):
    """A line on the terminal; it is gone when closed."""

    def show(self, people: int, rate: float, share: float | None) -> None:
        """Draw people so far, people a second, and the share of the input that is read."""

    def close(self) -> None:
        """Leave the terminal as it was."""


@contextmanager
def progress(share: Share, *, quiet: bool, patience: float = PATIENCE) -> Iterator[Follow]:
    """Give a function that passes batches on and shows how far they are while it does.

    `share` returns the share of the input that is read, 0..1, or None. Be quiet where results
    appear on the terminal meanwhile. What was shown is gone when the context ends, in whatever way.
    """
    if quiet or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield iter
        return
    meter = Meter(share, _terminal_bar, patience=patience)
    try:
        yield meter.follow
    finally:
        meter.close()


class Meter:
    """Counts people as they pass and looks at the clock between batches only."""

    def __init__(
        self,
        share: Share,
        bar: Callable[[], Bar],
        clock: Callable[[], float] = time.monotonic,
        patience: float = PATIENCE,
    ) -> None:
        """Start now; `bar` is called when there is something to show for the first time."""
        self._share, self._make_bar, self._clock = share, bar, clock
        self._bar: Bar | None = None
        self._people = 0
        self._start = clock()
        self._next = self._start + patience

    def follow(self, batches: Batches) -> Iterator[AnswerBatch]:
        """Pass the batches on and count each when the next one is asked for."""
        for batch in batches:
            yield batch
            self._people += len(batch)
            if self._clock() < self._next:
                continue
            if self._bar is None:
                self._bar = self._make_bar()
            now = self._clock()
            self._bar.show(self._people, self._people / (now - self._start), self._share())
            self._next = now + INTERVAL

    def close(self) -> None:
        """Take away what was shown."""
        if self._bar is not None:
            self._bar.close()


def _terminal_bar() -> Bar:
    from kelompok_quiz.screen.progress_bar import ProgressBar

    return ProgressBar(sys.stderr)
