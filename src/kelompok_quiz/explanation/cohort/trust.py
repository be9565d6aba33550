"""How a group answered, and how far its numbers can be relied on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kelompok_quiz.cohort import FEWEST, Recap, ScaleFigures
from kelompok_quiz.explanation.blocks import Block, Paragraph, Remark
from kelompok_quiz.explanation.numbers import decimal, join, thousands, whole
from kelompok_quiz.profile import Profile
from kelompok_quiz.result import QUALITY_LEVELS
from kelompok_quiz.words import recap as say
from kelompok_quiz.words.tables import FLAGS


def trust_blocks(profile: Profile, recap: Recap) -> Iterator[Block]:
    """Yield which sheets raise a question, what is left without them, and how reliable it is."""
    if recap.rejected < recap.n:
        yield Paragraph(" ".join(_quality(profile, recap)))
        yield Paragraph(" ".join(_reliability(profile, recap)))
    yield Remark(say.LIMITS)


def _quality(profile: Profile, recap: Recap) -> Iterator[str]:
    quality = recap.quality
    levels = {level: thousands(getattr(quality, level)) for level in QUALITY_LEVELS}
    yield say.QUALITY.format(**levels)
    found = [
        say.FLAG_COUNT.format(flag=FLAGS[flag].word, count=thousands(count))
        for flag, count in quality.flags.items()
        if count
    ]
    if found:
        yield say.FLAGS_FOUND.format(flags=join(found))
    if quality.low:
        yield from _without_low(profile, recap)


def _without_low(profile: Profile, recap: Recap) -> Iterator[str]:
    careful = recap.quality.without_low
    if careful is None:
        yield say.FEW_LEFT.format(fewest=FEWEST)
    elif not careful.scored:
        yield say.NOTHING_LEFT
    else:
        counts = [
            say.VERDICT_COUNT.format(
                verdict=verdict.label, count=thousands(careful.verdicts[verdict.id])
            )
            for verdict in reversed(profile.verdicts)
        ]
        yield say.WITHOUT_LOW.format(verdicts=", ".join(counts))
        label, points = _furthest(profile, recap.scales, careful.scales)
        yield say.SHIFT.format(points=points, label=label) if points else say.NO_SHIFT


def _furthest(
    profile: Profile, before: Mapping[str, ScaleFigures], after: Mapping[str, ScaleFigures]
) -> tuple[str, int]:
    """The scale whose mean moves most, and by how many points, as the means are shown."""
    shifts = {
        scale.label: abs(whole(before[scale.id].scored.mean or 0) - whole(mean))
        for scale in profile.fit_scales
        if (mean := after[scale.id].scored.mean) is not None
    }
    label = max(shifts, key=lambda each: shifts[each])
    return label, shifts[label]


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
    if (known[lowest].alpha or 0) < 0:
        yield say.ALPHA_NEGATIVE
        return
    low, high = map(decimal, known[lowest].alpha_ci95 or (0, 0))
    yield say.ALPHA_INTERVAL.format(n=thousands(known[lowest].n_complete), low=low, high=high)


def _no_alpha(recap: Recap) -> str:
    complete = max(scale.n_complete for scale in recap.scales.values())
    enough = complete >= recap.minimums.alpha
    sentence = say.ALPHA_IMPOSSIBLE if enough else say.ALPHA_MISSING
    return sentence.format(minimum=recap.minimums.alpha, n=complete)
