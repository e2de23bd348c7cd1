"""Logs of other systems, kept books and forms."""

from datetime import date

from tests.shapes.shape import Merged, Shape, book, drawn, given, missed, shape, text


@shape
def caseload_encounters() -> Shape:
    """Encounters with planned and actual times, a delivery code, and the approver who isn't the therapist."""
    rows = drawn("""
        Encounter #|Pupil Last Name|Pupil First Name|Pupil ID|Treatment Date|Discipline|Planned Min|Actual Min|Delivery Method|Group Size|Outcome|Therapist Name|Approved By|Approval Date
        E-1|Ahn|Bea|101-01|09/03/2025|OT|30|30|In Person|1|Session Held|Fry, Cal|Gale, Dot|09/30/2025
        E-2|Ahn|Bea|101-01|09/10/2025|OT|30|0|In Person|1|Student Ill|Fry, Cal|Gale, Dot|09/30/2025
        E-3|Bo|Cy|101-02|09/03/2025|OT|45|40|Teletherapy|1|Session Held|Fry, Cal|Gale, Dot|09/30/2025
        """)  # noqa: E501
    bea = {"student": "Ahn, Bea", "provider": "Fry, Cal", "group_size": 1, "grouping": "individual"}
    truth = [
        given("101-01", "2025-09-03", 30, session_id="E-1", **bea),
        missed("101-01", "2025-09-10", "student_absent", session_id="E-2", **bea, minutes=0),
        given("101-02", "2025-09-03", 40, session_id="E-3", student="Bo, Cy", provider="Fry, Cal", group_size=1,
              grouping="individual", setting="tele"),
    ]  # fmt: skip
    return Shape("caseload_encounters", "encounters.csv", text(rows), {"sessions": truth})


@shape
def hours_invoice() -> Shape:
    """A vendor's time sheet: time in and out, hours, bill rate, a PO number, subtotals per student."""
    rows = [
        ["Summit Staffing - Timesheet Detail", "", "", "", "", "", "", ""],
        ["Clinician: Holt, Ann (SLP)", "", "", "", "", "", "", ""],
        ["Work Date", "Client Name", "Client ID", "Time In", "Time Out", "Hours", "Bill Rate", "PO #"],
        ["09/08/2025", "Iwu, Obi", "201", "9:00 AM", "9:30 AM", "0.50", "92.00", "PO-77"],
        ["09/15/2025", "Iwu, Obi", "201", "9:00 AM", "9:45 AM", "0.75", "92.00", "PO-77"],
        ["Subtotal Iwu, Obi", "", "", "", "", "1.25", "", ""],
        ["09/08/2025", "Jain, Raj", "202", "10:00 AM", "10:30 AM", "0.50", "92.00", "PO-77"],
        ["Subtotal Jain, Raj", "", "", "", "", "0.50", "", ""],
        ["Grand Total", "", "", "", "", "1.75", "", ""],
    ]
    ann = {"provider": "Holt, Ann"}
    nine = {"start_time": "09:00", **ann, "student": "Iwu, Obi"}
    truth = [
        given("201", "2025-09-08", 30, "SLP", **nine, end_time="09:30"),
        given("201", "2025-09-15", 45, "SLP", **nine, end_time="09:45"),
        given("202", "2025-09-08", 30, "SLP", student="Jain, Raj", **ann, start_time="10:00", end_time="10:30"),
    ]
    return Shape("hours_invoice", "timesheet.csv", text(rows), {"sessions": truth})


@shape
def another_form() -> Shape:
    """Questions as headings, a choice of answers that says present or why not."""
    rows = drawn("""
        Timestamp|Your name|Student name|Student ID number|Type of therapy|Date you saw the student|Length of session (minutes)|Was the student present?|Is this a make-up session?|Comments or concerns
        10/6/2025 10:15:00|Kerr, Lou|Lund, Mia|301|Speech Therapy|10/6/2025|30|Yes|No|great day
        10/7/2025 9:40:12|Kerr, Lou|Moe, Nat|302|Speech Therapy|10/7/2025|20|No|No|
        10/9/2025 11:00:00|Kerr, Lou|Moe, Nat|302|Speech Therapy|10/9/2025|20|Yes|Yes|
        """)  # noqa: E501
    lou = {"provider": "Kerr, Lou"}
    truth = [
        given("301", "2025-10-06", 30, "SLP", student="Lund, Mia", **lou, logged_on="2025-10-06"),
        missed("302", "2025-10-07", None, "SLP", student="Moe, Nat", **lou, minutes=20, logged_on="2025-10-07"),
        given("302", "2025-10-09", 20, "SLP", student="Moe, Nat", **lou, logged_on="2025-10-09")
        | {"status": "make_up"},
    ]
    return Shape("another_form", "responses.csv", text(rows), {"sessions": truth})


