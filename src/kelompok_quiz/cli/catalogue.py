"""Every sentence a person can be shown, gathered from where it stands, to be read in one go.

Texts are strings in module-level constants and enumerations; nothing is listed by hand, so nothing
is forgotten.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType

import msgspec

import kelompok_quiz
from kelompok_quiz.profile import Profile

ROOT = f"{kelompok_quiz.__name__}."
PLACES = (
    ("Kuis", ("words.quiz", "interview", "cli.sitting")),
    ("Hasil", ("words.result",)),
    ("Kartu pekerjaan", ("words.job",)),
    ("Jejak hitungan", ("words.trail",)),
    ("Rekap", ("words.recap", "cli.recap")),
    ("Pemeriksaan", ("words.checking", "cli.checking", "columns")),
    (
        "Kesalahan dan perbaikannya",
        ("words.problems", "problems"),
    ),
    ("Bantuan", ("words.help", "cli")),
    (
        "Tabel dan ringkasan",
        ("words.tables", "screen", "writing", "cli.scoring_run", "cli.answer_notes"),
    ),
    ("Lain-lain", ("",)),
)
"""Where texts appear, and the rooms they stand in; the longest name that fits a module counts."""
PROFILE_PLACE = "Teks profil"
TEXT_MODULES = (
    *("words.quiz", "words.result", "words.trail", "words.job"),
    *("words.recap", "words.tables", "words.help"),
)
"""Modules that hold nothing but texts: there a single word is one too, elsewhere it is a code."""
STYLES = "screen.page"
"""The module whose strings no person reads, wherever else they are used: looks of a terminal."""

WORD = re.compile(r"[^\W\d_]{2,}")
FILLED_IN = re.compile(r"\{[^}]*\}")
NO_TEXT = {"schema", "id", "version", "kind", "source", "order", "all_anti_traits_verdict"}
"""Fields of a profile that programs read."""


def catalogue(profiles: Iterable[Profile]) -> dict[str, list[str]]:
    """Return the sentences by where they appear, each once, in the order of modules and lines."""
    found: dict[str, dict[str, None]] = {place: {} for place in (*dict(PLACES), PROFILE_PLACE)}
    for name, module in _modules():
        texts = dict.fromkeys(_constants(module))
        kept = (text for text in texts if name in TEXT_MODULES or is_sentence(text))
        found[place_of(name)] |= dict.fromkeys(kept)
    for profile in profiles:
        found[PROFILE_PLACE] |= dict.fromkeys(_texts(profile))
    return _each_once(found, but=_constants(import_module(ROOT + STYLES)))


def place_of(module: str) -> str:
    """Return where the texts of a module appear, by its name below the package."""
    fitting = (
        (len(room), place)
        for place, rooms in PLACES
        for room in rooms
        if f"{module}.".startswith(f"{room}." if room else "")
    )
    return max(fitting)[1]


def is_sentence(text: str) -> bool:
    """Whether a text has two words or more besides what is filled in."""
    return " " in text.strip() and len(WORD.findall(FILLED_IN.sub(" ", text))) > 1


def _modules() -> Iterator[tuple[str, ModuleType]]:
    for found in walk_packages(kelompok_quiz.__path__, ROOT):
        if not found.name.endswith("__main__"):
            yield found.name.removeprefix(ROOT), import_module(found.name)


def _constants(module: ModuleType) -> Iterator[str]:
    for name, value in vars(module).items():
        if name.isupper():
            yield from _texts(value)
        elif isinstance(value, type) and issubclass(value, StrEnum):
            yield from _texts(tuple(value))


def _texts(value: object) -> Iterator[str]:
    """Every line with a word in it, of a string or of what a container holds; keys are codes."""
    if isinstance(value, str):
        lines = (line.strip() for line in value.splitlines())
        yield from (line for line in lines if WORD.search(FILLED_IN.sub(" ", line)))
    for each in _parts(value):
        yield from _texts(each)


def _parts(value: object) -> Iterator[object]:
    if isinstance(value, Mapping):
        yield from value.values()
    elif isinstance(value, tuple | list):
        yield from value
    elif is_dataclass(value) and not isinstance(value, type):
        yield from (getattr(value, each.name) for each in fields(value))
    elif isinstance(value, msgspec.Struct):
        names = (name for name in value.__struct_fields__ if name not in NO_TEXT)
        yield from (getattr(value, name) for name in names)


def _each_once(found: Mapping[str, Mapping[str, None]], but: Iterable[str]) -> dict[str, list[str]]:
    """A text that several modules know stands where it appears first."""
    seen = set(but)
    once: dict[str, list[str]] = {}
    for place, texts in found.items():
        once[place] = [text for text in texts if text not in seen]
        seen.update(texts)
    return {place: texts for place, texts in once.items() if texts}
