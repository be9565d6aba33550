"""Which keys count: not a held key, a paste, or the rest of an escape sequence.

Keys have prompt_toolkit's names; it is not imported.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from enum import Enum, auto

from kelompok_quiz.interview.quiz import ENTER, SAVE_KEY, Quiz
from kelompok_quiz.interview.state import Phase
from kelompok_quiz.sitting import Sitting

REPEAT = 0.150
"""Seconds within which the same key again is a repeat: terminals repeat every 33-90 ms."""
LONGEST_REPEAT_DELAY = 1.0
"""Seconds a keyboard waits before a held key repeats, at most: usual settings are 0.25-1 s."""
REPEATS_OF_A_HELD_KEY = 2
"""Repeats in a row from which on a key is held and not tapped twice."""
SEQUENCE_TAIL = 0.050
"""Seconds after Escape in which keys belong to an escape sequence that prompt_toolkit missed."""
UNREAD = 0.050
"""Seconds after a statement appears in which it cannot have been read: an answer is a paste."""
UNREAD_OVERVIEW = 0.300
"""The same for Enter in the overview, often pressed after a digit out of habit."""

ESCAPE = "escape"
MOVES = {"down": 1, "up": -1}
PAGES = {"pagedown": 1, "pageup": -1}
HOLDABLE = MOVES.keys() | PAGES.keys()
"""Keys that may be held down: they answer nothing."""


class Decision(Enum):
    """What to do about a key: act on it, ignore it, or undo what it last did."""

    ACT = auto()
    IGNORE = auto()
    UNDO = auto()


class KeyGuard:
    """Recognises the repeats of a held key and the rest of an escape sequence.

    A held key arrives once, again after the keyboard's delay, then in quick succession. Its first
    repeat looks like a second press until the next ones follow; it is then undone.
    """

    def __init__(self) -> None:
        """Start with no key seen."""
        self.may_be_repeat = False
        self._key = ""
        self._seen = -math.inf
        self._escaped = -math.inf
        self._repeats = 0

    def judge(self, key: str, now: float) -> Decision:
        """Decide about a key seen now; every key must be passed, in order."""
        if key == ESCAPE or now - self._escaped <= SEQUENCE_TAIL:
            self._escaped = now  # a sequence may be longer than its tail: each part prolongs it
            return Decision.IGNORE
        gap = now - self._seen if key == self._key else math.inf
        self._key, self._seen = key, now
        if gap > REPEAT or key in HOLDABLE:
            self.may_be_repeat = gap <= LONGEST_REPEAT_DELAY
            self._repeats = 0
            return Decision.ACT
        self._repeats += 1
        held = self.may_be_repeat and self._repeats == REPEATS_OF_A_HELD_KEY
        return Decision.UNDO if held else Decision.IGNORE

    def exclude(self, seconds: float) -> None:
        """Leave out time in which keys had to wait to be read."""
        self._seen += seconds
        self._escaped += seconds


class Keyboard:
    """Passes the keys that count on to the quiz; `clock` gives the time of a key, in seconds."""

    def __init__(self, quiz: Quiz, clock: Callable[[], float], guard: KeyGuard) -> None:
        """Use a guard that has seen the earlier keys: one of them may still be held."""
        self._quiz = quiz
        self._before = quiz.state
        self._clock = clock
        self._guard = guard
        self._doubted: Sitting | None = None

    def press(self, key: str) -> None:
        """Act on a key, or undo what a held key did."""
        now = self._clock()
        decision = self._guard.judge(key, now)
        if decision is Decision.UNDO:
            self._quiz.enter(self._before)
        elif decision is Decision.ACT:
            self._before = self._quiz.state
            if self._counts(key, now):
                self._quiz.press(key, now)
        # On a slow disk keys wait while an answer is saved: the next screen is not up yet.
        saving = self._clock() - now
        self._quiz.exclude(saving)
        self._guard.exclude(saving)

    def _counts(self, key: str, now: float) -> bool:
        """False for an answer before reading, and for an end by what may be a repeated Enter."""
        state = self._quiz.state
        shown = now - state.shown_at
        if state.phase is Phase.OVERVIEW and key in ENTER:
            if shown < UNREAD_OVERVIEW:
                return False
            # A held key arrives late only once, so the second Enter on one overview counts.
            doubted_before = self._doubted is state.sitting
            self._doubted = state.sitting
            return doubted_before or not self._guard.may_be_repeat
        return state.phase is not Phase.STATEMENT or shown >= UNREAD or key == SAVE_KEY


class Menu:
    """A question with a few options: a digit chooses one at once, as do arrows and Enter.

    `scrolled` counts pages of a text longer than the window, relative to the page shown first.
    """

    def __init__(self, options: int, guard: KeyGuard) -> None:
        """Start with nothing marked; `options` is their number."""
        self.marked: int | None = None
        self.chosen: int | None = None
        self.scrolled = 0
        self._options = options
        self._guard = guard

    def press(self, key: str, now: float) -> None:
        """Act on a key; one that may be a repeat chooses nothing."""
        if self._guard.judge(key, now) is not Decision.ACT:
            return
        if key in MOVES:
            step = MOVES[key]
            before = self.marked or (0 if step > 0 else self._options + 1)
            self.marked = min(max(before + step, 1), self._options)
            self.scrolled = 0
        elif key in PAGES:
            self.scrolled += PAGES[key]
        elif not self._guard.may_be_repeat:
            digits = {str(number): number for number in range(1, self._options + 1)}
            self.chosen = self.marked if key in ENTER else digits.get(key)

    def clamp_scroll(self, first: int, last: int) -> None:
        """Stay on an existing page."""
        self.scrolled = min(max(self.scrolled, first), last)
