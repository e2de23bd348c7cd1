"""Each minute follows the policies of the school year in which it lies (decision 0545): CAL-A, then 2026-27 from Monday, Aug 31,
with Labor Day (Sep 7) closed and no other weekday. What a policy says in 2025-26 stands, whatever 2026-27 says."""

from datetime import date
from fractions import Fraction as F  # noqa: N817

import duckdb
import pytest

from analytics import policies, telling
from analytics.scope import EVERYTHING
from analytics.trace import trace
from tests.property.ask import written
from tests.reference.cal_a import CALENDAR, facts, line, row
from tests.reference.facts import CalendarDay, Choices, Facts, Line, Session
from tests.reference.school_days import days_between
from tests.spec.told import Case, Figures, check, table

LABOR_DAY = date(2026, 9, 7)
NEXT_YEAR = days_between(date(2026, 8, 31), date(2027, 5, 28))
BOTH_YEARS = (*CALENDAR, *(CalendarDay(day, day != LABOR_DAY) for day in NEXT_YEAR if day.weekday() < 5))
LATER = "2026-09-30"


def over_two_years(lines: list[Line], sessions: list[Session]) -> Facts:
    """Facts on both years' calendar, all of them loaded to the later as-of date."""
    return facts(lines, sessions, ("8-25", LATER), calendar=BOTH_YEARS, grading_periods=())


def first_then(first: Choices, then: Choices) -> Choices:
    """The policies of 2025-26 and of 2026-27."""
    return Choices(others={2025: first, 2026: then})


def by_month(rule: str, given: Facts, as_of: str, month: date, worked_out: Figures, choices: Choices) -> Case:
    """A case about a month."""
    return Case(rule, given, as_of, worked_out, ("month",), (month,), choices)


OCTOBER, SEPTEMBER, NEXT_SEPTEMBER = date(2025, 10, 1), date(2025, 9, 1), date(2026, 9, 1)
MONDAYS = [row(text, 30) for text in ("9-29", "10-06", "10-20", "10-27")]
WEEKLY = over_two_years(
    [line(60), line(60, start="2026-08-31", end="2027-05-28", line_id="L2")], [*MONDAYS, row("2026-09-01", 30)]
)
"""October has five weeks, that of Columbus Day with four days: seen on four Mondays, 4 x 30 = 120. Then a session in 2026-27."""
SHRINKS = first_then(Choices(closures="not_made_up"), Choices())
CLOSED_OCTOBER = {"expected_minutes": 4 * 60 + F(60 * 4, 5), "credited_minutes": 120, "excused_minutes": 30,
                  "make_up_minutes": 288 - 120 - 30, "adjusted_rate": F(120, 258)}  # fmt: skip

TWO_WEEKS = over_two_years(
    [line(60, start="9-08", end="9-21"), line(60, start="2026-09-14", end="2026-09-27", line_id="L2")],
    [row("9-08", 90), row("9-15", 30), row("2026-09-14", 90), row("2026-09-21", 30)],
)
"""Weeks of 90 and 30 against 60 each, in both Septembers."""
WEEK_BY_WEEK = first_then(Choices(credit_period="cycle"), Choices(credit_period="month"))

SHORT = over_two_years(
    [line(120, start="9-15", end="9-21"), line(120, start="2026-09-21", end="2026-09-27", line_id="L2")],
    [
        made
        for first, second, third in (("9-16", "9-17", "9-18"), ("2026-09-22", "2026-09-23", "2026-09-24"))
        for made in (
            row(first, 60),
            row(second, 50, "missed", reason="student_absent"),
            row(third, 50, "missed", reason="vacancy"),
        )
    ],
)
"""One week of each year: 60 of 120 given, 50 missed by an absent student, 50 since nobody was there."""
PROVIDER_FIRST, EXCUSED_FIRST = Choices(shortfall_order="provider_first"), Choices(shortfall_order="excused_first")

IEP_YEAR = over_two_years(
    [line(100, "iep_year", start="6-01", end="2026-09-04")],
    [
        row("6-02", 40),
        row("6-03", 50, "missed", reason="student_absent"),
        row("2026-09-01", 50, "missed", reason="vacancy"),
    ],
)
"""Jun 1-5 and Aug 31-Sep 4, ten days of 10 minutes: 40 of 100 given, so 60 are short."""
ABSENT_TWICE = over_two_years(
    [line(100, "iep_year", start="6-01", end="2026-09-04")],
    [row("6-02", 40), *(row(text, 30, "missed", reason="student_absent") for text in ("6-03", "2026-09-01"))],
)
"""The same with 30 missed by an absent student in each year."""
MADE_UP = Choices(treatments={"student_absent": "make_up"})

MONTHLY = over_two_years(
    [line(190, "month"), line(190, "month", start="2026-08-31", end="2027-05-28", line_id="L2")], []
)
"""August has 5 days in 2025, of months of 19 on average, and 1 day in 2026."""
FULL_THEN = first_then(Choices(), Choices(edge_months="full"))

OF_30 = over_two_years(
    [line(30, start="9-08", end="9-14", sessions_per_cycle=1),
     line(30, start="2026-09-14", end="2026-09-20", sessions_per_cycle=1, line_id="L2")],
    [row("9-08", 20), row("2026-09-14", 20)],
)  # fmt: skip
"""20 of 30 minutes in the one week of each year."""
WHOLE_THEN_HALF = first_then(Choices(session_counts_at=F(1)), Choices())

