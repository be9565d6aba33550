"""Sections, tables and findings at any width: whole words, nothing wider, nothing as markup."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TextIO

import numpy as np
import pytest
from rich.cells import cell_len

from kelompok_quiz.answers import AnswerBatch, batch_of_one
from kelompok_quiz.assessment import assess
from kelompok_quiz.explanation.blocks import (
    Answers,
    Block,
    Card,
    Comparison,
    Entry,
    Headline,
    Measure,
    Notice,
    Paragraph,
    Section,
    Steps,
)
from kelompok_quiz.explanation.job_card import job_card_sections
from kelompok_quiz.explanation.report import result_sections
from kelompok_quiz.explanation.trail import trail_sections
from kelompok_quiz.problems import Place, Problem
from kelompok_quiz.profile import examine, load, shipped_profile
from kelompok_quiz.profile.key import Key
from kelompok_quiz.report.console import plain_console
from kelompok_quiz.report.findings import print_findings
from kelompok_quiz.report.people import PeopleTable
from kelompok_quiz.report.reports import ReportPrinter
from kelompok_quiz.report.sections import print_sections
from kelompok_quiz.result import one

ROOT = Path(__file__).parents[2]
MINI = ROOT / "tests" / "cases" / "scoring" / "mini.yaml"
EXAMPLE = ROOT / "data" / "contoh" / "pendamping_sosial.yaml"
KEYS = {path.stem: Key(load(path)) for path in (shipped_profile(), EXAMPLE, MINI)}
BROKEN = sorted((ROOT / "tests" / "cases" / "profile" / "invalid").glob("[a-n]*.yaml"))
WIDTHS = [100, 80, 61, 60, 59, 40, 32]
ODD = "[bold]tebal[/bold] [link=x]y[/] :smile: \x1b[31mmerah\x1b[0m \u202ekiri \x07"
SHOWN_ODD = "[bold]tebal[/bold] [link=x]y[/] :smile: \\x1b[31mmerah\\x1b[0m \\u202ekiri \\x07"


@pytest.fixture(autouse=True)
def no_forced_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    """rich takes a stream for a terminal where one of these is set."""
    for name in ("FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)


def printed(*blocks: Block, width: int = 80, stream: TextIO | None = None) -> str:
    return shown((Section("x", "Judul", blocks),), width, stream)


def shown(sections: tuple[Section, ...], width: int, stream: TextIO | None = None) -> str:
    out = stream or io.StringIO()
    print_sections(plain_console(out, width), sections)
    out.flush()
    return out.getvalue() if isinstance(out, io.StringIO) else ""


def everything(key: Key) -> tuple[Section, ...]:
    """The report and the trail of somebody with cautions and flags, and the job card."""
    profile = key.profile
    against = {item.id for scale in profile.anti_traits for item in scale.items}
    sheet: dict[str, int | None] = {
        item.id: profile.points if (item.id in against) != item.reverse else 1
        for item in profile.items
    }
    result = one(assess(key, batch_of_one(profile, sheet, seconds=dict.fromkeys(sheet, 1.0))))
    assert result.cautions
    assert result.quality.flags
    return (
        *result_sections(profile, result, sheet),
        *trail_sections(profile, result, sheet),
        *job_card_sections(profile),
    )


ALL_SECTIONS = {name: everything(key) for name, key in KEYS.items()}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", KEYS)
def test_no_line_is_wider_than_the_window_or_ends_in_spaces(name: str, width: int) -> None:
    for line in shown(ALL_SECTIONS[name], width).splitlines():
        assert cell_len(line) <= width
        assert line == line.rstrip()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", KEYS)
def test_no_word_is_broken_and_none_is_lost(name: str, width: int) -> None:
    wide = set(shown(ALL_SECTIONS[name], 100).split())
    narrow = set(shown(ALL_SECTIONS[name], width).split())
    bars = re.compile(r"[█░]+")
    assert {word for word in narrow - wide if not bars.fullmatch(word)} <= titles(name)
    assert {word for word in wide - narrow if not bars.fullmatch(word)} == set()


def titles(name: str) -> set[str]:
    """Beside each other two jobs stand under their names, and below each other behind them."""
    profile = KEYS[name].profile
    labels = [profile.title, *(contrast.label for contrast in profile.contrasts)]
    return {f"{label.split()[-1]}:" for label in labels} | {"-"}


@pytest.mark.parametrize(
    "block",
    [
        *[Headline(ODD), Headline("x", ODD), Paragraph(ODD), Notice(ODD)],
        *[Entry(ODD, "x"), Entry("x", ODD), Card(ODD, "x", "x"), Card("x", ODD, "x")],
        *[Card("x", "x", ODD), Card("x", "x", "x", ODD), Steps((ODD,)), Answers(((ODD, "x"),))],
        *[Answers((("x", ODD),)), Comparison("x", "y", ((ODD, "x", "y"),))],
        *[Comparison("x", "y", (("a", ODD, "y"),)), Comparison("x", "y", (("a", "x", ODD),))],
        *[Comparison(ODD, "y", (("a", "x", "y"),)), Comparison("x", ODD, (("a", "x", "y"),))],
        Measure(ODD, 5, 1, "x"),
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
    assert shown((Section("x", ODD, ()),), 100).strip() == SHOWN_ODD


def test_a_line_break_in_a_text_starts_no_line() -> None:
    assert "a\\x0ab" in printed(Paragraph("a\nb"))


# Measures


@pytest.mark.parametrize(
    ("score", "filled"),
    [(0, 0), (2, 0), (3, 1), (50, 10), (75, 15), (97, 19), (100, 20), (None, 0)],
)
def test_the_length_of_the_bar_is_the_score(score: int | None, filled: int) -> None:
    line = printed(Measure("Skala", score, None, "kata")).splitlines()[1]
    assert (line.count("█"), line.count("░")) == (filled, 20 - filled)


def test_a_measure_has_number_error_and_word_beside_its_bar() -> None:
    line = printed(Measure("Skala", 100, 12, "tinggi")).splitlines()[1]
    assert re.fullmatch(r"  Skala +█{20} 100 ± 12 tinggi", line)
    assert printed(Measure("Skala", None, None, "belum")).splitlines()[1].endswith("-      belum")


def test_in_a_narrow_window_the_bar_stands_under_its_label() -> None:
    lines = printed(Measure("Skala", 60, 5, "sedang"), width=40).splitlines()
    assert lines[1:3] == ["  Skala", "    ██████░░░░  60 ± 5  sedang"]


def test_a_long_label_wraps_and_keeps_its_bar() -> None:
    lines = printed(Measure("Kepekaan sosial budaya dan kemanusiaan", 60, 5, "sedang")).splitlines()
    assert [line.count("█") for line in lines] == [0, 12, 0, 0]
    assert lines[2].strip() == "kemanusiaan"


def test_an_encoding_without_blocks_gets_bars_of_plain_signs() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii", errors="replace")
    printed(Measure("Skala", 60, None, "sedang"), stream=stream)
    assert "############........" in raw.getvalue().decode("ascii")


# Comparisons and cards


COMPARISON = Comparison("Konsultan", "Pendamping", (("Hari kerja", "berkeliling", "berkunjung"),))


def test_two_jobs_stand_beside_each_other_where_there_is_room() -> None:
    assert [line.split() for line in printed(COMPARISON, width=60).splitlines()[1:3]] == [
        ["Konsultan", "Pendamping"],
        ["Hari", "kerja", "berkeliling", "berkunjung"],
    ]


def test_two_jobs_stand_below_each_other_in_a_narrow_window() -> None:
    assert printed(COMPARISON, width=59).splitlines()[1:4] == [
        *("  Hari kerja", "  - Konsultan: berkeliling", "  - Pendamping: berkunjung"),
    ]


def test_the_lines_of_a_claim_hang_behind_its_mark() -> None:
    lines = printed(Card("Judul", "satu " * 8, "dua"), width=40).splitlines()
    assert lines[2].startswith("  Katanya : satu")
    assert lines[3].startswith(f"  {' ' * len('Katanya : ')}satu")
    assert lines[4] == "  Nyatanya: dua"


def test_a_notice_is_marked_by_more_than_its_colour() -> None:
    assert printed(Notice("Perhatikan")).splitlines()[1] == "  ! Perhatikan"


def test_steps_are_numbered_also_beyond_nine() -> None:
    lines = printed(Steps(tuple("abcdefghijk"))).splitlines()
    assert (lines[1], lines[10], lines[11]) == ("  1. a", "  10. j", "  11. k")


def test_a_window_has_bounds() -> None:
    long = Paragraph("kata " * 100)
    assert max(map(len, printed(long, width=300).splitlines())) <= 100
    assert max(map(len, printed(long, width=1).splitlines())) <= 20


# People


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
    assert len(lines) == 6
    assert all(cell_len(line) <= width for line in lines)
    assert all(line == line.rstrip() for line in lines)


def test_the_columns_stand_below_each_other_whatever_the_script() -> None:
    lines = table(80, "Ani", "陳美玲", "Budi " * 30)
    places = {cell_len(line[: line.index("Cocok")]) for line in lines[1:]}
    assert len(places) == 1


def test_a_name_that_is_too_long_is_cut_with_a_mark() -> None:
    assert "Budi Budi B…" in table(80, "Budi " * 30)[1]
    assert "陳陳陳陳陳… " in table(80, "陳" * 8)[1]
    assert "…" not in table(80, "Ani")[1]


@pytest.mark.parametrize("name", KEYS)
def test_at_80_columns_no_verdict_is_cut(name: str) -> None:
    key = KEYS[name]
    shown_verdicts = "\n".join(all_verdicts(key))
    assert all(verdict.label in shown_verdicts for verdict in key.profile.verdicts)


def all_verdicts(key: Key) -> list[str]:
    """A table at 80 columns in which every verdict that the profile has stands once or more."""
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
    assert "[b]x[/] \\x1b[2J" in table(100, "[b]x[/] \x1b[2J")[1]


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
    assert stream.getvalue().count("Hasilmu\n") == 2
    assert "Hasil: Tidak bisa dinilai" in stream.getvalue()
    assert "\x1b" not in stream.getvalue()
    assert "[bold]tebal[/bold]" in stream.getvalue()


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
