"""Simulated people, scored by the shipped scorer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, TypeAlias

import numpy as np
from benchmarks.simulation.careless import CARELESS
from benchmarks.simulation.respondents import (
    Answers,
    Bools,
    Floats,
    Habits,
    People,
    Questionnaire,
    streams,
    with_blanks,
)

from kelompok_quiz.answers import batch_of_matrix
from kelompok_quiz.profile.key import Key
from kelompok_quiz.profile.loading import load
from kelompok_quiz.result.batch import DECIMALS, Counts, Indices, ResultBatch
from kelompok_quiz.scoring.assessment import assess

ItemChange: TypeAlias = Callable[[Questionnaire, np.random.Generator], Questionnaire]

ORDINARY: Final = Habits("attentive")
ATTENTIVE: Final = (
    ORDINARY,
    Habits("acquiescence SD .5", acquiescence=0.5),
    Habits("10 % of reverse items misread", misread=0.10),
    Habits("flattery .3", flattery=0.3),
    Habits("general factor .67", general=0.67),
    Habits("decided, mostly 1 and 5", shift=1.0, spread=1.8),
    Habits("little spread", spread=0.55),
    Habits("undecided, answers 2-4", shift=0.0, level_sd=0.3, spread=0.70),
    Habits("undecided, all answers", shift=0.0, level_sd=0.3),
    Habits("undecided, mostly 3", shift=0.0, level_sd=0.3, spread=0.40),
)
BLANKS: Final = (0.02, 0.05, 0.10)
WEAK: Final = 0.30
"""The loading of a weak item: level and noise share an answer 1 : 10 instead of about 3 : 4."""
COMPARISONS: Final = 12
"""Fit items of profile 1.1.0 that compared two good things, all of them against the job."""
DESIRABLE: Final = 0.5
"""How far a desirable item moves everybody towards the job, in SDs of a tendency to answer."""


def _twelve_weak(questionnaire: Questionnaire, rng: np.random.Generator) -> Questionnaire:
    against = np.flatnonzero(questionnaire.speaks < 0)
    return questionnaire.weakened(rng.choice(against, COMPARISONS, replace=False), WEAK)


def _half(questionnaire: Questionnaire, rng: np.random.Generator) -> Indices:
    items = len(questionnaire.key.reverse)
    return rng.choice(items, items // 2, replace=False)


def _half_weak(questionnaire: Questionnaire, rng: np.random.Generator) -> Questionnaire:
    return questionnaire.weakened(_half(questionnaire, rng), WEAK)


def _half_desirable(questionnaire: Questionnaire, rng: np.random.Generator) -> Questionnaire:
    return questionnaire.made_desirable(_half(questionnaire, rng), DESIRABLE)


ITEMS: Final[Mapping[str, ItemChange]] = {
    "12 items against the job weak": _twelve_weak,
    "half of the items weak": _half_weak,
    "half of the items desirable": _half_desirable,
}
"""Items that are worse than assumed; the truth stays that of the assumed ones."""


@dataclass(frozen=True, eq=False)
class Sample:
    """People of one kind, scored."""

    name: str
    results: ResultBatch

    @cached_property
    def longest_middle(self) -> Counts:
        """The longest run of the middle response: (people,)."""
        return self._longest(middle=True)

    @cached_property
    def longest_other(self) -> Counts:
        """The longest run of one of the other responses: (people,)."""
        return self._longest(middle=False)

    def _longest(self, *, middle: bool) -> Counts:
        answers, key = self.results.answers.matrix, self.results.key
        kept = (answers == (key.points + 1) // 2) == middle
        return scored(key, np.where(kept, answers, 0).astype(np.int8)).quality.longstring


@dataclass(frozen=True, eq=False)
class AttentiveSample(Sample):
    """People with known true scores, (scales, people), who answered and were scored twice."""

    again: ResultBatch
    true_scores: Floats
    true_fits: Floats

    @cached_property
    def true_bands(self) -> Indices:
        """The band of the true fit: (people,)."""
        rounded = np.round(self.true_fits, DECIMALS)
        return np.searchsorted(self.results.key.floors, rounded, side="right") - 1

    @property
    def right(self) -> Bools:
        """Whether the band is that of the true fit: (people,)."""
        right: Bools = self.results.verdicts.band == self.true_bands
        return right

    @property
    def repeated(self) -> Bools:
        """Whether answering again gives the same person the same band: (people,)."""
        repeated: Bools = self.results.verdicts.band == self.again.verdicts.band
        return repeated

    @property
    def verdict_repeated(self) -> Bools:
        """Whether answering again gives the same person the same verdict: (people,)."""
        repeated: Bools = self.results.verdicts.verdict == self.again.verdicts.verdict
        return repeated


@dataclass(frozen=True, eq=False)
class Simulation:
    """The samples of all tables."""

    key: Key
    seed: int
    attentive: Sequence[AttentiveSample]
    careless: Sequence[Sample]
    blanks: Sequence[AttentiveSample]
    items: Sequence[AttentiveSample]
    designed: Sequence[Sample]

    @property
    def ordinary(self) -> AttentiveSample:
        """The plain attentive people, the largest sample."""
        return self.attentive[0]

    @property
    def samples(self) -> Sequence[Sample]:
        """Attentive kinds, then careless ones."""
        return [*self.attentive, *self.careless]

    def named(self, name: str) -> Sample:
        """Return the sample of this name; raise `StopIteration` if there is none."""
        return next(sample for sample in self.samples if sample.name == name)

    def attentive_named(self, name: str) -> AttentiveSample:
        """Return the attentive sample of this name; raise `StopIteration` if there is none."""
        return next(sample for sample in self.attentive if sample.name == name)


def simulate(people: int, seed: int) -> Simulation:
    """Simulate `people` plain attentive people and half as many of every other kind."""
    key = Key(load())
    stream = streams(seed)
    questionnaire = Questionnaire.draw(key, next(stream))
    others = people // 2
    sizes = [people] + [others] * (len(ATTENTIVE) - 1)
    return Simulation(
        key=key,
        seed=seed,
        attentive=[
            _attentive(questionnaire, habits, size, next(stream))
            for habits, size in zip(ATTENTIVE, sizes, strict=True)
        ],
        careless=[_careless(questionnaire, name, others, next(stream)) for name in CARELESS],
        blanks=[_with_blanks(questionnaire, share, others, next(stream)) for share in BLANKS],
        items=[_with_items(questionnaire, name, others, next(stream)) for name in ITEMS],
        designed=[Sample(name, scored(key, row)) for name, row in designed_answers(key)],
    )


def scored(key: Key, answers: Answers) -> ResultBatch:
    """Score (people, items) answers, 0 = missing, in the profile's presented order."""
    return assess(key, batch_of_matrix(answers))


