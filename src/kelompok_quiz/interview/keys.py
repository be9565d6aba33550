"""What each key does, and when a key is not meant: held down, or part of an escape sequence.

Keys have prompt_toolkit's names; it is not imported.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from enum import Enum
from functools import partial
from typing import TypeAlias

from kelompok_quiz.interview.state import Progress

REPEAT = 0.150
"""Seconds within which the same key again is a repeat: terminals repeat every 33-90 ms."""
LONGEST_REPEAT_DELAY = 1.0
"""Seconds a keyboard waits before a held key repeats, at most: usual settings are 0.25-1 s."""
REPEATS_OF_A_HELD_KEY = 2
"""So many repeats in a row are no double tap: the key is being held."""
SEQUENCE_TAIL = 0.050
"""Seconds after Escape in which keys are the rest of a sequence that nobody typed."""

ESCAPE = "escape"
GLIDING = frozenset({"up", "down"})
"""Keys that may be held: they answer nothing."""

Step: TypeAlias = Callable[[Progress, float], Progress]


class Decision(Enum):
    """What to do about a key: act on it, pass over it, or take back what it last did."""

    ACT = "act"
    IGNORE = "ignore"
    UNDO = "undo"


class KeyGuard:
    """Tells the keys that a person meant from those of a held key or an escape sequence.

    A held key arrives once, again after the keyboard's delay, then in quick succession. That
    first repeat looks like a second press until the next ones come; it is then undone.
    """

    def __init__(self) -> None:
        """Begin with no key seen."""
        self._key = ""
        self._seen = -math.inf
        self._escaped = -math.inf
        self._may_be_repeat = False
        self._repeats = 0

    def judge(self, key: str, now: float) -> Decision:
        """Decide about a key seen now; every key seen must be shown, in order."""
        if key == ESCAPE or now - self._escaped <= SEQUENCE_TAIL:
            self._escaped = now
            return Decision.IGNORE
        gap = now - self._seen if key == self._key else math.inf
        self._key, self._seen = key, now
        return self._press(gap) if gap > REPEAT or key in GLIDING else self._repeat()

    def _press(self, gap: float) -> Decision:
        self._may_be_repeat = gap <= LONGEST_REPEAT_DELAY
        self._repeats = 0
        return Decision.ACT

    def _repeat(self) -> Decision:
        self._repeats += 1
        held = self._may_be_repeat and self._repeats == REPEATS_OF_A_HELD_KEY
        return Decision.UNDO if held else Decision.IGNORE


class Keyboard:
    """Hands the keys of one run to its progress."""

    def __init__(self, progress: Progress, clock: Callable[[], float]) -> None:
        """Begin at this progress; `clock` tells when a key is seen."""
        self.progress = progress
        self._before = progress
        self._clock = clock
        self._guard = KeyGuard()
        self._steps = _steps(progress.points)

    def press(self, key: str) -> None:
        """Do what the key means now; most keys mean nothing."""
        now = self._clock()
        decision = self._guard.judge(key, now)
        if decision is Decision.ACT:
            self._before = self.progress
            self.progress = self._steps.get(key, _stay)(self.progress, now)
        elif decision is Decision.UNDO:
            self.progress = self._before


def _steps(points: int) -> dict[str, Step]:
    digits = {str(n): partial(_answer, n) for n in range(1, points + 1)}
    return {
        **digits,
        "0": Progress.skip,
        "up": lambda progress, _: progress.choose_up(),
        "down": lambda progress, _: progress.choose_down(),
        "c-m": Progress.confirm,
        "c-j": Progress.confirm,
        "c-h": Progress.back,
        "left": Progress.back,
    }


def _answer(response: int, progress: Progress, now: float) -> Progress:
    return progress.answer(response, now)


def _stay(progress: Progress, _: float) -> Progress:
    return progress
