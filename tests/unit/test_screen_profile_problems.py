"""Problems of a profile as text."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from kelompok_quiz.profile.loading import examine
from kelompok_quiz.screen.console import plain_console
from kelompok_quiz.screen.profile_problems import print_findings
from support.section_samples import (
    ROOT,
)

BROKEN = sorted((ROOT / "tests" / "cases" / "profile" / "invalid").glob("[a-n]*.yaml"))


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_every_finding_has_place_code_message_and_remedy(path: Path) -> None:
    problems = examine(path).problems
    stream = io.StringIO()
    print_findings(plain_console(stream, 80), "profil.yaml", problems)
    text = " ".join(stream.getvalue().split())
    for problem in problems:
        assert f"{problem.place} kesalahan {problem.code}" in text
        assert "\x1b" not in text
        for sentence in (problem.message, problem.remedy):
            assert " ".join(sentence.split()[:3]) in text
    assert text.endswith(f"profil.yaml: {len(problems)} kesalahan, 0 peringatan.")


def test_a_sound_profile_is_said_to_be_sound() -> None:
    stream = io.StringIO()
    print_findings(plain_console(stream, 80), "profil.yaml", ())
    assert stream.getvalue() == "profil.yaml: tidak ada kesalahan dan tidak ada peringatan.\n"


def test_the_name_of_a_checked_file_is_shown_literally() -> None:
    stream = io.StringIO()
    print_findings(plain_console(stream, 80), "[b]\x1b[2J.yaml", ())
    assert stream.getvalue().startswith("[b]\\x1b[2J.yaml: ")
