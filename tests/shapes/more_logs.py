"""Service logs as therapists and agencies keep them."""

from datetime import date, time

from tests.shapes.shape import Shape, book, drawn, given, missed, shape, text


@shape
def agency_hours() -> Shape:
    """An agency's timesheet in decimal hours, with semicolons, a banner and a total."""
    rows = [
        ["Bright Paths Therapy - Monthly Log"],
        ["Month: October 2025"],
        [],
        *drawn("""
        Date;Student;Student ID;Discipline;Hours;Individual or Group;Therapist
        10/1/2025;Payne, Ola;880011;OT;0.5;Individual;Wren, Kit
        10/2/2025;Quade, Ros;880012;OT;0.75;Group;Wren, Kit
        10/8/2025;Payne, Ola;880011;OT;1.0;Individual;Wren, Kit
        ;;;Total;2.25;;
        """.replace(";", "|")),
    ]  # fmt: skip
    kit = {"provider": "Wren, Kit"}
    truth = [
        given("880011", "2025-10-01", 30, student="Payne, Ola", grouping="individual", **kit),
        given("880012", "2025-10-02", 45, student="Quade, Ros", grouping="group", **kit),
        given("880011", "2025-10-08", 60, student="Payne, Ola", grouping="individual", **kit),
    ]
    return Shape("agency_hours", "agency october.csv", text(rows, ";"), {"sessions": truth})


@shape
def clock_times() -> Shape:
    """Start and end only, as true times of a workbook; the length is the difference; an end before its start waits."""
    rows = [
        ["Student ID", "Service", "Date", "Time In", "Time Out", "Therapist"],
        ["000731", "OT", date(2025, 9, 8), time(9, 0), time(9, 30), "Lake, Val"],
        ["000732", "OT", date(2025, 9, 8), time(13, 15), time(14, 0), "Lake, Val"],
        ["000731", "OT", date(2025, 9, 10), time(9, 30), time(9, 0), "Lake, Val"],
    ]
    val = {"provider": "Lake, Val"}
    truth = [
        given("000731", "2025-09-08", 30, start_time="09:00", end_time="09:30", **val),
        given("000732", "2025-09-08", 45, start_time="13:15", end_time="14:00", **val),
    ]
    return Shape("clock_times", "times.xlsx", book({"Log": rows}), {"sessions": truth}, {"sessions": {"waiting": [4]}})


@shape
def colon_durations() -> Shape:
    """Lengths as 0:30, US dates without noughts, curly Windows-1252 text, names with apostrophes."""
    rows = drawn("""
        Pupil|Pupil ID|Therapy|Date of Session|Length of Session|Outcome|Missed Reason|Clinician
        O’Dell, Mae|5101|Occupational Therapy|9/4/25|0:30|Delivered||Núñez, Eva
        O’Dell, Mae|5101|Occupational Therapy|9/11/25|0:00|Missed|Student Ill|Núñez, Eva
        St. John, Ike|5102|Occupational Therapy|9/4/25|1:15|Delivered||Núñez, Eva
        """)
    eva = {"provider": "Núñez, Eva"}
    truth = [
        given("5101", "2025-09-04", 30, student="O’Dell, Mae", **eva),
        missed("5101", "2025-09-11", "student_absent", student="O’Dell, Mae", minutes=0, **eva),
        given("5102", "2025-09-04", 75, student="St. John, Ike", **eva),
    ]
    return Shape("colon_durations", "therapy.csv", text(rows, encoding="cp1252"), {"sessions": truth})


@shape
def billing_units() -> Shape:
    """Quarter-hour units, dates as MMDDYY, ids of text."""
    rows = drawn("""
        Client ID|Client Name|DOS|Service Type|Units|Rendering Provider|Place of Service
        A00017|Ode, Jax|090825|OT|2|Hart, Bea|School
        A00018|Pell, Ivy|091025|OT|3|Hart, Bea|School
        A00017|Ode, Jax|121525|OT|4|Hart, Bea|School
        """)
    bea = {"provider": "Hart, Bea"}
    truth = [
        given("A00017", "2025-09-08", 30, student="Ode, Jax", **bea),
        given("A00018", "2025-09-10", 45, student="Pell, Ivy", **bea),
        given("A00017", "2025-12-15", 60, student="Ode, Jax", **bea),
    ]
    return Shape("billing_units", "claims.csv", text(rows), {"sessions": truth})


