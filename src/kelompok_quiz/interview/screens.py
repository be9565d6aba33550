"""The screens of the quiz: a state drawn on a canvas that it always fits."""

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
    shorten,
)
from kelompok_quiz.interview.pages import Page, halfway, overview, tasks
from kelompok_quiz.interview.quiz import Quiz
from kelompok_quiz.interview.state import Phase, QuizState
from kelompok_quiz.profile.model import Profile
from kelompok_quiz.words import quiz as words


def draw(profile: Profile, quiz: Quiz, opening: Page, canvas: Canvas) -> Drawing:
    """Return the screen of the present state."""
    state = quiz.state
    hints = _hints(state, can_save=quiz.can_save)
    note = words.UNSAVED if quiz.unsaved else ""
    if state.phase is Phase.OPENING:
        top = [Part(Rank.TOP, [[]])]
        return _draw_page(opening, canvas, hints, top, scrolled=state.scrolled)
    if state.phase is Phase.TASKS:
        title = Part(Rank.HEADER, canvas.text(profile.title))
        top = [Part(Rank.TOP, [[]]), title, Part(Rank.GAP_ABOVE, [[]])]
        return _draw_page(tasks(profile), canvas, hints, top, scrolled=state.scrolled)
    if state.phase is Phase.HALFWAY:
        top = _progress(profile, state, canvas)
        return _draw_page(halfway(state.sitting), canvas, hints, top, scrolled=state.scrolled)
    if state.phase is Phase.OVERVIEW:
        return _draw_overview(profile, state, canvas, hints, note)
    return _draw_statement(profile, state, canvas, hints, note)


def draw_question(page: Page, marked: int | None, canvas: Canvas, scrolled: int = 0) -> Drawing:
    """Return a page with its options numbered from 1; Enter takes the marked one."""
    options = [
        line
        for number, label in enumerate(page.options, 1)
        for line in choice(str(number), label, canvas, marked=number == marked)
    ]
    digits = (f"1-{len(page.options)}", words.HINT_CHOOSE[1])
    hints = [digits, words.HINT_CHOOSE, words.HINT_LEAVE]
    top = [Part(Rank.TOP, [[]])]
    return _draw_page(page, canvas, hints, top, options=options, scrolled=scrolled)


def _hints(state: QuizState, *, can_save: bool) -> list[Hint]:
    """Return the keys of this screen, the most needed first."""
    leave = words.HINT_SAVE if can_save else words.HINT_LEAVE
    if state.phase is Phase.OPENING:
        return [words.HINT_GO_ON, words.HINT_LEAVE]
    if state.phase is Phase.TASKS:
        return [words.HINT_START, words.HINT_BACK, words.HINT_LEAVE]
    if state.phase is Phase.HALFWAY:
        return [words.HINT_GO_ON, words.HINT_BACK, leave]
    if state.phase is Phase.OVERVIEW:
        return [words.HINT_CHOOSE, words.HINT_BACK, leave]
    key, label = words.HINT_ANSWER
    explain = words.HINT_HIDE if state.explaining else words.HINT_EXPLAIN
    answer = (key.format(points=state.points), label)
    return [answer, words.HINT_SKIP, words.HINT_BACK, explain, leave, words.HINT_CHOOSE]


def _draw_page(
    page: Page,
    canvas: Canvas,
    hints: Sequence[Hint],
    top: Sequence[Part],
    *,
    note: str = "",
    options: Sequence[Line] = (),
    scrolled: int = 0,
) -> Drawing:
    """Return a page: the parts above it, its texts after the note, and the options as drawn."""
    parts = [*top, Part(Rank.TEXT, canvas.text(page.title, "class:statement"))]
    entries = [line for entry in page.entries for line in canvas.entry(*entry)]
    parts += [Part(Rank.GAP, [[]] if entries else []), Part(Rank.TEXT, entries)]
    for text in (note, *page.texts) if note else page.texts:
        parts += [Part(Rank.GAP, [[]]), Part(Rank.TEXT, canvas.text(text))]
    parts += [Part(Rank.GAP, [[]] if options else []), Part(Rank.TEXT, options)]
    return arrange(parts, hints, canvas, scrolled)


