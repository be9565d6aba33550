"""What a person is told about a result, and whether it is exactly why."""

from __future__ import annotations

import ast
import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from pathlib import Path
from string import Formatter
from typing import Any

import msgspec
import pytest

from kelompok_quiz.answers import batch_of_one
from kelompok_quiz.explanation.blocks import (
    Answers,
    Band,
    Headline,
    Legend,
    Measure,
    Measures,
    Notice,
    Paragraph,
    Section,
    Standing,
)
from kelompok_quiz.explanation.job_card import job_card_sections
from kelompok_quiz.explanation.numbers import decimal, join, percent, shown_fit, shown_score
from kelompok_quiz.explanation.report import result_sections
from kelompok_quiz.explanation.trail import trail_sections
from kelompok_quiz.problems import Place, Problem
from kelompok_quiz.profile import Profile, load, shipped_profile
from kelompok_quiz.profile.key import Key
from kelompok_quiz.result import FLAGS, Result, ResultBatch, one
from kelompok_quiz.result.record import ProblemResult, Source
from kelompok_quiz.scoring.assessment import assess
from kelompok_quiz.words import result as sentences
from kelompok_quiz.words import trail
from support.mini import KEY, MINI_FILE, PROFILE

ROOT = Path(__file__).parents[2]
VALID = ROOT / "tests" / "cases" / "profile" / "valid"
EXAMPLE = ROOT / "data" / "contoh" / "pendamping_sosial.yaml"

Sheet = dict[str, int | None]

FAVOURABLE = {
    **dict.fromkeys(("t1", "t2"), (5, 5, 5, 4)),
    **dict.fromkeys(("a1", "a2", "a3", "b1"), (1, 2, 1, 2)),
    "c1": (4, 5, 4, 4),
}
"""Keyed answers to a scale of mini.yaml, by the first letters of its item ids; 0 = missing."""


def raw(profile: Profile, **scales: tuple[int, ...]) -> Sheet:
    """A favourable sheet of mini.yaml, with the keyed answers of some scales replaced."""
    keyed = FAVOURABLE | scales
    sheet: Sheet = {}
    for item in profile.items:
        answer = keyed[item.id[:2]][int(item.id[-1]) - 1]
        sheet[item.id] = (6 - answer if item.reverse else answer) if answer else None
    return sheet


def results(sheet: Sheet, key: Key = KEY) -> ResultBatch:
    return assess(key, batch_of_one(key.profile, sheet))


def assessed(sheet: Sheet, key: Key = KEY) -> Result:
    return one(results(sheet, key))


def report(sheet: Sheet, key: Key = KEY) -> dict[str, Section]:
    sections = result_sections(key.profile, assessed(sheet, key), sheet)
    return {section.id: section for section in sections}


def person(**scales: tuple[int, ...]) -> dict[str, Section]:
    return report(raw(PROFILE, **scales))


def texts(*sections: Section) -> list[str]:
    """Every text in the blocks of sections, in reading order."""
    return [text for s in sections for block in s.blocks for text in strings(block)]


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from strings(part)
    elif hasattr(value, "__dataclass_fields__"):
        for part in fields(value):
            yield from strings(getattr(value, part.name))


def notices(section: Section) -> list[str]:
    return [block.text for block in section.blocks if isinstance(block, Notice)]


def headline(section: Section) -> Headline:
    (found,) = (block for block in section.blocks if isinstance(block, Headline))
    return found


def standing(section: Section) -> Standing:
    (found,) = (block for block in section.blocks if isinstance(block, Standing))
    return found


def measures(section: Section) -> list[Measure]:
    """Every measure, trait or anti-trait, in reading order."""
    return [row for block in section.blocks if isinstance(block, Measures) for row in block.rows]


def tells_stability(section: Section) -> bool:
    return any(re.search(STABLE, text) for text in texts(section))


STABLE = r"cukup stabil|bisa bergeser|di perbatasan|^Kestabilan"
HIGH = (5, 5, 5, 5)
LOW = (1, 1, 1, 1)
MIDDLE = (3, 3, 3, 3)


# The verdict and why


def test_the_verdict_comes_first_and_again_as_the_last_line() -> None:
    sections = list(person().values())
    assert headline(sections[0]) == Headline(
        "Cocok", "Kecocokan 91 dari 100, kisaran 88 sampai 94.", PROFILE.title
    )
    assert headline(sections[-1]).label == "Hasil: Cocok (kecocokan 91 dari 100)"
    assert sections[-1].id == "conclusion"


