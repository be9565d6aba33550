from __future__ import annotations

import pytest

from kelompok_quiz.interview.state import FEWEST_FOR_A_BREAK, Phase, QuizState
from kelompok_quiz.sitting import Sitting
from support.quiz import begun, unbegun, walked


def at(sitting: Sitting) -> QuizState:
    return QuizState.start(sitting, 5, 100.0)


class TestBeginning:
    def test_a_new_sitting_begins_with_the_opening(self) -> None:
        assert at(unbegun()).phase is Phase.OPENING

    def test_the_opening_leads_to_the_tasks_and_they_lead_back(self) -> None:
        opening = at(unbegun())
        tasks = opening.page_down(102.0).go_on(103.0)
        assert (tasks.phase, tasks.scrolled) == (Phase.TASKS, 0)
        back = tasks.page_down(104.0).back(105.0)
        assert (back.phase, back.scrolled) == (Phase.OPENING, 0)
        assert back.sitting is opening.sitting

    def test_the_tasks_lead_to_the_first_statement_with_nothing_marked(self) -> None:
        first = at(unbegun()).go_on(103.0).go_on(104.0)
        assert (first.phase, first.item, first.marked) == (Phase.STATEMENT, "i0", None)

    def test_reading_the_opening_takes_no_time(self) -> None:
        first = at(unbegun()).go_on(160.0).go_on(200.0)
        assert first.answer(1, 202.0).sitting.seconds == {"i0": 2.0}

    def test_a_sitting_that_was_left_goes_on_at_the_statement_that_was_on_screen(self) -> None:
        left = Sitting(("i0", "i1", "i2"), {"i0": 4}, {"i0": 2.0}, 1)
        assert (at(left).phase, at(left).item, at(left).marked) == (Phase.STATEMENT, "i1", None)

    def test_a_sitting_left_at_an_answered_statement_marks_its_answer(self) -> None:
        left = Sitting(("i0", "i1"), {"i0": 4}, position=0)
        assert (at(left).phase, at(left).marked) == (Phase.STATEMENT, 4)

    def test_a_sitting_left_in_the_overview_opens_there(self) -> None:
        left = Sitting(("i0",), {"i0": 4}, position=1)
        assert (at(left).phase, at(left).marked) == (Phase.OVERVIEW, 0)

    def test_the_time_away_is_not_counted(self) -> None:
        left = Sitting(("i0", "i1"), {"i0": 4}, {"i0": 2.0, "i1": 3.0}, 1)
        assert at(left).answer(1, 104.0).sitting.seconds == {"i0": 2.0, "i1": 7.0}


class TestStatement:
    def test_nothing_is_marked_beforehand(self) -> None:
        assert begun().marked is None

    def test_an_answer_is_recorded_and_the_next_statement_shown(self) -> None:
        after = walked("4")
        assert (after.sitting.answers, after.item, after.marked) == ({"i0": 4}, "i1", None)

    def test_a_skipped_statement_is_missing_and_not_neutral(self) -> None:
        assert walked("0").sitting.answers == {"i0": None}
        assert walked("0b").skipped

    def test_a_statement_not_yet_seen_is_not_skipped(self) -> None:
        assert not begun().skipped

    def test_an_answered_statement_is_not_skipped(self) -> None:
        assert not walked("2b").skipped

    def test_a_skipped_answer_is_taken_away(self) -> None:
        assert walked("2b0").sitting.answers == {"i0": None}

    def test_going_back_marks_the_earlier_answer(self) -> None:
        again = walked("4b")
        assert (again.item, again.marked, again.earlier) == ("i0", 4, 4)

    def test_going_back_to_a_skipped_statement_marks_nothing(self) -> None:
        assert walked("0b").marked is None

    def test_going_back_from_the_first_statement_stays(self) -> None:
        assert walked("b") == begun()

    def test_confirming_after_going_back_keeps_the_answer(self) -> None:
        kept = walked("4bc")
        assert (kept.sitting.answers, kept.item) == ({"i0": 4}, "i1")

    def test_another_answer_replaces_the_earlier_one(self) -> None:
        assert walked("4b1").sitting.answers == {"i0": 1}

    def test_marking_another_response_forgets_nothing_until_it_is_confirmed(self) -> None:
        marked = walked("4bu")
        assert (marked.marked, marked.earlier) == (3, 4)
        assert walked("4bub").sitting.answers == {"i0": 4}

    def test_confirming_without_a_mark_does_nothing(self) -> None:
        assert walked("c") == begun()

    @pytest.mark.parametrize(("steps", "marks"), [("d", 1), ("dd", 2), ("ddd", 2)])
    def test_down_marks_the_first_then_the_next_and_stops_at_the_last(
        self, steps: str, marks: int
    ) -> None:
        assert walked(steps, begun(points=2)).marked == marks

    @pytest.mark.parametrize(("steps", "marks"), [("u", 2), ("uu", 1), ("uuu", 1)])
    def test_up_marks_the_last_then_the_one_before_and_stops_at_the_first(
        self, steps: str, marks: int
    ) -> None:
        assert walked(steps, begun(points=2)).marked == marks

    def test_confirming_a_mark_answers_with_it(self) -> None:
        assert walked("ddc").sitting.answers == {"i0": 2}

    def test_an_explanation_shows_hides_and_ends_with_its_statement(self) -> None:
        assert walked("e").explaining
        assert not walked("ee").explaining
        assert not walked("e4").explaining

    def test_an_explanation_keeps_what_is_marked(self) -> None:
        assert walked("de").marked == 1

    @pytest.mark.parametrize(
        ("steps", "page"), [("v", 1), ("vv", 2), ("vv^", 1), ("^", -1), ("v^^", -1)]
    )
    def test_pages_turn_one_by_one_from_the_one_shown_first(self, steps: str, page: int) -> None:
        assert walked(steps).scrolled == page

    @pytest.mark.parametrize("step", "deu4")
    def test_every_other_step_shows_the_first_page_again(self, step: str) -> None:
        assert walked(f"v{step}").scrolled == 0


