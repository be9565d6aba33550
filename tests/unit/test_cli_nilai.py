"""`nilai` as it is typed: its results, its messages, its exit code."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kelompok_quiz.cli.app import entry
from support.commands import (
    ANSWERS,
    GOOD,
    IDS,
    Capture,
    Stdin,
    assert_refused,
    give,
    rows,
    run,
    table,
)
from support.mini import CASES, MINI_FILE

BROKEN = CASES / "profile" / "invalid" / "everything_at_once.yaml"
ROOT = Path(__file__).parents[2]
POSIX = pytest.mark.skipif(os.name == "nt", reason="pipes of POSIX")
MIXED = table(["Ani", *ANSWERS], ["Budi", 6, *ANSWERS[1:]], ["Cici", *[""] * len(IDS)])
ALL_BAD = table(["Ani", 6, *ANSWERS[1:]], ["Budi", "x", *ANSWERS[1:]])


SAME = ["4"] * len(IDS)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every command runs in a folder with these files, on the small profile."""
    monkeypatch.chdir(tmp_path)
    for name in ("CI", "COLUMNS", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)
    files = {"baik.csv": GOOD, "campur.csv": MIXED, "buruk.csv": ALL_BAD, "kosong.csv": ""}
    repeated = [["Ani", "X"], ["Budi", "X"], [" ani ", "Y"], ["Ani", "Z"]]
    files["ganda.csv"] = classes(*repeated)
    for name, content in files.items():
        Path(name).write_text(content, "utf-8")
    return tmp_path


def classes(*people: list[str]) -> str:
    """People with their class and the same answers."""
    return table(*[[*person, *SAME] for person in people], header=("nama", "kelas", *IDS))


# Results and counts of `nilai`


def test_scoring_a_file_writes_a_table_and_counts_that_add_up(capsys: Capture) -> None:
    run("nilai", "campur.csv")
    out, err = capsys.readouterr()
    assert [row["status"] for row in rows(out)] == ["scored", "rejected", "undetermined"]
    assert [row["nama"] for row in rows(out)] == ["Ani", "Budi", "Cici"]
    assert err.splitlines() == [
        f"Ditolak: campur.csv:3, orang ke-2, kolom “{IDS[0]}”: “6” bukan jawaban yang dikenal.",
        "3 orang: 1 dinilai, 1 belum bisa ditentukan, 1 ditolak.",
    ]


def test_quiet_means_results_alone(capsys: Capture) -> None:
    run("nilai", "campur.csv", "--quiet")
    out, err = capsys.readouterr()
    assert len(rows(out)) == 3
    assert err == ""


def test_of_many_rejected_people_the_first_are_named_and_the_rest_counted(capsys: Capture) -> None:
    bad: list[list[Any]] = [["x", 0, *ANSWERS[1:]]] * 25
    Path("banyak.csv").write_text(table(["Ani", *ANSWERS], *bad))
    run("nilai", "banyak.csv")
    err = capsys.readouterr().err.splitlines()
    assert len([line for line in err if line.startswith("Ditolak: ")]) == 10
    assert err[-2:] == [
        (
            "… dan 15 orang lagi; semuanya terlihat dengan "
            f"`kuis-karier periksa banyak.csv --profil {MINI_FILE}`."
        ),
        "26 orang: 1 dinilai, 0 belum bisa ditentukan, 25 ditolak.",
    ]


def test_what_a_rejected_cell_holds_is_harmless_to_the_terminal(capsys: Capture) -> None:
    cell = "\x1b[2J[bold]x"
    Path("aneh.csv").write_text(table(["Ani", *ANSWERS], ["Budi", cell, *ANSWERS[1:]]))
    run("nilai", "aneh.csv")
    err = capsys.readouterr().err
    assert "\x1b" not in err
    assert "“\\x1b[2J[bold]x”" in err


def test_a_rejected_row_is_no_failure_unless_strictly(capsys: Capture) -> None:
    run("nilai", "campur.csv")
    usual = capsys.readouterr()
    run("nilai", "campur.csv", "--ketat", code=1)
    assert capsys.readouterr() == usual
    run("nilai", "baik.csv", "--ketat")


def test_only_rejected_people_are_a_failure_and_the_results_say_why(capsys: Capture) -> None:
    run("nilai", "buruk.csv", code=1)
    out, err = capsys.readouterr()
    assert [row["status"] for row in rows(out)] == ["rejected"] * 2
    assert "2 orang: 0 dinilai, 0 belum bisa ditentukan, 2 ditolak." in err


