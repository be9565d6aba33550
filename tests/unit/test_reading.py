"""Answer files in every shape people send them, down to the cell."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest

from kelompok_quiz.answers import AnswerBatch
from kelompok_quiz.problems import InputMissing, InputUnreadable, Problem
from kelompok_quiz.profile import load
from kelompok_quiz.reading import open_path, open_stream
from kelompok_quiz.result import records
from kelompok_quiz.scoring.assessment import assess
from support.mini import IDS, KEY, MINI_FILE, PROFILE

ANSWERS = [1 + index % 5 for index in range(len(IDS))]
SHEET = dict(zip(IDS, ANSWERS, strict=True))
STATEMENTS = {item.id: item.text for item in PROFILE.items}

Reader = Callable[..., list[AnswerBatch]]


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    """Read what a file of this name would hold."""

    def read_file(
        content: str | bytes, name: str = "jawaban.csv", *, partial: bool = False
    ) -> list[AnswerBatch]:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        with open_path(path, PROFILE, partial=partial) as source:
            return list(source.batches())

    return read_file


def stream(content: str, *, partial: bool = False) -> list[AnswerBatch]:
    with open_stream(io.BytesIO(content.encode()), PROFILE, partial=partial) as source:
        return list(source.batches())


def table(
    rows: Iterable[Sequence[object]],
    header: Sequence[str] = IDS,
    delimiter: str = ",",
    end: str = "\n",
) -> str:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator=end)
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()


def headed(changes: dict[str, str]) -> str:
    """One person under the ids, of which some are written another way."""
    return table([ANSWERS], [changes.get(item_id, item_id) for item_id in IDS])


def with_cell(cell: object) -> str:
    """One person whose answer to the first item is this cell."""
    return table([[cell, *ANSWERS[1:]]], delimiter=";")


def answers(batches: list[AnswerBatch]) -> list[list[int]]:
    return [row for batch in batches for row in batch.matrix.tolist()]


def respondents(batches: list[AnswerBatch]) -> list[str | None]:
    return [name for batch in batches for name in batch.respondents]


def problems(batches: list[AnswerBatch]) -> dict[int, list[Problem]]:
    """The problems of every rejected person, by the number of the person."""
    return {b.rows[i]: list(found) for b in batches for i, found in sorted(b.rejects.items())}


def codes(batches: list[AnswerBatch]) -> dict[int, list[str]]:
    return {row: [problem.code for problem in found] for row, found in problems(batches).items()}


def refusal(content: str | bytes, read: Reader, name: str = "jawaban.csv") -> list[Problem]:
    with pytest.raises(InputUnreadable) as caught:
        read(content, name)
    return list(caught.value.problems)


# Tables: delimiters, headers, cells, rows


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"], ids=["comma", "semi", "tab", "bar"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_a_table_is_read_whatever_divides_it(read: Reader, delimiter: str, end: str) -> None:
    text = table([ANSWERS, ANSWERS[::-1]], delimiter=delimiter, end=end)
    assert answers(read(text)) == [ANSWERS, ANSWERS[::-1]]


def test_the_delimiter_is_the_one_under_which_most_items_map(read: Reader) -> None:
    header = ["Nama, gelar; kelas", *IDS]
    found = read(table([["Ani, S.Pd; X|A", *ANSWERS]], header, delimiter=";"))
    assert answers(found) == [ANSWERS]
    assert found[0].headers == ("Nama, gelar; kelas",)
    assert list(found[0].cells[0]) == ["Ani, S.Pd; X|A"]


@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.TSV", "a.data", "a"])
def test_a_table_is_known_by_its_suffix_or_by_its_content(read: Reader, name: str) -> None:
    assert answers(read(table([ANSWERS], delimiter="\t"), name)) == [ANSWERS]


def test_a_byte_order_mark_is_no_part_of_the_first_header(read: Reader) -> None:
    assert answers(read("\ufeff" + table([ANSWERS]))) == [ANSWERS]


def test_a_last_line_may_lack_its_end(read: Reader) -> None:
    assert answers(read(table([ANSWERS]).rstrip("\n"))) == [ANSWERS]


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
    with open_stream(io.BytesIO(content), profile) as opened:
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


def test_a_row_that_the_csv_reader_refuses_is_rejected_and_stops_nothing(read: Reader) -> None:
    too_long = ["x" * 140_000, *ANSWERS]
    found = read(table([["Ani", *ANSWERS], too_long, ["Cici", *ANSWERS]], ["nama", *IDS]))
    assert answers(found) == [ANSWERS, [0] * len(IDS), ANSWERS]
    assert codes(found) == {2: ["row_unreadable"]}
    assert respondents(found) == ["Ani", "2", "Cici"]


def test_a_header_that_the_csv_reader_refuses_is_told(read: Reader) -> None:
    (problem,) = refusal(table([], ["x" * 140_000, *IDS]), read)
    assert (problem.code, problem.place.line) == ("row_unreadable", 1)


def test_quoted_cells_may_span_lines(read: Reader) -> None:
    found = read(table([["Ani\nBudi", *ANSWERS], ["Cici", "0", *ANSWERS[1:]]], ["nama", *IDS]))
    assert respondents(found) == ["Ani\nBudi", "Cici"]
    assert problems(found)[2][0].place.line == 4


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


# Everything else in a row


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


# Files that cannot be understood


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


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl", "a.json", "a.yaml", "a.txt"])
def test_letters_of_no_encoding_are_told_with_a_line(read: Reader, name: str) -> None:
    (problem,) = refusal(f"nama\n{'x' * 9}\n".encode() + b"Andr\x81\n", read, name)
    assert (problem.code, problem.place.line) == ("input_not_text", 3)


def test_letters_of_no_encoding_far_below_are_told_with_their_line(read: Reader) -> None:
    rows = table([["n" * 30, *ANSWERS]] * 9000, ["kelas", *IDS]).encode()
    (problem,) = refusal(rows + b"Andr\x81\n", read)
    assert problem.place.line == 9002


@pytest.mark.parametrize("before", [1, 9000])
def test_old_windows_letters_are_read_wherever_the_first_stands(read: Reader, before: int) -> None:
    rows = table([["n" * 30, *ANSWERS]] * before, ["nama", *IDS]).encode()
    more = table([["André “Dé”", *ANSWERS]], ["nama", *IDS]).split("\n", 1)[1].encode("cp1252")
    assert respondents(read(rows + more))[-1] == "André “Dé”"


def test_old_windows_letters_after_those_of_utf8_are_told(read: Reader) -> None:
    rows = table([["André", *ANSWERS]], ["nama", *IDS]).encode()
    (problem,) = refusal(rows + b"Andr\xe9,\n", read)
    assert (problem.code, problem.place.line) == ("input_not_text", 3)


@pytest.mark.parametrize(
    "encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig", "cp1252"]
)
def test_a_table_is_read_in_any_usual_encoding(read: Reader, encoding: str) -> None:
    text = table([["Andr\u00e9", *ANSWERS]], ["nama", *IDS], delimiter="\t", end="\r\n")
    found = read(text.encode(encoding))
    assert (answers(found), respondents(found)) == ([ANSWERS], ["Andr\u00e9"])


@pytest.mark.parametrize("padding", ["\x00" * 512, "\x1a", "\n\x00"])
def test_what_an_interrupted_copy_leaves_behind_is_nobody(read: Reader, padding: str) -> None:
    assert answers(read(table([ANSWERS]) + padding)) == [ANSWERS]


@pytest.mark.parametrize("suffix", [".xlsx", ".XLS", ".ods", ".zip", ".csv"])
def test_a_damaged_zip_is_refused_whatever_it_is_called(read: Reader, suffix: str) -> None:
    (problem,) = refusal(b"PK\x03\x04", read, f"kelas{suffix}")
    assert problem.code == "archive_broken"


@pytest.mark.parametrize(
    ("start", "name"),
    [
        (b"%PDF-1.7", "PDF"),
        (b"\x89PNG\r\n", "gambar"),
        (b"\x1f\x8b\x08", "arsip"),
        (b"<!DOCTYPE html><html>", "HTML"),
        (b"\n <table><tr>", "HTML"),
        (b"{\\rtf1", "RTF"),
    ],
)
def test_a_foreign_file_is_called_by_its_name(read: Reader, start: bytes, name: str) -> None:
    (problem,) = refusal(start + b"\n" * 9, read, "jawaban.csv")
    assert problem.code == "format_unknown"
    assert name in problem.message


def test_a_file_that_is_not_there_is_missing(tmp_path: Path) -> None:
    with pytest.raises(InputMissing) as caught, open_path(tmp_path / "tiada.csv", PROFILE):
        pytest.fail("there is nothing to open")
    assert [p.code for p in caught.value.problems] == ["file_missing"]


def test_a_folder_is_missing_as_a_file(tmp_path: Path) -> None:
    with pytest.raises(InputMissing) as caught, open_path(tmp_path, PROFILE):
        pytest.fail("a folder holds no answers")
    assert [p.code for p in caught.value.problems] == ["file_is_folder"]


# Records: JSON, JSON Lines, YAML


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


# Sheets as the quiz saves them


def saved(**changes: Any) -> dict[str, Any]:
    return {
        "profile": {"id": "pemandu", "version": "1.0.0", "sha256": "0" * 64},
        "respondent": None,
        "answers": SHEET,
        "order": IDS,
        "seconds": dict.fromkeys(IDS, 3.5),
        "seed": None,
    } | changes


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


# Digit strings


def digits(row: Sequence[int]) -> str:
    return "".join(str(answer or "-") for answer in row)


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


# One content in every shape


def scored(batches: list[AnswerBatch]) -> list[dict[str, Any]]:
    """The records of people, but for the name of the file they came from."""
    found: list[dict[str, Any]] = [
        msgspec.to_builtins(record) for batch in batches for record in records(assess(KEY, batch))
    ]
    for record in found:
        record["source"].pop("file")
    return found


def test_the_same_people_give_the_same_records_in_every_shape(read: Reader) -> None:
    people = [ANSWERS, ANSWERS[::-1], [0, 0, *ANSWERS[2:]], [5] * len(IDS)]
    sheets = [
        dict(zip(IDS, (answer or None for answer in person), strict=True)) for person in people
    ]
    rows = [[answer or "" for answer in person] for person in people]
    in_words = [[PROFILE.responses[a - 1] if a else "-" for a in person] for person in people]
    yaml = "".join("- " + json.dumps(sheet) + "\n" for sheet in sheets)
    lines = "".join(json.dumps(sheet) + "\n" for sheet in sheets)
    strings = "".join(digits(person) + "\n" for person in people)
    expected = scored(read(table(rows)))
    assert [record["status"] for record in expected] == ["scored"] * 4
    statements = [STATEMENTS[item_id] for item_id in IDS]
    for content, name in [
        (table(rows, delimiter=";"), "a.csv"),
        (table(in_words, statements, "\t"), "a.tsv"),
        (json.dumps(sheets), "a.json"),
        (json.dumps([{"answers": sheet} for sheet in sheets]), "a.json"),
        (lines, "a.jsonl"),
        (yaml, "a.yaml"),
        (strings, "a.txt"),
    ]:
        assert scored(read(content, name)) == expected, name
        assert scored(stream(content)) == expected, f"{name} as a stream"


def test_a_stream_is_named_and_left_open() -> None:
    content = io.BytesIO(table([["0", *ANSWERS[1:]]]).encode())
    with open_stream(content, PROFILE) as source:
        (batch,) = source.batches()
    assert batch.source == "-"
    assert not content.closed
    assert str(problems([batch])[1][0].place).startswith("masukan:2, orang ke-1, kolom ")


def test_a_file_is_named_as_it_was_given(tmp_path: Path) -> None:
    path = tmp_path / "kelas x.csv"
    path.write_text(table([ANSWERS]))
    with open_path(path, PROFILE) as source:
        (batch,) = source.batches()
    assert batch.source == str(path)
