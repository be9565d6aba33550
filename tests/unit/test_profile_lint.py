from __future__ import annotations

import re
from pathlib import Path

import pytest

from kelompok_quiz.profile.document import Document, read_document
from kelompok_quiz.profile.lint import lint
from kelompok_quiz.profile.shape import convert

CASES = Path(__file__).parents[1] / "cases" / "profile" / "valid"
SOUND = (CASES / "minimal.yaml").read_text("utf-8")
FULL = (CASES / "beliefs_and_contrasts.yaml").read_text("utf-8")
LARGE = (CASES / "twenty_eight_items.yaml").read_text("utf-8")
TE1 = "Aku senang menyiram tanaman setiap pagi."
TE2 = "Aku cepat bosan menunggu benih tumbuh."
ORDER = "[te1, ta1, te2, ta2]"
FULL_ORDER = "[te1, ta2, tu1, pb2, tu2, te2, pb1, ta1]"


def linted(text: str, *edits: tuple[str, str]) -> Document:
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    document = read_document(text.encode(), "profil.yaml")
    profile = convert(document)
    assert profile is not None
    lint(profile, document)
    return document


def reported(text: str, *edits: tuple[str, str]) -> list[tuple[str, dict[str, object]]]:
    return [(p.code, dict(p.parameters)) for p in linted(text, *edits).problems]


def codes(text: str, *edits: tuple[str, str]) -> list[str]:
    return [code for code, _ in reported(text, *edits)]


@pytest.mark.parametrize("text", [SOUND, FULL, LARGE], ids=["minimal", "full", "large"])
def test_a_well_made_profile_is_not_warned_about(text: str) -> None:
    assert codes(text) == []


def test_half_of_a_scale_is_reverse_keyed() -> None:
    unbalanced = ("keys_unbalanced", {"scale": "tumbuh_sendiri", "reverse": 0, "items": 2})
    assert unbalanced in reported(FULL, ("harian., reverse: true}", "harian.}"))


@pytest.mark.parametrize(
    "word", ["tidak", "bukan", "jarang", "tanpa", "belum", "kurang", "tak", "nggak", "Tidak"]
)
def test_an_item_denies_nothing(word: str) -> None:
    assert reported(SOUND, (TE2, f"Aku {word} betah di kebun.")) == [
        ("item_negated", {"item": "te2", "value": word.casefold()})
    ]


@pytest.mark.parametrize("word", ["dan", "serta", "atau", "sambil"])
def test_an_item_joins_no_two_ideas(word: str) -> None:
    assert reported(SOUND, (TE2, f"Aku duduk {word} melamun.")) == [
        ("item_joined", {"item": "te2", "value": word})
    ]


def test_an_item_is_not_absolute() -> None:
    assert reported(SOUND, (TE2, "Aku selalu melamun.")) == [
        ("item_absolute", {"item": "te2", "value": "selalu"})
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Aku lebih suka memanen daripada menyiram.",
        "Aku LEBIH tertarik memanen, ketimbang menyiram.",
        "Dibanding menyiram, aku lebih senang memanen ketimbang apa pun.",
        "Aku memilih memanen daripada menyiram.",
        "Aku paling senang memanen dibandingkan menyiram.",
    ],
)
def test_an_item_asks_for_no_choice_between_two_things(text: str) -> None:
    assert reported(SOUND, (TE2, f'"{text}"')) == [("item_comparison", {"item": "te2"})]


@pytest.mark.parametrize(
    "text",
    [
        "Aku suka memikirkan mengapa satu kebun lebih subur daripada kebun lain.",
        "Aku lebih suka memanen.",
        "Aku senang memilihkan bibit daripada temanku.",
    ],
)
def test_a_comparison_that_is_no_preference_is_sound(text: str) -> None:
    assert codes(SOUND, (TE2, text)) == []


def test_a_statement_about_a_sibling_job_may_compare() -> None:
    edit = ("Merawat benih lebih menarik daripada", "Aku lebih senang merawat benih daripada")
    assert codes(FULL, edit) == []


def test_the_good_end_of_an_anti_trait_has_a_name() -> None:
    document = linted(SOUND, ("    opposite: Berani kotor\n", ""))
    (problem,) = document.problems
    assert (problem.code, dict(problem.parameters)) == (
        *("opposite_missing", {"scale": "takut_kotor"}),
    )
    assert problem.place == document.place(("anti_traits", 0))


