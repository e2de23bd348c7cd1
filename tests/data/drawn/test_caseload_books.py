"""Books of a caseload and a day: services in one cell, groups seen and absent, other work between children, closings."""

import pytest

from data.ingest.tables import signed
from data.ingest.tables.finding import find
from data.ingest.values import codes
from tests.data.loading import Ledger, counts, sheet_of
from tests.data.sheets import cells, reasons, sheet


def test_other_work_in_a_students_place_is_nobodys(ledger: Ledger) -> None:
    """Lunch, paperwork, the way between schools and a free slot are left out; with whom a meeting was, no student; Tom
    Break is one."""
    log = """Daily sheet - Rae Quan COTA,,,
Date,Time,Name,Min
10/6/2025,8:00-8:30,"Lin, Ada",30
10/6/2025,8:30-9:00,LUNCH,
10/6/2025,9:00-9:30,"Break, Tom",30
10/6/2025,9:30-10:00,Paperwork / Medicaid billing,30
10/6/2025,10:00-10:20,Travel to Cedar,20
10/6/2025,10:30-11:00,OT planning,30
10/6/2025,11:00-11:30,OPEN,30
10/6/2025,11:30-12:00,Meeting w/ Mrs. Poe,30
"""
    report = sheet_of(ledger.load("daily.csv", log), "sessions")
    assert counts(report) == {"new": 2, "rejected": 1, "ignored": 6}
    assert ledger.rows("sessions", "session_date::varchar", "minutes::int") == [("2025-10-06", 30), ("2025-10-06", 30)]
    students = {one["last_name"] for one in report.new_people if one["person_kind"] == "student"}
    assert students == {"Break, Tom", "Lin, Ada"}


def test_whether_there_is_school_under_the_word_school(ledger: Ledger) -> None:
    """No school, Closed and Early release name no building; the event beside says which kind of closed day each is."""
    calendar = """Date,What,School?
9/1/2025,Labor Day,No school
11/4/2025,Staff Development Day,No school for students
3/5/2026,Parent Conferences,Early release
"""
    ledger.load("off.csv", calendar)
    found = ledger.rows("calendar_days", "school", "day::varchar", "is_instructional", "day_type")
    assert sorted(found, key=str) == [
        ("", "2025-09-01", False, "holiday"), ("", "2025-11-04", False, "staff_only"), ("", "2026-03-05", True, "half"),
    ]  # fmt: skip


def test_a_school_that_is_called_like_a_day_is_a_school(ledger: Ledger) -> None:
    calendar = "Date,School,Event\n9/1/2025,Holiday Park Elementary,Labor Day\n9/2/2025,Off Campus Academy,PD day\n"
    ledger.load("off.csv", calendar)
    assert sorted(ledger.rows("calendar_days", "school")) == [("Holiday Park Elementary",), ("Off Campus Academy",)]


def test_who_was_seen_and_who_was_absent_of_a_group(ledger: Ledger) -> None:
    """Rae Quan, whom the log's name tells, had a group of two, while Ben was away."""
    log = """OT Group Log: Rae Quan OTR/L,,,,
Date,Time,Students Seen,Students Absent,Min
10/6/2025,9:00-9:30,Ada Poole; Cy Ruiz,Ben Quill,30
"""
    report = sheet_of(ledger.load("groups.csv", log), "sessions")
    assert ledger.rows("sessions", "status", "group_size") == [("delivered", 2), ("delivered", 2), ("missed", None)]
    assert {one["full_name"] for one in report.new_people if one["person_kind"] == "provider"} == {"Quan, Rae"}


@pytest.mark.parametrize(
    ("title", "name"),
    [("Speech Group Log: Marisol Etxeberria CCC-SLP", "Marisol Etxeberria CCC-SLP"),
     ("Session log: Rae Quan, OTR/L", "Rae Quan, OTR/L"), ("Reviewed by: Jo Nagy OTR/L", None),
     ("Log: Lakeview Elementary", None)],
)  # fmt: skip
def test_who_treated_behind_the_name_of_a_log(title: str, name: str | None) -> None:
    assert signed.with_credentials(title) == name


@pytest.mark.parametrize(
    ("text", "setting"),
    [("School - Classroom", "push_in"), ("School: Therapy Room", "pull_out"), ("School - Gym", None), ("School", None),
     ("School - Home", None)],
)  # fmt: skip
def test_a_place_behind_the_word_school(text: str, setting: str | None) -> None:
    assert codes.find(text, "setting") == setting


def test_how_long_sessions_are_under_a_short_heading(ledger: Ledger) -> None:
    """2 x 0:30 a week and 3 x 1:00 a month: 60 and 180 minutes."""
    lines = "STUDENT_ID,SVC_DESC,SESS_CNT,SESS_PERIOD,SESS_LEN\n300201,OT,2,WEEK,00:30\n300266,PT,3,MONTH,01:00\n"
    ledger.load("lines.csv", lines)
    found = ledger.rows("service_lines", "amount_minutes::int", "cycle", "minutes_per_session::int")
    assert found == [(60, "week", 30), (180, "month", 60)]


def test_the_name_of_who_treats_above_a_log_is_no_student_s() -> None:
    """A label *Name* above a day sheet fills a column; whether a row is of a student, the column Student says."""
    head = "Therapist Daily Log\nName: Rae Quan, OTR/L||Week of: 10/6/2025\nDate|Start|End|Activity|Student|Minutes"
    rows = ("10/6/2025|8:00 AM|8:30 AM|Prep||30", "10/6/2025|8:30 AM|9:00 AM|Direct therapy|Lin, Ada|30",
            "10/6/2025|9:00 AM|9:20 AM|Travel||20", "10/6/2025|9:20 AM|9:50 AM|Direct therapy|Hart, Bo|30")  # fmt: skip
    (found,) = find(sheet("\n".join((head, *rows))))
    assert [name for (name,) in cells(found, "Student")] == ["Lin, Ada", "Hart, Bo"]
    assert [reason for reason in reasons(found).values() if reason == "nobody's time"] == ["nobody's time"] * 2
