"""`periksa`: everything wrong with profiles and answer files, and the schema of a right profile."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

import typer

from kelompok_quiz.cli.hints import Given
from kelompok_quiz.cli.messages import say
from kelompok_quiz.cli.options import CheckFormat
from kelompok_quiz.cli.outputs import destination, format_of
from kelompok_quiz.problems import Place, Problem, UsageError, Verbatim
from kelompok_quiz.profile import Examined, examine, json_schema, lint, load, shipped_profile
from kelompok_quiz.text import command_word, visible

FORMATS = {
    **dict.fromkeys((".yaml", ".yml"), CheckFormat.PEMETAAN),
    ".json": CheckFormat.JSON,
}
"""What is written into a file of this suffix where no format is named."""
GUIDE_WRITTEN = "Pemetaan ditulis ke {file}; isi bagian yang kosong, lalu pakai dengan --pemetaan."


@dataclass(frozen=True, slots=True)
class CheckRequest:
    """What was asked for on the command line.

    With answer files `profile` is the instrument they are checked against, else it is checked.
    """

    files: tuple[Path, ...] = ()
    profile: Path | None = None
    form: CheckFormat | None = None
    guide: Path | None = None
    output: Path | None = None
    strict: bool = False

    @property
    def format(self) -> CheckFormat:
        """The format named, or the one of the output's suffix."""
        if self.form is not None:
            return self.form
        named = None if self.output is None else format_of(self.output, FORMATS)
        return named or CheckFormat.TEKS


def print_schema() -> None:
    """Print the JSON Schema of a profile."""
    typer.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))


def print_sentences(files: Sequence[Path]) -> None:
    """Print every sentence a person can be shown, with those of the profiles, one a line."""
    from kelompok_quiz.cli.catalogue import catalogue

    found = catalogue([load(path).profile for path in files or [shipped_profile()]])
    places = ("\n  ".join([place, *texts]) for place, texts in found.items())
    sys.stdout.write("\n\n".join(places) + "\n")


def check_files(request: CheckRequest) -> int:
    """Write the findings on every file, by default the shipped profile; return the exit code."""
    from kelompok_quiz.cli.checking.answers import holds_answers, holds_guide

    for path in filter(holds_guide, request.files):
        named = {"file": Verbatim(command_word(str(path)))}
        raise UsageError(Problem("guide_alone", Place(str(path)), named))
    answers = [path for path in request.files if holds_answers(path)]
    profiles = [path for path in request.files if path not in answers]
    if not answers:
        profiles += [request.profile] if request.profile else []
        profiles = profiles or [shipped_profile()]
    if request.format is CheckFormat.PEMETAAN:
        _refuse_guide(profiles, answers)
    found = [(str(path), _examine(path)) for path in profiles]
    with destination(request.output, request.files) as stream:
        code = _check_answers(request, answers, found, stream)
    if request.output is not None and request.format is CheckFormat.PEMETAAN:
        say(visible(GUIDE_WRITTEN.format(file=request.output)))
    return max(code, int(not _all_pass(found, strict=request.strict)))


def _refuse_guide(profiles: Sequence[Path], answers: Sequence[Path]) -> None:
    """Raise `UsageError` where a guide was asked for and the files are not one of answers."""
    if profiles:
        raise UsageError(Problem("guide_of_profile", Place("periksa"), {"value": profiles[0]}))
    if len(answers) > 1:
        raise UsageError(Problem("guide_of_several", Place("periksa")))


def _all_pass(found: Sequence[tuple[str, Examined]], *, strict: bool) -> bool:
    problems = [problem for _, examined in found for problem in examined.problems]
    return not any(strict or problem.severity == "error" for problem in problems)


def _check_answers(
    request: CheckRequest,
    answers: Sequence[Path],
    profiles: Sequence[tuple[str, Examined]],
    stream: TextIO,
) -> int:
    """Write the findings on profiles, then those on answer files; return the code of the latter."""
    if not answers:
        _write_profiles(request.format, profiles, stream)
        return 0
    from kelompok_quiz.cli.checking.answers import Check, Report, check_answers
    from kelompok_quiz.cli.checking.guide_report import GuideReport
    from kelompok_quiz.cli.checking.json_report import JsonReport
    from kelompok_quiz.cli.checking.text_report import TextReport
    from kelompok_quiz.columns import GUIDE_NAME, HeaderMatcher, read_guide

    profile = load(request.profile).profile
    matcher = HeaderMatcher(profile, read_guide(request.guide, profile))
    report: Report
    if request.format is CheckFormat.JSON:
        report = JsonReport(stream, matcher, [_as_json(*each) for each in profiles])
    elif request.format is CheckFormat.PEMETAAN:
        report = GuideReport(stream)
    else:
        _write_profiles(CheckFormat.TEKS, profiles, stream)
        report = TextReport(stream, matcher)
    given = Given(request.profile, request.guide)
    guide = request.output if request.format is CheckFormat.PEMETAAN else None
    check = Check(matcher, given, guide or Path(GUIDE_NAME))
    code = max(check_answers(path, check, report) for path in answers)
    report.close()
    return code


def _examine(path: Path) -> Examined:
    examined = examine(path)
    if examined.instrument is not None:
        from kelompok_quiz.audit import audit

        lint(examined.instrument.profile, examined.document)
        audit(examined.instrument, examined.document)
    return examined


def _write_profiles(
    form: CheckFormat, found: Sequence[tuple[str, Examined]], stream: TextIO
) -> None:
    if form is CheckFormat.JSON:
        objects = [_as_json(*each) for each in found]
        stream.write(json.dumps(objects, ensure_ascii=False, indent=2) + "\n")
    elif found:
        _print_text(found, stream)


def _print_text(found: Sequence[tuple[str, Examined]], stream: TextIO) -> None:
    from kelompok_quiz.screen.console import plain_console
    from kelompok_quiz.screen.findings import print_findings

    console = plain_console(stream)
    for file, examined in found:
        print_findings(console, file, examined.problems)


def _as_json(file: str, examined: Examined) -> dict[str, Any]:
    from kelompok_quiz.cli.checking.json_report import problem_as_json

    instrument = examined.instrument
    return {
        "file": file,
        "sha256": None if instrument is None else instrument.sha256,
        "problems": [problem_as_json(problem) for problem in examined.problems],
    }
