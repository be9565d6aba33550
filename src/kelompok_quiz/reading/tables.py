"""Rows under a header, and delimited text → answer batches."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TypeAlias

from kelompok_quiz.answers import MISSING, AnswerBatch
from kelompok_quiz.mapping import Ladder, map_headers
from kelompok_quiz.problems import InputUnreadable, Place, Problem
from kelompok_quiz.profile import Profile
from kelompok_quiz.reading.assembly import Rejects, chunks, respondent_name, unique_headers
from kelompok_quiz.reading.cells import ItemCells, picker

DELIMITERS = ",;\t|"
LONGEST_HEADER = 500
"""Physical lines that one header row, with its quoted newlines, may span."""

Row: TypeAlias = tuple[int, list[str] | None]
"""The last line of a record and its cells; None where the record cannot be read."""


class Table:
    """People under a header, one a row; wholly blank rows are no people."""

    def __init__(
        self,
        header: Sequence[str],
        rows: Iterable[Row],
        profile: Profile,
        place: Place,
        *,
        partial: bool,
    ) -> None:
        """Map the header; raise `InputUnreadable` where it does not fit the profile."""
        mapping = map_headers(header, profile, partial=partial, place=place)
        self._rows, self._width, self._file = rows, len(header), place.file
        self._respondent = mapping.respondent
        self._items = ItemCells(mapping, profile)
        self._carried = picker(mapping.carried)
        self.headers = unique_headers([header[index] for index in mapping.carried])

    def batches(self) -> Iterator[AnswerBatch]:
        """Yield the people in order, in bounded batches."""
        people = (row for row in self._rows if not _is_blank(row[1]))
        for first, chunk in chunks(people):
            yield self._batch(chunk, first)

    def _batch(self, chunk: list[Row], first: int) -> AnswerBatch:
        rejects: Rejects = {}
        rows = []
        for person, (line, cells) in enumerate(chunk):
            if cells is None or len(cells) != self._width:
                rejects[person] = (self._misfit(cells, self._place(line, first + person)),)
                rows.append(([*(cells or ()), *[""] * self._width])[: self._width])
            else:
                rows.append(cells)
        matrix, wrong = self._items.parse(rows)
        for person in wrong - rejects.keys():
            place = self._place(chunk[person][0], first + person)
            rejects[person] = tuple(self._items.explain(rows[person], place))
        matrix[list(rejects)] = MISSING
        return AnswerBatch(
            source=self._file,
            rows=range(first, first + len(rows)),
            respondents=self._names(rows, first),
            headers=self.headers,
            cells=[self._carried(cells) for cells in rows],
            matrix=matrix,
            rejects=rejects,
        )

    def _place(self, line: int, person: int) -> Place:
        return Place(self._file, line, person=person)

    def _misfit(self, cells: list[str] | None, place: Place) -> Problem:
        if cells is None:
            return Problem("row_unreadable", place)
        return Problem("row_width", place, {"cells": len(cells), "headers": self._width})

    def _names(self, rows: list[list[str]], first: int) -> list[str]:
        column = self._respondent
        if column is None:
            return [str(first + index) for index in range(len(rows))]
        return [respondent_name(cells[column], first + i) for i, cells in enumerate(rows)]


def delimited(lines: Iterable[str], profile: Profile, file: str | None, *, partial: bool) -> Table:
    """Return the table in delimited text, its delimiter the one under which most items map."""
    iterator = iter(lines)
    head = _header_lines(iterator)
    delimiter = _delimiter(head, profile)
    reader = csv.reader(chain(head, iterator), delimiter=delimiter)
    rows = _rows(reader)
    line, header = next((row for row in rows if not _is_blank(row[1])), (1, []))
    if header is None:
        raise InputUnreadable(Problem("row_unreadable", Place(file, line)))
    if not header:
        raise InputUnreadable(Problem("input_empty", Place(file)))
    return Table(header, rows, profile, Place(file, line), partial=partial)


def _header_lines(lines: Iterator[str]) -> list[str]:
    """The lines to the end of the first record that is not blank, quoted newlines and all."""
    head: list[str] = []
    quotes = started = 0
    for line in lines:
        head.append(line)
        quotes += line.count('"')
        started += bool(started or line.strip())
        if (started and quotes % 2 == 0) or started == LONGEST_HEADER:
            break
    return head


def _delimiter(head: list[str], profile: Profile) -> str:
    ladder = Ladder(profile)

    def items_mapped(delimiter: str) -> tuple[int, int]:
        rows = _rows(csv.reader(head, delimiter=delimiter))
        header = next((cells for _, cells in rows if cells and not _is_blank(cells)), [])
        return ladder.count(header), len(header)

    return max(DELIMITERS, key=items_mapped)


def _rows(reader: Iterator[list[str]]) -> Iterator[Row]:
    """Yield each record with its line; one that cannot be read stands there as None."""
    while True:
        try:
            for cells in reader:
                yield reader.line_num, cells  # type: ignore[attr-defined]
        except csv.Error:
            yield reader.line_num, None  # type: ignore[attr-defined]
        else:
            return


def _is_blank(cells: list[str] | None) -> bool:
    return cells is not None and not any(map(str.strip, cells))
