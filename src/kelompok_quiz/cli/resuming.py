"""How to go on: after leaving, with a session put aside, where the result is not written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace

from kelompok_quiz.cli.invocation import command_line
from kelompok_quiz.cli.messages import say
from kelompok_quiz.cli.mulai import SittingOptions
from kelompok_quiz.interview.interviewer import Left
from kelompok_quiz.problems import OutputUnwritable
from kelompok_quiz.sessions.store import SessionStore
from kelompok_quiz.signals import Interrupted
from kelompok_quiz.sitting import Sitting
from kelompok_quiz.text import visible
from kelompok_quiz.words import quiz as words


@contextmanager
def saying_what_was_put_aside(
    options: SittingOptions, store: SessionStore | None
) -> Iterator[None]:
    """Say once the quiz has left the screen where the earlier session is."""
    try:
        yield
    finally:
        if store is not None and store.aside is not None:
            aside, store.aside = store.aside, None
            command = _command(replace(options, session=aside))
            say_if_heard(words.PUT_ASIDE.format(file=visible(str(aside)), command=command))


@contextmanager
def noting_how_to_go_on(
    options: SittingOptions, store: SessionStore | None, finished: Sitting
) -> Iterator[None]:
    """Add to a failure of the output that the answers are safe, and the command that goes on."""
    try:
        yield
    except (OutputUnwritable, OSError) as error:
        error.add_note(_how_to_go_on(options, store, finished))
        raise


def _how_to_go_on(options: SittingOptions, store: SessionStore | None, finished: Sitting) -> str:
    if store is not None and (store.kept or store.save(finished)):
        return words.SAFE.format(command=_command(options))
    if options.save_to is not None and options.save_to.exists():
        scored = ("nilai", str(options.save_to), "--format", options.result_format)
        again = replace(options, session=None, form=None)
        return words.SAFE.format(command=_command(again, *scored))
    return words.NOT_SAVED


@contextmanager
def saying_how_to_resume(options: SittingOptions, store: SessionStore | None) -> Iterator[None]:
    """Say in one line what was saved if the quiz is left early; leaving with `Left` is no error."""
    try:
        yield
    except Left:
        say_if_heard(how_to_resume(options, store))
    except (KeyboardInterrupt, Interrupted):
        say_if_heard(how_to_resume(options, store))
        raise


def how_to_resume(options: SittingOptions, store: SessionStore | None) -> str:
    """Return what was saved of a quiz that ends now, and the command that resumes it."""
    if store is not None and store.kept:
        return words.SAVED.format(command=_command(options))
    nothing = store is not None and store.kept is None
    return words.NOTHING_TO_SAVE if nothing else words.NOT_SAVED


def _command(options: SittingOptions, *command: str) -> str:
    """Return a command, by default the one that resumes the session, for the result as asked.

    Answers that were saved as asked are not to be saved once more: the file would be refused.
    """
    saved = options.save_to is not None and options.save_to.exists()
    named = {
        "--profil": options.profile,
        "--sesi": options.session,
        "--simpan": None if saved else options.save_to,
        "--format": options.form,
        "--keluaran": options.output,
    }
    repeated = [word for flag, value in named.items() if value for word in (flag, str(value))]
    linear = ["--aksesibel"] if options.linear else []
    return visible(command_line([*(command or ["mulai", *linear]), *repeated]))


def say_if_heard(text: str) -> None:
    """Say something to a person whose terminal may be gone."""
    with suppress(OSError):
        say(text)
