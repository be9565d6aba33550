"""Lines no wider than a column of terminal cells, broken between words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from kelompok_quiz.text import visible

Measure: TypeAlias = Callable[[str], int]
"""The width of a text in terminal cells."""


def wrap(text: str, width: int, measure: Measure) -> list[str]:
    """Return the text as at least one line of at most `width` cells.

    A word is broken only where it is wider than a whole line. Control characters are made visible.
    """
    words = [piece for word in text.split() for piece in _pieces(visible(word), width, measure)]
    return pack(words, " ", width, measure)


def pack(pieces: Sequence[str], separator: str, width: int, measure: Measure) -> list[str]:
    """Return the pieces on as few lines of at most `width` cells as they need, none broken."""
    lines = list(pieces[:1])
    for piece in pieces[1:]:
        joined = lines[-1] + separator + piece
        if measure(joined) <= width:
            lines[-1] = joined
        else:
            lines.append(piece)
    return lines or [""]


def _pieces(word: str, width: int, measure: Measure) -> Iterator[str]:
    piece = ""
    for character in word:
        if piece and measure(piece + character) > width:
            yield piece
            piece = ""
        piece += character
    yield piece
