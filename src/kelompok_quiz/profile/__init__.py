"""The instrument as data: the frozen model, and YAML → profile or problems.

`profile.key` holds the same profile as arrays; it imports NumPy and is imported by the kernel only.
"""

from kelompok_quiz.profile.document import Document, DocumentKind, ForeignScalar, read_document
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
    json_schema,
    known_answers,
)
from kelompok_quiz.profile.order import draw_order

__all__ = [
    "OUTPUT_COLUMNS",
    "AntiTrait",
    "Belief",
    "Contrast",
    "Document",
    "DocumentKind",
    "Examined",
    "ForeignScalar",
    "Instrument",
    "Item",
    "Profile",
    "Scale",
    "Trait",
    "draw_order",
    "examine",
    "json_schema",
    "known_answers",
    "lint",
    "load",
    "read_document",
    "shipped_profile",
]
