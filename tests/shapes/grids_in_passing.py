"""Grids and lists whose headings stand beside others: sessions side by side, a colon behind a heading, days in titles."""

from tests.shapes.shape import Shape, book, drawn, given, missed, shape, text


@shape
def sessions_side_by_side_under_a_head_block() -> Shape:
    """The service stands above the table, and a total behind the sessions; a second visit is a session too."""
    rows = drawn("""
        Service:|Physical Therapy

        Student ID|Visit 1 Date|Visit 1 Minutes|Visit 2 Date|Visit 2 Minutes|Total
        98401|9/8/2025|30|9/15/2025|45|75
        98402|9/9/2025|20|||20
        """)
    truth = [
        given("98401", "2025-09-08", 30, "PT"),
        given("98401", "2025-09-15", 45, "PT"),
        given("98402", "2025-09-09", 20, "PT"),
    ]
    return Shape("sessions_side_by_side_under_a_head_block", "visits.csv", text(rows), {"sessions": truth})


@shape
def a_colon_behind_the_student_of_a_grid() -> Shape:
    """A column a day: the one heading beside the days ends with a colon."""
    rows = drawn("""
        September 2025 OT Attendance

        Student Name:|2025-09-01|2025-09-03|2025-09-08|2025-09-10
        Dorn, Eve|Absent|30m|30m|
        Falk, Gus|No school|45m||45m
        """)
    eve, gus = {"student": "Dorn, Eve"}, {"student": "Falk, Gus"}
    truth = [
        missed("Dorn, Eve", "2025-09-01", "student_absent", **eve),
        given("Dorn, Eve", "2025-09-03", 30, **eve),
        given("Dorn, Eve", "2025-09-08", 30, **eve),
        missed("Falk, Gus", "2025-09-01", "holiday", **gus),
        given("Falk, Gus", "2025-09-03", 45, **gus),
        given("Falk, Gus", "2025-09-10", 45, **gus),
    ]
    return Shape("a_colon_behind_the_student_of_a_grid", "attendance.csv", text(rows), {"sessions": truth})


@shape
def weeks_by_their_monday() -> Shape:
    """A row a week, which is told by its Monday."""
    rows = drawn("""
        Student ID|Service|Monday of Week|Mon|Tue|Wed|Thu|Fri
        98501|OT|9/8/2025|30|||SA|
        98501|OT|9/15/2025||45|||
        """)
    truth = [
        given("98501", "2025-09-08", 30),
        missed("98501", "2025-09-11", "student_absent"),
        given("98501", "2025-09-16", 45),
    ]
    return Shape("weeks_by_their_monday", "weeks.csv", text(rows), {"sessions": truth})


@shape
def ticks_that_are_codes_elsewhere() -> Shape:
    """D is given and takes its row's length; beside it stand words of absences."""
    days = "|".join(map(str, range(1, 31)))
    first = ["D" if day in (3, 10) else "No school" if day == 1 else "" for day in range(1, 31)]
    second = ["D" if day == 9 else "Student absent" if day == 2 else "" for day in range(1, 31)]
    rows = drawn(f"""
        PT September 2025
        Student ID|Minutes|{days}
        98601|30|{"|".join(first)}
        98602|45|{"|".join(second)}
        """)
    truth = [
        missed("98601", "2025-09-01", "holiday", "PT", minutes=30),
        given("98601", "2025-09-03", 30, "PT"),
        given("98601", "2025-09-10", 30, "PT"),
        missed("98602", "2025-09-02", "student_absent", "PT", minutes=45),
        given("98602", "2025-09-09", 45, "PT"),
    ]
    return Shape("ticks_that_are_codes_elsewhere", "pt.csv", text(rows), {"sessions": truth})


@shape
def days_in_titles_beside_days_of_entry() -> Shape:
    """The day stands above its rows; the day on which a row was made doesn't tell it."""
    rows = drawn("""
        Student ID|Service|Minutes|Created Date
        09/08/2025
        98701|OT|30|9/10/2025
        98702|OT|45|9/10/2025
        09/09/2025
        98701|OT|30|9/12/2025
        """)
    truth = [
        given("98701", "2025-09-08", 30, logged_on="2025-09-10"),
        given("98702", "2025-09-08", 45, logged_on="2025-09-10"),
        given("98701", "2025-09-09", 30, logged_on="2025-09-12"),
    ]
    return Shape("days_in_titles_beside_days_of_entry", "log.csv", text(rows), {"sessions": truth})


@shape
def outcomes_with_a_word_for_other_work() -> Shape:
    """A column that is called the attendance stays it, whatever kinds of work stand among its words."""
    rows = drawn("""
        Student ID|Service|Date|Minutes|Attend. Code
        98801|OT|9/8/2025|30|D - Direct
        98801|OT|9/9/2025|0|SA - Student Absent
        98801|OT|9/10/2025|30|Parent Call
        """)
    truth = [given("98801", "2025-09-08", 30), missed("98801", "2025-09-09", "student_absent", minutes=0)]
    waiting = {"sessions": {"waiting": [4]}}
    return Shape("outcomes_with_a_word_for_other_work", "log.csv", text(rows), {"sessions": truth}, waiting,
                 ("Parent Call",))  # fmt: skip


@shape
def days_among_what_is_carried_and_left() -> Shape:
    """More columns of balances than of whose row it is: what was brought over is no length of a session."""
    rows: list[list[str | int]] = [
        ["PT log November 2025"],
        ["Pupil", "Min owed/wk", "Carryover min", 3, 5, 10, 12, 17, 19, "Sum", "Short", "Bank"],
        ["Abt, Mia", 30, 20, 30, "", 30, "A", "", 25, 85, 5, 0],
        ["Bell, Jo", 20, 0, "", 20, "", "S", 20, "", 40, 0, 10],
        ["All", 50, 20, 30, 20, 30, "", 20, 25, 125, 5, 10],
        [],
        ["A = student absent, S = seen"],
    ]
    mia, jo = "Abt, Mia", "Bell, Jo"
    truth = [
        given(mia, "2025-11-03", 30, "PT"), given(mia, "2025-11-10", 30, "PT"),
        missed(mia, "2025-11-12", "student_absent", "PT"), given(mia, "2025-11-19", 25, "PT"),
        given(jo, "2025-11-05", 20, "PT"), given(jo, "2025-11-17", 20, "PT"),
    ]  # fmt: skip
    held = {"sessions": {"waiting": [4]}}
    return Shape("days_among_what_is_carried_and_left", "pt.xlsx", book({"Nov": rows}), {"sessions": truth}, held)
