"""The figures of scales and items."""

from __future__ import annotations

import pytest

from support.cohorts import (
    IDEAL,
    IDS,
    MIDDLE,
    random_sheets,
    recap_of,
)
from support.mini import KEY

PROFILE = KEY.profile


def test_one_person_has_a_mean_and_no_spread() -> None:
    figures = recap_of([IDEAL]).scales["trait_a"]
    assert (figures.scored.n, figures.scored.mean, figures.scored.sd) == (1, 100, None)
    assert (figures.n_complete, figures.mean, figures.sd) == (1, 100, None)
    assert {(item.mean, item.sd) for item in figures.items.values()} == {(5, None)}


def test_scale_means_are_of_those_with_a_score_and_reliability_of_complete_answers() -> None:
    gap = list(IDEAL)
    gap[IDS.index("t1_1")] = 0
    figures = recap_of([IDEAL, MIDDLE, gap]).scales["trait_a"]
    assert figures.scored.n == 3
    assert figures.scored.mean == pytest.approx(250 / 3)
    assert (figures.n_complete, figures.mean) == (2, 75)
    assert (figures.items["t1_1"].n, figures.items["t1_1"].missing) == (2, 1)


def test_items_are_in_the_order_of_the_profile() -> None:
    for scale in PROFILE.scales:
        items = recap_of([IDEAL]).scales[scale.id].items
        assert list(items) == [item.id for item in scale.items]


@pytest.mark.parametrize(
    ("people", "published"),
    [
        (29, (False, False, False)),
        (30, (True, False, False)),
        (49, (True, False, False)),
        (50, (True, True, False)),
        (99, (True, True, False)),
        (100, (True, True, True)),
    ],
)
def test_a_statistic_is_published_from_its_least_number_of_people(
    people: int, published: tuple[bool, bool, bool]
) -> None:
    sheets = random_sheets(people, 3, blank=0)
    figures = recap_of(sheets).scales["trait_a"]
    item = figures.items["t1_1"]
    for value in (figures.alpha_ci95, figures.std_alpha, figures.sem):
        assert (value is not None) == published[0]
    assert (item.alpha_if_dropped is not None) == published[1]
