"""Lines of text → rows of cells, with the delimiter under which most items map.

An unclosed quote swallows what stands below it. Here the row ends where the next line is a row of
its own, so that one stray quote costs one person and not the rest of a class.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import TypeAlias

from kelompok_quiz.columns import HeaderMatcher
from kelompok_quiz.problems import InputUnreadable, Place, Problem
from kelompok_quiz.reading.headings import Heading, find_heading

DELIMITERS = ",;\t|"
HEAD_LINES = 500
"""Physical lines in which the header is looked for; with quoted newlines it may take many."""
HEAD_ROWS = 25
DECLARATION = "sep="
QUOTE = '"'
LEAST_WIDTH = 4
"""A line of fewer cells may be part of somebody's text."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A row that cannot be taken as it is: why, and the cells that were made out."""

    code: str
    cells: tuple[str, ...] = ()


Row: TypeAlias = tuple[int, list[str] | Broken]
"""The last line of a row and its cells."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table that has been understood: its header, the line it ends on, and the rows below."""

    heading: Heading
    line: int
    rows: Iterator[Row]
    delimiter: str | None = None


def delimited(lines: Iterable[str], matcher: HeaderMatcher) -> Grid:
    """Return the table in delimited text; raise `InputUnreadable` where there is none."""
    iterator = iter(lines)
    head = list(islice(iterator, HEAD_LINES))
    candidates = [_Candidate(head, delimiter, matcher) for delimiter in _delimiters(head)]
    best = max(candidates, key=lambda candidate: candidate.rank)
    heading = best.heading
    if heading is None or (not heading.items and best.unreadable):
        raise InputUnreadable(_headless(best))
    line = best.lines[heading.index]
    if _swallows(head, best, matcher):
        raise InputUnreadable(Problem("header_quote_open", Place(line=best.begun)))
    used = best.lines[heading.people - 1]
    rest = chain(head[used:], iterator)
    rows = Rows(rest, best.delimiter, len(heading.cells), used)
    return Grid(heading, line, iter(rows), best.delimiter)


def items_in_header(lines: list[str], matcher: HeaderMatcher) -> int:
    """Return how many items the header stands for if these first lines are a table."""
    head = lines[:HEAD_ROWS]
    candidates = [_Candidate(head, delimiter, matcher) for delimiter in _delimiters(head)]
    return max(0, *(candidate.rank[0] for candidate in candidates))


def _headless(candidate: _Candidate) -> Problem:
    if candidate.unreadable:
        return Problem("row_unreadable", Place(line=candidate.unreadable))
    return Problem("input_empty")


def _swallows(head: list[str], best: _Candidate, matcher: HeaderMatcher) -> bool:
    """Whether a quote that opens in the header takes in all that was looked at."""
    heading = best.heading
    if heading is None or heading.items == len(matcher.profile.items):
        return False
    whole = best.lines[heading.index] == len(head) and best.lines[heading.index] > best.begun
    return whole and sum(line.count(QUOTE) for line in head) % 2 == 1


def _delimiters(head: list[str]) -> list[str]:
    """Return the delimiters to try: a declared one first, then those that occur."""
    text = "".join(head)
    declared = _declared(head)
    found = [delimiter for delimiter in DELIMITERS if delimiter in text and delimiter != declared]
    return [declared, *found] if declared else found or [DELIMITERS[0]]


def _declared(head: list[str]) -> str | None:
    """Return the delimiter that a first line `sep=;` declares."""
    first = head[0].strip("\r\n").strip(QUOTE) if head else ""
    is_declared = first[: len(DECLARATION)].lower() == DECLARATION
    return first[-1] if is_declared and len(first) == len(DECLARATION) + 1 else None


class _Candidate:
    """The first rows under one delimiter, and the header among them."""

    def __init__(self, head: list[str], delimiter: str, matcher: HeaderMatcher) -> None:
        self.delimiter = delimiter
        self.unreadable: int | None = None
        skipped = 1 if _declared(head) else 0
        rows = list(islice(self._readable(head[skipped:], skipped), HEAD_ROWS))
        self.lines = [line for line, _ in rows]
        self.heading = find_heading([cells for _, cells in rows], matcher)
        index = 0 if self.heading is None else self.heading.index
        self.begun = self.lines[index - 1] + 1 if index else skipped + 1

    @property
    def rank(self) -> tuple[int, int]:
        """Items found, then columns; of equals the first is taken."""
        return (self.heading.items, len(self.heading.cells)) if self.heading else (-1, 0)

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
    """The rows of delimited text below its header."""

    def __init__(self, lines: Iterable[str], delimiter: str, width: int, line: int) -> None:
        """Read lines of which `line` have gone before, into rows of `width` cells."""
        self._lines, self._delimiter = iter(lines), delimiter
        self._width, self._line = width, line
        self._row: list[str] = []
        self._again: deque[str] = deque()
        self._cut = False

    def __iter__(self) -> Iterator[Row]:
        """Yield each row, whole or broken, with its last line."""
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
                        yield self._broken(tuple(cells))
                        return
                    row.clear()
                    yield self._line, cells
            except csv.Error:
                if len(row) > 1:
                    self._cut_short()
                    yield self._broken(())
                    return
                row.clear()
                yield self._line, Broken("row_unreadable")
            else:
                return

    def _feed(self) -> Iterator[str]:
        """Yield line by line; stop where the row that is being read would take in another one."""
        row = self._row
        for line in chain(self._drained(), self._lines):
            if row and self._stands_alone(line):
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
        """Leave its first line to the row that is being read, and read the others again."""
        self._cut = True
        self._again.extendleft(reversed(self._row[1:]))
        self._line -= len(self._row) - 1

    def _broken(self, cells: tuple[str, ...]) -> Row:
        self._row.clear()
        first = tuple(cell.splitlines()[0] if cell else cell for cell in cells)
        return self._line, Broken("quote_unclosed", first)

    def _stands_alone(self, line: str) -> bool:
        """Whether a line is a row by itself: as wide as the header, with no quote left over."""
        if self._width < LEAST_WIDTH:
            return False
        try:
            cells = next(csv.reader([line], delimiter=self._delimiter), [])
        except csv.Error:
            return False
        return len(cells) == self._width and not any(QUOTE in cell for cell in cells)
