"""Help and misuse in Indonesian; whole help screens are among `screens/bantuan_*.txt`."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from types import SimpleNamespace
from typing import Any

import pytest
import typer

from kelompok_quiz.cli.app import app, entry
from kelompok_quiz.cli.language.misuse import USAGE_ERROR, in_indonesian
from kelompok_quiz.problems import UsageError

ENGLISH = re.compile(
    r"\b(usage|options?|commands?|arguments?|args|error|missing|no such|try|default|required"
    r"|invalid|show|this|message|exit|got|unexpected|extra|value|valid|choose|not|is|an|of"
    r"|does|take|takes|requires|did|you|mean|possible|integer|int|range|text|file|path"
    r"|directory|boolean|float|str|uuid|aborted|traceback|env var|none)\b",
    re.IGNORECASE,
)
COMMANDS = [str(command.name) for command in app.registered_commands]
RESULT_FORMATS = "tabel, csv, jsonl, json, xlsx, laporan"
Screen = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def misused(capsys: Screen, *words: str) -> str:
    """Run a misuse and return what is on standard error, in Indonesian alone."""
    assert entry(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert not ENGLISH.findall(err)
    return err


# Help


@pytest.mark.parametrize("command", COMMANDS)
def test_short_help_option_is_the_same(capsys: Screen, command: str) -> None:
    assert entry([command, "-h"]) == 0
    short = capsys.readouterr()
    assert entry([command, "--help"]) == 0
    assert capsys.readouterr() == short


@pytest.mark.parametrize("words", [[], *([command] for command in COMMANDS)])
@pytest.mark.parametrize("columns", ["20", "40", "80", "200"])
def test_no_help_screen_has_an_english_word(
    capsys: Screen, monkeypatch: pytest.MonkeyPatch, words: list[str], columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert entry([*words, "-h"]) == 0
    out, err = capsys.readouterr()
    assert not ENGLISH.findall(out)
    assert err == ""


def test_help_survives_an_output_that_knows_only_ascii() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "dev", "-m", "kelompok_quiz", "nilai", "-h"],
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"Pemakaian: kuis-karier nilai [OPSI] [BERKAS]...\n" in done.stdout


@pytest.mark.parametrize("word", ["help", "bantuan", "HELP"])
@pytest.mark.parametrize("command", [[], ["nilai"]], ids=["program", "command"])
def test_help_in_the_place_of_a_command_is_understood(
    capsys: Screen, word: str, command: list[str]
) -> None:
    assert entry([word, *command]) == 0
    shown = capsys.readouterr()
    assert entry([*command, "--help"]) == 0
    assert capsys.readouterr() == shown


MEANT = {
    "resuming": (["mulai", "lanjut"], "“lanjut” tidak perlu", "mulai"),
    "resuming with an option": (
        ["mulai", "Lanjutkan", "--sesi", "sesi saya.json"],
        "“Lanjutkan” tidak perlu",
        'mulai --sesi "sesi saya.json"',
    ),
    "resuming as a command": (["lanjut", "--sesi", "a.json"], "tidak perlu", "mulai --sesi a.json"),
    "a flag without dashes": (["mulai", "baru"], "“baru” tidak dikenal", "mulai --baru"),
    "help behind the command": (["mulai", "help"], "“help” tidak dikenal", "mulai --help"),
}


@pytest.mark.parametrize(("words", "wrong", "command"), MEANT.values(), ids=list(MEANT))
def test_what_misses_the_syntax_is_answered_with_the_command_that_was_meant(
    capsys: Screen, monkeypatch: pytest.MonkeyPatch, words: list[str], wrong: str, command: str
) -> None:
    monkeypatch.setattr(sys, "argv", [".venv/bin/kuis-karier", *words])
    told = misused(capsys, *words)
    assert wrong in told
    assert told.endswith(f"\n  .venv/bin/kuis-karier {command}\n")


def test_the_way_to_the_help_works_as_typed(
    capsys: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["bin/kuis-karier", "nilai", "--zzz"])
    assert "bin/kuis-karier nilai --help" in misused(capsys, "nilai", "--zzz")


# Misuse

MISUSES = {
    "no such option": (
        ["nilai", "--zzz"],
        "Opsi --zzz tidak dikenal.",
        "kuis-karier nilai",
        "Lihat semua opsi dengan kuis-karier nilai --help",
    ),
    "near-miss option": (
        ["nilai", "--Profl=a"],
        "Opsi --Profl tidak dikenal.",
        "kuis-karier nilai",
        "Apakah maksudmu --profil? Lihat semua opsi dengan kuis-karier nilai --help",
    ),
    "long option with one dash": (
        ["nilai", "-profil", "a"],
        "Opsi -profil tidak dikenal.",
        "kuis-karier nilai",
        "Apakah maksudmu --profil? Lihat semua opsi dengan kuis-karier nilai --help",
    ),
    "option before its command": (
        ["--ketat", "nilai"],
        "Opsi --ketat ditulis di tempat yang salah.",
        "kuis-karier",
        "Tulis opsi ini sesudah nama perintahnya: kuis-karier nilai --ketat",
    ),
    "no such command": (
        ["terbang"],
        "Perintah “terbang” tidak ada.",
        "kuis-karier",
        "Pilih salah satu perintah: mulai, nilai, rekap, profesi, periksa.",
    ),
    "near-miss command": (
        ["Nila"],
        "Perintah “Nila” tidak ada.",
        "kuis-karier",
        "Apakah maksudmu nilai? Perintah yang ada: mulai, nilai, rekap, profesi, periksa.",
    ),
    "option without its value": (
        ["nilai", "a", "--profil"],
        "Opsi --profil belum diberi nilai.",
        "kuis-karier nilai, opsi --profil",
        "Tulis --profil BERKAS",
    ),
    "option without its choice": (
        ["nilai", "a", "--format"],
        "Opsi --format belum diberi nilai.",
        "kuis-karier nilai, opsi --format",
        "Tulis --format PILIHAN",
    ),
    "flag with a value": (
        ["nilai", "a", "--ketat=ya"],
        "Opsi --ketat tidak memakai nilai.",
        "kuis-karier nilai, opsi --ketat",
        "Tulis --ketat saja, tanpa tanda = dan isinya.",
    ),
    "extra arguments": (
        ["profesi", "a", "b c", "d", "e"],
        "Ada yang berlebih: “a” “b c” “d” …",
        "kuis-karier profesi",
        "Hapus yang berlebih, atau apit nama yang berisi spasi dengan tanda kutip.",
    ),
    "bad choice": (
        ["nilai", "a", "--format", "pdf"],
        "Nilai “pdf” tidak ada dalam pilihan.",
        "kuis-karier nilai, opsi --format",
        f"Pilih salah satu dari: {RESULT_FORMATS}.",
    ),
    "near-miss choice": (
        ["nilai", "a", "--format", "LAPORN"],
        "Nilai “LAPORN” tidak ada dalam pilihan.",
        "kuis-karier nilai, opsi --format",
        f"Apakah maksudmu laporan? Pilihannya: {RESULT_FORMATS}.",
    ),
    "bad choice before a command": (
        ["--pasang-pelengkapan", "zhs"],
        "Nilai “zhs” tidak ada dalam pilihan.",
        "kuis-karier, opsi --pasang-pelengkapan",
        "Pilih salah satu dari: bash, zsh, fish, powershell.",
    ),
}


@pytest.mark.parametrize("kind", MISUSES)
def test_a_misuse_is_three_lines(capsys: Screen, kind: str) -> None:
    words, message, place, remedy = MISUSES[kind]
    assert misused(capsys, *words) == (
        f"Galat   : {message}\nDi mana : {place}\nPerbaiki: {remedy}\n"
    )


class UnknownError(USAGE_ERROR):  # type: ignore[valid-type,misc]
    """What a later typer might raise."""


@pytest.mark.parametrize("error", [UnknownError, typer.BadParameter])
def test_an_unknown_error_of_typers_gets_a_general_sentence(error: type[Exception]) -> None:
    command = SimpleNamespace(get_params=lambda _: [])
    context: Any = SimpleNamespace(command=command, command_path="kuis-karier nilai")
    with pytest.raises(UsageError) as caught, in_indonesian(context, []):
        raise error("An English sentence.")  # noqa: EM101, TRY003 - as typer does
    (problem,) = caught.value.problems
    assert problem.message == "Perintah ini tidak bisa dijalankan seperti yang ditulis."
    assert problem.remedy == "Lihat cara menulisnya dengan kuis-karier nilai --help"


def test_typed_values_are_literal_and_harmless(capsys: Screen) -> None:
    err = misused(capsys, "nilai", "a", "--format", "[red]\x1b[31m\u202e\n{nama}")
    assert r"Nilai “[red]\x1b[31m\u202e {nama}” tidak ada" in err
    err = misused(capsys, "\x1b]0;x\x07")
    assert r"Perintah “\x1b]0;x\x07” tidak ada." in err
    err = misused(capsys, "nilai", "--z\x1b[2J")
    assert r"Opsi --z\x1b[2J tidak dikenal." in err


def test_a_word_that_is_no_unicode_is_repeated(capsys: Screen) -> None:
    assert r"Perintah “kelas\udcff” tidak ada." in misused(capsys, os.fsdecode(b"kelas\xff"))


def test_long_values_lose_their_middle(capsys: Screen) -> None:
    err = misused(capsys, "a" * 50 + "b" * 50)
    assert "Perintah “" + "a" * 40 + "…" + "b" * 19 + "” tidak ada." in err
