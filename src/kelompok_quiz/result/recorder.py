"""Columns of a batch → the record of each person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import numpy as np
import numpy.typing as npt

from kelompok_quiz.result.batch import (
    BELIEF_READINGS,
    CAUTION_LEVELS,
    CONTRAST_LEANINGS,
    FLAGS,
    NONE,
    QUALITY_LEVELS,
    QualityIndices,
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

INDICES = tuple(field.name for field in fields(QualityIndices))


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
    """The columns of a batch as plain lists, people last, with None for "no value"."""

    def __init__(self, batch: ResultBatch) -> None:
        profile, quality = batch.key.profile, batch.quality
        scores, verdicts = batch.scores, batch.verdicts
        self._batch, self._profile = batch, profile
        self._verdict_ids = (*(verdict.id for verdict in profile.verdicts), None)  # None at NONE
        self._stamp = ProfileStamp(profile.id, profile.version, batch.key.instrument.sha256)
        self._status = batch.status
        self._answered = _plain(batch.tally.answered)
        self._score, self._se = _plain(scores.score), _plain(scores.se)
        self._contribution = _plain(scores.contribution)
        self._fit, self._fit_se = _plain(scores.fit), _plain(scores.fit_se)
        self._stability = _plain(verdicts.stability)
        self._verdict, self._band = verdicts.verdict.tolist(), verdicts.band.tolist()
        self._lower = verdicts.between.tolist()
        self._up, self._down = verdicts.steps_up.tolist(), verdicts.steps_down.tolist()
        self._caution_levels = verdicts.cautions.tolist()
        self._readings = verdicts.readings.tolist()
        self._indices = {name: _plain(getattr(quality, name)) for name in INDICES}
        self._flags, self._level = quality.flags.tolist(), quality.level.tolist()
        # What a rejected person has besides NaN.
        for person in batch.answers.rejects:
            for column in (*self._answered, *self._indices.values(), self._level):
                column[person] = None
            for flag in self._flags:
                flag[person] = False

    def record(self, person: int) -> Result:
        answers, verdicts, lower = self._batch.answers, self._profile.verdicts, self._lower[person]
        carried = dict(zip(answers.headers, answers.cells[person], strict=True))
        return Result(
            schema=SCHEMA,
            scoring=SCORING,
            profile=self._stamp,
            source=Source(answers.source, answers.rows[person]),
            respondent=answers.respondents[person],
            carried=carried | dict(answers.extras.get(person, {})),
            status=self._status[person],
            verdict=self._verdict_ids[self._verdict[person]],
            band=self._verdict_ids[self._band[person]],
            fit=self._fit[person],
            fit_se=self._fit_se[person],
            stability=self._stability[person],
            between=None if lower == NONE else (verdicts[lower].id, verdicts[lower + 1].id),
            scales=self._scales(person),
            cautions=self._cautions(person),
            beliefs=self._beliefs(person),
            contrasts=self._contrasts(person),
            change=self._change(person),
            quality=self._quality(person),
            answered=self._indices["answered"][person],
            items=len(self._profile.items),
            problems=tuple(
                ProblemResult(problem.code, problem.place.header, problem.value, problem.message)
                for problem in answers.rejects.get(person, ())
            ),
        )

    def _scales(self, person: int) -> dict[str, ScaleResult]:
        return {
            scale.id: ScaleResult(
                kind=scale.kind,
                score=self._score[index][person],
                se=self._se[index][person],
                answered=self._answered[index][person],
                items=len(scale.items),
                weight=scale.weight,
                contribution=self._contribution[index][person],
            )
            for index, scale in enumerate(self._profile.fit_scales)
        }

    def _cautions(self, person: int) -> tuple[Caution, ...]:
        levels = (CAUTION_LEVELS[row[person]] for row in self._caution_levels)
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
        return self._score[index][person], self._se[index][person], self._answered[index][person]

    def _change(self, person: int) -> Change | None:
        band = self._band[person]
        if band == NONE:
            return None
        up, down = self._up[person], self._down[person]
        return Change(up=self._move(band + 1, up), down=self._move(band - 1, down))

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
    """Return an array as nested lists, with None for NaN."""
    if array.dtype.kind != "f":
        return list(array.tolist())
    boxed = array.astype(object)  # an array of floats cannot hold None
    boxed[np.isnan(array)] = None
    return list(boxed.tolist())
