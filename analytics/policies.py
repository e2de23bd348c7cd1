"""The district's choices that shape figures (rules 2, 5, 6, 7, 8 and 12), with their defaults. Never read as law."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import groupby
from typing import Any

import duckdb

from analytics import sqlfiles
from analytics.choices import name_of_year, year_of
from analytics.scope import Scope
from data.errors import UserError

NOW = 9_223_372_036_854_775_806
"""The event number that stands for now: later than every event."""
CHOICES: dict[str, tuple[str, ...]] = {
    "closures": ("made_up", "not_made_up"),
    "edge_months": ("prorated", "full"),
    "credit_period": ("month", "cycle", "grading_period", "year"),
    "shortfall_order": ("excused_first", "provider_first"),
}
"""Policies of words; the first is the default."""
TREATMENTS = ("excused", "review", "make_up")
REASONS: dict[str, str] = {
    "student_absent": "excused", "student_unexcused": "excused", "student_refused": "review",
    "parent_declined": "excused", "provider_absent": "make_up", "vacancy": "make_up", "provider_meeting": "make_up",
    "tele_technical": "make_up", "school_event": "make_up", "state_testing": "review", "emergency_closure": "review",
    "strike": "review", "student_suspended": "review", "holiday": "make_up", "other": "make_up", "unknown": "make_up",
}  # fmt: skip
"""How each reason is treated by default (rules 6)."""
NUMBERS: dict[str, float] = {
    "session_counts_at": 0.5, "default_session_minutes": 30.0, "not_seen_days": 10.0, "suppress_below": 10.0,
    "on_track": 0.95, "watch": 0.85, "at_risk": 0.70, "planning_minutes_per_fte": 200.0,
    "contract_minutes_per_fte": 2250.0, "documentation_minutes": 5.0, "travel_minutes": 20.0,
    "evaluation_minutes": 360.0, "meeting_minutes": 60.0, "evaluations_per_student": 0.5, "meetings_per_student": 1.2,
    "work_weeks": 36.0, "overloaded_above": 1.10, "room_below": 0.70, "cap_ot": 0.0, "cap_ot_with_assistant": 0.0,
    "cap_pt": 0.0, "cap_pt_with_assistant": 0.0, "cap_slp": 0.0, "cap_slp_with_assistant": 0.0,
}  # fmt: skip
"""Policies of numbers (rules 1, 6, 7, 8, 12 and 13): shares as fractions, minutes, days, counts. A cap is
students per FTE, 0 where none is entered."""
SHARES = ("session_counts_at", "on_track", "watch", "at_risk")
NAMES = (*CHOICES, *NUMBERS, *REASONS)
BY_YEAR = (*CHOICES, "session_counts_at", *REASONS)
"""The policies that each minute follows by the school year in which it lies; the others go by the as-of date (decision 0545)."""
YEARS = range(1999, 2061)
"""The school years that days can lie in (base/days), each by the year in which it begins."""
Chosen = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Policies:
    """What the district chose, by policy; what it didn't choose is the default."""

    chosen: Chosen = ()
    answered: frozenset[str] = frozenset()
    """The policies that somebody stored, be it with the default's value."""
    changes: tuple[tuple[int, Chosen], ...] = ()
    """What was chosen from which school year on, the first of YEARS first; empty: ``chosen`` in all of them."""

    def of(self, year: int) -> "Policies":
        """The policies of the school year that begins in ``year``; these where they are the same in all."""
        chosen = [one for first, one in self.changes if first <= year]
        return replace(self, chosen=chosen[-1]) if chosen else self

    def value(self, name: str) -> str:
        """The value as text. KeyError where there is no such policy."""
        return dict(self.chosen).get(name) or default(name, dict(self.chosen))

    def number(self, name: str) -> float:
        """The value of a policy of numbers."""
        return float(self.value(name))

    def treatment(self, reason: str) -> str:
        """How a reason is treated: excused, review or make_up (rules 6)."""
        return self.value(reason)

    def parameters(self) -> dict[str, Any]:
        """All values by policy, numbers as numbers."""
        return {name: self.number(name) if name in NUMBERS else self.value(name) for name in NAMES}

    def by_year(self) -> str:
        """Which values the policies BY_YEAR have from which school year to which, as policies/each_year reads them."""
        return _by_year(self)

    def __getattr__(self, name: str) -> Any:
        """A policy as an attribute: numbers as numbers."""
        if name.startswith("_") or name not in NAMES:
            raise AttributeError(name)
        return self.number(name) if name in NUMBERS else self.value(name)


