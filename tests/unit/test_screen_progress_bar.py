"""The line of progress as it is drawn and erased."""

from __future__ import annotations

import itertools
import signal
from typing import Any

import pyte
import pytest

from kelompok_quiz.screen.progress_bar import ProgressBar
from support.window import Window, lines_on_screen


@pytest.mark.parametrize("width", [80, 40])
@pytest.mark.parametrize("share", [None, 0.0, 0.379, 1.0])
def test_the_line_fits_the_terminal_and_leaves_no_trace(
    monkeypatch: pytest.MonkeyPatch, width: int, share: float | None
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", str(width))
    window = Window(terminal=True)
    bar = ProgressBar(window)
    bar.show(8_192, 54_321.6, 0.1)
    bar.show(270_336, 54_321.6, share)
    (line,) = lines_on_screen(window.getvalue(), width)
    expected = {None: "", 0.0: ", 0%", 0.379: ", 37%", 1.0: ", 100%"}[share]
    assert line.startswith(f"270.336 orang, 54.322 per detik{expected}")
    assert ("━" in line) is (share is not None)
    bar.close()
    assert lines_on_screen(window.getvalue(), width) == []


def test_the_cursor_is_there_again_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    window = Window(terminal=True)
    bar = ProgressBar(window)
    bar.show(1, 1.0, None)
    bar.close()
    display: Any = pyte.Screen(80, 5)
    pyte.Stream(display).feed(window.getvalue())
    assert not display.cursor.hidden


class Interrupting(Window):
    """A terminal; a signal arrives at the chosen flush, before the text is written."""

    def __init__(self, call: int) -> None:
        super().__init__(terminal=True)
        self.calls = itertools.count()
        self._call = call

    def flush(self) -> None:
        if next(self.calls) == self._call:
            signal.raise_signal(signal.SIGTERM)


def interrupt(_number: int, _frame: object) -> None:
    raise KeyboardInterrupt


def draw(window: Window) -> None:
    """Show twice and close, as a run does."""
    bar = ProgressBar(window)
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
            window = Interrupting(call)
            with pytest.raises(KeyboardInterrupt):
                draw(window)
            assert "per detik" in window.getvalue() or call == 0
            assert lines_on_screen(window.getvalue(), 60) == []
            assert signal.getsignal(signal.SIGTERM) is interrupt
    finally:
        signal.signal(signal.SIGTERM, before)
