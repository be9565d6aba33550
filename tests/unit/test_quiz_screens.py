"""The screens of the quiz as people see them, at sizes from a poster to three rows of twenty cells.

`golden` says how they are stored; a long text shows its first page here.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import pytest
from msgspec import structs

from kelompok_quiz.interview import pages
from kelompok_quiz.interview.canvas import DRAWN, PLAIN, Canvas, Drawing, Glyphs
from kelompok_quiz.interview.linear import LineInterviewer
from kelompok_quiz.interview.pages import Page
from kelompok_quiz.interview.quiz import Quiz
from kelompok_quiz.interview.screens import draw_question
from kelompok_quiz.interview.state import QuizState
from kelompok_quiz.problems import Place, Problem
from kelompok_quiz.profile.model import SCALE_LISTS, Item, Profile
from kelompok_quiz.sitting import Sitting
from kelompok_quiz.words import quiz as words
from support.golden import QUIZ, SCREENS, compare
from support.mini import PROFILE
from support.quiz import Disk, canvas, drawing, rows, small

FULL = dict.fromkeys(PROFILE.order, 4)
SIZES = [(80, 24), (40, 20), (40, 12), (20, 3), (200, 30)]
PLAIN_SIZES = [(80, 24), (40, 20)]
MEANING = "Ini tentang kebiasaanmu sehari-hari, di sekolah maupun di kampung."
MOMENT = datetime(2026, 3, 1, 8, 30).astimezone()


def sitting(position: int, *skipped: int) -> Sitting:
    """A sitting at a position: all before it answered, but for those places."""
    dealt_with: dict[str, int | None] = dict(list(FULL.items())[:position])
    dealt_with |= {PROFILE.order[place]: None for place in skipped}
    return Sitting(PROFILE.order, dealt_with, {}, position)


def at(before: Sitting, *keys: str) -> Quiz:
    """A quiz at this sitting, after these keys."""
    quiz = Quiz(QuizState.start(before, PROFILE.points, 0.0), Disk())
    for second, key in enumerate(keys, 1):
        quiz.press(key, float(second))
    return quiz


def unsaved() -> Quiz:
    disk = Disk()
    disk.broken = True
    quiz = Quiz(QuizState.start(sitting(3), PROFILE.points, 0.0), disk)
    quiz.press("4", 1.0)
    return quiz


def explained(profile: Profile) -> Profile:
    """The same profile with a meaning for every statement."""
    kinds = {
        kind: tuple(
            structs.replace(scale, items=tuple(replace_meaning(i) for i in scale.items))
            for scale in getattr(profile, kind)
        )
        for kind in SCALE_LISTS
    }
    return structs.replace(profile, **kinds)


def replace_meaning(item: Item) -> Item:
    return structs.replace(item, meaning=MEANING)


MOMENTS: dict[str, Quiz] = {
    "pembuka": at(Sitting(PROFILE.order)),
    "tugas": at(Sitting(PROFILE.order), "c-m"),
    "pernyataan": at(sitting(3)),
    "pilihan": at(sitting(3), "down", "down"),
    "penjelasan": at(sitting(3), "?"),
    "kembali": at(sitting(4), "left", "up"),
    "terlewati": at(sitting(3, 2), "left"),
    "belum_tersimpan": unsaved(),
    "setengah": at(sitting(13), "3"),
    "ikhtisar_lengkap": at(sitting(28)),
    "ikhtisar_sedikit": at(sitting(28, 1, 9, 20), "down", "down"),
    "ikhtisar_kurang": at(sitting(28, *range(12))),
    "ikhtisar_kosong": at(sitting(28, *range(28))),
}
FILE = "/home/ani/.local/state/kuis-karier/pemandu.json"
CORRUPT = Problem("session_corrupt", Place(FILE))
OTHER = Problem("session_of_other_profile", Place(FILE), {"value": "0.9.0"})
QUESTIONS: dict[str, tuple[Page, int | None]] = {
    "sesi_ada": (pages.found(sitting(12), MOMENT, MOMENT, 30), None),
    "sesi_ada_bernama": (pages.found(sitting(12), MOMENT, MOMENT, None), 2),
    "sesi_rusak": (pages.unusable(CORRUPT.message, FILE), None),
    "sesi_profil_lain": (pages.unusable(OTHER.message, FILE), 1),
    "ulang": (pages.retake(), None),
}
PLAIN_MOMENTS = ["pembuka", "tugas", "penjelasan", "kembali", "setengah", "ikhtisar_sedikit"]


def drawn(name: str, on: Canvas) -> Drawing:
    if name in MOMENTS:
        return drawing(explained(PROFILE), MOMENTS[name], on)
    page, marked = QUESTIONS[name]
    return draw_question(page, marked, on)


def album(name: str, sizes: Sequence[tuple[int, int]], glyphs: Glyphs) -> list[str]:
    """A screen at these sizes, each under its heading."""
    lines: list[str] = []
    for width, height in sizes:
        shown = drawn(name, canvas(width, height, glyphs))
        before, count = -shown.first_page, shown.last_page - shown.first_page + 1
        paged = f", halaman {before + 1} dari {count}" if count > 1 else ""
        lines += [f"== {width}x{height}{paged}", *(row.rstrip() for row in rows(shown)), ""]
    return lines[:-1]


@pytest.mark.parametrize("name", [*MOMENTS, *QUESTIONS])
def test_a_screen_of_the_quiz_is_as_it_was_read_and_approved(name: str) -> None:
    compare(album(name, SIZES, DRAWN), f"{QUIZ}{name}")


@pytest.mark.parametrize("name", PLAIN_MOMENTS)
def test_a_screen_of_plain_signs_is_as_it_was_approved(name: str) -> None:
    lines = album(name, PLAIN_SIZES, PLAIN)
    assert "".join(lines).isascii()
    compare(lines, f"{QUIZ}{name}_ascii")


class Paper:
    """What a person writes line by line, and all that is said, as a terminal would show it."""

    def __init__(self, lines: str) -> None:
        self.shown: list[str] = []
        self._lines = iter(lines.split("|"))

    def write(self, text: str) -> None:
        self.shown.append(text)

    def read(self, prompt: str) -> str:
        line = next(self._lines)
        self.shown.append((prompt + line).rstrip())
        return line


def test_a_whole_run_line_by_line_is_as_it_was_read_and_approved() -> None:
    paper = Paper(
        "halo||kembali|||kembali|4|?|lewati|kembali|lanjut|5|kembali|lanjut|lewati|hasi|3|2|hasil"
    )
    profile = explained(small("Aku suka bertanya.", "Aku betah menyimak.", "Aku senang menata."))
    kept = (words.KEPT_UNTIL_DONE, words.KEPT_IN_FILE.format(file="jawabanku.json"))
    asker = LineInterviewer(paper, lambda: 0.0)
    asker.ask(profile, Sitting(profile.order), kept=kept, save=Disk())
    compare(paper.shown, f"{QUIZ}baris")


def test_a_question_line_by_line_is_as_it_was_read_and_approved() -> None:
    shown: list[str] = []
    for page, _ in QUESTIONS.values():
        paper = Paper("ya|1")
        LineInterviewer(paper, lambda: 0.0).choose(page)
        shown += paper.shown
    compare(shown, f"{QUIZ}baris_pertanyaan")


def test_every_stored_screen_of_the_quiz_is_still_shown() -> None:
    names = [*MOMENTS, *QUESTIONS, *(f"{name}_ascii" for name in PLAIN_MOMENTS)]
    assert {path.stem for path in SCREENS.glob(f"{QUIZ}*")} == {
        f"{QUIZ}{name}" for name in (*names, "baris", "baris_pertanyaan")
    }
