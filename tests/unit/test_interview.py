"""The interview without a terminal: progress, keys, wrapping, screen, key map."""

from __future__ import annotations

import functools
import itertools
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable

import msgspec
import pytest
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from prompt_toolkit.utils import get_cwidth

from kelompok_quiz.interview import Interrupted, Sitting, ask
from kelompok_quiz.interview.keys import Decision, Keyboard, KeyGuard
from kelompok_quiz.interview.screen import CURSOR, DRAWN, PLAIN, Canvas, Glyphs, compose, glyphs_for
from kelompok_quiz.interview.state import Progress
from kelompok_quiz.interview.wrapping import pack, shorten, wrap
from kelompok_quiz.profile import Item, Profile, load

SHIPPED = load().profile
TEXTS = (
    "Saya senang mencari contoh sederhana supaya teman sekelas paham penjelasan saya.",
    "Saya suka bertanya.",
    "Saya betah menyimak.",
)
SIZES = [(80, 24), (40, 20), (20, 12), (20, 3), (200, 60), (9, 5), (1, 1), (80, 1), (80, 2)]


def small(*texts: str, **changes: object) -> Profile:
    """The shipped profile with these statements only: i0, i1, …"""
    items = tuple(Item(f"i{n}", text) for n, text in enumerate(texts or TEXTS))
    kept: dict[str, object] = {
        "traits": (msgspec.structs.replace(SHIPPED.traits[0], items=items),),
        "anti_traits": (),
        "beliefs": (),
        "contrasts": (),
        "order": tuple(item.id for item in items),
    }
    return msgspec.structs.replace(SHIPPED, **kept | changes)


def begun(items: int = 3, points: int = 5) -> Progress:
    return Progress(tuple(f"i{n}" for n in range(items)), points, shown_at=0.0)


def canvas(width: int, height: int, glyphs: Glyphs = DRAWN) -> Canvas:
    return Canvas(width, height, get_cwidth, glyphs)


def screen(profile: Profile, progress: Progress, width: int, height: int) -> list[str]:
    fragments = compose(profile, progress, canvas(width, height))
    return "".join(text for _, text in fragments).split("\n")


def cursor_row(profile: Profile, progress: Progress, width: int, height: int) -> str:
    fragments = compose(profile, progress, canvas(width, height))
    above = "".join(text for _, text in fragments[: fragments.index(CURSOR)])
    return screen(profile, progress, width, height)[above.count("\n")]


def at(position: int) -> Progress:
    return Progress(SHIPPED.order, SHIPPED.points, 0.0, position=position)


def walked(steps: str) -> Progress:
    """The progress after these steps: answer, skip, back, down."""
    moves: dict[str, Callable[[Progress], Progress]] = {
        "a": lambda progress: progress.answer(1, 1.0),
        "s": lambda progress: progress.skip(1.0),
        "b": lambda progress: progress.back(1.0),
        "d": Progress.choose_down,
    }
    return functools.reduce(lambda progress, step: moves[step](progress), steps, at(0))