CASES = [
    by_month("closed days of 2025-26 aren't made up: 240 + 60 x 4/5, the holiday's 30 excused", WEEKLY, "10-31", OCTOBER,
             CLOSED_OCTOBER, SHRINKS),
    by_month("and so it stays in 2026-27, where they are", WEEKLY, LATER, OCTOBER, CLOSED_OCTOBER, SHRINKS),
    by_month("2026-27 makes them up: four weeks of 60, Labor Day's too, and 3 of 5 days", WEEKLY, LATER, NEXT_SEPTEMBER,
             {"expected_minutes": 4 * 60 + F(60 * 3, 5), "credited_minutes": 30, "excused_minutes": 0}, SHRINKS),
    by_month("each week alone in 2025-26: 60 + 30", TWO_WEEKS, LATER, SEPTEMBER,
             {"credited_minutes": 90, "excess_minutes": 30, "make_up_minutes": 30}, WEEK_BY_WEEK),
    by_month("the month together in 2026-27: all 120", TWO_WEEKS, LATER, NEXT_SEPTEMBER,
             {"credited_minutes": 120, "excess_minutes": 0, "make_up_minutes": 0}, WEEK_BY_WEEK),
    by_month("the vacancy takes 50 of 60 first in 2025-26", SHORT, LATER, SEPTEMBER,
             {"excused_minutes": 10, "make_up_minutes": 50}, first_then(PROVIDER_FIRST, EXCUSED_FIRST)),
    by_month("the excuse takes 50 of 60 first in 2026-27", SHORT, LATER, NEXT_SEPTEMBER,
             {"excused_minutes": 50, "make_up_minutes": 10}, first_then(PROVIDER_FIRST, EXCUSED_FIRST)),
    Case("an IEP year follows the order of the year in which it ends: the excuse takes 50 of 60", IEP_YEAR, LATER,
         {"expected_minutes": 100, "excused_minutes": 50, "make_up_minutes": 10},
         choices=first_then(PROVIDER_FIRST, EXCUSED_FIRST)),
    Case("and the other way round: the vacancy takes 50 of 60", IEP_YEAR, LATER,
         {"excused_minutes": 10, "make_up_minutes": 50}, choices=first_then(EXCUSED_FIRST, PROVIDER_FIRST)),
    Case("a reason is treated as in the school year of its day: June's 30 aren't excused, September's are", ABSENT_TWICE,
         LATER, {"excused_minutes": 30, "make_up_minutes": 30}, choices=first_then(MADE_UP, Choices())),
    by_month("August 2025 owes by the other months' days: 190 x 5/19", MONTHLY, LATER, date(2025, 8, 1),
             {"expected_minutes": 50}, FULL_THEN),
    by_month("August 2026 owes its whole amount on its one day", MONTHLY, LATER, date(2026, 8, 1),
             {"expected_minutes": 190}, FULL_THEN),
    by_month("20 of 30 minutes don't count where the whole is asked", OF_30, LATER, SEPTEMBER, {"frequency_rate": 0},
             WHOLE_THEN_HALF),
    by_month("and do where half of it is", OF_30, LATER, NEXT_SEPTEMBER, {"frequency_rate": 1}, WHOLE_THEN_HALF),
]  # fmt: skip


@table(CASES)
def test_policies_by_year(case: Case, engine: str) -> None:
    check(case, engine)


def told(cur: duckdb.DuckDBPyConnection, chosen: policies.Policies | None = None) -> str:
    """The trace of October 2025 as of the later date."""
    day = date.fromisoformat(LATER)
    return telling.text(trace(cur, EVERYTHING, day, line="L1", month="2025-10", policies=chosen))


def test_a_trace_tells_the_policies_of_the_month() -> None:
    with written(WEEKLY, SHRINKS) as cur:
        text = told(cur)
    assert (
        "Closed days are not made up: a closed weekday owes nothing, and holidays are excused (chosen by test on"
        in text
    )
    assert "don't agree" not in text


def test_a_policy_for_one_question_holds_in_all_years() -> None:
    with written(WEEKLY, SHRINKS) as cur:
        chosen = policies.load(cur, EVERYTHING, date.fromisoformat(LATER), {"closures": "made_up"})
        text = told(cur, chosen)
    assert "1999 2060 closures made_up" in chosen.by_year().split(";")
    assert "Closed days are made up: a week with a holiday still owes its whole amount (for this question only)" in text
    assert "Expected: 300 minutes" in text


def test_a_trace_tells_a_reason_by_the_school_years_in_which_it_was_given() -> None:
    with written(ABSENT_TWICE, first_then(MADE_UP, Choices())) as cur:
        day = date.fromisoformat(LATER)
        text = telling.text(trace(cur, EVERYTHING, day, line="L1", month="2026-06"))
    assert "The reason student absent is a make-up reason in 2025-26 (chosen by test on" in text
    assert "The reason student absent is excused in 2026-27 (the default)." in text
    assert "don't agree" not in text


@pytest.mark.parametrize(("year", "value"), [(2024, "month"), (2025, "cycle"), (2026, "month")])
def test_policies_of_a_school_year(year: int, value: str) -> None:
    with written(TWO_WEEKS, WEEK_BY_WEEK) as cur:
        found = policies.load(cur, EVERYTHING, date(2026, 9, 30))
    assert found.of(year).value("credit_period") == value
    assert found.by_year().split(";")[2:5] == [
        "1999 2024 credit_period month", "2025 2025 credit_period cycle", "2026 2060 credit_period month",
    ]  # fmt: skip
