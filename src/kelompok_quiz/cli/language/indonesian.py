"""A typer app that speaks only Indonesian: classes for the app, its groups and its commands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption
from typer.models import CommandFunctionType

from kelompok_quiz.cli.language.help_screen import Command, Context, Formatter, help_screen
from kelompok_quiz.cli.language.misuse import extra_arguments, in_indonesian, unknown_command
from kelompok_quiz.words import help as words

UNCUT = 10_000
"""More characters than any sentence has."""


class _Screens:
    """Our help instead of typer's, for commands and groups."""

    def get_help_option_names(self, _ctx: Context) -> list[str]:
        """Return the names in this order; typer's come out of a set."""
        return ["-h", "--help"]

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        """Return the help option with our text."""
        option = cast("TyperOption", super().get_help_option(ctx))  # type: ignore[misc]
        option.help = words.HELP_OF_HELP
        return option

    def get_short_help_str(self, limit: int = UNCUT) -> str:
        """Return the first sentence of the help: whole, since it is wrapped where it is shown."""
        return super().get_short_help_str(limit)  # type: ignore[misc,no-any-return]

    def format_help(self, ctx: Context, formatter: Formatter) -> None:
        """Write the help screen."""
        formatter.write(help_screen(cast("Command", self), ctx))


class IndonesianCommand(_Screens, TyperCommand):
    """A command whose help and refusals are Indonesian."""

    allow_extra_args = True  # so that superfluous words reach `parse_args`, which refuses them

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Parse the words of the command; raise `UsageError` for words it does not understand."""
        typed = tuple(args)  # typer takes words out of the list
        with in_indonesian(ctx, typed):
            rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise extra_arguments(ctx, rest, typed)
        return rest


class IndonesianGroup(_Screens, TyperGroup):
    """A group of commands whose help and refusals are Indonesian."""

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Parse the words before the command; raise `UsageError` for words not understood.

        `help` in the place of a command is `--help` behind the words after it.
        """
        if args and args[0].casefold() in words.HELP_COMMANDS and not ctx.resilient_parsing:
            args = [*args[1:], "--help"]
        with in_indonesian(ctx, tuple(args)):
            return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[Any, Any, list[str]]:
        """Find the command; raise `UsageError` with the nearest name where there is none."""
        if self.get_command(ctx, args[0]) is None and not ctx.resilient_parsing:
            raise unknown_command(ctx, args)
        return super().resolve_command(ctx, args)


class IndonesianApp(typer.Typer):
    """A typer app made of the classes above: plain help, no English options, no rich."""

    def __init__(self, **settings: Any) -> None:
        """Take the settings of `typer.Typer`."""
        super().__init__(
            cls=IndonesianGroup,
            add_completion=False,
            rich_markup_mode=None,
            pretty_exceptions_enable=False,
            **settings,
        )

    def command(
        self, *names: Any, **settings: Any
    ) -> Callable[[CommandFunctionType], CommandFunctionType]:
        """Register a command as `typer.Typer.command` does, as an `IndonesianCommand`."""
        return super().command(*names, cls=IndonesianCommand, **settings)
