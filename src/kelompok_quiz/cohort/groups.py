"""Groups told beside each other, with what would give away a few people kept back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np

from kelompok_quiz.cohort.counting import UNDETERMINED
from kelompok_quiz.cohort.grouping import natural
from kelompok_quiz.cohort.record import Group, GroupSpread, Pool
from kelompok_quiz.cohort.scales import spread
from kelompok_quiz.cohort.sums import PeopleSums, Whole
from kelompok_quiz.cohort.suppression import hidden_cells, hidden_parts
from kelompok_quiz.profile.key import Key
from kelompok_quiz.result import BELIEF_READINGS, CONTRAST_LEANINGS, QUALITY_LEVELS

Row: TypeAlias = dict[str, int | None]

UNREAD = "unread"
NO_VERDICT = ""
"""Stands beside the ids of verdicts, none of which is empty."""
FEWEST_ROWS = 2
"""A single row would only repeat the whole."""


def told_groups(
    key: Key, sums: PeopleSums, labels: Sequence[str]
) -> tuple[dict[str, Group], Pool | None]:
    """Return the groups by label, in natural order, and those that are told only as one.

    A group of few people is never named. Where fewer than two rows are left, nothing is told.
    """
    sizes = sums.status.sum(axis=1).tolist()
    met = [group for group, size in enumerate(sizes) if size]
    few = [met[part] for part in hidden_parts([sizes[group] for group in met])]
    named = sorted(set(met) - set(few), key=lambda group: natural(labels[group]))
    parts = [[group] for group in named] + ([few] if few else [])
    if len(parts) < FEWEST_ROWS:
        return {}, None
    rows = _rows(key, sums.regrouped(parts))
    by_label = {labels[group]: row for group, row in zip(named, rows, strict=False)}
    return by_label, Pool(len(few), rows[-1]) if few else None


def _rows(key: Key, sums: PeopleSums) -> list[Group]:
    profile = key.profile
    beliefs = len(profile.beliefs)
    ids = [verdict.id for verdict in profile.verdicts]
    outcomes = np.hstack([sums.verdicts, sums.status[:, [UNDETERMINED]]])
    verdicts = _told(outcomes, [*ids, NO_VERDICT])
    quality = _told(sums.levels, QUALITY_LEVELS)
    readings = [
        _told(
            sums.readings[:, index],
            [
                name or UNREAD
                for name in (BELIEF_READINGS if index < beliefs else CONTRAST_LEANINGS)
            ],
        )
        for index in range(beliefs + len(profile.contrasts))
    ]
    spreads = [_spreads(key, sums.scores[:, index]) for index in range(len(profile.scales))]
    return [
        Group(
            n=int(size),
            verdicts={id_: verdicts[row][id_] for id_ in ids},
            undetermined=verdicts[row][NO_VERDICT],
            scales={s.id: found[row] for s, found in zip(profile.scales, spreads, strict=True)},
            beliefs={b.id: found[row] for b, found in zip(profile.beliefs, readings, strict=False)},
            contrasts={
                c.id: found[row]
                for c, found in zip(profile.contrasts, readings[beliefs:], strict=True)
            },
            quality=quality[row],
        )
        for row, size in enumerate(sums.status.sum(axis=1))
    ]


def _told(table: Whole, names: Sequence[str]) -> list[Row]:
    """Return every row by name, None for a cell that is kept back."""
    hidden = hidden_cells(table)
    return [
        {name: None if h else c for name, c, h in zip(names, cells, kept_back, strict=True)}
        for cells, kept_back in zip(table.tolist(), hidden.tolist(), strict=True)
    ]


def _spreads(key: Key, scores: Whole) -> list[GroupSpread | None]:
    """Return mean and SD of every group on one scale, None where they are kept back."""
    hidden = hidden_parts(scores[:, :, 0].sum(axis=1).tolist())
    found = [spread(key, each) for each in scores]
    return [
        None if row in hidden else GroupSpread(each.mean, each.sd) for row, each in enumerate(found)
    ]
