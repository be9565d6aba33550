"""What is left of a run that was killed, hung up, crowded out or could not write."""

from __future__ import annotations

import random
import signal
from pathlib import Path

import pytest

from kelompok_quiz.interview import words
from terminal_quiz import (
    ANSWERS,
    CHOOSE,
    COUNT,
    CTRL_C,
    CTRL_D,
    ENTER,
    FILE,
    HALF,
    ORDER,
    QUIZ,
    answer,
    begin,
    finish,
    kept_sitting,
    leave,
    number,
    record,
    see_page,
    sitting,
    untimed,
)
from terminal_session import Computer, TerminalSession

KILLS = 200
KILLS_A_RUN = 10
SEED = 1
LONGEST_WAIT = 0.12
"""Seconds: a kill comes anywhere from the key to well after the next statement is shown."""


def resume(session: TerminalSession) -> None:
    session.wait(words.FOUND_TITLE)
    session.send("1")


def kept_answers(computer: Computer) -> list[int | None]:
    answers = kept_sitting(computer.state / FILE).answers
    return [answers[item] for item in ORDER if item in answers]


@pytest.mark.parametrize(
    ("leaving", "code"),
    [("s", 0), (CTRL_C, 130), (CTRL_D, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)],
    ids=["s", "ctrl-c", "ctrl-d", "term", "hup"],
)
def test_whoever_leaves_is_told_how_to_go_on_and_can(
    computer: Computer, leaving: str | signal.Signals, code: int
) -> None:
    session = computer.start(*QUIZ)
    begin(session)
    answer(session, *ANSWERS[:3])
    if isinstance(leaving, str):
        session.send(leaving)
    else:
        session.kill(leaving)
    assert session.end() == code
    assert words.SAVED.split(".")[0] in session.text
    assert session.terminal_modes[0] == session.terminal_modes[1]
    assert (computer.state / FILE).stat().st_mode & 0o777 == 0o600
    again = computer.start(*QUIZ, "--format", "json", stdout=">hasil.json")
    again.wait(words.FOUND_WHOSE)
    assert f"3 dari {COUNT}" in again.text
    assert words.EARLIER not in again.text
    again.send("1")
    finish(again, first=4)
    assert again.end() == 0
    assert computer.kept() == set()


def test_a_taken_terminal_loses_nothing(computer: Computer) -> None:
    session = computer.start(*QUIZ)
    begin(session)
    answer(session, *ANSWERS[:3])
    session.hang_up()
    session.wait(lambda: FILE in computer.kept())
    assert kept_answers(computer) == ANSWERS[:3]


def test_two_runs_of_one_session_are_kept_apart(computer: Computer) -> None:
    first = computer.start(*QUIZ, stdout=">hasil")
    begin(first)
    second = computer.start(*QUIZ)
    assert second.end() == 75
    finish(first)
    assert first.end() == 0


def test_a_new_start_puts_the_old_session_aside(computer: Computer) -> None:
    old = leave(computer.state / FILE, sitting(ANSWERS[:5]))
    session = computer.start(*QUIZ)
    session.wait(words.FOUND_TITLE)
    session.send("2")
    begin(session)
    (aside,) = computer.state.glob("*sisihan*")
    assert aside.read_bytes() == old
    session.send(CTRL_C)
    assert session.end() == 130


def test_leaving_at_the_question_leaves_the_session_as_it_was(computer: Computer) -> None:
    old = leave(computer.state / FILE, sitting(ANSWERS[:5]))
    session = computer.start(*QUIZ)
    session.wait(words.FOUND_TITLE)
    session.send("3")
    assert session.end() == 0
    assert (computer.state / FILE).read_bytes() == old


@pytest.mark.parametrize("content", [b"{", b"\xff\x00", b'{"session": 1}'])
def test_a_corrupt_session_is_explained_and_kept_aside(computer: Computer, content: bytes) -> None:
    leave(computer.state / FILE, sitting(ANSWERS[:5]))
    (computer.state / FILE).write_bytes(content)
    session = computer.start(*QUIZ)
    session.wait(words.UNUSABLE_TITLE)
    session.send("1")
    begin(session)
    (aside,) = computer.state.glob("*sisihan*")
    assert aside.read_bytes() == content


