from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest
import yaml

from kelompok_quiz.problems import InputMissing, ProfileInvalid
from kelompok_quiz.profile.loading import examine, fingerprint, load, shipped_profile
from kelompok_quiz.profile.model import json_schema

CASES = Path(__file__).parents[1] / "cases" / "profile"
VALID = sorted((CASES / "valid").glob("*.yaml"))
MINIMAL = CASES / "valid" / "minimal.yaml"
EXAMPLE = Path(__file__).parents[2] / "data" / "contoh" / "pendamping_sosial.yaml"
SHIPPED = [shipped_profile(), EXAMPLE]
JUDGING = {
    *("sebaiknya", "seharusnya", "cocok", "benar", "salah"),
    *("baik", "buruk", "skor", "jawaban"),
}
"""Words with which an explanation would suggest an answer, unless the statement has them."""
WORD = re.compile(r"\w+")


def sha256(path: Path) -> str:
    """The rule of the saved answer file, from YAML as anybody would parse it."""
    tree = yaml.safe_load(path.read_text("utf-8-sig"))
    text = json.dumps(tree, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def test_the_shipped_profile_is_loaded_where_none_is_named() -> None:
    instrument = load()
    assert instrument == load(shipped_profile())
    assert instrument.profile.id == "konsultan"
    assert len(instrument.profile.items) == 50


def test_the_shipped_profile_is_found_in_a_checkout_and_in_a_wheel() -> None:
    assert shipped_profile().is_file()


@pytest.mark.parametrize("path", [*VALID, shipped_profile()], ids=lambda path: path.stem)
def test_the_fingerprint_is_that_of_the_parsed_yaml_as_json(path: Path) -> None:
    assert load(path).sha256 == sha256(path)


def test_comments_layout_quotes_and_line_ends_leave_the_fingerprint_as_it_is() -> None:
    alike = [path for path in VALID if path.stem.startswith("minimal")]
    assert len(alike) == 4
    assert len({path.read_bytes() for path in alike}) == 4
    assert len({load(path).sha256 for path in alike}) == 1


def test_another_word_is_another_fingerprint(tmp_path: Path) -> None:
    path = tmp_path / "profil.yaml"
    path.write_text(MINIMAL.read_text("utf-8").replace("Kebun menunggumu", "Kebunmu menunggu"))
    assert load(path).sha256 != load(MINIMAL).sha256


def test_letters_outside_ascii_are_hashed_as_utf8() -> None:
    assert fingerprint({"a": "é"}) == hashlib.sha256('{"a":"é"}'.encode()).hexdigest()


def test_the_order_of_keys_does_not_matter_and_that_of_lists_does() -> None:
    assert fingerprint({"a": 1, "b": [1, 2]}) == fingerprint({"b": [1, 2], "a": 1})
    assert fingerprint({"b": [1, 2]}) != fingerprint({"b": [2, 1]})


def test_a_profile_with_errors_is_raised_with_all_of_them() -> None:
    path = CASES / "invalid" / "everything_at_once.yaml"
    with pytest.raises(ProfileInvalid) as caught:
        load(path)
    assert caught.value.problems == examine(path).problems
    assert len(caught.value.problems) > 9


def test_problems_come_in_the_order_of_the_file() -> None:
    problems = examine(CASES / "invalid" / "everything_at_once.yaml").problems
    places = [(p.place.line or 0, p.place.column or 0) for p in problems]
    assert places == sorted(places)


def test_what_could_not_be_parsed_is_not_looked_into_any_further() -> None:
    examined = examine(CASES / "invalid" / "yaml_syntax_bracket.yaml")
    assert examined.instrument is None
    assert [p.code for p in examined.problems] == ["yaml_syntax"]


def test_contradictions_are_found_beside_misfits() -> None:
    codes = {p.code for p in examine(CASES / "invalid" / "everything_at_once.yaml").problems}
    assert {"key_missing", "clause_unknown", "id_duplicate"} <= codes


def test_a_contradiction_alone_forbids_use() -> None:
    assert examine(CASES / "invalid" / "order_twice.yaml").instrument is None


@pytest.mark.parametrize(("name", "code"), [("tiada.yaml", "file_missing"), ("", "file_is_folder")])
def test_a_profile_that_cannot_be_opened_is_missing(tmp_path: Path, name: str, code: str) -> None:
    with pytest.raises(InputMissing) as caught:
        load(tmp_path / name)
    assert [p.code for p in caught.value.problems] == [code]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_item_is_explained_without_a_word_of_judgement(path: Path) -> None:
    for item in load(path).profile.items:
        assert item.meaning is not None
        words, stated = (set(WORD.findall(text.casefold())) for text in (item.meaning, item.text))
        assert words & JUDGING <= stated
        assert 1 <= len(re.findall(r"[.!?](?=\s|$)", item.meaning)) <= 2


def test_the_schema_for_editors_knows_every_key_of_the_shipped_profile() -> None:
    schema = json_schema()
    known = {name for part in schema["$defs"].values() for name in part["properties"]}
    used: set[str] = set()
    rest = [yaml.safe_load(shipped_profile().read_text("utf-8"))]
    while rest:
        value = rest.pop()
        if isinstance(value, dict):
            used |= {key for key in value if not key.startswith("K")}
        rest.extend(value.values() if isinstance(value, dict) else value)
        rest = [value for value in rest if isinstance(value, dict | list)]
    assert used <= known
    assert all(part["additionalProperties"] is False for part in schema["$defs"].values())
