"""YAML text → a plain tree in which every value and every key knows its place.

PyYAML keeps the last of two equal keys, expands aliases and reads `no`, `010` and `1:30` as
False, 8 and 90. Here the text is composed to nodes (which carry their marks) and built by rules of
our own, so that each of these is a problem with a line and a column instead of a silent surprise.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias

import yaml

from kelompok_quiz.problems import Place, Problem, shortened

Path: TypeAlias = tuple[str | int, ...]


class Sort(NamedTuple):
    """What a YAML file is meant to be: its limit in bytes, and the codes of two misfits."""

    limit: int
    empty: str
    too_large: str


PROFILE_FILE = Sort(1 << 20, "profile_empty", "profile_too_large")
"""A profile is some 40 kB; a file over 1 MiB is something else."""

MAX_DEPTH = 12
"""A profile nests five levels deep."""

LIKELY = {
    "mapping values are not allowed": "yaml_colon_in_text",
    "cannot start any token": "yaml_bad_character",
    "another document": "yaml_two_documents",
    "nesting depth": "yaml_too_deep",  # libyaml's own bound, met while it reads ahead
}
"""The likeliest cause by what the parser says."""

WHOLE_NUMBER = re.compile(r"0|[1-9][0-9]{0,17}")
UNPRINTABLE = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
ALIAS_MARK = "*"
TAG = "tag:yaml.org,2002:"
SCALAR_TAGS = frozenset(TAG + name for name in ("str", "int", "bool", "null", "float", "timestamp"))
Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Misread:
    """A scalar that YAML reads as nothing a profile holds: a null, fraction, date or odd number."""

    raw: str


class Refused(Misread):
    """A part that is a problem already, whatever stands in it."""


@dataclass
class Document:
    """A YAML text as a tree of plain values, with the places of values and keys by path."""

    file: str
    tree: Any = None
    values: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    raw: dict[Path, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def place(self, path: Path) -> Place:
        """Return the place of the value at a path, or of its nearest parent that has one."""
        while path and path not in self.values:
            path = path[:-1]
        return self.values.get(path, Place(self.file, 1, 1))

    def report(self, code: str, path: Path, **parameters: object) -> None:
        """Record a problem at the value of a path."""
        self.problems.append(Problem(code, self.place(path), parameters))


def read_document(data: bytes, file: str, sort: Sort = PROFILE_FILE) -> Document:
    """Build the tree of a YAML file's bytes; whatever is wrong with it is in `problems`."""
    document = Document(file)
    text = _decode(data, document, sort)
    if text is None:
        return document
    try:
        root = yaml.compose(text, Loader=Loader) if _is_shallow(text, document) else None
    except yaml.YAMLError as error:
        if not _is_named_already(error, document):
            document.problems.append(_syntax_problem(error, text, file))
        return document
    if root is not None:
        document.tree = _Builder(document).build(root, ())
    elif not document.problems:
        document.report(sort.empty, ())
    return document


def _is_shallow(text: str, document: Document) -> bool:
    """Name what only the events of a text show: each alias at its place, and too deep a nesting.

    The composer recurses, so that a hostile file could end the process; the parser does not.
    """
    depth = 0
    for event in yaml.parse(text, Loader=Loader):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        code = "yaml_alias" if isinstance(event, yaml.AliasEvent) else "yaml_too_deep"
        if code == "yaml_alias" or depth > MAX_DEPTH:
            place = _place(document.file, event.start_mark)
            document.problems.append(Problem(code, place))
        if depth > MAX_DEPTH:
            return False
    return True


def _is_named_already(error: yaml.YAMLError, document: Document) -> bool:
    """Whether it is an alias of nothing: every alias is a problem of its own."""
    return bool(document.problems) and "alias" in (getattr(error, "problem", None) or "")


def _decode(data: bytes, document: Document, sort: Sort) -> str | None:
    if len(data) > sort.limit:
        document.report(sort.too_large, (), bytes=len(data), limit=sort.limit)
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        document.problems.append(Problem("not_utf8", Place(document.file, line)))
        return None


def _syntax_problem(error: yaml.YAMLError, text: str, file: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    said = getattr(error, "problem", None) or ""
    if mark is None:
        found = UNPRINTABLE.search(text)
        line = text.count("\n", 0, found.start() if found else 0) + 1
        return Problem("yaml_control_character", Place(file, line))
    code = next((code for part, code in LIKELY.items() if part in said), "yaml_syntax")
    return Problem(code, _place(file, mark))


def _place(file: str, mark: Any) -> Place:
    return Place(file, mark.line + 1, mark.column + 1)


class _Builder:
    """Walks composed nodes once, noting places and what YAML would have passed over."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._seen: set[int] = set()

    def build(self, node: yaml.Node, path: Path) -> Any:
        """Return the plain value of a node and remember where it stands."""
        document = self._document
        document.values[path] = self._place(node)
        if id(node) in self._seen:
            return Refused(ALIAS_MARK)
        self._seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, path)
        if isinstance(node, yaml.SequenceNode) and node.tag == TAG + "seq":
            return [self.build(child, (*path, i)) for i, child in enumerate(node.value)]
        if isinstance(node, yaml.MappingNode) and node.tag == TAG + "map":
            return self._mapping(node, path)
        document.report("yaml_tag", path, value=node.tag)
        return Refused(node.tag)

    def _place(self, node: yaml.Node) -> Place:
        return _place(self._document.file, node.start_mark)

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = key_node.value
            if not isinstance(key_node, yaml.ScalarNode) or key_node.tag != TAG + "str":
                shown = key if isinstance(key, str) else "…"
                self._document.problems.append(
                    Problem("key_not_text", self._place(key_node), {"value": shown})
                )
            elif key in mapping:
                self._document.problems.append(self._duplicate(key_node, (*path, key)))
            else:
                self._document.keys[*path, key] = self._place(key_node)
                mapping[key] = self.build(value_node, (*path, key))
        return mapping

    def _duplicate(self, node: yaml.ScalarNode, path: Path) -> Problem:
        first = self._document.keys[path].line
        return Problem("key_duplicate", self._place(node), {"value": node.value, "first": first})

    def _scalar(self, node: yaml.ScalarNode, path: Path) -> Any:
        raw = node.value
        if node.tag == TAG + "str":
            return raw
        if node.tag not in SCALAR_TAGS:
            self._document.report("yaml_tag", path, value=node.tag)
            return Refused(raw)
        self._document.raw[path] = shortened(raw)
        if node.tag == TAG + "bool":
            return raw.lower() in {"yes", "true", "on"}
        if node.tag == TAG + "int" and WHOLE_NUMBER.fullmatch(raw):
            return int(raw)
        return Misread(raw)
