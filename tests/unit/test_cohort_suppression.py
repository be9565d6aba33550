"""Which cells of a table of groups are withheld."""

from __future__ import annotations

import numpy as np
import pytest

from kelompok_quiz.cohort.suppression import hidden_cells, hidden_parts


def shown(table: list[list[int]]) -> list[list[int | None]]:
    counts = np.array(table, dtype=np.int64)
    hidden = hidden_cells(counts)
    return [
        [None if h else c for c, h in zip(cells, kept, strict=True)]
        for cells, kept in zip(counts.tolist(), hidden.tolist(), strict=True)
    ]


@pytest.mark.parametrize(
    ("counts", "hidden"),
    [
        ([], []),
        ([5, 9, 30], []),
        ([30, 3, 2], [2, 1]),
        ([30, 3, 8], [1, 2]),
        ([30, 3], [1, 0]),
        ([0, 30, 12], [0, 2]),
        ([4, 4, 30], [0, 1]),
        ([2], [0]),
    ],
)
def test_small_parts_of_a_whole_are_hidden_with_as_many_as_make_five(
    counts: list[int], hidden: list[int]
) -> None:
    assert hidden_parts(counts) == hidden


def test_a_table_of_large_cells_is_shown_whole() -> None:
    assert shown([[5, 9], [7, 30]]) == [[5, 9], [7, 30]]


def test_a_small_cell_takes_three_others_with_it() -> None:
    assert shown([[3, 20, 30], [20, 9, 40], [30, 40, 50]]) == [
        [None, None, 30],
        [None, None, 40],
        [30, 40, 50],
    ]


def test_hidden_cells_of_a_line_are_five_people_together() -> None:
    # 2 and 1 of the first row are 3 together, which the total of the row would disclose.
    assert shown([[2, 1, 30], [20, 20, 20]])[0] == [None, None, None]


def test_an_empty_column_is_disclosed_by_its_total_and_shown() -> None:
    assert shown([[0, 9, 9], [0, 7, 8]]) == [[0, 9, 9], [0, 7, 8]]


def test_a_cell_that_the_totals_would_give_away_is_covered() -> None:
    # Each line has two hidden cells, but no person can leave an empty cell: rows 0 and 1
    # alone would disclose that both zeros are zeros.
    found = shown([[0, 20, 9], [20, 0, 9], [9, 9, 9]])
    assert found != [[None, None, 9], [None, None, 9], [9, 9, 9]]
    assert sum(cell is None for row in found for cell in row) > 4


def test_where_all_is_small_nothing_is_shown() -> None:
    assert shown([[2, 3], [4, 1]]) == [[None, None], [None, None]]


def test_an_empty_row_is_disclosed_by_its_total_whatever_is_hidden() -> None:
    assert shown([[2, 5], [4, 4], [0, 0]]) == [[None, None]] * 3
    assert shown([[9, 9], [9, 9], [0, 0]])[2] == [None, None]
