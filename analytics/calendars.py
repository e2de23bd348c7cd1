"""The school calendar as the figures read it (rules 2)."""

from datetime import date
from typing import Any

import duckdb
import pandas as pd

from analytics import figures
from analytics.scope import ALL, Scope, Selection


def days(
    cur: duckdb.DuckDBPyConnection,
    scope: Scope,
    as_of: date,
    selection: Selection = ALL,
    *,
    school: str = "",
    **asked: Any,
) -> pd.DataFrame:
    """The days of the school year that holds ``as_of`` in a school's calendar (empty: the district's), loaded or
    proposed (rules 2).

    Columns: day, is_instructional, day_type (as loaded; null where the file doesn't say, or the day is only implied).
    Weekdays from the first to the last instructional day, and instructional days of weekends. Empty without a calendar.
    """
    return figures.frame(cur, "calendar/days", scope, as_of, selection, asked, calendar=school)
