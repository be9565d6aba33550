"""Sessions between two runs: told of, taken up, put aside, held by one run at a time."""

from __future__ import annotations

import os
import re
import signal
import time
from datetime import timedelta
from pathlib import Path

import pytest

from kelompok_quiz.sessions.store import DAYS_ASIDE
from kelompok_quiz.words import quiz as words
from support.mini import MINI_FILE, ORDER, PROFILE
from support.terminal_quiz import (
    ANSWERS,
    COUNT,
    CTRL_C,
    ENTER,
    FILE,
    GO_ON,
    QUIZ,
    answer,
    begin,
    begin_by_lines,
    kept_sitting,
    leave,
    record,
    see,
    see_page,
    sitting,
)
from support.terminal_session import Computer, TerminalSession, spaceless

ASIDE = re.compile(r"pemandu\.sisihan-\d{8}-\d{6}\.json")


def found(computer: Computer, *more: str, stdout: str = "") -> TerminalSession:
    session = computer.start(*QUIZ, *more, stdout=stdout)
    session.wait(words.FOUND_TITLE)
    session.wait(words.LEAVE)
    return session


def aside(computer: Computer) -> Path:
    (name,) = (name for name in computer.kept() if ASIDE.fullmatch(name))
    return computer.state / name


# what the next run says


@pytest.mark.parametrize(
    ("days", "when"), [(0, "hari ini pukul"), (1, "kemarin pukul"), (40, "pukul")]
)
def test_the_next_run_says_how_far_and_when_and_shows_no_answer(
    computer: Computer, days: int, when: str
) -> None:
    leave(computer.state / FILE, sitting([4, 2, None, 5]), timedelta(days=days))
    session = found(computer)
    assert words.FOUND.split("{when}")[0].format(done=4, statements=COUNT) in session.text
    assert when in session.text
    assert words.FOUND_WHOSE in session.text
    assert words.FOUND_ASIDE_DAYS.format(days=DAYS_ASIDE) in session.text
    shown = session.raw.decode()
    assert not [item.text for item in PROFILE.items if item.text in shown]
    assert not [label for label in PROFILE.responses if label in shown]
    session.send("1")
    see(session, 5)
    session.send("\x1b[D")
    session.wait(f"› 5 {PROFILE.responses[4]} {words.EARLIER}")


def test_a_resumed_quiz_opens_where_it_was_left_and_ends_as_if_it_had_not_been(
    computer: Computer,
) -> None:
    session = computer.start(*QUIZ)
    begin(session)
    answer(session, *ANSWERS[:5])
    session.send("\x1b[D")
    see(session, 5)
    session.send("s")
    assert session.end() == 0
    assert kept_sitting(computer.state / FILE).position == 4
    again = found(computer, "--format", "json", stdout="hasil.json")
    again.send("1")
    answer(again, *ANSWERS[4:], first=5)
    again.send(ENTER)
    assert again.end() == 0
    assert record(computer.folder / "hasil.json")["answered"] == COUNT
    assert not computer.state.exists()


@pytest.mark.lama
def test_time_on_a_statement_adds_up_over_two_runs(computer: Computer) -> None:
    session = computer.start(*QUIZ)
    begin(session)
    answer(session, 4)
    session.send("\x1b[D")
    see(session, 1)
    session.send("s")
    assert session.end() == 0
    before = kept_sitting(computer.state / FILE).seconds[ORDER[0]]
    again = found(computer)
    again.send("1")
    see(again, 1)
    again.pass_time(0.5)
    again.send("3")
    see(again, 2)
    spent = kept_sitting(computer.state / FILE).seconds[ORDER[0]] - before
    assert 0.5 <= spent < 3


def test_a_session_file_is_private_and_so_is_its_folder(computer: Computer) -> None:
    session = computer.start(*QUIZ)
    begin(session)
    answer(session, 4)
    assert (computer.state / FILE).stat().st_mode & 0o777 == 0o600
    assert computer.state.stat().st_mode & 0o777 == 0o700


# new, leave


def test_a_new_start_puts_the_old_session_aside_and_says_where(computer: Computer) -> None:
    before = leave(computer.state / FILE, sitting([4, 2]))
    session = found(computer)
    session.send("2")
    begin(session)
    assert aside(computer).read_bytes() == before
    assert not (computer.state / FILE).exists()
    session.send(CTRL_C)
    assert session.end() == 130
    told = words.PUT_ASIDE.split("{")[0]
    assert spaceless(told) in spaceless(session.raw.decode())
    assert aside(computer).name in spaceless(session.raw.decode())
    resumed = computer.start(*QUIZ, "--sesi", str(aside(computer)))
    resumed.wait(words.FOUND_RESUME)
    resumed.send("1")
    see(resumed, 3)


