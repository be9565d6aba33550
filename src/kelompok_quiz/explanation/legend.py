"""The legend of a table of results: every column, verdict, status and flag in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias, assert_never

from kelompok_quiz.explanation.numbers import decimal
from kelompok_quiz.profile.loading import Instrument
from kelompok_quiz.profile.model import (
    OUTPUT_COLUMNS,
    AntiTrait,
    Belief,
    Contrast,
    Profile,
    Scale,
    Trait,
)
from kelompok_quiz.result.batch import STABILITY_BOUNDS
from kelompok_quiz.result.record import SCORING
from kelompok_quiz.words import tables as words
from kelompok_quiz.words.result import REJECTED, STAMP, UNDETERMINED
from kelompok_quiz.words.tables import Described

Row: TypeAlias = tuple[str, str, str]
"""A word, its id in CSV and JSON, and its meaning."""


@dataclass(frozen=True, slots=True)
class LegendTable:
    """The words of one kind of cell under a title."""

    title: str
    rows: tuple[Row, ...]


def legend(instrument: Instrument) -> tuple[LegendTable, ...]:
    """Return the explanation of a table of results for people who have only the table."""
    profile = instrument.profile
    tables = {
        "about": _about(instrument),
        "columns": _rows({"": words.CARRIED} | _columns(profile)),
        "verdicts": _verdicts(profile),
        "status": _rows(words.STATUS),
        "quality": _rows(words.QUALITY),
        "flags": _rows(words.FLAGS),
        "cautions": _rows(words.CAUTIONS),
    }
    return tuple(LegendTable(words.TITLES[name], tuple(rows)) for name, rows in tables.items())


def column_words(profile: Profile) -> dict[str, str]:
    """Return the header that people read above every column of the contract, by its id."""
    return {id_: described.word for id_, described in _columns(profile).items()}


def _about(instrument: Instrument) -> Iterator[Row]:
    """The job, the limits of the instrument, and the versions that made the results."""
    profile = instrument.profile
    stamp = STAMP.format(
        profile=profile.id,
        version=profile.version,
        scoring=SCORING,
        sha256=instrument.sha256,
    )
    yield words.ABOUT["job"], "", f"{profile.title}. {profile.summary}"
    yield words.ABOUT["limits"], "", profile.disclaimer
    yield words.ABOUT["versions"], "", stamp


def _columns(profile: Profile) -> dict[str, Described]:
    """Every column of the contract by id, in the order of the table."""
    border, stable = (decimal(bound) for bound in STABILITY_BOUNDS)
    numbers = {
        "stable": stable,
        "border": border,
        "caution_from": profile.rules.caution_from,
        "items": len(profile.items),
    }
    own = {
        id_: Described(words.COLUMNS[id_].word, words.COLUMNS[id_].meaning.format_map(numbers))
        for id_ in OUTPUT_COLUMNS
    }
    scales = {
        scale.id: Described(scale.label, _scale_meaning(profile, scale)) for scale in profile.scales
    }
    return {id_: (own | scales)[id_] for id_ in profile.output_columns}


def _scale_meaning(profile: Profile, scale: Scale) -> str:
    match scale:
        case Trait() | AntiTrait():
            return words.SCALES[scale.kind].format(about=scale.about)
        case Belief():
            return words.SCALES["belief"].format(claim=scale.claim, reality=scale.reality)
        case Contrast():
            return words.SCALES["contrast"].format(
                title=profile.title, label=scale.label, this=scale.this, that=scale.that
            )
        case _:
            assert_never(scale)


def _verdicts(profile: Profile) -> Iterator[Row]:
    """Every verdict from the lowest, and the words for having none."""
    uppers: Iterable[int | None] = (*profile.inner_bounds, None)
    for verdict, upper in zip(profile.verdicts, uppers, strict=True):
        template = words.HIGHEST_BAND if upper is None else words.BAND
        meaning = template.format(lower=verdict.floor, upper=upper, text=verdict.text)
        yield verdict.label, verdict.id, meaning
    yield UNDETERMINED, "", words.STATUS["undetermined"].meaning
    yield REJECTED, "", words.STATUS["rejected"].meaning


def _rows(table: Mapping[str, Described]) -> Iterator[Row]:
    for id_, described in table.items():
        yield described.word, id_, described.meaning
