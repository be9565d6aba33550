"""The recap of a group, section by section: what to praise, to train, to talk about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kelompok_quiz.cohort import FEWEST, Recap
from kelompok_quiz.explanation.blocks import (
    Block,
    Headline,
    Legend,
    Measure,
    Measures,
    Notice,
    Paragraph,
    Section,
    Share,
    Shares,
)
from kelompok_quiz.explanation.cohort.areas import (
    LEAST_DIFFERENCE,
    Area,
    are_alike,
    ends,
    ranked_areas,
)
from kelompok_quiz.explanation.cohort.groups import group_blocks
from kelompok_quiz.explanation.cohort.knowledge import belief_blocks, contrast_blocks
from kelompok_quiz.explanation.cohort.trust import trust_blocks
from kelompok_quiz.explanation.numbers import level, shown_score, thousands, whole
from kelompok_quiz.profile import Profile, Scale
from kelompok_quiz.words import recap as say
from kelompok_quiz.words.result import (
    ANTI_TRAITS,
    ANTI_TRAITS_HINT,
    LEVELS,
    TRAITS,
    TRAITS_HINT,
)

MOST_NAMED = 2
"""Areas named at either end."""
FEW = 10
"""People from which a mean is no longer moved far by one of them."""
MOST_LOW = 0.25
"""Share of low-quality sheets above which the recap says more about the answering."""


def recap_sections(profile: Profile, recap: Recap) -> tuple[Section, ...]:
    """Return what there is to tell about a group; sections without content are left out."""
    blocks: dict[str, Iterator[Block]] = {
        "people": _people(profile, recap),
        "scales": _scales(profile, recap),
        "beliefs": belief_blocks(profile, recap),
        "contrasts": contrast_blocks(profile, recap),
        "groups": group_blocks(profile, recap),
        "trust": trust_blocks(profile, recap),
    }
    names = {"title": profile.title, "per": recap.per}
    return tuple(
        Section(id_, say.TITLES[id_].format(**names), told)
        for id_, found in blocks.items()
        if (told := tuple(found))
    )


def _people(profile: Profile, recap: Recap) -> Iterator[Block]:
    names = ("n", "scored", "undetermined", "rejected")
    yield Headline(say.PEOPLE.format(**{name: thousands(getattr(recap, name)) for name in names}))
    if recap.n < FEWEST:
        yield Notice(say.VERY_FEW.format(fewest=FEWEST))
    elif recap.n < FEW:
        yield Notice(say.FEW)
    if recap.quality.low > MOST_LOW * (recap.n - recap.rejected):
        low, people = thousands(recap.quality.low), thousands(recap.n - recap.rejected)
        yield Notice(say.MANY_LOW.format(low=low, people=people))
    if not recap.scored:
        yield Paragraph(say.NO_RESULTS)
        return
    verdicts = reversed(profile.verdicts)
    shares = tuple(Share(verdict.label, recap.verdicts[verdict.id]) for verdict in verdicts)
    yield Shares(recap.scored, shares)


def _scales(profile: Profile, recap: Recap) -> Iterator[Block]:
    means = {scale.id: recap.scales[scale.id].scored.mean for scale in profile.fit_scales}
    if all(mean is None for mean in means.values()):
        yield Paragraph(say.NO_SCORES)
        return
    spread = any(recap.scales[id_].scored.sd is not None for id_ in means)
    yield Legend(say.LEGEND_MEAN, say.LEGEND_SPREAD if spread else "")
    for label, hint, scales in (
        (TRAITS, TRAITS_HINT, profile.traits),
        (ANTI_TRAITS, ANTI_TRAITS_HINT, profile.anti_traits),
    ):
        rows = tuple(_measure(profile, recap, scale) for scale in scales)
        yield Measures(label, hint, say.SPREAD if spread else "", rows)
    yield from _ends(profile, ranked_areas(profile, means))


def _ends(profile: Profile, areas: Sequence[Area]) -> Iterator[Block]:
    if areas and are_alike(areas):
        yield Paragraph(say.ALL_ALIKE.format(points=LEAST_DIFFERENCE))
    elif areas:
        strong, weak = ends(profile, areas, MOST_NAMED)
        yield Paragraph(say.PRAISE.format(areas=strong))
        yield Paragraph(say.TRAIN.format(areas=weak))


def _measure(profile: Profile, recap: Recap, scale: Scale) -> Measure:
    scored = recap.scales[scale.id].scored
    if scored.mean is None:
        return Measure(scale.label, None, None, say.NO_MEAN)
    return Measure(
        scale.label,
        shown_score(profile, scale.id, scored.mean),
        None if scored.sd is None else whole(scored.sd),
        LEVELS[level(scored.mean)],
    )
