"""One person's record as it was written → answers, presentation and what is carried."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kelompok_quiz.answers import INVALID, MISSING, CellParser
from kelompok_quiz.columns import HeaderMatcher, TimeMatch
from kelompok_quiz.problems import Place, Problem
from kelompok_quiz.reading.cells import parse_time

SHEET_KEYS = frozenset(("profile", "respondent", "answers", "order", "seconds", "seed"))
"""The keys of a sheet as the quiz saves it: none but these, and `answers` a mapping."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A record's parts: answers by key, who it is, and how it was presented, where known."""

    answers: Mapping[str, Any]
    respondent: Any = None
    order: Any = None
    seconds: Mapping[str, Any] = field(default_factory=dict)


def as_sheet(record: Mapping[str, Any]) -> Sheet:
    """Return the parts of a saved sheet, or of a flat record, in which any key may be an item."""
    answers = record.get("answers")
    if not isinstance(answers, Mapping) or not record.keys() <= SHEET_KEYS:
        return Sheet(record)
    seconds = record.get("seconds")
    return Sheet(
        answers,
        record.get("respondent"),
        record.get("order"),
        seconds if isinstance(seconds, Mapping) else {},
    )


@dataclass(slots=True)
class Parsed:
    """A sheet understood: a list as long as the profile for each part, and what is wrong."""

    answers: list[int]
    seconds: list[float]
    order: list[int] | None = None
    carried: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


class SheetParser:
    """Parses sheets by one profile; what a key stands for is remembered."""

    def __init__(self, matcher: HeaderMatcher) -> None:
        """Know the items of a profile and its responses, as a form writes them."""
        profile = matcher.profile
        self._ids = [item.id for item in profile.items]
        self._points = profile.points
        self._cells = CellParser(profile.responses, matcher.guide.labels)
        self._matcher = matcher

    def parse(self, sheet: Sheet, place: Place) -> Parsed:
        """Return the sheet's answers; problems are added where a value is none."""
        parsed = Parsed([MISSING] * len(self._ids), [math.nan] * len(self._ids))
        for key, value in sheet.answers.items():
            item, time = self._matcher.item(key), self._matcher.match_time(key)
            if time is not None:
                self._time(parsed, time, value, place.at(key))
            elif item is None:
                parsed.carried[key] = value
            else:
                self._answer(parsed, item, value, place.at(key))
        self._presentation(parsed, sheet, place)
        return parsed

    def _time(self, parsed: Parsed, time: TimeMatch, value: Any, place: Place) -> None:
        seconds = math.nan if value is None else _seconds(value)
        if seconds is None:
            unclear = {"item": self._ids[time.item], "value": value}
            parsed.problems.append(Problem("seconds_invalid", place, unclear))
        else:
            parsed.seconds[time.item] = seconds * time.unit

    def _answer(self, parsed: Parsed, item: int, value: Any, place: Place) -> None:
        answer, known = self._cells.parse_value(value), parsed.answers[item]
        if answer == INVALID:
            parameters = {"value": value, "points": self._points}
            parsed.problems.append(Problem("answer_invalid", place, parameters))
        elif MISSING not in {known, answer} and known != answer:
            both = {"item": self._ids[item], "value": f"{known} / {value}"}
            parsed.problems.append(Problem("answers_disagree", place, both))
        else:
            parsed.answers[item] = answer or known

    def _presentation(self, parsed: Parsed, sheet: Sheet, place: Place) -> None:
        if sheet.order is not None:
            listed = sheet.order if isinstance(sheet.order, list) else ()
            if sorted(map(str, listed)) == sorted(self._ids):
                parsed.order = [self._ids.index(item_id) for item_id in listed]
            else:
                parsed.problems.append(Problem("order_invalid", place))
        for key, value in sheet.seconds.items():
            item = self._matcher.item(key)
            seconds = _seconds(value)
            if item is None or seconds is None:
                unclear = {"item": key, "value": value}
                parsed.problems.append(Problem("seconds_invalid", place, unclear))
            else:
                parsed.seconds[item] = seconds


def _seconds(value: Any) -> float | None:
    """Return a time as a number of seconds, NaN for a blank text, or None if it is none."""
    if isinstance(value, str):
        return parse_time(value)
    try:
        seconds = math.nan if isinstance(value, bool) else float(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return seconds if math.isfinite(seconds) and seconds >= 0 else None