class TestProgress:
    def test_nothing_is_marked_beforehand(self) -> None:
        assert begun().chosen is None

    def test_an_answer_is_recorded_and_the_next_statement_shown(self) -> None:
        after = begun().answer(4, 1.0)
        assert (after.answers, after.position, after.chosen) == ({"i0": 4}, 1, None)

    def test_a_skipped_statement_is_missing_and_not_neutral(self) -> None:
        after = begun().skip(1.0)
        assert after.answers == {"i0": None}
        assert after.back(2.0).skipped

    def test_a_statement_not_yet_seen_is_not_skipped(self) -> None:
        assert not begun().skipped

    def test_an_answered_statement_is_not_skipped(self) -> None:
        assert not begun().answer(2, 1.0).back(2.0).skipped

    def test_going_back_marks_the_earlier_answer(self) -> None:
        again = begun().answer(4, 1.0).back(2.0)
        assert (again.position, again.chosen, again.earlier) == (0, 4, 4)

    def test_going_back_from_the_first_statement_stays(self) -> None:
        assert begun().back(5.0) == begun()

    def test_confirming_after_going_back_keeps_the_answer(self) -> None:
        kept = begun().answer(4, 1.0).back(2.0).confirm(3.0)
        assert (kept.answers, kept.position) == ({"i0": 4}, 1)

    def test_another_answer_replaces_the_earlier_one(self) -> None:
        assert begun().answer(4, 1.0).back(2.0).answer(1, 3.0).answers == {"i0": 1}

    def test_confirming_without_a_mark_does_nothing(self) -> None:
        assert begun().confirm(9.0) == begun()

    def test_down_marks_the_first_then_the_next_and_stops_at_the_last(self) -> None:
        marks = begun(points=2).choose_down()
        assert [marks.chosen, marks.choose_down().chosen] == [1, 2]
        assert marks.choose_down().choose_down().chosen == 2

    def test_up_marks_the_last_then_the_one_before_and_stops_at_the_first(self) -> None:
        marks = begun(points=2).choose_up()
        assert [marks.chosen, marks.choose_up().chosen] == [2, 1]
        assert marks.choose_up().choose_up().chosen == 1

    def test_confirming_a_mark_answers_with_it(self) -> None:
        assert begun().choose_down().choose_down().confirm(1.0).answers == {"i0": 2}

    def test_the_run_is_finished_after_the_last_statement(self) -> None:
        last = begun(items=1)
        assert not last.finished
        assert last.skip(1.0).finished

    def test_time_on_screen_adds_up_over_visits(self) -> None:
        done = begun(items=2).answer(4, 2.0).back(5.0).confirm(5.5).answer(3, 6.0)
        assert done.sitting().seconds == pytest.approx({"i0": 2.5, "i1": 3.5})

    def test_a_sitting_has_every_item_and_times_of_the_answered_ones(self) -> None:
        sitting = begun().answer(4, 1.0).skip(2.0).answer(1, 4.0).sitting()
        assert sitting == Sitting({"i0": 4, "i1": None, "i2": 1}, {"i0": 1.0, "i2": 2.0})
        assert list(sitting.answers) == ["i0", "i1", "i2"]


def judged(*presses: tuple[str, float]) -> list[Decision]:
    guard = KeyGuard()
    return [guard.judge(key, now) for key, now in presses]


def held(key: str, start: float, delay: float, repeats: int) -> list[tuple[str, float]]:
    return [(key, start), *((key, start + delay + n * 0.033) for n in range(repeats))]


ACT, IGNORE, UNDO = Decision.ACT, Decision.IGNORE, Decision.UNDO


class TestKeyGuard:
    def test_two_presses_apart_both_count(self) -> None:
        assert judged(("4", 0.0), ("4", 0.2)) == [ACT, ACT]

    def test_the_same_key_at_once_is_ignored(self) -> None:
        assert judged(("4", 0.0), ("4", 0.15)) == [ACT, IGNORE]

    def test_repeats_stay_ignored_however_long_the_key_is_held(self) -> None:
        presses = [("4", n * 0.09) for n in range(50)]
        assert judged(*presses) == [ACT, *[IGNORE] * 49]

    def test_another_key_counts_at_once(self) -> None:
        assert judged(("4", 0.0), ("3", 0.01)) == [ACT, ACT]

    @pytest.mark.parametrize("delay", [0.25, 0.5, 0.66, 1.0])
    def test_the_first_repeat_after_the_keyboards_delay_is_undone(self, delay: float) -> None:
        decisions = judged(*held("4", 10.0, delay, 6))
        assert decisions == [ACT, ACT, IGNORE, UNDO, IGNORE, IGNORE, IGNORE]

    def test_a_double_tap_after_an_answer_undoes_nothing(self) -> None:
        assert judged(("4", 0.0), ("4", 0.8), ("4", 0.9)) == [ACT, ACT, IGNORE]

    def test_a_burst_long_after_the_last_press_undoes_nothing(self) -> None:
        burst = [("4", 5.0 + n * 0.01) for n in range(6)]
        assert UNDO not in judged(("4", 0.0), *burst)

    @pytest.mark.parametrize("key", ["up", "down"])
    def test_an_arrow_may_be_held(self, key: str) -> None:
        assert judged((key, 0.0), (key, 0.03), (key, 0.06)) == [ACT] * 3

    def test_escape_does_nothing(self) -> None:
        assert judged(("escape", 0.0)) == [IGNORE]

    def test_the_rest_of_an_escape_sequence_does_nothing(self) -> None:
        presses = [("escape", 0.0), *((key, 0.001) for key in "[57441u")]
        assert set(judged(*presses)) == {IGNORE}

    def test_a_key_well_after_escape_counts(self) -> None:
        assert judged(("escape", 0.0), ("4", 0.3)) == [IGNORE, ACT]


