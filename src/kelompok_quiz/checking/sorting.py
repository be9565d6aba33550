"""What a file holds, by its beginning: answers, a profile, or a guide."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from kelompok_quiz.problems import Place, Problem, UsageError, Verbatim
from kelompok_quiz.reading.sources import STDIN
from kelompok_quiz.text import command_word

BEGINNING = 1 << 16
"""Bytes of a file that are looked at."""
PROFILE_KEYS = "traits|anti_traits|verdicts|clauses|responses|beliefs|contrasts|next_steps"
PROFILE_KEY = re.compile(rf"(?:^|[{{,])\s*\"?(?:{PROFILE_KEYS})\"?\s*:", re.MULTILINE)
ANSWERS_IN_YAML = re.compile(r"^(?:- |answers:|\W*\w+\W*:\s*[\"']?[1-9](?:\D|$))", re.MULTILINE)
GUIDE_PART = re.compile(r"^(?:kolom|jawaban):\s*(?:[#{]|$)", re.MULTILINE)
YAML_SUFFIXES = frozenset((".yaml", ".yml"))


def sort_files(files: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """Return the profiles and the answer files among some files.

    Raise `UsageError` for a guide: it is checked together with its answers.
    """
    for path in filter(holds_guide, files):
        named = {"file": Verbatim(command_word(str(path)))}
        raise UsageError(Problem("guide_alone", Place(str(path)), named))
    answers = [path for path in files if holds_answers(path)]
    return [path for path in files if path not in answers], answers


def holds_guide(path: Path) -> bool:
    """Return whether a YAML file holds a guide, by its beginning."""
    is_yaml = path.suffix.lower() in YAML_SUFFIXES
    return is_yaml and bool(GUIDE_PART.search(_beginning(path) or ""))


def holds_answers(path: Path) -> bool:
    """Return whether a file holds answers rather than a profile, by its beginning.

    A file that cannot be opened counts by its suffix; YAML without a sign of answers is a profile.
    """
    if str(path) == STDIN:
        return True
    head, is_yaml = _beginning(path), path.suffix.lower() in YAML_SUFFIXES
    if head is None:
        return not is_yaml
    if PROFILE_KEY.search(head):
        return False
    return not is_yaml or bool(ANSWERS_IN_YAML.search(head))


def _beginning(path: Path) -> str | None:
    """Return the first characters of a file, None if it cannot be opened."""
    try:
        with path.open("rb") as stream:
            return stream.read(BEGINNING).decode("utf-8", "replace")
    except OSError:
        return None
