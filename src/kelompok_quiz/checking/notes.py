"""Lines about answer files that go with any output, and the commands that messages suggest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from kelompok_quiz import PROGRAM
from kelompok_quiz.problems import InputUnreadable, Problem, Verbatim
from kelompok_quiz.reading.inputs import Notes
from kelompok_quiz.reading.repeats import Repeat
from kelompok_quiz.text import command_word
from kelompok_quiz.words import checking as words
from kelompok_quiz.words.result import COUNTS


@dataclass(frozen=True, slots=True)
class RepeatedOptions:
    """`--profil` and `--pemetaan`, repeated in commands we suggest."""

    profile: Path | None = None
    guide: Path | None = None

    def command(self, name: str, files: Iterable[str]) -> str:
        """Return a command with its files and these options, as it is typed."""
        return " ".join([PROGRAM, name, *map(command_word, files), *self._options()])

    def completed(self, problems: Sequence[Problem]) -> list[Problem]:
        """Return the problems with these options in the commands that they name."""
        return [self._completed(problem) for problem in problems]

    @contextmanager
    def completing(self) -> Iterator[None]:
        """Complete the problems of an input that cannot be understood."""
        try:
            yield
        except InputUnreadable as error:
            raise InputUnreadable(self.completed(error.problems)) from error

    def _completed(self, problem: Problem) -> Problem:
        file = problem.parameters.get("file")
        if file is None:
            return problem
        typed = Verbatim(" ".join([str(file), *self._options()]))
        return replace(problem, parameters={**problem.parameters, "file": typed})

    def _options(self) -> Iterator[str]:
        for option, path in (("--profil", self.profile), ("--pemetaan", self.guide)):
            if path is not None:
                yield f"{option} {command_word(str(path))}"


def note_lines(notes: Notes, repeated: RepeatedOptions, *, named: bool) -> Iterator[str]:
    """Yield the warnings of a run as lines; `named` allows the names of people in them."""
    yield from _repeat_lines(notes, named=named)
    for file, sheet, others in notes.sheets:
        yield words.SHEETS.format(file=file, sheet=sheet, others=", ".join(others))
    if notes.sheets:
        yield words.OTHER_SHEET
    for file in notes.unknown_words:
        yield words.UNKNOWN_WORDS.format(command=repeated.command("periksa", [file]))


def _repeat_lines(notes: Notes, *, named: bool) -> Iterator[str]:
    for file, repeat in notes.repeats:
        yield repeat_line(file, repeat, named=named)
    if notes.more_repeats:
        yield words.MORE_REPEATS.format(more=notes.more_repeats)
    if notes.set_aside:
        yield words.SET_ASIDE.format(count=notes.set_aside)
    elif notes.repeats:
        yield words.REPEATS_KEPT
    if notes.incomplete:
        yield words.INCOMPLETE


def repeat_line(file: str, repeat: Repeat, *, named: bool = True) -> str:
    """Return who sent a form again, and in which rows."""
    template = words.REPEAT if named else words.NAMELESS_REPEAT
    parts = {"file": file, "respondent": repeat.respondent}
    return template.format(**parts, first=repeat.first, row=repeat.row)


def rejection_line(problem: Problem) -> str:
    """Return where the row of a person is, and why it is rejected."""
    return words.REJECTION.format(place=problem.place, message=problem.message)


def counts_line(scored: int, undetermined: int, rejected: int) -> str:
    """Return how all people of a run ended."""
    numbers = {"scored": scored, "undetermined": undetermined, "rejected": rejected}
    return COUNTS.format(people=sum(numbers.values()), **numbers)
