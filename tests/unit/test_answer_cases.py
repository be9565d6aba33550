"""A case is a file: `cases/answers/*`, answer files as real tools export them, over mini.yaml.

Beside each, `.expected` says what comes of it. A line is a person: respondent, status, verdict and
the answers as digits in presented order, divided by ` | `; an indented line under it is a problem
of that person. A first line `! code` is the refusal of the whole file; the indented lines under it
are its place, message and remedy.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kelompok_quiz.assessment import assess
from kelompok_quiz.problems import InputUnreadable, Problem
from kelompok_quiz.profile import load
from kelompok_quiz.profile.key import Key
from kelompok_quiz.reading import open_path
from kelompok_quiz.result import records

CASES = Path(__file__).parents[1] / "cases" / "answers"
KEY = Key(load(CASES.parent / "scoring" / "mini.yaml"))
FILES = sorted(path for path in CASES.iterdir() if path.suffix != ".expected")


def found(path: Path) -> list[str]:
    """What comes of a file, as `.expected` says it."""
    try:
        people = list(scored(path))
    except InputUnreadable as error:
        return [line for problem in error.problems for line in refusal(problem, path)]
    return people or ["! nobody"]


def refusal(problem: Problem, path: Path) -> Iterator[str]:
    yield f"! {problem.code}"
    yield f"  {str(problem.place).replace(str(path), path.name)}"
    yield f"  {problem.message}"
    yield f"  {problem.remedy}"


def scored(path: Path) -> Iterator[str]:
    with open_path(path, KEY.profile) as source:
        for batch in source.batches():
            for person, record in enumerate(records(assess(KEY, batch))):
                answers = "".join(str(answer or "-") for answer in batch.matrix[person].tolist())
                yield f"{record.respondent} | {record.status} | {record.verdict} | {answers}"
                for problem in batch.rejects.get(person, ()):
                    place = str(problem.place).replace(str(path), path.name)
                    yield f"  {place}: {problem.code} {problem.value}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_real_file_gives_the_people_that_are_in_it(path: Path) -> None:
    expected = path.with_name(f"{path.name}.expected").read_text("utf-8").splitlines()
    assert found(path) == expected


def test_every_case_says_what_is_expected_and_every_expectation_has_a_case() -> None:
    expectations = {path.name for path in CASES.glob("*.expected")}
    assert expectations == {f"{path.name}.expected" for path in FILES}
    assert len(FILES) > 15
