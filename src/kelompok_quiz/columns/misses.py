"""Items that no column stands for: what is said about it, and which headers come near."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from kelompok_quiz.columns.columns import Mapping
from kelompok_quiz.columns.ladder import Ladder
from kelompok_quiz.problems import Place, Problem, Verbatim
from kelompok_quiz.profile import known_answers
from kelompok_quiz.text import command_word, fold, fold_statement, near

BARE_NUMBER = re.compile(
    r"(?:q(?:uestion)?|soal|pertanyaan|pernyataan|p|no\.?|nomor|item|butir)?\s*[_.-]?\s*\d+\.?",
    re.IGNORECASE,
)
DIVIDERS = re.compile(r"[,;\t|]")
MOST_NAMED = 5
"""Item ids named in a message, and near misses told; the rest is counted."""


class NearMiss(NamedTuple):
    """A header that comes near to an item, by index, without standing for it."""

    column: int
    item: int


def near_misses(mapping: Mapping, ladder: Ladder) -> Iterator[NearMiss]:
    """Yield each carried header that is like an item without a column."""
    items = ladder.profile.items
    wanted = {fold_statement(items[item].text): item for item in mapping.missing}
    wanted |= {items[item].id: item for item in mapping.missing}
    for column in mapping.carried:
        header = mapping.headers[column]
        guess = None if ladder.contradicts(header) else near(fold_statement(header), wanted)
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
    for header in filter(ladder.contradicts, _carried(mapping)):
        named, worded = (
            ladder.profile.items[item].id for item in ladder.id_and_text(header) if item is not None
        )
        both = {"item": named, "other": worded}
        yield Problem("column_contradicts", place, {"value": header, **both})


def _carried(mapping: Mapping) -> Iterator[str]:
    return (mapping.headers[column] for column in mapping.carried)


def _missing(mapping: Mapping, ladder: Ladder, place: Place) -> list[Problem]:
    """Return what the header lacks; of many near misses the first, and then where all are told."""
    missing = [ladder.profile.items[item].id for item in mapping.missing]
    found, file = len(missing) < len(mapping.items), Verbatim(command_word(place.file or "-"))
    misshapen = None if found else _misshapen(mapping.headers, ladder)
    if misshapen is not None:
        code, header = misshapen
        return [Problem(code, place, {"value": header, "file": file})]
    lack = {"count": len(missing), "value": _named(missing), "file": file}
    misses = list(islice(near_misses(mapping, ladder), MOST_NAMED + 1))
    told = [
        Problem("columns_missing_near", place, lack | _named_miss(miss, mapping, ladder))
        for miss in misses[:MOST_NAMED]
    ]
    if 1 <= len(misses) <= MOST_NAMED:
        return told
    none = {"value": ", ".join(missing[:3]), "file": file}
    code, parameters = ("columns_missing", lack) if found else ("columns_none", none)
    return [*told, Problem(code, place, parameters)]


def _named_miss(miss: NearMiss, mapping: Mapping, ladder: Ladder) -> dict[str, str]:
    return {"header": mapping.headers[miss.column], "near": ladder.profile.items[miss.item].id}


def _misshapen(headers: Sequence[str], ladder: Ladder) -> tuple[str, str] | None:
    """Return why headers can stand for no items at all, and one that shows it."""
    known = known_answers(ladder.profile.responses)
    answers = [header for header in headers if known.get(fold(header))]
    if len(answers) > len(set(answers)):
        return "header_missing", answers[0]
    for header in headers:
        if ladder.count(DIVIDERS.split(header)) > 1:
            return "columns_in_one", header
    numbered = (header for header in headers if BARE_NUMBER.fullmatch(header.strip()))
    return next((("columns_numbered", header) for header in numbered), None)


def _named(item_ids: list[str]) -> str:
    rest = len(item_ids) - MOST_NAMED
    return ", ".join(item_ids[:MOST_NAMED]) + (f" (dan {rest} lagi)" if rest > 0 else "")
