"""`cases/scoring/mini.yaml`, the small instrument most tests answer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from msgspec import structs

from kelompok_quiz.profile.key import Key
from kelompok_quiz.profile.loading import load

CASES = Path(__file__).parents[1] / "cases"
MINI_FILE = CASES / "scoring" / "mini.yaml"
MINI = load(MINI_FILE)
PROFILE = MINI.profile
KEY = Key(MINI)
IDS = [item.id for item in PROFILE.items]
ORDER = PROFILE.order


def responses(points: int) -> tuple[str, ...]:
    """So many responses, in words for five and else in letters."""
    return PROFILE.responses if points == PROFILE.points else tuple("abcdefghi"[:points])


def with_responses(points: int) -> Key:
    """Return the instrument with so many responses instead of five."""
    return Key(replace(MINI, profile=structs.replace(PROFILE, responses=responses(points))))
