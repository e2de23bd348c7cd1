"""Workbooks that therapists keep, and answers to forms."""

from datetime import date, timedelta

from tests.shapes.shape import Merged, Shape, book, drawn, given, missed, shape, text


@shape
def form_answers() -> Shape:
    """Answers to a form: a stamp of when they were sent, an address, and questions as headings."""
    rows = drawn("""
        Timestamp|Email Address|Student's Name (Last, First)|What service did you provide?|Date of session|How many minutes was the session?|Did the session take place?|If the session did not take place, why?|Where did the session take place?
        9/9/2025 15:32:10|p.ruiz@example.org|Arce, Dov|Occupational Therapy|9/8/2025|30|Yes||Therapy room
        9/16/2025 8:01:44|p.ruiz@example.org|Arce, Dov|Occupational Therapy|9/15/2025|30|No|Student absent|
        9/16/2025 8:02:10|p.ruiz@example.org|Boll, Ewa|Occupational Therapy|9/15/2025|45|Yes||General education classroom
        """)  # noqa: E501
    truth = [
        given("Arce, Dov", "2025-09-08", 30, setting="pull_out", logged_on="2025-09-09"),
        missed("Arce, Dov", "2025-09-15", "student_absent", minutes=30, logged_on="2025-09-16"),
        given("Boll, Ewa", "2025-09-15", 45, setting="push_in", logged_on="2025-09-16"),
    ]
    return Shape("form_answers", "OT Log (Responses).csv", text(rows), {"sessions": truth})


@shape
def weekly_ticks() -> Shape:
    """A column a week's date with ticks; a tick takes its row's minutes, A is asked, a dash is nothing."""
    rows = drawn("""
        OT Attendance 2025-26||||||
        Student|ID|Min|9/8/2025|9/15/2025|9/22/2025|9/29/2025
        Carr, Gus|67001|30|✓|✓|A|✓
        Dorn, Hal|67002|45|✓|-|✓|SA
        """)
    gus, hal = {"student": "Carr, Gus"}, {"student": "Dorn, Hal"}
    truth = [
        given("67001", "2025-09-08", 30, **gus),
        given("67001", "2025-09-15", 30, **gus),
        given("67001", "2025-09-29", 30, **gus),
        given("67002", "2025-09-08", 45, **hal),
        given("67002", "2025-09-22", 45, **hal),
        missed("67002", "2025-09-29", "student_absent", **hal, minutes=45),
    ]
    waiting = {"sessions": {"waiting": [3]}}
    return Shape("weekly_ticks", "attendance.csv", text(rows), {"sessions": truth}, waiting, ("A",))


@shape
def student_blocks() -> Shape:
    """A block a student with its own labels, headings and subtotal; what the IEP obliges stands in the label."""
    blocks = []
    for name, number, days in (
        ("Enge, Ilse", "68001", [("9/8/2025", "30", "Present"), ("9/15/2025", "30", "Absent")]),
        ("Fink, Jon", "68002", [("9/9/2025", "20", "Present"), ("9/16/2025", "20", "Present")]),
    ):
        blocks += [
            [f"Student: {name}", "", f"ID: {number}", "Service: OT"],
            ["Date", "Minutes", "Attendance", "Comments"],
            *([*one, ""] for one in days),
            ["Total", "60" if number == "68001" else "40", "", ""],
            [],
        ]
    ilse, jon = {"student": "Enge, Ilse"}, {"student": "Fink, Jon"}
    truth = [
        given("68001", "2025-09-08", 30, **ilse),
        missed("68001", "2025-09-15", "student_absent", **ilse, minutes=30),
        given("68002", "2025-09-09", 20, **jon),
        given("68002", "2025-09-16", 20, **jon),
    ]
    return Shape("student_blocks", "my kids.xlsx", book({"Log": blocks}), {"sessions": truth})


