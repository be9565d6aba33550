"""The report about one person, section by section in reading order."""

from __future__ import annotations

from collections.abc import Mapping

from kelompok_quiz.explanation.blocks import (
    Block,
    Card,
    Headline,
    Paragraph,
    Remark,
    Section,
    Steps,
)
from kelompok_quiz.explanation.job_card import comparison
from kelompok_quiz.explanation.numbers import shown_fit, shown_score
from kelompok_quiz.explanation.scales import (
    caution_section,
    growth_section,
    measure_section,
    strength_section,
)
from kelompok_quiz.explanation.verdict import verdict_label, verdict_section
from kelompok_quiz.profile.model import Profile
from kelompok_quiz.result.record import Move, Result
from kelompok_quiz.words import result as words

SHOWN_HASH = 12
"""Characters of the profile's fingerprint, enough for people to compare."""


def result_sections(
    profile: Profile, result: Result, answers: Mapping[str, int | None]
) -> tuple[Section, ...]:
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
        _belief_section(profile, result),
        _contrast_section(profile, result),
        Section("quality", words.TITLES["quality"], (Paragraph(_quality_finding(result)),)),
        Section(
            "next_steps",
            words.TITLES["next_steps"],
            (Steps(tuple(step.text for step in profile.next_steps)),),
        ),
        _limits(profile, result),
        _conclusion(profile, result),
    )
    return tuple(section for section in sections if section)


def _change_section(profile: Profile, result: Result) -> Section | None:
    """What would change the band; left out if cautions make the verdict another than the band."""
    if result.change is None or result.verdict != result.band:
        return None
    up, down = result.change.up, result.change.down
    texts = (
        _move(profile, words.UP, up) if up else words.HIGHEST,
        _move(profile, words.DOWN, down) if down else words.LOWEST,
    )
    blocks: tuple[Block, ...] = (*map(Paragraph, texts), Remark(words.CHANGE_LEGEND))
    return Section("change", words.TITLES["change"], blocks)


def _move(profile: Profile, template: str, move: Move) -> str:
    return template.format(verdict=profile.find_verdict(move.verdict).label, steps=move.steps)


def _belief_section(profile: Profile, result: Result) -> Section | None:
    if not profile.beliefs:
        return None
    cards: list[Block] = []
    for belief in profile.beliefs:
        measured = result.beliefs[belief.id]
        score = shown_score(profile, belief.id, measured.score or 0)
        reading = words.READINGS[measured.reading].format(score=score)
        cards.append(Card(belief.label, belief.claim, belief.reality, reading))
    return Section("beliefs", words.TITLES["beliefs"], (Remark(words.KNOWLEDGE), *cards))


def _contrast_section(profile: Profile, result: Result) -> Section | None:
    if not profile.contrasts:
        return None
    blocks: list[Block] = []
    for contrast in profile.contrasts:
        measured = result.contrasts[contrast.id]
        score = shown_score(profile, contrast.id, measured.score or 0)
        names = {"this": profile.title, "that": contrast.label, "score": score}
        blocks.append(Paragraph(words.LEANINGS[measured.leaning].format(**names)))
        blocks.append(comparison(profile, contrast))
    return Section("contrasts", words.TITLES["contrasts"], tuple(blocks))


def _quality_finding(result: Result) -> str:
    finding = words.FLAGGED_QUALITY if result.quality.flags else words.GOOD_QUALITY
    return words.ANSWERED.format(answered=result.answered, items=result.items, finding=finding)


def _limits(profile: Profile, result: Result) -> Section:
    stamp = words.STAMP.format(
        profile=profile.id,
        version=profile.version,
        scoring=result.scoring,
        sha256=result.profile.sha256[:SHOWN_HASH],
    )
    blocks = (Paragraph(profile.disclaimer), Remark(words.NOT_VALIDITY), Remark(stamp))
    return Section("limits", words.TITLES["limits"], blocks)


def _conclusion(profile: Profile, result: Result) -> Section:
    label = verdict_label(profile, result)
    line = words.CONCLUSION.format(verdict=label)
    if result.fit is not None:
        line = words.CONCLUSION_FIT.format(verdict=label, fit=shown_fit(profile, result.fit))
    return Section("conclusion", words.TITLES["conclusion"], (Headline(line),))
