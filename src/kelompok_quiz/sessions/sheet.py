"""One person's answers as a file of their own, which `reading` takes like any other."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from kelompok_quiz.problems import Place, Problem, UsageError, unwritable
from kelompok_quiz.storage import PRIVATE, atomic


def check_sheet_path(path: Path) -> None:
    """Raise where answers could not be saved, before anybody has answered.

    `UsageError` for an unknown suffix and for a file that is there, which may be somebody's;
    `OutputUnwritable` for a folder that is not there.
    """
    if path.suffix.lower() not in DUMPERS:
        raise UsageError(Problem("answers_file_suffix", Place("--simpan"), {"value": path}))
    if path.exists():
        raise UsageError(Problem("answers_file_exists", Place("--simpan"), {"value": path}))
    if not path.parent.is_dir():
        raise unwritable(path)


def save_sheet(path: Path, sheet: Mapping[str, Any]) -> None:
    """Write a saved sheet as its suffix says, readable by its owner alone.

    Raise `OutputUnwritable` where it cannot be written.
    """
    text = DUMPERS[path.suffix.lower()](sheet)
    with atomic(path, PRIVATE) as stream:
        stream.write(text)


def _json(sheet: Mapping[str, Any]) -> str:
    return json.dumps(sheet, ensure_ascii=False, indent=1) + "\n"


def _yaml(sheet: Mapping[str, Any]) -> str:
    import yaml

    return yaml.safe_dump(dict(sheet), sort_keys=False, allow_unicode=True)


DUMPERS: dict[str, Callable[[Mapping[str, Any]], str]] = {
    ".json": _json,
    ".yaml": _yaml,
    ".yml": _yaml,
}
