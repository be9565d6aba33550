from __future__ import annotations

import math
from typing import Any

import msgspec
import pytest

from kelompok_quiz.answers import batch_of_one
from kelompok_quiz.profile.key import Key
from kelompok_quiz.result.recorder import one
from kelompok_quiz.scoring.assessment import assess
from support.scoring_cases import Case, load_cases, value_at

CASES = load_cases()


def scored(mini: Key, case: Case) -> dict[str, Any]:
    batch = batch_of_one(mini.profile, case.answers, seconds=case.seconds or None)
    record = msgspec.to_builtins(one(assess(mini, batch)))
    assert isinstance(record, dict)
    return record


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_scorer_agrees_with_the_hand_computed_case(mini: Key, case: Case) -> None:
    record = scored(mini, case)
    for dotted, expected in case.expected.items():
        found = value_at(record, dotted)
        if isinstance(expected, int | float) and not isinstance(expected, bool):
            assert found == pytest.approx(expected, abs=1e-9), dotted
        elif isinstance(expected, list):
            assert isinstance(found, list | tuple), dotted
            assert list(found) == expected, dotted
        else:
            assert found == expected, dotted


def test_the_tally_and_the_pooled_spread_stay_in_the_result(mini: Key) -> None:
    # keyed trait_a 5 4 5 3: Σ(k − 4.25)² = 2.75, freedom 3; the other fit scales 0 of 4 · 3
    sheet = dict.fromkeys(mini.profile.order, 3) | {"t1_1": 5, "t1_2": 4, "t1_3": 1}
    results = assess(mini, batch_of_one(mini.profile, sheet))
    assert results.tally.total[0].tolist() == [17]
    assert results.tally.steps[0].tolist() == [13]
    assert results.scores.spread.tolist() == pytest.approx([math.sqrt(2.75 / 15)])
