"""Groups told beside each other, with what would give away a few people kept back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias, TypeVar

import numpy as np

from kelompok_quiz.cohort.counting import UNDETERMINED
from kelompok_quiz.cohort.grouping import natural
from kelompok_quiz.cohort.record import Group, GroupSpread, Pool
from kelompok_quiz.cohort.scales import in_points, spread
from kelompok_quiz.cohort.sums import PeopleSums, Whole
from kelompok_quiz.cohort.suppression import hidden_cells, hidden_parts
from kelompok_quiz.profile import Scale
from kelompok_quiz.profile.key import Key
from kelompok_quiz.result import BELIEF_READINGS, CONTRAST_LEANINGS, QUALITY_LEVELS

Row: TypeAlias = dict[str, int | None]
Told = TypeVar("Told")

READINGS, LEANINGS = (
    tuple(name or "unread" for name in names) for names in (BELIEF_READINGS, CONTRAST_LEANINGS)
)
"""What the readings of beliefs and contrasts are called, with a name for none."""
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
    in_order = sorted(range(len(sizes)), key=lambda group: natural(labels[group]))
    met = [group for group in in_order if sizes[group]]
    few = [met[part] for part in hidden_parts([sizes[group] for group in met])]
    named = [group for group in met if group not in few]
    parts = [[group] for group in named] + ([few] if few else [])
    if len(parts) < FEWEST_ROWS:
        return {}, None
    rows = _rows(key, sums.regrouped(parts))
    by_label = {labels[group]: row for group, row in zip(named, rows, strict=False)}
    return by_label, Pool(len(few), rows[-1]) if few else None


def _rows(key: Key, sums: PeopleSums) -> list[Group]:
    """Return what is told of every row of the sums."""
    profile = key.profile
    ids = [verdict.id for verdict in profile.verdicts]
    outcomes = _told(np.hstack([sums.verdicts, sums.status[:, [UNDETERMINED]]]), [*ids, NO_VERDICT])
    readings = np.swapaxes(sums.readings, 0, 1)
    beliefs = [_told(table, READINGS) for table in readings[: len(profile.beliefs)]]
    contrasts = [_told(table, LEANINGS) for table in readings[len(profile.beliefs) :]]
    means = [_spreads(key, sums.scores[:, scale]) for scale in range(key.fit_count)]
    quality = _told(sums.levels, QUALITY_LEVELS)
    return [
        Group(
            n=int(size),
            verdicts={id_: outcomes[row][id_] for id_ in ids},
            undetermined=outcomes[row][NO_VERDICT],
            scales=_row(profile.fit_scales, means, row),
            beliefs=_row(profile.beliefs, beliefs, row),
            contrasts=_row(profile.contrasts, contrasts, row),
            quality=quality[row],
        )
        for row, size in enumerate(sums.status.sum(axis=1))
    ]


def _row(scales: Sequence[Scale], tables: Sequence[Sequence[Told]], row: int) -> dict[str, Told]:
    """What every table tells of one row, by the scale that the table is about."""
    return {scale.id: table[row] for scale, table in zip(scales, tables, strict=True)}


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
    return [
        None if row in hidden else in_points(spread(key, each)) for row, each in enumerate(scores)
    ]
