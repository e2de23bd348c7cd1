"""The sample district's school year 2025-26: its closed days, its instructional days and its quarters."""

from datetime import date, timedelta
from functools import cache

FIRST_DAY, LAST_DAY = date(2025, 8, 25), date(2026, 6, 5)
FRIDAY = 4
HOLIDAYS = {
    date(2025, 9, 1): "Labor Day",
    date(2025, 10, 13): "Indigenous Peoples Day",
    date(2025, 11, 11): "Veterans Day",
    date(2026, 1, 19): "Martin Luther King Day",
    date(2026, 2, 16): "Presidents Day",
    date(2026, 5, 25): "Memorial Day",
}
BREAKS = (
    (date(2025, 11, 26), date(2025, 11, 28), "Thanksgiving break"),
    (date(2025, 12, 22), date(2026, 1, 2), "Winter break"),
    (date(2026, 3, 23), date(2026, 3, 27), "Spring break"),
)
QUARTERS = (
    ("Q1", FIRST_DAY, date(2025, 10, 31)),
    ("Q2", date(2025, 11, 1), date(2026, 1, 23)),
    ("Q3", date(2026, 1, 24), date(2026, 3, 20)),
    ("Q4", date(2026, 3, 21), LAST_DAY),
)
HALF_DAYS = frozenset([date(2025, 10, 31), date(2025, 12, 19), date(2026, 1, 23), date(2026, 3, 20), LAST_DAY])


def weekdays(first: date, last: date) -> list[date]:
    """Mondays to Fridays, both ends included."""
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return [day for day in days if day.weekday() <= FRIDAY]


@cache
def closed() -> dict[date, str]:
    """Each weekday without students, and what it is."""
    found = dict(HOLIDAYS)
    for first, last, name in BREAKS:
        found |= dict.fromkeys(weekdays(first, last), name)
    return found


@cache
def instructional(first: date = FIRST_DAY, last: date = LAST_DAY) -> tuple[date, ...]:
    """The days with students in attendance, from first to last."""
    shut = closed()
    return tuple(day for day in weekdays(max(first, FIRST_DAY), min(last, LAST_DAY)) if day not in shut)


def quarter(day: date) -> str:
    """The name of the grading period that holds a day."""
    return next(name for name, first, last in QUARTERS if first <= day <= last)


def monday(day: date) -> date:
    """The Monday of the day's week."""
    return day - timedelta(days=day.weekday())
