"""Rounding for the eye that never says more than the value: a shown number stays in its band."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

GUARD = 6
"""Decimals kept before rounding half-up, so that 0.5 computed as 0.4999999999 still rounds up."""


def rounded(
    values: npt.ArrayLike,
    decimals: int,
    *,
    floors: Sequence[float] = (),
    ceilings: Sequence[float] = (),
) -> npt.NDArray[np.int64]:
    """Return values rounded half-up, as whole numbers of 10^-decimals; NaN becomes 0.

    A value below one of the `floors` (≥ it belongs above) is never rounded onto it, and one above
    one of the `ceilings` (≤ it belongs below) never down onto it: 69.6 under a bound of 70 is 69.
    """
    unit = 10**decimals
    scaled: npt.NDArray[Any] = np.nan_to_num(np.asarray(values, dtype=np.float64) * unit)
    shown = np.floor(np.round(scaled, GUARD) + 0.5).astype(np.int64)
    exact = np.round(scaled, GUARD)
    for floor in floors:
        shown = np.where((exact < floor * unit) & (shown >= floor * unit), floor * unit - 1, shown)
    for ceiling in ceilings:
        crossed = (exact > ceiling * unit) & (shown <= ceiling * unit)
        shown = np.where(crossed, ceiling * unit + 1, shown)
    return shown.astype(np.int64)
