"""Indices of answering and their flags, on made-up answers.

Longstring and the within-person spread are those of Johnson (2005) and Dunn et al. (2018), also in
the R package `careless` (Yentes & Wilhelm); the autocorrelation is that of Gottfried et al. (2022).
The expectation under `consistency` is checked against every way of dealing eight answers.
"""

from __future__ import annotations

import itertools
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from kelompok_quiz.answers import AnswerBatch
from kelompok_quiz.profile.key import Key
from kelompok_quiz.profile.loading import load
from kelompok_quiz.result.batch import FLAGS, QUALITY_LEVELS, Quality
from kelompok_quiz.scoring.assessment import assess
from support.mini import CASES, with_responses

VALID = CASES / "profile" / "valid"
VARIED = [4, 2, 5, 1, 3, 3, 4, 1, 5, 2, 2, 4, 5, 1, 3, 1, 4, 2, 5, 3, 2, 5, 1, 4, 3, 3, 2, 4]
"""28 answers of every size in no order."""


@pytest.fixture(scope="module")
def four() -> Key:
    """Presented: te1 ta1 te2 ta2; the last two are reverse-keyed."""
    return Key(load(VALID / "minimal.yaml"))


def inspected(key: Key, people: Any, order: Any = None, seconds: Any = None) -> Quality:
    matrix = np.array(people, dtype=np.int8)
    count = len(matrix)
    batch = AnswerBatch(
        *(None, range(1, count + 1), [None] * count, (), [()] * count, matrix),
        order=None if order is None else np.array([order], dtype=np.intp),
        seconds=None if seconds is None else np.array([seconds], dtype=np.float64),
    )
    return assess(key, batch).quality


def flags(quality: Quality) -> list[str]:
    return [
        flag for flag, raised in zip(FLAGS, quality.flags[:, 0].tolist(), strict=True) if raised
    ]


def level(quality: Quality) -> str:
    return QUALITY_LEVELS[quality.level.item()]


@pytest.mark.parametrize(
    ("answers", "longest"),
    [
        *[([1, 2, 3, 4], 1), ([2, 2, 3, 3], 2), ([3, 3, 3, 1], 3), ([1, 4, 4, 4], 3)],
        *[([5, 5, 5, 5], 4), ([0, 0, 0, 0], 0), ([2, 0, 2, 2], 2), ([0, 0, 1, 0], 1)],
        *[([2, 2, 0, 2], 2), ([4, 0, 0, 4], 1)],
    ],
)
def test_the_longest_run_of_one_answer_is_broken_by_a_missing_one(
    four: Key, answers: list[int], longest: int
) -> None:
    assert inspected(four, [answers]).longstring.tolist() == [longest]


@pytest.mark.parametrize(
    ("answers", "longest"),
    [
        *[([1, 2, 1, 3], 3), ([1, 2, 1, 2], 4), ([1, 2, 3, 2], 3), ([1, 2, 3, 4], 0)],
        *[([2, 2, 2, 2], 0), ([1, 0, 1, 0], 0), ([1, 2, 0, 2], 0), ([0, 1, 2, 1], 3)],
        *[([5, 1, 1, 5], 0), ([0, 0, 0, 0], 0), ([0, 2, 0, 2], 0)],
    ],
)
def test_alternation_counts_its_answers_from_the_third_on(
    four: Key, answers: list[int], longest: int
) -> None:
    assert inspected(four, [answers]).alternating.tolist() == [longest]


def test_two_alternations_in_a_row_are_two_runs(mini: Key) -> None:
    person = [1, 2, 1, 2, 2, 3, 2, 3, 2, 3] + [0] * 18
    assert inspected(mini, [person]).alternating.tolist() == [6]


def test_runs_follow_the_order_in_which_a_person_saw_the_items(four: Key) -> None:
    quality = inspected(four, [[5, 1, 5, 1]], order=[0, 2, 1, 3])
    assert (quality.longstring.tolist(), quality.alternating.tolist()) == ([2], [0])


