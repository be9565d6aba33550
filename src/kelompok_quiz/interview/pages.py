"""Screens of text: the opening, the pause, the overview, and questions with a few answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from kelompok_quiz.interview.canvas import (
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
from kelompok_quiz.profile import Profile
from kelompok_quiz.profile.sufficiency import fewest_to_verdict
from kelompok_quiz.sitting import Sitting
from kelompok_quiz.words import quiz as words

SECONDS_A_STATEMENT = 6
"""50 statements take about 5 minutes."""


@dataclass(frozen=True, slots=True)
class Page:
    """A title, what there is to say, and what can be chosen, if anything."""

    title: str
    texts: tuple[str, ...]
    options: tuple[str, ...] = ()


def opening(profile: Profile, kept: Sequence[str]) -> Page:
    """Return what a person should know before the first statement; `kept`: where answers stay."""
    count = len(profile.items)
    minutes = max(1, round(count * SECONDS_A_STATEMENT / 60))
    how = words.OPENING_HOW.format(statements=count, minutes=minutes)
    return Page(words.OPENING_TITLE, (words.OPENING_WHAT, how, *kept, words.NOT_A_TEST))


def halfway(sitting: Sitting) -> Page:
    """Return the pause in the middle."""
    numbers = {"done": sitting.position, "statements": len(sitting.order)}
    return Page(words.HALFWAY_TITLE, (words.HALFWAY.format(**numbers),))


def overview(profile: Profile, sitting: Sitting) -> Page:
    """Return what was answered and what was not; its options are the unanswered statements."""
    count = len(sitting.order)
    if not sitting.unanswered:
        return Page(words.OVERVIEW_TITLE, (words.ALL_ANSWERED.format(statements=count),))
    fewest = fewest_to_verdict(profile, sitting.answers)
    lacking = (words.NOT_ENOUGH.format(fewest=fewest),) if fewest else ()
    skipped = words.SOME_SKIPPED.format(answered=sitting.answered, statements=count)
    options = tuple(profile.find_item(item).text for item in sitting.unanswered)
    return Page(words.OVERVIEW_TITLE, (*lacking, skipped), options)


def found(sitting: Sitting, saved_at: datetime, now: datetime, days: int | None) -> Page:
    """Return the question whose session this is; nothing of its answers is shown.

    `days` is for how long a session that is put aside stays, None where it stays for good.
    """
    aside = words.FOUND_ASIDE_DAYS.format(days=days) if days else words.FOUND_ASIDE
    numbers = {"done": sitting.position, "statements": len(sitting.order)}
    text = words.FOUND.format(**numbers, when=when(saved_at, now))
    options = (words.FOUND_RESUME, words.FOUND_NEW, words.LEAVE)
    return Page(words.FOUND_TITLE, (text, aside, words.FOUND_WHOSE), options)


def unusable(reason: str, file: str) -> Page:
    """Return the question what to do about a session that nobody can go on with."""
    texts = (reason, words.UNUSABLE_FILE.format(file=file))
    return Page(words.UNUSABLE_TITLE, texts, (words.UNUSABLE_NEW, words.LEAVE))


def retake() -> Page:
    """Return the offer to answer again."""
    return Page(words.RETAKE_TITLE, (words.RETAKE,), (words.RETAKE_AGAIN, words.RETAKE_DONE))


def when(moment: datetime, now: datetime) -> str:
    """Return a time in the past in words, both with a time zone."""
    local, today = moment.astimezone(), now.astimezone().date()
    time = local.strftime("%H.%M")
    if local.date() == today:
        return words.TODAY.format(time=time)
    if local.date() == today - timedelta(days=1):
        return words.YESTERDAY.format(time=time)
    month = words.MONTHS[local.month - 1]
    return words.ON_DAY.format(day=local.day, month=month, year=local.year, time=time)


def draw_page(
    page: Page,
    canvas: Canvas,
    hints: Sequence[Hint],
    top: Sequence[Part],
    *,
    options: Sequence[Line] = (),
    scrolled: int = 0,
) -> Drawing:
    """Return a page: the rows above it, its texts, and what can be chosen as it is drawn."""
    parts = [*top, Part(Rank.TEXT, canvas.text(page.title, "class:statement"))]
    for text in page.texts:
        parts += [Part(Rank.GAP, [[]]), Part(Rank.TEXT, canvas.text(text))]
    parts += [Part(Rank.GAP, [[]] if options else []), Part(Rank.TEXT, options)]
    return arrange(parts, hints, canvas, scrolled)


def draw_question(page: Page, marked: int | None, canvas: Canvas, scrolled: int = 0) -> Drawing:
    """Return a page with its options numbered from 1, `marked` the one that Enter takes."""
    options = [
        line
        for number, label in enumerate(page.options, 1)
        for line in choice(str(number), label, canvas, marked=number == marked)
    ]
    digits = (f"1-{len(page.options)}", words.HINT_CHOOSE[1])
    hints = [digits, words.HINT_CHOOSE, words.HINT_LEAVE]
    top = [Part(Rank.TOP, [[]])]
    return draw_page(page, canvas, hints, top, options=options, scrolled=scrolled)


def draw_overview(
    profile: Profile, progress: Progress, canvas: Canvas, hints: Sequence[Hint], note: str = ""
) -> Drawing:
    """Return the overview: the way to the result, then every unanswered statement."""
    sitting = progress.sitting
    page = overview(profile, sitting)
    texts = (note, *page.texts) if note else page.texts
    top = standing_parts(profile, sitting, canvas)
    options = [
        *choice("", words.TO_RESULT, canvas, marked=progress.marked == 0),
        *_unanswered(page, progress, canvas),
    ]
    shown, scrolled = replace(page, texts=texts), progress.scrolled
    return draw_page(shown, canvas, hints, top, options=options, scrolled=scrolled)


def _unanswered(page: Page, progress: Progress, canvas: Canvas) -> list[Line]:
    """The statements to go back to, each under its place in the order."""
    if not page.options:
        return []
    order, unanswered = progress.sitting.order, progress.sitting.unanswered
    numbers = [str(order.index(item) + 1) for item in unanswered]
    width = max(map(len, numbers))
    lines: list[Line] = [[], *canvas.text(words.STILL_EMPTY)]
    for index, (number, label) in enumerate(zip(numbers, page.options, strict=True), 1):
        lines += choice(number.rjust(width), label, canvas, marked=progress.marked == index)
    return lines


def standing_parts(profile: Profile, sitting: Sitting, canvas: Canvas) -> list[Part]:
    """Return the rows above a page between statements: how many were dealt with."""
    done = sitting.position
    return progress_parts(profile.title, done, done, len(sitting.order), canvas)
