"""A tab a student; make-ups and absences told beside other sessions; times in a grid; rows of everybody."""

from tests.shapes.shape import Shape, book, drawn, given, missed, shape, text


@shape
def make_ups_beside_missed_sessions() -> Shape:
    """A make-up with its day and minutes is a record of its own, but for one that has a row; the rest is as usual."""
    rows = drawn("""
        Student ID|Service|Scheduled Date|Status|Minutes|Makeup Date|Makeup Minutes
        6101|SLP|2025-10-01|Completed|30||
        6102|SLP|2025-10-01|Missed - Student Absent|0|2025-10-03|20
        6103|SLP|2025-10-02|Missed - SLP Absent|0|2025-10-09|30
        6103|SLP|2025-10-09|Make-up|30||
        6102|SLP|2025-10-08|Missed - Student Absent|0||
        """)
    truth = [
        given("6101", "2025-10-01", 30, "SLP"),
        missed("6102", "2025-10-01", "student_absent", "SLP", minutes=0),
        given("6102", "2025-10-03", 20, "SLP", makes_up_date="2025-10-01") | {"status": "make_up"},
        missed("6103", "2025-10-02", "provider_absent", "SLP", minutes=0),
        given("6103", "2025-10-09", 30, "SLP") | {"status": "make_up"},
        missed("6102", "2025-10-08", "student_absent", "SLP", minutes=0),
    ]
    return Shape("make_ups_beside_missed_sessions", "slp.csv", text(rows), {"sessions": truth})


@shape
def absence_of_one_of_two() -> Shape:
    """OT absent says nothing of the PT's session in the same row, and is a missed session of OT."""
    rows = drawn("""
        Date|Student|OT Min|OT Provider|PT Min|PT Provider|Comments
        10/1/2025|Bohm, Otto|30|Quan, Rae|45|Sato, Mina|co-treat
        10/8/2025|Bohm, Otto|||30|Sato, Mina|OT absent
        10/9/2025|Bohm, Otto|30|Quan, Rae||Sato, Mina|PT out sick
        10/10/2025|Bohm, Otto|||||OT out sick
        """)
    rae, mina = {"provider": "Quan, Rae"}, {"provider": "Sato, Mina"}
    truth = [
        given("Bohm, Otto", "2025-10-01", 30, **rae), given("Bohm, Otto", "2025-10-01", 45, "PT", **mina),
        given("Bohm, Otto", "2025-10-08", 30, "PT", **mina), missed("Bohm, Otto", "2025-10-08", "provider_absent"),
        given("Bohm, Otto", "2025-10-09", 30, **rae),
        missed("Bohm, Otto", "2025-10-09", "provider_absent", "PT", **mina),
        missed("Bohm, Otto", "2025-10-10", "provider_absent"),
    ]  # fmt: skip
    return Shape("absence_of_one_of_two", "co-treated.csv", text(rows), {"sessions": truth})


@shape
def flags_run_together() -> Shape:
    """SchoolClosed is a reason as School Closed is."""
    rows = drawn("""
        StudentID|Service|ServiceDate|DurationMinutes|StudentAbsent|ProviderAbsent|SchoolClosed
        6101|OT|2025-10-01|30|0|0|0
        6102|OT|2025-10-01|30|1|0|0
        6103|OT|2025-10-02|30|0|0|1
        6101|OT|2025-10-08|30|0|1|0
        """)
    truth = [
        given("6101", "2025-10-01", 30),
        missed("6102", "2025-10-01", "student_absent", minutes=30),
        missed("6103", "2025-10-02", "holiday", minutes=30),
        missed("6101", "2025-10-08", "provider_absent", minutes=30),
    ]
    return Shape("flags_run_together", "flags.csv", text(rows), {"sessions": truth})


