from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from kelompok_quiz.interview import pages
from kelompok_quiz.interview.pages import Page
from kelompok_quiz.profile.sufficiency import fewest_to_verdict
from kelompok_quiz.sitting import Sitting
from kelompok_quiz.words import quiz as words
from support.quiz import KEPT, SHIPPED, small, unbegun, walked


def test_the_opening_says_what_the_job_is_how_long_it_takes_and_where_answers_stay() -> None:
    about = words.OPENING.format(statements=50, minutes=5)
    assert pages.opening(SHIPPED, KEPT) == Page(
        SHIPPED.title, (SHIPPED.summary, about, *KEPT, words.NOT_A_TEST)
    )


def test_even_one_statement_takes_a_minute() -> None:
    about = words.OPENING.format(statements=1, minutes=1)
    assert about in pages.opening(small("Saya."), KEPT).texts


def test_the_page_before_the_first_statement_lists_the_tasks_and_says_how_to_answer() -> None:
    page = pages.tasks(SHIPPED)
    assert page.entries == tuple((task.label, task.text) for task in SHIPPED.tasks)
    assert page.texts == (words.HOW_TO_ANSWER,)


def test_the_overview_says_that_all_is_answered() -> None:
    page = pages.overview(small(), walked("345").sitting)
    assert page == Page(words.OVERVIEW_TITLE, (words.ALL_ANSWERED.format(statements=3),))


def test_the_overview_lists_what_is_unanswered_as_presented() -> None:
    profile = small()
    page = pages.overview(profile, walked("040").sitting)
    assert page.options == (profile.items[0].text, profile.items[2].text)


def test_the_overview_says_how_many_answers_a_verdict_lacks() -> None:
    sitting = Sitting(SHIPPED.order, dict.fromkeys(SHIPPED.order), position=50)
    fewest = fewest_to_verdict(SHIPPED, sitting.answers)
    assert words.NOT_ENOUGH.format(fewest=fewest) in pages.overview(SHIPPED, sitting).texts


def test_with_enough_answers_nothing_is_said_of_a_verdict() -> None:
    answers = dict.fromkeys(SHIPPED.order, 3) | {SHIPPED.order[0]: None}
    page = pages.overview(SHIPPED, Sitting(SHIPPED.order, answers, position=50))
    assert page.texts == (words.SOME_SKIPPED.format(answered=49, statements=50),)


def test_a_found_session_shows_no_answer() -> None:
    moment = datetime(2026, 3, 1, 8, 30, tzinfo=timezone.utc)  # noqa: UP017
    page = pages.found(walked("45").sitting, moment, moment, 30)
    texts = " ".join((page.title, *page.texts))
    assert "2 dari 3" in texts
    assert not any(label in texts for label in SHIPPED.responses)


def test_only_what_is_removed_some_day_is_said_to_be() -> None:
    moment = datetime(2026, 3, 1, 8, 30, tzinfo=timezone.utc)  # noqa: UP017
    own = pages.found(unbegun(), moment, moment, 30).texts
    named = pages.found(unbegun(), moment, moment, None).texts
    assert words.FOUND_ASIDE_DAYS.format(days=30) in own
    assert words.FOUND_ASIDE in named


@pytest.mark.parametrize(
    ("ago", "said"),
    [
        (timedelta(0), words.TODAY.format(time="14.05")),
        (timedelta(hours=14), words.TODAY.format(time="00.05")),
        (timedelta(hours=15), words.YESTERDAY.format(time="23.05")),
        (timedelta(days=2), words.ON_DAY.format(day=1, month="Maret", year=2026, time="14.05")),
        (
            timedelta(days=63),
            words.ON_DAY.format(day=30, month="Desember", year=2025, time="14.05"),
        ),
    ],
)
def test_a_time_is_said_as_people_say_it(ago: timedelta, said: str) -> None:
    now = datetime(2026, 3, 3, 14, 5).astimezone()
    assert pages.when(now - ago, now) == said
