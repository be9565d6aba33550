"""Commands as they are typed: tables of answers, their rows, and standard input."""

from __future__ import annotations

import csv
import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

import pytest

from kelompok_quiz.cli.app import entry
from support.mini import MINI_FILE, PROFILE

SOURCES = Path(__file__).parents[2] / "src"
IDS = PROFILE.order
ANSWERS = [1 + (3 * index) % 5 for index in range(len(IDS))]

Capture = pytest.CaptureFixture[str]
Stdin = Callable[[str | IO[str]], None]


def table(*rows: list[Any], header: tuple[str, ...] = ("nama", *IDS)) -> str:
    """A CSV of answers."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([header, *rows])
    return text.getvalue()


GOOD = table(["Ani", *ANSWERS], ["Budi", *ANSWERS[::-1]])


def rows(out: str) -> list[dict[str, str]]:
    """The rows of a CSV by header."""
    return list(csv.DictReader(io.StringIO(out)))


def run(*words: str, code: int = 0) -> None:
    """Run a command line on the small profile and expect its exit code."""
    takes_profile = words and not words[0].startswith("-")
    assert entry([*words, *(["--profil", str(MINI_FILE)] if takes_profile else [])]) == code


def started(words: list[str], **options: Any) -> subprocess.CompletedProcess[str]:
    """Run a command line as a process of its own."""
    environment = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-m", "kelompok_quiz", *words],
        env=environment | {"PYTHONPATH": str(SOURCES), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
        **options,
    )


def assert_refused(capsys: Capture, *words: str) -> None:
    """Three short lines on standard error with these words in them, and no result."""
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("Galat   : ")
    assert "Perbaiki: " in err
    assert "Traceback" not in err
    for word in words:
        assert word in err


class Pipe(io.BytesIO):
    """A stream that is read once."""

    def seekable(self) -> bool:
        return False


def give(monkeypatch: pytest.MonkeyPatch, content: bytes, *, pipe: bool) -> None:
    """Replace standard input by a pipe or a redirected file with this content."""
    binary = Pipe(content) if pipe else io.BytesIO(content)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(binary, encoding="utf-8"))
