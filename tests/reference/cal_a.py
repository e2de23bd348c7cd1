"""The sample calendar CAL-A of the school year 2025-26 (rules 14), and short ways to write facts on it."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from tests.reference.facts import Batch, CalendarDay, ChosenCover, Facts, GradingPeriod, Line, Session
from tests.reference.school_days import days_between

FIRST, LAST = date(2025, 8, 25), date(2026, 6, 5)


def _closed() -> set[date]:
    single = [(2025, 9, 1), (2025, 10, 13), (2025, 11, 11), (2026, 1, 19), (2026, 2, 16), (2026, 5, 25)]
    breaks = [
        (date(2025, 11, 26), date(2025, 11, 28)),
        (date(2025, 12, 22), date(2026, 1, 2)),
        (date(2026, 3, 23), date(2026, 3, 27)),
    ]
    return {date(*day) for day in single} | {day for first, last in breaks for day in days_between(first, last)}


CLOSED = _closed()
CALENDAR = tuple(CalendarDay(day, day not in CLOSED) for day in days_between(FIRST, LAST) if day.weekday() < 5)
QUARTERS = (
    GradingPeriod("Q1", FIRST, date(2025, 10, 31), "2025-26"),
    GradingPeriod("Q2", date(2025, 11, 1), date(2026, 1, 23), "2025-26"),
    GradingPeriod("Q3", date(2026, 1, 24), date(2026, 3, 20), "2025-26"),
    GradingPeriod("Q4", date(2026, 3, 21), LAST, "2025-26"),
)


def day(text: str) -> date:
    """'9-08' is September 8, 2025; months before July are 2026. A whole date, 2026-09-08, is that."""
    if text.count("-") == 2:
        return date.fromisoformat(text)
    of_month, of_day = (int(part) for part in text.split("-"))
    return date(2025 if of_month >= 7 else 2026, of_month, of_day)


def weekdays(first: str, last: str, weekday: int = 0) -> list[date]:
    """The instructional days of that weekday (0 is Monday) from first to last."""
    days = days_between(day(first), day(last))
    return [found for found in days if found.weekday() == weekday and found not in CLOSED]


def seen(days: Iterable[date], minutes: int = 30, **fields: Any) -> tuple[Session, ...]:
    """One delivered session a day."""
    return tuple(
        Session(f"{fields.get('line_id', '')}{found:%m%d}", "S1", found, minutes, **fields)  # type: ignore[arg-type]
        for found in days
    )


def row(text: str, minutes: int | None = 30, status: str = "delivered", **fields: Any) -> Session:
    """One row of a log."""
    student = fields.pop("student_id", "S1")
    name = fields.pop("session_id", f"{text}-{status}-{minutes}-{fields.get('line_id', '')}")
    return Session(name, student, day(text), minutes, status, **fields)


def line(amount: int | None = 60, cycle: str = "week", start: str | None = "8-25", end: str | None = "6-05",
         **fields: Any) -> Line:  # fmt: skip
    """One line of student S1 unless told otherwise."""
    student = fields.pop("student_id", "S1")
    name = fields.pop("line_id", "L1")
    return Line(name, student, amount, cycle, start_date=day(start) if start else None,
                end_date=day(end) if end else None, **fields)  # fmt: skip


def facts(lines: Iterable[Line], sessions: Iterable[Session] = (), loaded: tuple[str, str] | None = ("8-25", "6-05"),
          **fields: Any) -> Facts:  # fmt: skip
    """Lines and sessions on CAL-A. ``loaded`` are the days that the logs speak for; None: as the sessions show."""
    sessions = tuple(sessions)
    lines = tuple(lines)
    services = sorted({found.service for found in lines} | {found.service for found in sessions})

    covers = tuple(ChosenCover(name, day(loaded[0]), day(loaded[1])) for name in services) if loaded else ()
    batches = (Batch("lines", LAST + timedelta(days=30)), Batch("logs", LAST + timedelta(days=30), covers))
    return Facts(
        calendar=fields.pop("calendar", CALENDAR),
        grading_periods=fields.pop("grading_periods", QUARTERS),
        lines=lines,
        sessions=sessions,
        batches=fields.pop("batches", batches),
        **fields,
    )
