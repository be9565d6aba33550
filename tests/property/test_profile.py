"""Whatever stands in a profile file, there is an instrument or there are problems; no crash."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kelompok_quiz.profile.document import ForeignScalar, read_document
from kelompok_quiz.profile.lint import lint
from kelompok_quiz.profile.loading import Examined, examine
from kelompok_quiz.profile_audit import audit

VALID = Path(__file__).parents[1] / "cases" / "profile" / "valid"
TEXTS = [
    (VALID / f"{name}.yaml").read_text("utf-8") for name in ("minimal", "beliefs_and_contrasts")
]
TREES = [yaml.safe_load(text) for text in TEXTS]
MARKS = "[]{}:,-#&*!|>'\"%@`\n\t ?=<~.0189_"
YAML_MARKS = [*MARKS, "\r\n", "---", "...", "<<", "no", "1:30"]
Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)

yamlish = st.lists(st.sampled_from(YAML_MARKS) | st.text(max_size=3), max_size=40).map("".join)
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.sampled_from(["", " ", "te1", "telaten", "K1", "jauh", "fit", "1.0.0", "Aku tidak diam."])
    | st.text(max_size=8).filter(lambda text: text.isprintable()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc_", max_size=4), inner),
    max_leaves=6,
)


def examined(folder: pytest.TempPathFactory, data: bytes) -> Examined:
    path = folder.getbasetemp() / "profil.yaml"
    path.write_bytes(data)
    return examine(path)


def assert_useful(found: Examined) -> None:
    """Either an instrument or a reason, each reason with its place and its sentences."""
    assert (found.instrument is None) == bool(found.problems)
    for problem in found.problems:
        assert problem.severity == "error"
        assert problem.place.line is not None
        assert problem.message.strip()
        assert problem.remedy.strip()


@st.composite
def broken_texts(draw: st.DrawFn) -> str:
    """A sound profile with a slice of it cut out, doubled, or replaced."""
    text = draw(st.sampled_from(TEXTS))
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(start + 60, len(text))))
        text = (
            text[:start] + draw(st.just("") | st.just(text[start:end] * 2) | yamlish) + text[end:]
        )
    return text


def paths(tree: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every value of a tree but the tree itself."""
    children = tree.items() if isinstance(tree, dict) else enumerate(tree)
    for key, value in children:
        yield (*path, key)
        if isinstance(value, dict | list):
            yield from paths(value, (*path, key))


PATHS = [list(paths(tree)) for tree in TREES]


@st.composite
def broken_trees(draw: st.DrawFn) -> Any:
    """A sound profile in which some values are others, or are gone."""
    which = draw(st.integers(0, len(TREES) - 1))
    tree = deepcopy(TREES[which])
    for *parents, last in draw(st.lists(st.sampled_from(PATHS[which]), min_size=1, max_size=3)):
        parent = tree
        try:
            for step in parents:
                parent = parent[step]
            if draw(st.booleans()):
                parent[last] = draw(values)
            else:
                del parent[last]
        except (KeyError, IndexError, TypeError):
            continue
    return tree


@given(st.binary(max_size=300))
def test_any_bytes_are_an_instrument_or_problems(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    assert_useful(examined(tmp_path_factory, data))


@given(yamlish)
def test_any_yaml_is_read_or_named(text: str) -> None:
    document = read_document(text.encode("utf-8", "surrogatepass"), "profil.yaml")
    assert document.tree is not None or document.problems
    if document.tree is not None and not document.problems and "\ufeff" not in text:
        assert_plain(document.tree)


def assert_plain(tree: Any) -> None:
    """Nothing but mappings with text keys, lists, text, whole numbers, truth and the misread."""
    if isinstance(tree, dict):
        assert all(isinstance(key, str) for key in tree)
        for value in tree.values():
            assert_plain(value)
    elif isinstance(tree, list):
        for value in tree:
            assert_plain(value)
    else:
        assert isinstance(tree, str | int | bool | ForeignScalar)


@given(broken_texts())
def test_a_profile_cut_anywhere_is_an_instrument_or_problems(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    assert_useful(examined(tmp_path_factory, text.encode("utf-8", "surrogatepass")))


@given(broken_trees())
def test_a_profile_with_other_values_is_an_instrument_or_problems(
    tmp_path_factory: pytest.TempPathFactory, tree: Any
) -> None:
    written = yaml.dump(tree, Dumper=Dumper, allow_unicode=True)
    found = examined(tmp_path_factory, written.encode())
    assert_useful(found)
    if found.instrument is not None:
        lint(found.instrument.profile, found.document)
        audit(found.instrument, found.document)
        assert {problem.severity for problem in found.problems} <= {"warning"}
        assert all(problem.message and problem.remedy for problem in found.problems)


@given(broken_trees(), st.booleans(), st.sampled_from([20, 80, 1000]))
def test_layout_never_changes_what_a_profile_is(
    tmp_path_factory: pytest.TempPathFactory,
    tree: Any,
    flow: bool,  # noqa: FBT001 - drawn
    width: int,
) -> None:
    plain = yaml.dump(tree, Dumper=Dumper, allow_unicode=True, sort_keys=False)
    other = yaml.dump(tree, Dumper=Dumper, default_flow_style=flow, width=width)
    one = examined(tmp_path_factory, plain.encode())
    two = examined(tmp_path_factory, other.replace("\n", "\r\n").encode())
    assert sorted(p.code for p in one.problems) == sorted(p.code for p in two.problems)
    if one.instrument is not None:
        canonical = json.dumps(tree, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        digest = hashlib.sha256(canonical.encode()).hexdigest()
        assert one.instrument == two.instrument
        assert one.instrument.sha256 == digest
