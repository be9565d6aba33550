"""Delimiters, rows over several lines, and quotes left open."""

from __future__ import annotations

import io

import pytest

from kelompok_quiz.reading.sources import open_answers
from support.answer_files import (
    ANSWERS,
    Reader,
    answers,
    codes,
    problems,
    refusal,
    respondents,
    table,
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
from support.mini import IDS, PROFILE


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


def test_a_last_line_may_lack_its_end(read: Reader) -> None:
    assert answers(read(table([ANSWERS]).rstrip("\n"))) == [ANSWERS]


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


def test_a_declared_delimiter_may_be_any_sign() -> None:
    text = "sep=^\n" + line(HEADER, "^") + line(["Ani, S.Pd", *FOURS], "^")
    assert names(text) == ["Ani, S.Pd"]
    assert layout(text).delimiter == "^"


def test_a_declared_delimiter_is_not_believed_against_the_header() -> None:
    assert names("sep=;\n" + line(HEADER) + person("Ani")) == ["Ani"]


def test_an_unclosed_quote_costs_its_row_alone() -> None:
    text = line(HEADER) + person('"Ani') + person("Budi") + person("Cici")
    assert len(names(text)) == 3
    assert names(text)[1:] == ["Budi", "Cici"]
    found = first_problems(text)
    assert [(row, p.code, p.place.line) for row, p in found.items()] == [(1, "quote_unclosed", 2)]


def test_an_unclosed_quote_in_the_last_column_hides_nobody() -> None:
    header = line([*HEADER, "komentar"])
    text = header + "".join(line([n, *FOURS, c]) for n, c in [("A", '"ya'), ("B", ""), ("C", 'o"')])
    assert names(text) == ["A", "B", "C"]
    assert list(first_problems(text)) == [1]


def test_an_unclosed_quote_at_the_end_is_told() -> None:
    text = line(HEADER) + person("Ani") + line(["Budi", *FOURS[:-1], '"4'])
    assert {row: p.code for row, p in first_problems(text).items()} == {2: "quote_unclosed"}


def test_rows_of_another_width_behind_an_unclosed_quote_are_rejected_each() -> None:
    text = line(HEADER) + person('"Ani') + "Budi,4\n" + "Cici,4,4\n" + person("Dewi")
    codes = {row: p.code for row, p in first_problems(text).items()}
    assert codes == {1: "quote_unclosed", 2: "row_width", 3: "row_width"}
    assert names(text)[3] == "Dewi"


@pytest.mark.lama
def test_an_unclosed_quote_before_many_rows_is_told_and_hides_nobody() -> None:
    text = line(HEADER) + '"Ani,4\n' + "x,4,4,4\n" * 30_000 + person("Budi")
    assert len(names(text)) == 30_002
    assert names(text)[-1] == "Budi"


def test_cells_over_several_lines_stay_whole() -> None:
    header = line([*HEADER, "komentar"])
    text = header + line(['"Ani\nDewi"', *FOURS, '"satu\n""dua"", tiga\n\nempat"'])
    (batch,) = read_text(text + line(["Budi", *FOURS, "x"]))
    assert batch.respondents == ["Ani\nDewi", "Budi"]
    assert batch.cells[0][1] == 'satu\n"dua", tiga\n\nempat'


def test_in_a_narrow_table_a_line_may_be_part_of_a_text() -> None:
    text = 'nama,t1_1,komentar\nAni,4,"a,b,c\nd,e,f"\n'
    with open_answers(io.BytesIO(text.encode()), PROFILE, partial=True) as source:
        (batch,) = source.batches()
    assert batch.cells[0][1] == "a,b,c\nd,e,f"


def test_a_quote_left_open_in_the_header_is_told() -> None:
    text = line(["nama", f'"{IDS[0]}', *IDS[1:]]) + person("Ani") * 9
    assert (refused(text).code, refused(text).place.line) == ("header_quote_open", 1)


def test_a_line_that_the_csv_reader_refuses_ends_no_open_row() -> None:
    text = line(HEADER) + person('"Ani') + line(["x" * 140_000, *FOURS]) + person("Budi")
    assert {row: p.code for row, p in first_problems(text).items()} == {
        1: "quote_unclosed",
        2: "row_unreadable",
    }
    assert names(text)[2] == "Budi"
