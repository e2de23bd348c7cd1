"""The proposed calendar of a district that loaded none, and its confirmation."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from statistics import median

import duckdb
import holidays
import pandas as pd

from data.errors import UserError
from data.store import Store
from data.store.connect import DISTRICT
from data.store.events import next_event, now

CONFIRMED = "calendar_confirmed"
CHANGE = "calendar change"
"""How the name of an upload begins that somebody's change of some days is."""
HANGS_ON = frozenset({"sessions", "service_lines", "calendar_days"})
"""The datasets that the proposal is made of, or that stand instead of it."""
SLIP = 100
"""A month cut off from the others with under a hundredth of all sessions doesn't count."""
AUGUST, JUNE, JULY = 8, 6, 7
MONDAY, FRIDAY = 0, 4


class CalendarError(UserError):
    """The calendar can't be confirmed as asked; the message says why."""


IN_FORCE = (
    "(select school, day, is_instructional from calendar_days where district = $d and known_to is null union all "
    "select '', day, is_instructional from proposed_days where district = $d and known_to is null and not exists ("
    "select 1 from calendar_days as c where c.district = $d and c.known_to is null and c.school = ''))"
)
"""The days that figures of now go by (school empty: the district's): loaded ones, and proposed ones where no district-wide
calendar is loaded (rules 2)."""


def on_file(cur: duckdb.DuckDBPyConnection) -> dict[tuple[str, date], bool]:
    """The days that loaded calendars list, by school (empty: the district) and day: whether one is an ordinary school
    day, neither closed nor short, for testing or to make up another.
    """
    found = cur.execute(
        "select coalesce(school, ''), day, is_instructional and coalesce(day_type, 'full') = 'full' from calendar_days "
        "where district = ? and known_to is null",
        [DISTRICT],
    ).fetchall()
    return {(str(school), day): bool(is_ordinary) for school, day, is_ordinary in found}


def propose(cur: duckdb.DuckDBPyConnection) -> None:
    """Make the proposal anew (rules 2), in the transaction of the event that may have changed it: weekdays of each
    school year that has sessions or lines, less U.S. federal holidays and less the weekdays without a session of months
    that have some, between the first and the last logged day of that year.

    A school year is taken from the last Monday of August to the first Friday of June, longer where whole weeks of
    sessions say so (decision 0297). Nothing is done once someone confirmed a calendar, or while a district-wide calendar
    is loaded.
    """
    if is_settled(cur):
        return
    logged = without_slips(dict(cur.execute(
        "select session_date, count(*) from sessions where district = ? and known_to is null group by session_date",
        [DISTRICT],
    ).fetchall()))  # fmt: skip
    days = [
        day
        for start_year in sorted(_years(cur, list(logged)))
        for day in year_days(start_year, {day: n for day, n in logged.items() if school_year(day) == start_year})
    ]
    _replace(cur, days)


def without_slips(logged: dict[date, int]) -> dict[date, int]:
    """The logged days without those of a month that stands apart with under a hundredth of all sessions (rules 2a): a
    typing slip, usually."""
    months = Counter[int]()
    for day, sessions in logged.items():
        months[_month_number(day)] += sessions
    total = months.total()
    slips = {
        month
        for month, sessions in months.items()
        if len(months) > 1 and not {month - 1, month + 1} & months.keys() and sessions * SLIP < total
    }
    return {day: sessions for day, sessions in logged.items() if _month_number(day) not in slips}


def _month_number(day: date) -> int:
    return 12 * day.year + day.month


def year_days(start_year: int, logged: dict[date, int]) -> list[tuple[date, bool, str]]:
    """Each weekday of a school year: day, instructional, kind; ``logged`` are that year's days with their sessions."""
    begins, ends = _stretched(edges(start_year), _weeks_in_earnest(logged))
    logged = {day: sessions for day, sessions in logged.items() if begins <= day <= ends}
    first, last = min([edges(start_year)[0], *logged]), max([edges(start_year)[1], *logged])
    closed = holidays.country_holidays("US", years=[start_year, start_year + 1])
    months = {_month_number(day) for day in logged}
    days = []
    for day in weekdays(first, last):
        is_between = bool(logged) and min(logged) <= day <= max(logged)
        silent = is_between and _month_number(day) in months and day not in logged
        days.append((day, not (day in closed or silent), "holiday" if day in closed else "other" if silent else "full"))
    return days


