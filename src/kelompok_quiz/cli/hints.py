"""Commands that messages name: typed as they are, they do what is meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from kelompok_quiz import PROGRAM
from kelompok_quiz.problems import InputUnreadable, Problem, Verbatim
from kelompok_quiz.text import command_word


@dataclass(frozen=True, slots=True)
class Given:
    """Options of this run without which another command would read its files otherwise."""

    profile: Path | None = None
    guide: Path | None = None

    def command(self, name: str, files: Iterable[str]) -> str:
        """Return a command with its files and these options, as it is typed."""
        return " ".join([PROGRAM, name, *map(command_word, files), *self._options()])

    def completed(self, problems: Sequence[Problem]) -> list[Problem]:
        """Return the problems such that the commands they name take these options."""
        return [self._completed(problem) for problem in problems]

    @contextmanager
    def completing(self) -> Iterator[None]:
        """Complete the problems of an input that cannot be understood."""
        try:
            yield
        except InputUnreadable as error:
            raise InputUnreadable(self.completed(error.problems)) from error

    def _completed(self, problem: Problem) -> Problem:
        file = problem.parameters.get("file")
        if file is None:
            return problem
        words = Verbatim(" ".join([str(file), *self._options()]))
        return replace(problem, parameters={**problem.parameters, "file": words})

    def _options(self) -> Iterator[str]:
        for option, path in (("--profil", self.profile), ("--pemetaan", self.guide)):
            if path is not None:
                yield f"{option} {command_word(str(path))}"
