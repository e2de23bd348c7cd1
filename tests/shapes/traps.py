"""Files in which a careless reader counts what wasn't given, or promises what the IEP doesn't."""

from datetime import date

from tests.shapes.shape import Merged, Shape, book, drawn, given, line, missed, shape, text, times

START, END = "2025-08-25", "2026-06-05"
DATES = {"start_date": START, "end_date": END}


@shape
def codes_of_attendance() -> Shape:
    """P and A beside a column that says Absent in words: the codes alone are asked, the words aren't."""
    rows = drawn("""
        Student ID|Service|Date|Mins|Att Code
        3001|OT|9/8/2025|30|P
        3001|OT|9/15/2025|30|A
        3002|OT|9/8/2025|30|P - Present
        3002|OT|9/15/2025|30|A - Absent
        """)
    truth = [given("3002", "2025-09-08", 30), missed("3002", "2025-09-15", "student_absent", minutes=30)]
    waiting = {"sessions": {"waiting": [2, 3]}}
    return Shape("codes_of_attendance", "log.csv", text(rows), {"sessions": truth}, waiting, ("P", "A"))


@shape
def percent_attended() -> Shape:
    """A summary by student: sessions scheduled, attended and a percentage are no sessions and no promise."""
    rows = drawn("""
        Student ID|Student|Service|Sessions Scheduled|Sessions Attended|% Attended|Last Session Date
        3101|Ash, Bo|OT|10|8|80%|10/28/2025
        3102|Elm, Cy|OT|10|10|100%|10/30/2025
        """)
    return Shape("percent_attended", "summary.csv", text(rows), refused="summary")


@shape
def consent_dates() -> Shape:
    """A roster with consent, meeting and review dates: none of them is the day that the child came."""
    rows = drawn(
        """
        Student ID|Last Name|First Name|Grade|School|IEP Meeting Date|Consent Date|Next Review Due|Primary Disability
        3201|Fir, Di|Di|2|Oak|10/01/2025|10/03/2025|09/30/2026|SLD
        3202|Gum, Ed|Ed|4|Elm|11/05/2025|11/06/2025|11/04/2026|OHI
        """.replace("Fir, Di", "Fir").replace("Gum, Ed", "Gum")
    )
    truth = [
        {"student_id": "3201", "last_name": "Fir", "first_name": "Di", "grade": "2", "school": "Oak"},
        {"student_id": "3202", "last_name": "Gum", "first_name": "Ed", "grade": "4", "school": "Elm"},
    ]
    return Shape("consent_dates", "iep dates.csv", text(rows), {"students": truth})


@shape
def group_beside_minutes() -> Shape:
    """Small numbers under Grp may be its size or its number: asked, holding nothing; a supervisor doesn't treat."""
    rows = drawn("""
        Date|Student|Stu ID|Svc|Grp|Min|Therapist|Supervising Therapist
        9/8/2025|Hay, Flo|3301|Speech|4|30|Ives, Ann|Jay, Bob
        9/8/2025|Kay, Gus|3302|Speech|4|30|Ives, Ann|Jay, Bob
        9/9/2025|Hay, Flo|3301|Speech|1|20|Ives, Ann|Jay, Bob
        """)
    ann = {"provider": "Ives, Ann"}
    truth = [
        given("3301", "2025-09-08", 30, "SLP", student="Hay, Flo", **ann),
        given("3302", "2025-09-08", 30, "SLP", student="Kay, Gus", **ann),
        given("3301", "2025-09-09", 20, "SLP", student="Hay, Flo", **ann),
    ]
    return Shape("group_beside_minutes", "log.csv", text(rows), {"sessions": truth}, asked=("Grp",))


@shape
def late_and_early() -> Shape:
    """Words that aren't the usual ones: what can't be known waits, and isn't delivered for its minutes."""
    rows = drawn(
        """
        Student ID|Service|Session Date|Minutes|Session Note
        3401|OT|9/8/2025|30|Attended
        3401|OT|9/15/2025|30|Walked out after warm-up
        3402|OT|9/8/2025|30|Therapist pulled for coverage
        3402|OT|9/15/2025|30|Did not attend - sick
        """.replace("Session Note", "Session Outcome")
    )
    truth = [given("3401", "2025-09-08", 30), missed("3402", "2025-09-15", "student_absent", minutes=30)]
    waiting = {"sessions": {"waiting": [3, 4]}}
    asked = ("Walked out after warm-up", "Therapist pulled for coverage")
    return Shape("late_and_early", "outcomes.csv", text(rows), {"sessions": truth}, waiting, asked)


@shape
def noughts_and_ticks() -> Shape:
    """An absence told by a nought, by a tick beside planned minutes, and by both."""
    rows = drawn("""
        Student ID|Service|Date|IEP Minutes|Minutes Delivered|Absent
        3501|OT|9/8/2025|30|30|
        3501|OT|9/15/2025|30|0|X
        3502|OT|9/8/2025|45|0|
        3502|OT|9/15/2025|45||X
        """)
    truth = [
        given("3501", "2025-09-08", 30),
        missed("3501", "2025-09-15", "student_absent", minutes=0),
        missed("3502", "2025-09-15", "student_absent", minutes=45),
    ]
    waiting = {"sessions": {"waiting": [4]}}
    return Shape("noughts_and_ticks", "log.csv", text(rows), {"sessions": truth}, waiting)


