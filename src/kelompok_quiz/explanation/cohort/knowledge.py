"""What a group believes about the job, and which job it leans to."""

from __future__ import annotations

from collections.abc import Iterator

from kelompok_quiz.cohort import BeliefFigures, Recap
from kelompok_quiz.explanation.blocks import Answers, Block, Paragraph, Share, Shares
from kelompok_quiz.explanation.numbers import thousands
from kelompok_quiz.profile import Belief, Profile
from kelompok_quiz.words import recap as say

MOST_STATEMENTS = 2
"""Statements shown for a belief; the others are in the other outputs."""


def belief_blocks(profile: Profile, recap: Recap) -> Iterator[Block]:
    """Yield how many still believe each claim, and the statements most often got wrong."""
    for belief in profile.beliefs:
        figures = recap.beliefs[belief.id]
        read = figures.myth + figures.mixed + figures.realistic
        if read:
            yield Shares(read, (Share(say.MYTH.format(label=belief.label), figures.myth),))
            yield Paragraph(say.CLAIM.format(claim=belief.claim))
            yield Answers(tuple(_statements(belief, figures)))


def _statements(belief: Belief, figures: BeliefFigures) -> Iterator[tuple[str, str]]:
    """The statements that most answered on the side of the claim, with what these answered."""
    counts = figures.items
    for item in sorted(belief.items, key=lambda item: -counts[item.id].believing)[:MOST_STATEMENTS]:
        found = counts[item.id]
        if found.believing:
            answer = say.DISAGREEING if item.reverse else say.AGREEING
            yield item.text, answer.format(count=thousands(found.believing), n=thousands(found.n))


def contrast_blocks(profile: Profile, recap: Recap) -> Iterator[Block]:
    """Yield how many lean to this job, to a sibling job, or to neither."""
    for contrast in profile.contrasts:
        counts = recap.contrasts[contrast.id]
        if sum(counts.values()) > counts["unread"]:
            shown = {name: thousands(n) for name, n in counts.items()}
            yield Paragraph(say.LEANINGS.format(**shown, label=contrast.label))
