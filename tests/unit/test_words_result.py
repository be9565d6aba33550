"""The texts about a result and its trail: short, Indonesian, all of them used."""

from __future__ import annotations

import ast
import functools
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from types import ModuleType
from typing import Any

import pytest

from kelompok_quiz.explanation.report import result_sections
from kelompok_quiz.explanation.trail import trail_sections
from kelompok_quiz.words import job, recap, tables, trail
from kelompok_quiz.words import result as sentences
from support.mini import PROFILE
from support.reports import (
    EVERY_CASE,
    HIGH,
    assessed,
    person,
    raw,
    results,
    texts,
)

ROOT = Path(__file__).parents[2]


def templates(module: Any) -> Iterator[tuple[str, str]]:
    for name, value in vars(module).items():
        if not name.isupper():
            continue
        parts = value.values() if isinstance(value, dict) else value
        for text in [parts] if isinstance(parts, str) else parts:
            if isinstance(text, str):
                yield name, text


SENTENCES = [*templates(sentences), *templates(trail)]
ENGLISH = re.compile(
    r"\b(the|and|your|you|is|are|not|of|with|for|this|that|has|have|was|answer|answers|score|fit"
    r"|error|item|items|scale|verdict|band|result|none|missing|unknown|quality|high|low)\b",
    re.IGNORECASE,
)


KNOWN = {
    *("fit", "error", "band", "verdict", "reason", "labels", "lower", "upper", "bound", "percent"),
    *("label", "answered", "items", "needed", "level", "score", "steps", "this", "that"),
    *("longstring", "seconds", "missing", "profile", "version", "scoring", "sha256"),
    *(
        "floor",
        "low",
        "high",
        "word",
        "bands",
        "text",
        "about",
        "title",
        "row",
        "facts",
        "statement",
    ),
    *("retake", "growth", "chance", "scatter", "people", "scored", "undetermined", "rejected"),
    *("respondent", "weight", "mean", "points", "support", "total", "contribution", "spread", "se"),
    *("terms", "fit_se", "bounds", "cautions", "answer", "response", "keyed", ""),
    *("range", "count", "whole", "group", "header", "cell"),
}


def test_the_sentences_are_found() -> None:
    assert len(SENTENCES) > 80


@pytest.mark.parametrize(("name", "text"), SENTENCES)
def test_a_sentence_is_short_and_indonesian_and_asks_for_known_values(name: str, text: str) -> None:
    del name
    for sentence in re.split(r"(?<=[.?!])\s", text):
        assert len(sentence.split()) <= 20, sentence
    placeholders = {field for _, field, _, _ in Formatter().parse(text) if field is not None}
    assert placeholders <= KNOWN
    assert not ENGLISH.search(re.sub(r"\{\w*\}", "", text)), text
    assert "Anda" not in text


@pytest.mark.parametrize("module", [sentences, trail, job, recap, tables])
def test_no_text_is_left_over(module: ModuleType) -> None:
    assert {name for name in vars(module) if name.isupper()} <= used_names()


def test_every_title_of_a_section_is_used() -> None:
    shown = set(person(a1=HIGH))
    assert set(sentences.TITLES) == shown - {"conclusion"}


@functools.cache
def used_names() -> set[str]:
    """Every name that the package's modules mention of another."""
    found: set[str] = set()
    for path in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute):
                found.add(node.attr)
            elif isinstance(node, ast.ImportFrom):
                found |= {alias.name for alias in node.names}
    return found


@pytest.mark.parametrize("scales", EVERY_CASE, ids=str)
def test_nothing_that_a_person_reads_is_unfilled(scales: dict[str, tuple[int, ...]]) -> None:
    sheet = raw(PROFILE, **scales)
    result = assessed(sheet)
    sections = [
        *result_sections(PROFILE, result, sheet),
        *trail_sections(results(sheet)),
    ]
    for text in [*texts(*sections), *(section.title for section in sections)]:
        assert not re.search(r"[{}]|\bNone\b|\bnan\b", text), text
