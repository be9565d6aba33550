"""The command line speaks only Indonesian, and every end of a run has its exit code."""

from __future__ import annotations

import enum
import io
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import pytest
import typer
from typer.testing import CliRunner

import kelompok_quiz
from kelompok_quiz.cli.complaint import Complaint, quoted, say
from kelompok_quiz.cli.language.indonesian import IndonesianApp
from kelompok_quiz.cli.language.misuse import TYPER_ERROR, complaint_about
from kelompok_quiz.cli.running import ExitCodes, run

ENGLISH = re.compile(
    r"\b(usage|options?|commands?|arguments?|args|error|missing|no such|try|default|required"
    r"|invalid|show|this|message|exit|got|unexpected|extra|value|valid|choose|not|is|an|of"
    r"|does|take|takes|requires|did|you|mean|possible|integer|int|range|text|file|path"
    r"|directory|boolean|float|str|uuid|aborted|traceback|env var|none)\b",
    re.IGNORECASE,
)
POSIX = pytest.mark.skipif(os.name == "nt", reason="signals and pipes of POSIX")


class Form(enum.StrEnum):
    tabel = "tabel"
    csv = "csv"
    laporan = "laporan"


@dataclass(frozen=True)
class Told:
    message: str = "Berkas kelas.csv kosong."
    remedy: str = "Isi berkas itu."
    place: str = "kelas.csv:1"


class Faulty(Exception):
    problems: tuple[Told, ...] = (Told(),)


class FaultyBelow(Faulty):
    problems = (Told(), Told(message="Baris \x1b[2J aneh.", place=""))


CODES: ExitCodes = {Faulty: 65}
APP = IndonesianApp(
    help="Cari tahu apakah sebuah pekerjaan cocok untukmu.",
    epilog="Contoh:\n\n  kuis-karier nilai kelas.csv\n  kuis-karier profesi",
)


def refuse(value: int | None) -> int | None:
    if value == 7:
        sentence = "This is an English sentence."
        raise typer.BadParameter(sentence)
    return value


@APP.callback()
def root(
    *, _version: Annotated[bool, typer.Option("--version", help="Tampilkan versi.")] = False
) -> None:
    """Nothing: the group's own options."""


@APP.command(help="Hitung hasil dari berkas jawaban.\n\nSetiap baris adalah satu orang.")
def nilai(
    files: Annotated[list[Path], typer.Argument(metavar="BERKAS", help="Berkas jawaban.")],
    *,
    form: Annotated[Form, typer.Option("--format", help="Bentuk hasil.")] = Form.tabel,
    people: Annotated[int, typer.Option("--banyak", min=1, max=9, help="Banyak orang.")] = 3,
    share: Annotated[float | None, typer.Option("--bagian", help="Bagian kelas.")] = None,
    profile: Annotated[Path | None, typer.Option("--profil", help="Berkas profil.")] = None,
    strict: Annotated[
        bool,
        typer.Option(
            "--ketat", envvar="KETAT", show_envvar=True, help="Satu baris salah, semua gagal."
        ),
    ] = False,
) -> None:
    typer.echo(f"{[str(each) for each in files]} {form} {people} {share} {profile} {strict}")


@APP.command(help="Tampilkan kartu profesi.")
def profesi(
    seed: Annotated[int, typer.Option("--benih", help="Bilangan awal.")],
    other: Annotated[int | None, typer.Option("--lain", callback=refuse, hidden=True)] = None,
    pair: Annotated[tuple[int, int] | None, typer.Option("--titik", hidden=True)] = None,
) -> None:
    typer.echo(f"{seed} {other} {pair}")


@APP.command(help="Pilih satu bentuk.", hidden=True)
def bentuk(
    form: Annotated[Form, typer.Argument(metavar="BENTUK")],
    word: Annotated[Form, typer.Option("--kata")],
) -> None:
    typer.echo(f"{form} {word}")


