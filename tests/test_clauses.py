"""Every clause of the source reaches a person who only runs `kuis-karier`.

A place is a part of the quiz or of the report that such a person passes. It is a text, as shown in
either mode, and the elements of the profile that it owes; an element is its texts and the clauses
that it cites. A new place is an entry of `PLACES`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kelompok_quiz.interview.linear import LineInterviewer
from kelompok_quiz.interview.state import QuizState
from kelompok_quiz.profile.loading import load
from kelompok_quiz.profile.model import Profile
from kelompok_quiz.sitting import Sitting
from support.quiz import screen

EXAMPLE = Path(__file__).parents[1] / "data" / "contoh" / "pendamping_sosial.yaml"
PROFILES = {profile.id: profile for profile in (load(None).profile, load(EXAMPLE).profile)}
TALL = 200
"""Rows on which every page is whole; `test_interview_screens` holds usual windows."""


@dataclass(frozen=True, slots=True)
class Element:
    """Texts of the profile that are shown as they are, and the clauses that they put into words."""

    texts: tuple[str, ...]
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """What a person reads there, on a screen and line by line, and what has to be in it."""

    owes: Callable[[Profile], Iterator[Element]]
    drawn: Callable[[Profile], str]
    spoken: Callable[[Profile], str]


# -- the opening: what the job is -----------------------------------------------------------------


def job_and_tasks(profile: Profile) -> Iterator[Element]:
    yield Element((profile.title, profile.summary), profile.source)
    for task in profile.tasks:
        yield Element((task.label, task.text), task.source)


def opening_drawn(profile: Profile) -> str:
    first = QuizState.start(Sitting(profile.order), profile.points, 0.0)
    pages = (first, first.go_on(1.0))
    return one_line(row for page in pages for row in screen(profile, page, 80, TALL))


class Listener:
    """Writes an empty line at each page of the opening and leaves at the first statement."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self._lines = iter(["", "", "keluar"])

    def write(self, text: str) -> None:
        self.heard.append(text)

    def read(self, prompt: str) -> str:
        del prompt
        return next(self._lines)


def opening_spoken(profile: Profile) -> str:
    listener = Listener()
    with pytest.raises(KeyboardInterrupt):
        LineInterviewer(listener, lambda: 0.0).ask(profile, Sitting(profile.order), save=None)
    statement = listener.heard.index(profile.items[0].text)
    return one_line(listener.heard[:statement])


# -- every statement: for which job it is asked ---------------------------------------------------


def title(profile: Profile) -> Iterator[Element]:
    yield Element((profile.title,), ())


def resumed(profile: Profile) -> Sitting:
    return Sitting(profile.order, {profile.order[0]: 3}, position=1)


def statement_drawn(profile: Profile) -> str:
    state = QuizState.start(resumed(profile), profile.points, 0.0)
    return one_line(screen(profile, state, 40, 20))


def statement_spoken(profile: Profile) -> str:
    listener = Listener()
    listener._lines = iter(["keluar"])
    with pytest.raises(KeyboardInterrupt):
        LineInterviewer(listener, lambda: 0.0).ask(profile, resumed(profile), save=None)
    return one_line(listener.heard)


PLACES = {
    "opening": Place(job_and_tasks, opening_drawn, opening_spoken),
    "statement": Place(title, statement_drawn, statement_spoken),
    # The sections of the report: traits, anti-traits, rules, beliefs, contrasts.
}
REACHED = {"konsultan": {"K1", "K2", "K3", "K4", "K5"}}
"""The clauses that all places together have to reach, by profile; every one, once the report is."""


def one_line(rows: Iterator[str] | list[str]) -> str:
    """The words of a text, however they are wrapped."""
    return " ".join(" ".join(rows).split())


@pytest.mark.parametrize("profile", PROFILES.values(), ids=list(PROFILES))
@pytest.mark.parametrize("place", PLACES.values(), ids=list(PLACES))
def test_a_place_shows_every_element_it_owes_in_both_modes(place: Place, profile: Profile) -> None:
    for text in (place.drawn(profile), place.spoken(profile)):
        for element in place.owes(profile):
            assert [wanted for wanted in element.texts if wanted not in text] == []


@pytest.mark.parametrize("profile", REACHED)
def test_the_places_together_reach_the_clauses(profile: str) -> None:
    cited = {
        clause
        for place in PLACES.values()
        for element in place.owes(PROFILES[profile])
        for clause in element.source
    }
    assert cited >= REACHED[profile]
