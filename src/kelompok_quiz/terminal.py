"""What the environment says about a terminal: whether colour is wanted, and whether bare lines."""

from __future__ import annotations

from collections.abc import Mapping

NEGATIONS = frozenset({"", "0", "false"})
"""What a variable says that stands there only to switch something off."""


def colour_wanted(environ: Mapping[str, str], *, terminal: bool) -> bool:
    """Return whether to colour; `terminal` is what to do where the environment says nothing.

    NO_COLOR (https://no-color.org) wins over everything, FORCE_COLOR (https://force-color.org)
    over CLICOLOR_FORCE and CLICOLOR (https://bixense.com/clicolors), and those over TERM. An
    empty variable says nothing.
    """
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR"):
        return _affirmed(environ, "FORCE_COLOR")
    if _affirmed(environ, "CLICOLOR_FORCE"):
        return True
    return terminal and environ.get("CLICOLOR") != "0" and not is_dumb(environ)


def linear_wanted(environ: Mapping[str, str]) -> bool:
    """Return whether to write plain labelled lines: for a screen reader or a dumb terminal."""
    return _affirmed(environ, "ACCESSIBLE") or is_dumb(environ)


def is_dumb(environ: Mapping[str, str]) -> bool:
    """Return whether the terminal understands no escape sequence."""
    return environ.get("TERM", "").lower() == "dumb"


def _affirmed(environ: Mapping[str, str], name: str) -> bool:
    return environ.get(name, "").strip().lower() not in NEGATIONS
