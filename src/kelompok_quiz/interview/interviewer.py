"""Asking at a terminal, on a whole screen or line by line: the promise both keep."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from kelompok_quiz.interview.pages import Page
from kelompok_quiz.interview.quiz import Begun, Save
from kelompok_quiz.profile.model import Profile
from kelompok_quiz.signals import HANGUP, Interrupted
from kelompok_quiz.sitting import Sitting


class Left(Exception):
    """The person saved and left, to continue another time."""


class TerminalLost(Interrupted):
    """The terminal is gone, with or without a SIGHUP."""

    def __init__(self) -> None:
        """End as SIGHUP would."""
        super().__init__(HANGUP)


class Interviewer(Protocol):
    """Asks at a terminal, on stderr; a quiz leaves nothing of itself on a whole screen.

    Both methods raise `KeyboardInterrupt` on Ctrl-C or Ctrl-D, `Interrupted` on SIGTERM or SIGHUP,
    and its subclass `TerminalLost`. The terminal is restored in every case.
    """

    def choose(self, page: Page) -> int:
        """Ask a question and return the number of the chosen option, from 1."""

    def ask(
        self,
        profile: Profile,
        sitting: Sitting,
        *,
        kept: Sequence[str] = (),
        save: Save | None,
        begun: Begun | None = None,
    ) -> Sitting:
        """Continue a sitting to its end and return it finished.

        `kept` are the sentences about where answers stay. `save` gets every change before the next
        statement is shown; `begun` is called when the opening is passed. Raise `Left` when the
        person saves and leaves.
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