STEP = "  - {text: Ajak satu teman ke sana.}\n"


def test_every_verdict_has_two_or_three_next_steps() -> None:
    few = {"verdict": "jauh", "steps": 1, "least": 2, "most": 3}
    many = {"verdict": "dekat", "steps": 4, "least": 2, "most": 3}
    own = "  - {text: Pilih satu bibit., for: [dekat]}\n"
    assert codes(SOUND, (STEP, STEP + own)) == []
    assert reported(SOUND, (STEP, own)) == [("verdict_steps", few)]
    assert reported(SOUND, (STEP, STEP + own + own)) == [("verdict_steps", many)]


@pytest.mark.parametrize("text", ["Aku berdandan rapi.", "Bukannya aku melamun.", "Aku kurang-i."])
def test_only_whole_words_count(text: str) -> None:
    assert codes(SOUND, (TE2, text)) == []


def test_several_weaknesses_of_one_item_are_each_named_once_at_its_text() -> None:
    document = linted(SOUND, (TE2, "Aku tidak selalu duduk dan tidak melamun."))
    assert [p.code for p in document.problems] == ["item_negated", "item_joined", "item_absolute"]
    assert {p.place for p in document.problems} == {
        document.place(("traits", 0, "items", 1, "text"))
    }


def test_an_item_has_at_most_fifteen_words() -> None:
    fifteen = "Aku " + " ".join("abcdefghijklmn")
    assert codes(SOUND, (TE2, fifteen)) == []
    assert reported(SOUND, (TE2, fifteen + " lagi")) == [
        ("item_long", {"item": "te2", "words": 16, "most": 15})
    ]


def test_nearly_the_same_statement_is_named_at_the_later_one() -> None:
    alike = TE1.replace("pagi", "sore")
    document = linted(SOUND, (TE2, alike))
    (problem,) = document.problems
    assert (problem.code, dict(problem.parameters)) == (
        *("items_alike", {"item": "te2", "other": "te1"}),
    )
    assert problem.place == document.place(("traits", 0, "items", 1, "text"))


def test_likeness_counts_from_eighty_five_hundredths() -> None:
    # ratio = 2·matching/(both lengths): 17 of 20 letters each are .85, 16 of 20 are .80
    one = "abcdefghijklmnopqrst"
    assert codes(SOUND, (TE1, one), (TE2, one[:17] + "123")) == ["items_alike"]
    assert codes(SOUND, (TE1, one), (TE2, one[:16] + "1234")) == []


def explained(*meanings: str) -> tuple[str, str]:
    """The edit that gives every item of the minimal profile a meaning, the first ones these."""
    start, end = SOUND.index("traits:"), SOUND.index("verdicts:")
    items = iter((*meanings, *(f"Kata lain nomor {n}." for n in range(len(meanings), 4))))
    old = SOUND[start:end]
    return old, re.sub(r"(text: [^.]*\.)", lambda m: f'{m[1]}, meaning: "{next(items)}"', old)


def test_a_profile_may_explain_every_item_or_none() -> None:
    assert codes(SOUND, explained()) == []


def test_the_items_left_without_a_meaning_are_counted_at_the_first_of_them() -> None:
    old, new = explained()
    last_two = re.sub(r", meaning: [^,}]*", "", new, count=2)
    document = linted(SOUND, (old, last_two))
    (problem,) = document.problems
    assert (problem.code, dict(problem.parameters)) == (
        "meaning_missing",
        {"item": "te1", "bare": 2, "items": 4},
    )
    assert problem.place == document.place(("traits", 0, "items", 0, "text"))


@pytest.mark.parametrize("mark", [".", "!", "?"])
def test_a_sentence_of_a_meaning_has_at_most_twenty_words(mark: str) -> None:
    twenty = " ".join("abcdefghijklmnopqrst")
    assert codes(SOUND, explained(f"{twenty}{mark} {twenty}.")) == []
    document = linted(SOUND, explained(f"{twenty}{mark} {twenty} u."))
    (problem,) = document.problems
    assert (problem.code, dict(problem.parameters)) == (
        "meaning_long",
        {"item": "te1", "words": 21, "most": 20},
    )
    assert problem.place == document.place(("traits", 0, "items", 0, "meaning"))


