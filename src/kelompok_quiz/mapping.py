"""Headers of an answer file → the profile's items, and what each other column is for.

The ladder: item id in any case, last path segment (`grup/as1`), full text of the statement, text in
the brackets of a grid, id and text together. A near miss is named and never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kelompok_quiz.problems import InputUnreadable, Place, Problem
from kelompok_quiz.profile import Profile
from kelompok_quiz.text import fold, fold_statement, near

RESPONDENT_HEADERS = ("responden", "id", "nisn", "nis", "nama", "name", "email")
"""The first of these that is there names the person."""
PATH_SEPARATORS = re.compile(r"[/.]")
ID_AND_TEXT = re.compile(r"(?P<id>[a-z][a-z0-9_]*)[\s.:)-]+(?P<text>.+)")
BARE_NUMBER = re.compile(r"q(?:uestion)?\s*\d+|\d+|soal\s*\d+|p\d+", re.IGNORECASE)
NOWHERE = Place()
MOST_NAMED = 5
"""Item ids named in a message; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Mapping:
    """Which columns hold what, by index from 0.

    `items`: for each item in presented order its columns, none if the file lacks it.
    """

    headers: tuple[str, ...]
    items: tuple[tuple[int, ...], ...]
    carried: tuple[int, ...]
    respondent: int | None

    @property
    def repeated(self) -> tuple[tuple[int, int], ...]:
        """(item, column) of every further column that answers an item again."""
        return tuple((item, c) for item, columns in enumerate(self.items) for c in columns[1:])


class Ladder:
    """Resolves a header to the index of its item in presented order."""

    def __init__(self, profile: Profile) -> None:
        """Know every id and every statement of a profile."""
        texts = {fold_statement(item.text): index for index, item in enumerate(profile.items)}
        self._rungs = texts | {item.id: index for index, item in enumerate(profile.items)}

    def climb(self, header: str) -> int | None:
        """Return the item's index, or None where the header stands for none."""
        folded = fold(header)
        for rung in (folded, PATH_SEPARATORS.split(folded)[-1].strip(), fold_statement(header)):
            if rung in self._rungs:
                return self._rungs[rung]
        return self._in_brackets(folded) if folded.endswith("]") else self._id_and_text(folded)

    def _in_brackets(self, folded: str) -> int | None:
        """Climb a grid's header, which has the row in brackets behind the question."""
        return self._rungs.get(fold_statement(folded[folded.rfind("[") + 1 : -1]))

    def _id_and_text(self, folded: str) -> int | None:
        """Climb an id with a text behind it; both must stand for the same item."""
        found = ID_AND_TEXT.fullmatch(folded)
        if found is None:
            return None
        item = self._rungs.get(found["id"])
        return item if item == self._rungs.get(fold_statement(found["text"])) else None

    def count(self, headers: Iterable[str]) -> int:
        """Return how many headers stand for an item: of two readings the fuller one is right."""
        return sum(self.climb(header) is not None for header in headers)


def map_headers(
    headers: Sequence[str], profile: Profile, *, partial: bool = False, place: Place = NOWHERE
) -> Mapping:
    """Return where each item stands among the headers.

    Raise `InputUnreadable` with every reason if an item has no column (unless `partial`) or none
    has one.
    """
    ladder = Ladder(profile)
    found: list[list[int]] = [[] for _ in profile.items]
    carried: list[int] = []
    for index, header in enumerate(headers):
        item = ladder.climb(header)
        (carried if item is None else found[item]).append(index)
    missing = [item.id for item, columns in zip(profile.items, found, strict=True) if not columns]
    if missing and not (partial and len(missing) < len(found)):
        others = [headers[index] for index in carried]
        raise InputUnreadable(_missing_problems(missing, others, profile, place))
    return Mapping(
        headers=tuple(headers),
        items=tuple(map(tuple, found)),
        carried=tuple(carried),
        respondent=_respondent(headers, carried),
    )


def _respondent(headers: Sequence[str], carried: Iterable[int]) -> int | None:
    names = {fold(headers[index]): index for index in reversed(list(carried))}
    return next((names[name] for name in RESPONDENT_HEADERS if name in names), None)


def _missing_problems(
    missing: list[str], others: list[str], profile: Profile, place: Place
) -> Iterable[Problem]:
    numbered = next((header for header in others if BARE_NUMBER.fullmatch(header.strip())), None)
    if len(missing) == len(profile.items):
        if numbered is None:
            yield Problem("columns_none", place, {"value": ", ".join(missing[:3])})
        else:
            yield Problem("columns_numbered", place, {"value": numbered})
        return
    parameters = {"count": len(missing), "value": _named(missing)}
    misses = list(_near_misses(missing, others, profile))
    if not misses:
        yield Problem("columns_missing", place, parameters)
    for header, item_id in misses:
        near_miss = {"header": header, "near": item_id}
        yield Problem("columns_missing_near", place, parameters | near_miss)


def _near_misses(
    missing: list[str], others: list[str], profile: Profile
) -> Iterable[tuple[str, str]]:
    wanted = {fold_statement(i.text): i.id for i in profile.items if i.id in missing}
    wanted |= {item_id: item_id for item_id in missing}
    for header in others:
        guess = near(fold_statement(header), wanted)
        if guess is not None:
            yield header, wanted[guess]


def _named(item_ids: list[str]) -> str:
    rest = len(item_ids) - MOST_NAMED
    return ", ".join(item_ids[:MOST_NAMED]) + (f" (dan {rest} lagi)" if rest > 0 else "")
