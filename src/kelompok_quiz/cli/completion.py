"""Completion of commands in a shell: typer's scripts and answers, explained in Indonesian."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.completion import get_completion_inspect_parameters as know_the_shells
from typer.completion import install as write_script  # type: ignore[attr-defined] # re-exported
from typer.completion import show_callback as print_script

from kelompok_quiz import PROGRAM
from kelompok_quiz.cli.messages import NARROWEST
from kelompok_quiz.problems import OutputUnwritable, Place, Problem
from kelompok_quiz.text import legible, wrap
from kelompok_quiz.words import help as words


class Shell(StrEnum):
    """The shells that typer has a script for."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"
    POWERSHELL = "powershell"


STARTUP_FILES = {Shell.BASH: "~/.bashrc", Shell.ZSH: "~/.zshrc", Shell.FISH: None}
"""Where typer adds a line, so that the shell loads the script; fish loads it unasked."""


def is_asked() -> bool:
    """Whether a shell's script asks for completions."""
    return bool(os.environ.get(f"_{PROGRAM}_COMPLETE".replace("-", "_").upper()))


def answer(command: Any) -> None:
    """Print what typer proposes for the words in the environment; raise `typer.Exit` after it."""
    know_the_shells()  # typer does so only together with options of its own, which are English
    # None counts as not installed: typer would load rich, a quarter of a second at each Tab, to
    # strip help of markup it never has, and fold it at 80 columns. The process ends right after.
    sys.modules["rich"] = None  # type: ignore[assignment]
    try:
        command.main([], prog_name=PROGRAM)
    except SystemExit as end:
        raise typer.Exit(int(end.code or 0)) from end


def show(context: typer.Context, option: typer.CallbackParam, shell: Shell | None) -> None:
    """Print the script of a shell and end."""
    if shell is None or context.resilient_parsing:
        return
    try:
        print_script(context, option, shell.value)
    except SystemExit as end:
        raise typer.Exit from end


def install(context: typer.Context, shell: Shell | None) -> None:
    """Write the script of a shell to where it is loaded from, report what was changed, and end.

    Raise `OutputUnwritable` where a file in the home folder cannot be read or written.
    """
    if shell is None or context.resilient_parsing:
        return
    typer.echo("\n".join(_installed(shell) if shell in STARTUP_FILES else _by_hand()))
    raise typer.Exit


def _installed(shell: Shell) -> Iterator[str]:
    try:
        _, script = write_script(shell.value, PROGRAM)
    except (OSError, UnicodeError) as error:
        home = Place(str(Path.home()))
        raise OutputUnwritable(Problem("completion_not_installed", home)) from error
    startup = STARTUP_FILES[shell]
    yield words.INSTALLED.format(shell=shell)
    yield _line(words.WRITTEN, str(script))
    if startup:
        yield _line(words.CHANGED, words.CHANGE.format(file=startup))
    yield _line(words.NEXT, words.TRY)
    yield _line(words.UNDO, words.UNDO_BOTH if startup else words.UNDO_SCRIPT)


def _by_hand() -> Iterator[str]:
    # Where its installer would set the user's execution policy to `Unrestricted`.
    yield _line("", words.BY_HAND)
    yield from ("", *(f"  {command}" for command in words.POWERSHELL_COMMANDS), "")
    yield _line("", words.BY_HAND_AFTER)
    yield from ("", f"  {words.POWERSHELL_PERMISSION}")


def _line(label: str, text: str) -> str:
    width = max(NARROWEST, shutil.get_terminal_size().columns)
    shown = legible(text, sys.stdout.encoding)
    return "\n".join(wrap(shown, width, first=label, rest=" " * len(label)))


CompletionInstallOption = Annotated[
    Shell | None,
    typer.Option(
        "--pasang-pelengkapan",
        metavar=words.SHELL,
        callback=install,
        is_eager=True,
        help=words.COMPLETION_INSTALL,
    ),
]
CompletionPrintOption = Annotated[
    Shell | None,
    typer.Option(
        "--cetak-pelengkapan",
        metavar=words.SHELL,
        callback=show,
        is_eager=True,
        help=words.COMPLETION_PRINT,
    ),
]
