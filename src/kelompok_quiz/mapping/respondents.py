"""Which column says who a person is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kelompok_quiz.mapping.guide import Guide
from kelompok_quiz.text import fold, fold_statement

RESPONDENT_NAMES: tuple[tuple[str, ...], ...] = (
    ("responden", "respondent", "nama responden", "kode responden"),
    ("id",),
    ("nisn", "nomor nisn", "nomor induk siswa nasional"),
    ("nis", "nomor nis", "nomor induk", "nomor induk siswa"),
    ("nama", "nama lengkap", "nama siswa", "nama peserta", "nama peserta didik", "nama murid"),
    ("name", "full name"),
    ("email", "e-mail", "alamat email", "alamat e-mail", "email address"),
)
"""From the most to the least exact; the first that is there names the person."""

TECHNICAL = frozenset(("id",))
"""At the end of a path these are numbers that a form gives itself."""
PATH_SEPARATORS = re.compile(r"[/.-]")
NUMBER = re.compile(r"^no\.? ")


def respondent_column(headers: Sequence[str], carried: Iterable[int], guide: Guide) -> int | None:
    """Return the column that names the people, the left one of equals; None if there is none."""
    columns = list(carried)
    if guide.respondent is not None:
        wanted = fold(guide.respondent)
        return next((index for index in columns if fold(headers[index]) == wanted), None)
    whole, ends = _names(headers, columns)
    for names in RESPONDENT_NAMES:
        for known in (whole, ends):
            found = [known[name] for name in names if name in known]
            if found:
                return min(found)
    return None


def _names(headers: Sequence[str], columns: list[int]) -> tuple[dict[str, int], dict[str, int]]:
    """Return the columns by their whole name, and by the last segment of their path."""
    whole: dict[str, int] = {}
    ends: dict[str, int] = {}
    for index in columns:
        name = NUMBER.sub("nomor ", fold_statement(headers[index]))
        whole.setdefault(name, index)
        end = PATH_SEPARATORS.split(name)[-1].strip()
        if end != name and end not in TECHNICAL:
            ends.setdefault(end, index)
    return whole, ends
