"""A path or a stream → an answer source: how it was understood, and its people in batches.

The road: bytes → content (`contents`) → text or a worksheet (`texts`, `workbooks`) → rows and their
header (`delimited`, `tables`) → people; or documents → records → people. Below this door no refusal
names the file; its name is added here.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeAlias

from kelompok_quiz.answers import AnswerBatch
from kelompok_quiz.columns.column_map import missing_problems
from kelompok_quiz.columns.guide import UNGUIDED, Guide
from kelompok_quiz.columns.header_matcher import HeaderMatcher
from kelompok_quiz.problems import InputUnreadable, Problem, missing
from kelompok_quiz.profile.model import Profile
from kelompok_quiz.reading import kinds
from kelompok_quiz.reading.contents import (
    HEAD,
    LIMITS,
    Bytes,
    Content,
    Limits,
    Peeked,
    detect,
    in_memory,
    seekable,
)
from kelompok_quiz.reading.delimited import read_delimited
from kelompok_quiz.reading.documents import digit_lines, json_document, json_lines, yaml_document
from kelompok_quiz.reading.records import Records
from kelompok_quiz.reading.tables import Table
from kelompok_quiz.reading.texts import Text

if TYPE_CHECKING:
    from kelompok_quiz.reading.archives import Member

STDIN = "-"

People: TypeAlias = Table | Records


class AnswerSource:
    """One input, opened: its layout, its carried headers, and its people, read once."""

    def __init__(self, file: str, stream: BinaryIO, people: People) -> None:
        """Name the file in the place of the layout."""
        layout = people.layout
        self.layout = replace(layout, place=replace(layout.place, file=file))
        self.headers = people.headers
        self._file, self._stream, self._people = file, stream, people

    def batches(self) -> Iterator[AnswerBatch]:
        """Yield the people in order, in bounded batches; every place names the file."""
        with _naming(self._file):
            yield from self._people.batches(self._file)

    def share_read(self) -> float | None:
        """Return the share of the file's bytes read so far, 0..1; None for a pipe."""
        try:
            status = os.fstat(self._stream.fileno())
        except OSError:  # a stream in memory has no descriptor
            return None
        if not stat.S_ISREG(status.st_mode) or not status.st_size:
            return None
        return min(self._stream.tell() / status.st_size, 1.0)


@contextmanager
def open_answers(
    origin: Path | BinaryIO,
    profile: Profile,
    *,
    partial: bool = False,
    guide: Guide = UNGUIDED,
    limits: Limits = LIMITS,
) -> Iterator[AnswerSource]:
    """Open a file or a stream, for as long as the context lasts; a stream stays open.

    Raise `InputMissing` if it cannot be opened, `InputUnreadable` if it cannot be understood.
    """
    matcher = HeaderMatcher(profile, guide)
    with inspect_answers(origin, matcher, limits) as source:
        layout = source.layout
        problems = missing_problems(layout.columns, matcher, layout.place, partial=partial)
        if problems:
            raise InputUnreadable(problems)
        yield source


@contextmanager
def inspect_answers(
    origin: Path | BinaryIO, matcher: HeaderMatcher, limits: Limits = LIMITS
) -> Iterator[AnswerSource]:
    """Open a file or a stream as `open_answers` does, even if items have no column."""
    opener = _Opener(matcher, limits)
    with opener.opened:
        if isinstance(origin, Path):
            file, suffix = str(origin), origin.suffix.lower()
            stream = opener.opened.enter_context(_file(origin))
        else:
            file, suffix, stream = STDIN, "", origin
        with _naming(file):
            people = opener.people(stream, suffix)
        yield AnswerSource(file, stream, people)


def _file(path: Path) -> BinaryIO:
    try:
        stream = path.open("rb")
        stream.peek(1)  # opening a folder succeeds on some systems, reading it does not
    except OSError as error:
        raise missing(path, error) from error
    return stream


@contextmanager
def _naming(file: str) -> Iterator[None]:
    try:
        yield
    except InputUnreadable as error:
        named = [
            replace(problem, place=replace(problem.place, file=file)) for problem in error.problems
        ]
        raise InputUnreadable(named) from error


class _Opener:
    """Takes an input apart down to its people; `opened` is closed when they are read."""

    def __init__(self, matcher: HeaderMatcher, limits: Limits) -> None:
        self._matcher, self._limits = matcher, limits
        self.opened = ExitStack()

    def people(self, stream: BinaryIO, suffix: str) -> People:
        head = stream.read(HEAD)
        content = detect(head)
        if content is Content.TEXT:
            return self._text(Peeked(head, stream), suffix)
        from kelompok_quiz.reading.archives import Member, is_workbook, opened_archive

        packed = seekable(stream, head, self._limits)
        if content is Content.WORKBOOK or is_workbook(packed):
            return self._workbook(packed)
        member = Member(self.opened.enter_context(opened_archive(packed)), self._limits)
        people = self._member(member)
        people.layout = replace(people.layout, member=member.name)
        return people

    def _member(self, member: Member) -> People:
        """Open the only file of an archive, which may be text or a workbook."""
        head = member.read(HEAD)
        content = detect(head)
        stream = Peeked(head, member)
        if content is Content.TEXT:
            return self._text(stream, Path(member.name).suffix.lower())
        from kelompok_quiz.reading.archives import is_workbook

        packed = in_memory(stream, self._limits)
        if content is Content.ARCHIVE and not is_workbook(packed):
            raise InputUnreadable(Problem("archive_nested", parameters={"value": member.name}))
        return self._workbook(packed)

    def _workbook(self, stream: BinaryIO) -> People:
        from kelompok_quiz.reading.workbooks import read_workbook

        return Table(read_workbook(stream, self._matcher, self._limits), self._matcher)

    def _text(self, stream: Bytes, suffix: str) -> People:
        text = Text(stream, self._limits)
        kind = kinds.kind_of_text(text.head, suffix, self._matcher)
        people: People
        if kind == kinds.TABLE:
            people = Table(read_delimited(text, self._matcher), self._matcher)
        else:
            if kind == kinds.JSON_LINES:
                records = json_lines(text)
            elif kind == kinds.JSON:
                records = json_document(text.read(self._limits.json))
            elif kind == kinds.YAML:
                records = yaml_document(text.read(self._limits.yaml), self._limits.yaml)
            else:
                records = digit_lines(text, self._matcher.profile)
            people = Records(kind, records, self._matcher)
        # The encoding may have changed while the first rows were read: see `texts`.
        people.layout = replace(people.layout, encoding=text.encoding)
        return people
