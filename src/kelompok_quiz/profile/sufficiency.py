"""How many answers a score, a verdict and an autocorrelation need (`docs/metode.md`)."""

from __future__ import annotations

from collections.abc import Mapping

from kelompok_quiz.profile.model import AntiTrait, Profile, Scale

SCALE_SHARE = (3, 4)
"""A scale needs three quarters of its items answered."""
VERDICT_SHARE = (4, 5)
"""A verdict needs four fifths of the trait and anti-trait items answered."""
MOST_UNSCORED_TRAITS = 1
"""Traits that may lack a score beside a verdict; no anti-trait may."""
AUTOCORRELATION_LAGS = range(1, 6)
FEWEST_PAIRS = 20
"""Pairs of answers that a lag needs to count."""


def least_answers(share: tuple[int, int], items: int) -> int:
    """Return the least number of answers that is this share of the items."""
    part, whole = share
    return -(-part * items // whole)


def fewest_to_verdict(profile: Profile, answers: Mapping[str, int | None]) -> int:
    """Return the fewest further answers that give a verdict; 0 if the answers give one now."""
    short = {scale.id: _short_of_score(scale, answers) for scale in profile.fit_scales}
    anti_traits = [scale.id for scale in profile.fit_scales if isinstance(scale, AntiTrait)]
    traits = sorted(lack for scale_id, lack in short.items() if scale_id not in anti_traits)
    scales = sum(traits[:-MOST_UNSCORED_TRAITS]) + sum(short[scale_id] for scale_id in anti_traits)
    items = [item.id for scale in profile.fit_scales for item in scale.items]
    answered = sum(bool(answers.get(item)) for item in items)
    return max(scales, least_answers(VERDICT_SHARE, len(items)) - answered)


def _short_of_score(scale: Scale, answers: Mapping[str, int | None]) -> int:
    """The answers that a scale lacks: in number, and from each key direction that it has."""
    answered = [item.reverse for item in scale.items if answers.get(item.id)]
    directions = {item.reverse for item in scale.items} - set(answered)
    return max(least_answers(SCALE_SHARE, len(scale.items)) - len(answered), len(directions))
