"""Results as a table: carried columns, then those of the contract, in either vocabulary."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

import numpy as np
import numpy.typing as npt

from kelompok_quiz.answers import AnswerBatch
from kelompok_quiz.problems import Problem, shortened
from kelompok_quiz.profile.key import Key
from kelompok_quiz.profile.model import Profile
from kelompok_quiz.result.batch import (
    CAUTION_LEVELS,
    FLAGS,
    NONE,
    QUALITY_LEVELS,
    READING_BOUNDS,
    STABILITY_BOUNDS,
    Floats,
    ResultBatch,
    rounded,
)
from kelompok_quiz.result.record import SCORING
from kelompok_quiz.text import neutralise, visible
from kelompok_quiz.words import tables as words
from kelompok_quiz.words.result import REJECTED, UNDETERMINED

# Most carried cells match; only the others are inspected character by character.
HARMLESS = re.compile(r"[A-Za-z0-9][ -~]*")
HARMLESS_COLUMN = re.compile(r"(?:(?:[A-Za-z0-9][ -~]*)?\n)*")
"""A column joined to one text, a line for a cell: one match instead of thousands."""

HUNDREDTHS = 2
THOUSANDTHS = 3

Column: TypeAlias = Iterable[Any]
"""The cells of one column, a person each."""


def columns(profile: Profile, carried: Iterable[str]) -> list[str]:
    """Return the header: carried columns, then those of the contract."""
    own = profile.output_columns
    names: dict[str, None] = dict.fromkeys(own)
    for header in carried:
        name = safe(header)
        while name in names:
            name += words.ORIGINAL
        names[name] = None
    return [*list(names)[len(own) :], *own]


def safe(value: Any) -> str:
    """Return a carried value as text that neither a spreadsheet nor a terminal acts on."""
    if value is None:
        return ""
    text = str(value)
    return text if HARMLESS.fullmatch(text) else neutralise(visible(text))


def safe_column(values: Sequence[Any]) -> list[str]:
    """Return `safe` of every value."""
    texts = ["" if value is None else str(value) for value in values]
    lines = "".join(f"{text}\n" for text in texts)
    if lines.count("\n") == len(texts) and HARMLESS_COLUMN.fullmatch(lines):
        return texts
    return [safe(text) for text in texts]


class Numbers(Protocol):
    """Formats a column of numbers; bounds are those of `result.rounded`."""

    def __call__(self, values: Floats, places: int, **bounds: Sequence[float]) -> list[Any]:
        """Return the cells of values 0..100 (or 0..1), rounded half-up to so many decimals."""


@dataclass(frozen=True)
class Vocabulary:
    """The contents of cells: ids and digits for programs, or words and numbers for people.

    `verdicts` and `bands` are indexed like those of results, the last for none; `quality` by
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
        separator = vocabulary.separator
        self._cautions = Combinations(vocabulary.cautions, separator)
        self._flags = Combinations([("", flag) for flag in vocabulary.flags], separator)

    def header(self) -> list[str]:
        """Return the names of the columns."""
        return columns(self._key.profile, self._carried)

    def rows(self, batch: ResultBatch) -> Iterator[tuple[Any, ...]]:
        """Yield a row a person."""
        return zip(*self.columns(batch), strict=True)

    def columns(self, batch: ResultBatch) -> Iterator[Column]:
        """Yield the columns, a cell a person in each."""
        answers, scores, verdicts, key = batch.answers, batch.scores, batch.verdicts, self._key
        numbers = self._vocabulary.numbers
        floors = [float(bound) for bound in key.profile.inner_bounds]
        yield from self._carried_columns(answers)
        yield answers.rows
        yield safe_column(answers.respondents)
        yield [self._vocabulary.status[status] for status in batch.status]
        yield self._verdict_column(batch)
        yield self._bands[verdicts.band].tolist()
        yield numbers(scores.fit, HUNDREDTHS, floors=floors)
        yield numbers(scores.fit_se, HUNDREDTHS)
        yield numbers(verdicts.stability, THOUSANDTHS, floors=STABILITY_BOUNDS)
        yield from self._scale_columns(scores.score)
        yield self._cautions.column(verdicts.cautions)
        yield from self._quality_columns(batch)
        yield self._problem_column(answers)
        for constant in (key.profile.id, key.instrument.sha256, SCORING):
            yield [constant] * len(batch)

    def _carried_columns(self, answers: AnswerBatch) -> Iterator[Column]:
        place = {header: index for index, header in enumerate(answers.headers)}
        for header in self._carried:
            index = place.get(header)
            if index is None:
                yield [""] * len(answers)
            else:
                yield safe_column([cells[index] for cells in answers.cells])

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

    def _quality_columns(self, batch: ResultBatch) -> Iterator[Column]:
        levels: list[Any] = self._quality[batch.quality.level].tolist()
        answered: list[Any] = batch.quality.answered.tolist()
        for column in (levels, self._flags.column(batch.quality.flags), answered):
            for person in batch.answers.rejects:
                column[person] = ""
            yield column

    def _problem_column(self, answers: AnswerBatch) -> Column:
        texts = [""] * len(answers)
        for person, problems in answers.rejects.items():
            texts[person] = self._vocabulary.separator.join(map(self._vocabulary.problem, problems))
        return texts


class Combinations(dict[tuple[int, ...], str]):
    """A level of each flag (or anti-trait) → the names of all that are not 0, joined.

    A cache: among thousands of people only some dozens of combinations occur.
    """

    def __init__(self, names: Sequence[Sequence[str]], separator: str) -> None:
        """Take the names of every level of every flag."""
        super().__init__()
        self._names, self._separator = names, separator

    def column(self, levels: npt.NDArray[Any]) -> list[str]:
        """Return the names of every person; `levels` is (flags, people)."""
        return [self[each] for each in zip(*levels.tolist(), strict=True)]

    def __missing__(self, levels: tuple[int, ...]) -> str:
        """Join the names of a new combination."""
        named = (names[level] for names, level in zip(self._names, levels, strict=True) if level)
        self[levels] = text = self._separator.join(named)
        return text


def words_for_people(profile: Profile) -> Vocabulary:
    """Return the vocabulary of labels, sentences and numbers."""
    labels = [verdict.label for verdict in profile.verdicts]
    cautions = [words.CAUTIONS[level].word for level in CAUTION_LEVELS if level]
    return Vocabulary(
        verdicts=[*labels, UNDETERMINED],
        bands=[*labels, ""],
        rejected=REJECTED,
        status={id_: described.word for id_, described in words.STATUS.items()},
        quality=[words.QUALITY[level].word for level in QUALITY_LEVELS],
        flags=[words.FLAGS[flag].word for flag in FLAGS],
        cautions=[
            ["", *(words.CAUTION.format(label=scale.label, word=word) for word in cautions)]
            for scale in profile.anti_traits
        ],
        separator="; ",
        problem=_reason,
        numbers=_numbers,
    )


def _reason(problem: Problem) -> str:
    header = problem.place.header
    if header is None:
        return visible(problem.message)
    reason = words.REJECTION.format(header=shortened(header), message=problem.message)
    return visible(reason)


def _numbers(values: Floats, places: int, **bounds: Sequence[float]) -> list[float | None]:
    unit = 10**places
    units = rounded(values, places, **bounds).tolist()
    return [None if count == NONE else count / unit for count in units]
