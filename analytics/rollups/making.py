"""The rows of stored steps that hold from a day on, worked out in tables of their own that nobody reads."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import duckdb

from analytics import figures, sqlfiles, statements
from analytics.rollups.tables import FRESH, ONCE, SLICE, TABLES
from analytics.statements import Swaps

LINES_AT_ONCE = 50_000


def make(cur: duckdb.DuckDBPyConnection, values: Mapping[str, Any], since: date) -> None:
    """Work out the rows that hold from ``since`` on, in tables of their own that nobody reads: the cursor's, where they
    follow older rows."""
    fresh = FRESH if since == figures.FIRST else ()
    made = sqlfiles.rows(cur, "rolled/made", values) if since > figures.FIRST else []
    asked = {**values, "made_from": since, "made_event": made[0][0] if made else 0, "slice_lines": LINES_AT_ONCE}
    touched = "rolled/touched_lines" if made else "rolled/all_lines"
    sqlfiles.store(cur, "rolled_new_touched", touched, asked, is_own=bool(made))
    sqlfiles.store(cur, "rolled_new_students", "rolled/made_students", asked, is_own=bool(made))
    found = cur.execute("select distinct slice_no from rolled_new_students order by slice_no").fetchall()
    for place, number in enumerate([row[0] for row in found] or [0]):
        _make_slice(cur, {**asked, "slice_no": number}, fresh, is_first=place == 0)


def _make_slice(cur: duckdb.DuckDBPyConnection, asked: Mapping[str, Any], fresh: Swaps, *, is_first: bool) -> None:
    """The rows of some students; with the first of them what is the same for all."""
    told = [
        (table, question, (*swaps, *SLICE, *fresh)) for table, question, swaps in TABLES if fresh or table not in ONCE
    ]
    for table, question, swaps in told:
        if is_first or is_sliced(question, swaps):
            sqlfiles.store(cur, f"rolled_new_{table}", question, asked, swaps, add=not is_first, is_own=not fresh)
    for _, question, swaps in told:
        sqlfiles.let_go(cur, question, asked, swaps, "slice_no")


def is_sliced(question: str, swaps: Swaps) -> bool:
    """Whether a table is made for some students at a time."""
    return "slice_no" in statements.parameters(question, (*swaps, *SLICE))
