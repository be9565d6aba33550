"""Items that no column stands for: what is said about it, and which headers come near."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kelompok_quiz.mapping.columns import Mapping
from kelompok_quiz.mapping.ladder import Ladder
from kelompok_quiz.problems import Place, Problem, shortened
from kelompok_quiz.text import fold, fold_statement, near

BARE_NUMBER = re.compile(
    r"(?:q(?:uestion)?|soal|pertanyaan|p|no\.?|nomor|item|butir)?\s*[_.-]?\s*\d+\.?", re.IGNORECASE
)
MOST_NAMED = 5
"""Item ids named in a message; the rest is counted."""


class NearMiss(NamedTuple):
    """A header that comes near to an item, by index, without standing for it."""

    column: int
    item: int


def near_misses(mapping: Mapping, ladder: Ladder) -> Iterator[NearMiss]:
    """Yield each carried header that is like an item without a column."""
    items = ladder.profile.items
    wanted = {fold_statement(items[item].text): item for item in mapping.missing}
    wanted |= {items[item].id: item for item in mapping.missing}
    torn = set(contradictions(mapping, ladder))
    for column in mapping.carried:
        header = mapping.headers[column]
        guess = None if header in torn else near(fold_statement(header), wanted)
        if guess is not None:
            yield NearMiss(column, wanted[guess])


def missing_problems(
    mapping: Mapping, ladder: Ladder, place: Place, *, partial: bool = False
) -> tuple[Problem, ...]:
    """Return why a file cannot be scored: items without a column, a guide that fits nothing.

    With `partial` one item is enough.
    """
    problems = list(_unfitting(mapping, ladder, place))
    if mapping.missing and not (partial and len(mapping.missing) < len(mapping.items)):
        problems += _missing(mapping, ladder, place)
    return tuple(problems)


def _unfitting(mapping: Mapping, ladder: Ladder, place: Place) -> Iterator[Problem]:
    wanted = ladder.guide.respondent
    if wanted is not None and mapping.respondent is None:
        yield Problem("respondent_column_missing", place, {"value": wanted})
    for header in contradictions(mapping, ladder):
        named, worded = (
            ladder.profile.items[item].id for item in ladder.id_and_text(header) if item is not None
        )
        both = {"item": named, "other": worded}
        yield Problem("column_contradicts", place, {"value": header, **both})


def contradictions(mapping: Mapping, ladder: Ladder) -> Iterator[str]:
    """Yield each header whose id and text stand for two different items."""
    for column in mapping.carried:
        header = mapping.headers[column]
        named, worded = ladder.id_and_text(header)
        if None not in {named, worded} and fold(header) not in map(fold, ladder.guide.columns):
            yield header


def _missing(mapping: Mapping, ladder: Ladder, place: Place) -> Iterator[Problem]:
    missing = [ladder.profile.items[item].id for item in mapping.missing]
    if len(missing) == len(mapping.items):
        yield _none_found(mapping, missing, place)
        return
    parameters = {"count": len(missing), "value": _named(missing), "file": _command_word(place)}
    misses = list(near_misses(mapping, ladder))
    if not misses:
        yield Problem("columns_missing", place, parameters)
    for column, item in misses:
        near_miss = {"header": mapping.headers[column], "near": ladder.profile.items[item].id}
        yield Problem("columns_missing_near", place, parameters | near_miss)


def _none_found(mapping: Mapping, missing: list[str], place: Place) -> Problem:
    numbered, file = _numbered(mapping.headers), _command_word(place)
    if numbered is None:
        return Problem("columns_none", place, {"value": ", ".join(missing[:3]), "file": file})
    return Problem("columns_numbered", place, {"value": numbered, "file": file})


def _command_word(place: Place) -> str:
    """Return the file as it is named in a command, or what stands for one that is too long."""
    file = place.file or "-"
    return file if file == shortened(file) else "BERKAS"


def _numbered(headers: Iterable[str]) -> str | None:
    return next((header for header in headers if BARE_NUMBER.fullmatch(header.strip())), None)


def _named(item_ids: list[str]) -> str:
    rest = len(item_ids) - MOST_NAMED
    return ", ".join(item_ids[:MOST_NAMED]) + (f" (dan {rest} lagi)" if rest > 0 else "")
