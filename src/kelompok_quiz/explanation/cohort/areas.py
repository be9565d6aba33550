"""Where a group is strong and weak."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from kelompok_quiz.explanation.numbers import join, shown_score
from kelompok_quiz.profile import AntiTrait, Profile, Trait
from kelompok_quiz.result import DECIMALS
from kelompok_quiz.words import recap as say

Area: TypeAlias = tuple[Trait | AntiTrait, float]
"""A scale and its mean."""

LEAST_DIFFERENCE = 5
"""Points between strongest and weakest below which naming them would be reading tea leaves."""


def ranked_areas(profile: Profile, means: Mapping[str, float | None]) -> list[Area]:
    """Return the scales with a mean, those that speak most for the job first; ties as in the file.

    A single one is neither strong nor weak, so there is none then.
    """
    known = [(scale, mean) for scale in profile.fit_scales if (mean := means[scale.id]) is not None]
    return sorted(known, key=lambda area: -_support(area)) if len(known) > 1 else []


def are_alike(areas: Sequence[Area]) -> bool:
    """Whether areas, strongest first, lie too close together to tell them apart."""
    return _support(areas[0]) - _support(areas[-1]) < LEAST_DIFFERENCE


def ends(profile: Profile, areas: Sequence[Area], most: int) -> tuple[str, str]:
    """Return the strongest areas, and the weakest, as lists in running text.

    At most so many at either end, and none at both.
    """
    most = min(most, len(areas) // 2)
    return (
        _listed(profile, areas[:most], say.STRONG_TRAIT, say.STRONG_ANTI_TRAIT),
        _listed(profile, areas[: -most - 1 : -1], say.WEAK_TRAIT, say.WEAK_ANTI_TRAIT),
    )


def _support(area: Area) -> float:
    scale, mean = area
    return round(mean if isinstance(scale, Trait) else 100 - mean, DECIMALS)


def _listed(profile: Profile, areas: Sequence[Area], trait: str, anti_trait: str) -> str:
    return join(
        [
            (trait if isinstance(scale, Trait) else anti_trait).format(
                label=scale.label, score=shown_score(profile, scale.id, mean)
            )
            for scale, mean in areas
        ]
    )
