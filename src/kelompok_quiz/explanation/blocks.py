"""Sections and the blocks they are made of: content as data, without any looks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

LOWEST, HIGHEST = 0, 100
"""Ends of the scale of every score, and so of every error range."""


@dataclass(frozen=True, slots=True)
class Headline:
    """The one thing to read first: a label, a qualifying line, and the subject."""

    label: str
    detail: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Notice:
    """Running text that must not be missed."""

    text: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Secondary text: how to read the neighbouring blocks, or where they come from."""

    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A labelled text."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Band:
    """The part of the scale that a verdict covers, both ends included; `reached` by the fit."""

    label: str
    low: int
    high: int
    reached: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """A number 0..100 with its error on the line of all bands, lowest band first."""

    value: int
    error: int | None
    bands: tuple[Band, ...]

    @property
    def range(self) -> tuple[int, int]:
        """Value minus and plus error, clipped to the scale."""
        return _error_range(self.value, self.error)


@dataclass(frozen=True, slots=True)
class Measure:
    """A score 0..100 with its error and its word, drawn as a bar; None is "has no score"."""

    label: str
    score: int | None
    error: int | None
    word: str

    @property
    def range(self) -> tuple[int, int]:
        """Score minus and plus error, clipped to the scale; meaningless without a score."""
        return _error_range(self.score or LOWEST, self.error)


@dataclass(frozen=True, slots=True)
class Measures:
    """Measures that are read alike: their common label, and which end is the good one.

    `range_name` is the word for the range of the errors; empty if no measure has one. Bars with
    `low_is_good` are drawn as hindrances.
    """

    label: str
    hint: str
    range_name: str
    rows: tuple[Measure, ...]
    low_is_good: bool = False


@dataclass(frozen=True, slots=True)
class Legend:
    """The meaning of the marks in bars; `error` is empty if no bar shows one."""

    score: str
    error: str


@dataclass(frozen=True, slots=True)
class Share:
    """A labelled part of the whole of its `Shares`."""

    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Shares:
    """Parts of one whole, drawn as bars."""

    whole: int
    rows: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """One table of a grid: a row of cells per group, None if withheld."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Groups side by side; every table has a row for each of `groups`, in that order."""

    label: str
    groups: tuple[str, ...]
    tables: tuple[Facts, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A claim about the job and the reality, with a line on what this person believes.

    Without a label the claim itself is the heading.
    """

    label: str
    claim: str
    reality: str
    reading: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two jobs side by side: rows of aspect, this job, that job."""

    this: str
    that: str
    rows: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """Things to do, in order."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnswerList:
    """Statements, each with the response given to it."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """The answers that a label is about: statements, each with the response given to it."""

    label: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class WritingLine:
    """An empty line to write on, after its label."""

    label: str


Block: TypeAlias = (
    Headline
    | Paragraph
    | Notice
    | Remark
    | Entry
    | Standing
    | Measures
    | Legend
    | Shares
    | Grid
    | Card
    | Comparison
    | Steps
    | AnswerList
    | Answered
    | WritingLine
)
"""Closed: a renderer matches on it and ends in `assert_never`, so mypy finds a forgotten block."""


@dataclass(frozen=True, slots=True)
class Section:
    """A titled run of blocks; `id` never changes with wording."""

    id: str
    title: str
    blocks: tuple[Block, ...]


def _error_range(value: int, error: int | None) -> tuple[int, int]:
    margin = error or 0
    return max(LOWEST, value - margin), min(HIGHEST, value + margin)
