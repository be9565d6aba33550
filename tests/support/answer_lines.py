"""Tables of the small instrument, written line by line and read from a stream."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest

from kelompok_quiz.answers import AnswerBatch
from kelompok_quiz.columns.guide import UNGUIDED, Guide
from kelompok_quiz.columns.header_matcher import HeaderMatcher
from kelompok_quiz.problems import InputUnreadable, Problem
from kelompok_quiz.reading.batches import Layout
from kelompok_quiz.reading.sources import inspect_answers, open_answers
from support.mini import IDS, PROFILE

FOURS = ["4"] * len(IDS)


HEADER = ["nama", *IDS]


def line(cells: Sequence[str], delimiter: str = ",") -> str:
    return delimiter.join(cells) + "\n"


def person(name: str) -> str:
    return line([name, *FOURS])


def read_text(text: str, guide: Guide = UNGUIDED) -> list[AnswerBatch]:
    with open_answers(io.BytesIO(text.encode()), PROFILE, guide=guide) as source:
        return list(source.batches())


def layout(text: str) -> Layout:
    with inspect_answers(io.BytesIO(text.encode()), HeaderMatcher(PROFILE)) as source:
        return source.layout


def names(text: str) -> list[str | None]:
    return [name for batch in read_text(text) for name in batch.respondents]


def first_problems(text: str) -> dict[int, Problem]:
    return {b.rows[i]: found[0] for b in read_text(text) for i, found in b.rejects.items()}


def refused(text: str) -> Problem:
    with pytest.raises(InputUnreadable) as caught:
        read_text(text)
    return caught.value.problems[0]
