from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import kelompok_quiz
from kelompok_quiz.problems import (
    WORDINGS,
    Place,
    Problem,
    ProfileInvalid,
    UserError,
    Verbatim,
    missing,
    shortened,
    unwritable,
)
from kelompok_quiz.words.problems import profile as about_profiles
from kelompok_quiz.words.problems.usage import MISUSE

SOURCE = Path(kelompok_quiz.__file__).parent
CASES = Path(__file__).parents[1] / "cases" / "profile"
MOST_WORDS = 20
WITHOUT_A_FILE = {"profile_too_large"}
"""It would take a mebibyte of the repository; `test_profile_source` makes one instead."""


def constants() -> Iterator[str]:
    """Every string in the code outside `words`."""
    for file in SOURCE.rglob("*.py"):
        if SOURCE / "words" not in file.parents:
            tree = ast.parse(file.read_text("utf-8"))
            yield from (
                node.value
                for node in ast.walk(tree)
                if isinstance(node, ast.Constant) and isinstance(node.value, str)
            )


def reported_codes() -> Iterator[str]:
    """The code of every `Problem(…)` and `report(…)` that names it on the spot."""
    for file in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and node.args and called(node) in {"Problem", "report"}:
                code = node.args[0]
                if isinstance(code, ast.Constant) and isinstance(code.value, str):
                    yield code.value


def called(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def expected_codes() -> set[str]:
    texts = [file.read_text("utf-8") for file in CASES.glob("*/*.expected")]
    return {code for text in texts for code in re.findall(r"^\S+ (\w+)$", text, re.MULTILINE)}


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        (Place(), ""),
        (Place("profil.yaml"), "profil.yaml"),
        (Place("profil.yaml", 7), "profil.yaml:7"),
        (Place("profil.yaml", 7, 3), "profil.yaml:7:3"),
        (Place("kelas.csv", 4, person=3), "kelas.csv:4, orang ke-3"),
        (Place("kelas.csv", 4, person=3, header="as1"), "kelas.csv:4, orang ke-3, kolom “as1”"),
        (Place(header="dua\nbaris"), "kolom “dua baris”"),
    ],
)
def test_a_place_reads_as_editors_open_it_and_then_in_words(place: Place, shown: str) -> None:
    assert str(place) == shown


def test_a_column_is_added_to_the_place_of_its_row() -> None:
    assert Place("kelas.csv", 4, person=3).at("as1") == Place("kelas.csv", 4, None, 3, "as1")


def test_a_command_is_never_shortened() -> None:
    parameters = {"value": "Q" * 80, "file": Verbatim("f" * 80)}
    problem = Problem("columns_numbered", parameters=parameters)
    assert f"`kuis-karier periksa {'f' * 80}`" in problem.remedy
    assert "…" in problem.message


def test_a_problem_speaks_in_the_words_of_its_code() -> None:
    problem = Problem("answer_invalid", parameters={"value": "6", "points": 5})
    assert problem.message == "“6” bukan jawaban yang dikenal."
    assert problem.remedy == "Tulis angka 1 sampai 5, teks pilihan jawaban, atau kosongkan."
    assert problem.value == "6"


def test_a_problem_without_a_value_has_none() -> None:
    assert Problem("input_empty").value is None


def test_the_value_is_kept_whole_where_the_sentence_shortens_it() -> None:
    problem = Problem("answer_invalid", parameters={"value": "x" * 100, "points": 5})
    assert problem.value == "x" * 100
    assert "“" + "x" * 40 + "…" + "x" * 19 + "”" in problem.message


def test_a_value_is_never_interpreted_as_a_template() -> None:
    problem = Problem("answer_invalid", parameters={"value": "{points}{0}", "points": 5})
    assert problem.message == "“{points}{0}” bukan jawaban yang dikenal."


def test_errors_forbid_and_warnings_only_weaken() -> None:
    assert Problem("answer_invalid").severity == "error"
    assert Problem("item_long").severity == "warning"
    assert {WORDINGS[code].severity for code in about_profiles.ERRORS} == {"error"}
    assert {WORDINGS[code].severity for code in about_profiles.WARNINGS} == {"warning"}


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (4, "4"),
        ("dua\n  baris\t", "dua baris"),
        ("x" * 60, "x" * 60),
        ("a" * 41 + "b" * 20, "a" * 40 + "…" + "b" * 19),
    ],
)
def test_a_value_is_shown_on_one_line_of_at_most_sixty_characters(
    value: object, shown: str
) -> None:
    assert shortened(value) == shown


def test_an_error_of_a_person_carries_one_problem_or_all() -> None:
    first = Problem("input_empty", Place("kelas.csv"))
    second = Problem("file_missing", parameters={"value": "x"})
    assert UserError(first).problems == (first,)
    assert ProfileInvalid(iter([first, second])).problems == (first, second)
    assert str(UserError([first, second])) == (
        "kelas.csv input_empty: Tidak ada jawaban di dalam masukan ini.;"
        "  file_missing: Berkas “x” tidak ada."
    )


@pytest.mark.parametrize(
    ("refusal", "code"),
    [
        (FileNotFoundError(), "file_missing"),
        (PermissionError(), "file_forbidden"),
        (IsADirectoryError(), "file_is_folder"),
        (TimeoutError(), "file_unopenable"),
    ],
)
def test_a_refusal_to_open_has_a_code_for_its_reason(refusal: OSError, code: str) -> None:
    (problem,) = missing(Path("kelas.csv"), refusal).problems
    assert (problem.code, str(problem.place)) == (code, "kelas.csv")
    assert "kelas.csv" in problem.message


def test_an_output_that_cannot_be_written_is_named() -> None:
    (problem,) = unwritable("hasil.csv").problems
    assert problem.code == "output_unwritable"
    assert (str(problem.place), problem.value) == ("hasil.csv", "hasil.csv")


@pytest.mark.parametrize("code", WORDINGS)
def test_message_and_remedy_are_short_whole_sentences(code: str) -> None:
    for text in WORDINGS[code][:2]:
        assert text[:1].isupper() or text[:1] in "“{-", text
        copied = code in MISUSE and text.endswith("}")  # a command at the end
        below = ":\n  {command}" in text  # on a line of its own
        assert copied or below or text.endswith((".", "!", "?")), text
        for sentence in re.split(r"(?<=[.!?])\s+", text):
            assert len(sentence.split()) <= MOST_WORDS, sentence


def test_no_code_has_two_wordings() -> None:
    parts = [*about_profiles.ERRORS, *about_profiles.WARNINGS]
    assert len(parts) == len(set(parts))
    assert set(parts) < set(WORDINGS)


def test_no_wording_is_left_over() -> None:
    used = set(constants())
    unused = {
        code for code in WORDINGS if code not in used and code.removesuffix("_near") not in used
    }
    assert unused == set()


def test_every_reported_code_has_a_wording() -> None:
    reported = set(reported_codes())
    assert len(reported) > len(WORDINGS) / 2
    assert reported - set(WORDINGS) == set()


def test_every_code_about_a_profile_has_a_case() -> None:
    codes = {*about_profiles.ERRORS, *about_profiles.WARNINGS}
    assert codes - expected_codes() == WITHOUT_A_FILE
    assert expected_codes() <= codes
