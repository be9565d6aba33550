from __future__ import annotations

import pytest

from kelompok_quiz.interview.key_guard import (
    LONGEST_REPEAT_DELAY,
    REPEAT,
    SEQUENCE_TAIL,
    UNREAD,
    UNREAD_OVERVIEW,
    Decision,
    Keyboard,
    KeyGuard,
    Menu,
)
from kelompok_quiz.interview.quiz import Quiz
from kelompok_quiz.interview.state import FEWEST_FOR_A_BREAK, Phase, QuizState
from kelompok_quiz.sitting import Sitting
from support.quiz import (
    Clock,
    Disk,
    Press,
    begun,
    held,
    pasted,
    slowly,
    typed,
    unbegun,
    walked,
)

ACT, IGNORE, UNDO = Decision.ACT, Decision.IGNORE, Decision.UNDO
DELAYS = [0.25, 0.5, 0.66, 1.0]
RATES = [0.033, 0.09]
TINY = 0.001


def judged(*presses: Press) -> list[Decision]:
    guard = KeyGuard()
    return [guard.judge(key, now) for key, now in presses]


class TestKeyGuard:
    def test_two_presses_apart_both_count(self) -> None:
        assert judged(("4", 0.0), ("4", REPEAT + TINY)) == [ACT, ACT]

    def test_the_same_key_at_once_is_ignored(self) -> None:
        assert judged(("4", 0.0), ("4", REPEAT)) == [ACT, IGNORE]

    def test_repeats_stay_ignored_however_long_the_key_is_held(self) -> None:
        presses = [("4", n * 0.09) for n in range(50)]
        assert judged(*presses) == [ACT, *[IGNORE] * 49]

    def test_another_key_counts_at_once(self) -> None:
        assert judged(("4", 0.0), ("3", 0.01)) == [ACT, ACT]

    @pytest.mark.parametrize("delay", DELAYS)
    def test_the_first_repeat_after_the_keyboards_delay_is_undone(self, delay: float) -> None:
        decisions = judged(*held("4", 10.0, delay, 6))
        assert decisions == [ACT, ACT, IGNORE, UNDO, IGNORE, IGNORE, IGNORE]

    def test_a_double_tap_after_an_answer_undoes_nothing(self) -> None:
        assert judged(("4", 0.0), ("4", 0.8), ("4", 0.9)) == [ACT, ACT, IGNORE]

    def test_a_burst_long_after_the_last_press_undoes_nothing(self) -> None:
        burst = [("4", 5.0 + n * 0.01) for n in range(6)]
        assert UNDO not in judged(("4", 0.0), *burst)

    @pytest.mark.parametrize("key", ["up", "down", "pageup", "pagedown"])
    def test_keys_that_answer_nothing_may_be_held(self, key: str) -> None:
        assert judged((key, 0.0), (key, 0.03), (key, 0.06)) == [ACT] * 3

    def test_escape_does_nothing(self) -> None:
        assert judged(("escape", 0.0)) == [IGNORE]

    def test_the_rest_of_an_escape_sequence_does_nothing(self) -> None:
        presses = [("escape", 0.0), *((key, 0.001) for key in "[57441u")]
        assert set(judged(*presses)) == {IGNORE}

    def test_a_sequence_may_be_as_long_as_it_likes(self) -> None:
        presses = [("escape", 0.0), *(("4", 0.9 * SEQUENCE_TAIL * n) for n in range(1, 30))]
        assert set(judged(*presses)) == {IGNORE}

    def test_a_key_well_after_escape_counts(self) -> None:
        assert judged(("escape", 0.0), ("4", SEQUENCE_TAIL + TINY)) == [IGNORE, ACT]

    def test_a_time_in_which_keys_had_to_wait_is_no_pause_between_them(self) -> None:
        guard = KeyGuard()
        assert guard.judge("4", 0.0) is ACT
        guard.exclude(3.0)
        assert guard.judge("4", 3.1) is IGNORE

    def test_a_sequence_that_had_to_wait_is_still_one(self) -> None:
        guard = KeyGuard()
        guard.judge("escape", 0.0)
        guard.exclude(3.0)
        assert guard.judge("4", 3.01) is IGNORE


