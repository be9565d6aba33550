"""A personal order of the items: another one for every seed, and as sound as the profile's own.

The rules, most important first: as few blocks as the biggest scale has items; no neighbours of one
scale; no long run of one key direction; none that the ideal sheet answers alike; nor does that
sheet alternate for long, nor repeat itself. The first holds by construction. Where a profile cannot
keep the others, the drawn order breaks the least important ones, as seldom as it found a way to.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import NamedTuple, TypeAlias, TypeVar

from kelompok_quiz.profile.model import Profile
from kelompok_quiz.profile.order_rules import (
    MOST_ALTERNATING,
    MOST_AUTOCORRELATION,
    MOST_IN_A_ROW,
    alternating,
    autocorrelation,
    long_runs,
    neighbours,
)

MOST_STEPS = 6_000
"""When this many items have been weighed, no new draw begins: some 90 draws of 50 items."""

MOST_CANDIDATES = 16
"""So many items of a block are weighed for one place; it bounds a draw from a huge block."""


class Statement(NamedTuple):
    """What the rules need of an item."""

    id: str
    scale: str
    reverse: bool
    ideal: bool


Order: TypeAlias = list[Statement]
Breaches: TypeAlias = tuple[bool, ...]
Chance: TypeAlias = Callable[[], float]
T = TypeVar("T")


class Draw(NamedTuple):
    """An order, how often it breaks each rule, and how many items were weighed for it."""

    broken: tuple[int, ...]
    order: Order
    steps: int


def _has_neighbours(window: Order) -> bool:
    return any(neighbours([statement.scale for statement in window]))


def _has_one_key(window: Order) -> bool:
    return any(long_runs([statement.reverse for statement in window]))


def _has_one_side(window: Order) -> bool:
    return any(long_runs([statement.ideal for statement in window]))


def _alternates(window: Order) -> bool:
    return alternating([statement.ideal for statement in window]) > MOST_ALTERNATING


WINDOWED: tuple[tuple[int, Callable[[Order], bool]], ...] = (
    (2, _has_neighbours),
    (MOST_IN_A_ROW + 1, _has_one_key),
    (MOST_IN_A_ROW + 1, _has_one_side),
    (MOST_ALTERNATING + 1, _alternates),
)
"""Rules that so many items in a row can break, and whether these do; most important first."""


def draw_order(profile: Profile, seed: int) -> tuple[str, ...]:
    """Return all item ids in a random order that keeps the rules, as far as the profile lets it.

    The same profile and seed (from 0) give the same order on every Python: of the generator only
    `random()` is used, whose sequence Python promises to keep; those of `shuffle` and `choice` may
    change.
    """
    import random

    chance = random.Random(seed).random  # noqa: S311 - no secret hangs on an order
    return tuple(statement.id for statement in draw(profile, chance).order)


def draw(profile: Profile, chance: Chance) -> Draw:
    """Draw until an order keeps every rule or `MOST_STEPS` are spent; return the soundest.

    `chance` gives numbers from 0 to 1. The steps are those of all draws together.
    """
    scales = _statements(profile)
    best = _lay_out(_deal(scales, chance))
    steps = best.steps
    while any(best.broken) and steps < MOST_STEPS:
        other = _lay_out(_deal(scales, chance))
        steps += other.steps
        best = min(best, other, key=attrgetter("broken"))
    return best._replace(steps=steps)


def _statements(profile: Profile) -> list[Order]:
    """The statements of each scale, in the order of the file and not of its `order`."""
    ideal = dict(zip(profile.order, profile.ideal, strict=True))
    return [
        [Statement(item.id, scale.id, item.reverse, ideal[item.id]) for item in scale.items]
        for scale in profile.scales
    ]


def _shuffled(values: Sequence[T], chance: Chance) -> list[T]:
    return sorted(values, key=lambda _: chance())


def _deal(scales: Sequence[Order], chance: Chance) -> list[Order]:
    """Deal the statements, scale after scale, into as many blocks as the biggest scale has items.

    One round of dealing visits every block, so that no block gets two of a scale.
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
    return Draw((*broken, _repeats(order)), order, steps)


def _weigh(order: Order, rest: Order) -> list[tuple[Breaches, int]]:
    """What each candidate would break at the end of the order, up to the first that is clean."""
    weighed: list[tuple[Breaches, int]] = []
    for index, candidate in enumerate(rest[:MOST_CANDIDATES]):
        weighed.append((_breaches(order, candidate), index))
        if not any(weighed[-1][0]):
            break
    return weighed


def _breaches(order: Order, candidate: Statement) -> Breaches:
    windows = [([*order[1 - length :], candidate], length, breaks) for length, breaks in WINDOWED]
    return tuple(len(window) == length and breaks(window) for window, length, breaks in windows)


def _repeats(order: Order) -> bool:
    found = autocorrelation([statement.ideal for statement in order])
    return found is not None and found >= MOST_AUTOCORRELATION
