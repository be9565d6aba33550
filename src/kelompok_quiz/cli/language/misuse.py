"""What typer refuses, as problems with Indonesian wording.

Nothing is taken from typer's sentences. A refusal is understood from the public attributes of the
error and from the words that were typed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeAlias

import typer
from typer.core import TyperGroup, TyperOption

from kelompok_quiz.cli.invocation import command_line
from kelompok_quiz.cli.language.help_screen import Context, Parameter, choices, metavar
from kelompok_quiz.problems import Place, Problem, UsageError, Verbatim, shortened
from kelompok_quiz.text import near
from kelompok_quiz.words.help import RESUME_COMMANDS, RESUMING
from kelompok_quiz.words.problems.usage import PLACE_OPTION

MOST_EXTRA = 3
"""Superfluous words that are repeated in the message."""
QUOTED = "“{}”"

USAGE_ERROR: type[Exception] = typer.BadParameter.__bases__[0]
"""The base class of what typer raises about the words of a command; it exports only one heir."""
Refusal: TypeAlias = Any
"""An error of a class that typer does not export."""


@contextmanager
def in_indonesian(ctx: Context, typed: Sequence[str]) -> Iterator[None]:
    """Raise `UsageError` for whatever typer refuses inside; `typed` are the command's words."""
    try:
        yield
    except USAGE_ERROR as error:
        raise UsageError(_problem(error, ctx, typed)) from error


def unknown_command(ctx: Context, typed: Sequence[str]) -> UsageError:
    """Return the error for a command that the group does not have."""
    name, *rest = typed
    known = ctx.command.list_commands(ctx)
    if RESUMING in known and name.casefold() in RESUME_COMMANDS:
        return _meant("resume_meant", ctx, name, [RESUMING, *rest])
    meant = near(name.casefold(), known)
    code = "unknown_command_near" if meant else "unknown_command"
    return UsageError(
        _misuse(code, ctx.command_path, name=_quoted(name), near=meant, choices=", ".join(known))
    )


def extra_arguments(ctx: Context, extra: Sequence[str], typed: Sequence[str]) -> UsageError:
    """Return the error for words that the command has no use for.

    A single one that asks to resume, or that is a flag without its dashes, is answered with the
    command that was meant.
    """
    name, flag = extra[0], f"--{extra[0].casefold()}"
    flags = {
        each for option in ctx.command.get_params(ctx) if option.is_flag for each in option.opts
    }
    if len(extra) == 1 and ctx.info_name == RESUMING and name.casefold() in RESUME_COMMANDS:
        return _meant("resume_meant", ctx, name, [word for word in typed if word != name])
    if len(extra) == 1 and flag in flags:
        words = [flag if word == name else word for word in typed]
        return _meant("flag_meant", ctx, name, words)
    more = ["…"] if len(extra) > MOST_EXTRA else []
    values = " ".join([*map(_quoted, extra[:MOST_EXTRA]), *more])
    return UsageError(_misuse("extra_arguments", ctx.command_path, values=values))


def _meant(code: str, ctx: Context, name: str, words: Sequence[str]) -> UsageError:
    command = command_line([*ctx.command_path.split()[1:], *words])
    return UsageError(_misuse(code, ctx.command_path, name=_quoted(name), command=command))


def _misuse(code: str, place: str, **words: str | None) -> Problem:
    """Return a problem whose words are repeated whole: most of them are commands and options."""
    return Problem(code, Place(place), {name: Verbatim(word) for name, word in words.items()})


def _quoted(value: str) -> str:
    return QUOTED.format(shortened(value))


def _help(ctx: Context) -> str:
    return command_line([*ctx.command_path.split()[1:], "--help"])


def _problem(error: Refusal, ctx: Context, typed: Sequence[str]) -> Problem:
    parameters: list[Parameter] = ctx.command.get_params(ctx)
    options = {name: each for each in parameters for name in each.opts if name.startswith("-")}
    name = getattr(error, "option_name", None)
    if name in options:
        option, place = options[name], PLACE_OPTION.format(command=ctx.command_path, name=name)
        if isinstance(option, TyperOption) and option.is_flag:
            return _misuse("flag_with_value", place, name=name)
        return _misuse("option_without_value", place, name=name, metavar=metavar(option))
    if name is not None:
        return _unknown_option(name, list(options), ctx, typed)
    parameter = getattr(error, "param", None)
    if parameter is not None and choices(parameter):
        return _unknown_choice(parameter, ctx, typed)
    return _misuse("misuse", ctx.command_path, help=_help(ctx))


def _unknown_option(name: str, known: list[str], ctx: Context, typed: Sequence[str]) -> Problem:
    if not name.startswith("--"):  # of `-profil` typer names only `-p`
        name = next((word for word in typed if word.startswith(name)), name)
    if example := _command_with_option(ctx, name):
        return _misuse("option_of_command", ctx.command_path, name=name, example=example)
    meant = near("--" + name.lstrip("-").casefold(), known)
    code = "unknown_option_near" if meant else "unknown_option"
    return _misuse(code, ctx.command_path, name=shortened(name), near=meant, help=_help(ctx))


def _command_with_option(ctx: Context, name: str) -> str | None:
    """Return an example of the option in its right place, if a command of the group has it."""
    if not isinstance(ctx.command, TyperGroup):
        return None
    for command in ctx.command.list_commands(ctx):
        found: Any = ctx.command.get_command(ctx, command)
        if any(name in each.opts for each in found.params):
            return command_line([command, name])
    return None


def _unknown_choice(parameter: Parameter, ctx: Context, typed: Sequence[str]) -> Problem:
    # typer puts the refused value only into an English sentence: the words are parsed once more.
    given, _, _ = ctx.command.make_parser(ctx).parse_args(list(typed))
    value, accepted = str(given[parameter.name]), choices(parameter)
    meant = near(value.casefold(), accepted)
    code = "unknown_choice_near" if meant else "unknown_choice"
    place = PLACE_OPTION.format(command=ctx.command_path, name=parameter.opts[0])
    return _misuse(code, place, value=_quoted(value), near=meant, choices=", ".join(accepted))
