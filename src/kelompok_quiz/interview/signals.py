"""SIGTERM and SIGHUP end the application first, so that it puts the terminal right."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import threading
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from prompt_toolkit.application import Application

LEAVING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


class Signals:
    """While entered, a signal makes the application exit; `received` remembers which it was.

    A signal that the process ignores (`nohup`) stays ignored. Event loops without signal handlers
    (Windows, another thread) leave signals as they are.
    """

    def __init__(self, application: Application[None]) -> None:
        """Have the handlers installed when the application starts its loop."""
        self.received: int | None = None
        self._application = application
        self._before = {number: signal.getsignal(number) for number in LEAVING}
        application.pre_run_callables.append(self._install)

    def __enter__(self) -> Self:
        """Begin; the handlers come with the loop."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Put back the handlers that were there."""
        if threading.current_thread() is threading.main_thread():
            for number, handler in self._before.items():
                if handler is not None:  # None: not set from Python, and never taken away here
                    signal.signal(number, handler)

    def _install(self) -> None:
        loop = asyncio.get_running_loop()
        for number, handler in self._before.items():
            if handler not in {signal.SIG_IGN, None}:
                with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                    loop.add_signal_handler(number, self._leave, int(number))

    def _leave(self, number: int) -> None:
        self.received = number
        if not self._application.is_done:
            self._application.exit()
