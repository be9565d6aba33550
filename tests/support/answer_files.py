"""Answer files of the small instrument, and what is asked of the batches read from them."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import msgspec
import pytest

from kelompok_quiz.answers import AnswerBatch
from kelompok_quiz.problems import InputUnreadable, Problem
from kelompok_quiz.reading.sources import open_answers
from kelompok_quiz.result.recorder import records
from kelompok_quiz.scoring.assessment import assess
from support.mini import IDS, KEY, PROFILE

ANSWERS = [1 + index % 5 for index in range(len(IDS))]


SHEET = dict(zip(IDS, ANSWERS, strict=True))


STATEMENTS = {item.id: item.text for item in PROFILE.items}


Reader = Callable[..., list[AnswerBatch]]


def stream(content: str, *, partial: bool = False) -> list[AnswerBatch]:
    with open_answers(io.BytesIO(content.encode()), PROFILE, partial=partial) as source:
        return list(source.batches())


def table(
    rows: Iterable[Sequence[object]],
    header: Sequence[str] = IDS,
    delimiter: str = ",",
    end: str = "\n",
) -> str:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator=end)
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()


def headed(changes: dict[str, str]) -> str:
    """One person under the ids, of which some are written another way."""
    return table([ANSWERS], [changes.get(item_id, item_id) for item_id in IDS])


def with_cell(cell: object) -> str:
    """One person whose answer to the first item is this cell."""
    return table([[cell, *ANSWERS[1:]]], delimiter=";")


def answers(batches: list[AnswerBatch]) -> list[list[int]]:
    return [row for batch in batches for row in batch.matrix.tolist()]


def respondents(batches: list[AnswerBatch]) -> list[str | None]:
    return [name for batch in batches for name in batch.respondents]


def problems(batches: list[AnswerBatch]) -> dict[int, list[Problem]]:
    """The problems of every rejected person, by the number of the person."""
    return {b.rows[i]: list(found) for b in batches for i, found in sorted(b.rejects.items())}


def codes(batches: list[AnswerBatch]) -> dict[int, list[str]]:
    return {row: [problem.code for problem in found] for row, found in problems(batches).items()}


def refusal(content: str | bytes, read: Reader, name: str = "jawaban.csv") -> list[Problem]:
    with pytest.raises(InputUnreadable) as caught:
        read(content, name)
    return list(caught.value.problems)


def saved(**changes: Any) -> dict[str, Any]:
    return {
        "profile": {"id": "pemandu", "version": "1.0.0", "sha256": "0" * 64},
        "respondent": None,
        "answers": SHEET,
        "order": IDS,
        "seconds": dict.fromkeys(IDS, 3.5),
        "seed": None,
    } | changes


def digits(row: Sequence[int]) -> str:
    return "".join(str(answer or "-") for answer in row)


def scored(batches: list[AnswerBatch]) -> list[dict[str, Any]]:
    """The records of people, but for the name of the file they came from."""
    found: list[dict[str, Any]] = [
        msgspec.to_builtins(record) for batch in batches for record in records(assess(KEY, batch))
    ]
    for record in found:
        record["source"].pop("file")
    return found
