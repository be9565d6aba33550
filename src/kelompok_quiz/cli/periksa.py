"""`periksa`: all problems of profiles and answer files; a profile's schema, items and sentences."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO, TypeAlias

import typer

from kelompok_quiz.cli.messages import say, terminal_width
from kelompok_quiz.cli.options import CheckFormat, GuideOption, OutputOption, ProfileOption
from kelompok_quiz.problems import Place, Problem, UsageError
from kelompok_quiz.text import visible
from kelompok_quiz.words import help as words
from kelompok_quiz.words.checking import GUIDE_WRITTEN

if TYPE_CHECKING:
    from kelompok_quiz.checking.findings import AnswerCheck, Finding, Outcome
    from kelompok_quiz.checking.json_report import JsonReport, ProfilesAsJson
    from kelompok_quiz.checking.text_report import GuideReport, TextReport

    Report: TypeAlias = JsonReport | ProfilesAsJson | GuideReport | TextReport

SUFFIXES = {
    **dict.fromkeys((".yaml", ".yml"), CheckFormat.PEMETAAN),
    ".json": CheckFormat.JSON,
}
"""The format of an output by its suffix, if no format is named."""
WORKBOOK = ".xlsx"


def periksa(
    files: Annotated[
        list[Path] | None, typer.Argument(metavar=words.FILE, help=words.PERIKSA_FILES)
    ] = None,
    strict: Annotated[bool, typer.Option("--ketat", help=words.STRICT_PROFILE)] = False,
    form: Annotated[CheckFormat | None, typer.Option("--format", help=words.PERIKSA_FORMAT)] = None,
    schema: Annotated[bool, typer.Option("--skema", help=words.SCHEMA)] = False,
    items: Annotated[bool, typer.Option("--butir", help=words.ITEMS)] = False,
    sentences: Annotated[bool, typer.Option("--kalimat", help=words.SENTENCES)] = False,
    guide: GuideOption = None,
    output: OutputOption = None,
    profile: ProfileOption = None,
) -> None:
    """Check profiles and answer files, or print a profile's schema, items or every sentence."""
    if schema:
        import json

        from kelompok_quiz.profile.model import json_schema

        typer.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))
        return
    named = [*(files or ()), *([profile] if profile else ())]
    if items:
        _print_items(named, output)
        return
    if sentences:
        _print_sentences(named)
        return
    from kelompok_quiz.checking.findings import Outcome, check_profile
    from kelompok_quiz.cli.outputs import destination, format_of
    from kelompok_quiz.cli.running import UNREADABLE_CODE

    profiles, answers = _sort(files or (), profile)
    form = form or (output and format_of(output, SUFFIXES)) or CheckFormat.TEKS
    if form is CheckFormat.PEMETAAN:
        _refuse_guide(profiles, answers)
    found: Iterable[Finding] = [check_profile(path, strict=strict) for path in profiles]
    with destination(output, files or ()) as stream:
        if answers:
            draft = output if form is CheckFormat.PEMETAAN else None
            check = _answer_check(profile, guide, draft)
            found = chain(found, *map(check.findings, answers))
        worst = _written(_report(form, stream, answers=bool(answers)), found)
    if output is not None and form is CheckFormat.PEMETAAN:
        say(visible(GUIDE_WRITTEN.format(file=output)))
    codes = {Outcome.SOUND: 0, Outcome.FAULTY: 1, Outcome.UNREADABLE: UNREADABLE_CODE}
    if code := codes[worst]:
        raise typer.Exit(code)


def _print_items(files: Sequence[Path], output: Path | None) -> None:
    """Print the items of one profile, or write them into a text file or a workbook."""
    from kelompok_quiz.cli.outputs import binary, destination, format_of, show
    from kelompok_quiz.explanation.item_list import item_sections
    from kelompok_quiz.profile.loading import load, shipped_profile

    if len(files) > 1:
        raise UsageError(Problem("items_of_several", Place("--butir")))
    profile = load(*files or [shipped_profile()]).profile
    if output is not None and output.exists():
        raise UsageError(Problem("items_file_exists", Place("--keluaran"), {"value": output}))
    as_workbook = output is not None and format_of(output, {WORKBOOK: True})
    with destination(output, files) as stream:
        if as_workbook:
            from kelompok_quiz.writing.items_workbook import write_items

            write_items(binary(stream), profile)
        else:
            show(item_sections(profile), stream)


def _print_sentences(files: Sequence[Path]) -> None:
    from kelompok_quiz.cli.sentences import catalogue
    from kelompok_quiz.profile.loading import load, shipped_profile

    found = catalogue([load(path).profile for path in files or [shipped_profile()]])
    places = ("\n  ".join([place, *texts]) for place, texts in found.items())
    sys.stdout.write("\n\n".join(places) + "\n")


def _sort(files: Sequence[Path], profile: Path | None) -> tuple[list[Path], list[Path]]:
    """Return the profiles and the answer files to check, by default the shipped profile."""
    from kelompok_quiz.checking.sorting import sort_files
    from kelompok_quiz.profile.loading import shipped_profile

    profiles, answers = sort_files(files)
    if not answers:  # with answer files `--profil` is what they are checked against
        profiles += [profile] if profile else []
    return profiles or ([] if answers else [shipped_profile()]), answers


def _written(report: Report, found: Iterable[Finding]) -> Outcome:
    """Write every finding and return the worst outcome."""
    from kelompok_quiz.checking.findings import Outcome

    worst = Outcome.SOUND
    for finding in found:
        report.write(finding)
        worst = max(worst, finding.outcome)
    report.close()
    return worst


def _refuse_guide(profiles: Sequence[Path], answers: Sequence[Path]) -> None:
    """Raise `UsageError` where a guide was asked for and the files are not one of answers."""
    if profiles:
        raise UsageError(Problem("guide_of_profile", Place("periksa"), {"value": profiles[0]}))
    if len(answers) > 1:
        raise UsageError(Problem("guide_of_several", Place("periksa")))


def _answer_check(profile: Path | None, guide: Path | None, draft: Path | None) -> AnswerCheck:
    """Return what answer files are checked against; `draft` is where their guide is written."""
    from kelompok_quiz.checking.findings import AnswerCheck
    from kelompok_quiz.checking.notes import RepeatedOptions
    from kelompok_quiz.columns.guide import read_guide
    from kelompok_quiz.columns.guide_draft import GUIDE_NAME
    from kelompok_quiz.columns.header_matcher import HeaderMatcher
    from kelompok_quiz.profile.loading import load

    instrument = load(profile).profile
    matcher = HeaderMatcher(instrument, read_guide(guide, instrument))
    return AnswerCheck(matcher, RepeatedOptions(profile, guide), draft or Path(GUIDE_NAME))


def _report(form: CheckFormat, stream: TextIO, *, answers: bool) -> Report:
    from kelompok_quiz.checking.json_report import JsonReport, ProfilesAsJson
    from kelompok_quiz.checking.text_report import GuideReport, TextReport

    if form is CheckFormat.JSON:
        return JsonReport(stream) if answers else ProfilesAsJson(stream)
    if form is CheckFormat.PEMETAAN:
        return GuideReport(stream)
    return TextReport(stream, terminal_width(stream))
