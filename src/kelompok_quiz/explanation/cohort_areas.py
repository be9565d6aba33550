"""Where a group is strong and weak."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from kelompok_quiz.explanation import cohort_sentences as say
from kelompok_quiz.explanation.numbers import join, shown_score
from kelompok_quiz.profile import AntiTrait, Profile, Trait
from kelompok_quiz.result import DECIMALS

Area: TypeAlias = tuple[Trait | AntiTrait, float]
"""A scale and its mean."""


def ends(profile: Profile, means: Mapping[str, float | None], most: int) -> tuple[str, str]:
    """Return the scales that speak most for the job, and least, as lists in running text.

    At most so many at either end, and none at both; ties as in the file. Both are empty where
    fewer than two scales have a mean.
    """
    known = [(scale, mean) for scale in profile.fit_scales if (mean := means[scale.id]) is not None]
    ranked = sorted(known, key=lambda area: -_support(area))
    most = min(most, len(ranked) // 2)
    strong, weak = ranked[:most], ranked[len(ranked) - most :][::-1]
    return (
        _listed(profile, strong, say.STRONG_TRAIT, say.STRONG_ANTI_TRAIT),
        _listed(profile, weak, say.WEAK_TRAIT, say.WEAK_ANTI_TRAIT),
    )


def _support(area: Area) -> float:
    scale, mean = area
    return round(mean if isinstance(scale, Trait) else 100 - mean, DECIMALS)


def _listed(profile: Profile, areas: list[Area], trait: str, anti_trait: str) -> str:
    return join(
        [
            (trait if isinstance(scale, Trait) else anti_trait).format(
                label=scale.label, score=shown_score(profile, scale.id, mean)
            )
            for scale, mean in areas
        ]
    )
