"""The days that figures are counted from and to unless others are chosen."""

from datetime import date
from typing import Any

import duckdb

from analytics import figures, goals, ledger, sqlfiles
from analytics.choices import loaded, year_bounds
from analytics.scope import ALL, Scope, Selection


def latest_day(cur: duckdb.DuckDBPyConnection, scope: Scope, selection: Selection = ALL, **asked: Any) -> date | None:
    """The latest covered day of any service of the selection (rules 1); without a log of them the last measurement of a goal,
    else the last day on file; None where nothing dated is loaded. ``asked``: known, restated."""
    covered = ledger.default_as_of(cur, scope, selection, **asked)
    return covered or goals.default_as_of(cur, scope, selection, **asked) or loaded(cur, scope).last_day


def first_day(cur: duckdb.DuckDBPyConnection, scope: Scope, year: str, **asked: Any) -> date | None:
    """From which day figures of a school year such as ``2026-27`` sum: its first one; None where nothing that they sum lies
    before that, so that all to date is the year's. ``asked``: known, restated."""
    first, known = year_bounds(year)[0], asked.get("known")
    now = figures.NOW if known is None else known
    values = {
        "district": scope.district, "known": now, "first_day": first,
        "calendar_known": figures.NOW if asked.get("restated") else now,
    }  # fmt: skip
    return first if sqlfiles.rows(cur, "choices/before", values)[0][0] else None
