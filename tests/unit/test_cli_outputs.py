"""Where results go, in which format, and what is never overwritten."""

from __future__ import annotations

import io
import os
import stat
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from kelompok_quiz.cli.app import entry
from kelompok_quiz.cli.options import ResultFormat
from kelompok_quiz.cli.outputs import default_format, destination
from kelompok_quiz.problems import OutputUnwritable, UsageError
from kelompok_quiz.profile.loading import load

SRC = Path(__file__).parents[2] / "src"
POSIX = pytest.mark.skipif(os.name == "nt", reason="links and pipes of POSIX")


class Window(io.StringIO):
    """A standard output, at a terminal or not."""

    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


@pytest.mark.parametrize(
    ("name", "form"),
    [
        *[("a.csv", ResultFormat.CSV), ("a.json", ResultFormat.JSON)],
        *[("a.jsonl", ResultFormat.JSONL), ("a.JSON", ResultFormat.JSON)],
        *[("a.xlsx", ResultFormat.XLSX), ("a.XLSX", ResultFormat.XLSX)],
        *[("a", ResultFormat.CSV), ("a.hasil", ResultFormat.CSV)],
    ],
)
def test_the_suffix_of_the_output_decides_the_format(name: str, form: ResultFormat) -> None:
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
def test_without_an_output_the_format_suits_the_destination(
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
def test_an_output_that_cannot_be_written_is_reported(tmp_path: Path, name: str) -> None:
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


# Workbooks


def answers(folder: Path, *people: str, kelas: str = "kelas") -> Path:
    """A file of people with the same answers, and a column beside them."""
    order = load().profile.order
    path = folder / f"{kelas}.csv"
    rows = [f"{name},X,{','.join(['4', '2'] * 25)}\n" for name in people]
    path.write_text(f"nama,{kelas},{','.join(order)}\n{''.join(rows)}", "utf-8")
    return path


def score(*words: str | Path, **options: object) -> subprocess.CompletedProcess[bytes]:
    """Run `nilai` as a process of its own; its output is bytes."""
    return subprocess.run(  # type: ignore[call-overload, no-any-return]
        [sys.executable, "-m", "kelompok_quiz", "nilai", *map(str, words)],
        env=os.environ | {"PYTHONPATH": str(SRC)},
        stderr=subprocess.PIPE,
        check=False,
        **options,
    )


def rows_of(workbook: Path | io.BytesIO) -> list[tuple[object, ...]]:
    return list(openpyxl.load_workbook(workbook)["Hasil"].iter_rows(values_only=True))


def test_a_workbook_holds_the_people_of_all_files_under_one_header(tmp_path: Path) -> None:
    files = [answers(tmp_path, "Ani"), answers(tmp_path, "Budi", "Cici", kelas="regu")]
    output = tmp_path / "hasil.xlsx"
    assert entry(["nilai", *map(str, files), "--keluaran", str(output), "--quiet"]) == 0
    header, *rows = rows_of(output)
    assert header[:3] == ("nama", "kelas", "regu")
    assert [row[:3] for row in rows] == [
        *(("Ani", "X", None), ("Budi", None, "X"), ("Cici", None, "X")),
    ]


def test_a_workbook_goes_into_a_pipe_as_bytes(tmp_path: Path) -> None:
    done = score(answers(tmp_path, "Ani"), "--format", "xlsx", stdout=subprocess.PIPE)
    assert done.returncode == 0
    assert len(rows_of(io.BytesIO(done.stdout))) == 2


@POSIX
def test_a_workbook_into_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    reader, closed = os.pipe()
    os.close(reader)
    done = score(answers(tmp_path, "Ani"), "--format", "xlsx", "--quiet", stdout=closed)
    os.close(closed)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no such device")
@pytest.mark.parametrize("kept", [True, False])
def test_a_workbook_that_cannot_be_written_is_reported(tmp_path: Path, *, kept: bool) -> None:
    path = answers(tmp_path, "Ani")
    with Path("/dev/full").open("wb") as full:
        words = ["--keluaran", "/dev/full"] if kept else []
        done = score(path, "--format", "xlsx", *words, stdout=None if kept else full)
    assert done.returncode == 73
    assert b"Galat   : Hasil tidak bisa ditulis" in done.stderr


def test_a_workbook_is_not_shown_on_a_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdout", Window(terminal=True))
    assert entry(["nilai", str(answers(tmp_path, "Ani")), "--format", "xlsx"]) == 2
    err = capsys.readouterr().err
    assert err.startswith("Galat   : Berkas XLSX tidak bisa ditampilkan di terminal.\n")
    assert "--keluaran hasil.xlsx" in err


def test_an_earlier_workbook_stays_where_a_new_one_is_refused(tmp_path: Path) -> None:
    output = tmp_path / "hasil.xlsx"
    output.write_text("lama")
    path = answers(tmp_path, "Ani", "x" * 32_768)
    assert entry(["nilai", str(path), "--keluaran", str(output), "--quiet"]) == 73
    assert output.read_text() == "lama"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["hasil.xlsx", "kelas.csv"]


# Without names


@pytest.mark.parametrize("form", ["csv", "json", "xlsx"])
def test_anonymous_results_hold_nothing_of_a_person_but_the_row(tmp_path: Path, form: str) -> None:
    files = [answers(tmp_path, "Ani", "Budi"), answers(tmp_path, "Cici", kelas="regu")]
    named, nameless = tmp_path / f"a.{form}", tmp_path / f"b.{form}"
    for output, words in ((named, []), (nameless, ["--anonim"])):
        call = ["nilai", *map(str, files), "--keluaran", str(output), "--quiet", *words]
        assert entry(call) == 0
    texts = {output: text_of(output) for output in (named, nameless)}
    for name in ("Ani", "Budi", "Cici"):
        assert name in texts[named]
        assert name not in texts[nameless]


def text_of(path: Path) -> str:
    """Everything that can be read in a result, a row a line."""
    if path.suffix == ".xlsx":
        return "\n".join(" ".join(map(str, row)) for row in rows_of(path))
    return path.read_text("utf-8")


def test_anonymous_respondents_are_called_by_their_row(tmp_path: Path) -> None:
    output = tmp_path / "hasil.csv"
    path = answers(tmp_path, "Ani", "Budi")
    entry(["nilai", str(path), "--keluaran", str(output), "--quiet", "--anonim"])
    header, *rows = [line.split(",") for line in output.read_text().splitlines()]
    assert header[:3] == ["row", "respondent", "status"]
    assert [row[:3] for row in rows] == [["1", "1", "scored"], ["2", "2", "scored"]]
