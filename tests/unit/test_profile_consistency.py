from __future__ import annotations

from pathlib import Path

import pytest

from kelompok_quiz.profile.consistency import check, find
from kelompok_quiz.profile.document import Document, read_document
from kelompok_quiz.profile.loading import load
from kelompok_quiz.profile.model import OUTPUT_COLUMNS
from kelompok_quiz.profile.responses import BLANKS
from kelompok_quiz.writing.tables import columns

CASES = Path(__file__).parents[1] / "cases" / "profile" / "valid"
SOUND = (CASES / "minimal.yaml").read_text("utf-8")
FULL = (CASES / "beliefs_and_contrasts.yaml").read_text("utf-8")
RESPONSES = "Sangat tidak setuju, Tidak setuju, Netral, Setuju, Sangat setuju"


def checked(text: str, *edits: tuple[str, str]) -> Document:
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    document = read_document(text.encode(), "profil.yaml")
    assert document.problems == []
    check(document)
    return document


def reported(text: str, *edits: tuple[str, str]) -> list[tuple[str, dict[str, object]]]:
    """Code and parameters of each contradiction after the edits."""
    return [(p.code, dict(p.parameters)) for p in checked(text, *edits).problems]


def codes(text: str, *edits: tuple[str, str]) -> list[str]:
    return [code for code, _ in reported(text, *edits)]


def test_a_sound_profile_contradicts_nothing() -> None:
    assert codes(SOUND) == codes(FULL) == []


@pytest.mark.parametrize(
    "text",
    [
        *("teks", "null", "[1, 2]", "{}", "{traits: teks, order: teks, verdicts: 3, clauses: []}"),
        *("{traits: [teks, 1], tasks: [{}], beliefs: [{items: [1]}], responses: [1, [a]]}",),
        *("{rules: teks, source: [[K1]], clauses: {K1: a}, verdicts: [{from: teks}, {from: no}]}",),
    ],
)
def test_parts_of_the_wrong_shape_are_passed_over(text: str) -> None:
    assert codes(text) == []


def test_a_pattern_finds_every_value_with_its_path() -> None:
    tree = {"a": [{"b": 1}, {"c": 2}, {"b": 3}], "d": {"b": 4}}
    assert list(find(tree, ("a", "*", "b"))) == [(("a", 0, "b"), 1), (("a", 2, "b"), 3)]
    assert list(find(tree, ("d", "*"))) == []
    assert list(find(tree, ())) == [((), tree)]


@pytest.mark.parametrize("column", OUTPUT_COLUMNS)
def test_no_scale_and_no_item_takes_the_name_of_an_output_column(column: str) -> None:
    reserved = ("id_reserved", {"value": column})
    assert reported(SOUND, ("id: telaten", f"id: {column}")) == [reserved]
    assert reported(SOUND, ("id: te1", f"id: {column}"), ("[te1", f"[{column}")) == [reserved]
    assert reported(FULL, ("id: tumbuh_sendiri", f"id: {column}")) == [reserved]
    assert reported(FULL, ("id: pb1", f"id: {column}"), ("pb1, ta1]", f"{column}, ta1]")) == [
        reserved
    ]


def test_what_names_no_column_may_have_any_name() -> None:
    assert codes(SOUND, ("id: menyiram", "id: fit"), ("id: dekat", "id: band")) == []


def test_the_columns_of_the_contract_are_those_that_are_written() -> None:
    profile = load(CASES / "beliefs_and_contrasts.yaml").profile
    scales = [scale.id for scale in profile.scales]
    written = columns(profile, ["nama"])
    assert [name for name in written if name not in scales] == ["nama", *OUTPUT_COLUMNS]
    assert written[-len(OUTPUT_COLUMNS[8:]) - len(scales) :][: len(scales)] == scales


@pytest.mark.parametrize(
    ("edits", "value", "first"),
    [
        ([("id: ta1", "id: te1"), ("te1, ta1,", "te1,")], "te1", "{id: te1,"),
        ([("id: takut_kotor", "id: telaten")], "telaten", "- id: telaten"),
        ([("id: ta1", "id: telaten"), ("te1, ta1,", "te1, telaten,")], "telaten", "- id: telaten"),
        ([("id: te2", "id: takut_kotor"), ("te2,", "takut_kotor,")], "takut_kotor", "- id: takut"),
        ([("id: dekat", "id: jauh")], "jauh", "{id: jauh,"),
    ],
)
def test_an_id_that_is_taken_is_named_with_the_line_of_the_first(
    edits: list[tuple[str, str]], value: str, first: str
) -> None:
    lines = SOUND.splitlines()
    line = next(number for number, text in enumerate(lines, start=1) if first in text)
    assert reported(SOUND, *edits) == [("id_duplicate", {"value": value, "first": line})]


def test_a_third_use_of_an_id_points_to_the_first_too() -> None:
    found = reported(
        FULL,
        *(("id: takut_kotor", "id: telaten"), ("id: penjual_bunga", "id: telaten")),
    )
    assert found == [("id_duplicate", {"value": "telaten", "first": 13})] * 2


def test_ids_of_different_worlds_may_be_the_same() -> None:
    edits = [("id: menyiram", "id: telaten"), ("id: dekat", "id: te1"), ("id: penjaga", "id: te1")]
    assert codes(SOUND, *edits) == []


