"""Options that several commands share, their values, and commands whose options are a dataclass."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeAlias, TypeVar

import typer

from kelompok_quiz.words import help as texts


class ResultFormat(StrEnum):
    """What the results of answer files are written as."""

    TABEL = "tabel"
    CSV = "csv"
    JSONL = "jsonl"
    JSON = "json"
    XLSX = "xlsx"
    LAPORAN = "laporan"


class SittingFormat(StrEnum):
    """What the result of a quiz is written as."""

    LAPORAN = "laporan"
    CSV = "csv"
    JSONL = "jsonl"
    JSON = "json"


class CheckFormat(StrEnum):
    """What findings are written as; `pemetaan` is a guide to fill in, of answer files alone."""

    TEKS = "teks"
    JSON = "json"
    PEMETAAN = "pemetaan"


class RecapFormat(StrEnum):
    """What the recap of a group is written as."""

    TABEL = "tabel"
    JSON = "json"
    XLSX = "xlsx"


def _file(path: Path | None) -> Path | None:
    """`-` is standard output, as it is without the option."""
    return None if path == Path("-") else path


ProfileOption = Annotated[
    Path | None, typer.Option("--profil", metavar="BERKAS", help=texts.PROFILE)
]
OutputOption = Annotated[
    Path | None, typer.Option("--keluaran", metavar="BERKAS", callback=_file, help=texts.OUTPUT)
]
GuideOption = Annotated[Path | None, typer.Option("--pemetaan", metavar="BERKAS", help=texts.GUIDE)]

Options = TypeVar("Options")
Command: TypeAlias = Callable[..., None]


def takes(options: Callable[..., Options]) -> Callable[[Callable[[Options], None]], Command]:
    """Make a function of a dataclass a command with its fields as options, each named once."""

    def decorate(function: Callable[[Options], None]) -> Command:
        def command(**values: object) -> None:
            function(options(**values))

        # typer derives the options of a command from its signature.
        command.__signature__ = inspect.signature(options, eval_str=True)  # type: ignore[attr-defined]
        return command

    return decorate


@dataclass(frozen=True, slots=True)
class SittingOptions:
    """The options of `mulai`."""

    profile: ProfileOption = None
    shuffled: Annotated[bool, typer.Option("--acak", help=texts.SHUFFLED)] = False
    linear: Annotated[bool, typer.Option("--aksesibel", help=texts.LINEAR)] = False
    session: Annotated[
        Path | None, typer.Option("--sesi", metavar="BERKAS", help=texts.SESSION)
    ] = None
    new: Annotated[bool, typer.Option("--baru", help=texts.NEW_SESSION)] = False
    save_to: Annotated[
        Path | None, typer.Option("--simpan", metavar="BERKAS", help=texts.SAVE_ANSWERS)
    ] = None
    form: Annotated[SittingFormat | None, typer.Option("--format", help=texts.MULAI_FORMAT)] = None
    output: OutputOption = None