def test_a_session_of_a_changed_profile_is_not_gone_on_with(computer: Computer) -> None:
    leave(computer.state / FILE, sitting(ANSWERS[:5]))
    profile = computer.folder / QUIZ[2]
    text = profile.read_text(encoding="utf-8")
    profile.write_text(text.replace("version: ", "version: 9", 1), encoding="utf-8")
    session = computer.start(*QUIZ)
    session.wait(words.UNUSABLE_TITLE)
    session.send("2")
    assert session.end() == 0
    assert computer.kept() == {FILE}


def test_where_nothing_can_be_kept_the_quiz_says_so_and_goes_on(computer: Computer) -> None:
    (computer.folder / "berkas").write_text("")
    session = computer.start(*QUIZ, stdout=">hasil", XDG_STATE_HOME=str(computer.folder / "berkas"))
    session.wait(words.NOT_KEPT.split(",")[0])
    begin(session)
    finish(session)
    assert session.end() == 0


def test_a_named_session_that_cannot_be_kept_is_an_error_at_once(computer: Computer) -> None:
    session = computer.start(*QUIZ, "--sesi", "tidak-ada/sesi.json")
    assert session.end() == 73


def test_on_a_full_disk_the_quiz_goes_on_and_tells(computer: Computer) -> None:
    session = computer.start(*QUIZ, stdout=">/dev/tty", before="ulimit -f 0;")
    begin(session)
    answer(session, *ANSWERS[:2])
    session.wait(words.UNSAVED.split(".")[0])
    finish(session, first=3)
    session.wait("Kesimpulan")


def test_a_result_that_cannot_be_written_leaves_the_session(computer: Computer) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full on this system")
    session = computer.start(*QUIZ, stdout=">/dev/full")
    begin(session)
    finish(session)
    assert session.end() == 73
    assert kept_answers(computer) == ANSWERS


@pytest.mark.slow
def test_a_kill_at_any_moment_loses_no_answer(computer: Computer) -> None:
    chance = random.Random(SEED)  # noqa: S311 - no secret
    computer.state.mkdir(parents=True)
    place = 0  # answers that are known to be on disk: the next statement was shown
    for kill in range(KILLS):
        if kill % KILLS_A_RUN == 0:
            (computer.state / FILE).unlink(missing_ok=True)
            place = 0
        session = computer.start(*QUIZ)
        place = _go_on(session, place, chance)
        session.send(str(ANSWERS[place]))
        session.pass_time(chance.random() * LONGEST_WAIT)
        seen = number(session)
        session.kill(signal.SIGKILL)
        session.end()
        known = max(place, (seen or 1) - 1)
        answers = kept_answers(computer) if (computer.state / FILE).exists() else []
        assert answers in (ANSWERS[:known], ANSWERS[: place + 1])
        place = len(answers)
    last = computer.start(*QUIZ, "--format", "json", stdout=">hasil.json")
    _go_on(last, place, chance, more=0)
    assert not [name for name in computer.kept() if name.endswith(".tmp")]
    finish(last, first=place + 1)
    assert last.end() == 0
    assert computer.kept() == set()
    whole = computer.start(*QUIZ, "--format", "json", stdout=">utuh.json")
    begin(whole)
    finish(whole)
    assert whole.end() == 0
    killed, undisturbed = (record(computer.folder / n) for n in ("hasil.json", "utuh.json"))
    assert untimed(killed) == untimed(undisturbed)


def _go_on(
    session: TerminalSession, place: int, chance: random.Random, more: int | None = None
) -> int:
    """Go to the first statement without an answer, and maybe one further; return its index."""
    if place:
        resume(session)
        session.wait(lambda: number(session) == place + 1)
        session.pass_time(0.07)
    else:
        begin(session)
    steps = chance.randrange(2) if more is None else more
    if place + steps >= HALF:
        return place
    answer(session, *ANSWERS[place : place + steps], first=place + 1)
    return place + steps


def test_the_pause_and_the_overview_are_places_to_leave_from(computer: Computer) -> None:
    session = computer.start(*QUIZ)
    begin(session)
    answer(session, *ANSWERS)
    session.send("s")
    assert session.end() == 0
    again = computer.start(*QUIZ, stdout=">hasil")
    resume(again)
    see_page(again, words.OVERVIEW_TITLE)
    again.wait(CHOOSE)
    again.pass_time(1.1)
    again.send(ENTER)
    assert again.end() == 0
