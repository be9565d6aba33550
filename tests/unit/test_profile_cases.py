"""A case is a file: `cases/profile/{valid,invalid}/*.yaml`, with every problem beside it.

A line of `.expected` is `line:column code`; the indented lines under it, where there are any, are
the message and the remedy.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from kelompok_quiz.profile.document import read_document
from kelompok_quiz.profile.lint import lint
from kelompok_quiz.profile.loading import Examined, examine
from kelompok_quiz.profile_audit import audit

CASES = Path(__file__).parents[1] / "cases" / "profile"
VALID = sorted((CASES / "valid").glob("*.yaml"))
INVALID = sorted((CASES / "invalid").glob("*.yaml"))


def checked(path: Path) -> Examined:
    """All that `periksa` finds."""
    examined = examine(path)
    if examined.instrument is not None:
        lint(examined.instrument.profile, examined.document)
        audit(examined.instrument, examined.document)
    return examined


def read_expected(path: Path) -> list[list[str]]:
    """For each expected problem its line `line:column code`, then its sentences if given."""
    expected: list[list[str]] = []
    for line in path.with_suffix(".expected").read_text("utf-8").splitlines():
        if line.startswith(" "):
            expected[-1].append(line.strip())
        else:
            expected.append([line])
    return expected


def found(examined: Examined) -> list[list[str]]:
    return [
        [f"{p.place.line}:{p.place.column or '-'} {p.code}", p.message, p.remedy]
        for p in examined.problems
    ]


def assert_as_expected(examined: Examined, path: Path) -> None:
    expected = read_expected(path)
    problems = found(examined)
    assert [problem[0] for problem in problems] == [problem[0] for problem in expected]
    for problem, wanted in zip(problems, expected, strict=True):
        assert problem[: len(wanted)] == wanted


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_a_broken_profile_is_refused_with_every_error_at_its_place(path: Path) -> None:
    examined = checked(path)
    assert_as_expected(examined, path)
    assert examined.instrument is None
    assert {problem.severity for problem in examined.problems} == {"error"}


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.stem)
def test_a_sound_profile_is_an_instrument_with_its_weaknesses_named(path: Path) -> None:
    examined = checked(path)
    assert examined.instrument is not None
    assert_as_expected(examined, path)
    assert all(problem.severity == "warning" for problem in examined.problems)
    assert path.stem.startswith("weak_") == bool(examined.problems)


@pytest.mark.parametrize("path", [*VALID, *INVALID], ids=lambda path: path.stem)
@pytest.mark.lama
def test_the_slow_yaml_loader_reads_the_same_as_the_fast_one(path: Path) -> None:
    fast = read_document(path.read_bytes(), path.name)
    assert read_document(path.read_bytes(), path.name, loader=yaml.SafeLoader) == fast


def test_every_case_has_its_expectation_and_every_expectation_has_a_case() -> None:
    cases = {path.with_suffix("") for path in CASES.glob("*/*.yaml")}
    assert cases == {path.with_suffix("") for path in CASES.glob("*/*.expected")}
    assert cases == {path.with_suffix("") for path in [*VALID, *INVALID]}


def test_the_case_with_windows_line_ends_still_has_them() -> None:
    assert (CASES / "valid" / "minimal_crlf.yaml").read_bytes().count(b"\r\n") > 1