def test_spread_is_the_standard_deviation_of_the_answers_there_are(four: Key) -> None:
    quality = inspected(four, [[1, 0, 4, 4], [3, 3, 3, 3], [0, 0, 2, 0], [0, 0, 0, 0]])
    np.testing.assert_allclose(quality.sd, [math.sqrt(3), 0, np.nan, np.nan], atol=1e-12)
    assert quality.answered.tolist() == [3, 4, 1, 0]


def test_two_answers_have_a_spread_and_a_consistency(four: Key) -> None:
    # te 5 and keyed 6 − 2 = 4: W = .5; answers 5 and 2 dealt to a regular and a reverse item
    # give 5 and 4 or 2 and 1, hence E[W] = .5
    quality = inspected(four, [[5, 0, 2, 0]])
    np.testing.assert_allclose(quality.sd, [3 / math.sqrt(2)], atol=1e-12)
    np.testing.assert_allclose(quality.consistency, [0], atol=1e-12)


def test_a_single_other_answer_is_enough_for_a_consistency(mini: Key) -> None:
    assert not np.isnan(inspected(mini, [[3] * 27 + [4]]).consistency).any()
    assert np.isnan(inspected(mini, [[3] * 28]).consistency).all()


def test_autocorrelation_is_the_greatest_of_five_lags(mini: Key) -> None:
    x = np.array(VARIED, dtype=float)
    expected = max(np.corrcoef(x[:-lag], x[lag:])[0, 1] for lag in range(1, 6))
    assert inspected(mini, [VARIED]).autocorrelation.item() == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize("lag", [1, 2, 3, 4, 5])
def test_a_pattern_that_returns_is_seen_at_its_lag(mini: Key, lag: int) -> None:
    period = [1, 5, 2, 4, 3][:lag] if lag > 1 else [1] * 14 + [5] * 14
    person = (period * 28)[:28]
    found = inspected(mini, [person]).autocorrelation.item()
    assert found > 0.9


def test_a_pattern_of_six_is_beyond_the_lags(mini: Key) -> None:
    person = ([1, 1, 5, 3, 5, 3] * 5)[:28]
    x = np.array(person, dtype=float)
    assert np.corrcoef(x[:-6], x[6:])[0, 1] == pytest.approx(1)
    assert inspected(mini, [person]).autocorrelation.item() < 0.9


def test_autocorrelation_needs_twenty_pairs(mini: Key) -> None:
    # 21 answers in a row are 20 pairs at lag 1, and 19 at lag 2
    twenty_one, twenty = VARIED[:21] + [0] * 7, VARIED[:20] + [0] * 8
    x = np.array(VARIED[:21], dtype=float)
    quality = inspected(mini, [twenty_one, twenty])
    expected = np.corrcoef(x[:-1], x[1:])[0, 1]
    np.testing.assert_allclose(quality.autocorrelation, [expected, np.nan], atol=1e-12)


def test_a_missing_answer_takes_its_pairs_away(mini: Key) -> None:
    person = list(VARIED)
    person[10] = 0
    x = np.array([np.nan if answer == 0 else answer for answer in person])
    correlations = []
    for lag in range(1, 6):
        early, late = x[:-lag], x[lag:]
        both = ~np.isnan(early) & ~np.isnan(late)
        correlations.append(np.corrcoef(early[both], late[both])[0, 1])
    found = inspected(mini, [person]).autocorrelation.item()
    assert found == pytest.approx(max(correlations), abs=1e-12)


def test_autocorrelation_needs_variance_on_both_sides(mini: Key) -> None:
    quality = inspected(mini, [[3] * 28, [3] * 27 + [5]])
    assert np.isnan(quality.autocorrelation).all()


def test_autocorrelation_is_not_asked_of_few_items(four: Key) -> None:
    assert np.isnan(inspected(four, [[1, 2, 3, 4]]).autocorrelation).all()


