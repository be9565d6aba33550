"""Cells of times: a number of at most thirty characters, blank, or wrong."""

from __future__ import annotations

import math

import pytest

from kelompok_quiz.reading.cells import parse_time, picker


@pytest.mark.parametrize(
    ("cell", "seconds"),
    [("0", 0), (" 2,5 ", 2.5), ("1e3", 1000), ("0" * 29 + "5", 5), ("0." + "0" * 27 + "1", 0)],
)
def test_a_time_is_a_number_of_at_most_thirty_characters(cell: str, seconds: float) -> None:
    assert parse_time(cell) == pytest.approx(seconds)


@pytest.mark.parametrize("cell", ["", "  ", "\t", " " * 40])
def test_a_blank_time_is_unknown(cell: str) -> None:
    time = parse_time(cell)
    assert time is not None
    assert math.isnan(time)


@pytest.mark.parametrize("cell", ["0" * 31, "-0.1", "nan", "inf", "1e999", "lama", "1 2"])
def test_other_cells_are_no_time(cell: str) -> None:
    assert parse_time(cell) is None


@pytest.mark.parametrize(("indices", "picked"), [([], ()), ([1], ("b",)), ([2, 0], ("c", "a"))])
def test_cells_are_picked_as_a_tuple_however_many(
    indices: list[int], picked: tuple[str, ...]
) -> None:
    assert picker(indices)(["a", "b", "c"]) == picked
