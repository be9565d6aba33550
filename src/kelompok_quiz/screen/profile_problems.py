"""Problems of a checked profile, as text that editors and people can follow."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from kelompok_quiz.problems import Problem
from kelompok_quiz.screen.console import print_lines
from kelompok_quiz.screen.page import (
    ACCENT,
    INDENT,
    QUIET,
    STRONG,
    STRONG_ACCENT,
    Lines,
    Page,
    indented,
    page_of,
)
from kelompok_quiz.words.checking import PROFILE_PROBLEMS, PROFILE_SOUND, SEVERITIES


def print_findings(console: Console, file: str, problems: Sequence[Problem]) -> None:
    """Print each problem with its place, message and remedy; then the counts.

    Editors jump to a `file:line:column` that starts a line, so that line is never wrapped.
    """
    page = page_of(console)
    for problem in problems:
        print_lines(console, [*_finding(problem, page), Text()])
    errors = sum(problem.severity == "error" for problem in problems)
    template = PROFILE_PROBLEMS if problems else PROFILE_SOUND
    counts = template.format(file=file, errors=errors, warnings=len(problems) - errors)
    print_lines(console, [page.text(counts, STRONG)])


def _finding(problem: Problem, page: Page) -> Lines:
    place = page.text(str(problem.place), STRONG)
    severity = page.text(SEVERITIES[problem.severity], STRONG_ACCENT)
    inner, mark = page.narrower(INDENT), Text(f"{page.glyphs.here} ", ACCENT)
    return [
        Text(" ").join([place, severity, page.text(problem.code, QUIET)]),
        *indented(inner.lines(problem.message)),
        *indented(inner.hang(mark, page.text(problem.remedy))),
    ]
