"""What every form of input shares: its layout, and its people in bounded batches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar

from kelompok_quiz.columns.column_map import ColumnMap
from kelompok_quiz.problems import Place

CHUNK = 2048
"""People in memory at a time; more are not faster, and each may have a problem an item."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Layout:
    """The form of an input, and what its columns hold.

    `kind`: csv, xlsx, xls, ods, json, jsonl, yaml or angka. `place`: of the header, or of the first
    record. `descriptions`: rows below the header that describe columns. `other_worksheets`: with
    answers, and not read. `member`: the file read in an archive.
    """

    kind: str
    columns: ColumnMap
    place: Place
    delimiter: str | None = None
    descriptions: int = 0
    worksheet: str | None = None
    other_worksheets: tuple[str, ...] = ()
    member: str | None = None
    encoding: str | None = None


def chunks(people: Iterable[T]) -> Iterator[tuple[int, list[T]]]:
    """Yield lists of at most `CHUNK`, each with the number of its first person, from 1."""
    iterator, first = iter(people), 1
    while chunk := list(islice(iterator, CHUNK)):
        yield first, chunk
        first += len(chunk)


def name_people(values: Sequence[Any], rows: Sequence[int]) -> tuple[list[str], frozenset[int]]:
    """Return the respondents, and the index of each who is called by the number of the row."""
    names = ["" if value is None else str(value).strip() for value in values]
    unnamed = frozenset(person for person, name in enumerate(names) if not name)
    return [name or str(row) for name, row in zip(names, rows, strict=True)], unnamed
