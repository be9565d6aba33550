"""Every sentence people read: those of `words`, a heading a module, and those of the profiles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

import msgspec

from kelompok_quiz import words
from kelompok_quiz.profile.model import Profile
from kelompok_quiz.words.problems import Wording

WORD = re.compile(r"[^\W\d_]{2,}")
FILLED_IN = re.compile(r"\{[^}]*\}")
NO_TEXT = {"schema", "id", "version", "kind", "source", "order", "all_anti_traits_verdict"}
"""Fields of a profile that programs read."""


def catalogue(profiles: Iterable[Profile]) -> dict[str, list[str]]:
    """Return the texts by heading, in the order of their modules and lines, each once."""
    seen: set[str] = set()
    found: dict[str, list[str]] = {}
    for name, heading in words.HEADINGS.items():
        found[heading] = list(_new(_constants(name), seen))
    found[words.PROFILE_HEADING] = list(_new(_texts(tuple(profiles)), seen))
    return found


def _new(texts: Iterable[str], seen: set[str]) -> Iterator[str]:
    for text in texts:
        if text not in seen:
            seen.add(text)
            yield text


def _constants(name: str) -> Iterator[str]:
    """Yield the texts of a module of `words`, or of a package and its modules."""
    module: ModuleType = import_module(f"{words.__name__}.{name}")
    yield from _texts([value for name, value in vars(module).items() if name.isupper()])
    for part in iter_modules(getattr(module, "__path__", ())):
        yield from _constants(f"{name}.{part.name}")


def _texts(value: object) -> Iterator[str]:
    """Yield every line with a word in it, of a string or of what a container holds."""
    if isinstance(value, str):
        lines = (line.strip() for line in value.splitlines())
        yield from (line for line in lines if WORD.search(FILLED_IN.sub(" ", line)))
        return
    parts: Iterable[object] = value if isinstance(value, tuple | list) else ()
    if isinstance(value, Wording):
        parts = value.message, value.remedy  # the severity is a code
    elif isinstance(value, Mapping):
        parts = value.values()  # keys are codes
    elif isinstance(value, msgspec.Struct):
        parts = [getattr(value, name) for name in value.__struct_fields__ if name not in NO_TEXT]
    for each in parts:
        yield from _texts(each)
