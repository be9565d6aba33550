"""What each column holds, and what keeps a file from being scored."""

from __future__ import annotations

from pathlib import Path

import pytest

from kelompok_quiz.columns.column_map import (
    RESPONDENT_HEADERS,
    ColumnMap,
    map_columns,
    missing_problems,
)
from kelompok_quiz.columns.header_matcher import HeaderMatcher
from kelompok_quiz.problems import Place
from kelompok_quiz.profile.loading import load
from kelompok_quiz.profile.model import Profile

CASES = Path(__file__).parents[1] / "cases" / "profile" / "valid"
IDS = ("te1", "ta1", "te2", "ta2")


@pytest.fixture(scope="module")
def profile() -> Profile:
    """Presented: te1 ta1 te2 ta2; te1 is “Aku senang menyiram tanaman setiap pagi.”."""
    return load(CASES / "minimal.yaml").profile


@pytest.fixture(scope="module")
def large() -> Profile:
    return load(CASES / "twenty_eight_items.yaml").profile


def mapped(headers: list[str], profile: Profile) -> ColumnMap:
    return map_columns(headers, HeaderMatcher(profile))


def refused(
    headers: list[str], profile: Profile, *, partial: bool = False
) -> list[tuple[str, dict[str, object]]]:
    matcher, place = HeaderMatcher(profile), Place("kelas.csv", 1)
    problems = missing_problems(map_columns(headers, matcher), matcher, place, partial=partial)
    assert {problem.place for problem in problems} <= {place}
    found = [(problem.code, dict(problem.parameters)) for problem in problems]
    for _, parameters in found:
        assert parameters.pop("file", "kelas.csv") == "kelas.csv"
    return found


def test_each_column_is_an_item_or_is_carried(profile: Profile) -> None:
    headers = ["Waktu", "ta2", "te1", "Kelas", "te2", "ta1"]
    mapping = mapped(headers, profile)
    assert mapping.headers == tuple(headers)
    assert mapping.items == ((2,), (5,), (4,), (1,))
    assert mapping.carried == (0, 3)
    assert (mapping.respondent, mapping.repeated) == (None, ())


def test_two_columns_may_answer_one_item(profile: Profile) -> None:
    mapping = mapped([*IDS, "grup/te1", "TA2", "Te1"], profile)
    assert mapping.items == ((0, 4, 6), (1,), (2,), (3, 5))
    assert mapping.repeated == ((0, 4), (0, 6), (3, 5))


@pytest.mark.parametrize("name", [name for names in RESPONDENT_HEADERS for name in names])
def test_a_person_is_named_by_one_of_the_usual_headers(profile: Profile, name: str) -> None:
    assert mapped(["kelas", f" {name.upper()} ", *IDS], profile).respondent == 1


def test_of_several_names_the_first_of_the_list_counts(profile: Profile) -> None:
    headers = ["email", "name", "nama", "nis", "nisn", "id", "responden"]
    for last in range(len(headers), 0, -1):
        assert mapped([*headers[:last], *IDS], profile).respondent == last - 1


def test_of_two_columns_with_one_name_the_left_one_counts(profile: Profile) -> None:
    assert mapped(["Nama", *IDS, "nama"], profile).respondent == 0


def test_every_item_needs_a_column(profile: Profile) -> None:
    assert refused(["nama", "te1", "te2"], profile) == [
        ("columns_missing", {"count": 2, "value": "ta1, ta2"})
    ]


def test_a_part_of_the_items_is_enough_where_that_is_asked_for(profile: Profile) -> None:
    assert refused(["nama", "te1"], profile, partial=True) == []
    mapping = mapped(["nama", "te1"], profile)
    assert mapping.items == ((1,), (), (), ())
    assert mapping.repeated == ()


@pytest.mark.parametrize("partial", [False, True])
def test_no_item_at_all_is_never_enough(profile: Profile, partial: bool) -> None:  # noqa: FBT001 - parametrised
    assert refused(["nama", "kelas"], profile, partial=partial) == [
        ("columns_none", {"value": "te1, ta1, te2"})
    ]


@pytest.mark.parametrize(
    "number", ["Q1", "q 12", "Question 3", "7", "soal 4", "nomor 4", "Pertanyaan 2", "P5", " Q1 "]
)
def test_columns_that_only_have_numbers_are_refused(profile: Profile, number: str) -> None:
    assert refused(["nama", number, "Q2"], profile, partial=True) == [
        ("columns_numbered", {"value": number})
    ]


