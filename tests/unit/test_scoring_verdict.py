"""From scores to words, on scores that are set by hand and on every sheet of a tiny instrument."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from statistics import NormalDist
from typing import Any

import numpy as np
import pytest

from kelompok_quiz.answers import AnswerBatch
from kelompok_quiz.profile.key import Key
from kelompok_quiz.profile.loading import load
from kelompok_quiz.result.batch import (
    BELIEF_READINGS,
    CAUTION_LEVELS,
    CONTRAST_LEANINGS,
    NONE,
    ResultBatch,
    Scores,
    Verdicts,
)
from kelompok_quiz.scoring.assessment import assess
from kelompok_quiz.scoring.tally import by_item, tally
from kelompok_quiz.scoring.verdict import judge
from support.mini import CASES, MINI_FILE

VALID = CASES / "profile" / "valid"
NAN = float("nan")


def people(_key: Key, sheets: Any) -> AnswerBatch:
    matrix = np.array(sheets, dtype=np.int8)
    count = len(matrix)
    return AnswerBatch(None, range(1, count + 1), [None] * count, (), [()] * count, matrix)


def judged(
    key: Key,
    fit: Sequence[float],
    fit_se: Sequence[float] | None = None,
    *,
    anti: Sequence[Sequence[float]] | None = None,
    anti_se: float = 0.0,
    known: Sequence[Sequence[float]] | None = None,
) -> Verdicts:
    """Judge people whose fits, anti-trait scores and belief and contrast scores are set."""
    counts = tally(key, by_item(np.full((len(fit), len(key.reverse)), 3, dtype=np.int8)))
    score = np.full((len(key.columns), len(fit)), 50.0)
    if anti is not None:
        score[key.trait_count : key.fit_count] = anti
    if known is not None:
        score[key.fit_count :] = known
    fits = np.array(fit)
    scores = Scores(
        score=score,
        scatter=np.ones(len(fit)),
        spread=np.ones(len(fit)),
        se=np.full_like(score, anti_se),
        contribution=np.tile(fits / key.fit_count, (key.fit_count, 1)),
        fit=fits,
        fit_se=np.array(fit_se if fit_se is not None else [1.0] * len(fit)),
        determined=~np.isnan(fits),
    )
    return judge(key, counts, scores)


def levels(verdicts: Verdicts) -> list[tuple[str | None, ...]]:
    return [tuple(CAUTION_LEVELS[i] for i in person) for person in verdicts.cautions.T.tolist()]


@pytest.mark.parametrize(
    ("fit", "band"),
    [
        *[(0.0, 0), (39.99, 0), (40.0, 1), (54.999999, 1), (55.0, 2), (69.99, 2), (70.0, 3)],
        *[(100.0, 3), (NAN, NONE)],
        *[(70 - 1e-10, 3), (70 - 1e-8, 2), (40 + 1e-12, 1)],
    ],
)
def test_a_fit_on_a_bound_is_in_the_upper_band_after_nine_decimals(
    mini: Key, fit: float, band: int
) -> None:
    verdicts = judged(mini, [fit])
    assert (verdicts.band.tolist(), verdicts.verdict.tolist()) == ([band], [band])


def test_an_anti_trait_on_the_bound_is_a_caution_to_watch(mini: Key) -> None:
    verdicts = judged(mini, [60.0], anti=[[70], [70 - 1e-8], [0]], anti_se=1e-6)
    assert levels(verdicts) == [("watch", None, None)]
    assert verdicts.verdict.tolist() == verdicts.band.tolist() == [2]


@pytest.mark.parametrize(("fit", "verdict"), [(80.0, 2), (60.0, 1), (45.0, 0), (10.0, 0)])
def test_an_anti_trait_surely_over_the_bound_lowers_the_verdict_by_one_band(
    mini: Key, fit: float, verdict: int
) -> None:
    one = judged(mini, [fit], anti=[[75], [0], [0]], anti_se=5.0)
    two = judged(mini, [fit], anti=[[75], [80], [0]], anti_se=5.0)
    assert levels(one) == [("cap", None, None)]
    assert levels(two) == [("cap", "cap", None)]
    assert one.verdict.tolist() == two.verdict.tolist() == [verdict]
    assert one.band.tolist() == judged(mini, [fit]).band.tolist()


def test_a_score_within_one_error_of_the_bound_is_only_watched(mini: Key) -> None:
    assert levels(judged(mini, [60.0], anti=[[75], [0], [0]], anti_se=5.001)) == [
        ("watch", None, None)
    ]


def test_all_anti_traits_together_decide_the_verdict(mini: Key) -> None:
    verdicts = judged(mini, [60.0, 60.0], anti=[[70, 70], [70, 70], [70, 69.9]])
    assert levels(verdicts) == [("all", "all", "all"), ("cap", "cap", None)]
    assert verdicts.verdict.tolist() == [0, 1]


def test_the_verdict_of_all_anti_traits_is_the_one_that_the_profile_names(tmp_path: Path) -> None:
    text = MINI_FILE.read_text("utf-8")
    path = tmp_path / "profil.yaml"
    path.write_text(text.replace("_verdict: rendah", "_verdict: cukup"), "utf-8")
    verdicts = judged(Key(load(path)), [10.0], anti=[[90], [90], [90]])
    assert verdicts.verdict.tolist() == [2]


def test_without_a_fit_there_are_no_cautions_and_no_words(mini: Key) -> None:
    verdicts = judged(mini, [NAN], [NAN], anti=[[90], [90], [90]])
    assert levels(verdicts) == [(None, None, None)]
    numbers = (verdicts.band, verdicts.verdict, verdicts.between)
    assert [n.tolist() for n in (*numbers, verdicts.steps_up, verdicts.steps_down)] == [[NONE]] * 5
    assert np.isnan(verdicts.stability).all()


@pytest.mark.parametrize(
    ("score", "reading"),
    [
        *[(0.0, 0), (35.0, 0), (35 + 1e-10, 0), (35.01, 1), (50.0, 1), (64.99, 1)],
        *[(65.0, 2), (65 - 1e-10, 2), (100.0, 2), (NAN, NONE)],
    ],
)
def test_beliefs_and_contrasts_are_read_from_thirty_five_to_sixty_five(
    mini: Key, score: float, reading: int
) -> None:
    readings = judged(mini, [60.0], known=[[score], [50.0]]).readings
    assert readings.T.tolist() == [[reading, 1]]


def test_readings_have_their_names() -> None:
    assert [BELIEF_READINGS[i] for i in (0, 1, 2, NONE)] == ["realistic", "mixed", "myth", None]
    assert [CONTRAST_LEANINGS[i] for i in (0, 1, 2, NONE)] == ["that", "balanced", "this", None]


@pytest.mark.parametrize(
    ("fit", "lower", "upper"),
    [(30.0, None, 40), (48.0, 40, 55), (60.0, 55, 70), (71.0, 70, None)],
)
def test_stability_is_the_normal_probability_of_the_same_band(
    mini: Key, fit: float, lower: float | None, upper: float | None
) -> None:
    error = 6.0
    again = NormalDist(fit, error)
    below = 0 if lower is None else again.cdf(lower)
    up_to = 1 if upper is None else again.cdf(upper)
    stability = judged(mini, [fit], [error]).stability.item()
    assert stability == pytest.approx(up_to - below, abs=1e-12)


def test_a_small_error_has_a_stability_too(mini: Key) -> None:
    again = NormalDist(55.25, 0.5)
    stability = judged(mini, [55.25], [0.5]).stability.item()
    assert stability == pytest.approx(1 - again.cdf(55), abs=1e-12)


def test_without_a_fit_there_is_no_stability(mini: Key) -> None:
    assert np.isnan(judged(mini, [NAN], [NAN]).stability).all()


@pytest.mark.parametrize(
    ("fit", "error", "between"),
    [
        *[(42.0, 2.1, 0), (38.0, 2.1, 0), (54.0, 1.1, 1), (72.0, 2.5, 2)],
        *[(42.0, 2.0, NONE), (60.0, 4.9, NONE), (60.0, NAN, NONE), (40.0, 1e-6, 0)],
        *[(47.5, 8.0, 0), (62.5, 8.0, 1)],
    ],
)
def test_a_fit_within_one_error_of_a_bound_is_between_two_bands(
    mini: Key, fit: float, error: float, between: int
) -> None:
    assert judged(mini, [fit], [error]).between.tolist() == [between]


def test_with_a_single_verdict_nothing_is_between_and_nothing_changes() -> None:
    key = Key(load(VALID / "one_verdict.yaml"))
    verdicts = judged(key, [60.0, NAN], [6.0, NAN])
    assert verdicts.band.tolist() == [0, NONE]
    for none in (verdicts.between, verdicts.steps_up, verdicts.steps_down):
        assert none.tolist() == [NONE, NONE]
    assert verdicts.stability[0] == 1


def every_sheet(key: Key) -> ResultBatch:
    sheets = itertools.product(range(1, key.points + 1), repeat=len(key.reverse))
    return assess(key, people(key, list(sheets)))


TINY = {
    "minimal": [],
    "weight_with_reason": [],
    "two_responses": [],
    "weak_audit_not_neutral": [],
    "minimal with three bands": [
        ("from: 50,", "from: 51, text: a}\n  - {id: b, label: b, from: 88,")
    ],
    "minimal with a last band at a hundred": [("from: 50,", "from: 100,")],
    "weight_with_reason with a high band": [("from: 50,", "from: 88,")],
    "weight_with_reason with a low band": [("from: 50,", "from: 12,")],
    "weight_with_reason on the other scale": [
        ("weight: 1\n", "weight: 3\n    weight_reason: a\n"),
        ("from: 50,", "from: 12, text: a}\n  - {id: b, label: b, from: 88,"),
    ],
}


@pytest.mark.parametrize("name", TINY)
def test_change_is_the_least_number_of_steps_there_is(name: str, tmp_path: Path) -> None:
    """Of every sheet to every other: no sheet of the next band is nearer, and one is as near."""
    text = (VALID / f"{name.split(maxsplit=1)[0]}.yaml").read_text("utf-8")
    for old, new in TINY[name]:
        assert old in text
        text = text.replace(old, new)
    path = tmp_path / "profil.yaml"
    path.write_text(text, "utf-8")
    key = Key(load(path))
    batch = every_sheet(key)
    sheets = batch.answers.matrix.astype(np.int16)
    fit, band = batch.scores.fit, batch.verdicts.band
    moves = np.abs(sheets[:, np.newaxis] - sheets).sum(axis=2)
    for level in range(len(key.floors)):
        here = band == level
        up = moves[np.ix_(here, np.round(fit, 9) >= np.append(key.floors, 101)[level + 1])]
        down = moves[np.ix_(here, np.round(fit, 9) < key.floors[level])]
        steps_up, steps_down = batch.verdicts.steps_up[here], batch.verdicts.steps_down[here]
        expected_up = up.min(axis=1) if level + 1 < len(key.floors) else np.full(here.sum(), NONE)
        expected_down = down.min(axis=1) if level else np.full(here.sum(), NONE)
        np.testing.assert_array_equal(steps_up, expected_up)
        np.testing.assert_array_equal(steps_down, expected_down)


def test_only_answered_items_of_scored_scales_can_move(mini: Key) -> None:
    # trait_b (weight 2) has no score: the fit is of 4 scales, a move of trait_a with 3 answers is
    # worth 1/4 · 100/(4·3) = 25/12, of an anti-trait 1/4 · 100/16 = 25/16; the fit is 50, 5 to go:
    # 25/12 + 25/12 + 25/12 = 6.25 ≥ 5 in 3 moves, 2 of them are 4.17
    answers = {item.id: 3 for item in mini.profile.items}
    answers |= {"t2_1": 0, "t2_2": 0, "t1_1": 0}
    batch = assess(mini, people(mini, [[answers[item.id] for item in mini.profile.items]]))
    assert batch.scores.fit.tolist() == [50]
    assert batch.verdicts.steps_up.tolist() == [3]
    # down to under 40: more than 10, 5 of 25/12 are 10.42
    assert batch.verdicts.steps_down.tolist() == [5]


def test_steps_are_taken_where_they_are_worth_most_within_their_room(mini: Key) -> None:
    # trait_b is at its best; the fit of (50·4 + 2·100)/6 = 66.67 is 3.33 short of 70
    # a move elsewhere is worth 100/(6·16) = 25/24: 3.2 moves, so 4
    best = {"t2_1": 5, "t2_2": 5, "t2_3": 1, "t2_4": 1}
    sheet = [best.get(item.id, 3) for item in mini.profile.items]
    assert assess(mini, people(mini, [sheet])).verdicts.steps_up.tolist() == [4]


def test_a_bound_reached_exactly_takes_no_step_more(mini: Key) -> None:
    # all at 3: 50, five short of 55; moves of trait_b are worth 25/12: 2.4, so 3
    # down: 10 and a little more: 4.8 moves of 25/12, so 5
    sheet = [3] * len(mini.profile.items)
    batch = assess(mini, people(mini, [sheet]))
    assert (batch.verdicts.steps_up.item(), batch.verdicts.steps_down.item()) == (3, 5)
    on_bound = replace(batch.scores, fit=np.array([40.0]))
    counts = tally(mini, by_item(batch.answers.matrix))
    assert judge(mini, counts, on_bound).steps_down.tolist() == [1]
    exactly = replace(batch.scores, fit=np.array([55 - 25 / 12 * 2]))
    assert judge(mini, counts, exactly).steps_up.tolist() == [2]
