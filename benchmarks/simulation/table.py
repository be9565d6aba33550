"""Plain-text tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True)
class Table:
    """A title, a note on the figures, and rows of a name and printable figures."""

    title: str
    note: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]

    def __str__(self) -> str:
        """Return the table with its columns aligned: names left, figures right."""
        lines = [self.columns, *self.rows]
        widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        return "\n".join([self.title, self.note, *(_aligned(line, widths) for line in lines)])


def percent(hits: npt.NDArray[Any]) -> str:
    """The share of a condition in percent; a dash for no people."""
    if hits.size == 0:
        return "-"
    share = 100 * float(hits.mean())
    return f"{share:.0f}" if share in {0.0, 100.0} else f"{share:.1f}"


def decimals(values: npt.NDArray[Any], places: int = 2) -> str:
    """The mean of all values that are not NaN; a dash if all are."""
    known = values[~np.isnan(values)]
    return f"{known.mean():.{places}f}" if known.size else "-"


def percents(conditions: Iterable[npt.NDArray[Any]]) -> list[str]:
    """The share of each condition."""
    return [percent(condition) for condition in conditions]


def _aligned(cells: Sequence[str], widths: Sequence[int]) -> str:
    name, *figures = zip(cells, widths, strict=True)
    first = f"{name[0]:<{name[1]}}"
    return "  ".join([first, *(f"{cell:>{width}}" for cell, width in figures)]).rstrip()