def test_the_fit_stands_among_all_bands_in_its_own() -> None:
    found = standing(person()["verdict"])
    assert (found.value, found.error, found.range) == (91, 3, (88, 94))
    assert found.bands == (
        Band("Kemungkinan tidak cocok", 0, 39, reached=False),
        Band("Masih berimbang", 40, 54, reached=False),
        Band("Cukup cocok", 55, 69, reached=False),
        Band("Cocok", 70, 100, reached=True),
    )


def test_a_lowered_verdict_still_stands_in_the_band_of_its_fit() -> None:
    found = person(a1=HIGH)["verdict"]
    assert headline(found).label == "Cukup cocok"
    assert [band.label for band in standing(found).bands if band.reached] == ["Cocok"]


def test_the_range_of_an_error_ends_where_the_scale_ends() -> None:
    assert Measure("x", 96, 9, "tinggi").range == (87, 100)
    assert Measure("x", 4, 9, "rendah").range == (0, 13)
    assert Measure("x", 4, None, "rendah").range == (4, 4)


@pytest.mark.parametrize(
    ("file", "respondent", "title"),
    [
        (None, "1", "Hasilmu"),
        ("kelas.csv", "Ani", "Hasilmu, Ani"),
        ("kelas.csv", "3", "Hasilmu (orang ke-3)"),
    ],
)
def test_a_report_from_a_file_names_its_person(
    file: str | None, respondent: str, title: str
) -> None:
    sheet = raw(PROFILE)
    result = msgspec.structs.replace(assessed(sheet), source=Source(file, 3), respondent=respondent)
    assert result_sections(PROFILE, result, sheet)[0].title == title


def test_the_sections_stand_in_reading_order() -> None:
    assert list(person(a1=HIGH, a2=MIDDLE)) == [
        *("verdict", "strengths", "scales", "cautions", "growth"),
        *("beliefs", "contrasts", "quality", "next_steps", "limits", "conclusion"),
    ]
    assert list(person()) == [
        *("verdict", "strengths", "scales", "change"),
        *("beliefs", "contrasts", "quality", "next_steps", "limits", "conclusion"),
    ]


def test_a_verdict_that_is_the_band_says_how_stable_it_is_and_what_would_change_it() -> None:
    found = person()
    assert paragraphs(found["verdict"])[0].startswith("Hasil ini cukup stabil: ")
    assert notices(found["verdict"]) == []
    assert PROFILE.find_verdict("cocok").text in texts(found["verdict"])
    assert texts(found["change"])[0] == "Hasilmu sudah di tingkat tertinggi."
    assert texts(found["change"])[1].startswith("Turun ke Cukup cocok kalau ")


def test_a_cap_says_band_and_verdict_and_shows_neither_stability_nor_change() -> None:
    found = person(a1=HIGH)
    assert headline(found["verdict"]).label == "Cukup cocok"
    assert notices(found["verdict"]) == [
        (
            "Skormu masuk Cocok; hasilnya Cukup cocok karena Enggan berbagi jelas tinggi. "
            "Penghambat yang jelas tinggi menurunkan hasil satu tingkat."
        )
    ]
    assert not tells_stability(found["verdict"])
    assert "change" not in found
    assert PROFILE.find_verdict("cukup").text in texts(found["verdict"])
    assert texts(found["cautions"])[:2] == [
        "Enggan berbagi",
        (
            "Skornya 100, kisaran 94 sampai 100. "
            "Seluruh kisaran itu 70 ke atas, jadi hasilmu turun satu tingkat."
        ),
    ]


def test_two_caps_are_both_named_and_lower_by_one_band() -> None:
    found = person(a1=HIGH, a2=HIGH)
    (notice,) = notices(found["verdict"])
    assert notice.startswith(
        "Skormu masuk Cukup cocok; hasilnya Masih berimbang "
        "karena Enggan berbagi dan Cepat menyerah jelas tinggi."
    )


def test_a_cap_at_the_lowest_band_lowers_nothing_and_says_so() -> None:
    found = person(t1=LOW, t2=LOW, a1=HIGH)
    assert headline(found["verdict"]).label == "Kemungkinan tidak cocok"
    assert notices(found["verdict"]) == []
    assert tells_stability(found["verdict"])
    assert texts(found["cautions"])[1] == (
        "Skornya 100, jelas 70 ke atas. Hasilmu sudah di tingkat terendah, jadi tidak turun lagi."
    )
    assert "Hasilmu sudah di tingkat terendah." in texts(found["change"])


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
    (answers,) = (b for b in person(a1=HIGH)["cautions"].blocks if isinstance(b, Answers))
    assert answers.rows == (
        ("Aku menyimpan buku bagus untuk diriku sendiri.", "Sangat setuju"),
        ("Aku keberatan saat teman meminjam barangku.", "Sangat setuju"),
        ("Aku senang meminjamkan buku kepada adik kelas.", "Sangat tidak setuju"),
        ("Aku rela membagi waktu luang untuk teman.", "Sangat tidak setuju"),
    )


