"""Tab in the real shells: what is installed where, and what each of them then proposes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Self

import pexpect
import pyte
import pytest

import kelompok_quiz
from kelompok_quiz.cli.app import app

SOURCES = Path(kelompok_quiz.__file__).parents[1]
COMMANDS = [str(command.name) for command in app.registered_commands]
PATIENCE = 20.0
"""Seconds to wait for what must come; only a failing test waits that long."""
PROMPT = "siap>"
BELL, CLEAR_LINE = "\a", "\x15"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="shells of POSIX")


class Home:
    """A home folder with nothing in it, and `kuis-karier` on the path."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "rumah"
        self.folder.mkdir()
        program = folder / "bin" / "kuis-karier"
        program.parent.mkdir()
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kelompok_quiz "$@"\n')
        program.chmod(0o755)
        self.work = folder / "kerja"
        self.work.mkdir()
        (self.work / "kelas-a.csv").touch()
        self.environment = {
            "HOME": str(self.folder),
            "PATH": f"{program.parent}:{os.environ['PATH']}",
            "PYTHONPATH": str(SOURCES),
            "LANG": "C.UTF-8",
            "TERM": "xterm",
        }

    def run(self, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            words,
            cwd=self.work,
            env=self.environment | more,
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )

    def text(self, *words: str, **more: str) -> str:
        done = self.run(*words, **more)
        assert (done.returncode, done.stderr) == (0, ""), done
        return done.stdout

    def install(self, shell: str) -> str:
        """Install completion for a shell that must be there, at least in CI."""
        if shutil.which(shell) is None:
            missing = f"{shell} is not installed"
            pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
        return self.text("kuis-karier", "--pasang-pelengkapan", shell)

    def files(self) -> set[str]:
        found = (path for path in self.folder.rglob("*") if path.is_file())
        return {str(path.relative_to(self.folder)) for path in found}


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


class Terminal:
    """A shell in a pseudo-terminal; what it shows is read off a screen."""

    def __init__(self, home: Home, *command: str) -> None:
        with (home.folder / f".{command[0]}rc").open("a") as startup:
            startup.write(f"PS1='{PROMPT} '\n")
        self._raw = ""
        self._screen = pyte.Screen(120, 24)
        self._stream = pyte.Stream(self._screen)
        self._child = pexpect.spawn(
            command[0],
            list(command[1:]),
            cwd=str(home.work),
            env=home.environment,
            encoding="utf-8",
            dimensions=(24, 120),
        )
        self.wait_for(PROMPT)

    def type(self, keys: str) -> None:
        """Type a line anew, whatever stood there."""
        self._child.send(CLEAR_LINE + keys)

    def wait_for(self, text: str) -> None:
        """Return when the text is on the screen; fail with the screen if it does not come."""
        self._wait(lambda: any(text in line for line in self._screen.display))

    def wait_for_bell(self) -> None:
        """Return when the shell says that it has nothing to insert."""
        self._wait(lambda: BELL in self._raw)

    def _wait(self, seen: Callable[[], bool]) -> None:
        until = time.monotonic() + PATIENCE
        while not seen():
            assert time.monotonic() < until, "\n".join(self._screen.display)
            with suppress(pexpect.TIMEOUT):
                said = self._child.read_nonblocking(4096, timeout=0.1)
                self._raw += said
                self._stream.feed(said)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._child.close(force=True)


# installing

INSTALLED = {
    "bash": {".bashrc", ".bash_completions/kuis-karier.sh"},
    "zsh": {".zshrc", ".zfunc/_kuis-karier"},
    "fish": {".config/fish/completions/kuis-karier.fish"},
}


