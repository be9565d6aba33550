from __future__ import annotations

import json

import msgspec
import numpy as np
import pytest

from kelompok_quiz.answers import AnswerBatch, batch_of_one
from kelompok_quiz.problems import Place, Problem
from kelompok_quiz.profile.key import Key
from kelompok_quiz.result.record import Result
from kelompok_quiz.result.recorder import one, records
from kelompok_quiz.scoring.assessment import assess

NAN = float("nan")


@pytest.fixture(scope="module")
def batch() -> AnswerBatch:
    """A scored, a rejected and an undetermined person."""
    place = Place("kelas.csv", 3, person=2, header="t1_1")
    problem = Problem("answer_invalid", place, {"value": "9", "points": 5})
    matrix = np.array([[3] * 28, [0] * 28, [3] * 9 + [0] * 19], dtype=np.int8)
    return AnswerBatch(
        source="kelas.csv",
        rows=(1, 2, 3),
        respondents=("Ani", None, "Cici"),
        headers=("nama", "kelas"),
        cells=(("Ani", "X"), ("", "X"), ("Cici", "Y")),
        matrix=matrix,
        rejects={1: (problem,)},
        extras={2: {"catatan": {"a": 1}}},
    )


@pytest.fixture(scope="module")
def people(mini: Key, batch: AnswerBatch) -> list[Result]:
    return list(records(assess(mini, batch)))


def test_a_batch_of_results_is_as_long_as_its_people(mini: Key, batch: AnswerBatch) -> None:
    results = assess(mini, batch)
    assert len(results) == 3
    assert results.status == ["scored", "rejected", "undetermined"]


def test_people_come_in_their_order_with_what_they_brought(people: list[Result]) -> None:
    assert [person.respondent for person in people] == ["Ani", None, "Cici"]
    assert [(p.source.file, p.source.row) for p in people] == [("kelas.csv", n) for n in (1, 2, 3)]
    assert people[0].carried == {"nama": "Ani", "kelas": "X"}
    assert people[2].carried == {"nama": "Cici", "kelas": "Y", "catatan": {"a": 1}}


def test_a_rejected_person_has_the_reason_and_not_one_number(people: list[Result]) -> None:
    rejected = msgspec.to_builtins(people[1])
    assert rejected["status"] == "rejected"
    assert list(rejected["problems"]) == [
        {
            "code": "answer_invalid",
            "column": "t1_1",
            "value": "9",
            "message": "“9” bukan jawaban yang dikenal.",
        }
    ]
    numbers = ["verdict", "band", "fit", "fit_se", "stability", "between", "change", "answered"]
    assert [rejected[name] for name in numbers] == [None] * 8
    assert list(rejected["cautions"]) == []
    flags = rejected["quality"].pop("flags")
    assert (list(flags), set(rejected["quality"].values())) == ([], {None})
    for scale in (*rejected["scales"].values(), *rejected["beliefs"].values()):
        for name in ("kind", "items", "weight"):
            scale.pop(name, None)
        assert set(scale.values()) == {None}
    assert rejected["items"] == 28


def test_a_rejection_touches_nobody_else(mini: Key, people: list[Result]) -> None:
    alone = one(assess(mini, batch_of_one(mini.profile, {i.id: 3 for i in mini.profile.items})))
    for name in ("fit", "scales", "beliefs", "contrasts", "quality", "answered", "change"):
        assert getattr(people[0], name) == getattr(alone, name)


def test_an_undetermined_person_keeps_what_is_known(people: list[Result]) -> None:
    person = people[2]
    assert (person.status, person.fit, person.verdict, person.change) == (
        *("undetermined", None, None, None),
    )
    assert (person.answered, person.cautions, person.problems) == (9, (), ())
    assert (person.quality.level, person.quality.flags) == ("note", ("incomplete",))


def test_every_record_has_the_same_keys_and_is_plain_json(people: list[Result]) -> None:
    texts = [msgspec.json.encode(person) for person in people]
    shapes = [shape(json.loads(text)) for text in texts]
    assert shapes[0].keys() == shapes[1].keys() == shapes[2].keys()
    assert list(shapes[0]) == [
        *("schema", "scoring", "profile", "source", "respondent", "carried", "status"),
        *("verdict", "band", "fit", "fit_se", "stability", "between", "scales", "cautions"),
        *("beliefs", "contrasts", "change", "quality", "answered", "items", "problems"),
    ]
    for part in ("profile", "source", "scales", "beliefs", "contrasts", "quality"):
        assert shapes[0][part] == shapes[1][part] == shapes[2][part]


def shape(value: object) -> dict[str, object]:
    """Keys within keys, without what they hold."""
    return {k: shape(v) for k, v in value.items()} if isinstance(value, dict) else {}


def test_a_record_names_its_instrument(mini: Key, people: list[Result]) -> None:
    stamp = people[0].profile
    assert (stamp.id, stamp.version) == ("pemandu", "1.0.0")
    assert stamp.sha256 == mini.instrument.sha256
    assert (people[0].schema, people[0].scoring) == (1, 2)


def test_the_two_bands_and_the_moves_are_written_by_their_ids(mini: Key) -> None:
    # keyed 5 1 1 5 on every scale: a fit of 50 with a large error, five from 55 and ten from 40
    answers = {i.id: (5, 1, 5, 1)[int(i.id[-1]) - 1] for i in mini.profile.items}
    person = one(assess(mini, batch_of_one(mini.profile, answers)))
    assert person.between == ("berimbang", "cukup")
    assert person.change is not None
    assert person.change.up is not None
    assert person.change.down is not None
    assert (person.change.up.verdict, person.change.down.verdict) == ("cukup", "rendah")


def test_traits_without_a_score_are_listed(mini: Key) -> None:
    answers = {i.id: 3 for i in mini.profile.items if i.id not in {"t1_1", "t1_2", "a1_1", "a1_2"}}
    person = one(assess(mini, batch_of_one(mini.profile, answers)))
    assert person.unscored == ("trait_a", "anti_a")


def test_a_batch_of_several_is_not_one(mini: Key, batch: AnswerBatch) -> None:
    with pytest.raises(ValueError, match="too many"):
        one(assess(mini, batch))
