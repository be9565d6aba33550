"""The quiz line by line, for screen readers and terminals that draw nothing.

Every line says what it is; nothing is redrawn, and not one escape sequence is written. The keys
of the screen are also words.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from kelompok_quiz.interview.endings import HANGUP, Interrupted, Left
from kelompok_quiz.interview.lines import Lines, TerminalLines
from kelompok_quiz.interview.pages import Page, halfway, opening, overview
from kelompok_quiz.interview.run import SAVE_KEY, Run, Save
from kelompok_quiz.interview.state import Phase, Progress
from kelompok_quiz.profile import Profile
from kelompok_quiz.sitting import Sitting
from kelompok_quiz.words import quiz as words

EXPLAIN_KEY = "?"
ANYWHERE = {"kembali": "c-h", "simpan": SAVE_KEY, SAVE_KEY: SAVE_KEY}
WORDS = {
    Phase.OPENING: {"": "c-m", "mulai": "c-m"},
    Phase.STATEMENT: ANYWHERE
    | {"lewati": "0", "0": "0", "bantuan": EXPLAIN_KEY, EXPLAIN_KEY: EXPLAIN_KEY, "lanjut": "c-m"},
    Phase.HALFWAY: ANYWHERE | {"": "c-m", "lanjut": "c-m"},
    Phase.OVERVIEW: ANYWHERE | {"hasil": "c-m"},
}
"""Which key a line stands for, beside the digits; an empty one is Enter where nothing is lost."""
LEAVE = "keluar"


class LineInterviewer:
    """An `Interviewer` for lines."""

    def __init__(
        self, lines: Lines | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Ask at the process's own terminal unless other lines are given; `clock`: seconds."""
        self._lines = lines or TerminalLines()
        self._clock = clock

    def choose(self, page: Page) -> int:
        """Do what `Interviewer.choose` promises."""
        with _while_there_is_a_terminal():
            return self._choose(page)

    def _choose(self, page: Page) -> int:
        self._say([*_said(page), *_numbered(page.options), words.LINEAR_CHOICE])
        while True:
            line = self._answer()
            if line in {str(number) for number in range(1, len(page.options) + 1)}:
                return int(line)
            self._unknown(line, words.LINEAR_CHOICE)

    def ask(
        self, profile: Profile, sitting: Sitting, *, kept: Sequence[str] = (), save: Save | None
    ) -> Sitting:
        """Do what `Interviewer.ask` promises."""
        with _while_there_is_a_terminal():
            return self._ask(profile, sitting, kept, save)

    def _ask(
        self, profile: Profile, sitting: Sitting, kept: Sequence[str], save: Save | None
    ) -> Sitting:
        run = Run(Progress.at(sitting, profile.points, self._clock()), save)
        if run.progress.phase is Phase.OPENING:
            self._say(_said(opening(profile, kept)))
        self._say(_scale(profile))
        shown = None
        while not run.over:
            if shown is not run.progress:
                self._say(_presented(profile, run.progress))
                shown = run.progress
            self._act(profile, run)
        if run.left:
            raise Left
        return run.progress.sitting

    def _act(self, profile: Profile, run: Run) -> None:
        """Read one line and do what it means."""
        line = self._answer()
        key = _key(line, run.progress)
        if run.progress.phase is Phase.OVERVIEW and line.isdecimal():
            self._visit(line, run)
        elif key == EXPLAIN_KEY:
            self._say(_explained(profile, run.progress))
        elif key is None or (key == SAVE_KEY and not run.keeping):
            self._unknown(line, _help(run.progress))
        else:
            before = run.progress
            run.act(key, self._clock())
            nothing = run.progress is before and not run.left
            self._say([words.UNSAVED] * run.unsaved + [_help(before)] * nothing)

    def _visit(self, number: str, run: Run) -> None:
        if 1 <= int(number) <= len(run.progress.sitting.order):
            run.go(run.progress.visit(int(number) - 1, self._clock()))
        else:
            self._unknown(number, words.LINEAR_OVERVIEW)

    def _answer(self) -> str:
        """Return the next line that was written by itself, in small letters."""
        while (line := self._line()) is None:
            self._lines.write(words.LINEAR_PASTED)
        return line.casefold()

    def _line(self) -> str | None:
        try:
            line = self._lines.read(words.PROMPT)
        except (EOFError, KeyboardInterrupt):  # Ctrl-D, Ctrl-C: what follows is a line of its own
            self._lines.write("")
            raise KeyboardInterrupt from None
        if line is not None and line.casefold() == LEAVE:
            raise KeyboardInterrupt
        return line

    def _unknown(self, line: str, help_: str) -> None:
        """An empty line is Enter by accident: only the help is worth saying."""
        told = [words.LINEAR_UNKNOWN.format(line=line)] if line else []
        self._say([*told, help_])

    def _say(self, texts: Sequence[str]) -> None:
        for text in texts:
            self._lines.write(text)


