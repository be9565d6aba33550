"""What typer refuses, told in Indonesian: what is wrong, where, and how to mend it.

Nothing is taken from typer's sentences. A refusal is understood from its class, from its public
attributes and from the words that were typed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import IO, Any, TypeAlias, cast

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

from kelompok_quiz.cli.complaint import Complaint, quoted
from kelompok_quiz.cli.language.help_screen import (
    Context,
    Parameter,
    choices,
    limits,
    metavar,
    parameters,
    usage_words,
)
from kelompok_quiz.problems import shortened
from kelompok_quiz.text import near
from kelompok_quiz.words.misuse import (
    PLACE_ARGUMENT,
    PLACE_OPTION,
    PLACE_VARIABLE,
    WORDINGS,
)

MOST_EXTRA = 3
"""Superfluous words that are repeated; of more, only the first ones are."""

WHOLE_NUMBERS = {"int", "integer", "int range", "integer range"}
NUMBERS = {"float", "float range"}
PATHS = {"file", "directory", "path", "filename"}

# typer re-exports only BadParameter (and TyperException, from 0.28 on). The last class before
# Exception among BadParameter's ancestors is the base of all it raises, in every version.
_ANCESTORS = typer.BadParameter.__mro__
TYPER_ERROR: type[Exception] = _ANCESTORS[_ANCESTORS.index(Exception) - 1]
"""The base class of everything typer raises about how a command was typed."""

Typed: TypeAlias = Sequence[str] | None
"""The words a command was called with; None where they are not at hand."""
Refusal: TypeAlias = Any
"""An error of a class that typer does not export; its attributes are those of its class."""


class Misuse(typer.BadParameter):
    """A refusal told in Indonesian. It is a BadParameter, so typer itself would exit with 2."""

    def __init__(self, complaint: Complaint) -> None:
        """Carry the complaint to whoever prints it."""
        super().__init__(complaint.message)
        self.complaint = complaint

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the three lines; typer calls this when it runs the app on its own."""
        typer.echo(self.complaint.lines(), file=file, err=True)


@contextmanager
def told_in_indonesian(ctx: Context, typed: Sequence[str]) -> Iterator[None]:
    """Turn whatever typer refuses inside into a `Misuse`; `typed` are the command's words."""
    try:
        yield
    except Misuse:
        raise
    except TYPER_ERROR as error:
        raise Misuse(complaint_about(error, ctx, typed)) from error


def complaint_about(error: Exception, ctx: Context | None = None, typed: Typed = None) -> Complaint:
    """Return what to say about any error of typer's; an unknown one gets a general sentence."""
    if isinstance(error, Misuse):
        return error.complaint
    context = getattr(error, "ctx", None) or ctx
    if context is None:
        return _said("other", None, help="--help")
    named = (_TRANSLATIONS.get(kind.__name__) for kind in type(error).__mro__)
    translate = next((found for found in named if found), _other)
    return translate(error, context, typed)


def unknown_command(ctx: Context, name: str) -> Complaint:
    """Return what to say about a command that the group does not have."""
    known = _commands(ctx)
    meant = near(name.casefold(), known)
    code = "unknown_command_near" if meant else "unknown_command"
    return _said(code, ctx.command_path, name=quoted(name), near=meant, choices=", ".join(known))


def extra_arguments(ctx: Context, extra: Sequence[str]) -> Complaint:
    """Return what to say about words that the command has no use for."""
    more = ["…"] if len(extra) > MOST_EXTRA else []
    values = " ".join([*map(quoted, extra[:MOST_EXTRA]), *more])
    return _said("extra_arguments", ctx.command_path, values=values)


def _said(code: str, place: str | None, **words: object) -> Complaint:
    wording = WORDINGS[code]
    return Complaint(wording.message.format(**words), wording.remedy.format(**words), place)


def _help(ctx: Context) -> str:
    return f"{ctx.command_path} --help"


def _commands(ctx: Context) -> list[str]:
    group = cast("TyperGroup", ctx.command)
    named = ((name, group.get_command(ctx, name)) for name in group.list_commands(ctx))
    return [name for name, command in named if command is not None and not command.hidden]


def _options(ctx: Context) -> list[TyperOption]:
    return [each for each in parameters(ctx.command, ctx) if isinstance(each, TyperOption)]


def _names(options: Iterable[TyperOption]) -> list[str]:
    return [name for each in options for name in (*each.opts, *each.secondary_opts)]


def _long_name(parameter: Parameter) -> str:
    return max(parameter.opts, key=len)


def _place(ctx: Context, parameter: Parameter | None) -> str:
    command = ctx.command_path
    if parameter is None:
        return str(command)
    if isinstance(parameter, TyperOption):
        return PLACE_OPTION.format(command=command, name=_long_name(parameter))
    return PLACE_ARGUMENT.format(command=command, metavar=metavar(parameter))


