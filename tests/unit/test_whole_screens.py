"""Whole screens as people see them, compared with `screens/*.txt`.

`REFRESH_SCREENS=1 pytest tests/unit/test_screens.py` writes them anew, but never in CI; read the
difference before it is committed.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from kelompok_quiz.cli.app import app, entry
from kelompok_quiz.profile.loading import load, shipped_profile
from kelompok_quiz.profile.model import Profile
from support.golden import QUIZ, SCREENS, compare
from support.mini import MINI_FILE, PROFILE
from support.recap_screens import recap_screens

ROOT = Path(__file__).parents[2]
BROKEN = ROOT / "tests" / "cases" / "profile" / "invalid" / "everything_at_once.yaml"
WEAK = ROOT / "tests" / "cases" / "profile" / "valid" / "weak_order_same_side.yaml"
WIDTHS = [80, 40]
DIGITS = "34224411424422544424334142424411443524441332235242"
"""The answers that the README shows the verdict of."""

Screen = pytest.CaptureFixture[str]
Shown = tuple[list[str], dict[str, str]]
"""The words of a command line, and the files it reads, by name."""


def sheet(profile: Profile, favourable: int, **scales: int) -> dict[str, int]:
    """Raw answers: `favourable` out of the points everywhere, or a scale's own keyed answer."""
    answers = {}
    for scale in profile.scales:
        against = scale in (*profile.anti_traits, *profile.beliefs)
        usual = profile.points + 1 - favourable if against else favourable
        keyed = scales.get(scale.id, usual)
        for item in scale.items:
            answers[item.id] = profile.points + 1 - keyed if item.reverse else keyed
    return answers


def uneven(answers: dict[str, int]) -> dict[str, int]:
    """The same with every third answer a step nearer to the middle."""
    return {
        item_id: answer + (answer < 3) - (answer > 3) if index % 3 == 0 else answer
        for index, (item_id, answer) in enumerate(answers.items())
    }


def digits(profile: Profile, answers: dict[str, int]) -> str:
    return "".join(str(answers.get(item_id) or "-") for item_id in profile.order)


def people(profile: Profile) -> str:
    """A class: names of every length and script, and a person of every status."""
    fit, none = sheet(profile, 5), dict.fromkeys(profile.order, 0)
    rows: list[tuple[str, dict[str, int]]] = [
        ("Ani", uneven(fit)),
        ("Budi Santoso Wijayakusumaningrat Hadisubroto", sheet(profile, 3)),
        ("陳美玲", sheet(profile, 1)),
        ("[bold]Cici[/] \x1b[31m\u202e", uneven(fit | sheet(profile, 5, anti_a=5))),
        ("Dedi", none),
        ("Eka", fit | {profile.order[0]: 6}),
        ("", sheet(profile, 4)),
    ]
    lines = [["nama", *profile.order]]
    lines += [[name, *(str(answers[i] or "") for i in profile.order)] for name, answers in rows]
    return "".join(",".join(line) + "\n" for line in lines)


