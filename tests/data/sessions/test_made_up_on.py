"""Missed sessions that name the day of their make-up, absences whose reason is the provider's, objectives under goals."""

import pytest

from data.ingest.tables.steps.sessions import made_beside
from tests.data.loading import Ledger, counts, sheet_of

HEADINGS = "Date of Service,Student ID,Service,Minutes,Attendance,Absence Reason,Make-Up Date\n"


def _made_up(ledger: Ledger, rows: str) -> list[tuple[object, ...]]:
    ledger.load("log.csv", HEADINGS + rows)
    return ledger.rows("sessions", "session_date::varchar", "status", "reason", "makes_up_date::varchar")


def test_the_make_up_has_the_day_of_the_session_that_names_it(ledger: Ledger) -> None:
    """The first child's session of the 9th makes up that of the 2nd; the other's of the same day says nothing of a make-up."""
    rows = """10/02/2025,1,OT,0,Absent,Student ill,10/09/2025
10/09/2025,1,OT,30,Attended - Makeup,,
10/02/2025,2,OT,0,Absent,Student ill,10/10/2025
10/10/2025,2,OT,30,Attended,,
"""
    assert sorted(_made_up(ledger, rows)) == [
        ("2025-10-02", "missed", "student_absent", None), ("2025-10-02", "missed", "student_absent", None),
        ("2025-10-09", "make_up", None, "2025-10-02"), ("2025-10-10", "delivered", None, None),
    ]  # fmt: skip


def test_two_missed_sessions_of_one_make_up_name_neither(ledger: Ledger) -> None:
    rows = """10/01/2025,1,OT,0,Absent,Student ill,10/09/2025
10/02/2025,1,OT,0,Absent,Student ill,10/09/2025
10/09/2025,1,OT,60,Attended - Makeup,,
"""
    assert [day for *_, day in _made_up(ledger, rows)] == [None, None, None]


@pytest.mark.parametrize(
    ("reason", "told"),
    [("Therapist out", "provider_absent"), ("Provider meeting", "provider_meeting"), ("", "student_absent")],
)
def test_a_bare_absent_is_the_providers_where_its_reason_says_so(ledger: Ledger, reason: str, told: str) -> None:
    found = _made_up(ledger, f"10/02/2025,1,OT,0,Absent,{reason},\n10/03/2025,1,OT,30,Attended,,\n")
    assert found[0][1:3] == ("missed", told)


def test_objectives_under_a_goal_are_goals_with_scores_of_their_own(ledger: Ledger) -> None:
    """55 and 35 on one day are of two objectives, not two scores of goal 1."""
    report = """Student: Ada Lin,ID: 77,,
Goal 1: Ada will copy a sentence with 90% accuracy.,,,
Objective,Baseline,10/31/25,1/30/26
1a. copies 5 words,40%,55%,
1b. copies a sentence,20%,35%,
"""
    assert counts(sheet_of(ledger.load("goals.csv", report), "goals")) == {"new": 2, "ignored": 2}
    goals = ledger.rows("goals", "goal_id", "goal_text", "baseline::int")
    assert goals == [("1a", "copies 5 words", 40), ("1b", "copies a sentence", 20)]
    assert [value for (value,) in ledger.rows("measurements", "value::int")] == [55, 35]


def test_a_make_up_of_another_service_makes_up_nothing_of_this_one(ledger: Ledger) -> None:
    rows = """10/02/2025,1,OT,0,Absent,Student ill,10/09/2025
10/09/2025,1,PT,30,Attended - Makeup,,
10/09/2025,1,OT,30,Attended - Makeup,,
"""
    _made_up(ledger, rows)
    found = ledger.rows("sessions", "service", "status", "makes_up_date::varchar")
    assert sorted(found, key=str) == [
        ("OT", "make_up", "2025-10-02"), ("OT", "missed", None), ("PT", "make_up", None)
    ]  # fmt: skip


BESIDE = (
    "Student ID,Date,Service,Status,Minutes,Makeup Date,Makeup Minutes\n1,10/6/2025,OT,Student absent,,10/20/2025,20\n"
)


def test_a_session_of_another_service_isnt_the_make_up_told_beside(ledger: Ledger) -> None:
    """20 minutes of OT were made up on the day of a PT session."""
    ledger.load("log.csv", BESIDE + "1,10/20/2025,PT,Present,30,,\n")
    found = ledger.rows("sessions", "service", "status", "minutes::int", "makes_up_date::varchar")
    assert sorted(found, key=str) == [
        ("OT", "make_up", 20, "2025-10-06"), ("OT", "missed", None, None), ("PT", "delivered", 30, None)
    ]  # fmt: skip


def test_a_session_that_may_be_the_make_up_told_beside_is_asked_about(ledger: Ledger) -> None:
    """Whether the session of the 20th is the make-up nobody says: it is no second record, and a person is asked."""
    sheet = sheet_of(ledger.load("log.csv", BESIDE + "1,10/20/2025,OT,Present,30,,\n"), "sessions")
    assert [question.value for question in sheet.questions] == [made_beside.MAYBE]
    assert sorted(ledger.rows("sessions", "status", "minutes::int"), key=str) == [("delivered", 30), ("missed", None)]


@pytest.mark.parametrize(
    ("heading", "absent"), [("Made Up?", "missed"), ("Was it made up (Y/N)", "missed"), ("Make-up?", "attempt")]
)
def test_yes_that_a_missed_session_was_made_up_is_no_attempt(ledger: Ledger, heading: str, absent: str) -> None:
    """A make-up at which nobody came was tried; a missed session that was made up later is still a missed one."""
    log = f"""Date,Student ID,Service,Status,Minutes,{heading}
10/2/2025,1,OT,Student absent,0,Yes
10/3/2025,2,OT,Delivered,30,No
10/6/2025,2,OT,Delivered,30,Yes
"""
    ledger.load("log.csv", log)
    told = ledger.rows("sessions", "session_date::varchar", "status", "reason")
    assert sorted(told) == [
        ("2025-10-02", absent, "student_absent"), ("2025-10-03", "delivered", None), ("2025-10-06", "make_up", None),
    ]  # fmt: skip
