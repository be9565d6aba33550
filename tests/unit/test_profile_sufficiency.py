from __future__ import annotations

import pytest
from msgspec import structs

from kelompok_quiz.profile.loading import load
from kelompok_quiz.profile.model import Profile
from kelompok_quiz.profile.sufficiency import VERDICT_SHARE, fewest_to_verdict, least_answers
from support.mini import PROFILE

SHIPPED = load().profile


def answered(profile: Profile, *left_out: str) -> dict[str, int | None]:
    """Every statement answered but those of these items and scales."""
    scales = {item.id: scale.id for scale in profile.scales for item in scale.items}
    return {item: None if {item, scales[item]} & {*left_out} else 3 for item in profile.order}


@pytest.mark.parametrize(
    ("share", "items", "least"),
    [((3, 4), 4, 3), ((3, 4), 5, 4), ((3, 4), 6, 5), ((3, 4), 1, 1), ((4, 5), 38, 31)],
)
def test_a_share_is_rounded_up_to_whole_answers(
    share: tuple[int, int], items: int, least: int
) -> None:
    assert least_answers(share, items) == least


def test_complete_answers_lack_nothing() -> None:
    assert fewest_to_verdict(SHIPPED, answered(SHIPPED)) == 0


def test_without_answers_all_that_verdict_and_scales_need_is_lacking() -> None:
    items = sum(len(scale.items) for scale in SHIPPED.fit_scales)
    assert fewest_to_verdict(SHIPPED, {}) == least_answers(VERDICT_SHARE, items)


def test_beliefs_and_contrasts_do_not_count() -> None:
    fit = set(SHIPPED.fit_scales)
    others = [scale.id for scale in SHIPPED.scales if scale not in fit]
    assert fewest_to_verdict(SHIPPED, answered(SHIPPED, *others)) == 0


def test_one_trait_may_be_missing_altogether() -> None:
    assert fewest_to_verdict(SHIPPED, answered(SHIPPED, SHIPPED.traits[0].id)) == 0


def test_every_anti_trait_is_needed() -> None:
    assert fewest_to_verdict(SHIPPED, answered(SHIPPED, SHIPPED.anti_traits[0].id)) == 3


def test_of_two_missing_traits_the_one_that_lacks_less_is_enough() -> None:
    long, short = SHIPPED.traits[-1], SHIPPED.traits[0]
    assert len(long.items) > len(short.items)
    assert fewest_to_verdict(SHIPPED, answered(SHIPPED, long.id, short.id)) == 3


def test_a_scale_needs_an_answer_from_each_direction() -> None:
    scale = SHIPPED.anti_traits[0]
    reverse = [item.id for item in scale.items if item.reverse]
    assert fewest_to_verdict(SHIPPED, answered(SHIPPED, reverse[0])) == 0
    assert fewest_to_verdict(SHIPPED, answered(SHIPPED, *reverse)) == 1


def test_a_scale_with_answers_enough_may_still_lack_one_from_a_direction() -> None:
    scale = PROFILE.anti_traits[0]
    one_sided = tuple(structs.replace(item, reverse=n > 0) for n, item in enumerate(scale.items))
    changed = structs.replace(scale, items=one_sided)
    profile = structs.replace(PROFILE, anti_traits=(changed, *PROFILE.anti_traits[1:]))
    assert len(one_sided) == 4
    assert fewest_to_verdict(profile, answered(profile, one_sided[1].id)) == 0
    assert fewest_to_verdict(profile, answered(profile, one_sided[0].id)) == 1


def test_a_skipped_item_and_an_unknown_one_are_both_missing() -> None:
    scale = PROFILE.anti_traits[0]
    skipped = answered(PROFILE, scale.id)
    absent = {item: answer for item, answer in skipped.items() if answer}
    assert fewest_to_verdict(PROFILE, skipped) == fewest_to_verdict(PROFILE, absent) > 0
