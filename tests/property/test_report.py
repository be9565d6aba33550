"""No sentence of a report contradicts another, nor the record it is about, for any answers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kelompok_quiz.answers import batch_of_one
from kelompok_quiz.explanation.blocks import Card, Entry, Measures, Section, Standing
from kelompok_quiz.explanation.report import result_sections
from kelompok_quiz.explanation.scales import support
from kelompok_quiz.profile.key import Key
from kelompok_quiz.profile.loading import load, shipped_profile
from kelompok_quiz.profile.model import Item, Profile
from kelompok_quiz.result.record import Result
from kelompok_quiz.result.recorder import one
from kelompok_quiz.scoring.assessment import assess
from kelompok_quiz.words import result as words
from support.mini import MINI_FILE
from support.reports import RawAnswers, texts

EXAMPLE = Path(__file__).parents[2] / "data" / "contoh" / "pendamping_sosial.yaml"
VALID = Path(__file__).parents[1] / "cases" / "profile" / "valid"
ODD = (VALID / f"{name}.yaml" for name in ("minimal", "two_responses", "weak_opposite_missing"))
KEYS = [Key(load(path)) for path in (MINI_FILE, shipped_profile(), EXAMPLE, *ODD)]


SUPPORTING = (words.SUPPORTING, words.SUPPORTING_TOO, words.SLIGHTLY_SUPPORTING)
HOLDING = (words.HOLDING, words.SLIGHTLY_HOLDING)


@dataclass(frozen=True)
class Report:
    profile: Profile
    answers: RawAnswers
    result: Result
    sections: dict[str, Section]

    def texts(self, section: str) -> list[str]:
        return texts(self.sections[section]) if section in self.sections else []

    @property
    def everything(self) -> str:
        return " ".join(texts(*self.sections.values()))


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """The report of a person with a level on each scale, a scatter around it, and some blanks."""
    key = draw(st.sampled_from(KEYS))
    profile, points = key.profile, key.points
    levels = {scale.id: draw(st.integers(1, points)) for scale in profile.scales}
    scatter = draw(st.sampled_from([0, 0, 1, 2, points]))
    blank = draw(st.sampled_from([0.0, 0.0, 0.02, 0.15]))
    rng = draw(st.randoms(use_true_random=False))
    answers: RawAnswers = {}
    for scale, item in zip(profile.presented_scales, profile.items, strict=True):
        keyed = min(max(levels[scale.id] + rng.randint(-scatter, scatter), 1), points)
        raw = points + 1 - keyed if item.reverse else keyed
        answers[item.id] = None if rng.random() < blank else raw
    seconds = dict.fromkeys(answers, draw(st.sampled_from([1.0, 6.0])))
    result = one(assess(key, batch_of_one(profile, answers, seconds=seconds)))
    sections = result_sections(profile, result, answers)
    return Report(profile, answers, result, {section.id: section for section in sections})


def distances(report: Report) -> dict[str, tuple[float, float]]:
    """By the name of a scale's good end: how far its score supports the job, and its error."""
    return {
        scale.good_end: (support(scale, found.score) - 50, found.se or 0)
        for scale in report.profile.fit_scales
        if (found := report.result.scales[scale.id]).score is not None
    }


def named(report: Report, *templates: str) -> list[str]:
    """The names in the lists that begin as these templates do."""
    starts = [template.partition("{")[0] for template in templates]
    lists = [
        sentence.removeprefix(start).removesuffix(".")
        for text in report.texts("direction")
        for sentence in re.split(r"(?<=\.) ", text)
        for start in starts
        if sentence.startswith(start)
    ]
    return [name for found in lists for name in re.split(r", dan |, | dan ", found)]


@given(reports())
def test_what_supports_and_what_holds_back_lies_on_its_side_of_the_middle(report: Report) -> None:
    section = report.sections.get("direction")
    if section is None:
        assert report.result.quality.level == "low"
        return
    explained = [block.label for block in section.blocks if isinstance(block, Entry)]
    names = list(distances(report))
    supporting = explained + named(report, *SUPPORTING)
    if words.ALL_SUPPORTING in report.texts("direction"):
        assert not report.result.unscored
        supporting += [name for name in names if name not in explained]
    everything_holds = words.ALL_HOLDING in report.texts("direction")
    holding = names if everything_holds else named(report, *HOLDING)
    for name, (distance, error) in distances(report).items():
        assert (name in supporting) == (round(distance - error, 9) > 0)
        assert (name in holding) == (round(-distance - error, 9) > 0)
    assert len(supporting) == len(set(supporting))
    weakest_explained = min((distances(report)[name][0] for name in explained), default=101.0)
    others = [distances(report)[name][0] for name in supporting if name not in explained]
    assert all(distance < weakest_explained for distance in others)


@given(reports())
def test_nothing_is_said_for_certain_of_answers_in_doubt(report: Report) -> None:
    low = report.result.quality.level == "low"
    verdict = " ".join(report.texts("verdict"))
    certain = re.search(r"Cukup stabil|Bisa bergeser|Di perbatasan|Hasilmu di antara", verdict)
    determined = report.result.status == "scored" and report.result.verdict == report.result.band
    assert bool(certain) == (determined and not low)
    only_gaps = report.result.quality.flags == ("incomplete",)
    explained = only_gaps and report.result.status == "undetermined"
    assert (words.RETAKE in verdict) == (bool(report.result.quality.flags) and not explained)
    assert ("Cara menjawabmu wajar." in verdict) <= (not report.result.quality.flags)
    assert ({"direction", "discussion"} & report.sections.keys() == set()) >= low
    assert not (low and "ondong" in report.everything)


