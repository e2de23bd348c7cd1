"""Missed sessions that name the day of their make-up, absences whose reason is the provider's, objectives under goals."""

import pytest

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
