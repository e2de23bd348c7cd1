"""Projection with its range (rules 9): worked out by hand on CAL-A, and against plain Python over random districts."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from math import sqrt
from statistics import stdev
from typing import Any

import pytest
from hypothesis import given

from analytics import ledger
from analytics.scope import EVERYTHING
from tests.property.ask import plain, written
from tests.property.districts import Question, asked_districts
from tests.property.patience import brief
from tests.reference.cal_a import CALENDAR, day, facts, line, row
from tests.reference.facts import CalendarDay, Facts, Session
from tests.reference.ledger import ledger_lines
from tests.reference.outlook import closed_weeks, outlook, projected_range
from tests.reference.reading import Reading
from tests.reference.school_days import days_between

FOUR_IN_FIVE = 1.2815515655446004


def lines_of(found: Facts, as_of: str) -> dict[str, dict[str, Any]]:
    with written(found) as cur:
        rows = ledger.lines(cur, EVERYTHING, day(as_of)).to_dict("records")
    return {str(one["line_id"]): {str(name): plain(value) for name, value in one.items()} for one in rows}


def weeks(*minutes: int, **fields: Any) -> list[Session]:
    """A session on Thursday of each week from Aug 28 on; 0: none."""
    thursdays = ("8-28", "9-04", "9-11", "9-18", "9-25", "10-02", "10-09")
    return [row(one, given, **fields) for one, given in zip(thursdays, minutes, strict=False) if given]


def test_a_steady_line_has_no_spread() -> None:
    """45 of 60 in each of five weeks, one week left: 225 / 300 to date, 270 / 360 at the end, neither more nor less."""
    found = lines_of(facts([line(60, end="10-03")], weeks(45, 45, 45, 45, 45)), "9-26")["L1"]
    assert found["projected_rate"] == found["projected_low"] == found["projected_high"] == pytest.approx(270 / 360)


NEXT_YEAR = tuple(
    CalendarDay(one, True) for one in days_between(date(2026, 8, 24), date(2027, 6, 4)) if one.weekday() < 5
)


@pytest.mark.parametrize(
    ("cycle", "amount", "left"),
    [
        ("week", 60, 21 * 60),  # Jan 5 to Jun 5 are 22 weeks, one of them the break in March
        ("iep_year", 1840, 102 * 10),  # 146 + 38 days from Oct 15 to Oct 14: 10 a day; 102 of this year are to come
    ],
)
def test_what_is_to_come_ends_with_the_school_year(cycle: str, amount: int, left: int) -> None:
    """A line of an IEP year goes on in September: what is still owed by June doesn't hang on next year's calendar."""
    owed = replace(line(amount, cycle, start="10-15"), end_date=date(2026, 10, 14))
    found = lines_of(facts([owed], [row("10-16", 60)], calendar=(*CALENDAR, *NEXT_YEAR)), "12-19")["L1"]
    assert found["remaining_minutes"] == pytest.approx(left)
    assert found["catch_up_minutes_per_week"] == pytest.approx(found["make_up_minutes"] / 21)


@pytest.mark.slow
def test_the_spread_of_the_line_itself() -> None:
    """60, 30, 60, 30, 60: pace 240 / 300 = 0.8; the next week lies 1.28 x 0.274 x sqrt(1 + 1/5) = 0.385 around it."""
    found = lines_of(facts([line(60, end="10-03")], weeks(60, 30, 60, 30, 60)), "9-26")["L1"]
    margin = FOUR_IN_FIVE * stdev([1, 0.5, 1, 0.5, 1]) * sqrt(1 / 1 + 1 / 5)
    assert margin == pytest.approx(0.3845, abs=1e-4)
    assert found["spread_of"] == "line"
    assert found["projected_rate"] == pytest.approx((240 + 0.8 * 60) / 360)
    assert found["projected_low"] == pytest.approx((240 + (0.8 - margin) * 60) / 360)
    assert found["projected_high"] == pytest.approx(300 / 360), "no pace is above 1"


@pytest.mark.slow
def test_fewer_than_four_closed_weeks_project_nothing() -> None:
    """As of Thursday Sep 18 three weeks have closed; on Friday the fourth does."""
    steady = facts([line(60, end="10-03")], weeks(60, 30, 60, 30))
    early, after = lines_of(steady, "9-18")["L1"], lines_of(steady, "9-19")["L1"]
    assert (early["projected_rate"], early["projected_low"], early["projected_high"]) == (None, None, None)
    assert after["projected_rate"] == pytest.approx((180 + 0.75 * 120) / 360)
    assert after["projected_low"] < after["projected_rate"] < after["projected_high"]


def test_the_spread_of_the_provider() -> None:
    """A monthly line has no weeks of its own: its provider's weekly line stands in; nobody's stands in for another's."""
    lines = [
        line(60, end="10-03", provider_id="P1"),
        line(60, "month", line_id="M1", student_id="S2", end="10-31", provider_id="P1"),
        line(60, "month", line_id="M2", student_id="S3", end="10-31", provider_id="P2"),
    ]
    monthly = [row("9-04", 30, student_id=one, line_id=name) for one, name in (("S2", "M1"), ("S3", "M2"))]
    found = lines_of(facts(lines, [*weeks(60, 30, 60, 30, 60, line_id="L1"), *monthly]), "9-26")
    assert found["M1"]["spread_of"] == "provider"
    assert found["M1"]["projected_low"] < found["M1"]["projected_rate"] < found["M1"]["projected_high"]
    assert found["M2"]["projected_rate"] == pytest.approx(found["M1"]["projected_rate"])
    assert (found["M2"]["projected_low"], found["M2"]["projected_high"]) == (None, None)