def _draw_overview(
    profile: Profile, state: QuizState, canvas: Canvas, hints: Sequence[Hint], note: str
) -> Drawing:
    sitting = state.sitting
    page = overview(profile, sitting)
    options = choice("", words.TO_RESULT, canvas, marked=state.marked == 0)
    if page.options:
        options += [[], *canvas.text(words.STILL_EMPTY)]
        numbers = [str(sitting.order.index(item) + 1) for item in sitting.unanswered]
        width = max(map(len, numbers))
        for index, (number, label) in enumerate(zip(numbers, page.options, strict=True), 1):
            options += choice(number.rjust(width), label, canvas, marked=state.marked == index)
    top = _progress(profile, state, canvas)
    return _draw_page(page, canvas, hints, top, note=note, options=options, scrolled=state.scrolled)


def _progress(profile: Profile, state: QuizState, canvas: Canvas) -> list[Part]:
    done = state.sitting.position
    return progress_parts(profile.title, done, done, len(state.sitting.order), canvas)


def _draw_statement(
    profile: Profile, state: QuizState, canvas: Canvas, hints: Sequence[Hint], note: str
) -> Drawing:
    """Return a statement and its responses, which stay on the same rows for texts of any length."""
    statement = canvas.wrap(profile.find_item(state.item).text)
    meaning = _meaning(profile, state, canvas)
    notes = (words.SKIPPED if state.skipped else "", note)
    note_lines = [line for text in notes if text for line in canvas.text(text, "class:note")]
    choices = [
        line
        for response, label in enumerate(profile.responses, 1)
        for line in _response(response, label, state, canvas)
    ]
    tallest = max(len(canvas.wrap(item.text)) for item in profile.items)
    padding = max(tallest - len(statement) - len(note_lines) - len(meaning), 0)
    done, total = state.sitting.position, len(state.sitting.order)
    parts = [
        *progress_parts(profile.title, done + 1, done, total, canvas),
        Part(Rank.TEXT, _statement_lines(statement, state)),
        Part(Rank.TEXT, meaning),
        Part(Rank.NOTE, note_lines),
        Part(Rank.PADDING, [[]] * padding),
        Part(Rank.GAP, [[]]),
        Part(Rank.TEXT, choices),
    ]

    def squeeze(rows: int) -> list[Line]:
        return _squeezed(statement, choices, rows, state, canvas)

    # What a person asked to have explained is worth more than seeing all responses at once.
    return arrange(parts, hints, canvas, state.scrolled, None if state.explaining else squeeze)


def _statement_lines(lines: Sequence[str], state: QuizState) -> list[Line]:
    rows: list[Line] = [[("class:statement", line)] for line in lines]
    return rows if state.marked else [[CURSOR, *rows[0]], *rows[1:]]


def _meaning(profile: Profile, state: QuizState, canvas: Canvas) -> list[Line]:
    """Return the explanation, if it was asked for: the statement's meaning, how to choose."""
    if not state.explaining:
        return []
    meaning = profile.find_item(state.item).meaning
    texts = [meaning, words.EXPLAINED] if meaning else [words.EXPLAINED]
    return [[], *(line for text in texts for line in canvas.text(text, "class:note"))]


def _response(response: int, label: str, state: QuizState, canvas: Canvas) -> list[Line]:
    lines = choice(str(response), label, canvas, marked=response == state.marked)
    note = f"  {words.EARLIER}"
    used = canvas.cells(lines[-1])
    if response == state.earlier and canvas.measure(note) <= canvas.column - used:
        lines[-1] = [*lines[-1], ("class:note", note)]
    return lines


def _squeezed(
    statement: Sequence[str],
    choices: Sequence[Line],
    rows: int,
    state: QuizState,
    canvas: Canvas,
) -> list[Line]:
    """Return as much of the statement as leaves room for the marked response, and those around."""
    wanted = max(rows - len(statement), 1 if state.marked else 0)
    shown = min(wanted, rows - 1)
    text = shorten(statement, rows - shown, canvas)
    marked = next((i for i, line in enumerate(choices) if CURSOR in line), 0)
    start = min(marked, len(choices) - shown)
    return [*_statement_lines(text, state), *choices[start : start + shown]]
