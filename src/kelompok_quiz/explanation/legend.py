"""What a table of results means: every column, verdict, status and mark, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never

from kelompok_quiz.explanation.numbers import decimal
from kelompok_quiz.profile import (
    OUTPUT_COLUMNS,
    AntiTrait,
    Belief,
    Contrast,
    Instrument,
    Profile,
    Scale,
    Trait,
)
from kelompok_quiz.result import SCORING, STABILITY_BOUNDS
from kelompok_quiz.words import result as say
from kelompok_quiz.words import tables as words
from kelompok_quiz.words.tables import Described


@dataclass(frozen=True, slots=True)
class LegendTable:
    """What stands in one kind of cell: rows of word, id and meaning under a title."""

    title: str
    rows: tuple[tuple[str, str, str], ...]


def legend(instrument: Instrument) -> tuple[LegendTable, ...]:
    """Return what explains the results of an instrument to somebody who sees only the table."""
    profile = instrument.profile
    tables = {
        "about": _about(instrument),
        "columns": _columns(profile),
        "verdicts": _verdicts(profile),
        "status": _described(words.STATUS),
        "quality": _described(words.QUALITY),
        "flags": _described(words.FLAGS),
        "cautions": _described(words.CAUTIONS),
    }
    return tuple(LegendTable(words.TITLES[name], tuple(rows)) for name, rows in tables.items())


def column_words(profile: Profile) -> dict[str, str]:
    """Return what people read above every column of the contract, by its id."""
    return {id_: described.word for id_, described in _columns_described(profile)}


def _about(instrument: Instrument) -> Iterator[tuple[str, str, str]]:
    """Which job, what the instrument is not, and which versions made the results."""
    profile = instrument.profile
    stamp = say.STAMP.format(
        profile=profile.id,
        version=profile.version,
        scoring=SCORING,
        sha256=instrument.sha256,
    )
    yield words.ABOUT["job"], "", f"{profile.title}. {profile.summary}"
    yield words.ABOUT["limits"], "", profile.disclaimer
    yield words.ABOUT["versions"], "", stamp


def _columns_described(profile: Profile) -> Iterator[tuple[str, Described]]:
    """Every column of the contract, in the order of the table."""
    border, stable = (decimal(bound) for bound in STABILITY_BOUNDS)
    first_after_scales = OUTPUT_COLUMNS.index("cautions")
    filled = {
        "stable": stable,
        "border": border,
        "caution_from": profile.rules.caution_from,
        "items": len(profile.items),
    }
    own = [
        (id_, Described(words.COLUMNS[id_].word, words.COLUMNS[id_].meaning.format_map(filled)))
        for id_ in OUTPUT_COLUMNS
    ]
    yield from own[:first_after_scales]
    for scale in profile.scales:
        yield scale.id, Described(scale.label, _scale_meaning(profile, scale))
    yield from own[first_after_scales:]


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


def _columns(profile: Profile) -> Iterator[tuple[str, str, str]]:
    yield words.CARRIED.word, "", words.CARRIED.meaning
    for id_, described in _columns_described(profile):
        yield described.word, id_, described.meaning


def _verdicts(profile: Profile) -> Iterator[tuple[str, str, str]]:
    """Every verdict from the lowest, and what stands where there is none."""
    uppers: Iterable[int | None] = (*profile.inner_bounds, None)
    for verdict, upper in zip(profile.verdicts, uppers, strict=True):
        template = words.HIGHEST_BAND if upper is None else words.BAND
        meaning = template.format(lower=verdict.floor, upper=upper, text=verdict.text)
        yield verdict.label, verdict.id, meaning
    yield say.UNDETERMINED, "", words.STATUS["undetermined"].meaning
    yield say.REJECTED, "", words.STATUS["rejected"].meaning


def _described(table: Mapping[str, Described]) -> Iterator[tuple[str, str, str]]:
    for id_, described in table.items():
        yield described.word, id_, described.meaning
