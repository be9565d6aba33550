"""Answer files inside something: zips, workbooks, pipes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from kelompok_quiz.answers import AnswerBatch
from kelompok_quiz.columns.guide import UNGUIDED, Guide
from kelompok_quiz.problems import InputUnreadable
from kelompok_quiz.reading.contents import LIMITS, Limits
from kelompok_quiz.reading.sources import AnswerSource, open_answers
from support.mini import CASES, IDS, PROFILE

TABLE = f"nama,{','.join(IDS)}\nAni{',4' * len(IDS)}\n"


XLSX = (CASES / "answers" / "read" / "excel_lembar.xlsx").read_bytes()


XLS = (CASES / "answers" / "read" / "excel_lama.xls").read_bytes()


class Pipe(io.BytesIO):
    """Bytes that can be read once, as from a pipe."""

    def seekable(self) -> bool:
        return False

    def seek(self, *_: int) -> int:
        raise io.UnsupportedOperation


@contextmanager
def opened(
    content: bytes, guide: Guide = UNGUIDED, limits: Limits = LIMITS
) -> Iterator[AnswerSource]:
    with open_answers(Pipe(content), PROFILE, guide=guide, limits=limits) as source:
        yield source


def read_packed(
    content: bytes, guide: Guide = UNGUIDED, limits: Limits = LIMITS
) -> list[AnswerBatch]:
    with opened(content, guide, limits) as source:
        return list(source.batches())


def names(content: bytes, limits: Limits = LIMITS) -> list[str | None]:
    return [name for batch in read_packed(content, limits=limits) for name in batch.respondents]


def refusal_code(content: bytes, guide: Guide = UNGUIDED, limits: Limits = LIMITS) -> str:
    with pytest.raises(InputUnreadable) as caught:
        read_packed(content, guide, limits)
    (problem,) = caught.value.problems
    assert problem.message
    assert problem.remedy
    return problem.code


def zipped(**members: str | bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_csv", ".csv"), content)
    return packed.getvalue()


def workbook(build: Callable[[Any], None]) -> bytes:
    xlsxwriter = pytest.importorskip("xlsxwriter")
    packed = io.BytesIO()
    book = xlsxwriter.Workbook(packed, {"in_memory": True})
    build(book)
    book.close()
    return packed.getvalue()
