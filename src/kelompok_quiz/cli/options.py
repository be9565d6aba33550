"""Options that several commands share, and their values."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kelompok_quiz.words import help as words

STREAM = Path("-")
"""The sign of standard input and output."""


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
    """Return None for standard output, as without the option."""
    return None if path == STREAM else path


ProfileOption = Annotated[
    Path | None, typer.Option("--profil", metavar=words.FILE, help=words.PROFILE)
]
OutputOption = Annotated[
    Path | None, typer.Option("--keluaran", metavar=words.FILE, callback=_file, help=words.OUTPUT)
]
GuideOption = Annotated[
    Path | None, typer.Option("--pemetaan", metavar=words.FILE, help=words.GUIDE)
]
FilesArgument = Annotated[
    list[Path] | None, typer.Argument(metavar=words.FILE, help=words.NILAI_FILES)
]
PartialOption = Annotated[bool, typer.Option("--sebagian", help=words.PARTIAL)]
LastOption = Annotated[bool, typer.Option("--terakhir", help=words.LAST)]
