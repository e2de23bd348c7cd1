"""School calendars as lists without headings."""

from tests.shapes.shape import Row, Shape, drawn, shape, text


def _day(day: str, *, is_open: bool, kind: str) -> Row:
    return {"day": day, "is_instructional": is_open, "day_type": kind}


@shape
def list_of_events() -> Shape:
    """A day and what is on in two columns under a title; spans of days, and a remark below."""
    rows = [
        ["Oak Valley Schools - 2025-2026 Calendar", ""],
        ["August 25", "Teacher Workday"],
        ["August 27", "First Day of School"],
        ["September 1", "Labor Day - No School"],
        ["October 10", "Early Release"],
        ["November 26-28", "Thanksgiving Break"],
        ["May 29", "Last Day of School"],
    ]
    truth = [
        _day("2025-08-25", is_open=False, kind="staff_only"), _day("2025-08-27", is_open=True, kind="full"),
        _day("2025-09-01", is_open=False, kind="holiday"), _day("2025-10-10", is_open=True, kind="half"),
        *(_day(f"2025-11-{day}", is_open=False, kind="holiday") for day in (26, 27, 28)),
        _day("2026-05-29", is_open=True, kind="full"),
    ]  # fmt: skip
    return Shape("list_of_events", "calendar.csv", text(rows), {"calendar_days": truth})


@shape
def list_of_events_with_weekdays() -> Shape:
    """The day of the week stands between the day and what is on."""
    rows = drawn("""
        2025-2026 District Calendar
        Aug 25|Mon|Teachers report
        Aug 27|Wed|First day of school
        Sep 1|Mon|Labor Day - no school
        Oct 10|Fri.|Early Release
        Nov 26-28|Wed-Fri|Thanksgiving Break
        May 29|Friday|Last Day of School
        """)
    truth = [
        _day("2025-08-25", is_open=False, kind="staff_only"), _day("2025-08-27", is_open=True, kind="full"),
        _day("2025-09-01", is_open=False, kind="holiday"), _day("2025-10-10", is_open=True, kind="half"),
        *(_day(f"2025-11-{day}", is_open=False, kind="holiday") for day in (26, 27, 28)),
        _day("2026-05-29", is_open=True, kind="full"),
    ]  # fmt: skip
    return Shape("list_of_events_with_weekdays", "dates.csv", text(rows), {"calendar_days": truth})


@shape
def lines_of_events() -> Shape:
    """The same in one column, with more than one sign between the days and what is on."""
    rows = [
        ["Important Dates 2025-26"],
        ["Aug 25 - Staff Development Day"],
        ["Aug 27 - First Day of School"],
        ["Dec 22 - Dec 24: Winter Recess"],
        ["May 29: Last Day of School"],
    ]
    truth = [
        _day("2025-08-25", is_open=False, kind="staff_only"), _day("2025-08-27", is_open=True, kind="full"),
        *(_day(f"2025-12-{day}", is_open=False, kind="holiday") for day in (22, 23, 24)),
        _day("2026-05-29", is_open=True, kind="full"),
    ]  # fmt: skip
    return Shape("lines_of_events", "dates.csv", text(rows), {"calendar_days": truth})


@shape
def events_under_months() -> Shape:
    """Months as titles, the numbers of their days beneath."""
    rows = [
        ["Cedar USD School Calendar 2025-26", ""],
        ["August", ""],
        ["25", "Teacher Workday"],
        ["27", "First Day of School"],
        ["September", ""],
        ["1", "Labor Day - No School"],
        ["October", ""],
        ["13-14", "Fall Break - No School"],
    ]
    truth = [
        _day("2025-08-25", is_open=False, kind="staff_only"), _day("2025-08-27", is_open=True, kind="full"),
        _day("2025-09-01", is_open=False, kind="holiday"),
        *(_day(f"2025-10-{day}", is_open=False, kind="holiday") for day in (13, 14)),
    ]  # fmt: skip
    return Shape("events_under_months", "calendar.csv", text(rows), {"calendar_days": truth})
