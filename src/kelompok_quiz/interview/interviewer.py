"""Whoever asks: on a whole screen or line by line, with the same answers in the end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from kelompok_quiz.interview.pages import Page
from kelompok_quiz.interview.run import Save
from kelompok_quiz.profile import Profile
from kelompok_quiz.sitting import Sitting


class Interviewer(Protocol):
    """Asks at a terminal; what it shows goes to stderr, what it shows of a quiz is gone later.

    Both raise `KeyboardInterrupt` on Ctrl-C or Ctrl-D, and its subclass `Interrupted` on SIGTERM,
    SIGHUP or a lost terminal; the terminal is as it was in every case.
    """

    def choose(self, page: Page) -> int:
        """Ask a question and return the number of the option chosen, from 1."""

    def ask(
        self, profile: Profile, sitting: Sitting, *, kept: Sequence[str] = (), save: Save | None
    ) -> Sitting:
        """Go on with a sitting to its end and return it finished.

        `kept` are the sentences about where answers stay. `save` is given every change before
        the next statement shows. Raise `Left` when the person saves and leaves.
        """
