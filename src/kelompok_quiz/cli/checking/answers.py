"""`periksa` of answer files: how each is understood and what would be rejected, without scoring."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from kelompok_quiz.answers import INVALID, AnswerBatch, CellParser
from kelompok_quiz.cli.answer_files import is_word, unknown_words
from kelompok_quiz.cli.hints import Given
from kelompok_quiz.columns import HeaderMatcher, draft, missing_problems
from kelompok_quiz.problems import InputUnreadable, Place, Problem
from kelompok_quiz.reading import (
    STDIN,
    AnswerSource,
    Layout,
    Repeat,
    Repeats,
    inspect_path,
    inspect_stream,
)

REJECTING_CODE = 1
UNREADABLE_CODE = 65
"""`EX_DATAERR` of sysexits.h."""
MOST_WORDS = 1000
"""Different answers in other words that are counted; a form has a handful of them."""
MOST_DRAFTED = 50
LEAST_COLUMNS = 5
"""Columns that are no item in which a word stands if it is an answer: names stand in one or two."""
MOST_REPEATS = 100
LOOKED_AT = 1 << 16
PROFILE_KEYS = "traits|anti_traits|verdicts|clauses|responses|beliefs|contrasts|next_steps"
PROFILE_KEY = re.compile(rf"(?:^|[{{,])\s*\"?(?:{PROFILE_KEYS})\"?\s*:", re.MULTILINE)
ANSWERS_IN_YAML = re.compile(r"^(?:- |answers:|\W*\w+\W*:\s*[\"']?[1-9](?:\D|$))", re.MULTILINE)
GUIDE_PART = re.compile(r"^(?:kolom|jawaban):\s*(?:[#{]|$)", re.MULTILINE)
YAML_SUFFIXES = frozenset((".yaml", ".yml"))


def holds_guide(path: Path) -> bool:
    """Return whether a YAML file holds a guide, by its beginning."""
    if path.suffix.lower() not in YAML_SUFFIXES:
        return False
    return bool(GUIDE_PART.search(_beginning(path) or ""))


def holds_answers(path: Path) -> bool:
    """Return whether a file holds answers rather than a profile, by its beginning.

    A file that cannot be opened, or a YAML file with nothing to tell it by, is taken for a profile.
    """
    if str(path) == STDIN:
        return True
    head = _beginning(path)
    if head is None:
        return path.suffix.lower() not in YAML_SUFFIXES
    if PROFILE_KEY.search(head):
        return False
    return path.suffix.lower() not in YAML_SUFFIXES or bool(ANSWERS_IN_YAML.search(head))


def _beginning(path: Path) -> str | None:
    """The first characters of a file, None if it cannot be opened."""
    try:
        with path.open("rb") as stream:
            return stream.read(LOOKED_AT).decode("utf-8", "replace")
    except OSError:
        return None


@dataclass(slots=True)
class Findings:
    """What was found among the people of one file."""

    people: int = 0
    rejected: int = 0
    repeats: list[Repeat] = field(default_factory=list)
    more_repeats: int = 0
    words: Counter[str] = field(default_factory=Counter)
    places: dict[str, set[int]] = field(default_factory=dict)

    def add_open(self, batch: AnswerBatch, parser: CellParser) -> None:
        """Note in which columns that are no item every word stands: an answer stands in many."""
        for cells in batch.cells:
            for column, cell in enumerate(cells):
                if cell in self.places:
                    self.places[cell].add(column)
                elif len(self.places) < MOST_WORDS and is_word(cell) and parser[cell] == INVALID:
                    self.places[cell] = {column}

    def add_words(self, batch: AnswerBatch) -> None:
        """Count the answers in other words."""
        for word in unknown_words(batch):
            if word in self.words or len(self.words) < MOST_WORDS:
                self.words[word] += 1

    def add_repeat(self, repeat: Repeat) -> None:
        """Keep a repeated respondent while there are few."""
        if len(self.repeats) < MOST_REPEATS:
            self.repeats.append(repeat)
        else:
            self.more_repeats += 1

    @property
    def labels(self) -> list[str]:
        """The answers in other words, the most frequent first, then what may be such answers."""
        maybe = [word for word, found in self.places.items() if len(found) >= LEAST_COLUMNS]
        words = dict.fromkeys([*(word for word, _ in self.words.most_common()), *maybe])
        return list(words)[:MOST_DRAFTED]


class Report(Protocol):
    """Takes what is found on one file after the other, as it is found."""

    def begin(self, file: str, layout: Layout, problems: Sequence[Problem]) -> None:
        """Take how a file was understood, and why it cannot be scored if so."""

    def reject(self, row: int, problems: Sequence[Problem]) -> None:
        """Take a row that would be rejected."""

    def end(self, findings: Findings, guide: str) -> None:
        """Take what is known at the end of a file that was begun, and a guide to fill in."""

    def refuse(self, file: str, problems: Sequence[Problem]) -> None:
        """Take a file that cannot be understood at all, or not beyond some place."""

    def close(self) -> None:
        """Write what stands behind the last file."""


@dataclass(frozen=True, slots=True)
class Check:
    """What files are held against, and the guide that can be written for one of them."""

    matcher: HeaderMatcher
    given: Given
    guide: Path

    def problems(self, layout: Layout) -> list[Problem]:
        """Return why a file cannot be scored."""
        found = missing_problems(layout.columns, self.matcher, layout.place)
        return self.given.completed(found)

    def draft(self, layout: Layout, findings: Findings) -> str:
        """Return the guide to fill in."""
        scoring = Given(self.given.profile, self.guide)
        command = scoring.command("nilai", [layout.place.file or STDIN])
        return draft(layout.columns, self.matcher, findings.labels, command)


def check_answers(path: Path, check: Check, report: Report) -> int:
    """Report on a file; return the code with which `nilai --ketat` would end on it.

    Raise `InputMissing` if it cannot be opened.
    """
    file = str(Place(str(path)))
    try:
        with _inspected(path, check.matcher) as source:
            return _examined(source, check, report, file)
    except InputUnreadable as error:
        report.refuse(file, error.problems)
        return UNREADABLE_CODE


def _inspected(path: Path, matcher: HeaderMatcher) -> AbstractContextManager[AnswerSource]:
    if str(path) == STDIN:
        return inspect_stream(sys.stdin.buffer, matcher)
    return inspect_path(path, matcher)


def _examined(source: AnswerSource, check: Check, report: Report, file: str) -> int:
    layout, findings = source.layout, Findings()
    problems = check.problems(layout)
    report.begin(file, layout, problems)
    repeats = Repeats()
    parser = CellParser(check.matcher.profile.responses, check.matcher.guide.labels)
    for batch in source.batches():
        findings.people += len(batch)
        findings.rejected += len(batch.rejects)
        findings.add_words(batch)
        if layout.columns.missing:
            findings.add_open(batch, parser)
        for row, rejected in _rejected(batch):
            report.reject(row, rejected)
        for repeat in repeats.find(batch):
            findings.add_repeat(repeat)
    report.end(findings, check.draft(layout, findings))
    if problems or not findings.people:
        return UNREADABLE_CODE
    return REJECTING_CODE if findings.rejected else 0


def _rejected(batch: AnswerBatch) -> Iterator[tuple[int, Sequence[Problem]]]:
    for person, problems in sorted(batch.rejects.items()):
        yield batch.rows[person], problems
