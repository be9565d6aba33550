"""The oracle: scoring version 2 in plain Python, a small function for each sentence of the spec.

It is obvious and slow on purpose, and shares no code with the product's vectorised scorer, which is
tested against it. Whatever is rational stays an exact `Fraction` until the record is written; the
formulas are those of `docs/metode.md`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from statistics import NormalDist, mean, median, variance
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Profile = Mapping[str, Any]
    Record = dict[str, Any]
    Answers = Mapping[str, int | None]
    Seconds = Mapping[str, float | None]

SHARE_OF_A_SCALE = Fraction(3, 4)  # answered items a scale score needs
SHARE_OF_ALL = Fraction(4, 5)  # answered trait and anti-trait items a fit needs
UNSCORED_TRAITS = 1  # traits that may lack a score beside a fit
HIGH, LOW = 65, 35  # a belief or contrast score that leans to one side
LEAST_SPREAD = Fraction(6, 10)  # s of the standard errors on 1..5 answers: never below
DECIMALS = 9  # scores are compared after rounding to these

LAGS = range(1, 6)
PAIRS_PER_LAG = 20
ANSWERS_FOR_FLAGS = 10
NO_EXPECTED_VARIATION = Fraction(1, 10**9)
STRONG_FLAGS = {"straight_line", "pattern", "too_fast"}


def score(
    profile: Profile,
    answers: Answers,
    *,
    order: Sequence[str] | None = None,
    seconds: Seconds | None = None,
) -> Record:
    """Score one person: the keys of the result record, from `status` on, that scoring decides.

    `profile` is the YAML as parsed and valid; `answers` maps item ids to raw answers 1..m, None or
    absent = missing; `order` is the person's own item order; `seconds` are times on screen.
    """
    scales = read_scales(profile, answers)
    judged = [scale for scale in scales if scale.kind in ("trait", "anti_trait")]
    s2 = error_variance(judged, scales[0].m)
    outcome = judgement(profile, judged, s2) if is_determined(judged) else undetermined(judged)
    contributions = outcome.pop("contributions")
    items = [item for scale in scales for item in scale.items]
    return {
        **outcome,
        "scales": {scale.id: scale_entry(scale, s2, contributions[scale.id]) for scale in judged},
        "beliefs": {s.id: belief_entry(s, s2) for s in scales if s.kind == "belief"},
        "contrasts": {s.id: contrast_entry(s, s2) for s in scales if s.kind == "contrast"},
        "quality": quality(scales, order or profile["order"], seconds or {}),
        "answered": sum(item.raw is not None for item in items),
        "items": len(items),
    }


@dataclass(frozen=True)
class Item:
    """One statement and this person's raw answer to it; None = missing."""

    id: str
    reverse: bool
    raw: int | None


@dataclass(frozen=True)
class Scale:
    """One scale of the profile, of any kind, with this person's answers on 1..`m`."""

    id: str
    kind: str
    weight: int
    items: list[Item]
    m: int

    @property
    def keyed(self) -> list[Fraction]:
        """The answered items, keyed: m+1-r for a reverse item, else r."""
        m = self.m
        return [
            Fraction(m + 1 - item.raw if item.reverse else item.raw)
            for item in self.items
            if item.raw is not None
        ]

    @property
    def n(self) -> int:
        """Number of answered items."""
        return len(self.keyed)

    @property
    def score(self) -> Fraction | None:
        """100*(mean of answered keyed - 1)/(m-1), or None where too little is answered."""
        enough = self.n >= math.ceil(SHARE_OF_A_SCALE * len(self.items))
        directions = {item.reverse for item in self.items}
        answered_directions = {item.reverse for item in self.items if item.raw is not None}
        if not enough or answered_directions != directions:
            return None
        return 100 * (mean(self.keyed) - 1) / (self.m - 1)

    @property
    def favour(self) -> Fraction:
        """g, what speaks for the job: the score of a trait, 100 - score of an anti-trait."""
        assert self.score is not None
        return self.score if self.kind == "trait" else 100 - self.score


def read_scales(profile: Profile, answers: Answers) -> list[Scale]:
    """All scales in profile order: traits, anti-traits, beliefs, contrasts."""
    m = len(profile["responses"])
    kinds = {
        "trait": profile["traits"],
        "anti_trait": profile["anti_traits"],
        "belief": profile["beliefs"],
        "contrast": profile["contrasts"],
    }
    return [
        Scale(entry["id"], kind, entry.get("weight", 1), read_items(entry, answers), m)
        for kind, entries in kinds.items()
        for entry in entries
    ]


