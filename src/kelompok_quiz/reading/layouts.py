"""How an input was understood: what `periksa` tells, and what a refusal is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from kelompok_quiz.answers import AnswerBatch
from kelompok_quiz.columns import ColumnMap
from kelompok_quiz.problems import Place


@dataclass(frozen=True, slots=True)
class Layout:
    """The form of an input, and what its columns stand for.

    `kind`: csv, xlsx, xls, ods, json, jsonl, yaml or angka. `place`: of the header, or of the first
    record. `descriptions`: rows below the header that are no people. `others`: further sheets with
    answers, which are not read.
    """

    kind: str
    columns: ColumnMap
    place: Place
    delimiter: str | None = None
    descriptions: int = 0
    sheet: str | None = None
    others: tuple[str, ...] = ()
    member: str | None = None
    encoding: str | None = None


class AnswerSource(Protocol):
    """One input, opened and mapped; `batches` reads it once."""

    layout: Layout
    headers: tuple[str, ...]

    def batches(self) -> Iterator[AnswerBatch]:
        """Yield the people in order, in bounded batches."""
