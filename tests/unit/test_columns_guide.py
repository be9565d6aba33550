"""A guide (`--pemetaan`): read strictly, written to be filled in, and never turning anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from kelompok_quiz.columns.column_map import map_columns, missing_problems
from kelompok_quiz.columns.guide import UNGUIDED, Guide, read_guide
from kelompok_quiz.columns.guide_draft import draft
from kelompok_quiz.columns.header_matcher import HeaderMatcher, MatchRule
from kelompok_quiz.problems import InputMissing, InputUnreadable, Place
from kelompok_quiz.profile.loading import load
from kelompok_quiz.profile.model import Profile

CASES = Path(__file__).parents[1] / "cases" / "profile" / "valid"
IDS = ("te1", "ta1", "te2", "ta2")
TEXT = "Aku senang menyiram tanaman setiap pagi."


@pytest.fixture(scope="module")
def profile() -> Profile:
    """Presented: te1 ta1 te2 ta2; the responses are the usual five."""
    return load(CASES / "minimal.yaml").profile


def write(folder: Path, content: str) -> Path:
    path = folder / "pemetaan.yaml"
    path.write_text(content, "utf-8")
    return path


def mistakes(folder: Path, profile: Profile, content: str) -> list[tuple[str, int | None]]:
    with pytest.raises(InputUnreadable) as caught:
        read_guide(write(folder, content), profile)
    assert all(problem.message and problem.remedy for problem in caught.value.problems)
    return [(problem.code, problem.place.line) for problem in caught.value.problems]


def test_a_guide_says_what_columns_and_answers_stand_for(tmp_path: Path, profile: Profile) -> None:
    content = (
        "kolom:\n  Soal 1: TE1\n  Catatan: ~\n  Kosong:\n"
        "jawaban:\n  SS: 1\n  Ragu: kosong\nresponden: Anak\nlembar: 7\n"
    )
    assert read_guide(write(tmp_path, content), profile) == Guide(
        columns={"Soal 1": "te1", "Catatan": None, "Kosong": None},
        labels={"SS": 1, "Ragu": 0},
        respondent="Anak",
        worksheet="7",
    )


@pytest.mark.parametrize("content", ["kolom:\n", "kolom: ~\njawaban:\nresponden:\nlembar: ~\n"])
def test_every_part_may_be_left_open(tmp_path: Path, profile: Profile, content: str) -> None:
    assert read_guide(write(tmp_path, content), profile) == UNGUIDED


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("", "guide_empty"),
        ("# saja\n", "guide_empty"),
        ("- te1\n", "guide_not_mapping"),
        ("kolm: {}\n", "guide_key_unknown_near"),
        ("apa: {}\n", "guide_key_unknown"),
        ("kolom: te1\n", "guide_part_not_mapping"),
        ("jawaban: [1]\n", "guide_part_not_mapping"),
        ("responden: [a]\n", "guide_name_expected"),
        ("lembar: yes\n", "guide_name_expected"),
        ("kolom:\n  Soal: te11\n", "guide_item_unknown_near"),
        ("kolom:\n  Soal: zzzz\n", "guide_item_unknown"),
        ("kolom:\n  Soal: 5\n", "guide_item_unknown"),
        ("kolom:\n  Soal: [te1]\n", "guide_item_unknown"),
        ("kolom:\n  Soal: te1\n  ' SOAL ': te2\n", "guide_twice"),
        ("kolom:\n  Soal: te1\n  Soal: te2\n", "key_duplicate"),
        ("kolom:\n  1: te1\n", "key_not_text"),
        ("kolom:\n  TE1: te2\n", "guide_turns_item"),
        ("jawaban:\n  SS:\n", "guide_answer_unfilled"),
        ("jawaban:\n  SS: banyak\n", "guide_answer_unknown"),
        ("jawaban:\n  SS: 99\n", "guide_answer_unknown"),
        ("jawaban:\n  SS: -1\n", "guide_answer_unknown"),
        ("jawaban:\n  SS: 1.0\n", "guide_answer_unknown"),
        ("jawaban:\n  SS: yes\n", "guide_answer_unknown"),
        ("jawaban:\n  SS: [1]\n", "guide_answer_unknown"),
        ("jawaban:\n  '1': 2\n", "guide_turns_answer"),
        ("jawaban:\n  lewati: 1\n", "guide_turns_answer"),
        ("jawaban:\n  '1': kosong\n", "guide_turns_answer"),
        ("kolom: [", "yaml_syntax"),
        ("kolom: &a {}\nlain: *a\n", "yaml_alias"),
    ],
)
def test_a_mistake_is_told_with_its_line(
    tmp_path: Path, profile: Profile, content: str, code: str
) -> None:
    found = mistakes(tmp_path, profile, content)
    assert code in [each for each, _ in found]
    assert all(line for _, line in found)


def test_every_mistake_is_told_at_once(tmp_path: Path, profile: Profile) -> None:
    content = "kolm: {}\nkolom:\n  A: te9\n  B: zzzz\njawaban:\n  SS:\n"
    assert [line for _, line in mistakes(tmp_path, profile, content)] == [1, 3, 4, 6]


def test_a_guide_that_is_not_there_is_missing(tmp_path: Path, profile: Profile) -> None:
    with pytest.raises(InputMissing):
        read_guide(tmp_path / "tiada.yaml", profile)


def test_a_guide_of_a_mebibyte_is_something_else(tmp_path: Path, profile: Profile) -> None:
    assert mistakes(tmp_path, profile, "#" * (1 << 20) + "\n")[0][0] == "guide_too_large"


# What a guide does to the matcher


def test_what_the_guide_says_of_a_header_comes_first(profile: Profile) -> None:
    guide = Guide(columns={"Soal  1": "te1", TEXT: None, "te1_detik": None})
    mapping = map_columns(["soal 1", TEXT, "te1_detik", *IDS[1:]], HeaderMatcher(profile, guide))
    assert mapping.items == ((0,), (3,), (4,), (5,))
    assert mapping.rules[0] is MatchRule.GUIDE
    assert (mapping.carried, mapping.times) == ((1, 2), ())


def test_the_respondent_is_the_column_that_the_guide_names(profile: Profile) -> None:
    matcher = HeaderMatcher(profile, Guide(respondent="wali"))
    assert map_columns(["nama", "Wali", *IDS], matcher).respondent == 1
    without = map_columns(["nama", *IDS], matcher)
    assert without.respondent is None
    (problem,) = missing_problems(without, matcher, Place("a.csv", 1))
    assert problem.code == "respondent_column_missing"


def test_a_header_that_contradicts_itself_is_refused_unless_the_guide_decides(
    profile: Profile,
) -> None:
    header = f"te2. {TEXT}"
    plain, guided = HeaderMatcher(profile), HeaderMatcher(profile, Guide(columns={header: "te1"}))
    headers = [header, "ta1", "te2", "ta2"]
    codes = [p.code for p in missing_problems(map_columns(headers, plain), plain, Place())]
    assert codes == ["column_contradicts", "columns_missing"]
    assert missing_problems(map_columns(headers, guided), guided, Place()) == ()
    unneeded = [header, *IDS]
    (problem,) = missing_problems(map_columns(unneeded, plain), plain, Place(), partial=True)
    assert problem.code == "column_contradicts"


# Guides to fill in


def drafted(headers: list[str], matcher: HeaderMatcher, labels: list[str] | None = None) -> str:
    return draft(map_columns(headers, matcher), matcher, labels or [], "kuis-karier nilai x.csv")


def test_a_guide_to_fill_in_names_every_column_and_item_that_is_open(profile: Profile) -> None:
    text = drafted(["Nama", "Soal 1", "te_2", "ta1", "ta2"], HeaderMatcher(profile))
    lines = text.splitlines()
    assert '  "Nama":' in lines
    assert '  "Soal 1":' in lines
    assert any(line.startswith('  "te_2": # mirip te2: ') for line in lines)
    assert f"#   te1: {TEXT}" in lines
    assert "ta1" not in text
    assert "# lalu pakai: kuis-karier nilai x.csv" in lines


def test_a_guide_that_is_filled_in_is_understood(tmp_path: Path, profile: Profile) -> None:
    odd = ['Soal\n1: "apa"?', "#2 [x]", "- 3", "- 3", "é\u202e😀\\", "x" * 2000]
    headers, labels = [*odd, "Nama"], ["S S", "yes", "1+1", "~"]
    matcher = HeaderMatcher(profile)
    text = drafted(headers, matcher, labels)
    for item_id in IDS:
        text = text.replace('":\n', f'": {item_id}\n', 1)
    for answer in ("1", "2", "kosong", "1"):
        start, _, rest = text.partition("jawaban:")
        text = start + "jawaban:" + rest.replace('":\n', f'": {answer}\n', 1)
    guide = read_guide(write(tmp_path, text), profile)
    mapping = map_columns(headers, HeaderMatcher(profile, guide))
    assert mapping.items == ((0,), (1,), (2, 3), (4,))
    assert dict(guide.labels) == {"S S": 1, "yes": 2, "1+1": 0, "~": 1}


def test_a_guide_in_use_is_kept_in_the_one_to_fill_in(tmp_path: Path, profile: Profile) -> None:
    guide = Guide({"Soal 1": "te1", "Catatan": None}, {"SS": 1, "TT": 0}, "Anak", "X 1")
    text = drafted(["Soal 1", "Catatan", "Anak", "lain"], HeaderMatcher(profile, guide))
    kept = read_guide(write(tmp_path, text), profile)
    assert kept.columns == {"Soal 1": "te1", "Catatan": None, "Anak": None, "lain": None}
    assert (kept.labels, kept.respondent, kept.worksheet) == ({"SS": 1, "TT": 0}, "Anak", "X 1")


def test_where_all_is_understood_no_guide_is_needed(profile: Profile) -> None:
    assert "pemetaan tidak diperlukan" in drafted(["nama", *IDS], HeaderMatcher(profile))


def test_a_guide_that_serves_is_kept_as_it_is(profile: Profile) -> None:
    text = drafted(["Soal 1", *IDS[1:]], HeaderMatcher(profile, Guide({"Soal 1": "te1"})))
    assert '  "Soal 1": te1' in text.splitlines()
    assert "Butir yang belum" not in text
