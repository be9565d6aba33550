"""Rows under a header → answer batches, one person a row."""

from __future__ import annotations

from collections.abc import Iterator

from kelompok_quiz.answers import MISSING, AnswerBatch
from kelompok_quiz.mapping import Ladder
from kelompok_quiz.problems import Place, Problem
from kelompok_quiz.reading.assembly import Rejects, chunks, respondent_name, unique_headers
from kelompok_quiz.reading.cells import ItemCells, TimeCells, picker
from kelompok_quiz.reading.delimited import Broken, Grid, Row
from kelompok_quiz.reading.headings import is_blank
from kelompok_quiz.reading.layouts import Layout


class Table:
    """People under a header; wholly blank rows are no people."""

    def __init__(self, grid: Grid, layout: Layout, ladder: Ladder) -> None:
        """Prepare to read the rows of a grid as its layout says."""
        mapping = layout.mapping
        self.layout = layout
        self._rows, self._width = grid.rows, len(mapping.headers)
        self._file = layout.place.file
        self._respondent = mapping.respondent
        self._items = ItemCells(mapping, ladder)
        self._timed = bool(mapping.timings)
        self._times = TimeCells(mapping.timings, mapping.headers, ladder)
        self._carried = picker(mapping.carried)
        self.headers = unique_headers([mapping.headers[index] for index in mapping.carried])

    def batches(self) -> Iterator[AnswerBatch]:
        """Yield the people in order, in bounded batches."""
        people = (row for row in self._rows if isinstance(row[1], Broken) or not is_blank(row[1]))
        for first, chunk in chunks(people):
            yield self._batch(chunk, first)

    def _batch(self, chunk: list[Row], first: int) -> AnswerBatch:
        rejects: Rejects = {}
        rows: list[list[str]] = []
        for person, (line, cells) in enumerate(chunk):
            if isinstance(cells, list) and len(cells) == self._width:
                rows.append(cells)
                continue
            rows.append(self._fitted(cells))
            if not self._lacks_blanks(cells):
                rejects[person] = (self._misfit(cells, self._place(line, first + person)),)
        matrix, wrong = self._items.parse(rows)
        seconds, untimed = self._times.parse(rows)
        for person in (wrong | untimed) - rejects.keys():
            place = self._place(chunk[person][0], first + person)
            rejects[person] = tuple(self._explained(rows[person], place))
        matrix[list(rejects)] = MISSING
        return AnswerBatch(
            source=self._file,
            rows=range(first, first + len(rows)),
            respondents=self._names(rows, first),
            headers=self.headers,
            cells=[self._carried(cells) for cells in rows],
            matrix=matrix,
            seconds=seconds,
            rejects=rejects,
        )

    def _explained(self, cells: list[str], place: Place) -> Iterator[Problem]:
        yield from self._items.explain(cells, place)
        yield from self._times.explain(cells, place)

    def _lacks_blanks(self, cells: list[str] | Broken) -> bool:
        """Whether a row lacks no more than blank carried cells at its end.

        Excel leaves those out where a whole block of rows has none in the last columns.
        """
        if isinstance(cells, Broken) or len(cells) > self._width:
            return False
        return not self._timed and self._items.reach(cells)

    def _place(self, line: int, person: int) -> Place:
        return Place(self._file, line, person=person)

    def _misfit(self, cells: list[str] | Broken, place: Place) -> Problem:
        if isinstance(cells, Broken):
            return Problem(cells.code, place)
        return Problem("row_width", place, {"cells": len(cells), "headers": self._width})

    def _fitted(self, cells: list[str] | Broken) -> list[str]:
        """Return as many cells as the header has: those that were made out, then blank ones."""
        made_out = cells.cells if isinstance(cells, Broken) else cells
        return [*made_out, *[""] * self._width][: self._width]

    def _names(self, rows: list[list[str]], first: int) -> list[str]:
        column = self._respondent
        if column is None:
            return [str(first + index) for index in range(len(rows))]
        return [respondent_name(cells[column], first + i) for i, cells in enumerate(rows)]
