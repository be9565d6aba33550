"""The item cells of table rows → answers and times, and what is wrong with a row that has none.

An item may have several columns, as when a form asks it in two branches or was asked it anew; those
that are answered must agree.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from operator import itemgetter

import numpy as np
import numpy.typing as npt

from kelompok_quiz.answers import INVALID, MISSING, CellParser
from kelompok_quiz.columns import ColumnMap, HeaderMatcher, TimeColumn
from kelompok_quiz.problems import Place, Problem

LONGEST_NUMBER = 30
"""Characters of a time."""


class ItemCells:
    """Parses the columns that a mapping gives to items; rows must be as wide as the header."""

    def __init__(self, mapping: ColumnMap, matcher: HeaderMatcher) -> None:
        """Prepare for a header; items without a column stay missing."""
        profile = matcher.profile
        self._headers = mapping.headers
        self._items = [item.id for item in profile.items]
        self._points = profile.points
        self._parse = CellParser(profile.responses, matcher.guide.labels).__getitem__
        self._present = [item for item, columns in enumerate(mapping.items) if columns]
        self._repeated = mapping.repeated
        first = [(item, mapping.items[item][0]) for item in self._present]
        self._cells = [*first, *self._repeated]
        self._columns = [column for _, column in self._cells]
        self._last = max(self._columns, default=len(mapping.headers))
        self._pick = picker(self._columns)

    def parse(self, rows: Sequence[Sequence[str]]) -> tuple[npt.NDArray[np.int8], set[int]]:
        """Return the answers as (rows, items), and the rows of which some cell is no answer."""
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

    def reach(self, cells: Sequence[str]) -> bool:
        """Return whether a row goes as far as the last item and answers it.

        Where a cell is lost before, what stands behind the items has moved there.
        """
        return self._last < len(cells) and self._is_answer(cells[self._last])

    def lead_on(self, rows: Sequence[Sequence[str]]) -> bool:
        """Return whether what stands behind the last item could be taken for an answer to it."""
        behind = slice(self._last + 1, self._last + 2)
        return any(self._is_answer(cell) for cells in rows for cell in cells[behind])

    def _is_answer(self, cell: str) -> bool:
        return self._parse(cell) not in {MISSING, INVALID}

    def explain(self, cells: Sequence[str], place: Place) -> Iterator[Problem]:
        """Yield what is wrong with the cells of a row that `parse` found wrong."""
        given: dict[int, str] = {}
        for item, column in self._cells:
            cell = cells[column]
            answer = self._parse(cell)
            if answer == INVALID:
                yield self._invalid(cell, column, place)
            elif answer != MISSING and self._parse(given.setdefault(item, cell)) != answer:
                yield self._disagreement(item, f"{given[item]} / {cell}", column, place)

    def _invalid(self, cell: str, column: int, place: Place) -> Problem:
        parameters = {"value": cell, "points": self._points}
        return Problem("answer_invalid", place.at(self._headers[column]), parameters)

    def _disagreement(self, item: int, both: str, column: int, place: Place) -> Problem:
        parameters = {"item": self._items[item], "value": both}
        return Problem("answers_disagree", place.at(self._headers[column]), parameters)


class TimeCells:
    """Parses the columns that hold the times of items."""

    def __init__(
        self, timings: Sequence[TimeColumn], headers: Sequence[str], matcher: HeaderMatcher
    ) -> None:
        """Prepare for a header."""
        self._timings, self._headers = timings, headers
        self._items = [item.id for item in matcher.profile.items]

    def parse(
        self, rows: Sequence[Sequence[str]]
    ) -> tuple[npt.NDArray[np.float64] | None, set[int]]:
        """Return the seconds as (rows, items), NaN where unknown, and the rows with no time.

        Without a column of times there are no seconds.
        """
        if not self._timings:
            return None, set()
        items, columns, units = zip(*self._timings, strict=True)
        times = [[parse_time(cells[column]) for column in columns] for cells in rows]
        seconds = np.full((len(rows), len(self._items)), np.nan)
        seconds[:, items] = np.array(times, dtype=np.float64) * units
        return seconds, {person for person, row in enumerate(times) if None in row}

    def explain(self, cells: Sequence[str], place: Place) -> Iterator[Problem]:
        """Yield each cell of a row that is neither a time nor blank."""
        for item, column, _ in self._timings:
            if parse_time(cells[column]) is None:
                parameters = {"item": self._items[item], "value": cells[column]}
                yield Problem("seconds_invalid", place.at(self._headers[column]), parameters)


def parse_time(cell: str) -> float | None:
    """Return the number in a cell, NaN if it is blank, None if it is no time."""
    text = cell.strip().replace(",", ".")
    if not text or len(text) > LONGEST_NUMBER:
        return math.nan if not text else None
    try:
        time = float(text)
    except ValueError:
        return None
    return time if math.isfinite(time) and time >= 0 else None


def picker(indices: Sequence[int]) -> Callable[[Sequence[str]], tuple[str, ...]]:
    """Return a fast function that takes the cells at some indices as a tuple."""
    if len(indices) > 1:
        return itemgetter(*indices)
    start, stop = (indices[0], indices[0] + 1) if indices else (0, 0)
    return lambda cells: tuple(cells[start:stop])
