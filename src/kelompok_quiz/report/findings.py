"""What checking a profile found, as text that editors and people can follow."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from kelompok_quiz.problems import Problem
from kelompok_quiz.report.console import print_block
from kelompok_quiz.text import visible

SEVERITIES = {"error": "kesalahan", "warning": "peringatan"}
SOUND = "{file}: tidak ada kesalahan dan tidak ada peringatan."
INDENT = 2
COUNTED = "{file}: {errors} kesalahan, {warnings} peringatan."


def print_findings(console: Console, file: str, problems: Sequence[Problem]) -> None:
    """Print each problem with its place, what is wrong and how to mend it; then the count."""
    for problem in problems:
        kind = f"{SEVERITIES[problem.severity]} {problem.code}"
        console.print(Text(visible(f"{problem.place} {kind}")), soft_wrap=True)
        for sentence in (problem.message, problem.remedy):
            print_block(console, Text(visible(sentence)), INDENT)
    errors = sum(problem.severity == "error" for problem in problems)
    counts = {"file": visible(file), "errors": errors, "warnings": len(problems) - errors}
    console.print(Text((COUNTED if problems else SOUND).format(**counts)), soft_wrap=True)
