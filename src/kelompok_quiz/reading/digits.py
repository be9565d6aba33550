"""Digit strings → answers: one character an item in the profile's order, `-` = missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from kelompok_quiz.problems import Place, Problem
from kelompok_quiz.profile import Profile
from kelompok_quiz.reading.records import Record


def parse_digits(text: str, profile: Profile, place: Place) -> dict[str, Any] | Problem:
    """Return the cells by item id, or the problem if their number is not that of the items."""
    cells = text.strip()
    if len(cells) != len(profile.items):
        return Problem("digits_length", place, {"length": len(cells), "items": len(profile.items)})
    return {item.id: cell for item, cell in zip(profile.items, cells, strict=True)}


def digit_lines(lines: Iterable[str], profile: Profile, file: str | None) -> Iterator[Record]:
    """Yield a record for every line that is not blank."""
    people = ((number, line) for number, line in enumerate(lines, start=1) if line.strip())
    for person, (number, line) in enumerate(people, start=1):
        place = Place(file, number, person=person)
        yield place, parse_digits(line, profile, place)
