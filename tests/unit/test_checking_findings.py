"""What is found in answer files, and how much of it is kept; reports are tested by command."""

from __future__ import annotations

from pathlib import Path

import pytest

from kelompok_quiz.checking.findings import (
    AnswerCheck,
    Counted,
    Outcome,
    Refused,
    Rejected,
    Understood,
)
from kelompok_quiz.checking.notes import RepeatedOptions
from kelompok_quiz.checking.text_report import TextReport
from kelompok_quiz.columns.header_matcher import HeaderMatcher
from support.mini import PROFILE

ANSWERS = ",".join("4" * len(PROFILE.items))
HEADER = f"nama,kelas,{','.join(PROFILE.order)}\n"


def check(**limits: int) -> AnswerCheck:
    return AnswerCheck(HeaderMatcher(PROFILE), RepeatedOptions(), Path("p.yaml"), **limits)


def answers(folder: Path, *rows: str) -> Path:
    path = folder / "kelas.csv"
    path.write_text(HEADER + "".join(f"{row}\n" for row in rows), "utf-8")
    return path


def test_findings_come_in_the_order_of_the_file(tmp_path: Path) -> None:
    path = answers(tmp_path, f"Ani,X,{ANSWERS}", f"Budi,X,9{ANSWERS[1:]}", f"ani,X,{ANSWERS}")
    understood, rejected, counted = check().findings(path)
    assert isinstance(understood, Understood)
    assert (understood.file, list(understood.problems)) == (str(path), [])
    assert isinstance(rejected, Rejected)
    assert (rejected.row, [p.code for p in rejected.problems]) == (2, ["answer_invalid"])
    assert isinstance(counted, Counted)
    assert (counted.people, counted.rejected) == (3, 1)
    assert [(each.first, each.row) for each in counted.repeats] == [(1, 3)]
    outcomes = [each.outcome for each in (understood, rejected, counted)]
    assert outcomes == [Outcome.SOUND, Outcome.FAULTY, Outcome.SOUND]


@pytest.mark.parametrize(("content", "kinds"), [(HEADER, 2), ("a,b\n1,2\n", 2), ("%PDF-1.4", 1)])
def test_what_cannot_be_scored_is_unreadable(tmp_path: Path, content: str, kinds: int) -> None:
    path = tmp_path / "kelas.csv"
    path.write_text(content)
    findings = list(check().findings(path))
    assert len(findings) == kinds
    assert max(each.outcome for each in findings) is Outcome.UNREADABLE
    assert isinstance(findings[-1], Refused if kinds == 1 else Counted)


def test_so_many_words_and_repetitions_are_kept_and_no_more(tmp_path: Path) -> None:
    rows = [f"Ani,X,{word}{ANSWERS[1:]}" for word in "aba"]
    path = answers(tmp_path, *rows)
    *_, counted = check(most_words=1, most_repeats=1).findings(path)
    assert isinstance(counted, Counted)
    assert counted.labels == ["a"]
    assert (len(counted.repeats), counted.more_repeats) == (1, 1)


def test_repetitions_that_are_not_named_are_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import sys

    report = TextReport(sys.stdout, None)
    for finding in check(most_repeats=1).findings(answers(tmp_path, *[f"Ani,X,{ANSWERS}"] * 3)):
        report.write(finding)
    assert "… dan 1 kiriman ganda lagi." in capsys.readouterr().out