@APP.command(hidden=True, help="Akhiri dengan cara yang diminta.")
def akhiri(way: Annotated[str, typer.Argument(metavar="CARA")]) -> None:
    if way in {"65", "putus"}:
        print("baris")  # noqa: T201 - buffered, unlike typer.echo
    ends: dict[str, BaseException] = {
        "65": typer.Exit(65),
        "batal": typer.Abort(),
        "putus": KeyboardInterrupt(),
        "pipa": BrokenPipeError(),
        "penuh": OSError(28, "No space left on device"),
        "buka": OSError(28, "No space left on device", "kelas.csv"),
        "salah": Faulty(),
        "salah-lain": FaultyBelow(),
        "bug": ZeroDivisionError(),
        "asing": typer.BadParameter("An English sentence."),
    }
    raise ends[way]


@APP.command(hidden=True, help="Tunggu sampai dihentikan.")
def tunggu() -> None:
    try:
        print("siap", flush=True)  # noqa: T201
        time.sleep(20)
    finally:
        print("membereskan", flush=True)  # noqa: T201
        sys.stdin.readline()
        print("dibereskan", flush=True)  # noqa: T201


@APP.command(hidden=True, help="Tulis banyak baris.")
def banyak() -> None:
    for number in range(100_000):
        print(number)  # noqa: T201


