"""Figures of groups: the same in any order of arrival, and never about a few people."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from dataclasses import fields
from itertools import pairwise, product
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kelompok_quiz.cohort.groups import Grouping
from kelompok_quiz.cohort.recap import NO_MINIMUMS, Group
from kelompok_quiz.cohort.summary import summarise
from kelompok_quiz.cohort.sums import Cohort, ItemSums, PeopleSums, Whole, count
from kelompok_quiz.cohort.suppression import FEWEST, hidden_cells, hidden_parts
from kelompok_quiz.result.record import Result
from kelompok_quiz.result.recorder import records
from support.cohorts import ITEMS, assessed, counted, random_sheets
from support.mini import KEY

PROFILE = KEY.profile


def tables(sums: Cohort | PeopleSums | ItemSums) -> Iterator[Whole]:
    for field in fields(sums):
        value = getattr(sums, field.name)
        if isinstance(value, PeopleSums | ItemSums):
            yield from tables(value)
        else:
            yield from value if isinstance(value, tuple) else (value,)


def added(parts: list[Cohort]) -> Cohort:
    total, *rest = parts
    for part in rest:
        total += part
    return total


@given(st.integers(0, 10_000), st.lists(st.integers(1, 39), max_size=6), st.integers(1, 5))
def test_in_whatever_chunks_people_come_the_sums_are_the_same(
    seed: int, cuts: list[int], groups: int
) -> None:
    sheets = random_sheets(40, seed, blank=0.1)
    numbers = [person % groups for person in range(40)]
    bounds = [0, *sorted(cuts), 40]
    parts = [counted(sheets[start:end], numbers[start:end]) for start, end in pairwise(bounds)]
    whole = counted(sheets, numbers)
    from_the_right = parts[0] + added(parts[1:]) if parts[1:] else parts[0]
    for found in (added(parts), from_the_right):
        for mine, theirs in zip(tables(found), tables(whole), strict=True):
            assert np.array_equal(mine, theirs)
    grouping = Grouping("kelas")
    grouping.numbers(range(groups))
    assert summarise(KEY, added(parts), grouping) == summarise(KEY, whole, grouping)


@given(st.integers(0, 10_000), st.integers(2, 60), st.sampled_from([0.0, 0.05, 0.3]))
def test_every_mean_and_count_is_what_the_records_say(seed: int, people: int, blank: float) -> None:
    sheets = random_sheets(people, seed, blank)
    found = list(records(assessed(sheets)))
    recap = summarise(KEY, counted(sheets), minimums=NO_MINIMUMS)
    for verdict in PROFILE.verdicts:
        assert recap.verdicts[verdict.id] == sum(r.verdict == verdict.id for r in found)
    assert recap.scored == sum(r.status == "scored" for r in found)
    for belief in PROFILE.beliefs:
        assert recap.beliefs[belief.id].myth == sum(
            r.beliefs[belief.id].reading == "myth" for r in found
        )
    for level in ("good", "note", "low"):
        assert getattr(recap.quality, level) == sum(r.quality.level == level for r in found)
    for flag, raised in recap.quality.flags.items():
        assert raised == sum(flag in r.quality.flags for r in found)
    for scale_id, figures in recap.scales.items():
        scores = [score for r in found if (score := measured(r, scale_id)) is not None]
        assert_spread(figures.scored.n, figures.scored.mean, figures.scored.sd, scores)
    careful = [r for r in found if r.quality.level != "low"]
    low = len(found) - len(careful)
    without = recap.quality.without_low
    assert (without is None) == (low > 0 and 0 < len(careful) < FEWEST)
    for scale_id, figures in without.scales.items() if without else ():
        scores = [score for r in careful if (score := measured(r, scale_id)) is not None]
        assert figures.scored.n == len(scores)
        if 0 < low < FEWEST:
            assert not figures.items
            assert figures.scored.mean == int(statistics.fmean(scores) + 0.5)
        else:
            assert_spread(figures.scored.n, figures.scored.mean, figures.scored.sd, scores)


def measured(record: Result, scale_id: str) -> float | None:
    every: dict[str, Any] = {**record.scales, **record.beliefs, **record.contrasts}
    score: float | None = every[scale_id].score
    return score


def assert_spread(n: int, mean: float | None, sd: float | None, values: list[float]) -> None:
    assert n == len(values)
    assert mean == (pytest.approx(statistics.fmean(values), abs=1e-12) if values else None)
    expected = pytest.approx(statistics.stdev(values), abs=1e-11) if len(values) > 1 else None
    assert sd == expected


@given(st.integers(0, 10_000), st.integers(3, 50), st.sampled_from([0.0, 0.1]))
def test_the_item_statistics_are_those_of_the_plain_matrix(
    seed: int, people: int, blank: float
) -> None:
    sheets = np.array(random_sheets(people, seed, blank))
    recap = summarise(KEY, counted(sheets.tolist()), minimums=NO_MINIMUMS)
    keyed = np.where(KEY.reverse & (sheets > 0), KEY.points + 1 - sheets, sheets)
    for scale, columns in zip(PROFILE.scales, KEY.columns, strict=True):
        figures = recap.scales[scale.id]
        rows = keyed[(keyed[:, columns] > 0).all(axis=1)][:, columns].astype(float)
        assert figures.n_complete == len(rows)
        names = [PROFILE.items[column].id for column in columns]
        for place, (name, column) in enumerate(zip(names, columns, strict=True)):
            answers = keyed[keyed[:, column] > 0, column]
            item = figures.items[name]
            assert item.missing == people - len(answers)
            assert_spread(item.n, item.mean, item.sd, answers.astype(float).tolist())
            others = np.delete(rows, place, axis=1).sum(axis=1)
            if len(rows) > 2 and rows[:, place].std() > 0 and others.std() > 0:
                expected = np.corrcoef(rows[:, place], others)[0, 1]
                assert item.r_drop == pytest.approx(expected, abs=1e-12)


@given(st.integers(0, 10_000))
def test_without_low_is_what_the_others_alone_would_give(seed: int) -> None:
    sheets = random_sheets(25, seed, blank=0)
    straight = [[answer] * ITEMS for answer in (1, 2, 3, 4, 5)]
    careful = [s for s, r in zip(sheets, records(assessed(sheets)), strict=True) if is_careful(r)]
    everyone = summarise(KEY, counted([*sheets, *straight]), minimums=NO_MINIMUMS)
    alone = summarise(KEY, counted(careful), minimums=NO_MINIMUMS)
    without = everyone.quality.without_low
    assert everyone.quality.low >= len(straight)
    assert without is not None
    assert (without.n, without.verdicts, without.scales) == (alone.n, alone.verdicts, alone.scales)


def is_careful(record: Result) -> bool:
    return record.quality.level != "low"


# Small cells


@given(st.lists(st.integers(0, 12), max_size=7))
def test_withheld_parts_are_five_together_or_all_there_is(counts: list[int]) -> None:
    hidden = hidden_parts(counts)
    assert all(counts[part] >= FEWEST for part in range(len(counts)) if part not in hidden)
    together = sum(counts[part] for part in hidden)
    assert not hidden or together >= FEWEST or len(hidden) == len(counts)


small_tables = st.integers(2, 3).flatmap(
    lambda columns: st.lists(
        st.lists(st.integers(0, 11), min_size=columns, max_size=columns), min_size=2, max_size=4
    )
)


@given(small_tables)
def test_no_small_cell_can_be_worked_out_from_what_is_shown(cells: list[list[int]]) -> None:
    table = np.array(cells, dtype=np.int64)
    assume((table.sum(axis=1) >= FEWEST).all())
    hidden = hidden_cells(table)
    free = np.broadcast_to(table.sum(axis=0) > 0, table.shape)
    assert (table[free & ~hidden] >= FEWEST).all()
    for counts, kept, open_ in zip(
        [*table, *table.T], [*hidden, *hidden.T], [*free, *free.T], strict=True
    ):
        assert not kept.any() or counts[kept].sum() >= FEWEST or (kept == open_).all()
    for row, column in np.argwhere(hidden & (table < FEWEST)).tolist():
        assert has_another_value(table, hidden, row, column)


def has_another_value(table: Whole, hidden: Any, row: int, column: int) -> bool:
    """Whether some other table with these totals and shown cells has another number here."""
    kept_back = np.where(hidden, table, 0)
    first = [row, *(each for each in range(len(table)) if each != row)]
    totals, open_ = kept_back.sum(axis=1)[first].tolist(), hidden[first].tolist()
    left = kept_back.sum(axis=0).tolist()
    return any(
        filled[column] != table[row, column]
        and can_fill(totals[1:], open_[1:], [a - b for a, b in zip(left, filled, strict=True)])
        for filled in fillings(totals[0], open_[0], left)
    )


def can_fill(totals: list[int], open_: list[list[bool]], left: list[int]) -> bool:
    """Whether rows with these totals can use up what is left of the columns."""
    if not totals:
        return not any(left)
    return any(
        can_fill(totals[1:], open_[1:], [a - b for a, b in zip(left, filled, strict=True)])
        for filled in fillings(totals[0], open_[0], left)
    )


def fillings(total: int, open_: list[bool], left: list[int]) -> Iterator[tuple[int, ...]]:
    ranges = [
        range(min(total, most) + 1 if free else 1) for free, most in zip(open_, left, strict=True)
    ]
    return (filled for filled in product(*ranges) if sum(filled) == total)


def counted_cells(group: Group) -> dict[str, int | None]:
    """Every published number of people in a group, by its place."""
    cells = {"undetermined": group.undetermined}
    for part in ("verdicts", "quality"):
        cells |= {f"{part}.{name}": number for name, number in getattr(group, part).items()}
    for part in ("beliefs", "contrasts"):
        for id_, counts in getattr(group, part).items():
            cells |= {f"{id_}.{name}": number for name, number in counts.items()}
    return cells


@given(st.integers(0, 10_000), st.lists(st.integers(0, 40), min_size=2, max_size=6))
def test_no_published_number_of_a_group_is_of_a_few_people(seed: int, sizes: list[int]) -> None:
    numbers = [group for group, size in enumerate(sizes) for _ in range(size)]
    assume(numbers)
    sheets = random_sheets(len(numbers), seed, blank=0.15)
    grouping = Grouping("kelas")
    grouping.numbers(f"g{group}" for group in range(len(sizes)))
    recap = summarise(KEY, count(KEY, assessed(sheets), np.array(numbers)), grouping)
    rows = [*recap.groups.values(), *([recap.pooled.together] if recap.pooled else [])]
    assert sum(row.n for row in rows) in {0, recap.n}
    for row in rows:
        assert row.n >= FEWEST
        for name, counts in counted_cells(row).items():
            empty = all(counted_cells(other)[name] == 0 for other in rows)
            assert counts is None or counts >= FEWEST or empty
    for label in recap.groups:
        assert sizes[int(label[1:])] >= FEWEST
