"""Whole reports, one person after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from rich.console import Console
from rich.text import Text

from kelompok_quiz.explanation.blocks import Section
from kelompok_quiz.explanation.report import result_sections
from kelompok_quiz.profile import Profile
from kelompok_quiz.result import ResultBatch, records
from kelompok_quiz.screen.console import print_lines
from kelompok_quiz.screen.linear import print_linear
from kelompok_quiz.screen.sections import print_sections

PrintSections: TypeAlias = Callable[[Console, Iterable[Section]], None]

BETWEEN_PEOPLE = 3
"""Empty lines; between two sections there is one."""


class ReportPrinter:
    """Prints the report of every person, drawn."""

    print_sections: PrintSections = staticmethod(print_sections)

    def __init__(self, console: Console, profile: Profile) -> None:
        """Print to a console."""
        self._console, self._profile = console, profile
        self._before: list[Text] = []

    def write(self, batch: ResultBatch) -> None:
        """Print the reports of a batch."""
        for person, record in enumerate(records(batch)):
            print_lines(self._console, self._before)
            self._before = [Text()] * BETWEEN_PEOPLE
            answers = batch.answers.answers_of(self._profile, person)
            self.print_sections(self._console, result_sections(self._profile, record, answers))

    def close(self) -> None:
        """Print what stands behind the last report: nothing."""


class LinearReportPrinter(ReportPrinter):
    """Prints the report of every person as lines to be read aloud."""

    print_sections = staticmethod(print_linear)
