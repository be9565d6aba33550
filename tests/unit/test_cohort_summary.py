"""What a recap publishes of a group of people, and what it withholds."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from kelompok_quiz.answers import batch_of_matrix
from kelompok_quiz.cohort.groups import Grouping
from kelompok_quiz.cohort.recap import NO_MINIMUMS, Minimums, Spread
from kelompok_quiz.cohort.summary import summarise
from kelompok_quiz.cohort.sums import count
from kelompok_quiz.problems import Problem
from kelompok_quiz.scoring.assessment import assess
from support.cohorts import (
    BLANK,
    IDEAL,
    IDS,
    ITEMS,
    MIDDLE,
    WORST,
    assessed,
    counted,
    random_sheets,
    recap_of,
)
from support.mini import KEY

PROFILE = KEY.profile


def test_each_person_is_counted_once() -> None:
    recap = recap_of([IDEAL, IDEAL, WORST, MIDDLE, BLANK])
    assert (recap.n, recap.scored, recap.undetermined, recap.rejected) == (5, 4, 1, 0)
    assert list(recap.verdicts) == [verdict.id for verdict in PROFILE.verdicts]
    assert sum(recap.verdicts.values()) == 4
    assert recap.verdicts[PROFILE.verdicts[-1].id] == 2


def test_the_rejected_are_counted_and_in_no_other_number() -> None:
    batch = replace(
        batch_of_matrix(np.array([IDEAL, BLANK, IDEAL], dtype=np.int8)),
        rejects={1: (Problem("answer_invalid"),)},
    )
    recap = summarise(KEY, count(KEY, assess(KEY, batch)))
    assert (recap.n, recap.scored, recap.undetermined, recap.rejected) == (3, 2, 0, 1)
    assert {item.n + item.missing for s in recap.scales.values() for item in s.items.values()} == {
        2
    }
    assert recap.quality.good + recap.quality.note + recap.quality.low == 2
    assert recap.quality.flags["incomplete"] == 0
    assert recap.beliefs["belief_a"].unread == 0


def test_a_recap_of_no_people_has_no_statistics() -> None:
    recap = summarise(KEY, counted([]), minimums=NO_MINIMUMS)
    assert recap.n == 0
    for figures in recap.scales.values():
        assert (figures.scored.n, figures.scored.mean, figures.scored.sd) == (0, None, None)
        assert (figures.n_complete, figures.mean, figures.sd, figures.alpha) == (0, *(None,) * 3)
        assert {(i.n, i.mean, i.sd, i.missing) for i in figures.items.values()} == {
            (0, None, None, 0)
        }


def test_the_minimums_can_be_lifted_but_a_group_stays_hidden() -> None:
    sheets, grouping = random_sheets(12, 4, blank=0), Grouping("kelas")
    numbers = grouping.numbers(["A"] * 7 + ["B"] * 2 + ["C"] * 3)
    recap = summarise(KEY, count(KEY, assessed(sheets), numbers), grouping, NO_MINIMUMS)
    assert recap.minimums == Minimums(0, 0, 0)
    assert recap.scales["trait_a"].alpha is not None
    assert recap.scales["trait_a"].omega_total is not None
    assert list(recap.groups) == ["A"]
    assert recap.pooled is not None
    assert (recap.pooled.groups, recap.pooled.together.n) == (2, 5)


def test_beliefs_are_counted_by_reading_and_by_statement() -> None:
    believer = list(IDEAL)
    for item in PROFILE.beliefs[0].items:
        believer[IDS.index(item.id)] = 1 if item.reverse else 5
    unsure = list(IDEAL)
    first = PROFILE.beliefs[0].items[0]
    unsure[IDS.index(first.id)] = 3
    figures = recap_of([IDEAL, believer, believer, unsure, BLANK]).beliefs[PROFILE.beliefs[0].id]
    assert (figures.myth, figures.mixed, figures.realistic, figures.unread) == (2, 0, 2, 1)
    assert {(item.n, item.believing) for item in figures.items.values()} == {(4, 2)}


def test_leanings_are_counted_with_those_that_cannot_be_read() -> None:
    counts = recap_of([IDEAL, IDEAL, WORST, MIDDLE, BLANK]).contrasts[PROFILE.contrasts[0].id]
    assert counts == {"that": 1, "balanced": 1, "this": 2, "unread": 1}


def test_figures_without_low_quality_are_separate() -> None:
    sheets = [*random_sheets(6, 1, blank=0), *[[2] * ITEMS] * 4, [4] * ITEMS]
    recap = recap_of(sheets)
    assert recap.quality.low == 5
    assert recap.quality.flags["straight_line"] == 5
    assert recap.quality.without_low is not None
    assert recap.quality.without_low.n == 6
    assert recap.quality.without_low.scales["trait_a"].n_complete == 6
    assert recap.scales["trait_a"].n_complete == 11


@pytest.mark.parametrize(
    ("careful", "low", "items"),
    [(9, 0, True), (3, 0, True), (9, 1, False), (9, 4, False), (9, 5, True)],
)
def test_without_a_few_people_of_low_quality_items_are_withheld(
    careful: int, low: int, *, items: bool
) -> None:
    recap = recap_of([[4] * ITEMS] * low + [IDEAL] * careful)
    without = recap.quality.without_low
    assert recap.quality.low == low
    assert without is not None
    assert (without.n, sum(without.verdicts.values())) == (careful, careful)
    figures = without.scales["trait_a"]
    assert figures.scored == Spread(careful, 100, 0)
    assert bool(figures.items) == items
    assert (figures.mean is not None) == items


def test_figures_of_only_a_few_others_are_withheld() -> None:
    assert recap_of([[4] * ITEMS] * 5 + [IDEAL] * 4).quality.without_low is None


def test_if_everyone_has_low_quality_no_one_is_left() -> None:
    without = recap_of([[4] * ITEMS] * 5).quality.without_low
    assert without is not None
    assert (without.n, without.scored) == (0, 0)
