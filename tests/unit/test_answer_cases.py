"""A case is a file of `cases/answers/`, as real tools export it, over mini.yaml.

`read/` holds files that give people, `refused/` those that fail or whose people fail.

Beside each, `.expected` says what comes of it. A line is a person: respondent, status, verdict and
the answers as digits in presented order, divided by ` | `; an indented line under it is a problem
of that person. A guide stands beside its file as `.pemetaan`. A first line `! code` is the refusal
of the whole file; the indented lines under it are its place, message and remedy.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kelompok_quiz.columns.guide import UNGUIDED, read_guide
from kelompok_quiz.problems import InputUnreadable, Problem
from kelompok_quiz.reading.sources import open_answers
from kelompok_quiz.result.recorder import records
from kelompok_quiz.scoring.assessment import assess
from kelompok_quiz.text import visible
from support.mini import CASES, KEY

ANSWERS = CASES / "answers"
BESIDE = {".expected", ".pemetaan"}
FILES = sorted(path for path in ANSWERS.glob("*/*") if path.suffix not in BESIDE)


def found(path: Path) -> list[str]:
    """What comes of a file, as `.expected` says it."""
    try:
        people = list(scored(path))
    except InputUnreadable as error:
        return [line for problem in error.problems for line in refusal(problem)]
    return people or ["! nobody"]


def refusal(problem: Problem) -> Iterator[str]:
    yield f"! {problem.code}"
    yield f"  {problem.place}"
    yield f"  {problem.message}"
    yield f"  {problem.remedy}"


def scored(path: Path) -> Iterator[str]:
    beside = path.with_name(f"{path.name}.pemetaan")
    guide = read_guide(beside, KEY.profile) if beside.exists() else UNGUIDED
    with open_answers(path, KEY.profile, guide=guide) as source:
        for batch in source.batches():
            for person, record in enumerate(records(assess(KEY, batch))):
                answers = "".join(str(answer or "-") for answer in batch.matrix[person].tolist())
                name = visible(record.respondent or "")
                yield f"{name} | {record.status} | {record.verdict} | {answers}"
                for problem in batch.rejects.get(person, ()):
                    yield f"  {problem.place}: {problem.code} {problem.value!r}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_real_file_gives_the_people_that_are_in_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(path.parent)
    expected = path.with_name(f"{path.name}.expected").read_text("utf-8").split("\n")[:-1]
    assert found(Path(path.name)) == expected


def test_every_case_says_what_is_expected_and_every_expectation_has_a_case() -> None:
    expectations = {path.with_suffix("") for path in ANSWERS.glob("*/*.expected")}
    assert expectations == set(FILES)
    assert len(FILES) > 50
