"""People who sent a form more than once."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from kelompok_quiz.answers import AnswerBatch, batch_of_matrix
from kelompok_quiz.problems import Place, Problem
from kelompok_quiz.reading.repeats import Repeat, Repeats, superseded, without
from kelompok_quiz.reading.sources import open_answers
from support.mini import PROFILE


def batch(names: Sequence[str | None], first: int = 1) -> AnswerBatch:
    matrix = np.arange(1, len(names) + 1, dtype=np.int8).reshape(-1, 1)
    rows = range(first, first + len(names))
    return replace(batch_of_matrix(matrix), respondents=names, rows=rows)


def test_a_respondent_is_repeated_whatever_the_case_and_however_far_apart() -> None:
    watching = Repeats()
    assert list(watching.find(batch(["Ani", "Budi", "ANI"]))) == [Repeat("ANI", 3, 1)]
    assert list(watching.find(batch(["Cici", "budi", "ani"], 4))) == [
        Repeat("budi", 5, 2),
        Repeat("ani", 6, 1),
    ]
    assert watching.complete


def test_people_without_a_name_are_nobodys_repetition() -> None:
    people = replace(batch(["2", "2", "2", None]), unnamed=frozenset((1, 2)))
    assert list(Repeats().find(people)) == []
    assert superseded([people]).tolist() == []


def test_a_number_that_is_somebodys_name_is_repeated_wherever_it_stands() -> None:
    people = [batch(["1", "2", "3"]), batch(["2"], 4)]
    watching = Repeats()
    assert [found for each in people for found in watching.find(each)] == [Repeat("2", 4, 2)]
    assert superseded(people).tolist() == [2]


@pytest.mark.parametrize("table", [True, False])
def test_a_source_tells_names_from_the_numbers_of_the_nameless(
    tmp_path: Path, *, table: bool
) -> None:
    names, path = ["1", "", "3", "2", "1"], tmp_path / "kelas"
    ids = PROFILE.order
    answers = dict.fromkeys(ids, 4)
    rows = [f"{name}{',4' * len(ids)}" for name in names]
    records = [json.dumps({"id": name, **answers}) for name in names]
    path.write_text("\n".join([",".join(["id", *ids]), *rows] if table else records), "utf-8")
    with open_answers(path, PROFILE) as source:
        (found,) = source.batches()
    assert list(found.respondents) == ["1", "2", "3", "2", "1"]
    assert found.unnamed == {1}
    assert found.only([1, 4]).unnamed == {0}
    assert found.anonymous().unnamed == set(range(5))
    assert list(Repeats().find(found)) == [Repeat("1", 5, 1)]
    assert superseded([found]).tolist() == [1]


def test_so_many_respondents_are_remembered_and_no_more() -> None:
    watching = Repeats(most=2)
    assert list(watching.find(batch(["a", "b", "c", "c", "a"]))) == [Repeat("a", 5, 1)]
    assert not watching.complete


def test_of_repeated_rows_the_last_stays_and_keeps_its_number() -> None:
    batches = [batch(["Ani", "Budi", "ani"]), batch(["Cici", "ANI"], 4)]
    aside = superseded(batches)
    assert aside.tolist() == [1, 3]
    kept = [without(each, aside) for each in batches]
    assert [list(each.rows) for each in kept] == [[2], [4, 5]]
    assert [list(each.respondents) for each in kept] == [["Budi"], ["Cici", "ANI"]]
    assert kept[0].matrix.tolist() == [[2]]
    assert kept[1] is batches[1]


def test_a_part_of_a_batch_keeps_everything_about_its_people() -> None:
    problem = Problem("answer_invalid", Place(), {"value": "x", "points": 5})
    whole = replace(
        batch(["a", "b", "c"]),
        order=np.zeros((3, 1), dtype=np.intp),
        seconds=np.array([[1.0], [2.0], [3.0]]),
        headers=("h",),
        cells=[("1",), ("2",), ("3",)],
        rejects={0: (problem,), 2: (problem,)},
        extras={1: {"k": 1}, 2: {"k": 2}},
    )
    part = whole.only([2, 0])
    assert (list(part.rows), list(part.cells)) == ([3, 1], [("3",), ("1",)])
    assert set(part.rejects) == {0, 1}
    assert part.extras == {0: {"k": 2}}
    assert part.order is not None
    assert part.order.shape == (2, 1)
    assert part.seconds is not None
    assert part.seconds.tolist() == [[3.0], [1.0]]


def test_an_anonymous_batch_names_nobody() -> None:
    wrong = Problem("answer_invalid", Place(), {"value": "Ani", "points": 5})
    broken = Problem("row_unreadable", Place())
    whole = replace(
        batch(["Ani", "Budi"], 7),
        headers=("nama",),
        cells=[("Ani",), ("Budi",)],
        rejects={0: (wrong, broken)},
        extras={1: {"kelas": "X"}},
    )
    nameless = whole.anonymous()
    assert nameless.respondents == ["7", "8"]
    assert (nameless.headers, list(nameless.cells), nameless.extras) == ((), [(), ()], {})
    assert "Ani" not in repr(nameless.rejects)
    assert nameless.rejects[0][1] == broken
    assert nameless.matrix.tolist() == whole.matrix.tolist()
