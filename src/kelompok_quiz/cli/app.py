"""The app: its commands, and what the bare command does."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from kelompok_quiz import __version__
from kelompok_quiz.cli import texts
from kelompok_quiz.cli.indonesian import IndonesianApp
from kelompok_quiz.cli.options import (
    CheckFormat,
    ProfileOption,
    RecapFormat,
    ResultFormat,
    SittingFormat,
)
from kelompok_quiz.cli.running import PROGRAM, ExitCodes, run
from kelompok_quiz.problems import (
    InputMissing,
    InputUnreadable,
    OutputUnwritable,
    ProfileInvalid,
    UsageError,
)

EXIT_CODES: ExitCodes = {
    UsageError: 2,
    ProfileInvalid: 1,
    InputUnreadable: 65,
    InputMissing: 66,
    OutputUnwritable: 73,
}

app = IndonesianApp(help=texts.APP, invoke_without_command=True)


def entry(argv: Sequence[str] | None = None) -> int:
    """Run a command line, by default that of the process, and return its exit code."""
    return run(app, sys.argv[1:] if argv is None else argv, EXIT_CODES)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"{PROGRAM} {__version__}")
        raise typer.Exit


@app.callback()
def bare(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help=texts.VERSION)
    ] = False,
) -> None:
    """Without a command: the quiz at a terminal, scoring with data on stdin, else the usage."""
    del version
    if context.invoked_subcommand is not None:
        return
    from kelompok_quiz.cli.stdin import Stdin, kind_of_stdin, wait_for_stdin

    kind = kind_of_stdin()
    if kind is Stdin.TERMINAL:
        mulai()
    elif kind is Stdin.DATA:
        wait_for_stdin()
        nilai(files=[Path("-")])
    else:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(2)


@app.command("mulai", help=texts.MULAI)
def mulai(
    profile: ProfileOption = None,
    form: Annotated[
        SittingFormat, typer.Option("--format", help=texts.MULAI_FORMAT)
    ] = SittingFormat.LAPORAN,
) -> None:
    """Ask, score and show one person's result."""
    from kelompok_quiz.cli.sitting import sit

    sit(profile, form)


@app.command("nilai", help=texts.NILAI)
def nilai(
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="BERKAS", help=texts.NILAI_FILES)
    ] = None,
    profile: ProfileOption = None,
    form: Annotated[ResultFormat | None, typer.Option("--format", help=texts.NILAI_FORMAT)] = None,
    output: Annotated[
        Path | None, typer.Option("--keluaran", metavar="BERKAS", help=texts.OUTPUT)
    ] = None,
    strict: Annotated[bool, typer.Option("--ketat", help=texts.STRICT_ROWS)] = False,
    partial: Annotated[bool, typer.Option("--sebagian", help=texts.PARTIAL)] = False,
    digits: Annotated[
        str | None, typer.Option("--jawaban", metavar="ANGKA", help=texts.DIGITS)
    ] = None,
    trail: Annotated[
        str | None, typer.Option("--jelaskan", metavar="RESPONDEN", help=texts.TRAIL)
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", help=texts.QUIET)] = False,
) -> None:
    """Score answer files."""
    from kelompok_quiz.cli.scoring_run import ScoringRequest, print_trail, score_files

    request = ScoringRequest(
        files=tuple(files or ()),
        profile=profile,
        form=form,
        output=output,
        partial=partial,
        digits=digits,
        quiet=quiet,
    )
    if trail is not None:
        print_trail(request, trail)
        return
    counts = score_files(request)
    if counts.all_rejected or (strict and counts.rejected):
        raise typer.Exit(1)


@app.command("rekap", help=texts.REKAP)
def rekap(
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="BERKAS", help=texts.NILAI_FILES)
    ] = None,
    profile: ProfileOption = None,
    per: Annotated[str | None, typer.Option("--per", metavar="KOLOM", help=texts.PER)] = None,
    form: Annotated[RecapFormat | None, typer.Option("--format", help=texts.REKAP_FORMAT)] = None,
    output: Annotated[
        Path | None, typer.Option("--keluaran", metavar="BERKAS", help=texts.OUTPUT)
    ] = None,
    partial: Annotated[bool, typer.Option("--sebagian", help=texts.PARTIAL)] = False,
    lifted: Annotated[bool, typer.Option("--semua", help=texts.LIFTED)] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help=texts.RECAP_QUIET)] = False,
) -> None:
    """Recap a class or several."""
    from kelompok_quiz.cli.recap import RecapRequest, recap_files

    recap = recap_files(
        RecapRequest(
            files=tuple(files or ()),
            profile=profile,
            per=per,
            form=form,
            output=output,
            partial=partial,
            lifted=lifted,
            quiet=quiet,
        )
    )
    if recap.rejected == recap.n:
        raise typer.Exit(1)


@app.command("profesi", help=texts.PROFESI)
def profesi(profile: ProfileOption = None) -> None:
    """Show the job card."""
    from kelompok_quiz.explanation.job_card import job_card_sections
    from kelompok_quiz.profile import load
    from kelompok_quiz.report.console import plain_console
    from kelompok_quiz.report.sections import print_sections

    print_sections(plain_console(sys.stdout), job_card_sections(load(profile).profile))


@app.command("periksa", help=texts.PERIKSA)
def periksa(
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="BERKAS", help=texts.PERIKSA_FILES)
    ] = None,
    strict: Annotated[bool, typer.Option("--ketat", help=texts.STRICT_PROFILE)] = False,
    form: Annotated[
        CheckFormat, typer.Option("--format", help=texts.PERIKSA_FORMAT)
    ] = CheckFormat.TEKS,
    schema: Annotated[bool, typer.Option("--skema", help=texts.SCHEMA)] = False,
    profile: ProfileOption = None,
) -> None:
    """Check profiles, or print their schema."""
    from kelompok_quiz.cli.checking import check_profiles, print_schema

    if schema:
        print_schema()
        return
    wanted = [*(files or ()), *([profile] if profile else ())]
    if not check_profiles(wanted, form, strict=strict):
        raise typer.Exit(1)
