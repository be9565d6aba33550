"""One look for every kind of block, at any width."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kelompok_quiz.explanation.blocks import (
    Answers,
    Card,
    Comparison,
    Entry,
    Headline,
    Measure,
    Notice,
    Paragraph,
    Section,
    Steps,
)
from kelompok_quiz.report.console import print_block
from kelompok_quiz.text import visible

SIDE_BY_SIDE = 60
"""Columns from which two jobs stand beside each other."""
BAR_BESIDE = 80
"""Columns from which a bar stands beside its label, with room for the longest word."""
BAR_CELLS = 20
LABEL_CELLS = 28
CLAIM, REALITY = "Katanya : ", "Nyatanya: "
NOTICE_MARK = "! "
INDENT = 2


def print_sections(console: Console, sections: Iterable[Section]) -> None:
    """Print sections one below the other, titles underlined with words left whole."""
    for section in sections:
        print_block(console, _text(section.title, "bold"))
        for block in section.blocks:
            print_block(console, RENDERERS[type(block)](block, console), INDENT)
        console.print()


def _text(text: str, style: str = "") -> Text:
    return Text(visible(text), style=style)


def _headline(block: Headline, _: Console) -> RenderableType:
    label = _text(block.label, "bold")
    return Group(label, _text(block.detail)) if block.detail else label


def _paragraph(block: Paragraph, _: Console) -> RenderableType:
    return _text(block.text)


def _notice(block: Notice, _: Console) -> RenderableType:
    return _hanging(NOTICE_MARK, _text(block.text))


def _entry(block: Entry, _: Console) -> RenderableType:
    return Group(_text(block.label, "bold"), Padding(_text(block.text), (0, 0, 0, INDENT)))


def _hanging(mark: str, text: RenderableType) -> Table:
    """A mark in a column of its own, so that the lines of the text hang behind it."""
    grid = Table.grid(padding=0)
    grid.add_column(no_wrap=True)
    grid.add_column()
    grid.add_row(Text(mark), text)
    return grid


def _measure(block: Measure, console: Console) -> RenderableType:
    number = "  -" if block.score is None else f"{block.score:3d}"
    error = "" if block.error is None else f"± {block.error:<2d}"
    bar = _bar(block.score, console)
    if console.width >= BAR_BESIDE:
        grid = Table.grid(padding=(0, 1))
        grid.add_column(width=LABEL_CELLS)
        for _ in range(4):
            grid.add_column(no_wrap=True)
        grid.add_row(_text(block.label), bar, number, Text(f"{error:4s}"), _text(block.word))
        return grid
    line = Text.assemble("  ", bar, f" {number} {error:4s} ", _text(block.word))
    return Group(_text(block.label), line)


def _bar(score: int | None, console: Console) -> Text:
    """A bar whose length, and not whose colour, is the score."""
    cells = BAR_CELLS if console.width >= BAR_BESIDE else BAR_CELLS // 2
    filled = round((score or 0) / 100 * cells)
    full, empty = ("#", ".") if console.options.ascii_only else ("█", "░")
    return Text(full * filled + empty * (cells - filled))


def _card(block: Card, _: Console) -> RenderableType:
    lines: list[RenderableType] = [
        _text(block.label, "bold"),
        _hanging(CLAIM, _text(block.claim)),
        _hanging(REALITY, _text(block.reality)),
    ]
    if block.reading:
        lines.append(_text(block.reading))
    return Group(*lines)


def _comparison(block: Comparison, console: Console) -> RenderableType:
    if console.width < SIDE_BY_SIDE:
        return Group(*(_stacked(block, row) for row in block.rows))
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold", show_edge=False)
    for title in ("", block.this, block.that):
        table.add_column(_text(title))
    for row in block.rows:
        table.add_row(*map(_text, row))
    return table


def _stacked(block: Comparison, row: tuple[str, str, str]) -> RenderableType:
    aspect, this, that = row
    return Group(
        _text(aspect, "bold"),
        _hanging("- ", _text(f"{block.this}: {this}")),
        _hanging("- ", _text(f"{block.that}: {that}")),
    )


def _steps(block: Steps, _: Console) -> RenderableType:
    numbered = enumerate(block.texts, start=1)
    return Group(*(_hanging(f"{number}. ", _text(text)) for number, text in numbered))


def _answers(block: Answers, _: Console) -> RenderableType:
    return Group(
        *(_hanging("- ", _text(f"{statement} → {answer}")) for statement, answer in block.rows)
    )


RENDERERS: dict[type[Any], Callable[[Any, Console], RenderableType]] = {
    Headline: _headline,
    Paragraph: _paragraph,
    Notice: _notice,
    Entry: _entry,
    Measure: _measure,
    Card: _card,
    Comparison: _comparison,
    Steps: _steps,
    Answers: _answers,
}