@shape
def two_languages() -> Shape:
    """Headings and words in Spanish beside English."""
    rows = drawn("""
        Estudiante / Student|Número de ID / ID Number|Fecha / Date|Servicio / Service|Minutos / Minutes|Asistencia / Attendance
        Gómez, Luz|69001|9/8/2025|Terapia ocupacional / OT|30|Presente / Present
        Gómez, Luz|69001|9/15/2025|Terapia ocupacional / OT|30|Ausente / Absent
        Hale, Max|69002|9/8/2025|Terapia ocupacional / OT|45|Presente / Present
        """)
    luz = {"student": "Gómez, Luz"}
    truth = [
        given("69001", "2025-09-08", 30, **luz),
        missed("69001", "2025-09-15", "student_absent", **luz, minutes=30),
        given("69002", "2025-09-08", 45, student="Hale, Max"),
    ]
    return Shape("two_languages", "registro.csv", text(rows, encoding="utf-8-sig"), {"sessions": truth})


@shape
def scores_beside_minutes() -> Shape:
    """Accuracy and trials beside the minutes: scores are no minutes, and the log is no list of goals."""
    rows = drawn("""
        Date|Student ID|Service|Goal #|Accuracy %|Trials|Cues|Min|Grp Size
        9/8/2025|70001|Speech|1|80|10|Min|30|2
        9/8/2025|70002|Speech|3|65|20|Mod|30|2
        9/15/2025|70001|Speech|1|85|10|Min|25|1
        """)
    two, one = {"group_size": 2, "grouping": "group"}, {"group_size": 1, "grouping": "individual"}
    truth = [
        given("70001", "2025-09-08", 30, "SLP", **two),
        given("70002", "2025-09-08", 30, "SLP", **two),
        given("70001", "2025-09-15", 25, "SLP", **one),
    ]
    return Shape("scores_beside_minutes", "data log.csv", text(rows), {"sessions": truth})


@shape
def group_of_three() -> Shape:
    """One row a group session with a column for each student."""
    rows = drawn("""
        Date|Service|Minutes|Student 1|Student 2|Student 3
        9/8/2025|Counseling|30|Ives, Kai|Jung, Lea|Kane, Mo
        9/15/2025|Counseling|30|Ives, Kai|Jung, Lea|
        """)
    three, two = {"grouping": "group", "group_size": 3}, {"grouping": "group", "group_size": 2}
    truth = [given(who, "2025-09-08", 30, "COUNSELING", **three) for who in ("Ives, Kai", "Jung, Lea", "Kane, Mo")]
    truth += [given(who, "2025-09-15", 30, "COUNSELING", **two) for who in ("Ives, Kai", "Jung, Lea")]
    return Shape("group_of_three", "groups.csv", text(rows), {"sessions": truth})


@shape
def flags_of_make_up() -> Shape:
    """A make-up flag with the day it is for; duration as h:mm; CAPS and line breaks in headings."""
    rows = [
        [
            "STUDENT\nID",
            "SERVICE\nTYPE",
            "DATE OF\nSERVICE",
            "DURATION\n(HH:MM)",
            "MAKE-UP?\n(Y/N)",
            "MAKE-UP FOR\n(DATE)",
        ],
        ["71001", "OT", "10/6/2025", "0:30", "N", ""],
        ["71001", "OT", "10/16/2025", "0:30", "Y", "10/13/2025"],
        ["71002", "OT", "10/6/2025", "1:00", "N", ""],
        ["71002", "OT", "10/17/2025", "0:45", "Y", ""],
    ]
    made_up = {"status": "make_up"}
    truth = [
        given("71001", "2025-10-06", 30),
        given("71001", "2025-10-16", 30, makes_up_date="2025-10-13") | made_up,
        given("71002", "2025-10-06", 60),
        given("71002", "2025-10-17", 45) | made_up,
    ]
    return Shape("flags_of_make_up", "ot.csv", text(rows), {"sessions": truth})