def read_items(entry: Mapping[str, Any], answers: Answers) -> list[Item]:
    """The items of one scale of the profile, in its order."""
    return [
        Item(item["id"], item.get("reverse", False), answers.get(item["id"]))
        for item in entry["items"]
    ]


def rounded(value: Fraction | float) -> Fraction:
    """A score as it is compared: rounded to 9 decimals, and exact from there."""
    return round(Fraction(value), DECIMALS)


def bound(number: float) -> Fraction:
    """A bound of the profile or the specification as the decimal it is written as."""
    return Fraction(str(number))


def is_determined(judged: list[Scale]) -> bool:
    """Enough trait and anti-trait items, every anti-trait scored, at most one trait unscored."""
    answered = sum(scale.n for scale in judged)
    items = sum(len(scale.items) for scale in judged)
    unscored = [scale.kind for scale in judged if scale.score is None]
    return (
        answered >= SHARE_OF_ALL * items
        and "anti_trait" not in unscored
        and unscored.count("trait") <= UNSCORED_TRAITS
    )


def pooled_variance(scales: list[Scale]) -> Fraction | None:
    """s^2 = sum of (n-1)*var over sum of (n-1), keyed answers; None without a degree of freedom."""
    freedom = sum(scale.n - 1 for scale in scales)
    if freedom == 0:
        return None
    return sum((squares(scale.keyed) for scale in scales), Fraction()) / freedom


def error_variance(judged: list[Scale], m: int) -> Fraction:
    """s^2 of the standard errors: the pooled variance, with s never below 0.6*(m-1)/4."""
    least = (LEAST_SPREAD * Fraction(m - 1, 4)) ** 2
    pooled = pooled_variance([scale for scale in judged if scale.score is not None])
    return least if pooled is None else max(pooled, least)


def squares(values: list[Fraction]) -> Fraction:
    """(n-1)*var: the squared distances from the mean, summed; 0 for a single value."""
    centre = mean(values)
    return sum(((value - centre) ** 2 for value in values), Fraction())


def standard_error(scale: Scale, s2: Fraction) -> float | None:
    """SE of a scored scale of any kind: 100/(m-1) * s/sqrt(n)."""
    if scale.score is None:
        return None
    return 100 / (scale.m - 1) * math.sqrt(s2) / math.sqrt(scale.n)


def fit_error(scored: list[Scale], s2: Fraction) -> float:
    """SE of the fit: sqrt(sum of w^2*SE^2) / sum of w."""
    errors = [(scale.weight, standard_error(scale, s2)) for scale in scored]
    terms = [(weight * se) ** 2 for weight, se in errors if se is not None]
    return math.sqrt(math.fsum(terms)) / sum(weight for weight, _ in errors)


def undetermined(judged: list[Scale]) -> Record:
    """What is said about the fit where there is none: null, and no caution."""
    numbers = ("verdict", "band", "fit", "fit_se", "stability", "between", "change")
    return {
        "status": "undetermined",
        **dict.fromkeys(numbers),
        "cautions": [],
        "contributions": {scale.id: None for scale in judged},
    }


def judgement(profile: Profile, judged: list[Scale], s2: Fraction) -> Record:
    """Fit, band and verdict of a person whose status is `scored`."""
    scored = [scale for scale in judged if scale.score is not None]
    total = sum(scale.weight for scale in scored)
    contributions = {scale.id: scale.weight * scale.favour / total for scale in scored}
    fit = sum(contributions.values(), Fraction())
    fit_se = fit_error(scored, s2)
    ids = [verdict["id"] for verdict in profile["verdicts"]]
    starts = [bound(verdict["from"]) for verdict in profile["verdicts"]]
    band = max(i for i, start in enumerate(starts) if start <= rounded(fit))
    cautions = find_cautions(judged, s2, bound(profile["rules"]["caution_from"]))
    return {
        "status": "scored",
        "verdict": find_verdict(ids, band, cautions, profile["rules"]["all_anti_traits_verdict"]),
        "band": ids[band],
        "fit": float(fit),
        "fit_se": fit_se,
        "stability": stability(fit, fit_se, starts, band),
        "between": between(fit, fit_se, starts, ids),
        "cautions": cautions,
        "change": change(scored, fit, starts, ids, band),
        "contributions": {scale.id: number(contributions.get(scale.id)) for scale in judged},
    }


