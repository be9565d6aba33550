"""Lines of text → rows of cells, with the delimiter under which the header names most items.

An unclosed quote swallows the lines below it. Here the row ends where the next line is a complete
row by itself, so that one stray quote costs one person and not the rest of a class.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from kelompok_quiz.columns.header_matcher import HeaderMatcher
from kelompok_quiz.problems import InputUnreadable, Place, Problem
from kelompok_quiz.reading.tables import BadRow, Grid, Row, find_header

DELIMITERS = ",;\t|"
HEAD_LINES = 500
"""Lines in which the header is looked for; a quoted header may take many."""
HEAD_ROWS = 25
DECLARATION = "sep="
QUOTE = '"'
LEAST_WIDTH = 4
"""A line of fewer cells may be part of a person's text."""


def read_delimited(lines: Iterable[str], matcher: HeaderMatcher) -> Grid:
    """Return the table in delimited text; raise `InputUnreadable` where there is none."""
    iterator = iter(lines)
    head = list(islice(iterator, HEAD_LINES))
    best = max(_candidates(head, matcher), key=lambda candidate: candidate.rank)
    header = best.header
    if header is None or (not header.items and best.unreadable):
        if best.unreadable:
            raise InputUnreadable(Problem("row_unreadable", Place(line=best.unreadable)))
        raise InputUnreadable(Problem("input_empty"))
    line = best.lines[header.index]
    whole = line == len(head) and line > best.begun
    is_odd = sum(text.count(QUOTE) for text in head) % 2 == 1
    if whole and is_odd and header.items < len(matcher.profile.items):
        raise InputUnreadable(Problem("header_quote_open", Place(line=best.begun)))
    used = best.lines[header.first_person - 1]
    rows = Rows(chain(head[used:], iterator), best.delimiter, len(header.cells), used)
    return Grid("csv", header, line, iter(rows), best.delimiter)


def items_in_header(lines: list[str], matcher: HeaderMatcher) -> int:
    """Return how many items the header names if these first lines are a table."""
    return max(0, *(each.rank[0] for each in _candidates(lines[:HEAD_ROWS], matcher)))


def _candidates(head: list[str], matcher: HeaderMatcher) -> list[_Candidate]:
    """Return the first rows under each delimiter that occurs, one declared by `sep=;` first."""
    text = "".join(head)
    first = head[0].strip("\r\n").strip(QUOTE) if head else ""
    is_declared = first[:-1].lower() == DECLARATION
    declared = first[-1] if is_declared else None
    found = [delimiter for delimiter in DELIMITERS if delimiter in text and delimiter != declared]
    delimiters = [declared, *found] if declared else found or [DELIMITERS[0]]
    skipped = 1 if declared else 0
    return [_Candidate(head[skipped:], skipped, delimiter, matcher) for delimiter in delimiters]


class _Candidate:
    """The first rows under one delimiter, and the header among them.

    `lines`: the last line of each row. `begun`: the first line of the header. `unreadable`: the
    first line that the csv module refuses.
    """

    def __init__(
        self, head: list[str], skipped: int, delimiter: str, matcher: HeaderMatcher
    ) -> None:
        self.delimiter = delimiter
        self.unreadable: int | None = None
        rows = list(islice(self._readable(head, skipped), HEAD_ROWS))
        self.lines = [line for line, _ in rows]
        self.header = find_header([cells for _, cells in rows], matcher)
        index = 0 if self.header is None else self.header.index
        self.begun = self.lines[index - 1] + 1 if index else skipped + 1

    @property
    def rank(self) -> tuple[int, int]:
        """Items found, then columns; of equals the first is taken."""
        return (self.header.items, len(self.header.cells)) if self.header else (-1, 0)

    def _readable(self, lines: list[str], skipped: int) -> Iterator[tuple[int, list[str]]]:
        reader = csv.reader(lines, delimiter=self.delimiter)
        while True:
            try:
                for cells in reader:
                    if any(map(str.strip, cells)):
                        yield skipped + reader.line_num, cells
            except csv.Error:
                self.unreadable = self.unreadable or skipped + reader.line_num
            else:
                return


class Rows:
    """The rows of delimited text below its header.

    `csv.reader` is fed line by line, so that it can be stopped in the middle of a row: the first
    line is then a row of its own, and the others are read again by a new reader.
    """

    def __init__(self, lines: Iterable[str], delimiter: str, width: int, line: int) -> None:
        """Read the lines after line number `line`, into rows of `width` cells."""
        self._lines, self._delimiter = iter(lines), delimiter
        self._width, self._line = width, line
        self._row: list[str] = []
        """The lines of the row that is being read."""
        self._again: deque[str] = deque()
        self._cut = False

    def __iter__(self) -> Iterator[Row]:
        """Yield each row, complete or bad, with its last line."""
        while True:
            self._cut = False
            yield from self._read(csv.reader(self._feed(), delimiter=self._delimiter))
            if not self._cut:
                return

    def _read(self, reader: Iterator[list[str]]) -> Iterator[Row]:
        """Yield rows up to one that was cut short, or to the end."""
        row = self._row
        while True:
            try:
                for cells in reader:
                    if self._cut:
                        yield self._unclosed(cells)
                        return
                    row.clear()
                    yield self._line, cells
            except csv.Error:
                if len(row) > 1:
                    self._cut_short()
                    yield self._unclosed([])
                    return
                row.clear()
                yield self._line, BadRow("row_unreadable")
            else:
                return

    def _feed(self) -> Iterator[str]:
        """Yield line by line; stop where the current row would take in a complete one."""
        row = self._row
        for line in chain(self._drained(), self._lines):
            if row and self._is_complete(line):
                self._again.appendleft(line)
                self._cut_short()
                return
            row.append(line)
            self._line += 1
            yield line
        if row:
            self._cut_short()

    def _drained(self) -> Iterator[str]:
        while self._again:
            yield self._again.popleft()

    def _cut_short(self) -> None:
        """Leave the current row its first line; the others are read again."""
        self._cut = True
        self._again.extendleft(reversed(self._row[1:]))
        self._line -= len(self._row) - 1

    def _unclosed(self, cells: list[str]) -> Row:
        self._row.clear()
        first = tuple(cell.splitlines()[0] if cell else cell for cell in cells)
        return self._line, BadRow("quote_unclosed", first)

    def _is_complete(self, line: str) -> bool:
        """Return whether a line is a row by itself: as wide as the header, no quote left over."""
        if self._width < LEAST_WIDTH:
            return False
        try:
            cells = next(csv.reader([line], delimiter=self._delimiter), [])
        except csv.Error:
            return False
        return len(cells) == self._width and not any(QUOTE in cell for cell in cells)
