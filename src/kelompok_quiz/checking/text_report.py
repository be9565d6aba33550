"""Findings as text for people, and a guide to fill in; both are written while files are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TextIO, assert_never

from kelompok_quiz.checking.findings import (
    Counted,
    Finding,
    ProfileChecked,
    Refused,
    Rejected,
    Understood,
)
from kelompok_quiz.checking.notes import rejection_line, repeat_line
from kelompok_quiz.columns.column_map import ColumnMap, near_misses
from kelompok_quiz.columns.header_matcher import HeaderMatcher, MatchRule
from kelompok_quiz.problems import InputUnreadable, Problem, shortened
from kelompok_quiz.reading.batches import Layout
from kelompok_quiz.text import visible, wrap
from kelompok_quiz.words import checking as words

INDENT = "  "


class TextReport:
    """Writes for people."""

    def __init__(self, stream: TextIO, width: int | None) -> None:
        """Write to a text stream, wrapped to a width if one is given."""
        self._stream, self._width = stream, width
        self._begun = False

    def write(self, finding: Finding) -> None:
        """Write a finding."""
        match finding:
            case ProfileChecked():
                from kelompok_quiz.screen.console import plain_console
                from kelompok_quiz.screen.profile_problems import print_findings

                print_findings(plain_console(self._stream), finding.file, finding.problems)
            case Understood():
                self._understood(finding)
            case Rejected():
                self._rejected(finding)
            case Counted():
                self._counted(finding)
            case Refused():
                self._heading(f"{finding.file}: {words.REFUSED}")
                self._problems(finding.problems)
            case _:
                assert_never(finding)

    def close(self) -> None:
        """No footer."""

    def _understood(self, finding: Understood) -> None:
        self._heading(finding.file)
        for name, fact in _facts(finding.layout):
            label = f"{INDENT}{name:<11}: "
            self._line(fact, label, " " * len(label))
        self._heading(words.COLUMNS)
        for line in _columns(finding.layout.columns, finding.matcher):
            self._line(line, INDENT, INDENT * 2)
        if finding.problems:
            self._heading(words.NOT_SCORED)
        self._problems(finding.problems)
        self._heading(words.PEOPLE)

    def _rejected(self, finding: Rejected) -> None:
        """Write the first reason, and how many others there are."""
        text, more = rejection_line(finding.problems[0]), len(finding.problems) - 1
        if more:
            text += f" {words.MORE_CELLS.format(more=more)}"
        self._line(text, INDENT, INDENT * 2)

    def _counted(self, finding: Counted) -> None:
        for repeat in finding.repeats:
            self._line(repeat_line(finding.file, repeat), INDENT, INDENT * 2)
        if finding.more_repeats:
            self._line(words.MORE_REPEATS.format(more=finding.more_repeats), INDENT)
        columns, people = finding.layout.columns, finding.people
        counts = words.UNREAD.format(people=people)
        if any(columns.items):
            read = people - finding.rejected
            counts = words.COUNTED.format(people=people, read=read, rejected=finding.rejected)
        self._line(counts if people else words.NO_PEOPLE, INDENT, INDENT * 2)
        if columns.missing or finding.labels:
            self._heading(words.GUIDE)
            self._stream.write(finding.guide)

    def _problems(self, problems: Sequence[Problem]) -> None:
        for problem in problems:
            self._line(f"{problem.place}: {problem.message}", INDENT, INDENT * 2)
            self._line(words.MEND.format(remedy=problem.remedy), INDENT * 2, INDENT * 2)

    def _heading(self, text: str) -> None:
        self._stream.write("\n" if self._begun else "")
        self._begun = True
        self._line(text)

    def _line(self, text: str, first: str = "", rest: str = "") -> None:
        shown = visible(text)
        lines = wrap(shown, self._width, first=first, rest=rest) if self._width else [first + shown]
        self._stream.write("".join(f"{line}\n" for line in lines))


class GuideReport:
    """Writes the guide of an answer file and nothing else."""

    def __init__(self, stream: TextIO) -> None:
        """Write to a text stream."""
        self._stream = stream

    def write(self, finding: Finding) -> None:
        """Write a guide; raise `InputUnreadable` for a file without columns to map."""
        match finding:
            case Counted():
                self._stream.write(finding.guide)
            case Refused():
                raise InputUnreadable(finding.problems)
            case _:
                pass

    def close(self) -> None:
        """No footer."""


def _facts(layout: Layout) -> Iterator[tuple[str, str]]:
    """Yield each fact about the form of a file with its name."""
    columns, facts = layout.columns, words.FACTS
    yield facts["kind"], words.KINDS[layout.kind]
    if layout.member is not None:
        yield facts["member"], layout.member
    if layout.worksheet is not None:
        yield facts["sheet"], f"“{layout.worksheet}”"
    if layout.other_worksheets:
        names = ", ".join(f"“{name}”" for name in layout.other_worksheets)
        yield facts["others"], words.OTHERS.format(names=names)
    if layout.delimiter is not None:
        yield facts["delimiter"], words.DELIMITERS.get(layout.delimiter, layout.delimiter)
    if layout.encoding is not None:
        yield facts["encoding"], words.ENCODINGS.get(layout.encoding, layout.encoding.upper())
    if layout.delimiter is not None or layout.worksheet is not None:
        text = words.HEADER_WITH_DESCRIPTIONS if layout.descriptions else words.HEADER
        yield facts["header"], text.format(line=layout.place.line, count=layout.descriptions)
    found = len(columns.items) - len(columns.missing)
    yield facts["items"], words.ITEMS.format(found=found, all=len(columns.items))
    respondent = words.NO_RESPONDENT
    if columns.respondent is not None:
        header = shortened(columns.headers[columns.respondent])
        respondent = words.RESPONDENT.format(header=header)
    yield facts["respondent"], respondent


def _columns(columns: ColumnMap, matcher: HeaderMatcher) -> Iterator[str]:
    items, headers = matcher.profile.items, columns.headers
    found = [(item, column) for item, each in enumerate(columns.items) for column in each]
    by_id = [items[item].id for item, column in found if columns.rules[column] is MatchRule.ID]
    if by_id:
        yield words.BY_ID.format(count=len(by_id), items=", ".join(by_id))
    for item, column in found:
        rule = columns.rules[column]
        if rule is not None and rule is not MatchRule.ID:
            parts = {"item": items[item].id, "rung": words.RULES[rule]}
            yield words.ITEM.format(header=shortened(headers[column]), **parts)
    for timing in columns.times:
        header = shortened(headers[timing.column])
        yield words.TIME.format(header=header, item=items[timing.item].id)
    near = {miss.column: items[miss.item] for miss in near_misses(columns, matcher)}
    for column, like in near.items():
        header = shortened(headers[column])
        yield words.NEAR.format(header=header, item=like.id, text=like.text)
    carried = [headers[column] for column in columns.carried if column not in near]
    if carried:
        named = ", ".join(f"“{shortened(header)}”" for header in carried)
        yield words.CARRIED.format(count=len(carried), headers=named)
