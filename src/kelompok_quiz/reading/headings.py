"""Rows → which of them is the header: the one whose cells stand for most items.

Title rows may stand above it. Its blank cells are filled from the row above (SurveyMonkey puts the
question there), and rows below it that describe columns are no people: HXL tags, the import ids of
Qualtrics with the questions over them, `Response` under every question, ids under statements.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kelompok_quiz.columns import HeaderMatcher

MOST_ROWS = 20
"""Rows that are looked at; a header stands among the first."""
MOST_DESCRIPTIONS = 3
"""Rows below a header that may describe its columns."""
LEAST_GROUPS = 3
"""Cells from which a row above a header belongs to it; a title has one or two."""
IMPORT_ID = '{"ImportId"'
HXL = "#"
RESPONSE_WORDS = frozenset(("response", "open-ended response", "respons", "jawaban", "tanggapan"))
UNNAMED = "kolom {}"

Cells = Sequence[str]


@dataclass(frozen=True, slots=True)
class Heading:
    """A header: its index among the rows, its cells, the items they stand for, rows below it."""

    index: int
    cells: tuple[str, ...]
    items: int
    descriptions: int

    @property
    def people(self) -> int:
        """The index of the first row that may be a person."""
        return self.index + 1 + self.descriptions


def find_heading(rows: Sequence[Cells], matcher: HeaderMatcher) -> Heading | None:
    """Return the header among the first rows of a table, or None if all of them are blank."""
    index, items = _fullest(rows, matcher)
    if index is None:
        return None
    above = rows[index - 1] if index else ()
    cells = _filled(rows[index], above if _width(above) >= LEAST_GROUPS else ())
    below = rows[index + 1 : index + 1 + MOST_DESCRIPTIONS]
    named = tuple(cell if cell.strip() else UNNAMED.format(n) for n, cell in enumerate(cells, 1))
    return Heading(index, named, items, _descriptions(below, cells, matcher))


def is_blank(cells: Iterable[str]) -> bool:
    """Return whether a row is nobody."""
    return not any(map(str.strip, cells))


def _fullest(rows: Sequence[Cells], matcher: HeaderMatcher) -> tuple[int | None, int]:
    """Return the index of the row that stands for most items, and how many these are.

    Where none stands for any, it is the first row with at least half as many cells as the fullest.
    """
    best, most = None, 0
    for index, cells in enumerate(rows[:MOST_ROWS]):
        items = matcher.count_items(cells)
        if items > most:
            best, most = index, items
        if items == len(matcher.profile.items):
            break
    if best is not None:
        return best, most
    widths = [_width(cells) for cells in rows[:MOST_ROWS]]
    wide = (index for index, width in enumerate(widths) if width and 2 * width >= max(widths))
    return next(wide, None), 0


def _width(cells: Cells) -> int:
    return sum(map(bool, map(str.strip, cells)))


def _filled(cells: Cells, above: Cells) -> list[str]:
    filled = [
        over if over.strip() and _says_nothing(cell) else cell
        for cell, over in zip(cells, above, strict=False)
    ]
    return filled + list(cells[len(filled) :])


def _says_nothing(cell: str) -> bool:
    return not cell.strip() or cell.strip().lower() in RESPONSE_WORDS


def _descriptions(below: Sequence[Cells], header: Cells, matcher: HeaderMatcher) -> int:
    """Return how many of the rows below a header describe its columns."""
    for count, cells in enumerate(below, start=1):
        if any(cell.startswith(IMPORT_ID) for cell in cells):
            return count
    count = 0
    while count < len(below) and _is_description(below[count], header, matcher):
        count += 1
    return count


def _is_description(cells: Cells, header: Cells, matcher: HeaderMatcher) -> bool:
    given = [cell.strip() for cell in cells if cell.strip()]
    if given and all(cell.startswith(HXL) for cell in given):
        return True
    said = [
        (matcher.item(head), cell)
        for head, cell in zip(header, cells, strict=False)
        if matcher.item(head) is not None
    ]
    echoed = [cell for item, cell in said if matcher.item(cell) == item]
    words = [cell for _, cell in said if cell.strip().lower() in RESPONSE_WORDS]
    return bool(said) and len(echoed) + len(words) == len(said)
