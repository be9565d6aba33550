"""Sections of every kind, and functions that print them."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TextIO

from kelompok_quiz.answers import batch_of_one
from kelompok_quiz.explanation.blocks import (
    Band,
    Block,
    Comparison,
    Measure,
    Measures,
    Section,
    Standing,
)
from kelompok_quiz.explanation.job_card import job_card_sections
from kelompok_quiz.explanation.report import result_sections
from kelompok_quiz.explanation.trail import trail_sections
from kelompok_quiz.profile.key import Key
from kelompok_quiz.profile.loading import load, shipped_profile
from kelompok_quiz.result.recorder import one
from kelompok_quiz.scoring.assessment import assess
from kelompok_quiz.screen.console import plain_console
from kelompok_quiz.screen.sections import print_sections
from support.mini import MINI_FILE

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "data" / "contoh" / "pendamping_sosial.yaml"
KEYS = {path.stem: Key(load(path)) for path in (shipped_profile(), EXAMPLE, MINI_FILE)}
WIDTHS = [200, 88, 80, 66, 60, 50, 40, 32, 24, 20]
ODD = "[bold]tebal[/bold] [link=x]y[/] :smile: \x1b[31mmerah\x1b[0m \u202ekiri \x07"
SHOWN_ODD = "[bold]tebal[/bold] [link=x]y[/] :smile: \\x1b[31mmerah\\x1b[0m \\u202ekiri \\x07"


def printed(*blocks: Block, width: int = 80, stream: TextIO | None = None) -> str:
    return shown((Section("x", "Judul", blocks),), width, stream)


def shown(sections: tuple[Section, ...], width: int, stream: TextIO | None = None) -> str:
    out = stream or io.StringIO()
    print_sections(plain_console(out, width), sections)
    out.flush()
    return out.getvalue() if isinstance(out, io.StringIO) else ""


def everything(key: Key) -> tuple[Section, ...]:
    """The report and the trail of a person with cautions and flags, and the job card."""
    profile = key.profile
    against = {item.id for scale in profile.anti_traits for item in scale.items}
    sheet: dict[str, int | None] = {
        item.id: profile.points if (item.id in against) != item.reverse else 1
        for item in profile.items
    }
    results = assess(key, batch_of_one(profile, sheet, seconds=dict.fromkeys(sheet, 1.0)))
    result = one(results)
    assert result.cautions
    assert result.quality.flags
    return (
        *result_sections(profile, result, sheet),
        *trail_sections(results),
        *job_card_sections(profile),
    )


def measured(label: str, score: int | None, error: int | None, word: str) -> Measures:
    return Measures("Kelompok", "petunjuk", "kisaran", (Measure(label, score, error, word),))


ALL_SECTIONS = {name: everything(key) for name, key in KEYS.items()}


BANDS = ((0, 39, "Rendah sekali"), (40, 54, "Masih berimbang"), (55, 69, "Cukup"), (70, 100, "Ya"))


def standing(value: int, error: int | None) -> Standing:
    bands = (Band(label, low, high, low <= value <= high) for low, high, label in BANDS)
    return Standing(value, error, tuple(bands))


COMPARISON = Comparison("Konsultan", "Pendamping", (("Hari kerja", "berkeliling", "berkunjung"),))
