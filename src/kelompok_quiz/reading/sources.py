"""A path or a stream → an answer source: how it was understood, and its people in batches.

The road: bytes → what they are (`contents`) → text or a workbook → a table under its header, or
records → people. Below this door nothing knows the name of the file; it is put on every place here.
"""

from __future__ import annotations

import io
import json
import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Protocol

from kelompok_quiz.answers import AnswerBatch
from kelompok_quiz.columns import UNGUIDED, ColumnMap, Guide, HeaderMatcher, missing_problems
from kelompok_quiz.problems import InputUnreadable, Place, Problem, missing
from kelompok_quiz.profile import Profile
from kelompok_quiz.reading.contents import HEAD, Bytes, Content, Rejoined, told_by
from kelompok_quiz.reading.delimited import delimited, items_in_header
from kelompok_quiz.reading.documents import (
    LARGEST_JSON,
    LARGEST_YAML,
    digit_lines,
    json_document,
    json_lines,
    yaml_document,
)
from kelompok_quiz.reading.records import Record, Records
from kelompok_quiz.reading.tables import Table
from kelompok_quiz.reading.texts import Text

STDIN = "-"
TABLE = "csv"
LARGEST_PACKED = 1 << 27
"""Bytes of a workbook or archive that comes through a pipe; it is kept in memory."""
DIGIT_LINE = re.compile(r"[1-9-]{2,}")
MAPPING_LINE = re.compile(r"(?:- |---(?:\s|$)|[A-Za-z_]\w*:(?:\s|$))")
JSON_START = re.compile(r"[\[{]\s*(?:[\"\[{\]}0-9tfn-]|$)")
COMMENT = "#"
KINDS_BY_SUFFIX = {
    **dict.fromkeys((".jsonl", ".ndjson"), "jsonl"),
    **dict.fromkeys((".yaml", ".yml"), "yaml"),
    ".json": "json",
}
"""Used only where the content does not decide."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The form of an input, and what its columns hold.

    `kind`: csv, xlsx, xls, ods, json, jsonl, yaml or angka. `place`: of the header, or of the first
    record. `descriptions`: rows below the header that describe columns. `others`: further
    worksheets with answers, which are not read.
    """

    kind: str
    columns: ColumnMap
    place: Place
    delimiter: str | None = None
    descriptions: int = 0
    sheet: str | None = None
    others: tuple[str, ...] = ()
    member: str | None = None
    encoding: str | None = None


class People(Protocol):
    """The people of an input, whatever its form; places are without the name of the file."""

    place: Place
    columns: ColumnMap
    headers: tuple[str, ...]

    def batches(self) -> Iterator[AnswerBatch]:
        """Yield the people in order, in bounded batches."""


class AnswerSource:
    """One input, opened: its layout, its carried headers, and its people, read once."""

    def __init__(self, file: str, stream: BinaryIO, layout: Layout, people: People) -> None:
        """Put the name of the file on the layout's place."""
        self.layout = replace(layout, place=replace(layout.place, file=file))
        self.headers = people.headers
        self._file, self._stream, self._people = file, stream, people

    def batches(self) -> Iterator[AnswerBatch]:
        """Yield the people in order, in bounded batches; every place names the file."""
        with _naming(self._file):
            for batch in self._people.batches():
                rejects = {p: tuple(self._named(found)) for p, found in batch.rejects.items()}
                yield replace(batch, source=self._file, rejects=rejects)

    def _named(self, problems: Iterable[Problem]) -> Iterator[Problem]:
        return (_in_file(problem, self._file) for problem in problems)

    def share_read(self) -> float | None:
        """Return the share of the file's bytes read so far, 0..1; None for what is no file."""
        try:
            status = os.fstat(self._stream.fileno())
        except OSError:  # a stream in memory has no descriptor
            return None
        if not stat.S_ISREG(status.st_mode) or not status.st_size:
            return None
        return min(self._stream.tell() / status.st_size, 1.0)


