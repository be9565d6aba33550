from __future__ import annotations

import pytest

from kelompok_quiz.interview.quiz import Quiz
from kelompok_quiz.interview.state import FEWEST_FOR_A_BREAK, Phase, QuizState
from support.quiz import Disk, begun, slowly, typed, unbegun, walked

ENTERS = ["c-m", "c-j"]
BACKS = ["c-h", "left"]


class TestKeysOfAStatement:
    @pytest.mark.parametrize("digit", "12345")
    def test_a_digit_answers_at_once(self, digit: str) -> None:
        assert typed(slowly(digit)).state.sitting.answers == {"i0": int(digit)}

    @pytest.mark.parametrize("key", ["6", "9", "a", " ", "S", "c-a", "right", "<bracketed-paste>"])
    def test_keys_without_a_meaning_do_nothing(self, key: str) -> None:
        assert typed(slowly(key)).state.sitting == begun().sitting

    def test_nine_responses_take_nine_digits(self) -> None:
        assert typed(slowly("9"), begun(points=9)).state.sitting.answers == {"i0": 9}

    def test_zero_skips(self) -> None:
        assert typed(slowly("0")).state.sitting.answers == {"i0": None}

    @pytest.mark.parametrize("enter", ENTERS)
    def test_arrows_and_enter_answer(self, enter: str) -> None:
        presses = slowly("down", "down", "up", "up", enter)
        assert typed(presses).state.sitting.answers == {"i0": 1}
        assert typed(slowly("up", enter)).state.sitting.answers == {"i0": 5}

    @pytest.mark.parametrize("key", BACKS)
    def test_backspace_and_left_go_back(self, key: str) -> None:
        back = typed(slowly("4", key)).state
        assert (back.item, back.marked) == ("i0", 4)

    def test_a_question_mark_explains(self) -> None:
        assert typed(slowly("?")).state.explaining

    def test_page_down_and_page_up_turn_pages(self) -> None:
        assert typed(slowly("pagedown", "pagedown", "pageup")).state.scrolled == 1


class TestKeysOfTheOtherScreens:
    @pytest.mark.parametrize("enter", ENTERS)
    def test_enter_leaves_the_opening_the_tasks_and_the_pause(self, enter: str) -> None:
        opening = QuizState.start(unbegun(), 5, 0.0)
        assert typed(slowly(enter), opening).state.phase is Phase.TASKS
        assert typed(slowly(enter, enter), opening).state.phase is Phase.STATEMENT
        pause = walked("3" * 10, begun(FEWEST_FOR_A_BREAK))
        assert typed(slowly(enter, start=20.0), pause).state.phase is Phase.STATEMENT

    @pytest.mark.parametrize("digit", "012345")
    def test_a_digit_answers_nothing_where_no_statement_is_shown(self, digit: str) -> None:
        opening = QuizState.start(unbegun(), 5, 0.0)
        for state in (opening, opening.go_on(0.0), walked("404")):
            assert typed(slowly(digit, start=9.0), state).state == state

    @pytest.mark.parametrize("key", BACKS)
    def test_back_leaves_the_tasks_the_pause_and_the_overview(self, key: str) -> None:
        tasks = QuizState.start(unbegun(), 5, 0.0).go_on(0.0)
        assert typed(slowly(key), tasks).state.phase is Phase.OPENING
        assert typed(slowly(key, start=9.0), walked("404")).state.item == "i2"
        pause = walked("3" * 10, begun(FEWEST_FOR_A_BREAK))
        assert typed(slowly(key, start=20.0), pause).state.item == "i9"

    @pytest.mark.parametrize("enter", ENTERS)
    def test_enter_in_the_overview_shows_the_marked_statement_or_finishes(self, enter: str) -> None:
        opened = typed(slowly("down", enter, start=9.0), walked("404")).state
        assert (opened.phase, opened.item) == (Phase.STATEMENT, "i1")
        assert typed(slowly(enter, start=9.0), walked("404")).over

    def test_nothing_happens_after_the_end(self) -> None:
        quiz = typed(slowly("c-m", "c-m", "4", "left", start=9.0), walked("444"))
        assert quiz.state.phase is Phase.FINISHED


