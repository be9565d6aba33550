"""Whatever scales a profile has, its items get an order; of a few, the soundest there is."""

from __future__ import annotations

import random
from itertools import permutations
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kelompok_quiz.profile.loading import load
from kelompok_quiz.profile.model import AntiTrait, Item, Profile, Trait
from kelompok_quiz.profile.order import (
    MOST_ALTERNATING,
    MOST_CANDIDATES,
    MOST_STEPS,
    alternating,
    draw,
    draw_order,
    fewest_blocks,
    long_runs,
    neighbours,
)

VALID = Path(__file__).parents[1] / "cases" / "profile" / "valid"
BASE = load(VALID / "minimal.yaml").profile
CASES = [load(path).profile for path in sorted(VALID.glob("*.yaml"))]

Keys = list[list[bool]]
seeds = st.integers(0, 2**64)


def scale_keys(most_scales: int, most_items: int) -> st.SearchStrategy[Keys]:
    """For each of some scales, which of its items are reverse-keyed."""
    scale = st.lists(st.booleans(), min_size=1, max_size=most_items)
    return st.lists(scale, min_size=1, max_size=most_scales)


def scale_items(scale_id: str, keys: list[bool]) -> tuple[Item, ...]:
    numbered = enumerate(keys)
    return tuple(Item(f"{scale_id}_{n}", f"Butir {n}.", reverse=reverse) for n, reverse in numbered)


def profile_of(trait_keys: Keys, anti_trait_keys: Keys) -> Profile:
    """A profile that is sound but for its items."""
    traits: list[Trait] = []
    anti_traits: list[AntiTrait] = []
    for n, keys in enumerate(trait_keys):
        items = scale_items(f"t{n}", keys)
        traits.append(msgspec.structs.replace(BASE.traits[0], id=f"t{n}", items=items))
    for n, keys in enumerate(anti_trait_keys):
        items = scale_items(f"a{n}", keys)
        anti_traits.append(msgspec.structs.replace(BASE.anti_traits[0], id=f"a{n}", items=items))
    order = tuple(item.id for scale in (*traits, *anti_traits) for item in scale.items)
    return msgspec.structs.replace(
        BASE, traits=tuple(traits), anti_traits=tuple(anti_traits), order=order
    )


profiles = st.builds(profile_of, scale_keys(6, 6), scale_keys(6, 6))
small_profiles = st.builds(profile_of, scale_keys(2, 2), scale_keys(1, 2))


def biggest_scale(profile: Profile) -> int:
    return max(len(scale.items) for scale in profile.scales)


def scale_ids(profile: Profile) -> list[str]:
    return [scale.id for scale in profile.presented_scales]


def keeps_every_rule(profile: Profile) -> bool:
    """As `lint` and the audit ask of fewer than 21 items: no lag has enough pairs."""
    scales = scale_ids(profile)
    return (
        fewest_blocks(scales) <= biggest_scale(profile)
        and not any(neighbours(scales))
        and not any(long_runs([item.reverse for item in profile.items]))
        and not any(long_runs(profile.ideal))
        and alternating(profile.ideal) <= MOST_ALTERNATING
    )


@given(profiles | st.sampled_from(CASES), seeds)
def test_an_order_holds_every_item_once_in_as_few_blocks_as_can_be(
    profile: Profile, seed: int
) -> None:
    order = draw_order(profile, seed)
    assert sorted(order) == sorted(profile.order)
    own = msgspec.structs.replace(profile, order=order)
    assert fewest_blocks(scale_ids(own)) == biggest_scale(profile)


@given(profiles | st.sampled_from(CASES), seeds)
def test_an_order_is_its_seeds_and_found_in_bounded_steps(profile: Profile, seed: int) -> None:
    found = draw(profile, random.Random(seed).random)  # noqa: S311 - no secret
    assert tuple(statement.id for statement in found.order) == draw_order(profile, seed)
    assert found.steps <= MOST_STEPS + MOST_CANDIDATES * len(found.order)
    assert found.steps >= MOST_STEPS or not any(found.broken)


@settings(derandomize=True)
@given(small_profiles, seeds)
def test_where_some_order_keeps_every_rule_such_a_one_is_drawn(profile: Profile, seed: int) -> None:
    others = (msgspec.structs.replace(profile, order=o) for o in permutations(profile.order))
    own = msgspec.structs.replace(profile, order=draw_order(profile, seed))
    assert keeps_every_rule(own) == any(map(keeps_every_rule, others))


@pytest.mark.parametrize("seed", range(20))
def test_where_the_order_of_a_case_is_sound_its_personal_orders_are(seed: int) -> None:
    for profile in CASES:
        if keeps_every_rule(profile):
            own = msgspec.structs.replace(profile, order=draw_order(profile, seed))
            assert keeps_every_rule(own)


def test_a_huge_block_of_one_key_is_laid_out_in_bounded_steps() -> None:
    profile = profile_of([[False]] * 300, [[False]])
    found = draw(profile, random.Random(1).random)  # noqa: S311 - no secret
    assert len(found.order) == 301
    assert found.steps <= MOST_STEPS + MOST_CANDIDATES * len(found.order)