@contextmanager
def open_path(
    path: Path, profile: Profile, *, partial: bool = False, guide: Guide = UNGUIDED
) -> Iterator[AnswerSource]:
    """Open a file, for as long as the context lasts.

    Raise `InputMissing` if it cannot be opened, `InputUnreadable` if it cannot be understood.
    """
    matcher = HeaderMatcher(profile, guide)
    with inspect_path(path, matcher) as source:
        yield _complete(source, matcher, partial=partial)


@contextmanager
def open_stream(
    stream: BinaryIO, profile: Profile, *, partial: bool = False, guide: Guide = UNGUIDED
) -> Iterator[AnswerSource]:
    """Open a stream by what it holds; raise `InputUnreadable` if it cannot be understood."""
    matcher = HeaderMatcher(profile, guide)
    with inspect_stream(stream, matcher) as source:
        yield _complete(source, matcher, partial=partial)


@contextmanager
def inspect_path(path: Path, matcher: HeaderMatcher) -> Iterator[AnswerSource]:
    """Open a file as `open_path` does, even if items have no column."""
    try:
        stream = path.open("rb")
        stream.peek(1)
    except OSError as error:
        raise missing(path, error) from error
    with stream, ExitStack() as opened:
        yield _source(stream, str(path), path.suffix.lower(), matcher, opened)


@contextmanager
def inspect_stream(stream: BinaryIO, matcher: HeaderMatcher) -> Iterator[AnswerSource]:
    """Open a stream as `open_stream` does, even if items have no column."""
    with ExitStack() as opened:
        yield _source(stream, STDIN, "", matcher, opened)


def _source(
    stream: BinaryIO, file: str, suffix: str, matcher: HeaderMatcher, opened: ExitStack
) -> AnswerSource:
    with _naming(file):
        layout, people = _understood(stream, suffix, matcher, opened)
    return AnswerSource(file, stream, layout, people)


@contextmanager
def _naming(file: str) -> Iterator[None]:
    """Put the name of the file on the problems of a refusal."""
    try:
        yield
    except InputUnreadable as error:
        raise InputUnreadable(_in_file(problem, file) for problem in error.problems) from error


def _in_file(problem: Problem, file: str) -> Problem:
    at = problem.place
    place = Place(file, at.line, at.column, at.person, at.header)
    return Problem(problem.code, place, problem.parameters)


def _complete(source: AnswerSource, matcher: HeaderMatcher, *, partial: bool) -> AnswerSource:
    layout = source.layout
    problems = missing_problems(layout.columns, matcher, layout.place, partial=partial)
    if problems:
        raise InputUnreadable(problems)
    return source


def _understood(
    stream: BinaryIO, suffix: str, matcher: HeaderMatcher, opened: ExitStack
) -> tuple[Layout, People]:
    head = stream.read(HEAD)
    content = told_by(head)
    if content is Content.TEXT:
        return _text(Rejoined(head, stream), suffix, matcher)
    from kelompok_quiz.reading.archives import Member, is_workbook, opened_archive

    packed = _seekable(stream, head)
    if content is Content.WORKBOOK or is_workbook(packed):
        return _workbook(packed, matcher)
    member = Member(opened.enter_context(opened_archive(packed)))
    layout, people = _member(member.name, member, matcher)
    return replace(layout, member=member.name), people


def _seekable(stream: BinaryIO, head: bytes) -> BinaryIO:
    """Return the stream from its beginning; what comes through a pipe is kept in memory."""
    if stream.seekable():
        stream.seek(-len(head), io.SEEK_CUR)
        if stream.tell() == 0:
            return stream
        head = b""
    return _in_memory(Rejoined(head, stream))


