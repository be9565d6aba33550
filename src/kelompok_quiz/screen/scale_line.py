"""A number's place among the bands: a line from 0 to 100 with every bound, and what they part."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from kelompok_quiz.explanation.blocks import HIGHEST, Band, Standing
from kelompok_quiz.screen.bars import cell_of, number
from kelompok_quiz.screen.page import Lines, Page, beside, longest_word
from kelompok_quiz.screen.style import ACCENT, QUIET, STRONG_ACCENT

GAP = 2
MOST_NAME_LINES = 3
"""Lines on which the name of a band may stand below its part of the scale."""
EXTENT_CELLS = len("70–100  ")


def standing(block: Standing, page: Page) -> Lines:
    """Return the number over its place, the line, the bounds and the names of the bands."""
    starts = [cell_of(band.low, page.width) for band in block.bands]
    point = _point(block, starts, page.width)
    return [
        _number(block, point, page),
        _line(block, starts, point, page),
        _bounds(block.bands, starts, page),
        *_names(block.bands, starts, page),
    ]


def _point(block: Standing, starts: Sequence[int], cells: int) -> int:
    """The cell of the number, never beyond a bound of its own band."""
    reached = next(index for index, band in enumerate(block.bands) if band.reached)
    last = [*(start - 1 for start in starts[1:]), cells - 1][reached]
    return max(min(cell_of(block.value, cells), last), starts[reached])


def _number(block: Standing, point: int, page: Page) -> Text:
    """The number with its error, the number itself over its point."""
    shown = page.text(number(block.value, block.error, page).plain.strip(), STRONG_ACCENT)
    left = max(min(point - len(str(block.value)) // 2, page.width - shown.cell_len), 0)
    return Text.assemble(" " * left, shown)


def _line(block: Standing, starts: Sequence[int], point: int, page: Page) -> Text:
    glyphs = page.glyphs
    low, high = (cell_of(value, page.width) for value in block.range)
    drawn = Text()
    for cell in range(page.width):
        if cell == point:
            drawn.append(glyphs.point, STRONG_ACCENT)
        elif low <= cell <= high:
            drawn.append(glyphs.crossed if cell in starts[1:] else glyphs.range, ACCENT)
        else:
            drawn.append(glyphs.bound if cell in starts[1:] else glyphs.track, QUIET)
    return drawn


def _bounds(bands: Sequence[Band], starts: Sequence[int], page: Page) -> Text:
    """The number of every bound below it, as far as they leave room for each other."""
    last = page.width - len(str(HIGHEST))
    line = ""
    for band, start in zip(bands, starts, strict=True):
        free = not line or len(line) < start
        if free and start + len(str(band.low)) < last:
            line = f"{line:{start}}{band.low}" if start else str(band.low)
    return Text(f"{line:{last}}{HIGHEST}", QUIET)


def _names(bands: Sequence[Band], starts: Sequence[int], page: Page) -> Lines:
    """The names below their bands where every one has room, else as a list."""
    widths = [end - start for start, end in zip(starts, [*starts[1:], page.width], strict=True)]
    sized = list(zip(bands, widths, strict=True))
    if all(longest_word(band.label) <= width - GAP for band, width in sized):
        names = [page.of_width(w - GAP).lines(band.label, _style(band)) for band, w in sized]
        if max(map(len, names)) <= MOST_NAME_LINES:
            return beside(names, widths, 0)
    return [line for band in bands for line in _listed(band, page)]


def _listed(band: Band, page: Page) -> Lines:
    mark = page.glyphs.here if band.reached else ""
    extent = f"{mark:2}{band.low}{page.glyphs.dash}{band.high}"
    lead = Text(f"{extent:{2 + EXTENT_CELLS}}", _style(band))
    return page.hang(lead, page.text(band.label, _style(band)))


def _style(band: Band) -> str:
    return STRONG_ACCENT if band.reached else QUIET
