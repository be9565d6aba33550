"""How the program was started: commands that messages suggest work as they are typed."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import kelompok_quiz
from kelompok_quiz import PROGRAM
from kelompok_quiz.text import command_word

MODULE = Path(kelompok_quiz.__file__).with_name("__main__.py")
"""What `sys.argv` names first under `python -m kelompok_quiz`."""


def command_line(words: Iterable[object]) -> str:
    """Return a command of this program on one line, quoted for the shell it was started from."""
    return " ".join(command_word(str(word)) for word in [*program(), *words])


def program(
    argv: Sequence[str] | None = None,
    orig_argv: Sequence[str] | None = None,
    path: str | None = None,
) -> list[str]:
    """Return the words that start this program, as they were typed.

    The arguments are those of `sys` and the environment's PATH by default. A program that the
    shell found on PATH is its bare name again; one that was started from other code is named as
    if it were there.
    """
    argv = sys.argv if argv is None else argv
    orig_argv = sys.orig_argv if orig_argv is None else orig_argv
    if argv[0] == str(MODULE):
        return [*orig_argv[: len(orig_argv) - len(argv) + 1]]
    if Path(argv[0]).stem != PROGRAM:
        return [PROGRAM]
    found = shutil.which(PROGRAM, path=path)
    # Windows finds `kuis-karier.EXE`, which names itself without its suffix.
    found_here = found is not None and Path(found).with_suffix("") == Path(argv[0])
    return [PROGRAM] if found_here else [argv[0]]
