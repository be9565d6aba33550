"""When a key is not meant: held down, pasted, part of an escape sequence.

Keys have prompt_toolkit's names; it is not imported.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from enum import Enum

from kelompok_quiz.interview.run import ENTER, SAVE_KEY, Run
from kelompok_quiz.interview.state import Phase
from kelompok_quiz.sitting import Sitting

REPEAT = 0.150
"""Seconds within which the same key again is a repeat: terminals repeat every 33-90 ms."""
LONGEST_REPEAT_DELAY = 1.0
"""Seconds a keyboard waits before a held key repeats, at most: usual settings are 0.25-1 s."""
REPEATS_OF_A_HELD_KEY = 2
"""So many repeats in a row are no double tap: the key is being held."""
SEQUENCE_TAIL = 0.050
"""Seconds after Escape in which keys are the rest of a sequence that nobody typed."""
UNREAD = 0.050
"""Seconds after a statement appears in which nobody has read it: what answers is a paste."""
UNREAD_OVERVIEW = 0.300
"""The same for Enter in the overview, which many press after a digit out of habit."""

ESCAPE = "escape"
MOVES = {"down": 1, "up": -1}
PAGES = {"pagedown": 1, "pageup": -1}
GLIDING = MOVES.keys() | PAGES.keys()
"""Keys that may be held: they answer nothing."""


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
        self.may_be_repeat = False
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
        self.may_be_repeat = gap <= LONGEST_REPEAT_DELAY
        self._repeats = 0
        return Decision.ACT

    def _repeat(self) -> Decision:
        self._repeats += 1
        held = self.may_be_repeat and self._repeats == REPEATS_OF_A_HELD_KEY
        return Decision.UNDO if held else Decision.IGNORE

    def leave_out(self, seconds: float) -> None:
        """Leave out a time in which keys had to wait."""
        self._seen += seconds
        self._escaped += seconds


class Keyboard:
    """Hands the keys that a person meant to a run; `clock` tells when a key is seen."""

    def __init__(self, run: Run, clock: Callable[[], float], guard: KeyGuard) -> None:
        """Begin with the keys that the guard has seen: one may be held still."""
        self._run = run
        self._before = run.progress
        self._clock = clock
        self._guard = guard
        self._doubted: Sitting | None = None

    def press(self, key: str) -> None:
        """Do what the key means now, or undo what a held key did."""
        now = self._clock()
        decision = self._guard.judge(key, now)
        if decision is Decision.UNDO:
            self._run.go(self._before)
        elif decision is Decision.ACT:
            self._before = self._run.progress
            if self._is_meant(key, now):
                self._run.act(key, now)
        self._leave_out(self._clock() - now)

    def _leave_out(self, saving: float) -> None:
        """On a slow disk keys wait while an answer is saved; the next screen is not there yet."""
        self._run.suspended(saving)
        self._guard.leave_out(saving)

    def _is_meant(self, key: str, now: float) -> bool:
        """Nobody answers unread, and nothing ends by a key that may be a repeat: no way back."""
        progress = self._run.progress
        shown = now - progress.shown_at
        if progress.phase is Phase.OVERVIEW and key in ENTER:
            return shown >= UNREAD_OVERVIEW and not self._is_doubtful(progress.sitting)
        return progress.phase is not Phase.STATEMENT or shown >= UNREAD or key == SAVE_KEY

    def _is_doubtful(self, sitting: Sitting) -> bool:
        """A held key comes late only once: whoever presses again, still there, means it."""
        doubted_before = self._doubted is sitting
        self._doubted = sitting
        return self._guard.may_be_repeat and not doubted_before


class Menu:
    """A question with a few answers: a digit takes one at once, arrows and Enter do too.

    `scrolled` counts pages of a text that is longer than the window, from the one shown first.
    """

    def __init__(self, options: int, guard: KeyGuard) -> None:
        """Begin with nothing marked; `options` is how many there are."""
        self.options = options
        self.marked: int | None = None
        self.chosen: int | None = None
        self.scrolled = 0
        self._guard = guard

    def press(self, key: str, now: float) -> None:
        """Do what the key means; a key that may be held chooses nothing."""
        if self._guard.judge(key, now) is not Decision.ACT:
            return
        if key in MOVES:
            self._move(MOVES[key])
        elif key in PAGES:
            self.scrolled += PAGES[key]
        elif not self._guard.may_be_repeat:
            self.chosen = self._meant(key)

    def scroll_within(self, first: int, last: int) -> None:
        """Stay on a page that there is."""
        self.scrolled = min(max(self.scrolled, first), last)

    def _meant(self, key: str) -> int | None:
        if key in ENTER:
            return self.marked
        digits = {str(number): number for number in range(1, self.options + 1)}
        return digits.get(key)

    def _move(self, step: int) -> None:
        before = self.marked or (0 if step > 0 else self.options + 1)
        self.marked = min(max(before + step, 1), self.options)
        self.scrolled = 0