class Clock:
    """Time that a test sets."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def typed(presses: Iterable[tuple[str, float]], items: int = 3, points: int = 5) -> Progress:
    clock = Clock()
    keyboard = Keyboard(begun(items, points), clock)
    for key, clock.now in presses:
        keyboard.press(key)
    return keyboard.progress


def slowly(*keys: str) -> list[tuple[str, float]]:
    return [(key, float(second)) for second, key in enumerate(keys, 1)]


class TestKeyboard:
    @pytest.mark.parametrize("digit", "12345")
    def test_a_digit_answers_at_once(self, digit: str) -> None:
        assert typed(slowly(digit)).answers == {"i0": int(digit)}

    def test_a_digit_beyond_the_responses_does_nothing(self) -> None:
        assert typed(slowly("6", "9")) == begun()

    def test_nine_responses_take_nine_digits(self) -> None:
        assert typed(slowly("9"), points=9).answers == {"i0": 9}

    @pytest.mark.parametrize("key", ["a", " ", "?", "c-a", "right", "<bracketed-paste>"])
    def test_keys_without_a_meaning_do_nothing(self, key: str) -> None:
        assert typed(slowly(key)) == begun()

    def test_zero_skips(self) -> None:
        assert typed(slowly("0")).answers == {"i0": None}

    @pytest.mark.parametrize("enter", ["c-m", "c-j"])
    def test_arrows_and_enter_answer(self, enter: str) -> None:
        assert typed(slowly("down", "down", "up", "up", enter)).answers == {"i0": 1}
        assert typed(slowly("up", enter)).answers == {"i0": 5}

    @pytest.mark.parametrize("key", ["c-h", "left"])
    def test_backspace_and_left_go_back(self, key: str) -> None:
        back = typed(slowly("4", key))
        assert (back.position, back.chosen) == (0, 4)

    def test_a_held_digit_answers_one_statement(self) -> None:
        after = typed(held("4", 1.0, 0.5, 40), items=10)
        assert after.answers == {"i0": 4}

    def test_a_second_press_held_down_keeps_both_answers(self) -> None:
        after = typed([("4", 1.0), *held("4", 1.8, 0.5, 40)], items=10)
        assert after.answers == {"i0": 4, "i1": 4}

    def test_a_held_skip_skips_one_statement(self) -> None:
        assert typed(held("0", 1.0, 0.5, 40), items=10).position == 1

    def test_an_answer_taken_back_leaves_the_time_on_screen_running(self) -> None:
        presses = [*held("4", 1.0, 0.5, 40), ("3", 11.0)]
        assert typed(presses, items=10).spent == pytest.approx({"i0": 1.0, "i1": 10.0})


class TestWrapping:
    def test_lines_break_between_words(self) -> None:
        assert wrap("satu dua tiga", 8, get_cwidth) == ["satu dua", "tiga"]

    def test_a_word_wider_than_a_line_is_broken(self) -> None:
        assert wrap("a bbbbbb", 4, get_cwidth) == ["a", "bbbb", "bb"]

    def test_wide_characters_count_two_cells(self) -> None:
        assert wrap("漢字漢字", 4, get_cwidth) == ["漢字", "漢字"]

    def test_a_character_wider_than_the_line_still_ends(self) -> None:
        assert wrap("漢字", 1, get_cwidth) == ["漢", "字"]

    def test_an_empty_text_is_one_empty_line(self) -> None:
        assert wrap(" \n ", 10, get_cwidth) == [""]

    def test_control_characters_are_shown_and_move_nothing(self) -> None:
        assert wrap("a\x1b[2Jb", 40, get_cwidth) == [r"a\x1b[2Jb"]

    def test_pieces_are_packed_whole(self) -> None:
        assert pack(["a b", "c d"], "  ", 5, get_cwidth) == ["a b", "c d"]

    def test_a_cut_text_says_that_there_is_more(self) -> None:
        assert shorten(["satu dua", "tiga"], 1, 8, "…", get_cwidth) == ["satu…"]

    def test_a_text_that_fits_is_not_marked(self) -> None:
        assert shorten(["satu", "dua"], 2, 8, "…", get_cwidth) == ["satu", "dua"]


WIDE_SCREEN = """
  Konsultan Kelompok Masyarakat                                        1/3
  ────────────────────────────────────────────────────────────────────────

  3 pernyataan, sekitar 1 menit. Tekan angka yang paling pas menurutmu.

  Saya senang mencari contoh sederhana supaya teman sekelas paham
  penjelasan saya.

    1  Sangat tidak setuju
    2  Tidak setuju
    3  Netral
    4  Setuju
    5  Sangat setuju

  1-5 jawab   0 lewati   ← kembali   ↑↓ Enter pilih   Ctrl-C keluar"""

NARROW_SCREEN = """
  Konsultan Kelompok Masyarakat    2/3
  ━━━━━━━━━━━━────────────────────────

  Saya suka bertanya.



    1  Sangat tidak setuju
    2  Tidak setuju
    3  Netral
  › 4  Setuju  (jawabanmu)
    5  Sangat setuju

  1-5 jawab   0 lewati   ← kembali
  ↑↓ Enter pilih   Ctrl-C keluar"""

TINY_SCREEN = """\
Saya senang mencari
contoh sederhana…
1-5 jawab   0 lewati"""


class TestScreen:
    def test_the_first_screen_says_what_how_long_and_which_keys(self) -> None:
        assert "\n".join(screen(small(), begun(), 80, 24)) == WIDE_SCREEN

    def test_the_narrow_screen_shows_an_earlier_answer_in_words(self) -> None:
        progress = begun().answer(1, 1.0).answer(4, 2.0).back(3.0)
        assert "\n".join(screen(small(), progress, 40, 20)) == NARROW_SCREEN

    def test_a_tiny_window_shows_the_statements_start_and_the_keys(self) -> None:
        assert "\n".join(screen(small(), begun(), 20, 3)) == TINY_SCREEN

    def test_a_tiny_window_shows_the_marked_response(self) -> None:
        rows = screen(small(), begun().choose_down().choose_down(), 20, 3)
        assert rows == ["Saya senang mencari…", "› 2  Tidak setuju", "1-5 jawab   0 lewati"]

    @pytest.mark.parametrize(("width", "height"), SIZES)
    @pytest.mark.parametrize("steps", ["", "d", "a", "ab", "sb", "aab"])
    def test_no_row_is_wider_and_no_screen_higher_than_the_window(
        self, width: int, height: int, steps: str
    ) -> None:
        rows = screen(SHIPPED, walked(steps), width, height)
        assert len(rows) <= height
        assert max(get_cwidth(row) for row in rows) <= max(width, len("1-5 jawab"))

    @pytest.mark.parametrize("width", [80, 40, 20])
    def test_no_word_of_a_statement_is_broken(self, width: int) -> None:
        for position, item in enumerate(SHIPPED.items):
            progress = at(position)
            shown = " ".join(" ".join(screen(SHIPPED, progress, width, 60)).split())
            assert " ".join(item.text.split()) in shown

    def test_the_responses_stand_still_from_one_statement_to_the_next(self) -> None:
        rows = [screen(SHIPPED, at(n), 80, 24) for n in range(1, 50)]
        assert len({next(i for i, row in enumerate(r) if "1  " in row) for r in rows}) == 1

    def test_a_skipped_statement_says_so_when_seen_again(self) -> None:
        rows = screen(small(), begun().skip(1.0).back(2.0), 80, 24)
        assert "  Tadi kamu lewati." in rows

    def test_the_mark_is_a_sign_and_not_only_a_colour(self) -> None:
        assert "  › 1  Sangat tidak setuju" in screen(small(), begun().choose_down(), 80, 24)

    def test_the_cursor_stands_before_the_statement_until_something_is_marked(self) -> None:
        profile = small()
        assert cursor_row(profile, begun(), 80, 24).strip().startswith("Saya senang")
        assert "› 5" in cursor_row(profile, begun().choose_up(), 80, 24)

    @pytest.mark.parametrize("height", range(3, 24))
    def test_the_marked_response_is_on_screen_from_three_rows_up(self, height: int) -> None:
        assert "› 5" in cursor_row(small(), begun().choose_up(), 20, height)

    def test_texts_are_never_read_as_markup(self) -> None:
        text = "<b>Saya</b> [bold]suka[/] {0} %s &amp; tanya"
        profile = small(text, responses=("<i>ya</i>", "[red]tidak[/]"))
        shown = "\n".join(screen(profile, begun(1, 2), 80, 24))
        assert all(part in shown for part in (text, "<i>ya</i>", "[red]tidak[/]"))

    def test_a_title_too_long_for_its_row_gives_way_to_the_count(self) -> None:
        rows = screen(small(title="Judul " * 20), begun(), 40, 20)
        assert rows[1].strip() == "1/3"

    def test_long_labels_continue_under_themselves(self) -> None:
        rows = screen(small(), begun().answer(1, 1.0).back(2.0), 20, 12)
        assert rows[rows.index("› 1  Sangat tidak") :][:2] == ["› 1  Sangat tidak", "     setuju"]

    def test_a_label_is_never_parted_by_the_mark_of_an_earlier_answer(self) -> None:
        profile = small(responses=("Saya sependapat-sekali", "Ya"))
        rows = screen(profile, begun(points=2).answer(1, 1.0).back(2.0), 24, 12)
        assert "› 1  Saya" in rows

    @pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1", "unheard-of"])
    def test_plain_signs_are_used_where_the_encoding_has_no_others(self, encoding: str) -> None:
        assert glyphs_for(encoding) is PLAIN
        fragments = compose(small(), begun().answer(1, 1.0), canvas(80, 24, PLAIN))
        assert "".join(text for _, text in fragments).isascii()

    def test_drawn_signs_are_used_in_utf_8(self) -> None:
        assert glyphs_for("utf-8") is DRAWN


def asked(keys: str, profile: Profile | None = None) -> Sitting:
    """Run the real application on keys that come a second apart."""
    seconds = itertools.count()
    with create_pipe_input() as pipe:
        pipe.send_text(keys)
        return ask(
            profile or small(),
            clock=lambda: float(next(seconds)),
            input=pipe,
            output=DummyOutput(),
        )


UP, DOWN, LEFT, ENTER, BACKSPACE = "\x1b[A", "\x1b[B", "\x1b[D", "\r", "\x7f"


class TestApplication:
    def test_a_digit_for_every_statement_ends_the_quiz(self) -> None:
        assert asked("4" * 50, SHIPPED).answers == dict.fromkeys(SHIPPED.order, 4)

    def test_times_are_those_of_the_clock(self) -> None:
        assert asked("123").seconds == {"i0": 1.0, "i1": 1.0, "i2": 1.0}

    @pytest.mark.parametrize("keys", [f"{DOWN}{ENTER}{UP}{ENTER}0", f"{DOWN}\n{UP}\n0"])
    def test_arrows_with_enter_answer_and_zero_skips(self, keys: str) -> None:
        assert asked(keys).answers == {"i0": 1, "i1": 5, "i2": None}

    def test_enter_without_a_choice_does_nothing(self) -> None:
        assert asked(f"{ENTER * 5}123").answers == {"i0": 1, "i1": 2, "i2": 3}

    @pytest.mark.parametrize("back", [BACKSPACE, "\x08", LEFT, "\x1bOD"])
    def test_going_back_and_enter_keep_an_answer(self, back: str) -> None:
        assert asked(f"12{back}{ENTER}3").answers == {"i0": 1, "i1": 2, "i2": 3}
        assert asked(f"12{back}43").answers == {"i0": 1, "i1": 4, "i2": 3}

    def test_a_bracketed_paste_answers_nothing(self) -> None:
        assert asked("\x1b[200~55555\r5\x1b[201~123").answers == {"i0": 1, "i1": 2, "i2": 3}

    @pytest.mark.parametrize(
        "sequence", ["\x1b[3~", "\x1b[5~", "\x1b[15~", "\x1b[1;5C", "\x1b[24;80R"]
    )
    def test_other_keys_do_nothing(self, sequence: str) -> None:
        assert asked(f"{sequence}123").answers == {"i0": 1, "i1": 2, "i2": 3}

    @pytest.mark.parametrize("key", ["\x03", "\x04"])
    def test_ctrl_c_and_ctrl_d_leave(self, key: str) -> None:
        with pytest.raises(KeyboardInterrupt) as left:
            asked(f"12{key}")
        assert not isinstance(left.value, Interrupted)

    def test_input_that_ends_counts_as_a_hangup(self) -> None:
        with create_pipe_input() as pipe:
            pipe.send_text("12")
            threading.Timer(0.2, pipe.close).start()
            with pytest.raises(Interrupted) as left:
                ask(small(), input=pipe, output=DummyOutput())
        assert left.value.signum == 1

    @pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
    def test_a_signal_ends_the_quiz_and_the_handlers_before_it_return(self, number: int) -> None:
        before = signal.getsignal(number)
        with create_pipe_input() as pipe:
            threading.Timer(0.2, os.kill, (os.getpid(), number)).start()
            with pytest.raises(Interrupted) as left:
                ask(small(), input=pipe, output=DummyOutput())
        assert left.value.signum == number
        assert signal.getsignal(number) is before

    def test_a_signal_that_the_process_ignores_stays_ignored(self) -> None:
        before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
        try:
            with create_pipe_input() as pipe:
                pipe.send_text("12")
                threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGHUP)).start()
                threading.Timer(0.3, pipe.send_text, ("3",)).start()
                sitting = ask(small(), input=pipe, output=DummyOutput())
        finally:
            signal.signal(signal.SIGHUP, before)
        assert sitting.answers == {"i0": 1, "i1": 2, "i2": 3}

    def test_it_also_runs_outside_the_main_thread(self) -> None:
        sittings: list[Sitting] = []
        thread = threading.Thread(target=lambda: sittings.append(asked("123")))
        thread.start()
        thread.join()
        assert sittings[0].answers == {"i0": 1, "i1": 2, "i2": 3}

    def test_importing_the_room_loads_no_terminal_library(self) -> None:
        code = (
            "import sys, kelompok_quiz.interview, kelompok_quiz.interview.screen, "
            "kelompok_quiz.interview.keys; "
            "assert not {'prompt_toolkit', 'questionary', 'asyncio'} & set(sys.modules)"
        )
        subprocess.run([sys.executable, "-c", code], check=True)