def test_without_an_error_of_answering_a_cap_does_not_speak_of_one() -> None:
    steady = dict.fromkeys(("t1", "t2", "a1"), (4, 4, 4, 4))
    found = person(**steady, a2=(2, 2, 2, 2), a3=(2, 2, 2, 2))
    assert (
        texts(found["cautions"])[1]
        == "Skornya 75, jelas 70 ke atas, jadi hasilmu turun satu tingkat."
    )
    assert headline(found["verdict"]).detail == "Kecocokan 67 dari 100."


def test_without_an_error_of_answering_the_stability_cannot_be_judged() -> None:
    scales = {"t1": (4,) * 4, "t2": (4,) * 4, "a1": (2,) * 4, "a2": (2,) * 4, "a3": (2,) * 4}
    found = person(**scales)
    assert headline(found["verdict"]) == Headline("Cocok", "Kecocokan 75 dari 100.", PROFILE.title)
    assert "Kestabilan hasil ini belum bisa dinilai." in texts(found["verdict"])


def one_item_scales(folder: Path) -> tuple[Key, Sheet]:
    """mini.yaml with one item in every fit scale, and a sheet with one high anti-trait."""
    source = MINI_FILE.read_text("utf-8")
    kept = [line for line in source.splitlines() if not re.search(r"id: [ta]\d_[234],", line)]
    text = re.sub(r"[ta]\d_[234],", "", "\n".join(kept))
    path = folder / "satu.yaml"
    path.write_text(text, "utf-8")
    key = Key(load(path))
    sheet: Sheet = {item_id: 5 if item_id[0] == "t" else 2 for item_id in key.profile.order}
    return key, sheet | {"a1_1": 5}


def test_the_trail_of_scales_without_an_error_speaks_of_none(tmp_path: Path) -> None:
    key, sheet = one_item_scales(tmp_path)
    told = texts(*trail_sections(results(sheet, key)))
    assert any(text.startswith("Kecocokan = ") for text in told)
    assert not any("Ralat" in text or "Simpangan jawaban di dalam" in text for text in told)


def test_scales_of_one_item_have_no_error_and_a_high_one_is_only_watched(tmp_path: Path) -> None:
    key, sheet = one_item_scales(tmp_path)
    found = report(sheet, key)
    assert texts(found["cautions"])[1] == (
        "Skornya 100, sudah mencapai batas 70. Hasilmu tidak diturunkan."
    )
    assert measures(found["scales"])
    assert all(measure.error is None for measure in measures(found["scales"]))
    assert not any("isaran" in text for text in texts(found["scales"]))


def test_all_anti_traits_at_once_decide_against_the_band_and_say_so() -> None:
    found = person(a1=HIGH, a2=HIGH, a3=HIGH)
    assert headline(found["verdict"]).label == "Kemungkinan tidak cocok"
    assert notices(found["verdict"]) == [
        (
            "Skormu masuk Masih berimbang; hasilnya Kemungkinan tidak cocok "
            "karena semua penghambat tinggi sekaligus."
        )
    ]
    assert PROFILE.rules.all_anti_traits_text in texts(found["verdict"])
    assert not tells_stability(found["verdict"])
    assert "change" not in found
    assert texts(found["cautions"]).count("Skornya 100, sudah mencapai batas 70.") == len(
        PROFILE.anti_traits
    )


def test_all_anti_traits_at_once_are_told_also_where_they_change_nothing() -> None:
    found = person(t1=LOW, t2=LOW, a1=HIGH, a2=HIGH, a3=(5, 5, 4, 5))
    assert notices(found["verdict"]) == [
        "Semua penghambat tinggi sekaligus, dan itu menentukan hasil ini."
    ]
    assert PROFILE.rules.all_anti_traits_text in texts(found["verdict"])
    assert PROFILE.find_verdict("rendah").text not in texts(found["verdict"])
    assert tells_stability(found["verdict"])


def wavering(**scales: tuple[int, ...]) -> dict[str, Section]:
    """Somebody who answers unevenly, so that the error is large; the fit is 75 at first."""
    uneven = {
        "t1": (5, 3, 5, 3),
        "t2": (5, 3, 5, 3),
        **dict.fromkeys(("a1", "a2", "a3"), (3, 1, 3, 1)),
    }
    return person(**uneven | scales)


