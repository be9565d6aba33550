from __future__ import annotations

import pytest

from kelompok_quiz.sitting import Sitting


def halfway() -> Sitting:
    return Sitting(("b", "a", "c"), {"b": 4, "a": None}, {"b": 1.25, "a": 9.0}, 2, 7)


def test_a_new_sitting_has_dealt_with_nothing() -> None:
    new = Sitting(("a", "b"))
    assert (new.answers, new.seconds, new.position, new.seed) == ({}, {}, 0, None)
    assert (new.answered, new.unanswered) == (0, ("a", "b"))


def test_what_was_skipped_and_what_was_never_shown_is_unanswered() -> None:
    assert halfway().unanswered == ("a", "c")
    assert halfway().answered == 1


def test_times_are_those_of_the_answered_items() -> None:
    assert halfway().answer_seconds == {"b": 1.25}


def test_times_are_kept_to_the_millisecond() -> None:
    assert Sitting(("a",), {"a": 1}, {"a": 2.00049}).answer_seconds == {"a": 2.0}


def test_an_answer_without_a_time_took_none() -> None:
    assert Sitting(("a",), {"a": 1}).answer_seconds == {"a": 0.0}


def test_a_sitting_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        halfway().position = 3  # type: ignore[misc]
