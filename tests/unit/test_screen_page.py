"""Text on a page: wrapped at words, shown literally, spelled in ASCII where needed."""

from __future__ import annotations

import io
import re
from functools import cache

import pytest
from rich.cells import cell_len

from kelompok_quiz.explanation.blocks import (
    Answered,
    AnswerList,
    Band,
    Block,
    Card,
    Comparison,
    Entry,
    Headline,
    Legend,
    Measures,
    Notice,
    Paragraph,
    Remark,
    Section,
    Standing,
    Steps,
    WritingLine,
)
from support.section_samples import (
    ALL_SECTIONS,
    COMPARISON,
    KEYS,
    ODD,
    SHOWN_ODD,
    WIDTHS,
    measured,
    printed,
    shown,
    standing,
)

DRAWN_SIGNS = re.compile(r"[━═╍●─┼┿▌•›_]+")
DEEPEST_INDENT = 4  # cells


@cache
def drawn(name: str, width: int) -> str:
    return shown(ALL_SECTIONS[name], width)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", KEYS)
def test_no_line_is_wider_than_the_window_or_ends_in_spaces(name: str, width: int) -> None:
    for line in drawn(name, width).splitlines():
        assert cell_len(line) <= width
        assert line == line.rstrip()


def words_of(text: str) -> set[str]:
    return {word for word in text.split() if not DRAWN_SIGNS.fullmatch(word)}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", KEYS)
def test_no_word_is_broken_and_none_is_lost(name: str, width: int) -> None:
    """Lists of jobs or bands have additional marks; a bound without room is left out."""
    wide = words_of(drawn(name, 88))
    narrow = words_of(drawn(name, width))
    lost = {word for word in wide - narrow if not word.isdigit()}
    assert all(len(word) > width - DEEPEST_INDENT for word in lost)
    assert lost or narrow - wide <= added(name)


def added(name: str) -> set[str]:
    profile = KEYS[name].profile
    labels = [profile.title, *(contrast.label for contrast in profile.contrasts)]
    highs = [*(bound - 1 for bound in profile.inner_bounds), 100]
    bands = zip(profile.verdicts, highs, strict=True)
    return {f"{label.split()[-1]}:" for label in labels} | {f"{v.floor}–{h}" for v, h in bands}


@pytest.mark.parametrize(
    "block",
    [
        *[Headline(ODD), Headline("x", ODD), Paragraph(ODD), Notice(ODD)],
        *[Entry(ODD, "x"), Entry("x", ODD), Card(ODD, "x", "x"), Card("x", ODD, "x")],
        *[Card("x", "x", ODD), Card("x", "x", "x", ODD), Steps((ODD,)), AnswerList(((ODD, "x"),))],
        *[Answered(ODD, (("x", "x"),)), Answered("x", (("x", "x"), (ODD, ODD)))],
        *[AnswerList((("x", ODD),)), WritingLine(ODD), Comparison("x", "y", ((ODD, "x", "y"),))],
        *[Comparison("x", "y", (("a", ODD, "y"),)), Comparison("x", "y", (("a", "x", ODD),))],
        *[Comparison(ODD, "y", (("a", "x", "y"),)), Comparison("x", ODD, (("a", "x", "y"),))],
        *[
            Measures(ODD, "x", "y", ()),
            Measures("x", ODD, "y", ()),
            Legend(ODD, "x"),
            Legend("x", ODD),
        ],
        *[measured(ODD, 5, 1, "x"), measured("x", 5, 1, ODD), measured("x", None, None, ODD)],
        *[Remark(ODD), Headline("x", "x", ODD)],
        Standing(5, 1, (Band(ODD, 0, 100, reached=True),)),
    ],
    ids=lambda block: type(block).__name__,
)
@pytest.mark.parametrize("width", [100, 40])
def test_text_of_profiles_and_files_is_shown_literally(block: Block, width: int) -> None:
    found = printed(block, width=width)
    assert "\x1b" not in found
    assert "\u202e" not in found
    assert "\x07" not in found
    assert {word for word in found.split() if "merah" in word} == {"\\x1b[31mmerah\\x1b[0m"}
    assert all(any(part in word for word in found.split()) for part in SHOWN_ODD.split())


def test_a_title_is_shown_literally() -> None:
    assert shown((Section("x", ODD, ()),), 100).startswith(SHOWN_ODD)


def test_a_line_break_in_a_text_starts_no_line() -> None:
    assert "a\\x0ab" in printed(Paragraph("a\nb"))


def test_if_a_mark_leaves_no_room_its_text_goes_below() -> None:
    lines = printed(Card("Judul", "satu dua", "tiga"), width=20).splitlines()
    assert lines[2:] == ["  Katanya", "    satu dua", "  Nyatanya", "    tiga"]


def test_an_encoding_without_drawing_signs_gets_plain_ones() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    blocks: list[Block] = [
        *(Headline("Cocok", "Dua", "Tiga"), standing(72, 4), Legend("skormu", "kisaran ±")),
        *(measured("Skala", 63, 9, "sedang"), Paragraph("“a” − b × c → √2 … 3²"), COMPARISON),
        *(Notice("x"), AnswerList((("x", "y"),)), Card("x", "y", "z")),
    ]
    printed(*blocks, stream=stream)
    text = raw.getvalue().decode("ascii")
    assert "  | Tiga: Cocok\n" in text
    assert "===============~~o~~......" in text
    assert "63 +/- 9" in text
    assert '"a" - b x c -> akar 2 ... 3^2' in text
