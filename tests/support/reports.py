"""Reports about people who answer the small instrument, and the blocks in their sections."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

from kelompok_quiz.answers import batch_of_one
from kelompok_quiz.explanation.blocks import (
    Headline,
    Measure,
    Measures,
    Notice,
    Paragraph,
    Section,
)
from kelompok_quiz.explanation.report import result_sections
from kelompok_quiz.profile.key import Key
from kelompok_quiz.profile.loading import load
from kelompok_quiz.profile.model import Profile
from kelompok_quiz.result.batch import ResultBatch
from kelompok_quiz.result.record import Result
from kelompok_quiz.result.recorder import one
from kelompok_quiz.scoring.assessment import assess
from support.mini import KEY, MINI_FILE, PROFILE

RawAnswers = dict[str, int | None]
FAVOURABLE = {
    **dict.fromkeys(("t1", "t2"), (5, 5, 5, 4)),
    **dict.fromkeys(("a1", "a2", "a3", "b1"), (1, 2, 1, 2)),
    "c1": (4, 5, 4, 4),
}
"""Keyed answers to a scale of mini.yaml, by the first letters of its item ids; 0 = missing."""


HIGH = (5, 5, 5, 5)
LOW = (1, 1, 1, 1)
MIDDLE = (3, 3, 3, 3)
EVERY_CASE: list[dict[str, tuple[int, ...]]] = [
    {},
    {"a1": HIGH},
    {"t1": LOW, "t2": LOW, "a1": HIGH},
    {"a1": (4, 4, 4, 4)},
    {"a1": HIGH, "a2": HIGH, "a3": HIGH},
    {"t1": (5, 5, 0, 0)},
    {"a1": (5, 5, 0, 0)},
    dict.fromkeys(FAVOURABLE, MIDDLE),
    dict.fromkeys(FAVOURABLE, LOW),
    dict.fromkeys(FAVOURABLE, (0, 0, 0, 0)),
]


def raw(profile: Profile, **scales: tuple[int, ...]) -> RawAnswers:
    """A favourable sheet of mini.yaml, with the keyed answers of some scales replaced."""
    keyed = FAVOURABLE | scales
    sheet: RawAnswers = {}
    for item in profile.items:
        answer = keyed[item.id[:2]][int(item.id[-1]) - 1]
        sheet[item.id] = (6 - answer if item.reverse else answer) if answer else None
    return sheet


def results(sheet: RawAnswers, key: Key = KEY) -> ResultBatch:
    return assess(key, batch_of_one(key.profile, sheet))


def assessed(sheet: RawAnswers, key: Key = KEY) -> Result:
    return one(results(sheet, key))


def report(sheet: RawAnswers, key: Key = KEY) -> dict[str, Section]:
    sections = result_sections(key.profile, assessed(sheet, key), sheet)
    return {section.id: section for section in sections}


def person(**scales: tuple[int, ...]) -> dict[str, Section]:
    return report(raw(PROFILE, **scales))


def one_item_scales(folder: Path) -> tuple[Key, RawAnswers]:
    """mini.yaml with one item in every fit scale, and a sheet with one high anti-trait."""
    source = MINI_FILE.read_text("utf-8")
    kept = [line for line in source.splitlines() if not re.search(r"id: [ta]\d_[234],", line)]
    text = re.sub(r"[ta]\d_[234],", "", "\n".join(kept))
    path = folder / "satu.yaml"
    path.write_text(text, "utf-8")
    key = Key(load(path))
    sheet: RawAnswers = {item_id: 5 if item_id[0] == "t" else 2 for item_id in key.profile.order}
    return key, sheet | {"a1_1": 5}


def texts(*sections: Section) -> list[str]:
    """Every text in the blocks of sections, in reading order."""
    return [text for s in sections for block in s.blocks for text in strings(block)]


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from strings(part)
    elif hasattr(value, "__dataclass_fields__"):
        for part in fields(value):
            yield from strings(getattr(value, part.name))


def paragraphs(section: Section) -> list[str]:
    return [block.text for block in section.blocks if isinstance(block, Paragraph)]


def notices(section: Section) -> list[str]:
    return [block.text for block in section.blocks if isinstance(block, Notice)]


def headline(section: Section) -> Headline:
    (found,) = (block for block in section.blocks if isinstance(block, Headline))
    return found


def measures(section: Section) -> list[Measure]:
    """Every measure, trait or anti-trait, in reading order."""
    return [row for block in section.blocks if isinstance(block, Measures) for row in block.rows]


def usual_people(profile: Profile, people: int, seed: int = 1) -> Iterator[RawAnswers]:
    """Answers of people with a level on each scale, mostly a little favourable, and some noise."""
    chance, top = random.Random(seed), profile.points - 1  # noqa: S311 - simulated people
    for _ in range(people):
        noise = chance.uniform(0.1, 0.25)
        levels = {scale.id: chance.gauss(0.6, 0.15) for scale in profile.scales}
        answers: RawAnswers = {}
        presented = zip(profile.presented_scales, profile.items, profile.ideal, strict=True)
        for scale, item, agrees in presented:
            support = min(max(chance.gauss(levels[scale.id], noise), 0), 1)
            answers[item.id] = round(1 + top * (support if agrees else 1 - support))
        yield answers
