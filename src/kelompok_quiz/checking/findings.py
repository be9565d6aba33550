"""Profiles and answer files, checked without scoring: a stream of findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum, auto
from pathlib import Path
from typing import TypeAlias

from kelompok_quiz.answers import INVALID, AnswerBatch, CellParser
from kelompok_quiz.checking.notes import RepeatedOptions
from kelompok_quiz.columns.column_map import missing_problems
from kelompok_quiz.columns.guide_draft import draft
from kelompok_quiz.columns.header_matcher import HeaderMatcher
from kelompok_quiz.problems import InputUnreadable, Place, Problem
from kelompok_quiz.profile.lint import lint
from kelompok_quiz.profile.loading import examine
from kelompok_quiz.profile_audit import audit
from kelompok_quiz.reading.batches import Layout
from kelompok_quiz.reading.inputs import inspect_input, is_word, unknown_words
from kelompok_quiz.reading.repeats import Repeat, Repeats
from kelompok_quiz.reading.sources import STDIN, AnswerSource

MOST_WORDS = 1000
"""Different answers in other words that are counted; a form has a handful of them."""
MOST_REPEATS = 100
MOST_DRAFTED = 50
"""Answers in other words that a guide lists."""
LEAST_COLUMNS = 5
"""Columns without an item in which an answer in words occurs; a name occurs in one or two."""


class Outcome(IntEnum):
    """How a finding bears on the use of its file; the worst of all decides how `periksa` ends."""

    SOUND = auto()
    FAULTY = auto()
    UNREADABLE = auto()


@dataclass(frozen=True, slots=True)
class ProfileChecked:
    """A profile and all its problems; the fingerprint is None where it cannot be used."""

    file: str
    problems: Sequence[Problem]
    sha256: str | None
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Understood:
    """How an answer file was understood, and why it cannot be scored if so.

    `matcher`: what its headers were matched with.
    """

    file: str
    layout: Layout
    matcher: HeaderMatcher
    problems: Sequence[Problem]

    @property
    def outcome(self) -> Outcome:
        """Unreadable with any problem."""
        return Outcome.UNREADABLE if self.problems else Outcome.SOUND


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row of an answer file that would be rejected."""

    row: int
    problems: Sequence[Problem]
    outcome: Outcome = Outcome.FAULTY


@dataclass(frozen=True, slots=True)
class Counted:
    """The people of an answer file, at its end, and a guide to fill in.

    `labels`: answers in other words. `more_repeats`: those beyond the ones in `repeats`.
    """

    file: str
    layout: Layout
    people: int
    rejected: int
    repeats: Sequence[Repeat]
    more_repeats: int
    labels: Sequence[str]
    guide: str

    @property
    def outcome(self) -> Outcome:
        """Unreadable without people."""
        return Outcome.SOUND if self.people else Outcome.UNREADABLE


@dataclass(frozen=True, slots=True)
class Refused:
    """An answer file that cannot be understood at all, or not beyond some place."""

    file: str
    problems: Sequence[Problem]
    outcome: Outcome = Outcome.UNREADABLE


Finding: TypeAlias = ProfileChecked | Understood | Rejected | Counted | Refused


def check_profile(path: Path, *, strict: bool) -> ProfileChecked:
    """Return the findings on a profile; `strict` counts warnings as errors.

    Raise `InputMissing` if it cannot be opened.
    """
    examined = examine(path)
    instrument = examined.instrument
    if instrument is not None:
        lint(instrument.profile, examined.document)
        audit(instrument, examined.document)
    faulty = any(strict or problem.severity == "error" for problem in examined.problems)
    return ProfileChecked(
        file=str(path),
        problems=examined.problems,
        sha256=None if instrument is None else instrument.sha256,
        outcome=Outcome.FAULTY if faulty else Outcome.SOUND,
    )


@dataclass(frozen=True, slots=True)
class AnswerCheck:
    """What answer files are checked against; `guide` is the file to be drafted."""

    matcher: HeaderMatcher
    repeated: RepeatedOptions
    guide: Path
    most_words: int = MOST_WORDS
    most_repeats: int = MOST_REPEATS

    def findings(self, path: Path) -> Iterator[Finding]:
        """Yield the findings on an answer file while it is read.

        Raise `InputMissing` if it cannot be opened.
        """
        file = str(Place(str(path)))
        try:
            with inspect_input(path, self.matcher) as source:
                yield from self._examine(source, file)
        except InputUnreadable as error:
            yield Refused(file, error.problems)

    def _examine(self, source: AnswerSource, file: str) -> Iterator[Finding]:
        layout = source.layout
        missing = missing_problems(layout.columns, self.matcher, layout.place)
        yield Understood(file, layout, self.matcher, self.repeated.completed(missing))
        words, people, rejected = _OtherWords(self.matcher, self.most_words), 0, 0
        repeats, watch, more = list[Repeat](), Repeats(), 0
        for batch in source.batches():
            people += len(batch)
            rejected += len(batch.rejects)
            words.count(batch)
            if layout.columns.missing:
                words.locate(batch)
            for person, problems in sorted(batch.rejects.items()):
                yield Rejected(batch.rows[person], problems)
            found = list(watch.find(batch))
            more += max(len(repeats) + len(found) - self.most_repeats, 0)
            repeats = [*repeats, *found][: self.most_repeats]
        labels = words.labels()
        scoring = RepeatedOptions(self.repeated.profile, self.guide)
        command = scoring.command("nilai", [layout.place.file or STDIN])
        guide = draft(layout.columns, self.matcher, labels, command)
        yield Counted(file, layout, people, rejected, repeats, more, labels, guide)


class _OtherWords:
    """Cells that may be answers in the form's own words."""

    def __init__(self, matcher: HeaderMatcher, most: int) -> None:
        self._parser = CellParser(matcher.profile.responses, matcher.guide.labels)
        self._most = most
        self._counts: Counter[str] = Counter()
        self._columns: dict[str, set[int]] = {}

    def count(self, batch: AnswerBatch) -> None:
        """Count the words in columns of items."""
        for word in unknown_words(batch):
            if word in self._counts or len(self._counts) < self._most:
                self._counts[word] += 1

    def locate(self, batch: AnswerBatch) -> None:
        """Note the columns without an item in which a word occurs: an answer occurs in many."""
        for cells in batch.cells:
            for column, cell in enumerate(cells):
                if cell in self._columns:
                    self._columns[cell].add(column)
                elif len(self._columns) < self._most and self._may_be_answer(cell):
                    self._columns[cell] = {column}

    def _may_be_answer(self, cell: str) -> bool:
        return is_word(cell) and self._parser[cell] == INVALID

    def labels(self) -> list[str]:
        """Return the words of item columns, the most frequent first, then the others."""
        counted = [word for word, _ in self._counts.most_common()]
        located = [word for word, found in self._columns.items() if len(found) >= LEAST_COLUMNS]
        return list(dict.fromkeys([*counted, *located]))[:MOST_DRAFTED]
