"""Sums over people; `tests/property/test_cohort.py` adds and compares them at random."""

from __future__ import annotations

import numpy as np

from support.cohorts import (
    IDEAL,
    counted,
)


def test_sums_need_no_groups() -> None:
    assert np.array_equal(counted([IDEAL]).by_group.status, counted([IDEAL], [0]).by_group.status)
