"""A quiz whose process is killed again and again, at any moment, loses no answer."""

from __future__ import annotations

import random
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from kelompok_quiz.words import quiz as words
from support.mini import ORDER
from support.preloaded import Preloaded
from support.terminal_quiz import (
    ANSWERS,
    APART,
    COUNT,
    ENTER,
    FILE,
    GO_ON,
    HALF,
    QUIZ,
    READ,
    READ_OVERVIEW,
    START,
    begin,
    finish,
    kept_sitting,
    number,
    record,
    untimed,
)
from support.terminal_session import PATIENCE, Computer, TerminalSession

KILLS = 200
PEOPLE = 5
"""So many are at it at the same time, each at an own computer."""
SEED = 1
LONGEST_START = 0.4
LONGEST_SAVE = 0.04
LONGEST_RESULT = 0.5
"""Seconds within which a kill comes: of the start, of a key, of the last Enter."""
EARLY = 0.15
"""The share of kills that come before anything can be answered."""
OPTIONS = ("--format", "json", "--keluaran", "hasil.json")

Turn = Iterator[None]
"""What somebody does, in turns: nobody waits for the others."""


class Person:
    """Somebody who answers as `ANSWERS` has it, and what is known to be on disk."""

    def __init__(
        self, folder: Path, server: Preloaded, seed: int, undisturbed: dict[str, Any]
    ) -> None:
        folder.mkdir()
        self.computer = Computer(folder, server)
        (folder / QUIZ[-1]).write_bytes((folder.parent / QUIZ[-1]).read_bytes())
        self.known = 0
        self.finished = 0
        self._chance = random.Random(seed)  # noqa: S311 - no secret
        self._undisturbed = undisturbed
        self._kept = self.computer.state / FILE
        self._result = folder / "hasil.json"

    def live(self, kills: int) -> Turn:
        """Be killed so many times, then come to an end."""
        for _ in range(kills):
            session = self.computer.start(*QUIZ, *OPTIONS)
            if self._chance.random() < EARLY:
                yield from self._starting(session)
            else:
                yield from self._answering(session)
            with suppress(ProcessLookupError):  # it came to its end first
                session.kill(signal.SIGKILL)
            session.end()
            self._look(session)
            session.close()
        session = self.computer.start(*QUIZ, *OPTIONS)
        yield from self._taken_up(session)
        yield from self._answers(session, COUNT - self.known)
        yield from until(session, lambda: words.OVERVIEW_TITLE in session.text)
        yield from passed(session, READ_OVERVIEW)
        session.send(ENTER)
        assert session.end() == 0
        self._check_result()
        assert not self.computer.state.exists()

    def _starting(self, session: TerminalSession) -> Turn:
        yield from until(session, lambda: session.started)
        yield from passed(session, self._chance.uniform(0, LONGEST_START))

    def _answering(self, session: TerminalSession) -> Turn:
        """Answer a few, and stop somewhere between a key and well after the next screen."""
        yield from self._taken_up(session)
        left = COUNT - self.known
        if left:
            yield from self._answers(session, self._chance.randrange(min(left, 3)))
            yield from self._next_answer(session)
            session.pass_time(self._chance.uniform(0, LONGEST_SAVE))
        else:
            yield from until(session, lambda: words.OVERVIEW_TITLE in session.text)
            yield from passed(session, READ_OVERVIEW)
            session.send(ENTER)
            yield from passed(session, self._chance.uniform(0, LONGEST_RESULT))

    def _taken_up(self, session: TerminalSession) -> Turn:
        """Begin or resume; what a killed run left half-written is gone by then."""
        question = words.FOUND_WHOSE if self.known else GO_ON
        yield from until(session, lambda: question in session.text)
        assert self.computer.kept() - {FILE, f".{FILE}.lock"} == set()
        session.send("1" if self.known else ENTER)
        yield from passed(session, APART)
        if not self.known:
            yield from until(session, lambda: START in session.text)
            session.send(ENTER)
            yield from passed(session, APART)

    def _answers(self, session: TerminalSession, count: int) -> Turn:
        """Answer so many statements and see what comes after each."""
        for _ in range(count):
            yield from self._next_answer(session)
            yield from until(session, lambda: is_up(session, self.known + 1))
            self.known += 1

    def _next_answer(self, session: TerminalSession) -> Turn:
        """Answer the statement after the known ones, rested; what comes of it is not seen."""
        yield from until(session, lambda: is_up(session, self.known))
        if number(session) is None:
            session.send(ENTER)
            yield from until(session, lambda: number(session) == self.known + 1)
        yield from passed(session, READ)
        session.send(str(ANSWERS[self.known]))

    def _look(self, session: TerminalSession) -> None:
        """Whatever was seen to be answered is on disk, and one answer more at most."""
        known = max(self.known, *(n for n in range(COUNT + 1) if is_up(session, n) or n == 0))
        if known == COUNT and not self._kept.exists():
            self._check_result()
            self._result.unlink()
            self.known = 0
            return
        answers = kept_sitting(self._kept).answers if self._kept.exists() else {}
        assert answers == dict(zip(ORDER, ANSWERS[: len(answers)], strict=False))
        assert known <= len(answers) <= self.known + 1
        self.known = len(answers)

    def _check_result(self) -> None:
        assert untimed(record(self._result)) == self._undisturbed
        self.finished += 1


def is_up(session: TerminalSession, answered: int) -> bool:
    """Whether the screen shows that so many are answered: the next statement, pause, overview."""
    if answered == COUNT:
        return words.OVERVIEW_TITLE in session.text
    at_pause = answered == HALF and words.HALFWAY_TITLE in session.text
    return at_pause or number(session) == answered + 1


def until(session: TerminalSession, condition: Callable[[], bool]) -> Turn:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, "\n".join(session.rows)
        session.read(0)
        yield


def passed(session: TerminalSession, seconds: float) -> Turn:
    over = time.monotonic() + seconds
    yield from until(session, lambda: time.monotonic() >= over)


@pytest.mark.lama
def test_kills_at_any_moment_lose_no_answer(computer: Computer) -> None:
    session = computer.start(*QUIZ, *OPTIONS)
    begin(session)
    finish(session)
    assert session.end() == 0
    undisturbed = untimed(record(computer.folder / "hasil.json"))
    people = [
        Person(computer.folder / f"orang-{n}", computer.server, SEED + n, undisturbed)
        for n in range(PEOPLE)
    ]
    try:
        lives = [person.live(KILLS // PEOPLE) for person in people]
        while lives:
            lives = [life for life in lives if next(life, done) is not done]
            time.sleep(0.004)
    finally:
        for person in people:
            person.computer.close()
    assert all(person.finished for person in people)


done = object()
"""What a life that is over gives."""
