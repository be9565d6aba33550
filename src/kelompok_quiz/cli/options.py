"""Options that several commands share, and their values."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kelompok_quiz.cli import texts


class ResultFormat(StrEnum):
    """What the results of answer files are written as."""

    TABEL = "tabel"
    CSV = "csv"
    JSONL = "jsonl"
    JSON = "json"
    LAPORAN = "laporan"


class SittingFormat(StrEnum):
    """What the result of a quiz is written as."""

    LAPORAN = "laporan"
    CSV = "csv"
    JSONL = "jsonl"
    JSON = "json"


class CheckFormat(StrEnum):
    """What findings about a profile are written as."""

    TEKS = "teks"
    JSON = "json"


class RecapFormat(StrEnum):
    """What the recap of a group is written as."""

    TABEL = "tabel"
    JSON = "json"
    XLSX = "xlsx"


ProfileOption = Annotated[
    Path | None, typer.Option("--profil", metavar="BERKAS", help=texts.PROFILE)
]
