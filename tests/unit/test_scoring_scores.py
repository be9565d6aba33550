"""Scores of made-up answers, by the formulas of `docs/metode.md` worked out by hand.

Scores are percent of the maximum possible (Cohen, Cohen, Aiken & West 1999): 100·(mean − 1)/(m
The standard error is that of a mean of n answers with a variance pooled within scales, s/√n, on the
same scale, and that of the fit follows from the sum of independent parts, √(Σw²·SE²)/Σw.
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from kelompok_quiz.answers import AnswerBatch, batch_of_one
from kelompok_quiz.profile.key import Key
from kelompok_quiz.profile.loading import load
from kelompok_quiz.result.record import Result
from kelompok_quiz.result.recorder import one, records
from kelompok_quiz.scoring.assessment import assess
from support.mini import CASES, MINI_FILE, with_responses

SCALES = {
    "trait_a": "t1",
    "trait_b": "t2",
    "anti_a": "a1",
    "anti_b": "a2",
    "anti_c": "a3",
    "belief_a": "b1",
    "contrast_a": "c1",
}
ALL = {f"{stem}_{n}": 3 for stem in SCALES.values() for n in (1, 2, 3, 4)}


def score(key: Key, answers: dict[str, int | None]) -> Result:
    return one(assess(key, batch_of_one(key.profile, answers)))


def answers_to(**by_scale: list[int | None]) -> dict[str, int | None]:
    """Answers by scale, and 3 to everything else."""
    named = {
        f"{SCALES[scale]}_{n}": answer
        for scale, answers in by_scale.items()
        for n, answer in enumerate(answers, start=1)
    }
    return ALL | named


def test_a_score_is_the_percent_of_what_is_possible(mini: Key) -> None:
    # keyed 5 4 6-1=5 6-3=3: mean 17/4, 100·(17/4 − 1)/4 = 81.25
    assert score(mini, answers_to(trait_a=[5, 4, 1, 3])).scales["trait_a"].score == 81.25


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [("two_responses", 1, 2), ("minimal", 1, 5), ("nine_responses", 1, 9)],
)
def test_scores_run_from_nought_to_a_hundred_for_any_number_of_responses(
    name: str, low: int, high: int
) -> None:
    key = Key(load(CASES / "profile" / "valid" / f"{name}.yaml"))
    best = score(key, {"te1": high, "te2": low, "ta1": low, "ta2": high})
    worst = score(key, {"te1": low, "te2": high, "ta1": high, "ta2": low})
    assert [best.scales[id_].score for id_ in ("telaten", "takut_kotor")] == [100, 0]
    assert [worst.scales[id_].score for id_ in ("telaten", "takut_kotor")] == [0, 100]
    assert (best.fit, worst.fit) == (100, 0)


def test_a_blank_is_left_out_and_not_taken_for_the_middle(mini: Key) -> None:
    # keyed 5 4 5: mean 14/3, 100·(14/3 − 1)/4 = 1100/12
    scale = score(mini, answers_to(trait_a=[5, 4, 1, None])).scales["trait_a"]
    assert scale.score == pytest.approx(1100 / 12, abs=1e-12)
    assert (scale.answered, scale.items) == (3, 4)


def test_less_than_three_quarters_of_a_scale_gives_no_score(mini: Key) -> None:
    scale = score(mini, answers_to(trait_a=[5, None, 1, None])).scales["trait_a"]
    assert (scale.score, scale.se, scale.contribution, scale.answered) == (None, None, None, 2)


def test_three_quarters_in_one_key_direction_give_no_score(mini: Key) -> None:
    contrast = score(mini, answers_to(contrast_a=[5, 5, 5, None])).contrasts["contrast_a"]
    assert (contrast.score, contrast.answered) == (None, 3)
    assert score(mini, answers_to(contrast_a=[5, 5, None, 1])).contrasts["contrast_a"].score == 100


def test_one_regular_item_beside_three_reversed_is_enough_and_needed(tmp_path: Path) -> None:
    text = MINI_FILE.read_text("utf-8")
    for regular in ("daripada menjaga ruang baca.", "anak-anak betah mendengar cerita."):
        assert f"{regular}}}" in text
        text = text.replace(f"{regular}}}", f"{regular}, reverse: true}}")
    path = tmp_path / "profil.yaml"
    path.write_text(text, "utf-8")
    key = Key(load(path))
    contrast = score(key, answers_to(contrast_a=[None, 1, 1, 1])).contrasts["contrast_a"]
    assert (contrast.score, contrast.answered) == (None, 3)
    assert score(key, answers_to(contrast_a=[5, None, 1, 1])).contrasts["contrast_a"].score == 100


@pytest.mark.parametrize("name", ["weak_keys_unbalanced", "weak_audit_not_neutral"])
def test_a_scale_keyed_one_way_needs_no_other_direction(name: str) -> None:
    key = Key(load(CASES / "profile" / "valid" / f"{name}.yaml"))
    result = score(key, {"te1": 4, "te2": 4, "ta1": 2, "ta2": 2})
    assert result.scales["takut_kotor"].score == 25


def test_a_scale_all_reversed_needs_no_regular_answer(tmp_path: Path) -> None:
    text = (CASES / "profile" / "valid" / "minimal.yaml").read_text("utf-8")
    path = tmp_path / "profil.yaml"
    path.write_text(text.replace("kebun.}", "kebun., reverse: true}"), "utf-8")
    result = score(Key(load(path)), {"te1": 4, "te2": 2, "ta1": 4, "ta2": 4})
    assert result.scales["takut_kotor"].score == 25


def test_standard_errors_come_from_the_pooled_variance_within_fit_scales(mini: Key) -> None:
    # keyed trait_a 5 1 5 1: Σ(k − 3)² = 16; trait_b 4 3 4 3: SS = 1, anti_a 5 5 3 3: 4; the rest 0
    # s² = 21/15 = 1.4; SE = 100/4 · s/√4, of beliefs and contrasts too
    result = score(
        mini,
        answers_to(
            trait_a=[5, 1, 1, 5], trait_b=[4, 3, 2, 3], anti_a=[5, 5, 3, 3], belief_a=[1, 5, 2, 5]
        ),
    )
    errors = [scale.se for scale in result.scales.values()]
    errors += [result.beliefs["belief_a"].se, result.contrasts["contrast_a"].se]
    assert errors == pytest.approx([12.5 * math.sqrt(1.4)] * 7, abs=1e-12)
    # weights 1 2 1 1 1: √(1 + 4 + 1 + 1 + 1) · SE / 6
    assert result.fit_se == pytest.approx(math.sqrt(8) * 12.5 * math.sqrt(1.4) / 6, abs=1e-12)


def test_fewer_answers_are_a_larger_error(mini: Key) -> None:
    # trait_a keyed 5 1 5: SS = 32/3; trait_b keyed 4 3 4 3: SS = 1; s² = (35/3)/14
    result = score(mini, answers_to(trait_a=[5, 1, 1, None], trait_b=[4, 3, 2, 3]))
    s = math.sqrt(35 / 3 / 14)
    assert result.scales["trait_a"].se == pytest.approx(25 * s / math.sqrt(3), abs=1e-12)
    assert result.scales["anti_a"].se == pytest.approx(25 * s / 2, abs=1e-12)


def test_an_unscored_scale_adds_no_variance(mini: Key) -> None:
    # trait_b keyed 5 1 5 1: SS = 16, over the freedom of the four scored scales
    result = score(mini, answers_to(trait_a=[5, None, 5, None], trait_b=[5, 1, 1, 5]))
    assert result.scales["anti_a"].se == pytest.approx(25 * math.sqrt(16 / 12) / 2, abs=1e-12)


def test_one_answer_a_scale_has_the_least_error_there_is(tmp_path: Path) -> None:
    text = (CASES / "profile" / "valid" / "minimal.yaml").read_text("utf-8")
    path = tmp_path / "profil.yaml"
    lines = [line for line in text.splitlines() if "id: te2" not in line and "id: ta2" not in line]
    path.write_text("\n".join(lines).replace("[te1, ta1, te2, ta2]", "[te1, ta1]"), "utf-8")
    result = score(Key(load(path)), {"te1": 4, "ta1": 2})
    # 100/4 · .6/√1, and √2 of it over 2
    assert [scale.se for scale in result.scales.values()] == [15, 15]
    assert (result.status, result.fit) == ("scored", 75)
    assert result.fit_se == pytest.approx(15 / math.sqrt(2), abs=1e-12)
    assert result.stability is not None


@pytest.mark.parametrize("points", [2, 4, 5, 9])
def test_an_even_sheet_has_an_error_of_the_same_points_for_any_number_of_responses(
    points: int,
) -> None:
    key = with_responses(points)
    # 100/(m − 1) · .6(m − 1)/4/√4
    result = score(key, {item.id: points if not item.reverse else 1 for item in key.profile.items})
    assert [scale.se for scale in result.scales.values()] == pytest.approx([7.5] * 5, abs=1e-12)


def test_a_belief_has_an_error_where_no_fit_scale_has_a_score(mini: Key) -> None:
    blank = {f"{SCALES[scale]}_{n}": None for scale in list(SCALES)[:5] for n in (1, 2, 3, 4)}
    result = score(mini, ALL | blank)
    assert result.beliefs["belief_a"].se == pytest.approx(7.5, abs=1e-12)
    assert result.scales["trait_a"].se is None


def test_the_fit_weighs_traits_and_turned_anti_traits(mini: Key) -> None:
    # trait_a 100, trait_b (weight 2) 0, anti_a 100, anti_b 0, anti_c 50
    result = score(
        mini,
        answers_to(
            trait_a=[5, 5, 1, 1], trait_b=[1, 1, 5, 5], anti_a=[5, 5, 1, 1], anti_b=[1, 1, 5, 5]
        ),
    )
    # (100 + 2·0 + 0 + 100 + 50)/6
    assert result.fit == pytest.approx(250 / 6, abs=1e-12)
    parts = {id_: scale.contribution for id_, scale in result.scales.items()}
    expected = {"trait_a": 100 / 6, "trait_b": 0, "anti_a": 0, "anti_b": 100 / 6, "anti_c": 50 / 6}
    assert parts == pytest.approx(expected, abs=1e-12)


def test_beliefs_and_contrasts_have_no_part_in_the_fit(mini: Key) -> None:
    extreme = score(mini, answers_to(belief_a=[5, 5, 1, 1], contrast_a=[5, 5, 5, 1]))
    assert (extreme.fit, extreme.scales["trait_a"].se) == (50, 7.5)


def test_one_trait_without_a_score_leaves_a_fit_of_the_others(mini: Key) -> None:
    # trait_a 100 stands alone with weight 1 beside three anti-traits at 50: (100 + 3·50)/4
    result = score(mini, answers_to(trait_a=[5, 5, 1, 1], trait_b=[5, None, None, 1]))
    assert (result.status, result.fit) == ("scored", 62.5)
    assert result.unscored == ("trait_b",)


@pytest.mark.parametrize(
    "blanks",
    [
        {"trait_a": [None, None, 3, 3], "trait_b": [3, 3, None, None]},
        {"anti_b": [3, None, None, 3]},
        {"anti_c": [None] * 4},
    ],
)
def test_two_traits_or_one_anti_trait_without_a_score_leave_no_fit(
    mini: Key, blanks: dict[str, Any]
) -> None:
    result = score(mini, answers_to(**blanks))
    assert (result.status, result.fit, result.fit_se, result.verdict, result.band) == (
        *("undetermined", None, None, None, None),
    )
    assert all(scale.contribution is None for scale in result.scales.values())
    assert result.scales["anti_a"].score == 50


@pytest.mark.parametrize(("blank", "status"), [(4, "scored"), (5, "undetermined")])
def test_four_fifths_of_the_fit_items_must_be_answered(mini: Key, blank: int, status: str) -> None:
    # one blank in each of so many of the five scales: 16 of 20 are enough, 15 are not
    answers: dict[str, int | None] = dict(ALL)
    answers |= {f"{stem}_1": None for stem in list(SCALES.values())[:blank]}
    result = score(mini, answers)
    assert (result.status, result.unscored) == (status, ())


def test_what_is_missing_of_beliefs_and_contrasts_does_not_count(mini: Key) -> None:
    result = score(mini, answers_to(belief_a=[None] * 4, contrast_a=[None] * 4))
    assert result.status == "scored"


def test_arrays_have_the_people_last(mini: Key) -> None:
    scores = assess(mini, batch_of_one(mini.profile, {**ALL})).scores
    assert (scores.score.shape, scores.contribution.shape, scores.fit.shape) == (
        *((7, 1), (5, 1), (1,)),
    )
    np.testing.assert_array_equal(scores.determined, [True])


def test_a_person_alone_and_in_a_class_has_the_same_numbers_to_the_last_digit() -> None:
    key = Key(load())
    matrix = np.random.default_rng(1).integers(0, 6, (64, len(key.reverse)), dtype=np.int8)
    everyone = AnswerBatch(None, [1] * 64, [None] * 64, (), [()] * 64, matrix)
    ids = [item.id for item in key.profile.items]
    alone = [score(key, dict(zip(ids, row, strict=True))) for row in matrix.tolist()]
    assert list(records(assess(key, everyone))) == alone
