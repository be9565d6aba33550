"""A guide (`--pemetaan`): the user's YAML about one form, where headers and cells are not enough.

```yaml
kolom:                      # header → id of an item; ~ for a column that is not one
  Pertanyaan 1: as1
jawaban:                    # response as the form words it → 1..m, or `kosong`
  SS: 5
responden: Nama siswa       # the column of respondents
lembar: Kelas X             # the worksheet of a workbook
```
Every key is optional. A guide adds to what is recognised and never contradicts it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kelompok_quiz.problems import InputUnreadable, Problem, missing
from kelompok_quiz.profile.document import Document, DocumentKind, ForeignScalar, read_document
from kelompok_quiz.profile.model import Profile
from kelompok_quiz.profile.responses import known_answers
from kelompok_quiz.text import fold, near

GUIDE_FILE = DocumentKind(1 << 20, "guide_empty", "guide_too_large")
KEYS = ("kolom", "jawaban", "responden", "lembar")
BLANK = "kosong"
"""The value of a label that means a missing answer."""
NULLS = frozenset(("", "~", "null"))
UNREADABLE = "…"
"""Shown for a value that is not a scalar."""


@dataclass(frozen=True, slots=True)
class Guide:
    """Item ids by header (None: not an item), answers by label (0: missing), and two names."""

    columns: Mapping[str, str | None] = field(default_factory=dict)
    labels: Mapping[str, int] = field(default_factory=dict)
    respondent: str | None = None
    worksheet: str | None = None


UNGUIDED = Guide()


def read_guide(path: Path | None, profile: Profile) -> Guide:
    """Return the guide in a YAML file, `UNGUIDED` without a file.

    Raise `InputMissing` if it cannot be opened, `InputUnreadable` with every mistake in it.
    """
    if path is None:
        return UNGUIDED
    try:
        data = path.read_bytes()
    except OSError as error:
        raise missing(path, error) from error
    document = read_document(data, str(path), GUIDE_FILE)
    guide = _Reader(document, profile).read()
    if document.problems:
        raise InputUnreadable(document.problems)
    return guide


class _Reader:
    """Reads the tree of a guide; mistakes are added to the problems of the document."""

    def __init__(self, document: Document, profile: Profile) -> None:
        self._document, self._points = document, profile.points
        self._ids = [item.id for item in profile.items]
        self._known = known_answers(profile.responses)

    def read(self) -> Guide:
        tree = self._document.tree
        if tree is None:  # a problem of the document itself
            return UNGUIDED
        if not isinstance(tree, dict):
            self._document.report("guide_not_mapping", ())
            return UNGUIDED
        columns: dict[str, str | None] = {}
        labels: dict[str, int] = {}
        names: dict[str, str | None] = {}
        for key, value in tree.items():
            if key == "kolom":
                columns = self._columns(key, value)
            elif key == "jawaban":
                labels = self._labels(key, value)
            elif key in KEYS:
                names[key] = self._name(key, value)
            else:
                guess = near(key, KEYS)
                code = "guide_key_unknown_near" if guess else "guide_key_unknown"
                parameters = {"value": key, "near": guess, "known": ", ".join(KEYS)}
                place = self._document.keys[(key,)]
                self._document.problems.append(Problem(code, place, parameters))
        return Guide(columns, labels, names.get("responden"), names.get("lembar"))

    def _name(self, key: str, value: Any) -> str | None:
        if value is None or _is_null(value):
            return None
        if isinstance(value, str):
            return value
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        self._document.report("guide_name_expected", (key,), value=key)
        return None

    def _entries(self, key: str, value: Any) -> list[tuple[str, Any]]:
        """Return the entries of a part; report two spellings of one text."""
        if _is_null(value):
            return []
        if not isinstance(value, dict):
            self._document.report("guide_part_not_mapping", (key,), value=key)
            return []
        first: dict[str, str] = {}
        for name in value:
            if fold(name) in first:
                parameters = {"value": name, "first": first[fold(name)]}
                place = self._document.keys[key, name]
                self._document.problems.append(Problem("guide_twice", place, parameters))
            first.setdefault(fold(name), name)
        return list(value.items())

    def _columns(self, key: str, value: Any) -> dict[str, str | None]:
        columns: dict[str, str | None] = {}
        for header, item in self._entries(key, value):
            path = (key, header)
            if _is_null(item):
                columns[header] = None
            elif isinstance(item, str) and fold(item) in self._ids:
                columns[header] = item_id = fold(item)
                if fold(header) in self._ids and fold(header) != item_id:
                    self._document.report("guide_turns_item", path, value=header, item=item_id)
            else:
                shown = self._shown(path, item)
                guess = near(fold(shown), self._ids)
                code = "guide_item_unknown_near" if guess else "guide_item_unknown"
                self._document.report(code, path, value=shown, near=guess, first=self._ids[0])
        return columns

    def _labels(self, key: str, value: Any) -> dict[str, int]:
        labels: dict[str, int] = {}
        for label, answer in self._entries(key, value):
            path = (key, label)
            number = 0 if isinstance(answer, str) and fold(answer) == BLANK else answer
            # YAML reads `yes` as True, which Python takes for 1.
            whole = isinstance(number, int) and not isinstance(number, bool)
            if not whole or not 0 <= number <= self._points:
                code = "guide_answer_unfilled" if _is_null(answer) else "guide_answer_unknown"
                shown = self._shown(path, answer)
                parameters = {"label": label, "value": shown, "points": self._points}
                self._document.report(code, path, **parameters)
                continue
            known = self._known.get(fold(label), number)
            if known != number:
                parameters = {"value": label, "answer": known or BLANK}
                self._document.report("guide_turns_answer", path, **parameters)
            labels[label] = number
        return labels

    def _shown(self, path: tuple[str, str], value: Any) -> str:
        """Return a value as it was written."""
        return self._document.raw.get(path, value if isinstance(value, str) else UNREADABLE)


def _is_null(value: Any) -> bool:
    return isinstance(value, ForeignScalar) and value.raw.lower() in NULLS
