"""Groups side by side in the order of their names, with their strongest and weakest scales."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from kelompok_quiz.cohort.recap import Group, Recap
from kelompok_quiz.cohort.suppression import FEWEST
from kelompok_quiz.explanation.blocks import Block, Facts, Grid, Paragraph, Remark
from kelompok_quiz.explanation.numbers import join, shown_score, thousands
from kelompok_quiz.explanation.scales import FitScale, by_support, support
from kelompok_quiz.profile.model import Profile, Trait
from kelompok_quiz.words import recap as words
from kelompok_quiz.words.result import UNDETERMINED

Cells: TypeAlias = tuple[str | None, ...]

MOST_NAMED = 2
"""Scales named at either end."""
LEAST_DIFFERENCE = 5
"""Points between the strongest and the weakest scale below which the order is mostly chance."""


def ends(profile: Profile, means: Mapping[str, float | None]) -> tuple[str, str] | None:
    """Return the strongest and the weakest scales, each as a list in running text.

    No scale is in both lists. Both are empty if all scales are nearly alike; None with fewer than
    two means, since a single scale is neither strong nor weak.
    """
    ranked = by_support(profile, means)
    if len(ranked) < 2:  # noqa: PLR2004 - an order needs two
        return None
    if support(*ranked[0]) - support(*ranked[-1]) < LEAST_DIFFERENCE:
        return "", ""
    most = min(MOST_NAMED, len(ranked) // 2)
    return (
        _listed(profile, ranked[:most], words.STRONG_TRAIT, words.STRONG_ANTI_TRAIT),
        _listed(profile, ranked[: -most - 1 : -1], words.WEAK_TRAIT, words.WEAK_ANTI_TRAIT),
    )


def _listed(
    profile: Profile, scales: Sequence[tuple[FitScale, float]], trait: str, anti_trait: str
) -> str:
    return join(
        [
            (trait if isinstance(scale, Trait) else anti_trait).format(
                label=scale.label, score=shown_score(profile, scale.id, mean)
            )
            for scale, mean in scales
        ]
    )


def group_blocks(profile: Profile, recap: Recap) -> Iterator[Block]:
    """Yield the groups as a grid; nothing unless groups were asked for."""
    if recap.per is None:
        return
    if not recap.groups:
        yield Paragraph(words.NO_GROUPS.format(per=recap.per, fewest=FEWEST))
        return
    yield Remark(words.GROUPS_LEGEND)
    yield _grid(profile, recap)
    if recap.pooled:
        yield Remark(words.POOLED_LEGEND.format(fewest=FEWEST))


def named_groups(recap: Recap) -> list[tuple[str, Group]]:
    """Return every published group by name, and last the small ones as one."""
    groups = list(recap.groups.items())
    if recap.pooled:
        groups.append((words.POOLED.format(groups=recap.pooled.groups), recap.pooled.together))
    return groups


def _grid(profile: Profile, recap: Recap) -> Grid:
    groups = named_groups(recap)
    verdicts = [verdict.label for verdict in reversed(profile.verdicts)]
    outcomes = (words.GROUP_SIZE, *verdicts, *[UNDETERMINED] * bool(recap.undetermined))
    knowledge = (
        *(words.MYTH.format(label=belief.label) for belief in profile.beliefs),
        *[words.LEANING.format(label=profile.title)] * len(profile.contrasts),
        words.LOW_QUALITY,
    )
    tables = (
        (outcomes, [_outcomes(profile, group)[: len(outcomes)] for _, group in groups]),
        ((words.STRONGEST, words.WEAKEST), [_ends(profile, group) for _, group in groups]),
        (knowledge, [_knowledge(profile, group) for _, group in groups]),
    )
    return Grid(
        words.GROUP,
        tuple(name for name, _ in groups),
        tuple(Facts(headers, tuple(rows)) for headers, rows in tables),
    )


def _outcomes(profile: Profile, group: Group) -> Cells:
    """Size, verdicts from the best, and last the undetermined: a column that may be cut off."""
    counts = (group.verdicts[verdict.id] for verdict in reversed(profile.verdicts))
    return (thousands(group.n), *map(_shown, counts), _shown(group.undetermined))


def _ends(profile: Profile, group: Group) -> Cells:
    means = {id_: spread.mean if spread else None for id_, spread in group.scales.items()}
    found = ends(profile, means)
    return (None, None) if found is None else tuple(each or words.ALIKE for each in found)


def _knowledge(profile: Profile, group: Group) -> Cells:
    beliefs = (_shown(group.beliefs[belief.id]["myth"]) for belief in profile.beliefs)
    leanings = (_shown(group.contrasts[contrast.id]["this"]) for contrast in profile.contrasts)
    return (*beliefs, *leanings, _shown(group.quality["low"]))


def _shown(count: int | None) -> str | None:
    return None if count is None else thousands(count)
