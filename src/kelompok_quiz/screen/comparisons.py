"""Two jobs aspect by aspect: side by side where both have room, else one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from kelompok_quiz.explanation.blocks import Comparison
from kelompok_quiz.screen.page import INDENT, Lines, Page, beside, indented, longest_word
from kelompok_quiz.screen.style import QUIET, STRONG

LEAST_CELLS = 18
"""Cells of a column in which a sentence still reads well."""
MOST_ASPECT = 24
GAP = 2


def comparison(block: Comparison, page: Page) -> Lines:
    """Return the aspects of two jobs as a table, or as a list."""
    aspect = min(max(page.text(row[0]).cell_len for row in block.rows), MOST_ASPECT)
    cells = (page.width - aspect - 2 * GAP) // 2
    columns = [block.this, block.that, *(text for row in block.rows for text in row[1:])]
    words = max(map(longest_word, columns))
    if cells < max(words, LEAST_CELLS) or max(longest_word(row[0]) for row in block.rows) > aspect:
        return _list(block, page)
    return _table(block, [aspect, cells, cells], page)


def _table(block: Comparison, widths: Sequence[int], page: Page) -> Lines:
    def row(texts: Sequence[str], styles: Sequence[str]) -> Lines:
        cells = zip(texts, styles, widths, strict=True)
        return beside([page.of_width(w).lines(t, s) for t, s, w in cells], widths, GAP)

    rule = Text(page.glyphs.rule * (sum(widths) + GAP * (len(widths) - 1)), QUIET)
    lines = [*row(("", block.this, block.that), (STRONG,) * 3), rule]
    for texts in block.rows:
        lines += row(texts, (STRONG, "", ""))
    return lines


def _list(block: Comparison, page: Page) -> Lines:
    bullet = Text(f"{page.glyphs.bullet} ", QUIET)
    inner = page.less(INDENT)
    lines: Lines = []
    for aspect, this, that in block.rows:
        lines += page.lines(aspect, STRONG)
        for job, text in ((block.this, this), (block.that, that)):
            told = Text.assemble(page.text(f"{job}:", QUIET), " ", page.text(text))
            lines += indented(inner.hang(bullet, told))
    return lines
