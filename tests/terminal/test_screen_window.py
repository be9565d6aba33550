"""The quiz on screens of every size and kind: resized, tiny, colourless, without signs."""

from __future__ import annotations

import time
from typing import Any

import pytest

from kelompok_quiz.words import quiz as words
from support.mini import PROFILE
from support.terminal_quiz import (
    ANSWERS,
    ASK,
    BACKSPACE,
    CHOOSE,
    CONCLUSION,
    COUNT,
    DOWN,
    ENTER,
    FILE,
    GO_ON,
    PAGE_DOWN,
    PAGE_UP,
    QUIZ,
    READ,
    READ_OVERVIEW,
    START,
    answer,
    begin,
    leave,
    see,
    see_page,
    sitting,
    turn_to_tasks,
)
from support.terminal_session import Computer, TerminalSession

DRAWN_WITHIN = 0.15
"""Seconds within which a screen is drawn on a busy machine."""

COLOURS = {str(code) for code in (*range(30, 38), *range(40, 48), *range(90, 98), 38, 48)}
"""The parameters that choose a colour."""


def fits(session: TerminalSession, columns: int) -> bool:
    return all(len(row) <= columns for row in session.rows)


# sizes


def test_a_resized_window_is_drawn_anew_and_the_quiz_goes_on(computer: Computer) -> None:
    session = computer.start(*QUIZ)
    begin(session)
    answer(session, 4)
    for place, (columns, rows) in enumerate([(40, 12), (20, 3), (200, 50), (80, 24)], 2):
        session.resize(columns, rows)
        session.settle()
        assert ASK in session.text
        assert fits(session, columns)
        first = PROFILE.find_item(PROFILE.order[place - 1]).text.split()[0]
        assert sum(first in row for row in session.rows) == 1, "drawn once, nothing left over"
        session.send(str(ANSWERS[place]))
        session.settle()
    see(session, 6)


def test_the_opening_is_drawn_anew_too(computer: Computer) -> None:
    session = computer.start(*QUIZ)
    session.wait(GO_ON)
    session.resize(20, 3)
    session.settle()
    assert GO_ON in session.text
    session.resize(80, 24)
    session.wait(words.NOT_A_TEST)


@pytest.mark.parametrize(("columns", "rows"), [(40, 12), (20, 3), (200, 50)])
@pytest.mark.lama
def test_a_window_of_any_size_has_the_whole_quiz(
    computer: Computer, columns: int, rows: int
) -> None:
    leave(computer.state / FILE, sitting(ANSWERS[:-2]))
    session = computer.start(*QUIZ, columns=columns, rows=rows, stdout="hasil.txt")
    session.wait(words.HINT_CHOOSE[1])
    session.send("1")
    for given in ANSWERS[-2:]:
        session.wait(ASK)
        session.pass_time(READ)
        session.send(str(given))
        session.wait_for_change()
    session.wait(CHOOSE)
    session.pass_time(READ_OVERVIEW)
    session.send(ENTER)
    assert session.end() == 0
    assert CONCLUSION in (computer.folder / "hasil.txt").read_text("utf-8")


@pytest.mark.lama
def test_in_a_tiny_window_pages_turn_to_every_word_and_response(computer: Computer) -> None:
    session = computer.start(*QUIZ, columns=20, rows=3)
    session.wait(GO_ON)
    read = read_on(session)
    missing = [word for word in words.NOT_A_TEST.split() if word not in read]
    assert missing == []
    session.send(*[PAGE_UP] * 45, pause=0.01)
    session.wait(PROFILE.title.split()[0])
    session.send(ENTER)
    session.wait(START)
    read = read_on(session)
    missing = [word for task in PROFILE.tasks for word in task.text.split() if word not in read]
    assert missing == []
    session.send(ENTER)
    session.wait(ASK)
    session.settle()
    first = session.text
    read = read_on(session)
    wanted = [*PROFILE.find_item(PROFILE.order[0]).text.split(), *PROFILE.responses]
    assert [text for text in wanted if text.split()[0] not in read] == []
    session.send(*[PAGE_UP] * 15, pause=0.02)
    session.wait(lambda: session.text == first)