def test_on_a_border_both_sides_are_named() -> None:
    found = wavering(t2=(5, 2, 4, 3))
    assert headline(found["verdict"]).detail == "Kecocokan 71 dari 100, kisaran 64 sampai 78."
    assert paragraphs(found["verdict"])[0].startswith("Hasil ini di perbatasan: ")
    assert notices(found["verdict"]) == [
        "Hasilmu ada di antara Cukup cocok dan Cocok karena kecocokanmu dekat batas 70."
    ]


def test_near_a_border_but_not_on_it_no_second_verdict_is_named() -> None:
    found = wavering()
    assert paragraphs(found["verdict"])[0].startswith("Hasil ini bisa bergeser: ")
    assert notices(found["verdict"]) == []


def test_a_trait_without_a_score_is_named_beside_the_verdict() -> None:
    found = person(t1=(5, 5, 0, 0))
    assert headline(found["verdict"]).label == "Cocok"
    assert notices(found["verdict"]) == [
        "Skala Mengajak orang belum bisa dihitung, jadi kecocokan ini memakai skala lainnya."
    ]
    assert measures(found["scales"])[0] == Measure(
        "Mengajak orang", None, None, "belum bisa dihitung"
    )


# No verdict


def assert_undetermined(found: dict[str, Section], *reasons: str) -> None:
    verdict = found["verdict"]
    assert headline(verdict) == Headline(
        "Belum bisa ditentukan", "Jawabanmu belum cukup untuk sebuah hasil.", PROFILE.title
    )
    assert not any(isinstance(block, Standing) for block in verdict.blocks)
    assert [n for n in notices(verdict) if not n.startswith("Baca hasil ini")] == [*reasons]
    assert headline(found["conclusion"]).label == "Hasil: Belum bisa ditentukan"
    assert {"change", "cautions"}.isdisjoint(found)
    assert "scales" in found


def test_an_unscored_anti_trait_prevents_a_verdict() -> None:
    assert_undetermined(
        person(a1=(5, 5, 0, 0)),
        "Skala Enggan berbagi belum bisa dihitung: "
        "baru 2 dari 4 pernyataannya terjawab, perlu paling sedikit 3.",
    )


def test_two_unscored_traits_prevent_a_verdict_and_both_are_named() -> None:
    assert_undetermined(
        person(t1=(5, 0, 5, 0), t2=(5, 5, 0, 0)),
        *(
            f"Skala {label} belum bisa dihitung: "
            "baru 2 dari 4 pernyataannya terjawab, perlu paling sedikit 3."
            for label in ("Mengajak orang", "Menata kegiatan")
        ),
    )


def test_one_unscored_trait_is_not_blamed_for_what_an_anti_trait_prevents() -> None:
    found = person(t1=(5, 5, 0, 0), a1=(5, 5, 0, 0))
    assert len([n for n in notices(found["verdict"]) if n.startswith("Skala ")]) == 1


def test_too_few_answers_prevent_a_verdict_though_every_scale_has_a_score() -> None:
    most = {name: (*FAVOURABLE[name][:3], 0) for name in ("t1", "t2", "a1", "a2", "a3")}
    assert_undetermined(
        person(**most),
        "Baru 15 dari 20 pernyataan kecocokan terjawab; perlu paling sedikit 16.",
    )


def test_many_unscored_scales_are_named_together() -> None:
    nothing = dict.fromkeys(FAVOURABLE, (0, 0, 0, 0))
    found = person(**nothing)
    assert_undetermined(
        found,
        "Baru 0 dari 20 pernyataan kecocokan terjawab; perlu paling sedikit 16.",
        "Skala yang belum bisa dihitung: Mengajak orang, Menata kegiatan, Enggan berbagi, "
        "Cepat menyerah dan Abai pada warga.",
    )
    assert "Belum ada skala yang bisa dihitung." in texts(found["strengths"])
    assert "growth" not in found
    assert [type(block) for block in found["scales"].blocks] == [Measures, Measures]
    assert "Belum cukup banyak menjawab untuk dibaca." in texts(found["beliefs"])
    assert "Jawabanmu belum cukup untuk membandingkan keduanya." in texts(found["contrasts"])


