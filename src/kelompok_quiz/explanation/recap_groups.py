"""Groups side by side in the order of their names, with their strongest and weakest scales."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import TypeAlias

from kelompok_quiz.cohort.recap import Group, GroupSpread, JoinedVerdicts, Recap, Spread
from kelompok_quiz.cohort.suppression import FEWEST
from kelompok_quiz.explanation.blocks import Block, Facts, Grid, Paragraph, Remark
from kelompok_quiz.explanation.numbers import join, thousands, whole
from kelompok_quiz.explanation.scales import FitScale, by_support, support
from kelompok_quiz.profile.model import Profile
from kelompok_quiz.result.batch import NEUTRAL
from kelompok_quiz.words import recap as words
from kelompok_quiz.words.result import UNDETERMINED

Support: TypeAlias = tuple[FitScale, float, float]
"""A scale, how far a group's mean on it speaks for the job, and the error of that mean."""


@dataclass(frozen=True, slots=True)
class Column:
    """A count of every published group; None where it is withheld."""

    label: str
    counts: list[int | None]
    joined: bool = False


ENOUGH_NAMED, MOST_NAMED = 2, 3
"""Scales named at either end; more than enough only where equals are among them."""


def error_of_mean(spread: Spread | GroupSpread | None, people: int) -> float | None:
    """Return the standard error SD/√people of a mean; None for a single person."""
    return None if spread is None or spread.sd is None else spread.sd / math.sqrt(people)


def ends(
    profile: Profile, means: Mapping[str, float | None], errors: Mapping[str, float | None]
) -> tuple[str, str] | None:
    """Return the most and the least supporting scales by their good ends, as running text.

    A scale is named if its mean and that of the other end differ by more than both errors; the most
    supporting ones also lie beyond their error above neutral. Equals, as shown, are all named or
    none. A text is empty if there is none; None with fewer than two means, since a single scale or
    person has no order.
    """
    ranked: list[Support] = [
        (scale, support(scale, mean), error)
        for scale, mean in by_support(profile, means)
        if (error := errors[scale.id]) is not None
    ]
    if len(ranked) < 2:  # noqa: PLR2004 - an order needs two
        return None
    (_, highest, highest_error), (_, lowest, lowest_error) = ranked[0], ranked[-1]
    middle = (highest + lowest) / 2
    strong = [
        (scale, value, error)
        for scale, value, error in ranked
        if value > middle and value - error > max(NEUTRAL, lowest + lowest_error)
    ]
    weak = [
        (scale, value, error)
        for scale, value, error in sorted(ranked, key=itemgetter(1))
        if value < middle and value + error < highest - highest_error
    ]
    return _listed(strong), _listed(weak)


def _listed(clearest_first: Sequence[Support]) -> str:
    named: list[str] = []
    for _, group in groupby(clearest_first, key=lambda each: whole(each[1])):
        equals = [scale.good_end for scale, _, _ in group]
        if len(named) >= ENOUGH_NAMED or len(named) + len(equals) > MOST_NAMED:
            break
        named += equals
    return join(named)


def group_blocks(profile: Profile, recap: Recap) -> Iterator[Block]:
    """Yield the groups as a grid; nothing unless groups were asked for."""
    if recap.per is None:
        return
    if not recap.groups:
        yield Paragraph(words.NO_GROUPS.format(per=recap.per, fewest=FEWEST))
        return
    low = Column(words.LOW_QUALITY, [group.quality["low"] for _, group in named_groups(recap)])
    outcomes, knowledge = outcome_columns(profile, recap), knowledge_columns(profile, recap)
    knowledge.append(low)
    yield Remark(" ".join(_legend([*outcomes, *knowledge])))
    order = _order(profile, recap)
    tables = (_facts([_sizes(recap), *published(outcomes)]), order, _facts(published(knowledge)))
    names = tuple(name for name, _ in named_groups(recap))
    yield Grid(words.GROUP, names, tuple(table for table in tables if table.headers))
    if not order.headers:
        yield Remark(words.NO_ENDS_IN_GROUPS)
    if recap.pooled:
        yield Remark(words.POOLED_LEGEND.format(fewest=FEWEST))


