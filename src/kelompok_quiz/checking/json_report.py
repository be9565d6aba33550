"""Findings as JSON; those on answer files are written while they are read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TextIO, assert_never

from kelompok_quiz.checking.findings import (
    Counted,
    Finding,
    ProfileChecked,
    Refused,
    Rejected,
    Understood,
)
from kelompok_quiz.columns.column_map import ColumnMap, near_misses
from kelompok_quiz.columns.header_matcher import HeaderMatcher
from kelompok_quiz.problems import Problem


class ProfilesAsJson:
    """Writes an indented array of one object a profile."""

    def __init__(self, stream: TextIO) -> None:
        """Write to a text stream when closed."""
        self._stream = stream
        self._profiles: list[Any] = []

    def write(self, finding: Finding) -> None:
        """Take the findings on a profile."""
        if isinstance(finding, ProfileChecked):
            self._profiles.append(_profile(finding))

    def close(self) -> None:
        """Write the array."""
        self._stream.write(json.dumps(self._profiles, ensure_ascii=False, indent=2) + "\n")


class JsonReport:
    """Writes an array of one object a file, each on its line: rejected rows may be millions."""

    def __init__(self, stream: TextIO) -> None:
        """Begin the array in a text stream."""
        self._stream = stream
        self._files, self._rejected, self._open = 0, 0, False
        stream.write("[")

    def write(self, finding: Finding) -> None:
        """Write a finding: a whole object, or the part of one that is known."""
        match finding:
            case ProfileChecked():
                self._begin(_members(_profile(finding)), "}")
            case Understood():
                head = _members(_understood(finding))
                self._begin(f'{head}, "rejected": [', "")
                self._rejected, self._open = 0, True
            case Rejected():
                separator = ",\n" if self._rejected else "\n"
                self._stream.write(separator + _dumped(_rejected(finding)))
                self._rejected += 1
            case Counted():
                self._end(_counted(finding))
            case Refused() if self._open:
                self._end({"refused": _problems(finding.problems)})
            case Refused():
                found = {"file": finding.file, "problems": _problems(finding.problems)}
                self._begin(_members(found), "}")
            case _:
                assert_never(finding)

    def close(self) -> None:
        """Close the array."""
        self._stream.write("\n]\n")

    def _begin(self, members: str, end: str) -> None:
        self._stream.write((",\n" if self._files else "\n") + "{" + members + end)
        self._files += 1

    def _end(self, rest: Mapping[str, Any]) -> None:
        self._stream.write(f"], {_members(rest)}}}")
        self._open = False


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _members(content: Mapping[str, Any]) -> str:
    """Return the members of an object without its braces, to be continued."""
    return ", ".join(f"{_dumped(key)}: {_dumped(value)}" for key, value in content.items())


def _profile(finding: ProfileChecked) -> dict[str, Any]:
    problems = _problems(finding.problems)
    return {"file": finding.file, "sha256": finding.sha256, "problems": problems}


def _understood(finding: Understood) -> dict[str, Any]:
    layout, matcher = finding.layout, finding.matcher
    columns, items = layout.columns, matcher.profile.items
    respondent = None if columns.respondent is None else columns.headers[columns.respondent]
    misses = [(columns.headers[m.column], items[m.item]) for m in near_misses(columns, matcher)]
    return {
        "file": finding.file,
        "layout": {
            "kind": layout.kind,
            "member": layout.member,
            "sheet": layout.worksheet,
            "other_sheets": list(layout.other_worksheets),
            "delimiter": layout.delimiter,
            "encoding": layout.encoding,
            "header_line": layout.place.line,
            "description_rows": layout.descriptions,
            "items_found": len(columns.items) - len(columns.missing),
            "items": len(columns.items),
            "respondent": respondent,
        },
        "columns": list(_columns(columns, matcher)),
        "near_misses": [{"header": h, "item": item.id, "text": item.text} for h, item in misses],
        "problems": _problems(finding.problems),
    }


def _rejected(finding: Rejected) -> dict[str, Any]:
    cells = [{"header": p.place.header, "value": p.value} for p in finding.problems]
    problems = _problems(finding.problems)
    return {
        "row": finding.row,
        "line": finding.problems[0].place.line,
        "problems": [problem | cell for problem, cell in zip(problems, cells, strict=True)],
    }


def _counted(finding: Counted) -> dict[str, Any]:
    return {
        "people": finding.people,
        "repeats": [
            {"respondent": each.respondent, "row": each.row, "first": each.first}
            for each in finding.repeats
        ],
        "unknown_answers": finding.labels,
        "guide": finding.guide,
    }


def _columns(columns: ColumnMap, matcher: HeaderMatcher) -> Iterator[dict[str, Any]]:
    items = matcher.profile.items
    answers = {column: item for item, found in enumerate(columns.items) for column in found}
    times = {timing.column: timing.item for timing in columns.times}
    for column, header in enumerate(columns.headers):
        item = answers.get(column, times.get(column))
        kind = "item" if column in answers else "time" if column in times else "carried"
        item_id = None if item is None else items[item].id
        yield {"header": header, "kind": kind, "item": item_id, "rung": columns.rules[column]}


def _problems(problems: Sequence[Problem]) -> list[dict[str, Any]]:
    return [
        {
            "severity": problem.severity,
            "code": problem.code,
            "line": problem.place.line,
            "column": problem.place.column,
            "message": problem.message,
            "remedy": problem.remedy,
        }
        for problem in problems
    ]
