"""`mulai`: the quiz of one person, and its options."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from kelompok_quiz.cli.options import OutputOption, ProfileOption, ResultFormat, SittingFormat
from kelompok_quiz.words import help as words


@dataclass(frozen=True, slots=True)
class SittingOptions:
    """The options of `mulai`."""

    profile: ProfileOption = None
    shuffled: Annotated[bool, typer.Option("--acak", help=words.SHUFFLED)] = False
    linear: Annotated[bool, typer.Option("--aksesibel", help=words.LINEAR)] = False
    session: Annotated[
        Path | None, typer.Option("--sesi", metavar=words.FILE, help=words.SESSION)
    ] = None
    new: Annotated[bool, typer.Option("--baru", help=words.NEW_SESSION)] = False
    save_to: Annotated[
        Path | None, typer.Option("--simpan", metavar=words.FILE, help=words.SAVE_ANSWERS)
    ] = None
    form: Annotated[SittingFormat | None, typer.Option("--format", help=words.MULAI_FORMAT)] = None
    output: OutputOption = None

    @property
    def result_format(self) -> ResultFormat:
        """As asked, else by the suffix of the output, else a report."""
        # NumPy loads with it, after the last answer and not before the first.
        from kelompok_quiz.cli.outputs import SUFFIXES

        if self.form is not None or self.output is None:
            return ResultFormat(self.form or SittingFormat.LAPORAN)
        return SUFFIXES.get(self.output.suffix.lower(), ResultFormat.LAPORAN)


def mulai(**options: Any) -> None:
    """Ask, score and show one person's result; the options are those of `SittingOptions`."""
    from kelompok_quiz.cli.sitting import sit

    sit(SittingOptions(**options))


# typer derives the options of a command from its signature: so each is named once.
mulai.__signature__ = inspect.signature(SittingOptions, eval_str=True)  # type: ignore[attr-defined]
