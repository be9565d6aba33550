"""JSON, JSON Lines and YAML records → answer batches, one person a record.

A record is flat, with items and other columns as its keys, or it is an answer file as the quiz
saves it. The first record decides the columns; a key that only later ones have is kept as an extra.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from typing import Any, TypeAlias

import numpy as np

from kelompok_quiz.answers import INVALID, MISSING, AnswerBatch, CellParser
from kelompok_quiz.columns.column_map import map_columns
from kelompok_quiz.columns.header_matcher import HeaderMatcher, TimeMatch
from kelompok_quiz.problems import InputUnreadable, Place, Problem
from kelompok_quiz.profile.model import VERSION_PATTERN
from kelompok_quiz.reading.batches import Layout, chunks, name_people
from kelompok_quiz.reading.cells import parse_time

MOST_BAD = 8192
"""Records in which the first good one is looked for."""
MOST_REPORTED = 3
"""Bad records reported if none is good."""
SAVED_KEYS = frozenset(("profile", "respondent", "answers", "order", "seconds", "seed"))
"""The keys of an answer file as the quiz saves it: no others, and `answers` a mapping."""

Record: TypeAlias = tuple[Place, Mapping[str, Any] | Problem]
"""The place of a record, and its content or the reason why it has none."""


class Records:
    """The people in records; `layout.place` does not name the file, `headers` are carried."""

    def __init__(self, kind: str, records: Iterable[Record], matcher: HeaderMatcher) -> None:
        """Map the keys of the first good record; raise `InputUnreadable` if there is none."""
        iterator = iter(records)
        self._parser = RecordParser(matcher)
        early, place, keys = _first_keys(iterator, self._parser)
        columns = map_columns(keys, matcher)
        self.layout = Layout(kind, columns, place)
        self.headers = tuple(keys[column] for column in columns.carried)
        self._people = chain(early, iterator)
        self._items = len(matcher.profile.items)
        self._respondent = None if columns.respondent is None else keys[columns.respondent]

    def batches(self, file: str | None) -> Iterator[AnswerBatch]:
        """Yield the people in order, in bounded batches; every place names the file."""
        for first, chunk in chunks(self._people):
            yield self._batch(chunk, first, file)

    def _batch(self, chunk: list[Record], first: int, file: str | None) -> AnswerBatch:
        people = [self._person(place, record, file) for place, record in chunk]
        parsed = [person for _, person in people]
        rejects = {i: tuple(p.problems) for i, p in enumerate(parsed) if p.problems}
        matrix = np.array([p.answers for p in parsed], dtype=np.int8)
        matrix[list(rejects)] = MISSING
        numbers = range(first, first + len(people))
        respondents, unnamed = name_people([name for name, _ in people], numbers)
        order, usual = None, list(range(self._items))
        if any(p.order is not None for p in parsed):
            order = np.array([p.order or usual for p in parsed], dtype=np.intp)
        extras = [
            {key: value for key, value in p.carried.items() if key not in self.headers}
            for p in parsed
        ]
        return AnswerBatch(
            source=file,
            rows=numbers,
            respondents=respondents,
            unnamed=unnamed,
            headers=self.headers,
            cells=[[p.carried.get(header) for header in self.headers] for p in parsed],
            matrix=matrix,
            order=order,
            seconds=np.array([p.seconds for p in parsed], dtype=np.float64),
            rejects=rejects,
            extras={i: extra for i, extra in enumerate(extras) if extra},
        )

    def _person(
        self, place: Place, record: Mapping[str, Any] | Problem, file: str | None
    ) -> tuple[Any, ParsedRecord]:
        """Return the respondent and the parsed record."""
        if file is not None:
            place = Place(file, place.line, person=place.person)
        if isinstance(record, Problem):
            blank = self._parser.parse(SavedAnswers({}), place)
            blank.problems.append(replace(record, place=place))
            return None, blank
        saved = saved_answers(record)
        parsed = self._parser.parse(saved, place)
        return saved.respondent or parsed.carried.get(self._respondent or ""), parsed


def _first_keys(
    records: Iterator[Record], parser: RecordParser
) -> tuple[list[Record], Place, tuple[str, ...]]:
    """Return the records up to the first good one, its place and its keys.

    Answers to other statements have other keys: where no record is good but some are such answers,
    the keys are the profile's own, so that every person is rejected by name.
    """
    early: list[Record] = []
    problems: list[Problem] = []
    foreign: list[Place] = []
    for place, record in islice(records, MOST_BAD):
        early.append((place, record))
        if isinstance(record, Problem):
            problems.append(record)
            continue
        saved = saved_answers(record)
        if parser.check_stamp(saved, place) is None:
            return early, place, tuple(saved.answers)
        foreign.append(place)
    if foreign:
        return early, foreign[0], parser.ids
    raise InputUnreadable(problems[:MOST_REPORTED] or Problem("input_empty"))


@dataclass(frozen=True, slots=True)
class SavedAnswers:
    """The parts of a record: answers by key, and the rest where it is known.

    `stamp`: id and version of the profile that was answered.
    """

    answers: Mapping[str, Any]
    respondent: Any = None
    order: Any = None
    seconds: Mapping[str, Any] = field(default_factory=dict)
    stamp: Any = None


def saved_answers(record: Mapping[str, Any]) -> SavedAnswers:
    """Return the parts of a saved answer file, or of a flat record, whose keys are all answers."""
    answers = record.get("answers")
    if not isinstance(answers, Mapping) or not record.keys() <= SAVED_KEYS:
        return SavedAnswers(record)
    seconds = record.get("seconds")
    return SavedAnswers(
        answers,
        record.get("respondent"),
        record.get("order"),
        seconds if isinstance(seconds, Mapping) else {},
        record.get("profile"),
    )


@dataclass(slots=True)
class ParsedRecord:
    """Lists as long as the profile, in presented order; other keys; problems."""

    answers: list[int]
    seconds: list[float]
    order: list[int] | None = None
    carried: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


class RecordParser:
    """Parses records by the items of one profile."""

    def __init__(self, matcher: HeaderMatcher) -> None:
        """Accept the responses of a profile and the labels of a guide."""
        profile = matcher.profile
        self.ids = tuple(item.id for item in profile.items)
        self._profile = profile
        self._cells = CellParser(profile.responses, matcher.guide.labels)
        self._matcher = matcher

    def parse(self, saved: SavedAnswers, place: Place) -> ParsedRecord:
        """Return the answers, with a problem for every value that is not one."""
        parsed = ParsedRecord([MISSING] * len(self.ids), [math.nan] * len(self.ids))
        if (foreign := self.check_stamp(saved, place)) is not None:
            parsed.problems.append(foreign)
            return parsed
        for key, value in saved.answers.items():
            item, time = self._matcher.item(key), self._matcher.match_time(key)
            if time is not None:
                self._time(parsed, time, value, place.at(key))
            elif item is None:
                parsed.carried[key] = value
            else:
                self._answer(parsed, item, value, place.at(key))
        self._presentation(parsed, saved, place)
        return parsed

    def check_stamp(self, saved: SavedAnswers, place: Place) -> Problem | None:
        """Return why saved answers are not answers to this profile; without a stamp they are.

        The first number of a version rises when the same answer no longer means the same. Versions
        are compared as text: a number of any length is then no error.
        """
        if saved.stamp is None:
            return None
        stamp = saved.stamp if isinstance(saved.stamp, Mapping) else {}
        its_id, version = stamp.get("id"), stamp.get("version")
        place = place.at("profile")
        if not (
            isinstance(its_id, str)
            and isinstance(version, str)
            and re.match(VERSION_PATTERN, version)
        ):
            return Problem("answers_profile_invalid", place)
        own = self._profile
        parameters = {"value": version, "id": its_id, "own_id": own.id, "own_version": own.version}
        if its_id != own.id:
            return Problem("answers_of_other_profile", place, parameters)
        if version.split(".")[0] != own.version.split(".")[0]:
            return Problem("answers_of_other_version", place, parameters)
        return None

    def _time(self, parsed: ParsedRecord, time: TimeMatch, value: Any, place: Place) -> None:
        seconds = math.nan if value is None else _seconds(value)
        if seconds is None:
            parameters = {"item": self.ids[time.item], "value": value}
            parsed.problems.append(Problem("seconds_invalid", place, parameters))
        else:
            parsed.seconds[time.item] = seconds * time.unit

    def _answer(self, parsed: ParsedRecord, item: int, value: Any, place: Place) -> None:
        answer, known = self._cells.parse_value(value), parsed.answers[item]
        if answer == INVALID:
            parameters = {"value": value, "points": self._profile.points}
            parsed.problems.append(Problem("answer_invalid", place, parameters))
        elif MISSING not in {known, answer} and known != answer:
            both = {"item": self.ids[item], "value": f"{known} / {value}"}
            parsed.problems.append(Problem("answers_disagree", place, both))
        else:
            parsed.answers[item] = answer or known

    def _presentation(self, parsed: ParsedRecord, saved: SavedAnswers, place: Place) -> None:
        if saved.order is not None:
            listed = saved.order if isinstance(saved.order, list) else ()
            if sorted(map(str, listed)) == sorted(self.ids):
                parsed.order = [self.ids.index(item_id) for item_id in listed]
            else:
                parsed.problems.append(Problem("order_invalid", place))
        for key, value in saved.seconds.items():
            item, seconds = self._matcher.item(key), _seconds(value)
            if item is None or seconds is None:
                parameters = {"item": key, "value": value}
                parsed.problems.append(Problem("seconds_invalid", place, parameters))
            else:
                parsed.seconds[item] = seconds


def _seconds(value: Any) -> float | None:
    """Return a time in seconds, NaN for blank text, None for anything else."""
    if isinstance(value, str):
        return parse_time(value)
    try:
        seconds = math.nan if isinstance(value, bool) else float(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return seconds if math.isfinite(seconds) and seconds >= 0 else None
