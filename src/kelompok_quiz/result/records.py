"""Columns → records: the one place where arrays become a person's `Result`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from kelompok_quiz.problems import Problem
from kelompok_quiz.result.columns import (
    BELIEF_READINGS,
    CAUTION_LEVELS,
    CONTRAST_LEANINGS,
    FLAGS,
    NONE,
    QUALITY_LEVELS,
    ResultBatch,
)
from kelompok_quiz.result.record import (
    SCHEMA,
    SCORING,
    BeliefResult,
    Caution,
    Change,
    ContrastResult,
    Move,
    ProblemResult,
    ProfileStamp,
    QualityResult,
    Result,
    ScaleResult,
    Source,
)

INDICES = (
    *("answered", "longstring", "sd", "alternating", "autocorrelation"),
    *("consistency", "within_sd", "balanced_mean", "median_seconds"),
)


def one(batch: ResultBatch) -> Result:
    """Return the record of a batch of one."""
    (result,) = records(batch)
    return result


def records(batch: ResultBatch) -> Iterator[Result]:
    """Yield each person's record, in the order of the batch."""
    recorder = _Recorder(batch)
    for person in range(len(batch)):
        yield recorder.record(person)


class _Recorder:
    """A batch's columns as plain lists, people last, with None for what has no value."""

    def __init__(self, batch: ResultBatch) -> None:
        profile, scores, verdicts, quality = (
            *(batch.key.profile, batch.scores, batch.verdicts, batch.quality),
        )
        self._batch, self._profile = batch, profile
        self._verdict_ids = [verdict.id for verdict in profile.verdicts] + [None]
        self._stamp = ProfileStamp(profile.id, profile.version, batch.key.instrument.sha256)
        self._status = batch.status
        self._scale_answered = _plain(batch.tally.answered)
        self._score, self._se = _plain(scores.score), _plain(scores.se)
        self._contribution = _plain(scores.contribution)
        self._fit, self._fit_se = _plain(scores.fit), _plain(scores.fit_se)
        self._stability = _plain(verdicts.stability)
        self._verdict, self._band = verdicts.verdict.tolist(), verdicts.band.tolist()
        self._between = verdicts.between.tolist()
        self._up, self._down = verdicts.steps_up.tolist(), verdicts.steps_down.tolist()
        self._cautions, self._readings = verdicts.cautions.tolist(), verdicts.readings.tolist()
        self._indices = {name: _plain(getattr(quality, name)) for name in INDICES}
        self._flags, self._level = quality.flags.tolist(), quality.level.tolist()
        for person in batch.answers.rejects:
            self._blank(person)

    def _blank(self, person: int) -> None:
        """A rejected person has no number, level or flag; what is not NaN already is cleared."""
        for column in (*self._scale_answered, *self._indices.values()):
            column[person] = None
        for flag in self._flags:
            flag[person] = False
        self._level[person] = None

    def record(self, person: int) -> Result:
        answers = self._batch.answers
        return Result(
            schema=SCHEMA,
            scoring=SCORING,
            profile=self._stamp,
            source=Source(answers.source, answers.rows[person]),
            respondent=answers.respondents[person],
            carried=self._carried(person),
            status=self._status[person],
            verdict=self._verdict_ids[self._verdict[person]],
            band=self._verdict_ids[self._band[person]],
            fit=self._fit[person],
            fit_se=self._fit_se[person],
            stability=self._stability[person],
            between=self._between_ids(self._between[person]),
            scales=self._scales(person),
            cautions=self._caution_list(person),
            beliefs=self._beliefs(person),
            contrasts=self._contrasts(person),
            change=self._change(person),
            quality=self._quality(person),
            answered=self._indices["answered"][person],
            items=len(self._profile.items),
            problems=tuple(map(_problem, answers.rejects.get(person, ()))),
        )

    def _carried(self, person: int) -> dict[str, Any]:
        answers = self._batch.answers
        carried = dict(zip(answers.headers, answers.cells[person], strict=True))
        return carried | dict(answers.extras.get(person, {}))

    def _between_ids(self, lower: int) -> tuple[str, str] | None:
        verdicts = self._profile.verdicts
        return None if lower == NONE else (verdicts[lower].id, verdicts[lower + 1].id)

    def _scales(self, person: int) -> dict[str, ScaleResult]:
        return {
            scale.id: ScaleResult(
                kind=scale.kind,
                score=self._score[index][person],
                se=self._se[index][person],
                answered=self._scale_answered[index][person],
                items=len(scale.items),
                weight=scale.weight,
                contribution=self._contribution[index][person],
            )
            for index, scale in enumerate(self._profile.fit_scales)
        }

    def _caution_list(self, person: int) -> tuple[Caution, ...]:
        levels = (CAUTION_LEVELS[row[person]] for row in self._cautions)
        return tuple(
            Caution(scale.id, level)
            for scale, level in zip(self._profile.anti_traits, levels, strict=True)
            if level
        )

    def _beliefs(self, person: int) -> dict[str, BeliefResult]:
        start = len(self._profile.fit_scales)
        return {
            belief.id: BeliefResult(
                *self._measured(start + index, person),
                len(belief.items),
                BELIEF_READINGS[self._readings[index][person]],
            )
            for index, belief in enumerate(self._profile.beliefs)
        }

    def _contrasts(self, person: int) -> dict[str, ContrastResult]:
        start, beliefs = len(self._profile.fit_scales), len(self._profile.beliefs)
        return {
            contrast.id: ContrastResult(
                *self._measured(start + beliefs + index, person),
                len(contrast.items),
                CONTRAST_LEANINGS[self._readings[beliefs + index][person]],
            )
            for index, contrast in enumerate(self._profile.contrasts)
        }

    def _measured(self, index: int, person: int) -> tuple[float | None, float | None, int | None]:
        return (
            self._score[index][person],
            self._se[index][person],
            self._scale_answered[index][person],
        )

    def _change(self, person: int) -> Change | None:
        band = self._band[person]
        if band == NONE:
            return None
        return Change(
            up=self._move(band + 1, self._up[person]), down=self._move(band - 1, self._down[person])
        )

    def _move(self, band: int, steps: int) -> Move | None:
        return None if steps == NONE else Move(self._profile.verdicts[band].id, steps)

    def _quality(self, person: int) -> QualityResult:
        level = self._level[person]
        return QualityResult(
            level=None if level is None else QUALITY_LEVELS[level],
            flags=tuple(flag for flag, row in zip(FLAGS, self._flags, strict=True) if row[person]),
            **{name: self._indices[name][person] for name in INDICES if name != "answered"},
        )


def _plain(array: npt.NDArray[Any]) -> list[Any]:
    """Return nested lists in which NaN has become None."""
    if array.dtype.kind != "f":
        return list(array.tolist())
    boxed = array.astype(object)
    boxed[np.isnan(array)] = None
    return list(boxed.tolist())


def _problem(problem: Problem) -> ProblemResult:
    return ProblemResult(problem.code, problem.place.header, problem.value, problem.message)