def test_a_finished_new_session_leaves_the_one_put_aside(computer: Computer) -> None:
    before = leave(computer.state / FILE, sitting([4, 2]))
    session = found(computer)
    session.send("2")
    begin(session)
    answer(session, 5)
    session.send("s")
    assert session.end() == 0
    assert kept_sitting(computer.state / FILE).answers == {ORDER[0]: 5}
    assert aside(computer).read_bytes() == before


@pytest.mark.parametrize("linear", [[], ["--aksesibel"]], ids=["screen", "linear"])
def test_baru_asks_nothing_and_puts_the_old_session_aside(
    computer: Computer, linear: list[str]
) -> None:
    before = leave(computer.state / FILE, sitting([4, 2]))
    session = computer.start(*QUIZ, "--baru", *linear)
    if linear:
        begin_by_lines(session)
    else:
        begin(session)
    assert words.FOUND_TITLE not in spaceless(session.raw.decode())
    assert aside(computer).read_bytes() == before
    session.send(CTRL_C)
    assert session.end() == 130
    assert computer.kept() == {aside(computer).name}
    assert spaceless(words.NOTHING_TO_SAVE) in session.told


@pytest.mark.parametrize("linear", [[], ["--aksesibel"]], ids=["screen", "linear"])
def test_baru_leaves_the_old_session_in_its_place_until_the_opening_is_passed(
    computer: Computer, linear: list[str]
) -> None:
    before = leave(computer.state / FILE, sitting([4, 2]))
    session = computer.start(*QUIZ, "--baru", *linear)
    session.wait(words.NOT_A_TEST)
    session.send(CTRL_C)
    assert session.end() == 130
    assert computer.kept() == {FILE}
    assert (computer.state / FILE).read_bytes() == before
    assert spaceless(words.SAVED.split("{")[0]) in session.told


def test_baru_without_a_session_is_a_usual_start(computer: Computer) -> None:
    session = computer.start(*QUIZ, "--baru")
    session.wait(GO_ON)
    assert spaceless(words.PUT_ASIDE.split("{")[0]) not in spaceless(session.raw.decode())


def test_leaving_at_the_question_leaves_the_session_untouched(computer: Computer) -> None:
    before = leave(computer.state / FILE, sitting([4, 2]))
    session = found(computer)
    session.send("3")
    assert session.end() == 0
    assert spaceless(words.SAVED.split("{")[0]) in session.told
    assert (computer.state / FILE).read_bytes() == before
    assert computer.kept() == {FILE}


def test_what_was_put_aside_long_ago_is_forgotten(computer: Computer) -> None:
    old = computer.state / "pemandu.sisihan-20200101-000000.json"
    leave(old, sitting([4]))
    long_ago = time.time() - (DAYS_ASIDE + 1) * 86_400
    os.utime(old, (long_ago, long_ago))
    new = computer.state / "pemandu.sisihan-20990101-000000.json"
    leave(new, sitting([4]))
    session = computer.start(*QUIZ)
    session.wait(GO_ON)
    assert not old.exists()
    assert new.exists()


# sessions nobody can go on with


UNUSABLE = {
    "corrupt": (b'{"session": 1, "prof', "rusak"),
    "empty object": (b"{}", "bukan berkas sesi"),
    "not text": (b"\xff\xfe\x00", "bukan berkas sesi"),
}


@pytest.mark.parametrize(("text", "wrong"), UNUSABLE.values(), ids=UNUSABLE)
@pytest.mark.lama
def test_a_corrupt_session_is_explained_and_kept_aside(
    computer: Computer, text: bytes, wrong: str
) -> None:
    computer.state.mkdir(parents=True)
    (computer.state / FILE).write_bytes(text)
    session = computer.start(*QUIZ)
    session.wait(words.UNUSABLE_TITLE)
    session.wait(wrong)
    assert spaceless(str(computer.state / FILE)) in session.told
    session.send("1")
    begin(session)
    answer(session, 4)
    assert aside(computer).read_bytes() == text
    assert kept_sitting(computer.state / FILE).answers == {ORDER[0]: 4}


def test_a_corrupt_session_can_be_left_for_its_owner_to_look_at(computer: Computer) -> None:
    computer.state.mkdir(parents=True)
    (computer.state / FILE).write_bytes(b"{")
    session = computer.start(*QUIZ)
    session.wait(words.UNUSABLE_TITLE)
    session.send("2")
    assert session.end() == 0
    assert (computer.state / FILE).read_bytes() == b"{"
    assert computer.kept() == {FILE}


def test_a_session_of_another_version_of_the_profile_is_explained(computer: Computer) -> None:
    before = leave(computer.state / FILE, sitting([4, 2]))
    changed = MINI_FILE.read_text("utf-8").replace("version: 1.0.0", "version: 1.0.1")
    (computer.folder / MINI_FILE.name).write_text(changed, "utf-8")
    session = computer.start(*QUIZ)
    session.wait(words.UNUSABLE_TITLE)
    session.wait("1.0.0")
    session.send("1")
    begin(session)
    assert aside(computer).read_bytes() == before


