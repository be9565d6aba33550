"""The content decides what a text is, its suffix only where it leaves that open."""

from __future__ import annotations

from pathlib import Path

import pytest

from kelompok_quiz.reading.sources import open_answers
from support.answer_files import ANSWERS, Reader, answers, table
from support.mini import IDS, PROFILE
from support.packed import TABLE


@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.TSV", "a.data", "a"])
def test_a_table_is_known_by_its_suffix_or_by_its_content(read: Reader, name: str) -> None:
    assert answers(read(table([ANSWERS], delimiter="\t"), name)) == [ANSWERS]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", TABLE),
        ("a.yaml", TABLE),
        ("a.jsonl", TABLE),
        ("a.xlsx", TABLE),
        ("a.csv", "[" + '{"nama": "Ani", ' + ", ".join(f'"{i}": 4' for i in IDS) + "}]"),
        ("a.csv", "# disalin\nnama: Ani\n" + "".join(f"{i}: 4\n" for i in IDS)),
        ("a.csv", "4" * len(IDS) + "\n"),
        ("a.json", '{"t1_1": 1}\n{rusak\n' + '{"t1_1": 4}\n'),
        ("a.txt", "Nama: " + TABLE),
    ],
)
def test_the_content_decides_and_not_the_suffix(tmp_path: Path, name: str, content: str) -> None:
    path = tmp_path / name
    path.write_text(content)
    with open_answers(path, PROFILE, partial=True) as source:
        people = sum(len(batch) for batch in source.batches())
    assert people == (3 if "rusak" in content else 1)
