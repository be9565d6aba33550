"""What is told on stderr of answer files: repetitions, sheets, unknown words, who ended how."""

from __future__ import annotations

from collections.abc import Iterator

from kelompok_quiz.cli.answer_files import AnswerFiles
from kelompok_quiz.cli.hints import Given
from kelompok_quiz.cli.messages import say
from kelompok_quiz.problems import Problem
from kelompok_quiz.reading import Repeat
from kelompok_quiz.text import visible
from kelompok_quiz.words.result import COUNTS

REJECTION = "Ditolak: {place}: {message}"
REPEAT = "Kiriman ganda: {file}, “{respondent}” ada pada orang ke-{first} dan ke-{row}."
NAMELESS_REPEAT = "Kiriman ganda: {file}, orang ke-{first} dan ke-{row} memakai nama yang sama."
MORE_REPEATS = "… dan {more} kiriman ganda lagi."
REPEATS_KEPT = "Semua kiriman itu dinilai; pakai --terakhir untuk menilai yang terakhir saja."
INCOMPLETE = "Kiriman ganda dicari di antara responden pertama saja karena jumlahnya sangat banyak."
SET_ASIDE = "{count} kiriman lama disisihkan karena respondennya mengirim lagi (--terakhir)."
SHEETS = (
    "{file}: yang dibaca lembar “{sheet}”; lembar lain yang berisi jawaban tidak dibaca: {others}."
)
OTHER_SHEET = "Untuk membaca lembar lain, tulis `lembar: NAMA` di berkas --pemetaan."
UNKNOWN_WORDS = "Ada jawaban dengan kata lain; buat pemetaannya dengan `{command}`."


def tell_notes(files: AnswerFiles, given: Given, *, named: bool) -> None:
    """Tell on stderr what there is to note; `named` allows the names of people in it."""
    for line in _lines(files, given, named=named):
        say(visible(line))


def _lines(files: AnswerFiles, given: Given, *, named: bool) -> Iterator[str]:
    yield from _repeats(files, named=named)
    notes = files.notes
    for file, sheet, others in notes.sheets:
        yield SHEETS.format(file=file, sheet=sheet, others=", ".join(others))
    if notes.sheets:
        yield OTHER_SHEET
    for file in notes.unknown_words:
        yield UNKNOWN_WORDS.format(command=given.command("periksa", [file]))


def _repeats(files: AnswerFiles, *, named: bool) -> Iterator[str]:
    notes = files.notes
    for file, repeat in notes.repeats:
        yield repeat_line(file, repeat, named=named)
    if notes.more_repeats:
        yield MORE_REPEATS.format(more=notes.more_repeats)
    if notes.set_aside:
        yield SET_ASIDE.format(count=notes.set_aside)
    elif notes.repeats:
        yield REPEATS_KEPT
    if notes.incomplete and not files.terms.last:
        yield INCOMPLETE


def tell_counts(scored: int, undetermined: int, rejected: int) -> None:
    """Tell on stderr how everybody ended."""
    numbers = {"scored": scored, "undetermined": undetermined, "rejected": rejected}
    say(COUNTS.format(people=sum(numbers.values()), **numbers))


def rejection_line(problem: Problem) -> str:
    """Return where the row of a person is, and why it is rejected."""
    return REJECTION.format(place=problem.place, message=problem.message)


def repeat_line(file: str, repeat: Repeat, *, named: bool = True) -> str:
    """Return who sent a form again, and in which rows."""
    parts = {"file": file, "respondent": repeat.respondent, "first": repeat.first}
    return (REPEAT if named else NAMELESS_REPEAT).format(**parts, row=repeat.row)
