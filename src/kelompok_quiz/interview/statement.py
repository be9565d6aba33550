"""The screen of a statement: its text, the responses, what the keys do."""

from __future__ import annotations

from collections.abc import Sequence

from kelompok_quiz.interview.canvas import (
    CURSOR,
    Canvas,
    Drawing,
    Hint,
    Line,
    Part,
    Rank,
    arrange,
    choice,
    progress_parts,
)
from kelompok_quiz.interview.state import Progress
from kelompok_quiz.interview.wrapping import shorten
from kelompok_quiz.profile import Profile
from kelompok_quiz.words import quiz as words


def draw_statement(
    profile: Profile, progress: Progress, canvas: Canvas, hints: Sequence[Hint], note: str = ""
) -> Drawing:
    """Return the screen of the statement that the progress is at; `note` tells of a trouble.

    Statements of any length leave the responses where they were, so that the eye can rest.
    """
    statement = canvas.wrap(profile.find_item(progress.item).text)
    explained = _explained(profile, progress, canvas)
    notes = _notes(progress, note, canvas)
    choices = _choices(profile.responses, progress, canvas)
    padding = max(_tallest(profile, canvas) - len(statement) - len(notes) - len(explained), 0)
    done, whole = progress.sitting.position, len(progress.sitting.order)
    parts = [
        *progress_parts(profile.title, done + 1, done, whole, canvas),
        Part(Rank.TEXT, _statement(statement, progress)),
        Part(Rank.TEXT, explained),
        Part(Rank.NOTE, notes),
        Part(Rank.PADDING, [[]] * padding),
        Part(Rank.GAP, [[]]),
        Part(Rank.TEXT, choices),
    ]

    def squeeze(rows: int) -> list[Line]:
        return _squeezed(statement, choices, rows, progress, canvas)

    first = None if progress.explaining else squeeze
    return arrange(parts, hints, canvas, progress.scrolled, first)


def _statement(lines: Sequence[str], progress: Progress) -> list[Line]:
    rows: list[Line] = [[("class:statement", line)] for line in lines]
    return rows if progress.marked else [[CURSOR, *rows[0]], *rows[1:]]


def _explained(profile: Profile, progress: Progress, canvas: Canvas) -> list[Line]:
    """What the statement means, where that is asked for, and how to choose."""
    if not progress.explaining:
        return []
    meaning = profile.find_item(progress.item).meaning
    texts = [meaning, words.EXPLAINED] if meaning else [words.EXPLAINED]
    return [[], *(line for text in texts for line in canvas.text(text, "class:note"))]


def _notes(progress: Progress, note: str, canvas: Canvas) -> list[Line]:
    texts = [words.SKIPPED] * progress.skipped + [note] * bool(note)
    return [line for text in texts for line in canvas.text(text, "class:note")]


def _tallest(profile: Profile, canvas: Canvas) -> int:
    return max(len(canvas.wrap(item.text)) for item in profile.items)


def _choices(labels: Sequence[str], progress: Progress, canvas: Canvas) -> list[Line]:
    return [
        line
        for response, label in enumerate(labels, 1)
        for line in _response(response, label, progress, canvas)
    ]


def _response(response: int, label: str, progress: Progress, canvas: Canvas) -> list[Line]:
    lines = choice(str(response), label, canvas, marked=response == progress.marked)
    mark = f"  {words.EARLIER}"
    used = sum(canvas.measure(text) for _, text in lines[-1])
    if response == progress.earlier and canvas.measure(mark) <= canvas.column - used:
        lines[-1] = [*lines[-1], ("class:note", mark)]
    return lines


def _squeezed(
    statement: Sequence[str],
    choices: Sequence[Line],
    rows: int,
    progress: Progress,
    canvas: Canvas,
) -> list[Line]:
    """Return the statement's start and the responses around the marked one."""
    wanted = max(rows - len(statement), 1 if progress.marked else 0)
    seen = min(wanted, rows - 1)
    text = shorten(statement, rows - seen, canvas.column, canvas.glyphs.more, canvas.measure)
    marked = next((i for i, line in enumerate(choices) if CURSOR in line), 0)
    start = min(marked, len(choices) - seen)
    return [*_statement(text, progress), *choices[start : start + seen]]
