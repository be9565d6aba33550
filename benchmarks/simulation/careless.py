"""Models of careless responding: each turns attentive answers, (people, items), into its own.

A model of people who read nothing uses only the shape of the attentive answers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final, TypeAlias

import numpy as np
from benchmarks.simulation.respondents import Answers

Carelessness: TypeAlias = Callable[[Answers, np.random.Generator], Answers]

RESPONSES: Final = 5
ROUND_THE_MIDDLE: Final = (0.05, 0.25, 0.40, 0.25, 0.05)
"""Probabilities of the responses 1 to 5."""
STAIRCASE: Final = np.array([1, 2, 3, 4, 5, 4, 3, 2], dtype=np.int8)


def uniform(attentive: Answers, rng: np.random.Generator) -> Answers:
    """Uniformly random answers."""
    return rng.integers(1, RESPONSES + 1, attentive.shape, dtype=np.int8)


def round_the_middle(attentive: Answers, rng: np.random.Generator) -> Answers:
    """Random answers, most of them 2, 3 or 4."""
    responses = np.arange(1, RESPONSES + 1, dtype=np.int8)
    return rng.choice(responses, attentive.shape, p=ROUND_THE_MIDDLE)


def straight(attentive: Answers, rng: np.random.Generator) -> Answers:
    """One answer to all items."""
    people, items = attentive.shape
    return np.repeat(rng.integers(1, RESPONSES + 1, (people, 1), dtype=np.int8), items, axis=1)


def cycle(attentive: Answers, rng: np.random.Generator, *, length: int) -> Answers:
    """A random pattern of this length, repeated; its first two answers differ."""
    people, items = attentive.shape
    pattern = rng.integers(0, RESPONSES, (people, length))
    pattern[:, 1] = (pattern[:, 0] + rng.integers(1, RESPONSES, people)) % RESPONSES
    return (1 + pattern[:, np.arange(items) % length]).astype(np.int8)


def staircase(attentive: Answers, rng: np.random.Generator) -> Answers:
    """1-2-3-4-5-4-3-2, repeated, from a random step."""
    people, items = attentive.shape
    start = rng.integers(0, len(STAIRCASE), (people, 1))
    return np.take(STAIRCASE, (start + np.arange(items)) % len(STAIRCASE))


def off_by_one(answers: Answers, rng: np.random.Generator, *, share: float) -> Answers:
    """Move a share of the answers one step; the lowest only up, the highest only down."""
    step = rng.choice(np.array([-1, 1], dtype=np.int8), answers.shape)
    step = np.where(answers == 1, 1, np.where(answers == RESPONSES, -1, step))
    return np.where(rng.random(answers.shape) < share, answers + step, answers).astype(np.int8)


def any_instead(answers: Answers, rng: np.random.Generator, *, share: float) -> Answers:
    """Replace a share of the answers by random ones."""
    replaced = rng.random(answers.shape) < share
    return np.where(replaced, uniform(answers, rng), answers).astype(np.int8)


def hurried(attentive: Answers, rng: np.random.Generator) -> Answers:
    """Attentive answers, but to three items in ten any answer."""
    return any_instead(attentive, rng, share=0.30)


def half(attentive: Answers, rng: np.random.Generator, *, second: Carelessness) -> Answers:
    """An attentive first half and a careless second."""
    middle = attentive.shape[1] // 2
    return np.hstack([attentive[:, :middle], second(attentive[:, middle:], rng)])


def in_turn(attentive: Answers, rng: np.random.Generator, *models: Carelessness) -> Answers:
    """Several models, each applied to the answers of the one before."""
    answers = attentive
    for model in models:
        answers = model(answers, rng)
    return answers


def _slipping(kind: Carelessness) -> Carelessness:
    slip = partial(any_instead, share=0.10)
    return lambda answers, rng: in_turn(answers, rng, kind, slip)


def _nearly_straight(slip: Carelessness) -> Carelessness:
    return lambda answers, rng: in_turn(answers, rng, straight, slip)


CARELESS: Final[Mapping[str, Carelessness]] = {
    "hurried, 30 % any": hurried,
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
