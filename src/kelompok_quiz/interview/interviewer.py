"""Asking at a terminal, on a whole screen or line by line: the promise both keep."""

from __future__ import annotations

import signal
from collections.abc import Sequence
from typing import Protocol

from kelompok_quiz.interview.pages import Page
from kelompok_quiz.interview.quiz import Save
from kelompok_quiz.profile import Profile
from kelompok_quiz.sitting import Sitting

HANGUP = int(getattr(signal, "SIGHUP", 1))
"""The signal of a lost terminal; Windows has none of that name."""


class Left(Exception):
    """The person saved and left, to continue another time."""


class Interrupted(KeyboardInterrupt):
    """The quiz was ended from outside; `signum` is the signal."""

    def __init__(self, signum: int) -> None:
        """Remember the signal."""
        super().__init__(signum)
        self.signum = signum


class Interviewer(Protocol):
    """Asks at a terminal, on stderr; a quiz leaves nothing of itself on a whole screen.

    Both methods raise `KeyboardInterrupt` on Ctrl-C or Ctrl-D and its subclass `Interrupted` on
    SIGTERM, SIGHUP or a lost terminal. The terminal is restored in every case.
    """

    def choose(self, page: Page) -> int:
        """Ask a question and return the number of the chosen option, from 1."""

    def ask(
        self, profile: Profile, sitting: Sitting, *, kept: Sequence[str] = (), save: Save | None
    ) -> Sitting:
        """Continue a sitting to its end and return it finished.

        `kept` are the sentences about where answers stay. `save` gets every change before the next
        statement is shown. Raise `Left` when the person saves and leaves.
        """


def interviewer(*, linear: bool) -> Interviewer:
    """Return the one for this terminal; Windows has terminals on which no screen can be drawn."""
    from kelompok_quiz.interview.linear import LineInterviewer

    if linear:
        return LineInterviewer()
    from kelompok_quiz.interview.application import NoScreen, ScreenInterviewer

    try:
        return ScreenInterviewer()
    except NoScreen:
        return LineInterviewer()
