"""Results of a few people with the small instrument, and functions that write them."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import Any

import numpy as np

from kelompok_quiz.answers import AnswerBatch
from kelompok_quiz.problems import Problem
from kelompok_quiz.result.batch import ResultBatch
from kelompok_quiz.scoring.assessment import assess
from kelompok_quiz.writing.csv_writer import CsvWriter
from kelompok_quiz.writing.json_writer import JsonLinesWriter, JsonWriter
from support.mini import IDS, KEY, PROFILE

SCALES = ["trait_a", "trait_b", "anti_a", "anti_b", "anti_c", "belief_a", "contrast_a"]
COLUMNS = [
    *("row", "respondent", "status", "verdict", "band", "fit", "fit_se", "stability"),
    *SCALES,
    *("cautions", "quality", "flags", "answered", "problems"),
    *("profile", "profile_sha256", "scoring"),
]
FAVOURABLE = {"t": (5, 5, 1, 2), "a": (2, 1, 5, 4), "b": (2, 1, 5, 4), "c": (4, 5, 4, 2)}
"""Answers to the items 1..4 of a scale, by the first letter of their ids."""


def fitting(**changes: int) -> list[int]:
    """The answers of a person whom the job fits, except for some items; 0 = missing."""
    usual = {i: FAVOURABLE[i[0]][int(i[-1]) - 1] for i in IDS}
    return list((usual | changes).values())


def keyed(scales: dict[str, int]) -> dict[str, int]:
    """The keyed answer to every item of a scale, by the letters its item ids begin with."""
    reverse = {item.id for item in PROFILE.items if item.reverse}
    return {
        i: 6 - n if i in reverse else n
        for scale, n in scales.items()
        for i in IDS
        if i.startswith(scale)
    }


def people(
    *rows: list[int],
    headers: tuple[str, ...] = (),
    cells: tuple[Any, ...] = (),
    respondents: tuple[str | None, ...] = (),
    rejects: dict[int, tuple[Problem, ...]] | None = None,
) -> AnswerBatch:
    return AnswerBatch(
        source="kelas.csv",
        rows=range(1, len(rows) + 1),
        respondents=respondents or [str(number) for number in range(1, len(rows) + 1)],
        headers=headers,
        cells=cells or [()] * len(rows),
        matrix=np.array(rows, dtype=np.int8),
        rejects=rejects or {},
    )


def with_values(batch: AnswerBatch, **values: float) -> ResultBatch:
    """Results in which the fit or the stability of all people is replaced."""
    results = assess(KEY, batch)
    scores, verdicts = results.scores, results.verdicts
    if "fit" in values:
        scores = replace(scores, fit=np.full(len(batch), values["fit"]))
    if "score" in values:
        scores = replace(scores, score=np.full_like(scores.score, values["score"]))
    if "stability" in values:
        verdicts = replace(verdicts, stability=np.full(len(batch), values["stability"]))
    return replace(results, scores=scores, verdicts=verdicts)


def as_csv(results: ResultBatch, carried: tuple[str, ...] | None = None) -> list[list[str]]:
    stream = io.StringIO(newline="")
    writer = CsvWriter(stream, KEY, results.answers.headers if carried is None else carried)
    writer.write(results)
    writer.close()
    return list(csv.reader(io.StringIO(stream.getvalue(), newline="")))


def as_json(results: ResultBatch, kind: type[JsonWriter | JsonLinesWriter]) -> str:
    stream = io.StringIO(newline="")
    writer = kind(stream)
    writer.write(results)
    writer.write(results)
    writer.close()
    return stream.getvalue()