@pytest.mark.parametrize(
    ("name", "answers"),
    [
        ("beliefs_and_contrasts", [5, 1, 4, 2, 3, 5, 1, 4]),
        ("beliefs_and_contrasts", [1, 1, 1, 1, 1, 1, 1, 2]),
        ("weak_keys_odd", [5, 1, 4, 2, 2]),
        ("weak_audit_not_neutral", [5, 1, 4, 2]),
    ],
)
def test_consistency_compares_with_every_way_of_dealing_the_same_answers(
    name: str, answers: list[int]
) -> None:
    """C = 1 − W/E[W], where E[W] is the mean of W over all permutations of the answers."""
    key = Key(load(VALID / f"{name}.yaml"))
    dealt = np.array(list(itertools.permutations(answers)), dtype=np.int8)
    keyed = np.where(key.reverse, 6 - dealt, dealt)
    within, freedom = np.zeros(len(dealt)), 0
    for columns in key.columns:
        within += keyed[:, columns].var(axis=1) * len(columns)
        freedom += len(columns) - 1
    quality = inspected(key, [answers])
    assert quality.consistency.item() == pytest.approx(1 - within[0] / within.mean(), abs=1e-9)
    assert quality.within_sd.item() == pytest.approx(math.sqrt(within[0] / freedom), abs=1e-12)


def test_consistency_of_a_person_with_blanks_deals_over_what_is_answered() -> None:
    key = Key(load(VALID / "beliefs_and_contrasts.yaml"))
    person = np.array([5, 1, 0, 2, 4, 2, 3, 0])
    place = np.flatnonzero(person)
    keyed = np.zeros((math.factorial(6), 8))
    keyed[:, place] = list(itertools.permutations(person[place].tolist()))
    keyed = np.where(key.reverse & (person > 0), 6 - keyed, keyed)
    pairs = [columns for columns in key.columns if (person[columns] > 0).all()]
    assert len(pairs) == 2
    (a, b), (c, d) = pairs
    within = (keyed[:, a] - keyed[:, b]) ** 2 / 2 + (keyed[:, c] - keyed[:, d]) ** 2 / 2
    quality = inspected(key, [person])
    assert quality.consistency.item() == pytest.approx(1 - within[0] / within.mean(), abs=1e-9)
    assert quality.within_sd.item() == pytest.approx(math.sqrt(within[0] / 2), abs=1e-12)


def test_consistency_is_not_known_where_nothing_could_vary(four: Key) -> None:
    quality = inspected(four, [[3, 3, 3, 3], [4, 0, 0, 0], [0, 0, 0, 0], [4, 2, 0, 0]])
    assert np.isnan(quality.consistency).all()
    np.testing.assert_allclose(quality.within_sd, [0, np.nan, np.nan, np.nan])


def test_the_balanced_mean_gives_both_key_directions_the_same_weight(four: Key) -> None:
    quality = inspected(four, [[5, 4, 1, 2], [5, 0, 1, 2], [5, 4, 0, 0], [0, 0, 3, 0]])
    np.testing.assert_allclose(quality.balanced_mean, [3, 3.25, np.nan, np.nan])


def test_the_median_is_of_the_times_of_answered_items(four: Key) -> None:
    nan = float("nan")
    assert inspected(four, [[1, 2, 0, 4]], seconds=[1, 3, 99, nan]).median_seconds.tolist() == [2]
    assert np.isnan(inspected(four, [[0, 0, 3, 0]], seconds=[1, 1, nan, 1]).median_seconds).all()
    assert np.isnan(inspected(four, [[1, 2, 3, 4]]).median_seconds).all()