def _legend(columns: Sequence[Column]) -> Iterator[str]:
    shown = published(columns)
    yield words.GROUPS_LEGEND
    if any(None in column.counts for column in shown):
        yield words.HIDDEN_LEGEND
    if any(column.joined for column in shown):
        yield words.JOINED_LEGEND
    if len(shown) < len(columns):
        yield words.LEFT_OUT_LEGEND


def named_groups(recap: Recap) -> list[tuple[str, Group]]:
    """Return every published group by name, and last the small ones as one."""
    groups = list(recap.groups.items())
    if recap.pooled:
        groups.append((words.POOLED.format(groups=recap.pooled.groups), recap.pooled.together))
    return groups


def published(columns: Iterable[Column]) -> list[Column]:
    """Return the columns in which at least one number is published."""
    return [column for column in columns if any(count is not None for count in column.counts)]


def outcome_columns(profile: Profile, recap: Recap) -> list[Column]:
    """Return verdicts and joined verdicts from the best; last the undetermined, if there are any.

    Every group joins the same verdicts.
    """
    groups = [group for _, group in named_groups(recap)]
    joined = groups[0].joined if groups else ()
    columns: list[Column] = []
    for verdict in reversed(profile.verdicts):
        index = next((i for i, each in enumerate(joined) if verdict.id in each.verdicts), None)
        if index is None:
            columns.append(Column(verdict.label, [g.verdicts[verdict.id] for g in groups]))
        elif verdict.id == joined[index].verdicts[-1]:
            label = _joined_label(profile, joined[index])
            columns.append(Column(label, [g.joined[index].n for g in groups], joined=True))
    if recap.undetermined and not any(each.undetermined for each in joined):
        columns.append(Column(UNDETERMINED, [group.undetermined for group in groups]))
    return columns


def knowledge_columns(profile: Profile, recap: Recap) -> list[Column]:
    """Return who believes a claim, and who leans to this job."""
    groups = [group for _, group in named_groups(recap)]
    beliefs = [
        Column(
            words.MYTH.format(label=belief.label), [g.beliefs[belief.id]["myth"] for g in groups]
        )
        for belief in profile.beliefs
    ]
    leaning = words.LEANING.format(label=profile.title)
    return beliefs + [
        Column(leaning, [group.contrasts[contrast.id]["this"] for group in groups])
        for contrast in profile.contrasts
    ]


def _joined_label(profile: Profile, joined: JoinedVerdicts) -> str:
    labels = [verdict.label for verdict in profile.verdicts if verdict.id in joined.verdicts]
    return _either([*reversed(labels), *[UNDETERMINED] * joined.undetermined])


def _either(labels: Sequence[str]) -> str:
    """Return two labels or more as one heading: A atau b; A, b, atau c."""
    first, *middle, last = labels
    template = words.ONE_OF_MORE if middle else words.ONE_OF_TWO
    return template.format(first=", ".join([first, *middle]), last=last)


def _sizes(recap: Recap) -> Column:
    return Column(words.GROUP_SIZE, [group.n for _, group in named_groups(recap)])


def _order(profile: Profile, recap: Recap) -> Facts:
    """The most and the least supporting scales of every group; empty if none has any."""
    found = [_ends(profile, group) for _, group in named_groups(recap)]
    if not any(map(any, found)):
        return Facts((), ())
    rows = (tuple(each or words.NONE_STANDS_OUT for each in row) for row in found)
    return Facts((words.STRONGEST, words.WEAKEST), tuple(rows))


def _facts(columns: Sequence[Column]) -> Facts:
    rows = zip(*(map(_shown, column.counts) for column in columns), strict=True)
    return Facts(tuple(column.label for column in columns), tuple(rows))


def _ends(profile: Profile, group: Group) -> tuple[str, str]:
    means = {id_: spread.mean if spread else None for id_, spread in group.scales.items()}
    # How many have a score is withheld: the size of the group has to do for it.
    errors = {id_: error_of_mean(spread, group.n) for id_, spread in group.scales.items()}
    return ends(profile, means, errors) or ("", "")


def _shown(count: int | None) -> str | None:
    return None if count is None else thousands(count)
