"""What all unit tests stand on."""

from __future__ import annotations

from pathlib import Path

import pytest

from kelompok_quiz.answers import AnswerBatch
from kelompok_quiz.reading.sources import open_answers
from support.answer_files import Reader
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
