"""The trail verdict → scale → answers: everything needed to compute a result again by hand.

The steps are those of `docs/metode.md`, with this person's numbers in them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import assert_never

from kelompok_quiz.explanation.blocks import AnswerList, Block, Headline, Paragraph, Section
from kelompok_quiz.explanation.numbers import decimal, join
from kelompok_quiz.explanation.scales import support
from kelompok_quiz.explanation.verdict import verdict_label, verdict_section
from kelompok_quiz.profile.model import AntiTrait, Belief, Contrast, Item, Profile, Scale, Trait
from kelompok_quiz.result.batch import ResultBatch, Scores
from kelompok_quiz.result.record import BeliefResult, ContrastResult, Result, ScaleResult
from kelompok_quiz.result.recorder import one
from kelompok_quiz.words import trail as words
from kelompok_quiz.words.result import STAMP
from kelompok_quiz.words.tables import FLAGS


def trail_sections(results: ResultBatch) -> tuple[Section, ...]:
    """Return the arithmetic behind a batch of one: the fit, every scale, the answer quality."""
    profile, result = results.key.profile, one(results)
    if result.status == "rejected":
        return (verdict_section(profile, result),)
    spread = float(results.scores.spread[0])
    title = words.TITLE.format(respondent=result.respondent or "")
    return (
        Section("trail", title, tuple(_fit(results, result))),
        *_scale_sections(results, result, spread),
        Section("quality", words.QUALITY_TITLE, tuple(_quality(result))),
        _provenance(result),
    )


def _provenance(result: Result) -> Section:
    """Return which instrument and which formulas made the result, and what they cannot show."""
    stamp = STAMP.format(
        profile=result.profile.id,
        version=result.profile.version,
        scoring=result.scoring,
        sha256=result.profile.sha256,
    )
    blocks = (Paragraph(stamp), Paragraph(words.NOT_VALIDITY))
    return Section("provenance", words.PROVENANCE_TITLE, blocks)


def _fit(results: ResultBatch, result: Result) -> Iterator[Block]:
    profile = results.key.profile
    yield Headline(verdict_label(profile, result))
    if result.fit is None or result.band is None:
        yield from verdict_section(profile, result).blocks[1:]  # its headline is above already
        if any(scale.se is not None for scale in _measured(result).values()):
            yield from _spread(results.scores)
        return
    parts = [s.contribution for s in result.scales.values() if s.contribution is not None]
    terms = " + ".join(decimal(part) for part in parts)
    yield Paragraph(words.FIT.format(terms=terms, fit=decimal(result.fit)))
    yield from _spread(results.scores)
    fit_se, total = decimal(float(results.scores.fit_se[0])), _total_weight(result)
    yield Paragraph(words.FIT_ERROR.format(fit_se=fit_se, total=total))
    bounds = join([words.BOUND.format(label=v.label, floor=v.floor) for v in profile.verdicts])
    band = profile.find_verdict(result.band).label
    yield Paragraph(words.BAND.format(bounds=bounds, fit=decimal(result.fit), band=band))
    yield Paragraph(_cautions(profile, result))
    yield Paragraph(words.VERDICT.format(verdict=verdict_label(profile, result)))


def _spread(scores: Scores) -> Iterator[Block]:
    """Yield what the standard errors are made with: the scatter of the answers, or its floor."""
    scatter, spread = float(scores.scatter[0]), float(scores.spread[0])
    measured = words.SCATTER.format(scatter=decimal(scatter, 4))
    yield Paragraph(words.NO_SCATTER if math.isnan(scatter) else measured)
    if scatter != spread:
        yield Paragraph(words.LEAST_SPREAD.format(spread=decimal(spread, 4)))


def _measured(result: Result) -> dict[str, ScaleResult | BeliefResult | ContrastResult]:
    return {**result.scales, **result.beliefs, **result.contrasts}


def _total_weight(result: Result) -> int:
    return sum(s.weight for s in result.scales.values() if s.contribution is not None)


def _cautions(profile: Profile, result: Result) -> str:
    bound = profile.rules.caution_from
    if not result.cautions:
        return words.NO_CAUTIONS.format(bound=bound)
    named = [
        f"{profile.find_scale(each.scale).label} ({words.CAUTION_EFFECTS[each.level]})"
        for each in result.cautions
    ]
    return words.CAUTIONS.format(cautions=join(named), bound=bound)


def _scale_sections(results: ResultBatch, result: Result, spread: float) -> Iterator[Section]:
    """Yield the answers to every scale, and each step from them to its part of the fit."""
    profile = results.key.profile
    answers = results.answers.answers_of(profile, 0)
    measured = _measured(result)
    for scale, keyed_sum in zip(profile.scales, results.tally.total[:, 0].tolist(), strict=True):
        found = measured[scale.id]
        counts = {"answered": found.answered, "items": found.items, "points": profile.points}
        if found.score is None or not found.answered:
            steps = [words.NO_SCORE.format(**counts)]
        else:
            mean = decimal(keyed_sum / found.answered, 4)
            steps = [words.SCORE.format(**counts, mean=mean, score=decimal(found.score))]
        if isinstance(scale, Trait | AntiTrait):
            steps += _contribution(result, scale)
        if found.se is not None:
            error = words.ERROR.format(**counts, spread=decimal(spread, 4), se=decimal(found.se))
            steps.append(error)
        rows = tuple((f"{i.id}: {i.text}", _answer(profile, i, answers)) for i in scale.items)
        yield Section(scale.id, _scale_title(scale), (AnswerList(rows), *map(Paragraph, steps)))


def _scale_title(scale: Scale) -> str:
    match scale:
        case Trait() | AntiTrait():
            return words.SCALE_TITLES[scale.kind].format(label=scale.label, weight=scale.weight)
        case Belief():
            return words.SCALE_TITLES["belief"].format(label=scale.label)
        case Contrast():
            return words.SCALE_TITLES["contrast"].format(label=scale.label)
        case _:
            assert_never(scale)


def _answer(profile: Profile, item: Item, answers: Mapping[str, int | None]) -> str:
    answer = answers[item.id]
    if answer is None:
        return words.BLANK
    template = words.REVERSED if item.reverse else words.ANSWER
    keyed = profile.points + 1 - answer
    return template.format(answer=answer, response=profile.responses[answer - 1], keyed=keyed)


def _contribution(result: Result, scale: Trait | AntiTrait) -> Iterator[str]:
    """Yield the steps from the score of a fit scale to its part of the fit, if there is a fit."""
    found = result.scales[scale.id]
    if found.score is None or found.contribution is None:
        return
    supporting = decimal(support(scale, found.score))
    if isinstance(scale, AntiTrait):
        yield words.SUPPORT.format(score=decimal(found.score), support=supporting)
    yield words.CONTRIBUTION.format(
        weight=found.weight,
        support=supporting,
        total=_total_weight(result),
        contribution=decimal(found.contribution),
    )


def _quality(result: Result) -> Iterator[Block]:
    for name, template in words.INDICES.items():
        value = getattr(result.quality, name)
        yield Paragraph(template.format(words.NONE if value is None else decimal(value, 3)))
    flags = [FLAGS[flag].word for flag in result.quality.flags]
    yield Paragraph(words.FLAGS.format(join(flags) or words.NONE))
