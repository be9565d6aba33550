"""The verdict and why: what lifted, lowered or prevented it, and how sure it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kelompok_quiz.explanation.blocks import (
    HIGHEST,
    LOWEST,
    Answers,
    Band,
    Block,
    Entry,
    Headline,
    Notice,
    Paragraph,
    Remark,
    Section,
    Standing,
)
from kelompok_quiz.explanation.numbers import (
    join,
    percent,
    shown_fit,
    shown_score,
    stability_word,
    whole,
)
from kelompok_quiz.explanation.quality_section import quality_notice
from kelompok_quiz.profile import Profile
from kelompok_quiz.profile.sufficiency import (
    MOST_UNSCORED_TRAITS,
    SCALE_SHARE,
    SHEET_SHARE,
    least_answers,
)
from kelompok_quiz.result import Caution, Result
from kelompok_quiz.words import result as say

Sheet = Mapping[str, int | None]

MOST_REASONED = 3
"""Scales whose reasons are told one by one."""


def verdict_section(profile: Profile, result: Result) -> Section:
    """Return what came out, on what it rests and what stands in its way."""
    blocks = {
        "scored": _scored,
        "undetermined": _undetermined,
        "rejected": _rejected,
    }[result.status](profile, result)
    return Section("verdict", _title(result), tuple(blocks))


def _title(result: Result) -> str:
    """The title, with the person it speaks to where several may stand in one file."""
    title, source = say.TITLES["verdict"], result.source
    if source.file is None:
        return title
    if result.respondent == str(source.row):
        return say.NUMBERED_TITLE.format(title=title, row=source.row)
    return say.NAMED_TITLE.format(title=title, respondent=result.respondent)


def verdict_label(profile: Profile, result: Result) -> str:
    """Return the verdict in words, also where there is none."""
    if result.verdict is not None:
        return profile.find_verdict(result.verdict).label
    return say.REJECTED if result.status == "rejected" else say.UNDETERMINED


def _scored(profile: Profile, result: Result) -> Iterator[Block]:
    standing = _standing(profile, result)
    yield Headline(verdict_label(profile, result), _fit_line(standing), profile.title)
    yield standing
    yield from quality_notice(result)
    if result.verdict != result.band:
        yield Notice(_because(profile, result))
    else:
        yield from _certainty(profile, result)
    if any(caution.level == "all" for caution in result.cautions):
        if result.verdict == result.band:
            yield Notice(say.ALL_TOGETHER)
        yield Paragraph(profile.rules.all_anti_traits_text)
    else:
        yield Paragraph(profile.find_verdict(str(result.verdict)).text)
    for scale_id in result.unscored:
        label = profile.find_scale(scale_id).label
        yield Notice(say.UNSCORED_TRAIT.format(label=label))


def _standing(profile: Profile, result: Result) -> Standing:
    """Where the fit stands among the bands, in the whole numbers that people read."""
    highs = [*(bound - 1 for bound in profile.inner_bounds), HIGHEST]
    bands = tuple(
        Band(verdict.label, verdict.floor, high, verdict.id == result.band)
        for verdict, high in zip(profile.verdicts, highs, strict=True)
    )
    error = whole(result.fit_se) if result.fit_se else None
    return Standing(shown_fit(profile, result.fit or 0), error, bands)


def _fit_line(standing: Standing) -> str:
    if not standing.error:
        return say.FIT.format(fit=standing.value)
    low, high = standing.range
    return say.FIT_WITH_ERROR.format(fit=standing.value, low=low, high=high)


def _because(profile: Profile, result: Result) -> str:
    """Why the verdict is not the band: one cap or more, or every anti-trait at once."""
    caps = [profile.find_scale(c.scale).label for c in result.cautions if c.level == "cap"]
    reason = say.CAP_REASON.format(labels=join(caps)) if caps else say.ALL_REASON
    return say.BECAUSE.format(
        band=profile.find_verdict(str(result.band)).label,
        verdict=verdict_label(profile, result),
        reason=reason,
    )


def _certainty(profile: Profile, result: Result) -> Iterator[Block]:
    word = stability_word(result.stability)
    yield Paragraph(say.STABILITY[word].format(percent=percent(result.stability or 0)))
    if result.between and word == "border":
        lower, upper = map(profile.find_verdict, result.between)
        yield Notice(say.BETWEEN.format(lower=lower.label, upper=upper.label, bound=upper.floor))


def _undetermined(profile: Profile, result: Result) -> Iterator[Block]:
    yield Headline(say.UNDETERMINED, say.UNDETERMINED_DETAIL, profile.title)
    answered = sum(scale.answered or 0 for scale in result.scales.values())
    items = sum(scale.items for scale in result.scales.values())
    needed = least_answers(SHEET_SHARE, items)
    if answered < needed:
        counts = {"answered": answered, "items": items, "needed": needed}
        yield Notice(say.TOO_FEW_ANSWERS.format(**counts))
    yield from map(Notice, _blocking_scales(profile, result))
    yield from quality_notice(result)


def _blocking_scales(profile: Profile, result: Result) -> list[str]:
    """Which unscored scales forbid a verdict: each with its reason, many by name alone."""
    traits = [i for i in result.unscored if result.scales[i].kind == "trait"]
    excused = traits if len(traits) <= MOST_UNSCORED_TRAITS else []
    blocking = [scale_id for scale_id in result.unscored if scale_id not in excused]
    if len(blocking) <= MOST_REASONED:
        return [_blocking(profile, result, scale_id) for scale_id in blocking]
    labels = join([profile.find_scale(scale_id).label for scale_id in blocking])
    return [say.BLOCKING_SCALES.format(labels=labels)]


def _blocking(profile: Profile, result: Result, scale_id: str) -> str:
    scale = result.scales[scale_id]
    needed = least_answers(SCALE_SHARE, scale.items)
    reason = say.SCALE_ONE_SIDED
    if (scale.answered or 0) < needed:
        counts = {"answered": scale.answered, "items": scale.items, "needed": needed}
        reason = say.SCALE_TOO_FEW.format(**counts)
    return say.BLOCKING_SCALE.format(label=profile.find_scale(scale_id).label, reason=reason)


def _rejected(profile: Profile, result: Result) -> Iterator[Block]:
    yield Headline(say.REJECTED, say.REJECTED_DETAIL, profile.title)
    for problem in result.problems:
        yield Entry(problem.column or problem.code, problem.message)


def caution_section(profile: Profile, result: Result, answers: Sheet) -> Section | None:
    """Return each caution with what it did and the answers behind it; None without one."""
    if not result.cautions:
        return None
    blocks: list[Block] = []
    for caution in result.cautions:
        scale = profile.find_scale(caution.scale)
        blocks.append(Entry(scale.label, _caution_text(profile, result, caution)))
        blocks.append(Remark(say.ANSWERS_BEHIND))
        blocks.append(Answers(answer_rows(profile, caution.scale, answers)))
    return Section("cautions", say.TITLES["cautions"], tuple(blocks))


def _caution_text(profile: Profile, result: Result, caution: Caution) -> str:
    measured = result.scales[caution.scale]
    lowest = result.band == profile.verdicts[0].id
    known_error = bool(measured.se)
    template = {
        "watch": say.WATCH if known_error else say.WATCH_WITHOUT_ERROR,
        "cap": say.CAP if known_error else say.CAP_WITHOUT_ERROR,
        "all": say.ALL,
    }[caution.level]
    if caution.level == "cap" and lowest:
        template = say.CAP_AT_LOWEST
    score, bound = measured.score or 0, profile.rules.caution_from
    low, high = _error_bounds(score, measured.se or 0, bound)
    shown = shown_score(profile, caution.scale, score)
    return template.format(score=shown, low=low, high=high, bound=bound)


def _error_bounds(score: float, error: float, bound: int) -> tuple[int, int]:
    """The range that an error leaves, its lower end on its own side of the bound."""
    return whole(max(LOWEST, score - error), [bound]), whole(min(HIGHEST, score + error))


def answer_rows(profile: Profile, scale_id: str, answers: Sheet) -> tuple[tuple[str, str], ...]:
    """Return (statement, response) for every answered item of a scale."""
    return tuple(
        (item.text, profile.responses[answer - 1])
        for item in profile.find_scale(scale_id).items
        if (answer := answers.get(item.id))
    )
