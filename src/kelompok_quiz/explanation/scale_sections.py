"""What the scales say: strengths first, every score with its word, and what can be trained."""

from __future__ import annotations

from kelompok_quiz.explanation.blocks import (
    Block,
    Entry,
    Legend,
    Measure,
    Measures,
    Paragraph,
    Remark,
    Section,
)
from kelompok_quiz.explanation.numbers import HIGH, LOW, level, shown_score, whole
from kelompok_quiz.profile import AntiTrait, Profile, Trait
from kelompok_quiz.result import DECIMALS, Result
from kelompok_quiz.words import result as say

MOST_NAMED = 3
"""Strengths, and things to train, that are told; more would drown each other."""


def strength_section(profile: Profile, result: Result) -> Section:
    """Return the scales that speak most for the job, or the nearest to it."""
    ranked = _ranked(profile, result)
    strong = [scale for scale, support in ranked if support >= HIGH][:MOST_NAMED]
    blocks: list[Block] = [
        Entry(scale.label, scale.strength, _word(result, scale)) for scale in strong
    ]
    if not ranked:
        blocks.append(Paragraph(say.NO_SCORES))
    elif not strong:
        blocks.append(Paragraph(say.NO_STRENGTH.format(label=ranked[0][0].label)))
    return Section("strengths", say.TITLES["strengths"], tuple(blocks))


def growth_section(profile: Profile, result: Result) -> Section | None:
    """Return the scales that speak least for the job with a step that trains each."""
    ranked = _ranked(profile, result)[::-1]
    weak = [scale for scale, support in ranked if support <= LOW][:MOST_NAMED]
    weak = weak or [scale for scale, support in ranked if support < HIGH][:1]
    if not weak:
        return None
    entries = tuple(Entry(scale.label, scale.growth, _word(result, scale)) for scale in weak)
    return Section("growth", say.TITLES["growth"], entries)


def _word(result: Result, scale: Trait | AntiTrait) -> str:
    """The word for a score: a low anti-trait is a strength."""
    return say.LEVELS[level(result.scales[scale.id].score or 0)]


def _ranked(profile: Profile, result: Result) -> list[tuple[Trait | AntiTrait, float]]:
    """Scored fit scales with their support for the job 0..100, most first, ties as in the file."""
    supports = [
        (scale, round(score if isinstance(scale, Trait) else 100 - score, DECIMALS))
        for scale in profile.fit_scales
        if (score := result.scales[scale.id].score) is not None
    ]
    return sorted(supports, key=lambda pair: -pair[1])


def measure_section(profile: Profile, result: Result) -> Section:
    """Return every trait and anti-trait as a measure, and how to read them."""
    groups = (
        (say.TRAITS, say.TRAITS_HINT, profile.traits),
        (say.ANTI_TRAITS, say.ANTI_TRAITS_HINT, profile.anti_traits),
    )
    known_score = any(scale.score is not None for scale in result.scales.values())
    known_error = any(scale.se is not None for scale in result.scales.values())
    blocks: list[Block] = []
    if known_score:
        blocks.append(Legend(say.LEGEND_SCORE, say.LEGEND_ERROR if known_error else ""))
    blocks += [
        Measures(
            label,
            hint,
            say.RANGE if known_error else "",
            tuple(_measure(profile, result, scale.id) for scale in scales),
        )
        for label, hint, scales in groups
    ]
    if known_score:
        blocks.append(Remark(say.SCALE_LEGEND))
    if known_error:
        blocks.append(Remark(say.ERROR_LEGEND))
    return Section("scales", say.TITLES["scales"], tuple(blocks))


def _measure(profile: Profile, result: Result, scale_id: str) -> Measure:
    label, measured = profile.find_scale(scale_id).label, result.scales[scale_id]
    if measured.score is None:
        return Measure(label, None, None, say.UNSCORED)
    return Measure(
        label,
        shown_score(profile, scale_id, measured.score),
        None if measured.se is None else whole(measured.se),
        say.LEVELS[level(measured.score)],
    )