@pytest.mark.parametrize(("length", "expected"), [(9, []), (10, ["straight_line"])])
def test_ten_equal_answers_in_a_row_are_a_straight_line(
    mini: Key, length: int, expected: list[str]
) -> None:
    tail = [3, 1, 5, 2, 4, 1, 3, 5, 1, 4, 2, 5, 3, 1, 2, 5, 1, 3, 5]
    person = [4] * length + tail[: 28 - length]
    quality = inspected(mini, [person])
    assert [flag for flag in flags(quality) if flag == "straight_line"] == expected


@pytest.mark.parametrize(("length", "raised"), [(24, False), (25, True)])
def test_a_run_of_the_middle_answer_has_to_be_25_long(
    mini: Key,
    length: int,
    raised: bool,  # noqa: FBT001 - the expected value
) -> None:
    person = [3] * length + [4, 2, 5, 1][: 28 - length]
    assert ("straight_line" in flags(inspected(mini, [person]))) == raised


def test_a_run_of_another_answer_counts_beside_a_longer_one_of_the_middle(mini: Key) -> None:
    person = [3] * 14 + [2] * 10 + [5, 1, 4, 2]
    quality = inspected(mini, [person])
    assert quality.longstring.tolist() == [14]
    assert "straight_line" in flags(quality)


@pytest.mark.parametrize("answer", [2, 3])
def test_an_even_number_of_responses_has_no_middle_answer(answer: int) -> None:
    person = [answer] * 10 + [1, 4] * 9
    assert "straight_line" in flags(inspected(with_responses(4), [person]))


def test_little_spread_off_the_middle_is_a_straight_line_and_in_the_middle_a_note(
    mini: Key,
) -> None:
    # 24 of 28 answers the same, none more than 8 in a row: sd = √(4·24/28/27) = .356
    # μ = 4 − 4/28 = 3.86 is off the middle, μ = 3 + 4/28 = 3.14 is not
    off = [3 if i in (6, 13, 20, 27) else 4 for i in range(28)]
    middle = [4 if i in (6, 13, 20, 27) else 3 for i in range(28)]
    assert inspected(mini, [off]).sd.item() == pytest.approx(math.sqrt(4 * 24 / 28 / 27))
    assert "straight_line" in flags(inspected(mini, [off]))
    assert "mostly_neutral" not in flags(inspected(mini, [off]))
    assert "straight_line" not in flags(inspected(mini, [middle]))
    assert "mostly_neutral" in flags(inspected(mini, [middle]))


def test_a_spread_of_exactly_half_a_point_is_little(mini: Key) -> None:
    # of 16 answers 10 are one thing and 6 its neighbour: sd = √(10·6/16/15) = .5
    ten_and_six = [4, 4, 3, 4, 4, 3, 4, 4, 3, 4, 4, 3, 4, 3, 4, 3] + [0] * 12
    off = inspected(mini, [ten_and_six])
    middle = inspected(mini, [[7 - answer if answer else 0 for answer in ten_and_six]])
    assert (off.sd.item(), middle.sd.item()) == (0.5, 0.5)
    assert "straight_line" in flags(off)
    assert "mostly_neutral" in flags(middle)


@pytest.mark.parametrize(("length", "raised"), [(10, False), (11, True)])
def test_eleven_alternating_answers_are_a_pattern(mini: Key, length: int, raised: bool) -> None:  # noqa: FBT001 - the expected value
    person = (
        ([5, 2] * 14)[:length]
        + [0] * 2
        + [3, 3, 1, 4, 4, 1, 3, 5, 5, 2, 1, 1, 4, 4, 2, 3][: 26 - length]
    )
    assert inspected(mini, [person]).alternating.tolist() == [length]
    assert ("pattern" in flags(inspected(mini, [person]))) == raised


def test_a_strong_autocorrelation_is_a_pattern(mini: Key) -> None:
    person = ([1, 4, 5] * 10)[:28]
    quality = inspected(mini, [person])
    assert quality.alternating.tolist() == [0]
    assert "pattern" in flags(quality)


