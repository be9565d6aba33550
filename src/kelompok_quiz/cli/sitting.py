"""`mulai`: resume or begin a sitting, ask, score, show the result, and keep nothing unasked."""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from enum import Enum, auto
from functools import partial

from kelompok_quiz.cli.invocation import command_line
from kelompok_quiz.cli.mulai import SittingOptions
from kelompok_quiz.cli.options import ResultFormat
from kelompok_quiz.cli.resuming import (
    how_to_resume,
    noting_how_to_go_on,
    say_if_heard,
    saying_how_to_resume,
    saying_what_was_put_aside,
)
from kelompok_quiz.interview import pages
from kelompok_quiz.interview.interviewer import Interviewer, TerminalLost, interviewer
from kelompok_quiz.problems import (
    InputUnreadable,
    OutputUnwritable,
    Place,
    Problem,
    UsageError,
    Verbatim,
)
from kelompok_quiz.profile.loading import Instrument, load
from kelompok_quiz.profile.order import draw_order
from kelompok_quiz.sessions.answers_file import check_answers_path, save_answers
from kelompok_quiz.sessions.store import (
    DAYS_ASIDE,
    Session,
    SessionStore,
    opened,
    own_folder,
    utc_now,
)
from kelompok_quiz.sitting import Sitting
from kelompok_quiz.storage import try_writing
from kelompok_quiz.text import linear_wanted, visible
from kelompok_quiz.words import quiz as words

SEEDS = 2**31
"""Personal orders are drawn from this many seeds."""


def sit(options: SittingOptions) -> None:
    """Ask every statement at the terminal and write the result; answers are kept meanwhile."""
    _require_terminal()
    _require_targets(options)
    instrument = load(options.profile)
    options = replace(options, linear=options.linear or linear_wanted(os.environ))
    asker = interviewer(linear=options.linear)
    asked = [words.KEPT_IN_FILE.format(file=options.save_to)] if options.save_to else []
    with held_session(options, instrument) as store, saying_how_to_resume(options, store):
        kept = [words.KEPT_UNTIL_DONE if store and store.writable else words.NOT_KEPT, *asked]
        sitting = begin(options, instrument, store, asker)
        while sitting is not None:
            save = store.save if store else None
            with saying_what_was_put_aside(options, store):
                finished = asker.ask(
                    instrument.profile, sitting, kept=kept, save=save, begun=partial(_begin, store)
                )
            with noting_how_to_go_on(options, store, finished):
                quality = _deliver(options, instrument, finished)
            if store is not None:
                store.discard()
            again = quality == "low" and _wants_again(options)
            sitting = new_sitting(options, instrument) if again else None


def _require_terminal() -> None:
    """Raise `UsageError` if no person can be asked; name the stream that is to blame."""
    if not sys.stdin.isatty():
        command = Verbatim(command_line(["nilai"]))
        raise UsageError(Problem("stdin_no_terminal", Place("stdin"), {"command": command}))
    if not sys.stderr.isatty():
        raise UsageError(Problem("stderr_no_terminal", Place("stderr")))


def _require_targets(options: SittingOptions) -> None:
    """Raise if what is asked for could not be written at the end.

    `UsageError` if one file would overwrite another, `OutputUnwritable` if one cannot be written.
    """
    files = (options.profile, options.session, options.save_to, options.output)
    named = [path for path in files if path is not None]
    if len({path.resolve() for path in named}) < len(named):
        raise UsageError(Problem("files_same", Place("mulai")))
    if options.save_to is not None:
        check_answers_path(options.save_to)
    if options.output is not None:
        try_writing(options.output)


@contextmanager
def held_session(options: SittingOptions, instrument: Instrument) -> Iterator[SessionStore | None]:
    """Hold the session; None if no file is named and this computer cannot keep any."""
    with ExitStack() as stack:
        try:
            path = options.session
            if path is None:
                path = stack.enter_context(own_folder()) / f"{instrument.profile.id}.json"
            store = stack.enter_context(opened(path, instrument))
            if options.session is not None and not path.is_dir():
                store.try_saving()
        except OutputUnwritable:
            if options.session is not None:
                raise
            store = None
        yield store


class Choice(Enum):
    """What to do about an existing session, in the order of the options on its page."""

    RESUME = auto()
    NEW = auto()
    LEAVE = auto()


def begin(
    options: SittingOptions, instrument: Instrument, store: SessionStore | None, asker: Interviewer
) -> Sitting | None:
    """Return the sitting to resume, or a new one; None if the person leaves instead.

    Raise `InputUnreadable` if the file named is no session: it is not ours to put aside.
    """
    found = store.load() if store else None
    if store is None or found is None:
        return new_sitting(options, instrument)
    if isinstance(found, Problem) and found.code == "session_foreign" and options.session:
        raise InputUnreadable(found)
    if options.new:
        choice = Choice.NEW
    elif isinstance(found, Problem):
        page = pages.unusable(found.message, str(store.path))
        choice = (Choice.NEW, Choice.LEAVE)[asker.choose(page) - 1]
    else:
        days = None if options.session else DAYS_ASIDE
        page = pages.found(found.sitting, found.saved_at, utc_now(), days)
        choice = tuple(Choice)[asker.choose(page) - 1]
    if choice is Choice.RESUME and isinstance(found, Session):
        return found.sitting
    if choice is Choice.LEAVE:
        if store.kept:
            say_if_heard(how_to_resume(options, store))
        return None
    store.superseded = True  # put aside when the person passes the opening, not before
    return new_sitting(options, instrument)


def new_sitting(options: SittingOptions, instrument: Instrument) -> Sitting:
    """Return a sitting without answers, in the order of the profile or a personal one."""
    if not options.shuffled:
        return Sitting(instrument.profile.order)
    seed = secrets.randbelow(SEEDS)
    return Sitting(draw_order(instrument.profile, seed), seed=seed)


def _deliver(options: SittingOptions, instrument: Instrument, sitting: Sitting) -> str | None:
    """Save the answers if asked to, write the result and return the quality of the answers."""
    # NumPy loads with these, after the last answer and not before the first.
    from kelompok_quiz.answers import batch_of_one
    from kelompok_quiz.cli.outputs import destination, writer
    from kelompok_quiz.profile.key import Key
    from kelompok_quiz.result.recorder import records
    from kelompok_quiz.scoring.assessment import assess

    if options.save_to is not None:
        save_answers(options.save_to, instrument, sitting)
        say_if_heard(words.KEPT_AS_ASKED.format(file=visible(str(options.save_to))))
    key = Key(instrument)
    batch = batch_of_one(
        key.profile, sitting.answers, order=sitting.order, seconds=sitting.answer_seconds
    )
    results = assess(key, batch)
    with destination(options.output, ()) as stream:
        output = writer(options.result_format, stream, key, (), linear=options.linear)
        output.write(results)
        output.close()
    sys.stdout.flush()
    return next(records(results)).quality.level


def _wants_again(options: SittingOptions) -> bool:
    """Offer to answer again, below a report that the person has just read."""
    reading = options.output is None and sys.stdout.isatty()
    if not reading or options.result_format is not ResultFormat.LAPORAN:
        return False
    try:
        # Line by line: a whole screen would hide the report.
        return interviewer(linear=True).choose(pages.retake()) == 1
    except (KeyboardInterrupt, TerminalLost):  # the result has been shown: no failure
        return False


def _begin(store: SessionStore | None) -> None:
    """Put a superseded session aside; where that fails, saving tries again and overwrites none."""
    if store is not None:
        with suppress(OutputUnwritable):
            store.make_room()
