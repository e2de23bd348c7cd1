"""The extended school year: its own ledger (rules 4, decision 0580), worked out on CAL-A and the summer after it."""

from dataclasses import replace
from fractions import Fraction as F  # noqa: N817
from typing import Any

from tests.reference.cal_a import CALENDAR, day, facts, line, row
from tests.reference.facts import CalendarDay, Enrolment, Facts, Line, Session
from tests.reference.school_days import days_between
from tests.spec.told import Case, Figures, check, table

JULY = "2026-07-31"
TO_THURSDAY = tuple(CalendarDay(one, True) for one in days_between(day("6-15"), day("2026-07-09")) if one.weekday() < 4)
"""Four weeks of ESY from Monday to Thursday, as a calendar lists them."""
RIGHT_AFTER = tuple(CalendarDay(one, True) for one in days_between(day("6-08"), day("6-11")))
NEXT_YEAR = tuple(
    CalendarDay(one, True) for one in days_between(day("2026-08-24"), day("2026-09-30")) if one.weekday() < 5
)


def summer(amount: int = 120, cycle: str = "week", start: str | None = "6-15", end: str | None = "2026-07-10") -> Line:
    """A line of the extended year: 18 weekdays from Jun 15 to Jul 10 without Jun 19 and Jul 3."""
    return line(amount, cycle, start, end, line_id="Y", esy=True)


def loaded(lines: list[Line], sessions: list[Session] | None = None, **fields: Any) -> Facts:
    """Facts with logs to the end of July."""
    return facts(lines, sessions or [], ("8-25", JULY), **fields)


def esy(rule: str, known: Facts, as_of: str, worked_out: Figures) -> Case:
    """A case that is asked of the extended year."""
    return Case(rule, known, as_of, worked_out, extended=True)


ONE_SEEN = loaded([summer()], [row("6-16", 90)])

