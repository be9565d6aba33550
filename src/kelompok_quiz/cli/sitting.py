"""`mulai`: take up a session, ask, score, show, and leave nothing that nobody asked for."""

from __future__ import annotations

import os
import sys
from dataclasses import replace

from kelompok_quiz.cli.options import ResultFormat, SittingFormat
from kelompok_quiz.cli.session import (
    SittingRequest,
    begin,
    farewell,
    held_session,
    new_sitting,
    tell,
)
from kelompok_quiz.interview import TerminalLost, interviewer, pages
from kelompok_quiz.problems import Place, Problem, UsageError
from kelompok_quiz.profile import Instrument, load
from kelompok_quiz.sessions import SessionStore, check_sheet_path, save_sheet
from kelompok_quiz.sitting import Sitting, saved_sheet
from kelompok_quiz.text import linear_wanted
from kelompok_quiz.words import quiz as words


def sit(request: SittingRequest) -> None:
    """Ask every statement at the terminal and write the result; answers are kept meanwhile."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise UsageError(Problem("terminal_missing", Place("stdin")))
    _require_separate_files(request)
    instrument = load(request.profile)
    request = replace(request, linear=request.linear or linear_wanted(os.environ))
    asker = interviewer(linear=request.linear)
    with held_session(request, instrument) as store, farewell(request, store):
        sitting = begin(request, instrument, store, asker)
        while sitting is not None:
            finished = asker.ask(
                instrument.profile,
                sitting,
                kept=_where_answers_stay(request, store),
                save=store.save if store else None,
            )
            quality = _deliver(request, instrument, finished)
            if store is not None:
                store.discard()
            again = quality == "low" and _wants_again(request)
            sitting = new_sitting(request, instrument) if again else None


def _require_separate_files(request: SittingRequest) -> None:
    """Raise `UsageError` for a file that would take the place of another."""
    files = (request.profile, request.session, request.save_to, request.output)
    named = [path for path in files if path is not None]
    if len({path.resolve() for path in named}) < len(named):
        raise UsageError(Problem("files_same", Place("mulai")))
    if request.save_to is not None:
        check_sheet_path(request.save_to)


def _where_answers_stay(request: SittingRequest, store: SessionStore | None) -> list[str]:
    asked = [words.KEPT_IN_FILE.format(file=request.save_to)] if request.save_to else []
    return [words.KEPT_UNTIL_DONE if store else words.NOT_KEPT, *asked]


def _deliver(request: SittingRequest, instrument: Instrument, sitting: Sitting) -> str | None:
    """Save the answers if that was asked for, write the result, return the answers' quality."""
    from kelompok_quiz.answers import batch_of_one
    from kelompok_quiz.cli.outputs import destination, writer
    from kelompok_quiz.profile.key import Key
    from kelompok_quiz.result import records
    from kelompok_quiz.scoring.assessment import assess

    if request.save_to is not None:
        save_sheet(request.save_to, saved_sheet(instrument, sitting))
        tell(words.KEPT_AS_ASKED.format(file=request.save_to))
    key = Key(instrument)
    batch = batch_of_one(
        key.profile, sitting.answers, order=sitting.order, seconds=sitting.answer_seconds
    )
    results = assess(key, batch)
    with destination(request.output, ()) as stream:
        output = writer(_result_format(request), stream, key, (), linear=request.linear)
        output.write(results)
        output.close()
    sys.stdout.flush()
    return next(records(results)).quality.level


def _result_format(request: SittingRequest) -> ResultFormat:
    from kelompok_quiz.cli.outputs import SUFFIXES

    if request.form is not None or request.output is None:
        return ResultFormat(request.form or SittingFormat.LAPORAN)
    return SUFFIXES.get(request.output.suffix.lower(), ResultFormat.LAPORAN)


def _wants_again(request: SittingRequest) -> bool:
    """Offer to answer again, below a report that the person has just read."""
    reading = request.output is None and sys.stdout.isatty()
    if not reading or _result_format(request) is not ResultFormat.LAPORAN:
        return False
    try:
        return interviewer(linear=True).choose(pages.retake()) == 1
    except (KeyboardInterrupt, TerminalLost):  # the result has been shown: no failure
        return False
