"""A recap as tables for a spreadsheet: every number that is told, under words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from kelompok_quiz.cohort import Group, Recap, ScaleFigures
from kelompok_quiz.explanation import cohort_sentences as say
from kelompok_quiz.explanation.table_words import FLAGS, MEANING
from kelompok_quiz.profile import Profile

Cell: TypeAlias = str | int | float


@dataclass(frozen=True, slots=True)
class SheetTable:
    """One sheet: a title, a header, and as many cells in every row; a float is a statistic."""

    title: str
    headers: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def recap_tables(profile: Profile, recap: Recap) -> tuple[SheetTable, ...]:
    """Return everything a recap tells; groups only where there are some to tell."""
    careful = recap.quality.without_low.scales
    tables = {
        "people": ((say.WHAT, say.HOW_MANY), _people(profile, recap)),
        "scales": (say.SCALE_HEADERS, _scales(profile, recap, recap.scales)),
        "careful": (say.SCALE_HEADERS, _scales(profile, recap, careful)),
        "items": (say.ITEM_HEADERS, _items(profile, recap)),
        "groups": (_group_headers(profile), _groups(profile, recap)),
        "legend": ((say.WORD, MEANING), _legend(recap)),
    }
    sheets = (
        SheetTable(say.SHEETS[name], headers, tuple(rows))
        for name, (headers, rows) in tables.items()
    )
    return tuple(sheet for sheet in sheets if sheet.rows)


def _people(profile: Profile, recap: Recap) -> Iterator[tuple[Cell, ...]]:
    yield say.ALL_PEOPLE, recap.n
    yield say.SCORED, recap.scored
    yield say.UNDETERMINED, recap.undetermined
    yield say.REJECTED, recap.rejected
    for verdict in reversed(profile.verdicts):
        yield verdict.label, recap.verdicts[verdict.id]
    for belief in profile.beliefs:
        for reading, words in say.READINGS.items():
            label = say.COUNTED.format(label=belief.label, reading=words)
            yield label, getattr(recap.beliefs[belief.id], reading)
    for contrast in profile.contrasts:
        for leaning, words in say.LEANING_WORDS.items():
            label = say.COUNTED.format(label=contrast.label, reading=words)
            yield label, recap.contrasts[contrast.id][leaning]
    for level, words in say.QUALITY_WORDS.items():
        yield words, getattr(recap.quality, level)
    for flag, count in recap.quality.flags.items():
        yield say.FLAG_NAMED.format(flag=FLAGS[flag].word), count


def _scales(
    profile: Profile, recap: Recap, figures: Mapping[str, ScaleFigures]
) -> Iterator[tuple[Cell, ...]]:
    least = recap.minimums
    for scale in profile.scales:
        found = figures[scale.id]
        low, high = found.alpha_ci95 or (None, None)
        alphas = (found.alpha, low, high, found.std_alpha, found.sem)
        yield (
            *(scale.label, scale.id, found.scored.n),
            *(_value(value) for value in (found.scored.mean, found.scored.sd)),
            found.n_complete,
            *(_told(value, found.n_complete, least.alpha) for value in alphas),
            _told(found.omega_total, found.n_complete, least.omega),
        )


def _items(profile: Profile, recap: Recap) -> Iterator[tuple[Cell, ...]]:
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
        say.UNDETERMINED,
        *(say.MEAN_OF.format(label=scale.label) for scale in profile.scales),
        *(say.MYTH.format(label=belief.label) for belief in profile.beliefs),
        *(say.LEANING.format(label=contrast.label) for contrast in profile.contrasts),
        *say.QUALITY_WORDS.values(),
    )


def _groups(profile: Profile, recap: Recap) -> Iterator[tuple[Cell, ...]]:
    for label, group in recap.groups.items():
        yield _group(profile, label, group)
    if recap.pooled:
        label = say.POOLED.format(groups=recap.pooled.groups)
        yield _group(profile, label, recap.pooled.together)


def _group(profile: Profile, label: str, group: Group) -> tuple[Cell, ...]:
    counts = [group.verdicts[verdict.id] for verdict in reversed(profile.verdicts)]
    counts.append(group.undetermined)
    spreads = [group.scales[scale.id] for scale in profile.scales]
    knowledge = [group.beliefs[belief.id]["myth"] for belief in profile.beliefs]
    knowledge += [group.contrasts[contrast.id]["that"] for contrast in profile.contrasts]
    knowledge += [group.quality[level] for level in say.QUALITY_WORDS]
    return (
        *(label, group.n),
        *map(_shown, counts),
        *(say.HIDDEN if each is None else _value(each.mean) for each in spreads),
        *map(_shown, knowledge),
    )


def _legend(recap: Recap) -> Iterator[tuple[Cell, ...]]:
    least = recap.minimums
    numbers = {"alpha": least.alpha, "item_total": least.item_total, "omega": least.omega}
    for word, meaning in say.MEANINGS:
        yield word, meaning.format(**numbers)


def _shown(count: int | None) -> Cell:
    return say.HIDDEN if count is None else count
