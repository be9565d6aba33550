"""The inputs of one run, read one after the other, and the warnings collected meanwhile."""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from kelompok_quiz.answers import AnswerBatch
from kelompok_quiz.columns.guide import UNGUIDED, Guide
from kelompok_quiz.columns.header_matcher import HeaderMatcher
from kelompok_quiz.problems import InputUnreadable, Place, Problem, UsageError
from kelompok_quiz.profile.model import Profile
from kelompok_quiz.reading.documents import parse_digits
from kelompok_quiz.reading.records import Records
from kelompok_quiz.reading.repeats import MOST_REMEMBERED, Repeat, Repeats, superseded, without
from kelompok_quiz.reading.sources import STDIN, AnswerSource, inspect_answers, open_answers

LARGEST_KEPT = 1 << 26
"""Bytes of a pipe that are kept where it has to be read twice."""
MOST_NOTED = 10
"""Repeated respondents that are named; the rest is counted."""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How answer files are read: in part, with a guide, the last of each person, without names."""

    partial: bool = False
    guide: Guide = UNGUIDED
    last: bool = False
    anonymous: bool = False


@dataclass(slots=True)
class Notes:
    """Warnings collected while reading; nothing in them is a failure."""

    repeats: list[tuple[str, Repeat]] = field(default_factory=list)
    more_repeats: int = 0
    incomplete: bool = False
    set_aside: int = 0
    sheets: list[tuple[str, str, tuple[str, ...]]] = field(default_factory=list)
    unknown_words: list[str] = field(default_factory=list)

    def add_repeat(self, file: str, repeat: Repeat) -> None:
        """Note a repeated respondent, by name while there are few."""
        if len(self.repeats) < MOST_NOTED:
            self.repeats.append((file, repeat))
        else:
            self.more_repeats += 1


class TypedAnswers:
    """The answers of one person, typed on the command line, as the only input of a run."""

    paths: Sequence[Path] = ()

    def __init__(self, digits: str, profile: Profile, place: Place) -> None:
        """Raise `UsageError` if their number is not that of the items."""
        self.place, self.notes = place, Notes()
        record = parse_digits(digits, profile, place)
        if isinstance(record, Problem):
            raise UsageError(record)
        self._records = Records("angka", [(place, record)], HeaderMatcher(profile))

    def batches(self) -> Iterator[AnswerBatch]:
        """Yield the one person."""
        return self._records.batches(None)

    def headers(self, first: AnswerBatch) -> tuple[str, ...]:
        """Return the carried headers: none."""
        return first.headers

    def share_read(self) -> float | None:
        """Return None: there is nothing to wait for."""
        return None


class Inputs:
    """Files and standard input; `batches` reads them once and fills `notes`."""

    def __init__(
        self,
        paths: Sequence[Path],
        profile: Profile,
        options: ReadOptions,
        largest_kept: int = LARGEST_KEPT,
        most_compared: int = MOST_REMEMBERED,
    ) -> None:
        """Open nothing yet; `most_compared` respondents of a file are compared."""
        self.paths, self.notes = paths, Notes()
        self._profile, self._options = profile, options
        self._largest_kept, self._most_compared = largest_kept, most_compared
        self._reading: tuple[int, AnswerSource] | None = None

    @property
    def place(self) -> Place:
        """All inputs, for a problem of none of them alone."""
        return Place(", ".join(map(str, self.paths)))

    def batches(self) -> Iterator[AnswerBatch]:
        """Yield the people of every input in order, in bounded batches."""
        for index, path in enumerate(self.paths):
            stream, aside = self._stdin(path), None
            if self._options.last:
                start = 0 if stream is None else stream.tell()
                with self._opened(path, stream) as source:
                    aside = superseded(source.batches())
                if stream is not None:
                    stream.seek(start)
            with self._opened(path, stream) as source:
                self._reading = index, source
                for batch in self._noted(source):
                    kept = batch if aside is None else without(batch, aside)
                    self.notes.set_aside += len(batch) - len(kept)
                    yield kept.anonymous() if self._options.anonymous else kept
            self._reading = None

    def headers(self, first: AnswerBatch) -> tuple[str, ...]:
        """Return the carried headers of all inputs in order; `first` is the first batch."""
        headers = dict.fromkeys(first.headers)
        for path in self.paths[1:]:
            if not self._options.anonymous:
                with self._opened(path, None) as source:
                    headers |= dict.fromkeys(source.headers)
        return tuple(headers)

    def share_read(self) -> float | None:
        """Return the share of all bytes that is read, 0..1; None unless all inputs are files."""
        if self._reading is None:
            return None
        index, source = self._reading
        share, sizes = source.share_read(), [_size(path) for path in self.paths]
        if share is None or None in sizes:
            return None
        known = [size or 0 for size in sizes]
        return min((sum(known[:index]) + share * known[index]) / sum(known), 1.0)

    def _stdin(self, path: Path) -> BinaryIO | None:
        """Return standard input for its sign, kept in memory where a pipe is read twice."""
        if str(path) != STDIN:
            return None
        stream: BinaryIO = sys.stdin.buffer
        if not self._options.last or stream.seekable():
            return stream
        content = stream.read(self._largest_kept + 1)
        if len(content) > self._largest_kept:
            raise InputUnreadable(Problem("repeats_need_file", Place(STDIN)))
        return io.BytesIO(content)

    def _opened(self, path: Path, stream: BinaryIO | None) -> AbstractContextManager[AnswerSource]:
        origin = path if stream is None else stream
        partial, guide = self._options.partial, self._options.guide
        return open_answers(origin, self._profile, partial=partial, guide=guide)

    def _noted(self, source: AnswerSource) -> Iterator[AnswerBatch]:
        """Yield the batches of a source; note its worksheets, repetitions and unknown answers."""
        layout, repeats = source.layout, Repeats(self._most_compared)
        file, name = str(layout.place.file), str(Place(layout.place.file))
        if layout.other_worksheets and layout.worksheet is not None:
            self.notes.sheets.append((name, layout.worksheet, layout.other_worksheets))
        for batch in source.batches():
            for repeat in repeats.find(batch):
                self.notes.add_repeat(name, repeat)
            if file not in self.notes.unknown_words and any(unknown_words(batch)):
                self.notes.unknown_words.append(file)
            yield batch
        self.notes.incomplete |= not (repeats.complete or self._options.last)


def inspect_input(path: Path, matcher: HeaderMatcher) -> AbstractContextManager[AnswerSource]:
    """Open a file, or standard input for its sign, even if items have no column."""
    return inspect_answers(sys.stdin.buffer if str(path) == STDIN else path, matcher)


def unknown_words(batch: AnswerBatch) -> Iterator[str]:
    """Yield each cell that is no answer and may be one in the form's own words."""
    for problems in batch.rejects.values():
        for problem in problems:
            value = problem.value or ""
            if problem.code == "answer_invalid" and is_word(value):
                yield value


def is_word(cell: object) -> bool:
    """Whether a cell may be an answer in words."""
    return isinstance(cell, str) and any(map(str.isalpha, cell))


def _size(path: Path) -> int | None:
    """Return the bytes of a file, None for a pipe or device."""
    try:
        status = os.fstat(sys.stdin.fileno()) if str(path) == STDIN else path.stat()
    except OSError:
        return None
    return status.st_size if stat.S_ISREG(status.st_mode) else None
