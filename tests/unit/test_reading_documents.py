"""JSON, JSON Lines, YAML and lines of digits."""

from __future__ import annotations

import json
from typing import Any

import pytest

from support.answer_files import (
    ANSWERS,
    SHEET,
    Reader,
    answers,
    codes,
    digits,
    problems,
    refusal,
    respondents,
)
from support.mini import IDS


@pytest.mark.parametrize("name", ["a.json", "a.txt", "a"])
def test_json_is_a_list_of_people_or_one_person(read: Reader, name: str) -> None:
    assert answers(read(json.dumps([SHEET, SHEET]), name)) == [ANSWERS] * 2
    assert answers(read(json.dumps(SHEET, indent=1), name)) == [ANSWERS]
    assert answers(read(json.dumps(SHEET), name)) == [ANSWERS]


def test_json_values_are_answers_by_membership(read: Reader) -> None:
    given: dict[str, Any] = {"a1_1": 4.0, "a1_2": "4,0", "a1_3": "SETUJU", "a1_4": None, "b1_1": ""}
    (row,) = answers(read(json.dumps([SHEET | given]), "a.json"))
    assert [row[IDS.index(item_id)] for item_id in given] == [4, 4, 4, 0, 0]


@pytest.mark.parametrize(
    "value", [0, 6, 3.5, True, False, "03", [4], {"jawaban": 4}, 10**30, 1e400, -1, "5 - Setuju"]
)
def test_any_other_json_value_rejects_its_person(read: Reader, value: object) -> None:
    content = json.dumps([SHEET | {"b1_2": value}, SHEET]).replace("Infinity", "1e400")
    found = read(content, "a.json")
    assert answers(found) == [[0] * len(IDS), ANSWERS]
    ((row, (problem,)),) = problems(found).items()
    assert (row, problem.code, problem.place.header) == (1, "answer_invalid", "b1_2")


def test_a_number_longer_than_python_reads_rejects_its_person_alone(read: Reader) -> None:
    huge = json.dumps(SHEET).replace('"t1_1": 5', f'"t1_1": {"9" * 5000}')
    assert huge != json.dumps(SHEET)
    assert codes(read(f"[{huge}, {json.dumps(SHEET)}]", "a.json")) == {1: ["answer_invalid"]}
    assert codes(read(f"{huge}\n{json.dumps(SHEET)}\n", "a.jsonl")) == {1: ["answer_invalid"]}


def test_lines_of_json_are_people_and_a_bad_line_is_one_of_them(read: Reader) -> None:
    good = json.dumps(SHEET)
    lines = [good, "{rusak", "", "[4]", good.replace('"t1_1": ', '"t1_1": NaN, "x": '), good]
    found = read("\n".join(lines), "a.jsonl")
    assert answers(found) == [ANSWERS, *[[0] * len(IDS)] * 3, ANSWERS]
    assert codes(found) == {
        2: ["record_malformed"],
        3: ["record_not_mapping"],
        4: ["answer_invalid"],
    }
    assert [p.place.line for (p,) in problems(found).values()] == [2, 4, 5]


def test_a_bad_first_line_is_a_person_too(read: Reader) -> None:
    found = read(f"{{rusak\n{json.dumps(SHEET)}\n", "a.jsonl")
    assert codes(found) == {1: ["record_malformed"]}
    assert answers(found) == [[0] * len(IDS), ANSWERS]


@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a"])
def test_lines_of_which_none_is_a_person_are_refused(read: Reader, name: str) -> None:
    assert refusal("{rusak\n{juga\n", read, name)


def test_of_lines_of_which_none_is_a_person_a_few_are_told(read: Reader) -> None:
    found = refusal("{rusak\n" * 20_000, read, "a.jsonl")
    assert [problem.place.line for problem in found] == [1, 2, 3]


def test_saved_sheets_may_stand_one_behind_the_other(read: Reader) -> None:
    sheet = json.dumps({"answers": SHEET, "respondent": "Ani"}, indent=1)
    for name in ("a.json", "a.jsonl", "a"):
        assert respondents(read(f"{sheet}\n{sheet}{sheet}\n", name)) == ["Ani"] * 3
    (problem,) = refusal(f"{sheet}\n[{sheet}]", read, "a.json")
    assert (problem.code, problem.place.line) == ("records_expected", sheet.count("\n") + 2)
    (problem,) = refusal(f"{sheet},\n{sheet}", read, "a.json")
    assert problem.code == "json_malformed"


def test_a_key_given_twice_leaves_open_what_was_meant(read: Reader) -> None:
    twice = json.dumps(SHEET)[:-1] + ', "t1_1": 2}'
    found = read(f"{json.dumps(SHEET)}\n{twice}\n", "a.jsonl")
    assert codes(found) == {2: ["record_key_twice"]}
    assert problems(found)[2][0].value == "t1_1"
    assert [p.code for p in refusal(f"[{twice}]", read, "a.json")] == ["record_key_twice"]