def test_an_empty_session_file_is_a_new_session(computer: Computer) -> None:
    (computer.folder / "sesi.json").touch()
    session = computer.start(*QUIZ, "--sesi", "sesi.json")
    begin(session)
    answer(session, 4)
    assert kept_sitting(computer.folder / "sesi.json").answers == {ORDER[0]: 4}


# a file of one's own


def test_a_named_session_is_kept_there_and_gone_when_finished(computer: Computer) -> None:
    named = computer.folder / "sesi.json"
    options = (*QUIZ, "--sesi", "sesi.json")
    session = computer.start(*options)
    begin(session)
    answer(session, 4)
    session.send("s")
    assert session.end() == 0
    assert (
        session.rows.count("  python -m kelompok_quiz mulai --profil mini.yaml --sesi sesi.json")
        == 1
    )
    assert kept_sitting(named).answers == {ORDER[0]: 4}
    assert not computer.state.exists()
    leave(named, sitting(ANSWERS))
    again = computer.start(*options, stdout="hasil.txt")
    again.wait(words.FOUND_ASIDE)
    again.send("1")
    see_page(again, words.OVERVIEW_TITLE)
    again.send(ENTER)
    assert again.end() == 0
    assert not [path.name for path in computer.folder.iterdir() if "sesi" in path.name]


@pytest.mark.parametrize(
    "words_", [["--sesi", "mini.yaml"], ["--sesi", "a.json", "--simpan", "a.json"]]
)
def test_one_file_for_two_purposes_is_refused(computer: Computer, words_: list[str]) -> None:
    session = computer.start(*QUIZ, *words_)
    assert session.end() == 2
    assert (computer.folder / MINI_FILE.name).read_bytes() == MINI_FILE.read_bytes()


@pytest.mark.parametrize("more", [[], ["--baru"]], ids=["asked", "--baru"])
def test_a_file_that_is_no_session_is_refused_and_left_as_it_is(
    computer: Computer, more: list[str]
) -> None:
    grades = computer.folder / "nilai.csv"
    grades.write_text("nama,nilai\nAni,90\n", "utf-8")
    before = {path.name for path in computer.folder.iterdir()}
    session = computer.start(*QUIZ, "--sesi", "nilai.csv", *more)
    assert session.end() == 65
    assert "bukan berkas sesi" in session.text
    assert b"\x1b" not in session.raw
    assert grades.read_text("utf-8") == "nama,nilai\nAni,90\n"
    assert {path.name for path in computer.folder.iterdir()} - before <= {"terminal-1"}


def test_a_folder_is_no_session(computer: Computer) -> None:
    (computer.folder / "folder").mkdir()
    session = computer.start(*QUIZ, "--sesi", "folder")
    assert session.end() in {66, 73}
    assert b"Traceback" not in session.raw
    assert not list(computer.folder.glob(".*.lock"))


# two runs


@pytest.mark.parametrize("linear", [[], ["--aksesibel"]], ids=["screen", "linear"])
@pytest.mark.lama
def test_a_second_run_is_told_and_the_first_goes_on(computer: Computer, linear: list[str]) -> None:
    first = computer.start(*QUIZ)
    begin(first)
    answer(first, 4)
    second = computer.start(*QUIZ, *linear)
    assert second.end() == 75
    assert "jendela lain" in second.text
    assert b"\x1b" not in second.raw
    answer(first, 2, first=2)
    first.send("s")
    assert first.end() == 0
    assert kept_sitting(computer.state / FILE).answers == {ORDER[0]: 4, ORDER[1]: 2}
    assert computer.kept() == {FILE}


@pytest.mark.lama
def test_another_session_file_is_no_second_run(computer: Computer) -> None:
    first = computer.start(*QUIZ)
    begin(first)
    second = computer.start(*QUIZ, "--sesi", "adik.json")
    begin(second)
    answer(second, 4)
    answer(first, 3)
    assert kept_sitting(computer.folder / "adik.json").answers == {ORDER[0]: 4}
    assert kept_sitting(computer.state / FILE).answers == {ORDER[0]: 3}


def test_a_run_that_was_killed_holds_nothing(computer: Computer) -> None:
    first = computer.start(*QUIZ)
    begin(first)
    answer(first, 4)
    (computer.state / f".{FILE}.abcd.tmp").write_text("sisa", "utf-8")
    first.kill(signal.SIGKILL)
    assert first.end() == 137
    second = found(computer)
    assert computer.kept() - {f".{FILE}.lock"} == {FILE}, "strays are swept"
    second.send("1")
    see(second, 2)


def test_a_suspended_run_still_holds_its_session(computer: Computer) -> None:
    first = computer.start(*QUIZ)
    begin(first)
    answer(first, 4)
    first.kill(signal.SIGSTOP)
    second = computer.start(*QUIZ)
    assert second.end() == 75
    first.kill(signal.SIGCONT)