@pytest.mark.parametrize(("median", "raised"), [(1.99, True), (2.0, False), (9.0, False)])
def test_a_median_under_two_seconds_is_too_fast(mini: Key, median: float, raised: bool) -> None:  # noqa: FBT001 - the expected value
    quality = inspected(mini, [VARIED], seconds=[median] * 28)
    assert ("too_fast" in flags(quality)) == raised


def test_keyed_answers_that_scatter_as_at_random_are_inconsistent(mini: Key) -> None:
    # in every scale the two regular items are 5 and 1, the reverse ones too: keyed 5 1 1 5
    quality = inspected(mini, [[(5, 1, 5, 1)[int(i.id[-1]) - 1] for i in mini.profile.items]])
    assert quality.consistency.item() < 0.05
    assert quality.within_sd.item() > 1.3
    assert "inconsistent" in flags(quality)


def test_scatter_within_one_point_is_no_inconsistency(mini: Key) -> None:
    quality = inspected(mini, [[(4, 3, 4, 3)[int(i.id[-1]) - 1] for i in mini.profile.items]])
    assert quality.consistency.item() < 0.10
    assert quality.within_sd.item() < 1.1
    assert "inconsistent" not in flags(quality)


@pytest.mark.parametrize(
    ("regular", "reverse", "raised"),
    [(5, 3, False), (5, 4, True), (2, 2, True), (3, 2, False), (4, 4, False)],
)
def test_agreeing_or_disagreeing_with_both_key_directions_is_acquiescence(
    mini: Key,
    regular: int,
    reverse: int,
    raised: bool,  # noqa: FBT001 - the expected value
) -> None:
    person = np.where(mini.reverse, reverse, regular)
    quality = inspected(mini, [person])
    assert quality.balanced_mean.item() == (regular + reverse) / 2
    assert ("acquiescence" in flags(quality)) == raised


@pytest.mark.parametrize(("missing", "raised"), [(5, False), (6, True), (28, True)])
def test_more_than_a_fifth_missing_is_incomplete(mini: Key, missing: int, raised: bool) -> None:  # noqa: FBT001 - the expected value
    quality = inspected(mini, [VARIED[missing:] + [0] * missing])
    assert ("incomplete" in flags(quality)) == raised


@pytest.mark.parametrize(("answered", "raised"), [(9, False), (10, True)])
def test_under_ten_answers_raise_no_flag_but_incomplete(
    mini: Key,
    answered: int,
    raised: bool,  # noqa: FBT001 - the expected value
) -> None:
    person = [5] * answered + [0] * (28 - answered)
    quality = inspected(mini, [person], seconds=[0.1] * 28)
    assert flags(quality)[-1] == "incomplete"
    assert (len(flags(quality)) > 1) == raised


@pytest.fixture
def nine() -> Key:
    """The 28 items with nine responses: a unit of the thresholds is (9 − 1)/4 = 2 points."""
    return with_responses(9)


def test_spread_is_little_for_its_number_of_responses(nine: Key) -> None:
    quality = inspected(nine, [[8 if i % 3 else 6 for i in range(28)]])
    assert 0.5 < quality.sd.item() < 1.0
    assert "straight_line" in flags(quality)


def test_the_middle_is_as_wide_as_its_number_of_responses_makes_it(nine: Key) -> None:
    # μ = 5 + 21/28 = 5.75 is within one point of 5
    quality = inspected(nine, [[5 if i % 4 == 0 else 6 for i in range(28)]])
    assert quality.sd.item() < 1.0
    assert "mostly_neutral" in flags(quality)


@pytest.mark.parametrize(
    ("regular", "reverse", "raised"),
    [(7, 7, False), (8, 7, True), (4, 3, False), (3, 3, True)],
)
def test_acquiescence_lies_outside_its_range_for_the_number_of_responses(
    nine: Key,
    regular: int,
    reverse: int,
    raised: bool,  # noqa: FBT001 - the expected value
) -> None:
    # 1 + (2.25 − 1)·2 = 3.5 and 1 + (4 − 1)·2 = 7
    quality = inspected(nine, [np.where(nine.reverse, reverse, regular)])
    assert ("acquiescence" in flags(quality)) == raised


