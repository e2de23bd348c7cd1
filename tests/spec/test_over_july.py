"""What reaches over July 1 (rules 2, decision 0570): grading periods that begin in one school year and end in the next, and
lists of closed days of two school years side by side. June 2026 begins on a Monday and has 22 weekdays, July 1 is a Wednesday."""

from datetime import date
from fractions import Fraction as F  # noqa: N817

from tests.reference.cal_a import facts, line
from tests.reference.facts import CalendarDay, Choices, GradingPeriod, Line, Session
from tests.reference.school_days import days_between
from tests.spec.told import Case, check, table


def school(first: str, last: str) -> tuple[CalendarDay, ...]:
    """All weekdays from first to last, open."""
    days = days_between(date.fromisoformat(first), date.fromisoformat(last))
    return tuple(CalendarDay(day, True) for day in days if day.weekday() < 5)


def period(name: str, first: str, last: str, year: str | None = None) -> GradingPeriod:
    return GradingPeriod(name, date.fromisoformat(first), date.fromisoformat(last), year)


def closed(*days: str) -> tuple[CalendarDay, ...]:
    return tuple(CalendarDay(date.fromisoformat(day), False) for day in days)


def owed(rule: str, of_line: Line, as_of: str, minutes: F | int, calendar: tuple[CalendarDay, ...],
         periods: tuple[GradingPeriod, ...], since: str | None = None, **about: object) -> Case:  # fmt: skip
    """A case about E from a day on."""
    sessions = about.pop("sessions", ())
    given = facts([of_line], sessions, ("8-25", "2027-06-30"), calendar=calendar, grading_periods=periods)  # type: ignore[arg-type]
    figures = {"expected_minutes": minutes, **about.pop("figures", {})}  # type: ignore[dict-item]
    return Case(rule, given, as_of, figures, cut=(since, None), **about)  # type: ignore[arg-type]


def summer(amount: int, cycle: str, start: str = "2026-06-01") -> Line:
    return line(amount, cycle, start=start, end="2026-12-31")


JUNE_TO_JULY_10 = school("2026-06-01", "2026-07-10")
"""22 days of June and 8 of July (1-3 and 6-10) are 30."""
FOURTH = period("Q4", "2026-06-01", "2026-07-10", "2025-26")
AUTUMN = school("2026-08-31", "2026-09-11")
"""Ten days."""
THEN_FIRST = (FOURTH, period("Q1", "2026-08-31", "2026-09-11", "2026-27"))
HALVES = (period("S1", "2025-08-25", "2026-05-29"), period("S2", "2026-06-01", "2026-07-10"))
EARLY_FIRST = (period("Q4", "2026-06-01", "2026-06-26"), period("Q1", "2026-06-29", "2026-07-10"))
"""20 days of June; 2 of June and 8 of July."""
WEEKS_OF_JUNE_22 = summer(60, "week", "2026-06-22")
BY_QUARTER = Choices(credit_period="grading_period")
SEEN_ONCE = (Session("1", "S1", date(2026, 6, 22), 180),)
CLOSED_DAYS = closed("2025-09-01", "2026-05-25", "2026-07-03", "2026-09-07", "2027-05-31")
"""Two years' closed days; July 3 is a Friday, September 7 a Monday."""
TWO_YEARS = (
    period("S1", "2025-08-25", "2026-01-23", "2025-26"),
    period("S2", "2026-01-26", "2026-07-10", "2025-26"),
    period("S1", "2026-08-31", "2027-01-22", "2026-27"),
    period("S2", "2027-01-25", "2027-06-11", "2026-27"),
)

CASES = [
    owed("a quarter to July 10 is one cycle: 22 days of June and 3 of July, of 30", summer(120, "quarter"), "2026-07-03",
         120 * F(25, 30), JUNE_TO_JULY_10 + AUTUMN, THEN_FIRST),
    owed("its 8 days of July are none of the next school year's first quarter", summer(120, "quarter"), "2026-07-10",
         120 * F(8, 30), JUNE_TO_JULY_10 + AUTUMN, THEN_FIRST, "2026-07-01"),
    owed("which begins with its own first day: 4 of 10 days", summer(120, "quarter"), "2026-09-03", 120 * F(4, 10),
         JUNE_TO_JULY_10 + AUTUMN, THEN_FIRST, "2026-08-01"),
    owed("a semester, of whose school year nothing is said: that of its middle day", summer(150, "semester"), "2026-07-10",
         150 * F(8, 30), JUNE_TO_JULY_10 + AUTUMN, HALVES, "2026-07-01"),
    owed("a first quarter from June 29: two of its ten days", summer(120, "quarter"), "2026-06-30", 120 * F(2, 10),
         JUNE_TO_JULY_10, EARLY_FIRST, "2026-06-29"),
    owed("and the fourth before it keeps its 20 days", summer(120, "quarter"), "2026-06-26", 120, JUNE_TO_JULY_10,
         EARLY_FIRST),
    owed("a year without periods has equal quarters of the days that no other year's period holds: 1 of the first 3 of 10",
         summer(120, "quarter"), "2026-08-31", 120 * F(1, 3), JUNE_TO_JULY_10 + AUTUMN, (FOURTH,), "2026-08-01"),
    owed("weeks credited by the quarter: 180 given in June fill all three weeks of it", WEEKS_OF_JUNE_22, "2026-07-10",
         3 * 60, JUNE_TO_JULY_10, (FOURTH,), choices=BY_QUARTER, sessions=SEEN_ONCE, figures={"credited_minutes": 3 * 60}),
    owed("where only 2025-26 is credited by the quarter, July stands for itself: 60 of June's week",
         WEEKS_OF_JUNE_22, "2026-07-10", 3 * 60, JUNE_TO_JULY_10, (FOURTH,), sessions=SEEN_ONCE,
         choices=Choices(others={2025: BY_QUARTER}), figures={"credited_minutes": 60}),
    owed("two years of closed days: school goes on to July 10, with four days in the week of July 3", WEEKS_OF_JUNE_22,
         "2026-07-31", 60 + 60 * F(4, 4) + 60, CLOSED_DAYS, TWO_YEARS),
    owed("Monday to Wednesday of that week are three of its four days", WEEKS_OF_JUNE_22, "2026-07-01", 60 * F(3, 4),
         CLOSED_DAYS, TWO_YEARS, "2026-06-29"),
    owed("the summer between them owes nothing, and Labor Day's week the whole", WEEKS_OF_JUNE_22, "2026-09-11", 60 + 60,
         CLOSED_DAYS, TWO_YEARS, "2026-07-11"),
    owed("open days of a July make no list of open days of the next year's closed ones", WEEKS_OF_JUNE_22, "2026-09-11",
         60 + 60, JUNE_TO_JULY_10 + closed("2026-09-07"), TWO_YEARS, "2026-07-11"),
]  # fmt: skip


@table(CASES)
def test_what_reaches_over_july(case: Case, engine: str) -> None:
    check(case, engine)
