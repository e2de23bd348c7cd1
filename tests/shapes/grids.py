"""Months and weeks as grids: a column a day."""

from datetime import date, timedelta

from tests.shapes.shape import Merged, Shape, book, drawn, given, missed, shape, text


@shape
def month_calendar() -> Shape:
    """A preschool's month: minutes, CA, TA, H and MU/30 in the cells; a tick takes its own row's duration."""
    head = [
        ["Related Service Attendance - October 2025", *[""] * 34],
        ["Therapist: Petrov, Ana", *[""] * 34],
        ["Student", "ID", "Service", "Duration", *range(1, 32)],
    ]
    marks = {
        ("Lamb, Ari", "9101", 30): {1: 30, 6: "CA", 8: 30, 13: "H", 15: "TA", 20: "MU/30", 22: "X"},
        ("Moth, Bo", "9102", 45): {2: 45, 9: "X", 16: "CA"},
    }
    body = [
        [name, number, "OT", minutes, *(days.get(day, "") for day in range(1, 32))]
        for (name, number, minutes), days in marks.items()
    ]
    ana = {"provider": "Petrov, Ana"}
    ari, bo = {"student": "Lamb, Ari", **ana}, {"student": "Moth, Bo", **ana}
    truth = [
        given("9101", "2025-10-01", 30, **ari),
        missed("9101", "2025-10-06", "student_absent", **ari, minutes=30),
        given("9101", "2025-10-08", 30, **ari),
        missed("9101", "2025-10-13", "holiday", **ari, minutes=30),
        missed("9101", "2025-10-15", "provider_absent", **ari, minutes=30),
        given("9101", "2025-10-20", 30, **ari) | {"status": "make_up"},
        given("9101", "2025-10-22", 30, **ari),
        given("9102", "2025-10-02", 45, **bo),
        given("9102", "2025-10-09", 45, **bo),
        missed("9102", "2025-10-16", "student_absent", **bo, minutes=45),
    ]
    return Shape("month_calendar", "attendance.xlsx", book({"October": [*head, *body]}), {"sessions": truth})


@shape
def months_as_sheets() -> Shape:
    """A sheet a month, weekdays over the days, a total at the end; the year stands in the title."""

    def sheet(title: str, first: date, days: int, body: list[list[object]]) -> list[list[object]]:
        names = ["MTWRFSU"[(first + timedelta(day)).weekday()] for day in range(days)]
        top = ["", "", "", *names, ""]
        return [[title], top, ["Student ID", "Student Name", "Service", *range(1, days + 1), "Total"], *body]

    def row(student: str, name: str, days: int, marks: dict[int, object], total: float) -> list[object]:
        return [student, name, "PT", *(marks.get(day, "") for day in range(1, days + 1)), total]

    september = sheet("PT minutes September 2025", date(2025, 9, 1), 30,
                      [row("9201", "Neff, Cy", 30, {3: 30, 10: 30, 17: "SA"}, 60)])  # fmt: skip
    october = sheet("PT minutes October 2025", date(2025, 10, 1), 31,
                    [row("9201", "Neff, Cy", 31, {1: 30, 8: 25}, 55)])  # fmt: skip
    cy = {"student": "Neff, Cy"}
    truth = [
        given("9201", "2025-09-03", 30, "PT", **cy),
        given("9201", "2025-09-10", 30, "PT", **cy),
        missed("9201", "2025-09-17", "student_absent", "PT", **cy),
        given("9201", "2025-10-01", 30, "PT", **cy),
        given("9201", "2025-10-08", 25, "PT", **cy),
    ]
    return Shape("months_as_sheets", "PT log.xlsx", book({"Sep": september, "Oct": october}), {"sessions": truth})


@shape
def column_a_date() -> Shape:
    """True dates as headings, minutes and codes beneath, a total column."""
    days = [date(2025, 9, 8) + timedelta(weeks=week) for week in range(4)]
    rows = [
        ["Student", "Student ID", "Service", *days, "Total"],
        ["Odom, Di", "9301", "OT", 30, "SA", 30, 30, 90],
        ["Pike, Ed", "9302", "OT", 20, 20, "", "TA", 40],
    ]
    di, ed = {"student": "Odom, Di"}, {"student": "Pike, Ed"}
    truth = [
        given("9301", "2025-09-08", 30, **di),
        missed("9301", "2025-09-15", "student_absent", **di),
        given("9301", "2025-09-22", 30, **di),
        given("9301", "2025-09-29", 30, **di),
        given("9302", "2025-09-08", 20, **ed),
        given("9302", "2025-09-15", 20, **ed),
        missed("9302", "2025-09-29", "provider_absent", **ed),
    ]
    return Shape("column_a_date", "OT weekly.xlsx", book({"OT": rows}), {"sessions": truth})


@shape
def dates_without_a_year() -> Shape:
    """Headings 9/8, 9/15; the school year stands in the banner."""
    rows = [
        ["OT Service Tracker 2025-2026", "", "", "", "", ""],
        ["Student ID", "Name", "9/8", "9/15", "1/12", "1/20"],
        ["9401", "Roth, Fay", "30", "30", "SA", "30"],
        ["9402", "Sims, Gil", "", "45", "45", "H"],
    ]
    fay, gil = {"student": "Roth, Fay"}, {"student": "Sims, Gil"}
    truth = [
        given("9401", "2025-09-08", 30, **fay),
        given("9401", "2025-09-15", 30, **fay),
        missed("9401", "2026-01-12", "student_absent", **fay),
        given("9401", "2026-01-20", 30, **fay),
        given("9402", "2025-09-15", 45, **gil),
        given("9402", "2026-01-12", 45, **gil),
        missed("9402", "2026-01-20", "holiday", **gil),
    ]
    return Shape("dates_without_a_year", "tracker.csv", text(rows), {"sessions": truth})


