"""Errors between parts of a profile: colliding ids, dangling references, bands that do not rise.

The checks read the tree, not the typed profile: an error of shape in one part hides no error in
another. A missing part is skipped here; `shape` reports it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kelompok_quiz.profile.document import Document, Path
from kelompok_quiz.profile.model import BLANKS, OUTPUT_COLUMNS, SCALE_LISTS
from kelompok_quiz.text import fold, fold_statement, near


def check(document: Document) -> None:
    """Add every contradiction inside the tree to the document's problems."""
    for rule in (
        _check_item_and_scale_ids,
        _check_other_ids,
        _check_order,
        _check_bands,
        _check_rules,
        _check_sources,
        _check_weights,
        _check_responses,
        _check_statements,
    ):
        rule(document)


def find(tree: Any, pattern: Path, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Yield (path, value) of every match of a pattern, in which `*` matches any list element."""
    if not pattern:
        yield path, tree
        return
    step, rest = pattern[0], pattern[1:]
    if step == "*" and isinstance(tree, list):
        for index, element in enumerate(tree):
            yield from find(element, rest, (*path, index))
    elif isinstance(tree, dict) and step in tree:
        yield from find(tree[step], rest, (*path, step))


def find_texts(document: Document, *pattern: str | int) -> list[tuple[Path, str]]:
    """Return (path, text) of every match of a pattern that is a text."""
    return [(p, v) for p, v in find(document.tree, pattern) if isinstance(v, str)]


def _item_ids(document: Document) -> list[tuple[Path, str]]:
    return [f for name in SCALE_LISTS for f in find_texts(document, name, "*", "items", "*", "id")]


def _scale_ids(document: Document) -> list[tuple[Path, str]]:
    return [found for name in SCALE_LISTS for found in find_texts(document, name, "*", "id")]


def _check_item_and_scale_ids(document: Document) -> None:
    for path, value in _item_ids(document) + _scale_ids(document):
        if value in OUTPUT_COLUMNS:
            document.report("id_reserved", path, value=value)
    _report_repeats(document, _scale_ids(document) + _item_ids(document))


def _check_other_ids(document: Document) -> None:
    _report_repeats(document, find_texts(document, "tasks", "*", "id"))
    _report_repeats(document, find_texts(document, "verdicts", "*", "id"))


def _report_repeats(document: Document, found: list[tuple[Path, str]]) -> None:
    first: dict[str, Path] = {}
    for path, value in found:
        if value in first:
            line = document.place(first[value]).line
            document.report("id_duplicate", path, value=value, first=line)
        first.setdefault(value, path)


def _check_order(document: Document) -> None:
    ordered = find_texts(document, "order", "*")
    known = {value for _, value in _item_ids(document)}
    seen: set[str] = set()
    for path, value in ordered:
        if value not in known:
            _report_unknown(document, "order_unknown", path, value, known)
        elif value in seen:
            document.report("order_twice", path, value=value)
        seen.add(value)
    if isinstance(document.tree, dict) and isinstance(document.tree.get("order"), list):
        for path, value in _item_ids(document):
            if value not in seen:
                document.report("order_missing", path, value=value)


def _report_unknown(document: Document, code: str, path: Path, value: str, known: set[str]) -> None:
    guess = near(value, sorted(known))
    if guess:
        document.report(code + "_near", path, value=value, near=guess)
    else:
        document.report(code, path, value=value)


def _check_bands(document: Document) -> None:
    floors = [
        (path, value)
        for path, value in find(document.tree, ("verdicts", "*", "from"))
        if isinstance(value, int) and not isinstance(value, bool)
    ]
    previous = None
    for path, value in floors:
        if previous is None and path[1] == 0 and value != 0:
            document.report("band_first_not_zero", path, value=value)
        elif previous is not None and value <= previous:
            document.report("band_not_rising", path, value=value, previous=previous)
        previous = value


def _check_rules(document: Document) -> None:
    known = {value for _, value in find_texts(document, "verdicts", "*", "id")}
    for path, value in find_texts(document, "rules", "all_anti_traits_verdict"):
        if value not in known:
            _report_unknown(document, "verdict_unknown", path, value, known)


def _check_sources(document: Document) -> None:
    clauses = document.tree.get("clauses") if isinstance(document.tree, dict) else None
    if not isinstance(clauses, dict):
        return
    cited = find_texts(document, "source", "*") + find_texts(document, "rules", "source", "*")
    for name in ("tasks", *SCALE_LISTS):
        cited += find_texts(document, name, "*", "source", "*")
    for path, value in cited:
        if value not in clauses:
            document.report("clause_unknown", path, value=value)


def _check_weights(document: Document) -> None:
    for name in SCALE_LISTS[:2]:
        for path, scale in find(document.tree, (name, "*")):
            weight = scale.get("weight") if isinstance(scale, dict) else None
            if isinstance(weight, int) and weight != 1 and "weight_reason" not in scale:
                document.report("weight_reason_missing", (*path, "weight"))


def _check_responses(document: Document) -> None:
    seen: set[str] = set()
    for path, value in find_texts(document, "responses", "*"):
        folded = fold(value)
        if folded in seen:
            document.report("response_twice", path, value=value)
        elif folded in BLANKS or folded[:1].isdigit():
            document.report("response_ambiguous", path, value=value)
        seen.add(folded)


def _check_statements(document: Document) -> None:
    first: dict[str, Path] = {}
    for name in SCALE_LISTS:
        for path, value in find_texts(document, name, "*", "items", "*", "text"):
            folded = fold_statement(value)
            if folded in first:
                line = document.place(first[folded]).line
                document.report("statement_twice", path, value=value, first=line)
            first.setdefault(folded, path)