def screens() -> dict[str, Shown]:
    """Every screen by its name."""
    mini, shipped = PROFILE, load(shipped_profile()).profile
    own = ["--profil", str(MINI_FILE), "--format", "laporan", "--quiet"]
    fit = uneven(sheet(mini, 5))
    capped = fit | {i: a for i, a in sheet(mini, 5, anti_a=5).items() if i.startswith("a1")}
    all_high = {i: a for i, a in sheet(mini, 1).items() if i[0] == "a"} | fit
    half = {i: a for i, a in fit.items() if i[0] in "tb"}
    wrong = "nama,{}\n=Ani,{},0,[bold]x[/]\n".format(
        ",".join(mini.order), ",".join("4" * (len(mini.order) - 2))
    )
    found: dict[str, Shown] = {
        "laporan_cocok": (["nilai", "--jawaban", digits(mini, fit), *own], {}),
        "laporan_diturunkan": (["nilai", "--jawaban", digits(mini, capped), *own], {}),
        "laporan_semua_penghambat": (
            ["nilai", "--jawaban", digits(mini, all_high | sheet(mini, 1)), *own],
            {},
        ),
        "laporan_belum_tentu": (["nilai", "--jawaban", digits(mini, half), *own], {}),
        "laporan_mutu_rendah": (["nilai", "--jawaban", "4" * len(mini.order), *own], {}),
        "laporan_ditolak": (["nilai", "kelas.csv", *own], {"kelas.csv": wrong}),
        "laporan_konsultan": (
            [
                *("nilai", "--format", "laporan", "--quiet", "--jawaban"),
                digits(shipped, uneven(sheet(shipped, 4))),
            ],
            {},
        ),
        "laporan_acuan": (["nilai", "--format", "laporan", "--quiet", "--jawaban", DIGITS], {}),
        "jejak": (["nilai", "--jawaban", digits(mini, fit), *own[:2], "--jelaskan", "1"], {}),
        "kelas": (
            ["nilai", "kelas.csv", *own[:2], "--format", "tabel"],
            {"kelas.csv": people(mini)},
        ),
        "profesi": (["profesi"], {}),
        "profesi_mini": (["profesi", "--profil", str(MINI_FILE)], {}),
        "periksa_kesalahan": (["periksa", "profil.yaml"], {"profil.yaml": BROKEN.read_text()}),
        "periksa_peringatan": (["periksa", "profil.yaml"], {"profil.yaml": WEAK.read_text()}),
        "periksa_butir": (["periksa", "--butir", "--profil", str(MINI_FILE)], {}),
        "bantuan": (["--help"], {}),
    }
    found |= recap_screens()
    for command in app.registered_commands:
        found[f"bantuan_{command.name}"] = ([str(command.name), "--help"], {})
    return found


SHOWN = screens()
SPOKEN = [
    *("laporan_acuan", "laporan_diturunkan", "laporan_mutu_rendah", "kelas", "profesi", "jejak"),
    *("periksa_butir", "rekap_kelas", "rekap_sekolah"),
]
"""Screens that are shown as lines too, for screen readers."""
TYPED = [
    *("laporan_acuan", "kelas", "profesi", "jejak", "periksa_peringatan"),
    *("rekap_kelas", "rekap_sekolah"),
]
"""Screens that are shown in ASCII signs too."""


def show(
    words: list[str], files: dict[str, str], width: int, folder: Path, patch: pytest.MonkeyPatch
) -> None:
    for name, content in files.items():
        (folder / name).write_text(content, "utf-8")
    patch.chdir(folder)
    patch.setenv("COLUMNS", str(width))
    entry(words)


class Teletype(io.TextIOWrapper):
    """Standard output that is a terminal, of an encoding."""

    def __init__(self, encoding: str) -> None:
        super().__init__(io.BytesIO(), encoding=encoding, errors="replace")

    def isatty(self) -> bool:
        return True

    def shown(self) -> list[str]:
        self.seek(0)
        return [line.rstrip() for line in self.read().splitlines()]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", SHOWN)
def test_a_screen_is_as_it_was_read_and_approved(
    name: str, width: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Screen
) -> None:
    show(*SHOWN[name], width, tmp_path, monkeypatch)
    stdout, stderr = capsys.readouterr()
    lines = [line.rstrip() for line in (stdout + stderr).splitlines()]
    compare(lines, f"{name}_{width}")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", SPOKEN)
def test_a_screen_is_read_aloud_as_it_was_approved(
    name: str, width: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = Teletype("utf-8")
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setenv("ACCESSIBLE", "1")
    show(*SHOWN[name], width, tmp_path, monkeypatch)
    assert "\x1b" not in "".join(screen.shown())
    compare(screen.shown(), f"{name}_lisan_{width}")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", TYPED)
def test_a_screen_of_plain_signs_is_as_it_was_approved(
    name: str, width: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = Teletype("ascii")
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setenv("NO_COLOR", "1")
    show(*SHOWN[name], width, tmp_path, monkeypatch)
    compare(screen.shown(), f"{name}_ascii_{width}")


def test_every_stored_screen_is_still_shown() -> None:
    names = [*SHOWN, *(f"{name}_lisan" for name in SPOKEN), *(f"{name}_ascii" for name in TYPED)]
    assert {path.name for path in SCREENS.iterdir() if not path.name.startswith(QUIZ)} == {
        f"{name}_{width}.txt" for name in names for width in WIDTHS
    }