def test_answers_from_one_key_direction_alone_prevent_a_verdict(tmp_path: Path) -> None:
    text = MINI_FILE.read_text("utf-8")
    regular = text.replace("kepada adik kelas., reverse: true}", "kepada adik kelas.}")
    assert regular != text
    path = tmp_path / "satu_arah.yaml"
    path.write_text(regular, "utf-8")
    key = Key(load(path))
    assert_undetermined(
        report(raw(key.profile, a1=(1, 2, 1, 0)), key),
        "Skala Enggan berbagi belum bisa dihitung: "
        "pernyataan yang terjawab searah semua, padahal perlu juga yang sebaliknya.",
    )


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


def test_the_trail_of_a_rejected_person_is_the_reasons() -> None:
    problem = Problem("answer_invalid", Place(header="t1_1"), {"value": "6", "points": 5})
    batch = replace(batch_of_one(PROFILE, {}), rejects={0: (problem,)})
    rejected = assess(KEY, batch)
    sections = result_sections(PROFILE, one(rejected), {})
    assert trail_sections(rejected) == sections[:1]
    assert problem.message in texts(*trail_sections(rejected))


# Strengths, growth, knowledge


def test_the_three_strongest_scales_are_told_with_what_they_let_you_do() -> None:
    found = texts(person(t1=(5, 5, 5, 5), a3=MIDDLE)["strengths"])
    assert found == [
        *("Mengajak orang", "Kamu mudah membuat orang mau datang.", "tinggi"),
        *("Menata kegiatan", "Kegiatanmu berjalan sesuai jadwal.", "tinggi"),
        *("Enggan berbagi", "Kamu ringan berbagi buku dan waktu.", "rendah"),
    ]


def test_where_nothing_stands_out_the_nearest_scale_is_named() -> None:
    found = person(**dict.fromkeys(FAVOURABLE, MIDDLE) | {"t2": (3, 3, 3, 4)})
    assert texts(found["strengths"]) == [
        "Belum ada skala yang menonjol hari ini. Yang paling mendukung: Menata kegiatan."
    ]


def test_what_holds_back_is_told_with_a_step_that_trains_it() -> None:
    found = texts(person(t1=LOW, a1=HIGH)["growth"])
    assert found == [
        *("Enggan berbagi", "Pinjamkan satu buku kepada adik kelas.", "tinggi"),
        *("Mengajak orang", "Ajak satu teman membaca bersama minggu ini.", "rendah"),
    ]


def test_where_nothing_holds_back_the_least_supporting_middle_scale_is_trained() -> None:
    assert texts(person(a2=MIDDLE)["growth"])[::2] == ["Cepat menyerah", "sedang"]


@pytest.mark.parametrize(
    ("answers", "reading"),
    [
        (HIGH, "Masih cenderung percaya anggapan ini, 100 dari 100."),
        (MIDDLE, "Masih setengah percaya anggapan ini, 50 dari 100."),
        (LOW, "Sudah dekat dengan kenyataannya; percaya anggapan ini 0 dari 100."),
        ((1, 0, 0, 2), "Belum cukup banyak menjawab untuk dibaca."),
    ],
)
def test_a_belief_is_told_with_what_is_so(answers: tuple[int, ...], reading: str) -> None:
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


def test_a_profile_without_beliefs_and_contrasts_has_no_section_for_them() -> None:
    key = Key(load(VALID / "empty_beliefs_and_contrasts.yaml"))
    sheet: Sheet = {item.id: 1 if item.reverse else 5 for item in key.profile.items}
    assert {"beliefs", "contrasts"}.isdisjoint(report(sheet, key))
    card = {section.id for section in job_card_sections(key.profile)}
    assert {"beliefs", "contrasts"}.isdisjoint(card)


def test_the_job_card_tells_everything_of_the_profile() -> None:
    found = " ".join(texts(*job_card_sections(PROFILE)))
    for part in (PROFILE.title, PROFILE.summary, PROFILE.disclaimer):
        assert part in found
    for element in (*PROFILE.tasks, *PROFILE.next_steps, *PROFILE.beliefs, *PROFILE.contrasts):
        assert all(text in found for text in strings_of(element))
    for scale in PROFILE.fit_scales:
        assert scale.label in found
    assert all(clause in found for key, clause in PROFILE.clauses.items() if key in {"K2", "K4"})


def strings_of(element: Any) -> list[str]:
    names = ("label", "text", "claim", "reality", "this", "that")
    return [text for name in names if (text := getattr(element, name, None))]


# Quality


