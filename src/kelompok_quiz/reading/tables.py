"""Rows → the header among them → answer batches, one person a row.

The header is the row that names most items. Title rows may precede it. Its blank cells are filled
from the row above (SurveyMonkey puts the question there). Rows below that describe columns are not
people: HXL tags, the import ids of Qualtrics with the questions over them, `Response` under every
question, ids under statements.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, count
from typing import TypeAlias

from kelompok_quiz.answers import MISSING, AnswerBatch
from kelompok_quiz.columns.column_map import map_columns
from kelompok_quiz.columns.header_matcher import HeaderMatcher
from kelompok_quiz.problems import Place, Problem
from kelompok_quiz.reading.batches import Layout, chunks, name_people
from kelompok_quiz.reading.cells import ItemCells, TimeCells, picker
from kelompok_quiz.words.checking import UNNAMED_COLUMN

MOST_ROWS = 20
"""Rows in which the header is looked for."""
MOST_DESCRIPTIONS = 3
"""Rows below a header that may describe its columns."""
LEAST_GROUPS = 3
"""Cells from which the row above a header belongs to it; a title has one or two."""
IMPORT_ID = '{"ImportId"'
HXL = "#"
RESPONSE_WORDS = frozenset(("response", "open-ended response", "respons", "jawaban", "tanggapan"))

Cells: TypeAlias = Sequence[str]


@dataclass(frozen=True, slots=True)
class Header:
    """A header: its index among the rows, its cells, the number of items they name.

    `descriptions`: rows below it that describe columns.
    """

    index: int
    cells: tuple[str, ...]
    items: int
    descriptions: int

    @property
    def first_person(self) -> int:
        """The index of the first row that may be a person."""
        return self.index + 1 + self.descriptions


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be read: the code of its problem, and the cells that were made out."""

    code: str
    cells: tuple[str, ...] = ()


Row: TypeAlias = tuple[int, list[str] | BadRow]
"""The last line of a row and its cells."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A header, the line it ends on, and the rows below it; see `Layout` for the rest."""

    kind: str
    header: Header
    line: int
    rows: Iterator[Row]
    delimiter: str | None = None
    worksheet: str | None = None
    other_worksheets: tuple[str, ...] = ()


def find_header(rows: Sequence[Cells], matcher: HeaderMatcher) -> Header | None:
    """Return the header among the first rows of a table, or None if all of them are blank."""
    index, items = _fullest(rows, matcher)
    if index is None:
        return None
    above = rows[index - 1] if index else ()
    cells = list(rows[index])
    if _width(above) >= LEAST_GROUPS:
        for column, (cell, over) in enumerate(zip(cells, above, strict=False)):
            if over.strip() and (not cell.strip() or _is_response_word(cell)):
                cells[column] = over
    below = rows[index + 1 : index + 1 + MOST_DESCRIPTIONS]
    named = (cell if cell.strip() else UNNAMED_COLUMN.format(n) for n, cell in enumerate(cells, 1))
    return Header(index, tuple(named), items, _descriptions(below, cells, matcher))


def is_blank(cells: Iterable[str]) -> bool:
    """Return whether every cell is blank."""
    return not any(map(str.strip, cells))


def _fullest(rows: Sequence[Cells], matcher: HeaderMatcher) -> tuple[int | None, int]:
    """Return the index of the row that names most items, and their number.

    Where none names any, it is the first row with at least half as many cells as the widest.
    """
    best, most = None, 0
    for index, cells in enumerate(rows[:MOST_ROWS]):
        items = matcher.count_items(cells)
        if items > most:
            best, most = index, items
        if items == len(matcher.profile.items):
            break
    if best is not None:
        return best, most
    widths = [_width(cells) for cells in rows[:MOST_ROWS]]
    wide = (index for index, width in enumerate(widths) if width and 2 * width >= max(widths))
    return next(wide, None), 0


def _width(cells: Cells) -> int:
    return sum(map(bool, map(str.strip, cells)))


def _is_response_word(cell: str) -> bool:
    return cell.strip().lower() in RESPONSE_WORDS


def _descriptions(below: Sequence[Cells], header: Cells, matcher: HeaderMatcher) -> int:
    """Return how many of the rows below a header describe its columns."""
    for number, cells in enumerate(below, start=1):
        if any(cell.startswith(IMPORT_ID) for cell in cells):
            return number
    number = 0
    while number < len(below) and _is_description(below[number], header, matcher):
        number += 1
    return number


