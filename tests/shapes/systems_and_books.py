"""Exports with short headings and keys of their own, and books of what is owed, as they are kept beside one another."""

from tests.shapes.shape import Shape, book, drawn, given, line, missed, shape, text, times


@shape
def keys_of_fields_on_a_sheet() -> Shape:
    """A sheet says of each column what its codes mean, a column in the first of its rows alone: 1 is OT, and attended."""
    rows = [
        ["Stu No", "Svc Dt", "Svc Cd", "Mins", "Attend Cd", "Loc Cd"],
        ["8001", "10/01/2025", "1", 30, "1", "A"],
        ["8001", "10/08/2025", "1", 30, "2", "A"],
        ["8002", "10/02/2025", "2", 20, "1", "B"],
        ["8002", "10/09/2025", "2", 20, "3", "B"],
    ]
    key = [
        ["Column", "Value", "Description"],
        ["Svc Cd", "1", "Occupational Therapy"], ["", "2", "Speech Therapy"],
        ["Attend Cd", "1", "Attended"], ["", "2", "Student absent"], ["", "3", "Therapist absent"],
        ["Loc Cd", "A", "Separate room"], ["", "B", "General ed class"],
    ]  # fmt: skip
    out, within = {"setting": "pull_out"}, {"setting": "push_in"}
    truth = [
        given("8001", "2025-10-01", 30, **out), missed("8001", "2025-10-08", "student_absent", minutes=30, **out),
        given("8002", "2025-10-02", 20, "SLP", **within),
        missed("8002", "2025-10-09", "provider_absent", "SLP", minutes=20, **within),
    ]  # fmt: skip
    return Shape("keys_of_fields_on_a_sheet", "ext 10.xlsx", book({"Log": rows, "Codes": key}), {"sessions": truth})


@shape
def days_first_set_for_each() -> Shape:
    """Each row has the day it was first set for: only what was held on another day makes up for it."""
    rows = drawn("""
        Student No|Svc|DOS|Orig Appt Date|Mins|Result
        S11|OT|2025-10-01|2025-10-01|30|Completed
        S11|OT|2025-10-09|2025-10-08|30|Completed
        S12|PT|2025-10-02|2025-10-02|20|Student Absent
        S12|PT|2025-10-16|2025-10-16|20|Completed
        """)
    truth = [
        given("S11", "2025-10-01", 30),
        given("S11", "2025-10-09", 30, makes_up_date="2025-10-08") | {"status": "make_up"},
        missed("S12", "2025-10-02", "student_absent", "PT", minutes=20),
        given("S12", "2025-10-16", 20, "PT"),
    ]
    return Shape("days_first_set_for_each", "appts.csv", text(rows), {"sessions": truth})


@shape
def times_of_one_and_consult_by_month() -> Shape:
    """How often (x per quarter) is of the minutes of one session; the consult has its month's minutes, and no count."""
    rows = [
        ["Student", "Service", "Direct min/visit", "x per quarter", "Indirect min/mo", "Initiation"],
        ["Arden, Pia", "OT", 30, 9, 15, "9/2/2025"],
        ["Arden, Pia", "ST", 20, 12, "", "9/2/2025"],
        ["Bell, Otis", "PT", "", "", 20, "10/6/2025"],
    ]
    start = {"start_date": "2025-09-02"}
    truth = [
        line("Arden, Pia", "OT", 270, "quarter", **times(9, 30), **start),
        line("Arden, Pia", "OT", 15, "month", **start, kind="indirect"),
        line("Arden, Pia", "SLP", 240, "quarter", **times(12, 20), **start),
        line("Bell, Otis", "PT", 20, "month", start_date="2025-10-06", kind="indirect"),
    ]
    return Shape("times_of_one_and_consult_by_month", "grid.xlsx", book({"Grid": rows}), {"service_lines": truth})