def test_saved_answers_to_an_earlier_version_are_rejected_with_the_reason(capsys: Capture) -> None:
    old = CASES / "answers" / "refused" / "simpanan_konsultan_1_1_0.json"
    assert entry(["nilai", str(old), "--format", "json"]) == 1
    out, err = capsys.readouterr()
    (record,) = json.loads(out)
    assert record["status"] == "rejected"
    assert [problem["code"] for problem in record["problems"]] == ["answers_of_other_version"]
    assert "konsultan versi 1.1.0" in err
    assert "isi lagi" in err


def test_only_undetermined_people_are_no_failure() -> None:
    Path("blank.csv").write_text(table(["Ani", *[""] * len(IDS)]))
    run("nilai", "blank.csv", "--ketat")


def test_several_files_are_one_run_with_the_columns_of_all(capsys: Capture) -> None:
    Path("lain.csv").write_text(table(["X", *ANSWERS], header=("kelas", *IDS)))
    Path("satu.json").write_text(json.dumps(dict(zip(IDS, ANSWERS, strict=True)) | {"umur": 9}))
    run("nilai", "baik.csv", "lain.csv", "satu.json")
    out, err = capsys.readouterr()
    assert out.startswith("nama,kelas,umur,row,")
    found = rows(out)
    assert [(row["nama"], row["kelas"], row["umur"]) for row in found] == [
        *(("Ani", "", ""), ("Budi", "", ""), ("", "X", ""), ("", "", "9")),
    ]
    assert [row["row"] for row in found] == ["1", "2", "1", "1"]
    assert err.startswith("4 orang: 4 dinilai")


def test_stdin_is_the_only_input(given: Stdin, capsys: Capture) -> None:
    given(GOOD)
    run("nilai", "baik.csv", "-", code=2)
    assert_refused(capsys, "Tanda - (masukan)", "dua perintah")


@pytest.mark.parametrize("form", ["csv", "json", "jsonl", "tabel", "laporan"])
def test_every_format_shows_all_people(form: str, capsys: Capture) -> None:
    run("nilai", "campur.csv", "--format", form)
    out = capsys.readouterr().out
    people: dict[str, Callable[[], int]] = {
        "csv": lambda: len(rows(out)),
        "json": lambda: len(json.loads(out)),
        "jsonl": lambda: len([json.loads(line) for line in out.splitlines()]),
        "tabel": lambda: len(out.splitlines()) - 2,
        "laporan": lambda: out.count("\nHasil: "),
    }
    assert people[form]() == 3


def test_an_unknown_format_is_a_misuse(capsys: Capture) -> None:
    run("nilai", "baik.csv", "--format", "csvv", code=2)
    assert_refused(capsys, "csvv", "Apakah maksudmu csv?")


def test_a_part_of_the_items_is_refused_unless_it_is_asked_for(capsys: Capture) -> None:
    Path("sebagian.csv").write_text(table(ANSWERS[:20], header=IDS[:20]))
    run("nilai", "sebagian.csv", code=65)
    assert_refused(capsys, "8 butir tidak punya kolom", "--sebagian", "sebagian.csv:1")
    run("nilai", "sebagian.csv", "--sebagian")
    assert rows(capsys.readouterr().out)[0]["answered"] == "20"


# Where the results of `nilai` go


def test_an_output_file_holds_what_standard_output_would(capsys: Capture) -> None:
    for name, form in [("a.csv", "csv"), ("a.json", "json"), ("a.jsonl", "jsonl"), ("a", "csv")]:
        run("nilai", "campur.csv", "--keluaran", name, "--quiet")
        assert capsys.readouterr().out == ""
        run("nilai", "campur.csv", "--format", form, "--quiet")
        assert Path(name).read_text("utf-8") == capsys.readouterr().out


def test_a_dash_is_standard_output_where_results_are_written_too(capsys: Capture) -> None:
    run("nilai", "baik.csv", "--quiet")
    plain = capsys.readouterr().out
    run("nilai", "baik.csv", "--quiet", "--keluaran", "-")
    assert capsys.readouterr().out == plain
    assert not Path("-").exists()


def test_a_named_format_wins_over_the_suffix() -> None:
    run("nilai", "baik.csv", "--keluaran", "a.csv", "--format", "json")
    assert len(json.loads(Path("a.csv").read_text("utf-8"))) == 2


