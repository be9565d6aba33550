"""Blocks know the range of their errors."""

from __future__ import annotations

from kelompok_quiz.explanation.blocks import (
    Measure,
)


def test_the_range_of_an_error_ends_where_the_scale_ends() -> None:
    assert Measure("x", 96, 9, "tinggi").range == (87, 100)
    assert Measure("x", 4, 9, "rendah").range == (0, 13)
    assert Measure("x", 4, None, "rendah").range == (4, 4)
