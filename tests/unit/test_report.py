"""Whole reports and findings at any width: whole words, nothing wider, nothing as markup."""

from __future__ import annotations

import io
import re
from pathlib import Path

import numpy as np
import pytest
from rich.cells import cell_len

from kelompok_quiz.answers import AnswerBatch, batch_of_one
from kelompok_quiz.explanation.blocks import (
    Answers,
    Band,
    Block,
    Card,
    Comparison,
    Entry,
    Headline,
    Legend,
    Measures,
    Notice,
    Paragraph,
    Remark,
    Section,
    Standing,
    Steps,
)
from kelompok_quiz.problems import Place, Problem
from kelompok_quiz.profile import examine
from kelompok_quiz.scoring.assessment import assess
from kelompok_quiz.screen.console import plain_console
from kelompok_quiz.screen.findings import print_findings
from kelompok_quiz.screen.reports import LinearReportPrinter, ReportPrinter
from support.report_samples import (
    ALL_SECTIONS,
    KEYS,
    ODD,
    ROOT,
    SHOWN_ODD,
    WIDTHS,
    measured,
    printed,
    shown,
)

BROKEN = sorted((ROOT / "tests" / "cases" / "profile" / "invalid").glob("[a-n]*.yaml"))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", KEYS)
def test_no_line_is_wider_than_the_window_or_ends_in_spaces(name: str, width: int) -> None:
    for line in shown(ALL_SECTIONS[name], width).splitlines():
        assert cell_len(line) <= width
        assert line == line.rstrip()


DRAWN = re.compile(r"[━╍●─┼┿▌•›]+")


DEEPEST = 4
"""Cells by which a text is moved to the right."""


def words_of(text: str) -> set[str]:
    return {word for word in text.split() if not DRAWN.fullmatch(word)}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", KEYS)
def test_no_word_is_broken_and_none_is_lost(name: str, width: int) -> None:
    """Where jobs or bands stand in a list, marks are added; a bound without room is left out."""
    wide = words_of(shown(ALL_SECTIONS[name], 88))
    narrow = words_of(shown(ALL_SECTIONS[name], width))
    lost = {word for word in wide - narrow if not word.isdigit()}
    assert all(len(word) > width - DEEPEST for word in lost)
    assert lost or narrow - wide <= added(name)


def added(name: str) -> set[str]:
    profile = KEYS[name].profile
    labels = [profile.title, *(contrast.label for contrast in profile.contrasts)]
    highs = [*(bound - 1 for bound in profile.inner_bounds), 100]
    bands = zip(profile.verdicts, highs, strict=True)
    return {f"{label.split()[-1]}:" for label in labels} | {f"{v.floor}–{h}" for v, h in bands}


@pytest.mark.parametrize(
    "block",
    [
        *[Headline(ODD), Headline("x", ODD), Paragraph(ODD), Notice(ODD)],
        *[Entry(ODD, "x"), Entry("x", ODD), Card(ODD, "x", "x"), Card("x", ODD, "x")],
        *[Card("x", "x", ODD), Card("x", "x", "x", ODD), Steps((ODD,)), Answers(((ODD, "x"),))],
        *[Answers((("x", ODD),)), Comparison("x", "y", ((ODD, "x", "y"),))],
        *[Comparison("x", "y", (("a", ODD, "y"),)), Comparison("x", "y", (("a", "x", ODD),))],
        *[Comparison(ODD, "y", (("a", "x", "y"),)), Comparison("x", ODD, (("a", "x", "y"),))],
        *[
            Measures(ODD, "x", "y", ()),
            Measures("x", ODD, "y", ()),
            Legend(ODD, "x"),
            Legend("x", ODD),
        ],
        *[measured(ODD, 5, 1, "x"), measured("x", 5, 1, ODD), measured("x", None, None, ODD)],
        *[Remark(ODD), Entry("x", "x", ODD), Headline("x", "x", ODD)],
        Standing(5, 1, (Band(ODD, 0, 100, reached=True),)),
    ],
    ids=lambda block: type(block).__name__,
)
@pytest.mark.parametrize("width", [100, 40])
def test_what_somebody_wrote_is_shown_literally(block: Block, width: int) -> None:
    found = printed(block, width=width)
    assert "\x1b" not in found
    assert "\u202e" not in found
    assert "\x07" not in found
    assert {word for word in found.split() if "merah" in word} == {"\\x1b[31mmerah\\x1b[0m"}
    assert all(any(part in word for word in found.split()) for part in SHOWN_ODD.split())


def test_a_title_is_shown_literally() -> None:
    assert shown((Section("x", ODD, ()),), 100).startswith(SHOWN_ODD)


def test_a_line_break_in_a_text_starts_no_line() -> None:
    assert "a\\x0ab" in printed(Paragraph("a\nb"))


# Whole reports, findings


def test_reports_of_several_people_follow_each_other() -> None:
    key = KEYS["mini"]
    matrix = np.array([[3] * len(key.profile.items), [0] * len(key.profile.items)], np.int8)
    problem = Problem("answer_invalid", Place(header=ODD), {"value": ODD, "points": 5})
    batch = AnswerBatch("x", (1, 2), ("a", "b"), (), ((), ()), matrix, rejects={1: (problem,)})
    stream = io.StringIO()
    printer = ReportPrinter(plain_console(stream, 80), key.profile)
    printer.write(assess(key, batch))
    printer.close()
    assert [
        line.split(" ─")[0] for line in stream.getvalue().splitlines() if "Hasilmu" in line
    ] == [
        *("Hasilmu, a", "Hasilmu, b"),
    ]
    assert "Hasil: Tidak bisa dinilai" in stream.getvalue()
    assert "\x1b" not in stream.getvalue()
    assert "[bold]tebal[/bold]" in stream.getvalue()
    assert stream.getvalue().count("\n\n\n\n") == 1


@pytest.mark.parametrize("kind", [ReportPrinter, LinearReportPrinter])
def test_the_verdict_is_the_very_last_line(kind: type[ReportPrinter]) -> None:
    key = KEYS["mini"]
    stream = io.StringIO()
    kind(plain_console(stream, 80), key.profile).write(
        assess(key, batch_of_one(key.profile, dict.fromkeys(key.profile.order, 3)))
    )
    assert stream.getvalue().endswith("Hasil: Masih berimbang (kecocokan 50 dari 100)\n")


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_every_finding_is_told_with_place_code_and_both_sentences(path: Path) -> None:
    problems = examine(path).problems
    stream = io.StringIO()
    print_findings(plain_console(stream, 80), "profil.yaml", problems)
    text = " ".join(stream.getvalue().split())
    for problem in problems:
        assert f"{problem.place} kesalahan {problem.code}" in text
        assert "\x1b" not in text
        for sentence in (problem.message, problem.remedy):
            assert " ".join(sentence.split()[:3]) in text
    assert text.endswith(f"profil.yaml: {len(problems)} kesalahan, 0 peringatan.")


def test_a_sound_profile_is_said_to_be_sound() -> None:
    stream = io.StringIO()
    print_findings(plain_console(stream, 80), "profil.yaml", ())
    assert stream.getvalue() == "profil.yaml: tidak ada kesalahan dan tidak ada peringatan.\n"


def test_the_name_of_a_checked_file_is_shown_literally() -> None:
    stream = io.StringIO()
    print_findings(plain_console(stream, 80), "[b]\x1b[2J.yaml", ())
    assert stream.getvalue().startswith("[b]\\x1b[2J.yaml: ")
