"""Which group a person belongs to, by the value of one carried column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, Final

import numpy as np

from kelompok_quiz.problems import Place, Problem, UsageError
from kelompok_quiz.result import Indices
from kelompok_quiz.text import fold, near

BLANK: Final = "(kosong)"
MOST_GROUPS: Final = 500
"""More than that are names or numbers of people rather than groups."""
MOST_REMEMBERED: Final = 10_000
"""Spellings kept in memory."""
DIGITS = re.compile(r"(\d+)")
PER: Final = "--per"


def find_column(name: str, headers: Sequence[str]) -> int:
    """Return which carried column is meant, in any case and spacing.

    Raise `UsageError` with a near miss, if there is one, where none is.
    """
    folded = {fold(header): index for index, header in reversed(list(enumerate(headers)))}
    if fold(name) in folded:
        return folded[fold(name)]
    guess = near(fold(name), folded)
    code = "group_column_unknown" + ("_near" if guess else "")
    known = {"value": name, "headers": ", ".join(headers) or "-"}
    known["near"] = headers[folded[guess]] if guess else ""
    raise UsageError(Problem(code, Place(PER), known))


class Grouping:
    """Numbers groups from 0 as they are met; spellings that differ by case or space are one.

    Its label is the first of its spellings by character, whoever comes first.
    """

    def __init__(self, column: str) -> None:
        """Group by this column."""
        self.column = column
        self.labels: list[str] = []
        self._numbers: dict[str, int] = {}
        self._spellings: dict[str, int] = {}

    def numbers(self, values: Iterable[Any]) -> Indices:
        """Return the group of every value; raise `UsageError` where they become too many."""
        return np.array([self._number("" if v is None else str(v)) for v in values], dtype=np.intp)

    def _number(self, spelling: str) -> int:
        number = self._spellings.get(spelling)
        if number is None:
            number = self._numbers.setdefault(fold(spelling) or BLANK, len(self.labels))
            label = " ".join(spelling.split()) or BLANK
            if number == len(self.labels):
                self._add(label)
            self.labels[number] = min(self.labels[number], label)
            if len(self._spellings) < MOST_REMEMBERED:
                self._spellings[spelling] = number
        return number

    def _add(self, label: str) -> None:
        if len(self.labels) == MOST_GROUPS:
            parameters = {"value": self.column, "most": MOST_GROUPS}
            raise UsageError(Problem("groups_too_many", Place(PER), parameters))
        self.labels.append(label)


def natural(label: str) -> list[tuple[bool, int, str]]:
    """Return a key that sorts labels as people do: XI-2 before XI-10, the blank group last."""
    parts = DIGITS.split(fold(label))
    pieces = [(False, int(part), "") if part.isdecimal() else (False, -1, part) for part in parts]
    return [(label == BLANK, 0, ""), *pieces]
