"""Every key of the quiz on a whole screen, and keys that nobody meant."""

from __future__ import annotations

from shlex import join

import pytest

from kelompok_quiz.words import quiz as words
from support.mini import MINI_FILE, ORDER, PROFILE
from support.preloaded import SUSPENDED
from support.terminal_quiz import (
    ANSWERS,
    APART,
    BACKSPACE,
    CHOOSE,
    CONCLUSION,
    COUNT,
    CTRL_H,
    CTRL_Z,
    DOWN,
    ENTER,
    FILE,
    GO_ON,
    HALF,
    LEFT,
    QUIZ,
    READ,
    READ_OVERVIEW,
    START,
    UP,
    answer,
    begin,
    kept_sitting,
    leave,
    number,
    see,
    see_page,
    sitting,
    turn_to_tasks,
)
from support.terminal_session import Computer, TerminalSession, spaceless

LABELS = PROFILE.responses
ESCAPE_WAITS = 0.6
"""Seconds until an Escape that nothing follows is a key of its own: prompt_toolkit waits 0.5."""


@pytest.fixture
def quiz(computer: Computer) -> TerminalSession:
    """The quiz with its first statement on screen."""
    session = computer.start(*QUIZ)
    begin(session)
    return session


def given(computer: Computer) -> list[int | None]:
    """The answers that are on disk, in presented order."""
    answers = kept_sitting(computer.state / FILE).answers
    return [answers[item] for item in ORDER if item in answers]


def marked(response: int) -> str:
    return f"› {response} {LABELS[response - 1]}"


def earlier(response: int) -> str:
    return f"{marked(response)} {words.EARLIER}"


# answering


def test_every_digit_answers_at_once(computer: Computer, quiz: TerminalSession) -> None:
    answer(quiz, 1, 2, 3, 4, 5)
    assert given(computer) == [1, 2, 3, 4, 5]


def test_digits_beyond_the_responses_and_letters_do_nothing(
    computer: Computer, quiz: TerminalSession
) -> None:
    quiz.send(*"6789abcxyzS!", pause=0.01)
    quiz.settle()
    assert number(quiz) == 1
    assert not computer.kept() & {FILE}


def test_nothing_is_marked_before_a_person_marks_it(quiz: TerminalSession) -> None:
    assert "›" not in quiz.text
    quiz.send(ENTER)
    quiz.settle()
    assert number(quiz) == 1


def test_arrows_mark_and_enter_answers(computer: Computer, quiz: TerminalSession) -> None:
    quiz.send(DOWN, DOWN)
    quiz.wait(marked(2))
    assert marked(2) in " ".join(quiz.cursor_row.split())
    quiz.send(UP)
    quiz.wait(marked(1))
    quiz.send(UP, DOWN, DOWN, ENTER)
    see(quiz, 2)
    assert "›" not in quiz.text
    quiz.send(UP)
    quiz.wait(marked(5))
    quiz.send(DOWN, "\n")
    see(quiz, 3)
    assert given(computer) == [3, 5]


@pytest.mark.parametrize("key", [BACKSPACE, CTRL_H, LEFT], ids=["backspace", "ctrl-h", "left"])
@pytest.mark.lama
def test_going_back_marks_the_answer_and_enter_keeps_it(
    computer: Computer, quiz: TerminalSession, key: str
) -> None:
    answer(quiz, 4, 3)
    quiz.send(key)
    quiz.wait(earlier(3))
    see(quiz, 2)
    assert kept_sitting(computer.state / FILE).position == 1
    quiz.send(ENTER)
    see(quiz, 3)
    assert given(computer) == [4, 3]


def test_an_answer_can_be_changed_and_back_ends_at_the_first_statement(
    computer: Computer, quiz: TerminalSession
) -> None:
    answer(quiz, 4, 3)
    quiz.send(LEFT, pause=APART)
    quiz.send(LEFT, pause=APART)
    quiz.send(LEFT, pause=APART)
    quiz.wait(earlier(4))
    assert number(quiz) == 1
    quiz.send("5")
    quiz.wait(earlier(3))
    assert given(computer) == [5, 3]


