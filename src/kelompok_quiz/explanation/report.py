"""The report about one person, section by section in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kelompok_quiz.explanation.blocks import (
    HIGHEST,
    Block,
    Card,
    Paragraph,
    Section,
    Steps,
)
from kelompok_quiz.explanation.job_card import comparison
from kelompok_quiz.explanation.numbers import join, shown_fit, shown_score, whole
from kelompok_quiz.explanation.own_answers import discussion_section, task_section
from kelompok_quiz.explanation.scales import (
    caution_section,
    direction,
    direction_section,
    measure_section,
    weakest_scale,
)
from kelompok_quiz.explanation.verdict import is_doubtful, verdict_label, verdict_section
from kelompok_quiz.profile.model import Belief, Contrast, Profile
from kelompok_quiz.result.batch import NEUTRAL
from kelompok_quiz.result.record import Result
from kelompok_quiz.words import result as words

MOST_STEPS = 2
"""Steps that are given: more are not taken."""


def result_sections(
    profile: Profile, result: Result, answers: Mapping[str, int | None]
) -> tuple[Section, ...]:
    """Return the report: the verdict first, and again as its last line.

    `answers` are the person's own by item id. A rejected person gets the reasons alone, and one
    whose way of answering is in doubt nothing that this takes back.
    """
    if result.status == "rejected":
        return (verdict_section(profile, result), _conclusion(profile, result))
    trusted = not is_doubtful(result)
    sections = (
        verdict_section(profile, result),
        task_section(profile, answers, read=trusted),
        direction_section(profile, result) if trusted else None,
        measure_section(profile, result),
        caution_section(profile, result),
        _belief_section(profile, result, answers),
        _contrast_section(profile, result),
        discussion_section(profile, answers) if trusted else None,
        Section("next_steps", words.TITLES["next_steps"], (Steps(_steps(profile, result)),)),
        Section("limits", words.TITLES["limits"], (Paragraph(profile.disclaimer),)),
        _conclusion(profile, result),
    )
    return tuple(section for section in sections if section)


def _belief_section(
    profile: Profile, result: Result, answers: Mapping[str, int | None]
) -> Section | None:
    """Return claim and reality of every belief, or one line if the person sees it rightly."""
    blocks: list[Block] = []
    for belief in profile.beliefs:
        reading: str | None = result.beliefs[belief.id].reading
        if is_doubtful(result):
            reading = "doubtful"
        if reading == "realistic":
            blocks.append(Paragraph(words.REALISTIC.format(label=belief.label)))
            continue
        if reading == "mixed" and not _is_two_sided(profile, belief, answers):
            reading = "middling"
        blocks.append(Card("", belief.claim, belief.reality, words.READINGS[reading]))
    return Section("beliefs", words.TITLES["beliefs"], tuple(blocks)) if blocks else None


def _is_two_sided(profile: Profile, belief: Belief, answers: Mapping[str, int | None]) -> bool:
    """Whether one answer believes the claim and another does not."""
    beyond = [
        (2 * answer - profile.points - 1) * (-1 if item.reverse else 1)
        for item in belief.items
        if (answer := answers.get(item.id))
    ]
    return max(beyond, default=0) > 0 > min(beyond, default=0)


def _contrast_section(profile: Profile, result: Result) -> Section | None:
    """Return what sets the sibling jobs apart, and to which side the person leans."""
    blocks: list[Block] = []
    for contrast in profile.contrasts:
        blocks += [Paragraph(contrast.this), Paragraph(contrast.that)]
        if not is_doubtful(result):
            blocks += map(Paragraph, _leaning(profile, result, contrast))
        blocks.append(comparison(profile, contrast))
    return Section("contrasts", words.TITLES["contrasts"], tuple(blocks)) if blocks else None


def _leaning(profile: Profile, result: Result, contrast: Contrast) -> Iterator[str]:
    """Yield the leaning, and what it means where the verdict says otherwise."""
    measured = result.contrasts[contrast.id]
    score, error = measured.score or 0, measured.se or 0
    names = {
        "this": profile.title,
        "that": contrast.label,
        "score": shown_score(profile, contrast.id, score),
        "error": whole(error),
    }
    yield words.LEANINGS[measured.leaning].format(**names)
    conflict = (_side(profile, result), measured.leaning)
    if conflict in words.LEANING_CONFLICTS:
        yield words.LEANING_CONFLICTS[conflict].format(**names)


def _side(profile: Profile, result: Result) -> str | None:
    """Return whether all of the verdict's band lies on one side of the middle."""
    if result.verdict is None:
        return None
    floor = _floor(profile, result.verdict)
    if floor >= NEUTRAL:
        return "for"
    upper = min((bound for bound in profile.inner_bounds if bound > floor), default=HIGHEST)
    return "against" if upper <= NEUTRAL else None


def _steps(profile: Profile, result: Result) -> tuple[str, ...]:
    """What to do first: for the verdict, then for the scale that supports the job least.

    Answers that are too few or in doubt come before anything else.
    """
    if result.verdict is None:
        return (words.FILL_GAPS, *(step.text for step in profile.common_steps))[:MOST_STEPS]
    steps = [step.text for step in profile.find_steps(result.verdict)]
    if is_doubtful(result):
        return (words.RETAKE_STEP, *steps)[:MOST_STEPS]
    weakest = weakest_scale(profile, result)
    if weakest:
        growth = words.GROWTH.format(label=weakest.good_end, growth=weakest.growth)
        steps = [*steps[: MOST_STEPS - 1], growth]
    return tuple(steps[:MOST_STEPS])


def _conclusion(profile: Profile, result: Result) -> Section:
    """Return the verdict as a title, with one strength and where to begin."""
    label = verdict_label(profile, result)
    title = words.CONCLUSION.format(verdict=label)
    if result.fit is not None:
        template = words.CONCLUSION_FIT
        if is_doubtful(result):
            template = words.CONCLUSION_DOUBTFUL
        elif _floor(profile, result.verdict) < _floor(profile, result.band):
            template = words.CONCLUSION_LOWERED
        title = template.format(verdict=label, fit=shown_fit(profile, result.fit))
    if result.status == "rejected":
        return Section("conclusion", title, ())
    leading = () if is_doubtful(result) else direction(profile, result).leading
    template = words.STRENGTH_AND_STEP if leading else words.STEP_ALONE
    labels = join([scale.good_end for scale in leading[0]] if leading else [])
    return Section("conclusion", title, (Paragraph(template.format(labels=labels)),))


def _floor(profile: Profile, verdict: str | None) -> int:
    return profile.find_verdict(str(verdict)).floor  # a result with a fit has both
