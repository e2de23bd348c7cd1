"""Compensatory awards: each a running balance of its own, beside the ledger (rules 4, decision 0581)."""

from datetime import date
from typing import Any

import duckdb
import pandas as pd

from analytics import figures
from analytics.scope import ALL, Scope, Selection

COLUMNS = (
    "award_id", "student_id", "link_key", "student_name", "school", "service", "is_on_file", "awarded_on", "awarded_minutes",
    "delivered_minutes", "left_minutes", "beyond_minutes", "sessions", "last_session", "source_file", "source_sheet",
    "source_row",
)  # fmt: skip


def balances(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> pd.DataFrame:
    """What was awarded, given to date and is left of each compensatory award: COLUMNS, by student.

    Only sessions that name the award count, those of the same student, of whatever service. left_minutes is never below 0;
    what was given beyond the award is beyond_minutes. After them, not ``is_on_file``, the awards that sessions name and no
    file tells of that student: their minutes are in no balance, so awarded, left and beyond are null, and so is the file.
    last_session is null where none was given. ``asked``: known, restated, policies. Providers choose by the lines of the
    award's student and service.
    """
    return figures.frame(cur, "awards/balances", scope, as_of, selection, asked)[list(COLUMNS)]
