"""The verdict and why: what lowered or prevented it, how certain it is, how it was answered."""

from __future__ import annotations

from collections.abc import Iterator

from kelompok_quiz.explanation.blocks import (
    HIGHEST,
    Band,
    Block,
    Entry,
    Headline,
    Notice,
    Paragraph,
    Section,
    Standing,
)
from kelompok_quiz.explanation.numbers import (
    MIDDLE,
    decimal,
    join,
    level,
    percent,
    shown_fit,
    stability_word,
    whole,
)
from kelompok_quiz.explanation.scales import direction
from kelompok_quiz.profile.model import Profile
from kelompok_quiz.profile.sufficiency import (
    MOST_UNSCORED_TRAITS,
    SCALE_SHARE,
    VERDICT_SHARE,
    least_answers,
)
from kelompok_quiz.result.batch import DECIMALS, NEUTRAL
from kelompok_quiz.result.record import Change, Result
from kelompok_quiz.scoring.quality import FEWEST_FOR_FLAGS, LONG_STRING
from kelompok_quiz.words import result as words

HIGHEST_CHANCE = 0.95
"""A higher chance is given as more than this one: the model itself is not that certain."""
MOST_ASKED = 2
"""Flags that are asked about; more would read as an accusation."""
MOST_REASONED = 3
"""Unscored scales that get a reason each; more are listed by name."""


def verdict_section(profile: Profile, result: Result) -> Section:
    """Return the verdict with its reasons, or why there is none."""
    blocks = {
        "scored": _scored,
        "undetermined": _undetermined,
        "rejected": _rejected,
    }[result.status](profile, result)
    return Section("verdict", _title(result), tuple(blocks))


def verdict_label(profile: Profile, result: Result) -> str:
    """Return the verdict in words, or the words for having none."""
    if result.verdict is not None:
        return profile.find_verdict(result.verdict).label
    return words.REJECTED if result.status == "rejected" else words.UNDETERMINED


def _title(result: Result) -> str:
    """The title names the person only for answers from a file, which may hold several people."""
    title, source = words.TITLES["verdict"], result.source
    if source.file is None:
        return title
    if result.respondent == str(source.row):
        return words.NUMBERED_TITLE.format(title=title, row=source.row)
    return words.NAMED_TITLE.format(title=title, respondent=result.respondent)


def is_doubtful(result: Result) -> bool:
    """Return whether a strong flag takes back what the scores would say about the person."""
    return result.quality.level == "low"


def _scored(profile: Profile, result: Result) -> Iterator[Block]:
    standing = _standing(profile, result)
    low, high = standing.range
    judged = (result.answered or 0) >= FEWEST_FOR_FLAGS
    well = judged and not result.quality.flags
    template = words.FIT_ANSWERED_WELL if well else words.FIT
    fit = template.format(fit=standing.value, low=low, high=high)
    yield Headline(verdict_label(profile, result), fit, profile.title)
    yield standing
    yield from _quality_notice(result)
    if result.verdict != result.band:
        yield Notice(_because(profile, result))
    elif not is_doubtful(result):
        yield from _certainty(profile, result)
    yield from map(Paragraph, _meaning(profile, result))
    for scale_id in result.unscored:
        label = profile.find_scale(scale_id).label
        yield Notice(words.UNSCORED_TRAIT.format(label=label))


def _meaning(profile: Profile, result: Result) -> Iterator[str]:
    """Yield the text of the verdict, or one that is truer of a rule or of a neutral sheet.

    Of answers in doubt only neutral scores are described.
    """
    if _is_neutral(profile, result):
        yield words.NEUTRAL_SHEET
    elif is_doubtful(result):
        return
    elif any(caution.level == "all" for caution in result.cautions):
        yield profile.rules.all_anti_traits_text
    elif result.verdict != result.band:
        yield words.LOWERED
    else:
        yield profile.find_verdict(str(result.verdict)).text  # a scored result has one


def _is_neutral(profile: Profile, result: Result) -> bool:
    """Whether the fit and every scale are near the middle, none speaking for a side."""
    found = direction(profile, result)
    middling = all(
        scale.score is not None and level(scale.score) == MIDDLE for scale in result.scales.values()
    )
    near = abs((result.fit or 0) - NEUTRAL) <= (result.fit_se or 0)
    return near and middling and not (found.supporting or found.holding or result.cautions)


def _standing(profile: Profile, result: Result) -> Standing:
    """The fit among the bands, which end in whole numbers: one below the next floor."""
    highs = [*(bound - 1 for bound in profile.inner_bounds), HIGHEST]
    bands = tuple(
        Band(verdict.label, verdict.floor, high, verdict.id == result.band)
        for verdict, high in zip(profile.verdicts, highs, strict=True)
    )
    return Standing(shown_fit(profile, result.fit or 0), whole(result.fit_se or 0), bands)


