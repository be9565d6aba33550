"""Errors between parts of a profile: colliding ids, dangling references, bands that do not rise.

The checks read the tree, not the typed profile: an error of shape in one part hides no error in
another. A missing part is skipped here; `shape` reports it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from kelompok_quiz.profile.document import Document, Path
from kelompok_quiz.profile.model import FIT_SCALE_LISTS, OUTPUT_COLUMNS, SCALE_LISTS
from kelompok_quiz.profile.responses import BLANKS
from kelompok_quiz.text import fold, fold_statement, near

Found: TypeAlias = list[tuple[Path, str]]
"""Texts of the tree with their paths."""


def check(document: Document) -> None:
    """Add every contradiction inside the tree to the document's problems."""
    scales = _find_in_scales(document, "id")
    items = _find_in_scales(document, "items", "*", "id")
    _check_ids(document, scales + items)
    _check_order(document, items)
    _check_bands(document)
    _check_references(document)
    _check_weights(document)
    _check_responses(document)
    statements = _find_in_scales(document, "items", "*", "text")
    _report_repeats(document, "statement_twice", statements, fold_statement)


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


def find_texts(document: Document, *pattern: str) -> Found:
    """Return (path, text) of every match of a pattern that is a text."""
    return [(p, v) for p, v in find(document.tree, pattern) if isinstance(v, str)]


def _find_in_scales(document: Document, *pattern: str) -> Found:
    return [found for name in SCALE_LISTS for found in find_texts(document, name, "*", *pattern)]


def _check_ids(document: Document, found: Found) -> None:
    for path, value in found:
        if value in OUTPUT_COLUMNS:
            document.report("id_reserved", path, value=value)
    _report_repeats(document, "id_duplicate", found)
    for name in ("tasks", "verdicts"):
        _report_repeats(document, "id_duplicate", find_texts(document, name, "*", "id"))


def _report_repeats(
    document: Document, code: str, found: Found, fold_value: Callable[[str], str] = str
) -> None:
    first: dict[str, Path] = {}
    for path, value in found:
        earlier = first.setdefault(fold_value(value), path)
        if earlier != path:
            document.report(code, path, value=value, first=document.place(earlier).line)


def _check_order(document: Document, items: Found) -> None:
    known = {value for _, value in items}
    seen: set[str] = set()
    for path, value in find_texts(document, "order", "*"):
        if value not in known:
            _report_unknown(document, "order_unknown", path, value, known)
        elif value in seen:
            document.report("order_twice", path, value=value)
        seen.add(value)
    if isinstance(document.tree, dict) and isinstance(document.tree.get("order"), list):
        for path, value in items:
            if value not in seen:
                document.report("order_missing", path, value=value)


def _check_known(document: Document, code: str, named: Found, defined: Found) -> None:
    known = {value for _, value in defined}
    for path, value in named:
        if value not in known:
            _report_unknown(document, code, path, value, known)


def _report_unknown(document: Document, code: str, path: Path, value: str, known: set[str]) -> None:
    guess = near(value, sorted(known))  # a set has another order in every process
    if guess:
        document.report(code + "_near", path, value=value, near=guess)
    else:
        document.report(code, path, value=value)


def _check_bands(document: Document) -> None:
    previous = None
    for path, value in find(document.tree, ("verdicts", "*", "from")):
        if not isinstance(value, int) or isinstance(value, bool):
            continue
        if previous is None and path[1] == 0 and value != 0:
            document.report("band_first_not_zero", path, value=value)
        elif previous is not None and value <= previous:
            document.report("band_not_rising", path, value=value, previous=previous)
        previous = value


def _check_references(document: Document) -> None:
    _check_known(
        document,
        "verdict_unknown",
        find_texts(document, "rules", "all_anti_traits_verdict")
        + find_texts(document, "next_steps", "*", "for", "*"),
        find_texts(document, "verdicts", "*", "id"),
    )
    tasks = _find_in_scales(document, "items", "*", "task")
    _check_known(document, "task_unknown", tasks, find_texts(document, "tasks", "*", "id"))
    clauses = document.tree.get("clauses") if isinstance(document.tree, dict) else None
    if not isinstance(clauses, dict):
        return
    cited = [
        *find_texts(document, "source", "*"),
        *find_texts(document, "rules", "source", "*"),
        *find_texts(document, "tasks", "*", "source", "*"),
        *_find_in_scales(document, "source", "*"),
    ]
    for path, value in cited:
        if value not in clauses:
            document.report("clause_unknown", path, value=value)


def _check_weights(document: Document) -> None:
    for name in FIT_SCALE_LISTS:
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
