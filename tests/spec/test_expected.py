"""Expected minutes (rules 2), worked out on CAL-A: each case shows its arithmetic as A x days / B."""

from dataclasses import replace
from datetime import date
from fractions import Fraction as F  # noqa: N817 - tables read better

from tests.reference.cal_a import CALENDAR, QUARTERS, day, facts, line
from tests.reference.facts import CalendarDay, Choices, Enrolment, GradingPeriod, Line
from tests.reference.school_days import days_between
from tests.spec.told import Case, check, table


def owed(rule: str, lines: Line | list[Line], as_of: str, minutes: F | int, **fields: object) -> Case:
    """A case about E alone, all days loaded. Fields of the facts and of the case may be given."""
    about_case = {name: fields.pop(name) for name in ("choices", "cut") if name in fields}
    given = facts(lines if isinstance(lines, list) else [lines], **fields)  # type: ignore[arg-type]
    return Case(rule, given, as_of, {"expected_minutes": minutes, "uncovered_minutes": 0}, **about_case)  # type: ignore[arg-type]


def calendar(first: date, last: date, *closed: date) -> tuple[CalendarDay, ...]:
    """All weekdays from first to last, but the closed ones, open."""
    return tuple(CalendarDay(d, d not in closed) for d in days_between(first, last) if d.weekday() < 5)


WITH_A_SATURDAY = (*CALENDAR, CalendarDay(day("9-13"), True))
SEPTEMBER_20_OCTOBER_10_NOVEMBER_3 = (
    *calendar(date(2025, 9, 3), date(2025, 9, 30)),  # Sep 3-5: 3, then 15, then 29-30: 2 = 20
    *calendar(date(2025, 10, 6), date(2025, 10, 17)),  # 10
    *calendar(date(2025, 11, 3), date(2025, 11, 5)),  # 3
)
NORTH = {"calendar": (*CALENDAR, CalendarDay(day("9-10"), False, "North"), CalendarDay(day("9-01"), True, "North"))}
TWO_SEMESTERS = (
    GradingPeriod("S1", day("8-25"), day("12-19"), "2025-26"),
    GradingPeriod("S2", day("12-20"), day("6-05"), "2025-26"),
)
NEXT_YEAR = calendar(date(2026, 8, 31), date(2027, 5, 28))
"""Its first 33 weekdays are Aug 31: 1, September: 22, Oct 1-14: 10."""
MARKING_PERIODS = tuple(replace(one, period=one.period.replace("Q", "MP")) for one in QUARTERS)
FIVE_OF_THEM = (*MARKING_PERIODS, GradingPeriod("MP5", day("6-06"), day("6-12"), "2025-26"))
GAP_AFTER_Q1 = (QUARTERS[0], GradingPeriod("Q2", day("11-10"), day("1-23"), "2025-26"), *QUARTERS[2:])

