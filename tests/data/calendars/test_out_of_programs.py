"""Calendars out of a calendar program, and weeks of staff beside an empty column of schools."""

from data.ingest import tables
from data.store import Store
from tests.data.loading import tried
from tests.data.sheets import reasons, sheet

_EVENTS = """
Subject             |Start Date|Start Time|End Date  |End Time|All day event|Categories
First Day of School |8/18/2025 |          |8/18/2025 |        |TRUE         |School
Band Concert        |10/16/2025|18:30     |10/16/2025|20:00   |FALSE        |Event
Early Dismissal     |10/17/2025|12:30     |10/17/2025|15:00   |FALSE        |School
Fall Break          |11/27/2025|          |11/28/2025|        |TRUE         |Holiday
Last Day of School  |5/28/2026 |          |5/28/2026 |        |TRUE         |School
"""


def test_events_of_some_hours_are_no_days_of_school_but_those_that_tell_of_it() -> None:
    (table,) = tables.find(sheet(_EVENTS))
    assert reasons(table) == {3: "an event of some hours"}
    assert not {"Start Time", "End Time", "All day event"} & {*table.headings}


def test_a_calendar_out_of_a_program_is_a_calendar_and_no_log(store: Store) -> None:
    """Five days: first, dismissal, two of the break, last."""
    lines = (",".join(cell.strip() for cell in line.split("|")) for line in _EVENTS.strip().splitlines())
    with tried(store, "cal.csv", "\n".join(lines).encode()) as trial:
        assert [(str(day), kind) for day, kind in trial.rows("calendar_days", "day", "day_type")] == [
            ("2025-08-18", "full"), ("2025-10-17", "half"), ("2025-11-27", "holiday"), ("2025-11-28", "holiday"),
            ("2026-05-28", "full"),
        ]  # fmt: skip


def test_an_appointment_of_a_student_stays_what_it_is() -> None:
    (table,) = tables.find(
        sheet("""
Student ID|Date     |Start Time|End Time|All Day
5501      |9/8/2025 |9:00      |9:30    |FALSE
5502      |9/9/2025 |9:00      |9:30    |FALSE""")
    )
    assert "Start Time" in table.headings and len(table.body) == 2


def test_a_therapists_own_appointments_are_no_calendar(store: Store) -> None:
    """Two of three events name a service: left out, the sessions would be lost beside Labor Day."""
    heads = "Subject,Start Date,Start Time,End Date,End Time,All day event"
    events = ("Una A. - Speech,9/2/2025,9:00,9/2/2025,9:30,FALSE", "Ray B. - Speech,9/3/2025,9:00,9/3/2025,9:30,FALSE")
    others = ("Lunch,9/2/2025,12:00,9/2/2025,12:30,FALSE", "Labor Day,9/1/2025,,9/1/2025,,TRUE")
    with tried(store, "calendar.csv", "\n".join((heads, *events, *others)).encode()) as trial:
        assert trial.report.files[0].refused and not trial.rows("calendar_days", "day")


def test_an_empty_column_of_schools_takes_nothing_from_the_week_beside_it(store: Store) -> None:
    staff = b"Provider,FTE,Schools,Mon,Tue,Wed,Thu,Fri\nQuan Rae,1.0,,Elm,Elm,Oak,Oak,Fir\nMoss Ty,0.4,,Oak,Oak,,,\n"
    with tried(store, "staff.csv", staff) as trial:
        days = trial.rows("site_days", "school", "weekday")
    assert days == [
        ("Elm", "mon"), ("Elm", "tue"), ("Fir", "fri"), ("Oak", "thu"), ("Oak", "wed"), ("Oak", "mon"), ("Oak", "tue")
    ]  # fmt: skip
