"""Results as JSON."""

from __future__ import annotations

import io
import json
from dataclasses import replace

import pytest

from kelompok_quiz.result.recorder import records
from kelompok_quiz.scoring.assessment import assess
from kelompok_quiz.writing.json_writer import JsonLinesWriter, JsonWriter
from support.mini import KEY
from support.results import as_csv, as_json, fitting, people, with_values


def test_json_is_one_array_with_a_record_a_line() -> None:
    text = as_json(assess(KEY, people(fitting(), fitting())), JsonWriter)
    assert [record["source"]["row"] for record in json.loads(text)] == [1, 2, 1, 2]
    assert text.count("\n") == 6
    assert text.endswith("\n]\n")


def test_json_without_people_is_an_empty_array() -> None:
    stream = io.StringIO()
    JsonWriter(stream).close()
    assert stream.getvalue() == "[]\n"


def test_json_lines_are_a_record_a_line() -> None:
    lines = as_json(assess(KEY, people(fitting(), fitting())), JsonLinesWriter).split("\n")
    assert lines.pop() == ""
    assert [json.loads(line)["source"]["row"] for line in lines] == [1, 2, 1, 2]


@pytest.mark.parametrize("kind", [JsonWriter, JsonLinesWriter])
def test_json_keeps_the_full_precision(kind: type[JsonWriter | JsonLinesWriter]) -> None:
    text = as_json(with_values(people(fitting()), fit=69.99612345678901), kind)
    record = json.loads(text)[0] if kind is JsonWriter else json.loads(text.split("\n")[0])
    assert record["fit"] == 69.99612345678901
    assert record["fit_se"] == pytest.approx(3.5355, abs=0.0001)


def test_json_keeps_carried_text_as_it_was() -> None:
    odd = "=1+2 \x1b[31m \u202e <b> \ud800"
    batch = people(fitting(), headers=("x",), cells=((odd,),), respondents=(odd,))
    (record, _) = json.loads(as_json(assess(KEY, batch), JsonWriter))
    assert record["carried"] == {"x": odd}
    assert record["respondent"] == odd


def test_json_holds_what_a_later_record_brought_along() -> None:
    batch = replace(
        people(fitting(), fitting(), headers=("a",), cells=((1,), (None,))), extras={1: {"b": [2]}}
    )
    found = [record.carried for record in records(assess(KEY, batch))]
    assert found == [{"a": 1}, {"a": None, "b": [2]}]
    assert as_csv(assess(KEY, batch))[0][:2] == ["a", "row"]


def test_half_a_surrogate_pair_does_not_change_the_record() -> None:
    plain, odd = (
        json.loads(as_json(assess(KEY, people(fitting(), respondents=(name,))), JsonWriter))[0]
        for name in ("Ani", "\udcff")
    )
    assert odd == plain | {"respondent": "\udcff"}
