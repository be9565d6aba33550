"""Results: a batch as columns, a person as the record that every output is made of."""

from kelompok_quiz.result.columns import (
    BELIEF_READINGS,
    CAUTION_LEVELS,
    CONTRAST_LEANINGS,
    DECIMALS,
    FLAGS,
    NONE,
    QUALITY_LEVELS,
    READING_BOUNDS,
    STABILITY_BOUNDS,
    STRONG_FLAGS,
    Bools,
    Counts,
    Floats,
    Indices,
    Quality,
    ResultBatch,
    Scores,
    Verdicts,
)
from kelompok_quiz.result.record import SCHEMA, SCORING, Result
from kelompok_quiz.result.records import one, records
from kelompok_quiz.result.rounding import rounded

__all__ = [
    "BELIEF_READINGS",
    "CAUTION_LEVELS",
    "CONTRAST_LEANINGS",
    "DECIMALS",
    "FLAGS",
    "NONE",
    "QUALITY_LEVELS",
    "READING_BOUNDS",
    "SCHEMA",
    "SCORING",
    "STABILITY_BOUNDS",
    "STRONG_FLAGS",
    "Bools",
    "Counts",
    "Floats",
    "Indices",
    "Quality",
    "Result",
    "ResultBatch",
    "Scores",
    "Verdicts",
    "one",
    "records",
    "rounded",
]
