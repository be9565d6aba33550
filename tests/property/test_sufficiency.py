"""The fewest answers to a verdict, against a search that asks the real scorer."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, product

import msgspec
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kelompok_quiz.answers import batch_of_matrix
from kelompok_quiz.profile.key import Key
from kelompok_quiz.profile.model import AntiTrait, Item, Profile, Trait
from kelompok_quiz.profile.sufficiency import fewest_to_verdict
from kelompok_quiz.result.recorder import records
from kelompok_quiz.scoring.assessment import assess
from support.mini import MINI

MOST_ITEMS = 11

scale_shapes = st.lists(st.booleans(), min_size=1, max_size=5)
"""A scale as the directions of its items."""


@st.composite
def sheets(draw: st.DrawFn) -> tuple[Profile, list[int]]:
    """A small profile, and which of its statements are answered."""
    traits = draw(st.lists(scale_shapes, min_size=1, max_size=3))
    anti_traits = draw(st.lists(scale_shapes, min_size=1, max_size=2))
    beliefs = draw(st.integers(0, 1))
    while sum(map(len, traits + anti_traits)) + beliefs > MOST_ITEMS:
        max((*traits, *anti_traits), key=len).pop()
    profile = small(traits, anti_traits, beliefs)
    return profile, draw(st.lists(st.integers(0, 1), min_size=len(profile.order), max_size=99))


def small(traits: list[list[bool]], anti_traits: list[list[bool]], beliefs: int) -> Profile:
    model = MINI.profile

    def items(name: str, shape: list[bool]) -> tuple[Item, ...]:
        return tuple(Item(f"{name}i{n}", f"{name} {n}", reverse=r) for n, r in enumerate(shape))

    def scales(
        pattern: Trait | AntiTrait, name: str, shapes: list[list[bool]]
    ) -> tuple[Trait | AntiTrait, ...]:
        return tuple(
            msgspec.structs.replace(pattern, id=f"{name}{n}", items=items(f"{name}{n}", shape))
            for n, shape in enumerate(shapes)
        )

    believed = tuple(
        msgspec.structs.replace(model.beliefs[0], items=items("b", [False])) for _ in range(beliefs)
    )
    made = msgspec.structs.replace(
        model,
        traits=scales(model.traits[0], "t", traits),
        anti_traits=scales(model.anti_traits[0], "a", anti_traits),
        beliefs=believed,
        contrasts=(),
        order=(),
    )
    order = tuple(item.id for scale in made.scales for item in scale.items)
    return msgspec.structs.replace(made, order=order)


def statuses(profile: Profile, sheets: list[list[int]]) -> list[str]:
    key = Key(replace(MINI, profile=profile))
    batch = batch_of_matrix(np.array(sheets, dtype=np.int8))
    return [record.status for record in records(assess(key, batch))]


def searched(profile: Profile, sheet: list[int]) -> int:
    """The least number of blanks that must be filled, tried out one number after the other."""
    blanks = [place for place, answer in enumerate(sheet) if not answer]
    for count in range(len(blanks) + 1):
        tries = [
            [3 if place in filled else answer for place, answer in enumerate(sheet)]
            for filled in map(set, combinations(blanks, count))
        ]
        if "scored" in statuses(profile, tries):
            return count
    message = "a full sheet has a verdict"
    raise AssertionError(message)


@given(sheets())
def test_it_is_the_least_that_a_search_with_the_scorer_finds(
    case: tuple[Profile, list[int]],
) -> None:
    profile, answered = case
    sheet = [3 * a for a in answered[: len(profile.order)]]
    given_answers = dict(zip(profile.order, [a or None for a in sheet], strict=True))
    assert fewest_to_verdict(profile, given_answers) == searched(profile, sheet)


def test_every_sheet_of_one_profile_agrees_with_the_search() -> None:
    profile = small([[False, True], [False]], [[True, False, False, False]], 1)
    for answered in product((0, 3), repeat=len(profile.order)):
        sheet = dict(zip(profile.order, [a or None for a in answered], strict=True))
        assert fewest_to_verdict(profile, sheet) == searched(profile, list(answered))
