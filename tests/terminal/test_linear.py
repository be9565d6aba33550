"""The quiz line by line: for screen readers and terminals that draw nothing."""

from __future__ import annotations

from typing import Any

import pytest

from kelompok_quiz.words import quiz as words
from support.mini import ORDER, PROFILE
from support.terminal_quiz import (
    ANSWERS,
    CONCLUSION,
    COUNT,
    CTRL_C,
    CTRL_D,
    FILE,
    HALF,
    QUIZ,
    READ_OVERVIEW,
    await_prompt,
    begin_by_lines,
    kept_sitting,
    leave,
    record,
    say,
    sitting,
    untimed,
)
from support.terminal_session import Computer, TerminalSession, spaceless

WAYS: dict[str, tuple[list[str], dict[str, Any]]] = {
    "option": (["--aksesibel"], {}),
    "accessible": ([], {"ACCESSIBLE": "1"}),
    "dumb": ([], {"TERM": "dumb"}),
}


def linear(computer: Computer, *more: str, **options: Any) -> TerminalSession:
    session = computer.start(*QUIZ, "--aksesibel", *more, **options)
    await_prompt(session)
    return session


def begun(computer: Computer, *more: str, **options: Any) -> TerminalSession:
    session = linear(computer, *more, **options)
    begin_by_lines(session)
    return session


def label(place: int) -> str:
    return words.STATEMENT_LABEL.format(number=place, statements=COUNT)


def given(computer: Computer) -> list[int | None]:
    answers = kept_sitting(computer.state / FILE).answers
    return [answers[item] for item in ORDER if item in answers]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.lama
def test_not_one_escape_is_written_and_nothing_is_redrawn(computer: Computer, way: str) -> None:
    options, env = WAYS[way]
    leave(computer.state / FILE, sitting([None, *ANSWERS[1:]]))
    session = computer.start(*QUIZ, *options, **env)
    say(session, "1")
    say(session, "1")
    say(session, "bantuan")
    say(session, str(ANSWERS[0]))
    session.send("hasil\r")
    assert session.end() == 0
    assert CONCLUSION in session.transcript
    assert_plain(session)
    assert not computer.state.exists()


def test_from_opening_to_report_everything_is_said_once(computer: Computer) -> None:
    session = linear(computer)
    assert PROFILE.summary in session.text
    assert PROFILE.tasks[-1].text in begin_by_lines(session)
    for place, answer in enumerate(ANSWERS, 1):
        if place == HALF + 1:
            assert words.HALFWAY_TITLE in session.text
            say(session, "")
        assert label(place) in session.text
        say(session, str(answer))
    assert words.ALL_ANSWERED.format(statements=COUNT) in session.text
    assert words.RETAKE_TITLE in say(session, "hasil")
    session.send("2\r")
    assert session.end() == 0
    assert CONCLUSION in session.transcript
    assert_plain(session)
    for title in (
        words.NOT_A_TEST,
        words.HOW_TO_ANSWER[:30],
        words.HALFWAY_TITLE,
        words.OVERVIEW_TITLE,
        label(7),
    ):
        assert session.transcript.count(title) == 1


def assert_plain(session: TerminalSession) -> None:
    assert b"\x1b" not in session.raw
    assert b"\b" not in session.raw
    assert session.raw.count(b"\r") == session.raw.count(b"\r\n")


def test_every_word_does_what_its_key_does(computer: Computer) -> None:
    session = begun(computer)
    assert label(2) in say(session, "4")
    assert label(3) in say(session, "0")
    assert label(4) in say(session, " LEWATI ")
    told = say(session, "kembali")
    assert label(3) in told
    assert words.SKIPPED in told
    told = say(session, "2")
    assert label(4) in told
    assert label(3) in say(session, "kembali")
    assert label(4) in say(session, "lanjut"), "the earlier answer stays"
    for word in ("bantuan", "?"):
        told = say(session, word)
        assert words.EXPLAINED in " ".join(told.split())
        assert label(4) not in told
    assert given(computer) == [4, None, 2]
    session.send("simpan\r")
    assert session.end() == 0
    assert "python -m kelompok_quiz mulai --aksesibel --profil mini.yaml" in session.text


def test_going_back_says_the_earlier_answer(computer: Computer) -> None:
    session = begun(computer)
    say(session, "4")
    told = say(session, "kembali")
    assert words.EARLIER_LABEL.format(number=4, label=PROFILE.responses[3]) in told


