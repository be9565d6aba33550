"""What checking a profile found, as text that editors and people can follow."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from kelompok_quiz.problems import Problem
from kelompok_quiz.screen.console import print_lines
from kelompok_quiz.screen.page import INDENT, Lines, Page, indented, page_of
from kelompok_quiz.screen.style import ACCENT, QUIET, STRONG, STRONG_ACCENT

SEVERITIES = {"error": "kesalahan", "warning": "peringatan"}
SOUND = "{file}: tidak ada kesalahan dan tidak ada peringatan."
COUNTED = "{file}: {errors} kesalahan, {warnings} peringatan."


def print_findings(console: Console, file: str, problems: Sequence[Problem]) -> None:
    """Print each problem with its place, what is wrong and how to mend it; then the count.

    `file:line:column` starts a line that is never wrapped: editors jump there.
    """
    page = page_of(console)
    for problem in problems:
        print_lines(console, [*_finding(problem, page), Text()])
    errors = sum(problem.severity == "error" for problem in problems)
    template = COUNTED if problems else SOUND
    counts = template.format(file=file, errors=errors, warnings=len(problems) - errors)
    print_lines(console, [page.text(counts, STRONG)])


def _finding(problem: Problem, page: Page) -> Lines:
    place = page.text(str(problem.place), STRONG)
    severity = page.text(SEVERITIES[problem.severity], STRONG_ACCENT)
    inner, mark = page.less(INDENT), Text(f"{page.glyphs.here} ", ACCENT)
    return [
        Text(" ").join([place, severity, page.text(problem.code, QUIET)]),
        *indented(inner.lines(problem.message)),
        *indented(inner.hang(mark, page.text(problem.remedy))),
    ]