@pytest.mark.parametrize("constant", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_rejects_its_person_alone(read: Reader, constant: str) -> None:
    content = json.dumps([SHEET, SHEET]).replace('"t1_1": 5', f'"t1_1": {constant}', 1)
    found = read(content, "a.json")
    assert answers(found) == [[0] * len(IDS), ANSWERS]
    ((problem,),) = problems(found).values()
    assert (problem.code, problem.value) == ("answer_invalid", constant)


def test_broken_json_is_told_with_its_place(read: Reader) -> None:
    (problem,) = refusal('[\n  {"t1_1": 4,\n   oops}\n]', read, "a.json")
    assert (problem.code, problem.place.line, problem.place.column) == ("json_malformed", 3, 4)


@pytest.mark.parametrize("left_over", [" x", ", {}", "\n{}"])
def test_what_stands_behind_a_list_is_no_json(read: Reader, left_over: str) -> None:
    (problem,) = refusal(json.dumps([SHEET]) + left_over, read, "a.json")
    assert problem.code == "json_malformed"


def test_people_of_a_list_that_no_comma_parts_are_no_json(read: Reader) -> None:
    (problem,) = refusal(f"[{json.dumps(SHEET)}\n{json.dumps(SHEET)}]", read, "a.json")
    assert (problem.code, problem.place.line) == ("json_malformed", 2)


@pytest.mark.parametrize("content", ["4", '"x"', "null", "true"])
def test_json_that_is_no_people_is_refused(read: Reader, content: str) -> None:
    assert refusal(content, read, "a.json")


@pytest.mark.parametrize("content", ["[]", "[1, 2]", "[[]]", "{}", "[{}]"])
def test_a_list_without_a_person_is_refused(read: Reader, content: str) -> None:
    assert refusal(content, read, "a.json")


@pytest.mark.parametrize("opening", ['{"a":', "[", '[{"a":['])
@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a"])
def test_nesting_without_end_is_refused(read: Reader, opening: str, name: str) -> None:
    assert refusal(opening * 100_000, read, name)


def test_yaml_is_one_person_or_a_list_of_people(read: Reader) -> None:
    person = "\n".join(f"{item_id}: {answer}" for item_id, answer in SHEET.items())
    people = f"- {person}\n".replace("\n", "\n  ").rstrip() + "\n"
    for name in ("a.yaml", "a.yml", "a"):
        assert answers(read(person, name)) == [ANSWERS]
        assert answers(read(people * 2, name)) == [ANSWERS] * 2
    assert answers(read(f"---\n{person}", "a")) == [ANSWERS]


def test_yaml_values_that_look_like_something_else_stay_what_was_written(read: Reader) -> None:
    given = {"a1_1": "~", "a1_2": "Setuju", "a1_3": "", "a1_4": "NA", "b1_1": "null"}
    given |= {"tanggal": "2026-08-01", "jam": "08:30", "kode": "010"}
    sheet = {item_id: str(answer) for item_id, answer in SHEET.items()} | given
    (batch,) = read("\n".join(f"{key}: {value}" for key, value in sheet.items()), "a.yaml")
    assert problems([batch]) == {}
    assert batch.headers == ("tanggal", "jam", "kode")
    assert list(batch.cells[0]) == ["2026-08-01", "08:30", "010"]
    (row,) = answers([batch])
    found = [row[IDS.index(i)] for i in ("a1_1", "a1_2", "a1_3", "a1_4", "b1_1")]
    assert found == [0, 4, 0, 0, 0]


@pytest.mark.parametrize("value", ["no", "yes", "2026-08-01", "010", "3.5", "0x4", "4e0", "[4]"])
def test_a_yaml_value_that_is_no_answer_rejects_its_person(read: Reader, value: str) -> None:
    sheet = SHEET | {"t1_1": value}
    found = read("\n".join(f"{key}: {answer}" for key, answer in sheet.items()), "a.yaml")
    assert codes(found) == {1: ["answer_invalid"]}


@pytest.mark.parametrize("content", ["a: [", "x: &a [*a]", "a: 1\na: 2", "- 1\n- 2", "sendiri"])
def test_yaml_that_is_no_people_is_refused(read: Reader, content: str) -> None:
    assert refusal(content, read, "a.yaml")


def test_a_line_of_digits_is_a_person_in_the_order_of_the_profile(read: Reader) -> None:
    found = read(f"{digits(ANSWERS)}\r\n\n  {digits(ANSWERS[::-1])}  \n", "a.txt")
    assert answers(found) == [ANSWERS, ANSWERS[::-1]]
    assert respondents(found) == ["1", "2"]


@pytest.mark.parametrize("blank", [1, 2, 3, 4, 28])
def test_a_dash_is_a_missing_answer_wherever_it_stands(read: Reader, blank: int) -> None:
    row = [*[0] * blank, *ANSWERS[blank:]]
    assert answers(read(f"{digits(row)}\n", "a.txt")) == [row]


def test_a_line_of_another_length_or_with_another_sign_is_rejected(read: Reader) -> None:
    good = digits(ANSWERS)
    found = read(f"{good}\n{good[1:]}\n0{good[1:]}\n{good}\n", "a.txt")
    assert codes(found) == {2: ["digits_length"], 3: ["answer_invalid"]}
    assert [p.place.line for (p,) in problems(found).values()] == [2, 3]