def _stretched(usual: tuple[date, date], weeks: set[date]) -> tuple[date, date]:
    """From the Monday to the Friday between which school may be: the usual year's, and the weeks of sessions that run on
    into it without an empty one between."""
    week = timedelta(days=7)
    begins, ends = usual[0], usual[1]
    while begins - week in weeks:
        begins -= week
    while ends + timedelta(days=3) in weeks:
        ends += week
    return begins, ends


def _weeks_in_earnest(logged: dict[date, int]) -> set[date]:
    """The Mondays of weeks with sessions on two weekdays or more, at least a quarter as many as the middle week has: one
    wrong date is no week of school."""
    weeks: dict[date, list[date]] = {}
    for day in logged:
        if day.weekday() <= FRIDAY:
            weeks.setdefault(day - timedelta(days=day.weekday()), []).append(day)
    counts = {week: sum(logged[day] for day in days) for week, days in weeks.items()}
    middle = median(counts.values()) if counts else 0
    return {week for week, days in weeks.items() if len(days) > 1 and 4 * counts[week] >= middle}


def edges(start_year: int) -> tuple[date, date]:
    """The last Monday of August and the first Friday of the next June."""
    first, last = date(start_year, AUGUST, 31), date(start_year + 1, JUNE, 1)
    return first - timedelta(days=first.weekday()), last + timedelta(days=(FRIDAY - last.weekday()) % 7)


def weekdays(first: date, last: date) -> list[date]:
    """Mondays to Fridays, both ends included."""
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return [day for day in days if day.weekday() <= FRIDAY]


def month_end(day: date) -> date:
    """The last day of the day's month."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def school_year(day: date) -> int:
    """The year in which the day's school year (July to June) begins."""
    return day.year if day.month >= JULY else day.year - 1


def is_settled(cur: duckdb.DuckDBPyConnection) -> bool:
    """Whether a district-wide calendar is loaded, or somebody confirmed the proposed one."""
    found = cur.execute(
        "select (select count(*) from settings where district = $d and setting = $s) + (select count(*) from "
        "calendar_days "
        "where district = $d and known_to is null and school = '')",
        {"d": DISTRICT, "s": CONFIRMED},
    ).fetchone()
    return bool(found and found[0])


def _years(cur: duckdb.DuckDBPyConnection, logged: list[date]) -> set[int]:
    starts = cur.execute(
        "select distinct start_date from service_lines where district = ? and known_to is null and start_date is not "
        "null",
        [DISTRICT],
    ).fetchall()
    return {school_year(day) for day in logged} or {school_year(day) for (day,) in starts}


def open_days(cur: duckdb.DuckDBPyConnection) -> dict[int, int]:
    """How many days of attendance each school year (by the year in which it begins) has in the district's calendar, as the
    figures take it (rules 2): of a year that lists closed days only, the other weekdays. Empty without a calendar."""
    found = cur.execute(
        f"select day, is_instructional from {IN_FORCE} as days where school = '' order by day", {"d": DISTRICT}
    ).fetchall()
    years: dict[int, dict[date, bool]] = {}
    for day, is_open in found:
        years.setdefault(school_year(day), {})[day] = is_open
    return {year: sum(listed.values()) + len(_unlisted(cur, year, listed)) for year, listed in years.items()}


def _unlisted(cur: duckdb.DuckDBPyConnection, year: int, listed: dict[date, bool]) -> set[date]:
    """The weekdays of a school year that a list of its closed days leaves out; July makes no list (decision 0570)."""
    told = {day: is_open for day, is_open in listed.items() if day.month != JULY}
    if not told or any(told.values()):
        return set()
    usual, own = edges(year), _periods(cur, year)
    first = min(start for start, _ in own) if own else min(usual[0], *told)
    last = max(end for _, end in own) if own else max(usual[1], *told)
    return set(weekdays(first, last)).difference(listed)


