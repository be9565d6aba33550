from __future__ import annotations

import subprocess
import sys

import pytest
import yaml

from kelompok_quiz.problems import Place, Problem
from kelompok_quiz.profile.document import (
    MAX_DEPTH,
    PROFILE_FILE,
    Document,
    ForeignScalar,
    read_document,
)


def read(text: str | bytes) -> Document:
    return read_document(text.encode() if isinstance(text, str) else text, "profil.yaml")


def found(document: Document) -> list[str]:
    """Each problem as `line:column code`."""
    return [f"{p.place.line}:{p.place.column} {p.code}" for p in document.problems]


def test_a_tree_is_what_safe_yaml_reads() -> None:
    text = "a: teks\nb: [1, 0, true, 'no']\nc: {d: dua kata}\ne: |\n  satu\n  dua\n"
    assert read(text).tree == yaml.safe_load(text)


def test_every_value_and_every_key_knows_its_place() -> None:
    document = read("a: teks\nb:\n  - c: 1\n")
    assert document.values == {
        (): Place("profil.yaml", 1, 1),
        ("a",): Place("profil.yaml", 1, 4),
        ("b",): Place("profil.yaml", 3, 3),
        ("b", 0): Place("profil.yaml", 3, 5),
        ("b", 0, "c"): Place("profil.yaml", 3, 8),
    }
    assert document.keys == {
        ("a",): Place("profil.yaml", 1, 1),
        ("b",): Place("profil.yaml", 2, 1),
        ("b", 0, "c"): Place("profil.yaml", 3, 5),
    }


def test_what_has_no_place_of_its_own_is_placed_at_its_nearest_parent() -> None:
    document = read("a:\n  - b: 1\n")
    assert document.place(("a", 0, "tiada", 3)) == document.values["a", 0]
    assert Document("profil.yaml").place(("a",)) == Place("profil.yaml", 1, 1)


def test_a_problem_is_reported_at_the_value_of_its_path() -> None:
    document = read("a:\n  - b: 1\n")
    document.report("number_too_large", ("a", 0, "b"), value=1, most=0)
    place = Place("profil.yaml", 2, 8)
    assert document.problems == [Problem("number_too_large", place, {"value": 1, "most": 0})]


@pytest.mark.parametrize(
    "raw",
    ["010", "1:30", "0x1F", "0b1", "1_000", "-1", "+1", "1.0", ".inf", "~", "null", "2024-05-17"],
)
def test_what_yaml_would_read_as_something_else_is_kept_as_misread(raw: str) -> None:
    document = read(f"a: {raw}")
    assert document.tree == {"a": ForeignScalar(raw)}
    assert document.raw["a",] == raw
    assert document.problems == []


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        *[("yes", True), ("Yes", True), ("TRUE", True), ("on", True)],
        *[("no", False), ("False", False), ("OFF", False)],
    ],
)
def test_words_that_yaml_takes_for_true_or_false_are_so(raw: str, value: bool) -> None:  # noqa: FBT001 - the expected value
    document = read(f"a: {raw}")
    assert document.tree == {"a": value}
    assert document.raw["a",] == raw


@pytest.mark.parametrize("raw", ["0", "7", "40", "999999999999999999"])
def test_a_whole_number_is_written_without_sign_or_leading_zero(raw: str) -> None:
    assert read(f"a: {raw}").tree == {"a": int(raw)}


def test_a_quoted_scalar_is_text_whatever_it_looks_like() -> None:
    assert read("a: \"no\"\nb: '010'\nc: !!str 1:30").tree == {"a": "no", "b": "010", "c": "1:30"}


def test_a_file_of_exactly_one_mebibyte_is_read() -> None:
    head = "a: teks #"
    assert read(head + "x" * (PROFILE_FILE.limit - len(head))).tree == {"a": "teks"}


def test_a_file_over_one_mebibyte_is_refused_unread() -> None:
    document = read("a: teks #" + "x" * PROFILE_FILE.limit)
    assert document.tree is None
    (problem,) = document.problems
    assert problem.code == "profile_too_large"
    assert problem.parameters == {"bytes": PROFILE_FILE.limit + 9, "limit": PROFILE_FILE.limit}
    assert problem.message == "Berkas ini 1048585 bita; profil paling besar 1048576 bita."


def test_a_byte_order_mark_is_no_part_of_the_first_key() -> None:
    document = read(b"\xef\xbb\xbfa: teks")
    assert document.tree == {"a": "teks"}
    assert document.keys["a",] == Place("profil.yaml", 1, 1)


def test_the_line_of_a_wrong_byte_is_named() -> None:
    assert found(read(b"a: 1\nb: 2\nc: \xff\n")) == ["3:None not_utf8"]


def test_windows_line_ends_move_no_place() -> None:
    assert read("a: 1\r\nb: 2\r\n").values == read("a: 1\nb: 2\n").values


def test_the_line_of_a_control_character_is_named() -> None:
    assert found(read("a: 1\nb: satu\x00dua\n")) == ["2:None yaml_control_character"]