@pytest.mark.lama
def test_zero_skips_and_going_back_says_so(computer: Computer, quiz: TerminalSession) -> None:
    answer(quiz, 0, 2)
    assert given(computer) == [None, 2]
    quiz.send(LEFT, pause=APART)
    quiz.send(LEFT)
    quiz.wait(words.SKIPPED)
    assert "›" not in quiz.text


def test_the_question_mark_explains_and_hides_again(quiz: TerminalSession) -> None:
    shown = quiz.text
    quiz.send("?")
    quiz.wait(words.EXPLAINED)
    quiz.wait(" ".join(words.HINT_HIDE))
    quiz.pass_time(APART)
    quiz.send("?")
    quiz.wait(lambda: quiz.text == shown)
    quiz.send("?")
    quiz.pass_time(APART)
    answer(quiz, 3)
    assert words.EXPLAINED not in quiz.text


def test_what_a_statement_means_is_explained_where_the_profile_says_it(computer: Computer) -> None:
    text = MINI_FILE.read_text("utf-8")
    line = next(row for row in text.splitlines() if f"id: {ORDER[0]}," in row)
    explained = line.replace("}", ", meaning: Membaca keras-keras}")
    profile = computer.folder / "berarti.yaml"
    profile.write_text(text.replace(line, explained), "utf-8")
    session = computer.start("mulai", "--profil", profile.name)
    begin(session)
    session.send("?")
    session.wait("Membaca keras-keras")


def test_s_saves_and_leaves(computer: Computer, quiz: TerminalSession) -> None:
    answer(quiz, 4)
    quiz.send("s")
    assert quiz.end() == 0
    assert quiz.told == spaceless(
        words.SAVED.format(command=join(["python", "-m", "kelompok_quiz", *QUIZ]))
    )
    assert given(computer) == [4]


def test_s_before_any_answer_keeps_nothing(computer: Computer, quiz: TerminalSession) -> None:
    quiz.send("s")
    assert quiz.end() == 0
    assert quiz.told == spaceless(words.NOTHING_TO_SAVE)
    assert not computer.state.exists()


def test_ctrl_z_gives_the_terminal_back_and_fg_goes_on(
    computer: Computer, quiz: TerminalSession
) -> None:
    answer(quiz, 4)
    quiz.send(CTRL_Z)
    quiz.wait(SUSPENDED)
    assert words.HINT_ANSWER[1] not in quiz.text
    see(quiz, 2)
    answer(quiz, 2, first=2)
    assert given(computer) == [4, 2]
    spent = kept_sitting(computer.state / FILE).seconds[ORDER[1]]
    quiz.send("s")
    assert quiz.end() == 0
    assert spent < 0.3, "the time in which the quiz was suspended counts"


# the opening, the pause, the overview


def test_the_opening_says_what_comes_and_only_enter_begins(computer: Computer) -> None:
    session = computer.start(*QUIZ)
    session.wait(GO_ON)
    assert PROFILE.title in session.text
    assert PROFILE.summary in session.text
    assert words.KEPT_UNTIL_DONE in session.text
    assert words.NOT_A_TEST in session.text
    session.send(*"1234 ?x0", LEFT, DOWN, pause=0.01)
    session.settle()
    assert GO_ON in session.text


def test_the_tasks_come_before_the_first_statement_and_lead_back(computer: Computer) -> None:
    session = computer.start(*QUIZ)
    turn_to_tasks(session)
    assert all(f"{task.label}: {task.text}" in session.text for task in PROFILE.tasks)
    assert words.HOW_TO_ANSWER in session.text
    session.send(*"1234 ?x0", DOWN, pause=0.01)
    session.settle()
    assert START in session.text
    session.send(LEFT)
    session.wait(words.NOT_A_TEST)
    session.pass_time(APART)
    begin(session)