class TestTime:
    def test_time_on_screen_adds_up_over_visits(self) -> None:
        done = begun(2).answer(4, 2.0).back(5.0).confirm(5.5).answer(3, 6.0)
        assert done.sitting.seconds == pytest.approx({"i0": 2.5, "i1": 3.5})

    def test_marking_explaining_and_turning_pages_do_not_stop_the_time(self) -> None:
        assert walked("deev^c").sitting.seconds == {"i0": 6.0}

    def test_a_skipped_statement_has_a_time_too(self) -> None:
        assert walked("0").sitting.seconds == {"i0": 1.0}

    def test_the_overview_takes_no_time(self) -> None:
        overview = begun(1).skip(2.0)
        assert overview.visit(0, 60.0).answer(4, 61.0).sitting.seconds == {"i0": 3.0}


class TestHalfway:
    def half(self, items: int = FEWEST_FOR_A_BREAK) -> QuizState:
        return walked("3" * (items // 2), begun(items))

    def test_a_pause_is_offered_in_the_middle(self) -> None:
        assert self.half().phase is Phase.HALFWAY
        assert walked("3" * 9, begun(FEWEST_FOR_A_BREAK)).phase is Phase.STATEMENT

    def test_a_short_quiz_has_no_pause(self) -> None:
        assert self.half(FEWEST_FOR_A_BREAK - 1).phase is Phase.STATEMENT

    def test_after_an_odd_number_of_statements_it_comes_before_the_longer_half(self) -> None:
        paused = self.half(FEWEST_FOR_A_BREAK + 1)
        assert (paused.phase, paused.item) == (Phase.HALFWAY, "i10")

    def test_skipping_leads_to_the_pause_as_well(self) -> None:
        assert walked("0" * 10, begun(FEWEST_FOR_A_BREAK)).phase is Phase.HALFWAY

    def test_the_pause_is_not_counted(self) -> None:
        after = self.half().go_on(500.0).answer(3, 502.0)
        assert after.sitting.seconds["i10"] == 2.0

    def test_the_pause_comes_only_once(self) -> None:
        after = self.half().go_on(20.0).answer(3, 21.0)
        assert after.back(22.0).phase is Phase.STATEMENT
        assert after.back(22.0).back(23.0).confirm(24.0).phase is Phase.STATEMENT

    def test_going_back_from_the_pause_shows_the_statement_before(self) -> None:
        back = self.half().back(20.0)
        assert (back.phase, back.item, back.marked) == (Phase.STATEMENT, "i9", 3)

    def test_going_back_to_the_middle_is_no_pause(self) -> None:
        skipped_over = self.half().go_on(20.0)
        assert skipped_over.visit(11, 21.0).back(22.0).phase is Phase.STATEMENT


class TestOverview:
    def test_the_overview_follows_the_last_statement_and_marks_the_way_to_the_result(self) -> None:
        overview = walked("404")
        assert (overview.phase, overview.marked) == (Phase.OVERVIEW, 0)

    def test_opening_the_mark_beforehand_finishes(self) -> None:
        assert walked("404o").phase is Phase.FINISHED

    def test_marks_go_through_the_unanswered_and_stop_at_the_ends(self) -> None:
        marks = [walked(f"040{'d' * downs}").marked for downs in range(4)]
        assert marks == [0, 1, 2, 2]
        assert walked("040dduuu").marked == 0

    def test_where_nothing_is_unanswered_only_the_result_can_be_marked(self) -> None:
        assert walked("444d").marked == 0

    def test_opening_an_unanswered_statement_shows_it(self) -> None:
        opened = walked("040ddo")
        assert (opened.phase, opened.item, opened.marked) == (Phase.STATEMENT, "i2", None)

    def test_an_answer_given_then_leads_back_to_the_overview(self) -> None:
        answered = walked("040do5")
        assert (answered.phase, answered.marked) == (Phase.OVERVIEW, 0)
        assert answered.sitting.answers == {"i0": 5, "i1": 4, "i2": None}

    def test_so_does_skipping_once_more(self) -> None:
        assert walked("040do0").phase is Phase.OVERVIEW

    def test_back_from_the_overview_is_the_last_statement(self) -> None:
        back = walked("004b")
        assert (back.item, back.marked) == ("i2", 4)

    def test_going_back_and_forth_among_all_the_answered_returns_to_the_overview(self) -> None:
        assert walked("444bbc").phase is Phase.OVERVIEW

    def test_a_statement_that_was_jumped_over_is_dealt_with_before_the_overview(self) -> None:
        jumped = begun(3).visit(2, 1.0).answer(4, 2.0)
        assert jumped.phase is Phase.OVERVIEW
        assert jumped.sitting.unanswered == ("i0", "i1")
