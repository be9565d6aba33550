"""Screens that were read and approved, in `screens/*.txt`.

`REFRESH_SCREENS=1 pytest …` writes them anew, but never in CI; read the difference before it is
committed.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

SCREENS = Path(__file__).parents[1] / "screens"
REFRESH = bool(os.environ.get("REFRESH_SCREENS")) and not os.environ.get("CI")
QUIZ = "kuis_"
"""How the screens of the interactive quiz are named; all others are those of commands."""


def compare(lines: Sequence[str], name: str) -> None:
    """Compare lines with a stored screen, or store them."""
    path = SCREENS / f"{name}.txt"
    if REFRESH:
        path.write_text("\n".join([*lines, ""]), "utf-8")
    assert list(lines) == path.read_text("utf-8").splitlines()
