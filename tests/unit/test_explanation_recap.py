"""The recap of a group: kind, whole, and without names."""

from __future__ import annotations

import pytest

from kelompok_quiz.explanation.blocks import (
    AnswerList,
    Card,
    Headline,
    Measure,
    Measures,
    Notice,
    Paragraph,
    Share,
    Shares,
)
from kelompok_quiz.words import recap as say
from support.cohorts import (
    BLANK,
    IDEAL,
    IDS,
    ITEMS,
    random_sheets,
    recap_of,
)
from support.mini import KEY
from support.recaps import measured, sections_of, shown, texts

PROFILE = KEY.profile


def test_the_sections_are_in_the_order_of_a_talk_with_a_class() -> None:
    recap = recap_of(random_sheets(12, 1), ["A", "B"] * 6)
    assert list(sections_of(recap)) == [
        *("people", "scales", "beliefs", "contrasts", "groups", "trust")
    ]


def test_verdicts_are_shares_of_those_with_a_verdict_the_best_first() -> None:
    blocks = sections_of(recap_of([*[IDEAL] * 10, BLANK]))["people"].blocks
    assert blocks[0] == Headline(
        "11 orang: 10 mendapat hasil, 1 belum bisa ditentukan, 0 tidak bisa dinilai"
    )
    labels = [verdict.label for verdict in reversed(PROFILE.verdicts)]
    shares = tuple(map(Share, labels, [10, 0, 0, 0]))
    assert blocks[1:] == (Notice(say.FEW), Shares(10, shares))[-1:]


@pytest.mark.parametrize(
    ("people", "notice"),
    [(4, say.VERY_FEW.format(fewest=5)), (5, say.FEW), (9, say.FEW), (10, None)],
)
def test_with_few_people_a_notice_says_what_that_means(people: int, notice: str | None) -> None:
    notices = [
        block.text
        for block in sections_of(recap_of([IDEAL] * people))["people"].blocks
        if isinstance(block, Notice)
    ]
    assert notices == ([notice] if notice else [])


def test_without_a_result_it_says_so_and_draws_nothing() -> None:
    found = sections_of(recap_of([BLANK] * 3))
    assert say.NO_RESULTS in texts(found["people"])
    assert texts(found["scales"]) == say.NO_SCORES
    assert "beliefs" not in found
    assert not any(isinstance(b, Shares | Measures) for s in found.values() for b in s.blocks)


def test_an_unanswered_scale_has_no_mean() -> None:
    gap = list(IDEAL)
    for item in PROFILE.traits[0].items:
        gap[IDS.index(item.id)] = 0
    rows = measured(sections_of(recap_of([gap] * 10))["scales"])
    assert Measure(PROFILE.traits[0].label, None, None, say.NO_MEAN) in rows


def test_a_single_person_has_no_spread() -> None:
    section = sections_of(recap_of([IDEAL]))["scales"]
    assert Measure(PROFILE.traits[0].label, 100, None, "tinggi") in measured(section)
    assert say.LEGEND_SPREAD not in shown(recap_of([IDEAL]))


@pytest.mark.parametrize(("careless", "warned"), [(3, False), (4, True)])
def test_more_than_a_quarter_of_careless_people_is_noticed_first(
    careless: int, *, warned: bool
) -> None:
    blocks = sections_of(recap_of([*[IDEAL] * (12 - careless), *[[4] * ITEMS] * careless]))
    notice = Notice(say.MANY_LOW.format(low=careless, people=12))
    assert (notice in blocks["people"].blocks) == warned


def test_statements_most_got_wrong_are_named_with_what_these_answered() -> None:
    belief = PROFILE.beliefs[0]
    regular, reverse = (
        next(item for item in belief.items if item.reverse is kind) for kind in (False, True)
    )
    sheet = list(IDEAL)
    sheet[IDS.index(regular.id)], sheet[IDS.index(reverse.id)] = 5, 1
    blocks = sections_of(recap_of([sheet] * 3 + [IDEAL] * 7))["beliefs"].blocks
    assert blocks[0] == Card(belief.label, belief.claim, belief.reality)
    assert blocks[1] == Shares(10, (Share(say.BELIEVING, 0),))
    assert blocks[3] == AnswerList(
        ((regular.text, "3 dari 10 setuju"), (reverse.text, "3 dari 10 tidak setuju"))
    )


def test_statements_without_a_wrong_answer_are_left_out() -> None:
    assert sections_of(recap_of([IDEAL] * 10))["beliefs"].blocks[3] == AnswerList(())


def test_who_does_not_know_does_not_count_as_believing() -> None:
    middle = [3] * ITEMS
    blocks = sections_of(recap_of([*[IDEAL] * 4, *[middle] * 6]))["beliefs"].blocks
    assert blocks[1] == Shares(10, (Share(say.BELIEVING, 0),))
    assert blocks[2] == Paragraph(say.NOT_BELIEVING.format(realistic=4, mixed=6))
    assert blocks[3] == AnswerList(())


@pytest.mark.parametrize("low", [1, 5])
def test_people_of_low_quality_are_counted_with_the_results_without_them(low: int) -> None:
    found = texts(sections_of(recap_of([*random_sheets(12, 2), *[[4] * ITEMS] * low]))["trust"])
    assert f"{low} perlu ditanyakan" in found
    assert "Tanpa lembar yang perlu ditanyakan: Cocok " in found
    assert "poin (" in found


def test_the_results_of_only_a_few_others_are_withheld() -> None:
    found = texts(sections_of(recap_of([[4] * ITEMS] * 12 + [IDEAL] * 4))["trust"])
    assert say.FEW_LEFT.format(fewest=5) in found
    assert "Rata-rata skala" not in found


def test_a_shift_of_zero_points_is_called_none() -> None:
    opposite = [6 - answer for answer in IDEAL]
    recap = recap_of([*[IDEAL, opposite] * 10, *[[3] * ITEMS] * 5])
    assert say.NO_SHIFT in texts(sections_of(recap)["trust"])


def test_if_everyone_has_low_quality_no_result_is_left() -> None:
    found = texts(sections_of(recap_of([[4] * ITEMS] * 10))["trust"])
    assert say.NOTHING_LEFT in found


def test_a_scale_left_without_a_score_does_not_count_as_a_shift() -> None:
    gap = [
        a if s not in PROFILE.traits[:1] else 0
        for a, s in zip(IDEAL, PROFILE.presented_scales, strict=True)
    ]
    found = texts(sections_of(recap_of([*[gap] * 10, *[[4] * ITEMS] * 5]))["trust"])
    assert "Rata-rata skala" in found


@pytest.mark.parametrize(
    ("people", "sentence"),
    [
        (29, "Perlu 30 lembar lengkap; baru ada 29."),
        (30, "angka yang terendah itu bisa saja di antara"),
    ],
)
def test_reliability_waits_for_enough_people(people: int, sentence: str) -> None:
    recap = recap_of(random_sheets(people, 3, blank=0))
    assert sentence in texts(sections_of(recap)["trust"])


def test_reliability_of_equal_answers_cannot_be_computed() -> None:
    found = texts(sections_of(recap_of([IDEAL] * 31))["trust"])
    assert "tidak bisa dihitung. Jawabannya tidak beragam." in found


def test_a_negative_alpha_is_explained_in_words_and_not_by_an_interval() -> None:
    straight = [[1 + person % 5] * ITEMS for person in range(35)]
    found = texts(sections_of(recap_of([*random_sheets(5, 3, blank=0), *straight]))["trust"])
    assert say.ALPHA_NEGATIVE in found
    assert "bisa saja" not in found
