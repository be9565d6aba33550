"""`mulai`: ask, score, show."""

from __future__ import annotations

import sys
from pathlib import Path

from kelompok_quiz.cli.options import ResultFormat, SittingFormat
from kelompok_quiz.cli.running import SIGNAL_BASE
from kelompok_quiz.cli.running import Interrupted as Ended
from kelompok_quiz.interview import Interrupted, Sitting, ask
from kelompok_quiz.problems import Place, Problem, UsageError
from kelompok_quiz.profile import Instrument, load


def sit(profile: Path | None, form: SittingFormat) -> None:
    """Ask every statement at the terminal and write the result to standard output."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise UsageError(Problem("terminal_missing", Place("stdin")))
    instrument = load(profile)
    try:
        sitting = ask(instrument.profile)
    except Interrupted as end:
        raise Ended(SIGNAL_BASE + end.signum) from end
    _show(instrument, sitting, form)


def _show(instrument: Instrument, sitting: Sitting, form: SittingFormat) -> None:
    from kelompok_quiz.answers import batch_of_one
    from kelompok_quiz.assessment import assess
    from kelompok_quiz.cli.outputs import destination, writer
    from kelompok_quiz.profile.key import Key

    key = Key(instrument)
    batch = batch_of_one(key.profile, sitting.answers, seconds=sitting.seconds)
    with destination(None, ()) as stream:
        output = writer(ResultFormat(form), stream, key, ())
        output.write(assess(key, batch))
        output.close()
