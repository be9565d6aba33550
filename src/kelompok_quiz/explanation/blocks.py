"""What sections are made of; each block says what it is and leaves its looks to the room above."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Headline:
    """The one thing to read first: a label, and a line that qualifies it."""

    label: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Notice:
    """Running text that must not be missed."""

    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A label and what there is to say about it."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Measure:
    """A score 0..100 with its error and its word, drawn as a bar; None is "has no score"."""

    label: str
    score: int | None
    error: int | None
    word: str


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
    Headline | Paragraph | Notice | Entry | Measure | Card | Comparison | Steps | Answers
)


@dataclass(frozen=True, slots=True)
class Section:
    """A titled run of blocks; `id` never changes with wording."""

    id: str
    title: str
    blocks: tuple[Block, ...]
