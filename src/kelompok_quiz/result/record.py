"""The record of one person, version 1: every key is always present, none is translated."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

SCHEMA = 1
SCORING = 2


class ProfileStamp(msgspec.Struct, frozen=True):
    """Which instrument: its id, its version, and the fingerprint of its file."""

    id: str
    version: str
    sha256: str


class Source(msgspec.Struct, frozen=True):
    """File and row of the answers; `row` counts people from 1."""

    file: str | None
    row: int | None


class ScaleResult(msgspec.Struct, frozen=True):
    """A trait or anti-trait: score and standard error 0..100, and its part of the fit."""

    kind: Literal["trait", "anti_trait"]
    score: float | None
    se: float | None
    answered: int | None
    items: int
    weight: int
    contribution: float | None


class KnowledgeResult(msgspec.Struct, frozen=True):
    """Score and standard error 0..100 of a scale outside the fit."""

    score: float | None
    se: float | None
    answered: int | None
    items: int


class BeliefResult(KnowledgeResult, frozen=True):
    """A belief: high means that the claim is believed."""

    reading: Literal["realistic", "mixed", "myth"] | None


class ContrastResult(KnowledgeResult, frozen=True):
    """A sibling job: high means leaning to the job of the profile."""

    leaning: Literal["that", "balanced", "this"] | None


class Caution(msgspec.Struct, frozen=True):
    """An anti-trait at or over the caution bound."""

    scale: str
    level: Literal["watch", "cap", "all"]


class Move(msgspec.Struct, frozen=True):
    """The fewest one-step answer moves that lead into another verdict's band."""

    verdict: str
    steps: int


class Change(msgspec.Struct, frozen=True):
    """The moves into the next band up and down; None at the ends."""

    up: Move | None
    down: Move | None


class QualityResult(msgspec.Struct, frozen=True):
    """Answer quality: level, flags, indices."""

    level: Literal["good", "note", "low"] | None
    flags: tuple[str, ...]
    longstring: int | None
    sd: float | None
    alternating: int | None
    autocorrelation: float | None
    consistency: float | None
    within_sd: float | None
    balanced_mean: float | None
    median_seconds: float | None


class ProblemResult(msgspec.Struct, frozen=True):
    """Why a person was rejected."""

    code: str
    column: str | None
    value: str | None
    message: str


class Result(msgspec.Struct, frozen=True):
    """One person's record, as `--format json` and `jsonl` write it."""

    schema: int
    scoring: int
    profile: ProfileStamp
    source: Source
    respondent: str | None
    carried: dict[str, Any]
    status: Literal["scored", "undetermined", "rejected"]
    verdict: str | None
    band: str | None
    fit: float | None
    fit_se: float | None
    stability: float | None
    between: tuple[str, str] | None
    scales: dict[str, ScaleResult]
    cautions: tuple[Caution, ...]
    beliefs: dict[str, BeliefResult]
    contrasts: dict[str, ContrastResult]
    change: Change | None
    quality: QualityResult
    answered: int | None
    items: int
    problems: tuple[ProblemResult, ...]

    @property
    def unscored(self) -> tuple[str, ...]:
        """The traits and anti-traits without a score."""
        return tuple(id_ for id_, scale in self.scales.items() if scale.score is None)
