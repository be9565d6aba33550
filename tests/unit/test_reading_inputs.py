"""Several inputs read one after the other: their share, their last submissions, their bounds."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from kelompok_quiz.problems import InputUnreadable, Place, UsageError
from kelompok_quiz.reading.inputs import Inputs, ReadOptions, TypedAnswers
from support.mini import PROFILE

HEADER = f"nama,{','.join(PROFILE.order)}\n"
PERSON = ",".join("4" * len(PROFILE.items))
NAMED = ("Ani", "Budi", "Ani")


class Pipe(io.BytesIO):
    """A stream that is read once."""

    def seekable(self) -> bool:
        return False


def write(path: Path, people: Sequence[str] = NAMED) -> Path:
    path.write_text(HEADER + "".join(f"{name},{PERSON}\n" for name in people), "utf-8")
    return path


def inputs(*paths: Path, last: bool = False) -> Inputs:
    return Inputs(paths, PROFILE, ReadOptions(last=last))


def shares(read: Inputs) -> list[float | None]:
    """The share after each batch."""
    return [read.share_read() for _ in read.batches()]


# The share of the input


def test_nothing_is_read_before_the_first_batch(tmp_path: Path) -> None:
    assert inputs(write(tmp_path / "a.csv")).share_read() is None


def test_the_share_grows_by_the_bytes_of_each_file(tmp_path: Path) -> None:
    short, long = write(tmp_path / "a.csv"), write(tmp_path / "b.csv", ["Ani"] * 20)
    sizes = [path.stat().st_size for path in (short, long, short)]
    expected = [sum(sizes[: n + 1]) / sum(sizes) for n in range(3)]
    assert shares(inputs(short, long, short)) == pytest.approx(expected)


def test_a_long_file_is_read_in_part(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", [f"orang {number}" for number in range(20_000)])
    first, *_, last = shares(inputs(path))
    assert first is not None
    assert 0 < first < 0.5
    assert last == 1.0


def test_a_file_that_grows_is_never_more_than_whole(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv")
    read = inputs(path, path)
    for _ in read.batches():
        with path.open("a") as stream:
            stream.write(f"Cici,{PERSON}\n" * 100)
        share = read.share_read()
        assert share is not None
        assert share <= 1.0


def test_standard_input_from_a_file_has_a_share_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with write(tmp_path / "a.csv").open() as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        assert shares(inputs(Path("-"))) == [1.0]


def test_a_pipe_and_typed_answers_have_no_share(monkeypatch: pytest.MonkeyPatch) -> None:
    content = (HEADER + f"Ani,{PERSON}\n").encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Pipe(content)))
    assert shares(inputs(Path("-"))) == [None]
    typed = TypedAnswers("4" * len(PROFILE.items), PROFILE, Place("--jawaban"))
    assert [typed.share_read() for _ in typed.batches()] == [None]


@pytest.mark.skipif(os.name == "nt", reason="pipes of POSIX")
def test_a_file_before_a_pipe_or_a_missing_one_has_no_share(tmp_path: Path) -> None:
    path, gone, pipe = write(tmp_path / "a.csv"), tmp_path / "tiada.csv", tmp_path / "pipa"
    os.mkfifo(pipe)
    for other in (gone, pipe):
        read = inputs(path, other)
        batches = read.batches()
        next(batches)
        assert read.share_read() is None


# The last of each


@pytest.mark.parametrize("stream", [Pipe, io.BytesIO])
def test_the_last_of_each_is_kept_of_any_stream(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stream: type[io.BytesIO]
) -> None:
    content = write(tmp_path / "a.csv").read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(stream(content)))
    read = inputs(Path("-"), last=True)
    assert [row for batch in read.batches() for row in batch.rows] == [2, 3]
    assert read.notes.set_aside == 1


def test_a_pipe_too_large_to_be_read_twice_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = write(tmp_path / "a.csv").read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Pipe(content)))
    read = Inputs([Path("-")], PROFILE, ReadOptions(last=True), largest_kept=100)
    with pytest.raises(InputUnreadable) as caught:
        list(read.batches())
    (problem,) = caught.value.problems
    assert problem.code == "repeats_need_file"
    assert "--terakhir" in problem.message


@pytest.mark.parametrize("last", [True, False])
def test_respondents_beyond_the_bound_are_noted_unless_all_are_compared(
    tmp_path: Path, *, last: bool
) -> None:
    path = write(tmp_path / "a.csv")
    read = Inputs([path], PROFILE, ReadOptions(last=last), most_compared=1)
    list(read.batches())
    assert read.notes.incomplete is not last


# Typed answers


def test_typed_answers_are_one_person_without_a_file() -> None:
    typed = TypedAnswers("4" * len(PROFILE.items), PROFILE, Place("--jawaban"))
    (batch,) = typed.batches()
    assert (len(batch), batch.source, typed.headers(batch)) == (1, None, ())


def test_typed_answers_of_another_number_are_a_misuse() -> None:
    with pytest.raises(UsageError):
        TypedAnswers("444", PROFILE, Place("--jawaban"))
