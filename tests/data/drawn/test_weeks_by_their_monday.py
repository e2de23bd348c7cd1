"""Weeks whose heading says beside the week on which day it begins: the week's first day and a column's weekday make the date."""

import pytest

from tests.data.loading import Ledger, counts, sheet_of

ROWS = "1,OT,9/8/2025,30,,30,,\n2,OT,9/8/2025,,45,,20,\n1,OT,9/15/2025,25,,,,\n"
DAYS = [("1", "2025-09-08"), ("2", "2025-09-09"), ("1", "2025-09-10"), ("2", "2025-09-11"), ("1", "2025-09-15")]


@pytest.mark.parametrize(
    "week",
    [
        "Week of (Monday)",
        "Week Beginning (Mon)",
        "Week of (Mon-Fri)",
        "Date of Monday",
        "Monday's Date",
        "Week of (first day)",
    ],
)
def test_days(ledger: Ledger, week: str) -> None:
    """September 8 and 15, 2025 are Mondays."""
    ledger.load("log.csv", f"Student ID,Service,{week},Mon,Tue,Wed,Thu,Fri\n{ROWS}")
    assert ledger.rows("sessions", "student_id", "cast(session_date as varchar)", order="session_date") == DAYS


def test_a_week_by_its_friday(ledger: Ledger) -> None:
    """September 12, 2025 is the Friday of the week of September 8."""
    head = "Student ID,Service,Week Ending (Friday),Mon,Tue,Wed,Thu,Fri\n"
    ledger.load("log.csv", head + "1,OT,9/12/2025,30,,,,20\n")
    told = ledger.rows("sessions", "cast(session_date as varchar)", "minutes", order="1")
    assert told == [("2025-09-08", 30), ("2025-09-12", 20)]


def test_a_day_of_the_week_is_no_week(ledger: Ledger) -> None:
    report = ledger.load(
        "log.csv", "Student ID,Service,Date,Day of Week,Minutes\n1,OT,9/8/2025,Mon,30\n2,OT,9/9/2025,Tue,30\n"
    )
    assert counts(sheet_of(report, "sessions")) == {"new": 2}


@pytest.mark.parametrize(
    "week",
    [
        "Week Ending",
        "Last Day of Week",
        "Last Date of Week (Sunday)",
        "Sunday (Last Day of Week)",
        "Week through Sunday",
        "Week thru",
        "Week to Sunday",
        "End of Week",
        "Week's End",
        "Week (ends Sunday)",
    ],
)
def test_a_week_by_the_sunday_that_ends_it(ledger: Ledger, week: str) -> None:
    """October 12, 2025 is the Sunday after Monday, October 6 and Thursday, October 9."""
    ledger.load("log.csv", f"Student ID,Service,{week},Mon,Tue,Wed,Thu,Fri\n7,PT,10/12/2025,25,,,40,\n")
    told = ledger.rows("sessions", "cast(session_date as varchar)", "minutes", order="1")
    assert told == [("2025-10-06", 25), ("2025-10-09", 40)]


@pytest.mark.parametrize(
    "week",
    ["Week of Sunday", "Week Starts Sunday", "Week Sunday to Friday", "Week (Sunday thru Friday)", "First Day of Week"],
)
def test_a_week_by_the_sunday_that_begins_it(ledger: Ledger, week: str) -> None:
    """October 5, 2025 is the Sunday before Monday, October 6 and Thursday, October 9."""
    ledger.load("log.csv", f"Student ID,Service,{week},Mon,Tue,Wed,Thu,Fri\n7,PT,10/5/2025,25,,,40,\n")
    told = ledger.rows("sessions", "cast(session_date as varchar)", "minutes", order="1")
    assert told == [("2025-10-06", 25), ("2025-10-09", 40)]


@pytest.mark.parametrize("week", ["First Week", "Start Week", "Date of First Week", "Last Week", "Start Date (Monday)"])
@pytest.mark.parametrize("amount", ["Minutes per week", "Weeks"])
def test_the_week_with_which_a_plan_begins_makes_no_sessions(ledger: Ledger, week: str, amount: str) -> None:
    """Minutes by weekday from a first week on, 50 a week or for 36 weeks, are what is planned: nothing counts as given."""
    rows = "7,PT,10/6/2025,25,,,25,,50\n8,PT,10/6/2025,,20,,,30,50\n"
    report = ledger.load("log.csv", f"Student ID,Service,{week},Mon,Tue,Wed,Thu,Fri,{amount}\n{rows}")
    assert ledger.rows("sessions", "count(*)", order="1") == [(0,)]
    assert counts(sheet_of(report, "sessions")) == {"rejected": 4}
