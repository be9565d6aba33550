"""Colour and width: what the environment asks for, and nothing else changed by it."""

from __future__ import annotations

import io
import re

import pytest
from rich.cells import cell_len

from kelompok_quiz.explanation.blocks import Paragraph
from kelompok_quiz.screen.console import plain_console
from kelompok_quiz.screen.sections import print_sections
from support.section_samples import ALL_SECTIONS, printed


class Terminal(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        return True


def coloured(stream: io.StringIO) -> bool:
    print_sections(plain_console(stream, 40), ALL_SECTIONS["mini"])
    return "\x1b[" in stream.getvalue()


@pytest.mark.parametrize(
    ("environ", "terminal", "pipe"),
    [
        ({}, True, False),
        ({"NO_COLOR": "1"}, False, False),
        ({"FORCE_COLOR": "1"}, True, True),
        ({"FORCE_COLOR": "0"}, False, False),
        ({"CLICOLOR": "0"}, False, False),
        ({"TERM": "dumb"}, False, False),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, True, True),
    ],
)
def test_colour_is_what_the_environment_asks_for(
    monkeypatch: pytest.MonkeyPatch, environ: dict[str, str], *, terminal: bool, pipe: bool
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    assert coloured(Terminal()) is terminal
    assert coloured(io.StringIO()) is pipe


@pytest.mark.parametrize("environ", [{"FORCE_COLOR": "1"}, {"TERM": "dumb"}, {"NO_COLOR": "1"}])
def test_colour_changes_nothing_but_the_colour(
    monkeypatch: pytest.MonkeyPatch, environ: dict[str, str]
) -> None:
    monkeypatch.setenv("COLUMNS", "47")
    monkeypatch.setenv("TERM", "xterm-256color")
    plain = shown_at_window(io.StringIO())
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    assert re.sub(r"\x1b\[[\d;]*m", "", shown_at_window(Terminal())) == plain
    assert max(map(cell_len, plain.splitlines())) == 47


def shown_at_window(stream: io.StringIO) -> str:
    print_sections(plain_console(stream), ALL_SECTIONS["mini"])
    return stream.getvalue()


def test_no_line_ends_in_spaces_on_a_terminal_either() -> None:
    for line in shown_at_window(Terminal()).splitlines():
        bare = re.sub(r"\x1b\[[\d;]*m", "", line)
        assert bare == bare.rstrip()


def test_a_window_has_bounds() -> None:
    long = Paragraph("kata " * 100)
    assert max(map(len, printed(long, width=300).splitlines())) <= 88
    assert max(map(len, printed(long, width=1).splitlines())) <= 20
