"""One student: found by what a person types or by the random key of a link (rules 13); mandates, minutes by week."""

from datetime import date
from typing import Any

import duckdb
import pandas as pd

from analytics import figures, sqlfiles
from analytics.figures import NOW
from analytics.scope import ALL, Scope, Selection

MOST = 50


def find(cur: duckdb.DuckDBPyConnection, scope: Scope, text: str) -> pd.DataFrame:
    """Students whose name holds ``text`` ("marlow", "Marlow, T" or "Tessa Marlow") or whose id it is, at most MOST.

    Columns: student_id, link_key, student_name ("Last, First"), school, grade (at the latest spell). An empty text finds
    nobody.
    """
    wanted = " ".join(text.split())
    first, _, last = wanted.rpartition(" ")
    turned = f"{last}, {first}" if first else wanted
    return _found(cur, scope, wanted=wanted, turned=turned, row_limit=MOST if wanted else 0)


def by_link(cur: duckdb.DuckDBPyConnection, scope: Scope, link_key: str) -> dict[str, Any] | None:
    """The student for whom a link stands, as in ``find``; None where no student of the district has that link."""
    frame = _found(cur, scope, link_key=link_key, row_limit=1 if link_key else 0)
    return None if frame.empty else {str(name): value for name, value in frame.iloc[0].to_dict().items()}


def mandates(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> pd.DataFrame:
    """Every service line on file of the chosen students, of any plan, readable or not, with when it is in force (rules 3).

    Columns: student_id, link_key, student_name, line_key, line_id, iep_id, service, plan_type, esy, kind, setting,
    grouping, is_usable, amount_text, amount_minutes (a cycle; null where unreadable), sessions_per_cycle, cycle,
    provider_id, provider_name, school, window_from, window_to, ended_by (end, amendment, iep), is_in_force (on
    ``as_of``), start_assumed, end_assumed, source_file, source_sheet, source_row, batch_id. In the order of services and
    days.
    """
    return figures.frame(cur, "students/mandates", scope, as_of, selection, asked)


def given_by_week(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> pd.DataFrame:
    """Minutes given to the chosen students by week and service: student_id, service, week (its Monday), given_minutes
    (net, on the day they were given, on whichever line; compensatory sessions left out). Weeks without minutes have no
    row (rules 4)."""
    return figures.frame(cur, "students/given_by_week", scope, as_of, selection, asked)


def causes(cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL) -> dict[str, str]:
    """The cause of each reason for a missed session (rules 6): student, family, provider, school, calendar or other."""
    return {str(reason): str(cause) for reason, cause in sqlfiles.rows(cur, "ledger/causes", {})}


def _found(cur: duckdb.DuckDBPyConnection, scope: Scope, **asked: Any) -> pd.DataFrame:
    values = {
        "district": scope.district,
        "known": NOW,
        "roster_day": figures.roster_day(cur, scope, figures.END_OF_TIME),
        "wanted": "",
        "turned": "",
        "link_key": "",
    }
    return sqlfiles.frame(cur, "students/found", values | asked)
