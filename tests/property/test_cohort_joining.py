"""No reader who knows the rule and every total can work out a small cell of joined verdicts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product
from typing import TypeAlias

import numpy as np
import pytest

from kelompok_quiz.cohort.joining import Part, joined_outcomes
from kelompok_quiz.cohort.suppression import FEWEST

Counts: TypeAlias = tuple[int, ...]
Published: TypeAlias = tuple[tuple[Part, ...], tuple[tuple[int | None, ...], ...], Counts]


def divisions(people: int, columns: int) -> Iterator[Counts]:
    if columns == 1:
        yield (people,)
        return
    for first in range(people + 1):
        yield from ((first, *rest) for rest in divisions(people - first, columns - 1))


def published(table: Sequence[Counts]) -> Published:
    """All that a recap discloses of groups whose sizes are known: parts, numbers, totals."""
    cells = np.array(table, dtype=np.int64)
    parts, sums, hidden = joined_outcomes(cells)
    shown = sums.astype(object)
    shown[hidden] = None
    return tuple(parts), tuple(map(tuple, shown.tolist())), tuple(cells.sum(axis=0).tolist())


def disclosed(
    sizes: Sequence[int], verdicts: int, *, undetermined: bool
) -> list[tuple[Published, list[list[int]]]]:
    """Tables in which a small number that is not shown is the only one that could be published so.

    Sums of joined columns count as numbers like the cells.
    """
    alike: dict[Published, list[tuple[Counts, ...]]] = defaultdict(list)
    columns = verdicts + 1
    rows = [list(divisions(size, columns if undetermined else verdicts)) for size in sizes]
    for table in product(*rows):
        padded = table if undetermined else tuple((*row, 0) for row in table)
        alike[published(padded)].append(padded)
    found = []
    for (parts, shown, totals), tables in alike.items():
        cells = np.array(tables)
        empty = np.broadcast_to(np.array(totals) == 0, cells.shape[1:])
        numbers = [(cells[:, :, column], empty[:, column]) for column in range(columns)]
        for place, part in enumerate(parts):
            known = np.array([row[place] is not None for row in shown])
            numbers.append((cells[:, :, list(part)].sum(axis=2), known))
            if len(part) == 1:
                numbers[part[0]] = numbers.pop()
        if any(
            ((each.min(axis=0) == each.max(axis=0)) & (each[0] < FEWEST) & ~known).any()
            for each, known in numbers
        ):
            found.append(((parts, shown, totals), cells[0].tolist()))
    return found


TABLES = [
    *(((5, 5), 2, True), ((7, 6), 2, True), ((11, 10), 2, False), ((6, 8, 11), 2, False)),
    ((8, 7), 3, False),
    *(
        pytest.param(*case, marks=pytest.mark.lama)
        for case in (
            *(((12, 11), 2, True), ((5, 6, 7), 2, True), ((15, 16, 17), 2, False)),
            *(
                ((12, 12), 3, False),
                ((5, 5), 3, True),
                ((10, 10), 3, True),
                ((10, 10), 4, False),
                ((6, 5), 4, True),
            ),
        )
    ),
]


@pytest.mark.parametrize(("sizes", "verdicts", "undetermined"), TABLES)
def test_every_small_number_that_is_not_shown_has_another_possible_value(
    sizes: tuple[int, ...], verdicts: int, *, undetermined: bool
) -> None:
    assert disclosed(sizes, verdicts, undetermined=undetermined) == []


@pytest.mark.parametrize(("sizes", "verdicts"), [((11, 10), 1), ((16, 5), 1), ((11, 12), 2)])
def test_no_published_number_of_people_is_small(sizes: tuple[int, ...], verdicts: int) -> None:
    for table in product(*(list(divisions(size, verdicts + 1)) for size in sizes)):
        _, shown, _ = published(table)
        assert all(count is None or count >= FEWEST for row in shown for count in row), table
