"""Everything that can be wrong, as data: a stable code, a place, the parameters of its sentences.

The sentences are in `words.problems`: a message, and a remedy.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kelompok_quiz.words.problems import HEADER, PERSON, STDIN_NAME, Severity, Wording
from kelompok_quiz.words.problems.answers import ANSWERS, FILES, GUIDE
from kelompok_quiz.words.problems.profile import ERRORS, WARNINGS
from kelompok_quiz.words.problems.usage import MISUSE, SESSION, USAGE

WORDINGS: dict[str, Wording] = (
    ERRORS | WARNINGS | FILES | ANSWERS | GUIDE | SESSION | USAGE | MISUSE
)
"""The sentences of every problem, by its code."""

LONGEST_SHOWN = 60
"""Characters of a value that a sentence repeats; a longer one loses its middle."""
KEPT_START, KEPT_END = 40, 19
"""Characters kept of a longer value, around the ellipsis; of a path, the end is the file name."""
OPENING_CODES: dict[type[OSError], str] = {
    FileNotFoundError: "file_missing",
    PermissionError: "file_forbidden",
    IsADirectoryError: "file_is_folder",
}


@dataclass(frozen=True, slots=True)
class Place:
    """Line and column of a file, person and header of a table; numbers count from 1."""

    file: str | None = None
    line: int | None = None
    column: int | None = None
    person: int | None = None
    header: str | None = None

    def at(self, header: str) -> Place:
        """Return the place of a named column in this row."""
        return Place(self.file, self.line, self.column, self.person, header)

    def __str__(self) -> str:
        """`file:line:column` as editors open it, then the person and the column in words."""
        file = STDIN_NAME if self.file == "-" else self.file
        position = ":".join(str(part) for part in (file, self.line, self.column) if part)
        person = PERSON.format(person=self.person) if self.person else ""
        header = HEADER.format(header=shortened(self.header)) if self.header else ""
        return ", ".join(part for part in (position, person, header) if part)


class Verbatim(str):
    """A value that is never shortened, such as the file in a command to be typed."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong: `code` names its wording, which `parameters` fill in."""

    code: str
    place: Place = Place()
    parameters: Mapping[str, object] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        """`error` forbids use, `warning` only weakens the instrument."""
        return WORDINGS[self.code].severity

    @property
    def message(self) -> str:
        """The error, as a sentence."""
        return self._worded(WORDINGS[self.code].message)

    @property
    def remedy(self) -> str:
        """How to repair it, as a sentence."""
        return self._worded(WORDINGS[self.code].remedy)

    @property
    def value(self) -> str | None:
        """The offending value, not shortened."""
        value = self.parameters.get("value")
        return None if value is None else str(value)

    def _worded(self, template: str) -> str:
        return template.format_map(
            {k: v if isinstance(v, Verbatim) else shortened(v) for k, v in self.parameters.items()}
        )


class UserError(Exception):
    """An error that a person can cause and repair; any other exception is a bug, not caught."""

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        """Take one problem or all that were found."""
        self.problems = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("; ".join(f"{p.place} {p.code}: {p.message}" for p in self.problems))


class UsageError(UserError):
    """The command line makes no sense."""


class ProfileInvalid(UserError):
    """The profile has errors: no question is asked, nothing is scored."""


class InputUnreadable(UserError):
    """The input exists but cannot be read as answers."""


class InputMissing(UserError):
    """The input does not exist or cannot be opened."""


class OutputUnwritable(UserError):
    """The output cannot be written."""


class SessionBusy(UserError):
    """Another process holds this session."""


def shortened(value: object) -> str:
    """Return a value on one line and at most `LONGEST_SHOWN` characters."""
    text = " ".join(str(value).split())
    return text if len(text) <= LONGEST_SHOWN else f"{text[:KEPT_START]}…{text[-KEPT_END:]}"


def missing(path: Path | str, error: OSError) -> InputMissing:
    """Return the error to raise for an input that cannot be opened."""
    code = OPENING_CODES.get(type(error), "file_unopenable")
    return InputMissing(Problem(code, Place(str(path)), {"value": path}))


def unwritable(path: Path | str) -> OutputUnwritable:
    """Return the error to raise for an output that cannot be written."""
    return OutputUnwritable(Problem("output_unwritable", Place(str(path)), {"value": path}))
