"""The guide for school counsellors: its commands work, on the files it tells people to make."""

from __future__ import annotations

import csv
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kelompok_quiz.profile.loading import load

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "docs" / "panduan-guru-bk.md").read_text(encoding="utf-8")
BLOCKS: list[str] = re.findall(r"^```sh\n(.*?)^```$", GUIDE, flags=re.MULTILINE | re.DOTALL)
COMMANDS = [line for block in BLOCKS for line in block.splitlines()]
PROSE = re.sub(r"^```.*?^```$", "", GUIDE, flags=re.MULTILINE | re.DOTALL)
PROFILE = load().profile
LONGEST_SENTENCE = 20
CLASS = [(f"K{number:02d}", "X-1" if number % 2 else "X-2") for number in range(1, 13)]

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the commands are run by a POSIX shell")

Shell = Callable[[str], str]


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """A shell in a folder of its own that knows `kuis-karier` and `python`, as after the setup."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name, words in (("kuis-karier", " -m kelompok_quiz"), ("python", "")):
        program = programs / name
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}"{words} "$@"\n')
        program.chmod(0o755)
    folder = tmp_path / "sekolah"
    folder.mkdir()
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    env = os.environ | {"PATH": path, "PYTHONPATH": str(ROOT / "src")}

    def run(command: str) -> str:
        done = subprocess.run(
            ["/bin/sh", "-euc", command],
            cwd=folder,
            env=env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, f"{command}\n{done.stderr}"
        return done.stdout

    return run


def answer(person: int, item: int) -> int:
    return 1 + (person * 7 + item * 3 + item // 5) % PROFILE.points


def write_class(folder: Path, header: list[str], *, worded: bool, delimiter: str = ",") -> None:
    """Write `jawaban.csv`: a code, a class, and the answers in words or as numbers."""
    with (folder / "jawaban.csv").open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream, delimiter=delimiter)
        rows.writerow(header)
        for person, who in enumerate(CLASS):
            answers = [answer(person, item) for item in range(len(PROFILE.order))]
            cells = [PROFILE.responses[a - 1] for a in answers] if worded else answers
            rows.writerow([*who, *cells])


def online_form(folder: Path) -> None:
    header = ["responden", "kelas", *(item.text for item in PROFILE.items)]
    write_class(folder, header, worded=True)


def grid_form(folder: Path) -> None:
    rows = [f"Seberapa setuju kamu? [{item.text}]" for item in PROFILE.items]
    write_class(folder, ["responden", "kelas", *rows], worded=True)


def kobo(folder: Path) -> None:
    header = ["responden", "kelas", *(f"kuis/{item.id}" for item in PROFILE.items)]
    write_class(folder, header, worded=False, delimiter=";")


def test_the_guide_has_commands() -> None:
    assert len(COMMANDS) >= 10


@pytest.mark.lama
def test_every_command_of_the_guide_works_and_every_file_it_names_is_made(
    shell: Shell, tmp_path: Path
) -> None:
    online_form(tmp_path / "sekolah")
    for command in COMMANDS:
        shell(command)
    named = set(re.findall(r"[\w-]+\.(?:csv|xlsx|txt)", GUIDE))
    assert named <= {path.name for path in (tmp_path / "sekolah").iterdir()}


def recipe(name: str) -> str:
    """The command of the guide that writes this file."""
    (command,) = [each for each in COMMANDS if f"open('{name}'" in each]
    return command


@pytest.mark.lama
def test_the_list_of_statements_is_complete_and_in_order(shell: Shell, tmp_path: Path) -> None:
    shell(recipe("pernyataan.csv"))
    with (tmp_path / "sekolah" / "pernyataan.csv").open(encoding="utf-8") as stream:
        rows = list(csv.reader(stream, delimiter=";"))
    assert rows == [[item.id, item.text] for item in PROFILE.items]


@pytest.mark.lama
def test_the_blank_sheet_can_be_filled_in_and_scored(shell: Shell, tmp_path: Path) -> None:
    folder = tmp_path / "sekolah"
    shell(recipe("lembar.csv"))
    header = (folder / "lembar.csv").read_text(encoding="utf-8").strip().split(";")
    write_class(folder, header, worded=False, delimiter=";")
    assert scored(shell) == [who for who, _ in CLASS]


@pytest.mark.lama
@pytest.mark.parametrize("form", [online_form, grid_form, kobo])
def test_the_forms_of_the_guide_can_be_scored(
    shell: Shell, tmp_path: Path, form: Callable[[Path], None]
) -> None:
    form(tmp_path / "sekolah")
    assert scored(shell) == [who for who, _ in CLASS]


def scored(shell: Shell) -> list[str]:
    """The codes of those who have a result."""
    rows = csv.DictReader(shell("kuis-karier nilai jawaban.csv --format csv").splitlines())
    return [row["respondent"] for row in rows if row["status"] == "scored"]


def test_the_responses_are_named_as_the_profile_has_them() -> None:
    assert ", ".join(f"*{response}*" for response in PROFILE.responses) in " ".join(GUIDE.split())


def test_every_sentence_is_short() -> None:
    sentences = [
        sentence
        for paragraph in re.split(r"\n(?:\n|- |\d\. )", PROSE)
        for sentence in re.split(r"[.:;?!]\*{0,2}[”\"]?\s", " ".join(paragraph.split()))
    ]
    assert [each for each in sentences if len(each.split()) > LONGEST_SENTENCE] == []


def test_the_guide_is_no_longer_than_four_pages() -> None:
    assert len(GUIDE.split()) <= 1500