def designed_answers(key: Key) -> list[tuple[str, Answers]]:
    """The ideal and the anti-ideal answers, in full and mildly; one person each."""
    agrees = np.array(key.profile.ideal)
    kinds = {"ideal, 5/1": (5, 1), "ideal, 4/2": (4, 2)}
    kinds |= {"anti-ideal, 1/5": (1, 5), "anti-ideal, 2/4": (2, 4)}
    return [
        (name, np.where(agrees, high, low)[np.newaxis].astype(np.int8))
        for name, (high, low) in kinds.items()
    ]


def _attentive(
    questionnaire: Questionnaire, habits: Habits, size: int, rng: np.random.Generator
) -> AttentiveSample:
    people = questionnaire.gather(habits, size, rng)
    return _known(questionnaire, habits.name, people, lambda: questionnaire.answer(people, rng))


def _with_blanks(
    questionnaire: Questionnaire, share: float, size: int, rng: np.random.Generator
) -> AttentiveSample:
    people = questionnaire.gather(ORDINARY, size, rng)

    def answer() -> Answers:
        return with_blanks(questionnaire.answer(people, rng), share, rng)

    return _known(questionnaire, f"{share:.0%} blank", people, answer)


def _with_items(
    questionnaire: Questionnaire, name: str, size: int, rng: np.random.Generator
) -> AttentiveSample:
    people = questionnaire.gather(ORDINARY, size, rng)
    worse = ITEMS[name](questionnaire, rng)
    return _known(questionnaire, name, people, lambda: worse.answer(people, rng))


def _known(
    questionnaire: Questionnaire, name: str, people: People, answer: Callable[[], Answers]
) -> AttentiveSample:
    key = questionnaire.key
    return AttentiveSample(
        name=name,
        results=scored(key, answer()),
        again=scored(key, answer()),
        true_scores=questionnaire.true_scores(people).T,
        true_fits=questionnaire.true_fits(people),
    )


def _careless(
    questionnaire: Questionnaire, name: str, size: int, rng: np.random.Generator
) -> Sample:
    people = questionnaire.gather(ORDINARY, size, rng)
    answers = CARELESS[name](questionnaire.answer(people, rng), rng)
    return Sample(name, scored(questionnaire.key, answers))
