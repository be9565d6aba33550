"""The answer files of a command, opened one after the other, and what there is to note on them."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from kelompok_quiz.answers import AnswerBatch
from kelompok_quiz.cli.stdin import Stdin, kind_of_stdin
from kelompok_quiz.columns import UNGUIDED, Guide
from kelompok_quiz.problems import InputUnreadable, Place, Problem, UsageError
from kelompok_quiz.profile import Profile
from kelompok_quiz.reading import (
    STDIN,
    AnswerSource,
    Repeat,
    Repeats,
    open_path,
    open_stream,
    superseded,
    without,
)

LARGEST_KEPT = 1 << 26
"""Bytes of a pipe that are kept where it has to be read twice."""
MOST_NOTED = 10
"""Repeated respondents that are named; the rest is counted."""


def named_inputs(files: Sequence[Path], command: str) -> Sequence[Path]:
    """Return the files that were named, or stdin where data waits there.

    Raise `UsageError` where there is neither, or stdin among files.
    """
    if len(files) > 1 and Path(STDIN) in files:
        raise UsageError(Problem("stdin_with_files", Place(command)))
    if not files and kind_of_stdin() is not Stdin.DATA:
        raise UsageError(Problem("files_missing", Place(command), {"command": command}))
    return files or (Path(STDIN),)


@dataclass(slots=True)
class Notes:
    """What is no failure and must be told all the same."""

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


@dataclass(frozen=True, slots=True)
class Terms:
    """How answer files are to be taken: in part, with a guide, the last of each, without names."""

    partial: bool = False
    guide: Guide = UNGUIDED
    last: bool = False
    anonymous: bool = False


@dataclass(frozen=True)
class AnswerFiles:
    """The inputs of one run; `batches` reads them once and fills `notes`."""

    profile: Profile
    inputs: Sequence[Path]
    terms: Terms
    notes: Notes = field(default_factory=Notes)

    @property
    def place(self) -> Place:
        """All inputs, for what is wrong with none of them alone."""
        return Place(", ".join(map(str, self.inputs)))

    def batches(self) -> Iterator[AnswerBatch]:
        """Yield the people of every input in order, in bounded batches."""
        for path in self.inputs:
            stream = self._stream(path)
            start = stream.tell() if stream is not None and self.terms.last else 0
            aside = None
            if self.terms.last:
                with self.opened(path, stream) as source:
                    aside = superseded(source.batches())
                if stream is not None:
                    stream.seek(start)
            with self.opened(path, stream) as source:
                self._note_sheets(source)
                for batch in self._noted(source):
                    kept = batch if aside is None else without(batch, aside)
                    self.notes.set_aside += len(batch) - len(kept)
                    yield kept.anonymous() if self.terms.anonymous else kept

    def headers(self, first: AnswerBatch) -> tuple[str, ...]:
        """Return the carried headers of all inputs in order, those of a first batch given."""
        headers = dict.fromkeys(first.headers)
        for path in self.inputs[1:]:
            if not self.terms.anonymous:
                with self.opened(path, None) as source:
                    headers |= dict.fromkeys(source.headers)
        return tuple(headers)

    def opened(self, path: Path, stream: BinaryIO | None) -> AbstractContextManager[AnswerSource]:
        """Open an input; a stream takes the place of standard input."""
        partial, guide = self.terms.partial, self.terms.guide
        if stream is not None:
            return open_stream(stream, self.profile, partial=partial, guide=guide)
        return open_path(path, self.profile, partial=partial, guide=guide)

    def _stream(self, path: Path) -> BinaryIO | None:
        """Return standard input where that is meant, such that it can be read twice if need be."""
        if str(path) != STDIN:
            return None
        stream: BinaryIO = sys.stdin.buffer
        if not self.terms.last or stream.seekable():
            return stream
        content = stream.read(LARGEST_KEPT + 1)
        if len(content) > LARGEST_KEPT:
            raise InputUnreadable(Problem("repeats_need_file", Place(STDIN)))
        return io.BytesIO(content)

    def _note_sheets(self, source: AnswerSource) -> None:
        layout = source.layout
        if layout.others and layout.sheet is not None:
            note = (str(Place(layout.place.file)), layout.sheet, layout.others)
            self.notes.sheets.append(note)

    def _noted(self, source: AnswerSource) -> Iterator[AnswerBatch]:
        """Yield the batches of a source and note who is in it twice, and answers in own words."""
        repeats, file = Repeats(), str(source.layout.place.file)
        for batch in source.batches():
            for repeat in repeats.find(batch):
                self.notes.add_repeat(str(Place(source.layout.place.file)), repeat)
            if file not in self.notes.unknown_words and any(unknown_words(batch)):
                self.notes.unknown_words.append(file)
            yield batch
        self.notes.incomplete |= not repeats.complete


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
