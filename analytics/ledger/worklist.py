"""The worklist of make-ups, and the lines whose log lacks (rules 5)."""

from datetime import date
from typing import Any

import duckdb
import pandas as pd

from analytics import figures, rollups, sqlfiles
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
    values = figures.parameters(cur, scope, as_of, selection, **asked) | by_flags(())
    rollups.lend_owing(cur, values)
    frame = sqlfiles.frame(cur, "ledger/make_ups", values)
    known = None if asked.get("restated") else asked.get("known")
    return frame.iloc[0:0] if calendar_is_provisional(cur, scope, known=known) else frame


def without_record(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> pd.DataFrame:
    """Lines and closed periods with expected minutes of which there is neither a session nor a reason (U > 0, rules 5), and
    lines with expected minutes to date without any row of a log, also where no period of theirs has closed.

    Columns: student_id, link_key, student_name, line_key, line_id, school, provider_id (null: unassigned), provider_name,
    service, kind, setting, amount_minutes, cycle, last_logged (the day of the line's latest row, whatever became of that
    session; null: none), period_start, period_end, expected_minutes and unaccounted_minutes of the period (null without one).
    Their unaccounted_minutes add up to the ledger's.
    """
    return figures.frame(cur, "ledger/without_record", scope, as_of, selection, asked, **by_flags(()))
