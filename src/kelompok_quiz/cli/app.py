"""The app: its commands, and what the bare command does."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from kelompok_quiz import PROGRAM, __version__
from kelompok_quiz.cli.completion import CompletionInstallOption, CompletionPrintOption
from kelompok_quiz.cli.language.indonesian import IndonesianApp
from kelompok_quiz.cli.messages import say
from kelompok_quiz.cli.options import (
    CheckFormat,
    GuideOption,
    OutputOption,
    ProfileOption,
    RecapFormat,
    ResultFormat,
    SittingOptions,
    takes,
)
from kelompok_quiz.cli.running import run
from kelompok_quiz.words import help as texts

app = IndonesianApp(help=texts.APP, epilog=texts.EXAMPLES, invoke_without_command=True)


def entry(argv: Sequence[str] | None = None) -> int:
    """Run a command line, by default that of the process, and return its exit code."""
    return run(app, sys.argv[1:] if argv is None else argv)


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
    installed: CompletionInstallOption = None,
    printed: CompletionPrintOption = None,
) -> None:
    """Without a command: the quiz at a terminal, scoring with data on stdin, else the usage."""
    del version, installed, printed
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
        say(context.get_help())
        raise typer.Exit(2)


@app.command("mulai", help=texts.MULAI)
@takes(SittingOptions)
def mulai(options: SittingOptions) -> None:
    """Ask, score and show one person's result."""
    from kelompok_quiz.cli.sitting import sit

    sit(options)


@app.command("nilai", help=texts.NILAI)
def nilai(
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="BERKAS", help=texts.NILAI_FILES)
    ] = None,
    profile: ProfileOption = None,
    form: Annotated[ResultFormat | None, typer.Option("--format", help=texts.NILAI_FORMAT)] = None,
    output: OutputOption = None,
    strict: Annotated[bool, typer.Option("--ketat", help=texts.STRICT_ROWS)] = False,
    partial: Annotated[bool, typer.Option("--sebagian", help=texts.PARTIAL)] = False,
    digits: Annotated[
        str | None, typer.Option("--jawaban", metavar="ANGKA", help=texts.DIGITS)
    ] = None,
    guide: GuideOption = None,
    last: Annotated[bool, typer.Option("--terakhir", help=texts.LAST)] = False,
    anonymous: Annotated[bool, typer.Option("--anonim", help=texts.ANONYMOUS)] = False,
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
        guide=guide,
        last=last,
        anonymous=anonymous,
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
    output: OutputOption = None,
    partial: Annotated[bool, typer.Option("--sebagian", help=texts.PARTIAL)] = False,
    guide: GuideOption = None,
    last: Annotated[bool, typer.Option("--terakhir", help=texts.LAST)] = False,
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
            guide=guide,
            last=last,
            lifted=lifted,
            quiet=quiet,
        )
    )
    if recap.rejected == recap.n:
        raise typer.Exit(1)


@app.command("profesi", help=texts.PROFESI)
def profesi(profile: ProfileOption = None) -> None:
    """Show the job card."""
    from kelompok_quiz.cli.outputs import show
    from kelompok_quiz.explanation.job_card import job_card_sections
    from kelompok_quiz.profile import load

    show(job_card_sections(load(profile).profile))


@app.command("periksa", help=texts.PERIKSA)
def periksa(
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="BERKAS", help=texts.PERIKSA_FILES)
    ] = None,
    strict: Annotated[bool, typer.Option("--ketat", help=texts.STRICT_PROFILE)] = False,
    form: Annotated[CheckFormat | None, typer.Option("--format", help=texts.PERIKSA_FORMAT)] = None,
    schema: Annotated[bool, typer.Option("--skema", help=texts.SCHEMA)] = False,
    sentences: Annotated[bool, typer.Option("--kalimat", help=texts.SENTENCES)] = False,
    guide: GuideOption = None,
    output: OutputOption = None,
    profile: ProfileOption = None,
) -> None:
    """Check profiles and answer files, or print a profile's schema or every sentence."""
    from kelompok_quiz.cli.checking.command import (
        CheckRequest,
        check_files,
        print_schema,
        print_sentences,
    )

    if schema:
        print_schema()
        return
    if sentences:
        print_sentences([*(files or ()), *([profile] if profile else ())])
        return
    request = CheckRequest(tuple(files or ()), profile, form, guide, output, strict=strict)
    if code := check_files(request):
        raise typer.Exit(code)