class TestBeginning:
    def test_passing_the_whole_opening_is_told_once(self) -> None:
        told: list[Phase] = []
        quiz = Quiz(QuizState.start(unbegun(), 5, 0.0), None, lambda: told.append(Phase.TASKS))
        for key in ("c-m", "c-h", "c-m"):
            quiz.press(key, 1.0)
            assert told == []
        for key in ("c-m", "4", "c-h"):
            quiz.press(key, 2.0)
            assert told == [Phase.TASKS]

    def test_a_resumed_quiz_has_no_opening_to_pass(self) -> None:
        told: list[str] = []
        quiz = Quiz(begun(), None, lambda: told.append("begun"))
        quiz.press("4", 1.0)
        assert told == []


class TestSaving:
    def test_every_change_is_saved_before_anything_else_happens(self) -> None:
        disk = Disk()
        presses = slowly("4", "0", "left", "c-m", "left", "3")
        for count in range(len(presses) + 1):
            disk.saved.clear()
            quiz = typed(presses[:count], save=disk)
            assert disk.saved[-1:] == [quiz.state.sitting] * (count > 0)
            assert len(disk.saved) == len({id(sitting) for sitting in disk.saved})

    def test_what_changes_nothing_is_not_saved_again(self) -> None:
        disk = Disk()
        typed(slowly("4", "?", "down", "pagedown", "a", "?"), save=disk)
        assert len(disk.saved) == 1

    def test_nothing_is_saved_before_the_first_answer(self) -> None:
        disk = Disk()
        typed(slowly("c-m", "down", "s"), QuizState.start(unbegun(), 5, 0.0), save=disk)
        assert disk.saved == []

    def test_the_position_is_saved_with_the_answers(self) -> None:
        disk = Disk()
        typed(slowly("4", "4", "left"), save=disk)
        assert [sitting.position for sitting in disk.saved] == [1, 2, 1]

    def test_a_trouble_with_saving_is_known_until_it_works_again(self) -> None:
        disk = Disk()
        quiz = typed(slowly("4"), save=disk)
        unsaved = [quiz.unsaved]
        disk.broken = True
        quiz.press("3", 9.0)
        unsaved.append(quiz.unsaved)
        quiz.press("?", 10.0)
        unsaved.append(quiz.unsaved)
        disk.broken = False
        quiz.press("2", 11.0)
        assert [*unsaved, quiz.unsaved] == [False, True, True, False]
        assert disk.saved[-1].answers == {"i0": 4, "i1": 3, "i2": 2}

    def test_without_a_place_to_save_the_quiz_goes_on(self) -> None:
        quiz = typed(slowly("4", "4", "4"))
        assert quiz.state.phase is Phase.OVERVIEW
        assert not quiz.unsaved


class TestLeaving:
    def test_s_saves_and_leaves_where_answers_are_kept(self) -> None:
        disk = Disk()
        quiz = typed(slowly("4", "s"), save=disk)
        assert quiz.left
        assert quiz.over
        assert disk.saved[-1].answers == {"i0": 4}

    @pytest.mark.parametrize("steps", ["", "404"])
    def test_s_leaves_from_a_statement_and_from_the_overview(self, steps: str) -> None:
        assert typed(slowly("s", start=9.0), walked(steps), Disk()).left

    def test_s_tries_once_more_to_save(self) -> None:
        disk = Disk()
        disk.broken = True
        quiz = typed(slowly("4"), save=disk)
        disk.broken = False
        quiz.press("s", 9.0)
        assert not quiz.unsaved
        assert disk.saved[-1].answers == {"i0": 4}

    def test_s_does_nothing_where_nothing_is_kept(self) -> None:
        quiz = typed(slowly("4", "s"))
        assert not quiz.left
        assert not quiz.can_save


class TestTime:
    def test_time_while_suspended_is_left_out(self) -> None:
        quiz = typed(slowly("4"))
        quiz.exclude(3600.0)
        quiz.press("4", 3603.0)
        assert quiz.state.sitting.seconds == {"i0": 1.0, "i1": 2.0}


def test_pages_end_with_the_last_one() -> None:
    quiz = Quiz(walked("vvvvv"), None)
    quiz.clamp_scroll(0, 2)
    assert quiz.state.scrolled == 2
    quiz.clamp_scroll(0, 4)
    assert quiz.state.scrolled == 2


def test_pages_begin_with_the_first_one() -> None:
    quiz = Quiz(walked("^^^"), None)
    quiz.clamp_scroll(-2, 5)
    assert quiz.state.scrolled == -2
    quiz.clamp_scroll(0, 5)
    assert quiz.state.scrolled == 0