def with_flags(*flags: str, level: str = "note") -> dict[str, Section]:
    result = assessed(raw(PROFILE, b1=(0, 0, 0, 0)))
    quality = msgspec.structs.replace(
        result.quality, flags=flags, level=level, longstring=17, median_seconds=1.25
    )
    result = msgspec.structs.replace(result, quality=quality)
    return {section.id: section for section in result_sections(PROFILE, result, {})}


@pytest.mark.parametrize("flag", FLAGS)
def test_every_flag_is_asked_about_beside_the_verdict_alone(flag: str) -> None:
    found = with_flags(flag)
    (notice,) = notices(found["verdict"])
    assert notice.startswith("Baca hasil ini dengan hati-hati. ")
    assert notice.endswith("Kalau tadi terburu-buru, isi lagi dengan santai.")
    assert found["verdict"].blocks[2] == Notice(notice)
    said = sentences.FLAGS[flag].partition("{")[0]
    assert said in notice
    assert not any(said in text for text in texts(found["quality"]))


def test_flags_tell_their_numbers() -> None:
    found = " ".join(texts(with_flags("straight_line", "too_fast", "incomplete")["verdict"]))
    assert "sampai 17 kali berturut-turut" in found
    assert "sekitar 1,3 detik" in found
    assert "Ada 4 dari 28 pernyataan yang kosong." in found


def test_low_quality_is_told_as_a_question_and_takes_nothing_away() -> None:
    found = with_flags("straight_line", level="low")
    (notice,) = notices(found["verdict"])
    assert notice.startswith("Hasil ini belum tentu menggambarkan dirimu. ")
    assert "?" in notice
    assert headline(found["verdict"]).label == "Cocok"


def test_how_the_sheet_was_answered_is_told_in_a_section_of_its_own() -> None:
    assert texts(with_flags("pattern")["quality"]) == [
        "Terjawab 24 dari 28 pernyataan. Catatannya ada di atas, bersama hasilmu."
    ]


def test_without_a_flag_there_is_no_notice() -> None:
    found = person()
    assert notices(found["verdict"]) == []
    assert texts(found["quality"]) == [
        "Terjawab 28 dari 28 pernyataan. Tidak ada tanda jawaban asal-asalan."
    ]


def test_quality_is_told_where_there_is_no_verdict_too() -> None:
    half = dict.fromkeys(FAVOURABLE, (5, 0, 1, 0))
    (notice,) = (n for n in notices(person(**half)["verdict"]) if "hati-hati" in n)
    assert "Ada 14 dari 28 pernyataan yang kosong." in notice


def test_the_legend_of_the_bars_stands_before_them() -> None:
    blocks = person()["scales"].blocks
    assert [type(block) for block in blocks[:3]] == [Legend, Measures, Measures]
    assert blocks[0] == Legend("skormu", "kisaran ±")


def test_the_limits_name_the_instrument_and_its_version() -> None:
    found = texts(person()["limits"])
    assert found[0] == PROFILE.disclaimer
    sha256 = KEY.instrument.sha256[:12]
    assert found[-1] == f"Profil pemandu versi 1.0.0, penilaian versi 1, sidik {sha256}."


# Numbers


@pytest.mark.parametrize(
    ("fit", "shown"), [(69.6, 69), (69.5, 69), (70.4, 70), (39.9999, 39), (40.5, 41), (54.4, 54)]
)
def test_a_shown_fit_stays_in_its_band(fit: float, shown: int) -> None:
    assert shown_fit(PROFILE, fit) == shown


@pytest.mark.parametrize(
    ("scale", "score", "shown"),
    [
        *[("anti_a", 69.6, 69), ("trait_a", 69.6, 70), ("trait_a", 64.6, 64)],
        *[("belief_a", 64.6, 64), ("belief_a", 35.4, 36), ("contrast_a", 35.0, 35)],
    ],
)
def test_a_shown_score_stays_on_the_side_its_word_says(
    scale: str, score: float, shown: int
) -> None:
    assert shown_score(PROFILE, scale, score) == shown


@pytest.mark.parametrize(("stability", "shown"), [(0.849, 84), (0.85, 85), (0.649, 64), (1.0, 100)])
def test_a_shown_chance_stays_on_the_side_its_word_says(stability: float, shown: int) -> None:
    assert percent(stability) == shown


@pytest.mark.parametrize(
    ("value", "places", "shown"),
    [
        *[
            (53.125, 2, "53,13"),
            (15.625, 2, "15,63"),
            (0.5, 0, "1"),
            (2.5, 0, "3"),
            (100.0, 2, "100"),
        ],
        *[(1.0, 2, "1"), (1.5, 2, "1,5"), (0.0, 2, "0"), (-0.125, 2, "-0,12"), (-1.5, 3, "-1,5")],
    ],
)
def test_a_decimal_is_rounded_half_up_like_the_table(value: float, places: int, shown: str) -> None:
    assert decimal(value, places) == shown


