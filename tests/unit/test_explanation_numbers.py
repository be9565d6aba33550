"""Numbers as people read them: rounded, and on the side their words say."""

from __future__ import annotations

import pytest

from kelompok_quiz.explanation.numbers import decimal, join, percent, shown_fit, shown_score
from support.mini import PROFILE


@pytest.mark.parametrize(
    ("fit", "shown"), [(69.6, 69), (69.5, 69), (70.4, 70), (39.9999, 39), (40.5, 41), (54.4, 54)]
)
def test_a_shown_fit_stays_in_its_band(fit: float, shown: int) -> None:
    assert shown_fit(PROFILE, fit) == shown


@pytest.mark.parametrize(
    ("scale", "score", "shown"),
    [
        *[("anti_a", 69.6, 69), ("trait_a", 69.6, 70), ("trait_a", 64.6, 64)],
        *[("belief_a", 64.6, 64), ("belief_a", 35.4, 36), ("contrast_a", 35.0, 35)],
    ],
)
def test_a_shown_score_stays_on_the_side_its_word_says(
    scale: str, score: float, shown: int
) -> None:
    assert shown_score(PROFILE, scale, score) == shown


@pytest.mark.parametrize(("stability", "shown"), [(0.849, 84), (0.85, 85), (0.649, 64), (1.0, 100)])
def test_a_shown_chance_stays_on_the_side_its_word_says(stability: float, shown: int) -> None:
    assert percent(stability) == shown


@pytest.mark.parametrize(
    ("value", "places", "shown"),
    [
        *[
            (53.125, 2, "53,13"),
            (15.625, 2, "15,63"),
            (0.5, 0, "1"),
            (2.5, 0, "3"),
            (100.0, 2, "100"),
        ],
        *[(1.0, 2, "1"), (1.5, 2, "1,5"), (0.0, 2, "0"), (-0.125, 2, "-0,12"), (-1.5, 3, "-1,5")],
    ],
)
def test_a_decimal_is_rounded_half_up_like_the_table(value: float, places: int, shown: str) -> None:
    assert decimal(value, places) == shown


@pytest.mark.parametrize(
    ("labels", "shown"),
    [([], ""), (["a"], "a"), (["a", "b"], "a dan b"), (["a", "b", "c"], "a, b, dan c")],
)
def test_labels_are_joined_as_in_running_text(labels: list[str], shown: str) -> None:
    assert join(labels) == shown
