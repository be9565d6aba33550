"""A profile file, or the shipped one → a frozen `Profile`, or every error in it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kelompok_quiz.problems import Problem, ProfileInvalid, missing
from kelompok_quiz.profile.consistency import check
from kelompok_quiz.profile.document import Document, read_document
from kelompok_quiz.profile.model import Profile
from kelompok_quiz.profile.shape import convert

PACKAGED = Path(__file__).parents[1] / "data" / "konsultan.yaml"
CHECKOUT = Path(__file__).parents[3] / "data" / "konsultan.yaml"


@dataclass(frozen=True, slots=True)
class Instrument:
    """A profile with the fingerprint of the file it came from."""

    profile: Profile
    sha256: str

    @property
    def stamp(self) -> dict[str, str]:
        """Id, version and fingerprint, as written into every file made with the instrument."""
        return {"id": self.profile.id, "version": self.profile.version, "sha256": self.sha256}


@dataclass(frozen=True, slots=True)
class Examined:
    """A profile file as read: its problems, and the instrument if none of them is an error."""

    document: Document
    instrument: Instrument | None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every problem, in the order of the file."""
        problems = self.document.problems
        return tuple(sorted(problems, key=lambda p: (p.place.line or 0, p.place.column or 0)))


def shipped_profile() -> Path:
    """Return the path of the shipped profile: in the wheel, or in a checkout."""
    return PACKAGED if PACKAGED.exists() else CHECKOUT


def examine(path: Path) -> Examined:
    """Look for every error in a profile file; raise `InputMissing` if it cannot be opened."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise missing(path, error) from error
    document = read_document(data, str(path))
    if document.tree is None:
        return Examined(document, None)
    # Both read the tree, so that an error of one kind hides none of the other.
    profile = convert(document)
    check(document)
    if profile is None or document.problems:
        return Examined(document, None)
    return Examined(document, Instrument(profile, fingerprint(document.tree)))


def load(path: Path | None = None) -> Instrument:
    """Return the instrument in a file, by default the shipped one.

    Raise `ProfileInvalid` with every error, or `InputMissing` if it cannot be opened.
    """
    examined = examine(path or shipped_profile())
    if examined.instrument is None:
        raise ProfileInvalid(examined.problems)
    return examined.instrument


def fingerprint(tree: Any) -> str:
    """Return the SHA-256 of a parsed profile; comments, layout and line ends do not matter."""
    canonical = json.dumps(tree, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