@pytest.mark.parametrize(
    ("labels", "shown"),
    [([], ""), (["a"], "a"), (["a", "b"], "a dan b"), (["a", "b", "c"], "a, b dan c")],
)
def test_labels_are_joined_as_in_running_text(labels: list[str], shown: str) -> None:
    assert join(labels) == shown


# The sentences themselves


def templates(module: Any) -> Iterator[tuple[str, str]]:
    for name, value in vars(module).items():
        if not name.isupper():
            continue
        parts = value.values() if isinstance(value, dict) else value
        for text in [parts] if isinstance(parts, str) else parts:
            if isinstance(text, str):
                yield name, text


SENTENCES = [*templates(sentences), *templates(trail)]
ENGLISH = re.compile(
    r"\b(the|and|your|you|is|are|not|of|with|for|this|that|has|have|was|answer|answers|score|fit"
    r"|error|item|items|scale|verdict|band|result|none|missing|unknown|quality|high|low)\b",
    re.IGNORECASE,
)
KNOWN = {
    *("fit", "error", "band", "verdict", "reason", "labels", "lower", "upper", "bound", "percent"),
    *("label", "answered", "items", "needed", "level", "score", "steps", "this", "that"),
    *("longstring", "seconds", "missing", "profile", "version", "scoring", "sha256"),
    *(
        "floor",
        "low",
        "high",
        "word",
        "bands",
        "text",
        "about",
        "title",
        "row",
        "facts",
        "statement",
    ),
    *("retake", "finding", "people", "scored", "undetermined", "rejected"),
    *("respondent", "weight", "mean", "points", "support", "total", "contribution", "spread", "se"),
    *("terms", "fit_se", "bounds", "cautions", "answer", "response", "keyed", ""),
    *("range", "count", "whole", "group", "header", "cell"),
}


def test_the_sentences_are_found() -> None:
    assert len(SENTENCES) > 80


@pytest.mark.parametrize(("name", "text"), SENTENCES)
def test_a_sentence_is_short_and_indonesian_and_asks_for_known_values(name: str, text: str) -> None:
    del name
    for sentence in re.split(r"(?<=[.?!])\s", text):
        assert len(sentence.split()) <= 20, sentence
    placeholders = {field for _, field, _, _ in Formatter().parse(text) if field is not None}
    assert placeholders <= KNOWN
    assert not ENGLISH.search(re.sub(r"\{\w*\}", "", text)), text
    assert "Anda" not in text


def test_no_sentence_is_left_over() -> None:
    used = used_names()
    names = {name for name in vars(sentences) if name.isupper()}
    assert names <= used
    shown = set().union(*map(set, (person(a1=HIGH), person(), person(a2=MIDDLE))))
    assert set(sentences.TITLES) == shown


def used_names() -> set[str]:
    """Every name that the package's modules, but for the sentences themselves, mention."""
    found: set[str] = set()
    for path in (ROOT / "src").rglob("*.py"):
        if path.name == "sentences.py":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute):
                found.add(node.attr)
            elif isinstance(node, ast.ImportFrom):
                found |= {alias.name for alias in node.names}
    return found


EVERY_CASE: list[dict[str, tuple[int, ...]]] = [
    {},
    {"a1": HIGH},
    {"t1": LOW, "t2": LOW, "a1": HIGH},
    {"a1": (4, 4, 4, 4)},
    {"a1": HIGH, "a2": HIGH, "a3": HIGH},
    {"t1": (5, 5, 0, 0)},
    {"a1": (5, 5, 0, 0)},
    dict.fromkeys(FAVOURABLE, MIDDLE),
    dict.fromkeys(FAVOURABLE, LOW),
    dict.fromkeys(FAVOURABLE, (0, 0, 0, 0)),
]


@pytest.mark.parametrize("scales", EVERY_CASE, ids=str)
def test_nothing_that_a_person_reads_is_unfilled(scales: dict[str, tuple[int, ...]]) -> None:
    sheet = raw(PROFILE, **scales)
    result = assessed(sheet)
    sections = [
        *result_sections(PROFILE, result, sheet),
        *trail_sections(results(sheet)),
    ]
    for text in [*texts(*sections), *(section.title for section in sections)]:
        assert not re.search(r"[{}]|\bNone\b|\bnan\b", text), text


# The trail


def read(text: str) -> float:
    return float(text.replace(",", "."))