@shape
def units_only() -> Shape:
    """Units of fifteen minutes and nothing else that tells time; a place of service; a decision that isn't known."""
    rows = drawn("""
        Student SASID|Student Name|DOS|Service Description|Units (15 min)|Place of Service|Session Note Status
        401|Nall, Ora|9/4/2025|Occupational Therapy, individual|2|School|Signed
        402|Otis, Pam|9/4/2025|Occupational Therapy, group|3|School|Signed
        """)
    truth = [
        given("401", "2025-09-04", 30, student="Nall, Ora", grouping="individual"),
        given("402", "2025-09-04", 45, student="Otis, Pam", grouping="group"),
    ]
    return Shape("units_only", "service detail.csv", text(rows), {"sessions": truth})


@shape
def two_week_grid() -> Shape:
    """Dates with weekdays as headings, a blank row under them, initials in the corner, minutes and words beneath."""
    rows = [
        ["PT Attendance Sheet", "", "", "", "", ""],
        ["PT: Quan, Rae", "", "", "", "", ""],
        ["Name", "Student No.", "Mon 9/8/25", "Wed 9/10/25", "Mon 9/15/25", "Wed 9/17/25"],
        ["Ross, Sid", "501", "30", "absent", "30", "no school"],
        ["Tull, Una", "502", "", "45", "", "45"],
        ["Total", "", "30", "45", "30", "45"],
    ]
    rae = {"provider": "Quan, Rae"}
    sid, una = {"student": "Ross, Sid", **rae}, {"student": "Tull, Una", **rae}
    truth = [
        given("501", "2025-09-08", 30, "PT", **sid),
        missed("501", "2025-09-10", "student_absent", "PT", **sid),
        given("501", "2025-09-15", 30, "PT", **sid),
        missed("501", "2025-09-17", "holiday", "PT", **sid),
        given("502", "2025-09-10", 45, "PT", **una),
        given("502", "2025-09-17", 45, "PT", **una),
    ]
    return Shape("two_week_grid", "attendance.csv", text(rows), {"sessions": truth})


@shape
def pairs_under_dates() -> Shape:
    """Under each merged date two columns: minutes and attendance."""
    rows = [
        ["", "", Merged("9/9/2025", 2), "", Merged("9/16/2025", 2), "", Merged("9/23/2025", 2), ""],
        ["Student ID", "Service", "Min", "Att", "Min", "Att", "Min", "Att"],
        ["601", "OT", 30, "Present", 0, "Student Absent", 30, "Present"],
        ["602", "OT", 20, "Present", 20, "Present", 0, "Therapist Absent"],
    ]
    truth = [
        given("601", "2025-09-09", 30),
        missed("601", "2025-09-16", "student_absent", minutes=0),
        given("601", "2025-09-23", 30),
        given("602", "2025-09-09", 20),
        given("602", "2025-09-16", 20),
        missed("602", "2025-09-23", "provider_absent", minutes=0),
    ]
    return Shape("pairs_under_dates", "by date.xlsx", book({"OT": rows}), {"sessions": truth})


@shape
def reasons_as_columns() -> Shape:
    """A tick under the one of several columns that says what became of the session."""
    rows = drawn("""
        Student ID|Service|Date|Minutes|Delivered|Student Absent|Provider Absent|School Closed
        701|OT|9/8/2025|30|X|||
        701|OT|9/15/2025|30||X||
        702|OT|9/8/2025|30|||X|
        702|OT|9/15/2025|30||||X
        """)
    truth = [
        given("701", "2025-09-08", 30),
        missed("701", "2025-09-15", "student_absent", minutes=30),
        missed("702", "2025-09-08", "provider_absent", minutes=30),
        missed("702", "2025-09-15", "holiday", minutes=30),
    ]
    return Shape("reasons_as_columns", "log.csv", text(rows), {"sessions": truth})


