"""A recap on the terminal: bars, and groups below each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kelompok_quiz.explanation.cohort_blocks import Grid, RecapSection, Share
from kelompok_quiz.report.console import print_block
from kelompok_quiz.report.sections import (
    BAR_BESIDE,
    BAR_CELLS,
    INDENT,
    LABEL_CELLS,
    RENDERERS,
    SIDE_BY_SIDE,
)
from kelompok_quiz.text import visible

OF_WHOLE = "{count:3d} dari {whole}"
COLUMN_CELLS = 12
"""Columns of a terminal that a column of a grid needs, so that few words are broken."""


def print_recap(console: Console, sections: Iterable[RecapSection]) -> None:
    """Print sections one below the other."""
    for section in sections:
        print_block(console, _text(section.title, "bold"))
        for block in section.blocks:
            print_block(console, RECAP_RENDERERS[type(block)](block, console), INDENT)
        console.print()


def _text(text: str, style: str = "") -> Text:
    return Text(visible(text), style=style)


def _share(block: Share, console: Console) -> RenderableType:
    bar = _bar(block.count / block.whole, console)
    number = OF_WHOLE.format(count=block.count, whole=block.whole)
    if console.width < BAR_BESIDE:
        return Group(_text(block.label), Text.assemble("  ", bar, f" {number}"))
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=LABEL_CELLS)
    grid.add_row(_text(block.label), bar, Text(number))
    return grid


def _bar(share: float, console: Console) -> Text:
    """A bar whose length, and not whose colour, is the share; a single person is seen."""
    cells = BAR_CELLS if console.width >= BAR_BESIDE else BAR_CELLS // 2
    filled = max(round(share * cells), bool(share))
    full, empty = ("#", ".") if console.options.ascii_only else ("█", "░")
    return Text(full * filled + empty * (cells - filled))


def _grid(block: Grid, console: Console) -> RenderableType:
    if console.width < max(SIDE_BY_SIDE, COLUMN_CELLS * len(block.headers)):
        return Group(*(_stacked(block, row) for row in block.rows))
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold", show_edge=False)
    for header in block.headers:
        table.add_column(_text(header))
    for row in block.rows:
        table.add_row(*map(_text, row))
    return Padding(table, (1, 0, 0, 0))


def _stacked(block: Grid, row: tuple[str, ...]) -> RenderableType:
    name, *cells = row
    lines = (f"{header}: {cell}" for header, cell in zip(block.headers[1:], cells, strict=True))
    indented = (Padding(_text(line), (0, 0, 0, INDENT)) for line in lines)
    return Group(_text(name, "bold"), *indented)


RECAP_RENDERERS: dict[type[Any], Callable[[Any, Console], RenderableType]] = {
    **RENDERERS,
    Share: _share,
    Grid: _grid,
}
