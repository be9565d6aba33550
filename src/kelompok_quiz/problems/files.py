"""An operating system's refusal → a problem in words of our own."""

from __future__ import annotations

from pathlib import Path

from kelompok_quiz.problems.model import InputMissing, OutputUnwritable, Place, Problem

OPENING_CODES: dict[type[OSError], str] = {
    FileNotFoundError: "file_missing",
    PermissionError: "file_forbidden",
    IsADirectoryError: "file_is_folder",
}


def missing(path: Path | str, error: OSError) -> InputMissing:
    """Return the error to raise for an input that cannot be opened."""
    code = OPENING_CODES.get(type(error), "file_unopenable")
    return InputMissing(Problem(code, Place(str(path)), {"value": path}))


def unwritable(path: Path | str) -> OutputUnwritable:
    """Return the error to raise for an output that cannot be written."""
    return OutputUnwritable(Problem("output_unwritable", Place(str(path)), {"value": path}))
