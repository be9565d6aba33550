"""A typer app that speaks only Indonesian: classes for the app, its groups and its commands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption
from typer.models import CommandFunctionType

from kelompok_quiz.cli.complaint import say
from kelompok_quiz.cli.language.help_screen import (
    HELP_OF_HELP,
    Command,
    Context,
    Formatter,
    help_screen,
    usage_line,
)
from kelompok_quiz.cli.language.misuse import (
    Misuse,
    extra_arguments,
    told_in_indonesian,
    unknown_command,
)

HELP_NAMES = ("-h", "--help")
UNCUT = 10_000
"""More characters than any sentence has."""


class _Screens:
    """What commands and groups share: our usage line and help instead of typer's."""

    params: list[Any]

    def get_help_option_names(self, ctx: Context) -> list[str]:  # noqa: ARG002 - typer's signature
        """Return `-h` and `--help`, in this order, unless the command uses one for itself."""
        taken = {name for each in self.params for name in (*each.opts, *each.secondary_opts)}
        return [name for name in HELP_NAMES if name not in taken]

    def get_short_help_str(self, limit: int = UNCUT) -> str:
        """Return the first sentence of the help: whole, since it is wrapped where it is shown."""
        return super().get_short_help_str(limit)  # type: ignore[misc,no-any-return]

    def format_usage(self, ctx: Context, formatter: Formatter) -> None:
        """Write the usage line."""
        formatter.write(usage_line(cast("Command", self), ctx))

    def format_help(self, ctx: Context, formatter: Formatter) -> None:
        """Write the help screen."""
        formatter.write(help_screen(cast("Command", self), ctx))


class IndonesianCommand(_Screens, TyperCommand):
    """A command whose help and refusals are Indonesian."""

    allow_extra_args = True  # so that superfluous words reach `parse_args`, which refuses them

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """Return the help option with our text."""
        return _translated(super().get_help_option(ctx))

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Parse the words of the command; raise `Misuse` for what it does not understand."""
        with told_in_indonesian(ctx, tuple(args)):
            rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise Misuse(extra_arguments(ctx, rest))
        return rest


class IndonesianGroup(_Screens, TyperGroup):
    """A group of commands whose help and refusals are Indonesian."""

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """Return the help option with our text."""
        return _translated(super().get_help_option(ctx))

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Parse the words before the command; raise `Misuse` for what is not understood."""
        if not args and self.no_args_is_help and not ctx.resilient_parsing:
            say(ctx.get_help())
            ctx.exit(2)
        with told_in_indonesian(ctx, tuple(args)):
            return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[Any, Any, list[str]]:
        """Find the command; raise `Misuse` with the nearest name where there is none."""
        if self.get_command(ctx, args[0]) is None and not ctx.resilient_parsing:
            raise Misuse(unknown_command(ctx, args[0]))
        return super().resolve_command(ctx, args)


class IndonesianApp(typer.Typer):
    """A typer app made of the classes above: plain help, no English options, no rich."""

    def __init__(self, **settings: Any) -> None:
        """Take the settings of `typer.Typer`; those named here have other defaults."""
        ours: dict[str, Any] = {
            "cls": IndonesianGroup,
            "add_completion": False,
            "rich_markup_mode": None,
            "pretty_exceptions_enable": False,
        }
        super().__init__(**(ours | settings))

    def command(
        self,
        *names: Any,
        **settings: Any,
    ) -> Callable[[CommandFunctionType], CommandFunctionType]:
        """Register a command as `typer.Typer.command` does, as an `IndonesianCommand`."""
        return super().command(*names, **({"cls": IndonesianCommand} | settings))


def _translated(option: TyperOption | None) -> TyperOption | None:
    if option is not None:
        option.help = HELP_OF_HELP
    return option
