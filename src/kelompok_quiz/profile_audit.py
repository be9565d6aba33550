"""Warnings about a profile from scoring made-up answers: neutral, ideal, and all in between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from kelompok_quiz.answers import batch_of_matrix
from kelompok_quiz.profile.document import Document
from kelompok_quiz.profile.key import Key
from kelompok_quiz.profile.loading import Instrument
from kelompok_quiz.profile.order import MOST_ALTERNATING, MOST_AUTOCORRELATION
from kelompok_quiz.result.batch import FLAGS, NEUTRAL, ResultBatch
from kelompok_quiz.scoring.assessment import assess

MOST_OFF_NEUTRAL = 10
FEWEST_POINTS_FOR_MILD = 4
"""With fewer responses there is no answer between agreeing and agreeing fully."""


def audit(instrument: Instrument, document: Document) -> None:
    """Add every warning to the document's problems."""
    key = Key(instrument)
    _audit_neutrality(key, document)
    _audit_ideals(key, document)
    _audit_order(key, document)
    _audit_reach(key, document)


def _assessed(key: Key, people: Sequence[Sequence[int]]) -> ResultBatch:
    return assess(key, batch_of_matrix(np.array(people, dtype=np.int8)))


def _ideal(key: Key, high: int, low: int) -> list[int]:
    """The answers of a person for whom agreeing is `high` if it speaks for the job, else `low`."""
    return [high if agrees else low for agrees in key.profile.ideal]


def _audit_neutrality(key: Key, document: Document) -> None:
    points = key.points
    answers = [1, points] if points % 2 == 0 else [1, (points + 1) // 2, points]
    fits = _assessed(key, [[answer] * len(key.reverse) for answer in answers]).scores.fit
    for answer, fit in zip(answers, fits.tolist(), strict=True):
        if abs(fit - NEUTRAL) > MOST_OFF_NEUTRAL:
            document.report("audit_not_neutral", ("traits",), answer=answer, fit=round(fit))


def _audit_ideals(key: Key, document: Document) -> None:
    pairs = [(key.points, 1)]
    if key.points >= FEWEST_POINTS_FOR_MILD:
        pairs.append((key.points - 1, 2))
    extremes = [(high, low) for pair in pairs for high, low in (pair, pair[::-1])]
    flags = _assessed(key, [_ideal(key, *extreme) for extreme in extremes]).quality.flags
    for (high, low), raised in zip(extremes, flags.T.tolist(), strict=True):
        if any(raised):
            names = ", ".join(flag for flag, up in zip(FLAGS, raised, strict=True) if up)
            document.report("audit_flagged", ("order",), sheet=f"{high}/{low}", flags=names)


def _audit_order(key: Key, document: Document) -> None:
    quality = _assessed(key, [_ideal(key, key.points, 1)]).quality
    alternating, repeating = int(quality.alternating[0]), float(quality.autocorrelation[0])
    if alternating > MOST_ALTERNATING:
        document.report(
            "order_ideal_alternates", ("order",), length=alternating, most=MOST_ALTERNATING
        )
    if repeating >= MOST_AUTOCORRELATION:
        document.report(
            "order_ideal_repeats", ("order",), value=f"{repeating:.2f}", most=MOST_AUTOCORRELATION
        )


def _audit_reach(key: Key, document: Document) -> None:
    by_scale = [int(column) for columns in key.columns for column in columns]
    reached = set[int]()
    for order in (range(len(key.reverse)), by_scale, by_scale[::-1]):
        reached |= set(_assessed(key, list(_walk(key, order))).verdicts.verdict.tolist())
    for index, verdict in enumerate(key.profile.verdicts):
        if index not in reached:
            document.report("audit_unreachable", ("verdicts", index), value=verdict.id)


def _walk(key: Key, order: Sequence[int]) -> Iterator[list[int]]:
    """Answers from the worst to the best possible, changing one answer by one at a time."""
    answers, best = _ideal(key, 1, key.points), _ideal(key, key.points, 1)
    yield list(answers)
    for column in order:
        while answers[column] != best[column]:
            answers[column] += 1 if best[column] > answers[column] else -1
            yield list(answers)
