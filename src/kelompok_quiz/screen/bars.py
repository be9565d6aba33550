"""Numbers drawn to scale: scores as bars, shares of a whole, the fit on a line of bands."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.text import Text

from kelompok_quiz.explanation.blocks import (
    HIGHEST,
    Band,
    Legend,
    Measure,
    Measures,
    Share,
    Shares,
    Standing,
)
from kelompok_quiz.explanation.numbers import thousands
from kelompok_quiz.screen.page import (
    ACCENT,
    QUIET,
    STRONG,
    STRONG_ACCENT,
    Lines,
    Page,
    beside,
    longest_word,
    padded,
)
from kelompok_quiz.words.result import LEVELS, OF_WHOLE

LABEL_CELLS = 28
WIDEST_NUMBER = (100, 12)
WORD_CELLS = max(map(len, LEVELS))
GAP = 2
MIN_CELLS_BESIDE_LABEL, MIN_CELLS_BEFORE_NUMBER = 16, 10
"""A narrower bar goes below its label, or above its number."""
MAX_BAR_CELLS = 40
MAX_NAME_LINES = 3
"""More lines of a band's name below the scale turn the bands into a list."""
EXTENT_CELLS = len("70–100  ")


def legend(block: Legend, page: Page) -> Lines:
    """Return the marks of the bars, each with its meaning."""
    glyphs = page.glyphs
    marks = [(glyphs.filled * 2 + glyphs.point, block.score), (glyphs.range * 3, block.error)]
    shown = [(Text(f"{mark} ", ACCENT), page.text(word, QUIET)) for mark, word in marks if word]
    line = Text(" " * GAP).join(Text.assemble(mark, word) for mark, word in shown)
    if line.cell_len <= page.width:
        return [line]
    return [line for mark, word in shown for line in page.hang(mark, word)]


def measures(block: Measures, page: Page) -> Lines:
    """Return the measures below their common label, all drawn to one scale."""
    common = Text.assemble(page.text(block.label, STRONG), ": ", page.text(block.hint, QUIET))
    rows = (_measure(row, page, low_is_good=block.low_is_good) for row in block.rows)
    return page.wrap(common) + [line for lines in rows for line in lines]


def _measure(measure: Measure, page: Page, *, low_is_good: bool) -> Lines:
    number_cells = _number(*WIDEST_NUMBER, page).cell_len
    behind = number_cells + GAP + WORD_CELLS

    def figures(inner: Page) -> Lines:
        if measure.score is None:
            return inner.lines(measure.word, QUIET)
        number = padded(_number(measure.score, measure.error, page), number_cells)
        shown = Text.assemble(number, " " * GAP, page.text(measure.word))

        def bar(cells: int) -> Text:
            return _score_bar(measure, cells, page, low_is_good=low_is_good)

        return _bar_and_number(bar, shown, behind, inner)

    return _beside_label(measure.label, figures, behind, page)


def shares(block: Shares, page: Page) -> Lines:
    """Return the shares below each other, all drawn to one scale."""
    return [line for row in block.rows for line in _share(row, block.whole, page)]


def _share(share: Share, whole: int, page: Page) -> Lines:
    of = thousands(whole)
    count = Text(thousands(share.count).rjust(len(of)), STRONG)
    shown = Text.assemble(count, page.text(f" {OF_WHOLE.format(whole=of)}", QUIET))

    def figures(inner: Page) -> Lines:
        def bar(cells: int) -> Text:
            return _share_bar(share.count / whole, cells, page)

        return _bar_and_number(bar, shown, shown.cell_len, inner)

    return _beside_label(share.label, figures, shown.cell_len, page)


def _beside_label(label: str, figures: Callable[[Page], Lines], behind: int, page: Page) -> Lines:
    """A label, and beside or below it a bar; `behind` in cells, for the number after the bar."""
    room = page.width - LABEL_CELLS - GAP
    if room - GAP - behind < MIN_CELLS_BESIDE_LABEL:
        return page.lines(label) + figures(page)
    columns = [page.of_width(LABEL_CELLS).lines(label), figures(page.of_width(room))]
    return beside(columns, [LABEL_CELLS, room], GAP)


def _bar_and_number(bar: Callable[[int], Text], number: Text, behind: int, page: Page) -> Lines:
    """A bar of some cells with its number behind it, or below it in a very narrow window."""
    cells = min(page.width - GAP - behind, MAX_BAR_CELLS)
    if cells < MIN_CELLS_BEFORE_NUMBER:
        return [bar(page.width), number]
    return [Text.assemble(bar(cells), " " * GAP, number)]


