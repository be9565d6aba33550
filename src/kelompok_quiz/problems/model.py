"""A problem is data: a stable code, a place, the parameters its sentences are made with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kelompok_quiz.words.problems import WORDINGS
from kelompok_quiz.words.problems.wording import Severity

STDIN_NAME = "masukan"
"""What people read for the `-` that stands for standard input."""

PERSON, HEADER = "orang ke-{person}", "kolom “{header}”"
LONGEST_SHOWN = 60
"""Characters of somebody's value that a sentence repeats; a longer one loses its middle."""
KEPT_START, KEPT_END = 40, 19
"""What stays of a longer one, beside the ellipsis: of a path, the name of the file."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: line and column of a file, person and header of a table, from 1."""

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
    """A value that a sentence repeats whole, such as the file in a command to be typed."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong: `code` names its wording, `parameters` fill it, `place` says where."""

    code: str
    place: Place = Place()
    parameters: Mapping[str, object] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        """Whether it forbids use (`error`) or only weakens the instrument (`warning`)."""
        return WORDINGS[self.code].severity

    @property
    def message(self) -> str:
        """What is wrong, as a sentence."""
        return self._worded(WORDINGS[self.code].message)

    @property
    def remedy(self) -> str:
        """How to mend it, as a sentence."""
        return self._worded(WORDINGS[self.code].remedy)

    @property
    def value(self) -> str | None:
        """The offending value as it was given, where there is one."""
        value = self.parameters.get("value")
        return None if value is None else str(value)

    def _worded(self, template: str) -> str:
        return template.format_map(
            {k: v if isinstance(v, Verbatim) else shortened(v) for k, v in self.parameters.items()}
        )


class UserError(Exception):
    """What a person can cause and mend; everything else is a bug and is not caught."""

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        """Carry one problem or all that were found."""
        self.problems = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("; ".join(f"{p.place} {p.code}: {p.message}" for p in self.problems))


class UsageError(UserError):
    """The command was called in a way it does not understand."""


class ProfileInvalid(UserError):
    """The profile has errors; no question is asked and nothing is scored with it."""


class InputUnreadable(UserError):
    """The input is there and cannot be understood."""


class InputMissing(UserError):
    """There is no such input."""


class OutputUnwritable(UserError):
    """The output cannot be written."""


class SessionBusy(UserError):
    """Another run works on this session."""


def shortened(value: object) -> str:
    """Return a value on one line and at most `LONGEST_SHOWN` characters."""
    text = " ".join(str(value).split())
    return text if len(text) <= LONGEST_SHOWN else f"{text[:KEPT_START]}…{text[-KEPT_END:]}"
