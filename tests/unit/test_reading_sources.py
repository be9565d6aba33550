"""What a source knows of the file behind it: how much of it is read, and its name."""

from __future__ import annotations

import io
import json
import os
import threading
from pathlib import Path

import pytest

from kelompok_quiz.problems import InputMissing, InputUnreadable
from kelompok_quiz.reading.sources import open_answers
from support.answer_files import (
    ANSWERS,
    STATEMENTS,
    Reader,
    digits,
    problems,
    scored,
    stream,
    table,
)
from support.mini import IDS, PROFILE

HEADER = f"nama,{','.join(IDS)}\n"
PERSON = f"Ani{',4' * len(IDS)}\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A table of more bytes than are read ahead."""
    path = tmp_path / "kelas.csv"
    path.write_text(HEADER + PERSON * 10_000, "utf-8")
    return path


def test_the_share_read_of_a_file_grows_to_the_whole(path: Path) -> None:
    with open_answers(path, PROFILE) as source:
        shares = [source.share_read(), *(source.share_read() for _ in source.batches())]
    assert all(share is not None and 0 < share <= 1 for share in shares)
    assert shares == sorted(shares, key=lambda share: share or 0)
    assert shares[0] != shares[-1] == 1


def test_the_share_read_of_a_file_on_standard_input_is_known(path: Path) -> None:
    with path.open("rb") as stream, open_answers(stream, PROFILE) as source:
        before = source.share_read()
        assert list(source.batches())
        assert (before or 0) < (source.share_read() or 0) == 1


def test_what_has_no_size_has_no_share() -> None:
    with open_answers(io.BytesIO((HEADER + PERSON).encode()), PROFILE) as source:
        assert source.share_read() is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are POSIX")
def test_a_pipe_has_no_share(tmp_path: Path) -> None:
    pipe = tmp_path / "pipa"
    os.mkfifo(pipe)
    writing = threading.Thread(target=pipe.write_text, args=(HEADER + PERSON,))
    writing.start()
    with open_answers(pipe, PROFILE) as source:
        assert source.share_read() is None
    writing.join()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"%PDF-1.7",
        b"PK\x03\x04",
        b"x,y\n1,2\n",
        b"[4]",
        b"a: [",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    ],
)
def test_every_refusal_names_the_file(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "kelas"
    path.write_bytes(content)
    with pytest.raises(InputUnreadable) as caught, open_answers(path, PROFILE) as source:
        list(source.batches())
    assert {problem.place.file for problem in caught.value.problems} == {str(path)}


def test_a_refusal_while_people_are_read_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "kelas.json"
    path.write_text('[{"t1_1": 4}, {"t1_1": 4} x]')
    with (
        open_answers(path, PROFILE, partial=True) as source,
        pytest.raises(InputUnreadable) as caught,
    ):
        list(source.batches())
    assert {problem.place.file for problem in caught.value.problems} == {str(path)}


@pytest.mark.parametrize("name", ["kelas.csv", "kelas.jsonl"])
def test_the_problems_of_a_person_name_the_file(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("nama,t1_1\nAni,9\n" if name.endswith("csv") else '{"t1_1": 9}\n{"t1_1": 4}\n')
    with open_answers(path, PROFILE, partial=True) as source:
        (batch,) = source.batches()
    assert [p.place.file for found in batch.rejects.values() for p in found] == [str(path)]


def test_a_file_that_is_not_there_is_missing(tmp_path: Path) -> None:
    with pytest.raises(InputMissing) as caught, open_answers(tmp_path / "tiada.csv", PROFILE):
        pytest.fail("there is nothing to open")
    assert [p.code for p in caught.value.problems] == ["file_missing"]


def test_a_folder_is_missing_as_a_file(tmp_path: Path) -> None:
    with pytest.raises(InputMissing) as caught, open_answers(tmp_path, PROFILE):
        pytest.fail("a folder holds no answers")
    assert [p.code for p in caught.value.problems] == ["file_is_folder"]


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
    with open_answers(content, PROFILE) as source:
        (batch,) = source.batches()
    assert batch.source == "-"
    assert not content.closed
    assert str(problems([batch])[1][0].place).startswith("masukan:2, orang ke-1, kolom ")


def test_a_file_is_named_as_it_was_given(tmp_path: Path) -> None:
    path = tmp_path / "kelas x.csv"
    path.write_text(table([ANSWERS]))
    with open_answers(path, PROFILE) as source:
        (batch,) = source.batches()
    assert batch.source == str(path)