@shape
def both_cycles() -> Shape:
    """Frequency says weekly, another column monthly: a contradiction is asked; a frequency of only a number too."""
    rows = drawn("""
        Student ID|Service|Minutes|Frequency|Interval|Start Date
        3601|OT|30|2x/week|Weekly|8/25/2025
        3602|OT|30|1x/week|Monthly|8/25/2025
        """)
    truth = [line("3601", "OT", 60, "week", **times(2, 30), start_date=START)]
    waiting = {"service_lines": {"waiting": [3]}}
    return Shape("both_cycles", "lines.csv", text(rows), {"service_lines": truth}, waiting)


@shape
def mandated_minutes() -> Shape:
    """Mandated minutes beside several sessions: of each session or of all? It is asked."""
    rows = drawn("""
        Student ID|Service|Mandated Minutes|Sessions Per Week|Start Date
        3701|OT|60|2|8/25/2025
        3702|OT|30|3|8/25/2025
        """)
    waiting = {"service_lines": {"waiting": [2, 3]}}
    return Shape("mandated_minutes", "lines.csv", text(rows), {}, waiting, ("Mandated Minutes",))


@shape
def yearly_hours() -> Shape:
    """Hours a year, and what of them was used; a yes under ESY without days may be of the student, and is asked about."""
    rows = drawn("""
        Student ID|Related Service|Annual Hours|Hours Used|ESY|Start Date
        3801|OT|27|6.5|N|8/25/2025
        3802|OT|5|0|Y|
        """)
    truth = [
        line("3801", "OT", 1620, "year", start_date=START, stated_delivered_minutes=390),
    ]
    held = {"service_lines": {"waiting": [3]}}
    return Shape("yearly_hours", "hours.csv", text(rows), {"service_lines": truth}, held)


@shape
def dollars() -> Shape:
    """An amount in dollars under Amount: no minutes; the time stands in units beside it."""
    rows = drawn("""
        Service Date|Student ID|Service|Units|Unit Rate|Amount|Provider
        9/8/2025|3901|OT|2|21.25|42.50|Lee, Kim
        9/9/2025|3902|OT|3|21.25|63.75|Lee, Kim
        """)
    kim = {"provider": "Lee, Kim"}
    truth = [given("3901", "2025-09-08", 30, **kim), given("3902", "2025-09-09", 45, **kim)]
    return Shape("dollars", "billing.csv", text(rows), {"sessions": truth})


@shape
def planned_calendar() -> Shape:
    """A therapist's weekly schedule: weekdays and times are no sessions given."""
    rows = drawn("""
        Time|Monday|Tuesday|Wednesday|Thursday|Friday
        8:30-9:00|Ash B.|Elm C.||Ash B.|
        9:00-9:30|Fir D.||Gum E.||
        """)
    return Shape("planned_calendar", "schedule.csv", text(rows), refused="schedule")


@shape
def caseload_and_goals() -> Shape:
    """Goals with a frequency of measurement, which is no frequency of service."""
    rows = drawn("""
        Student ID|Goal Number|Goal|Baseline|Target|Data Collection Frequency|Begin Date|End Date
        4001|1|Ira will cut on a line|30%|80%|Weekly|8/25/2025|6/5/2026
        """)
    truth = [
        {"student_id": "4001", "goal_id": "1", "goal_text": "Ira will cut on a line", "baseline": 30, "target": 80,
         "unit": "percent",
         "start_date": START, "due_date": END},
    ]  # fmt: skip
    return Shape("caseload_and_goals", "goals.csv", text(rows), {"goals": truth})


@shape
def end_of_day() -> Shape:
    """Twelve-hour times without their half: one o'clock is in the afternoon; an end before its start waits."""
    rows = drawn("""
        Student ID|Service|Date|Start|End|Attendance
        4101|OT|9/8/2025|11:30|12:00|Present
        4101|OT|9/9/2025|12:45|1:15|Present
        4101|OT|9/10/2025|2:30|2:00|Present
        """)
    truth = [
        given("4101", "2025-09-08", 30, start_time="11:30", end_time="12:00"),
        given("4101", "2025-09-09", 30, start_time="12:45", end_time="13:15"),
    ]
    waiting = {"sessions": {"waiting": [4]}}
    return Shape("end_of_day", "log.csv", text(rows), {"sessions": truth}, waiting)


@shape
def merged_outcomes() -> Shape:
    """Outcomes under one merged heading, a column each, ticked."""
    rows = [
        ["", "", "", "", Merged("Session Outcome", 3), "", ""],
        ["Student ID", "Service", "Date", "Minutes", "Held", "Student Absent", "Staff Absent"],
        ["4201", "OT", date(2025, 9, 8), 30, "x", "", ""],
        ["4201", "OT", date(2025, 9, 15), 30, "", "x", ""],
        ["4202", "OT", date(2025, 9, 15), 30, "", "", "x"],
    ]
    truth = [
        given("4201", "2025-09-08", 30),
        missed("4201", "2025-09-15", "student_absent", minutes=30),
        missed("4202", "2025-09-15", "provider_absent", minutes=30),
    ]
    return Shape("merged_outcomes", "log.xlsx", book({"OT": rows}), {"sessions": truth})


@shape
def old_and_new() -> Shape:
    """Lines with a status: an inactive one is a line of its own dates; a proposed one too."""
    rows = drawn("""
        Student ID|Service|Min Per Week|Begin Date|End Date|Line Status
        4301|OT|60|8/25/2025|10/14/2025|Inactive
        4301|OT|30|10/15/2025|6/5/2026|Active
        """)
    truth = [
        line("4301", "OT", 60, "week", start_date=START, end_date="2025-10-14"),
        line("4301", "OT", 30, "week", start_date="2025-10-15", end_date=END),
    ]
    return Shape("old_and_new", "lines.csv", text(rows), {"service_lines": truth})
