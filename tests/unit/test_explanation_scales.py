"""What supports and what holds back, the bars, and the cautions."""

from __future__ import annotations

import msgspec

from kelompok_quiz.explanation.blocks import Legend, Measures, Remark
from kelompok_quiz.explanation.report import result_sections
from kelompok_quiz.explanation.scales import measure_section
from kelompok_quiz.words import result as sentences
from support.mini import PROFILE
from support.reports import (
    FAVOURABLE,
    HIGH,
    LOW,
    MIDDLE,
    assessed,
    headline,
    notices,
    person,
    raw,
    texts,
)

NEUTRAL = dict.fromkeys(FAVOURABLE, MIDDLE)


def test_the_clearest_strengths_are_explained_and_the_others_named() -> None:
    found = texts(person(t1=HIGH, a3=MIDDLE)["direction"])
    assert found == [
        *("Mengajak orang", "Kamu mudah membuat orang mau datang."),
        *("Menata kegiatan", "Kegiatanmu berjalan sesuai jadwal."),
        (
            "Mendukung juga: Ringan berbagi dan Pantang menyerah. "
            "Tidak ada skala yang jelas menahan."
        ),
    ]


def test_of_strengths_that_tie_all_are_explained_or_none() -> None:
    equal = {"t1": HIGH, "t2": HIGH, "a1": LOW}
    assert texts(person(**NEUTRAL | equal)["direction"]) == [
        (
            "Mendukung: Mengajak orang, Menata kegiatan, dan Ringan berbagi. "
            "Tidak ada skala yang jelas menahan."
        )
    ]


def test_a_strength_that_is_only_just_beyond_its_error_is_named_and_not_explained() -> None:
    found = person(**NEUTRAL | {"t2": (3, 4, 4, 3)})
    assert texts(found["direction"]) == [
        "Agak mendukung: Menata kegiatan. Tidak ada skala yang jelas menahan."
    ]


def test_where_every_scale_is_on_one_side_none_is_listed() -> None:
    helped = dict.fromkeys(("t1", "t2"), HIGH) | dict.fromkeys(("a1", "a2", "a3"), LOW)
    assert texts(person(**helped)["direction"]) == ["Semua skala mendukung."]
    held = dict.fromkeys(("t1", "t2"), LOW) | dict.fromkeys(("a1", "a2", "a3"), HIGH)
    assert texts(person(**held)["direction"]) == ["Di kuis ini belum ada skala yang mendukung."]


def test_unscored_scales_are_on_no_side() -> None:
    found = person(t1=HIGH, t2=HIGH, a1=LOW, a2=(0, 0, 0, 0), a3=(0, 0, 0, 0))
    assert texts(found["direction"]) == [
        "Mendukung: Mengajak orang, Menata kegiatan, dan Ringan berbagi."
    ]


def test_what_holds_back_is_named_by_its_good_end_weakest_first() -> None:
    found = texts(person(**NEUTRAL | {"t1": (2, 2, 1, 1), "a1": HIGH})["direction"])
    assert found == ["Menahan, karena masih rendah: Ringan berbagi dan Mengajak orang."]


def test_a_scale_within_its_error_of_the_middle_speaks_for_no_side() -> None:
    found = person(**NEUTRAL | {"t2": (3, 3, 3, 4), "a1": (3, 3, 3, 2)})
    assert texts(found["direction"]) == ["Belum ada skala yang jelas mendukung atau menahan."]


def test_bars_have_a_legend_and_those_where_low_is_good_are_drawn_so() -> None:
    legend, traits, anti_traits, opposites, rule = person()["scales"].blocks
    assert legend == Legend("skormu", "kisaran: dua dari tiga kali, skor sebenarnya ada di sini")
    assert isinstance(traits, Measures)
    assert isinstance(anti_traits, Measures)
    assert (traits.low_is_good, anti_traits.low_is_good) == (False, True)
    assert opposites == Remark("Lawannya: Ringan berbagi, Pantang menyerah, dan Peka pada warga.")
    assert rule == Remark(PROFILE.clauses["K4"])


def test_without_named_good_ends_none_is_listed_below_the_bars() -> None:
    bare = tuple(msgspec.structs.replace(each, opposite=None) for each in PROFILE.anti_traits)
    profile = msgspec.structs.replace(PROFILE, anti_traits=bare)
    (*_, before, rule) = measure_section(profile, assessed(raw(PROFILE))).blocks
    assert isinstance(before, Measures)
    assert rule == Remark(PROFILE.clauses["K4"])


def test_a_watch_lowers_nothing_and_says_why() -> None:
    found = person(a1=(4, 4, 4, 4))
    assert headline(found["verdict"]).label == "Cocok"
    assert notices(found["verdict"]) == []
    assert texts(found["cautions"]) == [
        "Enggan berbagi",
        (
            "Skornya 75, kisaran 68 sampai 83. "
            "Sebagian kisaran itu masih di bawah 70, jadi hasilmu tidak diturunkan."
        ),
        sentences.OWN_BOUND.format(bound=70),
    ]


def test_the_range_of_a_caution_stays_on_the_side_that_its_level_says() -> None:
    sheet = raw(PROFILE, a1=(4, 4, 4, 4))
    result = assessed(sheet)
    scale = msgspec.structs.replace(result.scales["anti_a"], se=5.4)
    result = msgspec.structs.replace(result, scales=result.scales | {"anti_a": scale})
    (cautions,) = (s for s in result_sections(PROFILE, result, sheet) if s.id == "cautions")
    assert texts(cautions)[1].startswith("Skornya 75, kisaran 69 sampai 80. ")
