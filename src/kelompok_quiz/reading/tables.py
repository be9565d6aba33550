"""Rows under a header → answer batches, one person a row."""

from __future__ import annotations

from collections.abc import Iterator

from kelompok_quiz.answers import MISSING, AnswerBatch
from kelompok_quiz.columns import HeaderMatcher, map_columns
from kelompok_quiz.problems import Place, Problem
from kelompok_quiz.reading.assembly import (
    Rejects,
    chunks,
    given_name,
    respondents,
    unique_headers,
    unnamed,
)
from kelompok_quiz.reading.cells import ItemCells, TimeCells, picker
from kelompok_quiz.reading.delimited import Broken, Grid, Row
from kelompok_quiz.reading.headings import is_blank


class Table:
    """People under a header; wholly blank rows are no people."""

    def __init__(self, grid: Grid, matcher: HeaderMatcher) -> None:
        """Prepare to read the rows of a grid as its header says."""
        self.columns = mapping = map_columns(grid.heading.cells, matcher)
        self.place = Place(line=grid.line)
        self._rows, self._width = grid.rows, len(mapping.headers)
        self._respondent = mapping.respondent
        self._items = ItemCells(mapping, matcher)
        self._timed = bool(mapping.times)
        self._times = TimeCells(mapping.times, mapping.headers, matcher)
        self._carried = picker(mapping.carried)
        self.headers = unique_headers([mapping.headers[index] for index in mapping.carried])

    def batches(self) -> Iterator[AnswerBatch]:
        """Yield the people in order, in bounded batches."""
        people = (row for row in self._rows if isinstance(row[1], Broken) or not is_blank(row[1]))
        for first, chunk in chunks(people):
            yield self._batch(chunk, first)

    def _batch(self, chunk: list[Row], first: int) -> AnswerBatch:
        def place(person: int) -> Place:
            return Place(line=chunk[person][0], person=first + person)

        rows = [self._fitted(cells) for _, cells in chunk]
        rejects: Rejects = {
            person: (self._misfit(chunk[person][1], place(person)),)
            for person in self._misfits(chunk, rows)
        }
        matrix, wrong = self._items.parse(rows)
        seconds, untimed = self._times.parse(rows)
        for person in (wrong | untimed) - rejects.keys():
            rejects[person] = tuple(self._explained(rows[person], place(person)))
        matrix[list(rejects)] = MISSING
        names, numbers = self._names(rows), range(first, first + len(rows))
        return AnswerBatch(
            source=None,
            rows=numbers,
            respondents=respondents(names, numbers),
            unnamed=unnamed(names),
            headers=self.headers,
            cells=[self._carried(cells) for cells in rows],
            matrix=matrix,
            seconds=seconds,
            rejects=rejects,
        )

    def _explained(self, cells: list[str], place: Place) -> Iterator[Problem]:
        yield from self._items.explain(cells, place)
        yield from self._times.explain(cells, place)

    def _misfits(self, chunk: list[Row], rows: list[list[str]]) -> list[int]:
        """Return who has a row that had to be fitted, and lacks more than blank carried cells.

        Excel leaves those out where a whole block of rows has none in the last columns. That is
        told from a lost cell by the last item, unless times or digits follow it.
        """
        fitted = [person for person, (_, cells) in enumerate(chunk) if cells is not rows[person]]
        if not fitted or self._timed or self._items.lead_on(rows):
            return fitted
        return [person for person in fitted if not self._is_short(chunk[person][1])]

    def _is_short(self, cells: list[str] | Broken) -> bool:
        if isinstance(cells, Broken) or len(cells) > self._width:
            return False
        return self._items.reach(cells)

    def _misfit(self, cells: list[str] | Broken, place: Place) -> Problem:
        if isinstance(cells, Broken):
            return Problem(cells.code, place)
        return Problem("row_width", place, {"cells": len(cells), "headers": self._width})

    def _fitted(self, cells: list[str] | Broken) -> list[str]:
        """Return as many cells as the header has: those that were made out, then blank ones."""
        if isinstance(cells, Broken):
            return self._fitted([*cells.cells])
        if len(cells) == self._width:
            return cells
        return [*cells, *[""] * self._width][: self._width]

    def _names(self, rows: list[list[str]]) -> list[str]:
        column = self._respondent
        return [""] * len(rows) if column is None else [given_name(cells[column]) for cells in rows]