def test_a_report_in_a_file_is_for_eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    run("nilai", "baik.csv", "--keluaran", "a.txt", "--format", "laporan")
    widest = max(len(line) for line in Path("a.txt").read_text("utf-8").splitlines())
    assert 70 < widest <= 80


@pytest.mark.parametrize("content", ["", "nama\nAni\n", table(["Ani", 1])], ids=["0", "1", "2"])
def test_a_run_that_fails_leaves_the_earlier_output(content: str) -> None:
    Path("hasil.csv").write_text("lama")
    Path("gagal.csv").write_text(content)
    entry(["nilai", "gagal.csv", "--keluaran", "hasil.csv", "--profil", str(MINI_FILE)])
    if "Ani,1" not in content:
        assert Path("hasil.csv").read_text() == "lama"
    assert not [path for path in Path().iterdir() if path.name.startswith(".")]


def test_an_input_that_breaks_off_leaves_the_earlier_output(capsys: Capture) -> None:
    long = table(*[["n" * 50, *ANSWERS]] * 9000).encode() + b"Andr\x81\n"
    Path("putus.csv").write_bytes(long)
    Path("hasil.csv").write_text("lama")
    run("nilai", "putus.csv", "--keluaran", "hasil.csv", code=65)
    assert Path("hasil.csv").read_text() == "lama"
    assert_refused(capsys, "UTF-8", "putus.csv:")


def test_an_output_is_never_an_input(capsys: Capture) -> None:
    run("nilai", "baik.csv", "--keluaran", "./baik.csv", code=2)
    assert_refused(capsys, "baik.csv")
    assert Path("baik.csv").read_text() == GOOD


def test_an_output_is_never_the_file_behind_stdin(given: Stdin, capsys: Capture) -> None:
    given(GOOD)
    run("nilai", "-", "--keluaran", "masukan", code=2)
    assert_refused(capsys, "masukan")
    assert Path("masukan").read_text() == GOOD


def test_an_output_that_cannot_be_written_is_73(capsys: Capture) -> None:
    run("nilai", "baik.csv", "--keluaran", "tiada/hasil.csv", code=73)
    assert_refused(capsys, "tiada/hasil.csv")


@POSIX
def test_a_closed_pipe_ends_quietly() -> None:
    Path("banyak.csv").write_text(table(*[["Ani", *ANSWERS]] * 3000))
    command = (
        f"{sys.executable} -m kelompok_quiz nilai banyak.csv --profil '{MINI_FILE}' | head -n 1"
    )
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )
    assert done.stdout.startswith("nama,row,respondent,")
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


# Inputs of `nilai` that are none


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [
        ("tiada.csv", 66, ["“tiada.csv” tidak ada"]),
        (".", 66, ["adalah folder"]),
        ("kosong.csv", 65, ["Tidak ada jawaban"]),
        ("judul.csv", 65, ["Tidak ada jawaban", "judul.csv"]),
        ("kelas.xlsx", 65, ["ZIP", "rusak"]),
        ("asing.csv", 65, ["Tidak ada kolom yang cocok"]),
        ("nomor.csv", 65, ["“Q1”", "nomor"]),
        ("latin.csv", 65, ["UTF-8"]),
        ("rusak.json", 65, ["JSON", "rusak.json:1:2"]),
        ("rusak.yaml", 65, ["YAML", "rusak.yaml:2:1"]),
    ],
)
def test_an_unusable_input_is_reported_in_three_lines(
    name: str, code: int, words: list[str], capsys: Capture
) -> None:
    contents = {
        "judul.csv": table().encode(),
        "kelas.xlsx": b"PK\x03\x04",
        "asing.csv": b"a,b\n1,2\n",
        "nomor.csv": b"Q1,Q2\n1,2\n",
        "latin.csv": b"Andr\x81\n",
        "rusak.json": b"[x]",
        "rusak.yaml": b"a: [",
    }
    if name in contents:
        Path(name).write_bytes(contents[name])
    run("nilai", name, code=code)
    assert_refused(capsys, *words)


def test_a_missing_second_file_is_reported_before_anything_is_written(
    capsys: Capture,
) -> None:
    run("nilai", "baik.csv", "tiada.csv", code=66)
    assert_refused(capsys, "tiada.csv")


def test_without_files_and_data_there_is_nothing_to_score(given: Stdin, capsys: Capture) -> None:
    with Path(os.devnull).open(encoding="utf-8") as nothing:
        given(nothing)
        run("nilai", code=2)
    assert_refused(capsys, "Belum ada berkas jawaban", "kuis-karier nilai")


