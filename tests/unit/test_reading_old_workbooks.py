"""XLS, read by a process of its own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kelompok_quiz.problems import InputUnreadable
from kelompok_quiz.reading.old_workbooks import LOCKED, old_worksheets
from support.packed import XLS, names

POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no such bounds")


def test_an_old_workbook_is_not_waited_for_endlessly() -> None:
    with pytest.raises(InputUnreadable) as caught:
        old_worksheets(XLS, patience=0.001)
    assert [problem.code for problem in caught.value.problems] == ["workbook_broken"]


@POSIX
def test_an_old_workbook_is_read_where_the_system_refuses_a_bound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = "import resource\ndef refuse(*_): raise ValueError\nresource.setrlimit = refuse\n"
    (tmp_path / "sitecustomize.py").write_text(started, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    assert names(XLS) == ["001", "002", "003"]


@POSIX
def test_an_old_workbook_is_read_where_the_system_has_a_lower_bound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = (
        "import resource\nresource.setrlimit(resource.RLIMIT_AS, (1_500_000_000, 1_500_000_000))\n"
    )
    (tmp_path / "sitecustomize.py").write_text(started, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    assert names(XLS) == ["001", "002", "003"]


def test_a_locked_workbook_is_told() -> None:
    with pytest.raises(InputUnreadable) as caught:
        old_worksheets(XLS, child=f"raise SystemExit({LOCKED})")
    assert [problem.code for problem in caught.value.problems] == ["workbook_locked"]
