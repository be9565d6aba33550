"""The real application on a pipe for a keyboard; how it looks is tested without it."""

from __future__ import annotations

import functools
import io
import itertools
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pyte
import pytest
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput, Output
from prompt_toolkit.output.vt100 import Vt100_Output

from kelompok_quiz.interview import pages
from kelompok_quiz.interview.application import ScreenInterviewer
from kelompok_quiz.interview.interviewer import Left, TerminalLost, interviewer
from kelompok_quiz.interview.linear import LineInterviewer
from kelompok_quiz.profile.model import Profile
from kelompok_quiz.signals import Interrupted
from kelompok_quiz.sitting import Sitting
from kelompok_quiz.words import quiz as words
from support.quiz import KEPT, SHIPPED, Disk, small

UP, DOWN, LEFT, ENTER, BACKSPACE = "\x1b[A", "\x1b[B", "\x1b[D", "\r", "\x7f"
BEGIN = ENTER * 2
"""Two seconds apart: from the opening to the tasks, and to the first statement."""
POSIX = pytest.mark.skipif(os.name == "nt", reason="these signals are those of POSIX")


@contextmanager
def typing(
    keys: str, clock: Callable[[], float] | None = None, output: Output | None = None
) -> Iterator[tuple[ScreenInterviewer, PipeInput]]:
    """A quiz with these keys typed already, each seen two seconds after the one before."""
    with create_pipe_input() as pipe:
        pipe.send_text(keys)
        ticking = functools.partial(next, itertools.count(0.0, 2.0))
        yield ScreenInterviewer(clock or ticking, input=pipe, output=output or DummyOutput()), pipe


def asked(
    keys: str, profile: Profile | None = None, disk: Disk | None = None, *, begin: str = BEGIN
) -> Sitting:
    profile = profile or small()
    with typing(begin + keys) as (asker, _):
        return asker.ask(profile, Sitting(profile.order), kept=KEPT, save=disk)


def once(holds: Callable[[], bool], act: Callable[[], object]) -> None:
    """Act in another thread as soon as something holds."""

    def watch() -> None:
        while not holds():
            time.sleep(0.001)
        act()

    threading.Thread(target=watch, daemon=True).start()


class Film(io.StringIO):
    """What a terminal of this size showed after every flush."""

    encoding = "utf-8"

    def __init__(self, columns: int, rows: int) -> None:
        super().__init__()
        self.frames: list[list[str]] = []
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self._screen)
        self.size = Size(rows=rows, columns=columns)

    def write(self, text: str) -> int:
        self._stream.feed(text)
        return len(text)

    def flush(self) -> None:
        self.frames.append([row.rstrip() for row in self._screen.display])

    def shows(self, text: str) -> Callable[[], bool]:
        """A condition: the text is on the screen."""
        return lambda: any(text in row for row in (self.frames or [[]])[-1])

    @property
    def first(self) -> list[str]:
        return next(frame for frame in self.frames if any(frame))

    @property
    def output(self) -> Output:
        return Vt100_Output(self, lambda: self.size, term="xterm", enable_cpr=False)


class TestKeys:
    def test_a_digit_for_every_statement_and_enter_end_the_quiz(self) -> None:
        half = "4" * 25
        answers = asked(f"{half}{ENTER}{half}{ENTER}", SHIPPED).answers
        assert answers == dict.fromkeys(SHIPPED.order, 4)

    @pytest.mark.parametrize("keys", [f"{DOWN}{ENTER}{UP}{ENTER}0\r", f"{DOWN}\n{UP}\n0\r"])
    def test_arrows_with_enter_answer_and_zero_skips(self, keys: str) -> None:
        assert asked(keys).answers == {"i0": 1, "i1": 5, "i2": None}

    def test_enter_without_a_mark_does_nothing(self) -> None:
        assert asked(f"{ENTER * 5}123\r").answers == {"i0": 1, "i1": 2, "i2": 3}

    @pytest.mark.parametrize("back", [BACKSPACE, "\x08", LEFT, "\x1bOD"])
    def test_going_back_and_enter_keep_an_answer(self, back: str) -> None:
        assert asked(f"12{back}{ENTER}3\r").answers == {"i0": 1, "i1": 2, "i2": 3}
        assert asked(f"12{back}43\r").answers == {"i0": 1, "i1": 4, "i2": 3}

    def test_a_bracketed_paste_answers_nothing(self) -> None:
        assert asked("\x1b[200~55555\r5\x1b[201~123\r").answers == {"i0": 1, "i1": 2, "i2": 3}

    @pytest.mark.parametrize(
        "sequence", ["\x1b[3~", "\x1b[5~", "\x1b[15~", "\x1b[1;5C", "\x1b[24;80R", "\x1b[I", "\t"]
    )
    def test_other_keys_do_nothing(self, sequence: str) -> None:
        assert asked(f"{sequence}123\r").answers == {"i0": 1, "i1": 2, "i2": 3}

    def test_keys_typed_at_once_answer_one_statement(self) -> None:
        seconds, film, disk = [0.0], Film(80, 24), Disk()

        def later(keys: str) -> None:
            seconds.append(seconds[-1] + 1)
            pipe.send_text(keys)

        with typing(ENTER, lambda: seconds[-1], film.output) as (asker, pipe):
            once(film.shows(words.HOW_TO_ANSWER[:30]), lambda: later(ENTER))
            once(film.shows("1/3"), lambda: later("12345123"))
            once(film.shows("2/3"), lambda: later("s"))
            with pytest.raises(Left):
                asker.ask(small(), Sitting(small().order), save=disk)
        assert disk.saved[-1].answers == {"i0": 1}


