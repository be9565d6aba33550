"""All headers of an answer file → what each column holds, and what keeps them from being scored."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from kelompok_quiz.columns.guide import Guide
from kelompok_quiz.columns.header_matcher import HeaderMatcher, MatchRule
from kelompok_quiz.problems import Place, Problem, Verbatim
from kelompok_quiz.profile.responses import known_answers
from kelompok_quiz.text import command_word, fold, fold_statement, near
from kelompok_quiz.words.problems.answers import MORE_ITEMS

RESPONDENT_HEADERS: tuple[tuple[str, ...], ...] = (
    ("responden", "respondent", "nama responden", "kode responden"),
    ("id",),
    ("nisn", "nomor nisn", "nomor induk siswa nasional"),
    ("nis", "nomor nis", "nomor induk", "nomor induk siswa"),
    ("nama", "nama lengkap", "nama siswa", "nama peserta", "nama peserta didik", "nama murid"),
    ("name", "full name"),
    ("email", "e-mail", "alamat email", "alamat e-mail", "email address"),
)
"""From the most to the least exact; the first one present names the respondent."""
TECHNICAL = frozenset(("id",))
"""Not a respondent at the end of a path: forms number their own parts so (`meta/id`)."""
PATH_SEPARATORS = re.compile(r"[/.-]")
NUMBER = re.compile(r"^no\.? ")
BARE_NUMBER = re.compile(
    r"(?:q(?:uestion)?|soal|pertanyaan|pernyataan|p|no\.?|nomor|item|butir)?\s*[_.-]?\s*\d+\.?",
    re.IGNORECASE,
)
DELIMITERS = re.compile(r"[,;\t|]")
MOST_NAMED = 5
"""Item ids, and near misses, named in a message; the rest is counted."""


class TimeColumn(NamedTuple):
    """A column that holds the time of an item on screen; `unit` in seconds."""

    item: int
    column: int
    unit: float


class NearMiss(NamedTuple):
    """A column whose header resembles an item without matching it."""

    column: int
    item: int


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """What each column holds, by index from 0.

    `items`: the columns of each item in presented order, none if the file lacks it. `rules`: how
    each column was recognised, None where it is not an item. `carried`: all other columns.
    """

    headers: tuple[str, ...] = ()
    items: tuple[tuple[int, ...], ...] = ()
    rules: tuple[MatchRule | None, ...] = ()
    times: tuple[TimeColumn, ...] = ()
    carried: tuple[int, ...] = ()
    respondent: int | None = None

    @property
    def repeated(self) -> tuple[tuple[int, int], ...]:
        """(item, column) of every further column of an item."""
        return tuple((item, c) for item, columns in enumerate(self.items) for c in columns[1:])

    @property
    def missing(self) -> tuple[int, ...]:
        """The items without a column."""
        return tuple(item for item, columns in enumerate(self.items) if not columns)


def map_columns(headers: Sequence[str], matcher: HeaderMatcher) -> ColumnMap:
    """Return what every column holds."""
    items: list[list[int]] = [[] for _ in matcher.profile.items]
    rules: list[MatchRule | None] = [None] * len(headers)
    times: list[TimeColumn] = []
    carried: list[int] = []
    for column, header in enumerate(headers):
        match, time = matcher.match(header), matcher.match_time(header)
        if match is not None:
            items[match.item].append(column)
            rules[column] = match.rule
        elif time is not None:
            times.append(TimeColumn(time.item, column, time.unit))
        else:
            carried.append(column)
    return ColumnMap(
        headers=tuple(headers),
        items=tuple(map(tuple, items)),
        rules=tuple(rules),
        times=tuple(times),
        carried=tuple(carried),
        respondent=_respondent_column(headers, carried, matcher.guide),
    )


def _respondent_column(headers: Sequence[str], carried: Sequence[int], guide: Guide) -> int | None:
    """Return the column that names the respondents, the left one of equals."""
    if guide.respondent is not None:
        wanted = fold(guide.respondent)
        return next((column for column in carried if fold(headers[column]) == wanted), None)
    whole: dict[str, int] = {}
    ends: dict[str, int] = {}
    for column in carried:
        name = NUMBER.sub("nomor ", fold_statement(headers[column]))
        whole.setdefault(name, column)
        end = PATH_SEPARATORS.split(name)[-1].strip()
        if end != name and end not in TECHNICAL:
            ends.setdefault(end, column)
    for names in RESPONDENT_HEADERS:
        for columns in (whole, ends):
            found = [columns[name] for name in names if name in columns]
            if found:
                return min(found)
    return None


def near_misses(columns: ColumnMap, matcher: HeaderMatcher) -> Iterator[NearMiss]:
    """Yield each carried column whose header resembles an item without a column."""
    items = matcher.profile.items
    wanted = {fold_statement(items[item].text): item for item in columns.missing}
    wanted |= {items[item].id: item for item in columns.missing}
    for column in columns.carried:
        header = columns.headers[column]
        guess = None if matcher.contradicts(header) else near(fold_statement(header), wanted)
        if guess is not None:
            yield NearMiss(column, wanted[guess])


def missing_problems(
    columns: ColumnMap, matcher: HeaderMatcher, place: Place, *, partial: bool = False
) -> tuple[Problem, ...]:
    """Return why a file cannot be scored: items without a column, a guide that does not fit.

    With `partial` one item is enough.
    """
    problems = list(_misfits(columns, matcher, place))
    if columns.missing and not (partial and len(columns.missing) < len(columns.items)):
        problems += _missing(columns, matcher, place)
    return tuple(problems)


def _misfits(columns: ColumnMap, matcher: HeaderMatcher, place: Place) -> Iterator[Problem]:
    """Yield a respondent column that the guide names in vain, and headers that contradict."""
    wanted = matcher.guide.respondent
    if wanted is not None and columns.respondent is None:
        yield Problem("respondent_column_missing", place, {"value": wanted})
    for header in (columns.headers[column] for column in columns.carried):
        if matcher.contradicts(header):
            found = [item for item in matcher.id_and_text(header) if item is not None]
            named, worded = (matcher.profile.items[item].id for item in found)
            both = {"item": named, "other": worded}
            yield Problem("column_contradicts", place, {"value": header, **both})


def _missing(columns: ColumnMap, matcher: HeaderMatcher, place: Place) -> list[Problem]:
    """Return which items have no column; of many near misses the first, then where to see all."""
    missing = [matcher.profile.items[item].id for item in columns.missing]
    file = Verbatim(command_word(place.file or "-"))
    found = len(missing) < len(columns.items)
    malformed = None if found else _malformed(columns.headers, matcher)
    if malformed is not None:
        code, header = malformed
        return [Problem(code, place, {"value": header, "file": file})]
    rest = len(missing) - MOST_NAMED
    named = ", ".join(missing[:MOST_NAMED]) + (MORE_ITEMS.format(rest=rest) if rest > 0 else "")
    lack = {"count": len(missing), "value": named, "file": file}
    misses = list(islice(near_misses(columns, matcher), MOST_NAMED + 1))
    problems = [
        Problem(
            "columns_missing_near",
            place,
            {**lack, "header": columns.headers[column], "near": matcher.profile.items[item].id},
        )
        for column, item in misses[:MOST_NAMED]
    ]
    if 1 <= len(misses) <= MOST_NAMED:
        return problems
    if found:
        return [*problems, Problem("columns_missing", place, lack)]
    none = {"value": ", ".join(missing[:3]), "file": file}
    return [*problems, Problem("columns_none", place, none)]


def _malformed(headers: Sequence[str], matcher: HeaderMatcher) -> tuple[str, str] | None:
    """Return why no header can name an item, as a problem's code, and a header that shows it."""
    known = known_answers(matcher.profile.responses)
    answers = [header for header in headers if known.get(fold(header))]
    if len(answers) > len(set(answers)):
        return "header_missing", answers[0]
    for header in headers:
        if matcher.count_items(DELIMITERS.split(header)) > 1:
            return "columns_in_one", header
    numbered = (header for header in headers if BARE_NUMBER.fullmatch(header.strip()))
    return next((("columns_numbered", header) for header in numbered), None)
