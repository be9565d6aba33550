"""The shape of one problem's wording."""

from __future__ import annotations

from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]


class Wording(NamedTuple):
    """The two sentences of a problem, and whether it forbids use or only weakens."""

    message: str
    remedy: str
    severity: Severity = "error"


def warning(message: str, remedy: str) -> Wording:
    """Return the wording of something that weakens a profile without forbidding its use."""
    return Wording(message, remedy, "warning")
