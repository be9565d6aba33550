"""Scores as bars on a line from 0 to 100, the range that their error leaves drawn into them."""

from __future__ import annotations

from rich.text import Text

from kelompok_quiz.explanation.blocks import HIGHEST, Legend, Measure, Measures
from kelompok_quiz.screen.page import Lines, Page, beside, padded
from kelompok_quiz.screen.style import ACCENT, QUIET, STRONG, STRONG_ACCENT

LABEL_CELLS = 28
WIDEST_NUMBER = (100, 12)
WORD_CELLS = len("sedang")
GAP = 2
LEAST_BESIDE, LEAST_BEFORE = 16, 10
"""Cells from which a bar stands beside its label, and before its number."""
MOST_CELLS = 40


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
    """Return the measures below what they have in common, all drawn to one scale."""
    common = Text.assemble(page.text(block.label, STRONG), ": ", page.text(block.hint, QUIET))
    return page.wrap(common) + [line for row in block.rows for line in _measure(row, page)]


def _measure(measure: Measure, page: Page) -> Lines:
    room = page.width - LABEL_CELLS - GAP
    if room - _cells_behind(page) < LEAST_BESIDE:
        return page.lines(measure.label) + _figures(measure, page)
    label = page.of_width(LABEL_CELLS).lines(measure.label)
    return beside([label, _figures(measure, page.of_width(room))], [LABEL_CELLS, room], GAP)


def _figures(measure: Measure, page: Page) -> Lines:
    """A bar with number and word behind it, or below it in a very narrow window."""
    if measure.score is None:
        return page.lines(measure.word, QUIET)
    shown = Text.assemble(
        padded(number(measure.score, measure.error, page), _number_cells(page)),
        " " * GAP,
        page.text(measure.word),
    )
    cells = min(page.width - _cells_behind(page), MOST_CELLS)
    if cells < LEAST_BEFORE:
        return [bar(measure, page.width, page), shown]
    return [Text.assemble(bar(measure, cells, page), " " * GAP, shown)]


def _number_cells(page: Page) -> int:
    return number(*WIDEST_NUMBER, page).cell_len


def _cells_behind(page: Page) -> int:
    """The cells of number and word behind a bar."""
    return GAP + _number_cells(page) + GAP + WORD_CELLS


def number(value: int, error: int | None, page: Page) -> Text:
    """Return a number, right-aligned as the widest, with its error."""
    behind = "" if error is None else f" ± {error}"
    return Text.assemble((f"{value:3d}", STRONG), page.text(behind, QUIET))


def bar(measure: Measure, cells: int, page: Page) -> Text:
    """Return the score as a bar that ends in a point, with the error's range around it."""
    glyphs, point = page.glyphs, cell_of(measure.score or 0, cells)
    low, high = (cell_of(value, cells) for value in measure.range)
    drawn = Text()
    for cell in range(cells):
        if cell == point:
            drawn.append(glyphs.point, STRONG_ACCENT)
        elif low <= cell <= high:
            drawn.append(glyphs.range, ACCENT)
        else:
            filled = cell < point
            drawn.append(glyphs.filled if filled else glyphs.track, ACCENT if filled else QUIET)
    return drawn


def cell_of(value: float, cells: int) -> int:
    """Return the cell in which a value 0..100 lies on a line of so many cells."""
    return int(value * (cells - 1) / HIGHEST + 0.5)
