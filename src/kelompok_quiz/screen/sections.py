"""Sections as they are drawn: one look for every kind of block, at any width."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from rich.console import Console
from rich.text import Text

from kelompok_quiz.explanation.blocks import (
    Answered,
    AnswerList,
    Block,
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
    WritingLine,
)
from kelompok_quiz.screen.bars import legend, measures, scale_line, shares
from kelompok_quiz.screen.console import print_lines
from kelompok_quiz.screen.page import (
    ACCENT,
    INDENT,
    QUIET,
    STRONG,
    STRONG_ACCENT,
    Lines,
    Page,
    indented,
    page_of,
)
from kelompok_quiz.screen.tables import comparison, grid
from kelompok_quiz.words.result import BELIEVED, CLAIM, REALITY

SPACED_BEFORE = (Grid,)
SPACED_AFTER = (Grid, Comparison)
MARK_CELLS = max(map(len, (CLAIM, REALITY, BELIEVED))) + 2
WRITING = "_"
MIN_RULE_CELLS = 3
"""A shorter rule looks like a slip."""


def print_sections(console: Console, sections: Iterable[Section]) -> None:
    """Print sections one below the other; the rule of a title sets them apart."""
    page = page_of(console)
    for section in sections:
        print_lines(console, _section(section, page))


def _section(section: Section, page: Page) -> Lines:
    inner = page.narrower(INDENT)
    lines = _title(section.title, page)
    previous: Block | None = None
    for block in section.blocks:
        if _is_spaced(previous, block):
            lines.append(Text())
        lines += indented(_block(block, inner))
        previous = block
    return lines


def _is_spaced(previous: Block | None, block: Block) -> bool:
    """Whether an empty line separates two blocks."""
    if previous is None:
        return False
    notice_ends_or_begins = isinstance(previous, Notice) != isinstance(block, Notice)
    return (
        notice_ends_or_begins
        or isinstance(previous, SPACED_AFTER)
        or isinstance(block, SPACED_BEFORE)
        or (isinstance(previous, AnswerList) and isinstance(block, Card))
    )


def _title(title: str, page: Page) -> Lines:
    """A title with a rule from its end to the edge of the page."""
    *lines, last = page.lines(title, STRONG)
    room = page.width - last.cell_len - 1
    rule = page.glyphs.rule * room if room >= MIN_RULE_CELLS else ""
    return [*lines, Text.assemble(last, " ", (rule, QUIET))]


def _block(block: Block, page: Page) -> Lines:  # noqa: C901, PLR0911, PLR0912 - a case a block
    match block:
        case Headline():
            return _headline(block, page)
        case Paragraph():
            return page.lines(block.text)
        case Remark():
            return page.lines(block.text, QUIET)
        case Notice():
            mark = Text(f"{page.glyphs.notice} ", STRONG_ACCENT)
            return page.hang(mark, page.text(block.text))
        case Entry():
            return _entry(block, page)
        case Standing():
            return scale_line(block, page)
        case Legend():
            return legend(block, page)
        case Measures():
            return measures(block, page)
        case Shares():
            return shares(block, page)
        case Grid():
            return grid(block, page)
        case Card():
            return _card(block, page)
        case Comparison():
            return comparison(block, page)
        case Steps():
            return _steps(block, page)
        case AnswerList():
            return _answers(block, page)
        case Answered():
            return _answered(block, page)
        case WritingLine():
            return [_writing_line(block, page)]
        case _:
            assert_never(block)


def _headline(block: Headline, page: Page) -> Lines:
    edge = Text(f"{page.glyphs.edge} ", ACCENT)
    inner = page.narrower(edge.cell_len)
    about = page.text(f"{block.about}: " if block.about else "", QUIET)
    lines = inner.wrap(Text.assemble(about, page.text(block.label, STRONG_ACCENT)))
    lines += inner.lines(block.detail) if block.detail else []
    return [Text.assemble(edge, line) for line in lines]


def _entry(block: Entry, page: Page) -> Lines:
    label = Text.assemble(page.text(block.label, STRONG), ": ")
    return _indented_after_first(Text.assemble(label, page.text(block.text)), page)


def _card(block: Card, page: Page) -> Lines:
    rows = (
        (CLAIM, QUIET, block.claim),
        (REALITY, ACCENT, block.reality),
        (BELIEVED, QUIET, block.reading),
    )
    lines = page.lines(block.label, STRONG) if block.label else []
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


def _answers(block: AnswerList, page: Page) -> Lines:
    bullet = Text(f"{page.glyphs.bullet} ", QUIET)
    lines: Lines = []
    for statement, answer in block.rows:
        lines += page.hang(bullet, _answer(statement, answer, page))
    return lines


def _answer(statement: str, answer: str, page: Page) -> Text:
    return Text.assemble(page.text(statement), " ", page.text(f"→ {answer}", ACCENT))


def _answered(block: Answered, page: Page) -> Lines:
    """The label before its first answer; the others begin below that."""
    label = Text.assemble(page.text(block.label, STRONG), ": ")
    lines: Lines = []
    for index, (statement, answer) in enumerate(block.rows):
        shown = _answer(statement, answer, page)
        if index:
            lines += indented(page.narrower(INDENT).wrap(shown))
        else:
            lines += _indented_after_first(Text.assemble(label, shown), page)
    return lines


def _writing_line(block: WritingLine, page: Page) -> Text:
    label = page.text(f"{block.label}: ")
    return Text.assemble(label, (WRITING * (page.width - label.cell_len), QUIET))


def _indented_after_first(text: Text, page: Page) -> Lines:
    """The lines of a text, all but the first moved to the right."""
    first = page.wrap(text)[0]
    rest = text[len(first.plain) :]
    rest.plain = rest.plain.lstrip()
    return [first, *(indented(page.narrower(INDENT).wrap(rest)) if rest.plain else [])]
