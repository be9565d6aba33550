"""The job card: the work, whom it suits, and what people get wrong about it. No quiz needed."""

from __future__ import annotations

from collections.abc import Iterator

from kelompok_quiz.explanation.blocks import (
    Block,
    Card,
    Comparison,
    Entry,
    Headline,
    Paragraph,
    Section,
    Steps,
)
from kelompok_quiz.explanation.numbers import join
from kelompok_quiz.profile.model import Contrast, Profile, Trait
from kelompok_quiz.words import job as words
from kelompok_quiz.words.result import OPPOSITES


def job_card_sections(profile: Profile) -> tuple[Section, ...]:
    """Return everything a profile says about its job, without what depends on answers."""
    steps = tuple(step.text for step in profile.common_steps)  # others speak of a verdict
    blocks: dict[str, tuple[Block, ...]] = {
        "job": (Headline(profile.title), Paragraph(profile.summary)),
        "tasks": tuple(Entry(task.label, task.text) for task in profile.tasks),
        "suits": tuple(Entry(trait.label, _suiting(profile, trait)) for trait in profile.traits),
        "suits_not": (
            *(Entry(t.label, _cited(profile, t.source)) for t in profile.anti_traits),
            # Directly below: its clause speaks of the hindrances above ("ketiganya").
            Entry(words.TOGETHER, _cited(profile, profile.rules.source)),
            *_opposites(profile),
        ),
        "beliefs": tuple(Card(b.label, b.claim, b.reality) for b in profile.beliefs),
        "contrasts": tuple(
            block
            for contrast in profile.contrasts
            for block in (
                Paragraph(contrast.this),
                Paragraph(contrast.that),
                comparison(profile, contrast),
            )
        ),
        "next_steps": (Steps(steps),) if steps else (),
        "limits": (Paragraph(profile.disclaimer),),
    }
    return tuple(Section(id_, words.TITLES[id_], found) for id_, found in blocks.items() if found)


def comparison(profile: Profile, contrast: Contrast) -> Comparison:
    """Return the aspects in which the job and its sibling differ."""
    rows = tuple((row.aspect, row.this, row.that) for row in contrast.aspects)
    return Comparison(profile.title, contrast.label, rows)


def _suiting(profile: Profile, trait: Trait) -> str:
    """The clauses of a trait; one that cites every task refers to them, as they come before it."""
    tasks = {clause for task in profile.tasks for clause in task.source}
    return words.ALL_TASKS if tasks <= {*trait.source} else _cited(profile, trait.source)


def _opposites(profile: Profile) -> Iterator[Paragraph]:
    """The good ends of the anti-traits that name one."""
    labels = [trait.opposite for trait in profile.anti_traits if trait.opposite]
    if labels:
        yield Paragraph(OPPOSITES.format(labels=join(labels)))


def _cited(profile: Profile, source: tuple[str, ...]) -> str:
    """The clauses that an element names as its source, in its order."""
    return " ".join(profile.clauses[clause] for clause in source)
