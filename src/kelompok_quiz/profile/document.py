"""YAML text → a plain tree, with the place of every value and every key.

PyYAML keeps the last of two equal keys, expands aliases and reads `no`, `010` and `1:30` as
False, 8 and 90. Here the text is composed to nodes, which carry line and column, and the tree is
built from them by stricter rules: each of these is a problem with its place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias

import yaml

from kelompok_quiz.problems import Place, Problem, shortened

Path: TypeAlias = tuple[str | int, ...]


class DocumentKind(NamedTuple):
    """A kind of YAML file: its largest size in bytes, and the codes for an empty or larger one."""

    limit: int
    empty: str
    too_large: str


PROFILE_FILE = DocumentKind(1 << 20, "profile_empty", "profile_too_large")
"""A profile is some 40 kB; a file over 1 MiB is something else."""

MAX_DEPTH = 12
"""A profile nests five levels deep."""

SYNTAX_CODES = {
    "mapping values are not allowed": "yaml_colon_in_text",
    "cannot start any token": "yaml_bad_character",
    "another document": "yaml_two_documents",
    "nesting depth": "yaml_too_deep",  # libyaml's own bound, met while it reads ahead
}
"""The likeliest cause, by a part of the parser's English message."""

WHOLE_NUMBER = re.compile(r"0|[1-9][0-9]{0,17}")
UNPRINTABLE = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
ALIAS_MARK = "*"
TAG = "tag:yaml.org,2002:"
SCALAR_TAGS = frozenset(TAG + name for name in ("str", "int", "bool", "null", "float", "timestamp"))
LOADER: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's loader, which is much faster, where PyYAML was built with it."""


@dataclass(frozen=True, slots=True)
class ForeignScalar:
    """A scalar of a type that no profile has: a null, fraction, date, or number like `010`."""

    raw: str


class Reported(ForeignScalar):
    """A node whose problem is in the document already; later checks skip it."""


@dataclass
class Document:
    """A YAML text as a tree of plain values, with the places of values and keys by path.

    `raw` has the text of every scalar that YAML does not read as a string. `problems` collects what
    this module and later checks find.
    """

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


def read_document(
    data: bytes, file: str, kind: DocumentKind = PROFILE_FILE, *, loader: type[Any] = LOADER
) -> Document:
    """Build the tree of a YAML file's bytes; every error in it is in `problems`."""
    document = Document(file)
    text = _decode(data, document, kind)
    if text is None:
        return document
    try:
        root = yaml.compose(text, loader) if _is_shallow(text, document, loader) else None
    except yaml.YAMLError as error:
        # The composer fails at an alias without its anchor; aliases are reported already.
        if not (document.problems and "alias" in (getattr(error, "problem", None) or "")):
            document.problems.append(_syntax_problem(error, text, file))
        return document
    if root is not None:
        document.tree = _Builder(document).build(root, ())
    elif not document.problems:
        document.report(kind.empty, ())
    return document


def _is_shallow(text: str, document: Document, loader: type[Any]) -> bool:
    """Report every alias, and the first nesting deeper than `MAX_DEPTH`.

    The parser does not recurse, but the composer does: a hostile file could end the process.
    """
    depth = 0
    for event in yaml.parse(text, loader):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        code = "yaml_alias" if isinstance(event, yaml.AliasEvent) else "yaml_too_deep"
        if code == "yaml_alias" or depth > MAX_DEPTH:
            place = _place(document.file, event.start_mark)
            document.problems.append(Problem(code, place))
        if depth > MAX_DEPTH:
            return False
    return True


def _decode(data: bytes, document: Document, kind: DocumentKind) -> str | None:
    if len(data) > kind.limit:
        document.report(kind.too_large, (), bytes=len(data), limit=kind.limit)
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        document.problems.append(Problem("not_utf8", Place(document.file, line)))
        return None


def _syntax_problem(error: yaml.YAMLError, text: str, file: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    message = getattr(error, "problem", None) or ""
    if mark is None:  # the reader has refused a character before any parsing
        found = UNPRINTABLE.search(text)
        line = text.count("\n", 0, found.start() if found else 0) + 1
        return Problem("yaml_control_character", Place(file, line))
    code = next((code for part, code in SYNTAX_CODES.items() if part in message), "yaml_syntax")
    return Problem(code, _place(file, mark))


def _place(file: str, mark: Any) -> Place:
    return Place(file, mark.line + 1, mark.column + 1)


class _Builder:
    """Walks composed nodes once and reports duplicate keys, aliases and tags."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._seen: set[int] = set()

    def build(self, node: yaml.Node, path: Path) -> Any:
        """Return the plain value of a node and record its place."""
        document = self._document
        document.values[path] = _place(document.file, node.start_mark)
        if id(node) in self._seen:  # an alias is composed to the node of its anchor
            return Reported(ALIAS_MARK)
        self._seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, path)
        if isinstance(node, yaml.SequenceNode) and node.tag == TAG + "seq":
            return [self.build(child, (*path, i)) for i, child in enumerate(node.value)]
        if isinstance(node, yaml.MappingNode) and node.tag == TAG + "map":
            return self._mapping(node, path)
        document.report("yaml_tag", path, value=node.tag)
        return Reported(node.tag)

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key, place = key_node.value, _place(self._document.file, key_node.start_mark)
            if not isinstance(key_node, yaml.ScalarNode) or key_node.tag != TAG + "str":
                shown = key if isinstance(key, str) else "…"
                self._document.problems.append(Problem("key_not_text", place, {"value": shown}))
            elif key in mapping:
                named = {"value": key, "first": self._document.keys[*path, key].line}
                self._document.problems.append(Problem("key_duplicate", place, named))
            else:
                self._document.keys[*path, key] = place
                mapping[key] = self.build(value_node, (*path, key))
        return mapping

    def _scalar(self, node: yaml.ScalarNode, path: Path) -> Any:
        raw = node.value
        if node.tag == TAG + "str":
            return raw
        if node.tag not in SCALAR_TAGS:
            self._document.report("yaml_tag", path, value=node.tag)
            return Reported(raw)
        self._document.raw[path] = shortened(raw)
        if node.tag == TAG + "bool":
            return raw.lower() in {"yes", "true", "on"}
        if node.tag == TAG + "int" and WHOLE_NUMBER.fullmatch(raw):
            return int(raw)
        return ForeignScalar(raw)
