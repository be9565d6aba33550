"""Contents of the screens; whole screens are compared with `screens/kuis_*.txt`."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from prompt_toolkit.utils import get_cwidth

from kelompok_quiz.interview import pages
from kelompok_quiz.interview.canvas import CURSOR, PLAIN, Canvas
from kelompok_quiz.interview.quiz import Quiz
from kelompok_quiz.interview.screens import draw_question
from kelompok_quiz.interview.state import Phase, QuizState
from kelompok_quiz.profile.loading import load
from kelompok_quiz.profile.model import Profile
from kelompok_quiz.sitting import Sitting
from kelompok_quiz.words import quiz as words
from support.quiz import (
    KEPT,
    SHIPPED,
    Disk,
    begun,
    canvas,
    drawing,
    rows,
    screen,
    slowly,
    small,
    typed,
    unbegun,
    walked,
)

EXAMPLE = load(Path(__file__).parents[2] / "data" / "contoh" / "pendamping_sosial.yaml").profile


def at(position: int) -> QuizState:
    sitting = Sitting(SHIPPED.order, position=position)
    return QuizState(sitting, SHIPPED.points, 0.0, Phase.STATEMENT)


def cursor_row(profile: Profile, quiz: Quiz | QuizState, on: Canvas) -> str:
    drawn = drawing(profile, quiz, on)
    above = "".join(text for _, text in drawn.fragments[: drawn.fragments.index(CURSOR)])
    return rows(drawn)[above.count("\n")]


def shown(profile: Profile, quiz: Quiz | QuizState, width: int = 80, height: int = 60) -> str:
    """The words of a screen, however they are wrapped."""
    return " ".join(" ".join(screen(profile, quiz, width, height)).split())


class TestOpening:
    @pytest.mark.parametrize("profile", [SHIPPED, EXAMPLE], ids=lambda profile: profile.id)
    @pytest.mark.parametrize("size", [(80, 24), (40, 20)])
    def test_every_page_fits_a_usual_window_and_a_telephone(
        self, profile: Profile, size: tuple[int, int]
    ) -> None:
        opening = QuizState.start(Sitting(profile.order), profile.points, 0.0)
        for state in (opening, opening.go_on(1.0)):
            assert drawing(profile, state, canvas(*size)).last_page == 0

    @pytest.mark.parametrize("profile", [SHIPPED, EXAMPLE], ids=lambda profile: profile.id)
    def test_every_task_is_one_line_where_there_is_room(self, profile: Profile) -> None:
        opening = QuizState.start(Sitting(profile.order), profile.points, 0.0)
        seen = [row.strip() for row in screen(profile, opening.go_on(1.0), 80, 24)]
        assert {f"{task.label}: {task.text}" for task in profile.tasks} <= set(seen)

    def test_a_label_longer_than_a_row_is_drawn_whole(self) -> None:
        task = msgspec.structs.replace(SHIPPED.tasks[0], label="Menggali kebutuhan bersama")
        profile = small(tasks=(task,))
        tasks = QuizState.start(unbegun(), 5, 0.0).go_on(1.0)
        assert f"{task.label}: {task.text}" in shown(profile, tasks, 20)


class TestStatement:
    @pytest.mark.parametrize("width", [80, 40, 20])
    def test_no_word_of_a_statement_is_broken(self, width: int) -> None:
        for position, item in enumerate(SHIPPED.items):
            assert " ".join(item.text.split()) in shown(SHIPPED, at(position), width)

    def test_the_responses_keep_their_rows_from_one_statement_to_the_next(self) -> None:
        screens = [screen(SHIPPED, at(n), 80, 24) for n in range(50)]
        first = f"1  {SHIPPED.responses[0]}"
        assert len({next(i for i, row in enumerate(r) if first in row) for r in screens}) == 1

    def test_a_skipped_statement_says_so_when_seen_again(self) -> None:
        assert words.SKIPPED in shown(small(), walked("0b"))
        assert words.SKIPPED not in shown(small(), begun())

    def test_the_mark_is_a_sign_and_not_only_a_colour(self) -> None:
        assert f"› 1 {SHIPPED.responses[0]}" in shown(small(), walked("d"))
        assert "›" not in shown(small(), begun())

    def test_an_earlier_answer_is_shown_in_words(self) -> None:
        again = walked("4bu")
        assert f"4 {SHIPPED.responses[3]} {words.EARLIER}" in shown(small(), again)
        assert f"› 3 {SHIPPED.responses[2]}" in shown(small(), again)
        assert words.EARLIER not in shown(small(), walked("4"))

    def test_the_cursor_is_before_the_statement_until_something_is_marked(self) -> None:
        profile, window = small(), canvas(80, 24)
        assert cursor_row(profile, begun(), window).strip().startswith("Saya senang")
        assert "› 5" in cursor_row(profile, walked("u"), window)

    @pytest.mark.parametrize("height", range(3, 24))
    def test_the_marked_response_is_on_screen_from_three_rows_up(self, height: int) -> None:
        assert "› 5" in cursor_row(small(), walked("u"), canvas(20, height))

    def test_texts_are_never_read_as_markup(self) -> None:
        text = "<b>Saya</b> [bold]suka[/] {0} %s &amp; tanya"
        profile = small(text, responses=("<i>ya</i>", "[red]tidak[/]"), meaning="{x} <u>a</u>")
        seen = shown(profile, walked("e", begun(1, 2), 2))
        assert all(part in seen for part in (text, "<i>ya</i>", "[red]tidak[/]", "{x} <u>a</u>"))

    def test_control_characters_of_a_profile_are_written_out(self) -> None:
        profile = small("a\x1b[31mb \u202e c", responses=("\x07ya", "tidak"), title="\x1b]0;x\x07")
        seen = shown(profile, begun(1, 2))
        assert "\x1b" not in seen
        assert all(part in seen for part in (r"a\x1b[31mb", r"\u202e", r"\x07ya", r"\x1b]0;x"))

    def test_a_title_too_long_for_its_row_gives_way_to_the_count(self) -> None:
        seen = screen(small(title="Judul " * 20), begun(), 40, 20)
        assert seen[1].strip() == "1/3"

    def test_long_labels_continue_under_themselves(self) -> None:
        seen = screen(small(), walked("1b"), 20, 14)
        assert seen[seen.index("› 1  Sangat tidak") :][:2] == ["› 1  Sangat tidak", "     setuju"]

    def test_a_label_is_never_parted_by_the_mark_of_an_earlier_answer(self) -> None:
        profile = small(responses=("Saya sependapat-sekali", "Ya"))
        assert "› 1  Saya" in screen(profile, walked("1b", begun(points=2), 2), 24, 14)

    def test_wide_characters_fill_two_cells(self) -> None:
        profile = small("漢字" * 30, responses=("賛成" * 9, "反対"))
        seen = screen(profile, walked("d", begun(1, 2), 2), 40, 24)
        assert max(map(get_cwidth, seen)) <= 40

    @pytest.mark.parametrize("steps", ["", "d", "4b", "e"])
    def test_plain_signs_are_ascii_throughout(self, steps: str) -> None:
        assert "".join(rows(drawing(small(), walked(steps), canvas(80, 24, PLAIN)))).isascii()


class TestExplanation:
    def test_it_says_what_the_statement_means_and_how_to_choose(self) -> None:
        seen = shown(small(meaning="Artinya begini."), walked("e"))
        assert "Artinya begini." in seen
        assert words.EXPLAINED in seen

    def test_without_a_meaning_it_says_how_to_choose(self) -> None:
        assert words.EXPLAINED in shown(small(), walked("e"))

    def test_it_shows_only_when_asked_for(self) -> None:
        assert "Artinya" not in shown(small(meaning="Artinya begini."), begun())

    def test_its_key_then_hides_it(self) -> None:
        assert " ".join(words.HINT_EXPLAIN) in shown(small(), begun())
        assert " ".join(words.HINT_HIDE) in shown(small(), walked("e"))


class TestSaving:
    def test_an_answer_that_was_not_saved_is_reported_until_it_is(self) -> None:
        disk = Disk()
        disk.broken = True
        quiz = typed(slowly("4"), save=disk)
        assert words.UNSAVED in shown(small(), quiz)
        disk.broken = False
        quiz.press("4", 9.0)
        assert words.UNSAVED not in shown(small(), quiz)

    def test_the_overview_reports_it_too(self) -> None:
        disk = Disk()
        disk.broken = True
        quiz = typed(slowly("4", "4", "4"), save=disk)
        assert words.UNSAVED in shown(small(), quiz)

    @pytest.mark.parametrize("steps", ["", "444"])
    def test_the_way_to_leave_is_to_save_where_answers_are_kept(self, steps: str) -> None:
        keeping, forgetting = walked(steps), Quiz(walked(steps), None)
        assert " ".join(words.HINT_SAVE) in shown(small(), keeping)
        assert " ".join(words.HINT_SAVE) not in shown(small(), forgetting)
        assert " ".join(words.HINT_LEAVE) in shown(small(), forgetting)


class TestOverview:
    def test_the_marked_statement_of_a_long_overview_is_on_screen(self) -> None:
        overview = walked("0" * 50, QuizState(Sitting(SHIPPED.order), 5, 0.0, Phase.STATEMENT))
        overview = (
            overview if overview.phase is Phase.OVERVIEW else walked("g" + "0" * 25, overview)
        )
        assert overview.phase is Phase.OVERVIEW
        for downs in range(51):
            marked = walked("d" * downs, overview)
            sign = f"› {downs}" if downs > 9 else f"›  {downs}" if downs else "› "
            assert cursor_row(SHIPPED, marked, canvas(40, 12)).strip().startswith(sign)


class TestScrolling:
    def test_pages_of_a_text_that_does_not_fit_can_all_be_read(self) -> None:
        opening = QuizState.start(unbegun(), 5, 0.0)
        first = drawing(small(), opening, canvas(30, 6))
        assert first.last_page > 1
        seen = ""
        for page in range(first.last_page + 1):
            seen += " " + shown(small(), walked("v" * page, opening), 30, 6)
        for text in pages.opening(small(), KEPT).texts:
            assert all(word in seen for word in text.split())

    @pytest.mark.parametrize("steps", ["", "e", "4be", "040dd", "^"])
    def test_every_page_can_be_reached_from_the_one_shown_first(self, steps: str) -> None:
        profile, quiz = small(meaning="Artinya begini dan begitu."), Quiz(walked(steps), None)
        first = drawing(profile, quiz, canvas(20, 4))
        seen = ""
        for page in range(first.first_page, first.last_page + 1):
            quiz.state = replace(quiz.state, scrolled=page)
            seen += " " + shown(profile, quiz, 20, 4)
        whole = shown(profile, walked(steps), 20, 200)
        text, *_ = re.split("1-5|↑↓", whole)
        assert all(word in seen for word in text.split()[2:])

    def test_every_page_of_a_question_can_be_reached(self) -> None:
        page, on = pages.unusable("Berkas sesi ini rusak.", "sesi.json"), canvas(20, 3)
        first = draw_question(page, None, on)
        turned = [
            "".join(text for _, text in draw_question(page, None, on, at).fragments)
            for at in range(first.first_page, first.last_page + 1)
        ]
        seen = " ".join(turned)
        assert len(turned) > 1
        for text in (page.title, *page.texts, *page.options):
            assert all(word in seen for word in text.split())

    @pytest.mark.parametrize("steps", ["", "e", "444", "040dd"])
    def test_turning_before_the_beginning_stays_on_the_first_page(self, steps: str) -> None:
        first = drawing(small(), walked(steps), canvas(20, 4)).first_page
        beyond = walked(steps + "^" * (5 - first))
        assert screen(small(), beyond, 20, 4) == screen(
            small(), walked(steps + "^" * -first), 20, 4
        )

    @pytest.mark.parametrize("steps", ["", "e", "444"])
    def test_turning_past_the_end_stays_on_the_last_page(self, steps: str) -> None:
        last = drawing(small(), walked(steps), canvas(20, 4)).last_page
        beyond = walked(steps + "v" * (last + 5))
        assert screen(small(), beyond, 20, 4) == screen(small(), walked(steps + "v" * last), 20, 4)

    def test_where_everything_fits_there_is_one_page(self) -> None:
        assert drawing(small(), begun(), canvas(80, 24)).last_page == 0

    def test_where_there_are_pages_the_keys_say_how_to_turn_them(self) -> None:
        opening = QuizState.start(unbegun(), 5, 0.0)
        assert words.HINT_PAGES[1] in shown(small(), opening, 80, 6)
        assert words.HINT_PAGES[1] not in shown(small(), opening, 80, 24)
