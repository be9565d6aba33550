"""The signals that end a process, as an exception: whatever is open is then closed in order."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

ENDING_SIGNALS = [each for each in signal.Signals if each.name in {"SIGTERM", "SIGHUP"}]
"""Windows has no SIGHUP."""
HANGUP = 1
"""SIGHUP, whose exit code a lost terminal gets on Windows too."""
SIGNAL_BASE = 128
"""What a shell adds to the number of the signal that ended a process."""
REDELIVERY = 0.01
"""Seconds after which a dropped signal is raised again."""


class Interrupted(SystemExit):
    """A signal ends the process; `signum` is its number, `code` the exit code.

    Not a `KeyboardInterrupt`: on Ctrl-C a program may ask or go on, after a signal it must end.
    """

    def __init__(self, signum: int) -> None:
        """Derive the exit code from the signal."""
        super().__init__(SIGNAL_BASE + signum)
        self.signum = signum


@contextmanager
def interruptions() -> Iterator[None]:
    """Turn SIGTERM and SIGHUP into `Interrupted`.

    A signal that is ignored (`nohup`) or already handled is left alone. Once one has come, further
    ones are ignored: they must not interrupt the closing.
    """
    free = [each for each in ENDING_SIGNALS if signal.getsignal(each) is signal.SIG_DFL]
    hook = sys.unraisablehook

    def redeliver(unraisable: UnraisableHookArgs) -> None:
        # Python drops an exception raised in a destructor or in a weakref's callback, such as
        # those of importlib's locks while NumPy loads; the signal would be lost with it.
        dropped = unraisable.exc_value
        if isinstance(dropped, Interrupted | KeyboardInterrupt):
            number = signal.SIGINT
            if isinstance(dropped, Interrupted):
                number = signal.Signals(dropped.signum)
                signal.signal(number, _interrupt)
            threading.Timer(REDELIVERY, _send, [number]).start()
        else:
            hook(unraisable)

    for number in free:
        signal.signal(number, _interrupt)
    sys.unraisablehook = redeliver
    try:
        yield
    finally:
        sys.unraisablehook = hook
        for number in free:
            signal.signal(number, signal.SIG_DFL)


def _interrupt(number: int, _frame: FrameType | None) -> None:
    for each in ENDING_SIGNALS:
        signal.signal(each, signal.SIG_IGN)
    raise Interrupted(number)


def _send(number: int) -> None:
    """Send a signal to the main thread, so that a call that blocks it ends."""
    if sys.platform == "win32":
        signal.raise_signal(number)
    else:
        signal.pthread_kill(cast("int", threading.main_thread().ident), number)
