"""Which writer a format is, and where it writes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol, TextIO, TypeVar, assert_never

from kelompok_quiz.cli.options import ResultFormat
from kelompok_quiz.problems import Place, Problem, UsageError
from kelompok_quiz.profile.key import Key
from kelompok_quiz.reading.sources import STDIN
from kelompok_quiz.result.batch import ResultBatch
from kelompok_quiz.storage import atomic
from kelompok_quiz.text import linear_wanted

if TYPE_CHECKING:
    from kelompok_quiz.explanation.blocks import Section
    from kelompok_quiz.screen.console import PlainConsole

SUFFIXES = {
    f".{form}": form
    for form in (ResultFormat.CSV, ResultFormat.JSONL, ResultFormat.JSON, ResultFormat.XLSX)
}
KNOWN_SUFFIXES = SUFFIXES.keys() | {".xls", ".ods", ".pdf", ".doc", ".docx", ".htm", ".html"}
"""Where a file is called so, an application opens it that can make nothing of another format."""
WITHOUT_HEADER = frozenset(
    (ResultFormat.TABEL, ResultFormat.JSONL, ResultFormat.JSON, ResultFormat.LAPORAN)
)
"""Formats that need no header for the carried columns of all files before the first person."""
REPORT_WIDTH = 80
"""Columns of a report or table in a file."""


Form = TypeVar("Form")


class Writer(Protocol):
    """Takes result batches as they come."""

    def write(self, batch: ResultBatch) -> None:
        """Write a batch."""

    def close(self) -> None:
        """Write what follows the last batch."""


def default_format(output: Path | None, *, several: bool) -> ResultFormat:
    """Return the format by suffix, else a report or table at a terminal, else CSV."""
    if output is not None:
        return format_of(output, SUFFIXES) or ResultFormat.CSV
    if not sys.stdout.isatty():
        return ResultFormat.CSV
    return ResultFormat.TABEL if several else ResultFormat.LAPORAN


def format_of(output: Path, written: Mapping[str, Form]) -> Form | None:
    """Return the format that the suffix of a file names, None where it names none.

    Raise `UsageError` where it names one that is not written.
    """
    suffix = output.suffix.lower()
    if suffix in KNOWN_SUFFIXES - written.keys():
        named = {"value": suffix, "known": ", ".join(written)}
        raise UsageError(Problem("output_kind_unwritten", Place(str(output)), named))
    return written.get(suffix)


@contextmanager
def destination(output: Path | None, inputs: Sequence[Path]) -> Iterator[TextIO]:
    """Open the file that was asked for, never one of the inputs, or standard output."""
    if output is None:
        yield sys.stdout
        return
    if output.exists() and any(_is_same(output, path) for path in inputs):
        raise UsageError(Problem("output_is_input", Place(str(output)), {"value": output}))
    with atomic(output) as stream:
        yield stream


def _is_same(output: Path, path: Path) -> bool:
    """Whether two names, or a name and what stdin was redirected from, are one file."""
    if str(path) == STDIN:
        return os.path.samestat(output.stat(), os.fstat(sys.stdin.fileno()))
    return path.exists() and output.samefile(path)


def writer(
    form: ResultFormat, stream: TextIO, key: Key, carried: Sequence[str], *, linear: bool
) -> Writer:
    """Return the writer of a format.

    `carried` are the headers of a table with one header; `linear` asks for lines to be read aloud
    where others look at a table or a drawn report.
    """
    if form is ResultFormat.TABEL or form is ResultFormat.LAPORAN:
        from kelompok_quiz.screen.linear import print_linear
        from kelompok_quiz.screen.people import PeopleList, PeopleTable, ReportPrinter
        from kelompok_quiz.screen.sections import print_sections

        console = _console(stream)
        if form is ResultFormat.LAPORAN:
            return ReportPrinter(console, key.profile, print_linear if linear else print_sections)
        return (PeopleList if linear else PeopleTable)(console, key.profile)
    if form is ResultFormat.XLSX:
        from kelompok_quiz.writing.results_workbook import XlsxWriter

        return XlsxWriter(binary(stream), key, carried)
    from kelompok_quiz.writing.csv_writer import CsvWriter
    from kelompok_quiz.writing.json_writer import JsonLinesWriter, JsonWriter

    if form is ResultFormat.CSV:
        return CsvWriter(stream, key, carried)
    if form is ResultFormat.JSONL:
        return JsonLinesWriter(stream)
    if form is ResultFormat.JSON:
        return JsonWriter(stream)
    assert_never(form)


def binary(stream: TextIO) -> BinaryIO:
    """Return the bytes below a stream; raise `UsageError` where they would go to a terminal."""
    if stream.isatty():
        raise UsageError(Problem("xlsx_at_terminal", Place("--format")))
    return stream.buffer


def show(sections: Sequence[Section], stream: TextIO | None = None) -> None:
    """Print sections, by default on standard output, as lines where a terminal wants them."""
    from kelompok_quiz.screen.linear import print_linear
    from kelompok_quiz.screen.sections import print_sections

    stream = stream or sys.stdout
    printed = print_linear if wants_lines(stream) else print_sections
    printed(_console(stream), sections)


def _console(stream: TextIO) -> PlainConsole:
    from kelompok_quiz.screen.console import plain_console

    return plain_console(stream, None if stream is sys.stdout else REPORT_WIDTH)


def wants_lines(stream: TextIO) -> bool:
    """Return whether a stream is a terminal that is read aloud or understands nothing but text."""
    return stream.isatty() and linear_wanted(os.environ)
