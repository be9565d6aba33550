"""The guide for school counsellors: its commands work, on the files it tells people to make."""

from __future__ import annotations

import csv
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from kelompok_quiz.profile.loading import load

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "docs" / "panduan-guru-bk.md").read_text(encoding="utf-8")
CONSENT = (ROOT / "docs" / "izin-dan-data-siswa.md").read_text(encoding="utf-8")
BLOCKS: list[str] = re.findall(r"^```sh\n(.*?)^```$", GUIDE, flags=re.MULTILINE | re.DOTALL)
COMMANDS = [line for block in BLOCKS for line in block.splitlines()]
PROSE = re.sub(r"^```.*?^```$", "", GUIDE, flags=re.MULTILINE | re.DOTALL)
LETTER = re.search(r"^## Surat izin.*?(?=^## )", CONSENT, flags=re.MULTILINE | re.DOTALL)
PROFILE = load().profile
LONGEST_SENTENCE = 20
CLASS = [(f"K{number:02d}", "X-1" if number % 2 else "X-2") for number in range(1, 13)]

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the commands are run by a POSIX shell")

Shell = Callable[[str], str]


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """A shell in a folder of its own that knows `kuis-karier`, as after the setup."""
    programs = tmp_path / "bin"
    programs.mkdir()
    program = programs / "kuis-karier"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kelompok_quiz "$@"\n')
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


def test_the_commands_are_of_the_quiz_alone() -> None:
    assert [command for command in COMMANDS if not command.startswith("kuis-karier ")] == []


@pytest.mark.lama
def test_the_answer_sheet_can_be_filled_in_and_scored(shell: Shell, tmp_path: Path) -> None:
    (recipe,) = [command for command in COMMANDS if command.endswith("pernyataan.xlsx")]
    shell(recipe)
    file = tmp_path / "sekolah" / "pernyataan.xlsx"
    book = openpyxl.load_workbook(file)
    assert {"*Pernyataan*", "*Lembar jawaban*"} <= {f"*{name}*" for name in book.sheetnames}
    for person, who in enumerate(CLASS):
        answers = [answer(person, item) for item in range(len(PROFILE.order))]
        book["Lembar jawaban"].append([*who, *answers])
    book.save(file)
    assert scored(shell, file.name) == [who for who, _ in CLASS]


@pytest.mark.lama
@pytest.mark.parametrize("form", [online_form, grid_form, kobo])
def test_the_forms_of_the_guide_can_be_scored(
    shell: Shell, tmp_path: Path, form: Callable[[Path], None]
) -> None:
    form(tmp_path / "sekolah")
    assert scored(shell) == [who for who, _ in CLASS]


def scored(shell: Shell, file: str = "jawaban.csv") -> list[str]:
    """The codes of those who have a result."""
    rows = csv.DictReader(shell(f"kuis-karier nilai {file} --format csv").splitlines())
    return [row["respondent"] for row in rows if row["status"] == "scored"]


def test_the_responses_are_named_as_the_profile_has_them() -> None:
    assert ", ".join(f"*{response}*" for response in PROFILE.responses) in " ".join(GUIDE.split())


@pytest.mark.parametrize("prose", [PROSE, CONSENT], ids=["guide", "consent"])
def test_every_sentence_is_short(prose: str) -> None:
    lines = re.sub(r"^> ?", "", prose, flags=re.MULTILINE)
    sentences = [
        sentence
        for paragraph in re.split(r"\n(?:\n|- |\d\. |\| )", lines)
        for sentence in re.split(r"[.:;?!]\*{0,2}[”\"]?\s", " ".join(paragraph.split()))
    ]
    assert [each for each in sentences if len(each.split()) > LONGEST_SENTENCE] == []


def test_the_bands_are_those_of_the_profile() -> None:
    rows = dict(re.findall(r"^\| (.+?) \| (.+?) \|$", GUIDE, flags=re.MULTILINE))
    floors = {label: re.findall(r"\d+", text) for text, label in rows.items()}
    for verdict, above in zip(PROFILE.verdicts, (*PROFILE.verdicts[1:], None), strict=True):
        ends = [verdict.floor, above.floor if above else None]
        assert floors[verdict.label] == [str(end) for end in ends if end]


def test_one_word_is_used_for_the_error() -> None:
    assert "galat" in GUIDE
    assert "ralat" not in GUIDE.casefold()


def test_the_letter_says_what_parents_need_to_know_and_has_a_part_to_return() -> None:
    assert LETTER is not None
    for part in (
        "Tujuan",
        "Data",
        "melihat",
        "Penyimpanan",
        "Sukarela",
        "Hak",
        "menarik",
        "potong",
    ):
        assert part in LETTER[0]


def test_the_letter_is_one_page() -> None:
    assert LETTER is not None
    assert len(LETTER[0].split()) <= 350


def test_the_guide_is_no_longer_than_four_pages() -> None:
    assert len(GUIDE.split()) <= 1500
