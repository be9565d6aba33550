"""CSV written a column at a time is what `csv.writer` writes a row at a time."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from kelompok_quiz.writing.csv_writer import DELIMITER, quoted
from kelompok_quiz.writing.tables import Combinations, safe, safe_column

CELLS = st.one_of(
    st.text(max_size=5),
    st.sampled_from(["", "Ani", "3.50", '"', ",", "a\nb", "\r", "=1+1", "\ta", "XI-2 \u202e"]),
    st.integers(),
)
TABLES = st.integers(2, 5).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=6)
)


@given(TABLES)
def test_columns_are_quoted_as_by_the_standard_library(rows: list[list[str | int]]) -> None:
    expected = io.StringIO()
    csv.writer(expected).writerows(rows)
    columns = map(quoted, zip(*rows, strict=True))
    lines = (f"{DELIMITER.join(row)}\r\n" for row in zip(*columns, strict=True))
    assert "".join(lines) == expected.getvalue()


@given(st.lists(CELLS | st.none(), max_size=6))
def test_a_column_is_made_safe_as_its_cells_are(values: list[str | int | None]) -> None:
    assert safe_column(values) == [safe(value) for value in values]


@given(st.lists(st.tuples(*[st.integers(0, 2)] * 3)))
def test_combinations_are_the_names_of_every_level_above_none(
    levels: list[tuple[int, ...]],
) -> None:
    names = [("", f"{flag}:1", f"{flag}:2") for flag in "abc"]
    texts = Combinations(names, "|")
    for each in levels:
        named = [names[flag][level] for flag, level in enumerate(each) if level]
        assert texts[each] == "|".join(named)
