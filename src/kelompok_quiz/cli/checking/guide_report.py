"""What `periksa` found on an answer file, as a guide to fill in and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from kelompok_quiz.cli.checking.answers import Findings
from kelompok_quiz.problems import InputUnreadable, Problem
from kelompok_quiz.reading import Layout


class GuideReport:
    """Writes the guide of a file when all of it has been seen."""

    def __init__(self, stream: TextIO) -> None:
        """Write to a text stream."""
        self._stream = stream

    def begin(self, file: str, layout: Layout, problems: Sequence[Problem]) -> None:
        """The form of a file is no part of a guide."""

    def reject(self, row: int, problems: Sequence[Problem]) -> None:
        """Rejected rows are no part of a guide; their words are counted."""

    def end(self, findings: Findings, guide: str) -> None:
        """Write the guide."""
        del findings
        self._stream.write(guide)

    def refuse(self, file: str, problems: Sequence[Problem]) -> None:
        """Raise `InputUnreadable`: there is nothing to guide through."""
        del file
        raise InputUnreadable(problems)

    def close(self) -> None:
        """Write what stands behind the guide: nothing."""