def _because(profile: Profile, result: Result) -> str:
    """Why the verdict is not the band: one cap or more, or every anti-trait at once."""
    caps = [profile.find_scale(c.scale).label for c in result.cautions if c.level == "cap"]
    reason = words.CAP_REASON.format(labels=join(caps)) if caps else words.ALL_REASON
    return words.BECAUSE.format(
        band=profile.find_verdict(str(result.band)).label,
        verdict=verdict_label(profile, result),
        reason=reason,
    )


def _certainty(profile: Profile, result: Result) -> Iterator[Block]:
    """Yield how sure the band is; on a border also what would change it."""
    stability = result.stability or 0
    word = stability_word(stability)
    if word != "border":
        chance = words.CHANCE.format(percent=percent(stability))
        if round(stability, DECIMALS) > HIGHEST_CHANCE:
            chance = words.HIGH_CHANCE.format(percent=percent(HIGHEST_CHANCE))
        yield Paragraph(words.STABILITY[word].format(chance=chance))
        return
    if result.between:
        lower, upper = map(profile.find_verdict, result.between)
        yield Notice(words.BETWEEN.format(lower=lower.label, upper=upper.label, bound=upper.floor))
    else:
        yield Notice(words.BORDER.format(chance=words.CHANCE.format(percent=percent(stability))))
    change = result.change or Change(None, None)  # a scored result has one
    for template, move in ((words.UP, change.up), (words.DOWN, change.down)):
        if move and (result.between is None or move.verdict in result.between):
            label = profile.find_verdict(move.verdict).label
            yield Paragraph(template.format(steps=move.steps, verdict=label))


def _undetermined(profile: Profile, result: Result) -> Iterator[Block]:
    yield Headline(words.UNDETERMINED, words.UNDETERMINED_DETAIL, profile.title)
    answered = sum(scale.answered or 0 for scale in result.scales.values())
    items = sum(scale.items for scale in result.scales.values())
    needed = least_answers(VERDICT_SHARE, items)
    if answered < needed:
        counts = {"answered": answered, "items": items, "needed": needed}
        yield Notice(words.TOO_FEW_ANSWERS.format(**counts))
    yield from map(Notice, _blocking_scales(profile, result))
    if result.quality.flags != ("incomplete",):  # that is what prevents a verdict
        yield from _quality_notice(result)


def _blocking_scales(profile: Profile, result: Result) -> Iterator[str]:
    """Name the unscored scales that prevent a verdict; a few unscored traits do not."""
    traits = [i for i in result.unscored if result.scales[i].kind == "trait"]
    excused = traits if len(traits) <= MOST_UNSCORED_TRAITS else []
    blocking = [scale_id for scale_id in result.unscored if scale_id not in excused]
    labels = [profile.find_scale(scale_id).label for scale_id in blocking]
    if len(blocking) > MOST_REASONED:
        yield words.BLOCKING_SCALES.format(labels=join(labels))
        return
    for label, scale_id in zip(labels, blocking, strict=True):
        scale, reason = result.scales[scale_id], words.SCALE_ONE_SIDED
        needed = least_answers(SCALE_SHARE, scale.items)
        if (scale.answered or 0) < needed:
            counts = {"answered": scale.answered, "items": scale.items, "needed": needed}
            reason = words.SCALE_TOO_FEW.format(**counts)
        yield words.BLOCKING_SCALE.format(label=label, reason=reason)


def _rejected(profile: Profile, result: Result) -> Iterator[Block]:
    yield Headline(words.REJECTED, words.REJECTED_DETAIL, profile.title)
    for problem in result.problems:
        yield Entry((problem.column or problem.code).rstrip("."), problem.message)


def _quality_notice(result: Result) -> Iterator[Block]:
    """Yield a caveat about how the quiz was answered, with an offer to answer again."""
    quality = result.quality
    template = {"low": words.LOW_QUALITY, "note": words.NOTED_QUALITY}.get(quality.level or "")
    if template:
        questions = (
            _question(flag, result).format(
                longstring=quality.longstring,
                seconds=decimal(quality.median_seconds or 0, 1),
                missing=result.items - (result.answered or 0),
                items=result.items,
            )
            for flag in quality.flags[:MOST_ASKED]  # strong ones come first
        )
        yield Notice(template.format(reason=" ".join(questions), retake=words.RETAKE))


def _question(flag: str, result: Result) -> str:
    """The question a flag asks; a straight line is a long run or hardly any spread."""
    run = (result.quality.longstring or 0) >= LONG_STRING
    return words.LITTLE_SPREAD if flag == "straight_line" and not run else words.FLAGS[flag]
