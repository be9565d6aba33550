"""What users and scripts rely on: exit codes, columns, and one result whatever way answers come."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kelompok_quiz.cli.app import entry
from kelompok_quiz.profile import Profile, load

DIGITS = "34224411424422544424334142424411443524441332235242"
SECOND = Path(__file__).parents[1] / "data" / "contoh" / "pendamping_sosial.yaml"


@pytest.fixture(scope="module")
def profile() -> Profile:
    return load().profile


def columns(profile: Profile) -> list[str]:
    return [item.id for item in profile.items]


def results(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, Any]]:
    assert entry(["nilai", *words, "--format", "json", "--quiet"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert isinstance(found, list)
    return found


def shapes(profile: Profile, folder: Path) -> list[Path]:
    ids, texts = columns(profile), [item.text for item in profile.items]
    labels = [profile.responses[int(digit) - 1] for digit in DIGITS]
    record = dict(zip(ids, map(int, DIGITS), strict=True))
    contents = {
        "koma.csv": ",".join(ids) + "\n" + ",".join(DIGITS) + "\n",
        "titik_koma.csv": "\ufeff" + ";".join(ids) + "\r\n" + ";".join(f"{d},0" for d in DIGITS),
        "teks.csv": ";".join(f'"{n}. {text}"' for n, text in enumerate(texts, 1))
        + "\n"
        + ";".join(labels),
        "grup.tsv": "\t".join(f"grup/{i.upper()}" for i in ids) + "\n" + "\t".join(DIGITS),
        "a.jsonl": json.dumps(record) + "\n",
        "a.json": json.dumps([record], indent=1),
        "lembar.json": json.dumps({"answers": record, "respondent": None, "seed": None}),
        "a.yaml": "".join(f"{name}: {value}\n" for name, value in record.items()),
        "angka.txt": DIGITS + "\n",
    }
    for name, content in contents.items():
        (folder / name).write_text(content, encoding="utf-8")
    return [folder / name for name in contents]


def test_the_same_answers_give_the_same_result_in_every_shape(
    profile: Profile, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (expected,) = results(capsys, "--jawaban", DIGITS)
    for path in shapes(profile, tmp_path):
        (found,) = results(capsys, str(path))
        for part in ("status", "verdict", "fit", "scales", "beliefs", "contrasts", "change"):
            assert found[part] == expected[part], (path.name, part)
        assert found["quality"] == expected["quality"], path.name


def test_the_columns_of_a_scored_table_are_those_of_the_contract(
    profile: Profile, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "kelas.csv"
    path.write_text("nama,fit," + ",".join(columns(profile)) + "\n=1+1,x," + ",".join(DIGITS))
    assert entry(["nilai", str(path), "--format", "csv"]) == 0
    captured = capsys.readouterr()
    (row,) = csv.DictReader(io.StringIO(captured.out))
    own = ["row", "respondent", "status", "verdict", "band", "fit", "fit_se", "stability"]
    scales = [scale.id for scale in profile.scales]
    after = [
        "cautions",
        "quality",
        "flags",
        "answered",
        "problems",
        "profile",
        "profile_sha256",
        "scoring",
    ]
    assert list(row) == ["nama", "fit (asal)", *own, *scales, *after]
    assert (row["nama"], row["respondent"], row["fit"]) == ("'=1+1", "'=1+1", "72.22")
    assert captured.err == "1 orang: 1 dinilai, 0 belum bisa ditentukan, 0 ditolak.\n"


def test_every_row_of_the_input_comes_out_in_its_place(
    profile: Profile, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "kelas.csv"
    rows = [",".join(DIGITS), ",".join("6" * 50), ",".join(["-"] * 50), "1,2", "," * 49]
    path.write_text("\n".join([",".join(columns(profile)), *rows]))
    found = results(capsys, str(path))
    assert [r["status"] for r in found] == ["scored", "rejected", "undetermined", "rejected"]
    assert [r["source"]["row"] for r in found] == [1, 2, 3, 4]
    problem = found[1]["problems"][0]
    assert (problem["code"], problem["column"], problem["value"]) == ("answer_invalid", "mt1", "6")
    assert found[1]["answered"] is None
    assert found[1]["quality"]["level"] is None
    assert found[3]["problems"][0]["code"] == "row_width"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--version"], 0),
        (["--help"], 0),
        (["profesi"], 0),
        (["periksa", "--ketat"], 0),
        (["periksa", "--ketat", str(SECOND)], 0),
        (["periksa", "--skema"], 0),
        (["periksa", "--format", "json"], 0),
        (["nilai", "--jawaban", DIGITS, "--format", "laporan"], 0),
        (["nilai", "--jawaban", DIGITS, "--format", "tabel"], 0),
        (["nilai", "--jawaban", DIGITS, "--jelaskan", "1"], 0),
        (["nilai", "--jawaban", DIGITS, "--jelaskan", "2"], 2),
        (["nilai", "--jawaban", DIGITS[:-1] + "9"], 1),
        (["nilai", "--jawaban", DIGITS[:-1]], 2),
        (["nilai", "--format", "pdf"], 2),
        (["nilai", "tidak-ada.csv"], 66),
        (["nilai", "--jawaban", DIGITS, "--keluaran", "tidak/ada/hasil.csv"], 73),
    ],
)
def test_exit_codes_are_those_promised(words: list[str], code: int) -> None:
    assert entry(words) == code


def test_a_broken_profile_is_told_and_ends_with_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "rusak.yaml"
    broken.write_text(SECOND.read_text("utf-8").replace("weight: 2", "wieght: 2"), "utf-8")
    assert entry(["nilai", "--profil", str(broken), "--jawaban", DIGITS]) == 1
    told = capsys.readouterr().err
    assert "Mungkin maksudmu “weight”." in told
    assert f"{broken}:" in told


def test_the_second_instrument_runs_through_every_command(
    capsys: pytest.CaptureFixture[str],
) -> None:
    profile = load(SECOND).profile
    digits = "3" * len(profile.items)
    assert entry(["profesi", "--profil", str(SECOND)]) == 0
    for form in ("laporan", "tabel", "csv", "json", "jsonl"):
        words = ["nilai", "--profil", str(SECOND), "--jawaban", digits, "--format", form]
        assert entry(words) == 0
    assert profile.title in capsys.readouterr().out


def test_the_bare_command_scores_what_is_piped_in(profile: Profile) -> None:
    piped = ",".join(columns(profile)) + "\n" + ",".join(DIGITS) + "\n"
    for given, code in ((piped, 0), ("", 65)):
        done = subprocess.run(
            [sys.executable, "-m", "kelompok_quiz"],
            input=given,
            capture_output=True,
            text=True,
            check=False,
            env=os.environ | {"PYTHONUTF8": "1"},
        )
        assert done.returncode == code, done.stderr
    nothing = subprocess.run(
        [sys.executable, "-m", "kelompok_quiz"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    assert nothing.returncode == 2
