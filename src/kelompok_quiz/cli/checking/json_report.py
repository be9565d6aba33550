"""What `periksa` found, as JSON; of answer files it is written as it is found."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, TextIO

from kelompok_quiz.cli.checking.answers import Findings
from kelompok_quiz.columns import ColumnMap, HeaderMatcher, near_misses
from kelompok_quiz.problems import Problem
from kelompok_quiz.reading import Layout


class JsonReport:
    """Writes an array of one object a file."""

    def __init__(self, stream: TextIO, matcher: HeaderMatcher, before: Sequence[Any] = ()) -> None:
        """Write to a text stream, `before` as the first elements of the array."""
        self._stream, self._matcher = stream, matcher
        self._elements, self._rejected = 0, 0
        self._open = False
        self._stream.write("[")
        for element in before:
            self._element(json.dumps(element, ensure_ascii=False))

    def begin(self, file: str, layout: Layout, problems: Sequence[Problem]) -> None:
        """Open the object of a file."""
        self._rejected = 0
        head = {
            "file": file,
            "layout": _layout(layout),
            "columns": list(_columns_as_json(layout.columns, self._matcher)),
            "near_misses": list(_misses_as_json(layout.columns, self._matcher)),
            "problems": [problem_as_json(problem) for problem in problems],
        }
        self._element(f'{json.dumps(head, ensure_ascii=False)[:-1]}, "rejected": [')
        self._open = True

    def reject(self, row: int, problems: Sequence[Problem]) -> None:
        """Write a row that would be rejected."""
        found = {
            "row": row,
            "line": problems[0].place.line,
            "problems": [
                problem_as_json(p) | {"header": p.place.header, "value": p.value} for p in problems
            ],
        }
        separator = ",\n" if self._rejected else "\n"
        self._stream.write(separator + json.dumps(found, ensure_ascii=False))
        self._rejected += 1

    def end(self, findings: Findings, guide: str) -> None:
        """Close the object of a file."""
        rest = {
            "people": findings.people,
            "repeats": [
                {"respondent": r.respondent, "row": r.row, "first": r.first}
                for r in findings.repeats
            ],
            "unknown_answers": findings.labels,
            "guide": guide,
        }
        self._stream.write(f"], {json.dumps(rest, ensure_ascii=False)[1:]}")
        self._open = False

    def refuse(self, file: str, problems: Sequence[Problem]) -> None:
        """Write why a file cannot be understood, or not beyond some place."""
        found = {"file": file, "problems": [problem_as_json(problem) for problem in problems]}
        if self._open:
            refused = json.dumps(found["problems"], ensure_ascii=False)
            self._stream.write(f'], "refused": {refused}}}')
            self._open = False
        else:
            self._element(json.dumps(found, ensure_ascii=False))

    def close(self) -> None:
        """Close the array."""
        self._stream.write("\n]\n")

    def _element(self, text: str) -> None:
        self._stream.write((",\n" if self._elements else "\n") + text)
        self._elements += 1


def _layout(layout: Layout) -> dict[str, Any]:
    column_map = layout.columns
    respondent = (
        None if column_map.respondent is None else column_map.headers[column_map.respondent]
    )
    return {
        "kind": layout.kind,
        "member": layout.member,
        "sheet": layout.sheet,
        "other_sheets": list(layout.others),
        "delimiter": layout.delimiter,
        "encoding": layout.encoding,
        "header_line": layout.place.line,
        "description_rows": layout.descriptions,
        "items_found": len(column_map.items) - len(column_map.missing),
        "items": len(column_map.items),
        "respondent": respondent,
    }


def _columns_as_json(column_map: ColumnMap, matcher: HeaderMatcher) -> Iterator[dict[str, Any]]:
    items = matcher.profile.items
    answers = {column: item for item, columns in enumerate(column_map.items) for column in columns}
    times = {timing.column: timing.item for timing in column_map.times}
    for column, header in enumerate(column_map.headers):
        item = answers.get(column, times.get(column))
        kind = "item" if column in answers else "time" if column in times else "carried"
        item_id = None if item is None else items[item].id
        yield {"header": header, "kind": kind, "item": item_id, "rung": column_map.rules[column]}


def _misses_as_json(column_map: ColumnMap, matcher: HeaderMatcher) -> Iterator[dict[str, str]]:
    for miss in near_misses(column_map, matcher):
        item = matcher.profile.items[miss.item]
        yield {"header": column_map.headers[miss.column], "item": item.id, "text": item.text}


def problem_as_json(problem: Problem) -> dict[str, Any]:
    """Return a problem as `--format json` writes it."""
    return {
        "severity": problem.severity,
        "code": problem.code,
        "line": problem.place.line,
        "column": problem.place.column,
        "message": problem.message,
        "remedy": problem.remedy,
    }