def test_letters_of_several_bytes_do_not_move_the_line_of_a_control_character() -> None:
    text = "# " + "é" * 50 + "\nb: satu\x01dua\n" + "c: tiga\n" * 30
    assert found(read(text)) == ["2:None yaml_control_character"]


@pytest.mark.parametrize("nothing", ["", "\n\n", "# hanya komentar\n", b"\xef\xbb\xbf"])
def test_a_file_without_content_is_empty(nothing: str | bytes) -> None:
    document = read(nothing)
    assert document.tree is None
    assert found(document) == ["1:1 profile_empty"]


def test_nesting_is_read_to_its_limit_and_not_beyond() -> None:
    assert found(read("[" * MAX_DEPTH + "a" + "]" * MAX_DEPTH)) == []
    deeper = MAX_DEPTH + 1
    assert found(read("[" * deeper + "a" + "]" * deeper)) == [f"1:{deeper} yaml_too_deep"]


@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
def test_nesting_without_end_is_a_problem_in_either_loader(loader: str) -> None:
    loading = getattr(yaml, loader, yaml.SafeLoader)
    document = read_document(b"- " * 3000 + b"a", "profil.yaml", loader=loading)
    assert [p.code for p in document.problems] == ["yaml_too_deep"]


def test_nesting_as_deep_as_a_file_may_be_long_ends_no_process() -> None:
    code = (
        "from kelompok_quiz.profile.document import read_document\n"
        "print([p.code for p in read_document(b'[' * 1_000_000, 'x').problems])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, text=True)
    assert (done.returncode, done.stdout.strip()) == (0, "['yaml_too_deep']")


def test_a_number_of_five_thousand_digits_is_a_problem_and_no_crash() -> None:
    document = read("a: " + "9" * 5000)
    assert document.tree == {"a": ForeignScalar("9" * 5000)}


def test_an_alias_is_reported_at_its_place_and_never_expanded() -> None:
    document = read("a: &x [1]\nb:\n  - *x\nc: *x\n")
    assert found(document) == ["3:5 yaml_alias", "4:4 yaml_alias"]
    assert isinstance(document.tree["c"], ForeignScalar)


def test_an_anchor_alone_does_no_harm() -> None:
    document = read("a: &x [1]\nb: 2 * 3\n")
    assert (document.tree, document.problems) == ({"a": [1], "b": "2 * 3"}, [])


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("!judul teks", "!judul"),
        ("!!binary aGFp", "tag:yaml.org,2002:binary"),
        ("!!set {x, y}", "tag:yaml.org,2002:set"),
        ("!daftar [x]", "!daftar"),
        ("!!python/object/apply:os.system [ls]", "tag:yaml.org,2002:python/object/apply:os.system"),
    ],
)
def test_a_tag_is_refused_by_its_name(text: str, tag: str) -> None:
    (problem,) = read("a: " + text).problems
    assert (problem.code, problem.value) == ("yaml_tag", tag)
    assert problem.place == Place("profil.yaml", 1, 4)


@pytest.mark.parametrize(
    ("key", "value"), [("1", "1"), ("no", "no"), ("? [x]\n", "…"), ("<<", "<<"), ("~", "~")]
)
def test_a_key_that_is_no_text_is_refused_with_its_value(key: str, value: str) -> None:
    document = read(f"{key}: {{y: 1}}")
    assert document.tree == {}
    (problem,) = document.problems
    assert (problem.code, problem.value) == ("key_not_text", value)


def test_of_two_equal_keys_the_first_counts_and_the_second_is_named() -> None:
    document = read("a: 1\nb: 2\na: 3\n")
    assert document.tree == {"a": 1, "b": 2}
    (problem,) = document.problems
    assert problem == Problem(
        "key_duplicate", Place("profil.yaml", 3, 1), {"value": "a", "first": 1}
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: satu: dua", "1:8 yaml_colon_in_text"),
        ("a:\n\tb: 1", "2:1 yaml_bad_character"),
        ("a: @b", "1:4 yaml_bad_character"),
        ("a: `b`", "1:4 yaml_bad_character"),
        ("a: %b", "1:4 yaml_bad_character"),
        ("a: 1\n---\nb: 2", "2:1 yaml_two_documents"),
        ("a: [1\nb: 2", "2:2 yaml_syntax"),
        ("a: 'x", "1:6 yaml_syntax"),
        ("a: 1\n b: 2", "2:3 yaml_colon_in_text"),
        ("a: *tiada", "1:4 yaml_alias"),
        ('a: "\\q"', "1:5 yaml_syntax"),
    ],
)
def test_broken_yaml_is_named_by_its_likeliest_cause(text: str, expected: str) -> None:
    document = read(text)
    assert document.tree is None
    assert found(document) == [expected]


def test_a_long_value_is_remembered_shortened() -> None:
    assert read("a: 0" + "7" * 99).raw["a",] == "0" + "7" * 39 + "…" + "7" * 19
