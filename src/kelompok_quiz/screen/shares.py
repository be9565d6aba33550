"""How many of a whole, as bars whose length and not whose colour is the share."""

from __future__ import annotations

from rich.text import Text

from kelompok_quiz.explanation.blocks import Share, Shares
from kelompok_quiz.explanation.numbers import thousands
from kelompok_quiz.screen.bars import GAP, LABEL_CELLS, LEAST_BEFORE, LEAST_BESIDE, MOST_CELLS
from kelompok_quiz.screen.page import Lines, Page, beside
from kelompok_quiz.screen.style import ACCENT, QUIET, STRONG

OF_WHOLE = " dari {}"


def shares(block: Shares, page: Page) -> Lines:
    """Return the shares below each other, all drawn to one scale."""
    return [line for row in block.rows for line in _share(row, block.whole, page)]


def _share(share: Share, whole: int, page: Page) -> Lines:
    number = _number(share.count, whole, page)
    room = page.width - LABEL_CELLS - GAP
    if room - GAP - number.cell_len < LEAST_BESIDE:
        return page.lines(share.label) + _figures(share.count / whole, number, page)
    label = page.of_width(LABEL_CELLS).lines(share.label)
    figures = _figures(share.count / whole, number, page.of_width(room))
    return beside([label, figures], [LABEL_CELLS, room], GAP)


def _number(count: int, whole: int, page: Page) -> Text:
    """A number, right-aligned as the whole that stands behind it."""
    of = thousands(whole)
    counted = (thousands(count).rjust(len(of)), STRONG)
    return Text.assemble(counted, page.text(OF_WHOLE.format(of), QUIET))


def _figures(share: float, number: Text, page: Page) -> Lines:
    """A bar with its number behind it, or below it in a very narrow window."""
    cells = min(page.width - GAP - number.cell_len, MOST_CELLS)
    if cells < LEAST_BEFORE:
        return [_bar(share, page.width, page), number]
    return [Text.assemble(_bar(share, cells, page), " " * GAP, number)]


def _bar(share: float, cells: int, page: Page) -> Text:
    """A bar in which a single person is seen, and a single one that is missing too."""
    filled = min(max(int(share * cells + 0.5), bool(share)), cells - (share < 1))
    glyphs = page.glyphs
    return Text.assemble((glyphs.filled * filled, ACCENT), (glyphs.track * (cells - filled), QUIET))
