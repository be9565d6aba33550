"""The quiz line by line, for screen readers and terminals on which nothing can be drawn.

Every line is complete in itself, nothing is redrawn, and no escape sequence is written. Words
replace the keys of the screen.
"""

from __future__ import annotations

import os
import select
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol, TextIO

from kelompok_quiz.interview.interviewer import Left, TerminalLost
from kelompok_quiz.interview.pages import Page, halfway, opening, overview, tasks
from kelompok_quiz.interview.quiz import SAVE_KEY, Begun, Quiz, Save
from kelompok_quiz.interview.state import Phase, QuizState
from kelompok_quiz.profile.model import Profile
from kelompok_quiz.sitting import Sitting
from kelompok_quiz.text import visible, wrap
from kelompok_quiz.words import quiz as words

LONGEST_LINE = 4096
"""Bytes of a line that a terminal hands over at once: MAX_CANON of Linux."""
NARROWEST, WIDEST = 20, 80
"""Columns below which nothing is wrapped narrower, and those of an unknown width."""
PASTE_PAUSE = 0.050
"""Seconds within which a second line cannot have been typed."""
ENTER_KEY = "c-m"
EXPLAIN_KEY = "?"


class Lines(Protocol):
    """Where a person reads and writes lines."""

    def write(self, text: str) -> None:
        """Show a text as a line of its own."""

    def read(self, prompt: str) -> str | None:
        """Return the line written after a prompt, None if several arrived at once.

        Raise `EOFError` at the end of the input.
        """


class TerminalLines:
    """The terminal of the process: lines come from stdin, output goes to stderr."""

    def __init__(self, descriptor: int | None = None, output: TextIO | None = None) -> None:
        """Use stdin and stderr by default."""
        self._descriptor = sys.stdin.fileno() if descriptor is None else descriptor
        self._output = output or sys.stderr

    def write(self, text: str) -> None:
        """Write the text wrapped between words, with control characters made visible."""
        try:
            width = max(os.get_terminal_size(self._output.fileno()).columns, NARROWEST)
        except OSError:
            width = WIDEST
        for line in wrap(visible(" ".join(text.split())), width, break_words=True):
            self._show(f"{line}\n")

    def read(self, prompt: str) -> str | None:
        """Read past Python's buffer, so that lines of a paste can be noticed and dropped."""
        self._show(prompt)
        first = self._line()
        pasted = "\n" in first.rstrip("\n")
        while self._more_is_coming():
            self._line()
            pasted = True
        return None if pasted else first.strip()

    def _show(self, text: str) -> None:
        encoding = self._output.encoding or "utf-8"
        self._output.write(text.encode(encoding, "replace").decode(encoding))
        self._output.flush()

    def _line(self) -> str:
        line = os.read(self._descriptor, LONGEST_LINE)
        if not line:
            raise EOFError
        return line.decode("utf-8", "replace")

    def _more_is_coming(self) -> bool:
        if sys.platform == "win32":  # no select() on a console: a paste is read line by line
            return False
        time.sleep(PASTE_PAUSE)
        return bool(select.select([self._descriptor], [], [], 0)[0])