@shape
def half_hours() -> Shape:
    """A part of an hour; the same day in four spellings; Excel's own dates and times in a workbook."""
    first = date(2025, 9, 8)
    rows = [
        [Merged("OT contact log", 6)],
        ["Kid", "ID#", "Svc Dt", "Hrs", "Where", "Attended (Y/N)"],
        ["Lomax, Nia", "72001", first, 0.5, "Push-In", "Y"],
        ["Lomax, Nia", "72001", "Sept. 15, 2025", 0.5, "Pull-Out", "Y"],
        ["Mott, Oz", "72002", "2025-09-08", 0.75, "Push-In", "N"],
        ["Mott, Oz", "72002", first + timedelta(days=7), 1, "Pull-Out", "Y"],
    ]
    nia, oz = {"student": "Lomax, Nia"}, {"student": "Mott, Oz"}
    truth = [
        given("72001", "2025-09-08", 30, **nia, setting="push_in"),
        given("72001", "2025-09-15", 30, **nia, setting="pull_out"),
        missed("72002", "2025-09-08", None, **oz, minutes=45, setting="push_in"),
        given("72002", "2025-09-15", 60, **oz, setting="pull_out"),
    ]
    return Shape("half_hours", "contact log.xlsx", book({"Sept": rows}), {"sessions": truth})


@shape
def days_first() -> Shape:
    """One day can only be read day first, so that the others are asked; the date of birth isn't the session's day."""
    rows = drawn("""
        Student ID|Birth Date|Service|Session Date|Minutes
        73101|05/04/2016|OT|08/09/2025|30
        73101|05/04/2016|OT|15/09/2025|30
        """)
    waiting = {"sessions": {"waiting": [2, 3]}}
    return Shape("days_first", "log.csv", text(rows), {}, waiting, ("15/09/2025",))


@shape
def missed_then_made_up() -> Shape:
    """A missed session with its make-up in the same row: the missed one goes in; the make-up isn't lost in silence."""
    rows = drawn("""
        Student ID|Service|Date|Minutes|Attendance|Reason|Makeup Completed On
        74001|OT|9/8/2025|30|Present||
        74001|OT|9/15/2025|30|Absent|Student ill|9/18/2025
        """)
    truth = [given("74001", "2025-09-08", 30), missed("74001", "2025-09-15", "student_absent", minutes=30)]
    return Shape("missed_then_made_up", "log.csv", text(rows), {"sessions": truth}, asked=("Makeup Completed On",))


@shape
def month_of_letters() -> Shape:
    """Weekday letters over the days, two rows a student (planned, given), a legend below."""
    days = {3: "30", 10: "30", 17: "SA", 24: "30"}
    marks = [days.get(day, "") for day in range(1, 31)]
    rows = [
        ["SPEECH THERAPY MONTHLY LOG", *[""] * 32],
        ["Month/Year: September 2025", "", "School: Oak Middle", *[""] * 30],
        ["Student Name", "Student ID", "Grade", *range(1, 31)],
        ["Nye, Pax", "75001", "6", *marks],
        ["Orr, Qi", "75002", "7", *("20" if day == 4 else "" for day in range(1, 31))],
        [],
        ["SA = student absent   TA = therapist absent"],
    ]
    pax, same = {"student": "Nye, Pax"}, {"school": "Oak Middle"}
    truth = [
        given("75001", "2025-09-03", 30, "SLP", **pax, **same),
        given("75001", "2025-09-10", 30, "SLP", **pax, **same),
        missed("75001", "2025-09-17", "student_absent", "SLP", **pax, **same),
        given("75001", "2025-09-24", 30, "SLP", **pax, **same),
        given("75002", "2025-09-04", 20, "SLP", student="Orr, Qi", **same),
    ]
    return Shape("month_of_letters", "sept.xlsx", book({"Log": rows}), {"sessions": truth})


@shape
def two_rows_of_headings() -> Shape:
    """Merged groups over a log: Session (Date, Start, End), Outcome (Code, Reason)."""
    rows = [
        [Merged("Student", 2), "", Merged("Session", 3), "", "", Merged("Outcome", 2), ""],
        ["Name", "ID", "Date", "Start", "End", "Status", "Reason"],
        ["Pell, Ray", "76001", "9/8/2025", "9:00", "9:30", "Completed", ""],
        ["Pell, Ray", "76001", "9/15/2025", "9:00", "9:30", "Missed", "Therapist in IEP meeting"],
    ]
    ray = {"student": "Pell, Ray", "start_time": "09:00", "end_time": "09:30"}
    truth = [
        given("76001", "2025-09-08", 30, **ray),
        missed("76001", "2025-09-15", "provider_meeting", **ray),
    ]
    return Shape("two_rows_of_headings", "log.xlsx", book({"OT": rows}), {"sessions": truth})
