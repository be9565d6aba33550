"""Results as CSV and JSON: which columns, in which words, how exactly."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import Any

import msgspec
import numpy as np
import pytest

from kelompok_quiz.answers import AnswerBatch
from kelompok_quiz.problems import Place, Problem
from kelompok_quiz.result import ResultBatch, records
from kelompok_quiz.scoring.assessment import assess
from kelompok_quiz.writing import CsvWriter, JsonLinesWriter, JsonWriter
from kelompok_quiz.writing.tables import columns, safe
from support.mini import IDS, KEY, PROFILE

FIXED = ["row", "respondent", "status", "verdict", "band", "fit", "fit_se", "stability"]
SCALES = ["trait_a", "trait_b", "anti_a", "anti_b", "anti_c", "belief_a", "contrast_a"]
LAST = [
    *("cautions", "quality", "flags", "answered", "problems"),
    *("profile", "profile_sha256", "scoring"),
]
FORMULAS = ["=1+2", "+62812", "-5", "@SUM(A1)"]
FAVOURABLE = {"t": (5, 5, 1, 2), "a": (2, 1, 5, 4), "b": (2, 1, 5, 4), "c": (4, 5, 4, 2)}
"""Answers to the items 1..4 of a scale, by the first letter of their ids."""


def sheet(**changes: int) -> list[int]:
    """The answers of somebody whom the job fits, save for some items; 0 = missing."""
    usual = {i: FAVOURABLE[i[0]][int(i[-1]) - 1] for i in IDS}
    return list((usual | changes).values())


def everybody(scales: dict[str, int]) -> dict[str, int]:
    """The keyed answer to every item of a scale, by the letters its item ids begin with."""
    reverse = {item.id for item in PROFILE.items if item.reverse}
    return {
        i: 6 - n if i in reverse else n
        for scale, n in scales.items()
        for i in IDS
        if i.startswith(scale)
    }


def people(
    *rows: list[int],
    headers: tuple[str, ...] = (),
    cells: tuple[Any, ...] = (),
    respondents: tuple[str | None, ...] = (),
    rejects: dict[int, tuple[Problem, ...]] | None = None,
) -> AnswerBatch:
    return AnswerBatch(
        source="kelas.csv",
        rows=range(1, len(rows) + 1),
        respondents=respondents or [str(number) for number in range(1, len(rows) + 1)],
        headers=headers,
        cells=cells or [()] * len(rows),
        matrix=np.array(rows, dtype=np.int8),
        rejects=rejects or {},
    )


def as_csv(results: ResultBatch, carried: tuple[str, ...] | None = None) -> list[list[str]]:
    stream = io.StringIO(newline="")
    writer = CsvWriter(stream, KEY, results.answers.headers if carried is None else carried)
    writer.write(results)
    writer.close()
    return list(csv.reader(io.StringIO(stream.getvalue(), newline="")))


def rows_of(*batch: list[int], **given: Any) -> list[dict[str, str]]:
    header, *rows = as_csv(assess(KEY, people(*batch, **given)))
    return [dict(zip(header, row, strict=True)) for row in rows]


def rejected(*problems: Problem) -> AnswerBatch:
    return people(sheet(), [0] * len(IDS), rejects={1: problems})


# CSV


def test_the_columns_are_those_of_the_contract_in_their_order() -> None:
    header, row = as_csv(assess(KEY, people(sheet())))
    assert header == [*FIXED, *SCALES, *LAST]
    assert len(row) == len(header)


def test_carried_columns_come_first_under_their_own_names() -> None:
    batch = people(sheet(), headers=("Kelas", "nama"), cells=(("X", " Ani "),))
    header, row = as_csv(assess(KEY, batch))
    assert header[:3] == ["Kelas", "nama", "row"]
    assert row[:2] == ["X", " Ani "]


def test_a_carried_column_named_like_an_output_column_is_marked_as_the_original() -> None:
    assert columns(PROFILE, ["row", "trait_a", "scoring", "Row"])[:4] == [
        *("row (asal)", "trait_a (asal)", "scoring (asal)", "Row"),
    ]


def test_no_two_columns_have_one_name_however_often_a_file_was_scored() -> None:
    header = columns(PROFILE, ["fit (asal)", "fit", "fit (asal) (asal)", "=a", "'=a"])
    assert len(set(header)) == len(header)
    assert header[5:] == [*FIXED, *SCALES, *LAST]


def test_a_column_that_a_batch_lacks_is_blank_and_none_is_shifted() -> None:
    batch = people(sheet(), headers=("b",), cells=(("B",),))
    header, row = as_csv(assess(KEY, batch), ("a", "b", "c"))
    assert header[:4] == ["a", "b", "c", "row"]
    assert row[:4] == ["", "B", "", "1"]


@pytest.mark.parametrize("text", FORMULAS)
def test_what_a_spreadsheet_would_run_is_neutralised_everywhere(text: str) -> None:
    batch = people(sheet(), headers=(text,), cells=((text,),), respondents=(text,))
    header, row = as_csv(assess(KEY, batch))
    assert (header[0], row[0], row[header.index("respondent")]) == (f"'{text}",) * 3


@pytest.mark.parametrize("text", FORMULAS)
def test_a_problem_with_a_formula_in_it_is_no_formula(text: str) -> None:
    problem = Problem("answer_invalid", Place(header=text), {"value": text, "points": 5})
    header, _, row = as_csv(assess(KEY, rejected(problem)))
    assert row[header.index("problems")] == f"answer_invalid:{text}={text}"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("a\nb\tc\rd", "a\\x0ab\\x09c\\x0dd"),
        ("\t=1", "\\x09=1"),
        ("a\u202eb\u2066", "a\\u202eb\\u2066"),
        ("\x00\x7f\x9b", "\\x00\\x7f\\x9b"),
        ("\ud800", "\\ud800"),
        ("[bold]x[/]", "[bold]x[/]"),
        ("Siti Nuraini, S.Pd – é 中文 🙂", "Siti Nuraini, S.Pd – é 中文 🙂"),
        (None, ""),
        (17, "17"),
    ],
)
def test_control_and_direction_characters_are_written_visibly(text: Any, written: str) -> None:
    assert safe(text) == written


def test_a_row_is_a_line_whatever_was_carried() -> None:
    stream = io.StringIO(newline="")
    batch = people(sheet(), sheet(), headers=("x",), cells=(("a\nb",), ('"\r\n,',)))
    writer = CsvWriter(stream, KEY, ("x",))
    writer.write(assess(KEY, batch))
    assert stream.getvalue().count("\n") == 3
    assert "\r" not in stream.getvalue()


def test_a_file_without_people_still_has_its_header() -> None:
    stream = io.StringIO(newline="")
    CsvWriter(stream, KEY, ("nama",)).close()
    assert stream.getvalue() == ",".join(["nama", *FIXED, *SCALES, *LAST]) + "\n"


def test_a_scored_person_is_written_with_every_value() -> None:
    header, row = as_csv(assess(KEY, people(sheet())))
    # fit = 3 * 93.75/6 + 3 * 87.5/6 = 90.625; fit_se = 5.89256 * sqrt(4.5/15)
    assert dict(zip(header, row, strict=True)) == dict(
        zip(
            [*FIXED, *SCALES, *LAST],
            [
                *("1", "1", "scored", "cocok", "cocok", "90.63", "3.23", "1.000"),
                *("93.75", "93.75", "12.50", "12.50", "12.50", "12.50", "81.25"),
                *("", "good", "", "28", ""),
                *("pemandu", KEY.instrument.sha256, "1"),
            ],
            strict=True,
        )
    )


def test_numbers_are_rounded_half_up() -> None:
    (row,) = rows_of(sheet(**everybody({"t1": 3, "t2": 3, "a": 3}) | {"t1_1": 4}))
    assert row["fit"] == "51.04"  # 50 + 6.25/6
    (row,) = rows_of(sheet(**everybody({"t1": 3, "t2": 3, "a": 3}) | {"t1_1": 4, "t2_1": 4}))
    assert row["fit"] == "53.13"  # 50 + 3 * 6.25/6 = 53.125


def with_values(batch: AnswerBatch, **values: float) -> ResultBatch:
    """Results in which the fit or the stability of everybody is replaced."""
    results = assess(KEY, batch)
    scores, verdicts = results.scores, results.verdicts
    if "fit" in values:
        scores = replace(scores, fit=np.full(len(batch), values["fit"]))
    if "score" in values:
        scores = replace(scores, score=np.full_like(scores.score, values["score"]))
    if "stability" in values:
        verdicts = replace(verdicts, stability=np.full(len(batch), values["stability"]))
    return replace(results, scores=scores, verdicts=verdicts)


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
    header, row = as_csv(with_values(people(sheet()), fit=fit))
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
    header, row = as_csv(with_values(people(sheet()), stability=stability))
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
    header, row = as_csv(with_values(people(sheet()), score=score))
    found = dict(zip(header, row, strict=True))
    assert (found["trait_a"], found["anti_a"], found["belief_a"]) == (trait, anti_trait, belief)
    assert found["contrast_a"] == belief


def test_a_caution_is_written_with_its_level() -> None:
    high = everybody({"a1": 4}) | {"a1_1": 4, "a1_2": 4, "a1_3": 2, "a1_4": 2}
    (row,) = rows_of(sheet(**high | everybody({"a2": 5})))
    assert row["cautions"] == "anti_a:watch|anti_b:cap"
    assert (row["band"], row["verdict"]) == ("cukup", "berimbang")
    (row,) = rows_of(sheet(**everybody({"a": 5})))
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
    (row,) = rows_of(sheet(t1_1=0, t1_2=0, t2_1=0, t2_2=0))
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
        "scoring": "1",
    }


# JSON


def as_json(results: ResultBatch, kind: type[JsonWriter | JsonLinesWriter]) -> str:
    stream = io.StringIO(newline="")
    writer = kind(stream)
    writer.write(results)
    writer.write(results)
    writer.close()
    return stream.getvalue()


def test_json_is_one_array_with_a_record_a_line() -> None:
    text = as_json(assess(KEY, people(sheet(), sheet())), JsonWriter)
    assert [record["source"]["row"] for record in json.loads(text)] == [1, 2, 1, 2]
    assert text.count("\n") == 6
    assert text.endswith("\n]\n")


def test_json_of_nobody_is_an_empty_array() -> None:
    stream = io.StringIO()
    JsonWriter(stream).close()
    assert stream.getvalue() == "[]\n"


def test_json_lines_are_a_record_a_line() -> None:
    lines = as_json(assess(KEY, people(sheet(), sheet())), JsonLinesWriter).split("\n")
    assert lines.pop() == ""
    assert [json.loads(line)["source"]["row"] for line in lines] == [1, 2, 1, 2]


@pytest.mark.parametrize("kind", [JsonWriter, JsonLinesWriter])
def test_json_keeps_the_full_precision(kind: type[JsonWriter | JsonLinesWriter]) -> None:
    text = as_json(with_values(people(sheet()), fit=69.99612345678901), kind)
    record = json.loads(text)[0] if kind is JsonWriter else json.loads(text.split("\n")[0])
    assert record["fit"] == 69.99612345678901
    assert record["fit_se"] == pytest.approx(3.3159, abs=0.2)


def test_json_keeps_carried_text_as_it_was() -> None:
    odd = "=1+2 \x1b[31m \u202e <b> \ud800"
    batch = people(sheet(), headers=("x",), cells=((odd,),), respondents=(odd,))
    (record, _) = json.loads(as_json(assess(KEY, batch), JsonWriter))
    assert record["carried"] == {"x": odd}
    assert record["respondent"] == odd


def test_json_holds_what_a_later_record_brought_along() -> None:
    batch = replace(
        people(sheet(), sheet(), headers=("a",), cells=((1,), (None,))), extras={1: {"b": [2]}}
    )
    found = [record.carried for record in records(assess(KEY, batch))]
    assert found == [{"a": 1}, {"a": None, "b": [2]}]
    assert as_csv(assess(KEY, batch))[0][:2] == ["a", "row"]


def test_half_a_surrogate_pair_does_not_change_the_record() -> None:
    plain, odd = (
        json.loads(as_json(assess(KEY, people(sheet(), respondents=(name,))), JsonWriter))[0]
        for name in ("Ani", "\udcff")
    )
    assert odd == plain | {"respondent": "\udcff"}


def test_csv_and_json_say_the_same() -> None:
    results = assess(KEY, people(sheet(), sheet(**everybody({"a2": 5})), [0] * len(IDS)))
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
