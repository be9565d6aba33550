"""The vocabulary of a table for people: words of the explanation, and numbers as numbers."""

from __future__ import annotations

from collections.abc import Sequence

from kelompok_quiz.problems import Problem, shortened
from kelompok_quiz.profile import Profile
from kelompok_quiz.result import CAUTION_LEVELS, FLAGS, NONE, QUALITY_LEVELS, Floats, rounded
from kelompok_quiz.text import visible
from kelompok_quiz.words import result as say
from kelompok_quiz.words import tables as words
from kelompok_quiz.writing.tables import Vocabulary

SEPARATOR = "; "


def in_words(profile: Profile) -> Vocabulary:
    """Return the words that stand in the cells of a table for people."""
    labels = [verdict.label for verdict in profile.verdicts]
    return Vocabulary(
        verdicts=[*labels, say.UNDETERMINED],
        bands=[*labels, ""],
        rejected=say.REJECTED,
        status={id_: described.word for id_, described in words.STATUS.items()},
        quality=[words.QUALITY[level].word for level in QUALITY_LEVELS],
        flags=[words.FLAGS[flag].word for flag in FLAGS],
        cautions=[_cautions(scale.label) for scale in profile.anti_traits],
        separator=SEPARATOR,
        problem=_reason,
        numbers=_numbers,
    )


def _cautions(label: str) -> list[str]:
    """How an anti-trait reads at every level; at none it is not named at all."""
    named = (words.CAUTIONS[level].word for level in CAUTION_LEVELS if level)
    return ["", *(words.CAUTION.format(label=label, word=word) for word in named)]


def _reason(problem: Problem) -> str:
    header = problem.place.header
    if header is None:
        return visible(problem.message)
    reason = words.REJECTION.format(header=shortened(header), message=problem.message)
    return visible(reason)


def _numbers(values: Floats, places: int, **bounds: Sequence[float]) -> list[float | None]:
    unit = 10**places
    units = rounded(values, places, **bounds).tolist()
    return [None if count == NONE else count / unit for count in units]