@pytest.mark.parametrize("every", RATES)
@pytest.mark.parametrize("delay", DELAYS)
class TestHeldKey:
    def test_a_held_digit_answers_one_statement(self, delay: float, every: float) -> None:
        quiz = typed(held("4", delay=delay, every=every), begun(10))
        assert quiz.state.sitting.answers == {"i0": 4}

    def test_a_second_press_held_down_keeps_both_answers(self, delay: float, every: float) -> None:
        quiz = typed([("4", 1.0), *held("4", 1.8, delay, every=every)], begun(10))
        assert quiz.state.sitting.answers == {"i0": 4, "i1": 4}

    def test_a_held_skip_skips_one_statement(self, delay: float, every: float) -> None:
        assert typed(held("0", delay=delay, every=every), begun(10)).state.item == "i1"

    def test_back_held_goes_back_one_statement(self, delay: float, every: float) -> None:
        presses = held("left", start=20.0, delay=delay, every=every)
        assert typed(presses, walked("333", begun(10))).state.item == "i2"

    def test_enter_held_answers_one_statement(self, delay: float, every: float) -> None:
        again = walked("333bbb", begun(10))
        after = typed(held("c-m", 20.0, delay, every=every), again).state
        assert (after.item, after.marked) == ("i1", 3)

    def test_enter_held_in_the_opening_turns_one_page(self, delay: float, every: float) -> None:
        opening = QuizState.start(unbegun(), 5, 0.0)
        after = typed(held("c-m", delay=delay, every=every), opening).state
        assert after.phase is Phase.TASKS

    def test_enter_held_in_the_pause_only_goes_on(self, delay: float, every: float) -> None:
        pause = walked("3" * 10, begun(FEWEST_FOR_A_BREAK))
        after = typed(held("c-m", 20.0, delay, every=every), pause).state
        assert (after.phase, after.item) == (Phase.STATEMENT, "i10")

    def test_a_digit_held_before_the_pause_answers_one(self, delay: float, every: float) -> None:
        before = walked("3" * 9, begun(FEWEST_FOR_A_BREAK))
        after = typed(held("4", 20.0, delay, every=every), before).state
        assert (after.phase, after.sitting.answers["i9"]) == (Phase.HALFWAY, 4)

    @pytest.mark.parametrize("key", ["4", "0"])
    def test_a_key_held_on_the_last_statement_keeps_its_answer(
        self, delay: float, every: float, key: str
    ) -> None:
        after = typed(held(key, 9.0, delay, every=every), walked("33")).state
        assert (after.phase, after.sitting.answers["i2"]) == (Phase.OVERVIEW, int(key) or None)

    @pytest.mark.parametrize("enter", ["c-m", "c-j"])
    def test_enter_held_on_the_last_statement_answers_it_and_does_not_finish(
        self, delay: float, every: float, enter: str
    ) -> None:
        after = typed(held(enter, 9.0, delay, every=every), walked("33d")).state
        assert (after.phase, after.sitting.answers["i2"]) == (Phase.OVERVIEW, 1)

    def test_enter_held_in_the_overview_opens_one_statement(
        self, delay: float, every: float
    ) -> None:
        presses = [("down", 8.0), *held("c-m", 9.0, delay, every=every)]
        after = typed(presses, walked("004")).state
        assert (after.phase, after.item) == (Phase.STATEMENT, "i0")
        assert after.sitting.answers == {"i0": None, "i1": None, "i2": 4}

    def test_an_explanation_asked_for_by_a_held_key_shows(self, delay: float, every: float) -> None:
        assert typed(held("?", delay=delay, every=every)).state.explaining

    def test_what_a_held_key_did_and_undid_is_saved_as_undone(
        self, delay: float, every: float
    ) -> None:
        disk = Disk()
        quiz = typed(held("4", delay=delay, every=every), begun(10), disk)
        assert disk.saved[-1] == quiz.state.sitting

    def test_an_answer_taken_back_leaves_the_time_on_screen_running(
        self, delay: float, every: float
    ) -> None:
        quiz = typed([*held("4", 1.0, delay, every=every), ("3", 11.0)], begun(10))
        assert quiz.state.sitting.seconds == pytest.approx({"i0": 1.0, "i1": 10.0})


class TestPaste:
    @pytest.mark.parametrize("keys", ["12345" * 20, "1\r2\r3\r", "44444444"])
    def test_a_paste_answers_at_most_the_statement_on_screen(self, keys: str) -> None:
        names = ["c-m" if key == "\r" else key for key in keys]
        answers = typed(pasted(names), begun(50)).state.sitting.answers
        assert answers in ({}, {"i0": int(keys[0])})

    def test_a_paste_while_a_statement_appears_answers_nothing(self) -> None:
        presses = pasted("12345", start=UNREAD / 2)
        answers = typed([(key, UNREAD / 2) for key, _ in presses]).state.sitting.answers
        assert answers == {}

    def test_a_paste_on_the_last_statement_does_not_finish(self) -> None:
        keys = ["4", "c-m", "c-m", "3", "c-m"]
        assert typed(pasted(keys, 9.0), walked("33")).state.phase is not Phase.FINISHED

    def test_a_key_pressed_after_reading_counts(self) -> None:
        presses = [("4", 1.0), ("3", 1.0 + UNREAD + TINY)]
        assert typed(presses).state.sitting.answers == {"i0": 4, "i1": 3}

    def test_an_escape_sequence_answers_nothing(self) -> None:
        keys = ["escape", "[", "1", ";", "5", "D", "c-m", "0"]
        quiz = typed(pasted(keys), walked("d"))
        assert quiz.state == walked("d")


class SlowDisk(Disk):
    """Saving takes its time, and keys wait meanwhile."""

    def __init__(self, clock: Clock, seconds: float) -> None:
        super().__init__()
        self._clock = clock
        self._seconds = seconds

    def __call__(self, sitting: Sitting) -> bool:
        self._clock.now += self._seconds
        return super().__call__(sitting)


