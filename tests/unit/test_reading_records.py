"""Flat records, and answers as the quiz saves them."""

from __future__ import annotations

import json

import numpy as np
import pytest

from support.answer_files import ANSWERS, SHEET, Reader, answers, codes, respondents, saved, scored
from support.mini import IDS


def test_a_key_that_comes_later_is_kept_beside_the_columns(read: Reader) -> None:
    people = [SHEET | {"nama": "Ani"}, SHEET | {"nama": "Budi", "kelas": "X"}]
    (batch,) = read(json.dumps(people), "a.json")
    assert batch.headers == ("nama",)
    assert [list(cells) for cells in batch.cells] == [["Ani"], ["Budi"]]
    assert batch.extras == {1: {"kelas": "X"}}
    assert respondents([batch]) == ["Ani", "Budi"]


def test_carried_json_values_keep_their_type(read: Reader) -> None:
    (batch,) = read(json.dumps([SHEET | {"umur": 17, "hadir": True, "tag": ["a"]}]), "a.json")
    assert list(batch.cells[0]) == [17, True, ["a"]]


def test_an_item_that_a_later_person_lacks_is_missing(read: Reader) -> None:
    found = read(json.dumps([SHEET, {"t1_1": 5}]), "a.json")
    assert answers(found)[1] == [5 if item_id == "t1_1" else 0 for item_id in IDS]


def test_two_keys_of_one_item_must_agree(read: Reader) -> None:
    people = [SHEET | {"T1_1": 5}, SHEET | {"T1_1": 4}]
    found = read(json.dumps(people), "a.json")
    assert codes(found) == {2: ["answers_disagree"]}
    assert answers(found) == [ANSWERS, [0] * len(IDS)]


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.yaml"])
def test_a_saved_sheet_is_one_person_with_order_and_times(read: Reader, name: str) -> None:
    (batch,) = read(json.dumps(saved(respondent="Ani", order=IDS[::-1])), name)
    assert answers([batch]) == [ANSWERS]
    assert respondents([batch]) == ["Ani"]
    assert batch.headers == ()
    assert batch.order is not None
    assert batch.order.tolist() == [list(range(len(IDS)))[::-1]]
    assert batch.seconds is not None
    assert batch.seconds.tolist() == [[3.5] * len(IDS)]


def test_many_saved_sheets_are_many_people(read: Reader) -> None:
    (batch,) = read(json.dumps([saved(), saved(order=None), saved(seconds=None)]), "a.json")
    assert answers([batch]) == [ANSWERS] * 3
    assert batch.order is not None
    assert batch.order.tolist() == [list(range(len(IDS)))] * 3
    assert batch.seconds is not None
    assert np.isnan(batch.seconds).all(axis=1).tolist() == [False, False, True]


def test_the_order_of_presentation_changes_the_quality_of_answering_alone(read: Reader) -> None:
    by_answer = sorted(IDS, key=SHEET.__getitem__)
    usual, other = (scored(read(json.dumps(saved(order=o)), "a.json")) for o in (IDS, by_answer))
    assert usual[0].pop("quality") != other[0].pop("quality")
    assert usual == other


@pytest.mark.parametrize(
    "order",
    [5, True, "t1_1", [], IDS[:-1], [*IDS, IDS[0]], [*IDS[:-1], "x"], [1, 2], [[]], {"a": 1}],
    ids=repr,
)
def test_an_order_that_is_not_the_profiles_rejects_its_person(read: Reader, order: object) -> None:
    found = read(json.dumps([saved(order=order), saved()]), "a.json")
    assert codes(found) == {1: ["order_invalid"]}
    assert answers(found) == [[0] * len(IDS), ANSWERS]


@pytest.mark.parametrize(
    "seconds",
    [{"t1_1": -1}, {"t1_1": "lama"}, {"t1_1": True}, {"t1_1": None}, {"t1_1": [1]}, {"x": 1}],
)
def test_a_time_that_is_none_rejects_its_person(read: Reader, seconds: object) -> None:
    assert codes(read(json.dumps([saved(seconds=seconds)]), "a.json")) == {1: ["seconds_invalid"]}


def test_a_time_that_is_a_blank_text_is_unknown(read: Reader) -> None:
    timed = SHEET | {"t1_1_detik": "", "t1_2_detik": "2,5"}
    (batch,) = read(json.dumps([timed]), "a.json")
    assert batch.seconds is not None
    assert batch.seconds[0, IDS.index("t1_2")] == 2.5
    assert np.isnan(batch.seconds[0, IDS.index("t1_1")])
    assert not batch.rejects


@pytest.mark.parametrize("digits", [400, 5000])
@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_a_time_without_measure_rejects_its_person(read: Reader, digits: int, name: str) -> None:
    content = json.dumps(saved(seconds={"t1_1": 0.25})).replace("0.25", "1" * digits)
    assert codes(read(content, name)) == {1: ["seconds_invalid"]}
