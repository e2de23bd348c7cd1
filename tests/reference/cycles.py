"""Cycles, what a day accrues, credit periods and months (rules 1, 2 and 5)."""

from bisect import bisect_left
from collections import Counter
from datetime import date
from fractions import Fraction
from typing import Any

from tests.reference.facts import Choices, Line
from tests.reference.mandates import end_of, start_of
from tests.reference.reading import Reading
from tests.reference.school_days import SchoolCalendar, days_between, monday, month, school_year


def counts_calendar_days(reading: Reading, line: Line) -> bool:
    """Rules 2: an IEP-year line whose start or end the calendar doesn't reach accrues by calendar days."""
    calendar = reading.calendar_of(line)
    return line.cycle == "iep_year" and not (
        calendar.reaches(start_of(reading, line)) and calendar.reaches(end_of(reading, line))
    )


def days_that_count(reading: Reading, line: Line) -> list[date]:
    """The days on which the line could accrue: its calendar's instructional days, else all days of its IEP year."""

    def find() -> list[date]:
        if counts_calendar_days(reading, line):
            return days_between(start_of(reading, line), end_of(reading, line))
        return reading.calendar_of(line).days

    return reading.remember(("days", line), find)  # type: ignore[no-any-return]


def rotation_block(calendar: SchoolCalendar, length: int, day: date) -> tuple[int, int]:
    """Blocks of ``length`` instructional days from the school year's first; a closed day goes with the next one."""
    year = school_year(day)
    days = calendar.days_of_year(year)
    position = min(bisect_left(days, day), max(len(days) - 1, 0))
    return year, position // length


def cycle_of(reading: Reading, line: Line, day: date) -> Any:
    """Rules 1: the cycle that holds the day, as a key that sorts by time."""
    calendar = reading.calendar_of(line)
    kind, _, number = line.cycle.partition(":")
    match kind:
        case "week":
            return monday(day)
        case "month":
            return month(day)
        case "quarter" | "semester":
            return calendar.part_of_year(kind, day)
        case "year":
            return school_year(day)
        case "iep_year":
            return "within" if start_of(reading, line) <= day <= end_of(reading, line) else "without"
        case "rotation":
            return rotation_block(calendar, int(number), day)
        case "weeks":
            return (monday(day) - monday(start_of(reading, line))).days // (7 * int(number))
    raise ValueError(line.cycle)


def edge_month_average(calendar: SchoolCalendar, year: int) -> dict[date, Fraction]:
    """Rules 2: the first and last month of a school year, with the average days of the others, if that is more."""
    counts = Counter(month(day) for day in calendar.days_of_year(year))
    edges = {min(counts), max(counts)} if counts else set()
    others = [count for of, count in counts.items() if of not in edges]
    if not others:
        return {}
    average = Fraction(sum(others), len(others))
    return {edge: average for edge in edges if average > counts[edge]}


def choices_of(reading: Reading, line: Line, day: date) -> Choices:
    """The policies of the day's school year, of weekly lines of the week's (decision 0545)."""
    weekly = line.cycle == "week"
    return reading.choices.of(reading.calendar_of(line).year_of_week(monday(day)) if weekly else school_year(day))


def days_in_cycle(reading: Reading, line: Line, day: date) -> Fraction:
    """B (rules 2): the instructional days of the cycle that holds the day, under the policies."""
    choices = choices_of(reading, line, day)
    kind, _, number = line.cycle.partition(":")
    if kind == "rotation":
        return Fraction(int(number))
    if kind == "week" and choices.closures == "not_made_up":
        return Fraction(5)
    if kind == "month" and choices.edge_months == "prorated":
        edges = reading.remember(
            ("edges", id(reading.calendar_of(line)), school_year(day)),
            lambda: edge_month_average(reading.calendar_of(line), school_year(day)),
        )
        if month(day) in edges:
            return edges[month(day)]  # type: ignore[no-any-return]
    if kind == "iep_year":
        first, last = start_of(reading, line), end_of(reading, line)
        return Fraction(sum(first <= other <= last for other in days_that_count(reading, line)))
    counts = reading.remember(
        ("cycles", line), lambda: Counter(cycle_of(reading, line, other) for other in days_that_count(reading, line))
    )
    return Fraction(counts[cycle_of(reading, line, day)])


def accrual(reading: Reading, line: Line, day: date) -> Fraction:
    """Rules 2: A / B for one instructional day in force; a cycle without an instructional day accrues nothing."""
    if not line.is_usable or line.amount_minutes is None:
        return Fraction(0)
    days = days_in_cycle(reading, line, day)
    return Fraction(line.amount_minutes) / days if days else Fraction(0)


def month_of(reading: Reading, line: Line, day: date) -> date:
    """Rules 5: roll-ups by month use the credit month for weekly lines, the calendar month for all others."""
    return reading.calendar_of(line).month_of_week(monday(day)) if line.cycle == "week" else month(day)


def credit_period(reading: Reading, line: Line, day: date) -> Any:
    """Rules 5: the period in which credit is capped, as a key that sorts by time."""
    calendar, weekly = reading.calendar_of(line), line.cycle == "week"
    if not (weekly or line.cycle == "month" or line.cycle.startswith("rotation")):
        return cycle_of(reading, line, day)
    year = calendar.year_of_week(monday(day)) if weekly else school_year(day)
    match reading.choices.of(year).credit_period:
        case "month":
            return year, month_of(reading, line, day)
        case "cycle":
            return year, cycle_of(reading, line, day)
        case "grading_period":
            quarter = calendar.quarter_of_week(monday(day)) if weekly else calendar.part_of_year("quarter", day)
            both = reading.choices.of(quarter[0]).credit_period == "grading_period"
            return quarter[0] if both else year, quarter
        case "year":
            return year, year
    raise ValueError(reading.choices)
