"""`periksa`: everything wrong with profiles, and the schema of a right one."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import typer

from kelompok_quiz.cli.options import CheckFormat
from kelompok_quiz.problems import Problem
from kelompok_quiz.profile import Examined, examine, json_schema, lint, load, shipped_profile


def print_schema() -> None:
    """Print the JSON Schema of a profile."""
    typer.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))


def print_sentences(files: Sequence[Path]) -> None:
    """Print every sentence a person can be shown, with those of the profiles, one a line."""
    from kelompok_quiz.cli.catalogue import catalogue

    found = catalogue([load(path).profile for path in files or [shipped_profile()]])
    places = ("\n  ".join([place, *texts]) for place, texts in found.items())
    sys.stdout.write("\n\n".join(places) + "\n")


def check_profiles(files: Sequence[Path], form: CheckFormat, *, strict: bool) -> bool:
    """Print the findings on each profile, by default the shipped one; return whether all pass."""
    found = [(str(path), _examine(path)) for path in files or [shipped_profile()]]
    if form is CheckFormat.JSON:
        typer.echo(json.dumps([_as_json(*each) for each in found], ensure_ascii=False, indent=2))
    else:
        _print_text(found)
    problems = [problem for _, examined in found for problem in examined.problems]
    return not any(strict or problem.severity == "error" for problem in problems)


def _examine(path: Path) -> Examined:
    examined = examine(path)
    if examined.instrument is not None:
        from kelompok_quiz.audit import audit

        lint(examined.instrument.profile, examined.document)
        audit(examined.instrument, examined.document)
    return examined


def _print_text(found: Sequence[tuple[str, Examined]]) -> None:
    from kelompok_quiz.report.console import plain_console
    from kelompok_quiz.report.findings import print_findings

    console = plain_console(sys.stdout)
    for file, examined in found:
        print_findings(console, file, examined.problems)


def _as_json(file: str, examined: Examined) -> dict[str, Any]:
    instrument = examined.instrument
    return {
        "file": file,
        "sha256": None if instrument is None else instrument.sha256,
        "problems": [_problem_as_json(problem) for problem in examined.problems],
    }


def _problem_as_json(problem: Problem) -> dict[str, Any]:
    return {
        "severity": problem.severity,
        "code": problem.code,
        "line": problem.place.line,
        "column": problem.place.column,
        "message": problem.message,
        "remedy": problem.remedy,
    }
