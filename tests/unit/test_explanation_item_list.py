"""The list of statements."""

from __future__ import annotations

from kelompok_quiz.explanation.blocks import Grid, Paragraph
from kelompok_quiz.explanation.item_list import item_sections, response_line
from support.mini import PROFILE


def test_every_item_has_its_number_id_and_statement_in_presented_order() -> None:
    (section,) = item_sections(PROFILE)
    grid = section.blocks[1]
    assert isinstance(grid, Grid)
    assert grid.groups == tuple(map(str, range(1, len(PROFILE.order) + 1)))
    assert [row[0] for row in grid.tables[0].rows] == list(PROFILE.order)
    assert [row[1] for row in grid.tables[0].rows] == [item.text for item in PROFILE.items]


def test_the_title_names_the_job_and_the_version() -> None:
    (section,) = item_sections(PROFILE)
    assert PROFILE.title in section.title
    assert PROFILE.version in section.title


def test_every_response_has_its_digit() -> None:
    line = response_line(PROFILE)
    for digit, label in enumerate(PROFILE.responses, start=1):
        assert f"{label} ({digit})" in line
    (section,) = item_sections(PROFILE)
    assert section.blocks[0] == Paragraph(response_line(PROFILE))