def _is_description(cells: Cells, header: Cells, matcher: HeaderMatcher) -> bool:
    given = [cell.strip() for cell in cells if cell.strip()]
    if given and all(cell.startswith(HXL) for cell in given):
        return True
    pairs = zip(map(matcher.item, header), cells, strict=False)
    described = [
        matcher.item(cell) == item or _is_response_word(cell)
        for item, cell in pairs
        if item is not None
    ]
    return bool(described) and all(described)


class Table:
    """The people under a header; wholly blank rows are skipped.

    `layout.place` does not name the file, `headers` are carried.
    """

    def __init__(self, grid: Grid, matcher: HeaderMatcher) -> None:
        """Map the columns of a grid."""
        header = grid.header
        columns = map_columns(header.cells, matcher)
        self.layout = Layout(
            kind=grid.kind,
            columns=columns,
            place=Place(line=grid.line),
            delimiter=grid.delimiter,
            descriptions=header.descriptions,
            worksheet=grid.worksheet,
            other_worksheets=grid.other_worksheets,
        )
        self.headers = _unique([columns.headers[index] for index in columns.carried])
        self._rows, self._width = grid.rows, len(columns.headers)
        self._respondent = columns.respondent
        self._items = ItemCells(columns, matcher)
        self._times = TimeCells(columns, matcher)
        self._carried = picker(columns.carried)

    def batches(self, file: str | None) -> Iterator[AnswerBatch]:
        """Yield the people in order, in bounded batches; every place names the file."""
        people = (row for row in self._rows if isinstance(row[1], BadRow) or not is_blank(row[1]))
        for first, chunk in chunks(people):
            yield self._batch(chunk, first, file)

    def _batch(self, chunk: list[Row], first: int, file: str | None) -> AnswerBatch:
        def place(person: int) -> Place:
            return Place(file, chunk[person][0], person=first + person)

        rows = [self._fitted(cells) for _, cells in chunk]
        rejects: dict[int, tuple[Problem, ...]] = {
            person: (self._misfit(chunk[person][1], place(person)),)
            for person in self._misfits(chunk, rows)
        }
        matrix, wrong = self._items.parse(rows)
        seconds, untimed = self._times.parse(rows)
        for person in (wrong | untimed) - rejects.keys():
            cells, where = rows[person], place(person)
            found = chain(self._items.explain(cells, where), self._times.explain(cells, where))
            rejects[person] = tuple(found)
        matrix[list(rejects)] = MISSING
        column, numbers = self._respondent, range(first, first + len(rows))
        values = [""] * len(rows) if column is None else [cells[column] for cells in rows]
        respondents, unnamed = name_people(values, numbers)
        return AnswerBatch(
            source=file,
            rows=numbers,
            respondents=respondents,
            unnamed=unnamed,
            headers=self.headers,
            cells=[self._carried(cells) for cells in rows],
            matrix=matrix,
            seconds=seconds,
            rejects=rejects,
        )

    def _misfits(self, chunk: list[Row], rows: list[list[str]]) -> list[int]:
        """Return the people whose row is too long, or lacks more than blank carried cells.

        Excel omits those where a whole block of rows has none in the last columns. The last item
        shows that no cell before it was lost, unless times or digits follow it.
        """
        fitted = [person for person, (_, cells) in enumerate(chunk) if cells is not rows[person]]
        if not fitted or self._times.columns or self._items.may_continue(rows):
            return fitted
        return [person for person in fitted if not self._is_short(chunk[person][1])]

    def _is_short(self, cells: list[str] | BadRow) -> bool:
        """Return whether a row lacks no more than carried cells."""
        if isinstance(cells, BadRow) or len(cells) > self._width:
            return False
        return self._items.answers_last(cells)

    def _misfit(self, cells: list[str] | BadRow, place: Place) -> Problem:
        if isinstance(cells, BadRow):
            return Problem(cells.code, place)
        return Problem("row_width", place, {"cells": len(cells), "headers": self._width})

    def _fitted(self, cells: list[str] | BadRow) -> list[str]:
        """Return as many cells as the header has; a row that fits is returned itself."""
        if isinstance(cells, BadRow):
            cells = [*cells.cells]
        elif len(cells) == self._width:
            return cells
        return [*cells, *[""] * self._width][: self._width]


def _unique(headers: Sequence[str]) -> tuple[str, ...]:
    """Return the headers with a number after each repeated one, so that no column is lost."""
    unique: dict[str, None] = {}
    numbers: defaultdict[str, Iterator[int]] = defaultdict(lambda: count(2))
    for header in headers:
        numbered = (f"{header} ({number})" for number in numbers[header])
        unique[next(name for name in chain([header], numbered) if name not in unique)] = None
    return tuple(unique)