CASES = [
    esy("120 a week in four weeks, 90 delivered: each week owes all of it, also those with Jun 19 and Jul 3", ONE_SEEN, JULY,
        {"expected_minutes": 4 * 120, "delivered_minutes": 90, "credited_minutes": 90, "make_up_minutes": 390, "lines": 1}),
    replace(esy("of these the regular year knows nothing", ONE_SEEN, JULY,
                {"expected_minutes": 0, "delivered_minutes": 0, "outside_mandate_minutes": 0, "lines": 0}), extended=False),
    esy("the regular year's lines and sessions aren't the extended one's", loaded([line(60), summer()], [row("9-10")]), "6-05",
        {"expected_minutes": 0, "delivered_minutes": 0, "lines": 0}),
    esy("from Wednesday of the week of Jun 19: two of four days", loaded([summer(start="6-17")]), "6-19",
        {"expected_minutes": 120 * F(2, 4)}),
    esy("a closed Jun 22 is none of its days: from Tuesday the whole week", loaded(
        [summer(start="6-23", end="6-26")], calendar=(*CALENDAR, CalendarDay(day("6-22"), False))), "6-26",
        {"expected_minutes": 120}),
    esy("where the calendar lists its days, they are these: from Tuesday three of Monday to Thursday", loaded(
        [summer(start="6-16")], calendar=(*CALENDAR, *TO_THURSDAY)), "6-19", {"expected_minutes": 120 * F(3, 4)}),
    esy("a month counts all its days: 11 of June's 5 + 16", loaded([summer(210, "month", end="6-30")]), "6-30",
        {"expected_minutes": 210 * F(11, 21)}),
    esy("an amount a year is one for its own days: 4 of 18", loaded([summer(300, "year")]), "6-18",
        {"expected_minutes": 300 * F(4, 18)}),
    esy("an absence in the summer is excused as in the year", loaded(
        [summer(end="6-26")], [row("6-16", 90), row("6-18", 30, "missed", reason="student_absent")]), JULY,
        {"expected_minutes": 240, "credited_minutes": 90, "excused_minutes": 30, "make_up_minutes": 120,
         "adjusted_rate": F(90, 210)}),
    esy("a line without a start or an end is in no figure", loaded(
        [summer(start=None), replace(summer(end=None), line_id="Y2")]), JULY,
        {"expected_minutes": 0, "lines": 0}),
    esy("closed Jul 3 lies between Jun 29 and Jul 6: 30 of that week's 120 are short, a holiday's", loaded(
        [summer(start="6-29")], [row("6-30", 90), row("2026-07-07", 60)]), JULY,
        {"expected_minutes": 240, "credited_minutes": 150, "make_up_minutes": 90, "unaccounted_minutes": 60}),
    esy("enrolled to the last day of school, as every child of the roster: the summer goes on", loaded(
        [summer()], [row("6-16", 90)], enrolments=(Enrolment("S1", enrolled_to=day("6-05")),)), JULY,
        {"expected_minutes": 480, "credited_minutes": 90, "make_up_minutes": 390}),
    esy("enrolled to June 30: it goes on too", loaded(
        [summer()], [row("2026-07-07", 60)], enrolments=(Enrolment("S1", enrolled_to=day("6-30")),)), JULY,
        {"expected_minutes": 480, "credited_minutes": 60}),
    esy("its days are listed and go on over July 1; enrolled to Jun 5: it goes on, four weeks of Monday to Thursday", loaded(
        [summer()], [row("6-16", 90)], calendar=(*CALENDAR, *TO_THURSDAY), grading_periods=(),
        enrolments=(Enrolment("S1", enrolled_to=day("6-05")),)), JULY,
        {"expected_minutes": 480, "credited_minutes": 90, "make_up_minutes": 390}),
    esy("they begin right after Jun 5, which only the last quarter tells: Jun 8 to 11 too", loaded(
        [summer(start="6-08")], calendar=(*CALENDAR, *RIGHT_AFTER, *TO_THURSDAY),
        enrolments=(Enrolment("S1", enrolled_to=day("6-06")),)), JULY,
        {"expected_minutes": 600}),
    esy("the next school year is the one that goes on into September: an enrolment to Jun 30 doesn't end in July", loaded(
        [summer(start="6-29")], calendar=(*CALENDAR, *TO_THURSDAY, *NEXT_YEAR),
        enrolments=(Enrolment("S1", enrolled_to=day("6-30")),)), JULY, {"expected_minutes": 240}),
    esy("left on Jun 18 of the listed days: the first week alone", loaded(
        [summer()], calendar=(*CALENDAR, *TO_THURSDAY), enrolments=(Enrolment("S1", enrolled_to=day("6-18")),)), JULY,
        {"expected_minutes": 120}),
    esy("left in May, or on Jun 18: four days of the first week", loaded(
        [summer(), replace(summer(), line_id="Y2", student_id="S2")], enrolments=(
            Enrolment("S1", enrolled_to=day("5-29")), Enrolment("S2", enrolled_to=day("6-18")))), JULY,
        {"expected_minutes": 120, "lines": 1}),
    replace(esy("its sessions of the summer are outside no mandate", loaded(
        [summer()], [row("6-16", 90)], enrolments=(Enrolment("S1", enrolled_to=day("6-05")),)), JULY,
        {"outside_mandate_minutes": 0}), extended=False),
    replace(esy("a line of the regular year is cut: 5 of Jun 1 to 5", loaded(
        [line(60, start="6-01", end="6-30")], calendar=(*CALENDAR, *TO_THURSDAY),
        enrolments=(Enrolment("S1", enrolled_to=day("6-05")),)), JULY, {"expected_minutes": 60}), extended=False),
    esy("a line that is over doesn't lapse", loaded([summer(end="6-26")]), JULY,
        {"expected_minutes": 240, "lapsed_minutes": 0}),
]  # fmt: skip


@table(CASES)
def test_the_extended_year(case: Case, engine: str) -> None:
    check(case, engine)
