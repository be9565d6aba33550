"""The progress of a long run, as a line that is erased when the run is over."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TextIO

from rich.console import Console, RenderableType
from rich.live import Live
from rich.progress_bar import ProgressBar as Bar
from rich.table import Table
from rich.text import Text

from kelompok_quiz.explanation.numbers import thousands
from kelompok_quiz.signals import ENDING_SIGNALS
from kelompok_quiz.words.tables import PROGRESS, PROGRESS_WITH_SHARE

DEFERRED_SIGNALS = [signal.SIGINT, *ENDING_SIGNALS]


class ProgressBar:
    """Draws a line on a terminal at every `show`."""

    def __init__(self, stream: TextIO) -> None:
        """Prepare to draw on a terminal."""
        self._live = Live(
            console=Console(file=stream),
            auto_refresh=False,
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )

    def show(self, people: int, rate: float, share: float | None) -> None:
        """Draw people so far, people a second, and the share 0..1 of the input read."""
        progress = PROGRESS.format(people=thousands(people), rate=thousands(round(rate)))
        shown = Text(progress) if share is None else _with_bar(progress, share)
        with _signals_held():
            self._live.start()
            self._live.update(shown, refresh=True)

    def close(self) -> None:
        """Erase the line and show the cursor again."""
        with _signals_held():
            self._live.stop()


@contextmanager
def _signals_held() -> Iterator[None]:
    """Defer signals: rich, interrupted in a flush, would write the flushed part again."""
    received: list[int] = []

    def hold(number: int, _frame: FrameType | None) -> None:
        received.append(number)

    before = {each: signal.signal(each, hold) for each in DEFERRED_SIGNALS}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
    for number in received[:1]:
        signal.raise_signal(number)


def _with_bar(progress: str, share: float) -> RenderableType:
    line = Table.grid(padding=(0, 1), expand=True)
    line.add_column(no_wrap=True)
    line.add_column(ratio=1)
    text = PROGRESS_WITH_SHARE.format(progress=progress, percent=int(100 * share))
    line.add_row(Text(text), Bar(total=1, completed=share))
    return line
