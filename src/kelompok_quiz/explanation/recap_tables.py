"""A recap as tables for a workbook: every published number, under words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias

from kelompok_quiz.cohort.recap import Recap, ScaleFigures
from kelompok_quiz.cohort.suppression import FEWEST
from kelompok_quiz.explanation.recap_groups import (
    Column,
    knowledge_columns,
    named_groups,
    outcome_columns,
    published,
)
from kelompok_quiz.problems import shortened
from kelompok_quiz.profile.model import Profile
from kelompok_quiz.result.batch import QUALITY_LEVELS
from kelompok_quiz.words import recap as words
from kelompok_quiz.words.result import STAMP
from kelompok_quiz.words.tables import ABOUT, FLAGS, MEANING, SCALES

Cell: TypeAlias = str | int | float
Row: TypeAlias = tuple[Cell, ...]
Count: TypeAlias = tuple[str, int, int]
"""A label, how many, and of how many."""


@dataclass(frozen=True, slots=True)
class RecapTable:
    """One worksheet: a title, a header, rows as wide as it; a float is a statistic."""

    title: str
    headers: tuple[str, ...]
    rows: tuple[Row, ...]


def recap_tables(profile: Profile, recap: Recap) -> tuple[RecapTable, ...]:
    """Return everything in a recap; tables without rows are left out."""
    # Without low-quality answers the figures are the same: the table would only repeat "scales".
    rest = recap.quality.without_low if recap.quality.low else None
    tables = {
        "people": (words.COUNT_HEADERS, _people(profile, recap)),
        "scales": (words.SCALE_HEADERS, _scales(profile, recap, recap.scales)),
        "without_low": (words.SCALE_HEADERS, _scales(profile, recap, rest.scales) if rest else ()),
        "items": (words.ITEM_HEADERS, _items(profile, recap)),
        "groups": (_group_headers(profile, recap), _groups(profile, recap)),
        "means": (_mean_headers(profile), _means(profile, recap)),
        "legend": ((words.WORD, MEANING), _legend(profile, recap)),
    }
    found = (
        RecapTable(words.WORKSHEETS[name], headers, tuple(rows))
        for name, (headers, rows) in tables.items()
    )
    return tuple(table for table in found if table.rows)


def _people(profile: Profile, recap: Recap) -> Iterator[Row]:
    """Yield how many of how many, part by part."""
    quality, sound = recap.quality, recap.n - recap.rejected
    rest = quality.without_low if quality.low else None
    parts: dict[str, Iterable[Count]] = {
        "people": ((word, getattr(recap, id_), recap.n) for id_, word in words.OUTCOMES.items()),
        "verdicts": _verdicts(profile, recap.verdicts, recap.scored),
        "without_low": _verdicts(profile, rest.verdicts, rest.scored) if rest else (),
        "beliefs": _beliefs(profile, recap),
        "contrasts": _contrasts(profile, recap),
        "quality": (
            (words.QUALITY_WORDS[level], getattr(quality, level), sound) for level in QUALITY_LEVELS
        ),
        "flags": ((FLAGS[flag].word, count, sound) for flag, count in quality.flags.items()),
    }
    for part, counts in parts.items():
        for label, count, whole in counts:
            yield words.PARTS[part], label, count, whole


def _verdicts(profile: Profile, counts: Mapping[str, int], scored: int) -> Iterator[Count]:
    for verdict in reversed(profile.verdicts):
        yield verdict.label, counts[verdict.id], scored


def _beliefs(profile: Profile, recap: Recap) -> Iterator[Count]:
    """Yield the readings of every belief, and who sides with it statement by statement."""
    for belief in profile.beliefs:
        figures = recap.beliefs[belief.id]
        counts = {reading: getattr(figures, reading) for reading in words.READINGS}
        for reading, word in words.READINGS.items():
            label = words.COUNTED.format(label=belief.label, reading=word)
            yield label, counts[reading], sum(counts.values())
        for item in belief.items:
            answer = words.STATEMENT_AGAINST if item.reverse else words.STATEMENT_FOR
            found = figures.items[item.id]
            yield answer.format(statement=item.text), found.believing, found.n


def _contrasts(profile: Profile, recap: Recap) -> Iterator[Count]:
    for contrast in profile.contrasts:
        counts = recap.contrasts[contrast.id]
        names = {"this": profile.title, "that": contrast.label}
        for leaning, label in words.LEANING_WORDS.items():
            yield label.format(**names), counts[leaning], sum(counts.values())


def _scales(profile: Profile, recap: Recap, figures: Mapping[str, ScaleFigures]) -> Iterator[Row]:
    minimums = recap.minimums
    for scale in profile.scales:
        found = figures[scale.id]
        low, high = found.alpha_ci95 or (None, None)
        alphas = (found.alpha, low, high, found.std_alpha, found.sem)
        statistics = [_statistic(value, found.n_complete, minimums.alpha) for value in alphas]
        statistics.append(_statistic(found.omega_total, found.n_complete, minimums.omega))
        yield (
            *(scale.label, scale.id, found.scored.n),
            *(_value(value) for value in (found.scored.mean, found.scored.sd)),
            found.n_complete,
            # Figures without items are withheld: they could be traced to one to four people.
            *(statistics if found.items else [words.HIDDEN] * len(statistics)),
        )


def _items(profile: Profile, recap: Recap) -> Iterator[Row]:
    least = recap.minimums.item_total
    for scale in profile.scales:
        figures = recap.scales[scale.id]
        for item in scale.items:
            found = figures.items[item.id]
            key = words.KEYS[item.reverse]
            yield (
                *(scale.label, item.id, item.text, key, found.n, found.missing),
                *(_value(value) for value in (found.mean, found.sd)),
                *(
                    _statistic(value, figures.n_complete, least)
                    for value in (found.r_drop, found.alpha_if_dropped)
                ),
            )


def _value(value: float | None) -> Cell:
    return words.NO_VALUE if value is None else float(value)


def _statistic(value: float | None, people: int, least: int) -> Cell:
    """A statistic, or the reason for having none."""
    return words.TOO_FEW if value is None and people < least else _value(value)


def _group_columns(profile: Profile, recap: Recap) -> list[Column]:
    groups = [group for _, group in named_groups(recap)]
    size = Column(words.GROUP_SIZE, [group.n for group in groups])
    levels = [
        Column(words.QUALITY_WORDS[level], [group.quality[level] for group in groups])
        for level in QUALITY_LEVELS
    ]
    columns = (outcome_columns(profile, recap), knowledge_columns(profile, recap), levels)
    return [size, *published(chain.from_iterable(columns))]


def _group_headers(profile: Profile, recap: Recap) -> tuple[str, ...]:
    return (words.GROUP, *(column.label for column in _group_columns(profile, recap)))


def _groups(profile: Profile, recap: Recap) -> Iterator[Row]:
    labels = (shortened(label) for label, _ in named_groups(recap))
    counts = (map(_shown, column.counts) for column in _group_columns(profile, recap))
    yield from zip(labels, *counts, strict=True)


def _mean_headers(profile: Profile) -> tuple[str, ...]:
    labels = (words.MEAN_OF.format(label=scale.label) for scale in profile.fit_scales)
    return (words.GROUP, words.GROUP_SIZE, *labels)


def _means(profile: Profile, recap: Recap) -> Iterator[Row]:
    for label, group in named_groups(recap):
        spreads = (group.scales[scale.id] for scale in profile.fit_scales)
        means = (_shown(spread.mean if spread else None) for spread in spreads)
        yield shortened(label), group.n, *means


def _shown(count: int | None) -> Cell:
    return words.HIDDEN if count is None else count


def _legend(profile: Profile, recap: Recap) -> Iterator[Row]:
    """Yield the meaning of the words, the facts behind the beliefs, and the versions."""
    least = recap.minimums
    numbers = {"alpha": least.alpha, "item_total": least.item_total, "omega": least.omega}
    yield ABOUT["job"], f"{profile.title}. {profile.summary}"
    yield ABOUT["limits"], f"{words.LIMITS} {profile.disclaimer}"
    for word, meaning in words.MEANINGS:
        yield word, meaning.format(**numbers)
    for scale in profile.anti_traits:
        yield scale.label, SCALES["anti_trait"].format(about=scale.about)
    for belief in profile.beliefs:
        yield belief.label, words.TRUTH.format(claim=belief.claim, reality=belief.reality)
    if recap.per is not None and not recap.groups:
        yield words.GROUP, words.NO_GROUPS.format(per=recap.per, fewest=FEWEST)
    if any(group.joined for _, group in named_groups(recap)):
        yield words.GROUP, words.JOINED_LEGEND
    stamp = STAMP.format(
        profile=recap.profile.id,
        version=recap.profile.version,
        scoring=recap.scoring,
        sha256=recap.profile.sha256,
    )
    yield ABOUT["versions"], stamp
