from __future__ import annotations

import pytest
from prompt_toolkit.utils import get_cwidth

from kelompok_quiz.text import (
    colour_wanted,
    command_word,
    fold,
    fold_statement,
    is_dumb,
    legible,
    linear_wanted,
    near,
    neutralise,
    visible,
    wrap,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Setuju", "  SETUJU "),
        ("Sangat setuju", "sangat\u00a0\n setuju"),
        ("Jum’at", "jum'at"),
        ("“Ya”", '"ya"'),
        ("1–5", "1-5"),
        ("1—5", "1-5"),
        ("Ｓetuju", "setuju"),
        ("\ufeffSetuju", "setuju"),
        ("STRASSE", "straße"),
        ("kafe\u0301", "kafé"),
    ],
)
def test_two_spellings_of_one_text_fold_to_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_folding_keeps_words_apart() -> None:
    assert fold("Tidak setuju") == "tidak setuju" != fold("tidaksetuju")


@pytest.mark.parametrize(
    "written",
    [
        "Aku senang membaca.",
        "12. Aku senang membaca",
        "12) AKU senang  membaca.",
        "3: Aku senang membaca",
        "No. 4. Aku senang membaca",
        "no 4) Aku senang membaca",
        "Soal 4: Aku senang membaca",
        "P4. Aku senang membaca",
        "Pernyataan 12. Aku senang membaca.",
        "Aku sen\u00adang membaca\u200b",
        "Aku senang membaca *",
        "Aku senang membaca:",
    ],
)
def test_a_statement_folds_without_its_number_and_full_stop(written: str) -> None:
    assert fold_statement(written) == "aku senang membaca"


@pytest.mark.parametrize("written", ["12", "1.5 liter air", "4 orang datang", "2024. Tahun baru"])
def test_a_number_that_belongs_to_the_statement_stays(written: str) -> None:
    assert fold_statement(written) == written.casefold()


@pytest.mark.parametrize(
    ("word", "found"),
    [("tittle", "title"), ("as_1", "as1"), ("warna", None), ("", None), ("title", "title")],
)
def test_a_near_miss_is_the_likest_known_word_if_it_is_like_enough(
    word: str, found: str | None
) -> None:
    assert near(word, ["title", "summary", "as1"]) == found


def test_likeness_counts_from_three_quarters() -> None:
    assert near("abcd", ["abce"]) == "abce"
    assert near("abcd", ["abef"]) is None


