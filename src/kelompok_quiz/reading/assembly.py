"""What every kind of input shares: bounded chunks, names of people and of carried columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, count, islice
from typing import Any, TypeVar

from kelompok_quiz.problems import Problem

CHUNK = 2048
"""People held in memory at a time; more are no faster, and each may have a problem an item."""

Rejects = dict[int, tuple[Problem, ...]]
T = TypeVar("T")


def chunks(people: Iterable[T]) -> Iterator[tuple[int, list[T]]]:
    """Yield lists of at most `CHUNK`, each with the number of its first person, from 1."""
    iterator, first = iter(people), 1
    while chunk := list(islice(iterator, CHUNK)):
        yield first, chunk
        first += len(chunk)


def unique_headers(headers: Sequence[str]) -> tuple[str, ...]:
    """Return the headers with a number behind each repeated one, so that none is lost."""
    unique: dict[str, None] = {}
    numbers: defaultdict[str, Iterator[int]] = defaultdict(lambda: count(2))
    for header in headers:
        numbered = (f"{header} ({number})" for number in numbers[header])
        unique[next(name for name in chain([header], numbered) if name not in unique)] = None
    return tuple(unique)


def given_name(value: Any) -> str:
    """Return what a respondent's column says, blank where it says nothing."""
    return "" if value is None else str(value).strip()


def respondents(names: Sequence[str], rows: Iterable[int]) -> list[str]:
    """Return who everybody is: the name that was given, else the number of the person."""
    return [name or str(row) for name, row in zip(names, rows, strict=True)]


def unnamed(names: Sequence[str]) -> frozenset[int]:
    """Return the people who gave no name, by index."""
    return frozenset() if all(names) else frozenset(i for i, name in enumerate(names) if not name)
