"""The instrument as data: the frozen model, and YAML → profile or problems.

`profile.key` holds the same profile as arrays; it imports NumPy and is imported by the kernel only.
"""

from kelompok_quiz.profile.lint import favourable, lint
from kelompok_quiz.profile.loading import Examined, Instrument, examine, load, shipped_profile
from kelompok_quiz.profile.model import (
    OUTPUT_COLUMNS,
    AntiTrait,
    Belief,
    Contrast,
    Item,
    Profile,
    Scale,
    Trait,
    Verdict,
    json_schema,
)

__all__ = [
    "OUTPUT_COLUMNS",
    "AntiTrait",
    "Belief",
    "Contrast",
    "Examined",
    "Instrument",
    "Item",
    "Profile",
    "Scale",
    "Trait",
    "Verdict",
    "examine",
    "favourable",
    "json_schema",
    "lint",
    "load",
    "shipped_profile",
]
