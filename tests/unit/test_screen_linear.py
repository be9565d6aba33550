"""The same content as lines that read well aloud."""

from __future__ import annotations

import io
import re

import pytest
from rich.cells import cell_len

from kelompok_quiz.explanation.blocks import (
    Answered,
    AnswerList,
    Block,
    Card,
    Entry,
    Headline,
    Legend,
    Notice,
    Remark,
    Section,
    Steps,
    WritingLine,
)
from kelompok_quiz.screen.console import plain_console
from kelompok_quiz.screen.linear import print_linear, spoken_lines
from support.section_samples import (
    ALL_SECTIONS,
    COMPARISON,
    KEYS,
    WIDTHS,
    measured,
    shown,
    standing,
)


def spoken(*blocks: Block) -> list[str]:
    return list(spoken_lines(Section("x", "Judul", blocks)))[1:]


@pytest.mark.parametrize(
    ("block", "lines"),
    [
        (Headline("Cocok", "Kecocokan 72.", "Konsultan"), ["Konsultan: Cocok", "Kecocokan 72."]),
        (Headline("Cocok"), ["Cocok"]),
        (Notice("Awas."), ["Perhatian: Awas."]),
        (Remark("Begini."), ["Begini."]),
        (Entry("Komunikasi", "Kamu suka."), ["Komunikasi: Kamu suka."]),
        (Legend("skormu", ""), []),
        (Legend("skormu", "kisaran ±"), ["kisaran ±"]),
        (
            standing(72, 4),
            [
                (
                    "Tingkat hasil: Rendah sekali 0 sampai 39, Masih berimbang 40 sampai 54, "
                    "Cukup 55 sampai 69, dan Ya 70 sampai 100."
                )
            ],
        ),
        (
            measured("Komunikasi", 75, 9, "tinggi"),
            [
                "Kelompok, petunjuk:",
                "Komunikasi: 75 dari 100, kisaran 66 sampai 84, tinggi.",
            ],
        ),
        (
            measured("Komunikasi", 75, None, "tinggi"),
            ["Kelompok, petunjuk:", "Komunikasi: 75 dari 100, tinggi."],
        ),
        (
            measured("Komunikasi", None, None, "belum bisa dihitung"),
            ["Kelompok, petunjuk:", "Komunikasi: belum bisa dihitung."],
        ),
        (Card("Judul", "Satu.", "Dua."), ["Judul", "Katanya: Satu.", "Nyatanya: Dua."]),
        (Card("", "Satu.", "Dua."), ["Katanya: Satu.", "Nyatanya: Dua."]),
        (
            COMPARISON,
            ["Hari kerja:", "Konsultan: berkeliling", "Pendamping: berkunjung"],
        ),
        (Steps(("Satu.", "Dua.")), ["1. Satu.", "2. Dua."]),
        (AnswerList((("Aku rajin.", "Setuju"),)), ["1. Aku rajin. Jawaban: Setuju."]),
        (
            Answered("Menata", (("Aku rajin.", "Setuju"), ("Aku bosan.", "Netral"))),
            ["Menata:", "Aku rajin. Jawaban: Setuju.", "Aku bosan. Jawaban: Netral."],
        ),
        (WritingLine("Catatanmu"), []),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_block_is_said_in_labelled_lines(block: Block, lines: list[str]) -> None:
    assert spoken(block) == lines


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", KEYS)
def test_what_is_read_aloud_has_no_sign_that_is_drawn(name: str, width: int) -> None:
    stream = io.StringIO()
    print_linear(plain_console(stream, width), ALL_SECTIONS[name])
    text = stream.getvalue()
    assert not re.search(r"[█░━╍●─┼┿▌•›…\x1b]|\n\n\n|^ |  | $", text, re.MULTILINE)
    assert all(cell_len(line) <= width for line in text.splitlines())


@pytest.mark.parametrize("name", KEYS)
def test_what_is_read_aloud_says_all_that_is_drawn(name: str) -> None:
    stream = io.StringIO()
    print_linear(plain_console(stream, 88), ALL_SECTIONS[name])
    said = set(re.findall(r"[\w-]+", stream.getvalue()))
    drawn = set(re.findall(r"[^\W_][\w-]*", shown(ALL_SECTIONS[name], 88)))
    assert drawn - said <= {"skormu", "Catatanmu"}