def find_cautions(judged: list[Scale], s2: Fraction, limit: Fraction) -> list[Record]:
    """Anti-traits at or above the limit: `watch`, `cap` where sure of it, `all` where all are."""
    anti_traits = [scale for scale in judged if scale.kind == "anti_trait"]
    high = [s for s in anti_traits if s.score is not None and rounded(s.score) >= limit]
    if len(high) == len(anti_traits):
        return [{"scale": scale.id, "level": "all"} for scale in high]
    return [{"scale": scale.id, "level": caution_level(scale, s2, limit)} for scale in high]


def caution_level(scale: Scale, s2: Fraction, limit: Fraction) -> str:
    """`cap` if also score - SE is at or above the limit, else `watch`."""
    se = standard_error(scale, s2)
    assert scale.score is not None
    return "cap" if se is not None and rounded(float(scale.score) - se) >= limit else "watch"


def find_verdict(ids: list[str], band: int, cautions: list[Record], all_verdict: str) -> str:
    """The band, except: all anti-traits high, or one or more caps, which lower it by one band."""
    levels = {caution["level"] for caution in cautions}
    if "all" in levels:
        return all_verdict
    if "cap" in levels:
        return ids[max(band - 1, 0)]
    return ids[band]


def stability(fit: Fraction, fit_se: float, starts: list[Fraction], band: int) -> float:
    """Phi((upper-fit)/SE) - Phi((lower-fit)/SE) for the band, open at the ends."""
    below = 0.0 if band == 0 else phi(float(starts[band] - fit) / fit_se)
    up_to = 1.0 if band == len(starts) - 1 else phi(float(starts[band + 1] - fit) / fit_se)
    return up_to - below


def phi(z: float) -> float:
    """The standard normal distribution function."""
    return NormalDist().cdf(z)


def between(
    fit: Fraction, fit_se: float, starts: list[Fraction], ids: list[str]
) -> list[str] | None:
    """The bands on either side of the nearest inner bound, if it is nearer than one SE.

    Of two bounds equally near, the lower.
    """
    distances = {upper: abs(fit - starts[upper]) for upper in range(1, len(starts))}
    if not distances:
        return None
    upper = min(distances, key=lambda i: distances[i])
    near = rounded(distances[upper]) < rounded(fit_se)
    return [ids[upper - 1], ids[upper]] if near else None


def change(
    scored: list[Scale], fit: Fraction, starts: list[Fraction], ids: list[str], band: int
) -> Record:
    """The least number of one-step answer moves into the next band up, and down."""
    up = down = None
    if band < len(ids) - 1:
        steps = fewest(moves(scored, +1), lambda gain: rounded(fit + gain) >= starts[band + 1])
        up = {"verdict": ids[band + 1], "steps": steps}
    if band > 0:
        steps = fewest(moves(scored, -1), lambda loss: rounded(fit - loss) < starts[band])
        down = {"verdict": ids[band - 1], "steps": steps}
    return {"up": up, "down": down}


def moves(scored: list[Scale], direction: int) -> list[Fraction]:
    """What every possible one-step move of an answer is worth in fit, each listed once.

    A move on scale j is worth w/(sum of w) * 100/((m-1)*n). Raising the fit raises the keyed
    answers of a trait, up to m, and lowers those of an anti-trait, down to 1; lowering it, the
    other way.
    """
    total = sum(scale.weight for scale in scored)
    worths: list[Fraction] = []
    for scale in scored:
        worth = Fraction(scale.weight, total) * Fraction(100, (scale.m - 1) * scale.n)
        rises = (direction > 0) == (scale.kind == "trait")
        room = sum(scale.m - k if rises else k - 1 for k in scale.keyed)
        worths += [worth] * int(room)
    return worths


def fewest(worths: list[Fraction], arrived: Callable[[Fraction], bool]) -> int:
    """How many moves it takes, the greatest first: no other choice of as many goes further."""
    greatest_first = sorted(worths, reverse=True)
    return next(t for t in range(len(worths) + 1) if arrived(sum(greatest_first[:t], Fraction())))


def number(value: Fraction | None) -> float | None:
    """An exact value as the record writes it."""
    return None if value is None else float(value)


def measured(scale: Scale, s2: Fraction) -> Record:
    """What every kind of scale tells: score, SE, answered, items."""
    return {
        "score": number(scale.score),
        "se": standard_error(scale, s2),
        "answered": scale.n,
        "items": len(scale.items),
    }


