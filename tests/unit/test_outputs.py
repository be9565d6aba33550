"""Where results go, in which format, and what is never overwritten."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from kelompok_quiz.cli.options import ResultFormat
from kelompok_quiz.cli.outputs import default_format, destination
from kelompok_quiz.problems import OutputUnwritable, UsageError

POSIX = pytest.mark.skipif(os.name == "nt", reason="links and pipes of POSIX")


class Window:
    """Stands for standard output, at a terminal or not."""

    def __init__(self, *, terminal: bool) -> None:
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


@pytest.mark.parametrize(
    ("name", "form"),
    [
        *[("a.csv", ResultFormat.CSV), ("a.json", ResultFormat.JSON)],
        *[("a.jsonl", ResultFormat.JSONL), ("a.JSON", ResultFormat.JSON)],
        *[("a", ResultFormat.CSV), ("a.hasil", ResultFormat.CSV)],
    ],
)
def test_the_suffix_of_the_output_tells_the_format(name: str, form: ResultFormat) -> None:
    assert default_format(Path(name), several=True) is form


@pytest.mark.parametrize(
    ("terminal", "several", "form"),
    [
        (True, True, ResultFormat.TABEL),
        (True, False, ResultFormat.LAPORAN),
        (False, True, ResultFormat.CSV),
        (False, False, ResultFormat.CSV),
    ],
)
def test_without_an_output_the_format_is_for_whoever_reads_it(
    monkeypatch: pytest.MonkeyPatch, *, terminal: bool, several: bool, form: ResultFormat
) -> None:
    monkeypatch.setattr(sys, "stdout", Window(terminal=terminal))
    assert default_format(None, several=several) is form


def test_without_an_output_results_go_to_standard_output() -> None:
    with destination(None, ()) as stream:
        assert stream is sys.stdout


def test_an_earlier_output_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "hasil.csv"
    path.write_text("lama")
    with destination(path, [tmp_path / "jawaban.csv"]) as stream:
        stream.write("baru")
    assert path.read_text() == "baru"


def links(path: Path) -> list[Path]:
    """Other names of a file."""
    symbolic, hard = path.with_name("simbolik.csv"), path.with_name("keras.csv")
    symbolic.symlink_to(path)
    hard.hardlink_to(path)
    return [path, symbolic, hard, path.parent / "." / path.name]


@POSIX
@pytest.mark.parametrize("name", range(4))
def test_an_input_is_never_overwritten_by_whatever_name(tmp_path: Path, name: int) -> None:
    path = tmp_path / "jawaban.csv"
    path.write_text("asli")
    output = links(path)[name]
    with pytest.raises(UsageError) as caught, destination(output, [Path("x"), path]):
        pytest.fail("the answers would be lost")
    assert [problem.code for problem in caught.value.problems] == ["output_is_input"]
    assert path.read_text() == "asli"


def test_the_file_behind_standard_input_is_never_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "jawaban.csv"
    path.write_text("asli")
    with path.open() as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        with pytest.raises(UsageError), destination(path, [Path("-")]):
            pytest.fail("the answers would be lost")
        with destination(tmp_path / "hasil.csv", [Path("-")]) as stream:
            stream.write("baru")
    assert path.read_text() == "asli"


@pytest.mark.parametrize("name", ["tiada/hasil.csv", "folder"])
def test_an_output_that_cannot_be_written_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(OutputUnwritable), destination(tmp_path / name, ()) as stream:
        stream.write("x")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


@POSIX
def test_a_link_stays_a_link_to_the_new_content(tmp_path: Path) -> None:
    path, link = tmp_path / "hasil.csv", tmp_path / "tautan.csv"
    link.symlink_to(path)
    with destination(link, ()) as stream:
        stream.write("baru")
    assert link.is_symlink()
    assert path.read_text() == "baru"


@POSIX
def test_a_pipe_or_device_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "pipa"
    os.mkfifo(path)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    with destination(path, ()) as stream:
        stream.write("baru")
    read = os.read(reader, 100)
    os.close(reader)
    assert read == b"baru"
    assert stat.S_ISFIFO(path.stat().st_mode)
