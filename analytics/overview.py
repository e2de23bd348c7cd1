"""The landing page: how each service stands, how the months went, and what needs a decision (rules 5, 6, 8 and 10)."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import duckdb
import pandas as pd

from analytics import figures, goals, ledger, sqlfiles
from analytics.scope import ALL, Scope, Selection

SERVICE_COLUMNS = (
    "service", "students", "lines", "expected_minutes", "adjusted_rate", "gross_rate", "provider_caused_minutes",
    "school_caused_minutes", "unaccounted_minutes", "make_up_minutes", "unstaffed_lines", "uncovered_minutes",
)  # fmt: skip
MOST, MOST_OF_A_KIND = 10, 3
ENDS_WITHIN = timedelta(days=45)
FELL_BY = 0.10
"""A school's month that is so much worse than the one before needs a look: ten points."""
BAD = ("critical", "no_service")


def services(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> pd.DataFrame:
    """One row a service: SERVICE_COLUMNS, minutes to date; causes as logged, uncapped (rules 6).

    A service without a log has no expected minutes, only uncovered ones (rules 2a), and null rates.
    """
    sums = ledger.by(cur, scope, as_of, selection, keys=("service",), **asked)
    values = figures.parameters(cur, scope, as_of, selection, **asked) | ledger.by_flags(())
    counts = sqlfiles.frame(cur, "overview/services", values)
    reasons = ledger.reasons(cur, scope, as_of, selection, keys=("service",), **asked)
    missed = reasons.pivot_table(index="service", columns="cause", values="minutes", aggfunc="sum")
    caused = missed.reindex(columns=["provider", "school"]).fillna(0).add_suffix("_caused_minutes")
    whole = counts.merge(sums.drop(columns="lines"), on="service", how="left").merge(caused, on="service", how="left")
    filled = {f"{cause}_caused_minutes": whole[f"{cause}_caused_minutes"].fillna(0) for cause in ("provider", "school")}
    return whole.assign(**filled)[list(SERVICE_COLUMNS)]


def trend(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> pd.DataFrame:
    """Month by month to date: month, adjusted_rate, gross_rate, expected_minutes, unaccounted_minutes, make_up_minutes."""
    frame = ledger.by(cur, scope, as_of, selection, keys=("month",), **asked)
    return frame[["month", "adjusted_rate", "gross_rate", "expected_minutes", "unaccounted_minutes", "make_up_minutes"]]


@dataclass(frozen=True)
class Decision:
    """Something that waits for a person: what, where, how many students and minutes are at stake, and where to look."""

    kind: str
    """not_seen, never_started, vacancy, fell, newly_critical, ending, reports_missing, no_log, unreadable"""
    place: str
    """The kind of ``where``: school, provider, period, or empty for the whole selection."""
    where: str
    students: int
    lines: int
    minutes: float
    """What is at stake, in minutes; 0 where it can't be told."""
    detail: str = ""


def needs_decision(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> list[Decision]:
    """At most MOST things to decide, those with the most students first, then the most minutes."""
    lines = ledger.lines(cur, scope, as_of, selection, **asked)
    before = ledger.lines(cur, scope, as_of.replace(day=1) - timedelta(days=1), selection, **asked)
    values = figures.parameters(cur, scope, as_of, selection, **asked)
    found = [
        *_not_seen(ledger.not_seen(cur, scope, as_of, selection, **asked)),
        *_newly_critical(lines, before),
        *_vacancies(ledger.reasons(cur, scope, as_of, selection, keys=("school",), **asked), lines),
        *_months(ledger.by(cur, scope, as_of, selection, keys=("school", "month"), **asked), as_of),
        *_no_log(ledger.by(cur, scope, as_of, selection, keys=("provider", "month"), **asked), lines, as_of),
        *_ending(sqlfiles.frame(cur, "overview/ending", values | {"until": as_of + ENDS_WITHIN})),
        *_reports(goals.progress_reports(cur, scope, as_of, selection, **asked)),
    ]
    return ranked(found)


def ranked(found: Iterable[Decision]) -> list[Decision]:
    """The MOST with the most students at stake, then minutes; at most MOST_OF_A_KIND of one kind, or it hides the rest."""
    ordered = sorted(found, key=lambda one: (-one.students, -one.minutes, one.kind, one.where))
    kinds: Counter[str] = Counter()
    kept = []
    for one in ordered:
        kinds[one.kind] += 1
        if kinds[one.kind] <= MOST_OF_A_KIND:
            kept.append(one)
    return kept[:MOST]


def _grouped(frame: pd.DataFrame, key: str, kind: str, minutes: str, place: str) -> Iterator[Decision]:
    for where, rows in frame.groupby(key, dropna=True):
        stake = float(rows[minutes].fillna(0).sum())
        yield Decision(kind, place, str(where), int(rows["student_id"].nunique()), len(rows), stake)


def _not_seen(frame: pd.DataFrame) -> Iterator[Decision]:
    begun = frame["never_started"].astype(bool)
    yield from _grouped(frame[~begun], "school", "not_seen", "make_up_minutes", "school")
    yield from _grouped(frame[begun], "school", "never_started", "make_up_minutes", "school")


def _newly_critical(lines: pd.DataFrame, before: pd.DataFrame) -> Iterator[Decision]:
    known = set(before.loc[before["band"].isin(BAD), "line_key"])
    fresh = lines[lines["band"].isin(BAD) & ~lines["line_key"].isin(known)]
    yield from _grouped(fresh, "school", "newly_critical", "make_up_minutes", "school")


def _vacancies(reasons: pd.DataFrame, lines: pd.DataFrame) -> Iterator[Decision]:
    vacant = reasons[(reasons["reason"] == "vacancy") & (reasons["minutes"] > 0)].set_index("school")["minutes"]
    unstaffed = lines[lines["provider_id"].isna()]
    for school in sorted({*vacant.index.dropna(), *unstaffed["school"].dropna()}):
        mine = unstaffed[unstaffed["school"] == school]
        students = int(mine["student_id"].nunique())
        yield Decision("vacancy", "school", str(school), students, len(mine), float(vacant.get(school, 0.0)))


def _months(frame: pd.DataFrame, as_of: date) -> Iterator[Decision]:
    """Schools whose last whole month is FELL_BY or more below the one before."""
    for school, rows in _whole_months(frame, as_of).groupby("school", dropna=True):
        if len(rows) < 2:
            continue
        before, last = rows["adjusted_rate"].iloc[-2], rows["adjusted_rate"].iloc[-1]
        if pd.notna(before) and pd.notna(last) and before - last >= FELL_BY:
            stake = float(rows["make_up_minutes"].iloc[-1])
            told = f"{before:.3f},{last:.3f},{pd.Timestamp(rows['month'].iloc[-1]):%Y-%m}"
            yield Decision("fell", "school", str(school), 0, int(rows["lines"].iloc[-1]), stake, told)


def _whole_months(frame: pd.DataFrame, as_of: date) -> pd.DataFrame:
    """Months that ended before the as-of day's own, in order; the as-of day's own where it is the month's end."""
    tomorrow = as_of + timedelta(days=1)
    ended = frame[pd.to_datetime(frame["month"]) < pd.Timestamp(tomorrow.replace(day=1))]
    return ended[ended["expected_minutes"] > 0].sort_values("month")


def _no_log(frame: pd.DataFrame, lines: pd.DataFrame, as_of: date) -> Iterator[Decision]:
    """Providers of whose minutes of a whole month nothing at all is on file."""
    months = _whole_months(frame, as_of)
    silent = months[(months["unaccounted_minutes"] >= months["expected_minutes"] - 1e-6) & months["provider"].notna()]
    row: Any
    for row in silent.itertuples():
        mine = lines[lines["provider_id"] == row.provider]
        students = int(mine["student_id"].nunique())
        told = f"{pd.Timestamp(row.month):%Y-%m}"
        yield Decision(
            "no_log", "provider", str(row.provider), students, int(row.lines), float(row.unaccounted_minutes), told
        )


def _ending(frame: pd.DataFrame) -> Iterator[Decision]:
    """All schools in one: annual reviews come due everywhere, and the list is the same person's work."""
    if len(frame):
        yield Decision("ending", "", "", int(frame["students"].sum()), int(frame["lines"].sum()), 0.0)


def _reports(frame: pd.DataFrame) -> Iterator[Decision]:
    for period, rows in frame.groupby("period", dropna=True):
        missing = int(rows["missing"].sum())
        if missing:
            yield Decision("reports_missing", "period", str(period), 0, missing, 0.0, str(int(rows["due"].sum())))
