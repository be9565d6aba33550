"""One header → the item it stands for, rung by rung; a near miss is never guessed.

The rungs: what a guide says, item id in any case, last segment of a path (`grup/as1`), full text of
the statement, the row of a grid (`Judul [baris]`, `Judul - baris`), id and text together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from kelompok_quiz.columns.guide import UNGUIDED, Guide
from kelompok_quiz.profile import Profile
from kelompok_quiz.text import fold, fold_statement

PATH_SEPARATORS = re.compile(r"[/.]")
ID_AND_TEXT = (
    re.compile(r"[\[(]?(?P<id>[a-z][a-z0-9_]*)[])\s.:-]+(?P<text>.+)"),
    re.compile(r"(?P<text>.+)\((?P<id>[a-z][a-z0-9_]*)\)"),
)
UNITS = {
    **dict.fromkeys(("detik", "durasi", "seconds", "secs", "sec", "duration", "time"), 1.0),
    **dict.fromkeys(("milidetik", "milliseconds", "ms"), 0.001),
}
"""Words that make of an item's id a time on screen, in seconds."""
TIME_BEHIND = re.compile(rf"(?P<id>[a-z0-9_]+?)[\s_.-]?\(?(?P<unit>{'|'.join(UNITS)})\)?")
TIME_BEFORE = re.compile(rf"(?P<unit>{'|'.join(UNITS)})[\s_./-](?P<id>[a-z0-9_]+)")
DASH = " - "
MOST_REMEMBERED = 10_000
"""Headers whose item is remembered; they are met again in each sheet and under each delimiter."""


class Rung(StrEnum):
    """How a header was understood."""

    GUIDE = "pemetaan"
    ID = "id butir"
    PATH = "ujung jalur"
    TEXT = "bunyi pernyataan"
    GRID = "baris kisi"
    ID_AND_TEXT = "id dan bunyi"


class Step(NamedTuple):
    """The item, by index in presented order, that a header stands for, and by which rung."""

    item: int
    rung: Rung


class Time(NamedTuple):
    """The item whose time on screen a header stands for, and how many seconds its unit is."""

    item: int
    seconds: float


class Ladder:
    """Resolves headers of one profile, with what a guide says about the form."""

    def __init__(self, profile: Profile, guide: Guide = UNGUIDED) -> None:
        """Know every id and every statement, and the columns that the guide names."""
        self.profile, self.guide = profile, guide
        self._ids = {item.id: index for index, item in enumerate(profile.items)}
        self._texts = {fold_statement(item.text): index for index, item in enumerate(profile.items)}
        self._guided = {
            fold(header): None if item_id is None else self._ids[item_id]
            for header, item_id in guide.columns.items()
        }
        self._steps: dict[str, Step | None] = {}

    def climb(self, header: str) -> int | None:
        """Return the item's index, or None where the header stands for none."""
        step = self.step(header)
        return None if step is None else step.item

    def step(self, header: str) -> Step | None:
        """Return the item and the rung on which it was found, or None."""
        if header not in self._steps:
            if len(self._steps) >= MOST_REMEMBERED:
                self._steps.clear()
            self._steps[header] = self._found(header)
        return self._steps[header]

    def _found(self, header: str) -> Step | None:
        folded = fold(header)
        if folded in self._guided:
            item = self._guided[folded]
            return None if item is None else Step(item, Rung.GUIDE)
        if self.timed(header) or self.contradicts(header):
            return None
        found = ((item, rung) for item, rung in self._rungs(header, folded) if item is not None)
        return next((Step(item, rung) for item, rung in found), None)

    def _rungs(self, header: str, folded: str) -> Iterator[tuple[int | None, Rung]]:
        yield self._ids.get(folded), Rung.ID
        yield self._ids.get(fold_statement(folded)), Rung.ID
        yield self._either(PATH_SEPARATORS.split(folded)[-1]), Rung.PATH
        yield self._texts.get(fold_statement(header)), Rung.TEXT
        yield self._either(folded.rsplit("/", 1)[-1]), Rung.PATH
        yield self._hyphenated(folded), Rung.PATH
        if folded.endswith("]"):
            yield self._either(folded[folded.rfind("[") + 1 : -1]), Rung.GRID
            return
        yield self._id_and_text(folded), Rung.ID_AND_TEXT
        if DASH in folded:
            yield self._dashed(folded), Rung.GRID

    def _either(self, part: str) -> int | None:
        """Return the item of an id or statement."""
        wanted = fold_statement(part)
        return self._ids.get(wanted, self._texts.get(wanted))

    def _hyphenated(self, folded: str) -> int | None:
        """Climb a path with hyphens (`grup-as1`, as ODK writes it) that names one item alone."""
        parts = folded.split("-")
        known = [part for part in parts if part in self._ids]
        return self._ids[parts[-1]] if known == parts[-1:] else None

    def _dashed(self, folded: str) -> int | None:
        """Climb a question with its row behind a dash, where the question is no item's id."""
        question, row = folded.rsplit(DASH, 1)
        return None if question.strip() in self._ids else self._texts.get(fold_statement(row))

    def _id_and_text(self, folded: str) -> int | None:
        """Climb an id with a text behind it; both must stand for the same item."""
        named, worded = self.id_and_text(folded)
        return named if named is not None and named == worded else None

    def id_and_text(self, header: str) -> tuple[int | None, int | None]:
        """Return the item that an id beside a text names, and the item that the text is of."""
        folded = fold(header)
        for pattern in ID_AND_TEXT:
            found = pattern.fullmatch(folded)
            if found and found["id"] in self._ids:
                return self._ids[found["id"]], self._texts.get(fold_statement(found["text"]))
        return None, None

    def contradicts(self, header: str) -> bool:
        """Return whether a header names one item by its id and words another.

        What a guide says of it settles that.
        """
        named, worded = self.id_and_text(header)
        torn = named is not None and worded is not None and named != worded
        return torn and fold(header) not in self._guided

    def timed(self, header: str) -> Time | None:
        """Return the item whose time a header stands for, or None."""
        folded = fold(header)
        if folded in self._guided or folded in self._ids:
            return None
        for pattern, part in ((TIME_BEFORE, folded), (TIME_BEHIND, folded.rsplit("/", 1)[-1])):
            found = pattern.fullmatch(part)
            if found and found["id"] in self._ids:
                return Time(self._ids[found["id"]], UNITS[found["unit"]])
        return None

    def count(self, headers: Iterable[str]) -> int:
        """Return how many items the headers stand for: of two readings the fuller one is right."""
        return len({self.climb(header) for header in headers} - {None})
