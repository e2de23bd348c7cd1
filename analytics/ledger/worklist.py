"""The worklist of make-ups (rules 5)."""

from datetime import date
from typing import Any

import duckdb
import pandas as pd

from analytics import figures
from analytics.ledger.keys import by_flags
from analytics.ledger.loaded import calendar_is_provisional
from analytics.scope import ALL, Scope, Selection


def make_ups(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> pd.DataFrame:
    """The worklist: make-up candidates by line and closed period, from half a planned session on (rules 5).

    Columns: student_id, link_key, student_name, line_key, line_id, school, provider_id (null: unassigned),
    provider_name, service, kind, setting, period (YYYY-MM, or YYYY-MM-DD of its first day), period_start, period_end,
    make_up_minutes, make_up_sessions (minutes / planned session), unaccounted_minutes (of these, without any record),
    since (the day on which the period closed), attempts, decision, decided_minutes (null: all), decided_on and
    decided_by (of the latest decision; null where there is none), status (open, offered, part, settled), is_open.
    Empty while the district's calendar is only proposed (rules 2; decision 0189).
    """
    frame = figures.frame(cur, "ledger/make_ups", scope, as_of, selection, asked, **by_flags(()))
    known = None if asked.get("restated") else asked.get("known")
    return frame.iloc[0:0] if calendar_is_provisional(cur, scope, known=known) else frame