def _periods(cur: duckdb.DuckDBPyConnection, year: int) -> list[tuple[date, date]]:
    """The first and last days of a school year's grading periods: of those that name it, or have their middle day in it."""
    found = cur.execute(
        "select school_year, start_date, end_date from grading_periods where district = ? and known_to is null",
        [DISTRICT],
    ).fetchall()
    return [(start, end) for named, start, end in found if _year_of_period(named, start, end) == year]


def _year_of_period(named: str | None, start: date, end: date) -> int:
    told = re.match(r"(20\d\d)-\d\d$", named or "")
    year = int(told[1]) if told else None
    middle = start + timedelta(days=((end - start).days + 1) // 2)
    return year if year and school_year(start) <= year <= school_year(end) else school_year(middle)


def _proposed(cur: duckdb.DuckDBPyConnection) -> list[tuple[date, bool, str]]:
    return cur.execute(
        "select day, is_instructional, day_type from proposed_days where district = ? and known_to is null order by day",
        [DISTRICT],
    ).fetchall()


def _replace(cur: duckdb.DuckDBPyConnection, days: list[tuple[date, bool, str]]) -> None:
    """Put a proposal in the place of the one in force, whose days are kept as known until this event."""
    before = _proposed(cur)
    if days == before:
        return
    found = cur.execute("select coalesce(max(event_seq), 0) from events where district = ?", [DISTRICT]).fetchone()
    event = int(found[0]) if found else 0
    where = {"d": DISTRICT, "e": event}
    if before:
        cur.execute("update proposed_days set known_to = $e where district = $d and known_to is null", where)
    if days:
        cur.execute(
            "insert into proposed_days select $d, unnest($days), unnest($open), unnest($kinds), $e, null",
            where
            | {
                "days": [day for day, _, _ in days],
                "open": [is_open for _, is_open, _ in days],
                "kinds": [kind for *_, kind in days],
            },
        )


def confirm(
    store: Store,
    who: str,
    *,
    first_day: date | None = None,
    last_day: date | None = None,
    breaks: Iterable[tuple[date, date]] = (),
) -> None:
    """Accept the proposed calendar, from ``first_day`` to ``last_day``, without the days of the ``breaks`` (from, to).

    From then on imports leave it alone. Raises CalendarError where there is nothing to confirm.
    """
    with store.transaction() as cur:
        proposed = _proposed(cur)
        if not proposed:
            raise CalendarError("There is no proposed calendar to confirm; load a session log or service lines first.")
        next_event(cur, "calendar", who)
        _replace(cur, _cut(proposed, first_day or date.min, last_day or date.max, list(breaks)))
        cur.execute(
            "insert into settings values (?, ?, 'yes', ?, ?) on conflict do update set value = 'yes', "
            "set_at = excluded.set_at, set_by = excluded.set_by",
            [DISTRICT, CONFIRMED, now(), who],
        )


def _cut(
    days: list[tuple[date, bool, str]], first: date, last: date, breaks: list[tuple[date, date]]
) -> list[tuple[date, bool, str]]:
    """The days from first to last, those of the breaks closed."""
    return [
        (day, False, "holiday") if any(start <= day <= end for start, end in breaks) else (day, is_open, kind)
        for day, is_open, kind in days
        if first <= day <= last
    ]


def months(cur: duckdb.DuckDBPyConnection, as_of: date) -> pd.DataFrame:
    """The calendar of the school year that holds ``as_of``, loaded or proposed: month ("2025-09"), school ("all schools"
    for the district's), open_days (instructional), closed (the other weekdays of the month, as "1, 14")."""
    first, last = date(school_year(as_of), JULY, 1), date(school_year(as_of) + 1, JUNE, 30)
    return cur.execute(
        "select strftime(day, '%Y-%m') as month, case when school = '' then 'all schools' else school end as school, "
        "count(*) filter (where is_instructional) as open_days, string_agg(cast(day(day) as varchar), ', ' order by day) "
        "filter (where not is_instructional and isodow(day) <= 5) as closed "
        f"from {IN_FORCE} as days where day between $first and $last group by all order by month, school",
        {"d": DISTRICT, "first": first, "last": last},
    ).df()
