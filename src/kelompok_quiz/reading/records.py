"""JSON, JSON Lines and YAML records → answer batches, one person a record.

The first record tells the columns; what a later one adds is kept as an extra.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import Any, TypeAlias

import numpy as np

from kelompok_quiz.answers import MISSING, AnswerBatch
from kelompok_quiz.columns import HeaderMatcher, map_columns
from kelompok_quiz.problems import InputUnreadable, Place, Problem
from kelompok_quiz.reading.assembly import chunks, given_name, respondents, unnamed
from kelompok_quiz.reading.sheets import Parsed, Sheet, SheetParser, as_sheet

MOST_UNSOUND = 8192
"""Records looked at for the first sound one."""
MOST_TOLD = 3
"""Records that are told of where none is sound."""

Record: TypeAlias = tuple[Place, "Mapping[str, Any] | Problem"]
"""Where a record stands, and the record or why it is none."""


class Records:
    """People in records, in the order of the source."""

    def __init__(self, records: Iterable[Record], matcher: HeaderMatcher) -> None:
        """Map the keys of the first sound record; raise `InputUnreadable` if there is none."""
        iterator = iter(records)
        early, self.place, first = _first_sheet(iterator)
        keys = tuple(first.answers)
        self.columns = columns = map_columns(keys, matcher)
        self._people = chain(early, iterator)
        self._parser = SheetParser(matcher)
        self._items = len(matcher.profile.items)
        self._respondent = None if columns.respondent is None else keys[columns.respondent]
        self.headers = tuple(keys[column] for column in columns.carried)

    def batches(self) -> Iterator[AnswerBatch]:
        """Yield the people in order, in bounded batches."""
        for first, chunk in chunks(self._people):
            yield self._batch(chunk, first)

    def _batch(self, chunk: list[Record], first: int) -> AnswerBatch:
        people = [self._person(place, record) for place, record in chunk]
        parsed = [person for _, person in people]
        rejects = {i: tuple(p.problems) for i, p in enumerate(parsed) if p.problems}
        matrix = np.array([p.answers for p in parsed], dtype=np.int8)
        matrix[list(rejects)] = MISSING
        names = [given_name(name) for name, _ in people]
        numbers = range(first, first + len(people))
        return AnswerBatch(
            source=None,
            rows=numbers,
            respondents=respondents(names, numbers),
            unnamed=unnamed(names),
            headers=self.headers,
            cells=[[p.carried.get(header) for header in self.headers] for p in parsed],
            matrix=matrix,
            order=self._order(parsed),
            seconds=np.array([p.seconds for p in parsed], dtype=np.float64),
            rejects=rejects,
            extras={i: extra for i, p in enumerate(parsed) if (extra := self._extra(p))},
        )

    def _person(self, place: Place, record: Mapping[str, Any] | Problem) -> tuple[Any, Parsed]:
        if isinstance(record, Problem):
            blank = self._parser.parse(Sheet({}), place)
            blank.problems.append(record)
            return None, blank
        sheet = as_sheet(record)
        parsed = self._parser.parse(sheet, place)
        return sheet.respondent or parsed.carried.get(self._respondent or ""), parsed

    def _order(self, parsed: list[Parsed]) -> np.ndarray[Any, np.dtype[np.intp]] | None:
        if all(person.order is None for person in parsed):
            return None
        usual = list(range(self._items))
        return np.array([person.order or usual for person in parsed], dtype=np.intp)

    def _extra(self, parsed: Parsed) -> dict[str, Any]:
        return {key: v for key, v in parsed.carried.items() if key not in self.headers}


def _first_sheet(records: Iterator[Record]) -> tuple[list[Record], Place, Sheet]:
    """Return the records up to the first sound one, its place and its sheet."""
    early: list[Record] = []
    problems: list[Problem] = []
    for place, record in islice(records, MOST_UNSOUND):
        early.append((place, record))
        if not isinstance(record, Problem):
            return early, place, as_sheet(record)
        problems.append(record)
    raise InputUnreadable(problems[:MOST_TOLD] or Problem("input_empty"))
