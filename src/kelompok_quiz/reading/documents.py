"""JSON, JSON Lines, YAML and lines of digits → records with their places."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any

from kelompok_quiz.problems import InputUnreadable, Place, Problem
from kelompok_quiz.profile.document import DocumentKind, ForeignScalar, read_document
from kelompok_quiz.profile.model import Profile
from kelompok_quiz.reading.records import Record

NULLS = frozenset(("", "~", "null"))
LONGEST_NUMBER = 300
"""Digits of a whole number; a longer one exceeds a float, and stays text."""
SPACE = re.compile(r"[ \t\n\r]*")


def json_lines(lines: Iterable[str]) -> Iterator[Record]:
    """Yield the record of every line that is not blank."""
    for place, line in _numbered(lines):
        try:
            yield place, _record(_DECODER.decode(line), place)
        except (json.JSONDecodeError, RecursionError):
            yield place, Problem("record_malformed", place)
        except _KeyTwiceError as error:
            yield place, Problem("record_key_twice", place, {"value": error})


def parse_digits(text: str, profile: Profile, place: Place) -> dict[str, Any] | Problem:
    """Return one character an item by item id, or the problem if there are more or fewer."""
    cells = text.strip()
    if len(cells) != len(profile.items):
        return Problem("digits_length", place, {"length": len(cells), "items": len(profile.items)})
    return {item.id: cell for item, cell in zip(profile.items, cells, strict=True)}


def digit_lines(lines: Iterable[str], profile: Profile) -> Iterator[Record]:
    """Yield a record for every line that is not blank."""
    for place, line in _numbered(lines):
        yield place, parse_digits(line, profile, place)


def _numbered(lines: Iterable[str]) -> Iterator[tuple[Place, str]]:
    """Yield every line that is not blank, with its place."""
    people = ((number, line) for number, line in enumerate(lines, start=1) if line.strip())
    for person, (number, line) in enumerate(people, start=1):
        yield Place(line=number, person=person), line


def json_document(text: str) -> Iterator[Record]:
    """Yield the records of a JSON array, or of objects in succession, as they are parsed.

    Raise `InputUnreadable` with the place where it is not JSON.
    """
    reader = _JsonReader(text)
    if reader.skip("["):
        yield from reader.elements()
        if not reader.is_done():
            raise reader.malformed()
    else:
        yield from reader.objects()


class _JsonReader:
    """Reads a JSON text value by value, with the line each begins on.

    `json.loads` would keep all people's values in memory at once, and does not give their lines.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._at, self._line, self._counted = 0, 1, 0

    def skip(self, sign: str) -> bool:
        """Move past white space, and past a sign if it comes next; return whether it does."""
        self._at = SPACE.match(self._text, self._at).end()  # type: ignore[union-attr]
        found = self._text.startswith(sign, self._at)
        self._at += len(sign) * found
        return found

    def elements(self) -> Iterator[Record]:
        """Yield the elements of an array whose bracket has been opened."""
        if self.skip("]"):
            return
        for person in count(1):
            content, line = self.value()
            place = Place(line=line, person=person)
            yield place, _record(content, place)
            if self.skip("]"):
                return
            if not self.skip(","):
                raise self.malformed()

    def objects(self) -> Iterator[Record]:
        """Yield objects in succession, as saved answer files that were joined."""
        for person in count(1):
            content, line = self.value()
            if not isinstance(content, dict):
                raise InputUnreadable(Problem("records_expected", Place(line=line)))
            yield Place(line=line, person=person), content
            if self.is_done():
                return

    def value(self) -> tuple[Any, int]:
        """Return the next value and its line."""
        self.skip("")
        line = self._line_here()
        try:
            content, self._at = _DECODER.raw_decode(self._text, self._at)
        except json.JSONDecodeError as error:
            self._at = error.pos
            raise self.malformed() from error
        except _KeyTwiceError as error:
            problem = Problem("record_key_twice", Place(line=line), {"value": error})
            raise InputUnreadable(problem) from error
        except RecursionError as error:
            raise InputUnreadable(Problem("yaml_too_deep")) from error
        return content, line

    def is_done(self) -> bool:
        """Return whether only white space is left."""
        self.skip("")
        return self._at >= len(self._text)

    def _line_here(self) -> int:
        self._line += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
        return self._line

    def malformed(self) -> InputUnreadable:
        """Return the refusal of what comes next."""
        column = self._at - self._text.rfind("\n", 0, self._at)
        place = Place(line=self._line_here(), column=column)
        return InputUnreadable(Problem("json_malformed", place))


def yaml_document(text: str, limit: int) -> Iterator[Record]:
    """Yield the records of a YAML list, or the one of a YAML mapping.

    Raise `InputUnreadable` with every place where it is not plain YAML, or if it has more than
    `limit` bytes.
    """
    kind = DocumentKind(limit, "input_empty", "document_too_large")
    document = read_document(text.encode(), "", kind)
    if document.problems:
        raise InputUnreadable(document.problems)
    if not isinstance(document.tree, list | dict):
        raise InputUnreadable(Problem("records_expected"))
    is_list = isinstance(document.tree, list)
    people = document.tree if is_list else [document.tree]
    for person, content in enumerate(people, start=1):
        line = document.place((person - 1,) if is_list else ()).line
        place = Place(line=line, person=person)
        yield place, _record(_plain(content), place)


def _record(content: Any, place: Place) -> dict[str, Any] | Problem:
    return content if isinstance(content, dict) else Problem("record_not_mapping", place)


class _KeyTwiceError(Exception):
    """An object has a key twice; which of the values counts cannot be decided."""


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    mapping = dict(pairs)
    if len(mapping) != len(pairs):
        keys = [key for key, _ in pairs]
        raise _KeyTwiceError(next(key for key in keys if keys.count(key) > 1))
    return mapping


def _whole_number(digits: str) -> int | str:
    return int(digits) if len(digits) <= LONGEST_NUMBER else digits


_DECODER = json.JSONDecoder(object_pairs_hook=_unique, parse_constant=str, parse_int=_whole_number)
"""`NaN` and `Infinity` are not JSON numbers; they stay words, which are not answers."""


def _plain(node: Any) -> Any:
    """Return a YAML tree with None for nulls and other scalars of no profile type as written."""
    if isinstance(node, dict):
        return {key: _plain(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_plain(value) for value in node]
    if isinstance(node, ForeignScalar):
        return None if node.raw.lower() in NULLS else node.raw
    return node
