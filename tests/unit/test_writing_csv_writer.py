"""Results as CSV."""

from __future__ import annotations

import io
from typing import Any

import msgspec
import pytest

from kelompok_quiz.answers import AnswerBatch
from kelompok_quiz.problems import Place, Problem
from kelompok_quiz.result.recorder import records
from kelompok_quiz.scoring.assessment import assess
from kelompok_quiz.writing.csv_writer import CsvWriter
from support.mini import IDS, KEY
from support.results import COLUMNS, SCALES, as_csv, fitting, keyed, people, with_values

FORMULAS = ["=1+2", "+62812", "-5", "@SUM(A1)"]


def rows_of(*batch: list[int], **given: Any) -> list[dict[str, str]]:
    header, *rows = as_csv(assess(KEY, people(*batch, **given)))
    return [dict(zip(header, row, strict=True)) for row in rows]


def rejected(*problems: Problem) -> AnswerBatch:
    return people(fitting(), [0] * len(IDS), rejects={1: problems})


def test_the_columns_are_those_of_the_contract_in_their_order() -> None:
    header, row = as_csv(assess(KEY, people(fitting())))
    assert header == COLUMNS
    assert len(row) == len(header)


def test_carried_columns_come_first_under_their_own_names() -> None:
    batch = people(fitting(), headers=("Kelas", "nama"), cells=(("X", " Ani "),))
    header, row = as_csv(assess(KEY, batch))
    assert header[:3] == ["Kelas", "nama", "row"]
    assert row[:2] == ["X", " Ani "]


def test_a_column_that_a_batch_lacks_is_blank_and_none_is_shifted() -> None:
    batch = people(fitting(), headers=("b",), cells=(("B",),))
    header, row = as_csv(assess(KEY, batch), ("a", "b", "c"))
    assert header[:4] == ["a", "b", "c", "row"]
    assert row[:4] == ["", "B", "", "1"]


@pytest.mark.parametrize("text", FORMULAS)
def test_what_a_spreadsheet_would_run_is_neutralised_everywhere(text: str) -> None:
    batch = people(fitting(), headers=(text,), cells=((text,),), respondents=(text,))
    header, row = as_csv(assess(KEY, batch))
    assert (header[0], row[0], row[header.index("respondent")]) == (f"'{text}",) * 3


@pytest.mark.parametrize("text", FORMULAS)
def test_a_problem_with_a_formula_in_it_is_no_formula(text: str) -> None:
    problem = Problem("answer_invalid", Place(header=text), {"value": text, "points": 5})
    header, _, row = as_csv(assess(KEY, rejected(problem)))
    assert row[header.index("problems")] == f"answer_invalid:{text}={text}"


def test_a_row_is_a_line_whatever_was_carried() -> None:
    stream = io.StringIO(newline="")
    batch = people(fitting(), fitting(), headers=("x",), cells=(("a\nb",), ('"\r\n,',)))
    writer = CsvWriter(stream, KEY, ("x",))
    writer.write(assess(KEY, batch))
    assert stream.getvalue().count("\n") == 3
    assert "\r" not in stream.getvalue()


def test_a_file_without_people_still_has_its_header() -> None:
    stream = io.StringIO(newline="")
    CsvWriter(stream, KEY, ("nama",)).close()
    assert stream.getvalue() == ",".join(["nama", *COLUMNS]) + "\n"


def test_a_scored_person_is_written_with_every_value() -> None:
    header, row = as_csv(assess(KEY, people(fitting())))
    # fit = 3 * 93.75/6 + 3 * 87.5/6 = 90.625; fit_se = 5.89256 * .6
    assert dict(zip(header, row, strict=True)) == dict(
        zip(
            COLUMNS,
            [
                *("1", "1", "scored", "cocok", "cocok", "90.63", "3.54", "1.000"),
                *("93.75", "93.75", "12.50", "12.50", "12.50", "12.50", "81.25"),
                *("", "good", "", "28", ""),
                *("pemandu", KEY.instrument.sha256, "2"),
            ],
            strict=True,
        )
    )


def test_numbers_are_rounded_half_up() -> None:
    (row,) = rows_of(fitting(**keyed({"t1": 3, "t2": 3, "a": 3}) | {"t1_1": 4}))
    assert row["fit"] == "51.04"  # 50 + 6.25/6
    (row,) = rows_of(fitting(**keyed({"t1": 3, "t2": 3, "a": 3}) | {"t1_1": 4, "t2_1": 4}))
    assert row["fit"] == "53.13"  # 50 + 3 * 6.25/6 = 53.125


