from __future__ import annotations

import pytest

from kelompok_quiz.text import (
    command_word,
    fold,
    fold_statement,
    legible,
    near,
    neutralise,
    visible,
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
