from __future__ import annotations

from pathlib import Path

import pytest

from kelompok_quiz.profile.document import Document, read_document
from kelompok_quiz.profile.model import AntiTrait, Profile, Trait
from kelompok_quiz.profile.shape import convert

CASES = Path(__file__).parents[1] / "cases" / "profile" / "valid"
SOUND = (CASES / "minimal.yaml").read_text("utf-8")
FULL = (CASES / "beliefs_and_contrasts.yaml").read_text("utf-8")
ITEM = "te2, text: Aku cepat bosan menunggu benih tumbuh., reverse: true"


def converted(text: str, *edits: tuple[str, str]) -> tuple[Profile | None, Document]:
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    document = read_document(text.encode(), "profil.yaml")
    assert document.problems == []
    return convert(document), document


def reported(text: str, *edits: tuple[str, str]) -> list[tuple[str, dict[str, object]]]:
    """Code and parameters of each misfit after the edits; there is then no profile."""
    profile, document = converted(text, *edits)
    assert profile is None
    return [(problem.code, dict(problem.parameters)) for problem in document.problems]


def test_a_sound_tree_becomes_a_frozen_profile_in_the_order_of_its_file() -> None:
    profile, document = converted(FULL)
    assert profile is not None
    assert document.problems == []
    assert [scale.id for scale in profile.scales] == [
        *("telaten", "takut_kotor", "tumbuh_sendiri", "penjual_bunga"),
    ]
    assert [type(scale) for scale in profile.fit_scales] == [Trait, AntiTrait]
    assert [scale.kind for scale in profile.fit_scales] == ["trait", "anti_trait"]
    assert " ".join(item.id for item in profile.items) == "te1 ta2 tu1 pb2 tu2 te2 pb1 ta1"
    with pytest.raises(AttributeError):
        profile.id = "lain"  # type: ignore[misc]


def test_what_may_be_left_out_has_a_plain_default() -> None:
    profile, _ = converted(SOUND)
    assert profile is not None
    assert (profile.beliefs, profile.contrasts) == ((), ())
    assert profile.traits[0].weight_reason is None
    assert [item.reverse for item in profile.traits[0].items] == [False, True]
    assert [item.meaning for item in profile.traits[0].items] == [None, None]


def test_an_item_may_say_what_it_means() -> None:
    profile, _ = converted(SOUND, (ITEM, ITEM.replace(", reverse", ", meaning: Lama., reverse")))
    assert profile is not None
    assert [item.meaning for item in profile.traits[0].items] == [None, "Lama."]


@pytest.mark.parametrize(
    ("written", "code"), [('""', "text_blank"), ("~", "text_unquoted"), ("12", "text_unquoted")]
)
def test_a_meaning_that_is_there_is_a_text(written: str, code: str) -> None:
    edited = ITEM.replace(", reverse", f", meaning: {written}, reverse")
    assert [found for found, _ in reported(SOUND, (ITEM, edited))] == [code]


def test_a_profile_finds_its_scales_and_verdicts_by_id() -> None:
    profile, _ = converted(FULL)
    assert profile is not None
    assert profile.find_scale("penjual_bunga") is profile.contrasts[0]
    assert profile.find_verdict("dekat") is profile.verdicts[1]
    with pytest.raises(KeyError):
        profile.find_scale("te1")
    with pytest.raises(KeyError):
        profile.find_verdict("telaten")


def test_bounds_stand_between_verdicts() -> None:
    profile, _ = converted(SOUND)
    assert profile is not None
    assert profile.inner_bounds == (50,)
    assert profile.points == 5


def test_the_path_of_a_missing_key_counts_from_one() -> None:
    assert reported(
        SOUND, ("title: Penjaga Kebun\n", ""), ("{id: te1, ", "{"), ("from: 50, ", "")
    ) == [
        ("key_missing", {"key": "title", "of": "profil"}),
        ("key_missing", {"key": "id", "of": "traits.1.items.1"}),
        ("key_missing", {"key": "from", "of": "verdicts.2"}),
    ]


def test_an_unknown_key_is_near_to_a_known_one_only_while_that_is_free() -> None:
    assert reported(SOUND, ("title:", "tittle:")) == [
        ("key_unknown_near", {"value": "tittle", "near": "title"}),
        ("key_missing", {"key": "title", "of": "profil"}),
    ]
    assert reported(SOUND, ("title:", "tittle: Kebun\ntitle:")) == [
        ("key_unknown", {"value": "tittle", "near": None}),
    ]


@pytest.mark.parametrize("weight", ["1", "2", "40"])
def test_a_weight_is_a_whole_number_from_one(weight: str) -> None:
    profile, _ = converted(SOUND, ("weight: 1", f"weight: {weight}"))
    assert profile is not None
    assert profile.traits[0].weight == int(weight)


def test_a_weight_of_nothing_is_too_small() -> None:
    assert reported(SOUND, ("weight: 1", "weight: 0")) == [
        ("number_too_small", {"value": 0, "least": 1})
    ]


@pytest.mark.parametrize("percent", ["0", "100"])
def test_a_bound_is_a_percentage(percent: str) -> None:
    profile, _ = converted(SOUND, ("caution_from: 70", f"caution_from: {percent}"))
    assert profile is not None
    assert profile.rules.caution_from == int(percent)


def test_a_bound_over_a_hundred_is_too_large() -> None:
    assert reported(SOUND, ("caution_from: 70", "caution_from: 101")) == [
        ("number_too_large", {"value": 101, "most": 100})
    ]