def test_nothing_is_near_where_nothing_is_known() -> None:
    assert near("title", []) is None


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Budi", "Budi"),
        ("Siti Nurhaliza é 中", "Siti Nurhaliza é 中"),
        ("\x1b[31mmerah", "\\x1b[31mmerah"),
        ("dua\nbaris\t", "dua\\x0abaris\\x09"),
        ("\x85\x9b", "\\x85\\x9b"),
        ("\u202ejpg.exe", "\\u202ejpg.exe"),
        ("a\u2066b\u2069c\u200f", "a\\u2066b\\u2069c\\u200f"),
        ("\ud800", "\\ud800"),
        ("", ""),
    ],
)
def test_control_and_direction_characters_are_written_visibly(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_what_a_spreadsheet_would_run_gets_a_leading_quote(start: str) -> None:
    assert neutralise(start + "1+1") == "'" + start + "1+1"


@pytest.mark.parametrize("text", ["1+1", " =1", "a=b", "", "'=1"])
def test_harmless_text_stays_as_it_is(text: str) -> None:
    assert neutralise(text) == text


@pytest.mark.parametrize(
    ("text", "encoding", "written"),
    [
        ("“a” … − ± √4 → ←", "utf-8", "“a” … − ± √4 → ←"),
        ("“a”… − ± √4² → ←", "ascii", '"a"... - +/- akar4^2 -> <-'),
        ("Rp5 × 3 ≥ 2", "cp1252", "Rp5 × 3 >= 2"),
        ("José, Ḥasan, 陳", "ascii", "Jose, Hasan, ?"),
        ("José, Ḥasan", "latin-1", "José, Hasan"),
        ("", "ascii", ""),
    ],
)
def test_what_an_encoding_lacks_is_spelled_out(text: str, encoding: str, written: str) -> None:
    assert legible(text, encoding) == written


@pytest.mark.parametrize(
    ("file", "word"),
    [
        ("kelas.csv", "kelas.csv"),
        ("-", "-"),
        ("C:\\data\\kelas.csv", '"C:\\data\\kelas.csv"'),
        ("kelas é.csv", '"kelas é.csv"'),
        ("kelas (1).csv", '"kelas (1).csv"'),
        ("hari'an.csv", '"hari\'an.csv"'),
        ("$HOME.csv", "'$HOME.csv'"),
        ("", '""'),
    ],
)
def test_a_file_is_one_word_of_a_command(file: str, word: str) -> None:
    assert command_word(file) == word


def test_lines_break_between_words() -> None:
    assert wrap("satu dua tiga", 8) == ["satu dua", "tiga"]


def test_the_first_line_and_the_others_begin_with_their_own_text() -> None:
    assert wrap("satu dua tiga", 9, first="* ", rest="  ") == ["* satu", "  dua", "  tiga"]


def test_spaces_are_kept_where_no_line_breaks() -> None:
    assert wrap("  a   b\tc \n", 40) == ["  a   b c"]
    assert wrap("  aa   bb", 5) == ["  aa", "bb"]


def test_a_word_wider_than_a_line_stays_whole() -> None:
    assert wrap("a --opsi-panjang b", 5) == ["a", "--opsi-panjang", "b"]


def test_a_word_wider_than_a_line_is_broken_where_asked() -> None:
    assert wrap("a bbbbbb c", 4, break_words=True) == ["a", "bbbb", "bb c"]
    assert wrap("bbbbbb", 5, first="- ", rest="  ", break_words=True) == ["- bbb", "  bbb"]


def test_wide_characters_count_two_cells() -> None:
    assert wrap("漢字漢字", 4, break_words=True, measure=get_cwidth) == ["漢字", "漢字"]
    assert wrap("漢字 漢字", 8, measure=get_cwidth) == ["漢字", "漢字"]


def test_a_character_wider_than_the_line_still_ends() -> None:
    assert wrap("漢字", 1, break_words=True, measure=get_cwidth) == ["漢", "字"]


def test_a_blank_text_is_one_line() -> None:
    assert wrap(" \n ", 10) == [""]
    assert wrap("", 10, first="* ") == ["* "]


@pytest.mark.parametrize("terminal", [True, False])
@pytest.mark.parametrize(
    "environ",
    [
        *[{}, {"NO_COLOR": ""}, {"FORCE_COLOR": ""}, {"CLICOLOR": "1"}, {"CLICOLOR": ""}],
        *[{"CLICOLOR_FORCE": "0"}, {"CLICOLOR_FORCE": ""}, {"TERM": "xterm"}, {"TERM": ""}],
    ],
    ids=str,
)
def test_where_nothing_is_asked_for_only_a_terminal_gets_colour(
    environ: dict[str, str], *, terminal: bool
) -> None:
    assert colour_wanted(environ, terminal=terminal) is terminal


@pytest.mark.parametrize(
    "environ",
    [
        *[{"NO_COLOR": "1"}, {"NO_COLOR": "0"}, {"NO_COLOR": "1", "FORCE_COLOR": "1"}],
        *[{"NO_COLOR": "1", "CLICOLOR_FORCE": "1"}, {"FORCE_COLOR": "0"}],
        *[{"FORCE_COLOR": "false"}, {"FORCE_COLOR": "0", "CLICOLOR_FORCE": "1"}],
        *[{"CLICOLOR": "0"}, {"TERM": "dumb"}, {"TERM": "DUMB", "CLICOLOR": "1"}],
    ],
    ids=str,
)
def test_colour_can_be_switched_off(environ: dict[str, str]) -> None:
    assert not colour_wanted(environ, terminal=True)


@pytest.mark.parametrize(
    "environ",
    [
        *[{"FORCE_COLOR": "1"}, {"FORCE_COLOR": "3"}, {"FORCE_COLOR": "true"}],
        *[{"CLICOLOR_FORCE": "1"}, {"CLICOLOR_FORCE": "1", "CLICOLOR": "0"}],
        *[{"FORCE_COLOR": "1", "TERM": "dumb"}, {"FORCE_COLOR": "1", "CLICOLOR": "0"}],
    ],
    ids=str,
)
def test_colour_can_be_forced_into_a_pipe(environ: dict[str, str]) -> None:
    assert colour_wanted(environ, terminal=False)


@pytest.mark.parametrize(
    ("environ", "linear"),
    [
        *[({}, False), ({"ACCESSIBLE": ""}, False), ({"ACCESSIBLE": "0"}, False)],
        *[({"ACCESSIBLE": "False"}, False), ({"ACCESSIBLE": "1"}, True)],
        *[({"ACCESSIBLE": "ya"}, True), ({"TERM": "dumb"}, True), ({"TERM": "xterm"}, False)],
        ({"TERM": "dumb", "ACCESSIBLE": "0"}, True),
    ],
    ids=str,
)
def test_lines_are_written_for_screen_readers_and_dumb_terminals(
    environ: dict[str, str], *, linear: bool
) -> None:
    assert linear_wanted(environ) is linear


def test_a_terminal_is_dumb_by_its_name_alone() -> None:
    assert is_dumb({"TERM": "dumb"})
    assert not is_dumb({"TERM": "dumb-color"})
