"""How attentive people answer: true levels on the scales, and a graded-response model of items.

A raw answer is a latent tendency cut at four points. The tendency to agree with a statement is
±loading · level − difficulty + acquiescence ± flattery + noise of variance 1 − loading², times the
person's spread; − for a reverse-keyed item, and for flattery where agreeing speaks against the job.
Arrays are (people, items) or (people, scales) unless noted.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from kelompok_quiz.profile.key import Key

Answers: TypeAlias = npt.NDArray[np.int8]
Floats: TypeAlias = npt.NDArray[np.float64]
Bools: TypeAlias = npt.NDArray[np.bool_]

CUTS: Final = (-1.4, -0.45, 0.45, 1.4)
"""A neutral statement is answered 1..5 by 8, 25, 35, 25 and 8 % of people."""
LOADINGS: Final = (0.55, 0.75)
DIFFICULTY_SD: Final = 0.25
FINEST: Final = np.linspace(-8.0, 8.0, 16_001)
CDF: Final = 0.5 + 0.5 * np.array([math.erf(z * math.sqrt(0.5)) for z in FINEST.tolist()])


@dataclass(frozen=True)
class Habits:
    """One kind of attentive people.

    `shift`: mean level on the favourable side of traits and anti-traits, in SDs. `general`: the
    loading of their levels on one common factor. `level_sd`: how much people differ.
    `acquiescence`: SD of the tendency to agree with anything. `misread`: share of reverse-keyed
    items read as if regular. `flattery`: mean and SD of the tendency to answer for the job.
    `spread`: below 1, answers crowd around the middle response.
    """

    name: str
    shift: float = 0.5
    general: float = 0.45
    level_sd: float = 1.0
    acquiescence: float = 0.3
    misread: float = 0.0
    flattery: float = 0.0
    spread: float = 1.0


@dataclass(frozen=True, eq=False)
class People:
    """The traits of people, the same whenever they answer."""

    habits: Habits
    levels: Floats
    acquiescence: Floats
    flattery: Floats

    def __len__(self) -> int:
        """Return the number of people."""
        return len(self.levels)


@dataclass(frozen=True, eq=False)
class Questionnaire:
    """The items of a profile with loadings and difficulties drawn once: (items,)."""

    key: Key
    loading: Floats
    difficulty: Floats

    @classmethod
    def draw(cls, key: Key, rng: np.random.Generator) -> Questionnaire:
        """Draw a loading and a difficulty for every item of a profile with five responses."""
        items = len(key.reverse)
        difficulty = rng.normal(0.0, DIFFICULTY_SD, items)
        return cls(key, rng.uniform(*LOADINGS, items), difficulty - difficulty.mean())

    @cached_property
    def scale(self) -> npt.NDArray[np.intp]:
        """The scale of each item: (items,)."""
        scale = np.empty(len(self.key.reverse), dtype=np.intp)
        for index, columns in enumerate(self.key.columns):
            scale[columns] = index
        return scale

    @cached_property
    def speaks(self) -> Floats:
        """1 where agreeing speaks for the job, −1 where against, 0 outside the fit: (items,)."""
        return self.favourable[self.scale] * np.where(self.key.reverse, -1, 1)

    def weakened(self, items: npt.NDArray[np.intp], loading: float) -> Questionnaire:
        """Return the questionnaire with this loading of some items."""
        weaker = self.loading.copy()
        weaker[items] = loading
        return replace(self, loading=weaker)

    def made_desirable(self, items: npt.NDArray[np.intp], shift: float) -> Questionnaire:
        """Return the questionnaire with some items easier to answer in favour of the job."""
        easier = self.difficulty.copy()
        easier[items] -= shift * self.speaks[items]
        return replace(self, difficulty=easier)

    @cached_property
    def favourable(self) -> Floats:
        """1 for a trait, −1 for an anti-trait, 0 for a scale outside the fit: (scales,)."""
        side = np.zeros(len(self.key.columns))
        side[: self.key.trait_count] = 1
        side[self.key.trait_count : self.key.fit_count] = -1
        return side

    @property
    def _noise_sd(self) -> Floats:
        return np.sqrt(1 - self.loading**2)

    def gather(self, habits: Habits, people: int, rng: np.random.Generator) -> People:
        """Draw people of one kind."""
        common = habits.general * self.favourable
        own = np.sqrt(1 - common**2) * rng.standard_normal((people, len(common)))
        differing = rng.standard_normal((people, 1)) * common + own
        levels = habits.shift * self.favourable + habits.level_sd * differing
        acquiescence = rng.normal(0.0, habits.acquiescence, (people, 1))
        flattery = rng.normal(habits.flattery, habits.flattery, (people, 1))
        return People(habits, levels, acquiescence, flattery)

    def answer(self, people: People, rng: np.random.Generator) -> Answers:
        """Let people answer once; called again, they answer the same items afresh."""
        shape = len(people), len(self.key.reverse)
        misread = rng.random(shape) < people.habits.misread
        direction = np.where(self.key.reverse & ~misread, -1.0, 1.0)
        tendency = direction * self.loading * people.levels[:, self.scale]
        tendency += people.acquiescence + people.flattery * self.speaks - self.difficulty
        latent = tendency + rng.standard_normal(shape) * self._noise_sd
        return (1 + np.searchsorted(CUTS, people.habits.spread * latent)).astype(np.int8)

    def true_scores(self, people: People) -> Floats:
        """Expected scale scores 0..100 of the levels, without noise or any habit but spread."""
        expected = 1 + len(CUTS) - self._cuts_above(people)
        keyed = np.where(self.key.reverse, self.key.points + 1 - expected, expected)
        means = [keyed[:, columns].mean(axis=1) for columns in self.key.columns]
        return 100 * (np.column_stack(means) - 1) / (self.key.points - 1)

    def true_fits(self, people: People) -> Floats:
        """Expected fit, (people,), of the levels; exact, as the fit is linear in keyed answers."""
        scores = self.true_scores(people)[:, : self.key.fit_count]
        for_the_job = np.where(self.favourable[: self.key.fit_count] > 0, scores, 100 - scores)
        fits: Floats = for_the_job @ self.key.weights / self.key.weights.sum()
        return fits

    def _cuts_above(self, people: People) -> Floats:
        """The expected number of cuts above an answer."""
        direction = np.where(self.key.reverse, -1.0, 1.0)
        tendency = direction * self.loading * people.levels[:, self.scale] - self.difficulty
        below = np.zeros(tendency.shape)
        for cut in CUTS:
            z = (cut / people.habits.spread - tendency) / self._noise_sd
            below += np.interp(z, FINEST, CDF)
        return below


def with_blanks(answers: Answers, share: float, rng: np.random.Generator) -> Answers:
    """Blank a random share of the answers."""
    return np.where(rng.random(answers.shape) < share, 0, answers).astype(np.int8)


def streams(seed: int) -> Iterator[np.random.Generator]:
    """Independent generators, the same ones in the same order for the same seed."""
    root = np.random.SeedSequence(seed)
    while True:
        yield np.random.default_rng(root.spawn(1)[0])
