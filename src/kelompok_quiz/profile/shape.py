"""Errors of shape: keys, types, lengths and patterns that the model does not allow.

msgspec stops at the first; this walk reports them all. It is driven by `msgspec.inspect`, so that
`model` stays the only description of a profile.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import msgspec
from msgspec import inspect

from kelompok_quiz.problems import Problem
from kelompok_quiz.profile.document import Document, Path, Reported
from kelompok_quiz.profile.model import ID_PATTERN, TEXT_PATTERN, VERSION_PATTERN, Profile
from kelompok_quiz.text import near

PATTERN_CODES = {
    ID_PATTERN: "id_malformed",
    TEXT_PATTERN: "text_blank",
    VERSION_PATTERN: "version_malformed",
}


def convert(document: Document) -> Profile | None:
    """Return the typed profile, or None after adding every error to the document's problems."""
    try:
        return msgspec.convert(document.tree, Profile)
    except msgspec.ValidationError:
        _check(document, inspect.type_info(Profile), document.tree, ())
        return None


def _check(document: Document, expected: inspect.Type, value: Any, path: Path) -> None:
    if isinstance(expected, inspect.UnionType):
        expected = next(t for t in expected.types if not isinstance(t, inspect.NoneType))
    if isinstance(expected, inspect.Metadata):
        expected = expected.type
    if isinstance(value, Reported):
        return
    CHECKS[type(expected)](document, expected, value, path)


def _check_struct(document: Document, expected: inspect.StructType, value: Any, path: Path) -> None:
    if not isinstance(value, dict):
        document.report("not_mapping", path)
        return
    fields = {field.encode_name: field for field in expected.fields}
    for key in value.keys() - fields.keys():
        guess = near(str(key), fields.keys() - value.keys())
        code = "key_unknown_near" if guess else "key_unknown"
        place = document.keys[*path, key]
        document.problems.append(Problem(code, place, {"value": str(key), "near": guess}))
    for name, field in fields.items():
        if name in value:
            _check(document, field.type, value[name], (*path, name))
        elif field.required:
            parent = ".".join(str(p + 1 if isinstance(p, int) else p) for p in path)
            document.report("key_missing", path, key=name, of=parent or "profil")


def _check_list(document: Document, expected: inspect.VarTupleType, value: Any, path: Path) -> None:
    if not isinstance(value, list):
        document.report("not_list", path)
        return
    if expected.min_length is not None and len(value) < expected.min_length:
        document.report("list_too_short", path, least=expected.min_length)
    if expected.max_length is not None and len(value) > expected.max_length:
        document.report("list_too_long", path, most=expected.max_length)
    for index, element in enumerate(value):
        _check(document, expected.item_type, element, (*path, index))


def _check_dict(document: Document, expected: inspect.DictType, value: Any, path: Path) -> None:
    if not isinstance(value, dict):
        document.report("not_mapping", path)
        return
    if not value:
        document.report("list_too_short", path, least=1)
    for key, element in value.items():
        _check(document, expected.value_type, element, (*path, key))


def _check_text(document: Document, expected: inspect.StrType, value: Any, path: Path) -> None:
    if isinstance(value, list | dict):
        document.report("not_text", path)
    elif not isinstance(value, str):
        raw = document.raw[path]
        document.report("text_unquoted" if raw else "text_blank", path, value=raw)
    elif expected.pattern and not re.search(expected.pattern, value):
        document.report(PATTERN_CODES[expected.pattern], path, value=value)


def _check_number(document: Document, expected: inspect.IntType, value: Any, path: Path) -> None:
    if not isinstance(value, int) or isinstance(value, bool):
        document.report("not_whole_number", path, value=document.raw.get(path, value))
    elif expected.ge is not None and value < expected.ge:
        document.report("number_too_small", path, value=value, least=expected.ge)
    elif expected.le is not None and value > expected.le:
        document.report("number_too_large", path, value=value, most=expected.le)


def _check_truth(document: Document, _: inspect.BoolType, value: Any, path: Path) -> None:
    if not isinstance(value, bool):
        document.report("not_true_false", path)


def _check_choice(
    document: Document, expected: inspect.LiteralType, value: Any, path: Path
) -> None:
    if not any(type(value) is type(choice) and value == choice for choice in expected.values):
        document.report("not_one_of", path, choices=", ".join(map(str, expected.values)))


CHECKS: dict[type[inspect.Type], Callable[[Document, Any, Any, Path], None]] = {
    inspect.StructType: _check_struct,
    inspect.VarTupleType: _check_list,
    inspect.DictType: _check_dict,
    inspect.StrType: _check_text,
    inspect.IntType: _check_number,
    inspect.BoolType: _check_truth,
    inspect.LiteralType: _check_choice,
}
