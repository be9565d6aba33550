"""The quiz on a whole screen: prompt_toolkit applications that leave the terminal as it was."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress

from prompt_toolkit.application import Application, run_in_terminal
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.input import Input, create_input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import FormattedTextControl, Layout, Window
from prompt_toolkit.output import ColorDepth, Output, create_output
from prompt_toolkit.output.vt100 import Vt100_Output
from prompt_toolkit.styles import Style
from prompt_toolkit.utils import get_cwidth
from questionary import Question

from kelompok_quiz.interview.canvas import Canvas, Drawing, glyphs_for
from kelompok_quiz.interview.interviewer import Left, TerminalLost
from kelompok_quiz.interview.key_guard import Keyboard, KeyGuard, Menu
from kelompok_quiz.interview.pages import Page, opening
from kelompok_quiz.interview.quiz import Begun, Quiz, Save
from kelompok_quiz.interview.screens import draw, draw_question
from kelompok_quiz.interview.state import QuizState
from kelompok_quiz.profile.model import Profile
from kelompok_quiz.signals import ENDING_SIGNALS, Interrupted
from kelompok_quiz.sitting import Sitting
from kelompok_quiz.text import colour_wanted

STYLE = Style.from_dict(
    {
        "statement": "bold",
        "marked": "bold",
        "pointer": "bold ansicyan",
        "digit": "ansicyan",
        "key": "ansicyan",
        "done": "ansicyan",
    }
)
if sys.platform == "win32":
    from prompt_toolkit.output.win32 import NoConsoleScreenBufferError as NoScreen
else:

    class NoScreen(Exception):
        """No console to draw on: only Windows has terminals without one."""


SUSPEND = getattr(signal, "SIGTSTP", None)
"""Windows cannot suspend a process."""


class ScreenInterviewer:
    """An `Interviewer` on the alternate screen."""

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        *,
        input: Input | None = None,  # noqa: A002 - prompt_toolkit's own name for it
        output: Output | None = None,
    ) -> None:
        """Ask at the terminal of the process by default; `clock` gives seconds."""
        self._clock = clock
        self._guard = KeyGuard()  # one for all: a key held in a question must not answer the quiz
        self._input = input
        self._output = output or _terminal_output()

    def choose(self, page: Page) -> int:
        """Show the question until an option is chosen."""
        menu = Menu(len(page.options), self._guard)

        def draw_menu(canvas: Canvas) -> Drawing:
            drawing = draw_question(page, menu.marked, canvas, menu.scrolled)
            menu.clamp_scroll(drawing.first_page, drawing.last_page)
            return drawing

        def press(key: str) -> None:
            menu.press(key, self._clock())

        self._run(draw_menu, press, lambda: menu.chosen is not None, lambda _: None)
        return menu.chosen or 0

    def ask(
        self,
        profile: Profile,
        sitting: Sitting,
        *,
        kept: Sequence[str] = (),
        save: Save | None,
        begun: Begun | None = None,
    ) -> Sitting:
        """Run one application from the opening to the end of the overview."""
        quiz = Quiz(QuizState.start(sitting, profile.points, self._clock()), save, begun)
        keyboard = Keyboard(quiz, self._clock, self._guard)
        first = opening(profile, kept)

        def draw_quiz(canvas: Canvas) -> Drawing:
            drawing = draw(profile, quiz, first, canvas)
            quiz.clamp_scroll(drawing.first_page, drawing.last_page)
            return drawing

        self._run(draw_quiz, keyboard.press, lambda: quiz.over, quiz.exclude)
        if quiz.left:
            raise Left
        return quiz.state.sitting

    def _run(
        self,
        drawn: Callable[[Canvas], Drawing],
        press: Callable[[str], None],
        done: Callable[[], bool],
        exclude: Callable[[float], None],
    ) -> None:
        """Show what `drawn` returns and pass keys to `press` until `done`.

        `exclude` gets the seconds for which the process was suspended.
        """

        def suspend() -> None:
            if SUSPEND is not None:
                before = self._clock()
                os.kill(0, SUSPEND)  # the whole process group, as the terminal does on Ctrl-Z
                exclude(self._clock() - before)

        coloured = colour_wanted(os.environ, terminal=True)
        application: Application[None] = Application(
            layout=_layout(drawn, done, self._output),
            key_bindings=_bindings(press, done, suspend),
            style=STYLE,
            include_default_pygments_style=False,
            full_screen=True,
            erase_when_done=True,
            color_depth=None if coloured else ColorDepth.DEPTH_1_BIT,
            input=self._input or create_input(always_prefer_tty=True),
            output=self._output,
        )
        with _exiting_on_signals(application) as received:
            try:
                Question(application).unsafe_ask()  # `ask` would print its own word on Ctrl-C
            except (EOFError, OSError) as error:  # the terminal is gone
                raise (Interrupted(received[-1]) if received else TerminalLost()) from error
            if received:
                raise Interrupted(received[-1])


def _terminal_output() -> Output:
    output = create_output(sys.stderr)
    if isinstance(output, Vt100_Output):
        # prompt_toolkit asks where the cursor is; over a slow line the reply comes after the end
        # and would be typed into the shell.
        output.enable_cpr = False
    return output


def _layout(drawn: Callable[[Canvas], Drawing], done: Callable[[], bool], output: Output) -> Layout:
    glyphs = glyphs_for(output.encoding())

    def text() -> StyleAndTextTuples:
        if done():  # prompt_toolkit draws once more before it erases the screen
            return []
        size = output.get_size()
        return [*drawn(Canvas(size.columns, size.rows, get_cwidth, glyphs)).fragments]

    return Layout(Window(FormattedTextControl(text, focusable=True)))


def _bindings(
    press: Callable[[str], None], done: Callable[[], bool], suspend: Callable[[], None]
) -> KeyBindings:
    bindings = KeyBindings()

    @bindings.add(Keys.Any)
    def any_key(event: KeyPressEvent) -> None:
        key = event.key_sequence[0].key
        press(key.value if isinstance(key, Keys) else key)
        if done():
            event.app.exit()

    @bindings.add("c-c")
    @bindings.add("c-d")
    @bindings.add(Keys.SIGINT)
    def leave(event: KeyPressEvent) -> None:
        event.app.exit(exception=KeyboardInterrupt)

    @bindings.add("c-z")
    def stop(event: KeyPressEvent) -> None:
        del event
        run_in_terminal(suspend)  # the shell gets a terminal in its own mode, and we redraw after

    return bindings


@contextmanager
def _exiting_on_signals(application: Application[None]) -> Iterator[list[int]]:
    """Exit the application on SIGTERM and SIGHUP; the list yielded gets the signals received.

    A signal that the process ignores (`nohup`) stays ignored. Event loops without signal handlers
    (Windows, threads other than the main one) leave signals as they are.
    """
    handlers = {number: signal.getsignal(number) for number in ENDING_SIGNALS}
    ours = [number for number in ENDING_SIGNALS if handlers[number] not in {signal.SIG_IGN, None}]
    received: list[int] = []

    def leave(number: int) -> None:
        received.append(number)
        if not application.is_done:
            application.exit()

    def install() -> None:
        loop = asyncio.get_running_loop()
        for number in ours:  # None would be a handler of C code, which Python cannot put back
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, leave, int(number))

    application.pre_run_callables.append(install)  # the loop exists only from then on
    try:
        yield received
    finally:
        # Its loop, when closed, resets a signal to the default and not to the handler before.
        if threading.current_thread() is threading.main_thread():
            for number in ours:
                signal.signal(number, handlers[number])
