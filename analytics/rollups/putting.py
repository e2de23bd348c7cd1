"""Rows that were worked out, put in the place of those that they follow."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import duckdb

from analytics import figures, sqlfiles
from analytics.rollups.tables import AGAIN, ONCE, PARTS, SPANS, STALE, TABLES, TOTALS, made_of

MONTHS_AT_ONCE = 2_000_000
"""About so many lines are made at once, and months of lines summed: what is kept of them meanwhile fits into the memory that a
store allows itself."""


def put(cur: duckdb.DuckDBPyConnection, values: Mapping[str, Any], since: date) -> None:
    """Put the rows in the place of those that they follow; inside a transaction."""
    if since == figures.FIRST:
        _put_all(cur)
        _put_totals(cur, values)
    elif since < figures.LAST:
        _put_changes(cur, values, since)
    if since < figures.LAST:
        _put_answers_aside(cur, since)
    kinds = sqlfiles.rows(cur, "rolled/kinds_of_lines", values)[0]
    cur.execute("delete from rolled_up")  # the tables hold one district: what was rolled up of another is gone
    cur.execute(
        "insert into rolled_up (district, event_seq, made_of, has_others, has_moved, has_twins, told_to) "
        "select $district, coalesce(max(event_seq), 0), $made_of, $others, $moved, $twins, $told_to "
        "from events where district = $district",
        {
            "district": values["district"],
            "made_of": made_of(values),
            "told_to": values["told_to"],
            **dict(zip(("others", "moved", "twins"), kinds, strict=True)),
        },
    )


def _put_changes(cur: duckdb.DuckDBPyConnection, values: Mapping[str, Any], since: date) -> None:
    """Rows from ``since`` on follow the older ones; what months that are done bring together changes by those said anew."""
    sqlfiles.store(cur, "rolled_new_done", "rolled/months_said_anew", {"made_from": since}, is_own=True)
    _add_totals(cur, values, -1)
    _put_rows(cur, since)
    _add_totals(cur, values, 1)
    sqlfiles.store(cur, f"rolled_{TOTALS[0]}", "rolled/totals_together", {})
    cur.execute("drop table rolled_new_done")


def _put_all(cur: duckdb.DuckDBPyConnection) -> None:
    """All tables take the place of the old ones."""
    for table, _, _ in TABLES:
        cur.execute(f"drop table if exists rolled_{table}")
        cur.execute(f"alter table rolled_new_{table} rename to rolled_{table}")
    _drop_lists(cur)


def _put_rows(cur: duckdb.DuckDBPyConnection, since: date) -> None:
    """Rows of the lines that were made take the place of their older rows, or follow them."""
    for table, _, _ in TABLES:
        if table in SPANS:
            _follow(cur, table, since)
        elif table not in ONCE:
            cur.execute(f"delete from rolled_{table} where {STALE[table].format(since=since)}")
            _add(cur, f"rolled_{table}", f"rolled_new_{table}")
    _drop_lists(cur)


def _drop_lists(cur: duckdb.DuckDBPyConnection) -> None:
    """The lists of which students and lines were made."""
    cur.execute("drop table rolled_new_students")
    cur.execute("drop table rolled_new_touched")


def _follow(cur: duckdb.DuckDBPyConnection, table: str, since: date) -> None:
    """Rows of the lines that were made end at ``since``, and the new ones follow; months and periods of lines that have no new
    row go on."""
    cur.execute(f"delete from rolled_{table} where from_day >= $since", {"since": since})
    if part := PARTS.get(table):
        is_said_anew = ", is_final = false" if table == "month_sums" else ""
        cur.execute(
            f"update rolled_{table} as t set to_day = $since{is_said_anew} "
            f"from (select distinct n.line_no, n.{part} from rolled_new_{table} as n) as m "
            f"where m.line_no = t.line_no and m.{part} is not distinct from t.{part} and t.to_day > $since",
            {"since": since},
        )
    else:
        cur.execute(
            f"update rolled_{table} set to_day = $since "
            f"where to_day > $since and line_no in (select n.line_no from rolled_new_touched as n)",
            {"since": since},
        )
    _add(cur, f"rolled_{table}", f"rolled_new_{table}")


def _add(cur: duckdb.DuckDBPyConnection, table: str, new: str) -> None:
    cur.execute(f"insert into {table} select * from {new}")
    cur.execute(f"drop table {new}")


def _put_totals(cur: duckdb.DuckDBPyConnection, values: Mapping[str, Any]) -> None:
    """What months that are done bring together, so many months at once that memory holds their lines."""
    table, question, swaps = TOTALS
    for place, (first, last) in enumerate(months_at_once(cur)):
        asked = {**values, "first_month": first, "last_month": last, "sign": 1}
        sqlfiles.store(cur, f"rolled_{table}", question, asked, swaps, add=place > 0)
        sqlfiles.let_go(cur, question, asked, swaps, "first_month")


def _add_totals(cur: duckdb.DuckDBPyConnection, values: Mapping[str, Any], sign: int) -> None:
    """Add what the months of lines bring that are said anew, or take it back (``sign`` -1) before they are."""
    table, question, swaps = TOTALS
    asked = {**values, "first_month": figures.FIRST, "last_month": figures.LAST, "sign": sign}
    sqlfiles.store(cur, f"rolled_{table}", question, asked, (*swaps, *AGAIN), add=True)
    sqlfiles.let_go(cur, question, asked, (*swaps, *AGAIN), "first_month")


def months_at_once(cur: duckdb.DuckDBPyConnection) -> list[tuple[date, date]]:
    """Spans of months, together all, each of about MONTHS_AT_ONCE lines and months."""
    found = cur.execute(
        "select m.month, count(*) from rolled_month_sums as m where m.month is not null group by m.month order by m.month"
    ).fetchall()
    begins, rows = [figures.FIRST], 0
    for month, count in found:
        if rows and rows + count > MONTHS_AT_ONCE:
            begins.append(month)
            rows = 0
        rows += count
    ends = [begin - timedelta(days=1) for begin in begins[1:]]
    return list(zip(begins, [*ends, figures.LAST], strict=True))


def _put_answers_aside(cur: duckdb.DuckDBPyConnection, since: date) -> None:
    """Days from ``since`` on are worked out again; what was said of those before it stays."""
    if since == figures.FIRST:
        sqlfiles.store(cur, "rolled_answers", "rolled/no_answers", {})
    else:
        cur.execute("delete from rolled_answers where from_day >= $since", {"since": since})
        cur.execute("update rolled_answers set to_day = $since where to_day > $since", {"since": since})
