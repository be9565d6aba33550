"""The scoring key: a profile as arrays for the kernel. Columns are items in presented order."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from kelompok_quiz.profile.loading import Instrument
from kelompok_quiz.profile.model import Profile

Ints: TypeAlias = npt.NDArray[np.intp]
Bools: TypeAlias = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Key:
    """An instrument as the formulas need it; scales in output order, the fit scales first."""

    instrument: Instrument

    @property
    def profile(self) -> Profile:
        """The profile this key belongs to."""
        return self.instrument.profile

    @property
    def points(self) -> int:
        """The number of responses, m."""
        return self.profile.points

    @cached_property
    def reverse(self) -> Bools:
        """Which columns are reverse-keyed: (items,)."""
        return np.array([item.reverse for item in self.profile.items], dtype=np.bool_)

    @cached_property
    def columns(self) -> tuple[Ints, ...]:
        """The columns of each scale's items."""
        place = {item.id: index for index, item in enumerate(self.profile.items)}
        return tuple(
            np.array(sorted(place[item.id] for item in scale.items), dtype=np.intp)
            for scale in self.profile.scales
        )

    @cached_property
    def lengths(self) -> Ints:
        """The number of items of each scale: (scales,)."""
        return np.array([len(columns) for columns in self.columns], dtype=np.intp)

    @cached_property
    def reverse_lengths(self) -> Ints:
        """The number of reverse-keyed items of each scale: (scales,)."""
        return np.array([self.reverse[columns].sum() for columns in self.columns], dtype=np.intp)

    @property
    def fit_count(self) -> int:
        """How many of the scales, from the first, make the fit."""
        return len(self.profile.fit_scales)

    @property
    def trait_count(self) -> int:
        """How many of the fit scales, from the first, are traits; the rest are anti-traits."""
        return len(self.profile.traits)

    @cached_property
    def weights(self) -> npt.NDArray[np.float64]:
        """The weight of each fit scale: (fit scales,)."""
        return np.array([scale.weight for scale in self.profile.fit_scales], dtype=np.float64)

    @cached_property
    def floors(self) -> npt.NDArray[np.float64]:
        """The lowest fit of each verdict, rising from 0: (verdicts,)."""
        return np.array([verdict.floor for verdict in self.profile.verdicts], dtype=np.float64)

    @cached_property
    def all_anti_traits_verdict(self) -> int:
        """The index of the verdict for a person with every anti-trait."""
        ids = [verdict.id for verdict in self.profile.verdicts]
        return ids.index(self.profile.rules.all_anti_traits_verdict)
