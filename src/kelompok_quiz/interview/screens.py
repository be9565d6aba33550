"""Which screen a moment of the run is, and what its keys are said to do."""

from __future__ import annotations

from kelompok_quiz.interview.canvas import Canvas, Drawing, Hint, Part, Rank
from kelompok_quiz.interview.pages import (
    Page,
    draw_overview,
    draw_page,
    halfway,
    standing_parts,
)
from kelompok_quiz.interview.run import Run
from kelompok_quiz.interview.state import Phase, Progress
from kelompok_quiz.interview.statement import draw_statement
from kelompok_quiz.profile import Profile
from kelompok_quiz.words import quiz as words


def draw(profile: Profile, run: Run, opening: Page, canvas: Canvas) -> Drawing:
    """Return the screen of this moment; it fits the canvas."""
    progress = run.progress
    hints = hints_for(progress, keeping=run.keeping)
    note = words.UNSAVED if run.unsaved else ""
    if progress.phase is Phase.OPENING:
        title = Part(Rank.HEADER, canvas.text(profile.title))
        top = [Part(Rank.TOP, [[]]), title, Part(Rank.GAP_ABOVE, [[]])]
        return draw_page(opening, canvas, hints, top, scrolled=progress.scrolled)
    if progress.phase is Phase.HALFWAY:
        pause = halfway(progress.sitting)
        top = standing_parts(profile, progress.sitting, canvas)
        return draw_page(pause, canvas, hints, top, scrolled=progress.scrolled)
    if progress.phase is Phase.OVERVIEW:
        return draw_overview(profile, progress, canvas, hints, note)
    return draw_statement(profile, progress, canvas, hints, note)


def hints_for(progress: Progress, *, keeping: bool) -> list[Hint]:
    """Return the keys that matter on this screen, the most needed first."""
    leave = words.HINT_SAVE if keeping else words.HINT_LEAVE
    if progress.phase is Phase.OPENING:
        return [words.HINT_START, words.HINT_LEAVE]
    if progress.phase is Phase.HALFWAY:
        return [words.HINT_GO_ON, words.HINT_BACK, leave]
    if progress.phase is Phase.OVERVIEW:
        return [words.HINT_CHOOSE, words.HINT_BACK, leave]
    key, label = words.HINT_ANSWER
    explain = words.HINT_HIDE if progress.explaining else words.HINT_EXPLAIN
    answer = (key.format(points=progress.points), label)
    return [answer, words.HINT_SKIP, words.HINT_BACK, explain, leave, words.HINT_CHOOSE]
