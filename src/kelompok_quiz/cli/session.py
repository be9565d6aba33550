"""The session that a sitting belongs to: held, taken up or begun anew, and left with a word."""

from __future__ import annotations

import secrets
import shlex
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path

from kelompok_quiz import PROGRAM
from kelompok_quiz.cli.messages import say
from kelompok_quiz.cli.options import SittingFormat
from kelompok_quiz.interview import Interviewer, Left, pages
from kelompok_quiz.problems import OutputUnwritable, Problem
from kelompok_quiz.profile import Instrument
from kelompok_quiz.profile.order import draw_order
from kelompok_quiz.sessions import (
    DAYS_ASIDE,
    Session,
    SessionStore,
    opened,
    own_folder,
    utc_now,
)
from kelompok_quiz.signals import Interrupted
from kelompok_quiz.sitting import Sitting
from kelompok_quiz.text import visible
from kelompok_quiz.words import quiz as words

SEEDS = 2**31
"""Personal orders are drawn from so many seeds."""


class Choice(Enum):
    """What to do about a session that is there."""

    RESUME = auto()
    NEW = auto()
    LEAVE = auto()


FOUND_CHOICES: Sequence[Choice] = (Choice.RESUME, Choice.NEW, Choice.LEAVE)
UNUSABLE_CHOICES: Sequence[Choice] = (Choice.NEW, Choice.LEAVE)
"""The choices in the order in which the pages of the interview list them."""


@dataclass(frozen=True, slots=True)
class SittingRequest:
    """What was asked for on the command line."""

    profile: Path | None = None
    form: SittingFormat | None = None
    output: Path | None = None
    session: Path | None = None
    save_to: Path | None = None
    shuffled: bool = False
    linear: bool = False
    new: bool = False


@contextmanager
def held_session(request: SittingRequest, instrument: Instrument) -> Iterator[SessionStore | None]:
    """Hold the session; None where this computer keeps none and no file was named."""
    with ExitStack() as stack:
        try:
            path = request.session or _own_path(stack, instrument)
            store = stack.enter_context(opened(path, instrument))
        except OutputUnwritable:
            if request.session is not None:
                raise
            store = None
        yield store


def _own_path(stack: ExitStack, instrument: Instrument) -> Path:
    return stack.enter_context(own_folder()) / f"{instrument.profile.id}.json"


def begin(
    request: SittingRequest, instrument: Instrument, store: SessionStore | None, asker: Interviewer
) -> Sitting | None:
    """Return the sitting to go on with or a new one; None where the person leaves instead."""
    found = store.load() if store else None
    if store is None or found is None:
        return new_sitting(request, instrument)
    choice = Choice.NEW if request.new else _asked(request, found, store, asker)
    if choice is Choice.RESUME and isinstance(found, Session):
        return found.sitting
    if choice is Choice.LEAVE:
        if store.kept:
            tell(_how_to_go_on(request, store))
        return None
    aside = store.put_aside()
    tell(words.PUT_ASIDE.format(file=aside, command=_command(replace(request, session=aside))))
    return new_sitting(request, instrument)


def _asked(
    request: SittingRequest,
    found: Session | Problem,
    store: SessionStore,
    asker: Interviewer,
) -> Choice:
    """Ask what to do about a session that is there; none of its answers is shown."""
    if isinstance(found, Problem):
        page = pages.unusable(found.message, str(store.path))
        return UNUSABLE_CHOICES[asker.choose(page) - 1]
    days = None if request.session else DAYS_ASIDE
    page = pages.found(found.sitting, found.saved_at, utc_now(), days)
    return FOUND_CHOICES[asker.choose(page) - 1]


def new_sitting(request: SittingRequest, instrument: Instrument) -> Sitting:
    """Return a sitting without answers, in the profile's order or in one of its own."""
    if not request.shuffled:
        return Sitting(instrument.profile.order)
    seed = secrets.randbelow(SEEDS)
    return Sitting(draw_order(instrument.profile, seed), seed=seed)


@contextmanager
def farewell(request: SittingRequest, store: SessionStore | None) -> Iterator[None]:
    """Tell whoever leaves early how to go on, in one line, and end with the right code."""
    try:
        yield
    except Left:
        tell(_how_to_go_on(request, store))
    except (KeyboardInterrupt, Interrupted):
        tell(_how_to_go_on(request, store))
        raise


def _how_to_go_on(request: SittingRequest, store: SessionStore | None) -> str:
    if store is not None and store.kept:
        return words.SAVED.format(command=_command(request))
    nothing = store is not None and store.kept is None
    return words.NOTHING_TO_SAVE if nothing else words.NOT_SAVED


def _command(request: SittingRequest) -> str:
    """The command that takes the session up again and comes to what was asked for."""
    named = {
        "--profil": request.profile,
        "--sesi": request.session,
        "--simpan": request.save_to,
        "--format": request.form,
        "--keluaran": request.output,
    }
    options = [word for name, value in named.items() if value for word in (name, str(value))]
    linear = ["--aksesibel"] if request.linear else []
    return shlex.join([PROGRAM, "mulai", *linear, *options])


def tell(line: str) -> None:
    """Write a line to stderr, harmless to the terminal."""
    with suppress(OSError):  # the terminal may be gone
        say(visible(line))