def mixed_people(points: int) -> list[list[int]]:
    """People between a pattern, a constant and chance, so that indices lie on both sides."""
    draw = np.random.default_rng(5)
    people = []
    for number in range(6000):
        chance = draw.integers(1, points + 1, 28)
        cycle = np.resize(draw.integers(1, points + 1, 2 + number % 4), 28)
        people.append(np.where(draw.random(28) < draw.random(), chance, cycle).tolist())
    return people


@pytest.mark.parametrize("points", [5, 9])
def test_inconsistency_is_bounded_by_consistency_and_by_spread(
    mini: Key, nine: Key, points: int
) -> None:
    quality = inspected(nine if points == 9 else mini, mixed_people(points))
    c, sd = quality.consistency, quality.within_sd / ((points - 1) / 4)
    raised = quality.flags[FLAGS.index("inconsistent")]
    np.testing.assert_array_equal(raised, (c < 0.10) & (sd >= 1.1) | (c < 0.20) & (sd >= 1.3))
    # both bounds are met closely from both sides
    assert raised[(c > 0.18) & (c < 0.2) & (sd >= 1.3)].any()
    assert (~raised)[(c > 0.2) & (c < 0.22) & (sd >= 1.3)].any()
    assert raised[(c < 0.10) & (sd >= 1.1) & (sd < 1.13)].any()
    assert (~raised)[(c < 0.10) & (sd > 1.07) & (sd < 1.1)].any()
    assert raised[(c > 0.10) & (c < 0.2) & (sd >= 1.3) & (sd < 1.33)].any()
    assert (~raised)[(c > 0.10) & (c < 0.2) & (sd > 1.27) & (sd < 1.3)].any()


def test_a_pattern_begins_at_an_autocorrelation_of_a_half(mini: Key) -> None:
    quality = inspected(mini, mixed_people(5))
    found, calm = quality.autocorrelation, quality.alternating < 11
    raised = quality.flags[FLAGS.index("pattern")]
    np.testing.assert_array_equal(raised[calm], found[calm] >= 0.5)
    assert raised[calm & (found >= 0.5) & (found < 0.51)].any()
    assert (~raised)[calm & (found > 0.49) & (found < 0.5)].any()


@pytest.mark.parametrize("items", [400, 450])
def test_sums_hold_for_the_longest_questionnaires(tmp_path: Path, items: int) -> None:
    text = (VALID / "nine_responses.yaml").read_text("utf-8")
    more = "".join(f"\n      - {{id: x{n}, text: Butir {n}}}" for n in range(items - 4))
    ids = ", ".join(f"x{n}" for n in range(items - 4))
    path = tmp_path / "profil.yaml"
    text = text.replace("\nanti_traits", f"{more}\nanti_traits").replace("ta2]", f"ta2, {ids}]")
    path.write_text(text, "utf-8")
    person = [9] * (items - 1) + [8]
    quality = inspected(Key(load(path)), [person])
    assert quality.sd.item() == pytest.approx(np.std(person, ddof=1), abs=1e-12)
    assert quality.longstring.item() == items - 1


@pytest.mark.parametrize(
    ("raised", "expected"),
    [
        ([], "good"),
        (["incomplete"], "note"),
        (["acquiescence", "inconsistent"], "note"),
        (["pattern"], "low"),
        (["too_fast", "incomplete"], "low"),
        (["straight_line"], "low"),
        (["inconsistent"], "note"),
    ],
)
def test_the_level_is_that_of_the_strongest_flag(
    four: Key, raised: list[str], expected: str
) -> None:
    quality = inspected(four, [[1, 2, 3, 4]])
    quality.flags[:, 0] = [flag in raised for flag in FLAGS]
    assert level(quality) == expected
