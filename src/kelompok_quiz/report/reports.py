"""Whole reports, one person after the other."""

from __future__ import annotations

from rich.console import Console

from kelompok_quiz.explanation.report import result_sections
from kelompok_quiz.profile import Profile
from kelompok_quiz.report.sections import print_sections
from kelompok_quiz.result import ResultBatch, records


class ReportPrinter:
    """Prints the report of every person."""

    def __init__(self, console: Console, profile: Profile) -> None:
        """Print to a console."""
        self._console, self._profile = console, profile

    def write(self, batch: ResultBatch) -> None:
        """Print the reports of a batch."""
        for person, record in enumerate(records(batch)):
            answers = batch.answers.sheet(self._profile, person)
            print_sections(self._console, result_sections(self._profile, record, answers))

    def close(self) -> None:
        """Print what stands behind the last report: nothing."""
