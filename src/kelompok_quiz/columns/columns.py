"""All headers of an answer file → which column holds what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kelompok_quiz.columns.guide import Guide
from kelompok_quiz.columns.ladder import Ladder, Rung
from kelompok_quiz.text import fold, fold_statement

RESPONDENT_NAMES: tuple[tuple[str, ...], ...] = (
    ("responden", "respondent", "nama responden", "kode responden"),
    ("id",),
    ("nisn", "nomor nisn", "nomor induk siswa nasional"),
    ("nis", "nomor nis", "nomor induk", "nomor induk siswa"),
    ("nama", "nama lengkap", "nama siswa", "nama peserta", "nama peserta didik", "nama murid"),
    ("name", "full name"),
    ("email", "e-mail", "alamat email", "alamat e-mail", "email address"),
)
"""From the most to the least exact; the first that is there names the person."""

TECHNICAL = frozenset(("id",))
"""At the end of a path these are numbers that a form gives itself."""
PATH_SEPARATORS = re.compile(r"[/.-]")
NUMBER = re.compile(r"^no\.? ")


class Timing(NamedTuple):
    """A column that holds the time of an item on screen, in units of so many seconds."""

    item: int
    column: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Mapping:
    """Which columns hold what, by index from 0.

    `items`: for each item in presented order its columns, none if the file lacks it. `rungs`: how
    each column was understood, None where it is no item.
    """

    headers: tuple[str, ...]
    items: tuple[tuple[int, ...], ...]
    rungs: tuple[Rung | None, ...]
    timings: tuple[Timing, ...]
    carried: tuple[int, ...]
    respondent: int | None

    @property
    def repeated(self) -> tuple[tuple[int, int], ...]:
        """(item, column) of every further column that answers an item again."""
        return tuple((item, c) for item, columns in enumerate(self.items) for c in columns[1:])

    @property
    def missing(self) -> tuple[int, ...]:
        """The items without a column."""
        return tuple(item for item, columns in enumerate(self.items) if not columns)


NOTHING = Mapping((), (), (), (), (), None)
"""The mapping of no columns to no items."""


def lay_out(headers: Sequence[str], ladder: Ladder) -> Mapping:
    """Return where each item stands among the headers, and what every other column is for."""
    items: list[list[int]] = [[] for _ in ladder.profile.items]
    rungs: list[Rung | None] = [None] * len(headers)
    timings: list[Timing] = []
    carried: list[int] = []
    for column, header in enumerate(headers):
        step, time = ladder.step(header), ladder.timed(header)
        if step is not None:
            items[step.item].append(column)
            rungs[column] = step.rung
        elif time is not None:
            timings.append(Timing(time.item, column, time.seconds))
        else:
            carried.append(column)
    return Mapping(
        headers=tuple(headers),
        items=tuple(map(tuple, items)),
        rungs=tuple(rungs),
        timings=tuple(timings),
        carried=tuple(carried),
        respondent=_respondent_column(headers, carried, ladder.guide),
    )


def _respondent_column(headers: Sequence[str], carried: Iterable[int], guide: Guide) -> int | None:
    """Return the column that names the people, the left one of equals; None if there is none."""
    columns = list(carried)
    if guide.respondent is not None:
        wanted = fold(guide.respondent)
        return next((index for index in columns if fold(headers[index]) == wanted), None)
    whole, ends = _names(headers, columns)
    for names in RESPONDENT_NAMES:
        for known in (whole, ends):
            found = [known[name] for name in names if name in known]
            if found:
                return min(found)
    return None


def _names(headers: Sequence[str], columns: list[int]) -> tuple[dict[str, int], dict[str, int]]:
    """Return the columns by their whole name, and by the last segment of their path."""
    whole: dict[str, int] = {}
    ends: dict[str, int] = {}
    for index in columns:
        name = NUMBER.sub("nomor ", fold_statement(headers[index]))
        whole.setdefault(name, index)
        end = PATH_SEPARATORS.split(name)[-1].strip()
        if end != name and end not in TECHNICAL:
            ends.setdefault(end, index)
    return whole, ends
