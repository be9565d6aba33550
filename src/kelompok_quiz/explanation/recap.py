"""The recap of a group, section by section: what to praise, to train, to talk about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kelompok_quiz.cohort.recap import BeliefFigures, Recap, ScaleFigures
from kelompok_quiz.cohort.suppression import FEWEST
from kelompok_quiz.explanation.blocks import (
    AnswerList,
    Block,
    Card,
    Headline,
    Legend,
    Notice,
    Paragraph,
    Remark,
    Section,
    Share,
    Shares,
)
from kelompok_quiz.explanation.numbers import decimal, join, thousands, whole
from kelompok_quiz.explanation.recap_groups import ends, error_of_mean, group_blocks
from kelompok_quiz.explanation.scales import measures
from kelompok_quiz.profile.model import Belief, Profile
from kelompok_quiz.result.batch import QUALITY_LEVELS
from kelompok_quiz.words import recap as words
from kelompok_quiz.words.tables import FLAGS

FEW = 10
"""People from which on a single one no longer moves a mean by much."""
MOST_LOW = 0.25
"""Share of low-quality answers above which the recap warns about them first."""
MOST_STATEMENTS = 2
"""Statements shown for a belief on the screen; JSON and XLSX have all of them."""


def recap_sections(profile: Profile, recap: Recap) -> tuple[Section, ...]:
    """Return the sections of a recap; those without content are left out."""
    blocks: dict[str, Iterator[Block]] = {
        "people": _people(profile, recap),
        "scales": _scales(profile, recap),
        "beliefs": _beliefs(profile, recap),
        "contrasts": _contrasts(profile, recap),
        "groups": group_blocks(profile, recap),
        "trust": _trust(profile, recap),
    }
    names = {"title": profile.title, "per": recap.per}
    return tuple(
        Section(id_, words.TITLES[id_].format(**names), found)
        for id_, each in blocks.items()
        if (found := tuple(each))
    )


def _people(profile: Profile, recap: Recap) -> Iterator[Block]:
    names = ("n", "scored", "undetermined", "rejected")
    counts = {name: thousands(getattr(recap, name)) for name in names}
    yield Headline(words.PEOPLE.format(**counts))
    if recap.n < FEWEST:
        yield Notice(words.VERY_FEW.format(fewest=FEWEST))
    elif recap.n < FEW:
        yield Notice(words.FEW)
    low, people = recap.quality.low, recap.n - recap.rejected
    if low > MOST_LOW * people:
        yield Notice(words.MANY_LOW.format(low=thousands(low), people=thousands(people)))
    if recap.scored:
        best_first = reversed(profile.verdicts)
        shares = (Share(verdict.label, recap.verdicts[verdict.id]) for verdict in best_first)
        yield Shares(recap.scored, tuple(shares))
    else:
        yield Paragraph(words.NO_RESULTS)


def _scales(profile: Profile, recap: Recap) -> Iterator[Block]:
    scored = {scale.id: recap.scales[scale.id].scored for scale in profile.fit_scales}
    means = {id_: spread.mean for id_, spread in scored.items()}
    if all(mean is None for mean in means.values()):
        yield Paragraph(words.NO_SCORES)
        return
    yield from measures(
        profile,
        {id_: (spread.mean, spread.sd) for id_, spread in scored.items()},
        legend=Legend(words.LEGEND_MEAN, words.LEGEND_SPREAD),
        range_name=words.SPREAD,
        unscored=words.NO_MEAN,
    )
    errors = {id_: error_of_mean(spread, spread.n) for id_, spread in scored.items()}
    found = ends(profile, means, errors)
    if found is None:
        return
    if not any(found):
        yield Paragraph(words.NO_ENDS)
    for template, areas in zip(words.ENDS, found, strict=True):
        if areas:
            yield Paragraph(template.format(areas=areas))


def _beliefs(profile: Profile, recap: Recap) -> Iterator[Block]:
    """Yield how many still believe each claim, and the statements most often got wrong."""
    for belief in profile.beliefs:
        figures = recap.beliefs[belief.id]
        read = figures.myth + figures.mixed + figures.realistic
        if read:
            yield Card(belief.label, belief.claim, belief.reality)
            yield Shares(read, (Share(words.BELIEVING, figures.myth),))
            counts = {"realistic": figures.realistic, "mixed": figures.mixed}
            yield Paragraph(words.NOT_BELIEVING.format_map(counts))
            yield AnswerList(tuple(_statements(belief, figures)))


def _statements(belief: Belief, figures: BeliefFigures) -> Iterator[tuple[str, str]]:
    most_believed = sorted(belief.items, key=lambda item: -figures.items[item.id].believing)
    for item in most_believed[:MOST_STATEMENTS]:
        found = figures.items[item.id]
        if found.believing:
            answer = words.DISAGREEING if item.reverse else words.AGREEING
            yield item.text, answer.format(count=thousands(found.believing), n=thousands(found.n))


def _contrasts(profile: Profile, recap: Recap) -> Iterator[Block]:
    """Yield how many lean to this job, to a sibling job, or to neither."""
    for contrast in profile.contrasts:
        counts = recap.contrasts[contrast.id]
        if sum(counts.values()) > counts["unread"]:
            shown = {name: thousands(n) for name, n in counts.items()}
            yield Paragraph(words.LEANINGS.format(**shown, label=contrast.label))


def _trust(profile: Profile, recap: Recap) -> Iterator[Block]:
    """Yield how the group answered, the results without low quality, and the reliability."""
    if recap.rejected < recap.n:
        yield Paragraph(" ".join(_quality(profile, recap)))
        yield Paragraph(" ".join(_reliability(profile, recap)))
    yield Remark(words.LIMITS)


def _quality(profile: Profile, recap: Recap) -> Iterator[str]:
    quality = recap.quality
    levels = {level: thousands(getattr(quality, level)) for level in QUALITY_LEVELS}
    yield words.QUALITY.format(**levels)
    raised = [
        words.FLAG_COUNT.format(flag=FLAGS[flag].word, count=thousands(count))
        for flag, count in quality.flags.items()
        if count
    ]
    if raised:
        yield words.FLAGS_FOUND.format(flags=join(raised))
    if quality.low:
        yield from _without_low(profile, recap)


def _without_low(profile: Profile, recap: Recap) -> Iterator[str]:
    rest = recap.quality.without_low
    if rest is None:
        yield words.FEW_LEFT.format(fewest=FEWEST)
    elif not rest.scored:
        yield words.NOTHING_LEFT
    else:
        counts = [
            words.VERDICT_COUNT.format(
                verdict=verdict.label, count=thousands(rest.verdicts[verdict.id])
            )
            for verdict in reversed(profile.verdicts)
        ]
        yield words.WITHOUT_LOW.format(verdicts=", ".join(counts))
        label, points = _largest_shift(profile, recap.scales, rest.scales)
        yield words.SHIFT.format(points=points, label=label) if points else words.NO_SHIFT


def _largest_shift(
    profile: Profile, before: Mapping[str, ScaleFigures], after: Mapping[str, ScaleFigures]
) -> tuple[str, int]:
    """The scale whose shown mean moves most, and by how many points."""
    shifts = {
        scale.label: abs(whole(before[scale.id].scored.mean or 0) - whole(mean))
        for scale in profile.fit_scales
        if (mean := after[scale.id].scored.mean) is not None
    }
    label = max(shifts, key=lambda each: shifts[each])
    return label, shifts[label]


def _reliability(profile: Profile, recap: Recap) -> Iterator[str]:
    """Yield the range of alpha over the fit scales, and the interval of the lowest."""
    alphas = {
        scale.label: (alpha, recap.scales[scale.id])
        for scale in profile.fit_scales
        if (alpha := recap.scales[scale.id].alpha) is not None
    }
    if not alphas:
        complete, minimum = (
            max(scale.n_complete for scale in recap.scales.values()),
            recap.minimums.alpha,
        )
        sentence = words.ALPHA_IMPOSSIBLE if complete >= minimum else words.ALPHA_MISSING
        yield sentence.format(minimum=minimum, n=complete)
        return
    lowest, highest = (end(alphas, key=lambda label: alphas[label][0]) for end in (min, max))
    (alpha, figures), (highest_alpha, _) = alphas[lowest], alphas[highest]
    yield words.ALPHA.format(
        lowest=decimal(alpha),
        lowest_label=lowest,
        highest=decimal(highest_alpha),
        highest_label=highest,
    )
    if alpha < 0:
        yield words.ALPHA_NEGATIVE
        return
    low, high = map(decimal, figures.alpha_ci95 or (0, 0))
    yield words.ALPHA_INTERVAL.format(n=thousands(figures.n_complete), low=low, high=high)
