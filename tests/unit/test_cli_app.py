"""What commands share: the bare command, misuse, the same person by every road."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from kelompok_quiz.cli import stdin
from kelompok_quiz.cli.app import entry
from kelompok_quiz.profile.loading import load
from support.commands import (
    GOOD,
    Capture,
    Stdin,
    assert_refused,
    rows,
    started,
    table,
)

ROOT = Path(__file__).parents[2]
Patch = pytest.MonkeyPatch
POSIX = pytest.mark.skipif(os.name == "nt", reason="pipes of POSIX")


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every command runs in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    for name in ("CI", "COLUMNS", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


# The bare command


def test_the_bare_command_scores_what_is_redirected_into_it(given: Stdin, capsys: Capture) -> None:
    given(GOOD)
    assert entry([]) == 65  # these are the items of another profile
    shipped = load(None).profile
    given(table(["Ani", *[4] * 50], header=("nama", *shipped.order)))
    capsys.readouterr()
    assert entry([]) == 0
    out, err = capsys.readouterr()
    assert rows(out)[0]["nama"] == "Ani"
    assert err == "1 orang: 1 dinilai, 0 belum bisa ditentukan, 0 ditolak.\n"


@POSIX
def test_the_bare_command_scores_what_is_piped_into_it() -> None:
    shipped = load(None).profile
    content = table(["Ani", *[4] * 50], header=("nama", *shipped.order))
    done = started([], input=content)
    assert (done.returncode, rows(done.stdout)[0]["nama"]) == (0, "Ani")


@POSIX
def test_an_empty_pipe_is_an_input_without_answers(given: Stdin, capsys: Capture) -> None:
    end, start = os.pipe()
    os.close(start)
    with os.fdopen(end, encoding="utf-8") as pipe:
        given(pipe)
        assert entry([]) == 65
    assert_refused(capsys, "Tidak ada jawaban", "masukan")


@POSIX
def test_a_silent_pipe_is_not_waited_for_long(
    given: Stdin, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stdin, "PATIENCE", 0.05)
    end, start = os.pipe()
    begun = time.monotonic()
    with os.fdopen(end, encoding="utf-8") as pipe:
        given(pipe)
        assert entry([]) == 66
    assert time.monotonic() - begun < 3
    os.close(start)
    assert_refused(capsys, "Tidak ada yang datang dari masukan", "kuis-karier <")


@pytest.mark.parametrize("closed", [False, True], ids=["dev-null", "closed"])
def test_without_terminal_and_data_the_usage_is_shown_at_once(*, closed: bool) -> None:
    if closed and os.name == "nt":
        pytest.skip("no shell of POSIX")
    words = [sys.executable, "-m", "kelompok_quiz"]
    if closed:
        words = ["/bin/sh", "-c", 'exec "$@" <&-', "sh", *words]
    done = subprocess.run(
        words,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Pemakaian: kuis-karier")


@pytest.mark.parametrize(
    "words",
    [["nilai", "--bukan"], ["bukan"], ["mulai", "x"], ["profesi", "--format", "x"], ["--x"]],
)
def test_a_misuse_is_2(words: list[str], capsys: Capture) -> None:
    assert entry(words) == 2
    assert_refused(capsys)


def test_the_quiz_needs_a_terminal(given: Stdin, capsys: Capture) -> None:
    given(GOOD)
    assert entry(["mulai"]) == 2
    assert_refused(capsys, "terminal", "Di mana : stdin\n", "\n  kuis-karier nilai BERKAS\n")


def test_the_quiz_without_stderr_blames_stderr(capsys: Capture, monkeypatch: Patch) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal())
    assert entry(["mulai"]) == 2
    assert_refused(capsys, "Di mana : stderr\n", "2>")


def test_the_version_is_shown(capsys: Capture) -> None:
    assert entry(["--version"]) == 0
    assert capsys.readouterr().out.startswith("kuis-karier ")


# One person, by every road


def test_every_road_without_a_terminal_gives_the_same_result(given: Stdin, capsys: Capture) -> None:
    profile = load(None).profile
    answers = [1 + (3 * index + index // 7) % 5 for index in range(50)]
    sheet = dict(zip(profile.order, answers, strict=True))
    given(table(answers, header=profile.order))
    assert entry([]) == 0
    by_stdin = rows(capsys.readouterr().out)[0]
    found: list[dict[str, Any]] = []
    given(json.dumps(sheet) + "\n")
    assert entry(["nilai", "-", "--format", "json"]) == 0
    found += json.loads(capsys.readouterr().out)
    assert entry(["nilai", "--jawaban", "".join(map(str, answers)), "--format", "json"]) == 0
    found += json.loads(capsys.readouterr().out)
    Path("satu.yaml").write_text("".join(f"{key}: {value}\n" for key, value in sheet.items()))
    assert entry(["nilai", "satu.yaml", "--format", "json"]) == 0
    found += json.loads(capsys.readouterr().out)
    for record in found:
        record.pop("source")
    assert found == [found[0]] * 3
    assert by_stdin["verdict"] == found[0]["verdict"]
    for scale_id, scale in found[0]["scales"].items():
        assert float(by_stdin[scale_id]) == pytest.approx(scale["score"], abs=0.0051)


# profesi


def test_the_job_card_needs_no_quiz(capsys: Capture) -> None:
    assert entry(["profesi"]) == 0
    assert capsys.readouterr().out.startswith("Kartu pekerjaan ")