@given(reports())
def test_no_chance_is_above_95_and_every_chance_is_the_records(report: Report) -> None:
    stability = report.result.stability or 0
    for more, percent in re.findall(r"tepat (lebih dari )?(\d+) dari 100", report.everything):
        assert int(percent) <= 95
        assert abs(int(percent) - 100 * stability) < 1 or (more and stability > 0.95)
    words_of = {"Cukup stabil": 0.85, "Bisa bergeser": 0.65}
    for word, bound in words_of.items():
        assert (word in report.everything) <= (round(stability, 9) >= bound)


@given(reports())
def test_the_rules_that_are_told_are_those_that_were_applied(report: Report) -> None:
    result, said = report.result, report.everything
    levels = [caution.level for caution in result.cautions]
    lowered = result.verdict != result.band
    assert ("Skormu masuk" in said) == lowered
    assert ("ikut menurunkan hasilmu." in said) == ("cap" in levels and lowered)
    assert ("jadi tidak turun lagi." in said) == ("cap" in levels and not lowered)
    doubtful = result.quality.level == "low"
    read = "all" in levels and not doubtful
    assert (report.profile.rules.all_anti_traits_text in said) == read
    assert ("cautions" in report.sections) == bool(result.cautions)
    neutral = words.NEUTRAL_SHEET in said
    assert not (neutral and (named(report, *SUPPORTING, *HOLDING) or result.cautions))
    assert not (neutral and re.search(r"'(tinggi|rendah)'", str(report.sections["scales"])))


@given(reports())
def test_numbers_are_on_the_side_their_words_say(report: Report) -> None:
    profile, result = report.profile, report.result
    for block in report.sections["verdict"].blocks:
        if isinstance(block, Standing):
            (band,) = (band for band in block.bands if band.reached)
            assert band.low <= block.value <= band.high
            assert band.label == profile.find_verdict(str(result.band)).label
    for block in report.sections["scales"].blocks:
        if isinstance(block, Measures):
            for row in block.rows:
                low, high = row.score is not None and row.score <= 35, (row.score or 0) >= 65
                expected = "rendah" if low else "tinggi" if high else "sedang"
                assert row.word == (expected if row.score is not None else words.UNSCORED)


@given(reports())
def test_the_range_of_a_caution_is_on_the_side_its_sentence_says(report: Report) -> None:
    bound = report.profile.rules.caution_from
    for score in re.findall(r"Skornya (\d+),", report.everything):
        assert int(score) >= bound
    for low in re.findall(r"kisaran (\d+) sampai \d+\. Seluruh", report.everything):
        assert int(low) >= bound
    for low in re.findall(r"kisaran (\d+) sampai \d+\. Sebagian", report.everything):
        assert int(low) < bound


@given(reports())
def test_counts_are_those_of_the_answers(report: Report) -> None:
    result, said = report.result, report.everything
    missing = sum(answer is None for answer in report.answers.values())
    for count, items in re.findall(r"Ada (\d+) dari (\d+) pernyataan yang kosong", said):
        assert (int(count), int(items)) == (missing, len(report.answers))
    for run in re.findall(r"Ada (\d+) jawaban sama berturut-turut", said):
        assert int(run) == result.quality.longstring
    change = result.change
    for steps, way in re.findall(r"Kalau (\d+) jawaban bergeser .*? bisa (naik|turun)", said):
        move = change and (change.up if way == "naik" else change.down)
        assert move
        assert int(steps) == move.steps


def side(report: Report, item: Item) -> bool | None:
    """Whether the answer to an item agrees with its scale; None in the middle or without one."""
    answer = report.answers[item.id]
    middle = (report.profile.points + 1) / 2
    return None if not answer or answer == middle else (answer > middle) != item.reverse


@given(reports())
def test_beliefs_and_leanings_are_told_as_they_were_read(report: Report) -> None:
    doubtful = report.result.quality.level == "low"
    section = report.sections.get("beliefs")
    blocks = section.blocks if section else ()
    cards = {block.claim: block.reading for block in blocks if isinstance(block, Card)}
    for belief in report.profile.beliefs:
        reading = report.result.beliefs[belief.id].reading
        assert (belief.claim in cards) == (doubtful or reading != "realistic")
        if belief.claim in cards and not doubtful:
            said = cards[belief.claim]
            assert (said == words.READINGS["myth"]) == (reading == "myth")
            assert (said == words.READINGS[None]) == (reading is None)
            if said == words.READINGS["mixed"]:
                sides = {side(report, item) for item in belief.items}
                assert sides >= {True, False}
    for contrast in report.profile.contrasts:
        leaning = report.result.contrasts[contrast.id].leaning
        name = {"this": "pekerjaan ini", "that": contrast.label}.get(leaning or "")
        said = " ".join(report.texts("contrasts"))
        assert ("kamu condong ke " in said) == (name is not None and not doubtful)
        if name and not doubtful:
            assert f"kamu condong ke {name} (" in said


@given(reports())
def test_what_is_worth_talking_about_is_what_was_answered(report: Report) -> None:
    by_text = {item.text: item.id for item in report.profile.items}
    said = [text for text in report.texts("discussion") if text in by_text]
    assert len(said) == len(set(said)) <= 4
    for name in ("tasks", "discussion"):
        found = report.texts(name)
        for text, response in pairwise(found):
            if text in by_text:
                answer = report.answers[by_text[text]]
                given_ = report.profile.responses[answer - 1] if answer else words.NO_ANSWER
                assert response.removesuffix(" (mendukung)").removesuffix(" (menahan)") == given_
