"""How well the items of a scale hang together, over the people who answered all of them.

All follows from the covariance matrix C of the keyed answers (n − 1), k items:
alpha = k/(k − 1)·(1 − tr C/ΣC) (Cronbach 1951, doi 10.1007/BF02310555), its 95 % interval from F
with n − 1 and (n − 1)(k − 1) degrees of freedom (Feldt 1965, doi 10.1007/BF02289499), the
standardised alpha from the correlations instead, and `r_drop`, an item with the sum of the others.
None is "cannot be computed": a single item, or nothing varies.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from kelompok_quiz.cohort.distribution import f_quantile
from kelompok_quiz.cohort.omega import omega_total
from kelompok_quiz.cohort.sums import Whole
from kelompok_quiz.result import Floats

TAIL: Final = 0.025
"""Left out on either side of a 95 % interval."""


@dataclass(frozen=True, eq=False)
class Coherence:
    """The statistics of one scale from its moments, as `ItemSums` keeps them."""

    moments: Whole

    @property
    def people(self) -> int:
        """How many answered the whole scale, n."""
        return int(self.moments[0, 0])

    @property
    def items(self) -> int:
        """The number of items, k."""
        return len(self.moments) - 1

    @property
    def mean(self) -> float | None:
        """The mean of the keyed answers, 1..m."""
        if not self.people:
            return None
        return int(self.moments[0, 1:].sum()) / (self.people * self.items)

    @property
    def sd(self) -> float | None:
        """The SD (n − 1) of people's mean keyed answers."""
        scaled = self._scaled_covariance
        return None if scaled is None else math.sqrt(scaled.sum() / self._scaling) / self.items

    @property
    def _scaling(self) -> int:
        return self.people * (self.people - 1)

    @cached_property
    def _scaled_covariance(self) -> npt.NDArray[np.object_] | None:
        """C·n(n − 1), which is whole, as exact integers; None of fewer than two people."""
        if not self._scaling:
            return None
        moments = self.moments.astype(object)
        sums = moments[0, 1:]
        return np.asarray(self.people * moments[1:, 1:] - np.outer(sums, sums))

    @cached_property
    def _correlations(self) -> Floats | None:
        """None where an item does not vary."""
        scaled = self._scaled_covariance
        if scaled is None or not scaled.diagonal().all():
            return None
        covariance = scaled.astype(np.float64)
        sds = np.sqrt(covariance.diagonal())
        return np.asarray(covariance / np.outer(sds, sds))

    @property
    def alpha(self) -> float | None:
        """Cronbach's alpha."""
        return None if self._scaled_covariance is None else _alpha(self._scaled_covariance)

    @property
    def alpha_interval(self) -> tuple[float, float] | None:
        """The 95 % interval of alpha."""
        alpha = self.alpha
        if alpha is None:
            return None
        degrees = self.people - 1, (self.people - 1) * (self.items - 1)
        upper, lower = f_quantile(1 - TAIL, *degrees), f_quantile(TAIL, *degrees)
        return 1 - (1 - alpha) * upper, 1 - (1 - alpha) * lower

    @property
    def standardised_alpha(self) -> float | None:
        """Alpha of the items brought to one spread."""
        return None if self._correlations is None else _alpha(self._correlations)

    @property
    def sem(self) -> float | None:
        """The standard error of measurement of a mean keyed answer, SD·√(1 − alpha)."""
        sd, alpha = self.sd, self.alpha
        return None if sd is None or alpha is None else sd * math.sqrt(max(0.0, 1 - alpha))

    @property
    def omega_total(self) -> float | None:
        """McDonald's omega total."""
        return None if self._correlations is None else omega_total(self._correlations)

    def r_drop(self, item: int) -> float | None:
        """The correlation of an item with the sum of the others."""
        scaled = self._scaled_covariance
        if scaled is None:
            return None
        own, with_all = scaled[item, item], scaled[item].sum()
        spread = own * (scaled.sum() - 2 * with_all + own)
        return float((with_all - own) / math.sqrt(spread)) if spread > 0 else None

    def alpha_if_dropped(self, item: int) -> float | None:
        """Alpha of the other items."""
        scaled = self._scaled_covariance
        if scaled is None:
            return None
        return _alpha(np.delete(np.delete(scaled, item, axis=0), item, axis=1))


def _alpha(matrix: npt.NDArray[Any]) -> float | None:
    items, total = len(matrix), matrix.sum()
    if items < 2 or total <= 0:  # noqa: PLR2004 - one item has nothing to agree with
        return None
    return items / (items - 1) * (1 - float(matrix.trace() / total))