def test_stdin_is_scored_without_a_file_and_by_its_sign(given: Stdin, capsys: Capture) -> None:
    given(GOOD)
    run("nilai")
    without = capsys.readouterr().out
    given(GOOD)
    run("nilai", "-")
    assert capsys.readouterr().out == without
    assert [row["nama"] for row in rows(without)] == ["Ani", "Budi"]


# --jawaban, --jelaskan, --profil


def test_one_person_can_be_given_as_digits(capsys: Capture) -> None:
    digits = "".join(map(str, ANSWERS))
    run("nilai", "--jawaban", digits, "--format", "json")
    (record,) = json.loads(capsys.readouterr().out)
    assert (record["status"], record["answered"]) == ("scored", len(IDS))
    assert record["source"] == {"file": None, "row": 1}


def test_a_dash_among_the_digits_is_a_missing_answer(capsys: Capture) -> None:
    run("nilai", "--jawaban", "-" * 3 + "".join(map(str, ANSWERS[3:])))
    assert rows(capsys.readouterr().out)[0]["answered"] == str(len(IDS) - 3)


def test_digits_of_another_number_are_a_misuse(capsys: Capture) -> None:
    run("nilai", "--jawaban", "123", code=2)
    assert_refused(capsys, "Ada 3 jawaban", f"{len(IDS)} butir", "--jawaban")


def test_a_digit_that_is_no_answer_rejects_the_person() -> None:
    run("nilai", "--jawaban", "6" + "".join(map(str, ANSWERS[1:])), code=1)


def test_digits_and_files_do_not_go_together(capsys: Capture) -> None:
    run("nilai", "baik.csv", "--jawaban", "1" * len(IDS), code=2)
    assert_refused(capsys, "--jawaban")


def test_the_trail_of_one_respondent_is_shown_with_every_answer(capsys: Capture) -> None:
    run("nilai", "baik.csv", "--jelaskan", "Budi")
    out = capsys.readouterr().out
    assert out.startswith("Jejak hitungan Budi ")
    assert "Ani" not in out
    for item_id in IDS:
        assert f"• {item_id}: " in out


def test_a_respondent_without_a_name_is_asked_for_by_number(capsys: Capture) -> None:
    Path("tanpa.csv").write_text(table(ANSWERS, ANSWERS, header=IDS))
    run("nilai", "tanpa.csv", "--jelaskan", "2")
    assert capsys.readouterr().out.startswith("Jejak hitungan 2 ")


def test_a_respondent_called_alike_is_named(capsys: Capture) -> None:
    run("nilai", "baik.csv", "--jelaskan", "budi", code=2)
    assert "Mungkin maksudmu “Budi”." in capsys.readouterr().err


def test_an_unknown_respondent_is_refused(capsys: Capture) -> None:
    run("nilai", "baik.csv", "--jelaskan", "Zaki", code=2)
    assert_refused(capsys, "“Zaki”", "baik.csv")


def test_the_trail_of_a_rejected_respondent_says_why(capsys: Capture) -> None:
    run("nilai", "campur.csv", "--jelaskan", "Budi")
    assert "“6” bukan jawaban yang dikenal." in capsys.readouterr().out


@pytest.mark.parametrize("command", ["nilai", "profesi"])
def test_a_broken_profile_is_reported_with_all_its_problems(command: str, capsys: Capture) -> None:
    words = [command, *(["baik.csv"] if command == "nilai" else []), "--profil", str(BROKEN)]
    assert entry(words) == 1
    out, err = capsys.readouterr()
    assert out == ""
    expected = BROKEN.with_suffix(".expected").read_text().splitlines()
    places = [line.split()[0] for line in expected if not line.startswith(" ")]
    assert err.count("Galat   : ") == len(places) > 5
    for place in places:
        assert f"{BROKEN}:{place}" in err


@pytest.mark.parametrize("command", ["nilai", "profesi", "periksa"])
def test_a_profile_that_is_not_there_is_66(command: str, capsys: Capture) -> None:
    words = [command, *(["baik.csv"] if command == "nilai" else [])]
    assert entry([*words, "--profil", "tiada.yaml"]) == 66
    assert_refused(capsys, "tiada.yaml")


# Repetitions


