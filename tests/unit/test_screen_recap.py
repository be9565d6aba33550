"""A recap on the screen: drawn and read aloud, at any width."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from support.cohorts import (
    BLANK,
    IDEAL,
    ITEMS,
    ONE_WEAK,
    random_sheets,
    recap_of,
)
from support.recaps import shown


@pytest.mark.parametrize("width", [100, 80, 60, 59, 40, 32])
def test_nothing_is_wider_than_the_terminal(width: int) -> None:
    labels = ["XII IPA 1", "[bold]B[/]\x1b[31m", "C" * 30, ""] * 8
    printed = shown(recap_of(random_sheets(32, 5), labels), width)
    assert max(map(cell_len, printed.splitlines())) <= width
    assert "[bold]B[/]\\x1b[31m" in "".join(printed.split()) or width < 80
    assert "\x1b" not in printed


def rows_of(label: str, printed: str) -> list[str]:
    return [line.strip() for line in printed.splitlines() if line.strip().startswith(label)]


def test_long_names_are_broken_before_a_table_is_given_up() -> None:
    names = [f"SMA Negeri {number} Kabupaten Contoh" for number in (1, 2)]
    printed = shown(recap_of([ONE_WEAK] * 14, names * 7))
    assert len(rows_of("SMA Negeri", printed)) == 2 * 3
    assert "Kelompok" in printed


def test_in_a_narrow_window_a_group_is_named_once_with_all_its_figures() -> None:
    printed = shown(recap_of([ONE_WEAK] * 14, ["Kelas A", "Kelas B"] * 7), 32)
    assert rows_of("Kelas", printed) == ["Kelas A", "Kelas B"]
    for fact in ("Orang: 7", "Paling mendukung:", "Perlu ditanyakan: 0"):
        assert len(rows_of(fact, printed)) == 2


def test_bars_are_drawn_in_ascii_where_there_is_nothing_else() -> None:
    printed = shown(recap_of([IDEAL] * 10), encoding="ascii")
    assert "=" * 30 in printed
    assert "━" not in printed


def test_a_single_person_is_seen_in_a_bar_on_either_side() -> None:
    sheets = [*[IDEAL] * 80, [6 - answer for answer in IDEAL]]
    lines = shown(recap_of(sheets)).splitlines()
    (one,), (rest,) = ([x for x in lines if f"{n} dari 81" in x][:1] for n in (" 1", "80"))
    assert "━─" in one
    assert "━━" not in one
    assert "━─ " in rest


def test_read_aloud_it_has_neither_bars_nor_columns_nor_dashes() -> None:
    worst = [6 - answer for answer in IDEAL]
    sheets = [*[IDEAL] * 8, *[worst] * 2, *[IDEAL] * 6, *[worst] * 3, BLANK, *[IDEAL, worst] * 10]
    labels = ["A"] * 10 + ["B"] * 7 + ["C"] * 3 + ["D"] * 20
    spoken = shown(recap_of(sheets, labels), 200, linear=True)
    assert not set(spoken) & set("━─╍●│")
    assert "A. Orang: 10; Cocok: disembunyikan; " in spoken
    assert "Cocok: 24 dari 39." in spoken
    assert ", sebaran " in spoken


@pytest.mark.parametrize(
    ("word", "plain"), [("alpha", "keandalan"), ("sebaran", "dua dari tiga orang")]
)
def test_a_statistical_word_has_a_plain_one_beside_it(word: str, plain: str) -> None:
    screen = " ".join(shown(recap_of(random_sheets(40, 3))).split()).lower()
    assert word in screen
    assert abs(screen.index(plain) - screen.index(word)) < 80


def test_a_class_of_35_fits_on_sixty_lines() -> None:
    for careless in (1, 6, 20):
        sheets = [*random_sheets(34 - careless, 3), *[[4] * ITEMS] * careless, BLANK]
        assert len(shown(recap_of(sheets)).splitlines()) <= 60
