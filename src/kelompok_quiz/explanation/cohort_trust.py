"""How a group answered, and how far its numbers can be relied on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kelompok_quiz.cohort import Recap, ScaleFigures
from kelompok_quiz.explanation import cohort_sentences as say
from kelompok_quiz.explanation.blocks import Block, Paragraph, Remark
from kelompok_quiz.explanation.numbers import decimal, join, whole
from kelompok_quiz.explanation.table_words import FLAGS
from kelompok_quiz.profile import Profile


def trust_blocks(profile: Profile, recap: Recap) -> Iterator[Block]:
    """Yield which sheets raise a question, what is left without them, and how reliable it is."""
    quality = recap.quality
    yield Paragraph(say.QUALITY.format(good=quality.good, note=quality.note, low=quality.low))
    found = [
        say.FLAG_COUNT.format(flag=FLAGS[flag].word, count=count)
        for flag, count in quality.flags.items()
        if count
    ]
    if found:
        yield Paragraph(say.FLAGS_FOUND.format(flags=join(found)))
    if quality.low:
        yield Paragraph(" ".join(_without_low(profile, recap)))
    yield Paragraph(" ".join(_reliability(profile, recap)))
    yield Remark(say.LIMITS)


def _without_low(profile: Profile, recap: Recap) -> Iterator[str]:
    careful = recap.quality.without_low
    if not careful.scored:
        yield say.NOTHING_LEFT
        return
    counts = [
        say.VERDICT_COUNT.format(verdict=verdict.label, count=careful.verdicts[verdict.id])
        for verdict in reversed(profile.verdicts)
    ]
    yield say.WITHOUT_LOW.format(verdicts=", ".join(counts))
    label, points = _furthest(profile, recap.scales, careful.scales)
    yield say.SHIFT.format(points=points, label=label) if points else say.NO_SHIFT


def _furthest(
    profile: Profile, before: Mapping[str, ScaleFigures], after: Mapping[str, ScaleFigures]
) -> tuple[str, int]:
    """The scale whose mean moves most, and by how many whole points."""
    shifts = {
        scale.label: abs((before[scale.id].scored.mean or 0) - mean)
        for scale in profile.fit_scales
        if (mean := after[scale.id].scored.mean) is not None
    }
    label = max(shifts, key=lambda each: shifts[each])
    return label, whole(shifts[label])


def _reliability(profile: Profile, recap: Recap) -> Iterator[str]:
    known = {
        scale.label: figures
        for scale in profile.fit_scales
        if (figures := recap.scales[scale.id]).alpha is not None
    }
    if not known:
        yield _no_alpha(recap)
        return
    lowest, highest = (end(known, key=lambda label: known[label].alpha or 0) for end in (min, max))
    yield say.ALPHA.format(
        lowest=decimal(known[lowest].alpha or 0),
        lowest_label=lowest,
        highest=decimal(known[highest].alpha or 0),
        highest_label=highest,
    )
    low, high = map(decimal, known[lowest].alpha_ci95 or (0, 0))
    yield say.ALPHA_INTERVAL.format(n=known[lowest].n_complete, low=low, high=high)


def _no_alpha(recap: Recap) -> str:
    complete = max(scale.n_complete for scale in recap.scales.values())
    enough = complete >= recap.minimums.alpha
    sentence = say.ALPHA_IMPOSSIBLE if enough else say.ALPHA_MISSING
    return sentence.format(minimum=recap.minimums.alpha, n=complete)
