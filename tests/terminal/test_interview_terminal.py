"""The interview in a real terminal: keys, signals, resize, and what is left behind."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kelompok_quiz.profile import load
from terminal_session import TerminalSession

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

SCRIPT = """
import dataclasses, json
from kelompok_quiz.interview import Interrupted, ask
from kelompok_quiz.profile import load
try:
    print(json.dumps(dataclasses.asdict(ask(load().profile))))
except Interrupted as end:
    raise SystemExit(128 + end.signum)
except KeyboardInterrupt:
    raise SystemExit(130)
"""
UP, DOWN, LEFT, ENTER, BACKSPACE = "\x1b[A", "\x1b[B", "\x1b[D", "\r", "\x7f"
APART = 0.2
"""Seconds between two presses of one key that are both meant."""
ITEMS = load().profile.order

Opener = Callable[..., TerminalSession]


@pytest.fixture
def quiz(tmp_path: Path) -> Iterator[Opener]:
    opened: list[TerminalSession] = []

    def start(columns: int = 80, rows: int = 24, **env: str) -> TerminalSession:
        session = TerminalSession(tmp_path, SCRIPT, columns=columns, rows=rows, **env)
        opened.append(session)
        session.wait("1-5 jawab")
        return session

    yield start
    for session in opened:
        session.close()


def finish(session: TerminalSession, answered: int) -> list[float | None]:
    """Answer what is left with 1 and 2 in turn and return all answers."""
    for position in range(answered, len(ITEMS)):
        session.wait(f"{position + 1}/{len(ITEMS)}")
        session.send("12"[position % 2])
    assert session.end() == 0
    answers = session.output()["answers"]
    assert tuple(answers) == ITEMS
    return list(answers.values())


def filled(*first: int | None) -> list[float | None]:
    """These answers, then those that `finish` gives."""
    return [*first, *(1 + position % 2 for position in range(len(first), len(ITEMS)))]


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (40, 20), (20, 3)])
def test_digits_answer_every_statement(quiz: Opener, columns: int, rows: int) -> None:
    session = quiz(columns, rows)
    session.send(*("45" * 25), pause=0.01)
    assert session.end() == 0
    assert list(session.output()["answers"].values()) == [4, 5] * 25
    assert set(session.output()["seconds"]) == set(ITEMS)


def test_arrows_and_enter_answer(quiz: Opener) -> None:
    session = quiz()
    session.send(DOWN, DOWN)
    session.wait("› 2")
    assert "› 2" in session.cursor_row
    session.send(ENTER)
    session.wait("2/50")
    assert "›" not in session.text
    session.send(UP, "\n")
    assert finish(session, 2) == filled(2, 5)


def test_going_back_shows_the_answer_and_enter_keeps_it(quiz: Opener) -> None:
    session = quiz()
    session.send("4", "3")
    session.wait("3/50")
    session.send(BACKSPACE)
    session.wait("› 3 Netral (jawabanmu)")
    session.send(LEFT)
    session.wait("› 4 Setuju (jawabanmu)")
    session.send("5")
    session.wait("2/50")
    session.send(ENTER)
    assert finish(session, 2) == filled(5, 3)


def test_zero_leaves_a_statement_missing(quiz: Opener) -> None:
    session = quiz()
    session.send("0")
    assert finish(session, 1) == filled(None)
    assert ITEMS[0] not in session.output()["seconds"]


def test_a_key_held_down_answers_one_statement(quiz: Opener) -> None:
    session = quiz()
    session.send("4", pause=0.5)
    session.send(*("4" * 20), pause=0.03)
    session.settle()
    session.wait("2/50")
    assert finish(session, 1) == filled(4)


def test_repeats_within_milliseconds_answer_one_statement(quiz: Opener) -> None:
    session = quiz()
    session.send("4" * 30)
    session.settle()
    session.wait("2/50")


def test_the_same_answer_twice_takes_two_presses(quiz: Opener) -> None:
    session = quiz()
    session.send("4")
    session.wait("2/50")
    session.pass_time(APART)
    session.send("4")
    assert finish(session, 2) == filled(4, 4)


@pytest.mark.parametrize(
    "typed",
    [
        "\x1b[200~4352\r4352\r\x1b[201~",
        "\x1b[57441u",
        "\x1b]11;rgb:1111/2222/3333\x07",
        "\x1b[3~",
        "\x1b[24;80R",
        "\x1b4",
        ENTER,
        BACKSPACE,
        "6789 abc?",
    ],
    ids=["paste", "kitty", "colour", "delete", "cursor", "alt", "enter", "back", "letters"],
)
def test_what_was_not_meant_as_an_answer_answers_nothing(quiz: Opener, typed: str) -> None:
    session = quiz()
    session.send(typed)
    session.settle()
    session.wait("1/50")
    session.pass_time(APART)
    session.send("4")
    session.wait("2/50")


def test_escape_does_nothing_and_swallows_nothing_later(quiz: Opener) -> None:
    session = quiz()
    session.send("\x1b")
    session.pass_time(0.8)
    session.send("4")
    session.wait("2/50")


@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["ctrl-c", "ctrl-d"])
def test_leaving_restores_the_terminal_and_the_transcript(quiz: Opener, key: str) -> None:
    session = quiz()
    session.send("4")
    session.wait("2/50")
    session.send(key)
    assert session.end() == 130
    assert_restored(session)


@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)],
    ids=["term", "hup", "int"],
)
def test_a_signal_restores_the_terminal_first(quiz: Opener, number: int, code: int) -> None:
    session = quiz()
    session.kill(number)
    assert session.end() == code
    assert_restored(session)


def test_the_finished_quiz_leaves_nothing_on_screen(quiz: Opener) -> None:
    session = quiz()
    assert finish(session, 0) == filled()
    assert_restored(session)


def assert_restored(session: TerminalSession) -> None:
    before, after = session.terminal_modes()
    assert before == after
    assert session.text == ""
    for switched_on, switched_off in [("?1049h", "?1049l"), ("?2004h", "?2004l")]:
        assert session.raw.rindex(switched_off) > session.raw.rindex(switched_on)
    assert session.raw.rfind("?25h") > session.raw.rfind("?25l")


def test_a_resized_window_is_drawn_anew(quiz: Opener) -> None:
    session = quiz()
    session.send("4")
    session.wait("2/50")
    session.resize(40, 20)
    session.wait(lambda: session.rows[1] == "  Konsultan Kelompok Masyarakat   2/50")
    session.resize(80, 24)
    session.wait("↑↓ Enter pilih Ctrl-C keluar")
    assert sum("2/50" in row for row in session.rows) == 1
    assert finish(session, 1) == filled(4)


def test_a_suspended_quiz_gives_the_terminal_back_and_goes_on(quiz: Opener) -> None:
    session = quiz()
    session.send("4", "\x1a")
    session.wait("dijeda")
    assert "1-5 jawab" not in session.text
    session.wait("2/50")
    assert finish(session, 1) == filled(4)


def test_the_cursor_position_is_never_asked_for(quiz: Opener) -> None:
    session = quiz()
    session.send("4", "3")
    session.settle()
    assert "\x1b[6n" not in session.raw


def test_no_color_leaves_no_colour(quiz: Opener) -> None:
    session = quiz(NO_COLOR="1")
    session.send(DOWN)
    session.wait("› 1")
    assert "36" not in session.colours()


def test_colour_is_used_otherwise(quiz: Opener) -> None:
    assert "36" in quiz().colours()


def test_an_encoding_without_lines_gets_plain_signs(quiz: Opener) -> None:
    session = quiz(PYTHONIOENCODING="ascii")
    session.send("4", BACKSPACE)
    session.wait("> 4 Setuju (jawabanmu)")
    assert session.text.isascii()


def test_a_lost_terminal_ends_the_quiz(quiz: Opener) -> None:
    assert quiz().hang_up()
