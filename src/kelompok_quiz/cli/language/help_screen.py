"""Help screens of typer commands in Indonesian: plain text for wide and for narrow terminals.

Everything is read from the public attributes of typer's commands and parameters; typer's own
sentences are never used.
"""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Iterable, Sequence
from typing import Any, TextIO, TypeAlias, cast

from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from kelompok_quiz.text import legible

USAGE = "Pemakaian:"
OPTIONS = "[OPSI]"
COMMAND = "PERINTAH [ARGUMEN]…"
OPTIONAL_COMMAND = "[PERINTAH] [ARGUMEN]…"
ARGUMENTS_HEADING = "Argumen:"
OPTIONS_HEADING = "Opsi:"
COMMANDS_HEADING = "Perintah:"
HELP_OF_HELP = "Tampilkan bantuan ini."
DEFAULT = "bawaan: {}"
CHOICES = "pilihan: {}"
VARIABLE = "variabel: {}"
REQUIRED = "wajib"
BETWEEN = "dari {low} sampai {high}"
AT_LEAST = "paling sedikit {low}"
AT_MOST = "paling banyak {high}"
VALUE = "NILAI"
METAVARS = {
    **dict.fromkeys(("str", "text"), "TEKS"),
    **dict.fromkeys(("int", "integer", "int range", "integer range"), "BILANGAN"),
    **dict.fromkeys(("float", "float range"), "ANGKA"),
    **dict.fromkeys(("file", "path", "filename"), "BERKAS"),
    "directory": "FOLDER",
    "choice": "PILIHAN",
    "datetime": "WAKTU",
}
"""What stands for a value where the author names nothing, by typer's name of its type."""

WIDEST, NARROWEST = 80, 20
"""Columns beyond which lines are hard to read, and below which wrapping is pointless."""
STACKED_BELOW = 60
"""Columns below which an explanation stands under its option instead of beside it."""
WIDEST_TERM = 26
"""An option longer than this has its explanation on the next line."""

Context: TypeAlias = Any
"""typer keeps the class of the contexts it makes private (`typer.Context` is a subclass)."""
Formatter: TypeAlias = Any
"""Likewise the class of what collects the lines of a help screen."""
Command: TypeAlias = TyperCommand | TyperGroup
Parameter: TypeAlias = TyperArgument | TyperOption


def screen_width(ctx: Context) -> int:
    """Return the columns to write for: those of the terminal, within readable bounds."""
    columns = ctx.terminal_width or shutil.get_terminal_size().columns
    return max(NARROWEST, min(columns, WIDEST))


def terminal_width(stream: TextIO) -> int | None:
    """Return the columns to wrap lines at that people read along, None for a file or a pipe."""
    return max(NARROWEST, shutil.get_terminal_size().columns) if stream.isatty() else None


