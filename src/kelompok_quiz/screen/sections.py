"""One look for every kind of block, at any width."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from rich.console import Console
from rich.text import Text

from kelompok_quiz.explanation.blocks import (
    Answers,
    Card,
    Comparison,
    Entry,
    Grid,
    Headline,
    Legend,
    Measures,
    Notice,
    Paragraph,
    Remark,
    Section,
    Shares,
    Standing,
    Steps,
)
from kelompok_quiz.screen.bars import legend, measures
from kelompok_quiz.screen.comparisons import comparison
from kelompok_quiz.screen.console import print_lines
from kelompok_quiz.screen.grids import grid
from kelompok_quiz.screen.page import INDENT, Lines, Page, indented, page_of
from kelompok_quiz.screen.scale_line import standing
from kelompok_quiz.screen.shares import shares
from kelompok_quiz.screen.style import ACCENT, QUIET, STRONG, STRONG_ACCENT
from kelompok_quiz.words.result import BELIEVED, CLAIM, REALITY

SPACED_BEFORE = (Standing, Measures, Grid, Card, Comparison)
SPACED_AFTER = (Headline, Standing, Measures, Legend, Grid, Card, Comparison, Answers)
MARK_CELLS = max(map(len, (CLAIM, REALITY, BELIEVED))) + 2
SHORTEST_RULE = 3
"""Cells; a shorter rule looks like a slip."""


def print_sections(console: Console, sections: Iterable[Section]) -> None:
    """Print sections one below the other, an empty line between two."""
    page = page_of(console)
    for index, section in enumerate(sections):
        if index:
            print_lines(console, [Text()])
        print_lines(console, section_lines(section, page))


def section_lines(section: Section, page: Page) -> Lines:
    """Return a title and what stands below it."""
    inner = page.less(INDENT)
    lines = title_lines(section.title, page)
    before: object = None
    for block in section.blocks:
        lines += [Text()] if _spaced(before, block) else []
        lines += indented(RENDERERS[type(block)](block, inner))
        before = block
    return lines


def _spaced(before: object, block: object) -> bool:
    """Whether an empty line parts two blocks, or a headline from the title."""
    if before is None:
        return isinstance(block, Headline)
    warned = isinstance(before, Notice) != isinstance(block, Notice)
    return warned or isinstance(before, SPACED_AFTER) or isinstance(block, SPACED_BEFORE)


def title_lines(title: str, page: Page) -> Lines:
    """Return a title and behind it a rule to the edge of the page."""
    *lines, last = page.lines(title, STRONG)
    room = page.width - last.cell_len - 1
    rule = page.glyphs.rule * room if room >= SHORTEST_RULE else ""
    return [*lines, Text.assemble(last, " ", (rule, QUIET))]


def _headline(block: Headline, page: Page) -> Lines:
    edge = Text(f"{page.glyphs.edge} ", ACCENT)
    inner = page.less(edge.cell_len)
    styled = ((block.about, QUIET), (block.label, STRONG_ACCENT), (block.detail, ""))
    lines = [line for text, style in styled if text for line in inner.lines(text, style)]
    return [Text.assemble(edge, line) for line in lines]


def _paragraph(block: Paragraph, page: Page) -> Lines:
    return page.lines(block.text)


def _remark(block: Remark, page: Page) -> Lines:
    return page.lines(block.text, QUIET)


def _notice(block: Notice, page: Page) -> Lines:
    return page.hang(Text(f"{page.glyphs.notice} ", STRONG_ACCENT), page.text(block.text))


def _entry(block: Entry, page: Page) -> Lines:
    label = page.text(block.label, STRONG)
    if block.note:
        label = Text.assemble(label, " ", page.text(f"({block.note})", QUIET))
    return [*page.wrap(label), *indented(page.less(INDENT).lines(block.text))]


def _card(block: Card, page: Page) -> Lines:
    rows = (
        (CLAIM, QUIET, block.claim),
        (REALITY, ACCENT, block.reality),
        (BELIEVED, QUIET, block.reading),
    )
    lines = page.lines(block.label, STRONG)
    for mark, style, text in rows:
        if text:
            lines += page.hang(Text(f"{mark:{MARK_CELLS}}", style), page.text(text))
    return lines


def _steps(block: Steps, page: Page) -> Lines:
    width = len(str(len(block.texts)))
    lines: Lines = []
    for index, text in enumerate(block.texts, start=1):
        lines += page.hang(Text(f"{index:{width}}. ", ACCENT), page.text(text))
    return lines


def _answers(block: Answers, page: Page) -> Lines:
    bullet = Text(f"{page.glyphs.bullet} ", QUIET)
    lines: Lines = []
    for statement, answer in block.rows:
        shown = Text.assemble(page.text(statement), " ", page.text(f"→ {answer}", ACCENT))
        lines += page.hang(bullet, shown)
    return lines


RENDERERS: dict[type[Any], Callable[[Any, Page], Lines]] = {
    Headline: _headline,
    Paragraph: _paragraph,
    Remark: _remark,
    Notice: _notice,
    Entry: _entry,
    Standing: standing,
    Legend: legend,
    Measures: measures,
    Shares: shares,
    Grid: grid,
    Card: _card,
    Comparison: comparison,
    Steps: _steps,
    Answers: _answers,
}
