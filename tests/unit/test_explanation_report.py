"""The report about one person: its sections, and what they say beside the verdict."""

from __future__ import annotations

import msgspec
import pytest

from kelompok_quiz.explanation.blocks import (
    Headline,
)
from kelompok_quiz.explanation.report import result_sections
from kelompok_quiz.result.record import ProblemResult
from support.mini import KEY, PROFILE
from support.reports import (
    HIGH,
    LOW,
    MIDDLE,
    assessed,
    headline,
    person,
    raw,
    texts,
)


def test_the_verdict_comes_first_and_again_as_the_last_line() -> None:
    sections = list(person().values())
    assert headline(sections[0]) == Headline(
        "Cocok", "Kecocokan 91 dari 100, kisaran 88 sampai 94.", PROFILE.title
    )
    assert headline(sections[-1]).label == "Hasil: Cocok (kecocokan 91 dari 100)"
    assert sections[-1].id == "conclusion"


def test_the_sections_are_in_reading_order() -> None:
    assert list(person(a1=HIGH, a2=MIDDLE)) == [
        *("verdict", "strengths", "scales", "cautions", "growth"),
        *("beliefs", "contrasts", "quality", "next_steps", "limits", "conclusion"),
    ]
    assert list(person()) == [
        *("verdict", "strengths", "scales", "change"),
        *("beliefs", "contrasts", "quality", "next_steps", "limits", "conclusion"),
    ]


def test_a_rejected_person_reads_the_reasons_and_nothing_else() -> None:
    result = msgspec.structs.replace(
        assessed(raw(PROFILE)),
        status="rejected",
        verdict=None,
        band=None,
        fit=None,
        problems=(ProblemResult("answer_invalid", "t1_1", "6", "“6” bukan jawaban."),),
    )
    sections = result_sections(PROFILE, result, {})
    assert [section.id for section in sections] == ["verdict", "conclusion"]
    assert texts(*sections) == [
        *("Tidak bisa dinilai", "Ada jawaban yang tidak bisa dibaca.", PROFILE.title),
        *("t1_1", "“6” bukan jawaban.", "", "Hasil: Tidak bisa dinilai", "", ""),
    ]


@pytest.mark.parametrize(
    ("answers", "reading"),
    [
        (HIGH, "Masih cenderung percaya anggapan ini, 100 dari 100."),
        (MIDDLE, "Masih setengah percaya anggapan ini, 50 dari 100."),
        (LOW, "Sudah dekat dengan kenyataannya; percaya anggapan ini 0 dari 100."),
        ((1, 0, 0, 2), "Belum cukup banyak menjawab untuk dibaca."),
    ],
)
def test_a_belief_is_beside_the_reality(answers: tuple[int, ...], reading: str) -> None:
    assert texts(person(b1=answers)["beliefs"])[1:] == [
        *("Ramai sendiri", "Begitu ada buku, anak-anak datang sendiri."),
        *("Anak-anak datang karena diajak dan ditemani.", reading),
    ]


@pytest.mark.parametrize(
    ("answers", "leaning"),
    [
        (HIGH, "Jawabanmu lebih condong ke Pemandu Taman Baca: 100 dari 100."),
        (
            MIDDLE,
            "Jawabanmu berimbang di antara keduanya: 50 dari 100 untuk Pemandu Taman Baca.",
        ),
        (LOW, "Jawabanmu lebih condong ke Pustakawan: hanya 0 dari 100 untuk Pemandu Taman Baca."),
    ],
)
def test_the_sibling_job_is_compared(answers: tuple[int, ...], leaning: str) -> None:
    assert texts(person(c1=answers)["contrasts"])[0] == leaning


def test_the_limits_name_the_instrument_and_its_version() -> None:
    found = texts(person()["limits"])
    assert found[0] == PROFILE.disclaimer
    sha256 = KEY.instrument.sha256[:12]
    assert found[-1] == f"Profil pemandu versi 1.0.0, penilaian versi 1, sidik {sha256}."
