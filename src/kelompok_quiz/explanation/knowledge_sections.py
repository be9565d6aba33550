"""Beliefs about the job and the sibling job: knowledge and leaning, no part of the fit."""

from __future__ import annotations

from kelompok_quiz.explanation.blocks import Block, Card, Paragraph, Remark, Section
from kelompok_quiz.explanation.job_card import comparison
from kelompok_quiz.explanation.numbers import shown_score
from kelompok_quiz.profile import Profile
from kelompok_quiz.result import Result
from kelompok_quiz.words import result as say


def belief_section(profile: Profile, result: Result) -> Section | None:
    """Return a card for every belief, with what this person's answers say about it."""
    if not profile.beliefs:
        return None
    cards = tuple(
        Card(belief.label, belief.claim, belief.reality, _reading(profile, result, belief.id))
        for belief in profile.beliefs
    )
    return Section("beliefs", say.TITLES["beliefs"], (Remark(say.KNOWLEDGE), *cards))


def _reading(profile: Profile, result: Result, belief_id: str) -> str:
    measured = result.beliefs[belief_id]
    score = shown_score(profile, belief_id, measured.score or 0)
    return say.READINGS[measured.reading].format(score=score)


def contrast_section(profile: Profile, result: Result) -> Section | None:
    """Return the sibling jobs side by side with the leaning of the answers."""
    if not profile.contrasts:
        return None
    blocks: list[Block] = []
    for contrast in profile.contrasts:
        measured = result.contrasts[contrast.id]
        score = shown_score(profile, contrast.id, measured.score or 0)
        names = {"this": profile.title, "that": contrast.label, "score": score}
        blocks.append(Paragraph(say.LEANINGS[measured.leaning].format(**names)))
        blocks.append(comparison(profile, contrast))
    return Section("contrasts", say.TITLES["contrasts"], tuple(blocks))
