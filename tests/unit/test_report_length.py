"""How many lines a report takes."""

from __future__ import annotations

import io
from statistics import median

from kelompok_quiz.explanation.report import result_sections
from kelompok_quiz.profile.key import Key
from kelompok_quiz.profile.loading import load
from kelompok_quiz.screen.console import plain_console
from kelompok_quiz.screen.sections import print_sections
from support.reports import assessed, usual_people

SHIPPED = Key(load())


def test_the_report_of_a_usual_person_takes_at_most_80_lines_at_80_columns() -> None:
    lengths = []
    for answers in usual_people(SHIPPED.profile, 60):
        stream = io.StringIO()
        result = assessed(answers, SHIPPED)
        sections = result_sections(SHIPPED.profile, result, answers)
        print_sections(plain_console(stream, 80), sections)
        lengths.append(stream.getvalue().count("\n"))
    assert median(lengths) <= 80
