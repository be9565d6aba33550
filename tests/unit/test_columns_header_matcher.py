"""Headers are matched to items by rules, never by likeness."""

from __future__ import annotations

from pathlib import Path

import pytest

from kelompok_quiz.columns.header_matcher import HeaderMatcher
from kelompok_quiz.profile.loading import load
from kelompok_quiz.profile.model import Profile

CASES = Path(__file__).parents[1] / "cases" / "profile" / "valid"


@pytest.fixture(scope="module")
def profile() -> Profile:
    """Presented: te1 ta1 te2 ta2; te1 is “Aku senang menyiram tanaman setiap pagi.”."""
    return load(CASES / "minimal.yaml").profile


@pytest.mark.parametrize(
    "header",
    [
        *("te1", "TE1", " te1 ", "\ufeffte1", "te1:", "4. te1"),
        *("grup/te1", "grup/dalam/TE1", "data.te1", "grup / te1"),
        "Aku senang menyiram tanaman setiap pagi.",
        "aku senang  MENYIRAM tanaman setiap pagi",
        "12. Aku senang menyiram tanaman setiap pagi.",
        "3) Aku senang menyiram tanaman setiap pagi. *",
        "Soal 3: Aku senang menyiram tanaman setiap pagi.",
    ],
)
def test_a_header_stands_for_an_item_by_id_path_or_statement(profile: Profile, header: str) -> None:
    assert HeaderMatcher(profile).item(header) == 0


@pytest.mark.parametrize(
    "header",
    [
        "Seberapa setuju kamu? [Aku senang menyiram tanaman setiap pagi.]",
        "te1. Aku senang menyiram tanaman setiap pagi.",
        "te1 - Aku senang menyiram tanaman setiap pagi.",
        "[te1] Aku senang menyiram tanaman setiap pagi.",
        "(TE1) Aku senang menyiram tanaman setiap pagi.",
        "Aku senang menyiram tanaman setiap pagi. (te1)",
        "Bagian 1/Aku senang menyiram tanaman setiap pagi.",
        "Bagian 1/te1.",
        "Kuis/Bagian 1/Aku senang menyiram tanaman setiap pagi.",
        "Kelas X - Seberapa setuju? - Aku senang menyiram tanaman setiap pagi.",
        "Seberapa setuju kamu? - Aku senang menyiram tanaman setiap pagi.",
        "G01Q01[te1]",
        "kuis-bagian_1-te1",
    ],
)
def test_a_header_of_a_grid_or_with_id_and_text_stands_for_its_item(
    profile: Profile, header: str
) -> None:
    assert HeaderMatcher(profile).item(header) == 0


@pytest.mark.parametrize(
    "header",
    [
        "",
        "te",
        "te11",
        "te 1",
        "te1 te2",
        "te2. Aku senang menyiram tanaman setiap pagi.",
        "te2 - Aku senang menyiram tanaman setiap pagi.",
        "te2-te1",
        "(te2) Aku senang menyiram tanaman setiap pagi.",
        "Aku senang menyiram tanaman setiap pagi. (te2)",
        "te1_detik",
        "detik/te1",
        "Setuju? [te9]",
        "Q1",
        "1",
        "Aku senang menyiram tanaman",
        "te1/catatan",
    ],
)
def test_a_near_miss_stands_for_nothing(profile: Profile, header: str) -> None:
    assert HeaderMatcher(profile).item(header) is None


def test_an_id_that_looks_like_a_number_of_a_question_must_fit_its_text(tmp_path: Path) -> None:
    path = tmp_path / "profile.yaml"
    written = (CASES / "minimal.yaml").read_text("utf-8")
    path.write_text(written.replace("te1", "p1").replace("te2", "p2"), "utf-8")
    matcher = HeaderMatcher(load(path).profile)
    text = "Aku senang menyiram tanaman setiap pagi."
    assert [matcher.item(f"P{number}. {text}") for number in (1, 2, 3)] == [0, None, 0]


def test_headers_that_stand_for_items_are_counted(profile: Profile) -> None:
    assert HeaderMatcher(profile).count_items(["nama", "te1", "TA2", "te3"]) == 2


@pytest.mark.parametrize("header", ["te9_detik", "te1_waktu", "detik", "te1", "te1_detik_ke", ""])
def test_other_headers_stand_for_no_time(profile: Profile, header: str) -> None:
    assert HeaderMatcher(profile).match_time(header) is None
