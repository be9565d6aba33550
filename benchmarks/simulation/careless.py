"""How careless people answer: each kind turns attentive sheets into its own.

A kind that reads nothing uses only their shape: (people, items).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final, TypeAlias

import numpy as np
from benchmarks.simulation.respondents import Sheets

Carelessness: TypeAlias = Callable[[Sheets, np.random.Generator], Sheets]

RESPONSES: Final = 5
ROUND_THE_MIDDLE: Final = (0.05, 0.25, 0.40, 0.25, 0.05)
STAIRCASE: Final = np.array([1, 2, 3, 4, 5, 4, 3, 2], dtype=np.int8)


def uniform(attentive: Sheets, rng: np.random.Generator) -> Sheets:
    """Any answer to anything."""
    return rng.integers(1, RESPONSES + 1, attentive.shape, dtype=np.int8)


def round_the_middle(attentive: Sheets, rng: np.random.Generator) -> Sheets:
    """Random answers, most of them 2, 3 or 4."""
    answers = np.arange(1, RESPONSES + 1, dtype=np.int8)
    return rng.choice(answers, attentive.shape, p=ROUND_THE_MIDDLE)


def straight(attentive: Sheets, rng: np.random.Generator) -> Sheets:
    """One answer throughout."""
    people, items = attentive.shape
    return np.repeat(rng.integers(1, RESPONSES + 1, (people, 1), dtype=np.int8), items, axis=1)


def cycle(attentive: Sheets, rng: np.random.Generator, *, length: int) -> Sheets:
    """A random pattern of this length over and over; its first two answers differ."""
    people, items = attentive.shape
    pattern = rng.integers(0, RESPONSES, (people, length))
    pattern[:, 1] = (pattern[:, 0] + rng.integers(1, RESPONSES, people)) % RESPONSES
    return (1 + pattern[:, np.arange(items) % length]).astype(np.int8)


def staircase(attentive: Sheets, rng: np.random.Generator) -> Sheets:
    """1-2-3-4-5-4-3-2 over and over, from a random step."""
    people, items = attentive.shape
    start = rng.integers(0, len(STAIRCASE), (people, 1))
    return np.take(STAIRCASE, (start + np.arange(items)) % len(STAIRCASE))


def off_by_one(sheets: Sheets, rng: np.random.Generator, *, share: float) -> Sheets:
    """Move a share of the answers one step, back into the range at its ends."""
    step = rng.choice(np.array([-1, 1], dtype=np.int8), sheets.shape)
    step = np.where(sheets == 1, 1, np.where(sheets == RESPONSES, -1, step))
    return np.where(rng.random(sheets.shape) < share, sheets + step, sheets).astype(np.int8)


def any_instead(sheets: Sheets, rng: np.random.Generator, *, share: float) -> Sheets:
    """Replace a share of the answers by any answer."""
    return np.where(rng.random(sheets.shape) < share, uniform(sheets, rng), sheets).astype(np.int8)


def half(attentive: Sheets, rng: np.random.Generator, *, second: Carelessness) -> Sheets:
    """An attentive first half and a careless second."""
    middle = attentive.shape[1] // 2
    return np.hstack([attentive[:, :middle], second(attentive[:, middle:], rng)])


def then(attentive: Sheets, rng: np.random.Generator, *parts: Carelessness) -> Sheets:
    """One carelessness upon another."""
    for part in parts:
        attentive = part(attentive, rng)
    return attentive


def _slipping(kind: Carelessness) -> Carelessness:
    slip = partial(any_instead, share=0.10)
    return lambda sheets, rng: then(sheets, rng, kind, slip)


def _nearly_straight(slip: Carelessness) -> Carelessness:
    return lambda sheets, rng: then(sheets, rng, straight, slip)


CARELESS: Final[Mapping[str, Carelessness]] = {
    "random": uniform,
    "random round the middle": round_the_middle,
    "straight": straight,
    "straight, 15 % off by one": _nearly_straight(partial(off_by_one, share=0.15)),
    "straight, 25 % any": _nearly_straight(partial(any_instead, share=0.25)),
    **{f"cycle of {length}": partial(cycle, length=length) for length in (2, 3, 4, 5)},
    **{
        f"cycle of {length}, 10 % slips": _slipping(partial(cycle, length=length))
        for length in (2, 3, 4, 5)
    },
    "staircase 1-5-1": staircase,
    "staircase, 10 % slips": _slipping(staircase),
    "second half random": partial(half, second=uniform),
    "second half straight": partial(half, second=straight),
}
