"""The landing page: what is loaded, how each service stands, how the months went (rules 2a, 5, 6 and 8)."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import duckdb
import pandas as pd

from analytics import figures, ledger, rollups, sqlfiles
from analytics.scope import ALL, Scope, Selection

SERVICE_COLUMNS = (
    "service", "students", "lines", "expected_minutes", "adjusted_rate", "gross_rate", "provider_caused_minutes",
    "school_caused_minutes", "unaccounted_minutes", "open_make_up_minutes", "open_make_ups", "unstaffed_lines",
    "uncovered_minutes",
)  # fmt: skip
DATASETS = (
    "service_lines", "students", "providers", "site_days", "goals", "measurements", "calendar_days", "grading_periods",
)  # fmt: skip


def loaded(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> dict[str, int]:
    """Rows on file of each of DATASETS beside the session logs (``ledger.loaded_text`` tells of those); 0 for none."""
    found = dict(sqlfiles.rows(cur, "overview/datasets", figures.parameters(cur, scope, as_of, selection, **asked)))
    return {name: int(found.get(name, 0)) for name in DATASETS}


def services(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> pd.DataFrame:
    """One row a service: SERVICE_COLUMNS, minutes to date; causes as logged, uncapped (rules 6).

    open_make_ups and open_make_up_minutes are of the worklist's items that no decision has settled, also of those from before
    a range: what waits is in no year. A service without a
    log has no expected minutes, only uncovered ones (rules 2a), and null rates.
    """
    sums = ledger.by(cur, scope, as_of, selection, keys=("service",), **asked).drop(columns="lines")
    values = figures.parameters(cur, scope, as_of, selection, **asked) | ledger.by_flags(())
    rollups.lend_shares(cur, values)
    of_all_years = values | {"from_day": figures.FIRST}
    rollups.lend_owing(cur, of_all_years)
    whole = sqlfiles.frame(cur, "overview/services", values).merge(sums, on="service", how="left")
    for question, asked_so in (("overview/caused", values), ("overview/open_make_ups", of_all_years)):
        whole = whole.merge(sqlfiles.frame(cur, question, asked_so), on="service", how="left")
    is_withheld = ledger.calendar_is_provisional(
        cur, scope, known=None if asked.get("restated") else asked.get("known")
    )
    filled = {name: whole[name].fillna(0) for name in FILLED} | dict.fromkeys(OPEN if is_withheld else (), 0)
    return whole.assign(**filled)[list(SERVICE_COLUMNS)]


OPEN = ("open_make_up_minutes", "open_make_ups")
FILLED = ("provider_caused_minutes", "school_caused_minutes", *OPEN)


HISTORY_COLUMNS = (
    "month", "students", "students_behind", "students_not_seen", "expected_minutes", "credited_minutes", "excused_minutes",
    "unaccounted_minutes", "adjusted_rate", "gross_rate",
)  # fmt: skip


def history(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> pd.DataFrame:
    """How the headline stood at the end of each month to date, as the ledger is known now: HISTORY_COLUMNS.

    Each row sums its month and all before it (credit months of weekly lines, rules 5). The last row is the headline, and its
    month the as-of date's: a week that counts for the next month has begun in this one, which has no month behind it then.
    students_not_seen: students with a direct line that was not seen for long at the month's end (rules 6), the as-of
    date in its own month. Empty without expected minutes.
    """
    values = figures.parameters(cur, scope, as_of, selection, **asked) | ledger.by_flags(("month",))
    rollups.lend_shares(cur, values)
    sums = rollups.frame(cur, "overview/history", values)
    unseen = sqlfiles.frame(cur, "overview/not_seen_history", values)
    sums = _to_date(sums, as_of)
    whole = sums.merge(unseen.rename(columns={"students": "students_not_seen"}), on="month", how="left")
    return whole.assign(students_not_seen=whole["students_not_seen"].fillna(0).astype("int64"))[list(HISTORY_COLUMNS)]


def _to_date(sums: pd.DataFrame, as_of: date) -> pd.DataFrame:
    """The months before the as-of date's, and the last row as that month's own."""
    month = pd.Timestamp(as_of.replace(day=1))
    running = pd.to_datetime(sums["month"]) >= month
    return pd.concat([sums[~running], sums[running].tail(1).assign(month=month)])


@dataclass(frozen=True)
class Before:
    """What today's state is compared with: the ledger as known at an event, as of a day; ``uploaded_on`` None: a month's end."""

    as_of: date
    known: int | None
    uploaded_on: date | None


def before(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> Before:
    """The state before the last upload of session logs, as of the last day that it covered; the files of one day are one
    upload. Where that upload brought no later day, or nothing was loaded before it: the end of the month before."""
    values = figures.parameters(cur, scope, as_of, selection, **asked)
    for uploaded_on, known in sqlfiles.rows(cur, "overview/uploads", values):
        covered = ledger.coverage(cur, scope, as_of, selection, known=known)["covered_to"].max() if known else None
        if covered is not None and pd.notna(covered) and pd.Timestamp(covered).date() < as_of:
            return Before(pd.Timestamp(covered).date(), int(known), uploaded_on)
    return Before(as_of.replace(day=1) - timedelta(days=1), None, None)