def test_a_line_that_means_nothing_changes_nothing_and_helps(computer: Computer) -> None:
    session = begun(computer)
    for line in ("", "6", "12", "x", "-1", "４", "halo dunia", "\x1b[A"):
        told = " ".join(say(session, line).split())
        assert words.LINEAR_HELP.format(points=PROFILE.points) in told, line
        assert label(2) not in told, line
    assert not computer.kept() & {FILE}
    assert label(2) in say(session, "4")


def test_several_lines_at_once_are_a_paste_and_none_is_used(computer: Computer) -> None:
    session = begun(computer)
    told = say(session, "4\r3\r5\r2")
    assert words.LINEAR_PASTED in " ".join(told.split())
    assert not computer.kept() & {FILE}
    assert label(2) in say(session, "4")


def test_what_is_pasted_while_nobody_is_asked_is_not_used(computer: Computer) -> None:
    session = computer.start(*QUIZ, "--aksesibel")
    session.send("\r4\r3\r")
    await_prompt(session)
    session.settle()
    await_prompt(session)
    assert not computer.kept() & {FILE}


def test_the_overview_opens_statements_by_their_number(computer: Computer) -> None:
    leave(computer.state / FILE, sitting([None, 2, None, *ANSWERS[3:]]))
    session = linear(computer)
    assert words.FOUND_TITLE in session.text
    told = say(session, "1")
    assert words.STILL_EMPTY in told
    assert words.SOME_SKIPPED.format(answered=COUNT - 2, statements=COUNT) in told
    assert f"\n3 {PROFILE.find_item(ORDER[2]).text[:20]}" in told
    assert label(3) in say(session, "3")
    assert words.SOME_SKIPPED.format(answered=COUNT - 1, statements=COUNT) in say(session, "5")
    for line in ("", "0", str(COUNT + 1), "lanjut"):
        assert words.LINEAR_OVERVIEW in " ".join(say(session, line).split())
    assert label(COUNT) in say(session, "kembali")
    assert words.OVERVIEW_TITLE in say(session, "lanjut")
    session.send("hasil\r")
    assert session.end() == 0
    assert CONCLUSION in session.text


@pytest.mark.parametrize("left", ["keluar\r", CTRL_C, CTRL_D], ids=["word", "ctrl-c", "ctrl-d"])
def test_leaving_keeps_the_answers_and_the_terminal(computer: Computer, left: str) -> None:
    session = begun(computer)
    say(session, "4")
    session.send(left)
    assert session.end() == 130
    assert spaceless(words.SAVED.split("{")[0]) in session.told
    assert given(computer) == [4]
    before, after = session.terminal_modes
    assert before == after
    assert "Traceback" not in session.transcript


def test_a_choice_wants_its_number(computer: Computer) -> None:
    leave(computer.state / FILE, sitting([4]))
    session = linear(computer)
    assert words.LINEAR_CHOICE in say(session, "")
    assert words.LINEAR_CHOICE in say(session, "4")
    session.send("3\r")
    assert session.end() == 0
    assert given(computer) == [4]


def test_an_encoding_without_signs_gets_ascii_alone(computer: Computer) -> None:
    session = computer.start_in_shell(*QUIZ, "--aksesibel", LC_ALL="C", PYTHONUTF8="0")
    begin_by_lines(session)
    say(session, "bantuan")
    say(session, "halo")
    say(session, "4")
    session.send("simpan\r")
    assert session.end() == 0
    assert session.raw.isascii()


def test_lines_give_the_record_that_keys_give(computer: Computer) -> None:
    leave(computer.state / FILE, sitting(ANSWERS[:-1]))
    session = linear(computer, "--format", "json", "--keluaran", "baris.json")
    say(session, "1")
    say(session, str(ANSWERS[-1]))
    session.send("hasil\r")
    assert session.end() == 0
    leave(computer.state / FILE, sitting(ANSWERS))
    keys = computer.start(*QUIZ, "--format", "json", "--keluaran", "tombol.json")
    keys.wait(words.FOUND_RESUME)
    keys.send("1")
    keys.wait(words.OVERVIEW_TITLE)
    keys.pass_time(READ_OVERVIEW)
    keys.send("\r")
    assert keys.end() == 0
    by_lines, by_keys = (record(computer.folder / f"{n}.json") for n in ("baris", "tombol"))
    assert untimed(by_lines) == untimed(by_keys)