@shape
def minutes_in_labels() -> Shape:
    """The length stands only in the category's label, the start beside the day; the contact says whether anybody came."""
    rows = drawn("""
        Student ID|Student Name|Contact Date|Category|Contact Type|Logged By
        660001|Arden, Flo|2025-09-09 10:30|Occupational Therapy - 30 Minutes|Present|Combs, Ty
        660002|Blane, Gus|2025-09-09 11:00|Occupational Therapy - 45 Minutes|Did Not Attend|Combs, Ty
        660001|Arden, Flo|2025-09-16 10:30|Occupational Therapy - 60 Minutes|Present|Combs, Ty
        """)
    ty = {"provider": "Combs, Ty"}
    truth = [
        given("660001", "2025-09-09", 30, student="Arden, Flo", start_time="10:30", **ty),
        missed("660002", "2025-09-09", "student_absent", minutes=45, student="Blane, Gus", start_time="11:00", **ty),
        given("660001", "2025-09-16", 60, student="Arden, Flo", start_time="10:30", **ty),
    ]
    return Shape("minutes_in_labels", "contact log.csv", text(rows), {"sessions": truth})


@shape
def blocks_of_students() -> Shape:
    """One sheet, a block a student: the name above each block, headings again, a subtotal below."""
    rows = [
        ["PT Log - Fall 2025", "", "", ""],
        [],
        ["Student: Abel, Roz", "", "ID: 3401", ""],
        ["Date", "Minutes", "Status", "Therapist"],
        ["9/2/2025", 30, "Completed", "Lowe, Max"],
        ["9/9/2025", 30, "Student Absent", "Lowe, Max"],
        ["Subtotal", 60, "", ""],
        [],
        ["Student: Baird, Sky", "", "ID: 3402", ""],
        ["Date", "Minutes", "Status", "Therapist"],
        ["9/3/2025", 45, "Completed", "Lowe, Max"],
        ["Subtotal", 45, "", ""],
        ["Grand Total", 105, "", ""],
    ]
    max_ = {"provider": "Lowe, Max"}
    truth = [
        given("3401", "2025-09-02", 30, "PT", student="Abel, Roz", **max_),
        missed("3401", "2025-09-09", "student_absent", "PT", student="Abel, Roz", minutes=30, **max_),
        given("3402", "2025-09-03", 45, "PT", student="Baird, Sky", **max_),
    ]
    return Shape("blocks_of_students", "PT fall.xlsx", book({"PT": rows}), {"sessions": truth})


@shape
def make_up_dates() -> Shape:
    """Make-ups name the day they make up, by a column, a mark with a date, or a yes."""
    rows = drawn("""
        Student ID|Service|Session Date|Minutes|Status|Make-up|Date of Missed Session
        22001|OT|9/2/2025|30|Student Absent|No|
        22001|OT|9/12/2025|30|Delivered|Yes|9/2/2025
        22002|OT|9/3/2025|30|Therapist Absent|No|
        22002|OT|9/15/2025|30|Make-up for 9/3/2025||
        22003|OT|9/16/2025|20|Delivered|Yes|
        """)
    make_up = {"status": "make_up"}
    truth = [
        missed("22001", "2025-09-02", "student_absent", minutes=30),
        given("22001", "2025-09-12", 30, makes_up_date="2025-09-02") | make_up,
        missed("22002", "2025-09-03", "provider_absent", minutes=30),
        given("22002", "2025-09-15", 30, makes_up_date="2025-09-03") | make_up,
        given("22003", "2025-09-16", 20) | make_up,
    ]
    return Shape("make_up_dates", "ot makeups.csv", text(rows), {"sessions": truth})


@shape
def day_first() -> Shape:
    """A date that can only be day first makes the order a question: what reads two ways waits."""
    rows = drawn("""
        Student ID|Service|Date|Minutes
        23001|OT|25/09/2025|30
        23001|OT|02/10/2025|30
        23002|OT|10/10/2025|30
        """)
    truth = [given("23002", "2025-10-10", 30)]
    return Shape(
        "day_first", "uk style.csv", text(rows), {"sessions": truth},
        {"sessions": {"waiting": [2, 3]}}, ("25/09/2025",),
    )  # fmt: skip


@shape
def no_headings() -> Shape:
    """No header at all: the columns must be named; nothing goes in."""
    rows = drawn("""
        24001|OT|9/8/2025|30|Completed
        24002|OT|9/8/2025|30|Completed
        24001|OT|9/15/2025|30|Student Absent
        """)
    return Shape("no_headings", "dump.csv", text(rows), refused="no column says")


