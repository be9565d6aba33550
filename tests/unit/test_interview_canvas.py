from __future__ import annotations

import pytest

from kelompok_quiz.interview.canvas import (
    DRAWN,
    NARROW,
    PLAIN,
    WIDEST_COLUMN,
    glyphs_for,
    shorten,
)
from support.quiz import canvas


class TestWrapping:
    def test_lines_break_between_words_however_they_are_parted(self) -> None:
        assert canvas(8, 9).wrap("satu  dua\ntiga ") == ["satu dua", "tiga"]

    def test_a_word_wider_than_a_line_is_broken(self) -> None:
        assert canvas(4, 9).wrap("a bbbbbb") == ["a", "bbbb", "bb"]

    def test_wide_characters_count_two_cells(self) -> None:
        assert canvas(4, 9).wrap("漢字漢字") == ["漢字", "漢字"]

    def test_control_characters_are_shown_and_move_nothing(self) -> None:
        assert canvas(31, 9).wrap("a\x1b[2Jb") == [r"a\x1b[2Jb"]

    def test_an_indent_leaves_fewer_cells_and_at_least_one(self) -> None:
        assert canvas(8, 9).wrap("satu dua", 2) == ["satu", "dua"]
        assert canvas(2, 9).wrap("ab", 4) == ["a", "b"]


class TestCanvas:
    def test_a_narrow_window_has_no_margin(self) -> None:
        assert (canvas(NARROW, 9).margin, canvas(NARROW - 1, 9).margin) == (2, 0)
        assert (canvas(NARROW, 9).column, canvas(NARROW - 1, 9).column) == (28, 31)

    def test_lines_are_never_too_long_to_read(self) -> None:
        assert canvas(200, 9).column == WIDEST_COLUMN

    def test_hints_are_packed_whole(self) -> None:
        hints = [("1-5", "jawab"), ("0", "lewati"), ("s", "simpan")]
        shown = ["".join(text for _, text in line) for line in canvas(20, 9).hints(hints)]
        assert shown == ["1-5 jawab   0 lewati", "s simpan"]


class TestShortening:
    def test_a_cut_text_says_that_there_is_more(self) -> None:
        assert shorten(["satu dua", "tiga"], 1, canvas(8, 9)) == ["satu…"]

    def test_a_cut_text_keeps_what_fits_beside_the_sign(self) -> None:
        assert shorten(["satu dua", "tiga"], 1, canvas(9, 9)) == ["satu dua…"]

    def test_a_text_that_fits_is_not_marked(self) -> None:
        assert shorten(["satu", "dua"], 2, canvas(8, 9)) == ["satu", "dua"]


class TestGlyphs:
    @pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1", "unheard-of"])
    def test_plain_signs_are_used_where_the_encoding_has_no_others(self, encoding: str) -> None:
        assert glyphs_for(encoding) is PLAIN

    def test_drawn_signs_are_used_in_utf_8(self) -> None:
        assert glyphs_for("utf-8") is DRAWN

    def test_plain_signs_are_ascii(self) -> None:
        signs = [PLAIN.done, PLAIN.ahead, PLAIN.pointer, PLAIN.more, *PLAIN.keys.values()]
        assert all(sign.isascii() for sign in signs)