def read_on(session: TerminalSession) -> str:
    """Turn page after page to the last and return what was read."""
    read, page = "", ""
    while page != session.text:
        page = session.text
        read += f" {page}"
        session.send(PAGE_DOWN)
        until = time.monotonic() + DRAWN_WITHIN
        while page == session.text and time.monotonic() < until:
            session.read(0.01)
    return read


def test_in_a_tiny_window_the_marked_response_is_seen(computer: Computer) -> None:
    session = computer.start(*QUIZ, columns=20, rows=3)
    turn_to_tasks(session)
    session.send(ENTER)
    session.wait(ASK)
    session.pass_time(READ)
    for response in range(1, PROFILE.points + 1):
        session.send(DOWN)
        session.wait(f"› {response}")
        assert f"› {response}" in " ".join(session.cursor_row.split())


# colours


@pytest.mark.parametrize(
    "env",
    [{"NO_COLOR": "1"}, {"FORCE_COLOR": "0"}, {"CLICOLOR": "0"}],
    ids=["no-color", "force-color-0", "clicolor-0"],
)
@pytest.mark.lama
def test_where_no_colour_is_wanted_there_is_none(computer: Computer, env: dict[str, Any]) -> None:
    leave(computer.state / FILE, sitting(ANSWERS[:-1]))
    session = computer.start(*QUIZ, **env)
    session.wait(words.FOUND_RESUME)
    session.send("1")
    see(session, COUNT)
    session.send(DOWN)
    session.wait("› 1")
    session.send(str(ANSWERS[-1]))
    see_page(session, words.OVERVIEW_TITLE)
    session.send(ENTER)
    assert session.end() == 0
    assert CONCLUSION in session.text
    assert session.colours() & COLOURS == set()


@pytest.mark.parametrize("env", [{}, {"FORCE_COLOR": "1"}, {"NO_COLOR": ""}])
def test_colour_is_used_otherwise(computer: Computer, env: dict[str, Any]) -> None:
    session = computer.start(*QUIZ, **env)
    begin(session)
    assert session.colours() & COLOURS


# signs


@pytest.mark.lama
@pytest.mark.parametrize(
    "env",
    [{"LC_ALL": "C", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "ascii"}],
    ids=["locale", "encoding"],
)
def test_a_terminal_without_signs_gets_ascii_alone(computer: Computer, env: dict[str, Any]) -> None:
    leave(computer.state / FILE, sitting(ANSWERS[:-1]))
    session = computer.start_in_shell(*QUIZ, **env)
    session.wait("Enter")
    session.send("1")
    see(session, COUNT)
    session.send(DOWN)
    session.wait("> 1")
    session.send("?")
    session.settle()
    session.send(str(ANSWERS[-1]))
    see_page(session, words.OVERVIEW_TITLE)
    session.wait(f"> {words.TO_RESULT}")
    session.pass_time(READ)
    session.send(BACKSPACE)
    session.wait(f"> {ANSWERS[-1]}")
    session.pass_time(READ)
    session.send("s")
    assert session.end() == 0
    assert session.raw.isascii()


@pytest.mark.lama
def test_a_report_on_a_terminal_without_signs_is_ascii_too(computer: Computer) -> None:
    leave(computer.state / FILE, sitting(ANSWERS))
    session = computer.start_in_shell(*QUIZ, LC_ALL="C", PYTHONUTF8="0")
    session.wait("Enter")
    session.send("1")
    see_page(session, words.OVERVIEW_TITLE)
    session.send(ENTER)
    assert session.end() == 0
    assert CONCLUSION in session.text
    assert session.raw.isascii()


# what is asked of a terminal


@pytest.mark.lama
def test_the_cursor_position_is_never_asked_for(computer: Computer) -> None:
    leave(computer.state / FILE, sitting(ANSWERS[:-1]))
    session = computer.start(*QUIZ)
    session.wait(words.FOUND_RESUME)
    session.send("1")
    answer(session, ANSWERS[-1], first=COUNT)
    session.send(ENTER)
    assert session.end() == 0
    assert b"\x1b[6n" not in session.raw
