"""Every sentence a person can be shown is on one list, and keeps the rules of the language."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import kelompok_quiz
from kelompok_quiz.cli.app import entry
from kelompok_quiz.cli.catalogue import (
    PROFILE_PLACE,
    WORD,
    catalogue,
    is_sentence,
    place_of,
)
from kelompok_quiz.profile import load

SOURCES = Path(kelompok_quiz.__file__).parent
ROOT = Path(__file__).parents[2]
LISTED = catalogue([load(None).profile])
MOST_WORDS = 20

NOT_FOR_PEOPLE = {
    "mapping values are not allowed": "PyYAML's words for an error, recognised and not shown",
    "cannot start any token": "PyYAML's words for an error, recognised and not shown",
    "another document": "PyYAML's words for an error, recognised and not shown",
    "nesting depth": "PyYAML's words for an error, recognised and not shown",
    "huruf kecil, angka, garis bawah": "the JSON Schema's, shown by an author's editor",
    "arti pernyataan, netral: tidak menyiratkan jawaban": "likewise",
    "id klausa dari `clauses`": "likewise",
    "open-ended response": "a form's heading, recognised and not shown",
    "bold ansicyan": "a style of prompt_toolkit",
}


def literals(path: Path) -> Iterator[tuple[int, str]]:
    """Every string of a module that is no docstring and no type, with its line."""
    tree = ast.parse(path.read_text("utf-8"))
    silent: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            silent.add(node.value)
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "cast":
            silent.add(node.args[0])
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in silent:
            yield from ((node.lineno, line.strip()) for line in node.value.splitlines())


def unlisted(path: Path) -> list[str]:
    known = {text for texts in LISTED.values() for text in texts} | NOT_FOR_PEOPLE.keys()
    return [
        f"{path.name}:{line}: {text}"
        for line, text in literals(path)
        if is_sentence(text) and text not in known
    ]


@pytest.mark.parametrize(
    "path", sorted(SOURCES.rglob("*.py")), ids=lambda path: str(path.relative_to(SOURCES))
)
def test_no_sentence_in_the_sources_is_missing_from_the_list(path: Path) -> None:
    assert unlisted(path) == []


def test_a_sentence_inside_a_function_would_be_found(tmp_path: Path) -> None:
    module = tmp_path / "lain.py"
    module.write_text(
        '"""Not this docstring."""\n'
        "def ask(name):\n"
        '    """Nor this one."""\n'
        '    return f"Halo {name}, apa kabar?" if name else "Siapa namamu?"\n',
        "utf-8",
    )
    assert unlisted(module) == ["lain.py:4: Siapa namamu?", "lain.py:4: , apa kabar?"]


def test_every_exception_is_still_needed() -> None:
    found = {text for path in SOURCES.rglob("*.py") for _, text in literals(path)}
    assert NOT_FOR_PEOPLE.keys() <= found


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.?!:])[”)]?\s+", text)


ALL = [(place, text) for place, texts in LISTED.items() for text in texts]


@pytest.mark.parametrize(("place", "text"), ALL, ids=[text[:50] for _, text in ALL])
def test_every_sentence_keeps_the_rules_of_the_language(place: str, text: str) -> None:
    del place
    for sentence in sentences(text):
        words = [word for word in sentence.split() if re.search(r"\w", word)]
        assert len(words) <= MOST_WORDS, sentence
    assert not re.search(r"\banda\b", text, re.IGNORECASE)
    assert "  " not in re.sub(r" +:$", "", text)  # labels are padded to the longest
    assert text.count("{") == text.count("}")


def test_a_sentence_is_two_words_or_more_beside_what_is_filled_in() -> None:
    assert is_sentence("Isi teksnya.")
    assert is_sentence("{answered} dari {items} butir")
    assert not is_sentence("{file name}: kosong")
    assert not is_sentence("straight_line")
    assert not is_sentence("50 × 3")


@pytest.mark.parametrize(
    ("module", "place"),
    [
        ("words.quiz", "Kuis"),
        ("words.result", "Hasil"),
        ("words.job", "Kartu pekerjaan"),
        ("problems", "Kesalahan dan perbaikannya"),
        ("words.help", "Bantuan"),
        ("words.problems.usage", "Kesalahan dan perbaikannya"),
        ("reporting", "Lain-lain"),
    ],
)
def test_a_module_s_texts_appear_where_its_longest_named_room_does(module: str, place: str) -> None:
    assert place_of(module) == place


def test_the_list_is_the_same_every_time_and_each_text_on_it_once() -> None:
    again = catalogue([load(None).profile])
    assert list(again.items()) == list(LISTED.items())
    assert len({text for _, text in ALL}) == len(ALL)
    assert list(LISTED)[:2] == ["Kuis", "Hasil"]
    assert list(LISTED)[-1] == PROFILE_PLACE


def test_every_text_of_the_profile_is_listed() -> None:
    profile = load(None).profile
    texts = set(LISTED[PROFILE_PLACE]) | {text for _, text in ALL}
    assert {item.text for item in profile.items} <= texts
    assert {*profile.responses, profile.summary, profile.disclaimer} <= texts
    assert set(profile.clauses.values()) <= texts
    assert not {item.id for item in profile.items} & texts


def test_the_command_prints_it_one_text_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert entry(["periksa", "--kalimat"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if line and not line.startswith(" ")] == list(LISTED)
    assert [line.strip() for line in lines if line.startswith("  ")] == [text for _, text in ALL]
    assert all(WORD.search(text) for _, text in ALL)


def test_the_command_takes_the_texts_of_another_profile(
    capsys: pytest.CaptureFixture[str],
) -> None:
    other = ROOT / "data" / "contoh" / "pendamping_sosial.yaml"
    assert entry(["periksa", "--kalimat", "--profil", str(other)]) == 0
    shown = capsys.readouterr().out
    assert load(other).profile.summary in shown
    assert load(None).profile.summary not in shown