@shape
def everybody_in_a_row() -> Shape:
    """ALL is no child: the row is rejected."""
    rows = drawn("""
        Date|Student|Service|Min|Attendance
        10/6/2025|Bohm, Otto|OT|30|Present
        10/13/2025|ALL|OT||School closed
        10/20/2025|Bohm, Otto|OT|30|Present
        """)
    truth = [given("Bohm, Otto", day, 30) for day in ("2025-10-06", "2025-10-20")]
    return Shape("everybody_in_a_row", "oct.csv", text(rows), {"sessions": truth}, {"sessions": {"rejected": [3]}})


@shape
def tab_a_student() -> Shape:
    """No cell tells the student: the tabs do, one with the id; a summary is none."""
    head = ["Date", "Min", "Running", "Notes"]
    sheets = {
        "Bohm, Otto (6101)": [["IEP: 60 min/mo"], head, ["10/1/25", 30, 30, ""], ["10/8/25", "", 30, "student absent"]],
        "Amsel, Ida (6102)": [["IEP: 30 min/wk"], head, ["10/2/25", 20, 20, ""], ["10/9/25", "", 20, "OT sick"]],
        "Summary": [["Child", "Owed", "Given"], ["Otto", 60, 30], ["Ida", 60, 20]],
    }
    otto, ida = {"student": "Bohm, Otto"}, {"student": "Amsel, Ida"}
    truth = [
        given("6101", "2025-10-01", 30, **otto), missed("6101", "2025-10-08", "student_absent", **otto),
        given("6102", "2025-10-02", 20, **ida), missed("6102", "2025-10-09", "provider_absent", **ida),
    ]  # fmt: skip
    return Shape("tab_a_student", "OT minutes.xlsx", book(sheets), {"sessions": truth})


@shape
def tab_a_time_sheet() -> Shape:
    """In, out and hours under persons' names may be the days of those who work here."""
    head = ["Date", "In", "Out", "Hours"]
    sheets = {"Rae Quan": [head, ["10/1/25", "8:00", "15:00", 7]], "Mina Sato": [head, ["10/1/25", "8:00", "12:00", 4]]}
    return Shape("tab_a_time_sheet", "hours OT.xlsx", book(sheets), refused="no column says the student")


@shape
def times_in_a_grid() -> Shape:
    """From when to when in the cells of a grid that tells absences too; its key stands right under it."""
    rows = drawn("""
        PT week of October 6, 2025
        Student|Mon 10/6|Tue 10/7|Wed 10/8|Thu 10/9
        Bohm, Otto|9:00-9:30||A|
        Amsel, Ida||10:00-10:45||1:00-1:30
        A = student absent|NS = no school
        """)
    truth = [
        given("Bohm, Otto", "2025-10-06", 30, "PT", start_time="09:00", end_time="09:30"),
        missed("Bohm, Otto", "2025-10-08", "student_absent", "PT"),
        given("Amsel, Ida", "2025-10-07", 45, "PT", start_time="10:00", end_time="10:45"),
        given("Amsel, Ida", "2025-10-09", 30, "PT", start_time="13:00", end_time="13:30"),
    ]
    return Shape("times_in_a_grid", "week.csv", text(rows), {"sessions": truth})


@shape
def titles_over_two_tables() -> Shape:
    """Each table has its own students: what stands over them are titles, and no headings of groups."""
    rows = drawn("""
        Session log|||||Caseload||
        Date|Student|Service|Min||Student|Grade|School
        10/1/2025|Bohm, Otto|OT|30||Bohm, Otto|3|Elm
        10/1/2025|Amsel, Ida|OT|20||Amsel, Ida|5|Oak
        10/8/2025|Bohm, Otto|OT|30||||
        """)
    days = [("Bohm, Otto", "2025-10-01", 30), ("Amsel, Ida", "2025-10-01", 20), ("Bohm, Otto", "2025-10-08", 30)]
    children = [("Bohm", "Otto", "3", "Elm"), ("Amsel", "Ida", "5", "Oak")]
    truth = [
        {"last_name": last, "first_name": first, "grade": grade, "school": school}
        for last, first, grade, school in children
    ]
    sessions = [given(*one) for one in days]
    return Shape("titles_over_two_tables", "both.xlsx", book({"OT": rows}), {"sessions": sessions, "students": truth})
