"""The instrument as data: the frozen model, and YAML → profile or problems.

`profile.key` holds the same profile as arrays; it imports NumPy and is imported by the kernel only.
"""

from kelompok_quiz.profile.lint import lint
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
from kelompok_quiz.profile.ordering import draw_order
from kelompok_quiz.profile.responses import known_answers
from kelompok_quiz.profile.source import Document, Misread, Sort, read_document

__all__ = [
    "OUTPUT_COLUMNS",
    "AntiTrait",
    "Belief",
    "Contrast",
    "Document",
    "Examined",
    "Instrument",
    "Item",
    "Misread",
    "Profile",
    "Scale",
    "Sort",
    "Trait",
    "Verdict",
    "draw_order",
    "examine",
    "json_schema",
    "known_answers",
    "lint",
    "load",
    "read_document",
    "shipped_profile",
]
