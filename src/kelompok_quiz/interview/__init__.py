"""The interactive quiz: a profile and a terminal → one person's answers.

prompt_toolkit and questionary are imported when somebody is asked, not before.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from kelompok_quiz.interview.sitting import Interrupted, Sitting
from kelompok_quiz.profile import Profile

if TYPE_CHECKING:
    from prompt_toolkit.input import Input
    from prompt_toolkit.output import Output

__all__ = ["Interrupted", "Sitting", "ask"]


def ask(
    profile: Profile,
    *,
    clock: Callable[[], float] = time.monotonic,
    input: Input | None = None,  # noqa: A002 - prompt_toolkit's own name for it
    output: Output | None = None,
) -> Sitting:
    """Ask every statement of the profile once and return the answers.

    The screen is drawn on stderr and gone afterwards; keys come from the terminal. `clock` gives
    seconds. Raise `KeyboardInterrupt` when the person leaves (Ctrl-C, Ctrl-D), and its subclass
    `Interrupted` on SIGTERM, SIGHUP or a lost terminal; the terminal is restored in every case.
    """
    from kelompok_quiz.interview.application import run

    return run(profile, clock=clock, input=input, output=output)
