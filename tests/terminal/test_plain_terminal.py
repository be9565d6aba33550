"""Help and errors in a terminal that can write nothing but ASCII."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

import kelompok_quiz
from kelompok_quiz.cli.app import app

if os.name == "nt":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

import pexpect

pytestmark = pytest.mark.lama


SOURCES = Path(kelompok_quiz.__file__).parents[1]
ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
QUESTION = re.compile(r"maksudmu\s+\S+\?")
SHOWN = [
    ["--help"],
    *([str(command.name), "--help"] for command in app.registered_commands),
    ["nila"],
    ["nilai", "--formt", "csv"],
    ["nilai", "tidak-ada.csv"],
    ["nilai", "tidak-ada-" * 9 + ".csv"],
    ["nilai", "--format", "tabl"],
    ["nilai", "a", "--sebagian=ya"],
    ["profesi", "satu", "dua", "tiga", "empat"],
]


def shown(words: list[str], columns: int) -> str:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    kept.pop("COLUMNS", None)
    child = pexpect.spawn(
        sys.executable,
        ["-m", "kelompok_quiz", *words],
        env=kept | {"PYTHONPATH": str(SOURCES)} | ASCII,
        dimensions=(50, columns),
        encoding="utf-8",
        timeout=20,
    )
    return str(child.read()).replace("\r\n", "\n")


@pytest.mark.parametrize("columns", [40, 80])
@pytest.mark.parametrize("words", SHOWN, ids=" ".join)
def test_help_and_errors_are_spelled_out_and_still_fit(words: list[str], columns: int) -> None:
    plain = shown(words, columns)
    assert plain.isascii()
    assert "\\u" not in plain
    assert "?" not in QUESTION.sub("", plain)
    too_wide = [line for line in plain.splitlines() if len(line) > columns]
    assert all(" " not in line.strip() or "tidak-ada" in line for line in too_wide), too_wide
