"""The quiz in a terminal: one prompt_toolkit application for the whole run."""

from __future__ import annotations

import sys
from collections.abc import Callable

from prompt_toolkit.application import Application
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.input import Input, create_input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import FormattedTextControl, Layout, Window
from prompt_toolkit.output import Output, create_output
from prompt_toolkit.output.vt100 import Vt100_Output
from prompt_toolkit.styles import Style
from prompt_toolkit.utils import get_cwidth
from questionary import Question

from kelompok_quiz.interview.keys import Keyboard
from kelompok_quiz.interview.screen import Canvas, compose, glyphs_for
from kelompok_quiz.interview.signals import HANGUP, Signals
from kelompok_quiz.interview.sitting import Interrupted, Sitting
from kelompok_quiz.interview.state import Progress
from kelompok_quiz.profile import Profile

STYLE = Style.from_dict(
    {
        "statement": "bold",
        "chosen": "bold",
        "pointer": "bold ansicyan",
        "digit": "ansicyan",
        "done": "ansicyan",
    }
)


def run(
    profile: Profile,
    *,
    clock: Callable[[], float],
    input: Input | None,  # noqa: A002 - prompt_toolkit's own name for it
    output: Output | None,
) -> Sitting:
    """Do what `interview.ask` promises."""
    items = tuple(item.id for item in profile.items)
    keyboard = Keyboard(Progress(items, profile.points, shown_at=clock()), clock)
    screen = output or _terminal_output()
    application: Application[None] = Application(
        layout=_layout(profile, keyboard, screen),
        key_bindings=_bindings(keyboard),
        style=STYLE,
        include_default_pygments_style=False,
        full_screen=True,
        erase_when_done=True,
        input=input or create_input(always_prefer_tty=True),
        output=screen,
    )
    _ask(application)
    return keyboard.progress.sitting()


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


def _layout(profile: Profile, keyboard: Keyboard, output: Output) -> Layout:
    glyphs = glyphs_for(output.encoding())

    def text() -> StyleAndTextTuples:
        if keyboard.progress.finished:
            return []
        size = output.get_size()
        canvas = Canvas(size.columns, size.rows, get_cwidth, glyphs)
        return [*compose(profile, keyboard.progress, canvas)]

    return Layout(Window(FormattedTextControl(text, focusable=True)))


def _bindings(keyboard: Keyboard) -> KeyBindings:
    bindings = KeyBindings()

    @bindings.add(Keys.Any)
    def press(event: KeyPressEvent) -> None:
        key = event.key_sequence[0].key
        keyboard.press(key.value if isinstance(key, Keys) else key)
        if keyboard.progress.finished:
            event.app.exit()

    @bindings.add("c-c")
    @bindings.add("c-d")
    @bindings.add(Keys.SIGINT)
    def leave(event: KeyPressEvent) -> None:
        event.app.exit(exception=KeyboardInterrupt)

    @bindings.add("c-z")
    def suspend(event: KeyPressEvent) -> None:
        event.app.suspend_to_background()

    return bindings
