"""The recap of a group of people, as `rekap --format json` writes it; None means no value.

It names no person. Scale means, SDs and errors are on the scale 0..100, item means on 1..m.
"""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from kelompok_quiz.result.record import ProfileStamp

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Minimums:
    """Complete answers from which on a statistic is published; with fewer it is mostly chance."""

    alpha: int = 30
    item_total: int = 50
    omega: int = 100


NO_MINIMUMS = Minimums(0, 0, 0)


class Spread(msgspec.Struct, frozen=True):
    """The scores of all people with a score."""

    n: int
    mean: float | None
    sd: float | None


class GroupSpread(msgspec.Struct, frozen=True):
    """The scores of a group in whole points; their number is withheld: it would identify people."""

    mean: int | None
    sd: int | None


class ItemFigures(msgspec.Struct, frozen=True):
    """The keyed answers to an item, and how it goes with the others of its scale."""

    n: int
    mean: float | None
    sd: float | None
    missing: int
    r_drop: float | None
    alpha_if_dropped: float | None


class ScaleFigures(msgspec.Struct, frozen=True):
    """A scale; all is on complete answers but `scored` and the items' n, mean, sd and missing."""

    scored: Spread
    n_complete: int
    mean: float | None = None
    sd: float | None = None
    alpha: float | None = None
    alpha_ci95: tuple[float, float] | None = None
    std_alpha: float | None = None
    sem: float | None = None
    omega_total: float | None = None
    items: dict[str, ItemFigures] = {}


class BeliefItem(msgspec.Struct, frozen=True):
    """How many answered a statement, and how many of them on the side of the belief."""

    n: int
    believing: int


class BeliefFigures(msgspec.Struct, frozen=True):
    """How many still believe a claim, and statement by statement."""

    myth: int
    mixed: int
    realistic: int
    unread: int
    items: dict[str, BeliefItem]


class JoinedVerdicts(msgspec.Struct, frozen=True):
    """Neighbouring verdicts, perhaps with the undetermined, that are published as one number."""

    verdicts: tuple[str, ...]
    undetermined: bool
    n: int | None


class Group(msgspec.Struct, frozen=True):
    """A group without the rejected; a count or a score of too few people is None.

    A verdict without a count of its own is in `joined`, from the lowest, in all groups alike.
    `scales` has traits and anti-traits only: mean and SD of a belief would often disclose how many
    of a few people have a reading of it.
    """

    n: int
    verdicts: dict[str, int | None]
    undetermined: int | None
    joined: tuple[JoinedVerdicts, ...]
    scales: dict[str, GroupSpread | None]
    beliefs: dict[str, dict[str, int | None]]
    contrasts: dict[str, dict[str, int | None]]
    quality: dict[str, int | None]


class Pool(msgspec.Struct, frozen=True):
    """The groups too small to be named, as one."""

    groups: int
    together: Group


class WithoutLow(msgspec.Struct, frozen=True):
    """The figures of all people but those of low answer quality."""

    n: int
    scored: int
    undetermined: int
    verdicts: dict[str, int]
    scales: dict[str, ScaleFigures]


class QualityFigures(msgspec.Struct, frozen=True):
    """Answer quality.

    If it is low for one to four people, `without_low` has verdicts, and means and SDs in whole
    points; if only one to four others are left, it is None.
    """

    good: int
    note: int
    low: int
    flags: dict[str, int]
    without_low: WithoutLow | None


class Recap(msgspec.Struct, frozen=True):
    """Everything published about a group of people."""

    schema: int
    scoring: int
    profile: ProfileStamp
    n: int
    scored: int
    undetermined: int
    rejected: int
    verdicts: dict[str, int]
    per: str | None
    groups: dict[str, Group]
    pooled: Pool | None
    beliefs: dict[str, BeliefFigures]
    contrasts: dict[str, dict[str, int]]
    scales: dict[str, ScaleFigures]
    quality: QualityFigures
    minimums: Minimums