def _number(value: int, error: int | None, page: Page) -> Text:
    """A number with its error, right-aligned like the widest."""
    behind = "" if error is None else f" ± {error}"
    return Text.assemble((f"{value:3d}", STRONG), page.text(behind, QUIET))


def _score_bar(measure: Measure, cells: int, page: Page, *, low_is_good: bool) -> Text:
    """A bar that ends in a point at the score, with the error range around it."""
    glyphs, point = page.glyphs, _cell_of(measure.score or 0, cells)
    filled = glyphs.hindering if low_is_good else glyphs.filled
    low, high = (_cell_of(value, cells) for value in measure.range)
    drawn = Text()
    for cell in range(cells):
        if cell == point:
            drawn.append(glyphs.point, STRONG_ACCENT)
        elif low <= cell <= high:
            drawn.append(glyphs.range, ACCENT)
        elif cell < point:
            drawn.append(filled, ACCENT)
        else:
            drawn.append(glyphs.track, QUIET)
    return drawn


def _share_bar(share: float, cells: int, page: Page) -> Text:
    filled = int(share * cells + 0.5)
    # A single person of many shows, and so does a single missing one.
    if share > 0:
        filled = max(filled, 1)
    if share < 1:
        filled = min(filled, cells - 1)
    glyphs = page.glyphs
    return Text.assemble((glyphs.filled * filled, ACCENT), (glyphs.track * (cells - filled), QUIET))


def _cell_of(value: float, cells: int) -> int:
    """The cell of a value 0..100 on a line of so many cells."""
    return int(value * (cells - 1) / HIGHEST + 0.5)


def scale_line(block: Standing, page: Page) -> Lines:
    """Return a number over its place on the scale, with the bounds and names of the bands."""
    starts = [_cell_of(band.low, page.width) for band in block.bands]
    point = _point(block, starts, page.width)
    # The number itself, without its error, is centred over its point.
    shown = page.text(_number(block.value, block.error, page).plain.strip(), STRONG_ACCENT)
    left = max(min(point - len(str(block.value)) // 2, page.width - shown.cell_len), 0)
    return [
        Text.assemble(" " * left, shown),
        _line(block, starts, point, page),
        _bounds(block.bands, starts, page),
        *_names(block.bands, starts, page),
    ]


def _point(block: Standing, starts: Sequence[int], cells: int) -> int:
    """The cell of the number; rounding to cells never moves it into another band."""
    reached = next(index for index, band in enumerate(block.bands) if band.reached)
    last = [*(start - 1 for start in starts[1:]), cells - 1][reached]
    return max(min(_cell_of(block.value, cells), last), starts[reached])


def _line(block: Standing, starts: Sequence[int], point: int, page: Page) -> Text:
    glyphs = page.glyphs
    low, high = (_cell_of(value, page.width) for value in block.range)
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
    """The number of every bound below it, except those that would touch another."""
    last = page.width - len(str(HIGHEST))
    line = ""
    for band, start in zip(bands, starts, strict=True):
        free = not line or len(line) < start
        if free and start + len(str(band.low)) < last:
            line = f"{line:{start}}{band.low}" if start else str(band.low)
    return Text(f"{line:{last}}{HIGHEST}", QUIET)


def _names(bands: Sequence[Band], starts: Sequence[int], page: Page) -> Lines:
    """The names below their bands if every one has room, else a list."""
    widths = [end - start for start, end in zip(starts, [*starts[1:], page.width], strict=True)]
    sized = list(zip(bands, widths, strict=True))
    if all(longest_word(band.label) <= width - GAP for band, width in sized):
        names = [page.of_width(w - GAP).lines(band.label, _style(band)) for band, w in sized]
        if max(map(len, names)) <= MAX_NAME_LINES:
            return beside(names, widths, 0)
    return [line for band in bands for line in _listed(band, page)]


def _listed(band: Band, page: Page) -> Lines:
    mark = page.glyphs.here if band.reached else ""
    extent = f"{mark:2}{band.low}{page.glyphs.dash}{band.high}"
    lead = Text(f"{extent:{2 + EXTENT_CELLS}}", _style(band))
    return page.hang(lead, page.text(band.label, _style(band)))


def _style(band: Band) -> str:
    return STRONG_ACCENT if band.reached else QUIET
