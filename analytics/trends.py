"""The Theil-Sen trend of one goal's measurements with its range, for drawing; statuses come from SQL (rules 10)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

LEAST = 4
"""Measurements below which no trend is told (rules 10)."""
CONFIDENCE = 0.90


@dataclass(frozen=True)
class Trend:
    """A line through the median point. Slopes are in the goal's unit a day; low and high bound them with CONFIDENCE."""

    middle_day: float
    middle_value: float
    slope: float
    low: float
    high: float

    def at(self, day: date, slope: float | None = None) -> float:
        """The line's value on a day; ``slope`` (low, high) instead of its own."""
        chosen = self.slope if slope is None else slope
        return self.middle_value + chosen * (day.toordinal() - self.middle_day)


def theil_sen(days: Sequence[date], values: Sequence[float]) -> Trend | None:
    """The median of all pairwise slopes with distinct days, through the median of days and of values (rules 10).

    low and high are Sen's interval (Sen 1968), from the ranks of the pairwise slopes. None with fewer than LEAST
    measurements, or all on one day.
    """
    if len(days) < LEAST or len(set(days)) < 2:
        return None
    from scipy.stats import theilslopes  # half a second to import, wanted by one panel

    ordinals = np.array([day.toordinal() for day in days], dtype=float)
    found = theilslopes(np.array(values, dtype=float), ordinals, alpha=CONFIDENCE)
    return Trend(
        float(np.median(ordinals)),
        float(np.median(values)),
        float(found.slope),
        float(found.low_slope),
        float(found.high_slope),
    )
