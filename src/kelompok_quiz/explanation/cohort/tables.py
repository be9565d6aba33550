"""A recap as tables for a spreadsheet: every number that is told, under words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from kelompok_quiz.cohort import FEWEST, Careful, Recap, ScaleFigures
from kelompok_quiz.explanation.cohort.groups import named_groups
from kelompok_quiz.problems import shortened
from kelompok_quiz.profile import Profile
from kelompok_quiz.result import QUALITY_LEVELS
from kelompok_quiz.words import recap as say
from kelompok_quiz.words.result import STAMP
from kelompok_quiz.words.tables import ABOUT, FLAGS, MEANING

Cell: TypeAlias = str | int | float
Row: TypeAlias = tuple[Cell, ...]
Count: TypeAlias = tuple[str, int, int]
"""What is counted, how many, and of how many."""


@dataclass(frozen=True, slots=True)
class SheetTable:
    """One sheet: a title, a header, and as many cells in every row; a float is a statistic."""

    title: str
    headers: tuple[str, ...]
    rows: tuple[Row, ...]


def recap_tables(profile: Profile, recap: Recap) -> tuple[SheetTable, ...]:
    """Return everything a recap tells; a table without a row is left out."""
    careful = _without_low(recap)
    tables = {
        "people": (say.COUNT_HEADERS, _people(profile, recap)),
        "scales": (say.SCALE_HEADERS, _scales(profile, recap, recap.scales)),
        "careful": (say.SCALE_HEADERS, _scales(profile, recap, careful.scales if careful else {})),
        "items": (say.ITEM_HEADERS, _items(profile, recap)),
        "groups": (_group_headers(profile), _groups(profile, recap)),
        "means": (_mean_headers(profile), _means(profile, recap)),
        "legend": ((say.WORD, MEANING), _legend(profile, recap)),
    }
    sheets = (
        SheetTable(say.SHEETS[name], headers, tuple(rows))
        for name, (headers, rows) in tables.items()
    )
    return tuple(sheet for sheet in sheets if sheet.rows)


def _without_low(recap: Recap) -> Careful | None:
    """What is told without low-quality sheets, where it differs from what is told of everybody."""
    return recap.quality.without_low if recap.quality.low else None


def _people(profile: Profile, recap: Recap) -> Iterator[Row]:
    """Yield how many of how many, part by part."""
    careful = _without_low(recap)
    parts: dict[str, Iterable[Count]] = {
        "people": _outcomes(recap),
        "verdicts": _verdicts(profile, recap.verdicts, recap.scored),
        "careful": _verdicts(profile, careful.verdicts, careful.scored) if careful else (),
        "beliefs": _beliefs(profile, recap),
        "contrasts": _contrasts(profile, recap),
        "quality": _quality(recap),
        "flags": _flags(recap),
    }
    for part, counts in parts.items():
        for what, count, whole in counts:
            yield say.PARTS[part], what, count, whole


def _outcomes(recap: Recap) -> Iterator[Count]:
    for name, words in say.OUTCOMES.items():
        yield words, getattr(recap, name), recap.n


def _verdicts(profile: Profile, counts: Mapping[str, int], scored: int) -> Iterator[Count]:
    for verdict in reversed(profile.verdicts):
        yield verdict.label, counts[verdict.id], scored


def _quality(recap: Recap) -> Iterator[Count]:
    for level in QUALITY_LEVELS:
        yield say.QUALITY_WORDS[level], getattr(recap.quality, level), recap.n - recap.rejected


def _flags(recap: Recap) -> Iterator[Count]:
    for flag, count in recap.quality.flags.items():
        yield FLAGS[flag].word, count, recap.n - recap.rejected


def _beliefs(profile: Profile, recap: Recap) -> Iterator[Count]:
    """Yield the readings of every belief, and who sides with it statement by statement."""
    for belief in profile.beliefs:
        figures = recap.beliefs[belief.id]
        counts = {reading: getattr(figures, reading) for reading in say.READINGS}
        for reading, words in say.READINGS.items():
            label = say.COUNTED.format(label=belief.label, reading=words)
            yield label, counts[reading], sum(counts.values())
        for item in belief.items:
            answer = say.STATEMENT_AGAINST if item.reverse else say.STATEMENT_FOR
            found = figures.items[item.id]
            yield answer.format(statement=item.text), found.believing, found.n


def _contrasts(profile: Profile, recap: Recap) -> Iterator[Count]:
    for contrast in profile.contrasts:
        counts = recap.contrasts[contrast.id]
        names = {"this": profile.title, "that": contrast.label}
        for leaning, words in say.LEANING_WORDS.items():
            yield words.format(**names), counts[leaning], sum(counts.values())


def _scales(profile: Profile, recap: Recap, figures: Mapping[str, ScaleFigures]) -> Iterator[Row]:
    least = recap.minimums
    for scale in profile.scales if figures else ():
        found = figures[scale.id]
        low, high = found.alpha_ci95 or (None, None)
        alphas = (found.alpha, low, high, found.std_alpha, found.sem)
        told = [_told(value, found.n_complete, least.alpha) for value in alphas]
        told.append(_told(found.omega_total, found.n_complete, least.omega))
        yield (
            *(scale.label, scale.id, found.scored.n),
            *(_value(value) for value in (found.scored.mean, found.scored.sd)),
            found.n_complete,
            *(told if found.items else [say.HIDDEN] * len(told)),
        )


def _items(profile: Profile, recap: Recap) -> Iterator[Row]:
    for scale in profile.scales:
        figures = recap.scales[scale.id]
        for item in scale.items:
            found = figures.items[item.id]
            yield (
                *(scale.label, item.id, item.text, say.KEYS[item.reverse], found.n, found.missing),
                *(_value(value) for value in (found.mean, found.sd)),
                *(
                    _told(value, figures.n_complete, recap.minimums.item_total)
                    for value in (found.r_drop, found.alpha_if_dropped)
                ),
            )


def _value(value: float | None) -> Cell:
    return say.NO_VALUE if value is None else float(value)


def _told(value: float | None, people: int, least: int) -> Cell:
    """A statistic, or why there is none."""
    return say.TOO_FEW if value is None and people < least else _value(value)


def _group_headers(profile: Profile) -> tuple[str, ...]:
    return (
        *(say.GROUP, say.GROUP_SIZE),
        *(verdict.label for verdict in reversed(profile.verdicts)),
        say.OUTCOMES["undetermined"],
        *(say.MYTH.format(label=belief.label) for belief in profile.beliefs),
        *(say.LEANING.format(label=profile.title) for _ in profile.contrasts),
        *(say.QUALITY_WORDS[level] for level in QUALITY_LEVELS),
    )


def _groups(profile: Profile, recap: Recap) -> Iterator[Row]:
    """Yield how many of every group."""
    for label, group in named_groups(recap):
        counts = [group.verdicts[verdict.id] for verdict in reversed(profile.verdicts)]
        counts.append(group.undetermined)
        counts += [group.beliefs[belief.id]["myth"] for belief in profile.beliefs]
        counts += [group.contrasts[contrast.id]["this"] for contrast in profile.contrasts]
        counts += [group.quality[level] for level in QUALITY_LEVELS]
        yield shortened(label), group.n, *map(_shown, counts)


def _mean_headers(profile: Profile) -> tuple[str, ...]:
    return (
        *(say.GROUP, say.GROUP_SIZE),
        *(say.MEAN_OF.format(label=scale.label) for scale in profile.fit_scales),
    )


def _means(profile: Profile, recap: Recap) -> Iterator[Row]:
    """Yield the means of every group."""
    for label, group in named_groups(recap):
        spreads = [group.scales[scale.id] for scale in profile.fit_scales]
        yield (
            *(shortened(label), group.n),
            *(_shown(None if each is None else each.mean) for each in spreads),
        )


def _legend(profile: Profile, recap: Recap) -> Iterator[Row]:
    """Yield what the words mean, what is known of the beliefs, and what made the numbers."""
    least = recap.minimums
    numbers = {"alpha": least.alpha, "item_total": least.item_total, "omega": least.omega}
    yield ABOUT["job"], f"{profile.title}. {profile.summary}"
    yield ABOUT["limits"], f"{say.LIMITS} {profile.disclaimer}"
    for word, meaning in say.MEANINGS:
        yield word, meaning.format(**numbers)
    for belief in profile.beliefs:
        yield belief.label, say.TRUTH.format(claim=belief.claim, reality=belief.reality)
    if recap.per is not None and not recap.groups:
        yield say.GROUP, say.NO_GROUPS.format(per=recap.per, fewest=FEWEST)
    stamp = recap.profile
    yield (
        ABOUT["versions"],
        STAMP.format(
            profile=stamp.id, version=stamp.version, scoring=recap.scoring, sha256=stamp.sha256
        ),
    )


def _shown(count: int | None) -> Cell:
    return say.HIDDEN if count is None else count
