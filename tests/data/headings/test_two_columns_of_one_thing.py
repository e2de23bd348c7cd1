"""Two columns whose headings are written for one thing: where they differ neither is taken, and it is asked which counts."""

import pytest

from tests.data.loading import Ledger, sheet_of

ROSTER = "Student ID,Last Name,First Name,{0}\n1,Lin,Ada,{1}\n2,Dole,Bo,{2}\n"


@pytest.mark.parametrize(
    ("headings", "apart", "alike", "field", "value"),
    [
        ("Grade,Grade Level", "3,4", "5,5th", "grade", "5"),
        ("School,Campus", "Lakeview Elementary,Hill Middle", "Lakeview,Lakeview Elementary", "school", "Lakeview"),
        ("DOB,Date of Birth", "9/1/2016,9/2/2016", "8/1/2016,2016-08-01", "birth_date", "2016-08-01"),
    ],
)
def test_of_students(ledger: Ledger, headings: str, apart: str, alike: str, field: str, value: str) -> None:
    report = ledger.load("roster.csv", ROSTER.format(headings, apart, alike))
    told = ledger.rows("students", f"cast({field} as varchar)", order="student_id")
    assert told == [(None,), (value,)]
    asked = sheet_of(report, "students").questions
    assert [(one.kind, one.choices) for one in asked] == [("column", (field, "left out"))]
    assert asked[0].value in headings.split(",")


def test_equal_ones_pass(ledger: Ledger) -> None:
    report = ledger.load("roster.csv", ROSTER.format("Grade,Grade Level", "3,3rd", "K,Kindergarten"))
    assert ledger.rows("students", "grade", order="student_id") == [("3",), ("K",)]
    assert not sheet_of(report, "students").questions


@pytest.mark.parametrize(("answer", "grade"), [({"Grade Level": "grade"}, "4"), ({"Grade Level": ""}, "3")])
def test_a_person_says_which_counts(ledger: Ledger, answer: dict[str, str], grade: str) -> None:
    report = ledger.load("roster.csv", ROSTER.format("Grade,Grade Level", "3,4", "5,5"), map=answer)
    assert ledger.rows("students", "grade", order="student_id") == [(grade,), ("5",)]
    assert not sheet_of(report, "students").questions


LOG = "Student ID,Service,Minutes,Status,{0}\n1,OT,30,Seen,{1}\n2,OT,30,Seen,{2}\n"


@pytest.mark.parametrize("headings", ["Provider,Therapist", "Service Provider,Provider Name"])
def test_who_treated(ledger: Ledger, headings: str) -> None:
    """Rae Quan is written in two ways in the second row, and somebody else stands beside her in the first."""
    told = LOG.format(f"Date,{headings}", '9/8/2025,"Quan, Rae","Ortiz, Mel"', '9/8/2025,"Quan, Rae",Rae Quan')
    report = ledger.load("log.csv", told)
    assert [bool(who) for (who,) in ledger.rows("sessions", "provider_id", order="student_id")] == [False, True]
    assert [one.choices for one in sheet_of(report, "sessions").questions] == [("provider_name", "left out")]


def test_rows_wait_for_the_day(ledger: Ledger) -> None:
    report = ledger.load("log.csv", LOG.format("Date,Session Date", "9/8/2025,9/10/2025", "9/8/2025,9/8/2025"))
    assert ledger.rows("sessions", "student_id") == [("2",)]
    assert sheet_of(report, "sessions").waiting == 1
    assert [one.rows for one in sheet_of(report, "sessions").questions] == [1]


def test_what_tells_another_thing_gainsays_nothing(ledger: Ledger) -> None:
    """A room under Location is no setting, and 012 under Campus no name of a school."""
    told = LOG.format("Date,Setting,Location", "9/8/2025,Push-in,Room 12", "9/8/2025,Pull-out,Room 4")
    ledger.load("log.csv", told)
    assert ledger.rows("sessions", "setting", order="student_id") == [("push_in",), ("pull_out",)]
    ledger.load("roster.csv", ROSTER.format("School,Campus", "Lakeview,012", "Hill Middle,014"))
    assert ledger.rows("students", "school", order="student_id") == [("Lakeview",), ("Hill Middle",)]