def default(name: str, chosen: Mapping[str, str] | None = None) -> str:
    """The default value of a policy; holidays are excused where closures aren't made up (rules 2)."""
    if name in CHOICES:
        return CHOICES[name][0]
    if name in NUMBERS:
        return f"{NUMBERS[name]:g}"
    if name == "holiday" and (chosen or {}).get("closures") == "not_made_up":
        return "excused"
    return REASONS[name]


def allowed(name: str) -> tuple[str, ...]:
    """The words that a policy may have; none for one of numbers. UserError where there is no such policy."""
    if name not in NAMES:
        raise UserError(f"There is no policy {name!r}; choose from {', '.join(NAMES)}.")
    return CHOICES.get(name, TREATMENTS if name in REASONS else ())


def checked(name: str, value: str) -> str:
    """The value, tidied; UserError says which values the policy may have."""
    words = allowed(name)
    tidy = value.strip()
    if words and tidy not in words:
        raise UserError(f"The policy {name} can't be {value!r}; choose from {', '.join(words)}.")
    if not words and not _is_fit(name, tidy):
        most = " up to 1" if name in SHARES else ""
        raise UserError(f"The policy {name} can't be {value!r}; give a number from 0{most}.")
    return tidy


def _is_fit(name: str, text: str) -> bool:
    try:
        number = float(text)
    except ValueError:
        return False
    most = 1.0 if name in SHARES else 1e6
    return 0 <= number <= most and (number > 0 or name not in ("work_weeks", "default_session_minutes"))


@lru_cache(maxsize=200)
def _by_year(policies: Policies) -> str:
    return ";".join(
        f"{first} {last} {name} {value}" for name in BY_YEAR for first, last, value in _spans(policies, name)
    )


def _spans(policies: Policies, name: str) -> list[tuple[int, int, str]]:
    """From which school year to which a policy has the same value."""
    years = [year for year, _ in policies.changes] or [YEARS[0]]
    alike = [(next(of), value) for value, of in groupby(years, lambda year: policies.of(year).value(name))]
    ends = [*(first - 1 for first, _ in alike[1:]), YEARS[-1]]
    return [(first, last, value) for (first, value), last in zip(alike, ends, strict=True)]


def defaults() -> Policies:
    """The policies of a district that chose nothing."""
    return Policies()


def load(
    cur: duckdb.DuckDBPyConnection,
    scope: Scope,
    day: date,
    overrides: Mapping[str, str] | None = None,
    known: int | None = None,
) -> Policies:
    """The policies of the school year that holds ``day``, and those of the others (``of``), with ``overrides`` (name -> value)
    in all years, for this question only.

    UserError names an override that isn't a policy, or a value that it can't have.
    """
    values = {"district": scope.district, "known": NOW if known is None else known}
    asked = {name: checked(name, value) for name, value in (overrides or {}).items()}
    stored: dict[str, dict[str, str]] = {}
    for year, name, value in sqlfiles.rows(cur, "policies/stored", values):
        stored.setdefault(str(year), {})[str(name)] = str(value)
    chosen = {year: tuple(sorted({**stored.get(name_of_year(year), {}), **asked}.items())) for year in YEARS}
    changes = tuple((year, one) for year, one in chosen.items() if one != chosen.get(year - 1))
    mine = year_of(day)
    answered = frozenset(stored.get(name_of_year(mine), {}))
    return Policies(chosen[mine], answered, changes if len(changes) > 1 else ())
