"""`rekap`: answer files → sums over all people → one recap of the group."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from kelompok_quiz.cli.messages import say
from kelompok_quiz.cli.options import (
    FilesArgument,
    GuideOption,
    LastOption,
    OutputOption,
    PartialOption,
    ProfileOption,
    RecapFormat,
)
from kelompok_quiz.problems import InputUnreadable, Problem
from kelompok_quiz.text import visible
from kelompok_quiz.words import help as words
from kelompok_quiz.words.checking import SEE_REJECTED

if TYPE_CHECKING:
    from kelompok_quiz.answers import AnswerBatch
    from kelompok_quiz.cohort.groups import Grouping
    from kelompok_quiz.cohort.recap import Recap
    from kelompok_quiz.cohort.sums import Cohort
    from kelompok_quiz.profile.key import Key
    from kelompok_quiz.profile.model import Profile

SUFFIXES = {f".{form}": form for form in (RecapFormat.JSON, RecapFormat.XLSX)}


def rekap(
    files: FilesArgument = None,
    profile: ProfileOption = None,
    per: Annotated[str | None, typer.Option("--per", metavar=words.COLUMN, help=words.PER)] = None,
    form: Annotated[RecapFormat | None, typer.Option("--format", help=words.REKAP_FORMAT)] = None,
    output: OutputOption = None,
    partial: PartialOption = False,
    guide: GuideOption = None,
    last: LastOption = False,
    lifted: Annotated[bool, typer.Option("--semua", help=words.LIFTED)] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help=words.RECAP_QUIET)] = False,
) -> None:
    """Recap a class or several."""
    from kelompok_quiz.checking.notes import RepeatedOptions, counts_line, note_lines
    from kelompok_quiz.cli.outputs import destination, format_of
    from kelompok_quiz.cli.progress import progress
    from kelompok_quiz.cli.stdin import named_inputs
    from kelompok_quiz.cohort.groups import Grouping
    from kelompok_quiz.cohort.recap import NO_MINIMUMS, Minimums
    from kelompok_quiz.cohort.summary import summarise
    from kelompok_quiz.columns.guide import read_guide
    from kelompok_quiz.profile.key import Key
    from kelompok_quiz.profile.loading import load
    from kelompok_quiz.reading.inputs import Inputs, ReadOptions

    form = form or (output and format_of(output, SUFFIXES)) or RecapFormat.TABEL
    key, paths = Key(load(profile)), named_inputs(files, "rekap")
    repeated = RepeatedOptions(profile, guide)
    options = ReadOptions(partial, read_guide(guide, key.profile), last)
    inputs = Inputs(paths, key.profile, options)
    grouping = None if per is None else Grouping(per)
    with destination(output, paths) as stream, repeated.completing():
        with progress(inputs.share_read, quiet=quiet) as followed:
            cohort = _cohort(key, followed(inputs.batches()), grouping)
        if cohort is None:
            raise InputUnreadable(Problem("input_empty", inputs.place))
        recap = summarise(key, cohort, grouping, NO_MINIMUMS if lifted else Minimums())
        _write(form, stream, key.profile, recap)
    if not quiet:
        for line in note_lines(inputs.notes, repeated, named=False):
            say(visible(line))
        # The note on unknown words has named the same command already.
        if recap.rejected and len(inputs.notes.unknown_words) < len(paths):
            check = repeated.command("periksa", map(str, paths))
            say(visible(SEE_REJECTED.format(command=check)))
        say(counts_line(recap.scored, recap.undetermined, recap.rejected))
    if recap.rejected == recap.n:
        raise typer.Exit(1)


def _cohort(key: Key, batches: Iterable[AnswerBatch], grouping: Grouping | None) -> Cohort | None:
    from kelompok_quiz.cohort.groups import find_column
    from kelompok_quiz.cohort.sums import count
    from kelompok_quiz.scoring.assessment import assess

    total = groups = None
    for batch in batches:
        if grouping is not None:
            column = find_column(grouping.column, batch.headers)
            groups = grouping.numbers(cells[column] for cells in batch.cells)
        counted = count(key, assess(key, batch), groups)
        total = counted if total is None else total + counted
    return total


def _write(form: RecapFormat, stream: TextIO, profile: Profile, recap: Recap) -> None:
    if form is RecapFormat.JSON:
        from kelompok_quiz.writing.json_writer import write_recap

        write_recap(stream, recap)
    elif form is RecapFormat.XLSX:
        from kelompok_quiz.cli.outputs import binary
        from kelompok_quiz.explanation.recap_tables import recap_tables
        from kelompok_quiz.writing.recap_workbook import write_tables

        verdicts = [verdict.label for verdict in profile.verdicts]
        write_tables(binary(stream), recap_tables(profile, recap), verdicts)
    else:
        from kelompok_quiz.cli.outputs import show
        from kelompok_quiz.explanation.recap import recap_sections

        show(recap_sections(profile, recap), stream)
