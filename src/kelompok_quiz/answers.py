"""Answers: the one parser of cells, and batches of people as an integer matrix."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from kelompok_quiz.problems import Problem
from kelompok_quiz.profile.model import Profile
from kelompok_quiz.profile.responses import known_answers
from kelompok_quiz.text import fold

MISSING: Final = 0
INVALID: Final = 255
ANONYMISED: Final = "…"
"""Replaces a value that may name a person."""
NO_LABELS: Final[Mapping[str, int]] = {}
MOST_REMEMBERED: Final = 10_000
"""Spellings of valid cells kept in memory; in a file with more, parsing is a little slower."""


class CellParser(dict[str, int]):
    """Cell → answer by exact membership, never by a cast: 1..m, `MISSING` or `INVALID`.

    A number (`4`, `4.0`, `4,0`), a response in any case, both joined (`4 - Setuju`, `4. Setuju`,
    which must agree), or a spelling of a missing answer. A dict, since most cells of a file have
    been seen before: looking one up then costs no call. Valid spellings are remembered.
    """

    def __init__(
        self,
        responses: Sequence[str],
        labels: Mapping[str, int] = NO_LABELS,
        *,
        most_remembered: int = MOST_REMEMBERED,
    ) -> None:
        """Accept the responses of a profile, in their order, and a form's own `labels` of them."""
        super().__init__()
        self._most_remembered = most_remembered
        own = {fold(label): answer for label, answer in labels.items()}
        self._known = own | known_answers(responses)

    def __missing__(self, cell: str) -> int:
        """Parse a cell that is not remembered."""
        answer = self._known.get(fold(cell), INVALID)
        if answer != INVALID and len(self) < self._most_remembered:
            self[cell] = answer
        return answer

    def parse_value(self, value: Any) -> int:
        """Return the answer of a JSON or YAML value; numbers must be whole."""
        if value is None:
            return MISSING
        if isinstance(value, bool):
            return INVALID
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        return self[value] if isinstance(value, str) else self[str(value)]


@dataclass(frozen=True, eq=False)
class AnswerBatch:
    """Answers of many people, in the order of their source; a rejected person keeps the row.

    `matrix` is (people, items) int8, read-only, items in the profile's presented order, `MISSING`
    for no answer and for all of a rejected person. `order` has the columns in the order each person
    saw, (people, items), or None if unknown. `seconds` is (people, items), NaN if unknown.
    `headers` and `cells` are the columns carried to the output, `extras` carried values that only
    JSON output keeps. `unnamed` are the indices of people without a name: their respondent is their
    number, which can also be another person's name.
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
        """Make the matrix read-only."""
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
        """Return the batch without carried values and names; respondents are numbers.

        An invalid answer may be a name as well, so problems lose their value.
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
        """Return the answers of the person at this index by item id, None if missing."""
        answers = self.matrix[person].tolist()
        return {item.id: a or None for item, a in zip(profile.items, answers, strict=True)}


def _without_value(problem: Problem) -> Problem:
    if "value" not in problem.parameters:
        return problem
    return replace(problem, parameters={**problem.parameters, "value": ANONYMISED})


def batch_of_one(
    profile: Profile,
    answers: Mapping[str, int | None],
    *,
    order: Sequence[str] | None = None,
    seconds: Mapping[str, float] | None = None,
) -> AnswerBatch:
    """Return one person's answers by item id as a batch; an absent id is a missing answer."""
    ids = [item.id for item in profile.items]
    return batch_of_matrix(
        np.array([[answers.get(i) or MISSING for i in ids]], dtype=np.int8),
        order=None if order is None else np.array([[ids.index(i) for i in order]], dtype=np.intp),
        seconds=None
        if seconds is None
        else np.array([[seconds.get(i, np.nan) for i in ids]], dtype=np.float64),
    )


def batch_of_matrix(
    matrix: npt.NDArray[np.int8],
    *,
    order: npt.NDArray[np.intp] | None = None,
    seconds: npt.NDArray[np.float64] | None = None,
) -> AnswerBatch:
    """Return answers that come from no file as a batch; the arrays are those of `AnswerBatch`."""
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
