"""The one hand that draws every screen: three styles, and glyphs for two kinds of terminals.

Colour only adds: whatever it tells is told by a word, a glyph or a place as well.
"""

from __future__ import annotations

from dataclasses import dataclass

from kelompok_quiz.text import PLAIN

STRONG = "bold"
ACCENT = "color(30)"
"""A teal with a contrast of more than 4:1 against black and against white."""
STRONG_ACCENT = f"{STRONG} {ACCENT}"
QUIET = "dim"


@dataclass(frozen=True, slots=True)
class Glyphs:
    """What is drawn with; every glyph is one cell wide."""

    edge: str
    """Stands before the lines of a headline."""
    rule: str
    filled: str
    """The part of a bar that lies below the error's range."""
    range: str
    point: str
    track: str
    bound: str
    """Where one band of the scale ends and the next begins."""
    crossed: str
    """The same within the error's range."""
    bullet: str
    notice: str
    here: str
    dash: str
    ellipsis: str


DRAWN = Glyphs("▌", "─", "━", "╍", "●", "─", "┼", "┿", "•", "!", "›", "–", "…")
TYPED = Glyphs("|", "-", "=", "~", "o", ".", "|", "|", "-", "!", ">", "-", "~")

SPELLED = PLAIN | {ord("√"): "akar "}
"""Our signs for a terminal that lacks them; in a formula a word needs its space."""
