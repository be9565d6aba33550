"""Answers, profiles and guides are distinguished by what a file holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from kelompok_quiz.checking.sorting import holds_answers, holds_guide


@pytest.mark.parametrize(
    ("name", "content", "answers"),
    [
        ("a.csv", "", True),
        ("a.yaml", "", False),
        ("a.yaml", "# kosong\n", False),
        ("a.yaml", "- nama: Ani\n  t1_1: 4\n", True),
        ("a.yaml", "nama: Ani\nt1_1: 4\n", True),
        ("a.yaml", "answers: {t1_1: 4}\n", True),
        ("a.yaml", "schema: 1\ntraits: []\n", False),
        ("a.txt", "schema: 1\ntraits: []\n", False),
        ("a.json", '{"schema": 1, "traits": []}', False),
        ("a.json", '{"answers": {}}', True),
        ("tiada.csv", None, True),
        ("tiada.yml", None, False),
    ],
)
def test_profiles_and_answers_are_distinguished_by_their_content(
    tmp_path: Path, name: str, content: str | None, *, answers: bool
) -> None:
    assert holds_answers(file(tmp_path / name, content)) == answers


@pytest.mark.parametrize(
    ("name", "content", "guide"),
    [
        ("p.yaml", "jawaban: # isi 1 sampai 5\n  SS: 5\n", True),
        ("p.yml", "responden: nama\nkolom:\n  Q1: t1_1\n", True),
        ("p.yaml", "kolom: {Q1: t1_1}\n", True),
        ("p.yaml", "kolom: 4\nt1_1: 4\n", False),
        ("p.yaml", "schema: 1\n", False),
        ("p.csv", "kolom:\n", False),
        ("tiada.yaml", None, False),
    ],
)
def test_a_guide_is_distinguished_from_answers_and_profiles(
    tmp_path: Path, name: str, content: str | None, *, guide: bool
) -> None:
    assert holds_guide(file(tmp_path / name, content)) == guide


def test_standard_input_holds_answers() -> None:
    assert holds_answers(Path("-"))


def file(path: Path, content: str | None) -> Path:
    """Write a file, unless it is to be missing."""
    if content is not None:
        path.write_text(content)
    return path
