"""The reference of commands, `docs/petunjuk.md`: complete, true, and in short sentences."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

from kelompok_quiz.cli.app import app
from kelompok_quiz.cli.running import EXIT_CODES
from kelompok_quiz.profile.loading import load

ROOT = Path(__file__).parents[1]
REFERENCE = (ROOT / "docs" / "petunjuk.md").read_text(encoding="utf-8")
BLOCKS: list[str] = re.findall(r"^```sh\n(.*?)^```$", REFERENCE, flags=re.MULTILINE | re.DOTALL)
PROSE = re.sub(r"^```.*?^```$|^\|[-|]+$", "", REFERENCE, flags=re.MULTILINE | re.DOTALL)
LONGEST_SENTENCE = 20
FILES = ("kelas-a.csv", "kelas-b.csv", "kelas.csv", "sekolah.csv", "provinsi.csv")


def test_every_option_of_every_command_is_in_the_reference() -> None:
    commands = get_command(app).commands.values()  # type: ignore[attr-defined] # a group has them
    options = {name for each in commands for parameter in each.params for name in parameter.opts}
    named = set(re.findall(r"--[a-z-]+", REFERENCE))
    assert {name for name in options if name.startswith("--")} <= named


def test_every_exit_code_is_in_the_reference() -> None:
    table = REFERENCE.partition("## Kode keluar")[2].partition("\n## ")[0]
    named = {int(code) for code in re.findall(r"\b\d{1,3}\b", table)}
    assert named == {0, *EXIT_CODES.values(), 129, 130, 141, 143}


def test_every_sentence_of_the_reference_is_short() -> None:
    parts = re.split(r"\n(?:\n|- )|\|", PROSE)
    sentences = [
        sentence
        for part in parts
        for sentence in re.split(r"[.:;?!]\*{0,2}[”\"]?\s", " ".join(part.split()))
    ]
    assert [each for each in sentences if len(each.split()) > LONGEST_SENTENCE] == []


@pytest.mark.lama
@pytest.mark.skipif(os.name == "nt", reason="the commands are run by a POSIX shell")
def test_the_commands_of_the_reference_work_as_they_are_written(tmp_path: Path) -> None:
    profile = load().profile
    header = ",".join(["nama", "kelas", *profile.order])
    answers = ",".join("4" if number % 2 else "2" for number in range(len(profile.order)))
    for name in FILES:
        people = [f"{who},X-{number % 2},{answers}" for number, who in enumerate(["Ani", "Budi"])]
        (tmp_path / name).write_text("\n".join([header, *people, ""]), encoding="utf-8")
    record = {"nama": "Ani"} | dict.fromkeys(profile.order, 4)
    (tmp_path / "jawaban.jsonl").write_text(f"{json.dumps(record)}\n", encoding="utf-8")
    program = tmp_path / "bin" / "kuis-karier"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kelompok_quiz "$@"\n')
    program.chmod(0o755)
    # What a person does by hand between two commands: fill in the guide.
    filled_in = "--keluaran pemetaan.yaml\necho 'responden: nama' > pemetaan.yaml\n"
    script = "".join(BLOCKS).replace("--keluaran pemetaan.yaml\n", filled_in)
    done = subprocess.run(
        ["/bin/sh", "-eu"],
        input=script,
        cwd=tmp_path,
        env=os.environ
        | {
            "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT / "src"),
        },
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "hasil.xlsx").stat().st_size > 0
