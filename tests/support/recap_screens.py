"""Classes whose recaps are screens: plain pseudo-random people, the same on every machine."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from kelompok_quiz.profile.loading import load, shipped_profile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kelompok_quiz.profile.model import Profile


def classroom(
    profile: Profile, people: int, classes: Sequence[str] = ("XI-1",), careless: Sequence[int] = ()
) -> str:
    """A class as CSV; the careless, by number from 0, give the middle answer to everything."""
    dice = random.Random(2024)  # noqa: S311 - people, not secrets
    lines = [["nama", "kelas", *profile.order]]
    for person in range(people):
        level = dice.gauss(0.4, 0.8)
        answers = [
            min(max(round(3 + (level if agrees else -level) + dice.gauss(0, 1)), 1), 5)
            for agrees in profile.ideal
        ]
        if person in careless:
            answers = [3] * len(answers)
        lines.append([f"Siswa {person}", classes[person % len(classes)], *map(str, answers)])
    return "".join(",".join(line) + "\n" for line in lines)


def recap_screens() -> dict[str, tuple[list[str], dict[str, str]]]:
    """Every screen of a recap by its name: the command line and its files."""
    profile = load(shipped_profile()).profile
    class_ = classroom(profile, 35, careless=(3, 11))
    broken = class_.replace(class_.splitlines()[5], class_.splitlines()[5][:-1] + "9")
    several = classroom(profile, 150, ["XI-1", "XI-2", "XI-10", "xi-2", "XI-1", "XI-10"], (8, 9))
    several += classroom(profile, 3, ["[bold]XI-9[/]"]).split("\n", 1)[1]
    return {
        "rekap_kelas": (["rekap", "kelas.csv"], {"kelas.csv": broken}),
        "rekap_sekolah": (
            ["rekap", "sekolah.csv", "--per", "kelas", "--quiet"],
            {"sekolah.csv": several},
        ),
        "rekap_kelas_kecil": (
            ["rekap", "sekolah.csv", "--per", "kelas", "--quiet"],
            {"sekolah.csv": classroom(profile, 66, ["XI-1", "XI-2", "XI-3"])},
        ),
        "rekap_bertiga": (
            ["rekap", "bertiga.csv", "--per", "nama"],
            {"bertiga.csv": classroom(profile, 3)},
        ),
        "rekap_kolom_lain": (
            ["rekap", "kelas.csv", "--per", "klas"],
            {"kelas.csv": class_},
        ),
    }
