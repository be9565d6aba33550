"""The job card: everything a profile says about its job."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from msgspec import structs

from kelompok_quiz.explanation.blocks import Entry, Paragraph, Section
from kelompok_quiz.explanation.job_card import job_card_sections
from kelompok_quiz.explanation.numbers import join
from kelompok_quiz.profile.key import Key
from kelompok_quiz.profile.loading import load
from kelompok_quiz.profile.model import Profile
from kelompok_quiz.words import job as words
from kelompok_quiz.words.result import OPPOSITES
from support.mini import PROFILE
from support.reports import (
    RawAnswers,
    report,
    texts,
)

ROOT = Path(__file__).parents[2]
VALID = ROOT / "tests" / "cases" / "profile" / "valid"


def test_the_job_card_has_everything_of_the_profile() -> None:
    found = " ".join(texts(*job_card_sections(PROFILE)))
    for part in (PROFILE.title, PROFILE.summary, PROFILE.disclaimer):
        assert part in found
    for element in (*PROFILE.tasks, *PROFILE.common_steps, *PROFILE.beliefs, *PROFILE.contrasts):
        assert all(text in found for text in strings_of(element))
    for scale in PROFILE.fit_scales:
        assert scale.label in found
    assert all(clause in found for key, clause in PROFILE.clauses.items() if key in {"K2", "K4"})


def test_the_job_card_has_no_step_of_a_verdict() -> None:
    found = " ".join(texts(*job_card_sections(PROFILE)))
    own = [step.text for step in PROFILE.next_steps if step.verdicts is not None]
    assert own
    assert not any(text in found for text in own)


def test_steps_of_verdicts_alone_make_no_section_of_the_job_card(tmp_path: Path) -> None:
    text = (VALID / "minimal.yaml").read_text("utf-8")
    path = tmp_path / "profil.yaml"
    for step in ("Tanam satu bibit minggu ini.", "Ajak satu teman ke sana."):
        text = text.replace(f"{{text: {step}}}", f"{{text: {step}, for: [jauh, dekat]}}")
    path.write_text(text, "utf-8")
    sections = {section.id for section in job_card_sections(load(path).profile)}
    assert "next_steps" not in sections


def strings_of(element: Any) -> list[str]:
    names = ("label", "text", "claim", "reality", "this", "that")
    return [text for name in names if (text := getattr(element, name, None))]


def test_a_trait_of_all_tasks_refers_to_them_instead_of_repeating_them() -> None:
    tasks = tuple({clause: None for task in PROFILE.tasks for clause in task.source})
    first, *others = PROFILE.traits
    all_tasks = structs.replace(first, source=tasks)
    card = section("suits", structs.replace(PROFILE, traits=(all_tasks, *others)))
    assert card.blocks[0] == Entry(first.label, words.ALL_TASKS)
    assert section("suits", PROFILE).blocks[0] == Entry(first.label, PROFILE.clauses["K2"])


def test_all_hindrances_together_come_directly_after_them_and_the_good_ends_last() -> None:
    *hindrances, together, opposites = section("suits_not", PROFILE).blocks
    assert [block.label for block in hindrances if isinstance(block, Entry)] == [
        trait.label for trait in PROFILE.anti_traits
    ]
    assert together == Entry(words.TOGETHER, PROFILE.clauses["K4"])
    labels = join([str(trait.opposite) for trait in PROFILE.anti_traits])
    assert opposites == Paragraph(OPPOSITES.format(labels=labels))


def test_where_no_good_end_has_a_name_the_card_names_none() -> None:
    traits = tuple(structs.replace(trait, opposite=None) for trait in PROFILE.anti_traits)
    card = section("suits_not", structs.replace(PROFILE, anti_traits=traits))
    assert all(isinstance(block, Entry) for block in card.blocks)


def section(id_: str, profile: Profile) -> Section:
    return next(found for found in job_card_sections(profile) if found.id == id_)


def test_a_profile_without_beliefs_and_contrasts_has_no_section_for_them() -> None:
    key = Key(load(VALID / "empty_beliefs_and_contrasts.yaml"))
    sheet: RawAnswers = {item.id: 1 if item.reverse else 5 for item in key.profile.items}
    assert {"beliefs", "contrasts"}.isdisjoint(report(sheet, key))
    card = {section.id for section in job_card_sections(key.profile)}
    assert {"beliefs", "contrasts"}.isdisjoint(card)
