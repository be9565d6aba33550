"""Strengths, bars, cautions and what can be trained."""

from __future__ import annotations

from pathlib import Path

import msgspec

from kelompok_quiz.explanation.blocks import (
    AnswerList,
    Legend,
    Measures,
)
from kelompok_quiz.explanation.report import result_sections
from support.mini import PROFILE
from support.reports import (
    FAVOURABLE,
    HIGH,
    LOW,
    MIDDLE,
    assessed,
    headline,
    measures,
    notices,
    one_item_scales,
    person,
    raw,
    report,
    texts,
)


def test_the_three_strongest_scales_are_named_with_what_they_let_you_do() -> None:
    found = texts(person(t1=(5, 5, 5, 5), a3=MIDDLE)["strengths"])
    assert found == [
        *("Mengajak orang", "Kamu mudah membuat orang mau datang.", "tinggi"),
        *("Menata kegiatan", "Kegiatanmu berjalan sesuai jadwal.", "tinggi"),
        *("Enggan berbagi", "Kamu ringan berbagi buku dan waktu.", "rendah"),
    ]


def test_without_a_clear_strength_the_nearest_scale_is_named() -> None:
    found = person(**dict.fromkeys(FAVOURABLE, MIDDLE) | {"t2": (3, 3, 3, 4)})
    assert texts(found["strengths"]) == [
        "Belum ada skala yang menonjol hari ini. Yang paling mendukung: Menata kegiatan."
    ]


def test_the_weakest_scales_come_with_a_step_that_trains_them() -> None:
    found = texts(person(t1=LOW, a1=HIGH)["growth"])
    assert found == [
        *("Enggan berbagi", "Pinjamkan satu buku kepada adik kelas.", "tinggi"),
        *("Mengajak orang", "Ajak satu teman membaca bersama minggu ini.", "rendah"),
    ]


def test_without_a_weak_scale_the_least_supporting_middle_one_is_trained() -> None:
    assert texts(person(a2=MIDDLE)["growth"])[::2] == ["Cepat menyerah", "sedang"]


def test_the_legend_of_the_bars_comes_before_them() -> None:
    blocks = person()["scales"].blocks
    assert [type(block) for block in blocks[:3]] == [Legend, Measures, Measures]
    assert blocks[0] == Legend("skormu", "kisaran ±")


def test_a_watch_lowers_nothing_and_says_why() -> None:
    found = person(a1=(4, 4, 4, 4))
    assert headline(found["verdict"]).label == "Cocok"
    assert notices(found["verdict"]) == []
    assert "change" in found
    assert texts(found["cautions"])[1] == (
        "Skornya 75, kisaran 69 sampai 81. "
        "Sebagian kisaran itu masih di bawah batas 70, jadi hasilmu tidak diturunkan."
    )


def test_the_range_of_a_caution_stays_on_the_side_that_its_level_says() -> None:
    sheet = raw(PROFILE, a1=(4, 4, 4, 4))
    result = assessed(sheet)
    scale = msgspec.structs.replace(result.scales["anti_a"], se=5.4)
    result = msgspec.structs.replace(result, scales=result.scales | {"anti_a": scale})
    (cautions,) = (s for s in result_sections(PROFILE, result, sheet) if s.id == "cautions")
    assert texts(cautions)[1].startswith("Skornya 75, kisaran 69 sampai 80. ")


def test_a_caution_shows_the_answers_behind_it() -> None:
    (answers,) = (b for b in person(a1=HIGH)["cautions"].blocks if isinstance(b, AnswerList))
    assert answers.rows == (
        ("Aku menyimpan buku bagus untuk diriku sendiri.", "Sangat setuju"),
        ("Aku keberatan saat teman meminjam barangku.", "Sangat setuju"),
        ("Aku senang meminjamkan buku kepada adik kelas.", "Sangat tidak setuju"),
        ("Aku rela membagi waktu luang untuk teman.", "Sangat tidak setuju"),
    )


def test_scales_of_one_item_have_no_error_and_a_high_one_is_only_watched(tmp_path: Path) -> None:
    key, sheet = one_item_scales(tmp_path)
    found = report(sheet, key)
    assert texts(found["cautions"])[1] == (
        "Skornya 100, sudah mencapai batas 70. Hasilmu tidak diturunkan."
    )
    assert measures(found["scales"])
    assert all(measure.error is None for measure in measures(found["scales"]))
    assert not any("isaran" in text for text in texts(found["scales"]))
