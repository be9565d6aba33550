"""The quiz on a whole screen: one prompt_toolkit application for the whole run."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Sequence

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
from kelompok_quiz.interview.endings import HANGUP, Interrupted, Left
from kelompok_quiz.interview.keys import Keyboard, KeyGuard, Menu
from kelompok_quiz.interview.pages import Page, draw_question, opening
from kelompok_quiz.interview.run import Run, Save
from kelompok_quiz.interview.screens import draw
from kelompok_quiz.interview.signals import Signals
from kelompok_quiz.interview.state import Progress
from kelompok_quiz.profile import Profile
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
"""Windows suspends no process."""


class ScreenInterviewer:
    """An `Interviewer` on the alternate screen; the keys come from the terminal."""

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        *,
        input: Input | None = None,  # noqa: A002 - prompt_toolkit's own name for it
        output: Output | None = None,
    ) -> None:
        """Ask at the process's own terminal unless another is given; `clock` gives seconds."""
        self._clock = clock
        self._guard = KeyGuard()
        self._input = input
        self._output = output or _terminal_output()

    def choose(self, page: Page) -> int:
        """Do what `Interviewer.choose` promises."""
        menu = Menu(len(page.options), self._guard)

        def draw_menu(canvas: Canvas) -> Drawing:
            drawing = draw_question(page, menu.marked, canvas, menu.scrolled)
            menu.scroll_within(drawing.first_page, drawing.last_page)
            return drawing

        def press(key: str) -> None:
            menu.press(key, self._clock())

        self._run(draw_menu, press, lambda: menu.chosen is not None)
        return menu.chosen or 0

    def ask(
        self, profile: Profile, sitting: Sitting, *, kept: Sequence[str] = (), save: Save | None
    ) -> Sitting:
        """Do what `Interviewer.ask` promises."""
        run = Run(Progress.at(sitting, profile.points, self._clock()), save)
        keyboard = Keyboard(run, self._clock, self._guard)
        first = opening(profile, kept)

        def draw_run(canvas: Canvas) -> Drawing:
            drawing = draw(profile, run, first, canvas)
            run.scroll_within(drawing.first_page, drawing.last_page)
            return drawing

        self._run(draw_run, keyboard.press, lambda: run.over, run.suspended)
        if run.left:
            raise Left
        return run.progress.sitting

    def _run(
        self,
        drawn: Callable[[Canvas], Drawing],
        press: Callable[[str], None],
        done: Callable[[], bool],
        suspended: Callable[[float], None] = lambda _: None,
    ) -> None:
        coloured = colour_wanted(os.environ, terminal=True)
        application: Application[None] = Application(
            layout=_layout(drawn, done, self._output),
            key_bindings=_bindings(press, done, self._suspender(suspended)),
            style=STYLE,
            include_default_pygments_style=False,
            full_screen=True,
            erase_when_done=True,
            color_depth=None if coloured else ColorDepth.DEPTH_1_BIT,
            input=self._input or create_input(always_prefer_tty=True),
            output=self._output,
        )
        _ask(application)

    def _suspender(self, suspended: Callable[[float], None]) -> Callable[[], None]:
        """What Ctrl-Z does: stop the job as the shell knows it, and tell for how long."""

        def suspend() -> None:
            if SUSPEND is not None:
                before = self._clock()
                os.kill(0, SUSPEND)
                suspended(self._clock() - before)

        return suspend


def _ask(application: Application[None]) -> None:
    with Signals(application) as signals:
        try:
            Question(application).unsafe_ask()
        except (EOFError, OSError) as error:  # the terminal is gone
            raise Interrupted(signals.received or HANGUP) from error
        if signals.received is not None:
            raise Interrupted(signals.received)


def _terminal_output() -> Output:
    output = create_output(sys.stderr)
    if isinstance(output, Vt100_Output):
        output.enable_cpr = False  # over a slow line the reply would be typed into the shell
    return output


def _layout(drawn: Callable[[Canvas], Drawing], done: Callable[[], bool], output: Output) -> Layout:
    glyphs = glyphs_for(output.encoding())

    def text() -> StyleAndTextTuples:
        if done():
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
        run_in_terminal(suspend)

    return bindings
