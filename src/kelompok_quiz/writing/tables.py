"""Results as a table: the columns of the contract, the carried ones first, in any vocabulary."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

import numpy as np

from kelompok_quiz.answers import AnswerBatch
from kelompok_quiz.problems import Problem
from kelompok_quiz.profile import OUTPUT_COLUMNS, Profile
from kelompok_quiz.profile.key import Key
from kelompok_quiz.result import (
    READING_BOUNDS,
    SCORING,
    STABILITY_BOUNDS,
    Floats,
    Indices,
    ResultBatch,
)
from kelompok_quiz.text import neutralise, visible

BEFORE_SCALES = OUTPUT_COLUMNS[: OUTPUT_COLUMNS.index("cautions")]
AFTER_SCALES = OUTPUT_COLUMNS[OUTPUT_COLUMNS.index("cautions") :]
ORIGINAL = " (asal)"
"""Behind the name of a carried column that is also an output column."""

HARMLESS = re.compile(r"[A-Za-z0-9][ -~]*")
"""What most carried cells look like; the rest is looked at character by character."""

HUNDREDTHS = 2
THOUSANDTHS = 3

Column: TypeAlias = Iterable[Any]
"""The cells of one column, a person each."""


def columns(profile: Profile, carried: Iterable[str]) -> list[str]:
    """Return the header: carried columns, then those of the contract."""
    own = [*BEFORE_SCALES, *(scale.id for scale in profile.scales), *AFTER_SCALES]
    names: dict[str, None] = dict.fromkeys(own)
    for header in carried:
        name = safe(header)
        while name in names:
            name += ORIGINAL
        names[name] = None
    return [*list(names)[len(own) :], *own]


def safe(value: Any) -> str:
    """Return a carried value as text that neither a spreadsheet nor a terminal acts on."""
    if value is None:
        return ""
    text = str(value)
    return text if HARMLESS.fullmatch(text) else neutralise(visible(text))


class Numbers(Protocol):
    """How a column of numbers is written; bounds are those of `result.rounded`."""

    def __call__(self, values: Floats, places: int, **bounds: Sequence[float]) -> list[Any]:
        """Return the cells of values 0..100 (or 0..1), rounded half-up to so many decimals."""


@dataclass(frozen=True)
class Vocabulary:
    """What stands in the cells: ids and digits for programs, or words and numbers for people.

    `verdicts` and `bands` are indexed like those of results, the last for none, `quality` by
    level, `flags` by flag, `cautions` by anti-trait and level. `rejected` is the verdict of a
    rejected person.
    """

    verdicts: Sequence[str]
    bands: Sequence[str]
    rejected: str
    status: Mapping[str, str]
    quality: Sequence[str]
    flags: Sequence[str]
    cautions: Sequence[Sequence[str]]
    separator: str
    problem: Callable[[Problem], str]
    numbers: Numbers


class ResultTable:
    """Batches → rows of cells; every batch's carried cells go under the headers given first."""

    def __init__(self, key: Key, carried: Iterable[str], vocabulary: Vocabulary) -> None:
        """Take the carried headers in the order of their columns."""
        self._key, self._carried, self._vocabulary = key, tuple(carried), vocabulary
        self._verdicts = np.array(vocabulary.verdicts, dtype=object)
        self._bands = np.array(vocabulary.bands, dtype=object)
        self._quality = np.array(vocabulary.quality, dtype=object)
        self._flags = np.array(vocabulary.flags, dtype=object)

    def header(self) -> list[str]:
        """Return the names of the columns."""
        return columns(self._key.profile, self._carried)

    def rows(self, batch: ResultBatch) -> Iterator[tuple[Any, ...]]:
        """Yield a row a person."""
        return zip(*self._columns(batch), strict=True)

    def _columns(self, batch: ResultBatch) -> Iterator[Column]:
        answers, scores, verdicts, key = batch.answers, batch.scores, batch.verdicts, self._key
        numbers = self._vocabulary.numbers
        floors = [float(bound) for bound in key.profile.inner_bounds]
        yield from self._carried_columns(answers)
        yield answers.rows
        yield [safe(name) for name in answers.respondents]
        yield [self._vocabulary.status[status] for status in batch.status]
        yield self._verdict_column(batch)
        yield self._bands[verdicts.band].tolist()
        yield numbers(scores.fit, HUNDREDTHS, floors=floors)
        yield numbers(scores.fit_se, HUNDREDTHS)
        yield numbers(verdicts.stability, THOUSANDTHS, floors=STABILITY_BOUNDS)
        yield from self._scale_columns(scores.score)
        yield self._caution_column(verdicts.cautions)
        yield from self._quality_columns(batch)
        yield [self._problems(answers.rejects.get(person, ())) for person in range(len(batch))]
        for constant in (key.profile.id, key.instrument.sha256, SCORING):
            yield [constant] * len(batch)

    def _carried_columns(self, answers: AnswerBatch) -> Iterator[Column]:
        place = {header: index for index, header in enumerate(answers.headers)}
        for header in self._carried:
            index = place.get(header)
            if index is None:
                yield [""] * len(answers)
            else:
                yield [safe(cells[index]) for cells in answers.cells]

    def _verdict_column(self, batch: ResultBatch) -> Column:
        names: list[str] = self._verdicts[batch.verdicts.verdict].tolist()
        for person in batch.answers.rejects:
            names[person] = self._vocabulary.rejected
        return names

    def _scale_columns(self, score: Floats) -> Iterator[Column]:
        key, numbers = self._key, self._vocabulary.numbers
        caution_from = key.profile.rules.caution_from
        low, high = READING_BOUNDS
        for index, row in enumerate(score):
            if index < key.trait_count:
                yield numbers(row, HUNDREDTHS)
            elif index < key.fit_count:
                yield numbers(row, HUNDREDTHS, floors=[caution_from])
            else:
                yield numbers(row, HUNDREDTHS, floors=[high], ceilings=[low])

    def _caution_column(self, cautions: Indices) -> Column:
        names, separator = self._vocabulary.cautions, self._vocabulary.separator
        texts = [""] * cautions.shape[1]
        for person in np.flatnonzero(cautions.any(axis=0)).tolist():
            levels = cautions[:, person].tolist()
            texts[person] = separator.join(
                names[scale][level] for scale, level in enumerate(levels) if level
            )
        return texts

    def _quality_columns(self, batch: ResultBatch) -> Iterator[Column]:
        levels: list[Any] = self._quality[batch.quality.level].tolist()
        answered: list[Any] = batch.quality.answered.tolist()
        for column in (levels, self._flag_column(batch), answered):
            for person in batch.answers.rejects:
                column[person] = ""
            yield column

    def _flag_column(self, batch: ResultBatch) -> list[str]:
        marks = batch.quality.flags
        texts = [""] * marks.shape[1]
        for person in np.flatnonzero(marks.any(axis=0)).tolist():
            texts[person] = self._vocabulary.separator.join(self._flags[marks[:, person]])
        return texts

    def _problems(self, problems: Sequence[Problem]) -> str:
        return self._vocabulary.separator.join(map(self._vocabulary.problem, problems))
