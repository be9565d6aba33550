"""`cases/scoring/mini.yaml`, the small instrument most tests answer."""

from __future__ import annotations

from pathlib import Path

from kelompok_quiz.profile.key import Key
from kelompok_quiz.profile.loading import load

CASES = Path(__file__).parents[1] / "cases"
MINI_FILE = CASES / "scoring" / "mini.yaml"
MINI = load(MINI_FILE)
PROFILE = MINI.profile
KEY = Key(MINI)
IDS = [item.id for item in PROFILE.items]
ORDER = PROFILE.order
