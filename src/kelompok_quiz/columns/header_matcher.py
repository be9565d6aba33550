"""One header → the item it names, by the first rule that applies; a near miss is never guessed.

The rules, in order: what a guide says, item id in any case, last segment of a path (`grup/as1`),
full text of the statement, the row of a grid (`Judul [baris]`, `Judul - baris`), id and text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from kelompok_quiz.columns.guide import UNGUIDED, Guide
from kelompok_quiz.profile.model import Profile
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
"""Words that turn an item's id into its time on screen, with their unit in seconds."""
UNIT_LAST = re.compile(rf"(?P<id>[a-z0-9_]+?)[\s_.-]?\(?(?P<unit>{'|'.join(UNITS)})\)?")
UNIT_FIRST = re.compile(rf"(?P<unit>{'|'.join(UNITS)})[\s_./-](?P<id>[a-z0-9_]+)")
CACHE_SIZE = 10_000
"""Headers remembered; the same ones are matched again in each worksheet, under each delimiter."""


class MatchRule(StrEnum):
    """How a header was recognised."""

    GUIDE = "guide"
    ID = "id"
    PATH = "path"
    TEXT = "text"
    GRID = "grid"
    ID_AND_TEXT = "id_and_text"


class Match(NamedTuple):
    """The item that a header names, by index in presented order, and the rule that found it."""

    item: int
    rule: MatchRule


class TimeMatch(NamedTuple):
    """The item whose time on screen a header names, and the unit in seconds."""

    item: int
    unit: float


class HeaderMatcher:
    """Matches headers to the items of one profile, with a guide's corrections."""

    def __init__(self, profile: Profile, guide: Guide = UNGUIDED) -> None:
        """Index the ids and statements of a profile and the headers of a guide."""
        self.profile, self.guide = profile, guide
        self._ids = {item.id: index for index, item in enumerate(profile.items)}
        self._texts = {fold_statement(item.text): index for index, item in enumerate(profile.items)}
        self._guided = {
            fold(header): None if item_id is None else self._ids[item_id]
            for header, item_id in guide.columns.items()
        }
        self._match = lru_cache(CACHE_SIZE)(self._search)
        self._match_time = lru_cache(CACHE_SIZE)(self._search_time)

    def item(self, header: str) -> int | None:
        """Return the index of the item that a header names, or None."""
        match = self.match(header)
        return None if match is None else match.item

    def match(self, header: str) -> Match | None:
        """Return the item that a header names and the rule that found it, or None."""
        return self._match(header)

    def _search(self, header: str) -> Match | None:
        folded = fold(header)
        if folded in self._guided:
            item = self._guided[folded]
            return None if item is None else Match(item, MatchRule.GUIDE)
        if self.match_time(header) or self.contradicts(header):
            return None
        tried = self._by_rule(header, folded)
        return next((Match(item, rule) for item, rule in tried if item is not None), None)

    def _by_rule(self, header: str, folded: str) -> Iterator[tuple[int | None, MatchRule]]:
        yield self._ids.get(folded), MatchRule.ID
        yield self._ids.get(fold_statement(folded)), MatchRule.ID
        yield self._id_or_text(PATH_SEPARATORS.split(folded)[-1]), MatchRule.PATH
        yield self._texts.get(fold_statement(header)), MatchRule.TEXT
        # Again, now by `/` alone: a statement may hold full stops of its own.
        yield self._id_or_text(folded.rsplit("/", 1)[-1]), MatchRule.PATH
        # A path with hyphens (`grup-as1`, as ODK writes it) that names one item only.
        parts = folded.split("-")
        known = [part for part in parts if part in self._ids]
        yield self._ids[parts[-1]] if known == parts[-1:] else None, MatchRule.PATH
        if folded.endswith("]"):
            yield self._id_or_text(folded[folded.rfind("[") + 1 : -1]), MatchRule.GRID
            return
        named, worded = self.id_and_text(folded)
        yield named if named == worded else None, MatchRule.ID_AND_TEXT
        # A question and its row joined by a dash, unless the question is an item's id.
        question, dash, row = folded.rpartition(" - ")
        if dash and question.strip() not in self._ids:
            yield self._texts.get(fold_statement(row)), MatchRule.GRID

    def _id_or_text(self, part: str) -> int | None:
        wanted = fold_statement(part)
        return self._ids.get(wanted, self._texts.get(wanted))

    def id_and_text(self, header: str) -> tuple[int | None, int | None]:
        """Return the items named by the id and by the text of a header that has both."""
        folded = fold(header)
        for pattern in ID_AND_TEXT:
            found = pattern.fullmatch(folded)
            if found and found["id"] in self._ids:
                return self._ids[found["id"]], self._texts.get(fold_statement(found["text"]))
        return None, None

    def contradicts(self, header: str) -> bool:
        """Return whether the id in a header names one item and its text another.

        A guide that lists the header settles it.
        """
        named, worded = self.id_and_text(header)
        torn = named is not None and worded is not None and named != worded
        return torn and fold(header) not in self._guided

    def match_time(self, header: str) -> TimeMatch | None:
        """Return the item whose time on screen a header names, or None."""
        return self._match_time(header)

    def _search_time(self, header: str) -> TimeMatch | None:
        folded = fold(header)
        if folded in self._guided or folded in self._ids:
            return None
        for pattern, part in ((UNIT_FIRST, folded), (UNIT_LAST, folded.rsplit("/", 1)[-1])):
            found = pattern.fullmatch(part)
            if found and found["id"] in self._ids:
                return TimeMatch(self._ids[found["id"]], UNITS[found["unit"]])
        return None

    def count_items(self, headers: Iterable[str]) -> int:
        """Return how many different items the headers name."""
        return len({self.item(header) for header in headers} - {None})