@shape
def fully_numeric_codes() -> Shape:
    """Numbers as codes of attendance: nobody can know them; each is asked and its rows wait."""
    rows = drawn("""
        StudentID|ServiceType|ServiceDate|Mins|AttendanceCode
        801|OT|2025-09-08|30|1
        801|OT|2025-09-15|30|2
        802|OT|2025-09-08|30|1
        """)
    waiting = {"sessions": {"waiting": [2, 3, 4]}}
    return Shape("fully_numeric_codes", "att.csv", text(rows), {}, waiting, ("1", "2"))


@shape
def evaluation_and_travel() -> Shape:
    """A therapist's day: treatment, consult with staff, and paperwork without a child, which is left out as nobody's."""
    rows = drawn("""
        Date|Activity|Student|Start|Stop|Total Min|Location
        9/8/2025|Direct Therapy|Uhl, Vic|8:30|9:00|30|Therapy Room
        9/8/2025|Consultation|Uhl, Vic|9:00|9:15|15|Classroom
        9/8/2025|Documentation||9:15|9:45|30|Office
        9/8/2025|Travel||9:45|10:00|15|
        """)
    truth = [
        given(
            "Uhl, Vic",
            "2025-09-08",
            30,
            student="Uhl, Vic",
            kind="direct",
            start_time="08:30",
            end_time="09:00",
            setting="pull_out",
        ),
        given(
            "Uhl, Vic",
            "2025-09-08",
            15,
            kind="indirect",
            start_time="09:00",
            end_time="09:15",
            setting="push_in",
        ),
    ]
    return Shape("evaluation_and_travel", "OT day log.csv", text(rows), {"sessions": truth})


@shape
def misspelt() -> Shape:
    """Misspelt headings, stray spaces, a blank row in the middle and a footer."""
    rows = [
        ["Studnet Name ", " Student I.D.", "Servise", "Date of Sevice", "Minuets", "Atendance"],
        ["Voll, Wim", "901", "OT", "9/8/2025", "30", "present"],
        ["", "", "", "", "", ""],
        ["Voll, Wim", "901", "OT", "9/15/2025", "30", "ABSENT"],
        ["Wynn, Xi", "902", "O.T.", "9/15/2025", "30", "Present "],
        ["Report generated 10/1/2025 by the district office"],
    ]
    wim = {"student": "Voll, Wim"}
    truth = [
        given("901", "2025-09-08", 30, **wim),
        missed("901", "2025-09-15", "student_absent", **wim, minutes=30),
        given("902", "2025-09-15", 30, student="Wynn, Xi"),
    ]
    return Shape("misspelt", "log.csv", text(rows), {"sessions": truth})


@shape
def month_sheets_of_logs() -> Shape:
    """A sheet a month with the same log, columns in another order, one of them with real dates and times."""
    september = [["Date", "Student", "ID", "Svc", "Min"], [date(2025, 9, 8), "Yap, Zoe", "1001", "OT", 30]]
    october = [["ID", "Student", "Min", "Svc", "Date"], ["1001", "Yap, Zoe", 25, "OT", date(2025, 10, 6)]]
    notes = [["Remember to send logs by the 5th of each month"]]
    zoe = {"student": "Yap, Zoe"}
    truth = [given("1001", "2025-09-08", 30, **zoe), given("1001", "2025-10-06", 25, **zoe)]
    data = book({"Sept 2025": september, "Oct 2025": october, "Notes": notes})
    return Shape("month_sheets_of_logs", "OT 25-26.xlsx", data, {"sessions": truth})


@shape
def compensatory() -> Shape:
    """Compensatory minutes beside regular ones, with the award they are for."""
    rows = drawn("""
        Student ID|Service|Service Date|Minutes|Session Status|Comp Ed Award #
        1101|SLP|11/3/2025|30|Completed|
        1101|SLP|11/4/2025|60|Completed|CA-12
        """)
    truth = [given("1101", "2025-11-03", 30, "SLP"), given("1101", "2025-11-04", 60, "SLP", award_id="CA-12")]
    return Shape("compensatory", "log.csv", text(rows), {"sessions": truth})
