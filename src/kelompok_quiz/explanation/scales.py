"""Fit scales: which support the job, every score as a bar, and the cautions among them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from kelompok_quiz.explanation.blocks import (
    HIGHEST,
    LOWEST,
    AnswerList,
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
from kelompok_quiz.profile.model import AntiTrait, Profile, Trait
from kelompok_quiz.result.batch import DECIMALS
from kelompok_quiz.result.record import Caution, Result
from kelompok_quiz.words import result as words

FitScale: TypeAlias = Trait | AntiTrait

MOST_NAMED = 3
"""Strengths, and scales to train, that are named; a longer list would bury each of them."""


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
        yield Legend(legend.score, legend.error if has_errors else "")

    def measure(scale: FitScale) -> Measure:
        score, error = figures[scale.id]
        if score is None:
            return Measure(scale.label, None, None, unscored)
        shown = shown_score(profile, scale.id, score)
        word = words.LEVELS[level(score)]
        return Measure(scale.label, shown, None if error is None else whole(error), word)

    for label, hint, scales in (
        (words.TRAITS, words.TRAITS_HINT, profile.traits),
        (words.ANTI_TRAITS, words.ANTI_TRAITS_HINT, profile.anti_traits),
    ):
        yield Measures(label, hint, range_name if has_errors else "", tuple(map(measure, scales)))


def strength_section(profile: Profile, result: Result) -> Section:
    """Return the scales that clearly support the job, or the one that comes nearest."""
    ranked = _ranked(profile, result)
    strong = [(scale, score) for scale, score in ranked if support(scale, score) >= HIGH]
    blocks: list[Block] = [
        Entry(scale.label, scale.strength, words.LEVELS[level(score)])
        for scale, score in strong[:MOST_NAMED]
    ]
    if not ranked:
        blocks.append(Paragraph(words.NO_SCORES))
    elif not strong:
        blocks.append(Paragraph(words.NO_STRENGTH.format(label=ranked[0][0].label)))
    return Section("strengths", words.TITLES["strengths"], tuple(blocks))


def growth_section(profile: Profile, result: Result) -> Section | None:
    """Return the scales that support the job least, each with a step that trains it.

    None if every scale supports it clearly.
    """
    weakest_first = _ranked(profile, result)[::-1]
    weak = [pair for pair in weakest_first if support(*pair) <= LOW][:MOST_NAMED]
    weak = weak or [pair for pair in weakest_first if support(*pair) < HIGH][:1]
    if not weak:
        return None
    entries = (
        Entry(scale.label, scale.growth, words.LEVELS[level(score)]) for scale, score in weak
    )
    return Section("growth", words.TITLES["growth"], tuple(entries))


def _ranked(profile: Profile, result: Result) -> list[tuple[FitScale, float]]:
    return by_support(profile, {id_: scale.score for id_, scale in result.scales.items()})


def measure_section(profile: Profile, result: Result) -> Section:
    """Return every trait and anti-trait as a bar, and how to read the bars."""
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
    if any(scale.score is not None for scale in scales.values()):
        blocks.append(Remark(words.SCALE_LEGEND))
    if any(scale.se is not None for scale in scales.values()):
        blocks.append(Remark(words.ERROR_LEGEND))
    return Section("scales", words.TITLES["scales"], tuple(blocks))


def caution_section(
    profile: Profile, result: Result, answers: Mapping[str, int | None]
) -> Section | None:
    """Return each caution with its effect and the answers behind it; None without cautions."""
    if not result.cautions:
        return None
    blocks: list[Block] = []
    for caution in result.cautions:
        scale = profile.find_scale(caution.scale)
        rows = (
            (item.text, profile.responses[answer - 1])
            for item in scale.items
            if (answer := answers.get(item.id))
        )
        blocks.append(Entry(scale.label, _caution_text(profile, result, caution)))
        blocks.append(Remark(words.ANSWERS_BEHIND))
        blocks.append(AnswerList(tuple(rows)))
    return Section("cautions", words.TITLES["cautions"], tuple(blocks))


def _caution_text(profile: Profile, result: Result, caution: Caution) -> str:
    scale, bound = result.scales[caution.scale], profile.rules.caution_from
    template = {
        "watch": words.WATCH if scale.se else words.WATCH_WITHOUT_ERROR,
        "cap": words.CAP if scale.se else words.CAP_WITHOUT_ERROR,
        "all": words.ALL,
    }[caution.level]
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
