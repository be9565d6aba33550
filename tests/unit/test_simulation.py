"""A small simulation: seeded, with the right true scores, and flags for careless people."""

from __future__ import annotations

import sys
from pathlib import Path

# `benchmarks` is outside the package; bare `pytest` does not look there.
sys.path.insert(0, str(Path(__file__).parents[2]))

import numpy as np
import pytest
from benchmarks.simulation.__main__ import TABLES
from benchmarks.simulation.quality_tables import before_and_after
from benchmarks.simulation.respondents import Habits, Questionnaire
from benchmarks.simulation.samples import Sample, Simulation, scored, simulate

from kelompok_quiz.profile.key import Key
from kelompok_quiz.profile.loading import load
from kelompok_quiz.result.batch import FLAGS, NONE, STRONG_FLAGS

pytestmark = pytest.mark.lama

PEOPLE = 600
SEED = 1


@pytest.fixture(scope="module")
def simulation() -> Simulation:
    return simulate(PEOPLE, SEED)


@pytest.fixture(scope="module")
def printed(simulation: Simulation) -> list[str]:
    return [str(table(simulation)) for table in TABLES]


def strongly_flagged(sample: Sample) -> float:
    return float(sample.results.quality.flags[:STRONG_FLAGS].any(axis=0).mean())


def share(sample: Sample, flag: str) -> float:
    return float(sample.results.quality.flags[FLAGS.index(flag)].mean())


def test_the_same_seed_prints_the_same_numbers(printed: list[str]) -> None:
    again = simulate(PEOPLE, SEED)
    assert [str(table(again)) for table in TABLES] == printed


def test_another_seed_prints_other_numbers(printed: list[str]) -> None:
    other = simulate(PEOPLE, SEED + 1)
    assert str(TABLES[0](other)) != printed[0]


def test_the_true_fit_is_the_mean_fit_of_one_person_who_answers_many_times() -> None:
    rng = np.random.default_rng(SEED)
    questionnaire = Questionnaire.draw(Key(load()), rng)
    people = questionnaire.gather(Habits("steady", acquiescence=0.0, spread=0.8), 25, rng)
    batches = [scored(questionnaire.key, questionnaire.answer(people, rng)) for _ in range(400)]
    fits = np.mean([batch.scores.fit for batch in batches], axis=0)
    scores = np.mean([batch.scores.score for batch in batches], axis=0)
    assert np.abs(fits - questionnaire.true_fits(people)).max() < 0.8
    assert np.abs(scores - questionnaire.true_scores(people).T).max() < 2.5


@pytest.mark.parametrize(
    "kind", ["straight", "cycle of 2", "cycle of 3", "cycle of 4", "cycle of 5", "staircase 1-5-1"]
)
def test_mechanical_answers_always_raise_a_strong_flag(simulation: Simulation, kind: str) -> None:
    assert strongly_flagged(simulation.named(kind)) == 1


def test_random_answers_are_mostly_inconsistent(simulation: Simulation) -> None:
    assert share(simulation.named("random"), "inconsistent") > 0.75


def test_attentive_people_hardly_ever_raise_a_strong_flag(simulation: Simulation) -> None:
    assert strongly_flagged(simulation.ordinary) < 0.02
    assert share(simulation.ordinary, "inconsistent") < 0.06


def test_the_band_is_mostly_right_and_the_standard_error_honest(simulation: Simulation) -> None:
    sample = simulation.ordinary
    error = np.abs(sample.results.scores.fit - sample.true_fits)
    assert sample.right.mean() > 0.75
    assert 0.62 < (error <= sample.results.scores.fit_se).mean() < 0.80


def test_a_range_holds_the_truth_two_times_in_three_and_a_second_sheet_less_often(
    simulation: Simulation,
) -> None:
    sample = simulation.ordinary
    score, se = sample.results.scores.score, sample.results.scores.se
    assert 0.66 < (np.abs(score - sample.true_scores) <= se).mean() < 0.78
    assert 0.48 < (np.abs(score - sample.again.scores.score) <= se).mean() < 0.62


def test_weak_items_draw_fits_to_the_middle_and_desirable_ones_upwards(
    simulation: Simulation,
) -> None:
    twelve, half, desirable = simulation.items
    for weak in (twelve, half):
        favourable = weak.true_fits > 60
        assert (weak.results.scores.fit - weak.true_fits)[favourable].mean() < -1
    assert half.right.mean() < simulation.ordinary.right.mean() - 0.03
    assert (desirable.results.scores.fit - desirable.true_fits).mean() > 3


def test_people_who_flatter_score_higher_than_they_are(simulation: Simulation) -> None:
    sample = simulation.attentive_named("flattery .3")
    assert (sample.results.scores.fit - sample.true_fits).mean() > 3


def test_fewer_honest_people_are_flagged_than_under_the_thresholds_before(
    simulation: Simulation,
) -> None:
    rows = {row[0]: row for row in before_and_after(simulation).rows}
    for kind in ("little spread", "undecided, answers 2-4", "undecided, mostly 3"):
        before, after = map(float, rows[kind][1:3])
        assert after < before / 3, kind
    before, after = map(float, rows["staircase, 10 % slips"][1:3])
    assert after > 2 * before


def test_a_run_of_the_middle_is_told_apart_from_a_run_of_another_answer() -> None:
    key = Key(load())
    row = [3] * 12 + [4] * 11 + [1, 2] * 20
    sample = Sample("x", scored(key, np.array([row[: len(key.reverse)]], dtype=np.int8)))
    assert (sample.longest_middle.item(), sample.longest_other.item()) == (12, 11)


def test_more_blanks_leave_more_people_without_a_verdict(simulation: Simulation) -> None:
    lost = [(sample.results.verdicts.verdict == NONE).mean() for sample in simulation.blanks]
    assert lost == sorted(lost)
    assert lost[0] < 0.03 < lost[-1]


def test_ideal_and_anti_ideal_answers_raise_no_flag(simulation: Simulation) -> None:
    for sample in simulation.designed:
        assert not sample.results.quality.flags.any(), sample.name
