"""`nilai`: sources → batches → results → one destination, with counts that add up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from kelompok_quiz.answers import AnswerBatch
from kelompok_quiz.cli.answer_files import AnswerFiles, Terms, named_inputs
from kelompok_quiz.cli.answer_notes import rejection_line, tell_counts, tell_notes
from kelompok_quiz.cli.hints import Given
from kelompok_quiz.cli.messages import say
from kelompok_quiz.cli.options import ResultFormat
from kelompok_quiz.cli.outputs import (
    ONE_HEADER,
    default_format,
    destination,
    show,
    wants_lines,
    writer,
)
from kelompok_quiz.cli.progress import progress
from kelompok_quiz.columns import HeaderMatcher, read_guide
from kelompok_quiz.problems import InputUnreadable, Place, Problem, UsageError
from kelompok_quiz.profile import Profile, load
from kelompok_quiz.profile.key import Key
from kelompok_quiz.reading import Records, parse_digits
from kelompok_quiz.result import ResultBatch
from kelompok_quiz.scoring.assessment import assess
from kelompok_quiz.text import fold, near, visible

MOST_LISTED = 10
"""Rejected people told one by one; the output names them all."""
MOST_COMPARED = 5000
"""Other respondents that are looked through for a name like the one that was typed."""
MORE_LISTED = "… dan {more} orang lagi; semuanya terlihat dengan `{command}`."


@dataclass(frozen=True, slots=True)
class ScoringRequest:
    """What was asked for on the command line."""

    files: tuple[Path, ...] = ()
    profile: Path | None = None
    form: ResultFormat | None = None
    output: Path | None = None
    partial: bool = False
    digits: str | None = None
    guide: Path | None = None
    last: bool = False
    anonymous: bool = False
    quiet: bool = False

    @property
    def given(self) -> Given:
        """What a command that a message names must be given too."""
        return Given(self.profile, self.guide)


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
    files = _answer_files(key.profile, request, inputs)
    counts = Counts()
    batches = _batches(files, request)
    first = next(batches, None)
    if first is None:
        raise InputUnreadable(Problem("input_empty", files.place))
    form = request.form or default_format(request.output, several=len(first) > 1 or len(inputs) > 1)
    carried = files.headers(first) if form in ONE_HEADER else first.headers
    with (
        destination(request.output, inputs) as stream,
        progress(inputs, quiet=request.quiet or stream.isatty()) as followed,
    ):
        output = writer(form, stream, key, carried, linear=wants_lines(stream))
        for batch in followed(chain([first], batches)):
            results = assess(key, batch)
            counts.add(results)
            output.write(results)
        output.close()
    if not request.quiet:
        tell_notes(files, request.given, named=not request.anonymous)
        _tell(counts, request.given.command("periksa", map(str, inputs)))
    return counts


def _inputs(request: ScoringRequest) -> Sequence[Path]:
    """The files named, or stdin where data waits there; nothing where digits were given."""
    if request.digits is not None:
        if request.files:
            raise UsageError(Problem("jawaban_with_files", Place("--jawaban")))
        return ()
    return named_inputs(request.files, "nilai")


def _answer_files(profile: Profile, request: ScoringRequest, inputs: Sequence[Path]) -> AnswerFiles:
    guide = read_guide(request.guide, profile)
    terms = Terms(request.partial, guide, request.last, request.anonymous)
    return AnswerFiles(profile, inputs, terms)


def _batches(files: AnswerFiles, request: ScoringRequest) -> Iterator[AnswerBatch]:
    if request.digits is not None:
        yield from _digit_source(request.digits, files.profile).batches(None)
    with request.given.completing():
        yield from files.batches()


def _digit_source(digits: str, profile: Profile) -> Records:
    place = Place("--jawaban")
    record = parse_digits(digits, profile, place)
    if isinstance(record, Problem):
        raise UsageError(record)
    return Records("angka", [(place, record)], HeaderMatcher(profile))


def _tell(counts: Counts, check: str) -> None:
    """Tell on stderr who was rejected first and how everybody ended.

    `check` is the command that tells of all who were rejected.
    """
    for problem in counts.listed:
        say(visible(rejection_line(problem)))
    more = counts.rejected - len(counts.listed)
    if more:
        say(visible(MORE_LISTED.format(more=more, command=check)))
    tell_counts(counts.scored, counts.undetermined, counts.rejected)


def print_trail(request: ScoringRequest, respondent: str) -> None:
    """Print the trail of a respondent, wherever in the inputs they are.

    Raise `UsageError` where nobody is called so.
    """
    from kelompok_quiz.explanation.trail import trail_sections

    key = Key(load(request.profile))
    files = _answer_files(key.profile, request, _inputs(request))
    found = False
    others: dict[str, str] = {}
    for batch in _batches(files, request):
        if respondent not in batch.respondents:
            if len(others) < MOST_COMPARED:
                others |= {fold(name): name for name in batch.respondents if name}
            continue
        found = True
        for person, name in enumerate(batch.respondents):
            if name == respondent:
                show(trail_sections(assess(key, batch.only([person]))))
    if not found:
        raise UsageError(_unknown(respondent, others, files.place))


def _unknown(respondent: str, others: Mapping[str, str], place: Place) -> Problem:
    """Nobody is called so; who is called alike, by folded name, may be meant."""
    guess = near(fold(respondent), others)
    if guess is None:
        return Problem("respondent_unknown", place, {"value": respondent})
    return Problem("respondent_unknown_near", place, {"value": respondent, "near": others[guess]})
