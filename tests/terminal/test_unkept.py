"""Where answers cannot be kept, or no longer: the quiz says so and goes on."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from kelompok_quiz.words import quiz as words
from support.mini import MINI_FILE, ORDER
from support.terminal_quiz import (
    ANSWERS,
    APART,
    CONCLUSION,
    COUNT,
    CTRL_C,
    ENTER,
    FILE,
    GO_ON,
    QUIZ,
    answer,
    begin,
    begin_by_lines,
    finish,
    kept_sitting,
    leave,
    number,
    say,
    see,
    see_page,
    sitting,
)
from support.terminal_session import Computer, TerminalSession, spaceless

pytestmark = pytest.mark.lama


NOT_SAVED = spaceless(words.NOT_SAVED)
LEAVE = " ".join(words.HINT_LEAVE)
SAVE = " ".join(words.HINT_SAVE)

Mount = Callable[[Path, str], None]


@pytest.fixture
def mount() -> Iterator[Mount]:
    """Mount an own file system with these options, where the system lets us."""
    with ExitStack() as mounted:

        def own(folder: Path, options: str) -> None:
            folder.mkdir(parents=True, exist_ok=True)
            command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
            if os.geteuid() or subprocess.run(command, capture_output=True, check=False).returncode:
                pytest.skip("only root may mount, and not everywhere")
            mounted.callback(subprocess.run, ["umount", "-l", str(folder)], check=True)

        yield own


# nowhere to keep answers


def nowhere(computer: Computer) -> dict[str, str]:
    """Folders that nobody can make, not even root."""
    (computer.folder / "berkas").touch()
    return {"proc": "/proc/kuis", "file": str(computer.folder / "berkas" / "state")}


@pytest.mark.parametrize("place", ["proc", "file"])
def test_a_quiz_whose_answers_cannot_be_kept_says_so(computer: Computer, place: str) -> None:
    state = nowhere(computer)[place]
    session = computer.start(*QUIZ, XDG_STATE_HOME=state)
    session.wait(GO_ON)
    assert words.NOT_KEPT in session.text
    assert words.KEPT_UNTIL_DONE not in session.text
    begin(session)
    assert LEAVE in session.text
    assert SAVE not in session.text
    session.send("s")
    session.settle()
    assert number(session) == 1


def test_such_a_quiz_comes_to_its_result(computer: Computer) -> None:
    state = nowhere(computer)["file"]
    session = computer.start(*QUIZ, stdout="hasil.txt", XDG_STATE_HOME=state)
    begin(session)
    finish(session)
    assert session.end() == 0
    assert CONCLUSION in (computer.folder / "hasil.txt").read_text("utf-8")


def test_leaving_such_a_quiz_says_that_nothing_is_kept(computer: Computer) -> None:
    session = computer.start(*QUIZ, XDG_STATE_HOME=nowhere(computer)["file"])
    begin(session)
    answer(session, 4)
    session.send(CTRL_C)
    assert session.end() == 130
    assert session.told == NOT_SAVED


def test_such_a_quiz_knows_no_saving_word_line_by_line(computer: Computer) -> None:
    session = computer.start(*QUIZ, "--aksesibel", XDG_STATE_HOME=nowhere(computer)["file"])
    session.wait(words.PROMPT.strip())
    assert words.NOT_KEPT in session.text
    begin_by_lines(session)
    told = say(session, "simpan")
    assert words.LINEAR_UNKNOWN.format(line="simpan") in told


def test_a_folder_that_is_read_only_keeps_nothing(computer: Computer, mount: Mount) -> None:
    mount(computer.state.parent, "ro")
    session = computer.start(*QUIZ)
    session.wait(GO_ON)
    assert words.NOT_KEPT in session.text
    begin(session)
    answer(session, 4, 3)


def test_a_session_in_a_folder_now_read_only_is_not_lost(computer: Computer, mount: Mount) -> None:
    mount(computer.state.parent, "rw")
    before = leave(computer.state / FILE, sitting([4, 2]))
    subprocess.run(["mount", "-o", "remount,ro", str(computer.state.parent)], check=True)
    session = computer.start(*QUIZ)
    session.wait(GO_ON)
    assert words.NOT_KEPT in session.text
    session.send(CTRL_C)
    assert session.end() == 130
    assert (computer.state / FILE).read_bytes() == before


@pytest.mark.parametrize("place", ["/proc/sesi.json", "mini.yaml/sesi.json", "tiada/sesi.json"])
def test_a_named_session_that_cannot_be_made_ends_before_the_first_question(
    computer: Computer, place: str
) -> None:
    session = computer.start(*QUIZ, "--sesi", place)
    assert session.end() == 73
    assert b"\x1b" not in session.raw
    assert "Galat" in session.text
    assert (computer.folder / MINI_FILE.name).read_bytes() == MINI_FILE.read_bytes()


def test_a_named_session_on_a_disk_without_room_for_a_file_ends_the_same(
    computer: Computer, mount: Mount
) -> None:
    disk = computer.folder / "cakram"
    mount(disk, "nr_inodes=2")
    (disk / "penuh").touch()
    session = computer.start(*QUIZ, "--sesi", "cakram/sesi.json")
    assert session.end() == 73
    assert b"\x1b" not in session.raw


# no more room


def shown(session: TerminalSession) -> bool:
    return words.UNSAVED in session.text


def test_on_a_full_disk_the_quiz_says_so_goes_on_and_finishes(computer: Computer) -> None:
    before = leave(computer.state / FILE, sitting(ANSWERS[:-2]))
    session = computer.start(*QUIZ, largest_file=0)
    session.wait(words.FOUND_RESUME)
    session.send("1")
    session.pass_time(APART)
    see(session, COUNT - 1)
    assert not shown(session)
    answer(session, ANSWERS[-2], first=COUNT - 1)
    assert shown(session)
    answer(session, ANSWERS[-1], first=COUNT)
    assert shown(session)
    assert (computer.state / FILE).read_bytes() == before
    session.send(ENTER)
    assert session.end() == 0
    assert "Hasil: " in session.text
    assert not computer.state.exists()


def test_leaving_on_a_full_disk_says_that_nothing_is_saved(computer: Computer) -> None:
    session = computer.start(*QUIZ, largest_file=0)
    begin(session)
    answer(session, ANSWERS[0])
    session.wait(words.UNSAVED)
    session.send("s")
    assert session.end() == 0
    assert session.told == NOT_SAVED
    assert not computer.state.exists()


def test_line_by_line_a_full_disk_is_told_as_well(computer: Computer) -> None:
    session = computer.start(*QUIZ, "--aksesibel", largest_file=0)
    begin_by_lines(session)
    assert words.UNSAVED in say(session, "4")


def test_a_disk_that_fills_up_keeps_what_was_saved_and_room_heals_it(
    computer: Computer, mount: Mount
) -> None:
    mount(computer.state.parent, "size=64k")
    session = computer.start(*QUIZ)
    begin(session)
    answer(session, *ANSWERS[:3])
    assert not shown(session)
    ballast = computer.state.parent / "penuh"
    fill(ballast)
    answer(session, ANSWERS[3], first=4)
    session.wait(words.UNSAVED)
    assert kept_sitting(computer.state / FILE).answered == 3
    ballast.unlink()
    answer(session, ANSWERS[4], first=5)
    session.wait(lambda: not shown(session))
    assert kept_sitting(computer.state / FILE).answers == dict(
        zip(ORDER, ANSWERS[:5], strict=False)
    )
    assert computer.kept() == {FILE, f".{FILE}.lock"}


def test_what_was_saved_before_the_disk_was_full_can_be_resumed(
    computer: Computer, mount: Mount
) -> None:
    mount(computer.state.parent, "size=64k")
    before = leave(computer.state / FILE, sitting(ANSWERS[:3]))
    fill(computer.state.parent / "penuh")
    session = computer.start(*QUIZ)
    session.wait(words.FOUND_RESUME)
    session.send("1")
    answer(session, ANSWERS[3], first=4)
    session.wait(words.UNSAVED)
    session.send(CTRL_C)
    assert session.end() == 130
    assert (computer.state / FILE).read_bytes() == before


def fill(path: Path) -> None:
    with path.open("wb", buffering=0) as ballast:
        try:
            while True:
                ballast.write(bytes(4096))
        except OSError:
            pass


@pytest.mark.parametrize("option", ["--simpan", "--keluaran", "--sesi"])
@pytest.mark.parametrize("state", ["full", "read-only"])
def test_a_disk_that_takes_nothing_is_refused_before_the_first_question(
    computer: Computer, mount: Mount, option: str, state: str
) -> None:
    disk = computer.folder / "cakram"
    mount(disk, "size=64k")
    if state == "full":
        fill(disk / "penuh")
    else:
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    before = set(disk.iterdir())
    session = computer.start(*QUIZ, option, "cakram/jawaban.json")
    assert session.end() == 73
    assert b"\x1b" not in session.raw
    assert ".lock" not in session.text
    assert set(disk.iterdir()) == before


def test_a_full_folder_of_sessions_is_told_on_the_opening(computer: Computer, mount: Mount) -> None:
    mount(computer.state.parent, "size=64k")
    computer.state.mkdir()
    fill(computer.state.parent / "penuh")
    session = computer.start(*QUIZ)
    session.wait(GO_ON)
    assert words.NOT_KEPT in session.text


def test_answers_that_cannot_be_saved_at_the_end_keep_the_session(
    computer: Computer, mount: Mount
) -> None:
    disk = computer.folder / "cakram"
    mount(disk, "size=64k")
    leave(computer.state / FILE, sitting(ANSWERS))
    session = computer.start(*QUIZ, "--simpan", "cakram/jawaban.json", stdout="hasil.txt")
    session.wait(words.FOUND_RESUME)
    session.send("1")
    see_page(session, words.OVERVIEW_TITLE)
    fill(disk / "penuh")
    session.send(ENTER)
    assert session.end() == 73
    assert spaceless(words.SAFE.split("{")[0]) in session.told
    assert not (disk / "jawaban.json").exists()
    assert kept_sitting(computer.state / FILE).answered == COUNT
    (disk / "penuh").unlink()
    again = computer.start(*QUIZ, "--simpan", "cakram/jawaban.json", stdout="hasil.txt")
    again.wait(words.FOUND_RESUME)
    again.send("1")
    see_page(again, words.OVERVIEW_TITLE)
    again.send(ENTER)
    assert again.end() == 0
    assert (disk / "jawaban.json").exists()


def test_a_session_stays_readable_where_only_small_files_are_allowed(computer: Computer) -> None:
    session = computer.start(*QUIZ, largest_file=512)
    begin(session)
    for place in range(1, COUNT):
        answer(session, ANSWERS[place - 1], first=place)
        if shown(session):
            break
    assert shown(session)
    kept = kept_sitting(computer.state / FILE)
    assert 0 < kept.answered < place
    see(session, place + 1)