CASES = [
    owed("a week with a holiday owes the whole week", line(60), "10-17", 60 * 4 * F(1, 4), cut=("10-13", "10-17")),
    owed("two of its four days are half of it", line(60), "10-15", 60 * F(2, 4), cut=("10-13", None)),
    owed("a line that ends on the Wednesday", line(60, end="10-15"), "10-31", 60 * F(2, 4), cut=("10-13", None)),
    owed("not made up: four fifths", line(60), "10-17", 60 * F(4, 5), cut=("10-13", "10-17"),
         choices=Choices(closures="not_made_up")),
    owed("not made up leaves monthly lines alone", line(110, "month"), "10-31", 110 * F(22, 22),
         cut=("10-01", "10-31"), choices=Choices(closures="not_made_up")),
    owed("the first school week, then one short week", line(60), "9-05", 60 + 60),
    owed("a Saturday and a Sunday owe nothing", line(60), "9-14", 60, cut=("9-08", "9-14")),
    owed("a break owes nothing", line(60), "1-04", 0, cut=("12-20", "1-04")),
    owed("a six-day rotation: 22 days in October", line(30, "rotation:6"), "10-31", 30 * F(22, 6),
         cut=("10-01", None)),
    owed("a daily line: 4 + 5 days", line(15, "rotation:1"), "9-12", 15 * 9, cut=("9-01", None)),
    owed("every other week from Wednesday Sep 3: 3 + 5 of the 9 days of Sep 1-14, then a whole block",
         line(60, "weeks:2", start="9-03"), "9-28", 60 * F(8, 9) + 60),
    owed("three of four weeks: 5 + 4 + 5 of the 19 days of Aug 25 - Sep 21", line(90, "weeks:4"), "9-12",
         90 * F(14, 19)),
    owed("a quarter: 26 of 48 days", line(120, "quarter"), "9-30", 120 * F(26, 48)),
    owed("no grading periods: quarters of 46, 45, 45 and 45 days", line(120, "quarter"), "10-31",
         120 * F(46, 46) + 120 * F(2, 45), grading_periods=()),
    owed("no grading periods: semesters of 91 and 90 days", line(182, "semester"), "10-31", 182 * F(48, 91),
         grading_periods=()),
    owed("a semester of Q1 + Q2: 48 of 48 + 16 + 15 + 14 days", line(240, "semester"), "10-31", 240 * F(48, 93)),
    owed("a semester of two of four marking periods", line(240, "semester"), "10-31", 240 * F(48, 93),
         grading_periods=MARKING_PERIODS),
    owed("of five marking periods no two are a semester: 91 of 181 days", line(182, "semester"), "10-31",
         182 * F(48, 91), grading_periods=FIVE_OF_THEM),
    owed("a semester named S1: 48 of 79 days", line(240, "semester"), "10-31", 240 * F(48, 79),
         grading_periods=TWO_SEMESTERS),
    owed("S1 and S2 stand before Q1 + Q2", line(240, "semester"), "10-31", 240 * F(48, 79),
         grading_periods=(*QUARTERS, *TWO_SEMESTERS)),
    owed("a date between two periods belongs to the next: 5 of Q2's 45 days", line(120, "quarter"), "11-07",
         120 + 120 * F(5, 45), grading_periods=GAP_AFTER_Q1),
    owed("a school year: 26 of 181 days", line(1810, "year"), "9-30", 1810 * F(26, 181)),
    owed("a school year, whole", line(1810, "year", end=None), "6-30", 1810),
    owed("a school year for a line from Sep 16: 11 days of September, B stays 181", line(1810, "year", start="9-16"),
         "9-30", 10 * 11),
    owed("an IEP year inside the calendar: 12 of 12 + 22 days", line(340, "iep_year", start="9-15", end="10-31"),
         "9-30", 340 * F(12, 34)),
    owed("an IEP year that the calendar doesn't reach: 16 + 31 of 365 calendar days",
         Line("L1", "S1", 730, "iep_year", start_date=date(2025, 9, 15), end_date=date(2026, 9, 14)), "10-31",
         730 * F(16 + 31, 365)),
    owed("an IEP year over two calendars: 13 of 146 + 33 school days, the summer owes nothing",
         Line("L1", "S1", 1790, "iep_year", start_date=date(2025, 10, 15), end_date=date(2026, 10, 14)), "10-31",
         10 * 13, calendar=(*CALENDAR, *NEXT_YEAR)),
    owed("by the end of the first of them: its 146 days", Line(
        "L1", "S1", 1790, "iep_year", start_date=date(2025, 10, 15), end_date=date(2026, 10, 14)), "6-30", 10 * 146,
         calendar=(*CALENDAR, *NEXT_YEAR)),
    owed("an IEP year without dates is the school year", line(1810, "iep_year", None, None), "9-30", 1810 * F(26, 181)),
    owed("August owes 5 of an average month's 19 days", line(190, "month"), "8-31", 190 * F(5, 19)),
    owed("June too", line(190, "month"), "6-05", 190 * F(5, 19), cut=("6-01", None)),
    owed("full edge months: all of August", line(190, "month"), "8-31", 190, choices=Choices(edge_months="full")),
    owed("a monthly line from Aug 27: 3 of 19 days", line(190, "month", start="8-27"), "8-31", 190 * F(3, 19)),
    owed("an edge month with more days than the others keeps its own: 5 of 20",
         line(200, "month", start="9-01"), "9-09", 200 * F(5, 20), calendar=SEPTEMBER_20_OCTOBER_10_NOVEMBER_3),
    owed("the other edge: 3 of the 10 days of October", line(200, "month", start="9-01"), "11-30", 200 * F(3, 10),
         calendar=SEPTEMBER_20_OCTOBER_10_NOVEMBER_3, cut=("11-01", None)),
    owed("two months have no others: 3 of 3 days", line(200, "month"), "11-30", 200 + 200,
         calendar=SEPTEMBER_20_OCTOBER_10_NOVEMBER_3[20:]),
    owed("a school's closed day: Monday and Tuesday are half of its week", line(60, end="9-09", school="North"),
         "9-12", 60 * F(2, 4), cut=("9-08", None), **NORTH),
    owed("another school keeps the district's five days", line(60, end="9-09", school="South"), "9-12", 60 * F(2, 5),
         cut=("9-08", None), **NORTH),
    owed("a school's extra day counts", line(60, school="North"), "9-01", 60 * F(1, 5), cut=("9-01", None), **NORTH),
    owed("the student's school where the line names none", line(60, end="9-09"), "9-12", 60 * F(2, 4),
         cut=("9-08", None), enrolments=(Enrolment("S1", "North"),), **NORTH),
    owed("a calendar of closed days leaves the other weekdays", line(60), "9-05", 60 + 60,
         calendar=tuple(row for row in CALENDAR if not row.is_instructional)),
    owed("and without grading periods, from the last Monday of August to the first Friday of June",
         line(1810, "year"), "6-30", 10 * 181, grading_periods=(),
         calendar=tuple(row for row in CALENDAR if not row.is_instructional)),
    owed("each school year by itself: a second one of closed days opens no summer", line(60, start=None, end="8-28"), "8-28",
         60 * F(4, 5), cut=("8-20", None), grading_periods=(),
         calendar=(CalendarDay(date(2024, 9, 2), False), CalendarDay(day("9-01"), False))),
    owed("a calendar of open days leaves the others closed: 60 x 3/3 + 60 x 1/1", line(60), "9-05", 60 + 60,
         calendar=tuple(CalendarDay(day(text), True) for text in ("8-27", "8-28", "8-29", "9-02"))),
    owed("no start: the first day of school", line(60, start=None), "8-29", 60),
    owed("no start: the enrolment, if later: Wednesday to Friday", line(60, start=None), "8-29", 60 * F(3, 5),
         enrolments=(Enrolment("S1", None, None, day("8-27")),)),
    owed("no end: the last week of school is owed, nothing after it", line(60, end=None), "6-30", 60,
         cut=("6-01", None)),
    owed("two lines that start together add up", [line(60, line_id="L1"), line(30, line_id="L2")], "8-29", 60 + 30),
    owed("a Saturday of school is a sixth of its week", line(60), "9-14", 60 * F(1, 6), cut=("9-13", None),
         calendar=WITH_A_SATURDAY),
    owed("not made up: a sixth day is owed beside the five", line(60), "9-14", 6 * F(60, 5), cut=("9-08", None),
         calendar=WITH_A_SATURDAY, choices=Choices(closures="not_made_up")),
    owed("a range cuts days: Tuesday to Thursday", line(60), "9-30", 60 * F(3, 5), cut=("9-09", "9-11")),
    owed("the as-of date cuts a range", line(60), "9-10", 60 * F(3, 5), cut=("9-08", "9-30")),
]  # fmt: skip


@table(CASES)
def test_expected_minutes(case: Case, engine: str) -> None:
    check(case, engine)


def test_the_made_up_calendar_has_the_days_it_says() -> None:
    found = [row.day.month for row in SEPTEMBER_20_OCTOBER_10_NOVEMBER_3]
    assert (found.count(9), found.count(10), found.count(11)) == (20, 10, 3)
