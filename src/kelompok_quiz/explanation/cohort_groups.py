"""Groups beside each other, in the order of their names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from kelompok_quiz.cohort import FEWEST, Group, Recap
from kelompok_quiz.explanation import cohort_sentences as say
from kelompok_quiz.explanation.blocks import Block, Grid, Paragraph, Remark
from kelompok_quiz.explanation.cohort_areas import ends
from kelompok_quiz.explanation.sentences import UNDETERMINED
from kelompok_quiz.profile import Profile

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
    verdicts = [verdict.label for verdict in reversed(profile.verdicts)]
    verdicts += [UNDETERMINED] * bool(recap.undetermined)
    knowledge = tuple(say.MYTH.format(label=belief.label) for belief in profile.beliefs)
    leanings = (say.LEANING.format(label=profile.title),) * len(profile.contrasts)
    yield Remark(say.GROUPS_LEGEND)
    yield _grid(
        recap,
        (say.GROUP_SIZE, *verdicts),
        lambda group: _verdicts(profile, group)[: 1 + len(verdicts)],
    )
    yield _grid(recap, (say.STRONGEST, say.WEAKEST), lambda group: _areas(profile, group))
    yield _grid(
        recap,
        (*knowledge, *leanings, say.LOW_SHEETS),
        lambda group: _knowledge(profile, group),
    )
    if recap.pooled:
        yield Remark(say.POOLED_LEGEND.format(fewest=FEWEST))


def _grid(recap: Recap, headers: tuple[str, ...], cells: Callable[[Group], Cells]) -> Grid:
    rows = [(label, *cells(group)) for label, group in recap.groups.items()]
    if recap.pooled:
        label = say.POOLED.format(groups=recap.pooled.groups)
        rows.append((label, *cells(recap.pooled.together)))
    return Grid((say.GROUP, *headers), tuple(rows))


def _verdicts(profile: Profile, group: Group) -> Cells:
    """Size and verdicts, and at the end who has none."""
    counts = (group.verdicts[verdict.id] for verdict in reversed(profile.verdicts))
    return (str(group.n), *map(_shown, counts), _shown(group.undetermined))


def _areas(profile: Profile, group: Group) -> Cells:
    means = {id_: spread.mean if spread else None for id_, spread in group.scales.items()}
    return tuple(found or None for found in ends(profile, means, MOST_NAMED))


def _knowledge(profile: Profile, group: Group) -> Cells:
    beliefs = (_shown(group.beliefs[belief.id]["myth"]) for belief in profile.beliefs)
    leanings = (_shown(group.contrasts[contrast.id]["this"]) for contrast in profile.contrasts)
    return (*beliefs, *leanings, _shown(group.quality["low"]))


def _shown(count: int | None) -> str | None:
    return None if count is None else str(count)
