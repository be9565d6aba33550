"""Every way in which a quiz can end: the code, the terminal, and what is told and kept."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kelompok_quiz.words import quiz as words
from support.mini import ORDER
from support.preloaded import SUSPENDED
from support.terminal_quiz import (
    ANSWERS,
    CONCLUSION,
    CTRL_C,
    CTRL_D,
    CTRL_Z,
    ENTER,
    FILE,
    GO_ON,
    QUIZ,
    answer,
    begin,
    kept_sitting,
    leave,
    see,
    see_page,
    sitting,
)
from support.terminal_session import PATIENCE, Computer, TerminalSession, spaceless

SAVED = spaceless(words.SAVED.split("{")[0])
NOTHING = spaceless(words.NOTHING_TO_SAVE)
Start = Callable[..., TerminalSession]
SIGNALS = {signal.SIGTERM: 143, signal.SIGHUP: 129, signal.SIGINT: 130}


def assert_restored(session: TerminalSession) -> None:
    """The terminal is as it was: its modes, its screen, its cursor, pasting."""
    before, after = session.terminal_modes
    assert before == after
    for on, off in [(b"?1049h", b"?1049l"), (b"?2004h", b"?2004l"), (b"?25l", b"?25h")]:
        assert session.raw.rfind(off) > session.raw.rfind(on), (on, off)
    assert b"Traceback" not in session.raw


def assert_resumable(computer: Computer, answered: int) -> None:
    """The next run offers the session and opens at the next statement."""
    kept = kept_sitting(computer.state / FILE)
    assert kept.answers == dict(zip(ORDER, ANSWERS[:answered], strict=False))
    again = computer.start(*QUIZ)
    again.wait(words.FOUND_RESUME)
    again.send("1")
    see(again, answered + 1)


def answered_twice(computer: Computer) -> TerminalSession:
    session = computer.start(*QUIZ, stdout="hasil.txt")
    begin(session)
    answer(session, *ANSWERS[:2])
    return session


def assert_no_result(computer: Computer) -> None:
    assert (computer.folder / "hasil.txt").read_text("utf-8") == ""


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D], ids=["ctrl-c", "ctrl-d"])
def test_leaving_by_a_key_keeps_the_answers(computer: Computer, key: str) -> None:
    session = answered_twice(computer)
    session.send(key)
    assert session.end() == 130
    assert session.told.startswith(SAVED)
    assert_restored(session)
    assert_no_result(computer)
    assert_resumable(computer, 2)


@pytest.mark.parametrize(("number", "code"), SIGNALS.items(), ids=["term", "hup", "int"])
def test_a_signal_keeps_the_answers_and_puts_the_terminal_right(
    computer: Computer, number: int, code: int
) -> None:
    session = answered_twice(computer)
    session.kill(number)
    assert session.end() == code
    assert session.told.startswith(SAVED)
    assert_restored(session)
    assert_no_result(computer)
    assert_resumable(computer, 2)


@pytest.mark.parametrize(("number", "code"), SIGNALS.items(), ids=["term", "hup", "int"])
def test_a_signal_ends_the_linear_quiz_as_well(computer: Computer, number: int, code: int) -> None:
    leave(computer.state / FILE, sitting(ANSWERS[:2]))
    session = computer.start(*QUIZ, "--aksesibel")
    session.wait(words.FOUND_RESUME)
    session.kill(number)
    assert session.end() == code
    assert SAVED in session.told
    assert b"\x1b" not in session.raw
    assert b"Traceback" not in session.raw
    assert session.terminal_modes[0] == session.terminal_modes[1]


@pytest.mark.parametrize("at", ["opening", "choice", "overview"])
@pytest.mark.parametrize("way", [CTRL_C, signal.SIGTERM], ids=["key", "signal"])
@pytest.mark.lama
def test_every_screen_can_be_left(computer: Computer, at: str, way: str | int) -> None:
    kept = computer.state / FILE
    before = b"" if at == "opening" else leave(kept, sitting(ANSWERS))
    session = computer.start(*QUIZ)
    session.wait(GO_ON if at == "opening" else words.FOUND_RESUME)
    if at == "overview":
        session.send("1")
        see_page(session, words.OVERVIEW_TITLE)
    if isinstance(way, str):
        session.send(way)
    else:
        session.kill(way)
    assert session.end() == (130 if isinstance(way, str) else 143)
    assert session.told.startswith(NOTHING if at == "opening" else SAVED)
    assert_restored(session)
    if at == "opening":
        assert not computer.state.exists()
    else:
        assert kept.read_bytes() == before


@pytest.mark.lama
@pytest.mark.parametrize("linear", [[], ["--aksesibel"]], ids=["screen", "linear"])
@pytest.mark.parametrize("silent", [False, True], ids=["hangup", "silent"])
def test_a_terminal_that_is_gone_ends_the_quiz_and_loses_no_answer(
    computer: Computer, linear: list[str], *, silent: bool
) -> None:
    leave(computer.state / FILE, sitting(ANSWERS[:2]))
    before = "trap '' HUP;" if silent else ""
    session = computer.start_in_shell(*QUIZ, *linear, before=before, monitor="+m")
    session.wait(words.FOUND_RESUME)
    session.pass_time(0.1)
    session.send("1\r" if linear else "1")
    session.wait(words.PROMPT.strip() if linear else f"3/{len(ORDER)}")
    session.hang_up()
    assert session.end() == 129
    assert set(computer.kept()) == {FILE}
    assert_resumable(computer, 2)


def test_a_kill_that_nothing_can_catch_loses_no_answer(computer: Computer) -> None:
    session = answered_twice(computer)
    session.kill(signal.SIGKILL)
    assert session.end() == 137
    assert_resumable(computer, 2)


def test_a_finished_quiz_leaves_nothing_on_screen_and_nothing_on_disk(computer: Computer) -> None:
    leave(computer.state / FILE, sitting(ANSWERS))
    session = computer.start(*QUIZ, stdout="hasil.txt")
    session.wait(words.FOUND_RESUME)
    session.send("1")
    see_page(session, words.OVERVIEW_TITLE)
    session.send(ENTER)
    assert session.end() == 0
    assert session.text == ""
    assert_restored(session)
    assert not computer.state.exists()


def test_leaving_by_s_restores_the_terminal(computer: Computer) -> None:
    session = answered_twice(computer)
    session.send("s")
    assert session.end() == 0
    assert_restored(session)
    assert_no_result(computer)


def test_a_suspended_quiz_has_put_the_terminal_right(computer: Computer) -> None:
    session = answered_twice(computer)
    session.send(CTRL_Z)
    session.wait(SUSPENDED)
    assert session.raw.rfind(b"?1049l") > session.raw.rfind(b"?1049h")
    see(session, 3)
    session.send("s")
    assert session.end() == 0
    assert_restored(session)


# outputs that fail at the end


def overview(start: Start, folder: Path, *more: str, **where: str) -> TerminalSession:
    leave(folder / FILE, sitting(ANSWERS))
    session = start(*QUIZ, *more, **where)
    session.wait(words.FOUND_RESUME)
    session.send("1")
    see_page(session, words.OVERVIEW_TITLE)
    return session


FAILING: dict[str, tuple[dict[str, str], list[str], int]] = {
    "full": ({"stdout": ">/dev/full"}, [], 73),
    "closed": ({"stdout": ">&-"}, [], 73),
    "pipe": ({"pipe": "| true"}, [], 141),
    "device": ({}, ["--keluaran", "/dev/full"], 73),
}
"""What the shell does with standard output, options, the exit code."""


@pytest.mark.lama
@pytest.mark.parametrize("way", FAILING)
@pytest.mark.parametrize("form", ["laporan", "json"])
def test_a_result_that_cannot_be_written_leaves_the_session(
    computer: Computer, way: str, form: str
) -> None:
    output, options, code = FAILING[way]
    start = computer.start_in_shell if output else computer.start
    session = overview(start, computer.state, "--format", form, *options, **output)
    session.send(ENTER)
    assert session.end() == code
    assert_restored(session)
    assert spaceless(words.SAFE.split("{")[0]) in session.told
    assert kept_sitting(computer.state / FILE).answers == dict(zip(ORDER, ANSWERS, strict=True))


def test_an_output_that_fails_after_all_names_the_command_that_goes_on(computer: Computer) -> None:
    folder = computer.folder / "usb"
    folder.mkdir()
    session = overview(computer.start, computer.state, "--keluaran", "usb/hasil.txt")
    folder.rmdir()
    session.send(ENTER)
    assert session.end() == 73
    assert session.told.count(spaceless(words.SAFE.split("{")[0])) == 1
    command = f"  python -m kelompok_quiz {' '.join(QUIZ)} --keluaran usb/hasil.txt"
    assert command in session.rows
    folder.mkdir()
    again = computer.start(*command.split()[3:])
    again.wait(words.FOUND_RESUME)
    again.send("1")
    see_page(again, words.OVERVIEW_TITLE)
    again.send(ENTER)
    assert again.end() == 0
    assert CONCLUSION in (folder / "hasil.txt").read_text("utf-8")
    assert not computer.state.exists()


@pytest.mark.lama
def test_the_result_can_be_had_later_from_the_overview(computer: Computer) -> None:
    session = overview(computer.start, computer.state, stdout="/dev/full")
    session.send(ENTER)
    assert session.end() == 73
    again = computer.start(*QUIZ, stdout="hasil.txt")
    again.wait(words.FOUND_RESUME)
    again.send("1")
    see_page(again, words.OVERVIEW_TITLE)
    again.send(ENTER)
    assert again.end() == 0
    assert CONCLUSION in (computer.folder / "hasil.txt").read_text("utf-8")
    assert not computer.state.exists()


@pytest.mark.lama
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_while_the_result_is_made_loses_no_answer(computer: Computer, number: int) -> None:
    session = overview(computer.start_in_shell, computer.state, stdout=">hasil.txt")
    session.send(ENTER)
    deadline = time.monotonic() + PATIENCE
    while "numpy" not in mapped(session.pid) and time.monotonic() < deadline:
        session.read(0.002)
    session.kill(number)
    code = session.end()
    assert_restored(session)
    if code == 0:
        assert CONCLUSION in (computer.folder / "hasil.txt").read_text("utf-8")
        assert not computer.state.exists()
    else:
        assert code == SIGNALS[signal.Signals(number)]
        assert SAVED in session.told
        assert kept_sitting(computer.state / FILE).answered == len(ORDER)


def mapped(pid: int) -> str:
    """What a process has mapped, where the system tells."""
    try:
        return Path(f"/proc/{pid}/maps").read_text("utf-8")
    except OSError:
        return "numpy"