@shape
def ticks_without_minutes() -> Shape:
    """Ticks in a month, frequency and duration nowhere: the ticks wait; absences go in."""
    rows = [
        ["November 2025", *[""] * 31],
        ["Student ID", "Service", *range(1, 31)],
        ["9501", "OT", *({3: "X", 10: "X", 17: "SA"}.get(day, "") for day in range(1, 31))],
    ]
    truth = [missed("9501", "2025-11-17", "student_absent")]
    return Shape(
        "ticks_without_minutes", "nov.xlsx", book({"Nov": rows}), {"sessions": truth},
        {"sessions": {"waiting": [3, 3]}},
    )  # fmt: skip


@shape
def merged_weeks() -> Shape:
    """Weeks merged over the days of a class list; names merged down two services."""
    rows = [
        ["", "", "", Merged("Week of 9/8/2025", 3), "", "", Merged("Week of 9/15/2025", 3), "", ""],
        [
            "Student ID",
            "Student",
            "Service",
            "9/8/2025",
            "9/10/2025",
            "9/12/2025",
            "9/15/2025",
            "9/17/2025",
            "9/19/2025",
        ],
        ["9601", "Tate, Hal", "OT", 30, "", 30, 30, "", "SA"],
        ["9602", "Ulm, Jo", "OT", "", 20, "", "", 20, ""],
    ]
    hal, jo = {"student": "Tate, Hal"}, {"student": "Ulm, Jo"}
    truth = [
        given("9601", "2025-09-08", 30, **hal),
        given("9601", "2025-09-12", 30, **hal),
        given("9601", "2025-09-15", 30, **hal),
        missed("9601", "2025-09-19", "student_absent", **hal),
        given("9602", "2025-09-10", 20, **jo),
        given("9602", "2025-09-17", 20, **jo),
    ]
    return Shape("merged_weeks", "class grid.xlsx", book({"Grid": rows}), {"sessions": truth})


@shape
def month_card() -> Shape:
    """One student's card: a row a day of the month that the head block names."""
    rows = drawn("""
        Student:|Vail, Kip||Student ID:|9701
        Service:|Speech||Month:|September 2025

        Day|Minutes|Attendance|Provider
        3|30|Present|York, Nan
        10|30|Student Absent|York, Nan
        17|30|Present|York, Nan
        24|30|Provider Absent|York, Nan
        """)
    kip = {"student": "Vail, Kip", "provider": "York, Nan"}
    truth = [
        given("9701", "2025-09-03", 30, "SLP", **kip),
        missed("9701", "2025-09-10", "student_absent", "SLP", **kip, minutes=30),
        given("9701", "2025-09-17", 30, "SLP", **kip),
        missed("9701", "2025-09-24", "provider_absent", "SLP", **kip, minutes=30),
    ]
    return Shape("month_card", "card.xlsx", book({"Card": rows}), {"sessions": truth})


@shape
def weeks_as_rows() -> Shape:
    """A row a student and week, a column a weekday; a week may be named by its Sunday."""
    rows = drawn("""
        Student ID|Student|Service|Week Of|Mon|Tue|Wed|Thu|Fri
        9801|Wolf, Lea|OT|9/8/2025|30||30||
        9801|Wolf, Lea|OT|9/15/2025|SA||30||
        9802|Xu, Ming|OT|9/14/2025||20||PNA|
        """)
    lea, ming = {"student": "Wolf, Lea"}, {"student": "Xu, Ming"}
    truth = [
        given("9801", "2025-09-08", 30, **lea),
        given("9801", "2025-09-10", 30, **lea),
        missed("9801", "2025-09-15", "student_absent", **lea),
        given("9801", "2025-09-17", 30, **lea),
        given("9802", "2025-09-16", 20, **ming),
        missed("9802", "2025-09-18", "provider_absent", **ming),
    ]
    return Shape("weeks_as_rows", "weekly.csv", text(rows), {"sessions": truth})


@shape
def hours_by_day_and_their_sum() -> Shape:
    """The heading of the sums says that a grid's broken numbers are hours; the preschool stands above, alone."""
    rows = drawn("""
        Tamarack Lane Preschool
        Student|9/8/2025|9/15/2025|9/22/2025|Total (hrs)
        Quill, Ben|0.5|Absent|0.75|1.25
        Rowe, Ana|1|0.5||1.5
        """)
    at = {"school": "Tamarack Lane Preschool"}
    truth = [
        given("Quill, Ben", "2025-09-08", 30, **at), missed("Quill, Ben", "2025-09-15", "student_absent", **at),
        given("Quill, Ben", "2025-09-22", 45, **at), given("Rowe, Ana", "2025-09-08", 60, **at),
        given("Rowe, Ana", "2025-09-15", 30, **at),
    ]  # fmt: skip
    return Shape("hours_by_day_and_their_sum", "OT.csv", text(rows), {"sessions": truth})