def wrapped(text: str, width: int, first: str = "", rest: str = "") -> str:
    """Return the text in lines of at most `width`; options, paths and words stay whole."""
    return textwrap.fill(
        text,
        width,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def parameters(command: Command, ctx: Context) -> list[Parameter]:
    """Return the arguments and options that people may see, in their order."""
    shown = cast("list[Parameter]", command.get_params(ctx))
    return [each for each in shown if not each.hidden]


def metavar(parameter: Parameter) -> str:
    """Return the word that stands for the parameter's value, such as `BERKAS`."""
    return parameter.metavar or METAVARS.get(parameter.type.name, VALUE)


def choices(parameter: Parameter) -> list[str]:
    """Return what a parameter of fixed choices accepts, else an empty list."""
    return [str(getattr(each, "value", each)) for each in getattr(parameter.type, "choices", ())]


def limits(parameter: Parameter) -> str | None:
    """Return the bounds of a number in words, or None where there are none."""
    low, high = getattr(parameter.type, "min", None), getattr(parameter.type, "max", None)
    if low is not None and high is not None:
        return BETWEEN.format(low=low, high=high)
    if low is not None:
        return AT_LEAST.format(low=low)
    return None if high is None else AT_MOST.format(high=high)


def usage_words(command: Command, ctx: Context) -> str:
    """Return the command as it is typed: `kuis-karier nilai [OPSI] [BERKAS]…`."""
    arguments = [each for each in parameters(command, ctx) if isinstance(each, TyperArgument)]
    words = [ctx.command_path, OPTIONS, *map(_argument_word, arguments)]
    if isinstance(command, TyperGroup):
        words.append(OPTIONAL_COMMAND if command.invoke_without_command else COMMAND)
    return " ".join(words)


def usage_line(command: Command, ctx: Context) -> str:
    """Return the usage line, wrapped to the screen."""
    words = _legible(f"{USAGE} {usage_words(command, ctx)}")
    return wrapped(words, screen_width(ctx), rest="    ")


def help_screen(command: Command, ctx: Context) -> str:
    """Return the whole help of a command or a group, without a line break at its end."""
    width = screen_width(ctx)
    shown = parameters(command, ctx)
    arguments = [_argument_row(each, ctx) for each in shown if isinstance(each, TyperArgument)]
    options = [_option_row(each, ctx) for each in shown if isinstance(each, TyperOption)]
    parts = (
        usage_line(command, ctx),
        _prose(command.help, width),
        _section(COMMANDS_HEADING, _command_rows(command, ctx), width),
        _section(ARGUMENTS_HEADING, arguments, width),
        _section(OPTIONS_HEADING, options, width),
        _prose(command.epilog, width),
    )
    return "\n\n".join(part for part in parts if part)


def _argument_word(argument: TyperArgument) -> str:
    word = metavar(argument)
    more = "" if argument.nargs == 1 else "…"
    return (word if argument.required else f"[{word}]") + more


def _argument_row(argument: TyperArgument, ctx: Context) -> tuple[str, str]:
    return metavar(argument) + ("" if argument.nargs == 1 else "…"), _explained(argument, ctx)


def _option_row(option: TyperOption, ctx: Context) -> tuple[str, str]:
    names = ", ".join(sorted(option.opts, key=lambda name: name.startswith("--")))
    if option.secondary_opts:
        names += " / " + ", ".join(option.secondary_opts)
    return names if option.is_flag else f"{names} {metavar(option)}", _explained(option, ctx)


def _command_rows(command: Command, ctx: Context) -> list[tuple[str, str]]:
    if not isinstance(command, TyperGroup):
        return []
    named = ((name, command.get_command(ctx, name)) for name in command.list_commands(ctx))
    return [
        (name, each.get_short_help_str())
        for name, each in named
        if each is not None and not each.hidden
    ]


def _explained(parameter: Parameter, ctx: Context) -> str:
    notes = "; ".join(_notes(parameter, ctx))
    return f"{parameter.help or ''} {f'[{notes}]' if notes else ''}".strip()


def _notes(parameter: Parameter, ctx: Context) -> Iterable[str]:
    if accepted := choices(parameter):
        yield CHOICES.format(", ".join(accepted))
    if bounds := limits(parameter):
        yield bounds
    if parameter.envvar and parameter.show_envvar:
        names = [parameter.envvar] if isinstance(parameter.envvar, str) else parameter.envvar
        yield VARIABLE.format(", ".join(names))
    if default := _default(parameter, ctx):
        yield DEFAULT.format(default)
    if parameter.required:
        yield REQUIRED


def _default(parameter: Parameter, ctx: Context) -> str:
    if isinstance(parameter.show_default, str):
        return parameter.show_default
    value = parameter.get_default(ctx, call=False)
    if not parameter.show_default or value is None or callable(value):
        return ""
    if isinstance(value, bool):
        return _flag_default(parameter, on=value)
    values = value if isinstance(value, (list, tuple)) else (value,)
    return ", ".join(str(getattr(each, "value", each)) for each in values)


def _flag_default(flag: Parameter, *, on: bool) -> str:
    """Only a flag with two names has a default worth telling."""
    if not flag.secondary_opts:
        return ""
    return flag.opts[0] if on else flag.secondary_opts[0]


def _section(heading: str, rows: Sequence[tuple[str, str]], width: int) -> str:
    if not rows:
        return ""
    shown = [(_legible(term), _legible(text)) for term, text in rows]
    longest = max(len(term) for term, _ in shown)
    column = 6 if width < STACKED_BELOW else min(longest, WIDEST_TERM) + 4
    return "\n".join([heading, *(_row(term, text, column, width) for term, text in shown)])


def _row(term: str, text: str, column: int, width: int) -> str:
    """Return `  term  text` with the text from `column` on, below the term if that is longer."""
    if not text:
        return f"  {term}"
    start = f"  {term}".ljust(column)
    indent = " " * column
    if len(start) > column or start.rstrip() == start:
        return f"{start.rstrip()}\n{wrapped(text, width, indent, indent)}"
    return wrapped(text, width, start, indent)


def _prose(text: str | None, width: int) -> str:
    """Wrap paragraphs; a line that begins with a space is an example and keeps its line."""
    paragraphs = _legible(textwrap.dedent(text or "")).split("\n\n")
    return "\n\n".join(_paragraph(each.strip("\n"), width) for each in paragraphs).strip("\n")


def _paragraph(text: str, width: int) -> str:
    if not text.startswith(" "):
        return wrapped(" ".join(text.split()), width)
    return "\n".join(wrapped(line, width, rest="      ") for line in text.splitlines())


def _legible(text: str) -> str:
    """Before it is wrapped: spelled out for standard output, a text may be longer."""
    return legible(text, getattr(sys.stdout, "encoding", None) or "utf-8")
