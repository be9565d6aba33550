"""All headers of an answer file → which column holds what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kelompok_quiz.mapping.ladder import Ladder, Rung
from kelompok_quiz.mapping.respondents import respondent_column


class Timing(NamedTuple):
    """A column that holds the time of an item on screen, in units of so many seconds."""

    item: int
    column: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Mapping:
    """Which columns hold what, by index from 0.

    `items`: for each item in presented order its columns, none if the file lacks it. `rungs`: how
    each column was understood, None where it is no item.
    """

    headers: tuple[str, ...]
    items: tuple[tuple[int, ...], ...]
    rungs: tuple[Rung | None, ...]
    timings: tuple[Timing, ...]
    carried: tuple[int, ...]
    respondent: int | None

    @property
    def repeated(self) -> tuple[tuple[int, int], ...]:
        """(item, column) of every further column that answers an item again."""
        return tuple((item, c) for item, columns in enumerate(self.items) for c in columns[1:])

    @property
    def missing(self) -> tuple[int, ...]:
        """The items without a column."""
        return tuple(item for item, columns in enumerate(self.items) if not columns)


NOTHING = Mapping((), (), (), (), (), None)
"""The mapping of no columns to no items."""


def lay_out(headers: Sequence[str], ladder: Ladder) -> Mapping:
    """Return where each item stands among the headers, and what every other column is for."""
    items: list[list[int]] = [[] for _ in ladder.profile.items]
    rungs: list[Rung | None] = [None] * len(headers)
    timings: list[Timing] = []
    carried: list[int] = []
    for column, header in enumerate(headers):
        step, time = ladder.step(header), ladder.timed(header)
        if step is not None:
            items[step.item].append(column)
            rungs[column] = step.rung
        elif time is not None:
            timings.append(Timing(time.item, column, time.seconds))
        else:
            carried.append(column)
    return Mapping(
        headers=tuple(headers),
        items=tuple(map(tuple, items)),
        rungs=tuple(rungs),
        timings=tuple(timings),
        carried=tuple(carried),
        respondent=respondent_column(headers, carried, ladder.guide),
    )
