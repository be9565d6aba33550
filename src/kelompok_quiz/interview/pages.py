"""What the pages between the statements say, on a screen and line by line alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from kelompok_quiz.profile.model import Profile
from kelompok_quiz.profile.sufficiency import fewest_to_verdict
from kelompok_quiz.sitting import Sitting
from kelompok_quiz.words import job
from kelompok_quiz.words import quiz as words

SECONDS_PER_STATEMENT = 6
"""50 statements take about 5 minutes."""


@dataclass(frozen=True, slots=True)
class Page:
    """A title, paragraphs, and the options to choose from, if any.

    `entries` come between title and paragraphs, each a label with its text.
    """

    title: str
    texts: tuple[str, ...]
    options: tuple[str, ...] = ()
    entries: tuple[tuple[str, str], ...] = ()


def opening(profile: Profile, kept: Sequence[str]) -> Page:
    """Return what the job and the quiz are; `kept` says where answers stay."""
    count = len(profile.items)
    minutes = max(1, round(count * SECONDS_PER_STATEMENT / 60))
    about = words.OPENING.format(statements=count, minutes=minutes)
    return Page(profile.title, (profile.summary, about, *kept, words.NOT_A_TEST))


def tasks(profile: Profile) -> Page:
    """Return what the work consists of and how to answer: the page before the first statement."""
    entries = tuple((task.label, task.text) for task in profile.tasks)
    return Page(job.TITLES["tasks"], (words.HOW_TO_ANSWER,), entries=entries)


def halfway(sitting: Sitting) -> Page:
    """Return the break in the middle."""
    numbers = {"done": sitting.position, "statements": len(sitting.order)}
    return Page(words.HALFWAY_TITLE, (words.HALFWAY.format(**numbers),))


def overview(profile: Profile, sitting: Sitting) -> Page:
    """Return how much was answered; the options are the unanswered statements."""
    count = len(sitting.order)
    if not sitting.unanswered:
        return Page(words.OVERVIEW_TITLE, (words.ALL_ANSWERED.format(statements=count),))
    fewest = fewest_to_verdict(profile, sitting.answers)
    lacking = (words.NOT_ENOUGH.format(fewest=fewest),) if fewest else ()
    skipped = words.SOME_SKIPPED.format(answered=sitting.answered, statements=count)
    options = tuple(profile.find_item(item).text for item in sitting.unanswered)
    return Page(words.OVERVIEW_TITLE, (*lacking, skipped), options)


def found(sitting: Sitting, saved_at: datetime, now: datetime, days: int | None) -> Page:
    """Return the question whose session this is, without any of its answers.

    `days` is how long a session put aside is kept, None if for good.
    """
    aside = words.FOUND_ASIDE_DAYS.format(days=days) if days else words.FOUND_ASIDE
    numbers = {"done": sitting.position, "statements": len(sitting.order)}
    text = words.FOUND.format(**numbers, when=when(saved_at, now))
    options = (words.FOUND_RESUME, words.FOUND_NEW, words.LEAVE)
    return Page(words.FOUND_TITLE, (text, aside, words.FOUND_WHOSE), options)


def unusable(reason: str, file: str) -> Page:
    """Return the question what to do about a session that cannot be resumed."""
    texts = (reason, words.UNUSABLE_FILE.format(file=file))
    return Page(words.UNUSABLE_TITLE, texts, (words.UNUSABLE_NEW, words.LEAVE))


def retake() -> Page:
    """Return the offer to answer again."""
    return Page(words.RETAKE_TITLE, (words.RETAKE,), (words.RETAKE_AGAIN, words.RETAKE_DONE))


def when(moment: datetime, now: datetime) -> str:
    """Return a past moment in words, in local time; both arguments have a time zone."""
    local, today = moment.astimezone(), now.astimezone().date()
    time = local.strftime("%H.%M")
    if local.date() == today:
        return words.TODAY.format(time=time)
    if local.date() == today - timedelta(days=1):
        return words.YESTERDAY.format(time=time)
    month = words.MONTHS[local.month - 1]
    return words.ON_DAY.format(day=local.day, month=month, year=local.year, time=time)
