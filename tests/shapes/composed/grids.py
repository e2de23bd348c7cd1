"""Logs drawn as grids: a column a day of a month, a column a weekday, groups of columns repeated sideways."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from tests.shapes.composed import forms, people, who
from tests.shapes.composed.chooser import Chooser
from tests.shapes.composed.draft import Column, Draft
from tests.shapes.shape import Row

Cell = tuple[Any, Row | None]
"""What stands in a cell, and what a person reads in it besides who and when."""
_MARKS: dict[str, dict[str, str]] = {
    "SA, TA, H": {"student_absent": "SA", "provider_absent": "TA", "holiday": "H"},
    "CA, PNA, H": {"student_absent": "CA", "provider_absent": "PNA", "holiday": "H"},
    "Absent": {"student_absent": "Absent", "provider_absent": "Therapist absent", "holiday": "No school"},
    "Student absent": {"student_absent": "Student absent", "provider_absent": "Provider absent", "holiday": "Holiday"},
    "ABSENT": {"student_absent": "ABSENT", "provider_absent": "PROVIDER OUT", "holiday": "SCHOOL CLOSED"},
}
_GIVEN = {"30": "{}", "30 min": "{} min", "30m": "{}m"}
_MADE_UP = {"MU/30": "MU/{}", "MU 30": "MU {}", "Make-up 30": "Make-up {}"}
_TICKS = ("X", "✓", "D")
_MONTHS: dict[str, Callable[[date], dict[str, str]]] = {
    "Month: September 2025": lambda first: {"Month": f"{first:%B %Y}"},
    "Month/Year: 09/2025": lambda first: {"Month/Year": f"{first:%m/%Y}"},
    "OT Log - September 2025": lambda first: {},
    "SEPTEMBER 2025 Attendance": lambda first: {},
}
_TITLES = {
    "OT Log - September 2025": "Therapy Log - {:%B %Y}",
    "SEPTEMBER 2025 Attendance": "{:%B %Y} Attendance",
}
_DAYS: dict[str, Callable[[date], Any]] = {
    "1": lambda day: day.day, "9/1": lambda day: f"{day.month}/{day.day}",
    "9/1/2025": lambda day: f"{day.month}/{day.day}/{day.year}", "Sep 1": lambda day: f"{day:%b} {day.day}",
    "1-Sep": lambda day: f"{day.day}-{day:%b}", "a cell": lambda day: day,
    "Mon 9/1": lambda day: f"{day:%a} {day.month}/{day.day}",
}  # fmt: skip
_WEEKDAYS: dict[str, Callable[[date], str]] = {
    "Monday": lambda day: f"{day:%A}", "Mon": lambda day: f"{day:%a}", "MON": lambda day: f"{day:%a}".upper(),
    "M": lambda day: "MTWRF"[day.weekday()],
}  # fmt: skip
_LENGTHS = ("Duration", "Minutes", "Min", "Session Length")
_WEEKS = ("Week Of", "Week of", "Week Beginning", "Week Starting", "Week", "Week Start Date", "Monday of Week")
_SIDEWAYS: dict[str, tuple[str, str]] = {
    "Date 1, Minutes 1": ("Date {}", "Minutes {}"),
    "Session 1 Date, Session 1 Minutes": ("Session {} Date", "Session {} Minutes"),
    "Date, Min": ("Date", "Min"), "Visit 1 Date, Visit 1 Min": ("Visit {} Date", "Visit {} Min"),
    "Date1, Mins1": ("Date{}", "Mins{}"), "Date of Service 1, Duration 1": ("Date of Service {}", "Duration {}"),
}  # fmt: skip


def compose(chooser: Chooser) -> Draft:
    """A month, weeks, or sessions side by side: a row a student, or a student's week."""
    way = chooser.weighed("grid", {"month": 45, "weekdays": 30, "sideways": 25})
    above = chooser.weighed("above the table", {"none": 30, "service": 35, "provider": 35})
    draft = Draft("sessions", title="Service Log", is_wide=True)
    _WAYS[way](draft, chooser)
    rows = len(draft.truth)
    service = chooser.one(list(people.SERVICES))
    days = draft.columns
    draft.columns = []
    who.students(draft, chooser, draft.persons)
    who.service(draft, chooser, [service] * rows, above == "service")
    who.provider(draft, chooser, [people.providers(chooser, 1)[0]] * rows, above == "provider")
    draft.columns += days
    return draft


def _cell(chooser: Chooser, minutes: int, marks: dict[str, str], given: str, ticked: str | None) -> Cell:
    """One filled cell: mostly minutes, else a mark; ``ticked``: the mark for given, where the minutes stand apart."""
    kind = chooser.random.choices(["given", "missed", "made up"], [75, 20, 5])[0]
    planned = {"minutes": minutes} if ticked else {}
    if kind == "missed":
        reason = chooser.one(marks)
        return marks[reason], {"status": "missed", "reason": reason, **planned}
    told = {"minutes": minutes}
    if kind == "made up":
        return chooser.of("form of make-ups", _MADE_UP).format(minutes), {"status": "make_up", **told}
    return ticked or _number(given.format(minutes)), {"status": "delivered", **told}


