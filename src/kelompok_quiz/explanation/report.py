"""The whole report of one person, section by section in reading order."""

from __future__ import annotations

from kelompok_quiz.explanation.blocks import Headline, Paragraph, Remark, Section, Steps
from kelompok_quiz.explanation.knowledge_sections import belief_section, contrast_section
from kelompok_quiz.explanation.numbers import shown_fit
from kelompok_quiz.explanation.quality_section import quality_section
from kelompok_quiz.explanation.scale_sections import (
    growth_section,
    measure_section,
    strength_section,
)
from kelompok_quiz.explanation.verdict_section import (
    Sheet,
    caution_section,
    verdict_label,
    verdict_section,
)
from kelompok_quiz.profile import Profile
from kelompok_quiz.result import Result
from kelompok_quiz.words import result as say

SHOWN_HASH = 12
"""Characters of the profile's fingerprint that people compare."""


def result_sections(profile: Profile, result: Result, answers: Sheet) -> tuple[Section, ...]:
    """Return the report: the verdict first, and again as its last line.

    `answers` are the person's own by item id. A rejected person gets the reasons alone.
    """
    if result.status == "rejected":
        return (verdict_section(profile, result), _conclusion(profile, result))
    sections = (
        verdict_section(profile, result),
        strength_section(profile, result),
        measure_section(profile, result),
        caution_section(profile, result, answers),
        growth_section(profile, result),
        _change_section(profile, result),
        belief_section(profile, result),
        contrast_section(profile, result),
        quality_section(result),
        _next_steps(profile),
        _limits(profile, result),
        _conclusion(profile, result),
    )
    return tuple(section for section in sections if section)


def _change_section(profile: Profile, result: Result) -> Section | None:
    """What would change the band; not told where the verdict is another than the band."""
    if result.change is None or result.verdict != result.band:
        return None
    up, down = result.change.up, result.change.down
    texts = [
        _move(profile, say.UP, up.verdict, up.steps) if up else say.HIGHEST,
        _move(profile, say.DOWN, down.verdict, down.steps) if down else say.LOWEST,
    ]
    moves = [Paragraph(text) for text in texts]
    return Section("change", say.TITLES["change"], (*moves, Remark(say.CHANGE_LEGEND)))


def _move(profile: Profile, template: str, verdict_id: str, steps: int) -> str:
    return template.format(verdict=profile.find_verdict(verdict_id).label, steps=steps)


def _next_steps(profile: Profile) -> Section:
    steps = Steps(tuple(step.text for step in profile.next_steps))
    return Section("next_steps", say.TITLES["next_steps"], (steps,))


def _limits(profile: Profile, result: Result) -> Section:
    stamp = say.STAMP.format(
        profile=profile.id,
        version=profile.version,
        scoring=result.scoring,
        sha256=result.profile.sha256[:SHOWN_HASH],
    )
    blocks = (Paragraph(profile.disclaimer), Remark(say.NOT_VALIDITY), Remark(stamp))
    return Section("limits", say.TITLES["limits"], blocks)


def _conclusion(profile: Profile, result: Result) -> Section:
    label = verdict_label(profile, result)
    line = say.CONCLUSION.format(verdict=label)
    if result.fit is not None:
        line = say.CONCLUSION_FIT.format(verdict=label, fit=shown_fit(profile, result.fit))
    return Section("conclusion", say.TITLES["conclusion"], (Headline(line),))
