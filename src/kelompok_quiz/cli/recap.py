"""`rekap`: sources → sums over everybody → one recap of the group."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

import typer

from kelompok_quiz.assessment import assess
from kelompok_quiz.cli.options import RecapFormat
from kelompok_quiz.cli.outputs import REPORT_WIDTH, destination
from kelompok_quiz.cli.stdin import Stdin, kind_of_stdin
from kelompok_quiz.cohort import (
    NO_MINIMUMS,
    Cohort,
    Grouping,
    Minimums,
    Recap,
    count,
    find_column,
    summarise,
)
from kelompok_quiz.explanation.sentences import COUNTS
from kelompok_quiz.problems import InputUnreadable, Place, Problem, UsageError
from kelompok_quiz.profile import Profile, load
from kelompok_quiz.profile.key import Key
from kelompok_quiz.reading import STDIN, AnswerSource, open_path, open_stream


@dataclass(frozen=True, slots=True)
class RecapRequest:
    """What was asked for on the command line."""

    files: tuple[Path, ...] = ()
    profile: Path | None = None
    per: str | None = None
    form: RecapFormat | None = None
    output: Path | None = None
    partial: bool = False
    lifted: bool = False
    quiet: bool = False


def recap_files(request: RecapRequest) -> Recap:
    """Recap what was asked for; the counts are told on stderr unless quiet."""
    key = Key(load(request.profile))
    inputs = _inputs(request)
    grouping = None if request.per is None else Grouping(request.per)
    cohort = _cohort(key, request, inputs, grouping)
    recap = summarise(key, cohort, grouping, NO_MINIMUMS if request.lifted else Minimums())
    with destination(request.output, inputs) as stream:
        WRITERS[_form(request)](stream, key.profile, recap)
    if not request.quiet:
        counts = {name: getattr(recap, name) for name in ("scored", "undetermined", "rejected")}
        typer.echo(COUNTS.format(people=recap.n, **counts), err=True)
    return recap


def _inputs(request: RecapRequest) -> Sequence[Path]:
    """The files named, or stdin where data waits there."""
    if request.files:
        return request.files
    if kind_of_stdin() is not Stdin.DATA:
        raise UsageError(Problem("recap_files_missing", Place("rekap")))
    return (Path(STDIN),)


def _cohort(
    key: Key, request: RecapRequest, inputs: Sequence[Path], grouping: Grouping | None
) -> Cohort:
    total = None
    for each in _counted(key, request, inputs, grouping):
        total = each if total is None else total + each
    if total is None:
        named = ", ".join(map(str, inputs))
        raise InputUnreadable(Problem("input_empty", Place(named)))
    return total


def _counted(
    key: Key, request: RecapRequest, inputs: Sequence[Path], grouping: Grouping | None
) -> Iterator[Cohort]:
    for path in inputs:
        with _opened(path, key.profile, partial=request.partial) as source:
            column = None if grouping is None else find_column(grouping.column, source.headers)
            for batch in source.batches():
                groups = None
                if grouping is not None and column is not None:
                    groups = grouping.numbers(cells[column] for cells in batch.cells)
                yield count(key, assess(key, batch), groups)


def _opened(path: Path, profile: Profile, *, partial: bool) -> AbstractContextManager[AnswerSource]:
    if str(path) == STDIN:
        return open_stream(sys.stdin.buffer, profile, partial=partial)
    return open_path(path, profile, partial=partial)


def _form(request: RecapRequest) -> RecapFormat:
    """The format named, else that of the output's suffix, else the table for the eye."""
    if request.form is not None:
        return request.form
    suffix = "" if request.output is None else request.output.suffix.lower().removeprefix(".")
    return RecapFormat(suffix) if suffix in set(RecapFormat) else RecapFormat.TABEL


def _write_json(stream: TextIO, _: Profile, recap: Recap) -> None:
    from kelompok_quiz.writing.recap import write_recap

    write_recap(stream, recap)


def _write_workbook(stream: TextIO, profile: Profile, recap: Recap) -> None:
    if stream.isatty():
        raise UsageError(Problem("output_not_text", Place("--format xlsx")))
    from kelompok_quiz.explanation.cohort_tables import recap_tables
    from kelompok_quiz.writing.recap_workbook import write_tables

    write_tables(stream.buffer, recap_tables(profile, recap))


def _write_table(stream: TextIO, profile: Profile, recap: Recap) -> None:
    from kelompok_quiz.explanation.cohort_sections import recap_sections
    from kelompok_quiz.report.cohort import print_recap
    from kelompok_quiz.report.console import plain_console

    console = plain_console(stream, None if stream is sys.stdout else REPORT_WIDTH)
    print_recap(console, recap_sections(profile, recap))


WRITERS = {
    RecapFormat.TABEL: _write_table,
    RecapFormat.JSON: _write_json,
    RecapFormat.XLSX: _write_workbook,
}
