"""A path or a stream → an answer source: who is in it, and which columns are carried along."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Protocol, Self

from kelompok_quiz.answers import AnswerBatch
from kelompok_quiz.problems import InputUnreadable, Place, Problem, missing
from kelompok_quiz.profile import Profile
from kelompok_quiz.reading.digits import digit_lines
from kelompok_quiz.reading.documents import json_document, json_lines, yaml_document
from kelompok_quiz.reading.records import Records
from kelompok_quiz.reading.tables import delimited

STDIN = "-"
DIGIT_LINE = re.compile(r"[1-9-]{2,}")
MAPPING_LINE = re.compile(r"(?:- |---(?:\s|$)|[A-Za-z_]\w*:(?:\s|$))")


class AnswerSource(Protocol):
    """One input, opened and mapped; `batches` reads it once."""

    headers: tuple[str, ...]

    def batches(self) -> Iterator[AnswerBatch]:
        """Yield the people in order, in bounded batches."""


@contextmanager
def open_path(path: Path, profile: Profile, *, partial: bool = False) -> Iterator[AnswerSource]:
    """Open a file, for as long as the context lasts.

    Raise `InputMissing` if it cannot be opened, `InputUnreadable` if it cannot be understood.
    """
    suffix = path.suffix.lower()
    if suffix in SPREADSHEETS:
        raise InputUnreadable(Problem("format_unknown", Place(str(path)), {"value": suffix}))
    try:
        stream = path.open("rb")
        stream.peek(1)
    except OSError as error:
        raise missing(path, error) from error
    with stream, _Lines(stream, str(path)) as lines:
        kind = KINDS_BY_SUFFIX.get(suffix) or _told_by(lines.peek())
        yield kind(lines, profile, str(path), partial=partial)


@contextmanager
def open_stream(
    stream: BinaryIO, profile: Profile, *, partial: bool = False
) -> Iterator[AnswerSource]:
    """Open a stream by what it holds; raise `InputUnreadable` if it cannot be understood."""
    with _Lines(stream, STDIN) as lines:
        yield _told_by(lines.peek())(lines, profile, STDIN, partial=partial)


class _Lines:
    """The lines of a UTF-8 stream, of which the first can be looked at before."""

    def __init__(self, stream: BinaryIO, file: str) -> None:
        self._file = file
        self._text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
        self._ahead: list[str] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._text.detach()

    def peek(self) -> str:
        """Return the first line that is not blank, or nothing at the end."""
        for line in self._decoded():
            self._ahead.append(line)
            if line.strip():
                return line
        return ""

    def __iter__(self) -> Iterator[str]:
        yield from self._ahead
        yield from self._decoded()

    def read(self) -> str:
        """Return all of the text."""
        return "".join(self)

    def _decoded(self) -> Iterator[str]:
        number = len(self._ahead)
        try:
            for line in self._text:
                number += 1
                yield line
        except UnicodeDecodeError as error:
            place = Place(self._file, number + 1)
            raise InputUnreadable(Problem("input_not_text", place)) from error


def _table(lines: _Lines, profile: Profile, file: str, *, partial: bool) -> AnswerSource:
    return delimited(lines, profile, file, partial=partial)


def _json_lines(lines: _Lines, profile: Profile, file: str, *, partial: bool) -> AnswerSource:
    return Records(json_lines(lines, file), profile, file, partial=partial)


def _json(lines: _Lines, profile: Profile, file: str, *, partial: bool) -> AnswerSource:
    return Records(json_document(lines.read(), file), profile, file, partial=partial)


def _yaml(lines: _Lines, profile: Profile, file: str, *, partial: bool) -> AnswerSource:
    data = lines.read().encode()
    return Records(yaml_document(data, file), profile, file, partial=partial)


def _digits(lines: _Lines, profile: Profile, file: str, *, partial: bool) -> AnswerSource:
    return Records(digit_lines(lines, profile, file), profile, file, partial=partial)


class Kind(Protocol):
    """How one kind of input is opened."""

    def __call__(
        self, lines: _Lines, profile: Profile, file: str, *, partial: bool
    ) -> AnswerSource:
        """Map what the lines hold."""


KINDS_BY_SUFFIX: dict[str, Kind] = {
    ".csv": _table,
    ".tsv": _table,
    ".jsonl": _json_lines,
    ".ndjson": _json_lines,
    ".yaml": _yaml,
    ".yml": _yaml,
}
"""Every other suffix is told by the content."""

SPREADSHEETS = frozenset((".xlsx", ".xls", ".ods", ".zip"))


def _told_by(line: str) -> Kind:
    """Tell by the first line what a stream holds."""
    start = line.strip()
    if start.startswith("["):
        return _json
    if start.startswith("{"):
        return _json_lines if _is_whole_record(start) else _json
    if MAPPING_LINE.match(start):
        return _yaml
    return _digits if DIGIT_LINE.fullmatch(start) else _table


def _is_whole_record(line: str) -> bool:
    try:
        json.loads(line, parse_int=str)
    except (json.JSONDecodeError, RecursionError):
        return False
    return True
