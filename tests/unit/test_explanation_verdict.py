"""The verdict a person reads, and whether it says exactly why."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from kelompok_quiz.explanation.blocks import (
    Band,
    Headline,
    Measure,
    Measures,
    Notice,
    Remark,
    Section,
    Standing,
)
from kelompok_quiz.explanation.report import result_sections
from kelompok_quiz.profile.key import Key
from kelompok_quiz.profile.loading import load
from kelompok_quiz.result.batch import FLAGS
from kelompok_quiz.result.record import Change, Move, Source
from kelompok_quiz.words import result as sentences
from support.mini import MINI_FILE, PROFILE
from support.reports import (
    FAVOURABLE,
    HIGH,
    LOW,
    assessed,
    headline,
    measures,
    notices,
    paragraphs,
    person,
    raw,
    report,
    texts,
)


def standing(section: Section) -> Standing:
    (found,) = (block for block in section.blocks if isinstance(block, Standing))
    return found


def tells_stability(section: Section) -> bool:
    return any(re.search(STABLE, text) for text in texts(section))


STABLE = r"Cukup stabil|Bisa bergeser|Di perbatasan|^Hasilmu di antara"


def test_the_fit_is_shown_among_all_bands_in_its_own() -> None:
    found = standing(person()["verdict"])
    assert (found.value, found.error, found.range) == (91, 4, (87, 95))
    assert found.bands == (
        Band("Kemungkinan tidak cocok", 0, 39, reached=False),
        Band("Masih berimbang", 40, 54, reached=False),
        Band("Cukup cocok", 55, 69, reached=False),
        Band("Cocok", 70, 100, reached=True),
    )


def test_a_lowered_verdict_is_still_shown_in_the_band_of_its_fit() -> None:
    found = person(a1=HIGH)["verdict"]
    assert headline(found).label == "Cukup cocok"
    assert [band.label for band in standing(found).bands if band.reached] == ["Cocok"]


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


def test_a_verdict_that_is_the_band_says_how_stable_it_is() -> None:
    found = person()["verdict"]
    assert paragraphs(found) == [
        "Cukup stabil: menurut hitungan, peluangnya tepat lebih dari 95 dari 100.",
        PROFILE.find_verdict("cocok").text,
    ]
    assert notices(found) == []


@pytest.mark.parametrize(
    ("stability", "said"),
    [
        (0.65, "Bisa bergeser: menurut hitungan, peluang tingkat ini tepat 65 dari 100."),
        (0.849, "Bisa bergeser: menurut hitungan, peluang tingkat ini tepat 84 dari 100."),
        (0.85, "Cukup stabil: menurut hitungan, peluang tingkat ini tepat 85 dari 100."),
        (0.95, "Cukup stabil: menurut hitungan, peluang tingkat ini tepat 95 dari 100."),
        (
            0.951,
            "Cukup stabil: menurut hitungan, peluangnya tepat lebih dari 95 dari 100.",
        ),
    ],
)
def test_no_chance_above_95_is_given(stability: float, said: str) -> None:
    sheet = raw(PROFILE)
    result = msgspec.structs.replace(assessed(sheet), stability=stability)
    assert paragraphs(result_sections(PROFILE, result, sheet)[0])[0] == said


def test_a_cap_says_band_and_verdict_and_not_how_stable_it_is() -> None:
    found = person(a1=HIGH)
    assert headline(found["verdict"]).label == "Cukup cocok"
    assert notices(found["verdict"]) == [
        (
            "Skormu masuk Cocok; hasilnya Cukup cocok, karena Enggan berbagi jelas tinggi. "
            "Penghambat yang jelas tinggi menurunkan hasil satu tingkat."
        )
    ]
    assert not tells_stability(found["verdict"])
    assert paragraphs(found["verdict"]) == [sentences.LOWERED]
    assert texts(found["cautions"])[:2] == [
        "Enggan berbagi",
        (
            "Skornya 100, kisaran 93 sampai 100. "
            "Seluruh kisaran itu 70 ke atas, jadi ini ikut menurunkan hasilmu."
        ),
    ]


def test_two_caps_are_both_named_and_lower_by_one_band() -> None:
    found = person(a1=HIGH, a2=HIGH)
    (notice,) = notices(found["verdict"])
    assert notice.startswith(
        "Skormu masuk Cukup cocok; hasilnya Masih berimbang, "
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


def test_all_anti_traits_at_once_decide_against_the_band_and_say_so() -> None:
    found = person(a1=HIGH, a2=HIGH, a3=HIGH)
    assert headline(found["verdict"]).label == "Kemungkinan tidak cocok"
    assert notices(found["verdict"]) == [
        (
            "Skormu masuk Masih berimbang; hasilnya Kemungkinan tidak cocok, "
            "karena semua penghambat tinggi sekaligus."
        )
    ]
    assert PROFILE.rules.all_anti_traits_text in texts(found["verdict"])
    assert not tells_stability(found["verdict"])
    assert texts(found["cautions"]).count("Skornya 100; mulai 70 perlu dicek.") == len(
        PROFILE.anti_traits
    )


def test_all_anti_traits_at_once_decide_nothing_where_the_band_is_the_lowest_already() -> None:
    found = person(t1=LOW, t2=LOW, a1=HIGH, a2=HIGH, a3=(5, 5, 4, 5))
    assert notices(found["verdict"]) == []
    assert PROFILE.rules.all_anti_traits_text in texts(found["verdict"])
    assert PROFILE.find_verdict("rendah").text not in texts(found["verdict"])
    assert tells_stability(found["verdict"])


def wavering(**scales: tuple[int, ...]) -> dict[str, Section]:
    """A person who answers unevenly, so that the error is large; the fit is 75 at first."""
    uneven = {
        "t1": (5, 3, 5, 3),
        "t2": (5, 3, 5, 3),
        **dict.fromkeys(("a1", "a2", "a3"), (3, 1, 3, 1)),
    }
    return person(**uneven | scales)


def test_on_a_border_both_sides_are_named_and_what_would_change_it() -> None:
    found = wavering(t2=(5, 2, 4, 3))["verdict"]
    assert headline(found).detail.startswith("Kecocokan 71 dari 100, kisaran 64 sampai 78.")
    assert notices(found) == [
        "Hasilmu di antara Cukup cocok dan Cocok, karena kecocokanmu dekat batas 70."
    ]
    assert paragraphs(found)[0] == (
        "Kalau 1 jawaban bergeser satu pilihan, hasilnya bisa turun ke Cukup cocok."
    )


def test_a_narrow_band_is_a_border_on_both_sides() -> None:
    sheet = raw(PROFILE)
    result = assessed(sheet)
    change = Change(up=Move("cocok", 4), down=Move("berimbang", 5))
    result = msgspec.structs.replace(
        result, band="cukup", verdict="cukup", fit=62.5, fit_se=9.0, stability=0.6, change=change
    )
    found = result_sections(PROFILE, result, sheet)[0]
    assert notices(found) == [
        "Di perbatasan: menurut hitungan, peluang tingkat ini tepat 60 dari 100."
    ]
    assert paragraphs(found)[:2] == [
        "Kalau 4 jawaban bergeser satu pilihan, hasilnya bisa naik ke Cocok.",
        "Kalau 5 jawaban bergeser satu pilihan, hasilnya bisa turun ke Masih berimbang.",
    ]


def test_near_a_border_but_not_on_it_no_second_verdict_is_named() -> None:
    found = wavering()["verdict"]
    assert paragraphs(found)[0].startswith("Bisa bergeser: ")
    assert notices(found) == []


def test_neutral_answers_have_no_direction_and_are_not_called_torn() -> None:
    found = person(**dict.fromkeys(FAVOURABLE, (3, 3, 3, 3)))["verdict"]
    assert paragraphs(found) == [sentences.NEUTRAL_SHEET]
    assert PROFILE.find_verdict("berimbang").text not in texts(found)


def test_scattered_answers_with_a_high_hindrance_are_not_called_neutral() -> None:
    scattered = dict.fromkeys(("t1", "t2", "a2", "a3"), (5, 1, 5, 1)) | {"a1": (5, 5, 5, 1)}
    found = person(**scattered)
    assert "cautions" in found
    assert sentences.NEUTRAL_SHEET not in texts(found["verdict"])


def test_answers_that_pull_in_two_directions_get_the_text_of_their_verdict() -> None:
    torn = {"t1": HIGH, "t2": (1, 1, 1, 2), "a1": LOW, "a2": (4, 3, 3, 4), "a3": (3, 3, 3, 2)}
    found = person(**torn)["verdict"]
    assert headline(found).label == "Masih berimbang"
    assert PROFILE.find_verdict("berimbang").text in texts(found)


def test_a_trait_without_a_score_is_named_beside_the_verdict() -> None:
    found = person(t1=(5, 5, 0, 0))
    assert headline(found["verdict"]).label == "Cocok"
    assert notices(found["verdict"]) == [
        "Skala Mengajak orang belum bisa dihitung, jadi kecocokan ini memakai skala lainnya."
    ]
    assert measures(found["scales"])[0] == Measure(
        "Mengajak orang", None, None, "belum bisa dihitung"
    )


def assert_undetermined(found: dict[str, Section], *reasons: str) -> None:
    verdict = found["verdict"]
    assert headline(verdict) == Headline(
        "Belum bisa ditentukan", "Jawabanmu belum cukup untuk sebuah hasil.", PROFILE.title
    )
    assert not any(isinstance(block, Standing) for block in verdict.blocks)
    assert [n for n in notices(verdict) if not n.startswith("Bacalah dengan")] == [*reasons]
    assert found["conclusion"].title == "Hasil: Belum bisa ditentukan"
    assert "cautions" not in found
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
        "Cepat menyerah, dan Abai pada warga.",
    )
    assert texts(found["direction"]) == ["Belum ada skala yang bisa dihitung."]
    assert [type(block) for block in found["scales"].blocks] == [
        *(Measures, Measures),
        *(Remark, Remark),
    ]
    assert "Jawabanmu belum cukup untuk disimpulkan." in texts(found["beliefs"])
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


def with_flags(*flags: str, level: str = "note", longstring: int = 17) -> dict[str, Section]:
    result = assessed(raw(PROFILE, b1=(0, 0, 0, 0)))
    quality = msgspec.structs.replace(
        result.quality, flags=flags, level=level, longstring=longstring, median_seconds=1.25
    )
    result = msgspec.structs.replace(result, quality=quality)
    return {section.id: section for section in result_sections(PROFILE, result, {})}


@pytest.mark.parametrize("flag", FLAGS)
def test_every_flag_is_asked_about_beside_the_verdict(flag: str) -> None:
    found = with_flags(flag)["verdict"]
    (notice,) = notices(found)
    assert notice.startswith("Bacalah dengan hati-hati. ")
    assert notice.endswith("Kalau tadi terburu-buru, isi lagi dengan santai.")
    assert found.blocks[2] == Notice(notice)
    assert sentences.FLAGS[flag].partition("{")[0] in notice
    assert not headline(found).detail.endswith("wajar.")


def test_flags_name_their_numbers() -> None:
    found = " ".join(texts(with_flags("straight_line", "too_fast")["verdict"]))
    assert "Ada 17 jawaban sama berturut-turut." in found
    assert "sekitar 1,3 detik" in found
    (notice,) = notices(with_flags("incomplete")["verdict"])
    assert "Ada 4 dari 28 pernyataan yang kosong." in notice


def test_at_most_two_flags_are_asked_about_strong_ones_first() -> None:
    (notice,) = notices(with_flags("straight_line", "too_fast", "incomplete")["verdict"])
    assert notice.count("?") == 2
    assert "kosong" not in notice


def test_answers_nearly_all_alike_are_not_called_a_run() -> None:
    (notice,) = notices(with_flags("straight_line", longstring=6)["verdict"])
    assert "Jawabanmu hampir tidak berubah-ubah." in notice
    assert "berturut-turut" not in notice


def test_low_quality_is_a_question_and_takes_the_certainty_away() -> None:
    found = with_flags("straight_line", level="low")["verdict"]
    (notice,) = notices(found)
    assert notice.startswith("Jawaban ini belum tentu menggambarkan dirimu. ")
    assert "?" in notice
    assert headline(found).label == "Cocok"
    assert not tells_stability(found)
    assert paragraphs(found) == []


def test_too_few_answers_are_not_called_ordinary() -> None:
    sheet = raw(PROFILE)
    result = msgspec.structs.replace(assessed(sheet), answered=9)
    assert not headline(result_sections(PROFILE, result, sheet)[0]).detail.endswith("wajar.")


def test_without_a_flag_the_answering_is_called_ordinary() -> None:
    found = person()["verdict"]
    assert notices(found) == []
    assert headline(found).detail.endswith(" Cara menjawabmu wajar.")


def test_quality_is_noticed_without_a_verdict_too() -> None:
    half = dict.fromkeys(FAVOURABLE, (3, 0, 3, 0))
    (notice,) = (n for n in notices(person(**half)["verdict"]) if "hati-hati" in n)
    assert "Ada 14 dari 28 pernyataan yang kosong." in notice
