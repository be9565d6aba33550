"""Answers → results: the whole pure road, for one person and for a million alike."""

from __future__ import annotations

from kelompok_quiz.answers import AnswerBatch
from kelompok_quiz.profile.key import Key
from kelompok_quiz.result.batch import ResultBatch
from kelompok_quiz.scoring import quality, verdict
from kelompok_quiz.scoring import scores as scoring
from kelompok_quiz.scoring.tally import by_item, tally


def assess(key: Key, batch: AnswerBatch) -> ResultBatch:
    """Score, judge and inspect every person of a batch; no person's result depends on another."""
    answers = by_item(batch.matrix)
    counts = tally(key, answers)
    scores = scoring.score(key, counts)
    verdicts = verdict.judge(key, counts, scores)
    return ResultBatch(
        key=key,
        answers=batch,
        tally=counts,
        scores=scores,
        verdicts=verdicts,
        quality=quality.inspect(key, counts, answers, batch.order, batch.seconds),
    )