@pytest.mark.parametrize("seconds", [0.06, 0.2, 2.0])
class TestSlowDisk:
    def after(self, presses: list[Press], seconds: float) -> Quiz:
        """Keys are seen when they come, or when the answer before them is saved."""
        clock = Clock()
        quiz = Quiz(begun(50), SlowDisk(clock, seconds))
        keyboard = Keyboard(quiz, clock, KeyGuard())
        for key, now in presses:
            clock.now = max(clock.now, now)
            keyboard.press(key)
        return quiz

    def test_a_paste_still_answers_one_statement(self, seconds: float) -> None:
        quiz = self.after(pasted("12345" * 20), seconds)
        assert quiz.state.sitting.answers == {"i0": 1}

    def test_a_held_key_still_answers_one_statement(self, seconds: float) -> None:
        quiz = self.after(held("4", delay=0.5), seconds)
        assert quiz.state.sitting.answers == {"i0": 4}

    def test_the_time_of_saving_is_not_the_next_statements(self, seconds: float) -> None:
        quiz = self.after([("4", 1.0), ("3", 5.0)], seconds)
        assert quiz.state.sitting.seconds == pytest.approx({"i0": 1.0, "i1": 4.0 - seconds})


def test_the_result_is_shown_only_by_a_key_that_is_no_repeat() -> None:
    assert typed([("c-m", 9.0)], walked("444")).over
    again = [("c-m", 20.0), ("c-m", 20.0 + LONGEST_REPEAT_DELAY)]
    assert not typed(again, walked("44d")).over
    later = [("c-m", 20.0), ("c-m", 20.0 + LONGEST_REPEAT_DELAY + TINY)]
    assert typed(later, walked("44d")).over


def test_a_digit_and_enter_out_of_habit_do_not_pass_the_overview() -> None:
    habit = [("4", 20.0), ("c-m", 20.0 + UNREAD_OVERVIEW - TINY)]
    assert not typed(habit, walked("44")).over
    calm = [("4", 20.0), ("c-m", 20.0 + UNREAD_OVERVIEW + TINY)]
    assert typed(calm, walked("44")).over


def test_a_further_enter_at_the_overview_finishes() -> None:
    enters = [("c-m", 20.0), ("c-m", 20.4), ("c-m", 20.8)]
    assert not typed(enters[:2], walked("44d")).over
    assert typed(enters, walked("44d")).over


def chosen(presses: list[Press], options: int = 3) -> Menu:
    menu = Menu(options, KeyGuard())
    for key, now in presses:
        menu.press(key, now)
    return menu


class TestMenu:
    def test_nothing_is_marked_or_chosen_beforehand(self) -> None:
        assert (chosen([]).marked, chosen([]).chosen) == (None, None)

    @pytest.mark.parametrize("digit", "123")
    def test_a_digit_chooses_at_once(self, digit: str) -> None:
        assert chosen(slowly(digit)).chosen == int(digit)

    @pytest.mark.parametrize("key", ["0", "4", "9", "a", "s", "left", "pagedown", "c-m"])
    def test_other_keys_choose_nothing(self, key: str) -> None:
        assert chosen(slowly(key)).chosen is None

    @pytest.mark.parametrize("enter", ["c-m", "c-j"])
    def test_arrows_and_enter_choose(self, enter: str) -> None:
        assert chosen(slowly("down", "down", enter)).chosen == 2
        assert chosen(slowly("up", enter)).chosen == 3

    def test_marks_stop_at_the_ends(self) -> None:
        assert chosen(slowly(*["down"] * 5)).marked == 3
        assert chosen(slowly(*["up"] * 5)).marked == 1

    def test_turning_pages_marks_nothing(self) -> None:
        assert chosen(slowly("down", "pagedown", "pageup")).marked == 1

    def test_pages_turn_and_end_where_the_text_does(self) -> None:
        menu = chosen(slowly("pagedown", "pagedown", "pagedown"))
        menu.clamp_scroll(-1, 2)
        assert menu.scrolled == 2
        menu.scrolled = -5
        menu.clamp_scroll(-1, 2)
        assert menu.scrolled == -1
        assert chosen(slowly("pagedown", "down")).scrolled == 0

    def test_an_escape_sequence_chooses_nothing(self) -> None:
        assert chosen(pasted(["escape", "[", "1", "c-m"])).chosen is None

    def test_a_key_that_may_be_held_since_the_screen_before_chooses_nothing(self) -> None:
        guard = KeyGuard()
        guard.judge("1", 0.0)
        menu = Menu(3, guard)
        menu.press("1", 0.5)
        assert menu.chosen is None
        menu.press("1", 2.0)
        assert menu.chosen == 1

    def test_a_digit_held_in_a_question_answers_no_statement_behind_it(self) -> None:
        guard, clock = KeyGuard(), Clock()
        presses = held("1")
        menu = Menu(3, guard)
        menu.press(*presses[0])
        quiz = Quiz(QuizState(unbegun(), 5, presses[0][1], Phase.STATEMENT), None)
        keyboard = Keyboard(quiz, clock, guard)
        for key, clock.now in presses[1:]:
            keyboard.press(key)
        assert menu.chosen == 1
        assert quiz.state.sitting.answers == {}
