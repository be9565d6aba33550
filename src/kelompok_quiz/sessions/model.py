"""A session file: what was dealt with so far, which statement was on screen, when it was saved."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

import msgspec

from kelompok_quiz.problems import Place, Problem
from kelompok_quiz.profile import Instrument, Profile
from kelompok_quiz.sitting import DECIMALS, Sitting

SCHEMA: Literal[1] = 1
YEARS = range(2000, 3000)
"""Not every system knows the local time of a moment far away from now."""


@dataclass(frozen=True, slots=True)
class Session:
    """A sitting that was left, and when; `saved_at` has a time zone."""

    sitting: Sitting
    saved_at: datetime


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The keys of a session file; `answers` has only what was dealt with, None where skipped."""

    session: Literal[1]
    profile: dict[str, str]
    answers: dict[str, int | None]
    order: tuple[str, ...]
    seconds: dict[str, float]
    seed: int | None
    position: int
    saved_at: datetime


def encode(instrument: Instrument, session: Session) -> str:
    """Return the text of a session file."""
    sitting = session.sitting
    file = _File(
        session=SCHEMA,
        profile=instrument.stamp,
        answers=dict(sitting.answers),
        order=sitting.order,
        seconds={item: round(spent, DECIMALS) for item, spent in sitting.seconds.items()},
        seed=sitting.seed,
        position=sitting.position,
        saved_at=session.saved_at,
    )
    return msgspec.json.encode(file).decode() + "\n"


def decode(text: bytes, instrument: Instrument, place: Place) -> Session | Problem:
    """Return what a session file holds, or why nobody can go on with it by this instrument."""
    try:
        file = msgspec.json.decode(text, type=_File)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return Problem("session_corrupt", place)
    if file.profile != instrument.stamp:
        return Problem("session_of_other_profile", place, {"value": file.profile.get("version")})
    if not _is_sound(file, instrument.profile):
        return Problem("session_corrupt", place)
    sitting = Sitting(file.order, file.answers, file.seconds, file.position, file.seed)
    return Session(sitting, file.saved_at)


def _is_sound(file: _File, profile: Profile) -> bool:
    """Whether the parts fit the profile and each other."""
    items = {item.id for item in profile.items}
    return (
        len(file.order) == len(items)
        and set(file.order) == items
        and file.answers.keys() <= items
        and file.seconds.keys() <= items
        and all(a is None or 1 <= a <= profile.points for a in file.answers.values())
        and all(math.isfinite(spent) and spent >= 0 for spent in file.seconds.values())
        and 0 <= file.position <= len(items)
        and file.saved_at.tzinfo is not None
        and file.saved_at.year in YEARS
    )
