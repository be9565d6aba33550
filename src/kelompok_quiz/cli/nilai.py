"""`nilai`: answer files → results → one destination, with counts that add up."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from kelompok_quiz.cli.messages import say
from kelompok_quiz.cli.options import (
    FilesArgument,
    GuideOption,
    LastOption,
    OutputOption,
    PartialOption,
    ProfileOption,
    ResultFormat,
)
from kelompok_quiz.problems import InputUnreadable, Place, Problem, UsageError
from kelompok_quiz.text import fold, near, visible
from kelompok_quiz.words import help as words
from kelompok_quiz.words.checking import MORE_LISTED

if TYPE_CHECKING:
    from kelompok_quiz.profile.key import Key
    from kelompok_quiz.reading.inputs import Inputs, TypedAnswers
    from kelompok_quiz.result.batch import ResultBatch

    Source: TypeAlias = Inputs | TypedAnswers

MOST_LISTED = 10
"""Rejected people that are named one by one; the output names them all."""
MOST_COMPARED = 5000
"""Other respondents that are looked through for a name like the one that was typed."""


def nilai(
    files: FilesArgument = None,
    profile: ProfileOption = None,
    form: Annotated[ResultFormat | None, typer.Option("--format", help=words.NILAI_FORMAT)] = None,
    output: OutputOption = None,
    strict: Annotated[bool, typer.Option("--ketat", help=words.STRICT_ROWS)] = False,
    partial: PartialOption = False,
    digits: Annotated[
        str | None, typer.Option("--jawaban", metavar=words.ONE_PERSON, help=words.DIGITS)
    ] = None,
    guide: GuideOption = None,
    last: LastOption = False,
    anonymous: Annotated[bool, typer.Option("--anonim", help=words.ANONYMOUS)] = False,
    trail: Annotated[
        str | None, typer.Option("--jelaskan", metavar=words.RESPONDENT, help=words.TRAIL)
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", help=words.QUIET)] = False,
) -> None:
    """Score answer files."""
    from kelompok_quiz.checking.notes import RepeatedOptions, note_lines
    from kelompok_quiz.cli.stdin import named_inputs
    from kelompok_quiz.columns.guide import read_guide
    from kelompok_quiz.profile.key import Key
    from kelompok_quiz.profile.loading import load
    from kelompok_quiz.reading.inputs import Inputs, ReadOptions, TypedAnswers

    key = Key(load(profile))
    typed = Place("--jawaban")
    if digits is not None and files:
        raise UsageError(Problem("jawaban_with_files", typed))
    paths = named_inputs(files, "nilai") if digits is None else ()
    options = ReadOptions(partial, read_guide(guide, key.profile), last, anonymous)
    source: Source = (
        Inputs(paths, key.profile, options)
        if digits is None
        else TypedAnswers(digits, key.profile, typed)
    )
    repeated = RepeatedOptions(profile, guide)
    with repeated.completing():
        if trail is not None:
            _show_trail(key, source, trail)
            return
        counts = _score(key, source, form, output, quiet=quiet)
    if not quiet:
        for line in note_lines(source.notes, repeated, named=not anonymous):
            say(visible(line))
        _say_counts(counts, repeated.command("periksa", map(str, source.paths)))
    if counts.rejected == counts.people or (strict and counts.rejected):
        raise typer.Exit(1)


@dataclass(slots=True)
class Counts:
    """How many people ended how, and the problems of the first rejected ones."""

    statuses: Counter[str] = field(default_factory=Counter)
    listed: list[Problem] = field(default_factory=list)

    @property
    def people(self) -> int:
        """All people of the input."""
        return self.statuses.total()

    @property
    def rejected(self) -> int:
        """People whose answers cannot be read."""
        return self.statuses["rejected"]

    def add(self, results: ResultBatch) -> None:
        """Count a batch."""
        self.statuses.update(results.status)
        rejects = (problems[0] for _, problems in sorted(results.answers.rejects.items()))
        self.listed = [*self.listed, *rejects][:MOST_LISTED]


def _score(
    key: Key, source: Source, form: ResultFormat | None, output: Path | None, *, quiet: bool
) -> Counts:
    """Write the results in bounded batches as they come, and count them."""
    from kelompok_quiz.cli import outputs
    from kelompok_quiz.cli.progress import progress
    from kelompok_quiz.scoring.assessment import assess

    counts, batches = Counts(), source.batches()
    first = next(batches, None)
    if first is None:
        raise InputUnreadable(Problem("input_empty", source.place))
    several = len(first) > 1 or len(source.paths) > 1
    form = form or outputs.default_format(output, several=several)
    carried = first.headers if form in outputs.WITHOUT_HEADER else source.headers(first)
    with (
        outputs.destination(output, source.paths) as stream,
        progress(source.share_read, quiet=quiet or stream.isatty()) as followed,
    ):
        writer = outputs.writer(form, stream, key, carried, linear=outputs.wants_lines(stream))
        for batch in followed(chain([first], batches)):
            results = assess(key, batch)
            counts.add(results)
            writer.write(results)
        writer.close()
    return counts


def _say_counts(counts: Counts, check: str) -> None:
    """Say who was rejected first and how all ended; `check` is the command that names the rest."""
    from kelompok_quiz.checking.notes import counts_line, rejection_line

    for problem in counts.listed:
        say(visible(rejection_line(problem)))
    more = counts.rejected - len(counts.listed)
    if more:
        say(visible(MORE_LISTED.format(more=more, command=check)))
    statuses = counts.statuses
    say(counts_line(statuses["scored"], statuses["undetermined"], counts.rejected))


def _show_trail(key: Key, source: Source, respondent: str) -> None:
    """Print the trail of a respondent, wherever in the inputs they are.

    Raise `UsageError` where no respondent has that name.
    """
    from kelompok_quiz.cli.outputs import show
    from kelompok_quiz.explanation.trail import trail_sections
    from kelompok_quiz.scoring.assessment import assess

    found = False
    others: dict[str, str] = {}  # by folded name
    for batch in source.batches():
        if respondent not in batch.respondents:
            if len(others) < MOST_COMPARED:
                others |= {fold(name): name for name in batch.respondents if name}
            continue
        found = True
        for person, name in enumerate(batch.respondents):
            if name == respondent:
                show(trail_sections(assess(key, batch.only([person]))))
    if not found:
        guess = near(fold(respondent), others)
        code = "respondent_unknown_near" if guess else "respondent_unknown"
        named = {"value": respondent, "near": others[guess] if guess else None}
        raise UsageError(Problem(code, source.place, named))