@pytest.fixture
def paused(computer: Computer) -> TerminalSession:
    """The quiz half-way."""
    leave(computer.state / FILE, sitting(ANSWERS[: HALF - 1]))
    session = computer.start(*QUIZ)
    session.wait(words.FOUND_RESUME)
    session.send("1")
    session.pass_time(APART)
    answer(session, ANSWERS[HALF - 1], first=HALF)
    return session


@pytest.mark.lama
def test_half_way_there_is_a_pause_that_is_not_timed(
    computer: Computer, paused: TerminalSession
) -> None:
    quiz = paused
    assert words.HALFWAY.format(done=HALF, statements=COUNT) in quiz.text
    assert GO_ON in quiz.text
    quiz.send("1", "0", "?", pause=0.01)
    quiz.pass_time(1.0)
    quiz.send(ENTER)
    answer(quiz, ANSWERS[HALF], first=HALF + 1)
    kept = kept_sitting(computer.state / FILE)
    assert given(computer) == ANSWERS[: HALF + 1]
    assert kept.seconds[ORDER[HALF]] < 1.0
    quiz.send(LEFT)
    see(quiz, HALF + 1)
    quiz.pass_time(APART)
    quiz.send(LEFT)
    see(quiz, HALF)
    quiz.send(str(ANSWERS[HALF - 1]))
    see(quiz, HALF + 1)


def test_from_the_pause_there_is_a_way_back(paused: TerminalSession) -> None:
    paused.send(BACKSPACE)
    see(paused, HALF)
    paused.wait(earlier(ANSWERS[HALF - 1]))


def at_overview(computer: Computer, *answers: int | None) -> TerminalSession:
    """A quiz that has come to its overview: these answers, then those of `ANSWERS`."""
    leave(computer.state / FILE, sitting([*answers, *ANSWERS[len(answers) :]]))
    session = computer.start(*QUIZ, stdout="hasil.txt")
    session.wait(words.FOUND_RESUME)
    session.send("1")
    see_page(session, words.OVERVIEW_TITLE)
    return session


@pytest.mark.lama
def test_the_overview_of_a_full_sheet_leads_to_the_result_or_back(computer: Computer) -> None:
    session = at_overview(computer)
    assert words.ALL_ANSWERED.format(statements=COUNT) in session.text
    assert words.STILL_EMPTY not in session.text
    session.send(LEFT)
    see(session, COUNT)
    session.wait(earlier(ANSWERS[-1]))
    session.send("4")
    see_page(session, words.OVERVIEW_TITLE)
    session.send(*"12345 ?x", pause=0.01)
    session.send(ENTER)
    assert session.end() == 0
    assert session.text == ""
    assert CONCLUSION in (computer.folder / "hasil.txt").read_text("utf-8")
    assert not computer.state.exists()


def test_the_overview_lists_what_is_empty_and_leads_there_and_back(computer: Computer) -> None:
    session = at_overview(computer, None, 2, None)
    first, third = (PROFILE.find_item(ORDER[place]).text.split()[0] for place in (0, 2))
    assert words.SOME_SKIPPED.format(answered=COUNT - 2, statements=COUNT) in session.text
    assert words.STILL_EMPTY in session.text
    assert f"1 {first}" in session.text
    assert f"3 {third}" in session.text
    assert f"› {words.TO_RESULT}" in session.text
    session.send(DOWN, DOWN, ENTER)
    see(session, 3)
    session.wait(words.SKIPPED)
    session.send("5")
    session.wait(words.SOME_SKIPPED.format(answered=COUNT - 1, statements=COUNT))
    session.pass_time(READ_OVERVIEW)
    session.send(DOWN, UP)
    session.wait(f"› {words.TO_RESULT}")
    session.send("\n")
    assert session.end() == 0
    assert CONCLUSION in (computer.folder / "hasil.txt").read_text("utf-8")


def test_the_overview_says_how_few_answers_a_result_needs(computer: Computer) -> None:
    session = at_overview(computer, *[None] * (COUNT - 4))
    session.wait(words.NOT_ENOUGH.split("{")[0])


