"""Results as CSV, for programs: ids instead of labels, digits instead of words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TextIO, get_args

import numpy as np

from kelompok_quiz.problems import Problem
from kelompok_quiz.profile.key import Key
from kelompok_quiz.profile.model import Profile
from kelompok_quiz.result.batch import (
    CAUTION_LEVELS,
    FLAGS,
    QUALITY_LEVELS,
    Floats,
    ResultBatch,
    Status,
    rounded,
)
from kelompok_quiz.writing.tables import (
    HUNDREDTHS,
    THOUSANDTHS,
    Column,
    Numbers,
    ResultTable,
    Vocabulary,
    safe,
)

DELIMITER, QUOTE, END = ",", '"', "\n"
QUOTED_CHARACTERS = (DELIMITER, QUOTE, END, "\r")


class CsvWriter:
    """Writes a row a person; every batch's carried cells go under the headers given first.

    Quotes as `csv.writer` does, but a column at a time: most columns are numbers or ids and need
    no look at every cell.
    """

    def __init__(self, stream: TextIO, key: Key, carried: Sequence[str]) -> None:
        """Write the header to a text stream."""
        self._stream = stream
        self._table = ResultTable(key, carried, ids_for_programs(key.profile))
        self._write([name] for name in self._table.header())

    def write(self, batch: ResultBatch) -> None:
        """Write the rows of a batch."""
        self._write(self._table.columns(batch))

    def _write(self, columns: Iterable[Column]) -> None:
        rows = zip(*map(quoted, columns), strict=True)
        self._stream.write(END.join([*map(DELIMITER.join, rows), ""]))

    def close(self) -> None:
        """No footer."""


def quoted(column: Column) -> list[str]:
    """Return the cells of a column as text, in quotes where needed."""
    texts = list(map(str, column))
    if not _needs_quotes("".join(texts)):
        return texts
    return [
        f"{QUOTE}{text.replace(QUOTE, 2 * QUOTE)}{QUOTE}" if _needs_quotes(text) else text
        for text in texts
    ]


def _needs_quotes(text: str) -> bool:
    return any(character in text for character in QUOTED_CHARACTERS)


def ids_for_programs(profile: Profile) -> Vocabulary:
    """Return the vocabulary of ids and digits."""
    verdicts = [*(verdict.id for verdict in profile.verdicts), ""]
    return Vocabulary(
        verdicts=verdicts,
        bands=verdicts,
        rejected="",
        status={status: status for status in get_args(Status)},
        quality=QUALITY_LEVELS,
        flags=FLAGS,
        cautions=[
            [f"{scale.id}:{level}" for level in CAUTION_LEVELS] for scale in profile.anti_traits
        ],
        separator="|",
        problem=_problem,
        numbers=_number_texts(),
    )


def _problem(problem: Problem) -> str:
    return safe(f"{problem.code}:{problem.place.header or ''}={problem.value or ''}")


def _number_texts() -> Numbers:
    # Looking a rounded number up in a table of all texts is faster than formatting each one.
    tables = {places: _decimals(places) for places in (HUNDREDTHS, THOUSANDTHS)}

    def numbers(values: Floats, places: int, **bounds: Sequence[float]) -> list[Any]:
        texts: list[str] = tables[places][rounded(values, places, **bounds)].tolist()
        return texts

    return numbers


def _decimals(places: int) -> np.ndarray[Any, np.dtype[np.object_]]:
    """Texts of all numbers 0..100 (0..1 in thousandths), then the blank, at index `NONE` (-1)."""
    most = 100 if places == HUNDREDTHS else 1
    fractions = [f".{fraction:0{places}d}" for fraction in range(10**places)]
    texts = [whole + fraction for whole in map(str, range(most)) for fraction in fractions]
    return np.array([*texts, f"{most}{fractions[0]}", ""], dtype=object)
