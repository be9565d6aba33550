"""Completion within one process; `terminal/test_completion.py` asks the shells themselves."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kelompok_quiz.cli.app import entry

Screen = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv("COLUMNS", "300")
    return tmp_path


@pytest.mark.parametrize(
    ("shell", "changed", "undo"),
    [
        (
            "bash",
            "Diubah  : ~/.bashrc, ditambah baris untuk pelengkapan\n",
            "berkas dan baris itu.",
        ),
        ("fish", "", "berkas itu."),
    ],
)
def test_installing_reports_what_was_written_and_how_to_undo_it(
    shell: str, changed: str, undo: str, home: Path, capsys: Screen
) -> None:
    assert entry(["--pasang-pelengkapan", shell]) == 0
    (script,) = home.rglob("kuis-karier.*")
    assert capsys.readouterr().out == (
        f"Pelengkapan tombol Tab untuk {shell} sudah dipasang.\n"
        f"Ditulis : {script}\n"
        f"{changed}"
        "Lalu    : Buka terminal baru, ketik kuis-karier dan spasi, lalu tekan Tab dua kali.\n"
        f"Batalkan: Hapus {undo}\n"
    )


def test_what_cannot_be_installed_is_an_output_that_cannot_be_written(
    home: Path, capsys: Screen
) -> None:
    (home / ".config").touch()
    assert entry(["--pasang-pelengkapan", "fish"]) == 73
    assert capsys.readouterr().err.startswith("Galat   : Pelengkapan tombol Tab tidak bisa")


def test_for_powershell_the_lines_to_run_are_shown(home: Path, capsys: Screen) -> None:
    assert entry(["--pasang-pelengkapan", "powershell"]) == 0
    assert "kuis-karier --cetak-pelengkapan powershell" in capsys.readouterr().out
    assert not list(home.iterdir())


def test_the_script_alone_is_printed(capsys: Screen) -> None:
    assert entry(["--cetak-pelengkapan", "zsh"]) == 0
    assert capsys.readouterr().out.startswith("#compdef kuis-karier\n")


@pytest.fixture
def _without_rich(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a new process; completion leaves `None` behind, since it ends its own."""
    monkeypatch.delitem(sys.modules, "rich", raising=False)
    monkeypatch.setitem(sys.modules, "rich", None)


@pytest.mark.usefixtures("_without_rich")
def test_a_shell_is_answered_with_our_sentences(
    monkeypatch: pytest.MonkeyPatch, capsys: Screen
) -> None:
    monkeypatch.setenv("_KUIS_KARIER_COMPLETE", "complete_zsh")
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", "kuis-karier nil")
    assert entry([]) == 0
    assert '"nilai":"Hitung hasil dari berkas jawaban."' in capsys.readouterr().out


def test_a_shell_is_answered_without_rich() -> None:
    line = (
        "import sys; from kelompok_quiz.cli.app import entry; code = entry([]); "
        "print([name for name in sys.modules if name.startswith('rich.')], file=sys.stderr); "
        "sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", line],
        env=os.environ
        | {"_KUIS_KARIER_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "kuis-karier nil"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "[]\n")


@pytest.mark.usefixtures("_without_rich")
@pytest.mark.parametrize(("words", "code"), [("kuis-karier nilai kel", 1), ("kuis-karier n", 0)])
def test_the_answer_s_exit_code_is_the_shell_s(
    words: str, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("_KUIS_KARIER_COMPLETE", "complete_fish")
    monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "is-args")
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", words)
    assert entry([]) == code
