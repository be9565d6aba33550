"""How many lines a report takes."""

from __future__ import annotations

import io

import pytest

from kelompok_quiz.explanation.report import result_sections
from kelompok_quiz.profile.key import Key
from kelompok_quiz.profile.loading import load
from kelompok_quiz.screen.console import plain_console
from kelompok_quiz.screen.sections import print_sections
from support.reports import assessed, usual_people

SHIPPED = Key(load())


def lengths(width: int) -> list[int]:
    """The lines of the reports of sixty usual people, shortest first."""
    found = []
    for answers in usual_people(SHIPPED.profile, 60):
        stream = io.StringIO()
        result = assessed(answers, SHIPPED)
        sections = result_sections(SHIPPED.profile, result, answers)
        print_sections(plain_console(stream, width), sections)
        found.append(stream.getvalue().count("\n"))
    return sorted(found)


@pytest.mark.parametrize(
    ("width", "usual", "most"), [(80, 80, 88), pytest.param(40, 165, 180, marks=pytest.mark.lama)]
)
def test_half_of_usual_people_get_a_short_report_and_few_a_long_one(
    width: int, usual: int, most: int
) -> None:
    found = lengths(width)
    assert found[len(found) // 2] <= usual
    assert found[len(found) * 9 // 10] <= most
