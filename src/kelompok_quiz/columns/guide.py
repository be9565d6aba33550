"""A guide (`--pemetaan`): what a person says about one form that headers and cells do not say.

```yaml
kolom:                      # header → id of an item; ~ for a column that is none
  Pertanyaan 1: as1
jawaban:                    # response in the words of the form → 1..m, or `kosong`
  SS: 5
responden: Nama siswa       # the column that names people
lembar: Kelas X             # the sheet of a workbook
```
Every key may be left out. A guide adds to what is known and never turns it around.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kelompok_quiz.problems import InputUnreadable, Problem, missing
from kelompok_quiz.profile import (
    Document,
    DocumentKind,
    ForeignScalar,
    Profile,
    known_answers,
    read_document,
)
from kelompok_quiz.text import fold, near

GUIDE_FILE = DocumentKind(1 << 20, "guide_empty", "guide_too_large")
BLANK = "kosong"
"""What an answer is called that stands for none."""
NULLS = frozenset(("", "~", "null"))


@dataclass(frozen=True, slots=True)
class Guide:
    """Columns by header (None: no item), answers by label (0: missing), and names of two parts."""

    columns: Mapping[str, str | None] = field(default_factory=dict)
    labels: Mapping[str, int] = field(default_factory=dict)
    respondent: str | None = None
    sheet: str | None = None


UNGUIDED = Guide()


def read_guide(path: Path | None, profile: Profile) -> Guide:
    """Return the guide in a YAML file; without a file, one that says nothing.

    Raise `InputMissing` if it cannot be opened, `InputUnreadable` with every mistake in it.
    """
    if path is None:
        return UNGUIDED
    try:
        data = path.read_bytes()
    except OSError as error:
        raise missing(path, error) from error
    document = read_document(data, str(path), GUIDE_FILE)
    reader = _Reader(document, profile)
    guide = reader.read()
    if document.problems:
        raise InputUnreadable(document.problems)
    return guide


class _Reader:
    """Checks the tree of a guide; whatever is wrong becomes one of the document's problems."""

    def __init__(self, document: Document, profile: Profile) -> None:
        self._document, self._profile = document, profile
        self._ids = [item.id for item in profile.items]
        self._known = known_answers(profile.responses)
        self._parts: dict[str, Any] = {
            "kolom": {},
            "jawaban": {},
            "responden": None,
            "lembar": None,
        }

    def read(self) -> Guide:
        tree = self._document.tree
        if tree is None:
            return UNGUIDED
        if not isinstance(tree, dict):
            self._document.report("guide_not_mapping", ())
            return UNGUIDED
        readers: dict[str, Callable[[str, Any], Any]] = {
            "kolom": self._columns,
            "jawaban": self._labels,
            "responden": self._name,
            "lembar": self._name,
        }
        for key, value in tree.items():
            if key in readers:
                self._parts[key] = readers[key](key, value)
            else:
                self._report_key(key, list(readers))
        columns, labels, respondent, sheet = self._parts.values()
        return Guide(columns, labels, respondent, sheet)

    def _report_key(self, key: str, known: list[str]) -> None:
        guess = near(key, known)
        parameters = {"value": key, "near": guess, "known": ", ".join(known)}
        code = "guide_key_unknown_near" if guess else "guide_key_unknown"
        self._document.problems.append(Problem(code, self._document.keys[(key,)], parameters))

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
        """Return the entries of a part; two spellings that are one text are a problem."""
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
            if _is_null(item):
                columns[header] = None
            elif isinstance(item, str) and fold(item) in self._ids:
                columns[header] = self._own(key, header, fold(item))
            else:
                self._report_item(key, header, item)
        return columns

    def _own(self, key: str, header: str, item_id: str) -> str:
        """Return the item; a header that is another item's id cannot be turned around."""
        if fold(header) in self._ids and fold(header) != item_id:
            self._document.report("guide_turns_item", (key, header), value=header, item=item_id)
        return item_id

    def _report_item(self, key: str, header: str, item: Any) -> None:
        value = self._document.raw.get((key, header), item if isinstance(item, str) else "…")
        guess = near(fold(str(value)), self._ids)
        code = "guide_item_unknown_near" if guess else "guide_item_unknown"
        self._document.report(code, (key, header), value=value, near=guess, first=self._ids[0])

    def _labels(self, key: str, value: Any) -> dict[str, int]:
        labels: dict[str, int] = {}
        for label, answer in self._entries(key, value):
            number = 0 if isinstance(answer, str) and fold(answer) == BLANK else answer
            if not self._is_answer(number):
                self._report_answer(key, label, answer)
                continue
            known = self._known.get(fold(label), number)
            if known != number:
                parameters = {"value": label, "answer": known or BLANK}
                self._document.report("guide_turns_answer", (key, label), **parameters)
            labels[label] = number
        return labels

    def _is_answer(self, number: Any) -> bool:
        whole = isinstance(number, int) and not isinstance(number, bool)
        return whole and 0 <= number <= self._profile.points

    def _report_answer(self, key: str, label: str, answer: Any) -> None:
        code = "guide_answer_unfilled" if _is_null(answer) else "guide_answer_unknown"
        shown = self._document.raw.get((key, label), answer if isinstance(answer, str) else "…")
        parameters = {"label": label, "value": shown, "points": self._profile.points}
        self._document.report(code, (key, label), **parameters)


def _is_null(value: Any) -> bool:
    return isinstance(value, ForeignScalar) and value.raw.lower() in NULLS
