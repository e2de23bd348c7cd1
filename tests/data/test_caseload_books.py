"""Books of a caseload and a day: services in one cell, groups seen and absent, other work between children, closings."""

from tests.data.loading import Ledger


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
