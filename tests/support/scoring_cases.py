"""The hand-computed scoring cases of `cases/scoring/`, for whatever scorer is to be tested."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import yaml

from support.mini import CASES, MINI_FILE, responses

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

CASES_FILE = CASES / "scoring" / "cases.yaml"
FRACTION = re.compile(r"-?\d+/\d+")
SCALE_KINDS = ("traits", "anti_traits", "beliefs", "contrasts")


@dataclass(frozen=True)
class Case:
    """One person and what the record says of them; `expected` maps dotted record keys to values.

    `points`: the number of responses.
    """

    name: str
    points: int
    answers: dict[str, int | None]
    seconds: dict[str, float]
    expected: dict[str, object]


def load_profile(points: int = 5) -> dict[str, Any]:
    """The profile of the cases, as parsed, with so many responses."""
    profile: dict[str, Any] = yaml.safe_load(MINI_FILE.read_text(encoding="utf-8"))
    return profile | {"responses": list(responses(points))}


def load_cases() -> list[Case]:
    """Every case of `cases.yaml`, in its order."""
    profile = load_profile()
    cases = yaml.safe_load(CASES_FILE.read_text(encoding="utf-8"))
    return [
        Case(
            name=case["name"],
            points=case.get("responses", 5),
            answers=read_answers(case, profile),
            seconds=case.get("seconds", {}),
            expected=dict(flatten(case["expect"])),
        )
        for case in cases
    ]


def value_at(record: Mapping[str, Any], dotted: str) -> object:
    """The value of a record at a dotted key such as `scales.trait_a.score`."""
    value: Any = record
    for key in dotted.split("."):
        value = value[key]
    return value


def read_answers(case: Mapping[str, Any], profile: Mapping[str, Any]) -> dict[str, int | None]:
    """Answers by item id: from `answers`, by scale and in its item order, or from `presented`."""
    if "presented" in case:
        return dict(zip(profile["order"], case["presented"], strict=True))
    scales = {scale["id"]: scale for kind in SCALE_KINDS for scale in profile[kind]}
    return {
        item["id"]: answer
        for scale_id, answers in case["answers"].items()
        for item, answer in zip(scales[scale_id]["items"], answers, strict=True)
    }


def flatten(nested: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, object]]:
    """Dotted keys and values of a nested mapping; lists are values, "425/6" is a number."""
    for key, value in nested.items():
        if isinstance(value, dict):
            yield from flatten(value, f"{path}{key}.")
        else:
            yield f"{path}{key}", read_number(value)


def read_number(value: object) -> object:
    """A fraction written as text as the number it is; anything else as it is."""
    if isinstance(value, str) and FRACTION.fullmatch(value):
        return float(Fraction(value))
    return value
