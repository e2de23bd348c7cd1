"""Logs with bands of students between the rows, and cells that hold several facts."""

from tests.shapes.shape import Shape, book, drawn, given, missed, shape, text


@shape
def bands_of_students() -> Shape:
    """A band over each block tells the student, the id, the service and what is promised, which makes no line; under a
    band that can't be read the rows are nobody's."""
    rows = drawn(
        """
        Service Delivery Detail by Student
        Reporting Period: 10/01/2025 to 10/31/2025

        Date of Service|Start|End|Min|Grp Size|Session Status|Service Provider|Session Notes
        Dorsey, Mila  /  ID: 204118  /  Occupational Therapy  /  IEP: 2 x 30 min weekly  /  09/15/2025 - 09/14/2026
        10/07/2025|9:00 AM|9:30 AM|30|1|Delivered|Ash, Ned|cutting
        10/09/2025|9:00 AM|9:30 AM|0|1|Student Absent|Ash, Ned|
        ||Total:|30
        Dorsey, Mila  /  ID: 204118  /  Speech Therapy  /  IEP: 1 x 20 min weekly
        10/08/2025|1:10 PM|1:30 PM|20|3|Delivered|Beck, Ivy|
        Eads Flo 204119 speech
        10/10/2025|1:10 PM|1:30 PM|20|3|Delivered|Beck, Ivy|
        Fern-Lund, Gil  /  ID: 204120  /  Physical Therapy
        10/13/2025|8:15 AM|9:00 AM|45|1|Delivered|Cole, Sam|stairs
        Report Total:|||95
        """.replace("  /  ", "  \u2022  ")
    )
    mila = {"student": "Dorsey, Mila"}
    alone, three = {"group_size": 1, "grouping": "individual"}, {"group_size": 3, "grouping": "group"}
    nine = {"start_time": "09:00", "end_time": "09:30", "provider": "Ash, Ned"}
    truth = [
        given("204118", "2025-10-07", 30, **mila, **nine, **alone),
        missed("204118", "2025-10-09", "student_absent", minutes=0, **mila, **nine, **alone),
        given("204118", "2025-10-08", 20, "SLP", **mila, **three, start_time="13:10", end_time="13:30", provider="Beck, Ivy"),
        given("204120", "2025-10-13", 45, "PT", student="Fern-Lund, Gil", provider="Cole, Sam", start_time="08:15",
              end_time="09:00", **alone),
    ]  # fmt: skip
    held = {"sessions": {"rejected": [12]}}
    return Shape("bands_of_students", "detail.xlsx", book({"Sheet1": rows}), {"sessions": truth}, held)


@shape
def labels_of_one_student_end() -> Shape:
    """The id in a head block is that of its student, and of no other below who has none."""
    rows = drawn("""
        Student Visits
        Student: Dorsey, Mila|ID: 204118|Grade: 3
        Date|Minutes|Status|Service
        10/7/2025|30|Attended|OT

        Student: Eads, Flo
        Date|Minutes|Status|Service
        10/8/2025|20|Attended|OT
        """)
    truth = [given("204118", "2025-10-07", 30, student="Dorsey, Mila"), given("Eads, Flo", "2025-10-08", 20)]
    return Shape("labels_of_one_student_end", "visits.csv", text(rows), {"sessions": truth})


@shape
def a_session_in_one_cell() -> Shape:
    """The day, both times and the length in one cell; the size of the group in words; who entered it is no provider."""
    rows = drawn("""
        Student|SIS ID|Service|Session|Group|Outcome|Provider|Entered By|Entered
        Dorsey, Mila|IL3309|OT|10/06/2025 9:00 AM - 9:30 AM (30 min)|Individual|Provided|Ash, Ned|Brand, Jean|10/13/2025
        Eads, Flo|IL3312|OT|10/06/2025 9:40 AM - 10:10 AM|Group of 3|Not Provided: Student Absent|Ash, Ned|Brand, Jean|10/13/2025
        Dorsey, Mila|IL3309|OT|10/10/2025 1:15 PM - 1:35 PM (20 min)|Individual|Provided (Make-up)|Ash, Ned|Brand, Jean|10/17/2025
        """)
    ned, early = {"provider": "Ash, Ned"}, {"logged_on": "2025-10-13"}
    mila = {"student": "Dorsey, Mila", "grouping": "individual", **ned}
    flo = {"student": "Eads, Flo", "grouping": "group", "group_size": 3, **ned}
    made_up = {"start_time": "13:15", "end_time": "13:35", "logged_on": "2025-10-17"}
    truth = [
        given("IL3309", "2025-10-06", 30, start_time="09:00", end_time="09:30", **mila, **early),
        missed("IL3312", "2025-10-06", "student_absent", start_time="09:40", end_time="10:10", **flo, **early),
        given("IL3309", "2025-10-10", 20, **mila, **made_up) | {"status": "make_up"},
    ]
    return Shape("a_session_in_one_cell", "service log.csv", text(rows), {"sessions": truth})


