"""How a run can end before its last statement."""

from __future__ import annotations

import signal

HANGUP = int(getattr(signal, "SIGHUP", 1))
"""What a lost terminal ends with, on systems without the signal too."""


class Left(Exception):
    """The person left on purpose, to go on another time."""


class Interrupted(KeyboardInterrupt):
    """The run was ended from outside; `signum` is the signal."""

    def __init__(self, signum: int) -> None:
        """Remember the signal."""
        super().__init__(signum)
        self.signum = signum
