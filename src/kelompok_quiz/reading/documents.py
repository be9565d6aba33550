"""JSON, JSON Lines and YAML text → records with their places."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from kelompok_quiz.problems import InputUnreadable, Place, Problem
from kelompok_quiz.profile import Misread, read_document
from kelompok_quiz.reading.records import Record

NULLS = frozenset(("", "~", "null"))
LONGEST_NUMBER = 300
"""Digits of a whole number; a longer one is beyond a float, and stays the text it is."""


def json_lines(lines: Iterable[str], file: str | None) -> Iterator[Record]:
    """Yield the record of every line that is not blank."""
    people = ((number, line) for number, line in enumerate(lines, start=1) if line.strip())
    for person, (number, line) in enumerate(people, start=1):
        place = Place(file, number, person=person)
        try:
            yield place, _record(_parse_json(line), place)
        except (json.JSONDecodeError, RecursionError):
            yield place, Problem("record_malformed", place)
        except _KeyTwiceError as error:
            yield place, Problem("record_key_twice", place, {"value": error})


def json_document(text: str, file: str | None) -> Iterator[Record]:
    """Yield the records of a JSON array, or the one of a JSON object.

    Raise `InputUnreadable` with the place where it is no JSON.
    """
    try:
        document = _parse_json(text)
    except json.JSONDecodeError as error:
        place = Place(file, error.lineno, error.colno)
        raise InputUnreadable(Problem("json_malformed", place)) from error
    except _KeyTwiceError as error:
        raise InputUnreadable(Problem("record_key_twice", Place(file), {"value": error})) from error
    except RecursionError as error:
        raise InputUnreadable(Problem("yaml_too_deep", Place(file))) from error
    yield from _people(document, file)


def yaml_document(data: bytes, file: str | None) -> Iterator[Record]:
    """Yield the records of a YAML list, or the one of a YAML mapping.

    Raise `InputUnreadable` with every place where it is no plain YAML.
    """
    document = read_document(data, file or "-")
    if document.problems:
        raise InputUnreadable(document.problems)
    yield from _people(_plain(document.tree), file)


def _people(document: Any, file: str | None) -> Iterator[Record]:
    if not isinstance(document, list | dict):
        raise InputUnreadable(Problem("records_expected", Place(file)))
    people = document if isinstance(document, list) else [document]
    for person, content in enumerate(people, start=1):
        place = Place(file, person=person)
        yield place, _record(content, place)


def _record(content: Any, place: Place) -> dict[str, Any] | Problem:
    return content if isinstance(content, dict) else Problem("record_not_mapping", place)


class _KeyTwiceError(Exception):
    """An object names a key twice; which of the values is meant nobody knows."""


def _parse_json(text: str) -> Any:
    return json.loads(
        text, object_pairs_hook=_unique, parse_constant=_refuse, parse_int=_whole_number
    )


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    mapping = dict(pairs)
    if len(mapping) != len(pairs):
        keys = [key for key, _ in pairs]
        raise _KeyTwiceError(next(key for key in keys if keys.count(key) > 1))
    return mapping


def _whole_number(digits: str) -> int | str:
    return int(digits) if len(digits) <= LONGEST_NUMBER else digits


def _refuse(constant: str) -> None:
    raise json.JSONDecodeError(constant, constant, 0)


def _plain(node: Any) -> Any:
    """Return a YAML tree with None for nulls and the text as written for every odd scalar."""
    if isinstance(node, dict):
        return {key: _plain(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_plain(value) for value in node]
    if isinstance(node, Misread):
        return None if node.raw.lower() in NULLS else node.raw
    return node
