"""A moment of the run → styled text that fits a terminal of any size.

Nothing of the profile is interpreted: texts are put beside a style, never parsed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeAlias

from kelompok_quiz.interview import words
from kelompok_quiz.interview.state import Progress
from kelompok_quiz.interview.wrapping import Measure, pack, shorten, wrap
from kelompok_quiz.profile import Profile

Fragment: TypeAlias = tuple[str, str]
Line: TypeAlias = list[Fragment]
"""Fragments of one row: a style, a text."""

CURSOR: Fragment = ("[SetCursorPosition]", "")
"""Where the real cursor stands: Braille displays and magnifiers follow it."""
WIDEST_COLUMN = 72
NARROW = 32
"""Cells below which a margin would cost more than it gives."""
SECONDS_A_STATEMENT = 6
"""50 statements take about 5 minutes."""
GAP = "   "


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The signs that depend on what the terminal's encoding can write."""

    done: str
    ahead: str
    pointer: str
    more: str
    hints: tuple[str, ...]


DRAWN = Glyphs(done="━", ahead="─", pointer="›", more="…", hints=words.HINTS)
PLAIN = Glyphs(done="=", ahead="-", pointer=">", more="...", hints=words.PLAIN_HINTS)


def glyphs_for(encoding: str) -> Glyphs:
    """Return the signs for an output encoding; plain ASCII where it cannot write the others."""
    drawn = (DRAWN.done, DRAWN.ahead, DRAWN.pointer, DRAWN.more, *DRAWN.hints)
    try:
        "".join(drawn).encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return PLAIN
    return DRAWN


@dataclass(frozen=True, slots=True)
class Canvas:
    """What there is to draw on, in cells."""

    width: int
    height: int
    measure: Measure
    glyphs: Glyphs

    @property
    def margin(self) -> int:
        """Cells left free on either side."""
        return 2 if self.width >= NARROW else 0

    @property
    def column(self) -> int:
        """The widest line of text."""
        return min(self.width - 2 * self.margin, WIDEST_COLUMN)

    def wrap(self, text: str, indent: int = 0) -> list[str]:
        """Return the text in lines of the column, less an indent."""
        return wrap(text, max(self.column - indent, 1), self.measure)


class Rank(IntEnum):
    """What gives way when the window is low: the first goes first, `KEPT` never."""

    TOP = 0
    PADDING = 1
    GAP_BELOW = 2
    GAP_ABOVE = 3
    GAP = 4
    OPENING = 5
    MORE_HINTS = 6
    NOTE = 7
    BAR = 8
    HEADER = 9
    KEPT = 10


@dataclass(frozen=True, slots=True)
class Part:
    """Rows that stay or go together."""

    rank: Rank
    lines: Sequence[Line]


def compose(profile: Profile, progress: Progress, canvas: Canvas) -> list[Fragment]:
    """Return the screen as fragments, rows parted by newlines; none wider or more than fit.

    Low windows lose what is not needed, last of all responses and the statement's end.
    """
    hints = _hints(progress, canvas)
    statement = canvas.wrap(profile.items[progress.position].text)
    note = _note(progress)
    padding = _tallest(profile, canvas) - len(statement) - len(note)
    choices = _choices(profile.responses, progress, canvas)
    parts = [
        Part(Rank.TOP, [[]]),
        Part(Rank.HEADER, [_header(profile.title, progress, canvas)]),
        Part(Rank.BAR, [_bar(progress, canvas)]),
        Part(Rank.GAP_ABOVE, [[]]),
        *_opening(progress, canvas),
        Part(Rank.KEPT, _statement(statement, progress)),
        Part(Rank.NOTE, note),
        Part(Rank.PADDING, [[]] * padding),
        Part(Rank.GAP, [[]]),
        Part(Rank.KEPT, choices),
        Part(Rank.GAP_BELOW, [[]]),
        Part(Rank.KEPT, hints[:1]),
        Part(Rank.MORE_HINTS, hints[1:]),
    ]
    lines = _fit(parts, canvas.height)
    if len(lines) > canvas.height:
        lines = _squeeze(statement, choices, hints[0], progress, canvas)
    return _joined(lines, canvas.margin)