@pytest.mark.parametrize(
    ("fit", "written"),
    [
        (69.994, "69.99"),
        (69.996, "69.99"),
        (69.9999999, "69.99"),
        (70.0, "70.00"),
        (70.004, "70.00"),
        (54.995, "54.99"),
        (39.995, "39.99"),
        (60.995, "61.00"),
        (60.125, "60.13"),
        (60.005, "60.01"),
        (0.0, "0.00"),
        (100.0, "100.00"),
    ],
)
def test_a_written_fit_never_leaves_its_band(fit: float, written: str) -> None:
    header, row = as_csv(with_values(people(fitting()), fit=fit))
    assert row[header.index("fit")] == written


@pytest.mark.parametrize(
    ("stability", "written"),
    [
        (0.8496, "0.849"),
        (0.85, "0.850"),
        (0.6499, "0.649"),
        (0.65, "0.650"),
        (0.7005, "0.701"),
        (0.9999, "1.000"),
        (float("nan"), ""),
    ],
)
def test_a_written_stability_has_three_decimals_and_keeps_its_word(
    stability: float, written: str
) -> None:
    header, row = as_csv(with_values(people(fitting()), stability=stability))
    assert row[header.index("stability")] == written


@pytest.mark.parametrize(
    ("score", "trait", "anti_trait", "belief"),
    [
        (69.996, "70.00", "69.99", "70.00"),
        (64.996, "65.00", "65.00", "64.99"),
        (35.004, "35.00", "35.00", "35.01"),
    ],
)
def test_a_written_score_stays_on_its_side_of_the_bounds_its_words_depend_on(
    score: float, trait: str, anti_trait: str, belief: str
) -> None:
    header, row = as_csv(with_values(people(fitting()), score=score))
    found = dict(zip(header, row, strict=True))
    assert (found["trait_a"], found["anti_a"], found["belief_a"]) == (trait, anti_trait, belief)
    assert found["contrast_a"] == belief


def test_a_caution_is_written_with_its_level() -> None:
    high = keyed({"a1": 4}) | {"a1_1": 4, "a1_2": 4, "a1_3": 2, "a1_4": 2}
    (row,) = rows_of(fitting(**high | keyed({"a2": 5})))
    assert row["cautions"] == "anti_a:watch|anti_b:cap"
    assert (row["band"], row["verdict"]) == ("cukup", "berimbang")
    (row,) = rows_of(fitting(**keyed({"a": 5})))
    assert row["cautions"] == "anti_a:all|anti_b:all|anti_c:all"
    assert row["verdict"] == "rendah"


def test_lists_are_joined_by_a_bar() -> None:
    (row,) = rows_of([5, 5, 5, 5, 5, 5, 5, 5, 5, 5, *[0] * (len(IDS) - 10)])
    assert (row["quality"], row["flags"]) == (
        "low",
        "straight_line|inconsistent|acquiescence|incomplete",
    )
    assert (row["status"], row["answered"]) == ("undetermined", "10")


def test_an_undetermined_person_has_scores_and_no_verdict() -> None:
    (row,) = rows_of(fitting(t1_1=0, t1_2=0, t2_1=0, t2_2=0))
    assert row["status"] == "undetermined"
    assert [row[name] for name in ("verdict", "band", "fit", "fit_se", "stability")] == [""] * 5
    assert [row[name] for name in SCALES] == ["", "", "12.50", "12.50", "12.50", "12.50", "81.25"]
    assert (row["cautions"], row["quality"], row["answered"]) == ("", "good", "24")


def test_a_rejected_person_keeps_the_row_and_the_reasons_and_nothing_else() -> None:
    problems = (
        Problem("answer_invalid", Place(header="t1_1"), {"value": "3,5", "points": 5}),
        Problem("row_width", Place(), {"cells": 3, "headers": 28}),
    )
    header, _, row = as_csv(assess(KEY, rejected(*problems)))
    filled = {name: value for name, value in zip(header, row, strict=True) if value}
    assert filled == {
        "row": "2",
        "respondent": "2",
        "status": "rejected",
        "problems": "answer_invalid:t1_1=3,5|row_width:=",
        "profile": "pemandu",
        "profile_sha256": KEY.instrument.sha256,
        "scoring": "2",
    }


def test_csv_and_json_say_the_same() -> None:
    results = assess(KEY, people(fitting(), fitting(**keyed({"a2": 5})), [0] * len(IDS)))
    header, *rows = as_csv(results)
    for row, record in zip(rows, map(msgspec.to_builtins, records(results)), strict=True):
        found = dict(zip(header, row, strict=True))
        for name in ("status", "verdict", "band"):
            assert found[name] == (record[name] or "")
        for name in ("fit", "fit_se"):
            assert (found[name] == "") == (record[name] is None)
            assert float(found[name] or 0) == pytest.approx(record[name] or 0, abs=0.0051)
        measured = record["scales"] | record["beliefs"] | record["contrasts"]
        assert [found[name] != "" for name in SCALES] == [
            measured[name]["score"] is not None for name in SCALES
        ]
        assert found["flags"] == "|".join(record["quality"]["flags"])
