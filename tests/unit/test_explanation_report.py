"""The report about one person: its sections, and what they say beside the verdict."""

from __future__ import annotations

import msgspec
import pytest

from kelompok_quiz.explanation.blocks import (
    Headline,
    Paragraph,
    Section,
)
from kelompok_quiz.explanation.report import result_sections
from kelompok_quiz.result.record import ProblemResult
from support.mini import PROFILE
from support.reports import (
    FAVOURABLE,
    HIGH,
    LOW,
    MIDDLE,
    assessed,
    headline,
    paragraphs,
    person,
    raw,
    report,
    texts,
)


def test_the_verdict_comes_first_and_again_as_the_last_line() -> None:
    sections = list(person(t1=HIGH).values())
    assert headline(sections[0]) == Headline(
        "Cocok",
        "Kecocokan 92 dari 100, kisaran 88 sampai 96. Cara menjawabmu wajar.",
        PROFILE.title,
    )
    assert sections[-1] == Section(
        "conclusion",
        "Hasil: Cocok (kecocokan 92 dari 100)",
        (Paragraph("Yang mendukung, antara lain Mengajak orang. Mulailah dari langkah 1."),),
    )


def test_the_sections_are_in_reading_order() -> None:
    assert list(person(a1=HIGH, a2=MIDDLE)) == [
        *("verdict", "tasks", "direction", "scales", "cautions", "beliefs", "contrasts"),
        *("discussion", "next_steps", "limits", "conclusion"),
    ]


def test_answers_in_doubt_are_not_read() -> None:
    found = report(dict.fromkeys(PROFILE.order, 5))
    assert list(found) == [
        *("verdict", "tasks", "scales", "beliefs", "contrasts"),
        *("next_steps", "limits", "conclusion"),
    ]
    assert texts(found["next_steps"])[0] == (
        "Isi lagi kuis ini dengan santai, lalu bandingkan hasilnya."
    )
    assert texts(found["conclusion"]) == ["Mulailah dari langkah 1."]
    said = " ".join(texts(*found.values()))
    assert "kamu condong" not in said
    assert "peluang" not in said


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
        *(
            "Tidak bisa dinilai",
            "Ada jawaban yang tidak bisa dibaca. Betulkan isinya, lalu nilai lagi.",
            PROFILE.title,
        ),
        *("t1_1", "“6” bukan jawaban."),
    ]
    assert sections[-1].title == "Hasil: Tidak bisa dinilai"


@pytest.mark.parametrize(
    ("answers", "reading"),
    [
        (HIGH, "Jawabanmu condong percaya pada anggapan ini."),
        ((5, 5, 1, 3), "Sebagian jawabanmu sejalan dengan anggapan ini, sebagian tidak."),
        ((3, 3, 3, 4), "Jawabanmu di sekitar tengah; inilah kenyataannya."),
        ((2, 3, 2, 3), "Jawabanmu di sekitar tengah; inilah kenyataannya."),
        ((1, 0, 0, 2), "Jawabanmu belum cukup untuk disimpulkan."),
    ],
)
def test_a_belief_is_beside_the_reality(answers: tuple[int, ...], reading: str) -> None:
    assert texts(person(b1=answers)["beliefs"]) == [
        *("", "Begitu ada buku, anak-anak datang sendiri."),
        *("Anak-anak datang karena diajak dan ditemani.", reading),
    ]


def test_a_belief_that_is_seen_rightly_takes_one_line() -> None:
    assert texts(person(b1=LOW)["beliefs"]) == [
        "Anggapan “Ramai sendiri”: jawabanmu sudah dekat dengan kenyataan."
    ]


@pytest.mark.parametrize(
    ("answers", "leaning"),
    [
        (HIGH, "Kalau harus memilih, kamu condong ke pekerjaan ini (100 ± 8; 50 di tengah)."),
        (MIDDLE, "Jawabanmu di antara keduanya (50 ± 8; 50 di tengah)."),
        (LOW, "Kalau harus memilih, kamu condong ke Pustakawan (0 ± 8; 50 di tengah)."),
        ((0, 0, 0, 4), "Jawabanmu belum cukup untuk membandingkan keduanya."),
    ],
)
def test_the_sibling_job_is_described_before_the_leaning(
    answers: tuple[int, ...], leaning: str
) -> None:
    (contrast,) = PROFILE.contrasts
    assert texts(person(c1=answers)["contrasts"])[:3] == [contrast.this, contrast.that, leaning]


DISLIKES = {"t1": LOW, "t2": LOW, "a1": (4, 4, 5, 4)}


def test_a_leaning_against_the_verdict_is_linked_to_it() -> None:
    assert texts(person(c1=LOW)["contrasts"])[3] == (
        "Hasilmu mendukung pekerjaan ini, tetapi di sini kamu condong ke Pustakawan. "
        "Lihat keduanya sebelum memilih."
    )
    assert texts(person(**DISLIKES, c1=HIGH)["contrasts"])[3] == (
        "Di sini kamu condong ke pekerjaan ini, tetapi bagian lainnya masih menahan."
    )


def test_a_leaning_away_from_a_job_that_does_not_fit_is_no_verdict_on_the_other() -> None:
    assert texts(person(**DISLIKES, c1=LOW)["contrasts"])[3] == (
        "Ini baru pilihan di antara keduanya, belum berarti pekerjaan itu cocok."
    )


def test_a_leaning_with_the_verdict_needs_no_sentence() -> None:
    assert len(paragraphs(person(c1=HIGH)["contrasts"])) == 3


@pytest.mark.parametrize(
    ("scales", "steps"),
    [
        (
            {},
            [
                "Bacakan satu cerita untuk anak tetangga.",
                "Tanyakan hari kerja seorang pemandu taman baca.",
            ],
        ),
        (
            {"a2": MIDDLE},
            [
                "Bacakan satu cerita untuk anak tetangga.",
                "Untuk “Pantang menyerah”: Selesaikan satu tugas kelompok yang tertunda.",
            ],
        ),
        (
            DISLIKES,
            [
                "Cari kegiatan lain yang membuatmu betah.",
                "Kunjungi taman baca terdekat bulan ini.",
            ],
        ),
        (
            DISLIKES | {"t2": (2, 1, 1, 2)},
            [
                "Cari kegiatan lain yang membuatmu betah.",
                "Untuk “Mengajak orang”: Ajak satu teman membaca bersama minggu ini.",
            ],
        ),
        (
            dict.fromkeys(FAVOURABLE, (0, 0, 0, 0)),
            [
                "Isi lagi kuis ini dan jawab lebih banyak, supaya hasilnya bisa ditentukan.",
                "Kunjungi taman baca terdekat bulan ini.",
            ],
        ),
    ],
)
def test_two_steps_follow_from_the_verdict_and_the_weakest_scale(
    scales: dict[str, tuple[int, ...]], steps: list[str]
) -> None:
    assert texts(person(**scales)["next_steps"]) == steps


def test_the_limits_are_those_of_the_profile() -> None:
    assert texts(person()["limits"]) == [PROFILE.disclaimer]
