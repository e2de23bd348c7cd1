"""What a school year's amount of minutes is by the week, at the weeks of the calendar on file: shown, in no figure."""

from datetime import date

import duckdb

from data import calendar, spoken
from data.ingest.model import Staged

_SHOWN = 3
SCHOOL_WEEK = 5


def told(cur: duckdb.DuckDBPyConnection, staged: Staged, load_date: date) -> list[str]:
    """The working of the first amounts by the school year in a sentence; none where a list of lines has none of these.

    The weeks are the instructional days of the district's calendar, five to a week, of the latest school year on file that
    has begun by ``load_date``, else of the first one. A calendar that is only proposed tells none.
    """
    amounts = _amounts(cur, staged)
    if not amounts:
        return []
    found = _days(cur, load_date)
    if found is None:
        return [
            f"{_listed(amounts)} a school year is so much a week as the calendar has weeks, which aren't known yet: no "
            "calendar is loaded."
        ]
    year, days = found
    weeks = days / SCHOOL_WEEK
    worked = "; ".join(
        f"{_short(one)} a school year / {_short(weeks)} weeks = {_short(one / weeks)} a week" for one in amounts
    )
    return [f"{worked} at the calendar's weeks ({days} school days of {year}-{(year + 1) % 100:02}, five a week)."]


def _amounts(cur: duckdb.DuckDBPyConnection, staged: Staged) -> list[float]:
    found = cur.execute(
        f"select amount_minutes from {staged.rows_table} where cycle = 'year' and amount_minutes > 0 "
        f"and outcome in ('ok', 'waiting') group by amount_minutes order by min(record_no) limit {_SHOWN}"
    ).fetchall()
    return [float(amount) for (amount,) in found]


def _days(cur: duckdb.DuckDBPyConnection, load_date: date) -> tuple[int, int] | None:
    """The school year, by the year in which it begins, and its instructional days; None without a calendar."""
    found = sorted(calendar.open_days(cur).items()) if calendar.is_settled(cur) else []
    known = [(year, days) for year, days in found if days]
    begun = [one for one in known if one[0] <= calendar.school_year(load_date)]
    chosen = begun or known[:1]
    return chosen[-1] if chosen else None


def _listed(amounts: list[float]) -> str:
    *first, last = map(_short, amounts)
    return f"{', '.join(first)} or {last}" if first else last


def _short(value: float) -> str:
    return spoken.decimal(value).removesuffix(".0")