def _unknown_option(error: Refusal, ctx: Context, typed: Typed) -> Complaint:
    name = _typed_option(error.option_name, typed or ())
    example = _command_with_option(ctx, name)
    if example:
        return _said("option_of_command", ctx.command_path, name=name, example=example)
    meant = near("--" + name.lstrip("-").casefold(), _names(_options(ctx)))
    code = "unknown_option_near" if meant else "unknown_option"
    shown = shortened(name)
    return _said(code, ctx.command_path, name=shown, near=meant, help=_help(ctx))


def _typed_option(name: str, typed: Sequence[str]) -> str:
    """Return the option as it was typed: of `-profil` typer names only `-p`."""
    if name.startswith("--"):
        return name
    return next((word for word in typed if word.startswith(name)), name)


def _command_with_option(ctx: Context, name: str) -> str | None:
    """Return an example of the option in its right place, if a command of the group has it."""
    if not isinstance(ctx.command, TyperGroup):
        return None
    for command in _commands(ctx):
        found = cast("TyperCommand", ctx.command.get_command(ctx, command))
        if any(name in each.opts for each in found.params):
            return f"{ctx.command_path} {command} {name}"
    return None


def _option_usage(error: Refusal, ctx: Context, _typed: Typed) -> Complaint:
    name = error.option_name
    named = (each for each in ctx.command.get_params(ctx) if name in _names([each]))
    option: TyperOption | None = next(named, None)
    place = PLACE_OPTION.format(command=ctx.command_path, name=name)
    if option is None or option.is_flag:
        return _said("flag_with_value", place, name=name)
    values = " ".join([metavar(option)] * option.nargs)
    return _said("option_without_value", place, name=name, metavar=values)


def _missing(error: Refusal, ctx: Context, typed: Typed) -> Complaint:
    parameter: Parameter | None = error.param
    if parameter is None:
        return _other(error, ctx, typed)
    accepted = choices(parameter)
    kind = "option" if isinstance(parameter, TyperOption) else "argument"
    return _said(
        f"missing_{kind}_choice" if accepted else f"missing_{kind}",
        _place(ctx, parameter),
        name=_long_name(parameter),
        metavar=metavar(parameter),
        choices=", ".join(accepted),
        usage=usage_words(ctx.command, ctx),
    )


def _bad_value(error: Refusal, ctx: Context, typed: Typed) -> Complaint:
    parameter: Parameter | None = error.param
    value, place = None, _place(ctx, parameter)
    if parameter is not None and typed is not None:
        value, place = _refused(parameter, ctx, typed)
    if parameter is None or value is None:
        return _said("other", place, help=_help(ctx))
    accepted = choices(parameter)
    meant = near(value.casefold(), accepted)
    return _said(
        "value" if _accepted(parameter, value, ctx) else _value_code(parameter, value, meant),
        place,
        value=quoted(value),
        near=meant,
        choices=", ".join(accepted),
        limits=limits(parameter),
        help=_help(ctx),
    )


def _refused(parameter: Parameter, ctx: Context, typed: Sequence[str]) -> tuple[str | None, str]:
    """Return the value that was refused (None if there is none) and the place it came from.

    typer tells the value only inside an English sentence; so the words are parsed once more.
    """
    options, _, _ = ctx.command.make_parser(ctx).parse_args(list(typed))
    given, source = parameter.consume_value(ctx, options)
    place = _place(ctx, parameter)
    if source.name == "ENVIRONMENT":
        place = PLACE_VARIABLE.format(variable=parameter.envvar, name=_long_name(parameter))
    values = list(given) if isinstance(given, (list, tuple)) else [given]
    refused = (each for each in values if not _accepted(parameter, each, ctx))
    value = next(refused, values[-1] if values else None)
    return (None if value is None else str(value)), place


def _accepted(parameter: Parameter, value: object, ctx: Context) -> bool:
    try:
        parameter.type(value, parameter, ctx)
    except TYPER_ERROR:
        return False
    return True


def _value_code(parameter: Parameter, value: str, meant: str | None) -> str:
    kind = parameter.type.name
    if choices(parameter):
        return "choice_near" if meant else "choice"
    if kind in WHOLE_NUMBERS:
        return _number_code("whole_number", int, parameter, value)
    if kind in NUMBERS:
        return _number_code("number", float, parameter, value)
    if kind == "boolean":
        return "yes_or_no"
    return "path" if kind in PATHS else "value"


def _number_code(
    code: str, number: Callable[[str], float], parameter: Parameter, value: str
) -> str:
    try:
        number(value)
    except ValueError:
        return f"{code}_within" if limits(parameter) else code
    return "outside"


def _other(_error: Refusal, ctx: Context, _typed: Typed) -> Complaint:
    group = isinstance(ctx.command, TyperGroup)
    if group and ctx.invoked_subcommand is None and not ctx.command.invoke_without_command:
        return _said("missing_command", ctx.command_path, choices=", ".join(_commands(ctx)))
    return _said("other", ctx.command_path, help=_help(ctx))


_TRANSLATIONS: dict[str, Callable[[Refusal, Context, Typed], Complaint]] = {
    "NoSuchOption": _unknown_option,
    "BadOptionUsage": _option_usage,
    "MissingParameter": _missing,
    "BadParameter": _bad_value,
}
"""By class name, since typer does not export these classes; their names are click's since 2.0."""
