"""What all unit tests stand on."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import IO

import pytest

from kelompok_quiz.answers import AnswerBatch
from kelompok_quiz.reading.sources import open_answers
from support.answer_files import Reader
from support.commands import Stdin
from support.mini import PROFILE


@pytest.fixture(autouse=True)
def no_wishes_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may want colour or lines; the tests say themselves what they want."""
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "ACCESSIBLE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    """Read what a file of this name would hold."""

    def read_file(
        content: str | bytes, name: str = "jawaban.csv", *, partial: bool = False
    ) -> list[AnswerBatch]:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        with open_answers(path, PROFILE, partial=partial) as source:
            return list(source.batches())

    return read_file


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> Iterator[Stdin]:
    """Redirect standard input from a file with this content, or take this stream for it."""
    opened = ExitStack()

    def redirect(content: str | IO[str]) -> None:
        if isinstance(content, str):
            Path("masukan").write_text(content, "utf-8")
            content = Path("masukan").open(encoding="utf-8")  # noqa: SIM115 - the stack does
        opened.callback(content.close)
        monkeypatch.setattr(sys, "stdin", content)

    with opened:
        yield redirect