class TestEnding:
    def test_s_saves_and_leaves(self) -> None:
        disk = Disk()
        with pytest.raises(Left):
            asked("12s", disk=disk)
        assert disk.saved[-1].answers == {"i0": 1, "i1": 2}

    def test_s_leaves_only_where_answers_are_kept(self) -> None:
        assert asked("s123\r").answered == 3

    @pytest.mark.parametrize("key", ["\x03", "\x04"])
    @pytest.mark.parametrize("before", ["", "\r", "\r\r12", "\r\r123"])
    def test_ctrl_c_and_ctrl_d_leave_from_everywhere(self, key: str, before: str) -> None:
        disk = Disk()
        with pytest.raises(KeyboardInterrupt):
            asked(f"{before}{key}", disk=disk, begin="")
        assert [sitting.position for sitting in disk.saved] == [*range(1, len(before) - 1)]

    def test_input_that_ends_counts_as_a_hangup(self) -> None:
        film = Film(80, 24)
        with typing(f"{BEGIN}12", output=film.output) as (asker, pipe):
            once(film.shows("3/3"), pipe.close)
            with pytest.raises(TerminalLost) as end:
                asker.ask(small(), Sitting(small().order), save=None)
        assert end.value.signum == 1

    @POSIX
    @pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
    def test_a_signal_ends_the_quiz_and_the_handlers_before_it_return(self, number: int) -> None:
        before = signal.getsignal(number)
        with typing(f"{BEGIN}12") as (asker, _):
            once(
                lambda: signal.getsignal(number) is not before,
                lambda: os.kill(os.getpid(), number),
            )
            with pytest.raises(Interrupted) as end:
                asker.ask(small(), Sitting(small().order), save=None)
        assert end.value.signum == number
        assert signal.getsignal(number) is before

    @POSIX
    def test_a_signal_that_the_process_ignores_stays_ignored(self) -> None:
        before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
        film = Film(80, 24)

        def hang_up() -> None:
            os.kill(os.getpid(), signal.SIGHUP)
            pipe.send_text("3\r")

        try:
            with typing(f"{BEGIN}12", output=film.output) as (asker, pipe):
                once(film.shows("3/3"), hang_up)
                sitting = asker.ask(small(), Sitting(small().order), save=None)
        finally:
            signal.signal(signal.SIGHUP, before)
        assert sitting.answers == {"i0": 1, "i1": 2, "i2": 3}

    def test_it_also_runs_outside_the_main_thread(self) -> None:
        sittings: list[Sitting] = []
        thread = threading.Thread(target=lambda: sittings.append(asked("123\r")))
        thread.start()
        thread.join()
        assert sittings[0].answers == {"i0": 1, "i1": 2, "i2": 3}


class TestChoosing:
    @pytest.mark.parametrize(("keys", "chosen"), [("2", 2), (f"x{DOWN}{ENTER}", 1), (f"{UP}\n", 2)])
    def test_a_digit_or_arrows_and_enter_choose(self, keys: str, chosen: int) -> None:
        with typing(keys) as (asker, _):
            assert asker.choose(pages.retake()) == chosen

    @pytest.mark.parametrize("key", ["\x03", "\x04"])
    def test_ctrl_c_and_ctrl_d_leave(self, key: str) -> None:
        with typing(key) as (asker, _), pytest.raises(KeyboardInterrupt):
            asker.choose(pages.retake())

    def test_a_key_held_in_the_question_answers_no_statement_behind_it(self) -> None:
        seen = [10.0, *(10.5 + n * 0.033 for n in range(99))]
        looks = (moment for moment in seen for _ in range(2))  # at a key, and when it is dealt with
        profile, disk = small(), Disk()
        with typing("1", functools.partial(next, looks)) as (asker, pipe):
            assert asker.choose(pages.retake()) == 1
            pipe.send_text("1" * 40 + "s")
            sitting = Sitting(profile.order, {"i0": 4}, position=1)
            with pytest.raises(Left):
                asker.ask(profile, sitting, save=disk)
        assert disk.saved[-1].answers == {"i0": 4}


class TestDrawing:
    def test_a_window_shows_the_screen_and_is_left_empty(self) -> None:
        film = Film(80, 24)
        with typing(f"{BEGIN}444\r", output=film.output) as (asker, _):
            asker.ask(small(), Sitting(small().order), kept=KEPT, save=None)
        assert any(SHIPPED.title in row for row in film.first)
        assert not any(film.frames[-1])

    def test_a_question_is_shown_with_its_options(self) -> None:
        film = Film(40, 12)
        with typing("2", output=film.output) as (asker, _):
            asker.choose(pages.retake())
        options = [f"  {n}  {label}" for n, label in enumerate(pages.retake().options, 1)]
        assert all(any(option in row for row in film.first) for option in options)


@pytest.mark.parametrize(("linear", "kind"), [(True, LineInterviewer), (False, ScreenInterviewer)])
def test_who_asks_is_as_was_wanted(
    linear: bool,  # noqa: FBT001 - a parameter of the test
    kind: type,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with Path(os.devnull).open() as nothing:
        monkeypatch.setattr("sys.stdin", nothing)
        assert isinstance(interviewer(linear=linear), kind)


def test_importing_the_room_loads_no_terminal_library() -> None:
    code = (
        "import sys, kelompok_quiz.interview, kelompok_quiz.interview.screens, "
        "kelompok_quiz.interview.key_guard, kelompok_quiz.interview.linear; "
        "assert not {'prompt_toolkit', 'questionary', 'asyncio'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