@pytest.mark.parametrize(
    ("written", "shown"),
    [("yes", "yes"), ("1.0", "1.0"), ('"1"', "1"), ("01", "01"), ("~", "~"), ("satu", "satu")],
)
def test_what_is_no_whole_number_is_shown_as_it_was_written(written: str, shown: str) -> None:
    assert reported(SOUND, ("weight: 1", f"weight: {written}")) == [
        ("not_whole_number", {"value": shown})
    ]


@pytest.mark.parametrize("count", [2, 3, 9])
def test_two_to_nine_responses_are_allowed(count: int) -> None:
    responses = ", ".join("abcdefghi"[:count])
    old = "Sangat tidak setuju, Tidak setuju, Netral, Setuju, Sangat setuju"
    profile, _ = converted(SOUND, (old, responses))
    assert profile is not None
    assert profile.points == count


@pytest.mark.parametrize(
    ("count", "code", "bound"),
    [(1, "list_too_short", {"least": 2}), (10, "list_too_long", {"most": 9})],
)
def test_fewer_and_more_responses_are_not(count: int, code: str, bound: dict[str, int]) -> None:
    responses = ", ".join("abcdefghij"[:count])
    old = "Sangat tidak setuju, Tidak setuju, Netral, Setuju, Sangat setuju"
    assert reported(SOUND, (old, responses)) == [(code, bound)]


@pytest.mark.parametrize(
    "element",
    [
        "clauses:\n  K1: Penjaga kebun merawat tanaman.",
        (
            "tasks:\n  - {id: menyiram, label: Menyiram, "
            "text: Menyiram tanaman tiap pagi., source: [K1]}"
        ),
        (
            "next_steps:\n  - {text: Tanam satu bibit minggu ini.}\n"
            "  - {text: Ajak satu teman ke sana.}"
        ),
        "source: [K1]",
        "order: [te1, ta1, te2, ta2]",
    ],
    ids=lambda element: element.split(":")[0],
)
def test_a_required_list_holds_at_least_one_element(element: str) -> None:
    name = element.split(":", maxsplit=1)[0]
    empty = f"{name}: {{}}" if name == "clauses" else f"{name}: []"
    assert reported(SOUND, (element, empty)) == [("list_too_short", {"least": 1})]


@pytest.mark.parametrize("written", ['"true"', "1", "0", "ya", "null", "[true]"])
def test_a_reverse_mark_is_true_or_false(written: str) -> None:
    assert reported(SOUND, (ITEM, ITEM.replace("true", written))) == [("not_true_false", {})]


@pytest.mark.parametrize("written", ["2", "true", '"1"', "1.0", "[1]", "null"])
def test_the_only_schema_is_one(written: str) -> None:
    assert reported(SOUND, ("schema: 1", f"schema: {written}")) == [
        ("not_one_of", {"choices": "1"})
    ]


def test_a_belief_is_a_misconception_or_an_expectation() -> None:
    choices = {"choices": "expectation, misconception"}
    assert reported(FULL, ("kind: misconception", "kind: mitos")) == [("not_one_of", choices)]


@pytest.mark.parametrize("written", ["[a]", "{a: b}"])
def test_a_list_or_mapping_is_no_text(written: str) -> None:
    assert reported(SOUND, ("title: Penjaga Kebun", f"title: {written}")) == [("not_text", {})]


@pytest.mark.parametrize("written", ["no", "010", "1:30", "12", "1.5", "~", "2024-05-17"])
def test_a_scalar_that_yaml_reads_as_no_text_is_shown_as_it_was_written(written: str) -> None:
    assert reported(SOUND, ("title: Penjaga Kebun", f"title: {written}")) == [
        ("text_unquoted", {"value": written})
    ]


@pytest.mark.parametrize("written", ['""', '" "', '"\\t\\n"', '"\\u00a0"'])
def test_a_text_of_spaces_is_blank(written: str) -> None:
    ((code, _),) = reported(SOUND, ("title: Penjaga Kebun", f"title: {written}"))
    assert code == "text_blank"


@pytest.mark.parametrize("written", ["a", "a1", "a_b_2", "z" * 99])
def test_an_id_is_small_letters_digits_and_underscores(written: str) -> None:
    profile, _ = converted(SOUND, ("id: penjaga_kebun", f"id: {written}"))
    assert profile is not None
    assert profile.id == written


@pytest.mark.parametrize(
    "written", ["A", "1a", "_a", "a-b", "a b", "é", "a.b", '"a\\n"', '"\\na"', '""']
)
def test_any_other_id_is_malformed(written: str) -> None:
    ((code, _),) = reported(SOUND, ("id: penjaga_kebun", f"id: {written}"))
    assert code == "id_malformed"


@pytest.mark.parametrize("written", ["0.0.0", "1.0.0", "10.20.30"])
def test_a_version_is_three_numbers(written: str) -> None:
    profile, _ = converted(SOUND, ("version: 1.0.0", f"version: {written}"))
    assert profile is not None
    assert profile.version == written


@pytest.mark.parametrize("written", ["1.0.0.0", "v1.0.0", "1.0.0-a", "01.0.0", '"1.0.0\\n"', "a"])
def test_any_other_version_is_malformed(written: str) -> None:
    ((code, _),) = reported(SOUND, ("version: 1.0.0", f"version: {written}"))
    assert code == "version_malformed"


def test_misfits_in_different_corners_are_all_found() -> None:
    codes = [
        code
        for code, _ in reported(
            FULL,
            *(("schema: 1", "schema: 3"), ("weight: 1", "weight: satu"), ("kind: mis", "kind: m")),
            *(("aspect: Hari kerja", "aspek: Hari kerja"), ("from: 0", "from: 400")),
        )
    ]
    assert codes == [
        *("not_one_of", "not_whole_number", "not_one_of"),
        *("key_unknown", "key_missing", "number_too_large"),
    ]