@shape
def two_facts_in_a_cell() -> Shape:
    """Name and id, service and grouping, day and time, provider and title, each in one cell as the heading says."""
    rows = drawn("""
        Student (ID)|Service / Type|Date and Time|Minutes|Log Type|Provider / Title
        Dorsey, Mila (3301116)|Physical Therapy / Individual|12/02/2025 08:30 AM|30|Service Provided|Cole, Sam / Physical Therapist
        Eads, Flo (3301117)|Speech Therapy / Group|12/02/2025 09:15 AM|0|Student Absence|Beck, Ivy / Speech-Language Pathologist
        """)  # noqa: E501
    mila = {"student": "Dorsey, Mila", "provider": "Cole, Sam", "grouping": "individual", "start_time": "08:30"}
    flo = {"student": "Eads, Flo", "provider": "Beck, Ivy", "grouping": "group", "start_time": "09:15"}
    truth = [
        given("3301116", "2025-12-02", 30, "PT", **mila),
        missed("3301117", "2025-12-02", "student_absent", "SLP", minutes=0, **flo),
    ]
    return Shape("two_facts_in_a_cell", "documentation.txt", text(rows, "\t"), {"sessions": truth})


@shape
def a_time_log_with_lunch() -> Shape:
    """Rows of travel, lunch and planning have no student and are no sessions; two students in a cell are two."""
    rows = drawn("""
        OT Time Log - Tess Hollow, COTA/L
        Date|From|To|Minutes|Activity|Student(s)|School|Comment
        10/1/2025|8:00 AM|8:15 AM|15|Planning||Birch Hollow|sensory bins
        10/1/2025|8:15 AM|8:45 AM|30|Direct service|Dorsey, Mila|Birch Hollow|
        10/1/2025|8:50 AM|9:20 AM|30|Direct service|Eads, Flo; Fern, Gil|Birch Hollow|pencil grips
        10/1/2025|9:25 AM|9:40 AM|15|Teacher consult|Eads, Flo|Birch Hollow|
        10/1/2025|9:40 AM|10:05 AM|25|Travel|||11 mi
        10/1/2025|11:00 AM|11:30 AM|30|Lunch|||
        ||Total|145
        """)
    told = {"provider": "Hollow, Tess", "school": "Birch Hollow", "kind": "direct"}
    alone = {"grouping": "individual", "group_size": 1}
    two = {"grouping": "group", "group_size": 2, "start_time": "08:50", "end_time": "09:20", **told}
    truth = [
        given("Dorsey, Mila", "2025-10-01", 30, start_time="08:15", end_time="08:45", **alone, **told),
        given("Eads, Flo", "2025-10-01", 30, **two),
        given("Fern, Gil", "2025-10-01", 30, **two),
        given("Eads, Flo", "2025-10-01", 15, start_time="09:25", end_time="09:40", **alone, **told)
        | {"kind": "indirect", "setting": "consult_staff"},
    ]
    return Shape("a_time_log_with_lunch", "time log.csv", text(rows), {"sessions": truth})


@shape
def a_billing_status() -> Shape:
    """Billed, ready to bill, entered and not billable say nothing of the session; an absence among their reasons is asked."""
    rows = drawn("""
        Service History
        Practitioner: Marc Elder, OTR/L||Certification: Occupational Therapist
        Svc Date|MOSIS #|Student|Service Type|Begin Time|End Time|Reason for Treatment|Status|Status Reason
        11/03/2025|41877001|Dorsey, Mila|OT Treatment|08:15|08:45|R27.8|Billed|
        11/03/2025|41877002|Eads, Flo|OT Treatment|09:00|09:30|F82|Not Billable|No consent
        11/05/2025|41877001|Dorsey, Mila|OT Treatment|13:00|13:50|R27.8|Ready to Bill|
        11/10/2025|41877001|Dorsey, Mila|OT Treatment|08:15|08:40|R27.8|Entered|
        11/12/2025|41877002|Eads, Flo|OT Treatment|09:00|09:30|F82|Not Billable|Student absent
        """)
    mila = {"student": "Dorsey, Mila", "provider": "Elder, Marc"}
    truth = [
        given("41877001", "2025-11-03", 30, start_time="08:15", end_time="08:45", **mila),
        given("41877001", "2025-11-05", 50, start_time="13:00", end_time="13:50", **mila),
        given("41877001", "2025-11-10", 25, start_time="08:15", end_time="08:40", **mila),
    ]
    held = {"sessions": {"waiting": [5, 8]}}
    return Shape("a_billing_status", "history.csv", text(rows), {"sessions": truth}, held, ("Status Reason",))


@shape
def moments_of_an_app() -> Shape:
    """A day in words with the time, a length in words, one to one and a group by number; provider and service in the title."""
    rows = [
        ["Physical Therapy sessions - Sandra Eubank, PT, DPT"],
        ["Student", "Session Date", "Duration", "Type", "Attendance", "Avg Data"],
        ["Mila Dorsey", "Oct 6, 2025, 9:15 AM", "30 mins", "1:1", "Present", "80%"],
        ["Flo Eads", "Oct 7, 2025, 1:30 PM", "1 hr 15 mins", "Group (3)", "Present", "50%"],
        ["Mila Dorsey", "Oct 14, 2025, 9:15 AM", "0 mins", "1:1", "Absent (sick)", ""],
    ]
    sandra = {"provider": "Eubank, Sandra"}
    alone, three = {"group_size": 1, "grouping": "individual"}, {"group_size": 3, "grouping": "group"}
    truth = [
        given("Dorsey, Mila", "2025-10-06", 30, "PT", start_time="09:15", **sandra, **alone),
        given("Eads, Flo", "2025-10-07", 75, "PT", start_time="13:30", **sandra, **three),
        missed("Dorsey, Mila", "2025-10-14", "student_absent", "PT", start_time="09:15", minutes=0, **sandra, **alone),
    ]
    return Shape("moments_of_an_app", "sessions export.csv", text(rows), {"sessions": truth})