@pytest.mark.slow
def test_catch_up_is_what_is_short_over_the_weeks_left() -> None:
    """September closes 60 short (60 + 60 + 60 of 240, Sep 2 to 26); four weeks are left to Oct 24: 15 a week."""
    found = lines_of(facts([line(60, start="9-02", end="10-24")], weeks(0, 60, 60, 60)), "9-26")["L1"]
    assert found["catch_up_minutes_per_week"] == pytest.approx(60 / 4)
    over = lines_of(facts([line(60, start="9-02", end="9-26")], weeks(0, 60, 60, 60)), "9-26")["L1"]
    assert over["catch_up_minutes_per_week"] is None
    assert over["projected_rate"] == over["projected_low"] == over["projected_high"] == pytest.approx(180 / 240)


def test_what_is_excused_is_neither_pace_nor_caught_up() -> None:
    """30 given and 30 excused in each of five weeks: 150 of 300 - 150 is a pace of 1, so (150 + 60) / (150 + 60) at the end."""
    absent = weeks(30, 30, 30, 30, 30, status="missed", reason="student_absent", session_id=None)
    missed = [replace(one, session_id=f"m{one.session_date}") for one in absent]
    found = lines_of(facts([line(60, end="10-03")], [*weeks(30, 30, 30, 30, 30), *missed]), "9-26")["L1"]
    assert found["projected_rate"] == pytest.approx(1)
    assert found["excused_minutes"] == pytest.approx(5 * 30)
    assert found["catch_up_minutes_per_week"] == pytest.approx(0)


@pytest.mark.slow
def test_what_is_under_review_is_caught_up_too() -> None:
    """Of September's 240 the child got 180; 30 were refused, 30 are unaccounted for: R + O = 60, four weeks are left."""
    refused = row("9-04", 30, "missed", reason="student_refused")
    found = lines_of(facts([line(60, start="9-02", end="10-24")], [*weeks(0, 0, 60, 60, 60), refused]), "9-26")["L1"]
    assert (found["review_minutes"], found["make_up_minutes"]) == (pytest.approx(30), pytest.approx(30))
    assert found["catch_up_minutes_per_week"] == pytest.approx((30 + 30) / 4)


@pytest.mark.slow
@brief
@given(asked_districts())
def test_plain_python_projects_the_same(asked: tuple[Facts, Question]) -> None:
    known, question = asked
    reading = Reading(known, question.as_of, question.choices)
    with written(known, question.choices) as cur:
        rows = {row["line_id"]: row for row in ledger.lines(cur, EVERYTHING, question.as_of).to_dict("records")}
    for one in ledger_lines(reading):
        if one.line_id in rows:
            _same(reading, one, {str(name): plain(value) for name, value in rows[one.line_id].items()})


def _same(reading: Reading, one: Any, row: dict[str, Any]) -> None:
    expected, limits = outlook(reading, one), projected_range(reading, one)
    rate: Fraction | None = expected.projected_rate if closed_weeks(reading, one) >= 4 else None
    for name, mine in (
        ("projected_rate", rate),
        ("projected_low", limits[0] if limits else None),
        ("projected_high", limits[1] if limits else None),
        ("catch_up_minutes_per_week", expected.catch_up_per_week),
    ):
        assert (row[name] is None) == (mine is None), (one.line_id, name, mine, row[name])
        if mine is not None:
            assert row[name] == pytest.approx(float(mine), abs=1e-6), (one.line_id, name)
