"""The header among the first rows, and people under it, down to the cell."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from kelompok_quiz.columns.guide import Guide
from kelompok_quiz.columns.header_matcher import HeaderMatcher
from kelompok_quiz.problems import InputUnreadable
from kelompok_quiz.profile.loading import load
from kelompok_quiz.reading.sources import inspect_answers, open_answers
from support.answer_files import (
    ANSWERS,
    SHEET,
    STATEMENTS,
    Reader,
    answers,
    codes,
    headed,
    problems,
    refusal,
    respondents,
    table,
    with_cell,
)
from support.answer_lines import (
    FOURS,
    HEADER,
    first_problems,
    layout,
    line,
    names,
    person,
    read_text,
    refused,
)
from support.mini import IDS, MINI_FILE, PROFILE

TEXTS = [item.text for item in PROFILE.items]


@pytest.mark.parametrize("above", ["Rekap\n", "Rekap,,\n\nSMA 1,2026,\n", '"Rekap\nkelas X"\n'])
def test_title_rows_above_the_header_are_no_people(above: str) -> None:
    text = above + line(HEADER) + person("Ani") + line(["Budi", "9", *FOURS[1:]])
    assert names(text) == ["Ani", "Budi"]
    assert layout(text).place.line == above.count("\n") + 1
    assert first_problems(text)[2].place.line == above.count("\n") + 3


def test_a_header_is_looked_for_among_the_first_rows_only() -> None:
    assert refused("judul\n" * 25 + line(HEADER) + person("Ani")).code == "columns_none"


def test_where_nothing_maps_the_first_wide_row_is_the_header() -> None:
    found = layout("Rekap\n\nwaktu,P1,P2\n1,2,3\n")
    assert (found.columns.headers, found.place.line) == (("waktu", "P1", "P2"), 3)


def test_a_header_cell_that_is_blank_takes_the_one_above_or_a_number() -> None:
    below = line(["", "nama", "", *IDS]) + line(["Bu Rina", "Ani", "x", *FOURS])
    groups = line(["Wali", "Anak", "", "Pernyataan", *[""] * (len(IDS) - 1)])
    assert layout(groups + below).columns.headers[:3] == ("Wali", "nama", "kolom 3")
    title = line(["SMA 1", "2026", *[""] * (len(IDS) + 1)])
    assert layout(title + below).columns.headers[:3] == ("kolom 1", "nama", "kolom 3")


@pytest.mark.parametrize(
    "below",
    [
        line(["#name", *["#indicator"] * len(IDS)]),
        line(["", *["Response"] * len(IDS)]),
        line(["Siapa namamu?", *TEXTS]),
        line(['"{""ImportId"":""QID1""}"', *['"{""ImportId"":""QID2""}"'] * len(IDS)]),
        line(["Nama", *["Seberapa?"] * len(IDS)])
        + line(['"{""ImportId"":""QID1""}"', *[""] * len(IDS)]),
    ],
    ids=["hxl", "response", "texts", "import ids", "questions and import ids"],
)
def test_rows_that_describe_the_columns_are_no_people(below: str) -> None:
    text = line(HEADER) + below + person("Ani")
    assert names(text) == ["Ani"]
    assert layout(text).descriptions == below.count("\n")


@pytest.mark.parametrize(
    "row",
    [
        ["Ani", *[""] * len(IDS)],
        ["#1", "4", *[""] * (len(IDS) - 1)],
        ["Ani", "Response", *FOURS[1:]],
        ["Ani", *["x"] * len(IDS)],
    ],
)
def test_a_first_row_that_looks_odd_is_somebody(row: list[str]) -> None:
    assert len(names(line(HEADER) + line(row) + person("Budi"))) == 2


def test_times_beside_the_answers_are_used_and_not_carried() -> None:
    times = [f"{item_id}_detik" for item_id in IDS]
    row = ["Ani", *FOURS, "0,9", "", *["1.5"] * (len(IDS) - 2)]
    (batch,) = read_text(line([*HEADER, *times], ";") + line(row, ";"))
    assert batch.headers == ("nama",)
    assert batch.seconds is not None
    assert batch.seconds[0][:3].tolist() == pytest.approx([0.9, np.nan, 1.5], nan_ok=True)


@pytest.mark.parametrize("cell", ["-1", "lama", "inf", "nan", "08:05", "1" * 31])
def test_a_time_that_is_none_rejects_its_row(cell: str) -> None:
    text = line([*HEADER, "t1_1_ms"]) + line(["Ani", *FOURS, cell]) + line(["B", *FOURS, "9"])
    (problem,) = first_problems(text).values()
    assert (problem.code, problem.place.header) == ("seconds_invalid", "t1_1_ms")
    (batch,) = read_text(text)
    assert batch.matrix[0].any() == False  # noqa: E712 - of NumPy
    assert batch.seconds is not None
    assert np.nanmax(batch.seconds[1]) == pytest.approx(0.009)


def test_a_row_with_a_wrong_answer_and_a_wrong_time_is_told_of_both() -> None:
    header = line([*HEADER, f"{IDS[1]}_detik"])
    text = header + line(["Ani", "9", *FOURS[1:], "cepat"]) + line(["Budi", *FOURS, "3.5"])
    (batch,) = read_text(text)
    ((wrong, untimed),) = batch.rejects.values()
    assert (wrong.code, untimed.code) == ("answer_invalid", "seconds_invalid")
    assert batch.seconds is not None
    assert batch.seconds[1, 1] == 3.5


def test_labels_of_a_guide_are_answers() -> None:
    guide = Guide(labels={"SS": 5, "Tak tahu": 0})
    text = line(HEADER) + line(["Ani", "ss", "TAK  tahu", *FOURS[2:]])
    (batch,) = read_text(text, guide)
    assert batch.matrix[0].tolist() == [5, 0, *[4] * (len(IDS) - 2)]


def test_without_an_item_the_people_are_counted_all_the_same() -> None:
    with inspect_answers(io.BytesIO(b"Q1,Q2\n1,2\n3,4\n"), HeaderMatcher(PROFILE)) as source:
        (batch,) = source.batches()
    assert len(batch) == 2
    assert batch.rejects == {}


@pytest.mark.parametrize(
    "write",
    [
        str.upper,
        lambda item_id: f" {item_id} ",
        lambda item_id: f"grup/{item_id}",
        lambda item_id: f"Grup Satu/Bagian.2/{item_id.upper()}",
        lambda item_id: f"data.{item_id}",
        STATEMENTS.__getitem__,
        lambda item_id: STATEMENTS[item_id].upper(),
        lambda item_id: f"12. {STATEMENTS[item_id]}",
        lambda item_id: f"7) {STATEMENTS[item_id].rstrip('.')}",
        lambda item_id: STATEMENTS[item_id].replace(" ", "\u00a0 \n"),
        lambda item_id: f"{STATEMENTS[item_id]} *",
    ],
    ids=[
        *("upper case", "spaces", "path", "deep path", "dots", "statement", "loud statement"),
        *("numbered", "numbered with a bracket", "spaced and broken", "marked as required"),
    ],
)
def test_a_header_is_an_items_id_or_the_end_of_a_path_or_its_statement(
    read: Reader, write: Callable[[str], str]
) -> None:
    found = read(table([ANSWERS], [write(item_id) for item_id in IDS]))
    assert answers(found) == [ANSWERS]
    assert found[0].headers == ()


def test_curly_quotes_and_dashes_do_not_part_a_statement_from_its_item(tmp_path: Path) -> None:
    source = MINI_FILE.read_text("utf-8")
    path = tmp_path / "profil.yaml"
    path.write_text(source.replace("Aku senang mengajak teman", "Aku senang 'meng-ajak' teman"))
    profile = load(path).profile
    header = ["Aku senang ‘meng–ajak’ teman ikut kegiatan membaca", *(set(IDS) - {"t1_1"})]
    content = table([["4"] * len(IDS)], header).encode()
    with open_answers(io.BytesIO(content), profile) as opened:
        assert answers(list(opened.batches())) == [[4] * len(IDS)]


@pytest.mark.parametrize(
    ("cell", "answer"),
    [
        *[(number, number) for number in range(1, 6)],
        *[("4.0", 4), ("4,0", 4), (" 4 ", 4), ("Setuju", 4), ("SETUJU", 4), ("setuju  ", 4)],
        *[("sangat  tidak\u00a0setuju", 1), ("Netral", 3)],
        *[("4 - Setuju", 4), ("1 – sangat tidak setuju", 1)],
        *[("", 0), ("  ", 0), ("-", 0), ("NA", 0), ("na", 0), ("lewati", 0), ("Lewati", 0)],
    ],
)
def test_a_cell_is_a_number_or_a_response_or_both_or_a_mark_of_nothing(
    read: Reader, cell: object, answer: int
) -> None:
    found = read(with_cell(cell))
    assert problems(found) == {}
    assert answers(found) == [[answer, *ANSWERS[1:]]]


@pytest.mark.parametrize(
    "cell",
    [
        *["0", "6", "3,5", "3.5", "1+2", "03", "+3", "-3", "4.00", "4e0", "1_0", "٤x"],
        *["5 - Setuju", "4 Setuju", "Sangat", "ya", "Setuju, Netral", "n/a", "#N/A", "4;", "\x00"],
    ],
)
def test_any_other_cell_rejects_its_row_and_is_named(read: Reader, cell: str) -> None:
    found = read(table([ANSWERS, [*ANSWERS[:2], cell, *ANSWERS[3:]], ANSWERS]))
    assert answers(found) == [ANSWERS, [0] * len(IDS), ANSWERS]
    ((row, (problem,)),) = problems(found).items()
    assert (row, problem.code, problem.value) == (2, "answer_invalid", cell)
    assert (problem.place.line, problem.place.person, problem.place.header) == (3, 2, IDS[2])


def test_every_cell_that_is_no_answer_is_named(read: Reader) -> None:
    found = read(table([["0", "6", *ANSWERS[2:]]]))
    assert [(p.place.header, p.value) for p in problems(found)[1]] == [(IDS[0], "0"), (IDS[1], "6")]


def test_a_blank_answer_is_missing_and_never_neutral(read: Reader) -> None:
    assert answers(read(table([["x", *[""] * len(IDS)]], ["nama", *IDS]))) == [[0] * len(IDS)]


def test_blank_rows_are_no_people_and_rows_count_people(read: Reader) -> None:
    blank = ["", " ", *[""] * (len(IDS) - 2)]
    found = read(table([ANSWERS, blank, [], ANSWERS, blank]))
    assert [row for batch in found for row in batch.rows] == [1, 2]
    assert respondents(found) == ["1", "2"]


def test_a_message_names_the_line_in_the_file_and_the_number_of_the_person(read: Reader) -> None:
    text = "\n  \n" + table([[], ["9", *ANSWERS[1:]]])
    ((problem,),) = problems(read(text)).values()
    assert (problem.place.line, problem.place.person) == (5, 1)


@pytest.mark.parametrize(
    "cells",
    [ANSWERS[:-1], [*ANSWERS, "5"], [*ANSWERS, ""], ["9"]],
    ids=["short", "long", "long and blank", "one"],
)
def test_a_row_of_another_width_is_rejected_and_stops_nothing(
    read: Reader, cells: list[object]
) -> None:
    found = read(table([ANSWERS, cells, ANSWERS]))
    assert answers(found) == [ANSWERS, [0] * len(IDS), ANSWERS]
    assert codes(found) == {2: ["row_width"]}
    message = problems(found)[2][0].message
    assert f"{len(cells)} sel" in message
    assert str(len(IDS)) in message


def test_two_columns_of_one_item_must_agree(read: Reader) -> None:
    header = [*IDS, f"grup/{IDS[0]}"]
    found = read(table([[*ANSWERS, "Sangat tidak setuju"], [*ANSWERS, "2"]], header))
    assert answers(found) == [ANSWERS, [0] * len(IDS)]
    ((row, (problem,)),) = problems(found).items()
    assert (row, problem.code, problem.value) == (2, "answers_disagree", "1 / 2")
    assert problem.place.header == f"grup/{IDS[0]}"


def test_of_two_columns_of_one_item_a_blank_one_says_nothing(read: Reader) -> None:
    header = [*IDS, f"lama/{IDS[0]}", f"baru/{IDS[0]}"]
    rows = [["", *ANSWERS[1:], "2", ""], ["-", *ANSWERS[1:], "", "3"], ["", *ANSWERS[1:], "", ""]]
    found = read(table([*rows, ["", *ANSWERS[1:], "2", "3"]], header))
    assert [person[0] for person in answers(found)] == [2, 3, 0, 0]
    ((row, (problem,)),) = problems(found).items()
    assert (row, problem.value, problem.place.header) == (4, "2 / 3", header[-1])
    one, again = IDS[0], IDS[0].upper()
    people = [SHEET | {one: None, again: 2}, SHEET | {one: 3, again: ""}]
    assert [person[0] for person in answers(read(json.dumps(people), "a.json"))] == [2, 3]


def test_many_people_are_read_in_batches_and_keep_their_numbers(read: Reader) -> None:
    rows = [["n", *ANSWERS] for _ in range(9000)]
    rows[8500][1] = "0"
    found = read(table(rows, ["kelas", *IDS]))
    assert len(found) > 1
    assert [row for batch in found for row in batch.rows] == list(range(1, 9001))
    assert respondents(found)[-1] == "9000"
    ((row, (problem,)),) = problems(found).items()
    assert (row, problem.place.line, problem.place.person) == (8501, 8502, 8501)


def test_the_matrix_is_read_only(read: Reader) -> None:
    (batch,) = read(table([ANSWERS]))
    with pytest.raises(ValueError, match="read-only"):
        batch.matrix[0, 0] = 5


def test_other_columns_are_carried_unchanged_in_their_order(read: Reader) -> None:
    (batch,) = read(table([[" Ani ", *ANSWERS, "01/08/2026 08.05.00"]], ["Kelas", *IDS, "Waktu"]))
    assert batch.headers == ("Kelas", "Waktu")
    assert list(batch.cells[0]) == [" Ani ", "01/08/2026 08.05.00"]


def test_a_row_may_lack_blank_cells_behind_the_last_answer(read: Reader) -> None:
    header = ["nama", "kelas", *IDS, "saran", "lain"]
    found = read(table([["Ani", "X", *ANSWERS], ["Budi", "X", *ANSWERS, "baik"]], header))
    assert answers(found) == [ANSWERS, ANSWERS]
    assert [tuple(row) for batch in found for row in batch.cells] == [
        ("Ani", "X", "", ""),
        ("Budi", "X", "baik", ""),
    ]


@pytest.mark.parametrize("behind", [[], [""], ["-"], ["baik"], ["", ""]])
def test_a_row_that_lost_a_cell_before_the_answers_is_never_shifted(
    read: Reader, behind: list[str]
) -> None:
    header = ["nama", "kelas", *IDS, "saran", "lain"]
    found = read(table([["Ani", *ANSWERS, *behind], ["Budi", "X", *ANSWERS, "", ""]], header))
    assert answers(found) == [[0] * len(IDS), ANSWERS]
    assert codes(found) == {1: ["row_width"]}


def test_with_digits_behind_the_answers_a_row_must_be_whole(read: Reader) -> None:
    header = ["nama", "kelas", *IDS, "anak ke", "saran"]
    lost, whole = ["Ani", *ANSWERS, "2"], ["Budi", "X", *ANSWERS, "3", ""]
    assert codes(read(table([lost, whole], header))) == {1: ["row_width"]}


def test_with_times_beside_the_answers_a_row_must_be_whole(read: Reader) -> None:
    header = [*IDS, f"{IDS[0]}_detik", "saran"]
    assert codes(read(table([[*ANSWERS, "4"]], header))) == {1: ["row_width"]}


def test_carried_columns_of_one_name_are_all_kept(read: Reader) -> None:
    header = ["nama", "nama", "nama (2)", *IDS]
    (batch,) = read(table([["a", "b", "c", *ANSWERS]], header))
    assert len(set(batch.headers)) == 3
    assert list(batch.cells[0]) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("header", "name"),
    [
        (["kelas", "Nama"], "b"),
        (["email", "name"], "b"),
        (["Nama", "NIS"], "b"),
        (["id", "RESPONDEN"], "b"),
        (["nisn", "nis"], "a"),
        (["Nama", "nama"], "a"),
        (["kelas", "Nama Lengkap"], "b"),
        (["kelas", "Kode Nama"], "1"),
        (["meta/id", "profil/nama"], "b"),
        (["_id", "Nama Siswa"], "b"),
    ],
)
def test_the_respondent_is_the_first_known_column_or_the_number_of_the_person(
    read: Reader, header: list[str], name: str
) -> None:
    assert respondents(read(table([["a", "b", *ANSWERS]], [*header, *IDS]))) == [name]


def test_of_two_known_columns_the_more_exact_names_the_respondent(read: Reader) -> None:
    known = ["responden", "id", "nisn", "nis", "nama", "name", "email"]
    for first, second in pairwise(known):
        found = read(table([["b", "a", *ANSWERS]], [second, first, *IDS]))
        assert respondents(found) == ["a"], (first, second)


def test_a_person_without_a_name_is_named_by_number(read: Reader) -> None:
    rows = [["  Budi Santoso ", *ANSWERS], ["", *ANSWERS]]
    assert respondents(read(table(rows, ["nama", *IDS]))) == ["Budi Santoso", "2"]


@pytest.mark.parametrize("content", ["", "\n", "  \n\n", "\ufeff"])
@pytest.mark.parametrize("name", ["a.csv", "a.txt", "a.jsonl", "a.json"])
def test_an_empty_file_is_told(read: Reader, content: str, name: str) -> None:
    assert [p.code for p in refusal(content, read, name)] == ["input_empty"]


def test_a_header_without_people_gives_nobody(read: Reader) -> None:
    assert read(table([])) == []


def test_an_item_without_a_column_is_named(read: Reader) -> None:
    (problem,) = refusal(table([ANSWERS[:-2]], IDS[:-2]), read)
    assert (problem.code, problem.place.line) == ("columns_missing", 1)
    assert f"2 butir tidak punya kolom: {IDS[-2]}, {IDS[-1]}." in problem.message
    assert "--sebagian" in problem.remedy


def test_many_items_without_a_column_are_counted(read: Reader) -> None:
    (problem,) = refusal(table([ANSWERS[:10]], IDS[:10]), read)
    assert problem.message.startswith("18 butir")
    assert problem.message.endswith("(dan 13 lagi).")


@pytest.mark.parametrize(
    ("item_id", "written", "near"),
    [
        ("t1_1", "t1-1", "t1_1"),
        ("t2_1", "Aku tidak menyusun jadwal sebelum kegiatan dimulai", "t2_1"),
        ("a1_1", "Aku menyimpan buku bagus untuk diri sendiri", "a1_1"),
    ],
)
def test_a_near_miss_is_named_and_not_guessed(
    read: Reader, item_id: str, written: str, near: str
) -> None:
    (problem,) = refusal(headed({item_id: written}), read)
    assert problem.code == "columns_missing_near"
    assert written in problem.remedy
    assert f"“{near}”" in problem.remedy


def test_every_near_miss_is_named(read: Reader) -> None:
    found = refusal(headed({"t1_1": "t1-1", "b1_4": "b1 4"}), read)
    assert [p.code for p in found] == ["columns_missing_near"] * 2


@pytest.mark.parametrize("write", ["Q{}", "q{}", "Question {}", "{}", "soal {}", "P{}"])
def test_headers_that_are_only_numbers_are_refused(read: Reader, write: str) -> None:
    header = [write.format(number) for number in range(1, len(IDS) + 1)]
    (problem,) = refusal(table([ANSWERS], header), read)
    assert problem.code == "columns_numbered"
    assert f"“{header[0]}”" in problem.message


def test_a_table_without_any_item_is_refused(read: Reader) -> None:
    (problem,) = refusal("nama,kelas\nAni,X\n", read)
    assert problem.code == "columns_none"
    assert IDS[0] in problem.remedy


def test_partly_means_that_items_without_a_column_are_missing(read: Reader) -> None:
    found = read(table([ANSWERS[:3]], IDS[:3]), partial=True)
    assert answers(found) == [[*ANSWERS[:3], *[0] * (len(IDS) - 3)]]


def test_partly_is_not_without_any_item(read: Reader) -> None:
    with pytest.raises(InputUnreadable):
        read("nama\nAni\n", partial=True)
