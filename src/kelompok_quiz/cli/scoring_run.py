"""`nilai`: sources → batches → results → one destination, with counts that add up."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

import typer

from kelompok_quiz.answers import AnswerBatch
from kelompok_quiz.assessment import assess
from kelompok_quiz.cli.options import ResultFormat
from kelompok_quiz.cli.outputs import ONE_HEADER, default_format, destination, writer
from kelompok_quiz.cli.progress import progress
from kelompok_quiz.cli.stdin import Stdin, kind_of_stdin
from kelompok_quiz.explanation.sentences import COUNTS
from kelompok_quiz.problems import InputUnreadable, Place, Problem, UsageError
from kelompok_quiz.profile import Profile, load
from kelompok_quiz.profile.key import Key
from kelompok_quiz.reading import STDIN, AnswerSource, Records, open_path, open_stream, parse_digits
from kelompok_quiz.result import ResultBatch, records
from kelompok_quiz.text import visible

MOST_LISTED = 10
"""Rejected people told one by one; the output names them all."""
LISTED = "Ditolak: {place}: {message}"
MORE_LISTED = "… dan {more} orang lagi; lihat kolom problems pada hasil."


@dataclass(frozen=True, slots=True)
class ScoringRequest:
    """What was asked for on the command line."""

    files: tuple[Path, ...] = ()
    profile: Path | None = None
    form: ResultFormat | None = None
    output: Path | None = None
    partial: bool = False
    digits: str | None = None
    anonymous: bool = False
    quiet: bool = False


@dataclass(slots=True)
class Counts:
    """How many people ended how; they add up to the people of the input."""

    scored: int = 0
    undetermined: int = 0
    rejected: int = 0
    listed: list[Problem] = field(default_factory=list)

    @property
    def people(self) -> int:
        """Everybody."""
        return self.scored + self.undetermined + self.rejected

    @property
    def all_rejected(self) -> bool:
        """Whether nobody could be scored."""
        return self.rejected == self.people

    def add(self, results: ResultBatch) -> None:
        """Count a batch."""
        for status in results.status:
            setattr(self, status, getattr(self, status) + 1)
        for _, problems in sorted(results.answers.rejects.items()):
            if len(self.listed) < MOST_LISTED:
                self.listed.append(problems[0])


def score_files(request: ScoringRequest) -> Counts:
    """Score what was asked for; return the counts, told on stderr unless quiet."""
    key = Key(load(request.profile))
    inputs = _inputs(request)
    counts = Counts()
    batches = _batches(key.profile, request, inputs)
    first = next(batches, None)
    if first is None:
        raise InputUnreadable(Problem("input_empty", Place(_named(inputs))))
    form = request.form or default_format(request.output, several=len(first) > 1 or len(inputs) > 1)
    carried = _carried(key.profile, request, inputs, first, form)
    with (
        destination(request.output, inputs) as stream,
        progress(inputs, stream, quiet=request.quiet) as followed,
    ):
        output = writer(form, stream, key, carried)
        for batch in followed(chain([first], batches)):
            results = assess(key, batch)
            counts.add(results)
            output.write(results)
        output.close()
    if not request.quiet:
        _tell(counts)
    return counts


def _inputs(request: ScoringRequest) -> tuple[Path, ...]:
    """The files named, or stdin where data waits there; nothing where digits were given."""
    if request.digits is not None:
        if request.files:
            raise UsageError(Problem("jawaban_with_files", Place("--jawaban")))
        return ()
    if len(request.files) > 1 and Path(STDIN) in request.files:
        raise UsageError(Problem("stdin_with_files", Place("nilai")))
    if request.files:
        return request.files
    if kind_of_stdin() is not Stdin.DATA:
        raise UsageError(Problem("files_missing", Place("nilai")))
    return (Path(STDIN),)


def _named(inputs: Sequence[Path]) -> str:
    return ", ".join(map(str, inputs))


def _batches(
    profile: Profile, request: ScoringRequest, inputs: Sequence[Path]
) -> Iterator[AnswerBatch]:
    if request.digits is not None:
        yield from _digit_source(request.digits, profile).batches()
    for path in inputs:
        with _opened(path, profile, partial=request.partial) as source:
            yield from map(_anonymous, source.batches()) if request.anonymous else source.batches()


def _anonymous(batch: AnswerBatch) -> AnswerBatch:
    """The same people without anything that was carried along, named by their rows alone."""
    return replace(
        batch,
        respondents=[str(row) for row in batch.rows],
        headers=(),
        cells=[()] * len(batch),
        extras={},
    )


def _digit_source(digits: str, profile: Profile) -> AnswerSource:
    place = Place("--jawaban")
    record = parse_digits(digits, profile, place)
    if isinstance(record, Problem):
        raise UsageError(record)
    return Records([(place, record)], profile, None, partial=False)


def _opened(path: Path, profile: Profile, *, partial: bool) -> AbstractContextManager[AnswerSource]:
    if str(path) == STDIN:
        return open_stream(sys.stdin.buffer, profile, partial=partial)
    return open_path(path, profile, partial=partial)


def _carried(
    profile: Profile,
    request: ScoringRequest,
    inputs: Sequence[Path],
    first: AnswerBatch,
    form: ResultFormat,
) -> tuple[str, ...]:
    """The carried headers of all files in order, for a table that has one header."""
    headers = dict.fromkeys(first.headers)
    if form in ONE_HEADER and not request.anonymous:
        for path in inputs[1:]:
            with _opened(path, profile, partial=request.partial) as source:
                headers |= dict.fromkeys(source.headers)
    return tuple(headers)


def _tell(counts: Counts) -> None:
    """Tell on stderr who was rejected first and how everybody ended."""
    for problem in counts.listed:
        line = LISTED.format(place=problem.place, message=problem.message)
        typer.echo(visible(line), err=True)
    more = counts.rejected - len(counts.listed)
    if more:
        typer.echo(MORE_LISTED.format(more=more), err=True)
    numbers = {name: getattr(counts, name) for name in ("scored", "undetermined", "rejected")}
    typer.echo(COUNTS.format(people=counts.people, **numbers), err=True)


def print_trail(request: ScoringRequest, respondent: str) -> None:
    """Print the trail of a respondent, wherever in the inputs they are.

    Raise `UsageError` where nobody is called so.
    """
    from kelompok_quiz.explanation.trail import trail_sections
    from kelompok_quiz.report.console import plain_console
    from kelompok_quiz.report.sections import print_sections

    key = Key(load(request.profile))
    inputs = _inputs(request)
    console = plain_console(sys.stdout)
    found = False
    for batch in _batches(key.profile, request, inputs):
        if respondent not in batch.respondents:
            continue
        found = True
        for person, record in enumerate(records(assess(key, batch))):
            if record.respondent == respondent:
                answers = batch.sheet(key.profile, person)
                print_sections(console, trail_sections(key.profile, record, answers))
    if not found:
        problem = Problem("respondent_unknown", Place(_named(inputs)), {"value": respondent})
        raise UsageError(problem)