@pytest.mark.parametrize("shell", INSTALLED)
def test_installing_says_every_file_that_it_writes(shell: str, home: Home) -> None:
    said = home.text("kuis-karier", "--pasang-pelengkapan", shell, COLUMNS="200")
    assert home.files() == INSTALLED[shell]
    assert said.splitlines()[0] == f"Pelengkapan tombol Tab untuk {shell} sudah dipasang."
    for name in INSTALLED[shell]:
        assert str(home.folder / name) in said or f"~/{name}," in said
    assert "Buka terminal baru" in said


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_what_stood_in_a_startup_file_stays_there(shell: str, home: Home) -> None:
    startup = home.folder / f".{shell}rc"
    startup.write_text("# punyaku – tetap ada\n", "utf-8")
    home.text("kuis-karier", "--pasang-pelengkapan", shell)
    once = startup.read_text("utf-8")
    assert once.startswith("# punyaku – tetap ada\n")
    home.text("kuis-karier", "--pasang-pelengkapan", shell)
    assert startup.read_text("utf-8").split() == once.split()


def test_a_startup_file_that_cannot_be_read_is_left_alone(home: Home) -> None:
    startup = home.folder / ".bashrc"
    startup.write_bytes(b"# caf\xe9\n")
    done = home.run("kuis-karier", "--pasang-pelengkapan", "bash")
    assert (done.returncode, done.stdout) == (73, "")
    assert done.stderr == (
        "Galat   : Pelengkapan tombol Tab tidak bisa dipasang di folder rumahmu.\n"
        f"Di mana : {home.folder}\n"
        "Perbaiki: Cetak skripnya dengan --cetak-pelengkapan, lalu pasang sendiri.\n"
    )
    assert home.files() == {".bashrc"}
    assert startup.read_bytes() == b"# caf\xe9\n"


def test_a_home_that_cannot_be_written_is_told(home: Home) -> None:
    (home.folder / ".config").touch()
    done = home.run("kuis-karier", "--pasang-pelengkapan", "fish")
    assert (done.returncode, done.stdout) == (73, "")
    assert done.stderr.startswith("Galat   : Pelengkapan tombol Tab tidak bisa dipasang")


def test_in_powershell_a_person_is_told_what_to_run_and_nothing_is_changed(home: Home) -> None:
    said = home.text("kuis-karier", "--pasang-pelengkapan", "powershell", COLUMNS="40")
    assert home.files() == set()
    assert "  kuis-karier --cetak-pelengkapan powershell | Add-Content $PROFILE\n" in said


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
@pytest.mark.lama
def test_what_is_printed_is_what_would_be_installed(shell: str, home: Home) -> None:
    printed = home.text("kuis-karier", "--cetak-pelengkapan", shell)
    assert "_KUIS_KARIER_COMPLETE" in printed
    if shell in INSTALLED:
        home.text("kuis-karier", "--pasang-pelengkapan", shell)
        (script,) = (home.folder / name for name in INSTALLED[shell] if not name.endswith("rc"))
        assert script.read_text("utf-8").strip() == printed.strip()


# bash

BASH = """
source ~/.bashrc
COMP_WORDS=(kuis-karier "$@")
COMP_CWORD=$#
"$(complete -p kuis-karier | sed 's/.* -F \\([^ ]*\\) .*/\\1/')" kuis-karier
printf '%s\\n' "${COMPREPLY[@]}"
"""


def in_bash(home: Home, *words: str) -> list[str]:
    return home.text("bash", "-c", BASH, "bash", *words).split()


def test_bash_completes_commands_options_and_choices(home: Home) -> None:
    home.install("bash")
    assert in_bash(home, "") == COMMANDS
    assert in_bash(home, "per") == ["periksa"]
    assert "--keluaran" in in_bash(home, "nilai", "--ke")
    assert in_bash(home, "nilai", "a.csv", "--format", "js") == ["jsonl", "json"]
    assert in_bash(home, "tidak-ada", "--format", "") == COMMANDS


def test_bash_is_left_to_complete_files_itself(home: Home) -> None:
    home.install("bash")
    assert in_bash(home, "nilai", "kel") == []
    assert in_bash(home, "nilai", "--profil", "") == []
    with Terminal(home, "bash", "--rcfile", str(home.folder / ".bashrc")) as bash:
        bash.type("kuis-karier nilai kel\t")
        bash.wait_for("kuis-karier nilai kelas-a.csv ")


# fish


def in_fish(home: Home, line: str) -> list[str]:
    return home.text("fish", "-c", f'complete -C "{line}"').splitlines()


