"""Many people: a table at any width, a list for screen readers, or a report of each."""

from __future__ import annotations

import io

import numpy as np
import pytest
from rich.cells import cell_len

from kelompok_quiz.answers import AnswerBatch, batch_of_one
from kelompok_quiz.problems import Place, Problem
from kelompok_quiz.profile.key import Key
from kelompok_quiz.scoring.assessment import assess
from kelompok_quiz.screen.console import plain_console
from kelompok_quiz.screen.linear import print_linear
from kelompok_quiz.screen.people import PeopleList, PeopleTable, PrintSections, ReportPrinter
from kelompok_quiz.screen.sections import print_sections
from support.section_samples import KEYS, ODD


def table(width: int, *names: str, key: Key = KEYS["mini"]) -> list[str]:
    """The lines of a table of people who all fit."""
    profile = key.profile
    against = {item.id for scale in profile.anti_traits for item in scale.items}
    row = [1 if (item.id in against) != item.reverse else profile.points for item in profile.items]
    matrix = np.array([row] * len(names), dtype=np.int8)
    batch = AnswerBatch("x", range(1, len(names) + 1), names, (), [()] * len(names), matrix)
    stream = io.StringIO()
    printer = PeopleTable(plain_console(stream, width), profile)
    printer.write(assess(key, batch))
    printer.close()
    return stream.getvalue().splitlines()


@pytest.mark.parametrize("width", [20, 24, 40, 60, 75, 76, 80, 100])
def test_a_person_is_a_line_that_fits_the_window(width: int) -> None:
    lines = table(width, "Ani", "Budi " * 30, "陳美玲" * 20, ODD, "e\u0301" * 50)
    assert len(lines) == 7
    assert all(cell_len(line) <= width for line in lines)
    assert all(line == line.rstrip() for line in lines)


def test_columns_are_aligned_in_every_script() -> None:
    lines = table(80, "Ani", "陳美玲", "Budi " * 30)
    places = {cell_len(line[: line.index("Cocok")]) for line in lines[2:]}
    assert len(places) == 1


def test_a_name_that_is_too_long_is_cut_with_a_mark() -> None:
    assert "Budi Budi Bud…" in table(80, "Budi " * 30)[2]
    assert "陳陳陳陳陳… " in table(80, "陳" * 8)[2]
    assert "…" not in table(80, "Ani")[2]


@pytest.mark.parametrize("name", KEYS)
def test_at_80_columns_no_verdict_is_cut(name: str) -> None:
    key = KEYS[name]
    shown_verdicts = "\n".join(all_verdicts(key))
    assert all(verdict.label in shown_verdicts for verdict in key.profile.verdicts)


def all_verdicts(key: Key) -> list[str]:
    """A table at 80 columns that has every verdict of the profile."""
    profile = key.profile
    against = {item.id for scale in profile.anti_traits for item in scale.items}
    ideal = np.array(
        [1 if (i.id in against) != i.reverse else profile.points for i in profile.items], np.int8
    )
    turned = (profile.points + 1 - ideal).astype(np.int8)
    rows = [np.where(np.arange(ideal.size) < n, ideal, turned) for n in range(ideal.size + 1)]
    batch = AnswerBatch(
        "x", range(1, len(rows) + 1), ["x"] * len(rows), (), [()] * len(rows), np.array(rows)
    )
    stream = io.StringIO()
    PeopleTable(plain_console(stream, 80), profile).write(assess(key, batch))
    return stream.getvalue().splitlines()


def test_names_are_shown_literally_in_the_table() -> None:
    assert "[b]x[/] \\x1b[2J" in table(100, "[b]x[/] \x1b[2J")[2]


def test_the_list_for_screen_readers_names_every_fact() -> None:
    key = KEYS["mini"]
    matrix = np.array([[5, *[3] * 27], [0] * 28, [0] * 28], np.int8)
    problem = Problem("answer_invalid", Place(), {"value": 6, "points": 5})
    names = ("Ani", "2", "[b]x[/] \x1b[2J")
    batch = AnswerBatch("x", (1, 2, 3), names, (), ((),) * 3, matrix, rejects={2: (problem,)})
    stream = io.StringIO()
    printer = PeopleList(plain_console(stream, 80), key.profile)
    printer.write(assess(key, batch))
    printer.close()
    lines = " ".join(stream.getvalue().split())
    assert lines == (
        "1. Ani. Hasil: Masih berimbang, kecocokan: 52 dari 100, "
        "mutu jawaban: rendah. 2. Hasil: Belum bisa ditentukan, mutu jawaban: catatan. "
        "3. [b]x[/] \\x1b[2J. Hasil: Tidak bisa dinilai."
    )


def test_reports_of_several_people_follow_each_other() -> None:
    key = KEYS["mini"]
    matrix = np.array([[3] * len(key.profile.items), [0] * len(key.profile.items)], np.int8)
    problem = Problem("answer_invalid", Place(header=ODD), {"value": ODD, "points": 5})
    batch = AnswerBatch("x", (1, 2), ("a", "b"), (), ((), ()), matrix, rejects={1: (problem,)})
    stream = io.StringIO()
    printer = ReportPrinter(plain_console(stream, 80), key.profile, print_sections)
    printer.write(assess(key, batch))
    printer.close()
    titles = [line for line in stream.getvalue().splitlines() if "Hasilmu" in line]
    assert [title.split(" ─")[0] for title in titles] == ["Hasilmu, a", "Hasilmu, b"]
    assert "Hasil: Tidak bisa dinilai" in stream.getvalue()
    assert "\x1b" not in stream.getvalue()
    assert "[bold]tebal[/bold]" in stream.getvalue()
    assert stream.getvalue().count("\n\n\n\n") == 1


@pytest.mark.parametrize("print_sections", [print_sections, print_linear])
def test_the_verdict_comes_last_with_what_to_do(print_sections: PrintSections) -> None:
    key = KEYS["mini"]
    stream = io.StringIO()
    printer = ReportPrinter(plain_console(stream, 80), key.profile, print_sections)
    printer.write(assess(key, batch_of_one(key.profile, dict.fromkeys(key.profile.order, 3))))
    printer.close()
    verdict, advice = stream.getvalue().splitlines()[-2:]
    assert verdict.startswith("Hasil: Masih berimbang (kecocokan 50 dari 100, masih diragukan)")
    assert advice.endswith("Mulailah dari langkah 1.")