def told(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """Run a misuse and return what was said, having looked at code and language."""
    assert run(APP, words, CODES) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert not ENGLISH.findall(err)
    return err


def screen(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert run(APP, words, CODES) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def environment() -> dict[str, str]:
    """Ours, with the sources in reach and buffered streams."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    source = str(Path(kelompok_quiz.__file__).parents[1])
    return kept | {"PYTHONPATH": source, "PYTHONIOENCODING": "utf-8"}


def started(*words: str, before: Callable[[], object] | None = None) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-X", "dev", __file__, *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(),
        preexec_fn=before,  # noqa: PLW1509 - one thread
    )


def shell(line: str) -> tuple[int, str]:
    """Run a shell line in which $APP is the toy; return its code and standard error."""
    done = subprocess.run(
        ["bash", "-c", f"APP='{sys.executable} -X dev {__file__}'; {line}"],
        capture_output=True,
        text=True,
        env=environment(),
        check=False,
    )
    return done.returncode, done.stderr


# -- help ------------------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def _eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("KETAT", raising=False)


GROUP_HELP = """\
Pemakaian: kuis-karier [OPSI] PERINTAH [ARGUMEN]…

Cari tahu apakah sebuah pekerjaan cocok untukmu.

Perintah:
  nilai    Hitung hasil dari berkas jawaban.
  profesi  Tampilkan kartu profesi.

Opsi:
  --version   Tampilkan versi.
  -h, --help  Tampilkan bantuan ini.

Contoh:

  kuis-karier nilai kelas.csv
  kuis-karier profesi
"""
COMMAND_HELP = """\
Pemakaian: kuis-karier nilai [OPSI] BERKAS…

Hitung hasil dari berkas jawaban.

Setiap baris adalah satu orang.

Argumen:
  BERKAS…  Berkas jawaban. [wajib]

Opsi:
  --format PILIHAN   Bentuk hasil. [pilihan: tabel, csv, laporan; bawaan: tabel]
  --banyak BILANGAN  Banyak orang. [dari 1 sampai 9; bawaan: 3]
  --bagian ANGKA     Bagian kelas.
  --profil BERKAS    Berkas profil.
  --ketat            Satu baris salah, semua gagal. [variabel: KETAT]
  -h, --help         Tampilkan bantuan ini.
"""
NARROW_HELP = """\
Pemakaian: kuis-karier nilai [OPSI]
    BERKAS…

Hitung hasil dari berkas jawaban.

Setiap baris adalah satu orang.

Argumen:
  BERKAS…
      Berkas jawaban. [wajib]

Opsi:
  --format PILIHAN
      Bentuk hasil. [pilihan: tabel,
      csv, laporan; bawaan: tabel]
  --banyak BILANGAN
      Banyak orang. [dari 1 sampai 9;
      bawaan: 3]
  --bagian ANGKA
      Bagian kelas.
  --profil BERKAS
      Berkas profil.
  --ketat
      Satu baris salah, semua gagal.
      [variabel: KETAT]
  -h, --help
      Tampilkan bantuan ini.
"""


def test_help_of_the_group(capsys: pytest.CaptureFixture[str]) -> None:
    assert screen(capsys, "--help") == GROUP_HELP


def test_help_of_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert screen(capsys, "nilai", "--help") == COMMAND_HELP


def test_short_help_option_is_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    assert screen(capsys, "nilai", "-h") == COMMAND_HELP


def test_help_at_forty_columns(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    assert screen(capsys, "nilai", "-h") == NARROW_HELP


@pytest.mark.parametrize("words", [["-h"], ["nilai", "-h"], ["profesi", "-h"], ["bentuk", "-h"]])
@pytest.mark.parametrize("columns", ["20", "40", "80", "200"])
def test_no_help_screen_has_an_english_word(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    columns: str,
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert not ENGLISH.findall(screen(capsys, *words))


def test_help_survives_an_output_that_knows_only_ascii() -> None:
    code, err = shell("PYTHONIOENCODING=ascii $APP -h | grep -qF 'PERINTAH [ARGUMEN]...'")
    assert (code, err) == (0, "")


# -- misuse ----------------------------------------------------------------------------------

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
        ["--profil", "a", "nilai"],
        "Opsi --profil ditulis di tempat yang salah.",
        "kuis-karier",
        "Tulis opsi ini sesudah nama perintahnya: kuis-karier nilai --profil",
    ),
    "no such command": (
        ["terbang"],
        "Perintah “terbang” tidak ada.",
        "kuis-karier",
        "Pilih salah satu perintah: nilai, profesi.",
    ),
    "near-miss command": (
        ["Nila"],
        "Perintah “Nila” tidak ada.",
        "kuis-karier",
        "Apakah maksudmu nilai? Perintah yang ada: nilai, profesi.",
    ),
    "missing command": (
        [],
        "Nama perintah belum ditulis.",
        "kuis-karier",
        "Pilih salah satu perintah: nilai, profesi.",
    ),
    "missing argument": (
        ["nilai"],
        "BERKAS belum ditulis.",
        "kuis-karier nilai, argumen BERKAS",
        "Lengkapi menjadi: kuis-karier nilai [OPSI] BERKAS…",
    ),
    "missing argument of choices": (
        ["bentuk", "--kata", "csv"],
        "BENTUK belum ditulis.",
        "kuis-karier bentuk, argumen BENTUK",
        "Isi dengan salah satu dari: tabel, csv, laporan.",
    ),
    "missing option": (
        ["profesi"],
        "Opsi --benih wajib diisi.",
        "kuis-karier profesi, opsi --benih",
        "Tambahkan --benih BILANGAN",
    ),
    "missing option of choices": (
        ["bentuk", "csv"],
        "Opsi --kata wajib diisi.",
        "kuis-karier bentuk, opsi --kata",
        "Tambahkan --kata dengan salah satu dari: tabel, csv, laporan.",
    ),
    "option without its value": (
        ["nilai", "a", "--profil"],
        "Opsi --profil belum diberi nilai.",
        "kuis-karier nilai, opsi --profil",
        "Tulis --profil BERKAS",
    ),
    "option without its two values": (
        ["profesi", "--benih", "1", "--titik", "1"],
        "Opsi --titik belum diberi nilai.",
        "kuis-karier profesi, opsi --titik",
        "Tulis --titik NILAI NILAI",
    ),
    "flag with a value": (
        ["nilai", "a", "--ketat=ya"],
        "Opsi --ketat tidak memakai nilai.",
        "kuis-karier nilai, opsi --ketat",
        "Tulis --ketat saja, tanpa tanda = dan isinya.",
    ),
    "extra arguments": (
        ["profesi", "--benih", "1", "a", "b c", "d", "e"],
        "Ada yang berlebih: “a” “b c” “d” …",
        "kuis-karier profesi",
        "Hapus yang berlebih, atau apit nama yang berisi spasi dengan tanda kutip.",
    ),
    "bad choice": (
        ["nilai", "a", "--format", "pdf"],
        "Nilai “pdf” tidak ada dalam pilihan.",
        "kuis-karier nilai, opsi --format",
        "Pilih salah satu dari: tabel, csv, laporan.",
    ),
    "near-miss choice": (
        ["nilai", "a", "--format", "LAPORN"],
        "Nilai “LAPORN” tidak ada dalam pilihan.",
        "kuis-karier nilai, opsi --format",
        "Apakah maksudmu laporan? Pilihannya: tabel, csv, laporan.",
    ),
    "bad bounded integer": (
        ["nilai", "a", "--banyak", "tiga"],
        "Nilai “tiga” bukan bilangan bulat.",
        "kuis-karier nilai, opsi --banyak",
        "Isi dengan bilangan bulat dari 1 sampai 9.",
    ),
    "bad integer": (
        ["profesi", "--benih", "1.5"],
        "Nilai “1.5” bukan bilangan bulat.",
        "kuis-karier profesi, opsi --benih",
        "Isi dengan bilangan bulat, misalnya 10.",
    ),
    "number out of bounds": (
        ["nilai", "a", "--banyak", "12"],
        "Nilai “12” di luar batas.",
        "kuis-karier nilai, opsi --banyak",
        "Isi dengan angka dari 1 sampai 9.",
    ),
    "bad number": (
        ["nilai", "a", "--bagian", "0,5"],
        "Nilai “0,5” bukan angka.",
        "kuis-karier nilai, opsi --bagian",
        "Isi dengan angka, misalnya 2.5 (desimal memakai titik).",
    ),
    "value refused by a callback": (
        ["profesi", "--benih", "1", "--lain", "7"],
        "Nilai “7” tidak bisa dipakai di sini.",
        "kuis-karier profesi, opsi --lain",
        "Lihat nilai yang diterima dengan kuis-karier profesi --help",
    ),
    "error of typer's raised by a command": (
        ["akhiri", "asing"],
        "Perintah ini tidak bisa dijalankan seperti yang ditulis.",
        "kuis-karier akhiri",
        "Lihat cara menulisnya dengan kuis-karier akhiri --help",
    ),
}


class UnknownError(TYPER_ERROR):  # type: ignore[valid-type,misc]
    """What a later typer might raise."""


def test_an_unknown_error_of_typers_gets_a_general_sentence() -> None:
    said = complaint_about(UnknownError("An English sentence."))
    assert said.lines() == (
        "Galat   : Perintah ini tidak bisa dijalankan seperti yang ditulis.\n"
        "Perbaiki: Lihat cara menulisnya dengan --help"
    )


@pytest.mark.parametrize("kind", MISUSES)
def test_a_misuse_is_three_lines(capsys: pytest.CaptureFixture[str], kind: str) -> None:
    words, message, place, remedy = MISUSES[kind]
    assert told(capsys, *words) == f"Galat   : {message}\nDi mana : {place}\nPerbaiki: {remedy}\n"


def test_a_bad_environment_variable_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KETAT", "mungkin")
    assert told(capsys, "nilai", "a") == (
        "Galat   : Nilai “mungkin” bukan ya atau tidak.\n"
        "Di mana : variabel lingkungan KETAT (opsi --ketat)\n"
        "Perbaiki: Isi dengan 1 untuk ya atau 0 untuk tidak.\n"
    )


def test_the_first_bad_value_of_several_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    app = IndonesianApp(help="Jumlahkan.")
    app.command(help="Jumlahkan.")(_sum)
    assert run(app, ["1", "dua", "3", "empat"], CODES) == 2
    assert "Nilai “dua” bukan bilangan bulat." in capsys.readouterr().err


def _sum(numbers: Annotated[list[int], typer.Argument(metavar="ANGKA")]) -> None:
    typer.echo(sum(numbers))


def test_an_argument_without_a_metavar_gets_an_indonesian_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    app = IndonesianApp(help="Sapa.")

    @app.command(help="Sapa.")
    def greet(name: Annotated[str, typer.Argument()]) -> None:
        typer.echo(name)

    assert run(app, ["-h"], CODES) == 0
    assert capsys.readouterr().out.startswith("Pemakaian: kuis-karier [OPSI] TEKS\n")


def test_help_without_arguments_is_a_misuse(capsys: pytest.CaptureFixture[str]) -> None:
    app = IndonesianApp(help="Dua.", no_args_is_help=True)
    app.command("satu", help="Satu.")(lambda: None)
    app.command("dua", help="Dua.")(lambda: None)
    assert run(app, [], CODES) == 2
    assert capsys.readouterr().err.startswith("Pemakaian: kuis-karier [OPSI] PERINTAH")


def test_typed_values_are_literal_and_harmless(capsys: pytest.CaptureFixture[str]) -> None:
    err = told(capsys, "nilai", "a", "--format", "[red]\x1b[31m\u202e\n{nama}")
    assert r"Nilai “[red]\x1b[31m\u202e {nama}” tidak ada" in err
    err = told(capsys, "\x1b]0;x\x07")
    assert r"Perintah “\x1b]0;x\x07” tidak ada." in err
    err = told(capsys, "nilai", "--z\x1b[2J")
    assert r"Opsi --z\x1b[2J tidak dikenal." in err


def test_a_word_that_is_no_unicode_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert r"Perintah “kelas\udcff” tidak ada." in told(capsys, os.fsdecode(b"kelas\xff"))


def test_long_values_lose_their_middle() -> None:
    assert quoted("a" * 50 + "b" * 50) == "“" + "a" * 40 + "…" + "b" * 19 + "”"


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_line_on_standard_error_breaks_between_words_at_a_terminal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    line = "35 orang: 34 dinilai, 0 belum bisa ditentukan, 1 ditolak."
    for stream, expected in (
        (Terminal(), "35 orang: 34 dinilai, 0 belum bisa\nditentukan, 1 ditolak.\n\n  ya\n"),
        (io.StringIO(), f"{line}\n\n  ya\n"),
    ):
        monkeypatch.setattr(sys, "stderr", stream)
        say(f"{line}\n\n  ya")
        assert stream.getvalue() == expected


def test_three_lines_wrap_with_aligned_text_at_forty_columns() -> None:
    complaint = Complaint(
        message="Opsi --profl tidak dikenal.",
        place="kuis-karier nilai",
        remedy="Apakah maksudmu --profil? Lihat semua opsi dengan kuis-karier nilai --help",
    )
    assert complaint.lines(40) == (
        "Galat   : Opsi --profl tidak dikenal.\n"
        "Di mana : kuis-karier nilai\n"
        "Perbaiki: Apakah maksudmu --profil?\n"
        "          Lihat semua opsi dengan\n"
        "          kuis-karier nilai --help"
    )


def test_typer_running_the_app_itself_says_the_same() -> None:
    result = CliRunner().invoke(APP, ["nilai", "--zzz"])
    assert result.exit_code == 2
    assert result.stderr.startswith("Galat   : Opsi --zzz tidak dikenal.")


# -- ends ------------------------------------------------------------------------------------


def test_a_command_that_returns_ends_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(APP, ["nilai", "a.csv", "--format", "csv"], CODES) == 0
    assert capsys.readouterr().out == "['a.csv'] csv 3 None None False\n"


@pytest.mark.parametrize(
    ("way", "code"), [("65", 65), ("batal", 130), ("putus", 130), ("pipa", 141)]
)
def test_quiet_ends(capsys: pytest.CaptureFixture[str], way: str, code: int) -> None:
    assert run(APP, ["akhiri", way], CODES) == code
    assert capsys.readouterr().err == ""


def test_an_error_of_the_users_is_told_with_its_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(APP, ["akhiri", "salah"], CODES) == 65
    assert capsys.readouterr().err == (
        "Galat   : Berkas kelas.csv kosong.\nDi mana : kelas.csv:1\nPerbaiki: Isi berkas itu.\n"
    )


def test_all_problems_are_told_and_the_nearest_class_gives_the_code(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(APP, ["akhiri", "salah-lain"], {**CODES, FaultyBelow: 66}) == 66
    assert run(APP, ["akhiri", "salah-lain"], CODES) == 65
    err = capsys.readouterr().err
    assert "\n\nGalat   : Baris \\x1b[2J aneh.\nPerbaiki: Isi berkas itu.\n" in err


def test_a_full_disk_is_73(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(APP, ["akhiri", "penuh"], CODES) == 73
    assert capsys.readouterr().err.startswith("Galat   : Hasil tidak bisa ditulis seluruhnya.")


@pytest.mark.parametrize(("way", "error"), [("bug", ZeroDivisionError), ("buka", OSError)])
def test_anything_else_is_a_bug_and_goes_through(way: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        run(APP, ["akhiri", way], CODES)


@POSIX
@pytest.mark.parametrize("words", ["banyak", "--help", "nilai a"])
def test_a_closed_pipe_ends_quietly(words: str) -> None:
    code, err = shell(f"$APP {words} | true; exit ${{PIPESTATUS[0]}}")
    assert (code, err) == (141, "")


@POSIX
@pytest.mark.parametrize("words", ["banyak", "--help", "nilai a", "akhiri 65"])
@pytest.mark.parametrize("output", ["/dev/full", "&-"])
def test_an_output_that_takes_nothing_is_73(words: str, output: str) -> None:
    if output == "/dev/full" and not Path(output).exists():
        pytest.skip("no /dev/full")
    code, err = shell(f"$APP {words} >{output}")
    assert code == 73
    assert err.splitlines()[1] == "Di mana : keluaran baku (stdout)"


@POSIX
def test_an_interruption_does_not_complain_about_its_output() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full")
    assert shell("$APP akhiri putus >/dev/full") == (130, "")


@POSIX
@pytest.mark.parametrize("stream", ["2>&-", "2>/dev/full", "<&-"])
def test_other_closed_streams_change_no_code(stream: str) -> None:
    if "full" in stream and not Path("/dev/full").exists():
        pytest.skip("no /dev/full")
    assert shell(f"$APP terbang {stream}")[0] == 2


@POSIX
@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGINT, 130), (signal.SIGTERM, 143), (getattr(signal, "SIGHUP", 1), 129)],
)
def test_a_signal_ends_quietly_after_cleaning_up(number: signal.Signals, code: int) -> None:
    process = started("tunggu")
    assert process.stdout is not None
    assert process.stdout.readline() == "siap\n"
    process.send_signal(number)
    out, err = process.communicate(timeout=10)
    assert (process.returncode, out, err) == (code, "membereskan\ndibereskan\n", "")


@POSIX
def test_a_second_signal_does_not_disturb_the_cleaning_up() -> None:
    process = started("tunggu")
    assert process.stdout is not None
    process.stdout.readline()
    process.send_signal(signal.SIGTERM)
    assert process.stdout.readline() == "membereskan\n"
    process.send_signal(signal.SIGTERM)
    out, err = process.communicate(timeout=10)
    assert (process.returncode, out, err) == (143, "dibereskan\n", "")


@POSIX
def test_a_hang_up_that_is_ignored_stays_ignored() -> None:
    process = started("tunggu", before=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))
    assert process.stdout is not None
    process.stdout.readline()
    process.send_signal(signal.SIGHUP)
    process.terminate()
    process.communicate(timeout=10)
    assert process.returncode == 143


@POSIX
def test_signal_handlers_are_put_back() -> None:
    before = signal.getsignal(signal.SIGTERM)
    run(APP, ["-h"], CODES)
    assert signal.getsignal(signal.SIGTERM) is before


def test_help_loads_no_heavy_library() -> None:
    line = (
        "import sys, kelompok_quiz.cli.language.indonesian as i, kelompok_quiz.cli.running as r\n"
        "app = i.IndonesianApp(help='x'); app.command(help='y')(lambda: None)\n"
        "assert r.run(app, ['--help'], {}) == 0\n"
        "heavy = 'rich questionary prompt_toolkit numpy yaml msgspec pydantic'.split()\n"
        "assert not set(heavy) & set(sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", line],
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


if __name__ == "__main__":
    sys.exit(run(APP, sys.argv[1:], CODES))