@pytest.mark.lama
def test_fish_completes_commands_with_their_help(home: Home) -> None:
    home.install("fish")
    assert [line.split("\t")[0] for line in in_fish(home, "kuis-karier ")] == sorted(COMMANDS)
    assert in_fish(home, "kuis-karier nil") == ["nilai\tHitung hasil dari berkas jawaban."]
    assert [line.split("\t")[0] for line in in_fish(home, "kuis-karier nilai --format js")] == [
        "json",
        "jsonl",
    ]


@pytest.mark.lama
def test_fish_is_left_to_complete_files_itself(home: Home) -> None:
    home.install("fish")
    assert in_fish(home, "kuis-karier nilai kel") == ["kelas-a.csv"]


# zsh


def load(zsh: Terminal) -> None:
    """Press Tab once: the first one in a new zsh only loads typer's script."""
    zsh.type("kuis-karier \t")
    zsh.wait_for_bell()


@pytest.mark.lama
def test_zsh_completes_commands_options_choices_and_files(home: Home) -> None:
    home.install("zsh")
    with Terminal(home, "zsh") as zsh:
        load(zsh)
        zsh.type("kuis-karier per\t")
        zsh.wait_for("kuis-karier periksa ")
        zsh.type("kuis-karier nilai --kel\t")
        zsh.wait_for("kuis-karier nilai --keluaran ")
        zsh.type("kuis-karier nilai --format tab\t")
        zsh.wait_for("kuis-karier nilai --format tabel ")
        zsh.type("kuis-karier nilai kel\t")
        zsh.wait_for("kuis-karier nilai kelas-a.csv ")


@pytest.mark.lama
def test_zsh_lists_commands_with_their_help(home: Home) -> None:
    home.install("zsh")
    with Terminal(home, "zsh") as zsh:
        load(zsh)
        zsh.type("kuis-karier p\t")
        zsh.wait_for("Periksa profil atau berkas jawaban tanpa menilai: kesalahan")


# PowerShell


def in_powershell(home: Home, line: str, word: str) -> list[list[str]]:
    """Ask as the script for PowerShell does: it runs nowhere else."""
    asked = home.text(
        "kuis-karier",
        _KUIS_KARIER_COMPLETE="complete_powershell",
        _TYPER_COMPLETE_ARGS=line,
        _TYPER_COMPLETE_WORD_TO_COMPLETE=word,
    )
    return [line.split(":::") for line in asked.splitlines()]


def test_the_script_for_powershell_asks_in_the_way_that_is_answered(home: Home) -> None:
    script = home.text("kuis-karier", "--cetak-pelengkapan", "powershell")
    assert '$Env:_KUIS_KARIER_COMPLETE = "complete_powershell"' in script
    assert "$Env:_TYPER_COMPLETE_ARGS = $commandAst.ToString()" in script
    assert "$Env:_TYPER_COMPLETE_WORD_TO_COMPLETE = $wordToComplete" in script
    assert "-CommandName kuis-karier" in script


def test_powershell_is_answered_with_words_and_their_help(home: Home) -> None:
    assert in_powershell(home, "kuis-karier nil", "nil") == [
        ["nilai", "Hitung hasil dari berkas jawaban."]
    ]
    assert in_powershell(home, "kuis-karier nilai --format js", "js") == [
        ["jsonl", " "],
        ["json", " "],
    ]


# all of them


def test_an_empty_question_is_none_and_the_command_runs(home: Home) -> None:
    assert home.text("kuis-karier", "--version", _KUIS_KARIER_COMPLETE="").startswith("kuis-karier")


LOADED = """
import sys
from kelompok_quiz.cli.app import entry
code = entry([])
heavy = "rich questionary prompt_toolkit numpy yaml msgspec pydantic".split()
print(code, sorted(set(heavy) & {name for name, module in sys.modules.items() if module}))
"""


def test_completing_loads_no_heavy_library(home: Home) -> None:
    said = home.text(
        sys.executable,
        "-c",
        LOADED,
        _KUIS_KARIER_COMPLETE="complete_zsh",
        _TYPER_COMPLETE_ARGS="kuis-karier nilai --",
    )
    assert '"--keluaran"' in said
    assert said.splitlines()[-1] == "0 []"
