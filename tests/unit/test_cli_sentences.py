"""Every sentence a person can be shown is on one list, and keeps the rules of the language."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

import kelompok_quiz
from kelompok_quiz.cli.app import entry
from kelompok_quiz.cli.sentences import FILLED_IN, WORD, catalogue
from kelompok_quiz.columns.column_map import RESPONDENT_HEADERS
from kelompok_quiz.profile.loading import load
from kelompok_quiz.words import HEADINGS, PROFILE_HEADING

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
    "from kelompok_quiz.reading.old_workbooks import print_worksheets; print_worksheets()": (
        "Python, for a process of its own"
    ),
} | dict.fromkeys(chain.from_iterable(RESPONDENT_HEADERS), "a header, recognised and not shown")


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


def is_sentence(text: str) -> bool:
    """Whether a text has two words or more besides what is filled in."""
    return " " in text.strip() and len(WORD.findall(FILLED_IN.sub(" ", text))) > 1


def sentences_in(path: Path) -> list[str]:
    return [
        f"{path.name}:{line}: {text}"
        for line, text in literals(path)
        if is_sentence(text) and text not in NOT_FOR_PEOPLE
    ]


def test_no_sentence_is_outside_words() -> None:
    outside = [path for path in SOURCES.rglob("*.py") if SOURCES / "words" not in path.parents]
    assert len(outside) > 80
    assert [found for path in outside for found in sentences_in(path)] == []


def test_a_sentence_inside_a_function_would_be_found(tmp_path: Path) -> None:
    module = tmp_path / "lain.py"
    module.write_text(
        '"""Not this docstring."""\n'
        "def ask(name):\n"
        '    """Nor this one."""\n'
        '    return f"Halo {name}, apa kabar?" if name else "Siapa namamu?"\n',
        "utf-8",
    )
    assert sentences_in(module) == ["lain.py:4: Siapa namamu?", "lain.py:4: , apa kabar?"]


def test_every_exception_is_still_needed() -> None:
    found = {text for path in SOURCES.rglob("*.py") for _, text in literals(path)}
    assert NOT_FOR_PEOPLE.keys() <= found


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.?!:])[”)]?\s+", text)


ALL = [(place, text) for place, texts in LISTED.items() for text in texts]


@pytest.mark.parametrize("heading", LISTED)
def test_every_sentence_keeps_the_rules_of_the_language(heading: str) -> None:
    assert [text for text in LISTED[heading] if not keeps_the_rules(text)] == []


def keeps_the_rules(text: str) -> bool:
    lengths = [len(re.findall(r"\S*\w\S*", sentence)) for sentence in sentences(text)]
    return (
        max(lengths) <= MOST_WORDS
        and not re.search(r"\banda\b", text, re.IGNORECASE)
        and "  " not in re.sub(r" +:$", "", text)  # labels are padded to the longest
        and text.count("{") == text.count("}")
    )


@pytest.mark.parametrize(
    "text", ["kata " * 21, "Tulis jawaban Anda.", "dua  spasi", "{satu", "a. " + "kata " * 21]
)
def test_a_broken_rule_is_found(text: str) -> None:
    assert not keeps_the_rules(text)


def test_a_sentence_is_two_words_or_more_beside_what_is_filled_in() -> None:
    assert is_sentence("Isi teksnya.")
    assert is_sentence("{answered} dari {items} butir")
    assert not is_sentence("{file name}: kosong")
    assert not is_sentence("straight_line")
    assert not is_sentence("50 × 3")


def test_every_module_of_words_has_its_heading() -> None:
    modules = {path.stem for path in (SOURCES / "words").iterdir() if path.suffix == ".py"}
    packages = {path.parent.name for path in (SOURCES / "words").glob("*/__init__.py")}
    assert set(HEADINGS) == modules - {"__init__"} | packages


def test_every_constant_of_words_is_listed() -> None:
    listed = {text for _, text in ALL}
    for path in (SOURCES / "words").rglob("*.py"):
        texts = {text for _, text in literals(path) if is_sentence(text)}
        assert texts <= listed | set(HEADINGS.values()) | {PROFILE_HEADING}, path


def test_the_list_is_the_same_every_time_and_each_text_on_it_once() -> None:
    again = catalogue([load(None).profile])
    assert list(again.items()) == list(LISTED.items())
    assert len({text for _, text in ALL}) == len(ALL)
    assert list(LISTED)[:2] == ["Kuis", "Hasil"]
    assert list(LISTED)[-1] == PROFILE_HEADING


def test_every_text_of_the_profile_is_listed() -> None:
    profile = load(None).profile
    texts = set(LISTED[PROFILE_HEADING]) | {text for _, text in ALL}
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
