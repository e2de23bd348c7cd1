"""Columns under names, and numbered ones of each student; minutes still to be made up; a key wider than its grid."""

from tests.shapes.shape import Shape, book, drawn, given, missed, shape, text


@shape
def columns_under_students() -> Shape:
    """Each student has the same columns under the name, a blank column between two of them."""
    rows = drawn("""
        Counseling fall 2025
        Bohm, Otto||||Amsel, Ida||
        Date|Min|Status||Date|Min|Status
        10/1/2025|30|Seen||10/2/2025|20|Seen
        10/8/2025||Absent||10/9/2025|20|Seen
        10/15/2025|30|Seen||||
        """)
    how = {"service": "COUNSELING"}
    truth = [
        given("Bohm, Otto", "2025-10-01", 30) | how,
        missed("Bohm, Otto", "2025-10-08", "student_absent") | how,
        given("Bohm, Otto", "2025-10-15", 30) | how,
        given("Amsel, Ida", "2025-10-02", 20) | how,
        given("Amsel, Ida", "2025-10-09", 20) | how,
    ]
    return Shape("columns_under_students", "fall.xlsx", book({"Fall": rows}), {"sessions": truth})


@shape
def columns_under_therapists() -> Shape:
    """Where the students stand beneath, the names over the columns are of those who treat."""
    rows = drawn("""
        OT fall 2025
        Quan, Rae|||Sato, Mina||
        Date|Student|Min|Date|Student|Min
        10/1/2025|Bohm, Otto|30|10/2/2025|Amsel, Ida|20
        10/8/2025|Bohm, Otto|45|10/9/2025|Falk, Jon|25
        """)
    rae, mina = {"provider": "Quan, Rae"}, {"provider": "Sato, Mina"}
    truth = [
        given("Bohm, Otto", "2025-10-01", 30, **rae), given("Bohm, Otto", "2025-10-08", 45, **rae),
        given("Amsel, Ida", "2025-10-02", 20, **mina), given("Falk, Jon", "2025-10-09", 25, **mina),
    ]  # fmt: skip
    return Shape("columns_under_therapists", "fall.csv", text(rows), {"sessions": truth})


@shape
def attendance_of_each_student() -> Shape:
    """Who came is told beside each numbered student of a group."""
    rows = drawn("""
        Date|Start|End|Student 1|Attended 1|Student 2|Attended 2
        10/1/2025|9:00|9:30|Bohm, Otto|Y|Amsel, Ida|N
        10/8/2025|9:00|9:30|Amsel, Ida|Y||
        """)
    when = {"start_time": "09:00", "end_time": "09:30"}
    truth = [
        given("Bohm, Otto", "2025-10-01", 30, "SLP", **when),
        missed("Amsel, Ida", "2025-10-01", None, "SLP", **when),
        given("Amsel, Ida", "2025-10-08", 30, "SLP", **when),
    ]
    return Shape("attendance_of_each_student", "Speech groups.csv", text(rows), {"sessions": truth})


@shape
def minutes_to_make_up() -> Shape:
    """Minutes that are owed are none that were given."""
    rows = drawn("""
        Student|Service|Date|Min Scheduled|Min Given|Min Missed|Why missed|Min to make up
        Bohm, Otto|OT|10/1/2025|30|30|0||0
        Amsel, Ida|OT|10/1/2025|30|0|30|student absent|0
        Bohm, Otto|OT|10/8/2025|30|0|30|OT at IEP mtg|30
        """)
    truth = [
        given("Bohm, Otto", "2025-10-01", 30),
        missed("Amsel, Ida", "2025-10-01", "student_absent", minutes=30),
        missed("Bohm, Otto", "2025-10-08", "provider_meeting", minutes=30),
    ]
    return Shape("minutes_to_make_up", "owed.csv", text(rows), {"sessions": truth})


@shape
def key_wider_than_its_grid() -> Shape:
    """The last code of the key stands beside the grid's columns; P## has its minutes behind it."""
    rows = drawn("""
        KEY:|P## = present & minutes|A = absent|T = therapist out|H = holiday
        Student|10/1/25|10/8/25|10/13/25
        Bohm, Otto|P30|T|H
        Amsel, Ida|A|P20|H
        """)
    truth = [
        given("Bohm, Otto", "2025-10-01", 30, "PT"),
        missed("Bohm, Otto", "2025-10-13", "holiday", "PT"),
        missed("Bohm, Otto", "2025-10-08", "provider_absent", "PT"),
        missed("Amsel, Ida", "2025-10-01", "student_absent", "PT"),
        given("Amsel, Ida", "2025-10-08", 20, "PT"),
        missed("Amsel, Ida", "2025-10-13", "holiday", "PT"),
    ]
    return Shape("key_wider_than_its_grid", "PT.xlsx", book({"Oct": rows}), {"sessions": truth})


@shape
def columns_under_months() -> Shape:
    """Months side by side, each with the day, the minutes and a note of its own."""
    rows = drawn("""
        Student: Bohm, Otto|PT 2025-26||||
        September|||October||
        Date|Min|Note|Date|Min|Note
        9/3/2025|30||10/1/2025|30|
        9/10/2025|30||10/8/2025||absent
        """)
    truth = [
        given("Bohm, Otto", "2025-09-03", 30, "PT"), given("Bohm, Otto", "2025-10-01", 30, "PT"),
        given("Bohm, Otto", "2025-09-10", 30, "PT"), missed("Bohm, Otto", "2025-10-08", "student_absent", "PT"),
    ]  # fmt: skip
    return Shape("columns_under_months", "PT.csv", text(rows), {"sessions": truth})


@shape
def numbered_weeks_with_days() -> Shape:
    """Weekdays under weeks that are told by number and by both ends."""
    rows = drawn("""
        Speech attendance Oct 2025
        |Week 1 (10/6-10/10)||Week 2 (10/13-10/17)|
        Student|Mon|Wed|Mon|Wed
        Bohm, Otto|30|30|No school|30
        Amsel, Ida||Abs||20
        """)
    truth = [
        *(given("Bohm, Otto", f"2025-10-{day:02}", 30, "SLP") for day in (6, 8, 15)),
        missed("Bohm, Otto", "2025-10-13", "holiday", "SLP"),
        missed("Amsel, Ida", "2025-10-08", "student_absent", "SLP"),
        given("Amsel, Ida", "2025-10-15", 20, "SLP"),
    ]
    return Shape("numbered_weeks_with_days", "attendance.xlsx", book({"Oct": rows}), {"sessions": truth})


@shape
def type_under_each_day() -> Shape:
    """A row right under the days that says of each whether it was a group's is no student."""
    rows = drawn("""
        Student|10/1/2025|10/2/2025|10/8/2025|10/9/2025
        Type|Group|Ind|Group|Ind
        Bohm, Otto|30||30|
        Amsel, Ida|30|20|Absent|20
        """)
    group, own = {"grouping": "group"}, {"grouping": "individual"}
    truth = [
        given("Bohm, Otto", "2025-10-01", 30, **group), given("Bohm, Otto", "2025-10-08", 30, **group),
        given("Amsel, Ida", "2025-10-01", 30, **group), given("Amsel, Ida", "2025-10-02", 20, **own),
        missed("Amsel, Ida", "2025-10-08", "student_absent", **group), given("Amsel, Ida", "2025-10-09", 20, **own),
    ]  # fmt: skip
    return Shape("type_under_each_day", "OT days.csv", text(rows), {"sessions": truth})
