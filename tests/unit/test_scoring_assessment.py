from __future__ import annotations

import math
from typing import Any

import msgspec
import pytest

from kelompok_quiz.answers import batch_of_one
from kelompok_quiz.profile.key import Key
from kelompok_quiz.result.recorder import one
from kelompok_quiz.scoring.assessment import assess
from support.mini import with_responses
from support.scoring_cases import Case, load_cases, value_at

CASES = load_cases()


def scored(case: Case) -> dict[str, Any]:
    key = with_responses(case.points)
    batch = batch_of_one(key.profile, case.answers, seconds=case.seconds or None)
    record = msgspec.to_builtins(one(assess(key, batch)))
    assert isinstance(record, dict)
    return record


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_scorer_agrees_with_the_hand_computed_case(case: Case) -> None:
    record = scored(case)
    for dotted, expected in case.expected.items():
        found = value_at(record, dotted)
        if isinstance(expected, int | float) and not isinstance(expected, bool):
            assert found == pytest.approx(expected, abs=1e-9), dotted
        elif isinstance(expected, list):
            assert isinstance(found, list | tuple), dotted
            assert list(found) == expected, dotted
        else:
            assert found == expected, dotted


@pytest.mark.parametrize(
    ("answers", "total", "squares", "spread"),
    [
        # keyed 5 4 5 3: Σ(k − 4.25)² = 2.75; the other fit scales 0, freedom 5 · 3
        ({"t1_1": 5, "t1_2": 4, "t1_3": 1}, 17, 2.75, 0.6),
        # keyed 5 1 5 1: Σ(k − 3)² = 16
        ({"t1_1": 5, "t1_2": 1, "t1_3": 1, "t1_4": 5}, 12, 16, math.sqrt(16 / 15)),
    ],
)
def test_the_tally_the_scatter_and_the_spread_stay_in_the_result(
    mini: Key, answers: dict[str, int], total: int, squares: float, spread: float
) -> None:
    sheet = dict.fromkeys(mini.profile.order, 3) | answers
    results = assess(mini, batch_of_one(mini.profile, sheet))
    assert results.tally.total[0].tolist() == [total]
    assert results.tally.steps[0].tolist() == [total - 4]
    assert results.scores.scatter.tolist() == pytest.approx([math.sqrt(squares / 15)])
    assert results.scores.spread.tolist() == pytest.approx([spread])