def scale_entry(scale: Scale, s2: Fraction, contribution: float | None) -> Record:
    """A trait or an anti-trait."""
    own = {"kind": scale.kind, "weight": scale.weight, "contribution": contribution}
    return measured(scale, s2) | own


def belief_entry(scale: Scale, s2: Fraction) -> Record:
    """A belief; high = believes the claim."""
    reading = leaning(scale.score, high="myth", low="realistic", middle="mixed")
    return {**measured(scale, s2), "reading": reading}


def contrast_entry(scale: Scale, s2: Fraction) -> Record:
    """A contrast; high = leans to the job of this profile."""
    side = leaning(scale.score, high="this", low="that", middle="balanced")
    return {**measured(scale, s2), "leaning": side}


def leaning(value: Fraction | None, *, high: str, low: str, middle: str) -> str | None:
    """`high` from 65, `low` to 35, else `middle`; None without a score."""
    if value is None:
        return None
    if rounded(value) >= HIGH:
        return high
    return low if rounded(value) <= LOW else middle


def quality(scales: list[Scale], order: Sequence[str], seconds: Seconds) -> Record:
    """Indices, flags and level; they never change a score."""
    items = [item for scale in scales for item in scale.items]
    raw_of = {item.id: item.raw for item in items}
    presented = [raw_of[item_id] for item_id in order]
    raw = [Fraction(r) for r in presented if r is not None]
    indices: Record = {
        "longstring": longest(presented, is_one_answer),
        "sd": math.sqrt(variance(raw)) if len(raw) > 1 else None,
        "alternating": longest(presented, is_alternating),
        "autocorrelation": autocorrelation(presented),
        "consistency": number(consistency(scales, raw)),
        "within_sd": within_sd(scales),
        "balanced_mean": number(balanced_mean(items)),
        "median_seconds": median_seconds(items, seconds),
    }
    enough = len(raw) >= ANSWERS_FOR_FLAGS
    flags = find_flags(indices, presented, scales[0].m) if enough else []
    missing = len(items) - len(raw)
    if missing > Fraction(20, 100) * len(items):
        flags = [*flags, "incomplete"]
    return {"level": level(flags), "flags": flags, **indices}


def level(flags: list[str]) -> str:
    """`low` with a strong flag, `note` with a note only, else `good`."""
    if STRONG_FLAGS & set(flags):
        return "low"
    return "note" if flags else "good"


def longest(presented: list[int | None], holds: Callable[[list[int | None]], bool]) -> int:
    """Length of the longest stretch, no answer in it missing, for which `holds`; 0 if none."""
    ends = range(len(presented) + 1)
    stretches = (presented[start:end] for end in ends for start in range(end))
    return max((len(s) for s in stretches if None not in s and holds(s)), default=0)


def is_one_answer(stretch: list[int | None]) -> bool:
    """Every answer is the same."""
    return len(set(stretch)) == 1


def is_alternating(stretch: list[int | None]) -> bool:
    """x_t = x_(t-2) and x_t != x_(t-1) from the third answer on, and there is a third."""
    thirds = range(2, len(stretch))
    return len(stretch) > 2 and all(
        stretch[t] == stretch[t - 2] and stretch[t] != stretch[t - 1] for t in thirds
    )


def autocorrelation(presented: list[int | None]) -> float | None:
    """The greatest correlation of the answers with themselves 1..5 places on."""
    correlations = [correlation_at(presented, lag) for lag in LAGS]
    return max((r for r in correlations if r is not None), default=None)


def correlation_at(presented: list[int | None], lag: int) -> float | None:
    """Pearson's r over the pairs where both are present: 20 at least, variance on both sides."""
    both = zip(presented, presented[lag:], strict=False)
    pairs = [(Fraction(x), Fraction(y)) for x, y in both if x is not None and y is not None]
    xs, ys = [x for x, _ in pairs], [y for _, y in pairs]
    if len(pairs) < PAIRS_PER_LAG or squares(xs) == 0 or squares(ys) == 0:
        return None
    mean_x, mean_y = mean(xs), mean(ys)
    products = sum(((x - mean_x) * (y - mean_y) for x, y in pairs), Fraction())
    return float(products) / math.sqrt(squares(xs) * squares(ys))


