"""Results as delimited text: the columns of the contract, the carried ones first."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TextIO

import numpy as np

from kelompok_quiz.answers import AnswerBatch
from kelompok_quiz.problems import Problem
from kelompok_quiz.profile import OUTPUT_COLUMNS, Profile
from kelompok_quiz.profile.key import Key
from kelompok_quiz.result import (
    CAUTION_LEVELS,
    FLAGS,
    QUALITY_LEVELS,
    READING_BOUNDS,
    SCORING,
    STABILITY_BOUNDS,
    Floats,
    Indices,
    ResultBatch,
    rounded,
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


class CsvWriter:
    """Writes a row a person; every batch's carried cells go under the headers given first."""

    def __init__(self, stream: TextIO, key: Key, carried: Sequence[str]) -> None:
        """Write the header to a text stream."""
        self._rows = csv.writer(stream, lineterminator="\n")
        self._key, self._carried = key, tuple(carried)
        self._tables = {places: _decimals(places) for places in (HUNDREDTHS, THOUSANDTHS)}
        self._rows.writerow(columns(key.profile, carried))

    def write(self, batch: ResultBatch) -> None:
        """Write the rows of a batch."""
        self._rows.writerows(zip(*self._columns(batch), strict=True))

    def close(self) -> None:
        """Write what stands behind the last row: nothing."""

    def _columns(self, batch: ResultBatch) -> Iterator[Iterable[Any]]:
        answers, scores, verdicts, key = batch.answers, batch.scores, batch.verdicts, self._key
        floors = [float(bound) for bound in key.profile.inner_bounds]
        ids = np.array([*(verdict.id for verdict in key.profile.verdicts), ""], dtype=object)
        yield from self._carried_columns(answers)
        yield answers.rows
        yield [safe(name) for name in answers.respondents]
        yield batch.status
        yield ids[verdicts.verdict].tolist()
        yield ids[verdicts.band].tolist()
        yield self._numbers(scores.fit, HUNDREDTHS, floors=floors)
        yield self._numbers(scores.fit_se, HUNDREDTHS)
        yield self._numbers(verdicts.stability, THOUSANDTHS, floors=STABILITY_BOUNDS)
        yield from self._scale_columns(scores.score)
        yield _cautions(key, verdicts.cautions)
        yield from self._quality_columns(batch)
        yield [_problems(answers.rejects.get(person, ())) for person in range(len(batch))]
        for constant in (key.profile.id, key.instrument.sha256, SCORING):
            yield [constant] * len(batch)

    def _carried_columns(self, answers: AnswerBatch) -> Iterator[list[str]]:
        place = {header: index for index, header in enumerate(answers.headers)}
        for header in self._carried:
            index = place.get(header)
            if index is None:
                yield [""] * len(answers)
            else:
                yield [safe(cells[index]) for cells in answers.cells]

    def _scale_columns(self, score: Floats) -> Iterator[list[str]]:
        key = self._key
        caution_from = key.profile.rules.caution_from
        low, high = READING_BOUNDS
        for index, row in enumerate(score):
            if index < key.trait_count:
                yield self._numbers(row, HUNDREDTHS)
            elif index < key.fit_count:
                yield self._numbers(row, HUNDREDTHS, floors=[caution_from])
            else:
                yield self._numbers(row, HUNDREDTHS, floors=[high], ceilings=[low])

    def _numbers(self, values: Floats, places: int, **bounds: Sequence[float]) -> list[str]:
        texts: list[str] = self._tables[places][rounded(values, places, **bounds)].tolist()
        return texts

    def _quality_columns(self, batch: ResultBatch) -> Iterator[list[Any]]:
        rejected = batch.answers.rejects
        levels = np.array(QUALITY_LEVELS, dtype=object)[batch.quality.level].tolist()
        flags = _joined(batch.quality.flags, np.array(FLAGS, dtype=object))
        answered: list[Any] = batch.quality.answered.tolist()
        for column in (levels, flags, answered):
            for person in rejected:
                column[person] = ""
            yield column


def _decimals(places: int) -> np.ndarray[Any, np.dtype[np.object_]]:
    """Every number 0..100 with so many decimals as text, and the blank last: NONE finds it."""
    most = 100 if places == HUNDREDTHS else 1
    fractions = [f".{fraction:0{places}d}" for fraction in range(10**places)]
    texts = [whole + fraction for whole in map(str, range(most)) for fraction in fractions]
    return np.array([*texts, f"{most}{fractions[0]}", ""], dtype=object)


def _cautions(key: Key, cautions: Indices) -> list[str]:
    names = [
        [f"{scale.id}:{level}" for level in CAUTION_LEVELS] for scale in key.profile.anti_traits
    ]
    texts = [""] * cautions.shape[1]
    for person in np.flatnonzero(cautions.any(axis=0)).tolist():
        levels = cautions[:, person].tolist()
        texts[person] = "|".join(names[i][level] for i, level in enumerate(levels) if level)
    return texts


def _joined(marks: np.ndarray[Any, Any], names: np.ndarray[Any, Any]) -> list[str]:
    texts = [""] * marks.shape[1]
    for person in np.flatnonzero(marks.any(axis=0)).tolist():
        texts[person] = "|".join(names[marks[:, person]])
    return texts


def _problems(problems: Sequence[Problem]) -> str:
    return "|".join(safe(f"{p.code}:{p.place.header or ''}={p.value or ''}") for p in problems)
