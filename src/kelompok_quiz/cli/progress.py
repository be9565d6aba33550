"""How far a long run is, told on standard error to whoever sits at the terminal."""

from __future__ import annotations

import os
import stat
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Protocol, TypeAlias

from kelompok_quiz.answers import AnswerBatch
from kelompok_quiz.reading import STDIN

PATIENCE = 1.0
"""Seconds that nobody needs to be told about."""
INTERVAL = 0.25
"""Seconds between two looks; more often costs time that the scoring wants."""
DESCRIPTORS = Path("/dev/fd")
"""The files that this process has open; Windows has no such folder and shows no share."""

Batches: TypeAlias = Iterable[AnswerBatch]
Follow: TypeAlias = Callable[[Batches], Iterator[AnswerBatch]]


class Bar(Protocol):
    """What is drawn, until it is closed and gone."""

    def show(self, people: int, rate: float, share: float | None) -> None:
        """Draw people so far, people a second, and the share of the input that is read."""

    def close(self) -> None:
        """Leave the terminal as it was."""


@contextmanager
def progress(inputs: Sequence[Path], *, quiet: bool) -> Iterator[Follow]:
    """Give a function that passes batches on and shows how far they are while it does.

    It shows nothing in the first second, nor where nobody looks. Be quiet where results appear on
    the terminal meanwhile. What was shown is gone when the context ends, in whatever way.
    """
    if quiet or not _can_draw():
        yield iter
        return
    meter = Meter(share_read(inputs), _terminal_bar)
    try:
        yield meter.follow
    finally:
        meter.close()


class Meter:
    """Counts people as they pass and looks at the clock between batches only."""

    def __init__(
        self,
        share: Callable[[], float | None],
        bar: Callable[[], Bar],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Start now; `bar` is called when there is something to show for the first time."""
        self._share, self._make_bar, self._clock = share, bar, clock
        self._bar: Bar | None = None
        self._people = 0
        self._start = clock()
        self._next = self._start + PATIENCE

    def follow(self, batches: Batches) -> Iterator[AnswerBatch]:
        """Pass the batches on and count each when the next one is asked for."""
        for batch in batches:
            yield batch
            self._people += len(batch)
            if self._clock() >= self._next:
                self._show()

    def close(self) -> None:
        """Take away what was shown."""
        if self._bar is not None:
            self._bar.close()

    def _show(self) -> None:
        if self._bar is None:
            self._bar = self._make_bar()
        now = self._clock()
        self._bar.show(self._people, self._people / (now - self._start), self._share())
        self._next = now + INTERVAL


def _can_draw() -> bool:
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def share_read(inputs: Sequence[Path]) -> Callable[[], float | None]:
    """Return a function that tells which part of the bytes of the inputs was read, 0..1.

    It looks at the offsets of the files that this process has open, so no reader has to know of
    it. Where an input has no size, or none of them is open, it tells None.
    """
    files = [each for each in map(_regular, inputs) if each is not None]
    if len(files) < len(inputs) or not sum(each.st_size for each in files):
        return lambda: None
    return partial(_share, files)


def _regular(path: Path) -> os.stat_result | None:
    """What is known of an input, if it is a file with a size."""
    try:
        status = os.fstat(sys.stdin.fileno()) if str(path) == STDIN else path.stat()
    except OSError:
        return None
    return status if stat.S_ISREG(status.st_mode) else None


def _share(files: Sequence[os.stat_result]) -> float | None:
    """The inputs are read one after the other: those before the open one are done."""
    offsets = _offsets()
    before = 0
    for each in files:
        offset = offsets.get((each.st_dev, each.st_ino))
        if offset is not None:
            return min((before + offset) / sum(each.st_size for each in files), 1.0)
        before += each.st_size
    return None


def _offsets() -> dict[tuple[int, int], int]:
    """Where this process stands in every regular file that it has open, by device and inode."""
    offsets = {}
    names = DESCRIPTORS.iterdir() if DESCRIPTORS.is_dir() else ()
    for descriptor in [int(each.name) for each in names]:
        with suppress(OSError):  # the folder itself was open while it was listed
            status = os.fstat(descriptor)
            if stat.S_ISREG(status.st_mode):
                where = os.lseek(descriptor, 0, os.SEEK_CUR)
                offsets[status.st_dev, status.st_ino] = where
    return offsets


def _terminal_bar() -> Bar:
    from kelompok_quiz.screen.progress_bar import ProgressBar

    return ProgressBar(sys.stderr)