def _header(title: str, progress: Progress, canvas: Canvas) -> Line:
    count = f"{progress.position + 1}/{len(progress.items)}"
    name = canvas.wrap(title)
    room = canvas.column - canvas.measure(name[0] + GAP + count)
    if len(name) > 1 or room < 0:
        return [("class:count", count)]
    return [("class:title", name[0] + GAP + " " * room), ("class:count", count)]


def _bar(progress: Progress, canvas: Canvas) -> Line:
    done = canvas.column * progress.position // len(progress.items)
    ahead = canvas.glyphs.ahead * (canvas.column - done)
    return [("class:done", canvas.glyphs.done * done), ("class:ahead", ahead)]


def _opening(progress: Progress, canvas: Canvas) -> list[Part]:
    if progress.position:
        return []
    count = len(progress.items)
    minutes = max(1, round(count * SECONDS_A_STATEMENT / 60))
    text = words.OPENING.format(statements=count, minutes=minutes)
    lines = [[("class:opening", line)] for line in canvas.wrap(text)]
    return [Part(Rank.OPENING, lines), Part(Rank.GAP_ABOVE, [[]])]


def _statement(lines: Iterable[str], progress: Progress) -> list[Line]:
    rows: list[Line] = [[("class:statement", line)] for line in lines]
    return rows if progress.chosen else [[CURSOR, *rows[0]], *rows[1:]]


def _note(progress: Progress) -> list[Line]:
    return [[("class:note", words.SKIPPED)]] if progress.skipped else []


def _tallest(profile: Profile, canvas: Canvas) -> int:
    return max(len(canvas.wrap(item.text)) for item in profile.items)


def _choices(labels: Sequence[str], progress: Progress, canvas: Canvas) -> list[Line]:
    return [
        line
        for response, label in enumerate(labels, 1)
        for line in _choice(response, label, progress, canvas)
    ]


def _choice(response: int, label: str, progress: Progress, canvas: Canvas) -> list[Line]:
    chosen = response == progress.chosen
    pointer = canvas.glyphs.pointer if chosen else " "
    indent = len(f"{pointer} {response}  ")
    first, *rest = canvas.wrap(label, indent)
    style = "class:chosen" if chosen else "class:choice"
    marker: Line = [("class:pointer", f"{pointer} "), ("class:digit", f"{response}  ")]
    line = [*marker, (style, first)]
    if response == progress.earlier and not rest:
        line += _earlier(canvas.column - indent - canvas.measure(first), canvas)
    return [[CURSOR, *line] if chosen else line, *([(style, " " * indent + row)] for row in rest)]


def _earlier(room: int, canvas: Canvas) -> Line:
    mark = f"  {words.EARLIER}"
    return [("class:note", mark)] if canvas.measure(mark) <= room else []


def _hints(progress: Progress, canvas: Canvas) -> list[Line]:
    hints = [hint.format(points=progress.points) for hint in canvas.glyphs.hints]
    lines = pack(hints, GAP, canvas.column, canvas.measure)
    return [[("class:hint", line)] for line in lines]


def _fit(parts: Sequence[Part], height: int) -> list[Line]:
    needed = next((rank for rank in Rank if _rows(parts, rank) <= height), Rank.KEPT)
    return [line for part in parts if part.rank >= needed for line in part.lines]


def _rows(parts: Sequence[Part], least: Rank) -> int:
    return sum(len(part.lines) for part in parts if part.rank >= least)


def _squeeze(
    statement: Sequence[str],
    choices: Sequence[Line],
    hint: Line,
    progress: Progress,
    canvas: Canvas,
) -> list[Line]:
    """Return the statement's start, the responses around the marked one, and the keys."""
    body = max(canvas.height - 1, 1)
    wanted = max(body - len(statement), 1 if progress.chosen else 0)
    seen = min(wanted, body - 1)
    text = shorten(statement, body - seen, canvas.column, canvas.glyphs.more, canvas.measure)
    marked = next((i for i, line in enumerate(choices) if CURSOR in line), 0)
    start = min(marked, len(choices) - seen)
    lines = [*_statement(text, progress), *choices[start : start + seen], hint]
    return lines[: canvas.height]


def _joined(lines: Sequence[Line], margin: int) -> list[Fragment]:
    fragments: list[Fragment] = []
    for line in lines:
        indent = " " * margin if line else ""
        fragments += [("", indent), *line, ("", "\n")]
    return fragments[:-1]
