"""Fit scales: which support the job, every score as a bar, and the cautions among them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter
from typing import TypeAlias

from kelompok_quiz.explanation.blocks import (
    HIGHEST,
    LOWEST,
    Block,
    Entry,
    Legend,
    Measure,
    Measures,
    Paragraph,
    Remark,
    Section,
)
from kelompok_quiz.explanation.numbers import HIGH, MIDDLE, join, level, shown_score, whole
from kelompok_quiz.profile.model import AntiTrait, Profile, Trait
from kelompok_quiz.result.batch import DECIMALS, NEUTRAL
from kelompok_quiz.result.record import Caution, Result
from kelompok_quiz.words import result as words

FitScale: TypeAlias = Trait | AntiTrait

MOST_EXPLAINED = 2
"""Strengths that are explained; the others are only named."""


def support(scale: FitScale, score: float) -> float:
    """Return how far a score speaks for the job, 0..100."""
    return round(score if isinstance(scale, Trait) else 100 - score, DECIMALS)


def by_support(
    profile: Profile, scores: Mapping[str, float | None]
) -> list[tuple[FitScale, float]]:
    """Return the scored fit scales with their scores, most supporting first, ties as in the file.

    `scores` are by scale id.
    """
    scored = [(scale, s) for scale in profile.fit_scales if (s := scores[scale.id]) is not None]
    return sorted(scored, key=lambda pair: -support(*pair))


def measures(
    profile: Profile,
    figures: Mapping[str, tuple[float | None, float | None]],
    *,
    legend: Legend,
    range_name: str,
    unscored: str,
) -> Iterator[Block]:
    """Yield the legend of the bars, then traits and anti-traits as bars.

    `figures` are score and error by scale id. `legend` and `range_name` lose what they say about
    errors if there is none; `unscored` is the word for a scale without a score.
    """
    has_errors = any(error is not None for _, error in figures.values())
    if any(score is not None for score, _ in figures.values()):
        yield replace(legend, error=legend.error if has_errors else "")

    def measure(scale: FitScale) -> Measure:
        score, error = figures[scale.id]
        if score is None:
            return Measure(scale.label, None, None, unscored)
        shown = shown_score(profile, scale.id, score)
        word = words.LEVELS[level(score)]
        return Measure(scale.label, shown, None if error is None else whole(error), word)

    name = range_name if has_errors else ""
    traits, anti_traits = (tuple(map(measure, s)) for s in (profile.traits, profile.anti_traits))
    yield Measures(words.TRAITS, words.TRAITS_HINT, name, traits)
    yield Measures(words.ANTI_TRAITS, words.ANTI_TRAITS_HINT, name, anti_traits, low_is_good=True)


@dataclass(frozen=True, slots=True)
class Direction:
    """The scales that speak for the job and against it, clearest first.

    A scale speaks for a side if its score is further from the middle than its own error.
    """

    supporting: tuple[FitScale, ...]
    holding: tuple[FitScale, ...]
    leading: tuple[tuple[FitScale, ...], ...]
    """The highest supporting scales in groups of equals, at most `MOST_EXPLAINED` altogether."""


def direction(profile: Profile, result: Result) -> Direction:
    """Return which scales support the job and which hold back."""
    beyond = [
        (scale, value)
        for scale, value in _supports(profile, result)
        if round(abs(value - NEUTRAL) - (result.scales[scale.id].se or 0), DECIMALS) > 0
    ]
    supporting = [(scale, value) for scale, value in beyond if value > NEUTRAL]
    leading: list[tuple[FitScale, ...]] = []
    for value, group in groupby(supporting, key=itemgetter(1)):
        equals = tuple(scale for scale, _ in group)
        if value < HIGH or sum(map(len, leading)) + len(equals) > MOST_EXPLAINED:
            break
        leading.append(equals)
    return Direction(
        supporting=tuple(scale for scale, _ in supporting),
        holding=tuple(scale for scale, value in reversed(beyond) if value < NEUTRAL),
        leading=tuple(leading),
    )


def _supports(profile: Profile, result: Result) -> list[tuple[FitScale, float]]:
    """Return the scored fit scales with how far each supports the job, most first."""
    scores = {id_: scale.score for id_, scale in result.scales.items()}
    return [(scale, support(scale, score)) for scale, score in by_support(profile, scores)]


def direction_section(profile: Profile, result: Result) -> Section:
    """Return what supports the job, strengths first, and what holds back, by the good end's name.

    Scales that are as strong are all named, or none is.
    """
    found = direction(profile, result)
    leading = [scale for equals in found.leading for scale in equals]
    blocks: list[Block] = [Entry(scale.good_end, scale.strength) for scale in leading]
    named = " ".join(_named(result, found, leading))
    blocks += [Paragraph(named)] if named else []
    return Section("direction", words.TITLES["direction"], tuple(blocks))


def _named(result: Result, found: Direction, leading: Sequence[FitScale]) -> Iterator[str]:
    """Yield which scales support besides the leading ones, and which hold back."""
    scales = len(result.scales)
    others = [scale for scale in found.supporting if scale not in leading]
    if len(result.unscored) == scales:
        yield words.NO_SCORES
    elif len(found.supporting) == scales:
        yield words.ALL_SUPPORTING
    elif len(found.holding) == scales:
        yield words.ALL_HOLDING
    elif not (found.supporting or found.holding):
        yield words.NO_DIRECTION
    else:
        clearly = words.SUPPORTING_TOO if leading else words.SUPPORTING
        yield from _lists(result, others, clearly, words.SLIGHTLY_SUPPORTING)
        yield from _lists(result, found.holding, words.HOLDING, words.SLIGHTLY_HOLDING)
        if not found.holding and not result.unscored:
            yield words.NONE_HOLDING


def _lists(
    result: Result, scales: Sequence[FitScale], clearly: str, slightly: str
) -> Iterator[str]:
    """Yield the names of scales whose score is low or high, then of those between."""
    clear = [scale for scale in scales if level(result.scales[scale.id].score or 0) != MIDDLE]
    for template, listed in (
        (clearly, clear),
        (slightly, [scale for scale in scales if scale not in clear]),
    ):
        if listed:
            yield template.format(labels=join([scale.good_end for scale in listed]))


def weakest_scale(profile: Profile, result: Result) -> FitScale | None:
    """Return the one scale that supports the job least.

    None if every scale supports it clearly, or several are the weakest.
    """
    supports = _supports(profile, result)
    weakest = [scale for scale, value in supports if value == supports[-1][1] < HIGH]
    return weakest[0] if len(weakest) == 1 else None


def measure_section(profile: Profile, result: Result) -> Section:
    """Return every trait and anti-trait as a bar, how to read them, and the rule on anti-traits."""
    scales = result.scales
    blocks = [
        *measures(
            profile,
            {id_: (scale.score, scale.se) for id_, scale in scales.items()},
            legend=Legend(words.LEGEND_SCORE, words.LEGEND_ERROR),
            range_name=words.RANGE,
            unscored=words.UNSCORED,
        )
    ]
    if opposites := [scale.opposite for scale in profile.anti_traits if scale.opposite]:
        blocks.append(Remark(words.OPPOSITES.format(labels=join(opposites))))
    blocks.append(Remark(" ".join(profile.clauses[clause] for clause in profile.rules.source)))
    return Section("scales", words.TITLES["scales"], tuple(blocks))


def caution_section(profile: Profile, result: Result) -> Section | None:
    """Return each caution with its effect on the verdict; None without cautions."""
    if not result.cautions:
        return None
    blocks: list[Block] = []
    for caution in result.cautions:
        label = profile.find_scale(caution.scale).label
        blocks.append(Entry(label, _caution_text(profile, result, caution)))
    blocks.append(Remark(words.OWN_BOUND.format(bound=profile.rules.caution_from)))
    return Section("cautions", words.TITLES["cautions"], tuple(blocks))


def _caution_text(profile: Profile, result: Result, caution: Caution) -> str:
    scale, bound = result.scales[caution.scale], profile.rules.caution_from
    template = {"watch": words.WATCH, "cap": words.CAP, "all": words.ALL}[caution.level]
    if caution.level == "cap" and result.band == profile.verdicts[0].id:
        template = words.CAP_AT_LOWEST
    score, error = scale.score or 0, scale.se or 0
    return template.format(
        score=shown_score(profile, caution.scale, score),
        # The sentence says on which side of the bound the low end lies: rounding must not cross it.
        low=whole(max(LOWEST, score - error), [bound]),
        high=whole(min(HIGHEST, score + error)),
        bound=bound,
    )
