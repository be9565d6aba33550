"""The quiz as a person goes through it at a terminal: which statement is up, what is answered."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from kelompok_quiz.interview.key_guard import REPEAT, UNREAD, UNREAD_OVERVIEW
from kelompok_quiz.problems import Place
from kelompok_quiz.sessions.store import Session, decode, encode
from kelompok_quiz.sitting import Sitting
from kelompok_quiz.words import quiz as words
from kelompok_quiz.words import result
from support.mini import MINI, MINI_FILE, ORDER, PROFILE
from support.terminal_session import TerminalSession

QUIZ = ("mulai", "--profil", MINI_FILE.name)
"""The profile lies in the folder where the command is run: a short name breaks no line."""
COUNT = len(ORDER)
HALF = COUNT // 2
FILE = f"{PROFILE.id}.json"
"""The name of the session that nobody named."""
ANSWERS = [1 + (3 * index + index // 7) % 5 for index in range(COUNT)]
"""No two neighbours alike: the same key again at once would count as held down."""

UP, DOWN, LEFT, ENTER, BACKSPACE = "\x1b[A", "\x1b[B", "\x1b[D", "\r", "\x7f"
CTRL_C, CTRL_D, CTRL_H, CTRL_Z = "\x03", "\x04", "\x08", "\x1a"
PAGE_UP, PAGE_DOWN = "\x1b[5~", "\x1b[6~"

READ = UNREAD + 0.02
"""Seconds on screen after which a statement can have been read."""
READ_OVERVIEW = UNREAD_OVERVIEW + 0.02
"""The same for the overview."""
APART = REPEAT + 0.05
"""Seconds between two presses of one key that are both meant."""
A_WHILE = 3.0
"""Seconds for a statement that are no hurry."""

ASK = f"{1}-{PROFILE.points} {words.HINT_ANSWER[1]}"
"""The hint that stands on every screen of a statement."""
START, GO_ON, CHOOSE = (
    " ".join(hint) for hint in (words.HINT_START, words.HINT_GO_ON, words.HINT_CHOOSE)
)
CONCLUSION = result.CONCLUSION.split("{", maxsplit=1)[0]
"""The last title of every report begins with this."""


# -- on a whole screen ---------------------------------------------------------------------------


def number(session: TerminalSession) -> int | None:
    """The statement on screen, from 1; None where something else is."""
    place = re.search(rf"\b(\d+)/{COUNT}\b", session.text)
    return int(place[1]) if place and ASK in session.text else None


def see(session: TerminalSession, wanted: int) -> None:
    """Wait for a statement and read it."""
    session.wait(lambda: number(session) == wanted)
    session.pass_time(READ)


def see_page(session: TerminalSession, title: str) -> None:
    """Wait for a screen that is no statement and read it."""
    session.wait(title)
    session.pass_time(READ_OVERVIEW if title == words.OVERVIEW_TITLE else READ)


def begin(session: TerminalSession) -> None:
    """Go from the opening to the first statement."""
    turn_to_tasks(session)
    session.send(ENTER)
    see(session, 1)


def turn_to_tasks(session: TerminalSession) -> None:
    """Go from the first page of the opening to the second."""
    session.wait(GO_ON)
    session.send(ENTER)
    session.wait(START)
    session.pass_time(APART)


def answer(session: TerminalSession, *answers: object, first: int = 1) -> None:
    """Answer the statements from one on, resting half-way, until the next screen is up."""
    for place, given in enumerate(answers, first):
        if place == HALF + 1 and number(session) != place:
            see_page(session, words.HALFWAY_TITLE)
            session.send(ENTER)
        see(session, place)
        session.send(str(given))
    after = first + len(answers)
    if after > COUNT:
        see_page(session, words.OVERVIEW_TITLE)
    elif after == HALF + 1:
        see_page(session, words.HALFWAY_TITLE)
    else:
        see(session, after)


def finish(session: TerminalSession, first: int = 1) -> None:
    """Answer the rest as `ANSWERS` has it and look at the result."""
    answer(session, *ANSWERS[first - 1 :], first=first)
    session.send(ENTER)


# -- line by line --------------------------------------------------------------------------------


def say(session: TerminalSession, line: str) -> str:
    """Write a line, wait until the next one is asked for, and return what was said between."""
    await_prompt(session)
    before = len(session.transcript)
    session.send(line + ENTER)
    session.wait(lambda: is_prompted(session.transcript[before:]))
    return session.transcript[before:]


def begin_by_lines(session: TerminalSession) -> str:
    """Go from the opening to the first statement and return what was said of the tasks."""
    tasks = say(session, "")
    say(session, "")
    return tasks


def is_prompted(transcript: str) -> bool:
    return transcript.endswith(words.PROMPT)


def await_prompt(session: TerminalSession) -> None:
    session.wait(lambda: is_prompted(session.transcript))


# -- sessions and results ------------------------------------------------------------------------


def sitting(answers: Iterable[int | None], *, seed: int | None = None) -> Sitting:
    """The mini profile's first statements with these answers, given without hurry."""
    given = dict(zip(ORDER, answers, strict=False))
    seconds = dict.fromkeys(given, A_WHILE)
    return Sitting(ORDER, given, seconds, len(given), seed)


def leave(path: Path, left: Sitting, ago: timedelta = timedelta(0)) -> bytes:
    """Write the session file of a sitting and return what is in it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = encode(MINI, Session(left, datetime.now(UTC) - ago))
    path.write_text(text, encoding="utf-8")
    return path.read_bytes()


def kept_sitting(path: Path) -> Sitting:
    """What a session file holds; fails where it is not whole."""
    found = decode(path.read_bytes(), MINI, Place(str(path)))
    assert isinstance(found, Session), found
    return found.sitting


def record(path: Path) -> dict[str, Any]:
    """The one record of a file, without what says where it is from."""
    (found,) = json.loads(path.read_text(encoding="utf-8"))
    return {key: value for key, value in found.items() if key not in {"source", "respondent"}}


def untimed(found: dict[str, Any]) -> dict[str, Any]:
    """A record without what depends on how fast the answers were."""
    timed = {"median_seconds", "flags", "level"}
    quality = {key: value for key, value in found["quality"].items() if key not in timed}
    flags = [flag for flag in found["quality"]["flags"] if flag != "too_fast"]
    return {**found, "quality": {**quality, "flags": flags}}
