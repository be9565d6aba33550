"""Sums → the recap: everything that is told about a group of people."""

from __future__ import annotations

from kelompok_quiz.cohort.counting import REJECTED, SCORED, UNDETERMINED, Cohort
from kelompok_quiz.cohort.grouping import Grouping
from kelompok_quiz.cohort.groups import LEANINGS, READINGS, told_groups
from kelompok_quiz.cohort.record import (
    SCHEMA,
    BeliefFigures,
    BeliefItem,
    Careful,
    Minimums,
    QualityFigures,
    Recap,
)
from kelompok_quiz.cohort.scales import coarse, scale_figures
from kelompok_quiz.cohort.sums import PeopleSums, Whole
from kelompok_quiz.cohort.suppression import FEWEST
from kelompok_quiz.profile import Item, Profile
from kelompok_quiz.profile.key import Key
from kelompok_quiz.result import FLAGS, QUALITY_LEVELS, SCORING
from kelompok_quiz.result.record import ProfileStamp


def summarise(
    key: Key, cohort: Cohort, grouping: Grouping | None = None, minimums: Minimums | None = None
) -> Recap:
    """Return the recap of everybody counted; groups are told where they were counted by one."""
    minimums = minimums or Minimums()
    status = cohort.people.status[0].tolist()
    groups, pooled = (
        ({}, None) if grouping is None else told_groups(key, cohort.by_group, grouping.labels)
    )
    return Recap(
        schema=SCHEMA,
        scoring=SCORING,
        profile=ProfileStamp(key.profile.id, key.profile.version, key.instrument.sha256),
        n=sum(status),
        scored=status[SCORED],
        undetermined=status[UNDETERMINED],
        rejected=status[REJECTED],
        verdicts=_verdicts(key.profile, cohort.people),
        per=None if grouping is None else grouping.column,
        groups=groups,
        pooled=pooled,
        beliefs=_beliefs(key, cohort),
        contrasts=_contrasts(key.profile, cohort.people),
        scales=scale_figures(key, cohort.people, cohort.items, minimums),
        quality=_quality(key, cohort, minimums),
        minimums=minimums,
    )


def _verdicts(profile: Profile, people: PeopleSums) -> dict[str, int]:
    ids = (verdict.id for verdict in profile.verdicts)
    return dict(zip(ids, people.verdicts[0].tolist(), strict=True))


def _beliefs(key: Key, cohort: Cohort) -> dict[str, BeliefFigures]:
    columns = {item.id: column for column, item in enumerate(key.profile.items)}
    found = {}
    for belief, counts in zip(key.profile.beliefs, cohort.people.readings[0], strict=False):
        readings = dict(zip(READINGS, counts.tolist(), strict=True))
        items = {
            item.id: _believing(key, item, cohort.items.responses[columns[item.id]])
            for item in belief.items
        }
        found[belief.id] = BeliefFigures(**readings, items=items)
    return found


def _believing(key: Key, item: Item, responses: Whole) -> BeliefItem:
    """How many answered beyond the middle, on the side of the belief."""
    answers = responses[1:].tolist()
    keyed = answers[::-1] if item.reverse else answers
    return BeliefItem(sum(answers), sum(keyed[(key.points + 1) // 2 :]))


def _contrasts(profile: Profile, people: PeopleSums) -> dict[str, dict[str, int]]:
    counts = people.readings[0, len(profile.beliefs) :]
    return {
        contrast.id: dict(zip(LEANINGS, row.tolist(), strict=True))
        for contrast, row in zip(profile.contrasts, counts, strict=True)
    }


def _quality(key: Key, cohort: Cohort, minimums: Minimums) -> QualityFigures:
    levels = dict(zip(QUALITY_LEVELS, cohort.people.levels[0].tolist(), strict=True))
    return QualityFigures(
        **levels,
        flags=dict(zip(FLAGS, cohort.people.flags[0].tolist(), strict=True)),
        without_low=_without_low(key, cohort, minimums, levels["low"]),
    )


def _without_low(key: Key, cohort: Cohort, minimums: Minimums, low: int) -> Careful | None:
    """The others alone; None where they are a few, coarse where those left out are.

    What is told of everybody less what is told of the others is what the few answered, item by
    item where there are figures of items.
    """
    people, items = cohort.people - cohort.low_people, cohort.items - cohort.low_items
    scored, undetermined = people.status[0, [SCORED, UNDETERMINED]].tolist()
    others = scored + undetermined
    few = range(1, FEWEST)
    if low and others in few:
        return None
    scales = scale_figures(key, people, items, minimums)
    return Careful(
        n=others,
        scored=scored,
        undetermined=undetermined,
        verdicts=_verdicts(key.profile, people),
        scales={id_: coarse(each) for id_, each in scales.items()} if low in few else scales,
    )
