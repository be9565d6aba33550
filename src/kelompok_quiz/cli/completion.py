"""Completion of commands in a shell: typer's scripts and answers, told about in Indonesian."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.completion import get_completion_inspect_parameters as know_the_shells
from typer.completion import install as write_script  # type: ignore[attr-defined] # re-exported
from typer.completion import show_callback as print_script

from kelompok_quiz.cli.language.help_screen import NARROWEST, wrapped
from kelompok_quiz.problems import OutputUnwritable, Place, Problem
from kelompok_quiz.text import legible
from kelompok_quiz.words import help as texts


class Shell(StrEnum):
    """The shells that typer has a script for."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"
    POWERSHELL = "powershell"


STARTUP_FILES = {Shell.BASH: "~/.bashrc", Shell.ZSH: "~/.zshrc", Shell.FISH: None}
"""What typer adds a line to, so that the shell loads the script; fish loads it unasked."""
INSTALLED = "Pelengkapan tombol Tab untuk {shell} sudah dipasang."
WRITTEN = "Ditulis : "
CHANGED = "Diubah  : "
CHANGE = "{file}, ditambah baris untuk pelengkapan"
NEXT = "Lalu    : "
TRY = "Buka terminal baru, ketik kuis-karier dan spasi, lalu tekan Tab dua kali."
UNDO = "Batalkan: "
UNDO_SCRIPT = "Hapus berkas itu."
UNDO_BOTH = "Hapus berkas dan baris itu."
BY_HAND = (
    "Di PowerShell, kamu perlu menambahkan skripnya sendiri, "
    "karena program ini tidak mengubah izin skrip. Jalankan dua baris ini:"
)
POWERSHELL_COMMANDS = (
    "if (!(Test-Path $PROFILE)) { New-Item -Force $PROFILE }",
    "kuis-karier --cetak-pelengkapan powershell | Add-Content $PROFILE",
)
BY_HAND_AFTER = (
    "Lalu buka jendela baru. Bila PowerShell menolak profilmu, izinkan dulu skrip milikmu sendiri:"
)
POWERSHELL_PERMISSION = "Set-ExecutionPolicy -Scope CurrentUser RemoteSigned"


def variable(program: str) -> str:
    """Return the environment variable with which a shell's script asks typer."""
    return f"_{program}_COMPLETE".replace("-", "_").upper()


def is_asked(program: str) -> bool:
    """Whether a shell's script asks for completions and no person runs a command."""
    return bool(os.environ.get(variable(program)))


def answer(command: Any, program: str) -> None:
    """Print what typer proposes for the words in the environment; raise `typer.Exit` after it."""
    know_the_shells()  # typer does so only together with options of its own, which are English
    with _without_rich():
        try:
            command.main([], prog_name=program)
        except SystemExit as end:
            raise typer.Exit(int(end.code or 0)) from end


@contextmanager
def _without_rich() -> Iterator[None]:
    """Keep typer from loading rich, slow as it is, only to strip help of markup it never has.

    A module that is None in `sys.modules` counts as not installed.
    """
    known = {name: sys.modules[name] for name in ("rich",) if name in sys.modules}
    sys.modules["rich"] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules["rich"]
        sys.modules.update(known)


def show(context: typer.Context, option: typer.CallbackParam, shell: Shell | None) -> None:
    """Print the script of a shell and end."""
    if shell is None or context.resilient_parsing:
        return
    try:
        print_script(context, option, shell.value)
    except SystemExit as end:
        raise typer.Exit from end


def install(context: typer.Context, shell: Shell | None) -> None:
    """Write the script of a shell to where it is loaded from, tell what was changed, and end.

    Raise `OutputUnwritable` where a file in the home folder cannot be read or written.
    """
    if shell is None or context.resilient_parsing:
        return
    program = str(context.find_root().info_name)
    lines = _installed(shell, program) if shell in STARTUP_FILES else _by_hand()
    typer.echo("\n".join(lines))
    raise typer.Exit


def _installed(shell: Shell, program: str) -> Iterator[str]:
    try:
        _, script = write_script(shell.value, program)
    except (OSError, UnicodeError) as error:
        home = Place(str(Path.home()))
        raise OutputUnwritable(Problem("completion_not_installed", home)) from error
    startup = STARTUP_FILES[shell]
    yield INSTALLED.format(shell=shell)
    yield _line(WRITTEN, str(script))
    if startup:
        yield _line(CHANGED, CHANGE.format(file=startup))
    yield _line(NEXT, TRY)
    yield _line(UNDO, UNDO_BOTH if startup else UNDO_SCRIPT)


def _by_hand() -> Iterator[str]:
    yield _line("", BY_HAND)
    yield from ("", *(f"  {command}" for command in POWERSHELL_COMMANDS), "")
    yield _line("", BY_HAND_AFTER)
    yield from ("", f"  {POWERSHELL_PERMISSION}")


def _line(label: str, text: str) -> str:
    width = max(NARROWEST, shutil.get_terminal_size().columns)
    return wrapped(legible(text, sys.stdout.encoding), width, label, " " * len(label))


CompletionInstallOption = Annotated[
    Shell | None,
    typer.Option(
        "--pasang-pelengkapan",
        metavar="SHELL",
        callback=install,
        is_eager=True,
        help=texts.COMPLETION_INSTALL,
    ),
]
CompletionPrintOption = Annotated[
    Shell | None,
    typer.Option(
        "--cetak-pelengkapan",
        metavar="SHELL",
        callback=show,
        is_eager=True,
        help=texts.COMPLETION_PRINT,
    ),
]
