"""What the environment says about a terminal, each convention alone and against the others."""

from __future__ import annotations

import pytest

from kelompok_quiz.terminal import colour_wanted, is_dumb, linear_wanted


@pytest.mark.parametrize("terminal", [True, False])
@pytest.mark.parametrize(
    "environ",
    [
        *[{}, {"NO_COLOR": ""}, {"FORCE_COLOR": ""}, {"CLICOLOR": "1"}, {"CLICOLOR": ""}],
        *[{"CLICOLOR_FORCE": "0"}, {"CLICOLOR_FORCE": ""}, {"TERM": "xterm"}, {"TERM": ""}],
    ],
    ids=str,
)
def test_where_nothing_is_asked_for_only_a_terminal_gets_colour(
    environ: dict[str, str], *, terminal: bool
) -> None:
    assert colour_wanted(environ, terminal=terminal) is terminal


@pytest.mark.parametrize(
    "environ",
    [
        *[{"NO_COLOR": "1"}, {"NO_COLOR": "0"}, {"NO_COLOR": "1", "FORCE_COLOR": "1"}],
        *[{"NO_COLOR": "1", "CLICOLOR_FORCE": "1"}, {"FORCE_COLOR": "0"}],
        *[{"FORCE_COLOR": "false"}, {"FORCE_COLOR": "0", "CLICOLOR_FORCE": "1"}],
        *[{"CLICOLOR": "0"}, {"TERM": "dumb"}, {"TERM": "DUMB", "CLICOLOR": "1"}],
    ],
    ids=str,
)
def test_colour_can_be_switched_off(environ: dict[str, str]) -> None:
    assert not colour_wanted(environ, terminal=True)


@pytest.mark.parametrize(
    "environ",
    [
        *[{"FORCE_COLOR": "1"}, {"FORCE_COLOR": "3"}, {"FORCE_COLOR": "true"}],
        *[{"CLICOLOR_FORCE": "1"}, {"CLICOLOR_FORCE": "1", "CLICOLOR": "0"}],
        *[{"FORCE_COLOR": "1", "TERM": "dumb"}, {"FORCE_COLOR": "1", "CLICOLOR": "0"}],
    ],
    ids=str,
)
def test_colour_can_be_forced_into_a_pipe(environ: dict[str, str]) -> None:
    assert colour_wanted(environ, terminal=False)


@pytest.mark.parametrize(
    ("environ", "linear"),
    [
        *[({}, False), ({"ACCESSIBLE": ""}, False), ({"ACCESSIBLE": "0"}, False)],
        *[({"ACCESSIBLE": "False"}, False), ({"ACCESSIBLE": "1"}, True)],
        *[({"ACCESSIBLE": "ya"}, True), ({"TERM": "dumb"}, True), ({"TERM": "xterm"}, False)],
        ({"TERM": "dumb", "ACCESSIBLE": "0"}, True),
    ],
    ids=str,
)
def test_lines_are_written_for_screen_readers_and_dumb_terminals(
    environ: dict[str, str], *, linear: bool
) -> None:
    assert linear_wanted(environ) is linear


def test_a_terminal_is_dumb_by_its_name_alone() -> None:
    assert is_dumb({"TERM": "dumb"})
    assert not is_dumb({"TERM": "dumb-color"})
