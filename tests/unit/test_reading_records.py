"""Flat records, and answers as the quiz saves them."""

from __future__ import annotations

import json

import numpy as np
import pytest

from support.answer_files import (
    ANSWERS,
    SHEET,
    Reader,
    answers,
    codes,
    problems,
    respondents,
    saved,
    scored,
    stream,
)
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


def stamp(**changes: object) -> dict[str, object]:
    return {"id": "pemandu", "version": "1.0.0", "sha256": "0" * 64} | changes


OTHER_PROFILE, OTHER_VERSION = stamp(id="lain"), stamp(version="2.0.0")


@pytest.mark.parametrize(
    ("profile", "code"),
    [
        (OTHER_PROFILE, "answers_of_other_profile"),
        (stamp(id="lain", version="2.0.0"), "answers_of_other_profile"),
        (OTHER_VERSION, "answers_of_other_version"),
        (stamp(version="0.9.0"), "answers_of_other_version"),
        (stamp(version=f"1{'0' * 5000}.0.0"), "answers_of_other_version"),
        *(
            (malformed, "answers_profile_invalid")
            for malformed in (
                *({}, [], 5, True, "pemandu", [stamp()], {"id": "pemandu"}, {"version": "1.0.0"}),
                *(stamp(id=None), stamp(id=["pemandu"]), stamp(version=1), stamp(version=True)),
                *(
                    stamp(version="1"),
                    stamp(version="1.0"),
                    stamp(version="satu"),
                    stamp(version=""),
                ),
            )
        ),
    ],
    ids=lambda value: str(value)[:60],
)
@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.yaml"])
def test_saved_answers_to_other_statements_reject_their_person(
    read: Reader, profile: object, code: str, name: str
) -> None:
    found = read(json.dumps(saved(profile=profile, respondent="Ani")), name)
    assert codes(found) == {1: [code]}
    assert answers(found) == [[0] * len(IDS)]
    assert respondents(found) == ["Ani"]


@pytest.mark.parametrize("profile", [None, stamp(version="1.9.3"), stamp(sha256=7), stamp(x=1)])
def test_saved_answers_with_the_same_first_number_or_without_profile_are_read(
    read: Reader, profile: object
) -> None:
    found = read(json.dumps(saved(profile=profile)), "a.json")
    assert answers(found) == [ANSWERS]
    assert codes(found) == {}


def test_saved_answers_may_lack_the_key_profile(read: Reader) -> None:
    document = saved()
    del document["profile"]
    assert answers(read(json.dumps(document), "a.json")) == [ANSWERS]


def test_a_flat_record_may_carry_a_column_named_profile(read: Reader) -> None:
    (batch,) = read(json.dumps([SHEET | {"profile": OTHER_VERSION}]), "a.json")
    assert batch.headers == ("profile",)
    assert not batch.rejects


def test_answers_to_other_statements_name_both_versions_and_how_to_score_them(read: Reader) -> None:
    found = read(json.dumps([saved(profile=OTHER_VERSION), saved(profile=OTHER_PROFILE)]), "a.json")
    (version,), (profile,) = problems(found).values()
    assert "pemandu versi 2.0.0" in version.message
    assert "versi 1.0.0" in version.message
    assert "isi lagi" in version.message
    assert "--profil" in version.remedy
    assert "“lain” versi 1.0.0" in profile.message
    assert "“pemandu”" in profile.message
    assert "--profil" in profile.remedy
    assert version.place.header == profile.place.header == "profile"


def test_answers_to_other_statements_say_nothing_of_their_items(read: Reader) -> None:
    old = saved(profile=OTHER_VERSION, answers={"x1": 9}, order=["x1"], seconds={"x1": -1})
    people = [old, saved(), old]
    found = read("\n".join(map(json.dumps, people)), "a.jsonl")
    assert answers(found) == [[0] * len(IDS), ANSWERS, [0] * len(IDS)]
    assert codes(found) == {1: ["answers_of_other_version"], 3: ["answers_of_other_version"]}
    assert [batch.headers for batch in found] == [()]


def test_where_all_answers_are_to_other_statements_every_person_is_a_row(read: Reader) -> None:
    people = [saved(profile=OTHER_VERSION, answers={"x1": 3}, respondent=name) for name in "ABC"]
    found = read("\n".join(["{", *map(json.dumps, people)]), "a.jsonl")
    old = ["answers_of_other_version"]
    assert codes(found) == {1: ["record_malformed"], 2: old, 3: old, 4: old}
    assert respondents(found) == ["1", "A", "B", "C"]


def test_a_part_of_the_items_does_not_admit_answers_to_other_statements() -> None:
    found = stream(json.dumps(saved(profile=OTHER_VERSION)), partial=True)
    assert codes(found) == {1: ["answers_of_other_version"]}
