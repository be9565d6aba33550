"""Help screens in Indonesian: plain text for wide and for narrow terminals.

Everything is read from the public attributes of typer's commands and parameters; typer's own
sentences are never used.
"""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Iterable
from typing import Any, TypeAlias

from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from kelompok_quiz.cli.messages import NARROWEST
from kelompok_quiz.text import legible, wrap
from kelompok_quiz.words import help as words

WIDEST = 80
"""Columns beyond which lines are hard to read."""
STACKED_BELOW = 60
"""Columns below which an explanation is under its option instead of beside it."""
STACKED_INDENT = 6

Context: TypeAlias = Any
"""typer does not export the class of its contexts (`typer.Context` is a subclass)."""
Formatter: TypeAlias = Any
"""Likewise the class that collects the lines of a help screen."""
Command: TypeAlias = TyperCommand | TyperGroup
Parameter: TypeAlias = TyperArgument | TyperOption
Row: TypeAlias = tuple[str, str]


def metavar(parameter: Parameter) -> str:
    """Return the placeholder of the parameter's value, such as `BERKAS`."""
    return parameter.metavar or words.CHOICE


def choices(parameter: Parameter) -> list[str]:
    """Return the values that a parameter of fixed choices accepts, else an empty list."""
    return [str(getattr(each, "value", each)) for each in getattr(parameter.type, "choices", ())]


def help_screen(command: Command, ctx: Context) -> str:
    """Return the whole help of a command or a group, without a line break at its end."""
    width = max(NARROWEST, min(shutil.get_terminal_size().columns, WIDEST))
    parameters = command.get_params(ctx)
    given = [each for each in parameters if isinstance(each, TyperArgument)]
    # Pemakaian: kuis-karier nilai [OPSI] [BERKAS]…
    usage = [words.USAGE, ctx.command_path, words.OPTIONS, *(f"[{metavar(a)}]…" for a in given)]
    if isinstance(command, TyperGroup):
        usage.append(words.OPTIONAL_COMMAND)
    arguments = [(f"{metavar(each)}…", each.help or "") for each in given]
    options = [_option_row(each) for each in parameters if isinstance(each, TyperOption)]
    parts = (
        _wrapped(_legible(" ".join(usage)), width, rest="    "),
        _prose(command.help, width),
        _section(words.COMMANDS_HEADING, _command_rows(command, ctx), width),
        _section(words.ARGUMENTS_HEADING, arguments, width),
        _section(words.OPTIONS_HEADING, options, width),
        _prose(command.epilog, width),
    )
    return "\n\n".join(part for part in parts if part)


def _option_row(option: TyperOption) -> Row:
    term = ", ".join(option.opts)
    if not option.is_flag:
        term += f" {metavar(option)}"
    accepted = choices(option)
    note = f" [{words.CHOICES.format(', '.join(accepted))}]" if accepted else ""
    return term, f"{option.help}{note}"


def _command_rows(command: Command, ctx: Context) -> Iterable[Row]:
    if isinstance(command, TyperGroup):
        for name in command.list_commands(ctx):
            found = command.get_command(ctx, name)
            yield name, found.get_short_help_str() if found else ""


def _section(heading: str, rows: Iterable[Row], width: int) -> str:
    shown = [(_legible(term), _legible(text)) for term, text in rows]
    if not shown:
        return ""
    longest = max(len(term) for term, _ in shown)
    column = STACKED_INDENT if width < STACKED_BELOW else longest + 4
    lines, indent = [heading], " " * column
    for term, text in shown:
        start = f"  {term}".ljust(column)
        if len(term) + 2 >= column:  # the text is below a longer term
            lines.append(start)
            start = indent
        lines.append(_wrapped(text, width, start, indent))
    return "\n".join(lines)


def _prose(text: str | None, width: int) -> str:
    """Wrap paragraphs; a line that begins with a space is an example and keeps its line."""
    paragraphs: list[str] = []
    for paragraph in _legible(textwrap.dedent(text or "")).split("\n\n"):
        lines = paragraph.splitlines() if paragraph.startswith(" ") else [paragraph]
        rest = "      " if paragraph.startswith(" ") else ""
        paragraphs.append("\n".join(_wrapped(line, width, rest=rest) for line in lines))
    return "\n\n".join(paragraphs)


def _legible(text: str) -> str:
    """Spelled out for standard output; before wrapping, since the text may grow."""
    return legible(text, getattr(sys.stdout, "encoding", None) or "utf-8")


def _wrapped(text: str, width: int, first: str = "", rest: str = "") -> str:
    return "\n".join(wrap(text, width, first=first, rest=rest))
