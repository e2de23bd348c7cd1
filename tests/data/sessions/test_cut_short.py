"""Sessions given in part, as a remark tells in figures or words, with why: 20 of 30, fire drill."""

import pytest

from data.ingest.values import durations, statuses
from tests.data.loading import Ledger


@pytest.mark.parametrize(
    ("text", "reason", "minutes"),
    [
        ("20 of 30, fire drill", "school_event", 20),
        ("15/30 min - assembly", "school_event", 15),
        ("only 10 min of 30 (fire drill)", "school_event", 10),
        ("10 min short - state testing", "state_testing", None),
        ("15 minutes lost due to fire drill", "school_event", None),
    ],
)
def test_how_much_was_given_and_why(text: str, reason: str, minutes: float | None) -> None:
    said = statuses.read(text)
    assert (said.status, said.reason, said.minutes) == ("partial", reason, minutes)


@pytest.mark.parametrize(
    "text", ["30 of 20, fire drill", "4 of 5 trials, fire drill", "20 of 30, student absent", "20 of 30"]
)
def test_what_is_no_part_of_a_session(text: str) -> None:
    """More than the whole, trials, somebody who wasn't there at all, and no reason."""
    assert statuses.read(text).status != "partial"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("fire drill, lost half", "school_event"),
        ("Fire drill - ended early", "school_event"),
        ("assembly cut session short", "school_event"),
        ("assembly ran over", "school_event"),
        ("lost 10 min to fire drill", "school_event"),
        ("missed first half - assembly", "school_event"),
        ("OT had IEP mtg, missed last 10 min", "provider_meeting"),
        ("picked up early by mom", None),
        ("went home early", None),
        ("assembly", "missed"),
        ("student absent, missed first half", "missed"),
        ("did first half of worksheet", "unknown"),
    ],
)
def test_why_stands_before_or_behind_what_says_that_it_was_less(text: str, reason: str | None) -> None:
    said = statuses.read(text)
    is_part = reason not in ("missed", "unknown")
    assert (said.status == "partial") == is_part
    assert not is_part or said.reason == reason


def test_a_part_without_a_why_counts_where_less_than_planned_was_given(ledger: Ledger) -> None:
    """Beside 30 of 30 minutes *came late* is none of the minutes' concern; the comment of a half of a worksheet is no part."""
    log = """Student ID,Date,Service,Planned Minutes,Minutes Given,Comments
1,9/30/2025,OT,30,20,picked up early by mom
2,9/30/2025,OT,30,30,came late
3,9/30/2025,OT,30,25,did first half of worksheet
4,9/30/2025,OT,30,15,"fire drill, lost half"
5,9/30/2025,OT,30,0,absent
6,9/30/2025,OT,30,30,
"""
    ledger.load("log.csv", log)
    assert ledger.rows("sessions", "student_id", "status", "reason", "minutes", order="student_id") == [
        ("1", "partial", None, 20), ("2", "delivered", None, 30), ("3", "delivered", None, 25),
        ("4", "partial", "school_event", 15), ("5", "missed", "student_absent", 0), ("6", "delivered", None, 30),
    ]  # fmt: skip


def test_remarks_of_parts_and_absences_alone_leave_the_others_to_their_minutes(ledger: Ledger) -> None:
    log = """Student ID,Date,Service,Planned Minutes,Minutes Given,Remarks
1,9/30/2025,OT,30,20,picked up early by mom
2,9/30/2025,OT,30,30,
3,9/30/2025,OT,30,0,absent
4,9/30/2025,OT,30,30,
"""
    ledger.load("log.csv", log)
    told = ledger.rows("sessions", "student_id", "status", order="student_id")
    assert told == [("1", "partial"), ("2", "delivered"), ("3", "missed"), ("4", "delivered")]


def test_what_was_missing_is_no_length() -> None:
    assert durations.in_label("10 min short, fire drill") is None
    assert durations.in_label("lost 10 min to fire drill") is None
    assert durations.in_label("left 5 min early; 25 min of therapy") == 25


def test_a_remark_of_a_part_counts_beside_just_those_minutes(ledger: Ledger) -> None:
    """Beside 25 minutes *20 of 30* is no word of that session; *4 of 5* is a score; what is no reason leaves it as it is."""
    log = """Student ID,Date,Service,Minutes,Notes
1,9/30/2025,OT,20,"20 of 30, fire drill"
2,9/30/2025,OT,25,"20 of 30, assembly"
3,9/30/2025,OT,30,"4 of 5, assembly words"
4,9/30/2025,OT,20,10 min short - assembly
5,9/30/2025,OT,20,"20 of 30, came late"
6,9/30/2025,OT,30,absent
"""
    ledger.load("log.csv", log)
    assert ledger.rows("sessions", "student_id", "status", "reason", "minutes", order="student_id") == [
        ("1", "partial", "school_event", 20), ("2", "delivered", None, 25), ("3", "delivered", None, 30),
        ("4", "partial", "school_event", 20), ("5", "delivered", None, 20), ("6", "missed", "student_absent", 30),
    ]  # fmt: skip


NOTED = """Student ID,Date,Service,Planned Minutes,Minutes Given,{}Comments
1,9/30/2025,OT,30,20,{}Early release day
2,9/30/2025,OT,30,30,{}Early release day
3,9/30/2025,OT,30,20,{}worked on scissors
4,9/30/2025,OT,30,25,{}2-hour delay
5,9/30/2025,OT,30,15,{}assembly
6,9/30/2025,OT,30,20,{}half of the worksheet
"""


@pytest.mark.parametrize("status", ["", "Delivered"])
def test_a_remark_that_is_nothing_but_a_reason_tells_why_minutes_are_lacking(ledger: Ledger, status: str) -> None:
    """20 of 30, early release: the other 10 were missed for what the school did; beside 30 of 30 it says nothing."""
    ledger.load(
        "log.csv", NOTED.format(*(f"{one}," if one else "" for one in ("Status" if status else "", *[status] * 6)))
    )
    event, given = ("partial", "school_event"), ("delivered", None)
    assert ledger.rows("sessions", "student_id", "status", "reason", "minutes", order="student_id") == [
        ("1", *event, 20), ("2", *given, 30), ("3", *given, 20), ("4", *event, 25), ("5", *event, 15), ("6", *given, 20),
    ]  # fmt: skip


def test_time_with_time_away_in_it_is_no_plan(ledger: Ledger) -> None:
    """30 of 45 minutes are net of time away; fire drill beside them was as long as it was."""
    ledger.load("log.csv", "Student ID,Date,Service,Duration Mins,Time Away Mins,Total Time Mins,Comments\n"
                           "1,9/30/2025,OT,45,15,30,assembly\n2,9/30/2025,OT,30,0,30,\n")  # fmt: skip
    assert ledger.rows("sessions", "status", "reason", "minutes", order="student_id") == [
        ("delivered", None, 30), ("delivered", None, 30),
    ]  # fmt: skip