class LineInterviewer:
    """An `Interviewer` on lines."""

    def __init__(
        self, lines: Lines | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Ask at the terminal of the process by default; `clock` gives seconds."""
        self._lines = lines or TerminalLines()
        self._clock = clock

    def choose(self, page: Page) -> int:
        """Ask until a number of an option is written."""
        numbers = [str(number) for number in range(1, len(page.options) + 1)]
        with _noticing_loss():
            self._say([*_page(page), *_numbered(page.options), words.LINEAR_CHOICE])
            while (line := self._read()) not in numbers:
                self._refuse(line, words.LINEAR_CHOICE)
        return int(line)

    def ask(
        self,
        profile: Profile,
        sitting: Sitting,
        *,
        kept: Sequence[str] = (),
        save: Save | None,
        begun: Begun | None = None,
    ) -> Sitting:
        """Present every new state once and act on the lines written."""
        quiz = Quiz(QuizState.start(sitting, profile.points, self._clock()), save, begun)
        with _noticing_loss():
            first = opening(profile, kept)
            if quiz.state.phase is not Phase.OPENING:
                self._say([profile.title, *_scale(profile)])
            presented = None
            while not quiz.over:
                if presented is not quiz.state:
                    self._say(_presented(profile, quiz.state, first))
                    presented = quiz.state
                self._act(profile, quiz)
        if quiz.left:
            raise Left
        return quiz.state.sitting

    def _act(self, profile: Profile, quiz: Quiz) -> None:
        line = self._read()
        before = quiz.state
        key = _key(line, before)
        if before.phase is Phase.OVERVIEW and line.isdecimal():
            if 1 <= int(line) <= len(before.sitting.order):
                quiz.enter(before.visit(int(line) - 1, self._clock()))
            else:
                self._refuse(line, words.LINEAR_OVERVIEW)
        elif key == EXPLAIN_KEY:
            meaning = profile.find_item(before.item).meaning
            self._say([*([meaning] if meaning else []), words.EXPLAINED, *_scale(profile)])
        elif key is None or (key == SAVE_KEY and not quiz.can_save):
            self._refuse(line, _help(before))
        else:
            quiz.press(key, self._clock())
            if quiz.unsaved:
                self._say([words.UNSAVED])
            if quiz.state is before and not quiz.left:  # nothing to confirm, or no way back
                self._say([_help(before)])

    def _read(self) -> str:
        """Return the next line that arrived alone, in lower case.

        Raise `KeyboardInterrupt` for the word that leaves, too.
        """
        while True:
            try:
                line = self._lines.read(words.PROMPT)
            except (EOFError, KeyboardInterrupt):
                self._lines.write("")  # the terminal has echoed ^C or nothing: end that line
                raise KeyboardInterrupt from None
            if line is None:
                self._lines.write(words.LINEAR_PASTED)
            elif line.casefold() == words.LINEAR_LEAVE:
                raise KeyboardInterrupt
            else:
                return line.casefold()

    def _refuse(self, line: str, help_: str) -> None:
        """Say that a line is unknown; an empty one is an accidental Enter and gets the help."""
        self._say([words.LINEAR_UNKNOWN.format(line=line), help_] if line else [help_])

    def _say(self, texts: Sequence[str]) -> None:
        for text in texts:
            self._lines.write(text)


@contextmanager
def _noticing_loss() -> Iterator[None]:
    """Turn the errors of a terminal that is gone into `TerminalLost`."""
    try:
        yield
    except OSError as error:
        raise TerminalLost from error


def _key(line: str, state: QuizState) -> str | None:
    """Return the key equivalent to a line in this phase, None if there is none."""
    if line == SAVE_KEY and state.phase not in {Phase.OPENING, Phase.TASKS}:
        return line
    answers = {str(n) for n in range(state.points + 1)}
    if line in {*answers, EXPLAIN_KEY} and state.phase is Phase.STATEMENT:
        return line
    if not line and state.phase in {Phase.OPENING, Phase.TASKS, Phase.HALFWAY}:
        return ENTER_KEY  # an accidental Enter loses nothing here
    return words.LINEAR_KEYS[state.phase.value].get(line)


def _presented(profile: Profile, state: QuizState, first: Page) -> list[str]:
    """Return the lines for a new state; `first` is the page that opens the quiz."""
    if state.phase is Phase.OPENING:
        return [*_page(first), words.LINEAR_GO_ON]
    if state.phase is Phase.TASKS:
        return [*_page(tasks(profile)), *_scale(profile), words.LINEAR_START]
    if state.phase is Phase.STATEMENT:
        return _statement(profile, state)
    if state.phase is Phase.HALFWAY:
        return [*_page(halfway(state.sitting)), words.LINEAR_GO_ON]
    return _overview(profile, state.sitting)


def _page(page: Page) -> list[str]:
    entries = (words.LABELLED.format(label=label, text=text) for label, text in page.entries)
    return ["", page.title, *entries, *page.texts]


def _statement(profile: Profile, state: QuizState) -> list[str]:
    number, count = state.sitting.position + 1, len(state.sitting.order)
    label = words.STATEMENT_LABEL.format(number=number, statements=count)
    said = ["", label, profile.find_item(state.item).text]
    if state.earlier:
        earlier = profile.responses[state.earlier - 1]
        said.append(words.EARLIER_LABEL.format(number=state.earlier, label=earlier))
    return [*said, words.SKIPPED] if state.skipped else said


def _overview(profile: Profile, sitting: Sitting) -> list[str]:
    said = _page(overview(profile, sitting))
    if sitting.unanswered:
        said.append(words.STILL_EMPTY)
    for item in sitting.unanswered:
        number = sitting.order.index(item) + 1
        label = profile.find_item(item).text.rstrip(".")
        said.append(words.RESPONSE.format(number=number, label=label))
    return [*said, words.LINEAR_OVERVIEW]


def _scale(profile: Profile) -> list[str]:
    return [*_numbered(profile.responses), words.LINEAR_HELP.format(points=profile.points)]


def _numbered(labels: Sequence[str]) -> list[str]:
    return [words.RESPONSE.format(number=n, label=label) for n, label in enumerate(labels, 1)]


def _help(state: QuizState) -> str:
    return {
        Phase.OPENING: words.LINEAR_GO_ON,
        Phase.TASKS: words.LINEAR_START,
        Phase.HALFWAY: words.LINEAR_GO_ON,
        Phase.OVERVIEW: words.LINEAR_OVERVIEW,
    }.get(state.phase, words.LINEAR_HELP.format(points=state.points))
