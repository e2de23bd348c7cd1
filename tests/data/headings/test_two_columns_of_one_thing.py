"""Two columns that say one thing in other words: where they differ the row waits, and it is asked which counts."""

import pytest

from tests.data.loading import Ledger, counts, sheet_of

ROSTER = "Student ID,Last Name,First Name,{0}\n1,Lin,Ada,{1}\n2,Dole,Bo,{2}\n"


def test_grades_that_differ_wait(ledger: Ledger) -> None:
    report = ledger.load("roster.csv", ROSTER.format("Grade,Grade Level", "3,4", "5,5th"))
    sheet = sheet_of(report, "students")
    assert ledger.rows("students", "student_id", "grade") == [("2", "5")]
    assert [(one.kind, one.choices, one.rows) for one in sheet.questions] == [("column", ("grade", "left out"), 1)]


def test_equal_ones_pass(ledger: Ledger) -> None:
    report = ledger.load("roster.csv", ROSTER.format("Grade,Grade Level", "3,3rd", "K,Kindergarten"))
    assert ledger.rows("students", "grade", order="student_id") == [("3",), ("K",)]
    assert not sheet_of(report, "students").questions


@pytest.mark.parametrize(("answer", "grade"), [({"Grade Level": "grade"}, "4"), ({"Grade Level": ""}, "3")])
def test_a_person_says_which_counts(ledger: Ledger, answer: dict[str, str], grade: str) -> None:
    report = ledger.load("roster.csv", ROSTER.format("Grade,Grade Level", "3,4", "5,5"), map=answer)
    assert ledger.rows("students", "grade", order="student_id") == [(grade,), ("5",)]
    assert not sheet_of(report, "students").questions


def test_an_open_question_leaves_a_roster_on_file(ledger: Ledger) -> None:
    """Ada is in grade 3 since the first upload; what the second says of her waits, and takes nothing out."""
    ledger.load("roster.csv", ROSTER.format("Grade", "3", "5"))
    report = ledger.load("roster again.csv", ROSTER.format("Grade,Grade Level", "3,4", "5,5"))
    assert counts(sheet_of(report, "students")) == {"unchanged": 1, "waiting": 1}
    assert ledger.rows("students", "student_id", "grade", order="student_id") == [("1", "3"), ("2", "5")]


def test_other_days_and_schools_beside_are_another_thing(ledger: Ledger) -> None:
    """Bo lives near Elm and came to the district in 2023; he stands once, as before."""
    ledger.load("roster.csv", ROSTER.format("School,Enrollment Date", "Hill,8/20/2025", "Hill,8/20/2025"))
    beside = "School,Home School,Enrollment Date,Entry Date"
    both = ("Hill,Hill,8/20/2025,8/20/2025", "Hill,Elm,8/20/2025,1/9/2023")
    report = ledger.load("roster again.csv", ROSTER.format(beside, *both))
    assert counts(sheet_of(report, "students")) == {"unchanged": 2}
    assert not sheet_of(report, "students").questions


LINES = "Student ID,Service,Frequency,Minutes,{0}\n1,OT,2x/week,30,{1}\n"


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        ("Service Start Date,Service End Date,IEP Start Date,IEP End Date", "10/1/2025,5/29/2026,9/20/2025,9/19/2026"),
        ("Start Date,Initiation Date,End Date,Projected End Date", "10/1/2025,9/3/2022,5/29/2026,9/19/2026"),
        ("Start Date,Begin Date,End Date,Setting,Location", "10/1/2025,9/20/2025,5/29/2026,Pull-out,Classroom"),
    ],
)
def test_no_line_waits_for_days_and_places_beside_its_own(ledger: Ledger, headings: str, cells: str) -> None:
    report = ledger.load("lines.csv", LINES.format(headings, cells))
    days = ledger.rows("service_lines", "cast(start_date as varchar)", "cast(end_date as varchar)")
    assert days == [("2025-10-01", "2026-05-29")]
    assert counts(sheet_of(report, "service_lines")) == {"new": 1}


def test_days_of_goals_beside_their_own_are_another_thing(ledger: Ledger) -> None:
    headings = "Student ID,Goal ID,Goal,Target,Start Date,IEP Start Date,Due Date,Annual Review Date"
    report = ledger.load("goals.csv", f"{headings}\n1,G1,Cuts out,80%,10/1/2025,9/20/2025,5/29/2026,9/10/2026\n")
    assert ledger.rows("goals", "cast(due_date as varchar)") == [("2026-05-29",)]
    assert not sheet_of(report, "goals").questions


LOG = "Student ID,Service,Minutes,Status,{0}\n1,OT,30,Seen,{1}\n2,OT,30,Seen,{2}\n"


@pytest.mark.parametrize("headings", ["Provider,Therapist", "Service Provider,Provider Name"])
def test_who_treated(ledger: Ledger, headings: str) -> None:
    """Rae Quan is written in two ways in the second row, and somebody else stands beside her in the first."""
    told = LOG.format(f"Date,{headings}", '9/8/2025,"Quan, Rae","Ortiz, Mel"', '9/8/2025,"Quan, Rae",Rae Quan')
    report = ledger.load("log.csv", told)
    assert ledger.rows("sessions", "student_id") == [("2",)]
    asked = [(one.choices, one.rows) for one in sheet_of(report, "sessions").questions]
    assert asked == [(("provider_name", "left out"), 1)]


def test_an_agency_beside_a_name_gainsays_nothing(ledger: Ledger) -> None:
    told = LOG.format("Date,Provider,Therapist", "9/8/2025,Rae Quan,Bright Harbor Inc", "9/8/2025,Rae Quan,")
    report = ledger.load("log.csv", told)
    assert counts(sheet_of(report, "sessions")) == {"new": 2}
