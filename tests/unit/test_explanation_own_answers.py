"""A person's own answers: to the tasks, and those worth talking about."""

from __future__ import annotations

from kelompok_quiz.explanation.blocks import Answered, Block, WritingLine
from kelompok_quiz.explanation.own_answers import discussion_section, task_section
from kelompok_quiz.profile.loading import load
from support.mini import CASES, PROFILE
from support.reports import FAVOURABLE, MIDDLE, RawAnswers, raw


def rows(block: Block) -> tuple[tuple[str, str], ...]:
    assert isinstance(block, Answered)
    return block.rows


def discussed(sheet: RawAnswers) -> dict[str, list[str]]:
    section = discussion_section(PROFILE, sheet)
    assert section is not None
    return {
        block.label: [statement for statement, _ in block.rows]
        for block in section.blocks
        if isinstance(block, Answered)
    }


NEUTRAL = raw(PROFILE, **dict.fromkeys(FAVOURABLE, MIDDLE))


def test_a_task_comes_with_the_answers_to_the_items_that_name_it() -> None:
    section = task_section(PROFILE, NEUTRAL | {"t1_1": 4, "t2_3": None}, read=False)
    assert section is not None
    assert section.blocks == (
        Answered(
            "Mengajak warga", (("Aku senang mengajak teman ikut kegiatan membaca.", "Setuju"),)
        ),
        Answered(
            "Menata kegiatan",
            (
                ("Aku menyiapkan kegiatan di menit terakhir.", "belum dijawab"),
                ("Aku menyusun jadwal sebelum kegiatan dimulai.", "Netral"),
            ),
        ),
    )


def test_an_answer_to_a_task_says_for_which_side_it_speaks() -> None:
    section = task_section(PROFILE, NEUTRAL | {"t1_1": 5, "t2_3": 4}, read=True)
    assert section is not None
    assert [answer for block in section.blocks for _, answer in rows(block)] == [
        *("Sangat setuju (mendukung)", "Setuju (menahan)", "Netral"),
    ]


def test_without_items_that_name_a_task_there_is_no_section() -> None:
    profile = load(CASES / "profile" / "valid" / "minimal.yaml").profile
    assert task_section(profile, {"te1": 4}, read=True) is None


def test_the_strongest_answer_for_and_against_are_worth_talking_about() -> None:
    assert discussed(NEUTRAL | {"t1_1": 4, "t2_1": 5, "t1_3": 4, "a1_1": 5}) == {
        "Contoh yang mendukung": ["Aku menyusun jadwal sebelum kegiatan dimulai."],
        "Contoh yang menahan": ["Aku menyimpan buku bagus untuk diriku sendiri."],
    }


def test_answers_that_speak_for_one_side_alone_give_one_example() -> None:
    assert list(discussed(NEUTRAL | {"t1_1": 4})) == ["Contoh yang mendukung"]
    assert list(discussed(NEUTRAL | {"a1_3": 2})) == ["Contoh yang menahan"]


def test_of_answers_as_strong_the_first_presented_is_the_example() -> None:
    found = discussed(NEUTRAL | {"t1_1": 5, "t2_4": 1, "a2_4": 5})
    assert found == {"Contoh yang mendukung": ["Aku bertahan sampai tugas kelompok selesai."]}


def test_two_answers_to_one_scale_that_contradict_each_other_are_shown_together() -> None:
    assert discussed(NEUTRAL | {"t1_1": 5, "t1_3": 5, "t2_1": 4}) == {
        "Contoh yang mendukung": ["Aku menyusun jadwal sebelum kegiatan dimulai."],
        "Tampak bertentangan": [
            "Aku senang mengajak teman ikut kegiatan membaca.",
            "Aku menunggu teman lain mengajak lebih dulu.",
        ],
    }


def test_there_is_a_line_to_write_on() -> None:
    section = discussion_section(PROFILE, NEUTRAL | {"t1_1": 4})
    assert section is not None
    assert section.blocks[-1] == WritingLine("Catatanmu")


def test_neutral_answers_and_answers_to_other_scales_are_no_subject() -> None:
    assert discussion_section(PROFILE, NEUTRAL | {"b1_1": 5, "c1_1": 1}) is None
    assert discussion_section(PROFILE, {}) is None
