"""The oracle agrees with what was computed by hand."""

from __future__ import annotations

import pytest

from support.oracle import score
from support.scoring_cases import Case, load_cases, load_profile, value_at


@pytest.mark.parametrize("case", load_cases(), ids=lambda case: case.name)
def test_oracle_and_hand_agree(case: Case) -> None:
    record = score(load_profile(case.points), case.answers, seconds=case.seconds)
    found = {key: value_at(record, key) for key in case.expected}
    assert found == {key: near(value) for key, value in case.expected.items()}


def near(expected: object) -> object:
    """A number within 1e-9; anything else as it is."""
    if isinstance(expected, int | float):
        return pytest.approx(expected, abs=1e-9)
    return expected