def _in_memory(stream: Bytes) -> BinaryIO:
    pieces, length = [], 0
    while piece := stream.read(HEAD):
        pieces.append(piece)
        length += len(piece)
        if length > LARGEST_PACKED:
            raise InputUnreadable(Problem("document_too_large"))
    return io.BytesIO(b"".join(pieces))


def _member(name: str, member: Bytes, matcher: HeaderMatcher) -> tuple[Layout, People]:
    """Open the one file of an archive, which may be text or a workbook."""
    head = member.read(HEAD)
    content = told_by(head)
    stream = Rejoined(head, member)
    if content is Content.TEXT:
        return _text(stream, Path(name).suffix.lower(), matcher)
    from kelompok_quiz.reading.archives import is_workbook

    packed = _in_memory(stream)
    if content is Content.ARCHIVE and not is_workbook(packed):
        raise InputUnreadable(Problem("archive_nested", parameters={"value": name}))
    return _workbook(packed, matcher)


def _workbook(stream: BinaryIO, matcher: HeaderMatcher) -> tuple[Layout, People]:
    from kelompok_quiz.reading.workbooks import read_workbook

    sheet = read_workbook(stream, matcher)
    people = Table(sheet.grid, matcher)
    layout = Layout(
        kind=sheet.kind,
        columns=people.columns,
        place=people.place,
        descriptions=sheet.grid.heading.descriptions,
        sheet=sheet.name,
        others=sheet.others,
    )
    return layout, people


def _text(stream: Bytes, suffix: str, matcher: HeaderMatcher) -> tuple[Layout, People]:
    text = Text(stream)
    kind = _kind(text.head, suffix, matcher)
    layout, people = _table(text, matcher) if kind == TABLE else _records(text, kind, matcher)
    # The encoding may have changed while the header was looked for: see `texts`.
    return replace(layout, encoding=text.encoding), people


def _table(text: Text, matcher: HeaderMatcher) -> tuple[Layout, People]:
    grid = delimited(text, matcher)
    people = Table(grid, matcher)
    layout = Layout(
        kind=TABLE,
        columns=people.columns,
        place=people.place,
        delimiter=grid.delimiter,
        descriptions=grid.heading.descriptions,
    )
    return layout, people


def _records(text: Text, kind: str, matcher: HeaderMatcher) -> tuple[Layout, People]:
    found: dict[str, Callable[[], Iterator[Record]]] = {
        "jsonl": lambda: json_lines(text),
        "json": lambda: json_document(text.read(LARGEST_JSON)),
        "yaml": lambda: yaml_document(text.read(LARGEST_YAML).encode()),
        "angka": lambda: digit_lines(text, matcher.profile),
    }
    people = Records(found[kind](), matcher)
    return Layout(kind, people.columns, people.place), people


def _kind(head: str, suffix: str, matcher: HeaderMatcher) -> str:
    """Return what a text is by how it begins, by its suffix only where that leaves it open."""
    lines = [line for line in io.StringIO(head, newline="") if line.strip()]
    if not lines:
        return TABLE
    start, said = lines[0].strip(), KINDS_BY_SUFFIX.get(suffix, TABLE)
    if JSON_START.match(start):
        a_record = start.startswith("{") and start != "{"
        return said if said == "jsonl" and a_record else _json_kind(start, lines)
    if items_in_header(lines, matcher):
        return TABLE
    content = next((line for line in lines if not line.startswith(COMMENT)), "")
    if MAPPING_LINE.match(content):
        return "yaml"
    return "angka" if DIGIT_LINE.fullmatch(start) else said


def _json_kind(start: str, lines: list[str]) -> str:
    """Return whether JSON is one document or a record a line."""
    one_a_line = len(lines) > 1 and lines[1].startswith("{")
    return "jsonl" if start.startswith("{") and (_is_whole(start) or one_a_line) else "json"


def _is_whole(line: str) -> bool:
    try:
        json.loads(line, parse_int=str)
    except (json.JSONDecodeError, RecursionError):
        return False
    return True