def test_a_repeated_respondent_is_noted_and_all_are_scored(capsys: Capture) -> None:
    run("nilai", "ganda.csv")
    out, err = capsys.readouterr()
    assert [row["row"] for row in rows(out)] == ["1", "2", "3", "4"]
    assert err.splitlines() == [
        "Kiriman ganda: ganda.csv, “ani” ada pada orang ke-1 dan ke-3.",
        "Kiriman ganda: ganda.csv, “Ani” ada pada orang ke-1 dan ke-4.",
        "Semua kiriman itu dinilai; pakai --terakhir untuk menilai yang terakhir saja.",
        "4 orang: 4 dinilai, 0 belum bisa ditentukan, 0 ditolak.",
    ]


def test_the_last_of_each_is_kept_and_the_others_are_counted(capsys: Capture) -> None:
    run("nilai", "ganda.csv", "--terakhir")
    out, err = capsys.readouterr()
    assert [(row["row"], row["kelas"]) for row in rows(out)] == [("2", "X"), ("4", "Z")]
    assert "2 kiriman lama disisihkan" in err
    assert err.endswith("2 orang: 2 dinilai, 0 belum bisa ditentukan, 0 ditolak.\n")


def test_each_file_has_its_own_respondents(capsys: Capture) -> None:
    Path("lain.csv").write_text(classes(["Ani", "Q"]))
    run("nilai", "ganda.csv", "lain.csv", "--terakhir")
    assert [row["kelas"] for row in rows(capsys.readouterr().out)] == ["X", "Z", "Q"]


def test_of_many_repetitions_the_first_are_named(capsys: Capture) -> None:
    Path("banyak.csv").write_text(classes(*[["Ani", "X"]] * 20))
    run("nilai", "banyak.csv", "--format", "csv")
    err = capsys.readouterr().err
    assert err.count("Kiriman ganda: ") == 10
    assert "… dan 9 kiriman ganda lagi." in err


@pytest.mark.parametrize("pipe", [True, False], ids=["pipe", "redirected"])
def test_the_last_of_each_is_kept_of_standard_input_too(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture, *, pipe: bool
) -> None:
    give(monkeypatch, Path("ganda.csv").read_bytes(), pipe=pipe)
    run("nilai", "-", "--terakhir")
    assert [row["row"] for row in rows(capsys.readouterr().out)] == ["2", "4"]


# Without names


@pytest.mark.parametrize("form", ["csv", "json", "jsonl", "tabel", "laporan"])
def test_an_anonymous_result_has_no_names(form: str, capsys: Capture) -> None:
    people = classes(["Ani", "Kelas Mawar"])
    people += ",".join(["Budi", "Kelas Mawar", "Ani", *SAME[1:]]) + "\n"
    Path("salah.csv").write_text(people)
    run("nilai", "salah.csv", "ganda.csv", "--anonim", "--format", form)
    out, err = capsys.readouterr()
    for word in ("Ani", "ani ", "Budi", "Mawar"):
        assert word not in out + err
    assert "orang ke-1 dan ke-3 memakai nama yang sama" in err


def test_an_anonymous_table_has_no_carried_columns(capsys: Capture) -> None:
    run("nilai", "ganda.csv", "ganda.csv", "--anonim")
    out = capsys.readouterr().out
    assert out.startswith("row,respondent,status,")
    assert [row["respondent"] for row in rows(out)] == ["1", "2", "3", "4"] * 2


def test_the_trail_of_an_anonymous_person_is_asked_for_by_number(capsys: Capture) -> None:
    run("nilai", "ganda.csv", "--anonim", "--jelaskan", "2")
    assert "Budi" not in capsys.readouterr().out


# Workbooks


def test_sheets_that_are_not_read_are_named_and_can_be_chosen(capsys: Capture) -> None:
    shutil.copy(CASES / "answers" / "read" / "excel_dua_kelas.xlsx", ".")
    run("nilai", "excel_dua_kelas.xlsx")
    out, err = capsys.readouterr()
    assert [row["Nama"] for row in rows(out)] == ["Ani"]
    assert "lembar lain yang berisi jawaban tidak dibaca: Kelas X-2." in err
    assert "`lembar: NAMA`" in err
    Path("p.yaml").write_text("lembar: Kelas X-2\n")
    run("nilai", "excel_dua_kelas.xlsx", "--pemetaan", "p.yaml")
    out, err = capsys.readouterr()
    assert [row["Nama"] for row in rows(out)] == ["Budi Santoso"]
    assert "lembar" not in err
