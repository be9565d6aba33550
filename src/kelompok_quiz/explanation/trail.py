"""The trail verdict → scale → answers: everything needed to compute a result again by hand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias, assert_never

from kelompok_quiz.explanation.blocks import Answers, Block, Headline, Paragraph, Section
from kelompok_quiz.explanation.numbers import decimal, join
from kelompok_quiz.explanation.verdict_section import Sheet, verdict_label, verdict_section
from kelompok_quiz.profile import (
    AntiTrait,
    Belief,
    Contrast,
    Item,
    Profile,
    Scale,
    Trait,
)
from kelompok_quiz.result import (
    BeliefResult,
    ContrastResult,
    Result,
    ResultBatch,
    ScaleResult,
    one,
)
from kelompok_quiz.words import trail as say
from kelompok_quiz.words.tables import FLAGS

Measured: TypeAlias = ScaleResult | BeliefResult | ContrastResult


def trail_sections(results: ResultBatch) -> tuple[Section, ...]:
    """Return how the result of a batch of one comes about, from the verdict to every answer."""
    profile, result = results.key.profile, one(results)
    answers = results.answers.answers_of(profile, 0)
    spread = float(results.scores.spread[0])
    if result.status == "rejected":
        return (verdict_section(profile, result),)
    return (
        Section(
            "trail",
            say.TITLE.format(respondent=result.respondent or ""),
            tuple(_sum(profile, result, spread)),
        ),
        *(_scale_section(profile, result, answers, scale, spread) for scale in profile.scales),
        Section("quality", say.QUALITY_TITLE, tuple(_quality(result))),
    )


def _sum(profile: Profile, result: Result, spread: float) -> Iterator[Block]:
    yield Headline(verdict_label(profile, result))
    if result.fit is None or result.band is None:
        yield from verdict_section(profile, result).blocks[1:]
        return
    parts = [s.contribution for s in result.scales.values() if s.contribution is not None]
    terms = " + ".join(decimal(part) for part in parts)
    yield Paragraph(say.FIT.format(terms=terms, fit=decimal(result.fit)))
    if result.fit_se is not None:
        yield Paragraph(say.SPREAD.format(spread=decimal(spread, 4)))
        total = _total_weight(result)
        yield Paragraph(say.FIT_ERROR.format(fit_se=decimal(result.fit_se), total=total))
    bounds = join([say.BOUND.format(label=v.label, floor=v.floor) for v in profile.verdicts])
    band = profile.find_verdict(result.band).label
    yield Paragraph(say.BAND.format(bounds=bounds, fit=decimal(result.fit), band=band))
    yield Paragraph(_cautions(profile, result))
    yield Paragraph(say.VERDICT.format(verdict=verdict_label(profile, result)))


def _cautions(profile: Profile, result: Result) -> str:
    bound = profile.rules.caution_from
    if not result.cautions:
        return say.NO_CAUTIONS.format(bound=bound)
    named = [
        f"{profile.find_scale(each.scale).label} ({say.CAUTION_EFFECTS[each.level]})"
        for each in result.cautions
    ]
    return say.CAUTIONS.format(cautions=join(named), bound=bound)


def _total_weight(result: Result) -> int:
    return sum(s.weight for s in result.scales.values() if s.contribution is not None)


def _measured(result: Result) -> dict[str, Measured]:
    return {**result.scales, **result.beliefs, **result.contrasts}


def _scale_section(
    profile: Profile, result: Result, answers: Sheet, scale: Scale, spread: float
) -> Section:
    measured = _measured(result)[scale.id]
    rows = tuple((f"{i.id}: {i.text}", _answer(profile, i, answers)) for i in scale.items)
    blocks: list[Block] = [Answers(rows)]
    if measured.score is None:
        counts = {"answered": measured.answered, "items": measured.items}
        blocks.append(Paragraph(say.NO_SCORE.format(**counts)))
    else:
        blocks += map(Paragraph, _arithmetic(profile, result, scale, measured, spread))
    return Section(scale.id, _scale_title(scale), tuple(blocks))


def _scale_title(scale: Scale) -> str:
    match scale:
        case Trait() | AntiTrait():
            return say.SCALE_TITLES[scale.kind].format(label=scale.label, weight=scale.weight)
        case Belief():
            return say.SCALE_TITLES["belief"].format(label=scale.label)
        case Contrast():
            return say.SCALE_TITLES["contrast"].format(label=scale.label)
        case _:
            assert_never(scale)


def _answer(profile: Profile, item: Item, answers: Sheet) -> str:
    answer = answers.get(item.id)
    if not answer:
        return say.BLANK
    template = say.REVERSED if item.reverse else say.ANSWER
    keyed = profile.points + 1 - answer
    return template.format(answer=answer, response=profile.responses[answer - 1], keyed=keyed)


def _arithmetic(
    profile: Profile, result: Result, scale: Scale, measured: Measured, spread: float
) -> Iterator[str]:
    """Each step from the keyed answers to the part of the fit, with its numbers."""
    score, points = measured.score or 0, profile.points
    numbers: dict[str, object] = {
        "score": decimal(score),
        "mean": decimal(1 + score * (points - 1) / 100, 4),
        "points": points,
        "answered": measured.answered,
    }
    yield say.SCORE.format(**numbers)
    if isinstance(measured, ScaleResult) and measured.contribution is not None:
        support = score if isinstance(scale, Trait) else 100 - score
        if not isinstance(scale, Trait):
            yield say.SUPPORT.format(score=decimal(score), support=decimal(support))
        yield say.CONTRIBUTION.format(
            weight=measured.weight,
            support=decimal(support),
            total=_total_weight(result),
            contribution=decimal(measured.contribution),
        )
    if measured.se is not None:
        yield say.ERROR.format(**numbers, spread=decimal(spread, 4), se=decimal(measured.se))


def _quality(result: Result) -> Iterator[Block]:
    for name, template in say.INDICES.items():
        value = getattr(result.quality, name)
        yield Paragraph(template.format(say.NONE if value is None else decimal(value, 3)))
    flags = [FLAGS[flag].word for flag in result.quality.flags]
    yield Paragraph(say.FLAGS.format(join(flags) or say.NONE))
