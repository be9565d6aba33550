"""What `periksa` found on an answer file, as a guide to fill in and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from kelompok_quiz.cli.checking.answers import Findings
from kelompok_quiz.mapping import NOTHING, Ladder, Mapping, draft
from kelompok_quiz.problems import InputUnreadable, Problem
from kelompok_quiz.reading import Layout


class GuideReport:
    """Writes the guide of a file when all of it has been seen."""

    def __init__(self, stream: TextIO, ladder: Ladder, guide: str) -> None:
        """Write to a text stream, which will be the file `guide`."""
        self._stream, self._ladder, self._guide = stream, ladder, guide
        self._file = ""
        self._mapping: Mapping = NOTHING

    def begin(self, file: str, layout: Layout, problems: Sequence[Problem]) -> None:
        """Keep what the columns stand for."""
        del problems
        self._file, self._mapping = file, layout.mapping

    def reject(self, row: int, problems: Sequence[Problem]) -> None:
        """Rejected rows are no part of a guide; their words are counted."""

    def end(self, findings: Findings) -> None:
        """Write the guide."""
        guide = draft(self._mapping, self._ladder, findings.labels, self._file, self._guide)
        self._stream.write(guide)

    def refuse(self, file: str, problems: Sequence[Problem]) -> None:
        """Raise `InputUnreadable`: there is nothing to guide through."""
        del file
        raise InputUnreadable(problems)

    def close(self) -> None:
        """Write what stands behind the guide: nothing."""
