"""A path or a stream → an answer source: who is in it, and which columns are carried along.

The road: bytes → what they are (`contents`) → text or a workbook → a table under its header, or
records → people.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from kelompok_quiz.columns import UNGUIDED, Guide, HeaderMatcher, map_columns, missing_problems
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
from kelompok_quiz.reading.layouts import AnswerSource, Layout
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
"""What a suffix says where the content says nothing."""


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
        yield _opened(stream, str(path), path.suffix.lower(), matcher, opened)


@contextmanager
def inspect_stream(stream: BinaryIO, matcher: HeaderMatcher) -> Iterator[AnswerSource]:
    """Open a stream as `open_stream` does, even if items have no column."""
    with ExitStack() as opened:
        yield _opened(stream, STDIN, "", matcher, opened)


def _complete(source: AnswerSource, matcher: HeaderMatcher, *, partial: bool) -> AnswerSource:
    layout = source.layout
    problems = missing_problems(layout.columns, matcher, layout.place, partial=partial)
    if problems:
        raise InputUnreadable(problems)
    return source


def _opened(
    stream: BinaryIO, file: str, suffix: str, matcher: HeaderMatcher, opened: ExitStack
) -> AnswerSource:
    head = stream.read(HEAD)
    content = told_by(head, file)
    if content is Content.TEXT:
        return _text(Rejoined(head, stream), file, suffix, matcher)
    from kelompok_quiz.reading.archives import Member, is_workbook, opened_archive

    packed = _seekable(stream, head, file)
    if content is Content.WORKBOOK or is_workbook(packed, file):
        return _workbook(packed, file, matcher)
    archive = opened.enter_context(opened_archive(packed, file))
    member = Member(archive, file)
    return _member(member.name, member, file, matcher)


def _seekable(stream: BinaryIO, head: bytes, file: str) -> BinaryIO:
    """Return the stream from its beginning; what comes through a pipe is kept in memory."""
    if stream.seekable():
        stream.seek(-len(head), io.SEEK_CUR)
        if stream.tell() == 0:
            return stream
        head = b""
    return _in_memory(Rejoined(head, stream), file)


def _in_memory(stream: Bytes, file: str) -> BinaryIO:
    pieces, length = [], 0
    while piece := stream.read(HEAD):
        pieces.append(piece)
        length += len(piece)
        if length > LARGEST_PACKED:
            raise InputUnreadable(Problem("document_too_large", Place(file)))
    return io.BytesIO(b"".join(pieces))


def _member(name: str, member: Bytes, file: str, matcher: HeaderMatcher) -> AnswerSource:
    """Open the one file of an archive, which may be text or a workbook."""
    head = member.read(HEAD)
    content = told_by(head, file)
    stream = Rejoined(head, member)
    if content is Content.TEXT:
        source = _text(stream, file, Path(name).suffix.lower(), matcher)
    else:
        from kelompok_quiz.reading.archives import is_workbook

        packed = _in_memory(stream, file)
        if content is Content.ARCHIVE and not is_workbook(packed, file):
            raise InputUnreadable(Problem("archive_nested", Place(file), {"value": name}))
        source = _workbook(packed, file, matcher)
    source.layout = replace(source.layout, member=name)
    return source


def _workbook(stream: BinaryIO, file: str, matcher: HeaderMatcher) -> AnswerSource:
    from kelompok_quiz.reading.workbooks import read_workbook

    sheet = read_workbook(stream, matcher, file)
    layout = Layout(
        kind=sheet.kind,
        columns=map_columns(sheet.grid.heading.cells, matcher),
        place=Place(file, sheet.grid.line),
        descriptions=sheet.grid.heading.descriptions,
        sheet=sheet.name,
        others=sheet.others,
    )
    return Table(sheet.grid, layout, matcher)


def _text(stream: Bytes, file: str, suffix: str, matcher: HeaderMatcher) -> AnswerSource:
    text = Text(stream, file)
    kind = _kind(text.head, suffix, matcher)
    source = _table(text, file, matcher) if kind == TABLE else _records(text, kind, file, matcher)
    source.layout = replace(source.layout, encoding=text.encoding)
    return source


def _table(text: Text, file: str, matcher: HeaderMatcher) -> AnswerSource:
    grid = delimited(text, matcher, file)
    layout = Layout(
        kind=TABLE,
        columns=map_columns(grid.heading.cells, matcher),
        place=Place(file, grid.line),
        delimiter=grid.delimiter,
        descriptions=grid.heading.descriptions,
    )
    return Table(grid, layout, matcher)


def _records(text: Text, kind: str, file: str, matcher: HeaderMatcher) -> AnswerSource:
    found: dict[str, Callable[[], Iterator[Record]]] = {
        "jsonl": lambda: json_lines(text, file),
        "json": lambda: json_document(text.read(LARGEST_JSON), file),
        "yaml": lambda: yaml_document(text.read(LARGEST_YAML).encode(), file),
        "angka": lambda: digit_lines(text, matcher.profile, file),
    }
    return Records(found[kind](), kind, matcher, file)


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
