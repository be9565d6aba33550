"""The trail verdict → scale → answers: everything needed to compute a result again by hand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from kelompok_quiz.explanation.blocks import Answers, Block, Headline, Paragraph, Section
from kelompok_quiz.explanation.numbers import decimal, join
from kelompok_quiz.explanation.verdict_section import Sheet, verdict_label, verdict_section
from kelompok_quiz.profile import Item, Profile, Scale, Trait
from kelompok_quiz.result import (
    BeliefResult,
    ContrastResult,
    Result,
    ResultBatch,
    ScaleResult,
    one,
)

Measured: TypeAlias = ScaleResult | BeliefResult | ContrastResult

TITLE = "Jejak hitungan {respondent}"
QUALITY_TITLE = "Mutu jawaban"
SCALE_TITLES = {
    "Trait": "{label} (pendukung, bobot {weight})",
    "AntiTrait": "{label} (penghambat, bobot {weight})",
    "Belief": "{label} (anggapan, di luar kecocokan)",
    "Contrast": "{label} (pembanding, di luar kecocokan)",
}
NO_SCORE = "Tidak ada skor: terjawab {answered} dari {items} butir."
SCORE = "Skor = 100 × (rata-rata {mean} − 1) / ({points} − 1) = {score}."
SUPPORT = "Dukungan = 100 − {score} = {support}."
CONTRIBUTION = "Sumbangan = {weight} × {support} / {total} = {contribution}."
ERROR = "Galat baku = 100 / ({points} − 1) × {spread} / √{answered} = {se}."
FIT = "Kecocokan = {terms} = {fit}."
FIT_ERROR = (
    "Galat baku kecocokan = √(jumlah dari (bobot × galat baku skala)²) / {total} = {fit_se}."
)
SPREAD = "Simpangan jawaban di dalam skala kecocokan (gabungan) = {spread}."
BAND = "Batas tingkat: {bounds}. Kecocokan {fit} masuk {band}."
CAUTIONS = "Penghambat yang perlu dicek: {cautions}. Batasnya {bound}."
CAUTION_LEVELS = {
    "watch": "tidak menurunkan hasil",
    "cap": "menurunkan hasil",
    "all": "bersama semua penghambat",
}
NO_CAUTIONS = "Tidak ada penghambat yang mencapai {bound}."
VERDICT = "Hasil: {verdict}."
ANSWER = "{answer} ({response})"
REVERSED = "{answer} ({response}), terbalik, dihitung {keyed}"
BLANK = "kosong"
INDICES = {
    "longstring": "Jawaban sama berturut-turut paling panjang: {}",
    "sd": "Simpangan baku semua jawaban: {}",
    "alternating": "Selang-seling paling panjang: {}",
    "autocorrelation": "Autokorelasi terbesar: {}",
    "consistency": "Konsistensi C: {}",
    "within_sd": "Simpangan di dalam skala: {}",
    "balanced_mean": "Rata-rata berimbang: {}",
    "median_seconds": "Waktu tengah per butir (detik): {}",
}
FLAGS = "Tanda: {}"
FLAG_NAMES = {
    "straight_line": "jawaban sama terus",
    "pattern": "pola berulang",
    "too_fast": "terlalu cepat",
    "inconsistent": "saling bertolak belakang",
    "mostly_neutral": "hampir semua di tengah",
    "acquiescence": "condong ke satu arah",
    "incomplete": "banyak yang kosong",
}
NONE = "tidak ada"


def trail_sections(results: ResultBatch) -> tuple[Section, ...]:
    """Return how the result of a batch of one comes about, from the verdict to every answer."""
    profile, result = results.key.profile, one(results)
    answers = results.answers.answers_of(profile, 0)
    spread = float(results.scores.spread[0])
    if result.status == "rejected":
        return (verdict_section(profile, result),)
    return (
        Section(
            "trail",
            TITLE.format(respondent=result.respondent or ""),
            tuple(_sum(profile, result, spread)),
        ),
        *(_scale_section(profile, result, answers, scale, spread) for scale in profile.scales),
        Section("quality", QUALITY_TITLE, tuple(_quality(result))),
    )


def _sum(profile: Profile, result: Result, spread: float) -> Iterator[Block]:
    yield Headline(verdict_label(profile, result))
    if result.fit is None or result.band is None:
        yield from verdict_section(profile, result).blocks[1:]
        return
    parts = [s.contribution for s in result.scales.values() if s.contribution is not None]
    terms = " + ".join(decimal(part) for part in parts)
    yield Paragraph(FIT.format(terms=terms, fit=decimal(result.fit)))
    if result.fit_se is not None:
        yield Paragraph(SPREAD.format(spread=decimal(spread, 4)))
        total = _total_weight(result)
        yield Paragraph(FIT_ERROR.format(fit_se=decimal(result.fit_se), total=total))
    bounds = join([f"{v.label} dari {v.floor}" for v in profile.verdicts])
    band = profile.find_verdict(result.band).label
    yield Paragraph(BAND.format(bounds=bounds, fit=decimal(result.fit), band=band))
    yield Paragraph(_cautions(profile, result))
    yield Paragraph(VERDICT.format(verdict=verdict_label(profile, result)))


def _cautions(profile: Profile, result: Result) -> str:
    bound = profile.rules.caution_from
    if not result.cautions:
        return NO_CAUTIONS.format(bound=bound)
    named = [
        f"{profile.find_scale(c.scale).label} ({CAUTION_LEVELS[c.level]})" for c in result.cautions
    ]
    return CAUTIONS.format(cautions=join(named), bound=bound)


def _total_weight(result: Result) -> int:
    return sum(s.weight for s in result.scales.values() if s.contribution is not None)


def _measured(result: Result) -> dict[str, Measured]:
    return {**result.scales, **result.beliefs, **result.contrasts}


def _scale_section(
    profile: Profile, result: Result, answers: Sheet, scale: Scale, spread: float
) -> Section:
    measured = _measured(result)[scale.id]
    weight = getattr(scale, "weight", None)
    title = SCALE_TITLES[type(scale).__name__].format(label=scale.label, weight=weight)
    rows = tuple((f"{i.id}: {i.text}", _answer(profile, i, answers)) for i in scale.items)
    blocks: list[Block] = [Answers(rows)]
    if measured.score is None:
        counts = {"answered": measured.answered, "items": measured.items}
        blocks.append(Paragraph(NO_SCORE.format(**counts)))
    else:
        blocks += map(Paragraph, _arithmetic(profile, result, scale, measured, spread))
    return Section(scale.id, title, tuple(blocks))


def _answer(profile: Profile, item: Item, answers: Sheet) -> str:
    answer = answers.get(item.id)
    if not answer:
        return BLANK
    template = REVERSED if item.reverse else ANSWER
    keyed = profile.points + 1 - answer
    return template.format(answer=answer, response=profile.responses[answer - 1], keyed=keyed)


def _arithmetic(
    profile: Profile, result: Result, scale: Scale, measured: Measured, spread: float
) -> Iterator[str]:
    """Each step from the keyed answers to the part of the fit, with its numbers."""
    score, points = measured.score or 0, profile.points
    numbers: dict[str, object] = {
        "score": decimal(score),
        "mean": decimal(1 + score * (points - 1) / 100, 4),
        "points": points,
        "answered": measured.answered,
    }
    yield SCORE.format(**numbers)
    if isinstance(measured, ScaleResult) and measured.contribution is not None:
        support = score if isinstance(scale, Trait) else 100 - score
        if not isinstance(scale, Trait):
            yield SUPPORT.format(score=decimal(score), support=decimal(support))
        yield CONTRIBUTION.format(
            weight=measured.weight,
            support=decimal(support),
            total=_total_weight(result),
            contribution=decimal(measured.contribution),
        )
    if measured.se is not None:
        yield ERROR.format(**numbers, spread=decimal(spread, 4), se=decimal(measured.se))


def _quality(result: Result) -> Iterator[Block]:
    for name, template in INDICES.items():
        value = getattr(result.quality, name)
        yield Paragraph(template.format(NONE if value is None else decimal(value, 3)))
    flags = [FLAG_NAMES[flag] for flag in result.quality.flags]
    yield Paragraph(FLAGS.format(join(flags) or NONE))