@pytest.mark.lama
def test_enter_pressed_again_and_again_at_the_overview_is_heard(computer: Computer) -> None:
    session = at_overview(computer)
    session.send(LEFT)
    see(session, COUNT)
    session.send(ENTER)
    see_page(session, words.OVERVIEW_TITLE)
    session.pass_time(0.4)
    session.send(ENTER)
    session.pass_time(0.4)
    assert words.OVERVIEW_TITLE in session.text, "it may have been the first repeat of a held key"
    session.send(ENTER)
    assert session.end() == 0


# a question with a few answers


@pytest.mark.parametrize(
    "keys",
    [("1",), (DOWN, ENTER), (UP, UP, UP, UP, "\n"), (ENTER, "x", "4", "1")],
    ids=["digit", "down", "up", "junk"],
)
def test_a_question_is_answered_by_a_digit_or_by_arrows_and_enter(
    computer: Computer, keys: tuple[str, ...]
) -> None:
    leave(computer.state / FILE, sitting([4, 3]))
    session = computer.start(*QUIZ)
    session.wait(CHOOSE)
    assert "›" not in session.text
    session.send(*keys, pause=0.02)
    see(session, 3)


# keys that nobody meant


@pytest.mark.lama
def test_a_key_held_down_answers_one_statement(computer: Computer, quiz: TerminalSession) -> None:
    quiz.send("4", pause=0.5)
    quiz.send(*("4" * 20), pause=0.03)
    quiz.settle()
    see(quiz, 2)
    assert given(computer) == [4]


def test_a_double_press_within_milliseconds_answers_one_statement(quiz: TerminalSession) -> None:
    quiz.send(*("4" * 3), pause=0.04)
    quiz.settle()
    assert number(quiz) == 2


@pytest.mark.lama
def test_enter_held_down_does_not_run_through_a_marked_sheet(computer: Computer) -> None:
    leave(computer.state / FILE, sitting(ANSWERS))
    session = computer.start(*QUIZ)
    session.wait(words.FOUND_RESUME)
    session.send(DOWN)
    session.pass_time(READ)
    session.send(ENTER)
    session.send(*ENTER * 30, pause=0.03)
    session.settle()
    assert words.OVERVIEW_TITLE in session.text


def test_the_same_answer_twice_takes_two_presses(computer: Computer, quiz: TerminalSession) -> None:
    quiz.send("4")
    see(quiz, 2)
    quiz.pass_time(APART)
    quiz.send("4")
    see(quiz, 3)
    assert given(computer) == [4, 4]


def test_an_unbracketed_paste_answers_one_statement_at_most(quiz: TerminalSession) -> None:
    quiz.send("43524\r1352\r43521\r")
    quiz.settle()
    assert number(quiz) == 2


UNTYPED = {
    "paste": "\x1b[200~4352\r4352\r\x1b[201~",
    "kitty": "\x1b[57441u",
    "colour": "\x1b]11;rgb:1111/2222/3333\x07",
    "delete": "\x1b[3~",
    "cursor": "\x1b[24;80R",
    "alt": "\x1b4",
    "escape": "\x1b",
}


@pytest.mark.lama
def test_what_no_key_was_pressed_for_answers_nothing(
    computer: Computer, quiz: TerminalSession
) -> None:
    for name, typed in UNTYPED.items():
        quiz.send(typed)
        quiz.pass_time(ESCAPE_WAITS if name == "escape" else APART)
        assert number(quiz) == 1, name
        assert not computer.kept() & {FILE}, name
    quiz.send("4")
    see(quiz, 2)
    assert given(computer) == [4]


@pytest.mark.parametrize("typed", ["\x1b[200~4352\x1b[201~", "\x1b[57441u", "\x1b4"])
@pytest.mark.lama
def test_a_key_right_after_it_is_meant(
    computer: Computer, quiz: TerminalSession, typed: str
) -> None:
    quiz.send(typed)
    quiz.pass_time(APART)
    quiz.send("4")
    see(quiz, 2)
    assert given(computer) == [4]
