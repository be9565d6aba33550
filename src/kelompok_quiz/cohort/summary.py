"""Sums → the recap: everything that is published about a group of people."""

from __future__ import annotations

from kelompok_quiz.cohort.groups import Grouping, published_groups
from kelompok_quiz.cohort.recap import (
    SCHEMA,
    BeliefFigures,
    BeliefItem,
    Minimums,
    QualityFigures,
    Recap,
    WithoutLow,
)
from kelompok_quiz.cohort.scales import coarse, scale_figures
from kelompok_quiz.cohort.sums import (
    LEANINGS,
    READINGS,
    REJECTED,
    SCORED,
    UNDETERMINED,
    Cohort,
    PeopleSums,
    Whole,
)
from kelompok_quiz.cohort.suppression import FEWEST
from kelompok_quiz.profile.key import Key
from kelompok_quiz.profile.model import Profile
from kelompok_quiz.result.batch import FLAGS, QUALITY_LEVELS
from kelompok_quiz.result.record import SCORING, ProfileStamp


def summarise(
    key: Key, cohort: Cohort, grouping: Grouping | None = None, minimums: Minimums | None = None
) -> Recap:
    """Return the recap of all people counted, with groups if they were counted by `grouping`."""
    minimums = minimums or Minimums()
    status = cohort.people.status[0].tolist()
    groups, pooled = (
        ({}, None) if grouping is None else published_groups(key, cohort.by_group, grouping.labels)
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
    responses = cohort.items.responses
    # The readings of contrasts follow in the same table.
    beliefs = zip(key.profile.beliefs, cohort.people.readings[0].tolist(), strict=False)
    return {
        belief.id: BeliefFigures(
            **dict(zip(READINGS, counts, strict=True)),
            items={item.id: _believing(key, responses[columns[item.id]]) for item in belief.items},
        )
        for belief, counts in beliefs
    }


def _believing(key: Key, responses: Whole) -> BeliefItem:
    """Count the answers to a statement, and those beyond the middle on the side of the belief."""
    answers = responses[1:].tolist()
    return BeliefItem(sum(answers), sum(answers[(key.points + 1) // 2 :]))


def _contrasts(profile: Profile, people: PeopleSums) -> dict[str, dict[str, int]]:
    counts = people.readings[0, len(profile.beliefs) :].tolist()
    return {
        contrast.id: dict(zip(LEANINGS, row, strict=True))
        for contrast, row in zip(profile.contrasts, counts, strict=True)
    }


def _quality(key: Key, cohort: Cohort, minimums: Minimums) -> QualityFigures:
    levels = dict(zip(QUALITY_LEVELS, cohort.people.levels[0].tolist(), strict=True))
    return QualityFigures(
        **levels,
        flags=dict(zip(FLAGS, cohort.people.flags[0].tolist(), strict=True)),
        without_low=_without_low(key, cohort, minimums, levels["low"]),
    )


def _without_low(key: Key, cohort: Cohort, minimums: Minimums, low: int) -> WithoutLow | None:
    """The figures of the others; None if they are few, coarse if those left out are few.

    The figures of all people less those of the others are the figures of the people left out:
    with fine figures of items, the answers of those few could be computed one by one.
    """
    people, items = cohort.people - cohort.low_people, cohort.items - cohort.low_items
    scored, undetermined = people.status[0, [SCORED, UNDETERMINED]].tolist()
    others = scored + undetermined
    few = range(1, FEWEST)
    if low and others in few:
        return None
    scales = scale_figures(key, people, items, minimums)
    return WithoutLow(
        n=others,
        scored=scored,
        undetermined=undetermined,
        verdicts=_verdicts(key.profile, people),
        scales={id_: coarse(each) for id_, each in scales.items()} if low in few else scales,
    )
