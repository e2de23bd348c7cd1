"""The day that figures are counted to unless one is chosen."""

from datetime import date
from typing import Any

import duckdb

from analytics import goals, ledger
from analytics.choices import loaded
from analytics.scope import ALL, Scope, Selection


def latest_day(cur: duckdb.DuckDBPyConnection, scope: Scope, selection: Selection = ALL, **asked: Any) -> date | None:
    """The latest covered day of any service of the selection (rules 1); without a log of them the last measurement of a goal,
    else the last day on file; None where nothing dated is loaded. ``asked``: known, restated."""
    covered = ledger.default_as_of(cur, scope, selection, **asked)
    return covered or goals.default_as_of(cur, scope, selection, **asked) or loaded(cur, scope).last_day