def _number(text: str) -> Any:
    return int(text) if text.isdigit() else text


def _marks(chooser: Chooser) -> tuple[dict[str, str], str]:
    return chooser.of("form of marks", _MARKS), chooser.of("form of minutes", _GIVEN)


def _month(draft: Draft, chooser: Chooser) -> None:
    """A column a day, all days of the month or its weekdays; perhaps ticks, with the length in a column."""
    first = date(2025, chooser.one((9, 10, 11, 12)), 1)
    form = chooser.part("form of months", _MONTHS)
    draft.facts |= _MONTHS[form](first)
    draft.title = _TITLES.get(form, "Therapy Log").format(first)
    heading = chooser.of("form of days", _DAYS)
    every = [
        first + timedelta(days=number) for number in range(31) if (first + timedelta(days=number)).month == first.month
    ]
    school = [day for day in every if day.isoweekday() < 6]
    draft.persons = people.students(chooser, chooser.random.randint(3, 6))
    marks, given = _marks(chooser)
    ticked = chooser.part("ticks", _TICKS) if chooser.odds(0.25) else None
    lengths = [chooser.one((20, 30, 45)) for _ in draft.persons]
    if ticked:
        draft.columns.append(Column("grid.length", chooser.part("heading grid.length", _LENGTHS), list(lengths)))
    cells: dict[date, list[Any]] = {day: [""] * len(lengths) for day in every}
    for row, minutes in enumerate(lengths):
        truth = []
        for day in sorted(chooser.random.sample(school, 5)):
            cells[day][row], told = _cell(chooser, minutes, marks, given, ticked)
            truth.append({"session_date": day.isoformat(), **(told or {})})
        draft.truth.append(truth)
    shown = every if chooser.odds(0.6) else school
    draft.columns += [Column("grid.day", heading(day), cells[day]) for day in shown]


def _weekdays(draft: Draft, chooser: Chooser) -> None:
    """A row a student's week, a column a weekday."""
    monday = date(2025, 9, 8) + timedelta(weeks=chooser.random.randint(0, 8))
    kids = people.students(chooser, chooser.random.randint(2, 4))
    weeks = [monday + timedelta(weeks=number) for number in range(3)]
    draft.persons = [kid for kid in kids for _ in weeks]
    marks, given = _marks(chooser)
    heading, form = chooser.of("form of weekdays", _WEEKDAYS), chooser.of("form of dates", forms.DATES)
    starts = [week for _ in kids for week in weeks]
    draft.columns.append(
        Column("grid.week", chooser.part("heading grid.week", _WEEKS), [form(start) for start in starts])
    )
    cells: list[list[Any]] = [[""] * len(starts) for _ in range(5)]
    for row, start in enumerate(starts):
        truth = []
        for number in sorted(chooser.random.sample(range(5), 2)):
            cells[number][row], told = _cell(chooser, chooser.one((20, 30, 45)), marks, given, None)
            truth.append({"session_date": (start + timedelta(days=number)).isoformat(), **(told or {})})
        draft.truth.append(truth)
    draft.columns += [
        Column("grid.weekday", heading(monday + timedelta(days=number)), cells[number]) for number in range(5)
    ]


def _sideways(draft: Draft, chooser: Chooser) -> None:
    """A row a student, the day and the minutes of each session side by side."""
    draft.persons = people.students(chooser, chooser.random.randint(3, 6))
    form = chooser.of("form of dates", forms.DATES)
    headings = chooser.of("headings sideways", _SIDEWAYS)
    groups = chooser.one((2, 3, 4))
    draft.truth = [[] for _ in draft.persons]
    for number in range(1, groups + 1):
        days = [date(2025, 9, 8) + timedelta(weeks=number, days=chooser.random.randint(0, 4)) for _ in draft.persons]
        filled = [number == 1 or chooser.odds(0.8) for _ in days]
        minutes = [chooser.one((20, 30, 45)) for _ in days]
        told_days = [form(day) if has else "" for day, has in zip(days, filled, strict=True)]
        told_minutes = [one if has else "" for one, has in zip(minutes, filled, strict=True)]
        draft.columns.append(Column("grid.date", headings[0].format(number), told_days))
        draft.columns.append(Column("grid.minutes", headings[1].format(number), told_minutes))
        for row, has in enumerate(filled):
            if has:
                told = {"session_date": days[row].isoformat(), "minutes": minutes[row], "status": "delivered"}
                draft.truth[row].append(told)


_WAYS: dict[str, Callable[[Draft, Chooser], None]] = {"month": _month, "weekdays": _weekdays, "sideways": _sideways}
