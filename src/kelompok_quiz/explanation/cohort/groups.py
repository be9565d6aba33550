"""Groups beside each other, in the order of their names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from kelompok_quiz.cohort import FEWEST, Group, Recap
from kelompok_quiz.explanation.blocks import Block, Facts, Grid, Paragraph, Remark
from kelompok_quiz.explanation.cohort.areas import are_alike, ends, ranked_areas
from kelompok_quiz.explanation.numbers import thousands
from kelompok_quiz.profile import Profile
from kelompok_quiz.words import recap as say
from kelompok_quiz.words.result import UNDETERMINED

Cells: TypeAlias = tuple[str | None, ...]

MOST_NAMED = 2
"""Areas named at either end of a group."""


def group_blocks(profile: Profile, recap: Recap) -> Iterator[Block]:
    """Yield what came out for every group; nothing where none was asked for."""
    if recap.per is None:
        return
    if not recap.groups:
        yield Paragraph(say.NO_GROUPS.format(per=recap.per, fewest=FEWEST))
        return
    yield Remark(say.GROUPS_LEGEND)
    yield _grid(profile, recap)
    if recap.pooled:
        yield Remark(say.POOLED_LEGEND.format(fewest=FEWEST))


def _grid(profile: Profile, recap: Recap) -> Grid:
    groups = named_groups(recap)
    verdicts = [verdict.label for verdict in reversed(profile.verdicts)]
    outcomes = (say.GROUP_SIZE, *verdicts, *[UNDETERMINED] * bool(recap.undetermined))
    knowledge = (
        *(say.MYTH.format(label=belief.label) for belief in profile.beliefs),
        *[say.LEANING.format(label=profile.title)] * len(profile.contrasts),
        say.LOW_SHEETS,
    )
    tables = (
        (outcomes, [_outcomes(profile, group)[: len(outcomes)] for _, group in groups]),
        ((say.STRONGEST, say.WEAKEST), [_areas(profile, group) for _, group in groups]),
        (knowledge, [_knowledge(profile, group) for _, group in groups]),
    )
    return Grid(
        say.GROUP,
        tuple(name for name, _ in groups),
        tuple(Facts(headers, tuple(rows)) for headers, rows in tables),
    )


def named_groups(recap: Recap) -> list[tuple[str, Group]]:
    """Return every group that is told, and at the end the small ones as one."""
    groups = list(recap.groups.items())
    if recap.pooled:
        groups.append((say.POOLED.format(groups=recap.pooled.groups), recap.pooled.together))
    return groups


def _outcomes(profile: Profile, group: Group) -> Cells:
    """Size and verdicts, and at the end who has none."""
    counts = (group.verdicts[verdict.id] for verdict in reversed(profile.verdicts))
    return (thousands(group.n), *map(_shown, counts), _shown(group.undetermined))


def _areas(profile: Profile, group: Group) -> Cells:
    means = {id_: spread.mean if spread else None for id_, spread in group.scales.items()}
    areas = ranked_areas(profile, means)
    if not areas:
        return None, None
    return (say.ALIKE, say.ALIKE) if are_alike(areas) else ends(profile, areas, MOST_NAMED)


def _knowledge(profile: Profile, group: Group) -> Cells:
    beliefs = (_shown(group.beliefs[belief.id]["myth"]) for belief in profile.beliefs)
    leanings = (_shown(group.contrasts[contrast.id]["this"]) for contrast in profile.contrasts)
    return (*beliefs, *leanings, _shown(group.quality["low"]))


def _shown(count: int | None) -> str | None:
    return None if count is None else thousands(count)
