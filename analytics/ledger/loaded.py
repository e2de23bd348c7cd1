"""What is loaded: which days the logs speak for, and whether the calendar is settled (rules 2 and 2a)."""

from datetime import date
from typing import Any

import duckdb
import pandas as pd

from analytics import figures, rollups, sqlfiles
from analytics.choices import year_of
from analytics.ledger import extended_year
from analytics.scope import ALL, Scope, Selection


def default_as_of(
    cur: duckdb.DuckDBPyConnection, scope: Scope, selection: Selection = ALL, **asked: Any
) -> date | None:
    """The latest covered day of any service shown (rules 1); None where no log is loaded; ``asked``: known."""
    frame = coverage(cur, scope, figures.END_OF_TIME, selection, **asked)
    return None if frame.empty else pd.Timestamp(frame["covered_to"].max()).date()


def coverage(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> pd.DataFrame:
    """What the loaded logs speak for (rules 2a): service, kind, provider_id, school, covered_from, covered_to.

    A kind, provider_id or school that is null stands for all.
    """
    values = figures.parameters(cur, scope, as_of, selection, **asked)
    rollups.lend(cur, values)
    return sqlfiles.frame(cur, "ledger/covered", values)


def loaded_text(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> str:
    """What is loaded, in words: "OT, PT: logs to Oct 31. SDI: no log loaded, not counted." (rules 2a)."""
    rows = figures.frame(cur, "ledger/loaded", scope, as_of, selection, asked).to_dict("records")
    if not any(pd.notna(row["covered_to"]) for row in rows):
        return "No session log loaded."
    told: dict[str, list[str]] = {}
    for row in rows:
        told.setdefault(_logs_of(row), []).append(str(row["service"]).replace("_", " "))
    return " ".join(f"{', '.join(services)}: {what}" for what, services in told.items())


def _logs_of(row: dict[Any, Any]) -> str:
    if pd.isna(row["covered_to"]):
        return "no log loaded, not counted."
    some = " of some providers" if row["is_limited"] else ""
    return f"logs{some} to {row['covered_to']:%b} {row['covered_to'].day}."


def calendar_is_provisional(cur: duckdb.DuckDBPyConnection, scope: Scope, *, known: int | None = None) -> bool:
    """Whether no calendar of the district is loaded and nobody has confirmed the proposed one (rules 2); one of some
    schools alone settles nothing (decision 0189)."""
    values = {"district": scope.district, "calendar_known": figures.NOW if known is None else known}
    return not sqlfiles.rows(cur, "ledger/calendar_settled", values)[0][0]


PROPOSED_CALENDAR = "proposed calendar"
UNLISTED_SUMMER = "summer days that no calendar lists (weekdays without federal holidays)"


def provisional(
    cur: duckdb.DuckDBPyConnection,
    scope: Scope,
    as_of: date,
    selection: Selection = ALL,
    *,
    extended: bool = False,
    **asked: Any,
) -> tuple[str, ...]:
    """What makes figures of the as-of date's school year provisional (rules 2), each in a few words: a proposed calendar,
    quarters or semesters that lines go by and no grading period tells; of the extended year (``extended``) also summer days
    that no calendar lists (decision 0580). Empty where nothing does."""
    values = figures.parameters(cur, scope, as_of, selection, **asked) | {"school_year": year_of(as_of)}
    settled = sqlfiles.rows(cur, "ledger/calendar_settled", values)[0][0]
    rollups.lend(cur, values)
    swaps = extended_year.EXTENDED if extended else ()
    parts = [f"{part}s of equal length" for (part,) in sqlfiles.rows(cur, "ledger/made_up_parts", values, swaps)]
    is_unlisted = extended and bool(sqlfiles.frame(cur, "esy/on_file", values, swaps)["lines_unlisted"].iloc[0])
    return (*([] if settled else [PROPOSED_CALENDAR]), *parts, *([UNLISTED_SUMMER] if is_unlisted else []))
