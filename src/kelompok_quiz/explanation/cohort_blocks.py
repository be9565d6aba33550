"""What a recap shows beyond the blocks of a single result."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from kelompok_quiz.explanation.blocks import Block


@dataclass(frozen=True, slots=True)
class Share:
    """How many of a whole, drawn as a bar."""

    label: str
    count: int
    whole: int


@dataclass(frozen=True, slots=True)
class Grid:
    """Groups below each other; the first cell of a row names it."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


RecapBlock: TypeAlias = Block | Share | Grid


@dataclass(frozen=True, slots=True)
class RecapSection:
    """A titled run of blocks; `id` never changes with wording."""

    id: str
    title: str
    blocks: tuple[RecapBlock, ...]
