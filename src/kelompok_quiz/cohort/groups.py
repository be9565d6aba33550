"""Groups of people by the value of one carried column, and the published figures of each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from kelompok_quiz.cohort.joining import joined_outcomes
from kelompok_quiz.cohort.recap import Group, GroupSpread, JoinedVerdicts, Pool
from kelompok_quiz.cohort.scales import in_points, spread
from kelompok_quiz.cohort.sums import LEANINGS, READINGS, UNDETERMINED, PeopleSums, Whole
from kelompok_quiz.cohort.suppression import hidden_cells, hidden_parts
from kelompok_quiz.problems import Place, Problem, UsageError
from kelompok_quiz.profile.key import Key
from kelompok_quiz.profile.model import Profile
from kelompok_quiz.result.batch import QUALITY_LEVELS, Bools, Indices
from kelompok_quiz.text import fold, near
from kelompok_quiz.words.recap import BLANK_GROUP

MOST_GROUPS: Final = 500
"""More distinct values are names or numbers of people rather than groups."""
MOST_REMEMBERED: Final = 10_000
"""Spellings kept in memory."""
FEWEST_ROWS: Final = 2
"""A single row would only repeat the whole."""
DIGITS = re.compile(r"(\d+)")
PER: Final = "--per"


def find_column(name: str, headers: Sequence[str]) -> int:
    """Return the index of a carried column; case and spacing do not matter.

    Raise `UsageError` if there is none, with a near miss if one is found.
    """
    folded = {fold(header): index for index, header in reversed(list(enumerate(headers)))}
    if fold(name) in folded:
        return folded[fold(name)]
    guess = near(fold(name), folded)
    code = "group_column_unknown" + ("_near" if guess else "")
    known = {"value": name, "headers": ", ".join(headers) or "-"}
    known["near"] = headers[folded[guess]] if guess else ""
    raise UsageError(Problem(code, Place(PER), known))


class Grouping:
    """Numbers groups from 0 as they are met; spellings that differ by case or space are one.

    The label of a group is the first of its spellings by character, whatever order people come in.
    """

    def __init__(self, column: str) -> None:
        """Group by this column."""
        self.column = column
        self.labels: list[str] = []
        self._numbers: dict[str, int] = {}
        self._spellings: dict[str, int] = {}

    def numbers(self, values: Iterable[Any]) -> Indices:
        """Return the group of every value; raise `UsageError` if there are too many groups."""
        return np.array([self._number("" if v is None else str(v)) for v in values], dtype=np.intp)

    def _number(self, spelling: str) -> int:
        number = self._spellings.get(spelling)
        if number is not None:
            return number
        label = " ".join(spelling.split()) or BLANK_GROUP
        number = self._numbers.setdefault(fold(spelling) or BLANK_GROUP, len(self.labels))
        if number < len(self.labels):
            self.labels[number] = min(self.labels[number], label)
        elif number == MOST_GROUPS:
            parameters = {"value": self.column, "most": MOST_GROUPS}
            raise UsageError(Problem("groups_too_many", Place(PER), parameters))
        else:
            self.labels.append(label)
        if len(self._spellings) < MOST_REMEMBERED:
            self._spellings[spelling] = number
        return number


def natural(label: str) -> list[tuple[bool, int, str]]:
    """Return a key that sorts labels as people do: XI-2 before XI-10, the blank group last."""
    parts = DIGITS.split(fold(label))
    pieces = [(False, int(part), "") if part.isdecimal() else (False, -1, part) for part in parts]
    return [(label == BLANK_GROUP, 0, ""), *pieces]


def published_groups(
    key: Key, sums: PeopleSums, labels: Sequence[str]
) -> tuple[dict[str, Group], Pool | None]:
    """Return the groups by label, in natural order, and the small ones as one.

    A group of few people is never named. With fewer than two rows left, nothing is published.
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
    pool = Pool(len(few), rows.pop()) if few else None
    return {labels[group]: row for group, row in zip(named, rows, strict=True)}, pool


def _rows(key: Key, sums: PeopleSums) -> list[Group]:
    """Return every row of the sums, cells that would identify people withheld."""
    profile = key.profile
    outcomes = _outcomes(profile, sums)
    readings = [_published(sums.readings[:, index]) for index in range(sums.readings.shape[1])]
    beliefs, contrasts = readings[: len(profile.beliefs)], readings[len(profile.beliefs) :]
    spreads = [_spreads(key, sums.scores[:, scale]) for scale in range(key.fit_count)]
    quality = _published(sums.levels)
    groups = []
    for row, size in enumerate(sums.status.sum(axis=1).tolist()):
        groups.append(
            Group(
                n=size,
                verdicts=outcomes[row].verdicts,
                undetermined=outcomes[row].undetermined,
                joined=outcomes[row].joined,
                scales={
                    scale.id: found[row]
                    for scale, found in zip(profile.fit_scales, spreads, strict=True)
                },
                beliefs={
                    belief.id: dict(zip(READINGS, found[row], strict=True))
                    for belief, found in zip(profile.beliefs, beliefs, strict=True)
                },
                contrasts={
                    contrast.id: dict(zip(LEANINGS, found[row], strict=True))
                    for contrast, found in zip(profile.contrasts, contrasts, strict=True)
                },
                quality=dict(zip(QUALITY_LEVELS, quality[row], strict=True)),
            )
        )
    return groups


@dataclass(frozen=True, slots=True)
class _Outcomes:
    verdicts: dict[str, int | None]
    undetermined: int | None
    joined: tuple[JoinedVerdicts, ...]


def _outcomes(profile: Profile, sums: PeopleSums) -> list[_Outcomes]:
    """Return the verdicts of every row, some of them as one number.

    They are one table with the undetermined: together they add up to the size, which is published.
    """
    table = np.hstack([sums.verdicts, sums.status[:, [UNDETERMINED]]])
    parts, counts, hidden = joined_outcomes(table)
    ids = [verdict.id for verdict in profile.verdicts]
    last = len(ids)
    found = []
    for row in _shown(counts, hidden):
        single: dict[int, int | None] = dict.fromkeys(range(last + 1), 0)
        single |= {column: None for part in parts for column in part}
        single |= {part[0]: n for part, n in zip(parts, row, strict=True) if len(part) == 1}
        joined = tuple(
            JoinedVerdicts(tuple(ids[each] for each in part if each < last), last in part, n)
            for part, n in zip(parts, row, strict=True)
            if len(part) > 1
        )
        found.append(
            _Outcomes({id_: single[index] for index, id_ in enumerate(ids)}, single[last], joined)
        )
    return found


def _published(table: Whole) -> list[list[int | None]]:
    """Return a table of counts, None for a cell that is withheld."""
    return _shown(table, hidden_cells(table))


def _shown(table: Whole, hidden: Bools) -> list[list[int | None]]:
    shown = table.astype(object)
    shown[hidden] = None
    return list(shown.tolist())


def _spreads(key: Key, scores: Whole) -> list[GroupSpread | None]:
    """Return mean and SD of every group on one scale, None where they are withheld."""
    hidden = hidden_parts(scores[:, :, 0].sum(axis=1).tolist())
    return [
        None if row in hidden else in_points(spread(key, each)) for row, each in enumerate(scores)
    ]
