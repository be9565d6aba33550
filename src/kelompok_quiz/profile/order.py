"""The order of items: the rules of a sound one, and a personal one for every seed.

The rules and their reasons are in `docs/metode.md`. A mark is one of two sides an item can be on:
its key direction, or whether the ideal person agrees with it. That person gives two answers only,
so their alternation and autocorrelation are those of the marks, whichever two answers they are.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise
from operator import and_, attrgetter
from typing import NamedTuple, TypeAlias, TypeVar

from kelompok_quiz.profile.model import Profile
from kelompok_quiz.profile.sufficiency import AUTOCORRELATION_LAGS, FEWEST_PAIRS

MOST_IN_A_ROW = 3
MOST_ALTERNATING = 6
MOST_AUTOCORRELATION = 0.45
"""From here on an ideal person comes too near to the flag of a repeating pattern."""

MOST_STEPS = 6_000
"""When this many items have been weighed, no new draw begins: some 90 draws of 50 items."""
MOST_CANDIDATES = 16
"""Items of a block that are weighed for one place; bounds a draw from a huge block."""


def neighbours(scales: Sequence[str]) -> Iterator[int]:
    """Yield the index of every item whose scale is that of the item before."""
    return (index for index, (one, other) in enumerate(pairwise(scales), 1) if one == other)


def fewest_blocks(scales: Sequence[str]) -> int:
    """Return into how few blocks an order falls if none holds two items of a scale."""
    blocks, seen = 1, set[str]()
    for scale in scales:
        if scale in seen:
            blocks, seen = blocks + 1, set()
        seen.add(scale)
    return blocks


def long_runs(marks: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield (start, length) of every run of one mark that is longer than `MOST_IN_A_ROW`."""
    start = 0
    for _, run in groupby(marks):
        length = len(list(run))
        if length > MOST_IN_A_ROW:
            yield start, length
        start += length


def alternating(marks: Sequence[bool]) -> int:
    """Return the length of the longest run in which every mark differs from the one before.

    Two marks are no run yet: below three it is 0, as in the quality index.
    """
    longest = run = 1
    for one, other in pairwise(marks):
        run = run + 1 if one != other else 1
        longest = max(longest, run)
    return longest if longest > 2 else 0  # noqa: PLR2004 - two marks


def autocorrelation(marks: Sequence[bool]) -> float | None:
    """Return the greatest correlation of the marks with themselves 1..5 places on.

    None if there are too few marks for any lag, or one mark throughout.
    """
    found: list[float] = []
    for lag in AUTOCORRELATION_LAGS:
        early, late = marks[:-lag], marks[lag:]
        # Pearson's correlation of two rows of noughts and ones, from whole-number sums.
        pairs, x, y = len(early), sum(early), sum(late)
        spread = (pairs * x - x * x) * (pairs * y - y * y)
        if pairs >= FEWEST_PAIRS and spread:
            found.append((pairs * sum(map(and_, early, late)) - x * y) / math.sqrt(spread))
    return max(found, default=None)


class Statement(NamedTuple):
    """An item as the rules see it."""

    id: str
    scale: str
    reverse: bool
    ideal: bool


Order: TypeAlias = list[Statement]
Breaches: TypeAlias = tuple[bool, ...]
Chance: TypeAlias = Callable[[], float]
T = TypeVar("T")


class Draw(NamedTuple):
    """An order, how often it breaks each rule, and the number of items weighed for it."""

    broken: tuple[int, ...]
    order: Order
    steps: int


WINDOWED: tuple[tuple[int, Callable[[Order], bool]], ...] = (
    (2, lambda window: any(neighbours([item.scale for item in window]))),
    (MOST_IN_A_ROW + 1, lambda window: any(long_runs([item.reverse for item in window]))),
    (MOST_IN_A_ROW + 1, lambda window: any(long_runs([item.ideal for item in window]))),
    (
        MOST_ALTERNATING + 1,
        lambda window: alternating([item.ideal for item in window]) > MOST_ALTERNATING,
    ),
)
"""Rules that the last items of an order, so many, can break; most important first."""


def draw_order(profile: Profile, seed: int) -> tuple[str, ...]:
    """Return all item ids in a random order that keeps the rules, as far as the profile lets it.

    The rules, most important first: as few blocks as the biggest scale has items; no neighbours of
    one scale; no long run of one key direction; none that the ideal person answers alike; nor do
    those answers alternate for long, nor repeat themselves. The first holds by construction. If a
    profile cannot keep the others, the order breaks the least important ones, as seldom as found.

    The same profile and seed (from 0) give the same order on every Python.
    """
    import random

    # Of the generator only `random()` keeps its sequence between versions of Python; `shuffle` and
    # `choice` may change theirs.
    chance = random.Random(seed).random  # noqa: S311 - no secret hangs on an order
    return tuple(statement.id for statement in draw(profile, chance).order)


def draw(profile: Profile, chance: Chance) -> Draw:
    """Draw until an order keeps every rule or `MOST_STEPS` are spent; return the soundest.

    `chance` gives numbers from 0 to 1. The steps are those of all draws together.
    """
    ideal = dict(zip(profile.order, profile.ideal, strict=True))
    # In the order of the scales, which is not the file's `order`.
    scales = [
        [Statement(item.id, scale.id, item.reverse, ideal[item.id]) for item in scale.items]
        for scale in profile.scales
    ]
    best = _lay_out(_deal(scales, chance))
    steps = best.steps
    while any(best.broken) and steps < MOST_STEPS:
        other = _lay_out(_deal(scales, chance))
        steps += other.steps
        best = min(best, other, key=attrgetter("broken"))
    return best._replace(steps=steps)


def _shuffled(values: Sequence[T], chance: Chance) -> list[T]:
    return sorted(values, key=lambda _: chance())


def _deal(scales: Sequence[Order], chance: Chance) -> list[Order]:
    """Deal the statements, scale after scale, into as many blocks as the biggest scale has items.

    One round of dealing visits every block, so no block gets two of a scale.
    """
    blocks = max(map(len, scales))
    pack = [each for scale in _shuffled(scales, chance) for each in _shuffled(scale, chance)]
    dealt = [_shuffled(pack[start::blocks], chance) for start in range(blocks)]
    return _shuffled(dealt, chance)


def _lay_out(blocks: Sequence[Order]) -> Draw:
    """Lay out block after block; for each place the first item that breaks no rule there."""
    order: Order = []
    broken, steps = [0] * len(WINDOWED), 0
    for block in blocks:
        rest = list(block)
        while rest:
            weighed = _weigh(order, rest)
            breaches, index = min(weighed)
            order.append(rest.pop(index))
            broken = [sum(pair) for pair in zip(broken, breaches, strict=True)]
            steps += len(weighed)
    repeating = autocorrelation([statement.ideal for statement in order])
    repeats = repeating is not None and repeating >= MOST_AUTOCORRELATION
    return Draw((*broken, repeats), order, steps)


def _weigh(order: Order, rest: Order) -> list[tuple[Breaches, int]]:
    """The rules each candidate would break at the end of the order, up to the first without."""
    weighed: list[tuple[Breaches, int]] = []
    for index, candidate in enumerate(rest[:MOST_CANDIDATES]):
        ends = ([*order[1 - length :], candidate] for length, _ in WINDOWED)
        breaches = tuple(
            len(end) == length and breaks(end)
            for end, (length, breaks) in zip(ends, WINDOWED, strict=True)
        )
        weighed.append((breaches, index))
        if not any(breaches):
            break
    return weighed
