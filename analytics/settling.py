"""One line's credit periods worked out row by row (rules 5), from its days and sessions: what a trace tells.

It is a second computation beside the ledger's SQL, for one line at a time; a trace says so where the two don't agree.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pandas as pd

from analytics.choices import year_of
from analytics.policies import Policies

NOTHING = 1e-9
"""Less than this is nothing: what is left of exact minutes in double precision."""


@dataclass
class Period:
    """A credit period. All minutes; ``by_month`` are those of the days and of the sessions with a date, by month."""

    key: int
    first_day: date | None = None
    last_day: date | None = None
    is_closed: bool = False
    expected_by_month: dict[date, float] = field(default_factory=lambda: defaultdict(float))
    dated_by_month: dict[date, float] = field(default_factory=lambda: defaultdict(float))
    filled: float = 0.0
    """What make-ups without a date brought to this period's shortfall."""
    missed: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    """Missed minutes by treatment: excused, review, make_up."""
    credited: float = 0.0
    excess: float = 0.0
    excused: float = 0.0
    review: float = 0.0
    make_up: float = 0.0
    unaccounted: float = 0.0
    pace_gap: float = 0.0

    @property
    def expected(self) -> float:
        return sum(self.expected_by_month.values())

    @property
    def delivered(self) -> float:
        return sum(self.dated_by_month.values()) + self.filled

    @property
    def told(self) -> float:
        """Missed minutes with a reason, inferred holidays among them."""
        return sum(self.missed.values())

    @property
    def short(self) -> float:
        return self.expected - self.credited

    def under(self, policies: Policies) -> Policies:
        """The policies of the school year in which the period ends, which say in what order its shortfall is put down."""
        return policies.of(year_of(self.last_day)) if self.last_day else policies

    def share(self, month: date) -> float:
        """Which part of the period's expected minutes is in a month."""
        return self.expected_by_month.get(month, 0.0) / self.expected if self.expected > NOTHING else 0.0

    def in_month(self, month: date) -> dict[str, float]:
        """The month's part of each figure: expected and dated minutes by date, the rest in proportion (rules 5)."""
        share = self.share(month)
        dated = self.dated_by_month.get(month, 0.0)
        names = ("credited", "excess", "excused", "review", "make_up", "unaccounted", "pace_gap")
        spread = {name: getattr(self, name) * share for name in names}
        if self.expected <= NOTHING:
            spread["excess"] = dated
        return {"expected": self.expected_by_month.get(month, 0.0), "delivered": dated + self.filled * share, **spread}


@dataclass(frozen=True)
class Settled:
    """A line's periods in order, and where each make-up without a date went: minutes by period, its own among them."""

    periods: Mapping[int, Period]
    went: Mapping[str, Mapping[int, float]]

    def month(self, month: date) -> dict[str, float]:
        """The line's figures of one month, summed over its periods."""
        sums: dict[str, float] = defaultdict(float)
        for period in self.periods.values():
            for name, minutes in period.in_month(month).items():
                sums[name] += minutes
        return sums


def settle(
    days: pd.DataFrame, sessions: pd.DataFrame, holidays: pd.DataFrame, policies: Policies, as_of: date
) -> Settled:
    """The line's credit periods from the frames of ``trace``: rules 5, with the treatments and the order of policies, each
    of its school year."""
    found: dict[int, Period] = {}
    _accrue(found, days, as_of)
    undated = []
    for row in rows_of(sessions):
        period = _at(found, row.period_key)
        if row.missed_minutes > 0:
            treatment = policies.of(row.school_year).treatment(str(row.reason))
            period.missed[treatment] += float(row.missed_minutes)
        if row.is_undated:
            undated.append(row)
        else:
            period.dated_by_month[_day(row.month)] += float(row.given_minutes)
    for row in rows_of(holidays):
        treatment = policies.of(row.school_year).treatment("holiday")
        _at(found, row.period_key).missed[treatment] += float(row.holiday_minutes)
    went = _book_make_ups(found, sorted(undated, key=lambda row: (row.session_date, row.session_id, row.row_key)))
    for period in found.values():
        _judge(period, period.under(policies).value("shortfall_order") == "provider_first")
    return Settled(dict(sorted(found.items())), went)


def rows_of(frame: pd.DataFrame) -> Iterable[Any]:
    """The rows of a frame, their columns as attributes."""
    return frame.itertuples()


def _at(found: dict[int, Period], key: Any) -> Period:
    return found.setdefault(int(key), Period(int(key)))


def _day(value: Any) -> date:
    return pd.Timestamp(value).date()


def _accrue(found: dict[int, Period], days: pd.DataFrame, as_of: date) -> None:
    """Expected minutes of covered days to date; a period is closed when its last day has come and all are covered."""
    in_force = days[~days["is_lapsed"].astype(bool)]
    for key, rows in in_force.groupby("period_key"):
        period = _at(found, key)
        period.first_day, period.last_day = _day(rows["day"].min()), _day(rows["day"].max())
        period.is_closed = period.last_day <= as_of and bool(rows["is_covered"].all())
        counted = rows[rows["counts"].astype(bool) & rows["is_covered"].astype(bool)]
        for month, minutes in counted.groupby("month")["accrual_minutes"].sum().items():
            period.expected_by_month[_day(month)] += float(minutes)


def _book_make_ups(found: dict[int, Period], rows: Iterable[Any]) -> dict[str, dict[int, float]]:
    """Each make-up without a date to the oldest shortfall in a period before its own; what is left to its own date."""
    went: dict[str, dict[int, float]] = {}
    for row in rows:
        left, taken = float(row.given_minutes), went.setdefault(str(row.row_key), {})
        for key in sorted(key for key in found if key < row.period_key):
            found_short = max(0.0, found[key].expected - found[key].delivered)
            minutes = min(left, found_short)
            if minutes > NOTHING:
                found[key].filled += minutes
                taken[key] = minutes
                left -= minutes
        own = _at(found, row.period_key)
        own.dated_by_month[_day(row.month)] += left
        taken[own.key] = left
    return went


def _judge(period: Period, provider_first: bool) -> None:
    """C, excess, X, R, O and U of a period whose E, D and missed minutes are known (rules 5)."""
    period.credited = min(period.delivered, period.expected)
    period.excess = period.delivered - period.credited
    left = period.short - (min(period.missed["make_up"], period.short) if provider_first else 0.0)
    period.excused = min(period.missed["excused"], left)
    period.review = min(period.missed["review"], left - period.excused)
    rest = period.short - period.excused - period.review
    silent = min(rest, max(0.0, period.expected - period.delivered - period.told))
    period.make_up, period.unaccounted = (rest, silent) if period.is_closed else (0.0, 0.0)
    period.pace_gap = 0.0 if period.is_closed else rest
