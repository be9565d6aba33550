"""The app: its commands, and what the bare command does."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from kelompok_quiz import PROGRAM, __version__
from kelompok_quiz.cli.completion import CompletionInstallOption, CompletionPrintOption
from kelompok_quiz.cli.language.indonesian import IndonesianApp
from kelompok_quiz.cli.messages import say
from kelompok_quiz.cli.mulai import mulai
from kelompok_quiz.cli.nilai import nilai
from kelompok_quiz.cli.options import STREAM
from kelompok_quiz.cli.periksa import periksa
from kelompok_quiz.cli.profesi import profesi
from kelompok_quiz.cli.rekap import rekap
from kelompok_quiz.cli.running import run
from kelompok_quiz.words import help as words

app = IndonesianApp(help=words.APP, epilog=words.EXAMPLES, invoke_without_command=True)
app.command("mulai", help=words.MULAI)(mulai)
app.command("nilai", help=words.NILAI)(nilai)
app.command("rekap", help=words.REKAP)(rekap)
app.command("profesi", help=words.PROFESI)(profesi)
app.command("periksa", help=words.PERIKSA)(periksa)


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
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help=words.VERSION)
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
        nilai(files=[STREAM])
    else:
        say(context.get_help())
        raise typer.Exit(2)
