"""The trail: whether a result can be computed again from it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from kelompok_quiz.answers import batch_of_one
from kelompok_quiz.explanation.blocks import (
    AnswerList,
    Section,
)
from kelompok_quiz.explanation.report import result_sections
from kelompok_quiz.explanation.trail import trail_sections
from kelompok_quiz.problems import Place, Problem
from kelompok_quiz.profile.key import Key
from kelompok_quiz.profile.loading import load, shipped_profile
from kelompok_quiz.result.recorder import one
from kelompok_quiz.scoring.assessment import assess
from kelompok_quiz.words import trail
from support.mini import KEY, MINI_FILE, PROFILE
from support.reports import (
    EVERY_CASE,
    HIGH,
    assessed,
    one_item_scales,
    paragraphs,
    raw,
    results,
    texts,
)

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "data" / "contoh" / "pendamping_sosial.yaml"


def read(text: str) -> float:
    return float(text.replace(",", "."))


def found_number(pattern: str, lines: Iterable[str]) -> float | None:
    matches = [m for line in lines if (m := re.search(pattern, line))]
    return read(matches[0][1]) if matches else None


def keyed_answers(section: Section) -> list[int]:
    (answers,) = (block for block in section.blocks if isinstance(block, AnswerList))
    counted = [shown.rsplit("dihitung")[-1] for _, shown in answers.rows if shown != "kosong"]
    return [int(re.match(r"\s*(\d)", shown)[1]) for shown in counted]  # type: ignore[index]


TRAILS: list[tuple[Path, dict[str, tuple[int, ...]] | int]] = [
    *((MINI_FILE, case) for case in EVERY_CASE),
    *((path, seed) for path in (shipped_profile(), EXAMPLE) for seed in range(3)),
]


@pytest.mark.parametrize(("path", "case"), TRAILS, ids=str)
def test_a_result_can_be_computed_again_from_its_trail(
    path: Path, case: dict[str, tuple[int, ...]] | int
) -> None:
    key = KEY if path == MINI_FILE else Key(load(path))
    profile = key.profile
    if isinstance(case, dict):
        sheet = raw(profile, **case)
    else:
        sheet = {
            i: 1 + (7 * index + index // 3 + case) % profile.points if index % 11 else None
            for index, i in enumerate(profile.order)
        }
    result = assessed(sheet, key)
    sections = {section.id: section for section in trail_sections(results(sheet, key))}
    parts: list[tuple[int, float]] = []
    squares = freedom = 0.0
    for scale in profile.scales:
        lines, keyed = paragraphs(sections[scale.id]), keyed_answers(sections[scale.id])
        score = found_number(r"^Skor = .* = ([\d,]+)\.$", lines)
        if score is None:
            assert lines[0].startswith("Tidak ada skor: ")
            continue
        mean = sum(keyed) / len(keyed)
        exact = 100 * (mean - 1) / (profile.points - 1)
        assert score == pytest.approx(exact, abs=0.006)
        weight = re.search(r"bobot (\d+)", sections[scale.id].title)
        if weight:
            support = exact if scale in profile.traits else 100 - exact
            parts.append((int(weight[1]), support))
            squares += sum((answer - mean) ** 2 for answer in keyed)
            freedom += len(keyed) - 1
    fit = found_number(r"^Kecocokan = .* = ([\d,]+)\.$", paragraphs(sections["trail"]))
    if result.fit is None:
        assert fit is None
        return
    total = sum(weight for weight, _ in parts)
    assert fit == pytest.approx(sum(w * s for w, s in parts) / total, abs=0.006)
    scatter = found_number(r"\(gabungan\) = ([\d,]+)\.$", paragraphs(sections["trail"]))
    assert scatter == pytest.approx(math.sqrt(squares / freedom), abs=0.0001)
    floor = found_number(r"memakai ([\d,]+), batas", paragraphs(sections["trail"]))
    least = 0.6 * (profile.points - 1) / 4
    assert floor == (pytest.approx(least) if math.sqrt(squares / freedom) < least else None)
    spread = max(math.sqrt(squares / freedom), least)
    for id_, found in result.scales.items():
        if found.score is not None and found.answered:
            error = found_number(r"^Galat baku = .* = ([\d,]+)\.$", paragraphs(sections[id_]))
            exact = 100 / (profile.points - 1) * spread / math.sqrt(found.answered)
            assert error == pytest.approx(exact, abs=0.006)
    shares = [
        found_number(r"^Sumbangan = .* = ([\d,]+)\.$", paragraphs(s)) for s in sections.values()
    ]
    assert sum(filter(None, shares)) == pytest.approx(fit, abs=0.01 * len(parts))


def test_the_trail_names_the_band_the_cautions_and_the_verdict() -> None:
    sheet = raw(PROFILE, a1=HIGH)
    found = paragraphs(trail_sections(results(sheet))[0])
    assert found[-3:] == [
        (
            "Batas tingkat: Kemungkinan tidak cocok dari 0, Masih berimbang dari 40, "
            "Cukup cocok dari 55, dan Cocok dari 70. Kecocokan 76,04 masuk Cocok."
        ),
        "Penghambat yang perlu dicek: Enggan berbagi (menurunkan hasil). Batasnya 70.",
        "Hasil: Cukup cocok.",
    ]


def test_the_trail_has_words_for_every_level_of_caution() -> None:
    assert set(trail.CAUTION_EFFECTS) == {"watch", "cap", "all"}


def test_the_trail_names_flags_as_the_tables_do() -> None:
    found = texts(*trail_sections(results(dict.fromkeys(PROFILE.order, 4))))
    assert "Tanda: jawaban hampir sama terus" in " ".join(found)


def test_the_trail_of_an_undetermined_person_says_what_is_lacking() -> None:
    sheet = raw(PROFILE, a1=(5, 5, 0, 0))
    (first, *_) = trail_sections(results(sheet))
    assert "baru 2 dari 4 pernyataannya terjawab" in " ".join(texts(first))


def test_the_trail_says_where_the_least_spread_is_taken_for_the_scatter() -> None:
    even = " ".join(texts(*trail_sections(results(raw(PROFILE)))))
    assert "(gabungan) = 0,5477." in even
    assert "Galat baku memakai 0,6, batas terkecilnya" in even
    scattered = raw(PROFILE, a1=(5, 1, 5, 1))
    assert "batas terkecilnya" not in " ".join(texts(*trail_sections(results(scattered))))


def test_the_trail_of_single_answers_names_the_least_spread_alone(tmp_path: Path) -> None:
    key, sheet = one_item_scales(tmp_path)
    found = texts(*trail_sections(results(sheet, key)))
    assert any(text.startswith("Kecocokan = ") for text in found)
    assert "Simpangan jawaban di dalam skala kecocokan tidak bisa dihitung." in found
    assert any("memakai 0,6, batas terkecilnya" in text for text in found)


def test_the_trail_without_a_verdict_has_the_spread_of_the_scales_there_are() -> None:
    some = texts(*trail_sections(results(raw(PROFILE, a1=(5, 5, 0, 0)))))
    assert any("memakai 0,6, batas terkecilnya" in text for text in some)
    none = texts(*trail_sections(results(dict.fromkeys(PROFILE.order))))
    assert not any("Simpangan jawaban di dalam" in text for text in none)


def test_the_trail_of_a_rejected_person_is_the_reasons() -> None:
    problem = Problem("answer_invalid", Place(header="t1_1"), {"value": "6", "points": 5})
    batch = replace(batch_of_one(PROFILE, {}), rejects={0: (problem,)})
    rejected = assess(KEY, batch)
    sections = result_sections(PROFILE, one(rejected), {})
    assert trail_sections(rejected) == sections[:1]
    assert problem.message in texts(*trail_sections(rejected))
