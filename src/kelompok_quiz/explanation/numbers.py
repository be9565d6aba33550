"""Numbers as people read them: half-up, decimal comma, never on the wrong side of a bound."""

from __future__ import annotations

from collections.abc import Sequence

from kelompok_quiz.profile.model import AntiTrait, Profile
from kelompok_quiz.result.batch import DECIMALS, READING_BOUNDS, STABILITY_BOUNDS, rounded
from kelompok_quiz.words.result import AND, LAST_AND

LOW, HIGH = READING_BOUNDS
MIDDLE = 1
"""The level of a score that is neither low nor high."""


def whole(value: float, floors: Sequence[float] = (), ceilings: Sequence[float] = ()) -> int:
    """Return a value 0..100 as a whole number on its own side of every bound."""
    return int(rounded(value, 0, floors=floors, ceilings=ceilings))


def shown_fit(profile: Profile, fit: float) -> int:
    """Return the fit as a whole number in its band."""
    return whole(fit, profile.inner_bounds)


def shown_score(profile: Profile, scale_id: str, score: float) -> int:
    """Return a scale score as a whole number on its side of the bounds its words depend on."""
    floors = [HIGH]
    if isinstance(profile.find_scale(scale_id), AntiTrait):
        floors.append(profile.rules.caution_from)
    return whole(score, floors, [LOW])


def level(score: float) -> int:
    """Return 0, 1 or 2 for a low, middle or high score."""
    compared = round(score, DECIMALS)
    return 2 if compared >= HIGH else 0 if compared <= LOW else MIDDLE


def stability_word(stability: float) -> str:
    """Return the key of the word for a stability."""
    border, stable = STABILITY_BOUNDS
    if stability >= stable:
        return "stable"
    return "shifting" if stability >= border else "border"


def percent(share: float) -> int:
    """Return a share 0..1 as whole hundredths on its own side of the stability bounds."""
    return int(rounded(share, 2, floors=STABILITY_BOUNDS))


def decimal(value: float, places: int = 2) -> str:
    """Return a number rounded half-up, with a decimal comma and without trailing zeros."""
    text = f"{int(rounded(value, places)) / 10**places:.{places}f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")


def thousands(value: int) -> str:
    """Return a whole number in groups of three: 1.048.576."""
    return f"{value:,}".replace(",", ".")


def join(labels: Sequence[str]) -> str:
    """Return labels as a list in running text: a dan b; a, b, dan c."""
    if len(labels) > 2:  # noqa: PLR2004 - the comma before the last belongs to longer lists
        return LAST_AND.join((", ".join(labels[:-1]), labels[-1]))
    return AND.join(labels)