@shape
def yearly_summary() -> Shape:
    """A summary of minutes by reason holds no sessions and no lines: nothing may be made of it."""
    rows = drawn("""
        Student|Service|Maximum Allowable Minutes|Minutes Provided|Minutes Not Provided - Student Absence|Minutes Not Provided - Provider Absence|Total Minutes Accounted For
        Hyde, Gil|OT|1080|600|120|60|780
        Ives, Meg|PT|540|300|0|30|330
        """)  # noqa: E501
    return Shape("yearly_summary", "fidelity summary.csv", text(rows), held={"service_lines": {"rejected": [2, 3]}})


@shape
def dictionary_below() -> Shape:
    """An empty first column, a key of the codes beneath the data, a status that repeats the key."""
    rows = [
        ["", "Student ID", "Date", "Service", "Minutes", "Status"],
        ["", "25001", "10/7/2025", "OT", 30, "D"],
        ["", "25002", "10/7/2025", "OT", 30, "SA"],
        ["", "25001", "10/14/2025", "OT", 30, "PNA"],
        ["", "25002", "10/14/2025", "OT", 20, "D"],
        [],
        ["", "Key:"],
        ["", "D = direct service delivered"],
        ["", "SA = student absent"],
    ]
    truth = [
        given("25001", "2025-10-07", 30),
        missed("25002", "2025-10-07", "student_absent", minutes=30),
        missed("25001", "2025-10-14", "provider_absent", minutes=30),
        given("25002", "2025-10-14", 20),
    ]
    return Shape("dictionary_below", "log.xlsx", book({"Log": rows}), {"sessions": truth})


@shape
def groups_sideways() -> Shape:
    """Date and minutes repeated sideways, a row a student."""
    rows = drawn("""
        Student ID|Student|Service|Date 1|Min 1|Date 2|Min 2|Date 3|Min 3
        26001|Jett, Ora|OT|9/8/2025|30|9/15/2025|30|9/22/2025|25
        26002|Kerr, Al|OT|9/9/2025|45|||9/23/2025|45
        """)
    ora, al = {"student": "Jett, Ora"}, {"student": "Kerr, Al"}
    truth = [
        given("26001", "2025-09-08", 30, **ora),
        given("26001", "2025-09-15", 30, **ora),
        given("26001", "2025-09-22", 25, **ora),
        given("26002", "2025-09-09", 45, **al),
        given("26002", "2025-09-23", 45, **al),
    ]
    return Shape("groups_sideways", "sessions.csv", text(rows), {"sessions": truth})


@shape
def what_kind_of_type() -> Shape:
    """Service Type holds direct or consult, Setting the place, Provider Type the role that names the service."""
    rows = drawn("""
        Student ID|Encounter Date|Service Type|Setting|Group Size|Provider Type|Provider|Actual Minutes|Session Status
        27001|2025-09-08|Direct|Push-in|1|OTR|Boone, Cal|30|Completed
        27002|2025-09-08|Consult|Classroom|1|OTR|Boone, Cal|15|Completed
        27001|2025-09-15|Direct|Pull-out|3|COTA|Drake, Eli|30|Completed
        """)
    cal = {"provider": "Boone, Cal", "group_size": 1, "grouping": "individual"}
    truth = [
        given("27001", "2025-09-08", 30, kind="direct", setting="push_in", **cal),
        given("27002", "2025-09-08", 15, kind="indirect", setting="push_in", **cal),
        given("27001", "2025-09-15", 30, kind="direct", setting="pull_out", group_size=3, grouping="group",
              provider="Drake, Eli"),
    ]  # fmt: skip
    return Shape("what_kind_of_type", "encounters.csv", text(rows), {"sessions": truth})


@shape
def groups_planned_and_kept() -> Shape:
    """How many were to come stands beside how many came."""
    rows = drawn("""
        Student ID|Service|Date|Planned Group|Actual Group|Minutes|Status
        28001|OT|2025-09-08|3|2|30|Completed
        28002|OT|2025-09-08|3|2|30|Completed
        28001|OT|2025-09-15|3|1|30|Completed
        """)
    two, one = {"group_size": 2, "grouping": "group"}, {"group_size": 1, "grouping": "individual"}
    truth = [
        given("28001", "2025-09-08", 30, **two), given("28002", "2025-09-08", 30, **two),
        given("28001", "2025-09-15", 30, **one),
    ]  # fmt: skip
    return Shape("groups_planned_and_kept", "kept.csv", text(rows), {"sessions": truth})
