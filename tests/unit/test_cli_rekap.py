"""`rekap` as it is typed: formats, groups, streams, exit codes, and no name anywhere."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path

import openpyxl
import pytest

from kelompok_quiz.cli.app import entry
from kelompok_quiz.profile.loading import load, shipped_profile
from support.cohorts import IDS, ITEMS, random_sheets
from support.mini import MINI_FILE

PROFILES = [
    shipped_profile(),
    *sorted((shipped_profile().parent / "contoh").glob("*.yaml")),
    MINI_FILE,
]
Capture = pytest.CaptureFixture[str]
GOOD = random_sheets(24, 7)


def table(sheets: list[list[int]], classes: list[str], column: str = "kelas") -> str:
    rows = [["nama", column, *IDS]]
    rows += [
        [f"Rahasia {n}", classes[n % len(classes)], *(str(a or "") for a in sheet)]
        for n, sheet in enumerate(sheets)
    ]
    return "".join(",".join(row) + "\n" for row in rows)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every command runs in a folder with these files."""
    monkeypatch.chdir(tmp_path)
    for name in ("CI", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)
    files = {
        "kelas.csv": table(GOOD, ["A", "B"]),
        "lain.csv": table(GOOD[:6], ["C"]),
        "tanpa.csv": table(GOOD[:6], ["C"], "sekolah"),
        "buruk.csv": table([[9] * ITEMS] * 2, ["A"]),
        "judul.csv": ",".join(["nama", *IDS]) + "\n",
        "sebagian.csv": "t1_1,t1_2\n5,4\n",
        "rumus.csv": table(GOOD, ["=1+1", "B\x07"]),
    }
    for name, content in files.items():
        Path(name).write_text(content, "utf-8")
    return tmp_path


def run(*words: str, code: int = 0) -> None:
    assert entry(["rekap", *words, "--profil", str(MINI_FILE)]) == code


def recapped(capsys: Capture, *words: str) -> dict[str, object]:
    run(*words, "--format", "json", "--quiet")
    out, err = capsys.readouterr()
    assert err == ""
    found: dict[str, object] = json.loads(out)
    return found


def test_a_recap_is_a_table_with_the_counts_on_standard_error(capsys: Capture) -> None:
    run("kelas.csv")
    out, err = capsys.readouterr()
    assert out.startswith("Rekap: Pemandu Taman Baca ──")
    assert err == "24 orang: 24 dinilai, 0 belum bisa ditentukan, 0 ditolak.\n"


@pytest.mark.parametrize("words", [[], ["--per", "kelas"], ["--per", "nama"], ["--format", "json"]])
def test_no_person_is_named(capsys: Capture, words: list[str]) -> None:
    run("kelas.csv", *words)
    out, err = capsys.readouterr()
    assert "Rahasia" not in out + err


def test_several_files_are_one_recap(capsys: Capture) -> None:
    found = recapped(capsys, "kelas.csv", "lain.csv", "--per", "KELAS")
    assert found["n"] == 30
    groups = found["groups"]
    assert isinstance(groups, dict)
    assert {label: group["n"] for label, group in groups.items()} == {"A": 12, "B": 12, "C": 6}


