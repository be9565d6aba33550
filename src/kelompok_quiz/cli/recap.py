"""`rekap`: sources → sums over everybody → one recap of the group."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from kelompok_quiz.answers import AnswerBatch
from kelompok_quiz.cli.answer_files import AnswerFiles, Terms, named_inputs
from kelompok_quiz.cli.answer_notes import tell_counts, tell_notes
from kelompok_quiz.cli.hints import Given
from kelompok_quiz.cli.messages import say
from kelompok_quiz.cli.options import RecapFormat
from kelompok_quiz.cli.outputs import binary, destination, format_of, show
from kelompok_quiz.cli.progress import progress
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
from kelompok_quiz.columns import read_guide
from kelompok_quiz.problems import InputUnreadable, Problem
from kelompok_quiz.profile import Profile, load
from kelompok_quiz.profile.key import Key
from kelompok_quiz.scoring.assessment import assess
from kelompok_quiz.text import visible

SUFFIXES = {f".{form}": form for form in (RecapFormat.JSON, RecapFormat.XLSX)}
SEE_REJECTED = "Sebab ditolaknya terlihat dengan `{command}`."


@dataclass(frozen=True, slots=True)
class RecapRequest:
    """What was asked for on the command line."""

    files: tuple[Path, ...] = ()
    profile: Path | None = None
    per: str | None = None
    form: RecapFormat | None = None
    output: Path | None = None
    partial: bool = False
    guide: Path | None = None
    last: bool = False
    lifted: bool = False
    quiet: bool = False


def recap_files(request: RecapRequest) -> Recap:
    """Recap what was asked for; notes and counts are told on stderr unless quiet."""
    form, key = _form(request), Key(load(request.profile))
    inputs = named_inputs(request.files, "rekap")
    given = Given(request.profile, request.guide)
    terms = Terms(request.partial, read_guide(request.guide, key.profile), request.last)
    files = AnswerFiles(key.profile, inputs, terms)
    grouping = None if request.per is None else Grouping(request.per)
    with destination(request.output, inputs) as stream, given.completing():
        with progress(inputs, quiet=request.quiet) as followed:
            cohort = _cohort(key, followed(files.batches()), grouping)
        if cohort is None:
            raise InputUnreadable(Problem("input_empty", files.place))
        recap = summarise(key, cohort, grouping, NO_MINIMUMS if request.lifted else Minimums())
        WRITERS[form](stream, key.profile, recap)
    if not request.quiet:
        tell_notes(files, given, named=False)
        told = len(files.notes.unknown_words) == len(inputs)
        _tell(recap, None if told else given.command("periksa", map(str, inputs)))
    return recap


def _cohort(key: Key, batches: Iterable[AnswerBatch], grouping: Grouping | None) -> Cohort | None:
    """The sums over all batches, None where there is none."""
    total = None
    for batch in batches:
        groups = None
        if grouping is not None:
            column = find_column(grouping.column, batch.headers)
            groups = grouping.numbers(cells[column] for cells in batch.cells)
        counted = count(key, assess(key, batch), groups)
        total = counted if total is None else total + counted
    return total


def _form(request: RecapRequest) -> RecapFormat:
    """The format named, else that of the output's suffix, else the table for the eye."""
    if request.form is not None:
        return request.form
    named = None if request.output is None else format_of(request.output, SUFFIXES)
    return named or RecapFormat.TABEL


def _tell(recap: Recap, check: str | None) -> None:
    """Tell the counts, and which command shows the reasons where none was named yet."""
    if recap.rejected and check is not None:
        say(visible(SEE_REJECTED.format(command=check)))
    tell_counts(recap.scored, recap.undetermined, recap.rejected)


def _write_json(stream: TextIO, _: Profile, recap: Recap) -> None:
    from kelompok_quiz.writing.json_writer import write_recap

    write_recap(stream, recap)


def _write_workbook(stream: TextIO, profile: Profile, recap: Recap) -> None:
    from kelompok_quiz.explanation.recap_tables import recap_tables
    from kelompok_quiz.writing.recap_workbook import write_tables

    verdicts = [verdict.label for verdict in profile.verdicts]
    write_tables(binary(stream), recap_tables(profile, recap), verdicts)


def _write_table(stream: TextIO, profile: Profile, recap: Recap) -> None:
    from kelompok_quiz.explanation.recap import recap_sections

    show(recap_sections(profile, recap), stream)


WRITERS = {
    RecapFormat.TABEL: _write_table,
    RecapFormat.JSON: _write_json,
    RecapFormat.XLSX: _write_workbook,
}
