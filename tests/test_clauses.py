"""Every clause of the source reaches a person who only runs `kuis-karier`.

A place is a part of the quiz or of the report that such a person passes. It is a text, as shown in
either mode, and the elements of the profile that it owes; an element is its texts and the clauses
that it cites. A new place is an entry of `PLACES`.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kelompok_quiz.answers import batch_of_one
from kelompok_quiz.explanation.blocks import Section
from kelompok_quiz.explanation.report import result_sections
from kelompok_quiz.interview.linear import LineInterviewer
from kelompok_quiz.interview.state import QuizState
from kelompok_quiz.profile.key import Key
from kelompok_quiz.profile.loading import Instrument, load
from kelompok_quiz.profile.model import Profile
from kelompok_quiz.result.recorder import one
from kelompok_quiz.scoring.assessment import assess
from kelompok_quiz.screen.console import plain_console
from kelompok_quiz.screen.linear import spoken_lines
from kelompok_quiz.screen.sections import print_sections
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
    """Hears what is said and writes these lines."""

    def __init__(self, *lines: str) -> None:
        self.heard: list[str] = []
        self._lines = iter(lines)

    def write(self, text: str) -> None:
        self.heard.append(text)

    def read(self, prompt: str) -> str:
        del prompt
        return next(self._lines)


def opening_spoken(profile: Profile) -> str:
    heard = said(profile, Sitting(profile.order), "", "", "keluar")
    return one_line(heard[: heard.index(profile.items[0].text)])


def said(profile: Profile, sitting: Sitting, *lines: str) -> list[str]:
    """Everything that the quiz says line by line to a person who writes these lines and leaves."""
    listener = Listener(*lines)
    with pytest.raises(KeyboardInterrupt):
        LineInterviewer(listener, lambda: 0.0).ask(profile, sitting, save=None)
    return listener.heard


# -- every statement: for which job it is asked ---------------------------------------------------


def title(profile: Profile) -> Iterator[Element]:
    yield Element((profile.title,), ())


def resumed(profile: Profile) -> Sitting:
    return Sitting(profile.order, {profile.order[0]: 3}, position=1)


def statement_drawn(profile: Profile) -> str:
    state = QuizState.start(resumed(profile), profile.points, 0.0)
    return one_line(screen(profile, state, 40, 20))


def statement_spoken(profile: Profile) -> str:
    return one_line(said(profile, resumed(profile), "keluar"))


# -- all statements: what each scale is about ------------------------------------------------------


def statements(profile: Profile) -> Iterator[Element]:
    for scale in profile.scales:
        yield Element(tuple(item.text for item in scale.items), scale.source)


def sittings(profile: Profile) -> Iterator[Sitting]:
    """A sitting at every statement."""
    for position in range(len(profile.order)):
        yield Sitting(profile.order, {profile.order[0]: 3}, position=position)


def statements_drawn(profile: Profile) -> str:
    states = (QuizState.start(each, profile.points, 0.0) for each in sittings(profile))
    return one_line(row for state in states for row in screen(profile, state, 80, TALL))


def statements_spoken(profile: Profile) -> str:
    return one_line(line for each in sittings(profile) for line in said(profile, each, "keluar"))


# -- the report: whom the job suits, what people get wrong about it -------------------------------


def labels_and_rules(profile: Profile) -> Iterator[Element]:
    for scale in profile.fit_scales:
        yield Element((scale.label,), ())
    together = tuple(profile.clauses[clause] for clause in profile.rules.source)
    yield Element(together, profile.rules.source)
    for belief in profile.beliefs:
        yield Element((belief.claim, belief.reality), belief.source)
    for contrast in profile.contrasts:
        yield Element((contrast.this, contrast.that), contrast.source)


def report_of(profile: Profile) -> tuple[Section, ...]:
    """The report of a person who is undecided about everything, beliefs too."""
    key = Key(Instrument(profile, ""))
    low, high = (profile.points + 1) // 2, profile.points // 2 + 1
    sheet = {item: (low, high)[place % 2] for place, item in enumerate(profile.order)}
    result = one(assess(key, batch_of_one(profile, sheet)))
    return result_sections(profile, result, sheet)


def report_drawn(profile: Profile) -> str:
    stream = io.StringIO()
    print_sections(plain_console(stream, 80), report_of(profile))
    return one_line(stream.getvalue().splitlines())


def report_spoken(profile: Profile) -> str:
    return one_line(line for section in report_of(profile) for line in spoken_lines(section))


PLACES = {
    "opening": Place(job_and_tasks, opening_drawn, opening_spoken),
    "statement": Place(title, statement_drawn, statement_spoken),
    "statements": Place(statements, statements_drawn, statements_spoken),
    "report": Place(labels_and_rules, report_drawn, report_spoken),
}


def one_line(rows: Iterable[str]) -> str:
    """The words of a text, however they are wrapped."""
    return " ".join(" ".join(rows).split())


@pytest.mark.parametrize("profile", PROFILES.values(), ids=list(PROFILES))
@pytest.mark.parametrize("place", PLACES.values(), ids=list(PLACES))
def test_a_place_shows_every_element_it_owes_in_both_modes(place: Place, profile: Profile) -> None:
    for text in (place.drawn(profile), place.spoken(profile)):
        for element in place.owes(profile):
            assert [wanted for wanted in element.texts if wanted not in text] == []


@pytest.mark.parametrize("profile", PROFILES.values(), ids=list(PROFILES))
def test_the_places_together_reach_every_clause(profile: Profile) -> None:
    owed = (element for place in PLACES.values() for element in place.owes(profile))
    assert {clause for element in owed for clause in element.source} == set(profile.clauses)