def test_standard_input_is_a_file_like_any_other(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    for words in ([], ["-"]):
        with Path("kelas.csv").open(encoding="utf-8") as stream:
            monkeypatch.setattr(sys, "stdin", stream)
            assert recapped(capsys, *words)["n"] == 24


def test_the_same_column_is_needed_in_every_file(capsys: Capture) -> None:
    run("kelas.csv", "tanpa.csv", "--per", "kelas", code=2)
    out, err = capsys.readouterr()
    assert out == ""
    assert "Kolom “kelas” tidak ada" in err


@pytest.mark.parametrize(
    ("words", "code", "err"),
    [
        (["tiada.csv"], 66, "tidak ada"),
        (["judul.csv"], 65, "Tidak ada jawaban"),
        (["sebagian.csv"], 65, "--sebagian"),
        (["kelas.csv", "-"], 2, "dua perintah"),
        (["kelas.csv", "--per", "klas"], 2, "Mungkin maksudmu “kelas”"),
        (["kelas.csv", "--keluaran", "tiada/r.json"], 73, "tidak bisa ditulis"),
        (["kelas.csv", "--keluaran", "kelas.csv", "--format", "json"], 2, "berkas masukan"),
        (["buruk.csv"], 1, "0 dinilai"),
    ],
)
def test_what_cannot_be_done_is_reported(
    capsys: Capture, words: list[str], code: int, err: str
) -> None:
    run(*words, code=code)
    assert err in capsys.readouterr().err


def test_without_a_file_it_asks_for_one(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    with Path(os.devnull).open(encoding="utf-8") as nothing:
        monkeypatch.setattr(sys, "stdin", nothing)
        run(code=2)
    assert "kuis-karier rekap jawaban.csv" in capsys.readouterr().err


def test_a_part_of_the_items_is_enough_if_asked_for(capsys: Capture) -> None:
    found = recapped(capsys, "sebagian.csv", "--sebagian")
    assert (found["n"], found["undetermined"]) == (1, 1)


def test_the_suffix_of_the_output_decides_the_format() -> None:
    for name in ("r.json", "r.xlsx", "r.txt", "r"):
        run("kelas.csv", "--keluaran", name, "--quiet")
    assert json.loads(Path("r.json").read_text("utf-8"))["n"] == 24
    assert Path("r.xlsx").read_bytes().startswith(b"PK")
    assert Path("r.txt").read_text("utf-8") == Path("r").read_text("utf-8")
    assert Path("r.txt").read_text("utf-8").startswith("Rekap: ")


@pytest.mark.parametrize("name", ["r.csv", "r.jsonl", "r.PDF", "r.xls"])
def test_no_table_is_written_into_a_file_of_another_kind(name: str, capsys: Capture) -> None:
    run("kelas.csv", "--keluaran", name, code=2)
    assert "Pakai akhiran .json, .xlsx" in capsys.readouterr().err
    assert not Path(name).exists()
    run("kelas.csv", "--keluaran", name, "--format", "tabel")


def test_where_all_are_rejected_nothing_is_counted(capsys: Capture) -> None:
    run("buruk.csv", code=1)
    out, err = capsys.readouterr()
    assert "2 tidak bisa dinilai" in out
    assert "condong ke" not in out
    assert "lembar" not in out
    assert err.splitlines()[0].startswith("Sebab ditolaknya terlihat dengan `kuis-karier periksa")


def test_the_name_of_a_file_moves_no_cursor(capsys: Capture) -> None:
    Path("a\x1b[2Jb.csv").write_bytes(Path("buruk.csv").read_bytes())
    run("a\x1b[2Jb.csv", code=1)
    assert "\x1b" not in capsys.readouterr().err


def test_a_command_that_was_named_is_not_named_again(capsys: Capture) -> None:
    rest = ",4" * (ITEMS - 1)
    Path("kata.csv").write_text(f"nama,{','.join(IDS)}\nAni,SS{rest}\n", "utf-8")
    run("kata.csv", code=1)
    assert capsys.readouterr().err.count("kuis-karier periksa kata.csv") == 1
    run("kata.csv", "buruk.csv", code=1)
    err = capsys.readouterr().err
    assert "kuis-karier periksa kata.csv buruk.csv" in err


def test_the_minimums_are_lifted_for_study(capsys: Capture) -> None:
    usual, lifted = recapped(capsys, "kelas.csv"), recapped(capsys, "kelas.csv", "--semua")
    for found, least in ((usual, 30), (lifted, 0)):
        scales, minimums = found["scales"], found["minimums"]
        assert isinstance(scales, dict)
        assert isinstance(minimums, dict)
        assert minimums["alpha"] == least
        assert (scales["trait_a"]["alpha"] is None) == (least > 0)


def test_a_workbook_holds_text_as_text(capsys: Capture) -> None:
    run("rumus.csv", "--per", "kelas", "--keluaran", "r.xlsx")
    assert capsys.readouterr().out == ""
    book = openpyxl.load_workbook("r.xlsx")
    groups = book["Kelompok"]
    assert [groups.cell(row, 1).value for row in (2, 3)] == ["=1+1", "B\\x07"]
    assert {groups.cell(row, 1).data_type for row in (2, 3)} == {"s"}
    first = next(book["Ringkasan"].iter_rows(min_row=2, values_only=True))
    assert first == ("Orang", "Mendapat hasil", 24, 24)
    assert "Rahasia" not in str([cell.value for s in book for row in s.iter_rows() for cell in row])


def test_a_workbook_can_be_printed_on_a4_and_read() -> None:
    run("kelas.csv", "--per", "kelas", "--keluaran", "r.xlsx", "--quiet")
    for sheet in openpyxl.load_workbook("r.xlsx"):
        assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToHeight, sheet.print_title_rows) == (0, "$1:$1")
        assert (sheet.freeze_panes, sheet.oddFooter.right.text) == ("B2", "&P / &N")
        assert sheet.oddFooter.left.text == "&F: &A"


def test_words_have_room_and_are_aligned_among_numbers_as_numbers_do() -> None:
    Path("beda.csv").write_text(table(random_sheets(90, 7), ["A", "B", "C", "D"]))
    run("beda.csv", "--per", "kelas", "--keluaran", "r.xlsx", "--quiet")
    book = openpyxl.load_workbook("r.xlsx")
    groups, legend = book["Kelompok"], book["Keterangan"]
    names, *counts = groups.iter_cols()
    assert {cell.alignment.horizontal for cell in names} == {"left"}
    words = [cell for column in counts for cell in column if isinstance(cell.value, str)]
    assert {cell.alignment.horizontal for cell in words} == {"right"}
    assert "–" in {cell.value for cell in words}
    assert groups.row_dimensions[1].height > 15
    assert max(legend.row_dimensions[row].height or 15 for row in range(2, 6)) >= 30
    assert legend.column_dimensions["B"].width < 80


def test_verdicts_look_as_in_a_workbook_of_results() -> None:
    run("kelas.csv", "--keluaran", "r.xlsx", "--quiet")
    rows = openpyxl.load_workbook("r.xlsx")["Ringkasan"].iter_rows(min_row=2)
    tints = [row[1].fill.start_color.rgb for row in rows if row[0].value == "Hasil"]
    assert (len(set(tints)), tints[0]) == (4, "FFB5E0D8")


def test_a_workbook_is_not_for_a_terminal(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdout", Terminal())
    run("kelas.csv", "--format", "xlsx", code=2)
    assert "--keluaran hasil.xlsx" in capsys.readouterr().err


@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.stem)
@pytest.mark.parametrize("form", ["tabel", "json", "xlsx"])
def test_every_profile_can_be_recapped(path: Path, form: str, capsys: Capture) -> None:
    profile = load(path).profile
    rows = [f"{'AB'[n % 2]}{f',{1 + n % profile.points}' * len(profile.items)}" for n in range(14)]
    Path("semua.csv").write_text("\n".join([",".join(["kelas", *profile.order]), *rows]))
    words = ["semua.csv", "--per", "kelas", "--format", form, "--keluaran", "hasil", "--quiet"]
    assert entry(["rekap", *words, "--profil", str(path)]) == 0
    assert Path("hasil").stat().st_size > 0
    assert capsys.readouterr() == ("", "")


SCALE_KEYS = [
    *("scored", "n_complete", "mean", "sd", "alpha", "alpha_ci95", "std_alpha", "sem"),
    *("omega_total", "items"),
]


def test_every_key_of_the_recap_is_always_there(capsys: Capture) -> None:
    for words in (["kelas.csv", "--per", "kelas"], ["sebagian.csv", "--sebagian"]):
        found = recapped(capsys, *words)
        assert list(found) == [
            *("schema", "scoring", "profile", "n", "scored", "undetermined", "rejected"),
            *("verdicts", "per", "groups", "pooled", "beliefs", "contrasts", "scales"),
            *("quality", "minimums"),
        ]
        scales, quality, groups = found["scales"], found["quality"], found["groups"]
        assert isinstance(scales, dict)
        assert isinstance(quality, dict)
        assert isinstance(groups, dict)
        assert list(quality) == ["good", "note", "low", "flags", "without_low"]
        assert list(quality["without_low"]) == [
            *("n", "scored", "undetermined", "verdicts", "scales")
        ]
        for scale in (*scales.values(), *quality["without_low"]["scales"].values()):
            assert list(scale) == SCALE_KEYS
            for item in scale["items"].values():
                assert list(item) == ["n", "mean", "sd", "missing", "r_drop", "alpha_if_dropped"]
        for group in groups.values():
            assert list(group) == [
                *(
                    "n",
                    "verdicts",
                    "undetermined",
                    "joined",
                    "scales",
                    "beliefs",
                    "contrasts",
                    "quality",
                )
            ]


def test_a_half_surrogate_in_a_label_is_written_as_an_escape(capsys: Capture) -> None:
    sheets = (dict(zip(IDS, (a or None for a in sheet), strict=True)) for sheet in GOOD)
    rows = [{"kelas": "\ud800" if n % 2 else "B", **sheet} for n, sheet in enumerate(sheets)]
    Path("r.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    groups = recapped(capsys, "r.jsonl", "--per", "kelas")["groups"]
    assert isinstance(groups, dict)
    assert set(groups) == {"B", "\ud800"}
    run("r.jsonl", "--per", "kelas")
    assert "\\ud800" in capsys.readouterr().out
