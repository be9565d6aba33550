"""Bytes of any usual encoding, cut anywhere, are the same text."""

from __future__ import annotations

import pytest

from kelompok_quiz.reading.contents import Limits
from support.answer_files import ANSWERS, Reader, answers, refusal, respondents, table
from support.mini import IDS
from support.packed import TABLE, names, read_packed, refusal_code


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


def test_a_byte_order_mark_is_no_part_of_the_first_header(read: Reader) -> None:
    assert answers(read("\ufeff" + table([ANSWERS]))) == [ANSWERS]


def test_a_line_without_end_is_refused() -> None:
    limits = Limits(line=1000, chunk=100)
    assert refusal_code(TABLE.encode() + b"x" * 3000, limits=limits) == "line_too_long"


@pytest.mark.parametrize("start", ["[{", "a: 1\nb: "])
def test_a_document_that_is_too_large_is_refused(start: str) -> None:
    limits = Limits(json=1000, yaml=1000)
    assert refusal_code(start.encode() + b" " * 2000, limits=limits) == "document_too_large"


def test_yaml_is_bounded_in_bytes_and_not_in_characters() -> None:
    assert refusal_code("a: ééé".encode(), limits=Limits(yaml=8)) == "document_too_large"
    assert refusal_code("a: ééé".encode(), limits=Limits(yaml=9)) != "document_too_large"


@pytest.mark.parametrize("size", [1, 7, 64])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_where_the_bytes_are_cut_makes_no_difference(size: int, encoding: str, end: str) -> None:
    text = TABLE.replace("Ani", 'Andr\u00e9 "\u00e9"').replace("\n", end)
    assert names(text.encode(encoding), Limits(chunk=size + 3)) == ['Andr\u00e9 "\u00e9"']


@pytest.mark.parametrize("size", range(4, 24))
def test_where_the_bytes_are_cut_no_line_is_counted_twice(size: int) -> None:
    rows = [TABLE.rstrip("\n"), f"B{',4' * len(IDS)}"] * 3
    content = "\n".join([*rows, f"C,9{',4' * (len(IDS) - 1)}"]).replace("\n", "\r\n").encode()
    batches = read_packed(content, limits=Limits(chunk=size))
    rejects = [p for batch in batches for found in batch.rejects.values() for p in found]
    assert [problem.place.line for problem in rejects if problem.value == "9"] == [10]
