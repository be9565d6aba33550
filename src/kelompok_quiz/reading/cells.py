"""The cells of table rows → answers and times, and the problems of a row that has others.

An item may have several columns, as when a form asks it in two branches; those that are answered
must agree.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from operator import itemgetter

import numpy as np
import numpy.typing as npt

from kelompok_quiz.answers import INVALID, MISSING, CellParser
from kelompok_quiz.columns.column_map import ColumnMap
from kelompok_quiz.columns.header_matcher import HeaderMatcher
from kelompok_quiz.problems import Place, Problem

LONGEST_NUMBER = 30
"""Characters of a time; `float` would read any number of digits."""


class ItemCells:
    """Parses the columns of items; rows must be as wide as the header."""

    def __init__(self, columns: ColumnMap, matcher: HeaderMatcher) -> None:
        """Prepare for a header; items without a column stay missing."""
        profile = matcher.profile
        self._headers = columns.headers
        self._items = [item.id for item in profile.items]
        self._points = profile.points
        self._parse = CellParser(profile.responses, matcher.guide.labels).__getitem__
        self._present = [item for item, found in enumerate(columns.items) if found]
        self._repeated = columns.repeated
        first = [(item, columns.items[item][0]) for item in self._present]
        self._cells = [*first, *self._repeated]
        self._columns = [column for _, column in self._cells]
        self._last = max(self._columns, default=len(columns.headers))
        self._pick = picker(self._columns)

    def parse(self, rows: Sequence[Sequence[str]]) -> tuple[npt.NDArray[np.int8], set[int]]:
        """Return the answers as (rows, items), and the rows with a cell that is not an answer."""
        picked = chain.from_iterable(map(self._pick, rows))
        parsed = np.frombuffer(bytes(map(self._parse, picked)), np.uint8)
        given = parsed.reshape(len(rows), len(self._columns))
        answers = np.zeros((len(rows), len(self._items)), dtype=np.uint8)
        answers[:, self._present] = given[:, : len(self._present)]
        wrong = (given == INVALID).any(axis=1)
        for offset, (item, _) in enumerate(self._repeated, start=len(self._present)):
            first, again = answers[:, item], given[:, offset]
            wrong |= (first != again) & (first != MISSING) & (again != MISSING)
            answers[:, item] = np.maximum(first, again)
        answers[wrong] = MISSING
        return answers.astype(np.int8), set(np.flatnonzero(wrong).tolist())

    def answers_last(self, cells: Sequence[str]) -> bool:
        """Return whether a row reaches the last item and answers it.

        If a cell was lost before it, the cell after the items has moved into its place.
        """
        return self._last < len(cells) and self._is_answer(cells[self._last])

    def may_continue(self, rows: Sequence[Sequence[str]]) -> bool:
        """Return whether some cell after the last item could pass for an answer to it."""
        after = slice(self._last + 1, self._last + 2)
        return any(self._is_answer(cell) for cells in rows for cell in cells[after])

    def _is_answer(self, cell: str) -> bool:
        return self._parse(cell) not in {MISSING, INVALID}

    def explain(self, cells: Sequence[str], place: Place) -> Iterator[Problem]:
        """Yield the problems of a row that `parse` found wrong."""
        given: dict[int, str] = {}
        for item, column in self._cells:
            cell = cells[column]
            answer = self._parse(cell)
            if answer == INVALID:
                parameters: dict[str, object] = {"value": cell, "points": self._points}
                yield Problem("answer_invalid", place.at(self._headers[column]), parameters)
            elif answer != MISSING and self._parse(given.setdefault(item, cell)) != answer:
                parameters = {"item": self._items[item], "value": f"{given[item]} / {cell}"}
                yield Problem("answers_disagree", place.at(self._headers[column]), parameters)


class TimeCells:
    """Parses the columns that hold the times of items."""

    def __init__(self, columns: ColumnMap, matcher: HeaderMatcher) -> None:
        """Prepare for a header."""
        self.columns, self._headers = columns.times, columns.headers
        self._items = [item.id for item in matcher.profile.items]

    def parse(
        self, rows: Sequence[Sequence[str]]
    ) -> tuple[npt.NDArray[np.float64] | None, set[int]]:
        """Return the seconds as (rows, items), NaN where unknown, and the rows with a wrong cell.

        Without a column of times there are no seconds.
        """
        if not self.columns:
            return None, set()
        items, columns, units = zip(*self.columns, strict=True)
        times = [[parse_time(cells[column]) for column in columns] for cells in rows]
        seconds = np.full((len(rows), len(self._items)), np.nan)
        seconds[:, items] = np.array(times, dtype=np.float64) * units
        return seconds, {person for person, row in enumerate(times) if None in row}

    def explain(self, cells: Sequence[str], place: Place) -> Iterator[Problem]:
        """Yield a problem for each cell of a row that is neither a time nor blank."""
        for item, column, _ in self.columns:
            if parse_time(cells[column]) is None:
                parameters = {"item": self._items[item], "value": cells[column]}
                yield Problem("seconds_invalid", place.at(self._headers[column]), parameters)


def parse_time(cell: str) -> float | None:
    """Return the number in a cell, NaN if it is blank, None if it is neither."""
    text = cell.strip().replace(",", ".")
    if not text or len(text) > LONGEST_NUMBER:
        return math.nan if not text else None
    try:
        time = float(text)
    except ValueError:
        return None
    return time if math.isfinite(time) and time >= 0 else None


def picker(indices: Sequence[int]) -> Callable[[Sequence[str]], tuple[str, ...]]:
    """Return a fast function that returns the cells at some indices as a tuple."""
    if len(indices) > 1:
        return itemgetter(*indices)
    start, stop = (indices[0], indices[0] + 1) if indices else (0, 0)
    return lambda cells: tuple(cells[start:stop])