def consistency(scales: list[Scale], raw: list[Fraction]) -> Fraction | None:
    """C = 1 - W/E[W] over every scale with two answered items or more."""
    several = [scale for scale in scales if scale.n > 1]
    if len(raw) < 2:
        return None
    w = sum((squares(scale.keyed) for scale in several), Fraction())
    expected = sum(((s.n - 1) * expected_variance(s, raw) for s in several), Fraction())
    return None if expected <= NO_EXPECTED_VARIATION else 1 - w / expected


def expected_variance(scale: Scale, raw: list[Fraction]) -> Fraction:
    """e: the variance of a scale's keyed answers, were all raw answers dealt at random.

    (same*2*s^2 + opp*(2p(1 - 1/(L-1)) + (2*mu - 1 - m)^2)) / (n(n-1)), p = s^2*(L-1)/L.
    """
    n, m, big_l = scale.n, scale.m, len(raw)
    q = sum(item.reverse for item in scale.items if item.raw is not None)
    same = Fraction(q * (q - 1), 2) + Fraction((n - q) * (n - q - 1), 2)
    opp = q * (n - q)
    mu, s2 = mean(raw), variance(raw)
    p = s2 * (big_l - 1) / big_l
    opposite = 2 * p * (1 - Fraction(1, big_l - 1)) + (2 * mu - 1 - m) ** 2
    return (same * 2 * s2 + opp * opposite) / (n * (n - 1))


def within_sd(scales: list[Scale]) -> float | None:
    """sqrt(W / sum of (n-1)) over every scale with two answered items or more."""
    s2 = pooled_variance([scale for scale in scales if scale.n > 1])
    return None if s2 is None else math.sqrt(s2)


def balanced_mean(items: list[Item]) -> Fraction | None:
    """(mean of raw answers to regular items + mean of raw answers to reverse items) / 2."""
    regular = [Fraction(i.raw) for i in items if i.raw is not None and not i.reverse]
    reverse = [Fraction(i.raw) for i in items if i.raw is not None and i.reverse]
    if not regular or not reverse:
        return None
    return (mean(regular) + mean(reverse)) / 2


def median_seconds(items: list[Item], seconds: Seconds) -> float | None:
    """The median of the known times of the answered items."""
    times = [seconds.get(item.id) for item in items if item.raw is not None]
    known = [time for time in times if time is not None]
    return median(known) if known else None


def find_flags(indices: Record, presented: list[int | None], m: int) -> list[str]:
    """Every flag but `incomplete`, in the order of the specification.

    Thresholds of spread and of means are for m = 5 and scale with (m-1)/4.
    """
    raw = [Fraction(r) for r in presented if r is not None]
    unit = Fraction(m - 1, 4)
    known = {name: rounded(v) for name, v in indices.items() if v is not None}
    even = known["sd"] <= bound(0.50) * unit
    at_middle = abs(mean(raw) - Fraction(m + 1, 2)) < bound(0.5) * unit
    checks = {
        "straight_line": has_long_run(presented, m) or (even and not at_middle),
        "pattern": known.get("autocorrelation", 0) >= bound(0.50) or known["alternating"] >= 11,
        "too_fast": "median_seconds" in known and known["median_seconds"] < 2,
        "inconsistent": "consistency" in known and is_inconsistent(known, unit),
        "mostly_neutral": even and at_middle,
        "acquiescence": "balanced_mean" in known and is_acquiescent(known["balanced_mean"], unit),
    }
    return [flag for flag, raised in checks.items() if raised]


def has_long_run(presented: list[int | None], m: int) -> bool:
    """A run of one answer: of 25 if it is the middle one of an odd number, else of 10."""
    least = {answer: 25 if 2 * answer == m + 1 else 10 for answer in range(1, m + 1)}
    return any(
        longest([a if a == answer else None for a in presented], is_one_answer) >= length
        for answer, length in least.items()
    )


def is_inconsistent(known: Mapping[str, Fraction], unit: Fraction) -> bool:
    """(C < .10 and within_sd >= 1.1) or (C < .20 and within_sd >= 1.3)."""
    c, within = known["consistency"], known["within_sd"]
    return (c < bound(0.10) and within >= bound(1.1) * unit) or (
        c < bound(0.20) and within >= bound(1.3) * unit
    )


def is_acquiescent(balanced: Fraction, unit: Fraction) -> bool:
    """The balanced mean lies outside 2.25..4.0 (on 1..5)."""
    lowest, highest = 1 + (bound(2.25) - 1) * unit, 1 + (bound(4.0) - 1) * unit
    return not lowest <= balanced <= highest