@contextmanager
def _while_there_is_a_terminal() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Interrupted(HANGUP) from error


def _said(page: Page) -> list[str]:
    """Return a page as lines, a blank one before it."""
    return ["", page.title, *page.texts]


def _key(line: str, progress: Progress) -> str | None:
    """Return the key that a line stands for here, None where it stands for none."""
    digits = {str(number) for number in range(1, progress.points + 1)}
    if progress.phase is Phase.STATEMENT and line in digits:
        return line
    return WORDS[progress.phase].get(line)


def _presented(profile: Profile, progress: Progress) -> list[str]:
    """What is said when a moment comes up; the opening was said before."""
    if progress.phase is Phase.STATEMENT:
        return ["", *_statement(profile, progress)]
    if progress.phase is Phase.HALFWAY:
        return [*_said(halfway(progress.sitting)), words.LINEAR_GO_ON]
    if progress.phase is Phase.OVERVIEW:
        return _overview(profile, progress.sitting)
    return [words.LINEAR_START] * (progress.phase is Phase.OPENING)


def _statement(profile: Profile, progress: Progress) -> Iterator[str]:
    numbers = {
        "number": progress.sitting.position + 1,
        "statements": len(progress.sitting.order),
    }
    yield words.STATEMENT_LABEL.format(**numbers)
    yield profile.find_item(progress.item).text
    if progress.earlier:
        label = profile.responses[progress.earlier - 1]
        yield words.EARLIER_LABEL.format(number=progress.earlier, label=label)
    if progress.skipped:
        yield words.SKIPPED


def _overview(profile: Profile, sitting: Sitting) -> list[str]:
    page = overview(profile, sitting)
    places = {item: place for place, item in enumerate(sitting.order, 1)}
    skipped = [words.STILL_EMPTY] * bool(sitting.unanswered) + [
        words.RESPONSE.format(number=places[item], label=profile.find_item(item).text.rstrip("."))
        for item in sitting.unanswered
    ]
    return [*_said(page), *skipped, words.LINEAR_OVERVIEW]


def _explained(profile: Profile, progress: Progress) -> list[str]:
    meaning = profile.find_item(progress.item).meaning
    return [*([meaning] if meaning else []), words.EXPLAINED, *_scale(profile)]


def _scale(profile: Profile) -> list[str]:
    return [*_numbered(profile.responses), words.LINEAR_HELP.format(points=profile.points)]


def _numbered(labels: Sequence[str]) -> list[str]:
    return [words.RESPONSE.format(number=n, label=label) for n, label in enumerate(labels, 1)]


def _help(progress: Progress) -> str:
    return {
        Phase.OPENING: words.LINEAR_START,
        Phase.HALFWAY: words.LINEAR_GO_ON,
        Phase.OVERVIEW: words.LINEAR_OVERVIEW,
    }.get(progress.phase, words.LINEAR_HELP.format(points=progress.points))
