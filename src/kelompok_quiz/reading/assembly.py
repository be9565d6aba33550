"""What every kind of input shares: bounded chunks, names of people and of carried columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from kelompok_quiz.problems import Problem

CHUNK = 8192
"""People held in memory at a time."""

Rejects = dict[int, tuple[Problem, ...]]
T = TypeVar("T")


def chunks(people: Iterable[T]) -> Iterator[list[T]]:
    """Yield lists of at most `CHUNK`."""
    iterator = iter(people)
    while chunk := list(islice(iterator, CHUNK)):
        yield chunk


def unique_headers(headers: Sequence[str]) -> tuple[str, ...]:
    """Return the headers with a number behind each repeated one, so that none is lost."""
    seen: dict[str, int] = {}
    unique = []
    for header in headers:
        seen[header] = seen.get(header, 0) + 1
        unique.append(header if seen[header] == 1 else f"{header} ({seen[header]})")
    return tuple(unique)


def respondent_name(value: Any, row: int) -> str:
    """Return who a person is: the respondent column's value, or the number of the person."""
    name = "" if value is None else str(value).strip()
    return name or str(row)
