"""The vectorised scorer against the plain oracle, on the shipped and the hand-made instrument."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import oracle
from kelompok_quiz.answers import batch_of_one
from kelompok_quiz.assessment import assess
from kelompok_quiz.profile import load, shipped_profile
from kelompok_quiz.profile.key import Key
from kelompok_quiz.result import one

MINI = Path(__file__).parents[1] / "cases" / "scoring" / "mini.yaml"
FILES = [MINI, shipped_profile()]
KEYS = [Key(load(path)) for path in FILES]
PROFILES: list[dict[str, Any]] = [yaml.safe_load(path.read_text("utf-8")) for path in FILES]


@st.composite
def sheets(draw: st.DrawFn) -> tuple[int, dict[str, int | None], dict[str, Any]]:
    which = draw(st.integers(0, len(KEYS) - 1))
    ids = [item.id for item in KEYS[which].profile.items]
    points = KEYS[which].points
    low = draw(st.integers(1, points))
    high = draw(st.integers(low, points))
    blank = draw(st.sampled_from([0.0, 0.05, 0.3]))
    rng = draw(st.randoms(use_true_random=False))
    answers = {item_id: None if rng.random() < blank else rng.randint(low, high) for item_id in ids}
    shown: dict[str, Any] = {}
    if draw(st.booleans()):
        shown["order"] = rng.sample(ids, len(ids))
    if draw(st.booleans()):
        shown["seconds"] = {item_id: rng.choice([0.5, 1.5, 2.0, 4.25]) for item_id in ids[::2]}
    return which, answers, shown


def assert_equal(found: Any, expected: Any, path: str = "") -> None:
    if isinstance(expected, dict):
        assert isinstance(found, dict), path
        for name, value in expected.items():
            assert_equal(found[name], value, f"{path}.{name}")
    elif isinstance(expected, list | tuple):
        assert len(found) == len(expected), (path, found, expected)
        for index, (one_, other) in enumerate(zip(found, expected, strict=True)):
            assert_equal(one_, other, f"{path}[{index}]")
    elif isinstance(expected, float) and found is not None:
        assert found == pytest.approx(expected, abs=1e-9), path
    else:
        assert found == expected, (path, found, expected)


@settings(max_examples=400, deadline=None)
@given(sheets())
def test_every_value_of_the_record_is_the_oracles(
    sheet: tuple[int, dict[str, int | None], dict[str, Any]],
) -> None:
    which, answers, shown = sheet
    key = KEYS[which]
    record = msgspec.to_builtins(one(assess(key, batch_of_one(key.profile, answers, **shown))))
    assert_equal(record, oracle.score(PROFILES[which], answers, **shown))