@pytest.mark.parametrize("header", ["Q", "Q1 te1", "kelas 4", "soal"])
def test_other_headers_are_no_mere_numbers(profile: Profile, header: str) -> None:
    assert [code for code, _ in refused([header], profile)] == ["columns_none"]


def test_a_near_miss_is_named_and_not_guessed(profile: Profile) -> None:
    headers = ["te_1", "Aku cepat bosan menunggu benih tumbuhh", "ta1", "ta2"]
    missing = {"count": 2, "value": "te1, te2"}
    assert refused(headers, profile) == [
        ("columns_missing_near", missing | {"header": "te_1", "near": "te1"}),
        ("columns_missing_near", missing | {"header": headers[1], "near": "te2"}),
    ]


def test_a_header_is_near_only_to_an_item_that_is_missing(profile: Profile) -> None:
    near_te1 = "Aku senang menyiram tanaman setiap sore"
    assert [code for code, _ in refused([*IDS[:3], near_te1], profile)] == ["columns_missing"]
    assert [code for code, _ in refused([*IDS[1:], near_te1], profile)] == ["columns_missing_near"]


def test_of_many_near_misses_the_first_are_told_and_then_where_all_are(large: Profile) -> None:
    ids = [item.id for item in large.items]
    near = [item_id.replace("_", "-") for item_id in ids]
    codes = [code for code, _ in refused(near, large)]
    assert codes == ["columns_missing_near"] * 5 + ["columns_none"]
    codes = [code for code, _ in refused([*near[:6], *ids[6:]], large)]
    assert codes == ["columns_missing_near"] * 5 + ["columns_missing"]
    codes = [code for code, _ in refused([*near[:5], *ids[5:]], large)]
    assert codes == ["columns_missing_near"] * 5


@pytest.mark.parametrize("divider", [",", ";", "\t", "|"])
def test_columns_that_stand_in_one_cell_are_told(profile: Profile, divider: str) -> None:
    header = divider.join(["nama", *IDS])
    assert refused([header], profile) == [("columns_in_one", {"value": header})]


@pytest.mark.parametrize("answers", [["4", "5", "4"], ["Netral", "Setuju", "setuju", "Setuju"]])
def test_answers_that_stand_where_a_header_should_are_told(
    profile: Profile, answers: list[str]
) -> None:
    assert refused(["Ani", *answers], profile) == [("header_missing", {"value": answers[0]})]


def test_many_missing_items_are_named_up_to_five_and_counted(large: Profile) -> None:
    ids = [item.id for item in large.items]
    assert refused(ids[:-5], large)[0][1] == {"count": 5, "value": ", ".join(ids[-5:])}
    assert refused(ids[:-7], large)[0][1] == {
        "count": 7,
        "value": ", ".join(ids[-7:-2]) + " (dan 2 lagi)",
    }


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        *[
            ("te1_detik", 1),
            ("TE1_Detik", 1),
            ("te1 (detik)", 1),
            ("te1Time", 1),
            ("te1_ms", 0.001),
        ],
        *[("detik/te1", 1), ("time_te1", 1), ("kuis/bagian/te1_seconds", 1), ("durasi te1", 1)],
    ],
)
def test_a_header_may_stand_for_the_time_of_an_item(
    profile: Profile, header: str, seconds: float
) -> None:
    time = HeaderMatcher(profile).match_time(header)
    assert time == (0, seconds)
    mapping = mapped([header, *IDS], profile)
    assert mapping.times == ((0, 0, seconds),)
    assert mapping.carried == ()


@pytest.mark.parametrize(
    ("header", "found"),
    [
        *[
            ("profil/nama", True),
            ("profil-nama", True),
            ("profil.nama", True),
            ("Nama Lengkap *", True),
            ("no. induk", True),
        ],
        *[("meta/id", False), ("_id", False), ("nama ibu", False), ("instanceID", False)],
    ],
)
def test_a_respondent_may_stand_at_the_end_of_a_path(
    profile: Profile,
    header: str,
    found: bool,  # noqa: FBT001 - parametrised
) -> None:
    assert (mapped([header, *IDS], profile).respondent == 0) == found


def test_a_whole_name_comes_before_the_end_of_a_path(profile: Profile) -> None:
    assert mapped(["wali/nama", "nama", *IDS], profile).respondent == 1


def test_a_file_with_a_long_name_is_whole_in_the_command(profile: Profile) -> None:
    matcher = HeaderMatcher(profile)
    place = Place("f" * 80 + ".csv", 1)
    (problem,) = missing_problems(map_columns(["nama", "te1"], matcher), matcher, place)
    assert f"`kuis-karier periksa {place.file}`" in problem.remedy
