"""Rounding for the eye that never says more than the value: a shown number stays in its band."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from kelompok_quiz.result.columns import DECIMALS, NONE

GUARD = 6
"""Decimals kept before rounding half-up, so that 0.5 computed as 0.4999999999 still rounds up."""


def rounded(
    values: npt.ArrayLike,
    decimals: int,
    *,
    floors: Sequence[float] = (),
    ceilings: Sequence[float] = (),
) -> npt.NDArray[np.int64]:
    """Return values rounded half-up, as whole numbers of 10^-decimals; NaN becomes `NONE`.

    A value below one of the `floors` (≥ it belongs above) is never rounded onto it, and one above
    one of the `ceilings` (≤ it belongs below) never down onto it: 69.6 under a bound of 70 is 69.
    """
    unit = 10**decimals
    values = np.asarray(values, dtype=np.float64)
    compared = np.round(values, DECIMALS)
    shown = np.floor(np.round(np.nan_to_num(values) * unit, GUARD) + 0.5).astype(np.int64)
    for floor in floors:
        shown = np.where((compared < floor), np.minimum(shown, round(floor * unit) - 1), shown)
    for ceiling in ceilings:
        shown = np.where((compared > ceiling), np.maximum(shown, round(ceiling * unit) + 1), shown)
    return np.where(np.isnan(values), NONE, shown)
