"""What sections are made of; each block says what it is and leaves its looks to the room above."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

LOWEST, HIGHEST = 0, 100
"""The ends of every score, and so of the range that its error leaves."""


@dataclass(frozen=True, slots=True)
class Headline:
    """The one thing to read first: a label, a line that qualifies it, and what it is about."""

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
    """Running text of second rank: how to read what stands beside it, or where it comes from."""

    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A label, a word on it, and what there is to say about it."""

    label: str
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """A verdict's part of the scale, `low` to `high` in whole numbers, and whether it is theirs."""

    label: str
    low: int
    high: int
    reached: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a number 0..100 with its error stands among the bands, lowest band first."""

    value: int
    error: int | None
    bands: tuple[Band, ...]

    @property
    def range(self) -> tuple[int, int]:
        """The number less and plus its error, within the scale."""
        return error_range(self.value, self.error)


@dataclass(frozen=True, slots=True)
class Measure:
    """A score 0..100 with its error and its word, drawn as a bar; None is "has no score"."""

    label: str
    score: int | None
    error: int | None
    word: str

    @property
    def range(self) -> tuple[int, int]:
        """The score less and plus its error, within the scale; only where there is a score."""
        return error_range(self.score or LOWEST, self.error)


@dataclass(frozen=True, slots=True)
class Measures:
    """Measures that are read alike: a label for them, which end is the good one, and the range.

    `range_name` is what the range that their errors leave is called; empty where there is none.
    """

    label: str
    hint: str
    range_name: str
    rows: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class Legend:
    """What the marks of the bars mean; `error` is empty where no bar shows one."""

    score: str
    error: str


@dataclass(frozen=True, slots=True)
class Share:
    """How many of a whole that is told beside it."""

    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Shares:
    """How many of the same whole there are of this and of that, drawn as bars."""

    whole: int
    rows: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What is told of every group of a grid: a row of cells each, None is kept back."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Groups beside each other, what is told of them in tables that are read one by one."""

    label: str
    groups: tuple[str, ...]
    tables: tuple[Facts, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """What people say and what is so, with a line on what this person believes."""

    label: str
    claim: str
    reality: str
    reading: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two jobs side by side, aspect by aspect."""

    this: str
    that: str
    rows: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """Things to do, in order."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answers:
    """Statements with what was answered to each, and a note on how it counted."""

    rows: tuple[tuple[str, str], ...]


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
    | Answers
)


@dataclass(frozen=True, slots=True)
class Section:
    """A titled run of blocks; `id` never changes with wording."""

    id: str
    title: str
    blocks: tuple[Block, ...]


def error_range(value: int, error: int | None) -> tuple[int, int]:
    """Return the lowest and the highest number that an error leaves, within 0..100."""
    margin = error or 0
    return max(LOWEST, value - margin), min(HIGHEST, value + margin)