@pytest.mark.parametrize("meaning", [TE1, TE1.upper(), "1. " + TE1.replace("setiap", "tiap")])
def test_a_meaning_says_the_statement_in_other_words(meaning: str) -> None:
    assert reported(SOUND, explained(meaning)) == [("meaning_repeats", {"item": "te1"})]


def test_one_word_for_the_first_person_is_kept_throughout() -> None:
    document = linted(SOUND, ("Aku menghindari", "Saya menghindari"))
    (problem,) = document.problems
    assert (problem.code, problem.place) == ("first_person_mixed", document.place(("traits",)))


def test_saya_throughout_is_as_good_as_aku() -> None:
    edits = [(f"text: {start}", f"text: {start.replace('Aku', 'Saya')}") for start in ["Aku "] * 4]
    assert codes(SOUND, *edits) == []


def test_statements_about_the_job_may_use_another_first_person() -> None:
    assert codes(FULL, ("Tanaman hidup hanya dari hujan", "Saya rasa hujan saja cukup")) == []


@pytest.mark.parametrize(
    "anchor",
    [
        *("source: [K1]\ntasks", "tiap pagi., source: [K1]"),
        *("    source: [K1]\n    about: Sabar", "    source: [K1]\n    about: Menjauh"),
        *("dirawat.\n    source: [K1]", "Menjual tanaman.\n    source: [K1]"),
        "dari kebun.\n  source: [K1]",
    ],
)
def test_a_clause_may_be_cited_anywhere(anchor: str) -> None:
    clause = ("  K1: Penjaga", "  K2: Tanah itu subur.\n  K1: Penjaga")
    assert codes(FULL, clause, (anchor, anchor.replace("[K1]", "[K1, K2]"))) == []


def test_a_clause_that_nothing_cites_is_named() -> None:
    document = linted(SOUND, ("  K1: Penjaga", "  K2: Tanah itu subur.\n  K1: Penjaga"))
    (problem,) = document.problems
    assert (problem.code, problem.value) == ("clause_uncited", "K2")
    assert problem.place == document.place(("clauses", "K2"))


def test_neighbours_belong_to_different_scales() -> None:
    document = linted(SOUND, (ORDER, "[te1, ta1, ta2, te2]"))
    (problem,) = document.problems
    assert (problem.code, dict(problem.parameters)) == (
        "order_neighbours",
        {"scale": "takut_kotor"},
    )
    assert problem.place == document.place(("order", 2))


def test_every_block_holds_at_most_one_item_of_a_scale() -> None:
    order = "[te1, tu1, te2, pb2, tu2, ta2, pb1, ta1]"
    assert ("order_blocks", {"blocks": 2}) in reported(FULL, (FULL_ORDER, order))


def test_blocks_may_be_of_different_sizes() -> None:
    third = "\n      - {id: te3, text: Aku hafal bau tanah., reverse: true}\nanti_traits"
    edits = [("\nanti_traits", third), (ORDER, "[te1, ta1, te3, ta2, te2]")]
    assert codes(SOUND, *edits) == ["keys_unbalanced"]


@pytest.mark.parametrize(
    ("order", "start", "length"),
    [
        ("[te1, ta1, tu1, pb1, te2, tu2, ta2, pb2]", 0, 4),
        ("[ta2, te1, pb1, tu1, ta1, pb2, te2, tu2]", 1, 4),
    ],
)
def test_four_items_of_one_key_direction_in_a_row_are_too_many(
    order: str, start: int, length: int
) -> None:
    document = linted(FULL, (FULL_ORDER, order))
    problem = next(p for p in document.problems if p.code == "order_same_key")
    assert dict(problem.parameters) == {"length": length, "most": 3}
    assert problem.place == document.place(("order", start))


def test_four_items_the_ideal_person_answers_alike_in_a_row_are_too_many() -> None:
    document = linted(FULL, (FULL_ORDER, "[te2, ta1, tu1, pb2, te1, tu2, ta2, pb1]"))
    assert [(p.code, p.place) for p in document.problems] == [
        ("order_same_side", document.place(("order", 0))),
        ("order_same_side", document.place(("order", 4))),
    ]


def test_the_ideal_person_agrees_with_traits_and_contrasts_alone() -> None:
    profile = convert(read_document(FULL.encode(), "profil.yaml"))
    assert profile is not None
    agreed = {
        item_id for item_id, agrees in zip(profile.order, profile.ideal, strict=True) if agrees
    }
    assert agreed == {"te1", "ta2", "tu2", "pb1"}
