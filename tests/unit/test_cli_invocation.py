"""The commands that messages suggest begin as the program was started."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from kelompok_quiz.cli.invocation import MODULE, command_line, program

POSIX = pytest.mark.skipif(os.name == "nt", reason="a script with a first line of POSIX")


def test_a_path_stays_as_it_was_typed(tmp_path: Path) -> None:
    typed = ".venv/bin/kuis-karier"
    assert program([typed, "mulai"], ["python", typed, "mulai"], str(tmp_path)) == [typed]


@POSIX
def test_a_program_on_the_path_is_its_bare_name(tmp_path: Path) -> None:
    script = tmp_path / "kuis-karier"
    script.touch(0o755)
    assert program([str(script)], ["python", str(script)], str(tmp_path)) == ["kuis-karier"]


@POSIX
def test_a_path_beside_another_program_on_the_path_stays(tmp_path: Path) -> None:
    (tmp_path / "kuis-karier").touch(0o755)
    assert program(["bin/kuis-karier"], [], str(tmp_path)) == ["bin/kuis-karier"]


def test_a_module_is_run_by_the_same_interpreter_and_its_options() -> None:
    typed = [".venv/bin/python", "-X", "dev", "-m", "kelompok_quiz"]
    assert program([str(MODULE), "mulai", "--baru"], [*typed, "mulai", "--baru"]) == typed


def test_other_code_names_the_program_as_if_it_were_on_the_path() -> None:
    assert program(["/usr/bin/pytest", "-q"], ["python", "/usr/bin/pytest", "-q"]) == [
        "kuis-karier"
    ]


def test_words_are_quoted_for_a_shell() -> None:
    words = ["mulai", "--sesi", "sesi saya.json", "--simpan", "harga $5.json"]
    assert shlex.split(command_line(words)) == ["kuis-karier", *words]


@POSIX
@pytest.mark.parametrize("by_path", [False, True], ids=["on PATH", "by its path"])
def test_an_installed_script_knows_its_own_name(tmp_path: Path, *, by_path: bool) -> None:
    script = tmp_path / "bin" / "kuis-karier"
    script.parent.mkdir()
    asked = "from kelompok_quiz.cli.invocation import command_line; print(command_line(['mulai']))"
    script.write_text(f"#!{sys.executable}\n{asked}\n")
    script.chmod(0o755)
    typed = "./bin/kuis-karier" if by_path else "kuis-karier"
    sources = str(MODULE.parents[1])
    done = subprocess.run(
        ["/bin/sh", "-c", f"{typed} mulai"],
        cwd=tmp_path,
        env={"PATH": f"{script.parent}:{os.environ['PATH']}", "PYTHONPATH": sources},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == f"{typed} mulai\n"