def found_number(pattern: str, lines: Iterable[str]) -> float | None:
    matches = [m for line in lines if (m := re.search(pattern, line))]
    return read(matches[0][1]) if matches else None


def keyed_answers(section: Section) -> list[int]:
    (answers,) = (block for block in section.blocks if isinstance(block, Answers))
    counted = [shown.rsplit("dihitung")[-1] for _, shown in answers.rows if shown != "kosong"]
    return [int(re.match(r"\s*(\d)", shown)[1]) for shown in counted]  # type: ignore[index]


def paragraphs(section: Section) -> list[str]:
    return [block.text for block in section.blocks if isinstance(block, Paragraph)]


TRAILS: list[tuple[Path, dict[str, tuple[int, ...]] | int]] = [
    *((MINI_FILE, case) for case in EVERY_CASE),
    *((path, seed) for path in (shipped_profile(), EXAMPLE) for seed in range(3)),
]


@pytest.mark.parametrize(("path", "case"), TRAILS, ids=str)
def test_a_result_can_be_computed_again_from_its_trail(
    path: Path, case: dict[str, tuple[int, ...]] | int
) -> None:
    key = KEY if path == MINI_FILE else Key(load(path))
    profile = key.profile
    if isinstance(case, dict):
        sheet = raw(profile, **case)
    else:
        sheet = {
            i: 1 + (7 * index + index // 3 + case) % profile.points if index % 11 else None
            for index, i in enumerate(profile.order)
        }
    result = assessed(sheet, key)
    sections = {section.id: section for section in trail_sections(results(sheet, key))}
    parts: list[tuple[int, float]] = []
    squares = freedom = 0.0
    for scale in profile.scales:
        lines, keyed = paragraphs(sections[scale.id]), keyed_answers(sections[scale.id])
        score = found_number(r"^Skor = .* = ([\d,]+)\.$", lines)
        if score is None:
            assert lines[0].startswith("Tidak ada skor: ")
            continue
        mean = sum(keyed) / len(keyed)
        exact = 100 * (mean - 1) / (profile.points - 1)
        assert score == pytest.approx(exact, abs=0.006)
        weight = re.search(r"bobot (\d+)", sections[scale.id].title)
        if weight:
            support = exact if scale in profile.traits else 100 - exact
            parts.append((int(weight[1]), support))
            squares += sum((answer - mean) ** 2 for answer in keyed)
            freedom += len(keyed) - 1
    fit = found_number(r"^Kecocokan = .* = ([\d,]+)\.$", paragraphs(sections["trail"]))
    if result.fit is None:
        assert fit is None
        return
    total = sum(weight for weight, _ in parts)
    assert fit == pytest.approx(sum(w * s for w, s in parts) / total, abs=0.006)
    spread = found_number(r"\(gabungan\) = ([\d,]+)\.$", paragraphs(sections["trail"]))
    assert spread == pytest.approx(math.sqrt(squares / freedom), abs=0.0001)
    shares = [
        found_number(r"^Sumbangan = .* = ([\d,]+)\.$", paragraphs(s)) for s in sections.values()
    ]
    assert sum(filter(None, shares)) == pytest.approx(fit, abs=0.01 * len(parts))


def test_the_trail_names_the_band_the_cautions_and_the_verdict() -> None:
    sheet = raw(PROFILE, a1=HIGH)
    found = paragraphs(trail_sections(results(sheet))[0])
    assert found[-3:] == [
        (
            "Batas tingkat: Kemungkinan tidak cocok dari 0, Masih berimbang dari 40, "
            "Cukup cocok dari 55 dan Cocok dari 70. Kecocokan 76,04 masuk Cocok."
        ),
        "Penghambat yang perlu dicek: Enggan berbagi (menurunkan hasil). Batasnya 70.",
        "Hasil: Cukup cocok.",
    ]


def test_the_trail_has_words_for_every_level_of_caution() -> None:
    assert set(trail.CAUTION_EFFECTS) == {"watch", "cap", "all"}


def test_the_trail_names_flags_as_the_tables_do() -> None:
    told = texts(*trail_sections(results(dict.fromkeys(PROFILE.order, 4))))
    assert "Tanda: jawaban hampir sama terus" in " ".join(told)


def test_the_trail_of_an_undetermined_person_says_what_is_lacking() -> None:
    sheet = raw(PROFILE, a1=(5, 5, 0, 0))
    (first, *_) = trail_sections(results(sheet))
    assert "baru 2 dari 4 pernyataannya terjawab" in " ".join(texts(first))
