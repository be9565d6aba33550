"""Every end of a run has its exit code."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import kelompok_quiz
from kelompok_quiz.cli.running import run
from support import toy_app
from support.toy_app import APP

POSIX = pytest.mark.skipif(os.name == "nt", reason="signals and pipes of POSIX")


def environment() -> dict[str, str]:
    """Ours, with the sources in reach and buffered streams."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    source = str(Path(kelompok_quiz.__file__).parents[1])
    return kept | {"PYTHONPATH": source, "PYTHONIOENCODING": "utf-8"}


def started(*words: str, before: Callable[[], object] | None = None) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-X", "dev", toy_app.__file__, *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(),
        preexec_fn=before,  # noqa: PLW1509 - one thread
    )


def shell(line: str) -> tuple[int, str]:
    """Run a shell line in which $APP is the toy; return its code and standard error."""
    done = subprocess.run(
        ["bash", "-c", f"APP='{sys.executable} -X dev {toy_app.__file__}'; {line}"],
        capture_output=True,
        text=True,
        env=environment(),
        check=False,
    )
    return done.returncode, done.stderr


def test_a_command_that_returns_ends_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(APP, ["akhiri", "0"]) == 0
    assert capsys.readouterr().out == "baris\n"


@pytest.mark.parametrize(("way", "code"), [("65", 65), ("putus", 130), ("pipa", 141)])
def test_quiet_ends(capsys: pytest.CaptureFixture[str], way: str, code: int) -> None:
    assert run(APP, ["akhiri", way]) == code
    assert capsys.readouterr().err == ""


def test_an_error_of_the_users_gets_its_code_and_three_lines(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(APP, ["akhiri", "salah"]) == 65
    assert capsys.readouterr().err == (
        "Galat   : Tidak ada jawaban di dalam masukan ini.\n"
        "Di mana : kelas.csv:1\n"
        "Perbaiki: Pastikan berkas berisi baris judul dan paling sedikit satu orang.\n"
    )


@pytest.mark.parametrize(("way", "code"), [("salah", 65), ("penuh", 73), ("pipa", 141)])
def test_what_an_error_notes_comes_after_its_problems(
    capsys: pytest.CaptureFixture[str], way: str, code: int
) -> None:
    assert run(APP, ["akhiri", way]) == code
    problems = capsys.readouterr().err
    assert run(APP, ["akhiri", way, "--catatan", "Jawabanmu aman."]) == code
    assert capsys.readouterr().err == f"{problems}Jawabanmu aman.\n"


@POSIX
def test_a_note_that_cannot_be_said_changes_no_code() -> None:
    assert shell("$APP akhiri penuh --catatan 'Jawabanmu aman.' 2>/dev/full")[0] == 73


def test_all_problems_are_reported_with_the_code_of_the_class_above(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(APP, ["akhiri", "salah-lain"]) == 65
    err = capsys.readouterr().err
    assert err.startswith("Galat   : Tidak ada jawaban")
    assert "\n\nGalat   : Berkas “\\x1b[2J” tidak ada.\nPerbaiki: Periksa nama" in err


def test_a_full_disk_is_73(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(APP, ["akhiri", "penuh"]) == 73
    assert capsys.readouterr().err.startswith("Galat   : Hasil tidak bisa ditulis seluruhnya.")


@pytest.mark.parametrize(("way", "error"), [("bug", ZeroDivisionError), ("buka", OSError)])
def test_anything_else_is_a_bug_and_goes_through(way: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        run(APP, ["akhiri", way])


@POSIX
@pytest.mark.parametrize("words", ["banyak", "--help", "akhiri 0"])
def test_a_closed_pipe_ends_quietly(words: str) -> None:
    code, err = shell(f"$APP {words} | true; exit ${{PIPESTATUS[0]}}")
    assert (code, err) == (141, "")


@POSIX
@pytest.mark.parametrize("words", ["banyak", "--help", "akhiri 0", "akhiri 65"])
@pytest.mark.parametrize("output", ["/dev/full", "&-"])
def test_an_output_that_takes_nothing_is_73(words: str, output: str) -> None:
    if output == "/dev/full" and not Path(output).exists():
        pytest.skip("no /dev/full")
    code, err = shell(f"$APP {words} >{output}")
    assert code == 73
    assert err.splitlines()[1] == "Di mana : keluaran baku (stdout)"


@POSIX
def test_an_interruption_does_not_complain_about_its_output() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full")
    assert shell("$APP akhiri putus >/dev/full") == (130, "")


@POSIX
@pytest.mark.parametrize("stream", ["2>&-", "2>/dev/full", "<&-"])
def test_other_closed_streams_change_no_code(stream: str) -> None:
    if "full" in stream and not Path("/dev/full").exists():
        pytest.skip("no /dev/full")
    assert shell(f"$APP terbang {stream}")[0] == 2


@POSIX
@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGINT, 130), (signal.SIGTERM, 143), (getattr(signal, "SIGHUP", 1), 129)],
)
def test_a_signal_ends_quietly_after_cleaning_up(number: signal.Signals, code: int) -> None:
    process = started("tunggu")
    assert process.stdout is not None
    assert process.stdout.readline() == "siap\n"
    process.send_signal(number)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (code, "membereskan\ndibereskan\n", "")


@POSIX
def test_a_second_signal_does_not_disturb_the_cleaning_up() -> None:
    process = started("tunggu")
    assert process.stdout is not None
    process.stdout.readline()
    process.send_signal(signal.SIGTERM)
    assert process.stdout.readline() == "membereskan\n"
    process.send_signal(signal.SIGTERM)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (143, "dibereskan\n", "")


@POSIX
def test_a_hang_up_that_is_ignored_stays_ignored() -> None:
    process = started("tunggu", before=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))
    assert process.stdout is not None
    process.stdout.readline()
    process.send_signal(signal.SIGHUP)
    process.terminate()
    process.communicate(timeout=60)
    assert process.returncode == 143


@POSIX
def test_signal_handlers_are_put_back() -> None:
    before = signal.getsignal(signal.SIGTERM)
    run(APP, ["-h"])
    assert signal.getsignal(signal.SIGTERM) is before


def test_help_loads_no_heavy_library() -> None:
    line = (
        "import sys, kelompok_quiz.cli.language.indonesian as i, kelompok_quiz.cli.running as r\n"
        "app = i.IndonesianApp(help='x'); app.command(help='y')(lambda: None)\n"
        "assert r.run(app, ['--help']) == 0\n"
        "heavy = 'rich questionary prompt_toolkit numpy yaml msgspec pydantic'.split()\n"
        "assert not set(heavy) & set(sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", line],
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
