"""`periksa` as it is typed: profiles, answer files, and the road over a guide to a result."""

from __future__ import annotations

import json
import shlex
import shutil
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kelompok_quiz.cli.app import entry
from support.commands import (
    IDS,
    Capture,
    give,
    rows,
    run,
)
from support.mini import CASES, MINI_FILE

BROKEN = CASES / "profile" / "invalid" / "everything_at_once.yaml"
WEAK = CASES / "profile" / "valid" / "weak_item_long.yaml"
SAME = ",".join("4" * len(IDS))
HEADER = f"nama,kelas,{','.join(IDS)}\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every command runs in a folder with the answer files of the cases."""
    for outcome in ("read", "refused"):
        shutil.copytree(CASES / "answers" / outcome, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    for name in ("CI", "COLUMNS", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    write("ganda.csv", "Ani,X,{a}\nBudi,X,{a}\n ani ,Y,{a}\nAni,Z,{a}\n")
    return tmp_path


def write(name: str, rows: str) -> None:
    Path(name).write_text(HEADER + rows.format(a=SAME), "utf-8")


# Profiles


def test_a_sound_profile_passes(capsys: Capture) -> None:
    assert entry(["periksa", str(MINI_FILE)]) == 0
    assert str(MINI_FILE) in capsys.readouterr().out
    assert entry(["periksa"]) == 0
    assert "konsultan.yaml" in capsys.readouterr().out


def test_warnings_fail_only_strictly(capsys: Capture) -> None:
    assert entry(["periksa", str(WEAK)]) == 0
    assert "peringatan" in capsys.readouterr().out
    assert entry(["periksa", "--ketat", str(WEAK)]) == 1


def test_errors_fail_and_one_broken_profile_hides_no_other(capsys: Capture) -> None:
    assert entry(["periksa", str(BROKEN), str(MINI_FILE), str(WEAK)]) == 1
    out = capsys.readouterr().out
    assert [str(path) in out for path in (BROKEN, MINI_FILE, WEAK)] == [True] * 3
    assert "key_missing" in out


def test_findings_as_json_have_place_code_and_sentences(capsys: Capture) -> None:
    sound_file = CASES / "profile" / "valid" / "minimal.yaml"
    assert entry(["periksa", "--format", "json", str(BROKEN), str(sound_file)]) == 1
    broken, sound = json.loads(capsys.readouterr().out)
    assert (broken["file"], broken["sha256"]) == (str(BROKEN), None)
    assert (sound["problems"], len(sound["sha256"])) == ([], 64)
    expected = BROKEN.with_suffix(".expected").read_text().splitlines()
    places = [line.split() for line in expected if not line.startswith(" ")]
    assert [[f"{p['line']}:{p['column']}", p["code"]] for p in broken["problems"]] == places
    for problem in broken["problems"]:
        assert list(problem) == ["severity", "code", "line", "column", "message", "remedy"]


def test_the_schema_is_json_that_editors_read(capsys: Capture) -> None:
    assert entry(["periksa", "--skema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema["$ref"] == "#/$defs/Profile"
    assert set(schema["$defs"]["Profile"]["required"]) >= {"schema", "traits", "order"}


# Guides


def test_the_items_are_listed_in_presented_order(capsys: Capture) -> None:
    assert entry(["periksa", "--butir", "--profil", str(MINI_FILE)]) == 0
    lines = capsys.readouterr().out.splitlines()
    listed = [words[1] for line in lines if (words := line.split())[:1] and words[0].isdigit()]
    assert listed == list(IDS)


def test_the_items_of_the_shipped_profile_are_listed_unless_one_is_named(capsys: Capture) -> None:
    assert entry(["periksa", "--butir"]) == 0
    assert "Konsultan" in capsys.readouterr().out
    assert entry(["periksa", "--butir", str(MINI_FILE)]) == 0
    assert "Pemandu" in capsys.readouterr().out


def test_the_items_can_be_written_as_text(capsys: Capture) -> None:
    assert entry(["periksa", "--butir"]) == 0
    shown = capsys.readouterr().out
    assert entry(["periksa", "--butir", "--keluaran", "butir.txt"]) == 0
    assert Path("butir.txt").read_text("utf-8") == shown


def test_the_items_as_a_workbook_can_be_filled_in_and_scored(capsys: Capture) -> None:
    own = ["--profil", str(MINI_FILE)]
    assert entry(["periksa", "--butir", *own, "--keluaran", "butir.xlsx"]) == 0
    book = openpyxl.load_workbook("butir.xlsx")
    for name in ("K01", "K02"):
        book["Lembar jawaban"].append([name, "X", *[4] * len(IDS)])
    book.save("butir.xlsx")
    capsys.readouterr()
    assert entry(["nilai", "butir.xlsx", *own, "--format", "csv"]) == 0
    out, err = capsys.readouterr()
    assert [(row["respondent"], row["status"]) for row in rows(out)] == [
        ("K01", "scored"),
        ("K02", "scored"),
    ]
    assert "lembar lain" not in err


def test_a_list_of_items_never_replaces_a_file_that_may_be_filled_in(capsys: Capture) -> None:
    Path("butir.xlsx").write_bytes(b"terisi")
    assert entry(["periksa", "--butir", "--keluaran", "butir.xlsx"]) == 2
    assert "“butir.xlsx” sudah ada" in capsys.readouterr().err
    assert Path("butir.xlsx").read_bytes() == b"terisi"


def test_the_items_of_one_profile_are_listed_at_a_time(capsys: Capture) -> None:
    assert entry(["periksa", "--butir", str(MINI_FILE), str(MINI_FILE)]) == 2
    assert "satu profil" in capsys.readouterr().err


def test_the_items_are_not_written_into_a_file_of_another_kind(capsys: Capture) -> None:
    assert entry(["periksa", "--butir", "--keluaran", "butir.csv"]) == 2
    assert ".xlsx" in capsys.readouterr().err
    assert not Path("butir.csv").exists()


def test_from_a_refusal_to_a_guide_to_a_result(capsys: Capture) -> None:
    run("nilai", "nomor.csv", code=65)
    assert f"`kuis-karier periksa nomor.csv --profil {MINI_FILE}`" in capsys.readouterr().err
    run("periksa", "nomor.csv", "--keluaran", "q.yaml", code=65)
    assert "ditulis ke q.yaml" in capsys.readouterr().err
    text = Path("q.yaml").read_text("utf-8")
    assert f"nilai nomor.csv --profil {MINI_FILE} --pemetaan q.yaml\n" in text
    for number, item_id in enumerate(IDS, start=1):
        assert f'  "Q{number}":\n' in text
        text = text.replace(f'"Q{number}":\n', f'"Q{number}": {item_id}\n')
    Path("q.yaml").write_text(text, "utf-8")
    run("periksa", "nomor.csv", "--pemetaan", "q.yaml")
    capsys.readouterr()
    run("nilai", "nomor.csv", "--pemetaan", "q.yaml")
    assert rows(capsys.readouterr().out)[0]["verdict"] == "cocok"


def test_answers_in_other_words_lead_to_a_guide(capsys: Capture) -> None:
    run("nilai", "singkatan.csv", code=1)
    assert f"`kuis-karier periksa singkatan.csv --profil {MINI_FILE}`" in capsys.readouterr().err
    run("periksa", "singkatan.csv", "--format", "pemetaan", code=1)
    guide = capsys.readouterr().out
    for label, answer in (("STS", 1), ("SS", 5), ("S", 4)):
        guide = guide.replace(f'"{label}":\n', f'"{label}": {answer}\n')
    Path("p.yaml").write_text(guide, "utf-8")
    run("nilai", "singkatan.csv", "--pemetaan", "p.yaml", "--ketat")
    assert rows(capsys.readouterr().out)[0]["verdict"] == "cocok"


def test_columns_and_answers_that_are_both_unknown_are_in_one_guide(capsys: Capture) -> None:
    head = ["Waktu", "Nama", "Kelas", *(f"Q{number}" for number in range(1, len(IDS) + 1))]
    people = [
        ["08.00 WIB", name, "X-2", *("SS" if (n + item) % 2 else "TS" for item in range(len(IDS)))]
        for n, name in enumerate(["Ani", "Budi"])
    ]
    Path("semua.csv").write_text("".join(",".join(row) + "\n" for row in [head, *people]), "utf-8")
    run("periksa", "semua.csv", "--format", "pemetaan", code=65)
    guide = capsys.readouterr().out
    answers = guide.partition("\njawaban:")[2]
    assert [line for line in answers.splitlines() if line.endswith(":")] == ['  "TS":', '  "SS":']
    for number, item_id in enumerate(IDS, start=1):
        guide = guide.replace(f'"Q{number}":\n', f'"Q{number}": {item_id}\n')
    guide = guide.replace('"TS":\n', '"TS": 2\n').replace('"SS":\n', '"SS": 5\n')
    Path("p.yaml").write_text(guide, "utf-8")
    run("nilai", "semua.csv", "--pemetaan", "p.yaml", "--ketat")
    assert [row["status"] for row in rows(capsys.readouterr().out)] == ["scored"] * 2


def hinted(err: str) -> list[str]:
    """Return the words of the command that was named, as a shell takes them."""
    program, *words = shlex.split(err.partition("`")[2].partition("`")[0])
    assert program == "kuis-karier"
    return words


@pytest.mark.parametrize("command", ["nilai", "rekap"])
def test_a_named_command_works_as_it_is_typed(command: str, capsys: Capture) -> None:
    numbers, words = "nomor $1 'x'.csv", "kelas (x) singkatan.csv"
    shutil.copy("nomor.csv", numbers)
    shutil.copy("singkatan.csv", words)
    Path("peta satu.yaml").write_text("responden: nama\n", "utf-8")
    run(command, numbers, code=65)
    assert entry(hinted(capsys.readouterr().err)) == 65
    assert '  "Q1":' in capsys.readouterr().out
    run(command, words, "--pemetaan", "peta satu.yaml", code=1)
    assert entry(hinted(capsys.readouterr().err)) == 1
    out = capsys.readouterr().out
    assert 'responden: "nama"' in out
    assert '  "STS":' in out
    assert 'nilai "kelas (x) singkatan.csv" --profil' in out


def test_checking_names_the_command_with_its_options(capsys: Capture) -> None:
    run("periksa", "nomor.csv", code=65)
    out = capsys.readouterr().out
    assert "orang; jawabannya belum bisa dibaca.\n" in out
    assert "ditolak.\n" not in out
    assert hinted(out)[-2:] == ["--profil", str(MINI_FILE)]


def test_the_guide_of_standard_input_names_it(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Path("nomor.csv").open() as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        run("periksa", "-", code=65)
    assert "kuis-karier nilai - --profil" in capsys.readouterr().out


def test_a_broken_guide_is_reported_with_all_its_mistakes(capsys: Capture) -> None:
    Path("p.yaml").write_text("kolm: {}\njawaban:\n  SS:\n")
    for command in ("nilai", "periksa"):
        run(command, "ganda.csv", "--pemetaan", "p.yaml", code=65)
        err = capsys.readouterr().err
        assert err.count("Galat   : ") == 2
        assert "p.yaml:3:6" in err


# Answer files


def test_checking_answers_shows_how_they_are_understood(capsys: Capture) -> None:
    run("periksa", "kobo_label_hxl.csv")
    out = capsys.readouterr().out
    for words in (
        "Pemisah    : titik koma (;)",
        "Huruf      : UTF-8",
        "baris 1; 1 baris di bawahnya menjelaskan kolom",
        "28 dari 28 punya kolom",
        "kolom “Profil/Nama”",
        "kolom dibawa serta: “",
        "“_uuid”",
        "(ujung jalur)",
        "3 orang: 3 bisa dibaca, 0 akan ditolak.",
    ):
        assert words in out
    assert "Pemetaan siap isi" not in out


def test_checking_answers_names_rows_that_would_be_rejected(capsys: Capture) -> None:
    run("periksa", "excel_indonesia.csv", "waktu_butir.csv", "google_ganda.csv", code=1)
    out = capsys.readouterr().out
    assert "excel_indonesia.csv:4, orang ke-3, kolom “a2_4”: “3,5” bukan jawaban" in out
    assert "“a2_4_detik” → waktu a2_4" in out
    assert "waktu_butir.csv:4, orang ke-3, kolom “a2_4_detik”" in out
    assert "“budi santoso” ada pada orang ke-2 dan ke-4" in out


def test_checking_answers_counts_the_other_cells_of_a_row(capsys: Capture) -> None:
    run("periksa", "singkatan.csv", code=1)
    out = capsys.readouterr().out
    assert out.count("Ditolak: ") == 1
    assert "(7 sel lain di baris ini juga bermasalah)" in out
    assert '  "STS":' in out


def test_checking_answers_names_near_misses_without_guessing(capsys: Capture) -> None:
    run("periksa", "bunyi_lain.csv", code=65)
    out = capsys.readouterr().out
    assert "mirip a1_2, tetapi tidak disamakan" in out
    assert "Belum bisa dinilai" in out
    assert "27 dari 28 punya kolom" in out


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("pdf.csv", "PDF"),
        ("hanya_judul.csv", "Tidak ada orang"),
        ("huruf_rusak.csv", "huruf_rusak.csv:3"),
    ],
)
def test_answers_that_cannot_be_understood_are_65(name: str, words: str, capsys: Capture) -> None:
    run("periksa", name, "google_angka.csv", code=65)
    out = capsys.readouterr().out
    assert words in out
    assert "google_angka.csv" in out


@pytest.mark.parametrize("name", ["tiada.csv", "tiada.yaml"])
def test_an_answer_file_that_is_not_there_is_66(name: str, capsys: Capture) -> None:
    run("periksa", name, code=66)
    assert name in capsys.readouterr().err


def test_the_form_of_every_kind_is_described(capsys: Capture) -> None:
    names = ["google.zip", "excel_dua_kelas.xlsx", "tulisan_tangan.yaml", "angka.txt", "nul.csv"]
    run("periksa", *names, "excel_cp1252.csv", "excel_unicode.txt", code=1)
    out = capsys.readouterr().out
    for words in (
        "Isi ZIP    : Kuis Minat (Jawaban).csv",
        "Lembar     : “Kelas X-1”",
        "“Kelas X-2” (berisi jawaban juga, tidak dibaca)",
        "Windows (cp1252)",
        "UTF-16-LE",
        "Pemisah    : tab",
        "deretan angka",
        "tidak ada kolom nama; dipakai nomor orang",
    ):
        assert words in out
    assert "\x00" not in out


def checked(capsys: Capture, *names: str, code: int) -> list[dict[str, Any]]:
    run("periksa", *names, "--format", "json", code=code)
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return found


def test_findings_on_answers_are_json_too(capsys: Capture) -> None:
    names = ["singkatan.csv", "bunyi_lain.csv", "pdf.csv"]
    words, near, refused = checked(capsys, *names, code=65)
    assert words["layout"]["respondent"] == "Nama"
    assert words["columns"][1] == {
        "header": "Aku bertahan sampai tugas kelompok selesai.",
        "kind": "item",
        "item": "a2_4",
        "rung": "text",
    }
    assert (words["people"], words["problems"]) == (1, [])
    assert words["unknown_answers"] == ["SS", "STS", "S"]
    ((row, line),) = ((each["row"], each["line"]) for each in words["rejected"])
    assert (row, line) == (1, 2)
    assert [p["value"] for p in words["rejected"][0]["problems"]].count("STS") == 3
    assert words["guide"].startswith("# Pemetaan")
    assert near["near_misses"][0]["item"] == "a1_2"
    assert near["problems"][0]["code"] == "columns_missing_near"
    assert refused["problems"][0]["code"] == "format_unknown"


def test_a_file_that_breaks_off_is_json_all_the_same(capsys: Capture) -> None:
    content = (HEADER + f"A,X,{SAME}\n" * 9000).encode() + "é".encode() + b"\xff\n"
    Path("putus.csv").write_bytes(content)
    (found,) = checked(capsys, "putus.csv", code=65)
    assert found["refused"][0]["code"] == "input_not_text"
    run("periksa", "putus.csv", code=65)
    assert "putus.csv: Tidak bisa dibaca" in capsys.readouterr().out


def test_profiles_and_answers_are_checked_side_by_side(capsys: Capture) -> None:
    profile, answers = checked(capsys, str(MINI_FILE), "ganda.csv", code=0)
    assert profile["sha256"]
    assert [repeat["row"] for repeat in answers["repeats"]] == [3, 4]
    run("periksa", str(BROKEN), "ganda.csv", code=1)
    out = capsys.readouterr().out
    assert "key_missing" in out
    assert "4 orang: 4 bisa dibaca" in out


def test_findings_are_written_into_a_file_of_its_suffix(capsys: Capture) -> None:
    run("periksa", "ganda.csv", "--keluaran", "a.json")
    assert json.loads(Path("a.json").read_text("utf-8"))[0]["people"] == 4
    run("periksa", "ganda.csv", "--keluaran", "a.txt")
    assert "4 orang" in Path("a.txt").read_text("utf-8")
    sound = CASES / "profile" / "valid" / "minimal.yaml"
    assert entry(["periksa", str(sound), "--keluaran", "b.json"]) == 0
    assert json.loads(Path("b.json").read_text("utf-8"))[0]["problems"] == []
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("names", [[str(MINI_FILE)], ["ganda.csv", "nul.csv"], []])
def test_a_guide_is_made_for_one_answer_file(names: list[str], capsys: Capture) -> None:
    run("periksa", *names, "--format", "pemetaan", code=2)
    assert "berkas jawaban" in capsys.readouterr().err


def test_there_is_no_guide_through_what_is_no_table(capsys: Capture) -> None:
    run("periksa", "pdf.csv", "--keluaran", "p.yaml", code=65)
    assert "PDF" in capsys.readouterr().err
    assert not Path("p.yaml").exists()


def test_standard_input_can_be_checked(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    give(monkeypatch, Path("ms_forms.xlsx").read_bytes(), pipe=True)
    run("periksa", "-")
    out = capsys.readouterr().out
    assert out.startswith("masukan\n")
    assert "buku kerja XLSX" in out


def test_findings_are_not_written_into_a_file_of_another_kind(capsys: Capture) -> None:
    run("periksa", "ganda.csv", "--keluaran", "temuan.xlsx", code=2)
    assert "Pakai akhiran .yaml, .yml, .json" in capsys.readouterr().err
    run("periksa", "ganda.csv", "--keluaran", "temuan.txt")
    assert Path("temuan.txt").read_text("utf-8").startswith("ganda.csv\n")


def test_a_guide_is_checked_with_its_answers(capsys: Capture) -> None:
    Path("peta 1.yaml").write_text("jawaban:\n  SS: 5\n")
    run("periksa", "peta 1.yaml", code=2)
    err = capsys.readouterr().err
    assert hinted(err) == ["periksa", "jawaban.csv", "--pemetaan", "peta 1.yaml"]
