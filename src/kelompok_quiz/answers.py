"""Answers: the one parser of cells, and batches of people as an integer matrix."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from kelompok_quiz.problems import Problem
from kelompok_quiz.profile import Profile, known_answers
from kelompok_quiz.text import fold

MISSING: Final = 0
INVALID: Final = 255
HIDDEN: Final = "…"
"""Stands for a value that may name a person."""
NO_LABELS: Final[Mapping[str, int]] = {}
MOST_REMEMBERED: Final = 10_000
"""Spellings of valid cells kept in memory; a file with more of them is parsed a little slower."""


class CellParser(dict[str, int]):
    """Cell → answer by exact membership, never by a cast: 1..m, `MISSING` or `INVALID`.

    A number (`4`, `4.0`, `4,0`), a response in any case, both joined (`4 - Setuju`, `4. Setuju`,
    which must agree), or one of the marks of a missing answer. Valid spellings are remembered.
    """

    def __init__(self, responses: Sequence[str], labels: Mapping[str, int] = NO_LABELS) -> None:
        """Accept the responses of a profile, in their order, and a form's own `labels` of them."""
        super().__init__()
        own = {fold(label): answer for label, answer in labels.items()}
        self._known = own | known_answers(responses)

    def __missing__(self, cell: str) -> int:
        """Parse a spelling that is met for the first time."""
        answer = self._known.get(fold(cell), INVALID)
        if answer != INVALID and len(self) < MOST_REMEMBERED:
            self[cell] = answer
        return answer

    def parse_value(self, value: Any) -> int:
        """Return the answer that a JSON or YAML value gives; numbers must be whole."""
        if value is None:
            return MISSING
        if isinstance(value, bool):
            return INVALID
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        return self[value] if isinstance(value, str) else self[str(value)]


@dataclass(frozen=True, eq=False)
class AnswerBatch:
    """People in the order of their source, one a row; a rejected one keeps its place.

    `matrix` is (people, items) int8 in the profile's presented order, `MISSING` where there is no
    answer, all of it for a rejected person, and read-only. `order` holds, where a person's own
    presentation is known, the columns in the order shown: (people, items). `seconds` is
    (people, items), NaN where unknown. `unnamed` are the people who gave no name, by index: they
    are called by their number, which may be somebody's name. `extras` are carried values that only
    JSON output keeps.
    """

    source: str | None
    rows: Sequence[int]
    respondents: Sequence[str | None]
    headers: tuple[str, ...]
    cells: Sequence[Sequence[Any]]
    matrix: npt.NDArray[np.int8]
    order: npt.NDArray[np.intp] | None = None
    seconds: npt.NDArray[np.float64] | None = None
    rejects: Mapping[int, tuple[Problem, ...]] = field(default_factory=dict)
    unnamed: frozenset[int] = frozenset()
    extras: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Close the matrix to writing."""
        self.matrix.flags.writeable = False

    def __len__(self) -> int:
        """Return the number of people."""
        return len(self.rows)

    def only(self, people: Sequence[int]) -> AnswerBatch:
        """Return some of the people, by index and in this order."""
        places = {person: index for index, person in enumerate(people)}
        return replace(
            self,
            rows=[self.rows[person] for person in people],
            respondents=[self.respondents[person] for person in people],
            cells=[self.cells[person] for person in people],
            matrix=self.matrix[people],
            order=None if self.order is None else self.order[people],
            seconds=None if self.seconds is None else self.seconds[people],
            rejects={places[p]: found for p, found in self.rejects.items() if p in places},
            unnamed=frozenset(places[p] for p in self.unnamed if p in places),
            extras={places[p]: extra for p, extra in self.extras.items() if p in places},
        )

    def anonymous(self) -> AnswerBatch:
        """Return the people without anything carried, named by their number.

        What somebody typed where an answer belongs may be a name as well; it is left out too.
        """
        return replace(
            self,
            respondents=[str(row) for row in self.rows],
            headers=(),
            cells=[()] * len(self),
            rejects={p: tuple(map(_without_value, found)) for p, found in self.rejects.items()},
            unnamed=frozenset(range(len(self))),
            extras={},
        )

    def answers_of(self, profile: Profile, person: int) -> dict[str, int | None]:
        """Return one person's answers by item id, None where there is none."""
        answers = self.matrix[person].tolist()
        return {item.id: a or None for item, a in zip(profile.items, answers, strict=True)}


def _without_value(problem: Problem) -> Problem:
    if "value" not in problem.parameters:
        return problem
    return replace(problem, parameters={**problem.parameters, "value": HIDDEN})


def batch_of_one(
    profile: Profile,
    answers: Mapping[str, int | None],
    *,
    order: Sequence[str] | None = None,
    seconds: Mapping[str, float] | None = None,
) -> AnswerBatch:
    """Return one person's answers by item id as a batch; an id that is absent is missing."""
    ids = [item.id for item in profile.items]
    return batch_of_sheets(
        np.array([[answers.get(i) or MISSING for i in ids]], dtype=np.int8),
        order=None if order is None else np.array([[ids.index(i) for i in order]], dtype=np.intp),
        seconds=None
        if seconds is None
        else np.array([[seconds.get(i, np.nan) for i in ids]], dtype=np.float64),
    )


def batch_of_sheets(
    matrix: npt.NDArray[np.int8],
    *,
    order: npt.NDArray[np.intp] | None = None,
    seconds: npt.NDArray[np.float64] | None = None,
) -> AnswerBatch:
    """Return sheets that come from no file as a batch; the arrays are those of `AnswerBatch`."""
    people = len(matrix)
    return AnswerBatch(
        source=None,
        rows=tuple(range(1, people + 1)),
        respondents=(None,) * people,
        headers=(),
        cells=((),) * people,
        matrix=matrix,
        order=order,
        seconds=seconds,
    )
