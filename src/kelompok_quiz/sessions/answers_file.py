"""One person's answers as a file of their own, which `reading` takes like any other."""

from __future__ import annotations

import json
from pathlib import Path

from kelompok_quiz.problems import Place, Problem, UsageError
from kelompok_quiz.profile.loading import Instrument
from kelompok_quiz.sitting import Sitting
from kelompok_quiz.storage import PRIVATE, atomic, try_writing

SUFFIXES = {".json", ".yaml", ".yml"}


def check_answers_path(path: Path) -> None:
    """Raise if answers could not be saved, before any has been given.

    `UsageError` for an unknown suffix and for an existing file, which may be another person's;
    `OutputUnwritable` if the folder is missing, read-only or full.
    """
    if path.suffix.lower() not in SUFFIXES:
        raise UsageError(Problem("answers_file_suffix", Place("--simpan"), {"value": path}))
    try_writing(path)
    if path.exists():
        raise UsageError(Problem("answers_file_exists", Place("--simpan"), {"value": path}))


def save_answers(path: Path, instrument: Instrument, sitting: Sitting) -> None:
    """Write a finished sitting in the format of the suffix, readable by its owner alone.

    Its keys are documented and never change. Raise `OutputUnwritable` if it cannot be written.
    """
    document = {
        "profile": instrument.stamp,
        "respondent": None,
        "answers": {item: sitting.answers.get(item) for item in sitting.order},
        "order": list(sitting.order),
        "seconds": sitting.answer_seconds,
        "seed": sitting.seed,
    }
    if path.suffix.lower() == ".json":
        text = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    else:
        import yaml

        text = yaml.safe_dump(document, sort_keys=False, allow_unicode=True)
    with atomic(path, PRIVATE) as stream:
        stream.write(text)