def test_an_item_is_presented_exactly_once() -> None:
    assert reported(SOUND, ("te2, ta2]", "te2, te1]")) == [
        ("order_twice", {"value": "te1"}),
        ("order_missing", {"value": "ta2"}),
    ]


def test_a_third_time_in_the_order_is_said_again() -> None:
    assert codes(SOUND, ("te2, ta2]", "te2, ta2, te1, te1]")) == ["order_twice", "order_twice"]


def test_the_order_presents_items_that_are_there() -> None:
    assert reported(SOUND, ("ta2]", "ta2, mawar]")) == [("order_unknown", {"value": "mawar"})]
    assert reported(SOUND, ("ta2]", "ta2, te_1]")) == [
        ("order_unknown_near", {"value": "te_1", "near": "te1"})
    ]


def test_an_order_that_is_not_there_misses_no_single_item() -> None:
    assert codes(SOUND, ("order: [te1, ta1, te2, ta2]\n", "")) == []


@pytest.mark.parametrize(
    ("floors", "expected"),
    [
        ((0, 1), []),
        ((0, 0), [("band_not_rising", {"value": 0, "previous": 0})]),
        ((1, 50), [("band_first_not_zero", {"value": 1})]),
        (
            (60, 50),
            [
                ("band_first_not_zero", {"value": 60}),
                ("band_not_rising", {"value": 50, "previous": 60}),
            ],
        ),
    ],
)
def test_bands_rise_from_zero(
    floors: tuple[int, int], expected: list[tuple[str, dict[str, object]]]
) -> None:
    edits = [("from: 0", f"from: {floors[0]}"), ("from: 50", f"from: {floors[1]}")]
    assert reported(SOUND, *edits) == expected


def test_a_first_band_of_the_wrong_type_is_not_blamed_on_the_second() -> None:
    assert codes(SOUND, ("from: 0", "from: nol")) == []
    assert codes(SOUND, ("from: 0", "from: no")) == []


def test_a_rule_names_a_verdict() -> None:
    rule = "all_anti_traits_verdict: "
    assert reported(SOUND, (rule + "jauh", rule + "telaten")) == [
        ("verdict_unknown", {"value": "telaten"})
    ]
    assert reported(SOUND, (rule + "jauh", rule + "jau")) == [
        ("verdict_unknown_near", {"value": "jau", "near": "jauh"})
    ]


def test_a_step_names_verdicts() -> None:
    step = "{text: Tanam satu bibit minggu ini.}"
    assert step in SOUND
    edited = SOUND.replace(step, "{text: Tanam satu bibit minggu ini., for: [jauh, telaten]}")
    assert reported(edited) == [("verdict_unknown", {"value": "telaten"})]


def test_an_item_names_a_task() -> None:
    item = "id: te1,"
    assert reported(SOUND, (item, f"{item} task: menyiram,")) == []
    assert reported(SOUND, (item, f"{item} task: te2,")) == [("task_unknown", {"value": "te2"})]
    assert reported(SOUND, (item, f"{item} task: menyram,")) == [
        ("task_unknown_near", {"value": "menyram", "near": "menyiram"})
    ]


def test_every_source_names_a_clause() -> None:
    text = FULL.replace("source: [K1]", "source: [K1, K2]")
    assert text.count("K2") == 7
    assert reported(text) == [("clause_unknown", {"value": "K2"})] * 7


@pytest.mark.parametrize("about", ["Sabar", "Menjauh"])
def test_a_weight_other_than_one_gives_its_reason(about: str) -> None:
    plain = f"weight: 1\n    source: [K1]\n    about: {about}"
    heavy = plain.replace("1", "3", 1)
    reasoned = heavy.replace("3", "3\n    weight_reason: Paling menentukan.", 1)
    assert codes(SOUND, (plain, heavy)) == ["weight_reason_missing"]
    assert codes(SOUND, (plain, reasoned)) == []
    assert codes(SOUND, (plain, plain.replace("1", "satu", 1))) == []


def test_two_responses_in_one_spelling_are_one() -> None:
    assert reported(SOUND, (RESPONSES, "Setuju, Netral, ' SETUJU '")) == [
        ("response_twice", {"value": " SETUJU "})
    ]


@pytest.mark.parametrize("response", [*sorted(BLANKS), "NA", "LEWATI", "–", "4", "2 kali", "½"])
def test_a_response_cannot_be_taken_for_a_number_or_a_blank(response: str) -> None:
    assert reported(SOUND, (RESPONSES, f"Ya, '{response}'")) == [
        ("response_ambiguous", {"value": response})
    ]


def test_a_response_may_hold_a_number_further_on() -> None:
    assert codes(SOUND, (RESPONSES, "Ya, Tahap 2, n a, Lewati saja")) == []


def test_one_statement_appears_once_in_any_spelling() -> None:
    spelled = "text: '4. AKU cepat bosan  menunggu benih tumbuh'"
    assert reported(FULL, ("text: Melayani pembeli lebih seru daripada mencangkul.", spelled)) == [
        (
            "statement_twice",
            {"value": "4. AKU cepat bosan  menunggu benih tumbuh", "first": 22},
        )
    ]
